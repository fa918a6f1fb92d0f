//! What a name may mean.

use std::num::NonZeroU32;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use smol_str::SmolStr;
use vanort_domain::CountryCode;

use crate::Level;

/// Number of a place in its gazetteer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PlaceRef(NonZeroU32);

impl PlaceRef {
    /// The one with that number, from 0.
    pub(super) fn new(number: usize) -> Self {
        let number = u32::try_from(number).unwrap_or(u32::MAX);
        Self(NonZeroU32::MIN.saturating_add(number))
    }

    /// Its number, from 0.
    pub(super) fn number(self) -> usize {
        self.0.get() as usize - 1
    }
}

/// Where a place is known from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Standing {
    /// On an official list of authorities, and there today.
    Authority,
    /// On an official list, and no longer there since that year, where it is known.
    Abolished(Option<u16>),
    /// An administrative division.
    Division,
    /// A place where people live.
    Place,
}

/// An authority, a division or a place that a name may mean.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// Identifier of the body it would be: `gn-…`, `wd-…` or a national code.
    pub id: SmolStr,
    /// Main name.
    pub name: SmolStr,
    /// Country.
    pub country: CountryCode,
    /// Inhabitants; 0 where nobody says. Of an authority: of the town it is called after.
    pub population: u32,
    /// Inhabitants of all places of 500 and more within a division; a weight, not a figure to show.
    pub(crate) weight: u32,
    /// Latitude and longitude, degrees; of a division: of the place of its name in it, else the middle of its places.
    pub position: Option<(f32, f32)>,
    /// Level.
    pub level: Level,
    /// Where it is known from.
    pub standing: Standing,
    /// How much likelier it is meant than its size tells: a seat of something, or known by many names.
    pub(crate) renown: f32,
    /// The region it lies in, where that is known.
    pub region: Option<PlaceRef>,
    /// The county or district it lies in, where that is known.
    pub county: Option<PlaceRef>,
    /// What an abolished one was merged into, where that is known.
    pub successor: Option<PlaceRef>,
    /// Where the facts come from.
    pub source: Arc<str>,
}

impl Place {
    /// Distance to another in kilometres, where both positions are known.
    #[must_use]
    pub fn km_to(&self, other: &Self) -> Option<f64> {
        self.position
            .zip(other.position)
            .map(|(here, there)| km_between(here, there))
    }
}

/// Great-circle distance in kilometres (haversine, radius 6,371 km).
pub(crate) fn km_between(a: (f32, f32), b: (f32, f32)) -> f64 {
    let radians =
        |(lat, lon): (f32, f32)| (f64::from(lat).to_radians(), f64::from(lon).to_radians());
    let ((a_lat, a_lon), (b_lat, b_lon)) = (radians(a), radians(b));
    let half_lat = ((b_lat - a_lat) / 2.0).sin();
    let half_lon = ((b_lon - a_lon) / 2.0).sin();
    let h = half_lat * half_lat + a_lat.cos() * b_lat.cos() * half_lon * half_lon;
    12_742.0 * h.sqrt().min(1.0).asin()
}
