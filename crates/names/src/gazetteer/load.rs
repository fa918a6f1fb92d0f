//! Reading the gazetteer's tables.

use std::io::Read;
use std::sync::Arc;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};
use smol_str::{SmolStr, format_smolstr};

use super::Gazetteer;
use super::gathering::{Form, Gathering};
use super::ids::Ids;
use super::index::Names;
use super::lent::{lend_divisions, lent_position};
use super::place::{Place, PlaceRef, Standing};
use super::rank::{authority_level, division_level, least_inhabitants};
use super::renown::renown;
use super::rows::{each_row, joined};
use super::towns::{authorities_of_towns, towns_of_divisions};
use crate::Level;

/// A table that cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum GazetteerError {
    /// The compressed bytes or the table are damaged.
    #[error("the gazetteer cannot be read: {0}")]
    Table(#[from] csv::Error),
    /// The compressed bytes cannot be unpacked.
    #[error("the gazetteer cannot be unpacked: {0}")]
    Packed(#[from] std::io::Error),
    /// What was packed ready for use is not whole.
    #[error("the packed gazetteer cannot be read: {0}")]
    Ready(#[from] postcard::Error),
    /// What was packed ready for use names what it does not hold.
    #[error("the packed gazetteer is damaged")]
    Damaged,
}

/// Builds a gazetteer from its tables: authorities first, then divisions, then places.
#[derive(Debug)]
pub(super) struct Loading {
    gazetteer: Gazetteer,
    names: Gathering,
    /// Divisions and the authorities they are, by GeoNames code (`US.WA`, `US.WA.061`).
    by_code: FxHashMap<SmolStr, PlaceRef>,
    /// Code of the successor of an abolished authority, until all are known.
    successors: Vec<(PlaceRef, SmolStr)>,
    /// Authorities by country and national code.
    by_national_code: FxHashMap<SmolStr, PlaceRef>,
    sources: FxHashSet<Arc<str>>,
    /// Sums of positions and inhabitants of the places within each division.
    within: FxHashMap<PlaceRef, Within>,
    /// More names of first divisions, by ISO 3166-2 code, until these are read.
    region_names: FxHashMap<SmolStr, Vec<SmolStr>>,
    /// Counties and regions that a list of authorities puts in the town they are called after.
    in_their_town: FxHashSet<PlaceRef>,
}

#[derive(Debug, Default, Clone, Copy)]
struct Within {
    /// South, north, west and east ends.
    ends: Option<[f32; 4]>,
    inhabitants: u64,
    /// Position and inhabitants of the largest place of the division's own name.
    namesake: Option<((f32, f32), u32)>,
    largest: Option<((f32, f32), u32)>,
}

impl Within {
    /// Where the division is. A municipality is where its town is; a county is around its middle, and so is an authority
    /// that is called after no town in it.
    fn position(&self, division: &Place) -> Option<(f32, f32)> {
        let town = match (division.level, division.standing) {
            (Level::County | Level::Region, _) => None,
            (_, Standing::Authority) => self.namesake,
            _ => self.namesake.or(self.largest),
        };
        let middle = || {
            let [south, north, west, east] = self.ends?;
            Some(((south + north) / 2.0, (west + east) / 2.0))
        };
        town.map(|(at, _)| at).or_else(middle)
    }
}

/// Source of what has a GeoNames id.
const GEONAMES: &str = "GeoNames (CC BY 4.0)";
/// Room for the bundled tables, so that nothing is moved while they are read.
const PLACES: usize = 456_000;
const NAMES: usize = 932_000;

impl Default for Loading {
    fn default() -> Self {
        Self {
            gazetteer: Gazetteer {
                names: Names::default(),
                places: Vec::with_capacity(PLACES),
                ids: Ids::with_capacity(PLACES),
                authorities: FxHashMap::default(),
                towns: FxHashMap::default(),
            },
            names: Gathering::with_capacity(NAMES),
            by_code: FxHashMap::with_capacity_and_hasher(60_000, FxBuildHasher),
            successors: Vec::new(),
            by_national_code: FxHashMap::default(),
            sources: FxHashSet::default(),
            within: FxHashMap::default(),
            region_names: FxHashMap::default(),
            in_their_town: FxHashSet::default(),
        }
    }
}

impl Loading {
    /// Adds a table of authorities (columns as in `data/authorities.csv`).
    ///
    /// # Errors
    /// When the table cannot be read.
    pub(super) fn authorities(&mut self, table: impl Read + Send) -> Result<(), GazetteerError> {
        each_row(table, |row| {
            let (Some(mut place), Some(id)) = (row.place.take(), row.text("id")) else {
                return;
            };
            place.id = SmolStr::new(id);
            place.source = self.source(row.text("source").unwrap_or_default());
            place.level = authority_level(row.text("level").unwrap_or_default());
            place.standing = if row.text("status") == Some("abolished") {
                Standing::Abolished(
                    row.number("end_year")
                        .and_then(|year| u16::try_from(year).ok()),
                )
            } else {
                Standing::Authority
            };
            let (country, level) = (place.country, place.level);
            let of = self.add(place, row.text("alternative_names").unwrap_or_default());
            if matches!(level, Level::County | Level::Region) {
                self.in_their_town.insert(of);
            }
            if let Some(item) = row.text("wikidata") {
                self.gazetteer.ids.also(format_smolstr!("wd-{item}"), of);
            }
            if let Some(code) = row.text("code") {
                self.by_national_code
                    .insert(format_smolstr!("{country} {code}"), of);
            }
            if let Some(code) = row.text("successor_code") {
                self.successors
                    .push((of, format_smolstr!("{country} {code}")));
            }
        })
    }

    /// Adds a table of authorities, packed with zstd.
    ///
    /// # Errors
    /// When the table cannot be unpacked or read.
    pub(super) fn packed_authorities(
        &mut self,
        packed: impl Read + Send,
    ) -> Result<(), GazetteerError> {
        self.authorities(zstd::Decoder::new(packed)?)
    }

    /// Adds a table of Sweden's own bodies (columns as in `data/bodies_sweden.csv`).
    ///
    /// # Errors
    /// When the table cannot be read.
    pub(super) fn swedish_bodies(&mut self, table: impl Read + Send) -> Result<(), GazetteerError> {
        each_row(table, |row| {
            let (Some(mut place), Some(id)) = (row.place.take(), row.text("id")) else {
                return;
            };
            place.id = SmolStr::new(id);
            place.source = self.source(row.text("source").unwrap_or_default());
            place.standing = Standing::Authority;
            // A municipality is where its town is, and not where its label stands on a map.
            place.position = row.degrees("seat_lat", "seat_lon").or(place.position);
            place.level = match row.text("roles").unwrap_or_default() {
                roles if roles.contains("municipality") => Level::Municipality,
                roles if roles.contains("region") => Level::Region,
                _ => Level::County,
            };
            let others: Vec<&str> = ["official_name", "own_name", "former_name", "name_en"]
                .into_iter()
                .filter_map(|column| row.text(column))
                .collect();
            let of = self.add(place, &others.join("|"));
            if let Some(item) = row.text("wikidata") {
                self.gazetteer.ids.also(format_smolstr!("wd-{item}"), of);
            }
            if let Some(number) = row.text("geonames") {
                self.gazetteer.ids.also(format_smolstr!("gn-{number}"), of);
            }
        })
    }

    /// Adds names of first divisions in other languages (columns as in `data/region_names.csv`); before the divisions.
    ///
    /// # Errors
    /// When the table cannot be read.
    pub(super) fn region_names(&mut self, table: impl Read + Send) -> Result<(), GazetteerError> {
        each_row(table, |row| {
            if let (Some(code), Some(name)) = (row.text("iso_3166_2"), row.text("name")) {
                let names = self.region_names.entry(code.into()).or_default();
                names.push(name.into());
            }
        })
    }

    /// Adds a table of divisions (columns as in `data/divisions.csv.zst`), packed with zstd. One that is on a
    /// list of authorities already lends it its names.
    ///
    /// # Errors
    /// When the table cannot be unpacked or read.
    pub(super) fn packed_divisions(
        &mut self,
        packed: impl Read + Send,
    ) -> Result<(), GazetteerError> {
        each_row(zstd::Decoder::new(packed)?, |row| {
            let place = row.place.take();
            let (Some(number), Some(mut place), Some(code)) =
                (row.text("geonames_id"), place, row.text("code"))
            else {
                return;
            };
            place.id = format_smolstr!("gn-{number}");
            let others = row.text("alternate_names").unwrap_or_default();
            let of = if let Some(known) = self.gazetteer.by_id(&place.id) {
                let country = self.gazetteer.place(known).country;
                self.names.add(known, country, &place.name, Form::Name);
                self.names.add(known, country, others, Form::List);
                self.gazetteer.places[known.number()].region = None;
                known
            } else {
                place.source = self.source(GEONAMES);
                place.standing = Standing::Division;
                place.level = division_level(
                    row.text("level") == Some("1"),
                    &place,
                    row.text("type").unwrap_or_default(),
                );
                self.add(place, others)
            };
            let names = row
                .text("iso_3166_2")
                .and_then(|iso| self.region_names.remove(iso));
            // As a whole only: "Mykolajiv oblast" is not the city of Mykolajiv.
            for name in names.iter().flatten() {
                let country = self.gazetteer.place(of).country;
                self.names.add(of, country, name, Form::Whole);
            }
            self.by_code.insert(SmolStr::new(code), of);
        })?;
        self.put_in_regions();
        Ok(())
    }

    /// Puts each division in the one above it, which may stand further down in the table.
    fn put_in_regions(&mut self) {
        for (code, of) in &self.by_code {
            let above = code
                .rsplit_once('.')
                .and_then(|(above, _)| self.by_code.get(above).copied());
            if let Some(above) = above.filter(|above| above != of) {
                self.gazetteer.places[of.number()].region = Some(above);
            }
        }
    }

    /// Adds a table of places (columns as in `data/gazetteer.csv.zst` or `data/villages.csv.zst`), packed with zstd.
    ///
    /// # Errors
    /// When the table cannot be unpacked or read.
    pub(super) fn packed_places(&mut self, packed: impl Read + Send) -> Result<(), GazetteerError> {
        let mut code = String::new();
        each_row(zstd::Decoder::new(packed)?, |row| {
            let Some(mut place) = row.place.take() else {
                return;
            };
            match (row.text("geonames_id"), row.text("id")) {
                (Some(number), _) => {
                    place.id = format_smolstr!("gn-{number}");
                    place.source = self.source(GEONAMES);
                }
                (None, Some(id)) => {
                    place.id = SmolStr::new(id);
                    place.source = self.source(row.text("source").unwrap_or_default());
                }
                (None, None) => return,
            }
            let sort = row.text("feature_code").unwrap_or_default();
            place.level = if sort == "PPLX" {
                Level::Part
            } else {
                Level::Municipality
            };
            place.renown = renown(sort, place.country.as_str(), place.population);
            code.clear();
            code.push_str(place.country.as_str());
            code.push('.');
            code.push_str(row.text("admin1").unwrap_or_default());
            place.region = self.by_code.get(code.as_str()).copied();
            if let Some(county) = row.text("admin2") {
                code.push('.');
                code.push_str(county);
                place.county = self.by_code.get(code.as_str()).copied();
            }
            self.count_within(&place);
            self.add(place, row.text("alternate_names").unwrap_or_default());
        })
    }

    /// Adds a table of divisions that are a city (columns as in `data/city_divisions.csv`); after divisions and places.
    ///
    /// # Errors
    /// When the table cannot be read.
    pub(super) fn city_divisions(&mut self, table: impl Read + Send) -> Result<(), GazetteerError> {
        each_row(table, |row| {
            let place = |column| self.gazetteer.by_id(row.text(column)?);
            if let (Some(division), Some(city)) = (place("division"), place("city")) {
                self.gazetteer.towns.insert(division, city);
            }
        })
    }

    /// Adds names of places in another language (columns as in `data/names_uk.csv`); after the places.
    ///
    /// # Errors
    /// When the table cannot be read.
    pub(super) fn local_names(&mut self, table: impl Read + Send) -> Result<(), GazetteerError> {
        each_row(table, |row| {
            let of = row.text("id").and_then(|id| self.gazetteer.by_id(id));
            if let (Some(of), Some(name)) = (of, row.text("name")) {
                let country = self.gazetteer.place(of).country;
                self.names.add(of, country, name, Form::Name);
            }
        })
    }

    /// The gazetteer, when all tables have been added.
    #[must_use]
    pub(super) fn finish(mut self) -> Gazetteer {
        let names = self.names.close();
        for (of, code) in &self.successors {
            self.gazetteer.places[of.number()].successor = self.by_national_code.get(code).copied();
        }
        let places = &mut self.gazetteer.places;
        // What is not needed any more makes room for the sorting of the names.
        self.by_code = FxHashMap::default();
        for (of, within) in std::mem::take(&mut self.within) {
            let division = &mut places[of.number()];
            division.weight = u32::try_from(within.inhabitants).unwrap_or(u32::MAX);
            if division.position.is_none() || self.in_their_town.contains(&of) {
                division.position = within.position(division).or(division.position);
            }
        }
        let mut lent = Vec::new();
        for number in 0..places.len() {
            if places[number].position.is_none() {
                places[number].position = lent_position(&places[number], places);
                lent.push(PlaceRef::new(number));
            }
        }
        for place in places.iter_mut() {
            place.weight = place
                .weight
                .max(place.population)
                .max(least_inhabitants(place));
        }
        lend_divisions(places);
        self.gazetteer.names = names.finish();
        self.gazetteer.put_in_own_towns(&lent);
        self.gazetteer.place_the_unplaced(&lent);
        let gazetteer = &self.gazetteer;
        let (authorities, towns) = std::thread::scope(|scope| {
            let towns = scope.spawn(|| towns_of_divisions(gazetteer));
            (authorities_of_towns(gazetteer), joined(towns.join()))
        });
        self.gazetteer.authorities = authorities;
        let listed = std::mem::replace(&mut self.gazetteer.towns, towns);
        self.gazetteer.towns.extend(listed);
        self.gazetteer
    }

    fn add(&mut self, mut place: Place, others: &str) -> PlaceRef {
        let of = PlaceRef::new(self.gazetteer.places.len());
        let names = others.split('|').filter(|other| !other.is_empty()).count();
        place.renown *= (names as f32 + 1.0).powf(NAMES_TELL);
        self.names.add(of, place.country, &place.name, Form::Main);
        self.names.add(of, place.country, others, Form::List);
        self.gazetteer.places.push(place);
        self.gazetteer.ids.add(of, &self.gazetteer.places);
        of
    }

    fn count_within(&mut self, place: &Place) {
        let Some(position) = place.position else {
            return;
        };
        for division in [place.region, place.county].into_iter().flatten() {
            let is_namesake = self.gazetteer.place(division).name == place.name;
            let within = self.within.entry(division).or_default();
            let (lat, lon) = position;
            within.ends = Some(within.ends.map_or(
                [lat, lat, lon, lon],
                |[south, north, west, east]| {
                    [south.min(lat), north.max(lat), west.min(lon), east.max(lon)]
                },
            ));
            within.inhabitants += u64::from(place.population);
            let here = Some((position, place.population));
            let larger = |known: Option<((f32, f32), u32)>| {
                known.is_none_or(|(_, people)| people < place.population)
            };
            if is_namesake && larger(within.namesake) {
                within.namesake = here;
            }
            if larger(within.largest) {
                within.largest = here;
            }
        }
    }

    /// One copy of each source's name.
    fn source(&mut self, name: &str) -> Arc<str> {
        if let Some(known) = self.sources.get(name) {
            return known.clone();
        }
        let source = Arc::<str>::from(name);
        self.sources.insert(source.clone());
        source
    }
}

/// How much the number of other names tells: the exponent of it. Names in other languages are given to places that
/// people elsewhere speak of.
const NAMES_TELL: f32 = 0.7;
