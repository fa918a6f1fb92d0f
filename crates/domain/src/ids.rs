//! Identifiers: parsed once, compared cheaply, printed as written.

use std::fmt;
use std::ops::Deref;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use smol_str::SmolStr;
use time::{Date, OffsetDateTime};

/// Why a text is not an identifier.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{text}\" is not {expected}")]
pub struct IdError {
    /// The text, cut at 80 characters.
    pub text: String,
    /// What would have been right, as the end of a sentence.
    pub expected: &'static str,
}

impl IdError {
    fn new(text: &str, expected: &'static str) -> Self {
        Self {
            text: text.chars().take(80).collect(),
            expected,
        }
    }
}

fn is_plain(text: &str, longest: usize) -> bool {
    !text.is_empty()
        && text.len() <= longest
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-')
}

macro_rules! text_id {
    ($(#[$doc:meta])* $name:ident, $longest:literal, $expected:literal) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(SmolStr);

        impl $name {
            /// The identifier as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = IdError;
            fn from_str(text: &str) -> Result<Self, IdError> {
                if is_plain(text, $longest) {
                    Ok(Self(SmolStr::new(text)))
                } else {
                    Err(IdError::new(text, $expected))
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }
    };
}

text_id!(
    /// A body: `se-1280` (SCB code), `gn-2692969` (GeoNames), `wd-Q597` (Wikidata),
    /// `fi-252` (a national code) or a minted `vn-…`.
    BodyId, 64, "a body's identifier (such as se-1280, gn-2692969 or wd-Q597)"
);
text_id!(
    /// A source, for example `page-sigtuna-1`.
    SourceId, 96, "a source's identifier (letters, digits and hyphens)"
);
text_id!(
    /// A group (chain or network): `gr-…`.
    GroupId, 96, "a group's identifier (letters, digits and hyphens)"
);

impl BodyId {
    /// Whether the identifier is one of a Swedish body (`se-…`).
    #[must_use]
    pub fn is_swedish(&self) -> bool {
        self.0.starts_with("se-")
    }

    /// Of a body of which only the words are known (`vn-…`): the identifier that stands for the words alone, whoever writes them.
    /// `vn-k4m2…-se-1480` is what Göteborg means by words that others may use of another place.
    #[must_use]
    pub fn of_words(&self) -> Option<&str> {
        const LENGTH: usize = "vn-k4m2abcdef".len();
        let id = self.as_str();
        id.strip_prefix("vn-")?;
        // Bodies that were made up to measure have other signs behind the prefix and are whole.
        let whose = id.get(LENGTH..).filter(|rest| rest.starts_with('-'));
        Some(whose.map_or(id, |_| &id[..LENGTH]))
    }

    /// How good an identifier is as the name of a merged body: official code first, then GeoNames,
    /// Wikidata, any other national code, minted last.
    #[must_use]
    pub fn rank(&self) -> u8 {
        match self.0.split('-').next().unwrap_or_default() {
            "se" => 0,
            "gn" => 1,
            "wd" => 2,
            "vn" => 4,
            _ => 3,
        }
    }
}

/// ISO 3166-1 alpha-2 code, also of a withdrawn state (`SU`, `DD`, `YU`).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CountryCode([u8; 2]);

impl CountryCode {
    /// Sweden.
    pub const SWEDEN: Self = Self(*b"SE");
    /// The United Kingdom.
    pub const UNITED_KINGDOM: Self = Self(*b"GB");

    /// The two letters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("??")
    }
}

impl FromStr for CountryCode {
    type Err = IdError;
    fn from_str(text: &str) -> Result<Self, IdError> {
        match *text.as_bytes() {
            [a, b] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic() => {
                Ok(Self([a.to_ascii_uppercase(), b.to_ascii_uppercase()]))
            }
            _ => Err(IdError::new(
                text,
                "a country code of two letters (ISO 3166-1)",
            )),
        }
    }
}

impl fmt::Display for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for CountryCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for CountryCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// Number of an entry in the log: from 1, without gaps. It is also the identifier of what the entry holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Seq(pub u32);

impl fmt::Display for Seq {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A moment in time: whole seconds since 1970-01-01 UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// The day (UTC) the moment lies in.
    #[must_use]
    pub fn day(self) -> Date {
        OffsetDateTime::from_unix_timestamp(self.0).map_or(Date::MIN, OffsetDateTime::date)
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = OffsetDateTime::from_unix_timestamp(self.0).unwrap_or(OffsetDateTime::UNIX_EPOCH);
        let (h, m, s) = at.to_hms();
        write!(f, "{}T{h:02}:{m:02}:{s:02}Z", at.date())
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The two bodies of a partnership, in the order in which they are shown: the Swedish one first.
///
/// Its text form, `se-1280~gn-2692969`, is the identifier of the partnership, so that it needs no register
/// of its own and is the same in every copy of the log. A register names each pair in several lists: a copy is
/// a reference to the same two identifiers.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PairKey(Arc<Sides>);

/// The two sides of a pair.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sides {
    /// The side shown first.
    pub first: BodyId,
    /// The side shown second.
    pub second: BodyId,
}

impl Deref for PairKey {
    type Target = Sides;

    fn deref(&self) -> &Sides {
        &self.0
    }
}

impl PairKey {
    /// Puts two bodies in order; the same pair whichever comes first in the arguments.
    #[must_use]
    pub fn new(a: BodyId, b: BodyId) -> Self {
        let (first, second) = if Self::in_order(&a, &b) {
            (a, b)
        } else {
            (b, a)
        };
        Self(Arc::new(Sides { first, second }))
    }

    /// Whether `a` is shown before `b`.
    #[must_use]
    pub fn in_order(a: &BodyId, b: &BodyId) -> bool {
        (!a.is_swedish(), a) <= (!b.is_swedish(), b)
    }

    /// The side across from `body`; `None` where `body` is neither.
    #[must_use]
    pub fn across(&self, body: &BodyId) -> Option<&BodyId> {
        if *body == self.first {
            Some(&self.second)
        } else if *body == self.second {
            Some(&self.first)
        } else {
            None
        }
    }
}

impl FromStr for PairKey {
    type Err = IdError;
    fn from_str(text: &str) -> Result<Self, IdError> {
        let expected =
            "a partnership's identifier (two bodies joined by ~, such as se-1280~gn-2692969)";
        let (a, b) = text
            .split_once('~')
            .ok_or_else(|| IdError::new(text, expected))?;
        match (a.parse(), b.parse()) {
            (Ok(a), Ok(b)) if a != b => Ok(Self::new(a, b)),
            _ => Err(IdError::new(text, expected)),
        }
    }
}

impl fmt::Display for PairKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}~{}", self.first, self.second)
    }
}

