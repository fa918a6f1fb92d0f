//! The words of a statement that are kept as they were written.

use crate::Values;

/// The remaining words of a statement, each under its field name; kept as written.
///
/// A register holds millions of them, so those of one statement stand together in one text: for each field its
/// letter (`a` for the first of [`Words::FIELDS`]), the length of its words in bytes, a colon and the words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words(Box<str>);

impl Words {
    /// The fields, in the order in which they are shown.
    pub const FIELDS: [&'static str; 16] = [
        "group_written",
        "country_written",
        "partner_alt",
        "predecessor_written",
        "kind_written",
        "instrument_written",
        "status_written",
        "since_written",
        "until_written",
        "decided_by",
        "decision_ref",
        "initiated_by",
        "reason",
        "quote",
        "key",
        "note",
    ];

    pub(super) fn from_values(values: &Values) -> Self {
        Self::with(|field| values.text(field))
    }

    /// The words without those under some field names.
    pub(crate) fn without(&self, fields: &[&str]) -> Self {
        if self.iter().all(|(field, _)| !fields.contains(&field)) {
            return self.clone();
        }
        Self::with(|field| self.get(field).filter(|_| !fields.contains(&field)))
    }

    fn with<'w>(text_of: impl Fn(&'static str) -> Option<&'w str>) -> Self {
        let mut all = String::new();
        for (letter, field) in ('a'..).zip(Self::FIELDS) {
            if let Some(text) = text_of(field) {
                all.push(letter);
                all.push_str(&text.len().to_string());
                all.push(':');
                all.push_str(text);
            }
        }
        Self(all.into())
    }

    /// The words under a field name.
    #[must_use]
    pub fn get(&self, field: &str) -> Option<&str> {
        self.iter()
            .find(|(name, _)| *name == field)
            .map(|(_, text)| text)
    }

    /// Fields and words, in the order of [`Words::FIELDS`].
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let mut left = &*self.0;
        std::iter::from_fn(move || {
            let (letter, rest) = left.split_at_checked(1)?;
            let (length, rest) = rest.split_once(':')?;
            let (text, rest) = rest.split_at_checked(length.parse().ok()?)?;
            left = rest;
            let place = letter.bytes().next()?.checked_sub(b'a')?;
            Some((*Self::FIELDS.get(usize::from(place))?, text))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_back_as_written_whatever_they_hold() {
        let written = [
            ("country_written", "Åland; 3:abc"),
            ("kind_written", "a2:b\n\u{0}"),
            ("note", "7"),
        ];
        let words = Words::from_values(&written.into_iter().collect());
        assert_eq!(words.iter().collect::<Vec<_>>(), written);
        assert_eq!(words.get("kind_written"), Some("a2:b\n\u{0}"));
        assert_eq!(words.get("quote"), None);
        assert_eq!(Words::default().iter().count(), 0);
    }
}
