//! The inputs of the check: the questions with their answers, and how these may be written.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use super::facts::{MOST_ANSWERS, MOST_INPUTS};
use super::files::Files;
use super::questions::AnswerOption;
use super::ruleset::{LawError, unknown};
use super::spelling;
use super::text::Outcome;

/// An input: a question, or the outcome of the part that is carried.
#[derive(Debug, Clone)]
pub(super) struct Input {
    pub id: SmolStr,
    pub options: Vec<AnswerOption>,
    pub default: Option<u8>,
    spellings: FxHashMap<String, u8>,
}

impl Input {
    pub fn read(&self, words: &str) -> Option<u8> {
        self.spellings.get(&spelling::plain(words)).copied()
    }
}

/// The questions of the files, and the outcome of what is carried.
pub(super) fn inputs(files: &Files) -> Result<Vec<Input>, LawError> {
    let mut inputs = Vec::new();
    for question in &files.questions {
        inputs.push(input(
            &question.id,
            question.options(),
            question.default.as_deref(),
        )?);
    }
    let outcomes = Outcome::ALL.map(|outcome| AnswerOption {
        value: outcome.key().into(),
        sv: outcome.key().into(),
        en: outcome.key().into(),
        uk: None,
        spellings: Vec::new(),
        until: None,
    });
    inputs.push(input(&files.order.carried.carries, outcomes.into(), None)?);
    if inputs.len() > MOST_INPUTS {
        return Err(LawError::TooMany {
            kind: "questions",
            most: MOST_INPUTS - 1,
        });
    }
    let mut seen = BTreeSet::new();
    for input in &inputs {
        if !seen.insert(&input.id) {
            return Err(LawError::Twice {
                kind: "input",
                name: input.id.to_string(),
            });
        }
    }
    Ok(inputs)
}

fn input(
    id: &SmolStr,
    options: Vec<AnswerOption>,
    default: Option<&str>,
) -> Result<Input, LawError> {
    if options.len() > MOST_ANSWERS {
        return Err(LawError::TooMany {
            kind: "answers to a question",
            most: MOST_ANSWERS,
        });
    }
    let mut spellings = FxHashMap::default();
    for (at, option) in (0_u8..).zip(&options) {
        let words = [&option.value, &option.sv, &option.en];
        for word in words.into_iter().chain(&option.uk).chain(&option.spellings) {
            let before = spellings.insert(spelling::plain(word), at);
            if before.is_some_and(|other| other != at) {
                return Err(LawError::Twice {
                    kind: "spelling",
                    name: word.to_string(),
                });
            }
        }
    }
    let default = match default {
        None => None,
        Some(value) => Some(
            options
                .iter()
                .position(|option| option.value == value)
                .and_then(|at| u8::try_from(at).ok())
                .ok_or_else(|| unknown(id, "answer", value))?,
        ),
    };
    Ok(Input {
        id: id.clone(),
        options,
        default,
        spellings,
    })
}
