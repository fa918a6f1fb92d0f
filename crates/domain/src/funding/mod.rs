//! The funding guide: which programme fits an idea, by dated rules that an officer can read.
//!
//! The rules come in as values (`Files`); what they say stands in `data/funding/`. The answers are codes and parts: words in three
//! languages are made elsewhere. Knows no files, no clock, no language.

mod answer;
mod assess;
mod calls;
mod change;
mod check;
mod count;
mod files;
mod guide;
mod idea;
mod read;

pub use answer::{Answer, Assessment, Outcome, RuleAnswer, Why};
pub use calls::{Call, Calling, Round, TIME_ZONE};
pub use change::Change;
pub use check::{Fault, FaultKind};
pub use count::{Counted, Span};
pub use files::{
    Conflict, Contact, CountryEntry, Counts, Files, Gives, JudgedBy, Programme, Rule, State,
    Status, Test, Version, Words,
};
pub use guide::Guide;
pub use idea::{BodyType, Currency, Idea, Money, Party};
pub use read::{CountryRead, Remark, RemarkKind, Written, WrittenParty};

pub use crate::law::Day;
