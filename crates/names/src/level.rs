//! Levels of bodies, and the words that tell a level: "kommun", "County", "rural gmina", "Landkreis".

/// What sort of body or place a name means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
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
            "department",
            "departement",
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
            "subregion",
            "metropolitan area",
            "conseil departemental",
            "urban okrug",
            "administrative district",
            "municipal district",
            "diocese",
            "communaute",
            "communaute de communes",
            "agglomeration",
            "communaute d agglomeration",
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
            "concelho",
            "kaupunki",
            "kunta",
            "linn",
            "vald",
            "parish",
            "rural municipality",
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
            "local municipality",
            "regional county municipality",
            "capital",
            "prefecture level city",
            "huvudstad",
            "huvudstaden",
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
        ],
    ),
];

/// A folded name without the words that tell its level, and that level; `None` when there are no such words, or
/// nothing else.
pub(crate) fn without_level(folded: &str) -> Option<(String, Level)> {
    let words: Vec<&str> = folded.split(' ').collect();
    let (mut from, mut to, mut level) = (0, words.len(), None);
    loop {
        if let Some((taken, found)) = at_end(&words[from..to]) {
            to -= taken;
            level = level.or(Some(found));
        } else if let Some((taken, found)) = at_start(&words[from..to]) {
            from += taken;
            level = level.or(Some(found));
        } else {
            break;
        }
    }
    // "of", "di", "de" after the word at the start: "City of X", "Comune di X".
    if from > 0
        && to > from + 1
        && matches!(words[from], "of" | "di" | "de" | "do" | "da" | "del" | "d")
    {
        from += 1;
    }
    Some((words[from..to].join(" "), level?)).filter(|(name, _)| !name.is_empty())
}

/// The level that a folded text names when it holds nothing but such words ("rural gmina", "district").
pub(crate) fn level_only(folded: &str) -> Option<Level> {
    let words: Vec<&str> = folded.split(' ').collect();
    let (mut to, mut level) = (words.len(), None);
    while let Some((taken, found)) = longest(&words[..to], |n| to - n..to) {
        to -= taken;
        level = level.or(Some(found));
    }
    level.filter(|_| to == 0)
}

fn at_end(words: &[&str]) -> Option<(usize, Level)> {
    longest(words, |taken| words.len() - taken..words.len())
        .filter(|(taken, _)| *taken < words.len())
}

fn at_start(words: &[&str]) -> Option<(usize, Level)> {
    longest(words, |taken| 0..taken).filter(|(taken, _)| *taken < words.len())
}

fn longest(
    words: &[&str],
    range: impl Fn(usize) -> std::ops::Range<usize>,
) -> Option<(usize, Level)> {
    (1..=words.len().min(3))
        .rev()
        .find_map(|taken| level_of(&words[range(taken)].join(" ")).map(|level| (taken, level)))
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
            ("region", None),
            ("lund", None),
        ];
        for (written, expected) in table {
            let found = without_level(written);
            assert_eq!(
                found.as_ref().map(|(name, level)| (name.as_str(), *level)),
                expected,
                "{written}"
            );
        }
    }

    #[test]
    fn a_text_of_nothing_but_such_words_is_a_level() {
        assert_eq!(level_only("rural gmina"), Some(Level::Municipality));
        assert_eq!(level_only("district"), Some(Level::County));
        assert_eq!(level_only("hanover"), None);
        assert_eq!(level_only("city hanover"), None);
    }
}
