//! Words that tell of an end or a pause, however they are put.

use vanort_domain::Edtf;
use vanort_names::fold;

use super::mapping::holds;
use super::personal::holds_personal;
use super::{Claim, dates, words};

/// Beginnings of words, folded.
const BEGINNINGS: &[&str] = &[
    "avslut",
    "avveckl",
    "ceas",
    "discontinu",
    "dormant",
    "ended",
    "frozen",
    "frys",
    "inactiv",
    "inaktiv",
    "nedlag",
    "paus",
    "suspend",
    "terminat",
    "upphor",
    "uppsag",
    "utgan",
    "vila",
];
/// Words, folded.
const WHOLE: &[&str] = &[
    "lopt ut",
    "no longer",
    "on hold",
    "sades upp",
    "sagt upp",
    "sagts upp",
    "sags upp",
];
/// Words, folded, that say no.
const NOT: &[&str] = &["ej", "inga", "ingen", "inget", "inte", "no", "not"];
/// Beginnings of words, folded, for what there is no more where they are denied.
const DENIED: &[&str] = &["activ", "aktiv", "kontakt", "samarbet", "utbyt", "vanort"];

/// Words, folded, before the year or the day of an end that is announced.
const ANNOUNCED: &[&str] = &[
    "avslutas",
    "ceases",
    "ends",
    "expires",
    "kommer att avslutas",
    "kommer att upphora",
    "loper ut",
    "samarbetet avslutas",
    "samarbetet upphor",
    "ska avslutas",
    "ska upphora",
    "upphor",
    "will cease",
    "will end",
    "will expire",
];

/// The end that words announce: "avslutas 2027", "upphör den 31 december 2026". Of an agreement alone they tell none.
pub(super) fn announced_end(written: &str) -> Option<Edtf> {
    let written = written.trim();
    let gaps = written.match_indices(char::is_whitespace);
    let date = gaps
        .filter(|(at, _)| ANNOUNCED.contains(&fold(&written[..*at]).as_str()))
        .find_map(|(at, _)| dates::date(&written[at..]))?;
    (date.earliest().is_some() && date.latest().is_some()).then_some(date)
}

/// Whether words tell of an end or a pause.
pub(super) fn tells_of_an_end(written: &str) -> bool {
    let folded = fold(written);
    let has = |beginnings: &[&str]| {
        let mut words = folded.split(' ');
        words.any(|word| beginnings.iter().any(|begins| word.starts_with(begins)))
    };
    let is_denied = folded.split(' ').any(|word| NOT.contains(&word));
    has(BEGINNINGS)
        || WHOLE.iter().any(|words| holds(&folded, words))
        || is_denied && without_agreements(&folded).any(is_denied_word)
}

/// The words but for those for agreements: that there is none tells of no end.
fn without_agreements(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(' ').filter(|word| !word.contains("avtal"))
}

fn is_denied_word(word: &str) -> bool {
    DENIED.iter().any(|begins| word.starts_with(begins))
}

/// The field in which a row tells of an end or a pause in words that are not understood or not kept, where nothing else tells
/// of one: to record the row would be to say that the partnership goes on.
pub(super) fn unclear_end(claim: &Claim) -> Option<(&'static str, &str)> {
    let told = [
        ("status", &claim.status),
        ("instrument", &claim.instrument),
        ("kind", &claim.kind),
    ];
    told.into_iter()
        .filter_map(|(field, text)| Some((field, text.as_deref()?)))
        .find(|(_, text)| {
            tells_of_an_end(text) && (words::status(text).is_none() || holds_personal(text))
        })
        .filter(|_| words::years(claim).to.is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_end_is_announced_for_a_year_or_a_day() {
        for (written, expected) in [
            ("avslutas 2027", Some("2027")),
            ("Upphör 2026-12-31", Some("2026-12-31")),
            ("upphör den 31 december 2026", Some("2026-12-31")),
            ("Löper ut i maj 2027", Some("2027-05")),
            ("expires 2027", Some("2027")),
            ("avslutas nog 2027", None),
            ("avslutas efter 2027", None),
            ("avtalet upphör 2027", None),
            ("avslutas", None),
        ] {
            let found = announced_end(written);
            assert_eq!(found.as_ref().map(Edtf::as_str), expected, "{written}");
        }
    }

    #[test]
    fn words_of_an_end_are_known_however_they_are_put() {
        for text in [
            "avslutas nog i år",
            "Samarbetet håller på att avvecklas",
            "upphört i praktiken",
            "KF har sagt upp avtalet",
            "fryses från och med i år",
            "vilande/avslutat?",
            "inte särskilt aktivt",
            "Ej vänort sedan kriget",
            "no longer a partner",
            "ceasing next year",
            "put on hold for now",
        ] {
            assert!(tells_of_an_end(text), "{text}");
        }
        for text in [
            "lite av varje",
            "aktivt",
            "vill fortsätta",
            "utbyte av lärare",
            "inget skriftligt samarbetsavtal",
            "",
        ] {
            assert!(!tells_of_an_end(text), "{text}");
        }
    }
}
