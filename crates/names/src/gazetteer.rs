//! The gazetteer: official authorities and places of the world by folded name and country.

use std::io::Read;

use rustc_hash::FxHashMap;
use smol_str::SmolStr;
use vanort_domain::CountryCode;

use crate::fold;

/// An authority or place that a name may mean.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// Identifier of the body it would be: `gn-…`, `wd-…` or a national code.
    pub id: SmolStr,
    /// Main name.
    pub name: Box<str>,
    /// Country.
    pub country: CountryCode,
    /// Inhabitants; 0 where nobody says.
    pub population: u32,
    /// Latitude and longitude, degrees.
    pub position: Option<(f32, f32)>,
    /// Whether it is an authority from an official list, not just a place.
    pub is_authority: bool,
    /// Whether it still exists.
    pub is_current: bool,
    /// Where it comes from.
    pub source: SmolStr,
}

/// What a look-up by exact folded name gives.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Found<'g> {
    /// One candidate, with the reason why it is the one.
    One(&'g Candidate, &'static str),
    /// Several that nothing tells apart.
    Several,
    /// None.
    Nothing,
}

/// A table that cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum GazetteerError {
    /// The compressed bytes or the table are damaged.
    #[error("the gazetteer cannot be read: {0}")]
    Table(#[from] csv::Error),
    /// The compressed bytes cannot be unpacked.
    #[error("the gazetteer cannot be unpacked: {0}")]
    Packed(#[from] std::io::Error),
}

/// Names and what they may mean.
#[derive(Debug, Default)]
pub struct Gazetteer {
    candidates: Vec<Candidate>,
    by_name: FxHashMap<(CountryCode, SmolStr), Vec<NameOf>>,
}

#[derive(Debug, Clone, Copy)]
struct NameOf {
    candidate: u32,
    is_main: bool,
}

/// A place outweighs another of the same name when it has so many times its inhabitants.
const OUTWEIGHS: u32 = 5;

impl Gazetteer {
    /// Adds a table of authorities (columns as in `data/authorities.csv`).
    ///
    /// # Errors
    /// When the table cannot be read.
    pub fn add_authorities(&mut self, table: impl Read) -> Result<(), GazetteerError> {
        self.add_rows(table, |row| {
            Some(Candidate {
                id: SmolStr::new(row.text("id")?),
                is_authority: true,
                is_current: row.text("status") == Some("current"),
                source: SmolStr::new(row.text("source").unwrap_or_default()),
                ..row.candidate()?
            })
        })
    }

    /// Adds a table of places (columns as in `data/gazetteer.csv.zst`), packed with zstd.
    ///
    /// # Errors
    /// When the table cannot be unpacked or read.
    pub fn add_packed_places(&mut self, packed: impl Read) -> Result<(), GazetteerError> {
        self.add_rows(zstd::Decoder::new(packed)?, |row| {
            Some(Candidate {
                id: smol_str::format_smolstr!("gn-{}", row.text("geonames_id")?),
                ..row.candidate()?
            })
        })
    }

    fn add_rows(
        &mut self,
        table: impl Read,
        read: impl Fn(&Row<'_>) -> Option<Candidate>,
    ) -> Result<(), GazetteerError> {
        let mut reader = csv::Reader::from_reader(table);
        let headers = reader.headers()?.clone();
        let columns: FxHashMap<&str, usize> = headers
            .iter()
            .enumerate()
            .map(|(i, name)| (name, i))
            .collect();
        let mut record = csv::StringRecord::new();
        while reader.read_record(&mut record)? {
            let row = Row {
                columns: &columns,
                record: &record,
            };
            let Some(candidate) = read(&row) else {
                continue;
            };
            let others = row
                .text("alternative_names")
                .or_else(|| row.text("alternate_names"))
                .unwrap_or_default();
            self.add(candidate, others);
        }
        Ok(())
    }

    fn add(&mut self, candidate: Candidate, others: &str) {
        let number = u32::try_from(self.candidates.len()).unwrap_or(u32::MAX);
        let ascii = fold(&candidate.name);
        let mut seen: Vec<SmolStr> = Vec::new();
        let names = std::iter::once(ascii).chain(others.split('|').map(fold));
        for (place, name) in names.enumerate() {
            let name = SmolStr::new(name);
            if name.is_empty() || seen.contains(&name) {
                continue;
            }
            let of = NameOf {
                candidate: number,
                is_main: place == 0,
            };
            self.by_name
                .entry((candidate.country, name.clone()))
                .or_default()
                .push(of);
            seen.push(name);
        }
        self.candidates.push(candidate);
    }

    /// How many authorities and places there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.candidates.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.candidates.is_empty()
    }

    /// The one authority or place of that exact folded name in the country, if there is just one that it can
    /// mean. An authority goes before a place, one that still exists before one that does not, a main name
    /// before another name, and among places one with five times the inhabitants of every other.
    #[must_use]
    pub fn find(&self, name: &str, country: CountryCode) -> Found<'_> {
        let Some(named) = self.by_name.get(&(country, SmolStr::new(fold(name)))) else {
            return Found::Nothing;
        };
        let rank = |of: &NameOf| {
            let candidate = &self.candidates[of.candidate as usize];
            (candidate.is_authority, candidate.is_current, of.is_main)
        };
        let Some(best) = named.iter().map(rank).max() else {
            return Found::Nothing;
        };
        let mut top: Vec<&Candidate> = named
            .iter()
            .filter(|of| rank(of) == best)
            .map(|of| &self.candidates[of.candidate as usize])
            .collect();
        top.sort_by_key(|candidate| std::cmp::Reverse(candidate.population));
        match top[..] {
            [only] if named.len() == 1 => {
                Found::One(only, "the only one of that name in the country")
            }
            [only] if only.is_authority => {
                Found::One(only, "the authority of that name in the country")
            }
            [only] => Found::One(
                only,
                "the place of that name in the country; others only carry it as another name",
            ),
            [first, second, ..]
                if first.population > 0
                    && first.population / OUTWEIGHS >= second.population.max(1) =>
            {
                Found::One(first, "by far the largest of that name in the country")
            }
            _ => Found::Several,
        }
    }
}

