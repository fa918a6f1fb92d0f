//! The legal check: what a municipality or region may do abroad, by rules that stand in files.
//!
//! The rows of the decision table, the questions and the rules are data (`data/law/`), read elsewhere and
//! handed in as [`Files`]. This module knows how a table is evaluated and nothing of what it says: no
//! outcome, duty or paragraph stands here.

mod answer;
mod assess;
mod assessment;
mod case;
mod circumstances;
mod compile;
mod countries;
mod facts;
mod files;
mod inputs;
mod questions;
mod reach;
mod read;
mod ruleset;
mod settle;
mod spelling;
mod text;

pub use assessment::{
    Asked, Assessment, Assumed, Condition, CountryUse, Fault, Fired, Flag, Ground, PartAnswer,
    Settle, SettledBranch,
};
pub use case::{Answer, Case};
pub use countries::{CountryFact, CountryGap, CountryOverlap, CountryTable, Status};
pub use files::{Conditions, Files, FlagFile, Judge, Row, RowCase, Rule, RuleVersion, WayForward};
pub use questions::{
    AnswerOption, Carried, ConditionalGround, Contradiction, Duty, FormerCountry, Order, Question,
    Texts, Until,
};
pub use ruleset::{LawError, RuleSet};
pub use text::{Day, Effect, Outcome, Text};
