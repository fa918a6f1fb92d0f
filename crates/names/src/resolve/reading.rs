//! What a written name may be read as: the name itself, the names in brackets, without its level word, in Latin
//! letters.

use smallvec::SmallVec;

use crate::level::{is_around_a_town, level_only, without_joined_level, without_level};
use crate::numbers::{number_of, roman};
use crate::{Level, fold, fold_in_latin};

/// How a key was had from the words as written; the order is how much it can be relied on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum How {
    /// The whole name.
    AsWritten,
    /// The name without what stands in brackets or after a comma.
    WithoutBrackets,
    /// The name without words that tell its level.
    WithoutLevel,
    /// One of two names side by side.
    OneOfTwo,
    /// Read aloud in Latin letters.
    InLatin,
    /// With "St" spelled out, "ae" for "ä" and the like.
    Respelled,
    /// Without an addition such as "am Main" or the name of the town it is a part of.
    Shortened,
}

/// A key to look up.
#[derive(Debug)]
pub(super) struct Key {
    pub(super) folded: String,
    pub(super) how: How,
}

/// Everything that can be read out of a written name.
#[derive(Debug, Default)]
pub(super) struct Reading {
    /// Keys, the most reliable first.
    pub(super) keys: SmallVec<[Key; 6]>,
    /// Folded names that the place is said to lie in or to be called otherwise.
    pub(super) around: SmallVec<[String; 2]>,
    /// The level that a word tells.
    pub(super) level: Option<Level>,
    /// Whether the words mean the municipality around a town, or the town.
    pub(super) is_around_a_town: Option<bool>,
    /// The name without what stands in brackets, as written.
    base: String,
}

/// Longest written name that is looked at, in signs.
const LONGEST: usize = 200;

impl Reading {
    pub(super) fn of(written: &str) -> Self {
        let written: String = written
            .chars()
            .filter(|c| !c.is_control())
            .take(LONGEST)
            .collect();
        let (base, asides) = apart(&written);
        let mut reading = Self {
            base: base.to_owned(),
            ..Self::default()
        };
        for aside in asides {
            let folded = fold(aside);
            if let Some(level) = level_only(&folded) {
                reading.level = reading.level.or(Some(level));
            } else if !folded.is_empty() {
                reading.around.push(folded);
            }
        }
        let whole = fold(&written);
        let name = fold(base);
        reading.is_around_a_town = is_around_a_town(&whole);
        if reading.level.is_none() {
            reading.add(whole, How::AsWritten);
        }
        reading.add(name.clone(), How::WithoutBrackets);
        reading.add_without_level(&name);
        // "Département de l'Isère": the apostrophe parts the article from the name.
        if let Some(parted) = elided(base) {
            reading.add_without_level(&parted);
        }
        // "Biel – Bienne" are two names of one town, "Wuxi – Xinwu" is a town and a part of it: either way the
        // last is looked for near the first.
        let sides: SmallVec<[String; 2]> = sides(base).map(fold).collect();
        for side in sides.iter().rev() {
            reading.add(side.clone(), How::OneOfTwo);
        }
        if let [first, _, ..] = &sides[..] {
            reading.around.push(first.clone());
            // "Vienna 1 – Innere Stadt".
            reading
                .around
                .extend(without_number(first).map(str::to_owned));
        }
        if let Some((city, number)) = numbered_part(&name) {
            reading.level = Some(Level::Part);
            reading.add(format!("{city} {}", roman(number)), How::WithoutLevel);
            reading.add(format!("{city} {number}"), How::WithoutLevel);
        }
        if !base.is_ascii() {
            reading.add(fold_in_latin(base), How::InLatin);
        }
        for respelled in respelled(&name) {
            reading.add(respelled, How::Respelled);
        }
        for shorter in shortened(&name, &reading.around) {
            reading.add(shorter, How::Shortened);
        }
        reading
    }

    /// What stands in brackets or after a comma, folded.
    pub(super) fn asides(&self) -> impl Iterator<Item = &str> {
        self.around.iter().map(String::as_str)
    }

