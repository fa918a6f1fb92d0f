//! Calendars (iCalendar, RFC 5545): whole days with a title, for whoever subscribes.

use chrono::{DateTime, NaiveDate, Utc};
use icalendar::{Calendar, Component as _, Event, EventLike as _};
use time::Date;

/// A day in a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What tells it from all others, the same each time it is written.
    pub id: String,
    /// The day.
    pub day: Date,
    /// The title.
    pub title: String,
    /// More about it.
    pub text: String,
    /// Where more is read.
    pub link: String,
}

/// Writes a calendar; `written` is the day it is of.
#[must_use]
pub fn write(name: &str, zone: &str, written: Date, entries: &[Entry]) -> String {
    let mut calendar = Calendar::new();
    calendar.name(name).timezone(zone);
    for entry in entries {
        let mut event = Event::new();
        event
            .uid(&entry.id)
            .summary(&entry.title)
            .description(&entry.text)
            .url(&entry.link);
        if let Some(day) = date(entry.day) {
            // The end of a whole day is the day after it (RFC 5545, 3.6.1): the end itself is not in it.
            event.starts(day);
            if let Some(next) = day.succ_opt() {
                event.ends(next);
            }
        }
        if let Some(stamp) = date(written).and_then(|day| day.and_hms_opt(0, 0, 0)) {
            event.timestamp(DateTime::<Utc>::from_naive_utc_and_offset(stamp, Utc));
        }
        calendar.push(event.done());
    }
    calendar.done().to_string()
}

fn date(day: Date) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(
        day.year(),
        u32::from(u8::from(day.month())),
        u32::from(day.day()),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_day_ends_on_the_day_after_it() {
        let day = Date::from_calendar_date(2026, time::Month::September, 30).expect("a day");
        let entry = Entry {
            id: "call".to_owned(),
            day,
            title: "Closes".to_owned(),
            text: String::new(),
            link: "https://example.org".to_owned(),
        };
        let calendar = write("Deadlines", "Europe/Brussels", day, &[entry]);
        assert!(
            calendar.contains("DTSTART;VALUE=DATE:20260930"),
            "{calendar}"
        );
        assert!(calendar.contains("DTEND;VALUE=DATE:20261001"), "{calendar}");
    }
}
