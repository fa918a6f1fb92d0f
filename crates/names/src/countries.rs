//! Countries: codes, names in many languages, groupings.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use time::Date;
use vanort_domain::{CountryCode, Edtf};

use crate::fold;
use crate::near::Letters;

/// A country, territory or withdrawn state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 alpha-2 code.
    pub code: CountryCode,
    /// ISO 3166-1 numeric code, three digits, as in map files; empty where there is none.
    pub numeric: String,
    /// Swedish name.
    pub name_sv: String,
    /// English name.
    pub name_en: String,
    /// Ukrainian name, where CLDR has one.
    pub name_uk: Option<String>,
    /// Continent: `EU`, `AS`, `AF`, `NA`, `SA`, `OC`, `AN`.
    pub continent: String,
    /// Whether it is a member of the European Union.
    pub eu: bool,
    /// Whether it belongs to the European Economic Area.
    pub eea: bool,
    /// The first year in which it was a member of the European Union, where it ever was.
    pub eu_since: Option<i32>,
    /// The last day on which it was one, where it has left.
    pub eu_until: Option<Edtf>,
    /// The first year in which it belonged to the European Economic Area, which whoever leaves the Union leaves too.
    pub eea_since: Option<i32>,
    /// Year in which the state ceased to exist, as written; empty for those that exist.
    pub historic_until: String,
    /// The state it belongs to, although it has a code of its own: Macao, Åland, Greenland.
    pub part_of: Option<CountryCode>,
}

impl Country {
    /// Its name in a language (`sv`, `en`, `uk`); English where there is none.
    #[must_use]
    pub fn name(&self, language: &str) -> &str {
        match language {
            "sv" => &self.name_sv,
            "uk" => self.name_uk.as_deref().unwrap_or(&self.name_en),
            _ => &self.name_en,
        }
    }

    /// Whether it was a member of the European Union on a day; of the first year the day is not known.
    #[must_use]
    pub fn eu_on(&self, day: Date) -> bool {
        self.eu_since.is_some_and(|first| first <= day.year()) && !self.has_left_by(day)
    }

    /// Whether it belonged to the European Economic Area on a day; of the first year the day is not known.
    #[must_use]
    pub fn eea_on(&self, day: Date) -> bool {
        self.eea_since.is_some_and(|first| first <= day.year()) && !self.has_left_by(day)
    }

    fn has_left_by(&self, day: Date) -> bool {
        let last = self.eu_until.as_ref().and_then(Edtf::latest);
        last.is_some_and(|last| last < day)
    }
}

/// All countries, by code and by any name.
#[derive(Debug, Default)]
pub struct Countries {
    by_code: BTreeMap<CountryCode, Country>,
    by_name: FxHashMap<String, CountryCode>,
    /// The folded names of the three languages of the site, in order.
    shown: Vec<(String, CountryCode)>,
    /// All folded names by how many signs they have.
    by_length: BTreeMap<usize, Vec<(Letters, String, CountryCode)>>,
}

impl Countries {
    /// Reads `data/countries.csv`.
    ///
    /// # Errors
    /// When the table cannot be read.
    pub fn read(table: &[u8]) -> Result<Self, csv::Error> {
        let mut countries = Self::default();
        for row in csv::Reader::from_reader(table).into_deserialize::<BTreeMap<String, String>>() {
            let row = row?;
            let text = |column: &str| row.get(column).map_or("", String::as_str);
            let Ok(code) = text("iso2").parse::<CountryCode>() else {
                continue;
            };
            let others: Vec<&str> = text("names_other")
                .split('|')
                .chain(text("names_local").split('|'))
                .collect();
            let named = |language: &str| {
                others
                    .iter()
                    .find_map(|pair| pair.strip_prefix(language)?.strip_prefix(':'))
                    .map(str::to_owned)
            };
            let names = [
                text("name_sv"),
                text("name_en"),
                text("official_en"),
                text("iso3"),
            ];
            let translated = others
                .iter()
                .filter_map(|pair| pair.split_once(':').map(|(_, name)| name));
            for name in names.into_iter().chain(translated) {
                let folded = fold(name);
                if !folded.is_empty() {
                    countries.by_name.entry(folded).or_insert(code);
                }
            }
            let country = Country {
                code,
                numeric: text("numeric").to_owned(),
                name_sv: text("name_sv").to_owned(),
                name_en: text("name_en").to_owned(),
                name_uk: named("uk"),
                continent: text("continent").to_owned(),
                eu: text("eu_member") == "1",
                eea: text("eea") == "1",
                eu_since: text("eu_since").parse().ok(),
                eu_until: text("eu_until").parse().ok(),
                eea_since: text("eea_since").parse().ok(),
                historic_until: text("historic_until").to_owned(),
                part_of: text("part_of").parse().ok(),
            };
            // A withdrawn state may have had the code of one that exists; the living one keeps it.
            if country.historic_until.is_empty() || !countries.by_code.contains_key(&code) {
                countries.by_code.insert(code, country);
            }
        }
        countries.put_in_order();
        Ok(countries)
    }

