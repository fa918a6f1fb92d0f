//! A body that the gazetteer does not have, but whose whereabouts the words tell: a district of a city that is
//! known, or a municipality that carries the names of two towns.

use smallvec::smallvec;
use vanort_domain::CountryCode;

use super::reading::{Reading, without_number};
use super::{Ranked, Reason};
use crate::gazetteer::{Gazetteer, PlaceRef, Standing};
use crate::{Level, fold};

/// Inhabitants of a city whose parts are known by their own names; those of a smaller one may lie well outside it.
const CITY: u32 = 100_000;
/// Two towns of one municipality lie at most so far from each other.
const SIDE_BY_SIDE_KM: f64 = 25.0;
/// How sure it is that something lies in the city that its words name.
const SURE_OF_CITY: f32 = 0.85;
/// How sure it is that something that carries the names of two towns lies there.
const SURE_OF_TOWNS: f32 = 0.8;

/// How sure it is that something lies in the smaller town that its words name, or that carries the name of one town that
/// is known and of one that is not.
const SURE_OF_TOWN: f32 = 0.7;

/// The place at which a body of its own lies, with why.
pub(super) fn within(
    gazetteer: &Gazetteer,
    reading: &Reading,
    countries: &[CountryCode],
    known: &[Ranked],
) -> Option<Ranked> {
    // "Lindau (Bodensee)" does not lie in a village that is called as the lake is.
    let is_smaller = |city: &PlaceRef| {
        let weight = |of: PlaceRef| gazetteer.place(of).weight;
        known.iter().all(|one| weight(one.place) <= weight(*city))
    };
    city(gazetteer, reading, countries)
        .filter(is_smaller)
        .map(|place| {
            let is_city = gazetteer.place(place).weight >= CITY;
            (place, if is_city { SURE_OF_CITY } else { SURE_OF_TOWN })
        })
        .or_else(|| towns(gazetteer, reading.base(), countries).map(|place| (place, SURE_OF_TOWNS)))
        .or_else(|| town(gazetteer, reading.base(), countries).map(|place| (place, SURE_OF_TOWN)))
        .map(|(place, score)| Ranked {
            place,
            score,
            reasons: smallvec![Reason::BodyOfItsOwnIn(place)],
        })
}

/// "Outremont (Montreal)", "Prague 15": the city, when only one is called so or one is far larger than the others.
fn city(gazetteer: &Gazetteer, reading: &Reading, countries: &[CountryCode]) -> Option<PlaceRef> {
    let name = fold(reading.base());
    let before_number = without_number(&name).map(str::to_owned);
    reading
        .around
        .iter()
        .chain(before_number.as_ref())
        .find_map(|city| largest(gazetteer, city, countries, 4))
        // Nothing is said to lie in a hamlet that nobody has counted.
        .filter(|of| {
            let city = gazetteer.place(*of);
            city.weight > 0 || city.standing != Standing::Place
        })
}

/// Words and signs between the names of two towns in the name of a body. A list's own word for "and" and the sign for it are not
/// among them: they stand between two bodies.
const AND: [&str; 7] = [" and ", " und ", " et ", " e ", " i ", "–", "-"];
/// Letters of a name that is a town's own, and not a word that many names begin with.
const TELLING: usize = 5;

/// "Oadby and Wigston", "Wünnewil-Flamatt": the one of the two that is known, when it is alone of its name.
fn town(gazetteer: &Gazetteer, base: &str, countries: &[CountryCode]) -> Option<PlaceRef> {
    let (first, second) = AND.into_iter().find_map(|and| base.split_once(and))?;
    // "Sainte-Marie" is no town beside one that is called Marie.
    if is_of_a_saint(&fold(first)) && !first.contains([' ', '-']) {
        return None;
    }
    // Leighton–Linslade is called after no hamlet of one of the names elsewhere.
    let is_known = |name: &str| {
        let folded = fold(name);
        let named = |country: &CountryCode| gazetteer.named(&folded, *country).next().is_some();
        countries.iter().any(named)
    };
    let are_both_known = || is_known(first) && is_known(second);
    [first, second]
        .into_iter()
        .map(str::trim)
        .filter(|name| name.chars().count() >= TELLING && name.starts_with(char::is_uppercase))
        .map(fold)
        .filter(|name| !is_of_a_saint(name))
        .find_map(|name| largest(gazetteer, &name, countries, 20))
        .filter(|of| gazetteer.place(*of).weight > 0 || !are_both_known())
}

