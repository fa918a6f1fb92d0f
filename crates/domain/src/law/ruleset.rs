//! The rules made ready: every name in the files checked, every condition a bit mask.

use rustc_hash::FxHashMap;

use super::compile::Compiler;
use super::facts::{Facts, Holds, MOST_INPUTS, Tests};
use super::files::{Files, Row, RowCase, Rule};
use super::inputs::{Input, inputs};
use super::questions::{Duty, Question};
use super::spelling;
use super::text::{Day, Effect};

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
    /// The inputs that are asked for from a place in `bases` on, additions included.
    pub(super) later: Vec<u32>,
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
        let later = (0..bases.len())
            .map(|place| asked_for(bases[place..].iter().chain(&additions)))
            .collect();
        Ok(Self {
            inputs,
            names,
            bases,
            additions,
            later,
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

pub(super) fn unknown(place: &str, kind: &'static str, name: &str) -> LawError {
    LawError::Unknown {
        place: place.to_owned(),
        kind,
        name: name.to_owned(),
    }
}

fn asked_for<'c>(cases: impl Iterator<Item = &'c Compiled>) -> u32 {
    cases
        .flat_map(|case| &case.tests.tests)
        .fold(0, |inputs, test| inputs | 1 << test.input)
}
