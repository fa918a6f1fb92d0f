//! Swedish municipalities and regions as lists write them: with their codes, shortened, several in a cell.

use smol_str::SmolStr;
use vanort_domain::{BodyId, CountryCode};
use vanort_names::{Atlas, Question, Resolution, fold};

use crate::intake::is_as_near_another;

/// Words, folded, that lists write short, and what they are short for.
const SHORT: &[(&str, &str)] = &[
    ("k n", "kommun"),
    ("kn", "kommun"),
    ("kom", "kommun"),
    ("komm", "kommun"),
    ("lt", "landsting"),
    ("e tuna", "Eskilstuna"),
    ("gbg", "Göteborg"),
    ("hbg", "Helsingborg"),
    ("jkpg", "Jönköping"),
    ("lkpg", "Linköping"),
    ("nkpg", "Norrköping"),
    ("o vik", "Örnsköldsvik"),
    ("ovik", "Örnsköldsvik"),
    ("sthlm", "Stockholm"),
];
/// Signs between two bodies in a cell.
const BETWEEN: &[char] = &[',', ';', '/', '&', '+', '\n', '|', '•'];

/// The Swedish body that a cell names, as it stands or by what it is short for.
pub(super) fn swedish_body(atlas: &Atlas, written: &str) -> Option<BodyId> {
    readings(written).find_map(|reading| {
        let resolution = in_sweden(atlas, &reading);
        let found = resolution.found()?.place;
        if is_as_near_another(atlas, &resolution) {
            return None;
        }
        let id = &atlas.gazetteer.place(found).id;
        id.parse().ok().filter(BodyId::is_swedish)
    })
}

fn in_sweden(atlas: &Atlas, name: &str) -> Resolution {
    atlas.resolve(&Question {
        name,
        code: Some(CountryCode::SWEDEN),
        ..Question::default()
    })
}

/// The name of the Swedish body that a cell names but for slips of the pen.
pub(super) fn likely(atlas: &Atlas, written: &str) -> Option<SmolStr> {
    readings(written).find_map(|reading| {
        let resolution = in_sweden(atlas, &reading);
        let places = resolution.candidates.iter();
        let mut places = places.map(|ranked| atlas.gazetteer.place(ranked.place));
        let meant = places.find(|place| place.id.starts_with("se-"))?;
        Some(meant.name.clone())
    })
}

/// What a cell may mean, in the order in which it is tried: as it stands, without marks of footnotes and the code before the
/// name, with short words in full.
pub(super) fn readings(written: &str) -> impl Iterator<Item = String> {
    let bare = without_code(without_marks(written));
    let full = in_full(bare);
    let mut readings = vec![written.to_owned(), bare.to_owned()];
    readings.extend(full);
    readings.dedup();
    readings.into_iter()
}

/// The code that stands before a name: "1265 Sjöbo".
pub(super) fn code_before(written: &str) -> Option<&str> {
    let (code, name) = written.trim().split_once([' ', ',', ':', ';', '-'])?;
    let is_code = (2..=4).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_digit());
    (is_code && name.chars().any(char::is_alphabetic)).then_some(code)
}

fn without_code(written: &str) -> &str {
    let name = code_before(written).map(|code| &written.trim()[code.len()..]);
    name.map_or(written, |name| {
        name.trim_start_matches(|c: char| !c.is_alphabetic())
    })
}

/// "Malmö stad¹", "Gävle*", "Umeå 1)" without the mark of a footnote.
fn without_marks(written: &str) -> &str {
    let is_mark = |c: char| c.is_whitespace() || "*†‡¹²³⁴⁵⁶⁷⁸⁹⁰".contains(c);
    let bare = written.trim().trim_end_matches(is_mark);
    let number = bare
        .strip_suffix(')')
        .map(|rest| rest.trim_end_matches(|c: char| c.is_ascii_digit()));
    match number {
        Some(name) if name.len() + 1 < bare.len() && !name.ends_with('(') => name.trim_end(),
        _ => bare,
    }
}

