//! Words in a partner's place that name nobody: that there is none, sums, and titles of what stands below.

use vanort_names::fold;

use super::Claim;

/// Words that deny. They have to be written just so: "Ingå" is a municipality.
const DENIALS: &[&str] = &["inga", "ingen", "inget", "none"];
/// Words before those that deny, or before "inte" and "ej".
const BEFORE: &[&str] = &[
    "are", "det", "finns", "har", "has", "have", "kommunen", "nej", "no", "regionen", "there",
    "vi", "we",
];
/// Words for what is denied.
const DENIED: &[&str] = &[
    "partner",
    "partners",
    "samarbeten",
    "sister cities",
    "twin towns",
    "vanort",
    "vanorter",
    "vänkommuner",
    "vänort",
    "vänorter",
    "vänortssamarbeten",
    "vänstäder",
];
/// Words behind, that say of which time it is told.
const NOW: &[&str] = &[
    "at present",
    "at the moment",
    "currently",
    "f n",
    "för närvarande",
    "för tillfället",
    "i dag",
    "i dagsläget",
    "idag",
    "just nu",
    "nu",
];
/// Words that say so otherwise.
const OTHERWISE: &[&str] = &[
    "saknar vänorter",
    "vänort saknas",
    "vänorter finns ej",
    "vänorter finns inte",
    "vänorter saknas",
];
/// Words, folded, before a sum.
const SUMS: &[&str] = &[
    "antal",
    "count",
    "delsumma",
    "sum",
    "summa",
    "sammanlagt",
    "total",
    "totalt",
    "totalsumma",
];
/// Words, folded, for what a list counts.
pub(super) const COUNTED: &[&str] = &[
    "kommuner",
    "orter",
    "partner",
    "partners",
    "samarbeten",
    "st",
    "stycken",
    "towns",
    "twin",
    "vanorter",
];
/// Words, folded, in a partner's place that are the title of what stands below.
const TITLES: &[&str] = &[
    "andra samarbeten",
    "eu projekt",
    "internationella natverk",
    "internationella projekt",
    "natverk",
    "network",
    "networks",
    "ovriga",
    "ovriga samarbeten",
    "ovrigt",
    "project",
    "projects",
    "projekt",
    "samarbeten",
    "tidigare vanorter",
    "vanorter",
];

/// Whether the words in a partner's place name nobody: a sum ("Totalt: 7 st") or the title of what stands below ("Projekt").
pub(super) fn names_nobody(written: &str) -> bool {
    let folded = fold(written);
    let mut words = folded.split(' ');
    let is_sum = words.next().is_some_and(|first| SUMS.contains(&first));
    let is_counted = |word: &str| {
        word == "antal" || COUNTED.contains(&word) || word.bytes().all(|b| b.is_ascii_digit())
    };
    is_sum && words.all(is_counted) || TITLES.contains(&folded.as_str())
}

/// How surely words in a partner's place say that there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Denial {
    /// They may be a name: "inga".
    Perhaps,
    /// They are no name, but do not say what they deny: "nej", "har inga".
    Bare,
    /// They say so whatever is told beside them: "inga vänorter".
    Whole,
}

/// Whether the words in a partner's place say that there is none, of all that the row's body has.
pub(super) fn says_none(claim: &Claim) -> bool {
    match denial(&claim.partner.name) {
        Some(Denial::Whole) => true,
        Some(Denial::Bare | Denial::Perhaps) => is_alone(claim),
        None => false,
    }
}

/// Whether the words in a partner's place are no name and deny what else the row tells: "nej" beside a country.
pub(super) fn denies_one(claim: &Claim) -> bool {
    denial(&claim.partner.name) == Some(Denial::Bare) && !is_alone(claim)
}

/// Whether words say that there is none, and are no name.
pub(super) fn denies(written: &str) -> bool {
    matches!(denial(written), Some(Denial::Whole | Denial::Bare))
}

fn is_alone(claim: &Claim) -> bool {
    claim.partner.country.is_none() && claim.since.is_none() && claim.until.is_none()
}

