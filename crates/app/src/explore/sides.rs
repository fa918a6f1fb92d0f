//! The two sides of each row as numbers, so that whole results are counted without looking at each partnership.

use std::cmp::Reverse;

use roaring::RoaringBitmap;
use rustc_hash::FxHashMap;
use vanort_domain::BodyId;
use vanort_domain::collation::{SortKey, sort_key_in};
use vanort_domain::register::Register;

use super::Explorer;
use crate::local_names::{Tongue, name_in};

/// The bodies of the rows.
#[derive(Debug)]
pub struct Sides {
    /// By row: the first side and the second, the partner.
    rows: Vec<[u32; 2]>,
    /// By number.
    bodies: Vec<BodyId>,
}

/// A partner with those who share it.
#[derive(Debug, PartialEq, Eq)]
pub struct Shared<'s> {
    /// The second side of the rows.
    pub partner: &'s BodyId,
    /// The first sides, in the order of their identifiers.
    pub homes: Vec<&'s BodyId>,
}

impl Sides {
    pub(super) fn of(explorer: &Explorer) -> Self {
        let mut numbers: FxHashMap<&BodyId, u32> = FxHashMap::default();
        let mut bodies = Vec::new();
        let mut number = |body| {
            *numbers.entry(body).or_insert_with(|| {
                bodies.push(BodyId::clone(body));
                u32::try_from(bodies.len() - 1).unwrap_or(u32::MAX)
            })
        };
        let pairs = explorer.rows.iter().map(|p| &p.pair);
        let rows = pairs
            .map(|pair| [number(&pair.first), number(&pair.second)])
            .collect();
        Self { rows, bodies }
    }

    /// The numbers of a row's first and second side.
    #[must_use]
    pub fn row(&self, row: u32) -> [u32; 2] {
        self.rows[row as usize]
    }

    /// All rows.
    pub(super) fn rows(&self) -> impl Iterator<Item = (u32, [u32; 2])> + Clone {
        (0..).zip(self.rows.iter().copied())
    }

    /// The bodies by their numbers.
    #[must_use]
    pub fn bodies(&self) -> &[BodyId] {
        &self.bodies
    }

    /// By number the place of each name on a side (0 or 1) in a language among them all, equal names at the same place.
    pub(super) fn places(&self, register: &Register, tongue: Tongue, side: usize) -> Vec<u32> {
        let mut keys: Vec<Option<SortKey>> = vec![None; self.bodies.len()];
        // The register's list is in the order of the rows, and of the Swedish names.
        for ((_, sides), (_, key)) in self.rows().zip(register.partners_with_keys()) {
            let of = &mut keys[sides[side] as usize];
            if of.is_none() {
                let is_known = side == 1 && tongue == Tongue::Swedish;
                let body = register.body(&self.bodies[sides[side] as usize]);
                *of = Some(match body.filter(|_| !is_known) {
                    Some(body) => sort_key_in(tongue.tag(), name_in(body, tongue)),
                    None => key.clone(),
                });
            }
        }
        let mut named: Vec<(SortKey, u32)> = keys
            .into_iter()
            .zip(0..)
            .filter_map(|(key, number)| Some((key?, number)))
            .collect();
        named.sort_unstable();
        let mut places = vec![u32::MAX; self.bodies.len()];
        let same = named.chunk_by(|(a, _), (b, _)| a == b);
        for (place, bodies) in (0..).zip(same) {
            for (_, number) in bodies {
                places[*number as usize] = place;
            }
        }
        places
    }

    /// Of how many of some rows each body is the partner, by its number.
    #[must_use]
    pub fn partners(&self, found: &RoaringBitmap) -> Vec<u32> {
        let mut counts = vec![0; self.bodies.len()];
        for row in found {
            counts[self.row(row)[1] as usize] += 1;
        }
        counts
    }

    /// The partners of more than one first side in some rows, those of most first and equal ones in the order of
    /// their identifiers: so many at most, and how many there are.
    #[must_use]
    pub fn shared(&self, found: &RoaringBitmap, most: usize) -> (Vec<Shared<'_>>, usize) {
        const NOT_SHOWN: u32 = u32::MAX;
        // A pair has one row: each row of a partner is another first side.
        let mut places = self.partners(found);
        let by_most = |a: &(Reverse<u32>, u32), b: &(Reverse<u32>, u32)| {
            let name = |number: u32| &self.bodies[number as usize];
            a.0.cmp(&b.0).then_with(|| name(a.1).cmp(name(b.1)))
        };
        let mut shared: Vec<(Reverse<u32>, u32)> = (0..)
            .zip(&places)
            .filter(|(_, count)| **count > 1)
            .map(|(number, count)| (Reverse(*count), number))
            .collect();
        let all = shared.len();
        if all > most {
            shared.select_nth_unstable_by(most, by_most);
            shared.truncate(most);
        }
        shared.sort_unstable_by(by_most);
        places.fill(NOT_SHOWN);
        for (place, (_, number)) in (0..).zip(&shared) {
            places[*number as usize] = place;
        }
        let mut homes: Vec<Vec<&BodyId>> = vec![Vec::new(); shared.len()];
        for [home, partner] in found.iter().map(|row| self.row(row)) {
            if let Some(homes) = homes.get_mut(places[partner as usize] as usize) {
                homes.push(&self.bodies[home as usize]);
            }
        }
        let shared = shared
            .into_iter()
            .zip(homes)
            .map(|((_, partner), mut homes)| {
                homes.sort_unstable();
                Shared {
                    partner: &self.bodies[partner as usize],
                    homes,
                }
            });
        (shared.collect(), all)
    }
}
