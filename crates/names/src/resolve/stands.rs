//! Of the records of one town - the authority on the official list, the place, the division around it - the one
//! that stands for all, so that every spelling leads to the same body.

use std::cmp::Reverse;

use smallvec::SmallVec;

use crate::gazetteer::{Gazetteer, PlaceRef, Standing};
use crate::level::without_level;
use crate::{Level, fold};

/// Records of one name closer than this are of one town.
const ONE_TOWN_KM: f64 = 20.0;

/// Whether two records of one name are of one town: close together, or a town and the municipality that it lies in, whose
/// middle may be far away (Kiruna). `None` where nobody has placed one of them.
pub(super) fn is_one_town(gazetteer: &Gazetteer, a: PlaceRef, b: PlaceRef) -> Option<bool> {
    if gazetteer.town_of(a) == Some(b) || gazetteer.town_of(b) == Some(a) {
        return Some(true);
    }
    let (first, second) = (gazetteer.place(a), gazetteer.place(b));
    let lies_in = |place: &crate::Place, of: PlaceRef, other: &crate::Place| {
        other.level == Level::Municipality && (place.county == Some(of) || place.region == Some(of))
    };
    // Two places in the county that is called as they are: one is its seat, the other a quarter or its middle.
    let share_county = first.county.is_some_and(|county| {
        second.county == Some(county) && is_called_as(gazetteer.place(county), first)
    });
    if share_county || lies_in(first, b, second) || lies_in(second, a, first) {
        return Some(true);
    }
    first.km_to(second).map(|km| km <= ONE_TOWN_KM)
}

/// Whether two places of one name are two towns in two regions, however near: Kansas City in Kansas and in Missouri.
fn is_across_a_border(a: &crate::Place, b: &crate::Place) -> bool {
    let are_places = [a, b].iter().all(|place| place.standing == Standing::Place);
    are_places && a.region.is_some() && b.region.is_some() && a.region != b.region
}

fn is_called_as(county: &crate::Place, place: &crate::Place) -> bool {
    let (county, place) = (fold(&county.name), fold(&place.name));
    without_level(&county).map_or(county.as_str(), |(bare, _)| bare) == place
}

/// The record that stands for a town. A division that is a city, whatever level the words tell, is that city: nobody but
/// it governs "Tokyo Metropolis".
pub(super) fn stands_for(gazetteer: &Gazetteer, of: PlaceRef, said: Option<Level>) -> PlaceRef {
    let found = stands_alone_for(gazetteer, of, said);
    match gazetteer.town_of(found) {
        Some(town) => stands_alone_for(gazetteer, town, None),
        None => found,
    }
}

/// Whether a body is a city that a county or region of that folded name is.
pub(super) fn is_city_and_division(gazetteer: &Gazetteer, of: PlaceRef, name: &str) -> bool {
    let country = gazetteer.place(of).country;
    gazetteer.named(name, country).any(|named| {
        let level = gazetteer.place(named.place).level;
        matches!(level, Level::Region | Level::County)
            && gazetteer.town_of(named.place).is_some()
            && stands_for(gazetteer, named.place, None) == of
    })
}

/// The record that stands for a town: of the level that the words tell, else of municipalities; the authority before
/// the place, the place before the division. A municipality that is no more stands for itself, and for the place that
/// has outlived it: what was a partner was the municipality.
fn stands_alone_for(gazetteer: &Gazetteer, of: PlaceRef, said: Option<Level>) -> PlaceRef {
    let place = gazetteer.place(of);
    if matches!(place.standing, Standing::Abolished(_))
        || said.is_some_and(|level| level == place.level) && place.standing == Standing::Authority
    {
        return of;
    }
    let wanted = said.unwrap_or(match place.level {
        // "Neukölln" is a part of Berlin, whatever else is called so around.
        Level::Part => Level::Part,
        _ => Level::Municipality,
    });
    let town: SmallVec<[PlaceRef; 8]> = gazetteer
        .named(&fold(&place.name), place.country)
        .map(|named| named.place)
        .chain([of])
        .chain(gazetteer.authority_of(of))
        .filter(|other| is_one_town(gazetteer, of, *other) == Some(true))
        .filter(|other| !is_across_a_border(place, gazetteer.place(*other)))
        .collect();
    let standing = |of: &PlaceRef| gazetteer.place(*of).standing;
    let is_abolished = |of: &PlaceRef| matches!(standing(of), Standing::Abolished(_));
    if wanted == Level::Municipality && !town.iter().any(|of| standing(of) == Standing::Authority) {
        let abolished = town.iter().copied().filter(is_abolished);
        if let Some(last) = abolished.max_by_key(|of| gazetteer.place(*of).weight) {
            return last;
        }
    }
    town.into_iter()
        .filter(|other| !is_abolished(other))
        .max_by_key(|other| {
            let (number, other) = (*other, gazetteer.place(*other));
            let standing = match other.standing {
                Standing::Authority => 3,
                Standing::Place => 2,
                Standing::Division => 1,
                Standing::Abolished(_) => 0,
            };
            (
                other.level == wanted,
                other.level == place.level,
                standing,
                other.name == place.name,
                other.weight,
                Reverse(number),
            )
        })
        .unwrap_or(of)
}
