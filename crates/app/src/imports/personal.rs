//! What tells of a person rather than of a partnership: addresses of e-mail, telephone numbers, Swedish personal numbers. The
//! log is for ever and public, and none of these goes into it.

/// Words, in small letters, before a number that is then one of telephone however it is written.
const TELEPHONE: &[&str] = &[
    "mob",
    "mobil",
    "mobile",
    "mobilnr",
    "phone",
    "tel",
    "telefon",
    "telefonnr",
    "tfn",
    "tlf",
    "växel",
];
/// Fewest digits of a number of telephone, behind a word for one.
const FEWEST_DIGITS: usize = 5;
/// Signs between the groups of a number.
const WITHIN: &str = " \u{a0}\t-–‐‑+/.()";
/// Most signs between two groups: "(0)70 - 123".
const MOST_WITHIN: usize = 3;

/// Whether a text holds an address of e-mail, a telephone number or a personal number. Years, dates, numbers of records and of
/// organisations are none.
pub(super) fn holds_personal(text: &str) -> bool {
    // Every text of every row is asked: most have neither, and a year alone is no number of anybody.
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let has_at = text.contains('@') || text.contains("(at)") || text.contains("[at]");
    has_at && text.split_whitespace().any(is_email)
        || digits >= FEWEST_DIGITS && {
            // The digits of an address on the web are no telephone number.
            let is_address = |word: &str| word.contains("://") || word.starts_with("www.");
            let words = text.split_inclusive(char::is_whitespace);
            let told: String = words
                .map(|word| if is_address(word) { "; " } else { word })
                .collect();
            runs(&told)
                .iter()
                .any(|run| run.is_person() || run.is_telephone())
        }
}

/// `lars.olsson@arvika.example`, also in brackets, behind `mailto:` or with a full stop behind it.
fn is_email(word: &str) -> bool {
    let word = word.replace("(at)", "@").replace("[at]", "@");
    let is_local = |c: char| c.is_alphanumeric() || "._%+-".contains(c);
    let is_in_domain = |c: char| c.is_alphanumeric() || ".-".contains(c);
    word.match_indices('@').any(|(at, _)| {
        let behind = &word[at + 1..];
        let end = behind.find(|c| !is_in_domain(c)).unwrap_or(behind.len());
        let domain = behind[..end].trim_end_matches(['.', '-']);
        let ending = domain.rsplit_once('.').map_or("", |(_, ending)| ending);
        word[..at].ends_with(is_local)
            && ending.chars().count() >= 2
            && ending.chars().all(char::is_alphabetic)
    })
}

/// Digits with no more than a few signs between them.
#[derive(Default)]
struct Run {
    /// Its groups of digits.
    groups: Vec<String>,
    /// What stands before each group: the signs between it and the one before.
    before: Vec<String>,
    /// Whether a plus stands before it.
    is_international: bool,
    /// Whether a word for a telephone stands before it.
    is_called_telephone: bool,
    /// Whether letters touch it: "KS2022".
    is_in_word: bool,
}

/// The runs of digits of a text.
fn runs(text: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let (mut between, mut is_open) = (String::new(), false);
    let mut rest = text;
    while let Some(sign) = rest.chars().next() {
        if sign.is_ascii_digit() {
            let end = rest
                .find(|c: char| !c.is_ascii_digit())
                .unwrap_or(rest.len());
            let goes_on = is_open && between.chars().count() <= MOST_WITHIN;
            if !goes_on {
                runs.push(Run::behind(&text[..text.len() - rest.len()]));
            }
            if let Some(run) = runs.last_mut() {
                run.groups.push(rest[..end].to_owned());
                run.before.push(std::mem::take(&mut between));
            }
            between.clear();
            is_open = true;
            rest = &rest[end..];
            continue;
        }
        is_open &= WITHIN.contains(sign);
        between.push(sign);
        rest = &rest[sign.len_utf8()..];
    }
    runs
}

impl Run {
    /// A run before which that stands.
    fn behind(before: &str) -> Self {
        let near = before.trim_end_matches(['(', ' ', '\u{a0}']);
        let word = near.trim_end_matches([':', '.', ' ']);
        let word = word.rsplit(|c: char| !c.is_alphanumeric()).next();
        let word = word.unwrap_or_default().to_lowercase();
        Self {
            is_international: near.ends_with('+'),
            is_called_telephone: TELEPHONE.contains(&word.as_str()),
            is_in_word: before.ends_with(char::is_alphanumeric),
            ..Self::default()
        }
    }

    /// Whether one or two of its groups are a personal number: six or eight digits that are a day, and four behind them.
    fn is_person(&self) -> bool {
        let alone = |at: usize| at > 0 || !self.is_in_word;
        let whole = |(at, group): (usize, &String)| alone(at) && is_person(group, true);
        let in_two = |(at, pair): (usize, &[String])| {
            // "19980508-2004" may be a day and a year.
            let is_year = ("1900".."2100").contains(&pair[1].as_str());
            alone(at)
                && pair[1].len() == 4
                && self.before[at + 1].chars().count() == 1
                && is_person(&pair.concat(), is_year || pair[0].len() == 10)
        };
        self.groups.iter().enumerate().any(whole) || self.groups.windows(2).enumerate().any(in_two)
    }

