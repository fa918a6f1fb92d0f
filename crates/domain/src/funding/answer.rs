//! What the guide answers: for a rule, for a programme. Codes and parts, no sentences.

use serde::Serialize;
use smol_str::SmolStr;

use super::calls::Calling;
use super::change::Change;
use super::count::{Counted, Span};
use super::files::{Conflict, Gives, Status, Test, Words};
use super::idea::{BodyType, Currency, Idea};
use crate::CountryCode;
use crate::law::Day;

/// Whether an idea fits. The order is from mild to strict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It fits.
    Fits,
    /// Too little is known; somebody must be asked.
    CannotTell,
    /// It does not fit.
    DoesNotFit,
}

impl Outcome {
    /// Its key.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Fits => "fits",
            Self::CannotTell => "cannot-tell",
            Self::DoesNotFit => "does-not-fit",
        }
    }
}

/// Why a rule answers as it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Within the bounds, or in the set.
    Within,
    /// Below the lower bound.
    Below,
    /// Above the upper bound.
    Above,
    /// Not in the set.
    NotInSet,
    /// Outside what the source says is normal.
    NotNormal,
    /// Whoever asks has not said enough.
    Unsaid,
    /// Nobody has established the rule for this period.
    NotEstablished,
    /// Whether a country counts is not known.
    CountryUnknown,
    /// The set names some and not all.
    OpenSet,
    /// The amount is in another currency than the bounds.
    OtherCurrency,
    /// The programme had not begun.
    NotBegun,
    /// The programme is over.
    Over,
    /// No answer settles it.
    Ask,
}

impl Why {
    /// Its key.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Within => "within",
            Self::Below => "below",
            Self::Above => "above",
            Self::NotInSet => "not-in-set",
            Self::NotNormal => "not-normal",
            Self::Unsaid => "unsaid",
            Self::NotEstablished => "not-established",
            Self::CountryUnknown => "country-unknown",
            Self::OpenSet => "open-set",
            Self::OtherCurrency => "other-currency",
            Self::NotBegun => "not-begun",
            Self::Over => "over",
            Self::Ask => "ask",
        }
    }
}

/// The bounds that an earlier version of the same programme had, where this one's are not established.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Earlier {
    /// The version.
    pub version: SmolStr,
    /// Lower bound.
    pub at_least: Option<u32>,
    /// Upper bound.
    pub at_most: Option<u32>,
    /// Countries of which one was required.
    pub one_of_countries: Vec<CountryCode>,
}

/// The answer of one rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RuleAnswer {
    /// The rule.
    pub rule: SmolStr,
    /// What it tests.
    pub tests: Test,
    /// The answer.
    pub outcome: Outcome,
    /// Why.
    pub why: Why,
    /// What the idea has, from the least to the most that it can be; amounts in hundredths.
    pub have: Option<Span>,
    /// Lower bound.
    pub at_least: Option<u32>,
    /// Upper bound.
    pub at_most: Option<u32>,
    /// The currency of the bounds.
    pub currency: Option<Currency>,
    /// Types of which one is required.
    pub one_of: Vec<BodyType>,
    /// Countries of which one is required.
    pub one_of_countries: Vec<CountryCode>,
    /// Who was counted, and who was not and why.
    pub counted: Vec<Counted>,
    /// The smallest change by which the rule would fit; only where it does not.
    pub change: Option<Change>,
    /// What an earlier version said, where this one is silent.
    pub earlier: Option<Earlier>,
    /// What other sources say against it.
    pub conflicts: Vec<Conflict>,
    /// The programme's period, for the rule on status.
    pub status: Option<Status>,
    /// What must be asked.
    pub text: Option<Words>,
    /// Where the rule stands.
    pub source: SmolStr,
    /// The day of its source.
    pub source_date: SmolStr,
    /// The confidence in it.
    pub confidence: SmolStr,
}

/// How an idea fits a programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// The programme's key.
    pub programme: SmolStr,
    /// What it gives.
    pub gives: Gives,
    /// The whole: the strictest of its rules.
    pub outcome: Outcome,
    /// The version of the rules that was used.
    pub version: SmolStr,
    /// Whether that version is the one of a call that is open or coming, or holds on the day where a programme has no calls.
    pub version_is_current: bool,
    /// What is not certain about the version.
    pub note: Option<Words>,
    /// The rules.
    pub rules: Vec<RuleAnswer>,
    /// The smallest changes found by which no rule would speak against it any more; empty when none does, or none was found.
    pub changes: Vec<Change>,
    /// Its calls.
    pub calls: Calling,
    /// Whom to ask, by key.
    pub ask: Vec<SmolStr>,
}

/// How an idea fits all programmes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Assessment {
    /// The day.
    pub day: Day,
    /// The idea, as it was understood.
    pub idea: Idea,
    /// The programmes: money first, then what fits best.
    pub programmes: Vec<Answer>,
    /// Digest over the files.
    pub rules_hash: String,
}