fn denial(written: &str) -> Option<Denial> {
    let is_sign = |c: char| c.is_whitespace() || c.is_ascii_punctuation() || "–—…".contains(c);
    let written = written.to_lowercase();
    let words: Vec<&str> = written
        .split(is_sign)
        .filter(|word| !word.is_empty())
        .collect();
    let words = words.join(" ");
    let mut words = words.as_str();
    while let Some(rest) = NOW.iter().find_map(|now| before(words, now)) {
        words = rest;
    }
    if OTHERWISE.contains(&words) {
        return Some(Denial::Whole);
    }
    let whole = words;
    let first = |words: &str| words.split(' ').next().map_or(0, str::len);
    while BEFORE.contains(&&words[..first(words)]) {
        words = words[first(words)..].trim_start();
    }
    let (said, rest) = words.split_at(first(words));
    let is_led = words.len() < whole.len();
    let leads = whole[..whole.len() - words.len()].trim_end();
    // "Nej", "no", and "no" before what it denies.
    let says_no = leads.split(' ').any(|word| word == "nej" || word == "no");
    let denied = match said {
        "" => says_no.then_some("")?,
        "ej" | "inte" if is_led => rest.trim_start_matches(" några").trim_start(),
        _ if DENIALS.contains(&said) => rest.trim_start(),
        _ if leads.ends_with("no") => words,
        _ => return None,
    };
    match denied {
        "" if whole == "no" || !is_led && said != "inget" => Some(Denial::Perhaps),
        "" => Some(Denial::Bare),
        _ => DENIED.contains(&denied).then_some(Denial::Whole),
    }
}

/// What stands before words at the end.
fn before<'w>(words: &'w str, last: &str) -> Option<&'w str> {
    words.strip_suffix(last)?.strip_suffix(' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_for_none_is_one_only_as_it_is_written_and_with_nothing_beside_it() {
        let told = |name: &str, country: Option<&str>| {
            let mut claim = Claim::default();
            claim.partner.name = name.to_owned();
            claim.partner.country = country.map(str::to_owned);
            says_none(&claim)
        };
        for name in ["Inga vänorter", "Inga", "(inga)", "INGA VÄNORTER.", "None"] {
            assert!(told(name, None), "{name}");
        }
        for name in ["Ingå", "Inga\u{30a}", "Ingarö", "Inga vän"] {
            assert!(!told(name, None), "{name}");
        }
        assert!(!told("Inga", Some("Finland")) && told("Inga vänorter", Some("Finland")));
        let since = Claim {
            since: Some("1990".to_owned()),
            partner: crate::imports::Named {
                name: "Inga".to_owned(),
                ..Default::default()
            },
            ..Claim::default()
        };
        assert!(!says_none(&since));
    }

    #[test]
    fn words_that_deny_are_told_from_names() {
        for (written, expected) in [
            ("Nej", Some(Denial::Bare)),
            ("inget", Some(Denial::Bare)),
            ("har inga", Some(Denial::Bare)),
            ("finns inte", Some(Denial::Bare)),
            ("Finns ej", Some(Denial::Bare)),
            ("Nej, inga", Some(Denial::Bare)),
            ("Inga för närvarande", Some(Denial::Perhaps)),
            ("None", Some(Denial::Perhaps)),
            ("No", Some(Denial::Perhaps)),
            ("Inga vänorter för närvarande", Some(Denial::Whole)),
            ("Kommunen har inga vänorter just nu.", Some(Denial::Whole)),
            ("Har inte några vänorter", Some(Denial::Whole)),
            ("No twin towns", Some(Denial::Whole)),
            ("Vänorter saknas", Some(Denial::Whole)),
            ("Det", None),
            ("Vi", None),
            ("Inte", None),
            ("Har", None),
            ("Nu", None),
            ("Ingå", None),
            ("No Man's Land", None),
            ("Inga kommuner", None),
            ("", None),
        ] {
            assert_eq!(denial(written), expected, "{written}");
        }
    }

    #[test]
    fn sums_and_titles_name_nobody() {
        for text in [
            "Totalt: 7 st",
            "Summa",
            "Antal: 5",
            "Antal vänorter: 12",
            "Projekt",
            "NÄTVERK",
        ] {
            assert!(names_nobody(text), "{text}");
        }
        for text in [
            "Total Town",
            "Summa Yamuna",
            "Totalán",
            "Projekt Riga",
            "Lage",
            "7",
        ] {
            assert!(!names_nobody(text), "{text}");
        }
    }
}
