//! The gazetteer ready for use, as bytes: what has been read from its tables once need not be read from them again.
//! Unpacking takes a fraction of the time, for nothing is left to be folded, counted or placed.
//!
//! The bytes are for the program that wrote them, and no format to keep.

use std::borrow::Cow;
use std::sync::Arc;

use rayon::join;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;
use vanort_domain::CountryCode;

use super::ids::Ids;
use super::index::{NameSort, Named, Names};
use super::place::{Place, PlaceRef, Standing};
use super::{Gazetteer, GazetteerError};
use crate::Level;

/// Zstandard's level: a higher one takes many times as long to write, for a tenth less.
const LEVEL: i32 = 12;

#[derive(Serialize, Deserialize)]
struct Packed<'p> {
    countries: Vec<CountryCode>,
    #[serde(borrow)]
    sources: Vec<&'p str>,
    other_ids: Vec<(&'p str, PlaceRef)>,
    authorities: Vec<(PlaceRef, PlaceRef)>,
    towns: Vec<(PlaceRef, PlaceRef)>,
    places: Rows<'p>,
    names: Rows<'p>,
}

/// Rows one after the other, compressed.
#[derive(Serialize, Deserialize)]
struct Rows<'p> {
    rows: usize,
    /// How many bytes they are when they are not compressed.
    size: usize,
    #[serde(borrow)]
    compressed: Cow<'p, [u8]>,
}

#[derive(Serialize, Deserialize)]
struct PlaceRow<'p> {
    id: &'p str,
    name: &'p str,
    /// Number of the country in the list of them.
    country: u32,
    /// Number of the source in the list of them.
    source: u32,
    population: u32,
    weight: u32,
    position: Option<(f32, f32)>,
    level: Level,
    standing: Standing,
    renown: f32,
    region: Option<PlaceRef>,
    county: Option<PlaceRef>,
    successor: Option<PlaceRef>,
}

#[derive(Serialize, Deserialize)]
struct NameRow<'p> {
    place: PlaceRef,
    sort: NameSort,
    folded: &'p str,
}

impl Gazetteer {
    /// Everything it holds, ready to be unpacked.
    ///
    /// # Errors
    /// When it cannot be compressed.
    pub fn pack(&self) -> Result<Vec<u8>, GazetteerError> {
        let mut countries = Numbered::default();
        let mut sources = Numbered::default();
        let places = self.places.iter().map(|place| PlaceRow {
            id: &place.id,
            name: &place.name,
            country: countries.number(place.country),
            source: sources.number(&*place.source),
            population: place.population,
            weight: place.weight,
            position: place.position,
            level: place.level,
            standing: place.standing,
            renown: place.renown,
            region: place.region,
            county: place.county,
            successor: place.successor,
        });
        let places = Rows::of(places)?;
        let names = self.names.all().map(|(folded, named)| NameRow {
            place: named.place,
            sort: named.sort,
            folded,
        });
        Ok(postcard::to_allocvec(&Packed {
            countries: countries.all,
            sources: sources.all,
            other_ids: self.ids.others(),
            authorities: in_order(&self.authorities),
            towns: in_order(&self.towns),
            places,
            names: Rows::of(names)?,
        })?)
    }

    /// What has been packed.
    ///
    /// # Errors
    /// When the bytes are damaged.
    pub fn unpack(bytes: &[u8]) -> Result<Self, GazetteerError> {
        let packed: Packed<'_> = postcard::from_bytes(bytes)?;
        let (places, names) = join(|| packed.read_places(), || packed.names.decompressed());
        let (places, names) = (places?, names?);
        let (ids, names) = join(
            || packed.read_ids(&places),
            || packed.read_names(&names, &places),
        );
        Ok(Self {
            ids: ids?,
            names: names?,
            authorities: packed.authorities.into_iter().collect(),
            towns: packed.towns.into_iter().collect(),
            places,
        })
    }
}

impl Packed<'_> {
    fn read_places(&self) -> Result<Vec<Place>, GazetteerError> {
        let sources: Vec<Arc<str>> = self.sources.iter().map(|&name| name.into()).collect();
        let rows = self.places.decompressed()?;
        let mut places = Vec::with_capacity(self.places.rows);
        self.places.each(&rows, |row: PlaceRow<'_>| {
            let around = [row.region, row.county, row.successor];
            self.check(around.into_iter().flatten())?;
            places.push(Place {
                id: SmolStr::new(row.id),
                name: SmolStr::new(row.name),
                country: *numbered(&self.countries, row.country)?,
                population: row.population,
                weight: row.weight,
                position: row.position,
                level: row.level,
                standing: row.standing,
                renown: row.renown,
                region: row.region,
                county: row.county,
                successor: row.successor,
                source: numbered(&sources, row.source)?.clone(),
            });
            Ok(())
        })?;
        Ok(places)
    }

    fn read_ids(&self, places: &[Place]) -> Result<Ids, GazetteerError> {
        let pairs = self.authorities.iter().chain(&self.towns);
        self.check(pairs.flat_map(|&(from, to)| [from, to]))?;
        self.check(self.other_ids.iter().map(|(_, of)| *of))?;
        let mut ids = Ids::of(places);
        for &(id, of) in &self.other_ids {
            ids.also(SmolStr::new(id), of);
        }
        Ok(ids)
    }

    fn read_names(&self, rows: &[u8], places: &[Place]) -> Result<Names, GazetteerError> {
        let mut names = Names::with_capacity(self.names.rows);
        self.names.each(rows, |row: NameRow<'_>| {
            let NameRow { place, sort, .. } = row;
            let of = places.get(place.number()).ok_or(GazetteerError::Damaged)?;
            names.add(row.folded, of.country, Named { place, sort });
            Ok(())
        })?;
        names.seal();
        Ok(names)
    }

    /// That all of these are there.
    fn check(&self, places: impl IntoIterator<Item = PlaceRef>) -> Result<(), GazetteerError> {
        let mut places = places.into_iter();
        places
            .all(|place| place.number() < self.places.rows)
            .then_some(())
            .ok_or(GazetteerError::Damaged)
    }
}

