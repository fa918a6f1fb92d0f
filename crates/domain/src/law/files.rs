//! The shape of the files in `data/law/`: what a lawyer reads and the engine evaluates.

use std::collections::BTreeMap;

use serde::Deserialize;
use smol_str::SmolStr;

use super::questions::{ConditionalGround, Contradiction, Duty, FormerCountry, Order, Question};
use super::text::{Day, Effect, Text};

/// All files of the legal check, parsed.
#[derive(Debug, Clone)]
pub struct Files {
    /// The paragraphs and older acts (`rules/`).
    pub rules: Vec<Rule>,
    /// The rows of the decision table (`rows/`).
    pub rows: Vec<Row>,
    /// The questions (`questions.toml`).
    pub questions: Vec<Question>,
    /// The order in which rows are tried, and the engine's own sentences (`order.toml`).
    pub order: Order,
    /// What must be done (`duties.toml`).
    pub duties: Vec<Duty>,
    /// Answers that cannot both be true (`contradictions.toml`).
    pub contradictions: Vec<Contradiction>,
    /// Grounds that depend on who acts (`grounds.toml`).
    pub grounds: Vec<ConditionalGround>,
    /// Countries that no longer exist (`former_countries.toml`).
    pub former_countries: Vec<FormerCountry>,
    /// SHA-256 over all files, in hexadecimal.
    pub hash: String,
}

/// Conditions: each input with the answers that fulfil it; all must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct Conditions {
    /// The decision is taken before this day.
    pub decided_before: Option<Day>,
    /// Input and the answers that fulfil the condition; `unknown` can be one of them.
    #[serde(flatten)]
    pub answers: BTreeMap<SmolStr, Vec<SmolStr>>,
}

/// A paragraph or an older act, with its wordings.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// How it is cited: `5:4`, `KL 10:1`, `2001:151`.
    pub id: SmolStr,
    /// The act.
    pub act: SmolStr,
    /// What it is about.
    pub title: Text,
    /// Where the text is read.
    pub source: SmolStr,
    /// `primary`, `secondary` or `unconfirmed`.
    pub confidence: SmolStr,
    /// The day of the consolidated text it was checked against.
    pub checked: Option<Day>,
    /// The forms it concerns, where it does not concern all.
    #[serde(default)]
    pub forms: Vec<SmolStr>,
    /// What is not certain about it.
    pub note: Option<Text>,
    /// Its wordings, in order of time.
    #[serde(rename = "version")]
    pub versions: Vec<RuleVersion>,
}

/// A wording of a rule and when it holds.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleVersion {
    /// First day.
    pub valid_from: Day,
    /// Last day; none while it is in force.
    pub valid_to: Option<Day>,
    /// The act that gave the wording.
    pub wording: SmolStr,
    /// Whom it speaks of.
    #[serde(default)]
    pub actors: Vec<SmolStr>,
    /// What it says, restated.
    pub text: Text,
}

impl RuleVersion {
    /// Whether the wording holds on a day.
    #[must_use]
    pub fn holds_on(&self, day: Day) -> bool {
        self.valid_from <= day && self.valid_to.is_none_or(|last| day <= last)
    }
}

/// A row of the decision table.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// `D0` … `D19`, or `older_law`.
    pub id: SmolStr,
    /// What it is about.
    pub title: Text,
    /// Whether it concerns help abroad; additions are tried only then.
    #[serde(default)]
    pub help: bool,
    /// The rules it rests on, unless a case says otherwise.
    pub ground: Vec<SmolStr>,
    /// Where the reading comes from.
    pub source: SmolStr,
    /// `primary`, `secondary` or `unconfirmed`.
    pub confidence: SmolStr,
    /// What is not certain about it.
    pub note: Option<Text>,
    /// Conditions that all its cases and additions share.
    #[serde(default)]
    pub when: Conditions,
    /// Its cases; the first that fits answers.
    #[serde(default, rename = "case")]
    pub cases: Vec<RowCase>,
    /// What it adds to an answer of another row.
    #[serde(default, rename = "addition")]
    pub additions: Vec<RowCase>,
    /// What to mind.
    #[serde(default, rename = "flag")]
    pub flags: Vec<FlagFile>,
}

/// A case of a row: conditions and what follows.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RowCase {
    /// Its name within the row.
    pub id: SmolStr,
    /// What it answers.
    pub outcome: Effect,
    /// What must be done.
    #[serde(default)]
    pub duties: Vec<SmolStr>,
    /// Takes over the duties of the part that is carried.
    pub duties_of: Option<SmolStr>,
    /// The rules it rests on, where they differ from the row's.
    pub ground: Option<Vec<SmolStr>>,
    /// The answer in one sentence.
    pub answer: Text,
    /// Why.
    pub why: Text,
    /// What can be done instead or first.
    pub way_forward: Option<WayForward>,
    /// Conditions beside those of the row.
    #[serde(default)]
    pub when: Conditions,
    /// What a person has to judge.
    pub judge: Option<Judge>,
}

/// What can be done when the answer is no or depends.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct WayForward {
    /// Its key.
    pub id: SmolStr,
    /// In Swedish.
    pub sv: SmolStr,
    /// In English.
    pub en: SmolStr,
    /// In Ukrainian.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uk: Option<SmolStr>,
}

impl WayForward {
    /// What can be done, in words.
    #[must_use]
    pub fn text(&self) -> Text {
        Text {
            sv: self.sv.clone(),
            en: self.en.clone(),
            uk: self.uk.clone(),
        }
    }
}

/// The question a person must answer, and its two sides.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct Judge {
    /// The question.
    pub question: Text,
    /// What speaks for.
    pub allowed_if: Text,
    /// What speaks against.
    pub not_allowed_if: Text,
}

/// Something to mind with a row.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FlagFile {
    /// Its key.
    pub id: SmolStr,
    /// In words.
    pub text: Text,
    /// When it is shown; always, when empty.
    #[serde(default)]
    pub when: Conditions,
}
