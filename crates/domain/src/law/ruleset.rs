//! The rules made ready: every name in the files checked, every condition a bit mask.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use super::facts::{Facts, Holds, MOST_ANSWERS, MOST_INPUTS, Test, Tests, UNKNOWN_BIT};
use super::files::{Conditions, Files, Row, RowCase, Rule};
use super::questions::{AnswerOption, Duty, Question};
use super::spelling;
use super::text::{Day, Effect, Outcome};

/// What is wrong with the files.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LawError {
    /// A name that is defined nowhere.
    #[error(
        "{place} names the {kind} \"{name}\", which no file defines; correct the name or add it"
    )]
    Unknown {
        /// Where it stands.
        place: String,
        /// What it should be.
        kind: &'static str,
        /// The name.
        name: String,
    },
    /// The same name twice.
    #[error("the {kind} \"{name}\" is defined twice; take one of them away")]
    Twice {
        /// What it is.
        kind: &'static str,
        /// The name.
        name: String,
    },
    /// More than the engine can hold.
    #[error("there are more than {most} {kind}; put some together")]
    TooMany {
        /// Of what.
        kind: &'static str,
        /// As many as there may be.
        most: usize,
    },
    /// A case that cannot answer.
    #[error("{place} has the outcome \"as the row\", which only an addition can have")]
    NoOutcome {
        /// The case.
        place: String,
    },
}

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

/// A case or addition of a row, with its conditions.
#[derive(Debug, Clone)]
pub(super) struct Compiled {
    pub row: usize,
    pub case: usize,
    pub addition: bool,
    pub tests: Tests,
    pub effect: Effect,
    pub duties: u32,
}

/// The rules of the legal check, ready to answer.
#[derive(Debug, Clone)]
pub struct RuleSet {
    pub(super) files: Files,
    pub(super) inputs: Vec<Input>,
    pub(super) names: FxHashMap<String, u8>,
    pub(super) bases: Vec<Compiled>,
    pub(super) additions: Vec<Compiled>,
    pub(super) flags: Vec<Vec<Tests>>,
    pub(super) contradictions: Vec<(Tests, Vec<u8>)>,
    pub(super) grounds: Vec<Tests>,
    pub(super) first: [u8; MOST_INPUTS],
    pub(super) known: Known,
}

/// The inputs and answers that the engine itself has to find.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known {
    pub form: u8,
    pub carrying: u8,
    pub carried: u8,
    pub carried_outcome: u8,
    pub state_aid: u8,
    pub actor: u8,
}

impl RuleSet {
    /// Makes the files ready.
    ///
    /// # Errors
    /// When a file names an input, answer, row, rule or duty that is not defined, or defines one twice.
    pub fn new(files: Files) -> Result<Self, LawError> {
        let inputs = inputs(&files)?;
        let names: FxHashMap<String, u8> = (0_u8..)
            .zip(&inputs)
            .map(|(at, input)| (spelling::name(&input.id), at))
            .collect();
        let compiler = Compiler {
            files: &files,
            inputs: &inputs,
        };
        compiler.check()?;
        let (bases, additions) = compiler.rows()?;
        let flags = files
            .rows
            .iter()
            .map(|row| compiler.flags(row))
            .collect::<Result<_, _>>()?;
        let contradictions = compiler.contradictions()?;
        let grounds = files
            .grounds
            .iter()
            .map(|ground| compiler.tests(&[&ground.when], "grounds.toml"))
            .collect::<Result<_, _>>()?;
        let first = compiler.first()?;
        let known = compiler.known()?;
        Ok(Self {
            inputs,
            names,
            bases,
            additions,
            flags,
            contradictions,
            grounds,
            first,
            known,
            files,
        })
    }

    /// SHA-256 over all files, in hexadecimal.
    #[must_use]
    pub fn hash(&self) -> &str {
        &self.files.hash
    }

    /// The files as they were read.
    #[must_use]
    pub fn files(&self) -> &Files {
        &self.files
    }

    /// A rule by how it is cited.
    #[must_use]
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.files.rules.iter().find(|rule| rule.id == id)
    }

    /// A row of the table.
    #[must_use]
    pub fn row(&self, id: &str) -> Option<&Row> {
        self.files.rows.iter().find(|row| row.id == id)
    }

    /// A question by the name of its input.
    #[must_use]
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.files
            .questions
            .iter()
            .find(|question| question.id == id)
    }

    /// A duty by its key.
    #[must_use]
    pub fn duty(&self, id: &str) -> Option<&Duty> {
        self.files.duties.iter().find(|duty| duty.id == id)
    }

    pub(super) fn holds(&self, tests: &Tests, facts: &Facts, day: Day) -> bool {
        matches!(tests.hold(facts, day, &self.first), Holds::Yes(_))
    }

    pub(super) fn file_case(&self, compiled: &Compiled) -> (&Row, &RowCase) {
        let row = &self.files.rows[compiled.row];
        let cases = if compiled.addition {
            &row.additions
        } else {
            &row.cases
        };
        (row, &cases[compiled.case])
    }
}

fn inputs(files: &Files) -> Result<Vec<Input>, LawError> {
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
    let mut seen = BTreeMap::new();
    for input in &inputs {
        if seen.insert(input.id.clone(), ()).is_some() {
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
        for word in words.into_iter().chain(&option.spellings) {
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

pub(super) fn unknown(place: &str, kind: &'static str, name: &str) -> LawError {
    LawError::Unknown {
        place: place.to_owned(),
        kind,
        name: name.to_owned(),
    }
}

/// Turns names into numbers.
pub(super) struct Compiler<'f> {
    pub files: &'f Files,
    pub inputs: &'f [Input],
}

impl Compiler<'_> {
    pub fn input(&self, name: &str, place: &str) -> Result<u8, LawError> {
        let at = self.inputs.iter().position(|input| input.id == name);
        at.and_then(|at| u8::try_from(at).ok())
            .ok_or_else(|| unknown(place, "question", name))
    }

    pub fn value(&self, input: u8, name: &str, place: &str) -> Result<u8, LawError> {
        let options = self
            .inputs
            .get(usize::from(input))
            .map_or(&[][..], |input| &input.options);
        let at = options.iter().position(|option| option.value == name);
        at.and_then(|at| u8::try_from(at).ok())
            .ok_or_else(|| unknown(place, "answer", name))
    }

    /// Conditions of several places as one; those of the same input must both hold.
    pub fn tests(&self, conditions: &[&Conditions], place: &str) -> Result<Tests, LawError> {
        let mut tests = Tests::default();
        for conditions in conditions {
            tests.decided_before = tests.decided_before.or(conditions.decided_before);
            for (name, values) in &conditions.answers {
                let input = self.input(name, place)?;
                let mut mask = 0;
                for value in values {
                    mask |= match value.as_str() {
                        "unknown" => UNKNOWN_BIT,
                        value => 1 << self.value(input, value, place)?,
                    };
                }
                match tests.tests.iter_mut().find(|test| test.input == input) {
                    Some(test) => test.mask &= mask,
                    None => tests.tests.push(Test { input, mask }),
                }
            }
        }
        Ok(tests)
    }
}