impl Rows<'_> {
    fn of(rows: impl Iterator<Item = impl Serialize>) -> Result<Self, GazetteerError> {
        let (mut count, mut bytes) = (0, Vec::new());
        for row in rows {
            bytes = postcard::to_extend(&row, bytes)?;
            count += 1;
        }
        Ok(Self {
            rows: count,
            size: bytes.len(),
            compressed: zstd::bulk::compress(&bytes, LEVEL)?.into(),
        })
    }

    fn decompressed(&self) -> Result<Vec<u8>, GazetteerError> {
        Ok(zstd::bulk::decompress(&self.compressed, self.size)?)
    }

    /// Does something with each of the decompressed rows.
    fn each<'r, T: Deserialize<'r>>(
        &self,
        mut rest: &'r [u8],
        mut each: impl FnMut(T) -> Result<(), GazetteerError>,
    ) -> Result<(), GazetteerError> {
        for _ in 0..self.rows {
            let (row, more) = postcard::take_from_bytes(rest)?;
            rest = more;
            each(row)?;
        }
        Ok(())
    }
}

/// What stands in many rows, each once, in the order in which it first came.
struct Numbered<T> {
    all: Vec<T>,
    numbers: FxHashMap<T, u32>,
}

impl<T> Default for Numbered<T> {
    fn default() -> Self {
        Self {
            all: Vec::new(),
            numbers: FxHashMap::default(),
        }
    }
}

impl<T: Copy + Eq + std::hash::Hash> Numbered<T> {
    fn number(&mut self, one: T) -> u32 {
        *self.numbers.entry(one).or_insert_with(|| {
            self.all.push(one);
            u32::try_from(self.all.len() - 1).unwrap_or(u32::MAX)
        })
    }
}

fn numbered<T>(all: &[T], number: u32) -> Result<&T, GazetteerError> {
    all.get(number as usize).ok_or(GazetteerError::Damaged)
}

fn in_order(pairs: &FxHashMap<PlaceRef, PlaceRef>) -> Vec<(PlaceRef, PlaceRef)> {
    let mut pairs: Vec<_> = pairs.iter().map(|(from, to)| (*from, *to)).collect();
    pairs.sort_unstable();
    pairs
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::super::index::Named;
    use super::super::load::Loading;
    use crate::Gazetteer;

    #[test]
    fn what_is_unpacked_is_what_was_packed() {
        let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data");
        let read = Gazetteer::of_tables(|table| std::fs::read(data.join(table))).expect("tables");
        let packed = read.pack().expect("packed");
        let back = Gazetteer::unpack(&packed).expect("unpacked");

        assert!(read.places == back.places, "a place has changed");
        assert_eq!(read.authorities, back.authorities);
        assert_eq!(read.towns, back.towns);
        assert_eq!(read.ids.others(), back.ids.others());
        assert!(
            read.places
                .iter()
                .all(|p| read.by_id(&p.id) == back.by_id(&p.id))
        );
        let names = |of: &Gazetteer| -> Vec<_> {
            let sorted =
                |(folded, Named { place, sort }): (&str, Named)| (folded.to_owned(), place, sort);
            let mut names: Vec<_> = of.names.all().map(sorted).collect();
            names.sort_unstable();
            names
        };
        assert!(names(&read) == names(&back), "a name has changed");
        for (folded, Named { place, sort }) in read.names.all().step_by(1_000) {
            let country = back.place(place).country;
            let found = back
                .named(folded, country)
                .find(|named| named.place == place);
            assert_eq!(found.map(|named| named.sort), Some(sort), "{folded}");
        }
        assert!(packed == back.pack().expect("packed again"));
    }

    #[test]
    fn damaged_bytes_are_told() {
        let mut table = "id,name,country,level,status\n".to_owned();
        table.push_str(
            "fi-853,Åbo,FI,municipality,current\nfi-091,Helsingfors,FI,municipality,current\n",
        );
        let mut loading = Loading::default();
        loading.authorities(table.as_bytes()).expect("a table");
        let packed = loading.finish().pack().expect("packed");
        assert_eq!(Gazetteer::unpack(&packed).expect("whole").len(), 2);
        for len in [0, 1, packed.len() / 2, packed.len() - 1] {
            assert!(Gazetteer::unpack(&packed[..len]).is_err(), "{len} bytes");
        }
        for at in 0..packed.len() {
            let mut other = packed.clone();
            other[at] ^= 0x15;
            // An error or another gazetteer, and no panic.
            if let Ok(read) = Gazetteer::unpack(&other) {
                let _ = read.by_id("fi-853").map(|of| &read.place(of).name);
            }
        }
    }
}