    /// What belongs to a state and has a code of its own.
    pub fn parts(&self, of: CountryCode) -> impl Iterator<Item = CountryCode> {
        let parts = self.iter().filter(move |part| part.part_of == Some(of));
        parts.map(|part| part.code)
    }

    fn put_in_order(&mut self) {
        self.shown = self
            .iter()
            .flat_map(|country| {
                let names = [
                    Some(&country.name_sv),
                    Some(&country.name_en),
                    country.name_uk.as_ref(),
                ];
                names
                    .into_iter()
                    .flatten()
                    .map(|name| (fold(name), country.code))
            })
            .collect();
        self.shown.sort_unstable();
        self.by_length.clear();
        for (name, code) in &self.by_name {
            let signs = name.chars().count();
            let names = self.by_length.entry(signs).or_default();
            names.push((Letters::of(name, signs), name.clone(), *code));
        }
    }

    /// Adds further names of countries: common, former and official ones (columns as in
    /// `data/country_names.csv`).
    ///
    /// # Errors
    /// When the table cannot be read.
    pub fn add_names(&mut self, table: &[u8]) -> Result<(), csv::Error> {
        for row in csv::Reader::from_reader(table).into_deserialize::<(String, String, String)>() {
            let (name, code, _) = row?;
            if let Ok(code) = code.parse() {
                self.by_name.insert(fold(&name), code);
            }
        }
        self.put_in_order();
        Ok(())
    }

    /// A country by its code.
    #[must_use]
    pub fn get(&self, code: CountryCode) -> Option<&Country> {
        self.by_code.get(&code)
    }

    /// The country of that name, in any of the languages known.
    #[must_use]
    pub fn by_name(&self, name: &str) -> Option<&Country> {
        self.by_name
            .get(&fold(name))
            .and_then(|code| self.get(*code))
    }

    /// The code of the country of that name, also of one that is no more and has no row of its own.
    #[must_use]
    pub fn code_by_name(&self, name: &str) -> Option<CountryCode> {
        self.by_name.get(&fold(name)).copied()
    }

    /// The one country with a name that a slip of the pen or two away would be this one.
    #[must_use]
    pub fn near_name(&self, written: &str) -> Option<CountryCode> {
        let folded = fold(written);
        let signs = folded.chars().count();
        let forgiven = match signs {
            0..=4 => return None,
            5..=8 => 1,
            _ => 2,
        };
        let wanted = rapidfuzz::distance::osa::BatchComparator::new(folded.chars());
        let limits = rapidfuzz::distance::osa::Args::default().score_cutoff(forgiven);
        let letters = Letters::of(&folded, signs);
        let mut near: Vec<(usize, CountryCode)> = self
            .by_length
            .range(signs - forgiven..=signs + forgiven)
            .flat_map(|(_, names)| names)
            .filter(|(other, ..)| letters.least_slips(*other) <= forgiven)
            .filter_map(|(_, name, code)| {
                Some((wanted.distance_with_args(name.chars(), &limits)?, *code))
            })
            .collect();
        near.sort_unstable();
        let (fewest, code) = *near.first()?;
        near.iter()
            .all(|(slips, other)| *slips > fewest || *other == code)
            .then_some(code)
    }

    /// Countries with a Swedish, English or Ukrainian name that begins so when folded, by code.
    #[must_use]
    pub fn beginning(&self, folded: &str) -> Vec<CountryCode> {
        let from = self
            .shown
            .partition_point(|(name, _)| name.as_str() < folded);
        let mut found: Vec<CountryCode> = self.shown[from..]
            .iter()
            .take_while(|(name, _)| name.starts_with(folded))
            .map(|(_, code)| *code)
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// All countries, by code.
    pub fn iter(&self) -> impl Iterator<Item = &Country> {
        self.by_code.values()
    }

    /// A country's name in a language; the code where it is not known.
    #[must_use]
    pub fn name<'c>(&'c self, code: CountryCode, language: &str) -> std::borrow::Cow<'c, str> {
        self.get(code).map_or_else(
            || code.to_string().into(),
            |country| country.name(language).into(),
        )
    }
}
