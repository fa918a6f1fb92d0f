//! How a number looks: as a number, a share, a date. Spreadsheets keep all of them as numbers with a format beside.

use std::fmt::Write as _;

/// How a cell shows its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Look {
    /// As a number.
    #[default]
    Plain,
    /// With at least so many digits, as codes are (`0180`).
    Padded(u8),
    /// In hundredths.
    Percent,
    /// As a date, a time, or both.
    Moment(Moment),
    /// As hours that may be more than a day has.
    Elapsed,
}

/// Which parts of a date and time are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Moment {
    year: bool,
    month: bool,
    day: bool,
    time: bool,
}

impl Moment {
    const DATE: Self = Self {
        year: true,
        month: true,
        day: true,
        time: false,
    };
}

/// The look of a number format that has only a number: those that every program knows (ECMA-376, part 1, 18.8.30).
pub(super) fn known_look(format: u32) -> Look {
    match format {
        9 | 10 => Look::Percent,
        14..=16 | 27..=31 | 34..=36 | 50..=54 | 57 | 58 => Look::Moment(Moment::DATE),
        17 => Look::Moment(Moment {
            day: false,
            ..Moment::DATE
        }),
        18..=21 | 32 | 33 | 45 | 47 | 55 | 56 => Look::Moment(Moment {
            time: true,
            ..Moment::default()
        }),
        22 => Look::Moment(Moment {
            time: true,
            ..Moment::DATE
        }),
        46 => Look::Elapsed,
        _ => Look::Plain,
    }
}

/// The look of a format code such as `yyyy-mm-dd`, `0.0 %` or `[$-41D]d mmmm yyyy`.
pub(super) fn look_of(code: &str) -> Look {
    let bare = match bare(code) {
        Bare::Elapsed => return Look::Elapsed,
        Bare::Signs(signs) => signs,
    };
    let has = |sign: char| bare.contains(sign);
    let digits = bare.contains(['0', '#', '?']);
    if has('%') {
        return Look::Percent;
    }
    if let width @ 2..=20 = bare.len()
        && bare.bytes().all(|b| b == b'0')
    {
        return Look::Padded(u8::try_from(width).unwrap_or(0));
    }
    let time = has('h') || has('s');
    let moment = Moment {
        year: has('y') || has('å'),
        day: has('d'),
        // Of a time alone, m is the minutes.
        month: has('m') && (has('y') || has('å') || has('d') || !time),
        time,
    };
    if moment == Moment::default() || digits && !time {
        Look::Plain
    } else {
        Look::Moment(moment)
    }
}

enum Bare {
    Elapsed,
    Signs(String),
}

/// The first section of a format code in lower case, without what is quoted, escaped, in brackets or for width.
fn bare(code: &str) -> Bare {
    let mut signs = String::new();
    let mut rest = code.chars();
    while let Some(sign) = rest.next() {
        match sign {
            ';' => break,
            '\\' | '_' | '*' => {
                rest.next();
            }
            '"' => {
                rest.by_ref().find(|c| *c == '"');
            }
            '[' => {
                let within: String = rest.by_ref().take_while(|c| *c != ']').collect();
                let within = within.to_ascii_lowercase();
                if !within.is_empty() && within.chars().all(|c| matches!(c, 'h' | 'm' | 's')) {
                    return Bare::Elapsed;
                }
            }
            other => signs.extend(other.to_lowercase()),
        }
    }
    let words = ["am/pm", "a/p", "general", "standard"];
    Bare::Signs(
        words
            .iter()
            .fold(signs, |signs, word| signs.replace(word, "")),
    )
}

/// A number as it is shown. `from_1904` tells from which day dates are counted.
pub(super) fn show(number: f64, look: Look, from_1904: bool) -> String {
    match look {
        Look::Plain => plain(number),
        Look::Padded(width) if number >= 0.0 && number.fract() == 0.0 => {
            format!("{:0>width$}", plain(number), width = usize::from(width))
        }
        Look::Padded(_) => plain(number),
        Look::Percent => format!("{} %", plain(number * 100.0)),
        Look::Elapsed => elapsed(number).unwrap_or_else(|| plain(number)),
        Look::Moment(moment) => shown(number, moment, from_1904).unwrap_or_else(|| plain(number)),
    }
}

/// A number with the fifteen digits that spreadsheets show, and without needless zeros.
fn plain(number: f64) -> String {
    if !number.is_finite() {
        return String::new();
    }
    // The exponent at fifteen digits decides; texts of the form 1.5e3 come from the formatter alone.
    let scientific = format!("{number:.14e}");
    let rounded: f64 = scientific.parse().unwrap_or(number);
    if rounded == 0.0 {
        return "0".to_owned();
    }
    if (1e-9..1e21).contains(&rounded.abs()) {
        rounded.to_string()
    } else {
        format!("{rounded:e}")
    }
}

fn elapsed(days: f64) -> Option<String> {
    // A million days are enough for anybody; beyond them the number itself is shown.
    if !(0.0..1e6).contains(&days) {
        return None;
    }
    let (_, seconds) = split(days);
    let whole = days.floor() * 24.0;
    Some(format!(
        "{}:{:02}",
        plain(whole + (seconds / 3600) as f64),
        seconds / 60 % 60
    ))
}

