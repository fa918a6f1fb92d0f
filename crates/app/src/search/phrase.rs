//! What is sought in words ("vänorter i Finland") as a selection of partnerships.

use rustc_hash::FxHashMap;
use vanort_domain::vocabulary::{Kind, Standing, Theme};
use vanort_domain::{BodyId, CountryCode};
use vanort_names::fold;

use super::{LEAST_OF_OTHERS, begins_a_word};
use crate::explore::Facet;
use crate::{Countries, Snapshot};

/// A part of the world that people ask for.
#[derive(Debug, PartialEq, Eq)]
pub struct Area {
    /// Its name in the messages.
    pub key: &'static str,
    /// What of the explorer tells it.
    pub facet: Facet,
    /// The values that belong to it.
    pub values: &'static [&'static str],
}

/// The continents, the European Union, those that receive aid, and what people in Sweden call a region: the Nordic
/// countries with Åland, the Faroes and Greenland, as in the Nordic Council, and the three Baltic states.
pub static AREAS: [Area; 10] = [
    area("eu", Facet::Union, &["eu"]),
    area("aid-receiving", Facet::Union, &["aid"]),
    area("europe", Facet::Continent, &["EU"]),
    area("asia", Facet::Continent, &["AS"]),
    area("africa", Facet::Continent, &["AF"]),
    area("north-america", Facet::Continent, &["NA"]),
    area("south-america", Facet::Continent, &["SA"]),
    area("oceania", Facet::Continent, &["OC"]),
    area(
        "nordic",
        Facet::Country,
        &["AX", "DK", "FI", "FO", "GL", "IS", "NO"],
    ),
    area("baltic", Facet::Country, &["EE", "LT", "LV"]),
];

const fn area(key: &'static str, facet: Facet, values: &'static [&'static str]) -> Area {
    Area { key, facet, values }
}

/// What a word or two of a question mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// A small word that narrows nothing: "i", "med", "all".
    Nothing,
    /// Partnerships, of whatever kind.
    Any,
    /// Of this kind.
    Kind(Kind),
    /// In this field.
    Theme(Theme),
    /// Standing so.
    Standing(Standing),
    /// With a partner in this country, of which it is a part: "England".
    PartOf(CountryCode),
    /// With a partner in this part of the world.
    In(&'static Area),
}

/// Words and what they mean, in all languages together.
#[derive(Debug, Default)]
pub struct Phrasebook {
    meanings: FxHashMap<String, Meaning>,
    /// Code and name of a county by its folded names.
    counties: FxHashMap<String, (String, String)>,
}

impl Phrasebook {
    /// Adds words that mean something; what is there already stays.
    pub fn add(&mut self, words: &str, meaning: Meaning) {
        let folded = fold(words);
        if !folded.is_empty() {
            self.meanings.entry(folded).or_insert(meaning);
        }
    }

    /// Fields, kinds and parts of the world of which a word begins with the text, each once: "vat" is the beginning of water.
    #[must_use]
    pub fn beginning(&self, written: &str) -> Vec<Meaning> {
        let folded = fold(written);
        if folded.chars().count() < LEAST_OF_OTHERS {
            return Vec::new();
        }
        let is_sought = |meaning: &Meaning| {
            matches!(
                meaning,
                Meaning::Kind(_) | Meaning::Theme(_) | Meaning::In(_)
            )
        };
        let mut found: Vec<(&str, Meaning)> = self
            .meanings
            .iter()
            .filter(|(words, _)| begins_a_word(words, &folded))
            .filter(|(_, meaning)| is_sought(meaning))
            .map(|(words, meaning)| (words.as_str(), *meaning))
            .collect();
        found.sort_unstable_by_key(|(words, _)| *words);
        let mut meanings: Vec<Meaning> = Vec::new();
        for (_, meaning) in found {
            if !meanings.contains(&meaning) {
                meanings.push(meaning);
            }
        }
        meanings
    }

    /// Adds what a language calls the Swedish county of a code.
    pub fn add_county(&mut self, name: &str, code: &str) {
        let county = (code.to_owned(), name.to_owned());
        self.counties.entry(fold(name)).or_insert(county);
    }
}

/// Which partnerships are sought.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// Of this kind.
    pub kind: Option<Kind>,
    /// In this field.
    pub theme: Option<Theme>,
    /// Standing so.
    pub standing: Option<Standing>,
    /// The year of which is asked: when they ended, where that is said; else the one in which they were, or began.
    pub year: Option<u16>,
    /// With a partner in this country.
    pub country: Option<CountryCode>,
    /// With a partner in this part of the world.
    pub area: Option<&'static Area>,
    /// With a Swedish side in the county of this code; with its name.
    pub county: Option<(String, String)>,
    /// Of this body.
    pub body: Option<BodyId>,
    /// With this other body.
    pub other: Option<BodyId>,
}