    /// The name without what stands in brackets or after a comma, as written.
    pub(super) fn base(&self) -> &str {
        &self.base
    }

    /// The name without the word that tells its level, and that level.
    fn add_without_level(&mut self, name: &str) {
        if let Some((bare, level)) = without_level(name).or_else(|| without_joined_level(name)) {
            self.level = self.level.or(Some(level));
            // "Hanover region" is called "Region Hanover".
            if let Some(word) = name.strip_prefix(bare).filter(|word| word.starts_with(' ')) {
                self.add(format!("{} {bare}", word.trim()), How::WithoutLevel);
            }
            self.add(bare.to_owned(), How::WithoutLevel);
            // "Chietin maakunta" in Finnish, whose words for levels tell the language.
            let word = name.strip_prefix(bare).unwrap_or_default().trim();
            if let Some(nominative) = bare.strip_suffix('n').filter(|stem| stem.len() > 2)
                && FINNISH.contains(&word)
            {
                self.add(nominative.to_owned(), How::WithoutLevel);
            }
            // "Lunds kommun", "Bornholmsregionen": the genitive belongs to the word that is left out.
            if let Some(nominative) = bare.strip_suffix('s').filter(|stem| stem.len() > 2) {
                self.add(nominative.to_owned(), How::WithoutLevel);
            }
        }
    }

    fn add(&mut self, folded: String, how: How) {
        if !folded.is_empty() && self.keys.iter().all(|key| key.folded != folded) {
            self.keys.push(Key { folded, how });
        }
    }
}

/// Finnish words for levels, before which a name stands in the genitive.
const FINNISH: [&str; 8] = [
    "kaupunki",
    "kunta",
    "maakunta",
    "laani",
    "piiri",
    "piirikunta",
    "provinssi",
    "seutukunta",
];

/// A name with an article or link before an apostrophe as a word of its own, folded; the article is left out: "Département
/// de l'Isère", "Commune d'Aalst".
fn elided(base: &str) -> Option<String> {
    let parted: SmallVec<[&str; 4]> = base
        .split(' ')
        .map(|word| {
            let rest = word.split_once(['\'', '’']).filter(|(article, rest)| {
                matches!(*article, "l" | "L" | "d" | "D") && rest.starts_with(char::is_uppercase)
            });
            rest.map_or(word, |(_, rest)| rest)
        })
        .collect();
    let parted = parted.join(" ");
    (parted.len() < base.len()).then(|| fold(&parted))
}

/// A name apart from what stands in brackets or after a comma; of "Wuxi – Xinwu" the first is where it lies.
fn apart(written: &str) -> (&str, SmallVec<[&str; 2]>) {
    let mut asides: SmallVec<[&str; 2]> = SmallVec::new();
    let mut base = written;
    if let Some((before, rest)) = written.split_once('(') {
        let (inside, after) = rest.split_once(')').unwrap_or((rest, ""));
        if !before.trim().is_empty() && after.trim().is_empty() {
            base = before;
            asides.extend(inside.split(',').map(str::trim));
        }
    }
    if let Some((before, after)) = base.split_once(',')
        && !before.trim().is_empty()
    {
        base = before;
        asides.extend(after.split(',').map(str::trim));
    }
    asides.retain(|aside| !aside.is_empty());
    (base.trim(), asides)
}

/// The two sides of "Åbo / Turku", "Biel – Bienne" or "Donostia-San Sebastián".
fn sides(base: &str) -> impl Iterator<Item = &str> {
    let parts: SmallVec<[&str; 2]> = if base.contains(['/', '–', '—']) || base.contains(" - ") {
        base.split(['/', '–', '—'])
            .flat_map(|part| part.split(" - "))
            .collect()
    } else {
        SmallVec::new()
    };
    parts
        .into_iter()
        .map(str::trim)
        .filter(|part| part.chars().count() > 2)
}