/// Whole days, and the seconds of the day to the nearest.
fn split(number: f64) -> (f64, u32) {
    let day = number.floor();
    let seconds = ((number - day) * 86_400.0).round();
    // From 0 to 86 400: fits.
    (day, seconds as u32)
}

/// Days between 31 December 1899 and 1 January 1904, the other first day.
const TO_1904: f64 = 1462.0;

/// The last day of the year 9999.
const LAST: f64 = 2_958_465.0;

fn shown(number: f64, moment: Moment, from_1904: bool) -> Option<String> {
    if !(0.0..=LAST).contains(&number) {
        return None;
    }
    let (mut day, mut seconds) = split(number);
    if seconds >= 86_400 {
        (day, seconds) = (day + 1.0, 0);
    }
    let mut text = String::new();
    if moment.year || moment.month || moment.day {
        let day = if from_1904 { day + TO_1904 } else { day };
        let (year, month, of_month) = date(day)?;
        match (moment.day, moment.month) {
            (false, false) => write!(text, "{year:04}"),
            (false, true) => write!(text, "{year:04}-{month:02}"),
            _ => write!(text, "{year:04}-{month:02}-{of_month:02}"),
        }
        .ok()?;
    }
    if moment.time && (seconds > 0 || text.is_empty()) {
        let gap = if text.is_empty() { "" } else { " " };
        let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
        write!(text, "{gap}{hours:02}:{minutes:02}").ok()?;
        if seconds % 60 > 0 {
            write!(text, ":{:02}", seconds % 60).ok()?;
        }
    }
    Some(text)
}

/// The date of a day counted from 31 December 1899, in which 29 February 1900 is counted though it never was.
fn date(day: f64) -> Option<(i64, i64, i64)> {
    if !(1.0..=LAST).contains(&day) {
        return None;
    }
    let day = day as i64;
    let day = if day >= 60 { day - 1 } else { day };
    // Days from 1 March of the year 0, in eras of 400 years (146 097 days).
    let since_march = day + 693_900;
    let (era, of_era) = (
        since_march.div_euclid(146_097),
        since_march.rem_euclid(146_097),
    );
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * of_year + 2) / 153;
    let of_month = of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 {
        month_from_march + 3
    } else {
        month_from_march - 9
    };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    Some((year, month, of_month))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_look_as_a_person_writes_them() {
        for (number, code, expected) in [
            (1971.0, "General", "1971"),
            (1971.0, "0", "1971"),
            (-3.5, "0.00", "-3.5"),
            (0.1 + 0.2, "General", "0.3"),
            (0.0, "General", "0"),
            (-0.0, "General", "0"),
            (5_564_321_234.0, "#,##0", "5564321234"),
            (1e300, "General", "1e300"),
            (180.0, "0000", "0180"),
            (1480.0, "0000", "1480"),
            (0.25, "0%", "25 %"),
            (0.07, "0.0 %", "7 %"),
            (100.0, "#,##0 \"dagar\"", "100"),
            (100.0, "[Red]0", "100"),
            (f64::NAN, "General", ""),
            (f64::INFINITY, "yyyy", ""),
        ] {
            assert_eq!(
                show(number, look_of(code), false),
                expected,
                "{number} {code}"
            );
        }
    }

    #[test]
    fn dates_look_as_a_person_writes_them_with_the_parts_that_are_shown() {
        for (number, code, expected) in [
            (35923.0, "yyyy-mm-dd", "1998-05-08"),
            (35923.0, "[$-41D]d mmmm yyyy;@", "1998-05-08"),
            (35923.0, "dd/mm/yy", "1998-05-08"),
            (35923.0, "mmm\\-yy", "1998-05"),
            (35923.0, "yyyy", "1998"),
            (35923.0, "åååå-MM-DD", "1998-05-08"),
            (35923.0, "d mmm", "1998-05-08"),
            (35923.5625, "yyyy-mm-dd hh:mm", "1998-05-08 13:30"),
            (35923.0, "yyyy-mm-dd hh:mm", "1998-05-08"),
            (0.5625, "hh:mm", "13:30"),
            (0.562_511_574, "h:mm:ss AM/PM", "13:30:01"),
            (1.25, "[h]:mm", "30:00"),
            (1.0, "yyyy-mm-dd", "1900-01-01"),
            (59.0, "yyyy-mm-dd", "1900-02-28"),
            (61.0, "yyyy-mm-dd", "1900-03-01"),
            (36585.0, "yyyy-mm-dd", "2000-02-29"),
            (2_958_465.0, "yyyy-mm-dd", "9999-12-31"),
            (2_958_466.0, "yyyy-mm-dd", "2958466"),
            (-1.0, "yyyy-mm-dd", "-1"),
            (0.0, "yyyy-mm-dd", "0"),
        ] {
            assert_eq!(
                show(number, look_of(code), false),
                expected,
                "{number} {code}"
            );
        }
        assert_eq!(show(34461.0, known_look(14), true), "1998-05-08");
        assert_eq!(show(35923.0, known_look(17), false), "1998-05");
    }
}