    /// Whether some of its groups, from the first or behind a space, are a telephone number.
    fn is_telephone(&self) -> bool {
        let starts = |at: &usize| {
            *at == 0 && !self.is_in_word
                || *at > 0 && self.before[*at].contains(char::is_whitespace)
        };
        (0..self.groups.len()).filter(starts).any(|start| {
            let ends = start + 1..=self.groups.len();
            ends.into_iter()
                .any(|end| self.is_number(start, &self.groups[start..end]))
        })
    }

    fn is_number(&self, start: usize, groups: &[String]) -> bool {
        if is_time(groups) {
            return false;
        }
        let digits = groups.concat();
        let is_plus =
            start == 0 && self.is_international || start > 0 && self.before[start].contains('+');
        if is_plus {
            return (8..=15).contains(&digits.len());
        }
        if start == 0 && self.is_called_telephone {
            return (FEWEST_DIGITS..=15).contains(&digits.len());
        }
        let second = digits.as_bytes().get(1).is_some_and(|digit| *digit != b'0');
        let is_area = digits.starts_with('0') && second && groups[0].len() > 1;
        // Numbers of municipalities, one after the other, have four digits each.
        let is_codes = groups.len() > 1 && groups.iter().all(|group| group.len() == 4);
        let is_abroad = digits.starts_with("00") && digits.as_bytes().get(2) > Some(&b'0');
        is_area && !is_codes && (8..=11).contains(&digits.len())
            || is_abroad && !is_codes && (11..=15).contains(&digits.len())
    }
}

/// Whether groups of digits are days, months and years: "01-02-2003", "05/1998 – 2004".
fn is_time(groups: &[String]) -> bool {
    let is_year = |group: &String| ("1000".."2100").contains(&group.as_str()) && group.len() == 4;
    let is_day =
        |group: &String| group.len() <= 2 && group.parse::<u8>().is_ok_and(|day| day <= 31);
    groups.iter().any(is_year) && groups.iter().all(|group| is_year(group) || is_day(group))
}

/// Whether ten or twelve digits are a personal number: a day, also of those who have no number but a coordination number, and
/// four digits, of which the last is worked out from the others.
fn is_person(digits: &str, is_checked: bool) -> bool {
    let short = match digits.len() {
        12 if digits.starts_with("19") || digits.starts_with("20") => &digits[2..],
        10 => digits,
        _ => return false,
    };
    let part = |at: usize| short[at..at + 2].parse::<u8>().unwrap_or_default();
    let (month, day) = (part(2), part(4));
    let is_day = (1..=12).contains(&month) && ((1..=31).contains(&day) || (61..=91).contains(&day));
    is_day && (!is_checked || is_worked_out(short))
}

/// Whether the last of ten digits is the one that the others come to.
fn is_worked_out(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .enumerate()
        .map(|(at, digit)| {
            let value = u32::from(digit - b'0') * (2 - at as u32 % 2);
            value / 10 + value % 10
        })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_email_telephone_numbers_and_personal_numbers_are_recognised() {
        for text in [
            "Aktiv, kontakt Lars Olsson lars.olsson@arvika.example 070-555 11 22",
            "lars.olsson@arvika.example",
            "Kontakt: <mailto:lars@arvika.example>.",
            "lars(at)arvika.example",
            "lars@kansli.växjö.example;",
            "Mikael Svensson 070-123 45 67",
            "0701234567",
            "070 123 45 67",
            "070.123.45.67",
            "Tfn:0570-816 00",
            "08-12 34 56",
            "08-123 456 78",
            "(0570) 816 00",
            "0570/816 00",
            "+46 70 123 45 67",
            "+46 (0)70-123 45 67",
            "(+46) 701234567",
            "0046 70 123 45 67",
            "+358 40 1234567",
            "+47 22 33 44 55",
            "tel 22 33 44 55",
            "Mobil: 555 11 22",
            "vänort sedan 1998, 070-123 45 67",
            "1998 070-123 45 67",
            "070-123 45 67 2019",
            "19850312-1234",
            "850312-1234",
            "850312+1234",
            "850372-1234",
            "19850312 1234",
            "198112189876",
            "8112189876",
            "https://arvika.example/lista lars@arvika.example",
        ] {
            assert!(holds_personal(text), "{text}");
        }
    }

    #[test]
    fn years_dates_and_numbers_of_records_and_organisations_are_none() {
        for text in [
            "",
            "Łódź",
            "1998-2004",
            "1998–2004, 2010",
            "01-02-2003",
            "01.02.2003",
            "05/06/1998",
            "05-1998 – 2003",
            "05-1998 - 06-2003",
            "2003-01-02 04:00",
            "2022-03-15",
            "19980508",
            "19980508-2004",
            "200101-2005",
            "KS 2022/123",
            "KS 2022/0123",
            "KS/2021:0456",
            "Dnr KS2019-01234",
            "Dnr 2019-000123",
            "Dnr 2022 00456",
            "KF § 112, 2022-03-15 och 2023-04-12",
            "212000-1124",
            "16212000-1124",
            "2120001124",
            "556036-0793",
            "0114",
            "0114 0115 0117",
            "Q1234567890",
            "cirka 1 200 000 invånare",
            "57.708870, 11.974560",
            "0,1234567",
            "12 300 kr 2004",
            "https://arvika.example/0701234567/850312-1234",
            "https://maps.example/@57.7,11.9,5z",
            "@arvika",
            "vänort @ 2004",
            "3 st, 2 möten 1998, 1999, 2000",
            "Telefonkonferens 2004",
            "tel 2004-2006",
        ] {
            assert!(!holds_personal(text), "{text}");
        }
    }
}
