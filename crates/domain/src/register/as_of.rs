//! The register as of a day: how the world was then (*valid*), and what was known then (*recorded*).
//!
//! A statement tells of a day when its word is dated at or before it, or when it says that what it tells of had
//! begun by then. In the second case only what holds for that day is kept: a page of 2020 that says "since
//! 1971" proves for 1980 that the relation stood, not that its agreement was in force or its exchange active.
//! A word that bears no date at all proves nothing for any day in the past. Both filters are monotone: a later
//! day never shows fewer statements.

use time::Date;

use crate::Timestamp;
use crate::edtf::Edtf;
use crate::statements::Statement;
use crate::vocabulary::{Activity, Agreement, Event};

/// Two dates to look at the register from; `None` is now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct AsOf {
    /// How was the world at the end of this day?
    pub valid: Option<Date>,
    /// What had been recorded up to this moment?
    pub recorded: Option<Timestamp>,
}

/// What is left of a statement when it is asked about a day.
#[derive(Debug, Clone, PartialEq)]
pub enum Seen {
    /// It tells of that day as it stands.
    Whole,
    /// Only part of it tells of that day.
    Part(Box<Statement>),
    /// It says nothing about that day.
    Nothing,
}

impl AsOf {
    /// The present.
    pub const NOW: Self = Self {
        valid: None,
        recorded: None,
    };

    /// The end of a year.
    #[must_use]
    pub fn end_of(year: i32) -> Option<Self> {
        let valid = Date::from_calendar_date(year, time::Month::December, 31).ok()?;
        Some(Self {
            valid: Some(valid),
            recorded: None,
        })
    }

    /// What a statement recorded at `recorded` says about the day.
    #[must_use]
    pub fn sees(&self, statement: &Statement, recorded: Timestamp) -> Seen {
        if self.recorded.is_some_and(|limit| recorded > limit) {
            return Seen::Nothing;
        }
        if self.sees_whole(statement) {
            return Seen::Whole;
        }
        let begun = |day| {
            let since = statement.since.as_deref();
            since.is_some_and(|since| since.surely_by(day))
        };
        if self.valid.is_some_and(begun) {
            return Seen::Part(Box::new(existence_only(statement)));
        }
        Seen::Nothing
    }

    /// Whether a statement, whenever it was recorded, tells of the day as it stands.
    #[must_use]
    pub fn sees_whole(&self, statement: &Statement) -> bool {
        let Some(day) = self.valid else {
            return true;
        };
        [
            statement.said.as_ref(),
            statement.effective.as_deref(),
            statement.until.as_deref(),
        ]
        .into_iter()
        .flatten()
        .any(|date| date.surely_by(day))
    }

    /// Whether a statement bears a date that may lie after the day.
    #[must_use]
    pub fn is_before(&self, statement: &Statement) -> bool {
        let is_by = |day| {
            let date = statement.word_date();
            date.is_none_or(|date| date.surely_by(day))
        };
        !self.valid.is_none_or(is_by)
    }
}

/// Words that tell of how things stood when they were said, or of what happened.
const WORDS_OF_THE_MOMENT: [&str; 6] = [
    "status_written",
    "until_written",
    "decided_by",
    "decision_ref",
    "initiated_by",
    "reason",
];

/// The statement without everything that was true only when it was said.
fn existence_only(statement: &Statement) -> Statement {
    Statement {
        source: statement.source.clone(),
        speaker: statement.speaker,
        subject: statement.subject.clone(),
        about: statement.about.clone(),
        country: statement.country,
        // The word itself is later than the day that is asked about: among the words on that day it has no date.
        said: None,
        effective: None,
        event: None,
        kind: statement.kind,
        instrument: None,
        agreement: None,
        activity: None,
        since: statement.since.clone(),
        until: None,
        themes: Box::default(),
        funding: None,
        confidence: statement.confidence,
        corrects: statement.corrects,
        words: statement.words.without(&WORDS_OF_THE_MOMENT),
    }
}

/// Whether a statement says that something ended, and from when.
#[must_use]
pub fn ending_date(statement: &Statement) -> Option<&Edtf> {
    let ends = matches!(
        statement.agreement,
        Some(Agreement::Terminated | Agreement::Lapsed)
    ) || statement.activity == Some(Activity::Ended)
        || matches!(
            statement.event,
            Some(Event::Ended | Event::EndingDecided | Event::Replaced)
        );
    statement.until.as_deref().or(if ends {
        statement.effective.as_deref()
    } else {
        None
    })
}

/// From when the relation stands, as far as the statement says.
#[must_use]
pub fn beginning_date(statement: &Statement) -> Option<&Edtf> {
    let begins = statement.event == Some(Event::Signed);
    statement.since.as_deref().or(if begins {
        statement.effective.as_deref()
    } else {
        None
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Values;

    #[test]
    fn what_is_left_for_an_earlier_day_is_that_it_stood_and_since_when() {
        let said: Values = [
            ("source", "kalmar"),
            ("speaker", "subject"),
            ("subject", "se-0880"),
            ("subject_written", "Kalmar"),
            ("about", "partner"),
            ("partner", "gn-1"),
            ("partner_written", "Panevezys"),
            ("country", "LT"),
            ("said", "2020"),
            ("effective", "2019-05-01"),
            ("event", "renewed"),
            ("kind", "vanort"),
            ("instrument", "vanortsavtal"),
            ("agreement", "in_force"),
            ("activity", "active"),
            ("since", "1991"),
            ("until", "2030"),
            ("themes", "culture"),
            ("funding", "sida"),
            ("confidence", "secondary"),
            ("status_written", "aktivt"),
            ("until_written", "2030"),
            ("since_written", "sedan 1991"),
            ("note", "sid 4"),
        ]
        .into_iter()
        .collect();
        let statement = Statement::from_values(&said).expect("a statement");
        let mut left = said.clone();
        for field in [
            "said",
            "effective",
            "event",
            "instrument",
            "agreement",
            "activity",
            "until",
            "themes",
            "funding",
            "status_written",
            "until_written",
        ] {
            assert!(statement.to_values().text(field).is_some(), "{field}");
            left.remove(field);
        }
        assert_eq!(existence_only(&statement).to_values(), left);
    }
}
