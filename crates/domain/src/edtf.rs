//! Dates that carry their precision: EDTF level 1 (ISO 8601-2:2019).
//!
//! The text is kept as written; beside it stand the earliest and the latest day it allows. Uncertain (`?`) and
//! approximate (`~`) dates keep their mark and have the bounds of the date they qualify: nobody has said how
//! far off they may be.

use std::fmt;
use std::str::FromStr;

use edtf::level_1::{Date as EdtfDate, Edtf as Parsed, Precision, Season};
use serde::{Serialize, Serializer};
use smol_str::SmolStr;
use time::{Date, Month};

/// A date or interval in EDTF level 1, with the days that bound it.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Edtf {
    text: SmolStr,
    earliest: Option<Date>,
    latest: Option<Date>,
}

/// A text that is not a date of EDTF level 1, or lies outside the years 1000 to 2999.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "\"{text}\" is not a date as EDTF writes them (1971, 1971-05, 1971-05-08, 197X, 1971~, 2003/2009)"
)]
pub struct EdtfError {
    /// The text, cut at 80 characters.
    pub text: String,
}

const YEARS: std::ops::RangeInclusive<i32> = 1000..=2999;

impl Edtf {
    /// The date as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// First day the date allows; `None` when the beginning is open or unknown.
    #[must_use]
    pub fn earliest(&self) -> Option<Date> {
        self.earliest
    }

    /// Last day the date allows; `None` when the end is open or unknown.
    #[must_use]
    pub fn latest(&self) -> Option<Date> {
        self.latest
    }

    /// The day by which dates are ordered: the earliest day allowed, so that a vague date never gets more
    /// weight than it proves; the latest day where the beginning is open.
    #[must_use]
    pub fn ordering_day(&self) -> Option<Date> {
        self.earliest.or(self.latest)
    }

    /// Whether the date lies for sure at or before `day`.
    #[must_use]
    pub fn surely_by(&self, day: Date) -> bool {
        self.latest.is_some_and(|latest| latest <= day)
    }

    /// Whether `other` says the same less precisely or this says the same as `other`.
    #[must_use]
    pub fn agrees_with(&self, other: &Self) -> bool {
        self.narrows(other) || other.narrows(self)
    }

    /// Whether this says what `other` says, at least as precisely: it lies within it, or is bounded and overlaps what is
    /// open to one side ("August 2020" and "by 26 August 2020").
    #[must_use]
    pub fn narrows(&self, other: &Self) -> bool {
        let overlaps = match (self.earliest, self.latest, other.earliest, other.latest) {
            (Some(from), Some(_), None, Some(by)) => from <= by,
            (Some(_), Some(to), Some(since), None) => to >= since,
            _ => false,
        };
        overlaps || self.lies_within(other)
    }

    /// Whether every day this allows is also allowed by `other`.
    #[must_use]
    pub fn lies_within(&self, other: &Self) -> bool {
        let from = match (self.earliest, other.earliest) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some(a), Some(b)) => a >= b,
        };
        let to = match (self.latest, other.latest) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some(a), Some(b)) => a <= b,
        };
        from && to
    }

    /// No later than this date: what is told on a day happened on it or before.
    #[must_use]
    pub fn or_before(&self) -> Self {
        let end = self.text.rsplit('/').next().unwrap_or_default();
        match self.latest {
            Some(latest) => Self {
                text: SmolStr::new(format!("../{end}")),
                earliest: None,
                latest: Some(latest),
            },
            None => self.clone(),
        }
    }

    /// A whole year.
    ///
    /// # Errors
    /// When the year lies outside 1000 to 2999.
    pub fn year(year: i32) -> Result<Self, EdtfError> {
        format!("{year:04}").parse()
    }

    /// One day.
    #[must_use]
    pub fn day(day: Date) -> Self {
        Self {
            text: SmolStr::new(day.to_string()),
            earliest: Some(day),
            latest: Some(day),
        }
    }
}

impl FromStr for Edtf {
    type Err = EdtfError;

    fn from_str(text: &str) -> Result<Self, EdtfError> {
        let fail = || EdtfError {
            text: text.chars().take(80).collect(),
        };
        if text.len() > 40 {
            return Err(fail());
        }
        let (earliest, latest) = match Parsed::parse(text).map_err(|_| fail())? {
            Parsed::Date(date) => bounds(date).ok_or_else(fail)?,
            Parsed::Interval(from, to) => {
                let from = bounds(from).ok_or_else(fail)?.0;
                let to = bounds(to).ok_or_else(fail)?.1;
                if from > to {
                    return Err(fail());
                }
                (from, to)
            }
            Parsed::IntervalFrom(from, _) => (bounds(from).ok_or_else(fail)?.0, None),
            Parsed::IntervalTo(_, to) => (None, bounds(to).ok_or_else(fail)?.1),
            Parsed::DateTime(_) | Parsed::YYear(_) => return Err(fail()),
        };
        Ok(Self {
            text: SmolStr::new(text),
            earliest,
            latest,
        })
    }
}