/// Whether a folded name begins as those called after saints: a part of "Woluwe-Saint-Pierre", not a town beside it.
fn is_of_a_saint(name: &str) -> bool {
    [
        "saint", "sainte", "sankt", "sant", "santa", "santo", "st", "ste",
    ]
    .contains(&name.split(' ').next().unwrap_or(name))
}

/// "Epsom and Ewell", "Cheyres-Châbles": the larger of two towns side by side.
fn towns(gazetteer: &Gazetteer, base: &str, countries: &[CountryCode]) -> Option<PlaceRef> {
    let (first, second) = AND.into_iter().find_map(|and| base.split_once(and))?;
    let named = |name: &str| -> Vec<PlaceRef> {
        let folded = fold(name);
        countries
            .iter()
            .flat_map(|country| gazetteer.named(&folded, *country))
            .map(|named| named.place)
            .filter(|of| {
                matches!(
                    gazetteer.place(*of).level,
                    Level::Municipality | Level::Part
                )
            })
            .take(60)
            .collect()
    };
    let (firsts, seconds) = (named(first), named(second));
    let mut pairs: Vec<(f64, PlaceRef, PlaceRef)> = firsts
        .iter()
        .flat_map(|a| seconds.iter().map(move |b| (*a, *b)))
        .filter(|(a, b)| a != b)
        .filter_map(|(a, b)| Some((gazetteer.place(a).km_to(gazetteer.place(b))?, a, b)))
        .filter(|(km, ..)| *km <= SIDE_BY_SIDE_KM)
        .collect();
    pairs.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (_, a, b) = *pairs.first()?;
    let elsewhere = pairs.iter().any(|(_, other, _)| {
        gazetteer
            .place(*other)
            .km_to(gazetteer.place(a))
            .is_some_and(|km| km > SIDE_BY_SIDE_KM)
    });
    let larger = if gazetteer.place(a).weight >= gazetteer.place(b).weight {
        a
    } else {
        b
    };
    (!elsewhere).then_some(larger)
}

/// The town or city of a name that has so many times the inhabitants of every other of that name.
fn largest(
    gazetteer: &Gazetteer,
    name: &str,
    countries: &[CountryCode],
    times: u32,
) -> Option<PlaceRef> {
    let called = countries
        .iter()
        .flat_map(|country| gazetteer.named(name, *country))
        .map(|named| named.place)
        .filter(|of| gazetteer.place(*of).position.is_some());
    let (wide, mut towns): (Vec<PlaceRef>, Vec<PlaceRef>) =
        called.partition(|of| matches!(gazetteer.place(*of).level, Level::Region | Level::County));
    towns.sort_by_key(|of| std::cmp::Reverse(gazetteer.place(*of).weight));
    let (first, others) = towns.split_first()?;
    let place = gazetteer.place(*first);
    // "Coventry, New York": in a state or a county nobody knows where; unless most of its people live in the city of
    // that name (Moscow, Tehran).
    let is_city = |of: &PlaceRef| gazetteer.place(*of).weight / 2 <= place.weight;
    if !wide.iter().all(is_city) {
        return None;
    }
    others
        .iter()
        .map(|of| gazetteer.place(*of))
        .filter(|other| place.km_to(other).is_some_and(|km| km > 20.0))
        .all(|other| place.weight / times >= other.weight)
        .then_some(*first)
}
