//! A result on a map: drawn by the server, and drawn again by the browser where it can.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use askama::Template;
use serde_json::{Value, json};
use vanort_domain::BodyId;
use vanort_domain::register::{Outcome, Partnership};

use super::super::frame::data_url;
use super::super::{Answer, View};
use super::Found;
use crate::assets;
use crate::maps::{self, MapPoint};
use crate::messages::Words;
use crate::urls::Page;

/// Partners that are drawn by the server as links of their own; more are dots.
const MOST_LINKS: usize = 120;

#[derive(Template)]
#[template(path = "views/map.html")]
struct Map {
    t: Words,
    /// What the server draws; none when no partner has a known place.
    drawn: Option<String>,
    placed: usize,
    unplaced: usize,
    /// Where the script finds what it draws.
    places: String,
    script: &'static str,
    library: &'static str,
    worker: &'static str,
    ground: &'static str,
    /// The outlines of Sweden's municipalities.
    municipalities: &'static str,
}

/// Where a body lies, as map files write it: east, then north.
fn place(view: &View<'_>, id: &BodyId) -> Option<[f64; 2]> {
    let body = view.register().body(id)?;
    let (lat, lon) = body.lat.zip(body.lon)?;
    // Exactly 0° 0° is how a missing coordinate is often written.
    let usable = lat.abs() <= 90.0 && lon.abs() <= 180.0 && (lat, lon) != (0.0, 0.0);
    usable.then_some([lon, lat])
}

/// The map as HTML.
pub(super) fn block(view: &View<'_>, found: &Found<'_>) -> String {
    let sides = found.explorer.sides();
    let counts = sides.partners(&found.matching.whole);
    let partners = sides.bodies().iter().zip(counts);
    let places: Vec<([f64; 2], usize)> = partners
        .filter(|(_, count)| *count > 0)
        .filter_map(|(partner, count)| Some((place(view, partner)?, usize::try_from(count).ok()?)))
        .collect();
    let placed = places.iter().map(|(_, count)| count).sum();
    let data = data_url(view, "json");
    let mark = if data.contains('?') { '&' } else { '?' };
    let map = Map {
        t: view.t,
        drawn: if placed > MOST_LINKS {
            maps::crowd(places.iter().map(|([lon, lat], _)| (*lat, *lon)))
        } else {
            drawn(view, found)
        },
        placed,
        unplaced: found.rows.len() - placed,
        places: format!("{data}{mark}places=1"),
        script: assets::url("map.js"),
        library: assets::url("vendor/maplibre-gl.mjs"),
        worker: assets::url("vendor/maplibre-gl-worker.mjs"),
        ground: assets::url("vendor/ground.json"),
        municipalities: assets::url(assets::MUNICIPALITIES),
    };
    map.render().unwrap_or_default()
}

/// Each partner with a link of its own.
fn drawn(view: &View<'_>, found: &Found<'_>) -> Option<String> {
    let homes: BTreeSet<&BodyId> = found.iter().map(|p| &p.pair.first).collect();
    let points: Vec<MapPoint> = found
        .iter()
        .filter_map(|p| {
            let [lon, lat] = place(view, &p.pair.second)?;
            let (home, partner) = (view.name(&p.pair.first), view.name(&p.pair.second));
            Some(MapPoint {
                lat,
                lon,
                title: if homes.len() == 1 {
                    partner
                } else {
                    format!("{home} – {partner}")
                },
                href: view.pair_url(&p.pair),
                class: String::new(),
            })
        })
        .collect();
    let home = homes.first().filter(|_| homes.len() == 1);
    let home = home
        .and_then(|home| place(view, home))
        .map(|[lon, lat]| (lat, lon));
    maps::partners(home, &points)
}

/// A place as a script is told it: to a kilometre, which is no more than the mark covers.
fn told_place(view: &View<'_>, id: &BodyId) -> Option<[f64; 2]> {
    Some(place(view, id)?.map(|degrees| (degrees * 100.0).round() / 100.0))
}

/// What the browser draws: Swedish bodies with their counts, partners with their partnerships, countries with theirs.
pub(crate) fn places<'p>(
    view: &View<'_>,
    found: impl Iterator<Item = &'p Arc<Partnership>>,
) -> Answer {
    let mut homes: BTreeMap<&BodyId, usize> = BTreeMap::new();
    let mut counts: Vec<(&BodyId, usize)> = Vec::new();
    let mut partners: BTreeMap<&BodyId, Vec<Value>> = BTreeMap::new();
    let mut countries: BTreeMap<String, usize> = BTreeMap::new();
    for p in found {
        let (home, partner) = (&p.pair.first, &p.pair.second);
        if let Some(code) = view.register().body(partner).and_then(|body| body.country) {
            *countries.entry(code.to_string()).or_default() += 1;
        }
        let number = *homes.entry(home).or_insert_with(|| {
            counts.push((home, 0));
            counts.len() - 1
        });
        counts[number].1 += 1;
        if place(view, partner).is_none() {
            continue;
        }
        let since = match p.since.outcome() {
            Outcome::Stated(date) => view.t.date(&date.0),
            _ => String::new(),
        };
        let told = json!([number, since]);
        partners.entry(partner).or_default().push(told);
    }
    let homes: Vec<Value> = counts
        .into_iter()
        .map(|(id, count)| json!([view.name(id), told_place(view, id), id, count]))
        .collect();
    let partners: Vec<Value> = partners
        .into_iter()
        .map(|(id, told)| {
            let country = view.register().body(id).and_then(|body| body.country);
            json!([
                view.name(id),
                country.map(|code| view.country(code)),
                told_place(view, id),
                id,
                told
            ])
        })
        .collect();
    // Russia and Ukraine are needed to draw Crimea where it belongs.
    let is_needed = |code: &str| countries.contains_key(code) || ["RU", "UA"].contains(&code);
    let codes: BTreeMap<&str, String> = view
        .ctx
        .countries
        .iter()
        .filter(|country| !country.numeric.is_empty())
        .map(|country| (&*country.numeric, country.code.to_string()))
        .filter(|(_, code)| is_needed(code))
        .collect();
    let pages = view.url(&Page::Partnerships);
    Answer::json(
        &json!({ "homes": homes, "partners": partners, "countries": countries, "codes": codes,
        "pages": pages }),
    )
}