impl Serialize for PairKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_swedish_side_of_a_pair_comes_first_whatever_the_order() {
        let malmo: BodyId = "se-1280".parse().expect("id");
        let other: BodyId = "gn-2692969".parse().expect("id");
        let pair = PairKey::new(other.clone(), malmo.clone());
        assert_eq!(pair.to_string(), "se-1280~gn-2692969");
        assert_eq!(pair, PairKey::new(malmo.clone(), other.clone()));
        assert_eq!("gn-2692969~se-1280".parse(), Ok(pair.clone()));
        assert_eq!(pair.across(&malmo), Some(&other));
    }

    #[test]
    fn words_that_one_body_means_are_those_of_all_without_whose_they_are() {
        let of_words = |id: &str| {
            let id: BodyId = id.parse().expect("id");
            id.of_words().map(str::to_owned)
        };
        for (id, words) in [
            ("vn-k4m2abcdef", Some("vn-k4m2abcdef")),
            ("vn-k4m2abcdef-se-1480", Some("vn-k4m2abcdef")),
            ("vn-simulated-17", Some("vn-simulated-17")),
            ("vn-salo", Some("vn-salo")),
            ("gn-2692969", None),
        ] {
            assert_eq!(of_words(id).as_deref(), words, "{id}");
        }
    }

    #[test]
    fn ids_that_could_break_an_address_are_refused() {
        for bad in ["", "se-1280/..", "se 1280", "-se", "å", &"x".repeat(65)] {
            assert!(bad.parse::<BodyId>().is_err(), "{bad}");
        }
        assert!("se-1280~se-1280".parse::<PairKey>().is_err());
        assert!("S1".parse::<CountryCode>().is_err());
    }

    #[test]
    fn a_moment_prints_as_iso_8601() {
        assert_eq!(Timestamp(1_321_056_001).to_string(), "2011-11-12T00:00:01Z");
    }
}
