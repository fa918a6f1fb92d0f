//! The numbers of the whole register and of each country, carried over from one state of it to the next.

use std::sync::Arc;

use rustc_hash::FxHashSet;
use smallvec::SmallVec;
use vanort_domain::persistent::Map;
use vanort_domain::register::{Partnership, Register};
use vanort_domain::{BodyId, CountryCode, PairKey};

use super::{Counting, Development};
use crate::explore::abroad;

/// Everything added up.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Counted {
    all: Counting,
    /// By country of the partner, as the explorer has them.
    countries: Map<CountryCode, Counting>,
}

impl Counted {
    /// All partnerships of a register.
    pub fn of(register: &Register) -> Self {
        let mut counted = Self::default();
        for partnership in register.partnerships_unsorted() {
            counted.add(register, partnership, 1);
        }
        counted
    }

    fn add(&mut self, register: &Register, partnership: &Partnership, by: i32) {
        self.all.add(register, partnership, by);
        let mut countries: SmallVec<[CountryCode; 2]> = abroad(register, partnership);
        countries.dedup();
        for country in countries {
            let counting = self.countries.entry(country).or_default();
            counting.add(register, partnership, by);
            if *counting == Counting::default() {
                self.countries.remove(&country);
            }
        }
    }

    /// The same after entries that speak of some pairs and of some bodies; `None` where the register was folded anew
    /// meanwhile, so that any pair may have changed.
    pub fn followed_by(
        &self,
        before: &Register,
        after: &Register,
        pairs: impl Iterator<Item = PairKey>,
        bodies: &[BodyId],
    ) -> Option<Self> {
        let mut touched: FxHashSet<PairKey> =
            pairs.map(|pair| after.canonical_pair(&pair)).collect();
        let sides = touched.iter().flat_map(|pair| [&pair.first, &pair.second]);
        // What else is known of a body, such as its country, counts in each of its partnerships.
        let mut changed: Vec<&BodyId> = bodies.iter().chain(sides).collect();
        changed.retain(|id| before.body(id) != after.body(id));
        let others: Vec<PairKey> = changed
            .into_iter()
            .flat_map(|id| after.partnerships_of(id))
            .map(|of| of.partnership.pair.clone())
            .collect();
        touched.extend(others);
        let mut known = before.partnerships_unsorted();
        let other = known.find(|p| !touched.contains(&p.pair))?;
        if !Arc::ptr_eq(other, after.partnership(&other.pair)?) {
            return None;
        }
        let mut next = self.clone();
        for pair in &touched {
            if let Some(partnership) = before.partnership(pair) {
                next.add(before, partnership, -1);
            }
            if let Some(partnership) = after.partnership(pair) {
                next.add(after, partnership, 1);
            }
        }
        Some(next)
    }

    /// How all partnerships developed.
    pub fn all(&self) -> Development {
        self.all.developed()
    }

    /// How those with a country did.
    pub fn with(&self, country: CountryCode) -> Development {
        let counting = self.countries.get(&country);
        counting.map(Counting::developed).unwrap_or_default()
    }
}
