//! What the check answers, with everything it rests on.

use serde::Serialize;
use smol_str::SmolStr;

use super::countries::{CountryFact, Status};
use super::files::{Judge, WayForward};
use super::text::{Day, Outcome, Text};
use crate::CountryCode;

/// The answer to a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Assessment {
    /// The strictest outcome of the parts.
    pub outcome: Outcome,
    /// The rows that answered, in the order in which they fired.
    pub rows: Vec<SmolStr>,
    /// What must be done if the measure goes ahead.
    pub duties: Vec<SmolStr>,
    /// The rules it rests on, as they are cited.
    pub grounds: Vec<SmolStr>,
    /// What to mind, by key; the words stand with the parts.
    pub flags: Vec<SmolStr>,
    /// What can be done instead or first, by key.
    pub ways_forward: Vec<SmolStr>,
    /// The day the rules and the country fact were picked for.
    pub decision_date: Option<Day>,
    /// Who decides, by the name of that day.
    pub actor: Option<Text>,
    /// The country and what is known of it.
    pub country: Option<CountryUse>,
    /// The parts, each with its answer.
    pub parts: Vec<PartAnswer>,
    /// What would settle an answer that depends on something unknown.
    pub settles: Vec<Settle>,
    /// What is wrong with the answers given.
    pub faults: Vec<Fault>,
    /// Answers that were not given and were taken to be the usual ones.
    pub assumed: Vec<Assumed>,
    /// Names in the case that no question has.
    pub unread: Vec<String>,
    /// SHA-256 over the rules.
    pub rules_hash: String,
    /// That this is guidance.
    pub guidance: Text,
}

/// The country of a case and what was taken from where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CountryUse {
    /// The country, when it was named.
    pub iso2: Option<CountryCode>,
    /// Whether it receives Swedish state aid, as the case was answered.
    pub status: Status,
    /// Whether that was stated with the case; otherwise it comes from the table.
    pub stated: bool,
    /// The word of the table that holds on the day.
    pub fact: Option<CountryFact>,
    /// What to mind about it.
    pub notes: Vec<Text>,
}

/// The answer to a part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PartAnswer {
    /// Its form, by key; none when none was given.
    pub form: Option<SmolStr>,
    /// Its form in words.
    pub form_name: Option<Text>,
    /// The outcome.
    pub outcome: Outcome,
    /// The row that answers first.
    pub row: Option<SmolStr>,
    /// All rows that answered or could.
    pub rows: Vec<SmolStr>,
    /// The answer in one sentence.
    pub answer: Text,
    /// Why.
    pub why: Vec<Text>,
    /// What must be done if it goes ahead.
    pub duties: Vec<SmolStr>,
    /// The rules it rests on, in the wording of the day.
    pub grounds: Vec<Ground>,
    /// What to mind.
    pub flags: Vec<Flag>,
    /// What a person has to judge.
    pub judge: Vec<Judge>,
    /// What can be done instead or first.
    pub ways_forward: Vec<WayForward>,
    /// The cases that fired, with the conditions that held.
    pub fired: Vec<Fired>,
    /// The rows that did not, each with a condition that did not hold.
    pub asked: Vec<Asked>,
    /// Whether the answer depends on something unknown.
    pub depends: bool,
}

/// A rule an answer rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ground {
    /// How it is cited.
    pub rule: SmolStr,
    /// The act.
    pub act: SmolStr,
    /// First day of the wording.
    pub valid_from: Day,
    /// Last day of the wording.
    pub valid_to: Option<Day>,
    /// The act that gave the wording.
    pub wording: SmolStr,
    /// What it says, restated.
    pub text: Text,
    /// Where it is read.
    pub source: SmolStr,
    /// The day of the text it was checked against.
    pub checked: Option<Day>,
    /// `primary`, `secondary` or `unconfirmed`.
    pub confidence: SmolStr,
}

/// Something to mind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Flag {
    /// Its key.
    pub id: SmolStr,
    /// The row it comes from.
    pub row: SmolStr,
    /// In words.
    pub text: Text,
}

/// A case that fired.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fired {
    /// Its row.
    pub row: SmolStr,
    /// What the row is about.
    pub title: Text,
    /// Its name within the row.
    pub case: SmolStr,
    /// What it answers; none when it leaves the answer as it was.
    pub outcome: Option<Outcome>,
    /// Its answer in one sentence.
    pub answer: Text,
    /// The conditions and what was given.
    pub conditions: Vec<Condition>,
    /// How sure the reading is.
    pub confidence: SmolStr,
    /// Where the reading comes from.
    pub source: SmolStr,
}

/// A condition beside the answer that was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Condition {
    /// The question.
    pub input: SmolStr,
    /// The answers that fulfil it.
    pub wanted: Vec<SmolStr>,
    /// The answer given; `unknown` when there is none.
    pub given: SmolStr,
}

/// A row that did not answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Asked {
    /// The row.
    pub row: SmolStr,
    /// The condition that did not hold; none when it was the day.
    pub condition: Option<Condition>,
}

/// An unknown answer that the outcome depends on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Settle {
    /// The part, counted from 0.
    pub part: usize,
    /// The question.
    pub input: SmolStr,
    /// The question in words.
    pub question: Text,
    /// What follows from each answer.
    pub branches: Vec<SettledBranch>,
}

/// What an answer would lead to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SettledBranch {
    /// The answer.
    pub answer: SmolStr,
    /// The answer in words.
    pub name: Text,
    /// The outcome.
    pub outcome: Outcome,
    /// The rows.
    pub rows: Vec<SmolStr>,
    /// The duties.
    pub duties: Vec<SmolStr>,
}

/// Something wrong with an answer, named at its question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// The question.
    pub input: SmolStr,
    /// The part, counted from 0; none when it concerns the whole case.
    pub part: Option<usize>,
    /// What is wrong and what to do.
    pub text: Text,
}

/// An answer that was not given and taken to be the usual one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Assumed {
    /// The question.
    pub input: SmolStr,
    /// The answer.
    pub answer: SmolStr,
}
