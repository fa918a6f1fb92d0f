//! Places with a name that begins as somebody writes it: what may be meant while she has not finished.

use std::cmp::Reverse;

use rustc_hash::FxHashSet;
use vanort_domain::CountryCode;

use super::Atlas;
use super::stands::stands_for;
use crate::fold;
use crate::gazetteer::PlaceRef;

/// Names looked at for each place that is told: a town has many, and its records stand for one body.
const LOOKED_AT: usize = 8;

impl Atlas {
    /// The bodies with a name that begins so, in one country or in all: those with just that name first, then the weightiest.
    /// A town's records are told as the one that stands for them.
    #[must_use]
    pub fn beginning(
        &self,
        written: &str,
        country: Option<CountryCode>,
        most: usize,
    ) -> Vec<PlaceRef> {
        let folded = fold(written);
        if folded.is_empty() {
            return Vec::new();
        }
        let countries: Vec<CountryCode> = match country {
            Some(country) => vec![country],
            None => self.gazetteer.countries().collect(),
        };
        let mut found: Vec<_> = countries
            .iter()
            .flat_map(|country| self.gazetteer.beginning(&folded, *country))
            .map(|(name, named)| {
                let place = self.gazetteer.place(named.place);
                let is_whole = name.len() == folded.len();
                let weight = place.weight.max(place.population);
                (Reverse((is_whole, weight)), named.sort, named.place)
            })
            .collect();
        let enough = most * LOOKED_AT;
        if found.len() > enough {
            found.select_nth_unstable(enough);
            found.truncate(enough);
        }
        found.sort_unstable();
        let mut seen = FxHashSet::default();
        found
            .into_iter()
            .map(|(.., place)| stands_for(&self.gazetteer, place, None))
            .filter(|place| seen.insert(*place))
            .take(most)
            .collect()
    }
}
