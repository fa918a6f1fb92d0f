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