/// Words that are looked at together, and words in all.
const MOST_TOGETHER: usize = 5;
const MOST_WORDS: usize = 12;

impl Selection {
    /// Reads a question; `None` when a word of it is not understood, or when it is no more than a name.
    #[must_use]
    pub fn read(
        written: &str,
        phrasebook: &Phrasebook,
        snapshot: &Snapshot,
        countries: &Countries,
    ) -> Option<Self> {
        let folded = fold(written);
        let words: Vec<&str> = folded.split(' ').collect();
        if words.len() > MOST_WORDS {
            return None;
        }
        let reading = Reading {
            phrasebook,
            snapshot,
            countries,
        };
        let mut selection = Self::default();
        let mut says_partnerships = false;
        let mut rest = &words[..];
        while !rest.is_empty() {
            let longest = rest.len().min(MOST_TOGETHER);
            let (count, what) = (1..=longest).rev().find_map(|count| {
                let together = rest[..count].join(" ");
                Some((count, reading.meaning(&together)?))
            })?;
            says_partnerships |= matches!(what, What::Word(Meaning::Any | Meaning::PartOf(_)));
            selection.narrow(what)?;
            rest = &rest[count..];
        }
        let parts = selection.parts();
        let is_name = parts == 1
            && !says_partnerships
            && (selection.country.is_some()
                || selection.body.is_some()
                || selection.year.is_some());
        (parts > 0 && !is_name).then_some(selection)
    }

    fn narrow(&mut self, what: What) -> Option<()> {
        fn once<T>(place: &mut Option<T>, value: T) -> Option<()> {
            place.is_none().then(|| *place = Some(value))
        }
        match what {
            What::Word(Meaning::Nothing | Meaning::Any) => Some(()),
            What::Word(Meaning::Kind(kind)) => once(&mut self.kind, kind),
            What::Word(Meaning::Theme(theme)) => once(&mut self.theme, theme),
            What::Word(Meaning::Standing(standing)) => once(&mut self.standing, standing),
            What::Word(Meaning::In(area)) => once(&mut self.area, area),
            What::Year(year) => once(&mut self.year, year),
            What::County(code, name) => once(&mut self.county, (code, name)),
            What::Country(country) | What::Word(Meaning::PartOf(country)) => {
                once(&mut self.country, country)
            }
            // "Växjö Kalusj" are the two sides of one.
            What::Body(body) => match &self.body {
                None => once(&mut self.body, body),
                Some(one) if *one != body => once(&mut self.other, body),
                Some(_) => None,
            },
        }
    }

    /// Whether it asks how it was in a year, and not how it is.
    #[must_use]
    pub fn is_past(&self) -> bool {
        self.year.is_some() && self.standing != Some(Standing::Ended)
    }

    fn parts(&self) -> usize {
        [
            self.kind.is_some(),
            self.theme.is_some(),
            self.standing.is_some(),
            self.year.is_some(),
            self.country.is_some(),
            self.area.is_some(),
            self.county.is_some(),
            self.body.is_some(),
            self.other.is_some(),
        ]
        .into_iter()
        .filter(|is_there| *is_there)
        .count()
    }
}