/// The words with the short ones in full: "Sthlms stad" is "Stockholms stad".
fn in_full(written: &str) -> Option<String> {
    let folded = fold(written);
    let words: Vec<&str> = folded.split(' ').collect();
    let mut full: Vec<String> = Vec::with_capacity(words.len());
    let mut at = 0;
    while at < words.len() {
        let pair = words.get(at..at + 2).map(|pair| pair.join(" "));
        if let Some(long) = pair.as_deref().and_then(long) {
            full.push(long);
            at += 2;
        } else {
            full.push(long(words[at]).unwrap_or_else(|| words[at].to_owned()));
            at += 1;
        }
    }
    let full = full.join(" ");
    (full != folded).then_some(full)
}

fn long(word: &str) -> Option<String> {
    let of = |word: &str| {
        SHORT
            .iter()
            .find(|(short, _)| *short == word)
            .map(|(_, long)| *long)
    };
    of(word)
        .map(str::to_owned)
        .or_else(|| Some(format!("{}s", of(word.strip_suffix('s')?)?)))
}

/// What a cell for the Swedish side names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Owners {
    /// One, or what only its words tell.
    One,
    /// Several of one level, each in its words.
    Several(Vec<String>),
    /// One and something else beside it.
    Doubtful,
}

/// Whose partner a row tells of: "Mora/Orsa" is two, "Luleå, Norrbotten" one and where it lies.
pub(super) fn owners(atlas: &Atlas, written: &str) -> Owners {
    let parts = parts(written);
    if parts.len() < 2 {
        return Owners::One;
    }
    let found: Vec<Option<BodyId>> = parts.iter().map(|part| swedish_body(atlas, part)).collect();
    let mut known: Vec<&BodyId> = found.iter().flatten().collect();
    known.sort_unstable();
    known.dedup();
    let is_region = |id: &BodyId| id.as_str().len() < "se-0000".len();
    match known[..] {
        [] => Owners::One,
        [_] if found.iter().all(Option::is_some) => Owners::One,
        [region, municipality]
            if found.len() == 2 && is_region(region) && !is_region(municipality) =>
        {
            if municipality.as_str().starts_with(region.as_str()) {
                Owners::One
            } else {
                Owners::Doubtful
            }
        }
        _ if found.iter().all(Option::is_some) => Owners::Several(parts),
        _ => Owners::Doubtful,
    }
}

/// What stands between signs and words for "and", outside brackets.
pub(super) fn parts(written: &str) -> Vec<String> {
    let mut depth = 0_u32;
    let told: String = written
        .chars()
        .map(|sign| {
            match sign {
                '(' => depth += 1,
                ')' => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 && BETWEEN.contains(&sign) {
                '\n'
            } else {
                sign
            }
        })
        .collect();
    let told = [" och ", " samt ", " and ", " und "]
        .iter()
        .fold(told, |told, word| told.replace(word, "\n"));
    let parts = told
        .split('\n')
        .map(str::trim)
        .filter(|part| !part.is_empty());
    parts.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_short_is_read_in_full_and_marks_and_codes_are_passed_over() {
        let last = |written: &str| readings(written).last().unwrap_or_default();
        for (written, read) in [
            ("Gbg", "Göteborg"),
            ("Sthlms stad", "Stockholms stad"),
            ("Uppsala kn", "uppsala kommun"),
            ("Umeå k:n", "umea kommun"),
            ("Ö-vik", "Örnsköldsvik"),
            ("1265 Sjöbo", "Sjöbo"),
            ("0114 - Upplands Väsby", "Upplands Väsby"),
            ("Malmö stad¹", "Malmö stad"),
            ("Gävle *", "Gävle"),
            ("Umeå 1)", "Umeå"),
            ("Heby (Uppsala)", "Heby (Uppsala)"),
            ("Dals-Ed", "Dals-Ed"),
        ] {
            assert_eq!(last(written), read, "{written}");
        }
        assert_eq!(code_before("1265 Sjöbo"), Some("1265"));
        assert_eq!(code_before("1265"), None);
    }
}
