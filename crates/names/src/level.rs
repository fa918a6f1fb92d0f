//! Levels of bodies, and the words that tell a level: "kommun", "County", "rural gmina", "Landkreis".

use serde::{Deserialize, Serialize};

use crate::fold;

/// What sort of body or place a name means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Level {
    /// A region, state or province: the first division of a country.
    Region,
    /// A county or district between region and municipality.
    County,
    /// A municipality, a city or a town.
    Municipality,
    /// A part of a city or of a municipality.
    Part,
}

impl Level {
    /// The level as a word for files and messages.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Region => "region",
            Self::County => "county",
            Self::Municipality => "municipality",
            Self::Part => "part",
        }
    }
}

/// Words for the sort of a body, folded, in the languages that lists of partners are written in. A word can be
/// left out of a name, and tells what is meant.
const WORDS: &[(Level, &[&str])] = &[
    (
        Level::Region,
        &[
            "region",
            "regionen",
            "regione",
            "regija",
            "province",
            "provincia",
            "provinsen",
            "provins",
            "prowincja",
            "state",
            "delstaten",
            "delstat",
            "land",
            "bundesland",
            "oblast",
            "oblasten",
            "obwod",
            "voblast",
            "krai",
            "kray",
            "kraj",
            "voivodeship",
            "voivodship",
            "vojvodskap",
            "wojewodztwo",
            "prefecture",
            "prefektur",
            "prefekturen",
            "prefektura",
            "governorate",
            "canton",
            "kanton",
            "lan",
            "lans",
            "laani",
            "fylke",
            "fylkeskommune",
            "fylkeskommun",
            "department",
            "departement",
            "departementet",
            "fylket",
            "guvernement",
            "guvernementet",
            "guvernoratet",
            "kantonen",
            "lanet",
            "landskapet",
            "voivodskap",
            "voivodskapet",
            "vojvodskapet",
            "departamento",
            "ken",
            "autonomous okrug",
            "autonomous region",
            "republic",
            "megye",
            "maakond",
            "maakunta",
            "landskap",
            "landstinget",
            "landsting",
            "judet",
            "judetul",
            "zupanija",
            "zhupaniya",
            "apskritis",
            "regional unit",
            "county council",
            "provinz",
            "provincie",
            "provinssi",
            "estado",
            "cantone",
            "woiwodschaft",
            "voivodie",
            "gouvernement",
            "gouvernorat",
            "komitat",
            "wilaya",
            "regio",
            "prefectura",
            "prafektur",
        ],
    ),
    (
        Level::County,
        &[
            "county",
            "district",
            "distrikt",
            "distriktet",
            "raion",
            "rayon",
            "rajon",
            "rajonen",
            "powiat",
            "poviat",
            "kreis",
            "landkreis",
            "lk",
            "okres",
            "okrug",
            "jaras",
            "amt",
            "arrondissement",
            "comarca",
            "gun",
            "ilcesi",
            "subregion",
            "metropolitan area",
            "conseil departemental",
            "urban okrug",
            "administrative district",
            "municipal district",
            "diocese",
            "autonomous prefecture",
            "autonomous county",
            "autonomous district",
            "communaute",
            "communaute de communes",
            "agglomeration",
            "communaute d agglomeration",
            "bezirk",
            "verwaltungsbezirk",
            "politischer bezirk",
            "rejon",
            "distrito",
            "distretto",
            "condado",
            "contea",
            "comte",
            "hrabstwo",
            "graafschap",
            "grafschaft",
            "okreg",
            "piiri",
            "piirikunta",
            "seutukunta",
            "cercle",
            "harad",
            "grevskapet",
            "sysla",
        ],
    ),
    (
        Level::Municipality,
        &[
            "kommun",
            "kommune",
            "kommuna",
            "kommunen",
            "kommunes",
            "municipality",
            "municipal",
            "municipio",
            "municipi",
            "municipalities",
            "municipalidad",
            "municipal unit",
            "gmina",
            "rural gmina",
            "urban gmina",
            "urban rural gmina",
            "gemeinde",
            "gemeente",
            "marktgemeinde",
            "stadtgemeinde",
            "verbandsgemeinde",
            "samtgemeinde",
            "stadt",
            "markt",
            "commune",
            "comune",
            "comuna",
            "municipiul",
            "oras",
            "orasul",
            "concelho",
            "kaupunki",
            "kunta",
            "linn",
            "vald",
            "parish",
            "rural municipality",
            "landskommun",
            "landkommun",
            "maalaiskunta",
            "mlk",
            "vallavalitsus",
            "linnavalitsus",
            "novads",
            "pilseta",
            "savivaldybe",
            "miesto",
            "rajono",
            "rajono savivaldybe",
            "city",
            "town",
            "township",
            "village",
            "stad",
            "staden",
            "by",
            "byen",
            "ville",
            "city council",
            "town council",
            "borough",
            "hromada",
            "territorial community",
            "urban hromada",
            "obec",
            "mesto",
            "mestys",
            "grad",
            "opcina",
            "opstina",
            "obcina",
            "obshtina",
            "varos",
            "nagykozseg",
            "kozseg",
            "miasto",
            "kommunefaellesskab",
            "shi",
            "si",
            "machi",
            "cho",
            "mura",
            "bystyre",
            "kommunstyrelse",
            "cidade",
            "ciudad",
            "citta",
            "comunidad",
            "prefeitura",
            "ayuntamiento",
            "bashkia",
            "belediyesi",
            "the city of",
            "city of",
            "municipality of",
            "town of",
            "comune di",
            "ville de",
            "district of columbia",
            "delegation",
            "urban settlement",
            "urban type settlement",
            "metropolitan municipality",
            "metropolitan city",
            "metropolis",
            "special city",
            "special municipality",
            "autonomous city",
            "local municipality",
            "regional county municipality",
            "capital",
            "prefecture level city",
            "huvudstad",
            "huvudstaden",
            "sogn",
            "municipalite",
            "regional council",
        ],
    ),
    (
        Level::Part,
        &[
            "ward",
            "quarter",
            "neighborhood",
            "neighbourhood",
            "ku",
            "gu",
            "stadsdel",
            "stadtteil",
            "city district",
            "city district of",
            "bydel",
            "linnaosa",
            "kerulet",
            "kerulete",
            "dzielnica",
            "parroquia",
            "freguesia",
            "frazione",
            "ortsteil",
            "mahalle",
            "barrio",
            "suburb",
            "civil parish",
            "special ward",
            "stadtbezirk",
            "dystrykt",
            "subdistrict",
        ],
    ),
];

