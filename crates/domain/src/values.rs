//! Named values: the flat form that everything in the log has, the same in files, the database and exports.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::str::FromStr;

use serde::Serialize;

/// The values of one entry by field name. A field that is not stated is absent.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize)]
#[serde(transparent)]
pub struct Values(BTreeMap<String, String>);

/// A value that is missing or cannot be read, with the field it stands in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{field}: {reason}")]
pub struct ValuesError {
    /// Name of the field (the column, in a table).
    pub field: String,
    /// What is wrong, as a sentence without the field's name.
    pub reason: String,
}

impl ValuesError {
    /// A fault of `field`.
    pub fn new(field: &str, reason: impl Display) -> Self {
        Self {
            field: field.to_owned(),
            reason: reason.to_string(),
        }
    }
}

impl Values {
    /// Values without any field.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets a field; an empty text leaves it unset.
    pub fn set(&mut self, field: &str, value: impl Display) -> &mut Self {
        let text = value.to_string();
        if !text.is_empty() {
            self.0.insert(field.to_owned(), text);
        }
        self
    }

    /// Sets a field where there is a value.
    pub fn set_some<T: Display>(&mut self, field: &str, value: Option<T>) -> &mut Self {
        if let Some(value) = value {
            self.set(field, value);
        }
        self
    }

    /// Sets a field to several values joined by `|`.
    pub fn set_list<T: Display>(
        &mut self,
        field: &str,
        values: impl IntoIterator<Item = T>,
    ) -> &mut Self {
        let joined: Vec<String> = values.into_iter().map(|v| v.to_string()).collect();
        self.set(field, joined.join("|"))
    }

    /// Takes a field away and returns what stood in it.
    pub fn remove(&mut self, field: &str) -> Option<String> {
        self.0.remove(field)
    }

    /// The text of a field.
    #[must_use]
    pub fn text(&self, field: &str) -> Option<&str> {
        self.0.get(field).map(String::as_str)
    }

    /// A field read as `T`; `None` when it is not stated.
    ///
    /// # Errors
    /// When the text is not a `T`.
    pub fn read<T: FromStr<Err: Display>>(&self, field: &str) -> Result<Option<T>, ValuesError> {
        self.text(field)
            .map(|text| text.parse().map_err(|e| ValuesError::new(field, e)))
            .transpose()
    }

    /// A field that must be there, read as `T`.
    ///
    /// # Errors
    /// When it is missing or not a `T`.
    pub fn need<T: FromStr<Err: Display>>(&self, field: &str) -> Result<T, ValuesError> {
        self.read(field)?
            .ok_or_else(|| ValuesError::new(field, "is missing"))
    }

    /// The parts of a field whose values are joined by `|`.
    pub fn list(&self, field: &str) -> impl Iterator<Item = &str> {
        self.text(field)
            .unwrap_or_default()
            .split('|')
            .map(str::trim)
            .filter(|part| !part.is_empty())
    }

    /// A list field with each part read as `T`.
    ///
    /// # Errors
    /// When a part is not a `T`.
    pub fn read_list<T: FromStr<Err: Display>>(&self, field: &str) -> Result<Vec<T>, ValuesError> {
        self.list(field)
            .map(|part| part.parse().map_err(|e| ValuesError::new(field, e)))
            .collect()
    }

    /// Fields and texts in the order of the names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(field, text)| (field.as_str(), text.as_str()))
    }

    /// How many fields are stated.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing is stated.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<F: Into<String>, T: Into<String>> FromIterator<(F, T)> for Values {
    fn from_iter<I: IntoIterator<Item = (F, T)>>(pairs: I) -> Self {
        Self(
            pairs
                .into_iter()
                .map(|(field, text)| (field.into(), text.into()))
                .filter(|(_, text)| !text.is_empty())
                .collect(),
        )
    }
}
