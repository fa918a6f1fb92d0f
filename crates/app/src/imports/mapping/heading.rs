//! Lines that stand alone: what they say for the lines below them.

use vanort_names::{Atlas, fold};

use super::super::nobody::COUNTED;
use super::super::{own, words};

/// What a line alone says for the lines below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Heading {
    /// The country of their partners.
    Country(String),
    /// Whose partners they are.
    Own(String),
    /// The form.
    Kind(String),
}

/// Words, folded, beside a heading's name, with those for what a list counts: "Vänorter i Norge", "NORGE (3 st)", "Norge, 2
/// vänorter".
const BESIDE: &[&str] = &["i", "in", "med", "town", "vanort", "with"];
/// Words, folded, that tell that a line alone is meant for a municipality or region, whichever it is.
const LEVELS: &[&str] = &[
    "kommun",
    "kommuns",
    "landsting",
    "region",
    "regionen",
    "stad",
];

/// The heading that a line alone is, where it is understood.
pub(super) fn heading(atlas: &Atlas, written: &str) -> Option<Heading> {
    if let Some(country) = country(atlas, written) {
        return Some(Heading::Country(country));
    }
    if words::kind(written).is_some() {
        return Some(Heading::Kind(written.trim().to_owned()));
    }
    let own = readings(written).find(|reading| own::swedish_body(atlas, reading).is_some())?;
    Some(Heading::Own(own))
}

/// The country that a heading names, whatever stands beside it.
pub(super) fn country(atlas: &Atlas, written: &str) -> Option<String> {
    readings(written).find(|reading| atlas.countries.by_name(reading).is_some())
}

/// Whether a line alone is meant for a municipality or region.
pub(super) fn is_meant_for_own(written: &str) -> bool {
    fold(written).split(' ').any(|word| LEVELS.contains(&word))
}

/// A line as it stands, and without what may stand beside the name.
fn readings(written: &str) -> impl Iterator<Item = String> {
    let written = written.trim();
    let before = written
        .split(['(', ':', '–', '—'])
        .next()
        .unwrap_or_default();
    let behind = written.split_once(':').map_or("", |(_, behind)| behind);
    let mut readings: Vec<String> = vec![written.to_owned()];
    for part in [written, before, behind] {
        readings.extend([part.trim().to_owned(), alone(part)]);
    }
    readings.retain(|reading| !reading.is_empty());
    readings.dedup();
    readings.into_iter()
}

/// The name without words beside it, and numbers, before and behind.
fn alone(part: &str) -> String {
    let is_beside = |word: &&str| {
        let folded = fold(word);
        folded.bytes().all(|b| b.is_ascii_digit())
            || [BESIDE, COUNTED]
                .iter()
                .any(|words| words.contains(&folded.as_str()))
    };
    let words: Vec<&str> = part.split_whitespace().skip_while(is_beside).collect();
    let behind = words
        .iter()
        .rev()
        .take_while(|word| is_beside(word))
        .count();
    let name = words[..words.len() - behind].join(" ");
    name.trim_end_matches([',', '-', '.']).to_owned()
}