/// A folded name without the words that tell its level, and that level; `None` when there are no such words, or
/// nothing else.
pub(crate) fn without_level(folded: &str) -> Option<(&str, Level)> {
    let (mut name, mut level, mut at_start) = (folded, None, false);
    loop {
        if let Some((rest, found)) = without_last(name) {
            // "Canton of Villé" is about Villé, and not a town called "Canton of".
            if level.is_none()
                && let Some((rest, found)) = before_a_link(name)
            {
                return Some((rest, found));
            }
            (name, level) = (rest, level.or(Some(found)));
        } else if let Some((rest, found)) = without_first(name) {
            (name, level, at_start) = (rest, level.or(Some(found)), true);
        } else {
            break;
        }
    }
    // "of", "di", "de" after the word at the start: "City of X", "Comune di X".
    let link = name
        .split_once(' ')
        .filter(|(word, _)| at_start && is_link(word));
    Some((link.map_or(name, |(_, rest)| rest), level?))
}

/// A name, folded, without the words that tell its level, and that level, where other words than a municipality's tell it: what
/// is left of "Gmina Rudniki", "Rudniki kommun" and "Rudniki" alike. "Viljandi vald" is not the town and keeps its words.
#[must_use]
pub fn bare(name: &str) -> (String, Option<Level>) {
    let folded = fold(name);
    let apart = without_level(&folded).or_else(|| without_joined_level(&folded));
    match apart {
        Some((rest, level)) if is_around_a_town(&folded).is_none() => {
            let level = Some(level).filter(|level| *level != Level::Municipality);
            (rest.to_owned(), level)
        }
        _ => (folded, None),
    }
}

/// Words between the word for a level and the name.
fn is_link(word: &str) -> bool {
    matches!(
        word,
        "of" | "di" | "de" | "do" | "da" | "del" | "du" | "des" | "d" | "von"
    )
}

/// The name behind a word for its level and a link, and that level.
fn before_a_link(name: &str) -> Option<(&str, Level)> {
    let (rest, level) = without_first(name)?;
    let removed = &name[..name.len() - rest.len()];
    if removed.trim_end().rsplit(' ').next().is_some_and(is_link) {
        return Some((rest, level));
    }
    let (_, rest) = rest.split_once(' ').filter(|(word, _)| is_link(word))?;
    Some((rest, level))
}

/// Words that Swedish, Norwegian and Danish write together with the name before them, folded: "Hunanprovinsen". Others end
/// names of towns too (Halmstad, Ried im Innkreis).
const JOINED: [&str; 19] = [
    "delstaten",
    "departementet",
    "distriktet",
    "distrikt",
    "fylket",
    "fylke",
    "guvernementet",
    "guvernoratet",
    "kantonen",
    "kommunen",
    "kommune",
    "kommun",
    "oblasten",
    "prefekturen",
    "provinsen",
    "regionen",
    "region",
    "voivodskapet",
    "vojvodskapet",
];

/// A folded name without the word for its level that is written together with it, and that level.
pub(crate) fn without_joined_level(folded: &str) -> Option<(&str, Level)> {
    let (stem, word) = JOINED
        .into_iter()
        .find_map(|word| Some((folded.strip_suffix(word)?, word)))?;
    let is_name = stem.chars().count() > 2 && !stem.ends_with(' ');
    is_name.then_some((stem, level_of(word)?))
}

