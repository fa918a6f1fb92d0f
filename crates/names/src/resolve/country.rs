//! The country as written: a country under any of its names, a part of one, or a state that is no more.

use smallvec::SmallVec;
use vanort_domain::CountryCode;

use crate::gazetteer::{Gazetteer, PlaceRef};
use crate::{Countries, Level, fold};

/// Where a name is to be looked for.
#[derive(Debug, Clone, Default)]
pub(super) struct Where {
    /// The countries meant; more than one for a state that is no more. Empty when none was understood.
    pub(super) countries: SmallVec<[CountryCode; 2]>,
    /// The part of the country that was written in its place.
    pub(super) region: Option<PlaceRef>,
    /// Countries in which things of that country may be filed.
    pub(super) related: SmallVec<[CountryCode; 4]>,
}

/// States that are no more, and those that lie where they lay.
const SUCCESSORS: &[(&str, &[&str])] = &[
    (
        "SU",
        &[
            "RU", "UA", "BY", "EE", "LV", "LT", "MD", "GE", "AM", "AZ", "KZ", "UZ", "TM", "KG",
            "TJ",
        ],
    ),
    ("YU", &["RS", "HR", "SI", "BA", "MK", "ME", "XK"]),
    ("CS", &["CZ", "SK", "RS", "ME"]),
    ("DD", &["DE"]),
    ("AN", &["CW", "SX", "BQ"]),
    ("ZR", &["CD"]),
    ("BU", &["MM"]),
];

/// Countries and the territories that lists file under them, or under which lists file parts of them.
const RELATED: &[(&str, &[&str])] = &[
    ("FI", &["AX"]),
    ("DK", &["FO", "GL"]),
    ("NO", &["SJ"]),
    (
        "FR",
        &[
            "RE", "GP", "MQ", "GF", "YT", "NC", "PF", "PM", "MF", "BL", "WF",
        ],
    ),
    ("NL", &["AW", "CW", "SX", "BQ"]),
    (
        "GB",
        &[
            "GG", "JE", "IM", "GI", "BM", "FK", "KY", "TC", "SH", "MS", "AI", "VG",
        ],
    ),
    ("US", &["PR", "GU", "VI", "AS", "MP"]),
    ("CN", &["HK", "MO", "TW"]),
    ("TW", &["CN"]),
    ("RU", &["UA"]),
    ("UA", &["RU"]),
    ("MA", &["EH"]),
    ("EH", &["MA"]),
    ("IL", &["PS"]),
    ("PS", &["IL"]),
    ("RS", &["XK"]),
    ("AU", &["NF", "CX", "CC"]),
    ("NZ", &["CK", "NU", "TK"]),
    ("IE", &["GB"]),
    ("AZ", &["AM"]),
    ("AM", &["AZ"]),
    ("SY", &["IL"]),
];

impl Where {
    /// Reads a country as written.
    pub(super) fn read(written: &str, countries: &Countries, gazetteer: &Gazetteer) -> Self {
        let mut found = Self::default();
        let without_aside = written.split('(').next().unwrap_or(written).trim();
        let parts: SmallVec<[&str; 3]> = without_aside
            .split(',')
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .collect();
        let whole = [written, without_aside]
            .into_iter()
            .find_map(|text| code_of(text, countries));
        if let Some(code) = whole {
            found.take(code, gazetteer);
            return found;
        }
        // "England, United Kingdom", "Hannover, Niedersachsen, Germany": the country comes last, or first.
        for (at, part) in parts.iter().enumerate().rev() {
            if let Some(code) = code_of(part, countries) {
                found.take(code, gazetteer);
                found.region = parts
                    .iter()
                    .enumerate()
                    .filter(|(other, _)| *other != at)
                    .find_map(|(_, part)| region_of(part, &found.countries, gazetteer));
                return found;
            }
        }
        // A state or a region in place of the country; the one with most people goes before its namesakes.
        if let Some(region) = parts
            .iter()
            .find_map(|part| region_of(part, &[], gazetteer))
        {
            found.take(gazetteer.place(region).country, gazetteer);
            found.region = Some(region);
            return found;
        }
        if let Some(code) = countries.near_name(without_aside) {
            found.take(code, gazetteer);
        }
        found
    }

    /// Reads what may be a country, or a region of one, and is neither guessed at nor near.
    pub(super) fn named(written: &str, countries: &Countries, gazetteer: &Gazetteer) -> Self {
        let mut found = Self::default();
        if let Some(code) = code_of(written, countries) {
            found.take(code, gazetteer);
        } else if let Some(region) = region_of(written, &[], gazetteer) {
            found.take(gazetteer.place(region).country, gazetteer);
            found.region = Some(region);
        }
        found
    }

    /// Whether words name the country itself, under any of its names.
    pub(super) fn is_country(&self, written: &str, countries: &Countries) -> bool {
        code_of(written, countries).is_some_and(|code| self.countries.contains(&code))
    }

    /// Whether a region of these countries has that name.
    pub(super) fn has_region(&self, written: &str, gazetteer: &Gazetteer) -> bool {
        !self.countries.is_empty() && region_of(written, &self.countries, gazetteer).is_some()
    }

    /// One country by its code.
    pub(super) fn code(code: CountryCode, gazetteer: &Gazetteer) -> Self {
        let mut found = Self::default();
        found.take(code, gazetteer);
        found
    }

    fn take(&mut self, code: CountryCode, gazetteer: &Gazetteer) {
        let named = |table: &[(&str, &'static [&'static str])]| {
            table
                .iter()
                .find(|(of, _)| *of == code.as_str())
                .map_or(&[][..], |(_, others)| others)
        };
        let codes =
            |texts: &'static [&'static str]| texts.iter().filter_map(|text| text.parse().ok());
        let successors = named(SUCCESSORS);
        if !successors.is_empty() && !gazetteer.countries().any(|country| country == code) {
            self.countries.extend(codes(successors));
        } else {
            self.countries.push(code);
            self.related.extend(codes(named(RELATED)));
        }
    }
}

fn code_of(text: &str, countries: &Countries) -> Option<CountryCode> {
    if text.len() == 2
        && text.bytes().all(|letter| letter.is_ascii_uppercase())
        && let Some(country) = text.parse().ok().and_then(|code| countries.get(code))
    {
        return Some(country.code);
    }
    let folded = fold(text);
    let known = |folded: &str| {
        countries
            .by_name(folded)
            .map(|country| country.code)
            .or_else(|| countries.code_by_name(folded))
    };
    // "Bosnia and Herzegovina" for "Bosnia & Herzegovina".
    let without_and = || known(&folded.replace(" and ", " "));
    known(&folded).or_else(without_and).or_else(|| {
        [
            "the ",
            "republic of ",
            "kingdom of ",
            "state of ",
            "islamic republic of ",
            "federal republic of ",
            "republiken ",
        ]
        .iter()
        .find_map(|prefix| known(folded.strip_prefix(prefix)?))
    })
}

/// The region of that name in one of the countries, or in any when none are given; the one with most people.
fn region_of(text: &str, countries: &[CountryCode], gazetteer: &Gazetteer) -> Option<PlaceRef> {
    let folded = fold(text);
    let bare = crate::level::without_level(&folded).map(|(bare, _)| bare);
    gazetteer
        .named_anywhere(&folded)
        .chain(bare.iter().flat_map(|bare| gazetteer.named_anywhere(bare)))
        .filter(|(country, _)| countries.is_empty() || countries.contains(country))
        .map(|(_, named)| named.place)
        .filter(|of| gazetteer.place(*of).level == Level::Region)
        .max_by_key(|of| gazetteer.place(*of).weight)
}
