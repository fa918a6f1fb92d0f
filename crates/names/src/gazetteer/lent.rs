//! What a place does not say of itself and others can lend it: a position, and the divisions it lies in.

use rustc_hash::{FxHashMap, FxHashSet};
use vanort_domain::CountryCode;

use super::Gazetteer;
use super::index::NameSort;
use super::place::{Place, PlaceRef, Standing};
use crate::level::without_level;
use crate::{Level, fold};

/// The position of what an abolished authority was merged into, or of the city that a ward lies in.
pub(super) fn lent_position(place: &Place, places: &[Place]) -> Option<(f32, f32)> {
    let city = place
        .region
        .filter(|of| places[of.number()].level == Level::Municipality);
    [place.successor, city]
        .into_iter()
        .flatten()
        .find_map(|of| places[of.number()].position)
}

/// The town of an abolished municipality lies at most so far from that of its successor.
const TOWN_KM: f64 = 50.0;

impl Gazetteer {
    /// Gives what of these has no position that of the largest place of its name in its region, or in its country when all
    /// of that name lie close together and it is alone in asking.
    pub(super) fn place_the_unplaced(&mut self, lacking: &[PlaceRef]) {
        for of in lacking {
            let place = self.place(*of);
            if place.position.is_some() {
                continue;
            }
            let folded = fold(&place.name);
            let bare = without_level(&folded).map_or(folded.as_str(), |(bare, _)| bare);
            let namesakes: Vec<&Place> = self
                .named(bare, place.country)
                .map(|named| self.place(named.place))
                .collect();
            // A city that is a county of its own (Słupsk): the municipality of its name is the one around it.
            let has_own_county = bare != folded
                && namesakes.iter().any(|other| {
                    other.level == Level::County
                        && other.standing == Standing::Authority
                        && fold(&other.name) == bare
                });
            if has_own_county {
                continue;
            }
            let alone = namesakes
                .iter()
                .filter(|other| other.standing == place.standing && other.level == place.level)
                .count()
                <= 1;
            let mut placed: Vec<&Place> = namesakes
                .into_iter()
                .filter(|other| other.position.is_some())
                .collect();
            if place.region.is_some() && placed.iter().any(|other| other.region == place.region) {
                placed.retain(|other| other.region == place.region);
            }
            // The city, and not the province of its name.
            placed
                .sort_by_key(|other| std::cmp::Reverse((other.level == place.level, other.weight)));
            let Some(first) = placed.first() else {
                continue;
            };
            let together = placed
                .iter()
                .all(|other| first.km_to(other).is_some_and(|km| km <= 20.0));
            if together && alone {
                let (position, weight) = (first.position, first.weight);
                self.places[of.number()].position = position;
                self.places[of.number()].weight = weight;
            }
        }
    }

    /// Puts each abolished authority of these, which have the position of what they were merged into, in the town of its
    /// own name that lies nearest to there.
    pub(super) fn put_in_own_towns(&mut self, lent: &[PlaceRef]) {
        for of in lent {
            let authority = self.place(*of);
            if !matches!(authority.standing, Standing::Abolished(_)) {
                continue;
            }
            let folded = fold(&authority.name);
            let bare = without_level(&folded).map_or(folded.as_str(), |(bare, _)| bare);
            let town = self
                .named(bare, authority.country)
                .filter(|named| matches!(named.sort, NameSort::Main | NameSort::MainWithoutLevel))
                .map(|named| self.place(named.place))
                .filter(|town| {
                    town.standing == Standing::Place && town.level == Level::Municipality
                })
                .filter_map(|town| Some((town.km_to(authority)?, town.position)))
                .filter(|(km, _)| *km <= TOWN_KM)
                .min_by(|a, b| a.0.total_cmp(&b.0));
            if let Some((_, position)) = town {
                self.places[of.number()].position = position;
            }
        }
    }
}

/// Side of a square in which places are looked for, in degrees.
const SQUARE: f32 = 0.25;

/// How far apart two near points are, to compare with others: the square of it in degrees, those of longitude being so narrow.
fn apart(a: (f32, f32), b: (f32, f32), narrow: f32) -> f32 {
    (a.0 - b.0).powi(2) + ((a.1 - b.1) * narrow).powi(2)
}

/// Gives an authority that no list puts in a region the divisions of the place nearest to it, so that it is found by words
/// such as "Saare (Jõgeva)".
pub(super) fn lend_divisions(places: &mut [Place]) {
    let square = |country: CountryCode, (lat, lon): (f32, f32), north: i32, east: i32| {
        let number = |degrees: f32, more: i32| (degrees / SQUARE).floor() as i32 + more;
        (country, number(lat, north), number(lon, east))
    };
    let is_lacking = |place: &Place| {
        place.region.is_none()
            && place.level == Level::Municipality
            && matches!(place.standing, Standing::Authority | Standing::Abolished(_))
    };
    let countries: FxHashSet<CountryCode> = places
        .iter()
        .filter(|place| is_lacking(place))
        .map(|place| place.country)
        .collect();
    let mut squares: FxHashMap<_, Vec<((f32, f32), usize)>> = FxHashMap::default();
    for (number, place) in places.iter().enumerate() {
        if let Some(position) = place.position
            && place.standing == Standing::Place
            && place.region.is_some()
            && countries.contains(&place.country)
        {
            let key = square(place.country, position, 0, 0);
            squares.entry(key).or_default().push((position, number));
        }
    }
    for number in 0..places.len() {
        let place = &places[number];
        let Some(position) = place.position.filter(|_| is_lacking(place)) else {
            continue;
        };
        let narrow = position.0.to_radians().cos();
        let nearest = (-1..=1)
            .flat_map(|north| (-1..=1).map(move |east| (north, east)))
            .filter_map(|(north, east)| squares.get(&square(place.country, position, north, east)))
            .flatten()
            .map(|(there, other)| (apart(position, *there, narrow), *other))
            .min_by(|a, b| a.0.total_cmp(&b.0));
        if let Some((_, other)) = nearest {
            let (region, county) = (places[other].region, places[other].county);
            let own = Some(PlaceRef::new(number));
            places[number].region = region.filter(|of| Some(*of) != own);
            places[number].county = county.filter(|of| Some(*of) != own);
        }
    }
}
