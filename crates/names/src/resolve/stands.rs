//! Of the records of one town - the authority on the official list, the place, the division around it - the one
//! that stands for all, so that every spelling leads to the same body.

use std::cmp::Reverse;

use crate::gazetteer::{Gazetteer, PlaceRef, Standing};
use crate::{Level, fold};

/// Records of one name closer than this are of one town.
const ONE_TOWN_KM: f64 = 20.0;

/// The record that stands for a town: of the level that the words tell, else of municipalities; the authority before
/// the place, the place before the division. A municipality that is no more stands for itself.
pub(super) fn stands_for(gazetteer: &Gazetteer, of: PlaceRef, said: Option<Level>) -> PlaceRef {
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
    gazetteer
        .named(&fold(&place.name), place.country)
        .map(|named| named.place)
        .chain([of])
        .filter(|other| {
            let other = gazetteer.place(*other);
            !matches!(other.standing, Standing::Abolished(_))
                && place.km_to(other).is_some_and(|km| km <= ONE_TOWN_KM)
        })
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