/// Words of names of municipalities around a town that is one of its own, folded, and words for the town.
const AROUND_A_TOWN: [&str; 7] = [
    "vald",
    "landskommun",
    "landkommun",
    "maalaiskunta",
    "mlk",
    "parish",
    "lk",
];
const TOWN: [&str; 9] = [
    "linn", "stad", "staden", "city", "town", "kaupunki", "miasto", "mesto", "urban",
];

/// Whether a name, folded or not, says that it means the municipality around a town, or the town; `None` when it says
/// neither.
pub(crate) fn is_around_a_town(name: &str) -> Option<bool> {
    let is_one_of =
        |words: &[&str], word: &str| words.iter().any(|one| word.eq_ignore_ascii_case(one));
    name.split(' ').find_map(|word| match word {
        word if is_one_of(&AROUND_A_TOWN, word) => Some(true),
        word if is_one_of(&TOWN, word) => Some(false),
        _ => None,
    })
}

/// The level that a folded text names when it holds nothing but such words ("rural gmina", "district").
pub(crate) fn level_only(folded: &str) -> Option<Level> {
    let (mut left, mut level) = (folded, None);
    loop {
        if let Some(found) = level_of(left) {
            return level.or(Some(found));
        }
        let (rest, found) = without_last(left)?;
        (left, level) = (rest, level.or(Some(found)));
    }
}

/// Most words that tell a level together.
const TOGETHER: usize = 3;

/// The name without the words at its end that tell a level, the most that do.
fn without_last(name: &str) -> Option<(&str, Level)> {
    let ends = name.rmatch_indices(' ').take(TOGETHER);
    ends.filter_map(|(at, _)| Some((&name[..at], level_of(&name[at + 1..])?)))
        .last()
}

/// The name without the words at its start that tell a level, the most that do.
fn without_first(name: &str) -> Option<(&str, Level)> {
    let starts = name.match_indices(' ').take(TOGETHER);
    starts
        .filter_map(|(at, _)| Some((&name[at + 1..], level_of(&name[..at])?)))
        .last()
}

fn level_of(text: &str) -> Option<Level> {
    use std::sync::OnceLock;
    static BY_WORD: OnceLock<rustc_hash::FxHashMap<&'static str, Level>> = OnceLock::new();
    BY_WORD
        .get_or_init(|| {
            WORDS
                .iter()
                .flat_map(|(level, words)| words.iter().map(move |word| (*word, *level)))
                .collect()
        })
        .get(text)
        .copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_for_the_level_are_left_out_and_remembered() {
        let table = [
            (
                "lyngby taarbaek kommune",
                Some(("lyngby taarbaek", Level::Municipality)),
            ),
            ("turun kaupunki", Some(("turun", Level::Municipality))),
            ("snohomish county", Some(("snohomish", Level::County))),
            ("landkreis osnabruck", Some(("osnabruck", Level::County))),
            ("city of york", Some(("york", Level::Municipality))),
            ("provinz chieti", Some(("chieti", Level::Region))),
            ("kreis laane viru", Some(("laane viru", Level::County))),
            ("bezirk tukums", Some(("tukums", Level::County))),
            ("tukums distrikt", Some(("tukums", Level::County))),
            ("distretto di tukums", Some(("tukums", Level::County))),
            ("woiwodschaft schlesien", Some(("schlesien", Level::Region))),
            ("chietin maakunta", Some(("chietin", Level::Region))),
            ("canton of ville", Some(("ville", Level::Region))),
            ("region", None),
            ("lund", None),
        ];
        for (written, expected) in table {
            let found = without_level(written);
            assert_eq!(found, expected, "{written}");
        }
    }

    #[test]
    fn a_word_for_the_level_may_be_written_together_with_the_name() {
        let table = [
            ("hunanprovinsen", Some(("hunan", Level::Region))),
            ("charkivregionen", Some(("charkiv", Level::Region))),
            ("osnabruckdistriktet", Some(("osnabruck", Level::County))),
            ("alingsaskommun", Some(("alingsas", Level::Municipality))),
            ("hunan provinsen", None),
            ("provinsen", None),
            ("halmstad", None),
            ("ried im innkreis", None),
        ];
        for (written, expected) in table {
            assert_eq!(without_joined_level(written), expected, "{written}");
        }
    }

    #[test]
    fn every_word_that_is_written_together_is_a_word_for_a_level() {
        assert!(JOINED.into_iter().all(|word| level_of(word).is_some()));
    }

    #[test]
    fn a_text_of_nothing_but_such_words_is_a_level() {
        assert_eq!(level_only("rural gmina"), Some(Level::Municipality));
        assert_eq!(level_only("district"), Some(Level::County));
        assert_eq!(level_only("hanover"), None);
        assert_eq!(level_only("city hanover"), None);
    }
}