/// Ukrainian case endings that are too long for a slip of the pen, with those of the nominative, as they are folded:
/// instrumental, and those of two words in the genitive or locative. From the school grammar of nouns and adjectives.
const ENDINGS: [(&str, &str); 12] = [
    ("ією", "ія"),
    ("ями", "і"),
    ("ами", "и"),
    ("ими", "і"),
    ("єю", "я"),
    ("ею", "а"),
    ("ою", "а"),
    ("єм", "и"),
    ("ем", "ь"),
    ("ом", ""),
    ("іі", "ія"),
    ("оі", "а"),
];

/// Folded Ukrainian words in the nominative, as far as their endings tell.
fn in_nominative(folded: &str) -> String {
    let word = |word: &str| {
        let found = ENDINGS
            .iter()
            .find_map(|(ending, base)| Some(format!("{}{base}", word.strip_suffix(ending)?)));
        found.unwrap_or_else(|| word.to_owned())
    };
    let words: Vec<String> = folded.split(' ').map(word).collect();
    words.join(" ")
}

enum What {
    Word(Meaning),
    Year(u16),
    County(String, String),
    Country(CountryCode),
    Body(BodyId),
}

struct Reading<'a> {
    phrasebook: &'a Phrasebook,
    snapshot: &'a Snapshot,
    countries: &'a Countries,
}

impl Reading<'_> {
    fn meaning(&self, folded: &str) -> Option<What> {
        if let Some(meaning) = self.phrasebook.meanings.get(folded) {
            return Some(What::Word(*meaning));
        }
        let year = folded.parse().ok();
        if let Some(year) = year.filter(|year| (1900..=2100).contains(year)) {
            return Some(What::Year(year));
        }
        // Sweden is where everybody is: it narrows nothing.
        let country = |code| match code {
            CountryCode::SWEDEN => What::Word(Meaning::Nothing),
            code => What::Country(code),
        };
        if let Some(found) = self.countries.by_name(folded) {
            return Some(country(found.code));
        }
        let index = self.snapshot.search_index();
        // "Kalmar" is the municipality; the county is "Kalmar län".
        if let Some(body) = index.called(&self.snapshot.register, folded) {
            return Some(What::Body(body));
        }
        // "Lunds vänorter".
        let whose = folded.strip_suffix('s').filter(|whose| whose.len() > 2);
        if let Some(body) = whose.and_then(|whose| index.called(&self.snapshot.register, whose)) {
            return Some(What::Body(body));
        }
        if let Some((code, name)) = index.county(folded) {
            return Some(What::County(code.to_owned(), name.to_owned()));
        }
        if let Some((code, name)) = self.phrasebook.counties.get(folded) {
            return Some(What::County(code.clone(), name.clone()));
        }
        // "з Кенією", "Великою Британією", "з Полтавою".
        let nominative = in_nominative(folded);
        if let Some(found) = self.countries.by_name(&nominative) {
            return Some(country(found.code));
        }
        if nominative != folded
            && let Some(body) = index.called(&self.snapshot.register, &nominative)
        {
            return Some(What::Body(body));
        }
        // "у Польщі": another case ending is like a slip of the pen.
        self.countries.near_name(folded).map(country)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_are_known_in_the_instrumental_and_of_two_words_in_the_genitive() {
        let table = [
            ("Кенією", "Кенія"),
            ("Польщею", "Польща"),
            ("Литвою", "Литва"),
            ("Китаєм", "Китай"),
            ("Ізраїлем", "Ізраїль"),
            ("Казахстаном", "Казахстан"),
            ("Нідерландами", "Нідерланди"),
            ("Великою Британією", "Велика Британія"),
            ("Великої Британії", "Велика Британія"),
            ("Сполученими Штатами", "Сполучені Штати"),
        ];
        for (written, name) in table {
            assert_eq!(in_nominative(&fold(written)), fold(name), "{written}");
        }
    }
}
