//! Calls for applications: when they open and close, and what came of those that are over.

use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use super::files::Words;
use crate::law::Day;

/// The time zone in which the deadlines are set.
pub const TIME_ZONE: &str = "Europe/Brussels";

/// A call, as its source has it; what is not there is not established.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Call {
    /// The programme's key.
    pub programme: SmolStr,
    /// The call's own name.
    #[serde(rename = "call")]
    pub name: SmolStr,
    /// The day it opens.
    pub opens: Option<Day>,
    /// The day it closes; the earlier, where sources differ.
    pub deadline: Option<Day>,
    /// The later day, where sources differ.
    pub deadline_latest: Option<Day>,
    /// Money for the whole call, EUR.
    pub budget_eur: Option<u64>,
    /// The version of the rules that applies.
    pub rule_version: Option<SmolStr>,
    /// How many proposals came.
    pub proposals: Option<u32>,
    /// How many of them were eligible.
    pub eligible: Option<u32>,
    /// How many were funded.
    pub funded: Option<u32>,
    /// The money that was given, EUR.
    pub granted_eur: Option<u64>,
    /// Where it stands.
    pub source_url: SmolStr,
    /// `primary`, `secondary` or `unconfirmed`.
    pub confidence: SmolStr,
    /// The day of the source, as it gives it.
    pub source_date: SmolStr,
    /// What is not certain.
    #[serde(skip_deserializing)]
    pub note: Option<Words>,
}

/// Where a call stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Round {
    /// It takes applications.
    Open,
    /// It opens later.
    Coming,
    /// It closes later; when it opens is not known.
    Announced,
    /// It is over.
    Past,
    /// Its days are not known.
    Undated,
}

impl Round {
    /// Its key.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Coming => "coming",
            Self::Announced => "announced",
            Self::Past => "past",
            Self::Undated => "undated",
        }
    }
}

impl Call {
    /// The last day on which anybody says that it takes applications.
    #[must_use]
    pub fn closes(&self) -> Option<Day> {
        self.deadline_latest.or(self.deadline)
    }

    /// Where it stands on a day.
    #[must_use]
    pub fn round(&self, day: Day) -> Round {
        match (self.opens, self.closes()) {
            (_, None) => Round::Undated,
            (_, Some(closes)) if closes < day => Round::Past,
            (None, _) => Round::Announced,
            (Some(opens), _) if day < opens => Round::Coming,
            _ => Round::Open,
        }
    }
}

/// The calls of a programme as they stand on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Calling {
    /// The call that is open or comes next, with its state.
    pub next: Option<(Round, Call)>,
    /// The versions of calls whose days are not known: they may be open.
    #[serde(skip)]
    pub undated: Vec<SmolStr>,
    /// The call that closed last.
    pub last: Option<Call>,
    /// The calls before that one whose last day is known, the latest first: what earlier years were like.
    pub earlier: Vec<Call>,
}

impl Calling {
    /// Looks through the calls of a programme.
    #[must_use]
    pub fn of<'c>(calls: impl Iterator<Item = &'c Call>, day: Day) -> Self {
        let mut next: Option<(Round, Call)> = None;
        let mut past: Vec<&Call> = Vec::new();
        let mut undated = Vec::new();
        for call in calls {
            let round = call.round(day);
            match round {
                Round::Past => past.push(call),
                Round::Open | Round::Coming | Round::Announced => {
                    let sooner = next
                        .as_ref()
                        .is_none_or(|(_, known)| call.deadline < known.deadline);
                    if sooner {
                        next = Some((round, call.clone()));
                    }
                }
                Round::Undated => undated.extend(call.rule_version.clone()),
            }
        }
        past.sort_by_key(|call| std::cmp::Reverse(call.closes()));
        Self {
            next,
            undated,
            last: past.first().map(|call| (*call).clone()),
            earlier: past
                .iter()
                .skip(1)
                .filter(|call| call.deadline.is_some())
                .map(|call| (*call).clone())
                .collect(),
        }
    }
}
