//! Towns that stand in several tables under several names: "Vienna" and Wien are one, and so are Haiphong and the
//! municipality Hải Phòng, or Tokyo and Tokyo Metropolis.

use rustc_hash::FxHashMap;

use super::Gazetteer;
use super::index::NameSort;
use super::place::{Place, PlaceRef, Standing};
use crate::{Level, fold};

/// A town lies at most so far from where its authority is put.
const TOWN_KM: f64 = 10.0;
/// Countries where the authority is called after something wider than the town, which has the name among its others.
const CALLED_AFTER_MORE: [&str; 1] = ["CN"];

/// The authority of each town that has the authority's main name only among its others.
pub(super) fn authorities_of_towns(gazetteer: &Gazetteer) -> FxHashMap<PlaceRef, PlaceRef> {
    let mut nearest: FxHashMap<PlaceRef, (f64, PlaceRef)> = FxHashMap::default();
    for (name, called) in gazetteer.names.shared() {
        let place = |of: PlaceRef| gazetteer.place(of);
        let authorities = called.iter().filter(|entry| {
            let of = place(entry.place);
            // "Municipiul București" is called București, too.
            is_authority(of) && (is_main(entry.sort) || fold(&of.name).ends_with(name))
        });
        for authority in authorities {
            let of = place(authority.place);
            let towns = called.iter().filter(|entry| {
                // "Oion / Oyón" is called Oyón, too.
                (!is_main(entry.sort) || fold(&place(entry.place).name) != name)
                    && is_town(place(entry.place))
                    && place(entry.place).country == of.country
            });
            for town in towns {
                let near = place(town.place).km_to(of).filter(|km| *km <= TOWN_KM);
                let Some(km) = near else { continue };
                let known = nearest.entry(town.place).or_insert((km, authority.place));
                if km < known.0 {
                    *known = (km, authority.place);
                }
            }
        }
    }
    nearest
        .into_iter()
        .filter(|(town, (_, of))| is_largest_so_called(gazetteer, *town, *of))
        .map(|(town, (_, of))| (town, of))
        .collect()
}

/// The town that each municipality among the divisions is, where the town's main name is one of the division's: Haiphong is
/// one of the names of Hải Phòng. Of several towns in it the largest. Hakusan, whose largest town is Mattō, is itself.
pub(super) fn towns_of_divisions(gazetteer: &Gazetteer) -> FxHashMap<PlaceRef, PlaceRef> {
    let mut towns: FxHashMap<PlaceRef, PlaceRef> = FxHashMap::default();
    let place = |of: PlaceRef| gazetteer.place(of);
    for (_, called) in gazetteer.names.shared() {
        let divisions = called.iter().filter(|entry| {
            let of = place(entry.place);
            of.standing == Standing::Division && of.level == Level::Municipality
        });
        for division in divisions {
            let of = Some(division.place);
            let within = called.iter().filter(|entry| {
                let town = place(entry.place);
                is_main(entry.sort) && is_town(town) && (town.region == of || town.county == of)
            });
            for town in within.map(|entry| entry.place) {
                let known = towns.entry(division.place).or_insert(town);
                if place(town).weight > place(*known).weight {
                    *known = town;
                }
            }
        }
    }
    towns
}

fn is_main(sort: NameSort) -> bool {
    matches!(sort, NameSort::Main | NameSort::MainWithoutLevel)
}

fn is_authority(place: &Place) -> bool {
    place.standing == Standing::Authority
        && place.level == Level::Municipality
        && !CALLED_AFTER_MORE.contains(&place.country.as_str())
}

fn is_town(place: &Place) -> bool {
    place.standing == Standing::Place && place.level == Level::Municipality
}

/// Whether no other place near the authority has its name as the main one, or is larger: then that is the town.
fn is_largest_so_called(gazetteer: &Gazetteer, town: PlaceRef, of: PlaceRef) -> bool {
    let authority = gazetteer.place(of);
    gazetteer
        .named(&fold(&authority.name), authority.country)
        .filter(|named| named.place != town && is_town(gazetteer.place(named.place)))
        .filter(|named| {
            let km = gazetteer.place(named.place).km_to(authority);
            km.is_some_and(|km| km <= TOWN_KM)
        })
        .all(|named| {
            !is_main(named.sort)
                && gazetteer.place(named.place).weight <= gazetteer.place(town).weight
        })
}