/// A part of a city that has a number for a name: "Budapest District XXIII", "13th district of Budapest".
fn numbered_part(name: &str) -> Option<(&str, u32)> {
    const BEFORE: [&str; 2] = ["district ", "bezirk "];
    const BEHIND: [&str; 6] = [
        " district of ",
        " district ",
        " arrondissement of ",
        " arrondissement de ",
        " bezirk von ",
        " kerulet ",
    ];
    let behind = |word: &str| {
        let (first, last) = name.split_once(word)?;
        number_of(last)
            .map(|number| (first, number))
            .or_else(|| Some((last, number_of(first)?)))
    };
    let before = |word: &str| {
        let (number, city) = name.strip_prefix(word)?.split_once(" of ")?;
        Some((city, number_of(number)?))
    };
    BEHIND
        .into_iter()
        .find_map(behind)
        .or_else(|| BEFORE.into_iter().find_map(before))
}

/// The name of a city before the number of a part of it: "Prague 15".
pub(super) fn without_number(name: &str) -> Option<&str> {
    name.rsplit_once(' ')
        .filter(|(_, number)| number.len() <= 2 && number.bytes().all(|b| b.is_ascii_digit()))
        .map(|(city, _)| city)
}

/// Spellings that stand for each other at the start of a name or within it.
fn respelled(name: &str) -> SmallVec<[String; 4]> {
    const FIRST: &[(&str, &[&str])] = &[
        ("st", &["saint", "sankt", "sint", "san", "sao"]),
        ("ste", &["sainte"]),
        ("saint", &["st", "san", "sao"]),
        ("sankt", &["st", "saint", "san", "sao"]),
        ("sint", &["st"]),
        ("mt", &["mount"]),
        ("mount", &["mt"]),
        ("ft", &["fort"]),
        ("nova", &["novaya", "nove"]),
    ];
    const WITHIN: &[(&str, &str)] = &[("ae", "a"), ("oe", "o"), ("ue", "u"), ("aa", "a")];
    let mut spellings = SmallVec::new();
    let (first, rest) = name.split_once(' ').unwrap_or((name, ""));
    if !rest.is_empty() {
        for (_, others) in FIRST.iter().filter(|(word, _)| *word == first) {
            spellings.extend(others.iter().map(|other| format!("{other} {rest}")));
        }
        for article in ["the ", "al ", "el ", "la ", "le ", "los ", "las ", "les "] {
            if let Some(bare) = name.strip_prefix(article) {
                spellings.push(bare.to_owned());
            }
        }
        spellings.push(name.replace(' ', ""));
    }
    // Χ and خ are written in several ways, and so is a spa that had no title yet.
    for (written, other) in [("h", "ch"), ("kh", "h"), ("ch", "h"), ("bad ", "")] {
        if let Some(rest) = name.strip_prefix(written) {
            spellings.push(format!("{other}{rest}"));
        }
    }
    for (two, one) in WITHIN {
        if name.contains(two) {
            spellings.push(name.replace(two, one));
        }
    }
    spellings
}

/// Words before a name that tell what the place is proud of or part of.
const TITLES: [&str; 11] = [
    "royal borough of ",
    "london borough of ",
    "greater ",
    "metropolitan ",
    "aldea ",
    "hansestadt ",
    "universitats und hansestadt ",
    "ostseebad insel ",
    "ostseebad ",
    "nordseebad ",
    "kurort ",
];

/// A name and where it is said to lie in the words of a language that lists are written in, as brackets would have it:
/// "Mora i Minnesota" is "Mora (Minnesota)".
pub(super) fn in_brackets(written: &str) -> Option<String> {
    const IN: [&str; 4] = [" i ", " in ", " у ", " в "];
    let begins_a_name = |part: &str| part.starts_with(char::is_uppercase);
    let (name, around) = IN.into_iter().find_map(|word| written.split_once(word))?;
    (begins_a_name(name) && begins_a_name(around)).then(|| format!("{name} ({around})"))
}

