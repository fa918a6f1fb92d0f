//! Identifiers: each place under its own, which is not stored again, and some under others.

use std::hash::BuildHasher as _;

use hashbrown::HashTable;
use rustc_hash::{FxBuildHasher, FxHashMap};
use smol_str::SmolStr;

use super::place::{Place, PlaceRef};

/// Which place an identifier means.
#[derive(Debug, Default)]
pub(super) struct Ids {
    own: HashTable<PlaceRef>,
    others: FxHashMap<SmolStr, PlaceRef>,
}

impl Ids {
    pub(super) fn with_capacity(places: usize) -> Self {
        Self {
            own: HashTable::with_capacity(places),
            others: FxHashMap::default(),
        }
    }

    /// The places' own identifiers.
    pub(super) fn of(places: &[Place]) -> Self {
        let mut ids = Self::with_capacity(places.len());
        for number in 0..places.len() {
            ids.add(PlaceRef::new(number), places);
        }
        ids
    }

    /// Adds a place under its own identifier; it takes the place of one that had it before.
    pub(super) fn add(&mut self, of: PlaceRef, places: &[Place]) {
        let id = |of: &PlaceRef| places[of.number()].id.as_str();
        let entry = self.own.entry(
            digest(id(&of)),
            |other| id(other) == id(&of),
            |other| digest(id(other)),
        );
        entry.insert(of);
    }

    /// Another identifier of a place; the first that has it keeps it.
    pub(super) fn also(&mut self, id: SmolStr, of: PlaceRef) {
        self.others.entry(id).or_insert(of);
    }

    /// The identifiers that are not a place's own, in their order.
    pub(super) fn others(&self) -> Vec<(&str, PlaceRef)> {
        let mut others: Vec<_> = self.others.iter().map(|(id, of)| (&**id, *of)).collect();
        others.sort_unstable();
        others
    }

    pub(super) fn find(&self, id: &str, places: &[Place]) -> Option<PlaceRef> {
        self.own
            .find(digest(id), |of| places[of.number()].id == id)
            .or_else(|| self.others.get(id))
            .copied()
    }
}

fn digest(id: &str) -> u64 {
    FxBuildHasher.hash_one(id)
}
