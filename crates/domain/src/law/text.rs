//! The small values that the files and the answers share: a text in three languages, a day, an outcome.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use smol_str::{SmolStr, format_smolstr};
use time::{Date, Month};

/// A text in Swedish and English, and in Ukrainian where it has been translated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// In Swedish.
    pub sv: SmolStr,
    /// In English.
    pub en: SmolStr,
    /// In Ukrainian.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uk: Option<SmolStr>,
}

impl Text {
    /// The text in a language (`sv`, `en`, `uk`); English where there is none.
    #[must_use]
    pub fn get(&self, language: &str) -> &str {
        match (language, &self.uk) {
            ("sv", _) => &self.sv,
            ("uk", Some(uk)) => uk,
            _ => &self.en,
        }
    }

    /// The language that `get` answers in.
    #[must_use]
    pub fn language(&self, wanted: &str) -> &'static str {
        match (wanted, &self.uk) {
            ("sv", _) => "sv",
            ("uk", Some(_)) => "uk",
            _ => "en",
        }
    }

    /// The text with a placeholder such as `{name}` filled in, the same words in every language.
    #[must_use]
    pub fn fill(&self, placeholder: &str, words: &str) -> Self {
        let fill = |text: &SmolStr| SmolStr::from(text.replace(placeholder, words));
        Self {
            sv: fill(&self.sv),
            en: fill(&self.en),
            uk: self.uk.as_ref().map(fill),
        }
    }

    /// The text as a heading before another: "Equipment: The check is not required."
    #[must_use]
    pub fn before(&self, text: &Self) -> Self {
        let before = |language| format_smolstr!("{}: {}", self.get(language), text.get(language));
        let is_translated = self.uk.is_some() && text.uk.is_some();
        Self {
            sv: before("sv"),
            en: before("en"),
            uk: is_translated.then(|| before("uk")),
        }
    }

    /// The text with a placeholder filled in by words of each language.
    #[must_use]
    pub fn fill_with(&self, placeholder: &str, words: &Self) -> Self {
        let fill = |text: &SmolStr, language| {
            SmolStr::from(text.replace(placeholder, words.get(language)))
        };
        Self {
            sv: fill(&self.sv, "sv"),
            en: fill(&self.en, "en"),
            uk: self.uk.as_ref().map(|text| fill(text, "uk")),
        }
    }
}

/// A day, written `2026-11-01`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub Date);

/// A text that is no day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not a day; write it as year-month-day, for example 2026-11-01")]
pub struct DayError(String);

impl FromStr for Day {
    type Err = DayError;
    fn from_str(text: &str) -> Result<Self, DayError> {
        let day = || -> Option<Date> {
            let (year, month, day) = match *text.trim().split('-').collect::<Vec<_>>() {
                [year, month, day] => (year, month, day),
                _ => return None,
            };
            if (year.len(), month.len(), day.len()) != (4, 2, 2) {
                return None;
            }
            let month = Month::try_from(month.parse::<u8>().ok()?).ok()?;
            Date::from_calendar_date(year.parse().ok()?, month, day.parse().ok()?).ok()
        };
        day()
            .map(Self)
            .ok_or_else(|| DayError(text.chars().take(80).collect()))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// What the check answers. The order is from mild to strict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Outcome {
    /// The measure is allowed.
    #[serde(rename = "allowed")]
    Allowed,
    /// The table does not decide; a person must.
    #[serde(rename = "a person must judge")]
    Judge,
    /// The measure is not allowed.
    #[serde(rename = "not allowed")]
    NotAllowed,
}

impl Outcome {
    /// Every outcome, from mild to strict.
    pub const ALL: [Self; 3] = [Self::Allowed, Self::Judge, Self::NotAllowed];

    /// The outcome's key, as in files and JSON.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Allowed => "allowed",
            Self::Judge => "a person must judge",
            Self::NotAllowed => "not allowed",
        }
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}

/// What a case of a row does to the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Effect {
    /// It allows.
    #[serde(rename = "allowed")]
    Allowed,
    /// It leaves the answer to a person.
    #[serde(rename = "a person must judge")]
    Judge,
    /// It forbids.
    #[serde(rename = "not allowed")]
    NotAllowed,
    /// It leaves the answer as the row before gave it; only for additions.
    #[serde(rename = "as the row")]
    AsTheRow,
}

impl Effect {
    /// The outcome, unless it is that of the row before.
    #[must_use]
    pub fn outcome(self) -> Option<Outcome> {
        match self {
            Self::Allowed => Some(Outcome::Allowed),
            Self::Judge => Some(Outcome::Judge),
            Self::NotAllowed => Some(Outcome::NotAllowed),
            Self::AsTheRow => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_falls_back_to_english_and_says_so() {
        let text = |uk: Option<&str>| Text {
            sv: "Fråga {name}".into(),
            en: "Ask {name}".into(),
            uk: uk.map(Into::into),
        };
        let table = [
            ("sv", None, "Fråga Sida", "sv"),
            ("uk", None, "Ask Sida", "en"),
            ("uk", Some("Запитайте {name}"), "Запитайте Sida", "uk"),
            ("en", Some("Запитайте {name}"), "Ask Sida", "en"),
        ];
        for (wanted, uk, words, language) in table {
            let filled = text(uk).fill("{name}", "Sida");
            assert_eq!(
                (filled.get(wanted), filled.language(wanted)),
                (words, language)
            );
        }
    }
}