/// A name without the words that say that it is one of the past: "fd Kiikala", "f.d. Skagens kommun".
pub(super) fn former(written: &str) -> Option<String> {
    const FORMERLY: [&str; 9] = [
        "fd ",
        "f d ",
        "f.d. ",
        "f. d. ",
        "f.d ",
        "före detta ",
        "tidigare ",
        "forna ",
        "former ",
    ];
    let lower = written.to_lowercase();
    let word = FORMERLY.into_iter().find(|word| lower.starts_with(word))?;
    Some(written.get(word.len()..)?.trim().to_owned())
}

/// The name without an addition: "am Main", "sur Seine", or the town's name before its part's ("Brno-Vinohrady").
fn shortened(name: &str, around: &[String]) -> SmallVec<[String; 2]> {
    const LINKS: &[&str] = &[
        "am", "an", "im", "in", "bei", "ob", "auf", "vor", "unter", "sur", "sous", "en", "les",
        "lez", "upon", "on", "sul", "nad", "pod", "pri", "aan", "by", "de", "del", "della", "di",
        "do", "da", "du", "u", "na",
    ];
    let mut shorter = SmallVec::new();
    for town in around {
        if let Some(part) = name
            .strip_prefix(town.as_str())
            .and_then(|rest| rest.strip_prefix(' '))
        {
            shorter.push(part.to_owned());
        }
    }
    // "Greater Manchester", "Aldea Valle María", "Ostseebad Insel Poel", "Penang Island", "Droitwich Spa".
    for around in TITLES {
        shorter.extend(name.strip_prefix(around).map(str::to_owned));
    }
    for around in [" island", " islands", " spa"] {
        shorter.extend(name.strip_suffix(around).map(str::to_owned));
    }
    let words: SmallVec<[&str; 6]> = name.split(' ').collect();
    if let Some(link) = words.iter().skip(1).position(|word| LINKS.contains(word)) {
        let kept = words[..=link].join(" ");
        if kept.len() > 3 && link + 2 < words.len() {
            shorter.push(kept);
        }
    }
    shorter
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(written: &str) -> Vec<String> {
        Reading::of(written)
            .keys
            .into_iter()
            .map(|key| key.folded)
            .collect()
    }

    #[test]
    fn brackets_commas_and_level_words_are_read_apart() {
        assert_eq!(keys("Esch (Haaren)")[..2], ["esch haaren", "esch"]);
        assert_eq!(
            Reading::of("Esch (Haaren)").around[..],
            ["haaren".to_owned()]
        );
        assert_eq!(
            Reading::of("Portland, Maine").around[..],
            ["maine".to_owned()]
        );
        assert_eq!(
            Reading::of("Nowa Ruda (rural gmina)").level,
            Some(Level::Municipality)
        );
        assert!(keys("Lunds kommun").contains(&"lund".to_owned()));
        assert!(keys("Åbo / Turku").contains(&"turku".to_owned()));
        assert!(keys("Гётеборг").contains(&"geteborg".to_owned()));
        assert!(keys("Brno-Vinohrady (Brno)").contains(&"vinohrady".to_owned()));
        assert!(keys("St. Pölten").contains(&"sankt polten".to_owned()));
        assert!(keys("Commune d'Aalst").contains(&"aalst".to_owned()));
        assert!(keys("Chietin maakunta").contains(&"chieti".to_owned()));
    }

    #[test]
    fn a_part_of_a_city_that_has_a_number_for_a_name_is_read_in_both_kinds_of_numerals() {
        for written in [
            "13th district of Budapest",
            "Budapest District XIII",
            "Budapest district 13",
            "District 13 of Budapest",
        ] {
            let keys = keys(written);
            assert!(keys.contains(&"budapest xiii".to_owned()), "{keys:?}");
            assert!(keys.contains(&"budapest 13".to_owned()), "{keys:?}");
            assert_eq!(Reading::of(written).level, Some(Level::Part));
        }
    }

    #[test]
    fn nothing_written_reads_as_nothing() {
        for written in ["", "  ", "()", ",", "\u{202e}", "(Hanover)"] {
            let reading = Reading::of(written);
            assert!(
                reading.keys.iter().all(|key| !key.folded.is_empty()),
                "{written:?}"
            );
        }
    }
}
