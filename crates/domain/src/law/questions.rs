//! The shape of the other files: questions, order, duties, contradictions.

use std::collections::BTreeMap;

use serde::Deserialize;
use smol_str::SmolStr;

use super::files::Conditions;
use super::text::{Day, Text};

/// A question of the check; its `id` is the name of the input.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The input.
    pub id: SmolStr,
    /// The question.
    pub text: Text,
    /// Why it is asked.
    pub why: Text,
    /// When it is asked: always, when empty.
    #[serde(default)]
    pub asked_when: BTreeMap<SmolStr, Vec<SmolStr>>,
    /// The answer that is taken when none is given; unknown, when there is none.
    pub default: Option<SmolStr>,
    /// Whether the answers are yes and no.
    #[serde(default)]
    pub yes_no: bool,
    /// The answers, unless they are yes and no.
    #[serde(default)]
    pub answers: Vec<AnswerOption>,
}

impl Question {
    /// The answers that can be chosen, beside "unknown".
    #[must_use]
    pub fn options(&self) -> Vec<AnswerOption> {
        if !self.yes_no {
            return self.answers.clone();
        }
        let option = |value: &str, sv: &str, en: &str, uk: &str| AnswerOption {
            value: value.into(),
            sv: sv.into(),
            en: en.into(),
            uk: Some(uk.into()),
            spellings: vec!["true".into(), "false".into()]
                .into_iter()
                .filter(|word: &SmolStr| (word == "true") == (value == "yes"))
                .collect(),
            until: None,
        };
        vec![
            option("yes", "Ja", "Yes", "Так"),
            option("no", "Nej", "No", "Ні"),
        ]
    }
}

/// An answer that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerOption {
    /// Its key.
    pub value: SmolStr,
    /// In Swedish.
    pub sv: SmolStr,
    /// In English.
    pub en: SmolStr,
    /// In Ukrainian.
    pub uk: Option<SmolStr>,
    /// Other ways to write it.
    #[serde(default)]
    pub spellings: Vec<SmolStr>,
    /// Its name on earlier days.
    pub until: Option<Until>,
}

impl AnswerOption {
    /// Its name on a day.
    #[must_use]
    pub fn label(&self, day: Option<Day>) -> Text {
        match &self.until {
            Some(until) if day.is_some_and(|day| day <= until.day) => Text {
                sv: until.sv.clone(),
                en: until.en.clone(),
                uk: until.uk.clone(),
            },
            _ => Text {
                sv: self.sv.clone(),
                en: self.en.clone(),
                uk: self.uk.clone(),
            },
        }
    }
}

/// The name of an answer up to a day.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Until {
    /// The last day of the name.
    pub day: Day,
    /// In Swedish.
    pub sv: SmolStr,
    /// In English.
    pub en: SmolStr,
    /// In Ukrainian.
    pub uk: Option<SmolStr>,
}

/// The order in which rows are tried.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Order {
    /// Rows, the first that fits answers.
    pub order: Vec<SmolStr>,
    /// Rows whose additions are tried afterwards.
    pub additions: Vec<SmolStr>,
    /// Which unknown input is tried with each answer first.
    pub tried_first: Vec<SmolStr>,
    /// Decisions before this day are taken for a slip.
    pub earliest: Day,
    /// Decisions after this day are taken for a slip.
    pub latest: Day,
    /// The form that only carries another.
    pub carried: Carried,
    /// The engine's own sentences.
    pub texts: Texts,
}

/// A form that is answered by the one it carries.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Carried {
    /// The form.
    pub form: SmolStr,
    /// The form it carries; also the name of the input that holds its outcome.
    pub carries: SmolStr,
}

/// The engine's own sentences.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(
    missing_docs,
    reason = "each is named after what it says; the file has the words"
)]
pub struct Texts {
    pub guidance: Text,
    pub depends: Text,
    pub same_either_way: Text,
    pub faulty: Text,
    pub no_parts: Text,
    pub no_row: Text,
    pub no_date: Text,
    pub absurd_date: Text,
    pub not_an_answer: Text,
    pub not_a_country: Text,
    pub former_country: Text,
    pub sweden: Text,
    pub country_unknown: Text,
    pub country_unconfirmed: Text,
    pub country_differs: Text,
}

/// Something that must be done when the measure goes ahead.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Duty {
    /// Its key.
    pub id: SmolStr,
    /// In a few words.
    pub title: Text,
    /// In full.
    pub text: Text,
    /// The rules that demand it.
    pub ground: Vec<SmolStr>,
}

/// Answers that cannot both be true.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contradiction {
    /// Its key.
    pub id: SmolStr,
    /// The question at which it is named.
    pub at: SmolStr,
    /// The answers that count as unknown because of it.
    pub unknown: Vec<SmolStr>,
    /// What is wrong and what to do.
    pub text: Text,
    /// The answers.
    pub when: Conditions,
}

/// Rules that an answer also rests on, under conditions.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConditionalGround {
    /// The rules.
    pub rules: Vec<SmolStr>,
    /// The conditions.
    pub when: Conditions,
}

/// A country that no longer exists.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormerCountry {
    /// The code it had.
    pub iso2: SmolStr,
    /// Its name.
    pub name: Text,
    /// Codes of the countries that lie there today.
    pub successors: Vec<SmolStr>,
}