type Bounds = (Option<Date>, Option<Date>);

fn bounds(date: EdtfDate) -> Option<Bounds> {
    let (first, last) = match date.precision() {
        Precision::Century(y) => (first_of(y, 1)?, last_of(y + 99, 12)?),
        Precision::Decade(y) => (first_of(y, 1)?, last_of(y + 9, 12)?),
        Precision::Year(y) | Precision::MonthOfYear(y) | Precision::DayOfYear(y) => {
            (first_of(y, 1)?, last_of(y, 12)?)
        }
        Precision::Season(y, season) => match season {
            Season::Spring => (first_of(y, 3)?, last_of(y, 5)?),
            Season::Summer => (first_of(y, 6)?, last_of(y, 8)?),
            Season::Autumn => (first_of(y, 9)?, last_of(y, 11)?),
            Season::Winter => (first_of(y, 12)?, last_of(y + 1, 2)?),
        },
        Precision::Month(y, m) | Precision::DayOfMonth(y, m) => (first_of(y, m)?, last_of(y, m)?),
        Precision::Day(y, m, d) => {
            let day = day_of(y, m, d)?;
            (day, day)
        }
    };
    Some((Some(first), Some(last)))
}

fn day_of(year: i32, month: u32, day: u32) -> Option<Date> {
    if !YEARS.contains(&year) {
        return None;
    }
    let month = Month::try_from(u8::try_from(month).ok()?).ok()?;
    Date::from_calendar_date(year, month, u8::try_from(day).ok()?).ok()
}

fn first_of(year: i32, month: u32) -> Option<Date> {
    day_of(year, month, 1)
}

fn last_of(year: i32, month: u32) -> Option<Date> {
    let length = Month::try_from(u8::try_from(month).ok()?)
        .ok()?
        .length(year);
    day_of(year, month, u32::from(length))
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl fmt::Debug for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Serialize for Edtf {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_form_has_the_days_that_bound_it() {
        let table = [
            ("1971", "1971-01-01", "1971-12-31"),
            ("197X", "1970-01-01", "1979-12-31"),
            ("19XX", "1900-01-01", "1999-12-31"),
            ("1998-02", "1998-02-01", "1998-02-28"),
            ("1998-05-08", "1998-05-08", "1998-05-08"),
            ("1975~", "1975-01-01", "1975-12-31"),
            ("1975?", "1975-01-01", "1975-12-31"),
            ("2003/2009-06", "2003-01-01", "2009-06-30"),
            ("../2014-01-15", "-", "2014-01-15"),
            ("2017/..", "2017-01-01", "-"),
            ("2017/", "2017-01-01", "-"),
            ("1998-XX", "1998-01-01", "1998-12-31"),
            ("1998-21", "1998-03-01", "1998-05-31"),
            ("1998-24", "1998-12-01", "1999-02-28"),
        ];
        for (text, earliest, latest) in table {
            let date: Edtf = text.parse().expect(text);
            let show = |d: Option<Date>| d.map_or_else(|| "-".to_owned(), |d| d.to_string());
            assert_eq!(
                (show(date.earliest()), show(date.latest())),
                (earliest.to_owned(), latest.to_owned()),
                "{text}"
            );
            assert_eq!(date.to_string(), text, "the text stays as written");
        }
    }

    #[test]
    fn what_is_not_a_date_is_refused_with_the_text_in_the_message() {
        for bad in [
            "",
            "71",
            "1971-13",
            "1971-02-30",
            "2009/2003",
            "igår",
            "0070",
            "Y20000",
            "9999",
            "1971-05-08T10:00:00Z",
        ] {
            let error = bad.parse::<Edtf>().expect_err(bad);
            assert!(error.to_string().contains(bad), "{error}");
        }
    }

    #[test]
    fn what_is_told_on_a_day_happened_by_then() {
        for (said, expected) in [
            ("2024-03-06", "../2024-03-06"),
            ("2017-07", "../2017-07"),
            ("2016/2018-05", "../2018-05"),
            ("../2020", "../2020"),
            ("2023-04-17/..", "2023-04-17/.."),
        ] {
            let by = said.parse::<Edtf>().map(|date| date.or_before());
            assert_eq!(by, expected.parse(), "{said}");
        }
    }

    #[test]
    fn a_vaguer_date_agrees_with_a_more_precise_one_inside_it() {
        let decade: Edtf = "197X".parse().expect("date");
        let year: Edtf = "1971".parse().expect("date");
        let other: Edtf = "1982".parse().expect("date");
        assert!(year.lies_within(&decade) && !decade.lies_within(&year));
        assert!(decade.agrees_with(&year) && !decade.agrees_with(&other));
    }
}