/// A row of a table, by column name.
struct Row<'r> {
    columns: &'r FxHashMap<&'r str, usize>,
    record: &'r csv::StringRecord,
}

impl Row<'_> {
    fn text(&self, column: &str) -> Option<&str> {
        self.record
            .get(*self.columns.get(column)?)
            .filter(|text| !text.is_empty())
    }

    fn candidate(&self) -> Option<Candidate> {
        let degrees = |column| self.text(column).and_then(|text| text.parse::<f32>().ok());
        Some(Candidate {
            id: SmolStr::default(),
            name: self.text("name")?.into(),
            country: self.text("country")?.parse().ok()?,
            population: self
                .text("population")
                .and_then(|text| text.parse().ok())
                .unwrap_or(0),
            position: degrees("lat").zip(degrees("lon")),
            is_authority: false,
            is_current: true,
            source: SmolStr::new_static("GeoNames (CC BY 4.0)"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AUTHORITIES: &str = "\
id,country,name,alternative_names,status,lat,lon,population,source
gn-1,FI,Turku,Åbo|Turun kaupunki,current,60.4,22.2,200000,list
fi-252,FI,Kiikala,,abolished,,,,list
gn-9,FI,Nykarleby,Uusikaarlepyy,current,,,7000,list
";

    fn gazetteer() -> Gazetteer {
        let places = "\
geonames_id,name,ascii_name,alternate_names,country,population,lat,lon
2,Newcastle,Newcastle,,GB,50,1,1
3,Newcastle,Newcastle,,GB,300000,2,2
4,Springfield,Springfield,,US,100,3,3
5,Springfield,Springfield,,US,120,4,4
6,Turku,Turku,Abo,FI,190000,60.4,22.2
7,Narva,Narva,Нарва,EE,50000,59,28
";
        let packed = zstd::encode_all(places.as_bytes(), 1).expect("packed");
        let mut gazetteer = Gazetteer::default();
        gazetteer
            .add_authorities(AUTHORITIES.as_bytes())
            .expect("authorities");
        gazetteer.add_packed_places(&packed[..]).expect("places");
        gazetteer
    }

    #[test]
    fn an_exact_folded_name_in_the_stated_country_finds_its_one_body() {
        let gazetteer = gazetteer();
        let table = [
            ("Åbo", "FI", Some("gn-1")),
            ("TURKU", "FI", Some("gn-1")),
            ("Turun kaupunki", "FI", Some("gn-1")),
            ("Kiikala", "FI", Some("fi-252")),
            ("Newcastle", "GB", Some("gn-3")),
            ("Springfield", "US", None),
            ("Narva", "EE", Some("gn-7")),
            ("Narva", "FI", None),
            ("Atlantis", "GB", None),
        ];
        for (name, country, id) in table {
            let found = match gazetteer.find(name, country.parse().expect("country")) {
                Found::One(candidate, reason) => {
                    assert!(!reason.is_empty());
                    Some(candidate.id.as_str())
                }
                _ => None,
            };
            assert_eq!(found, id, "{name}, {country}");
        }
    }

    #[test]
    fn a_name_that_nothing_tells_apart_is_said_to_be_several() {
        assert_eq!(
            gazetteer().find("Springfield", "US".parse().expect("country")),
            Found::Several
        );
    }
}
