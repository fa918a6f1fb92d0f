//! A case as it is asked: answers by the name of the question, in one part or several.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::IgnoredAny;

/// An answer as written.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum Answer {
    /// Yes or no.
    Truth(bool),
    /// Words.
    Words(String),
    /// Several, for the form.
    List(Vec<String>),
    /// Nothing (`null`), or something that is no answer.
    Nothing(IgnoredAny),
}

impl Answer {
    /// The answer in words; none when there is none.
    #[must_use]
    pub fn words(&self) -> Option<Vec<&str>> {
        match self {
            Self::Truth(true) => Some(vec!["yes"]),
            Self::Truth(false) => Some(vec!["no"]),
            Self::Words(words) => Some(vec![words]),
            Self::List(list) => Some(list.iter().map(String::as_str).collect()),
            Self::Nothing(_) => None,
        }
    }
}

impl From<&str> for Answer {
    fn from(words: &str) -> Self {
        Self::Words(words.to_owned())
    }
}

/// A case: what is to be decided, when, by whom and for which country.
///
/// Answers stand under the names of the questions (`data/law/questions.toml`), with `decision_date` (ISO) and
/// `country` (two letters) beside them. Answers of the case hold for all its parts; a part's own go before them.
/// Without `parts` the case itself is one part, or one for each form it names.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
pub struct Case {
    /// The parts, when there are several.
    #[serde(default)]
    pub parts: Vec<BTreeMap<String, Answer>>,
    /// The answers that hold for the case.
    #[serde(flatten)]
    pub answers: BTreeMap<String, Answer>,
}

impl Case {
    /// A case without answers.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The case with an answer.
    #[must_use]
    pub fn with(mut self, question: &str, answer: impl Into<Answer>) -> Self {
        self.answers.insert(question.to_owned(), answer.into());
        self
    }

    /// The case with one more part.
    #[must_use]
    pub fn and_part<'a>(mut self, answers: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let part = answers
            .into_iter()
            .map(|(question, answer)| (question.to_owned(), answer.into()));
        self.parts.push(part.collect());
        self
    }

    /// The answer to a question for the whole case, however its name is written.
    #[must_use]
    pub fn answers_to(&self, question: &str) -> Option<&Answer> {
        let wanted = super::spelling::name(question);
        self.answers
            .iter()
            .find(|(name, _)| super::spelling::name(name) == wanted)
            .map(|(_, answer)| answer)
    }

    /// Sets or takes away the answer to a question for the whole case, however its name was written.
    pub fn set(&mut self, question: &str, answer: Option<Answer>) {
        let wanted = super::spelling::name(question);
        self.answers
            .retain(|name, _| super::spelling::name(name) != wanted);
        if let Some(answer) = answer {
            self.answers.insert(question.to_owned(), answer);
        }
    }
}
