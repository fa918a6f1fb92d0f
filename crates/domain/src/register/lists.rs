//! The register's lists while they are filled all at once.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::fold::Target;
use super::{ListKey, Membership, Partnership, Register};
use crate::collation::SortKey;
use crate::log::Entry;
use crate::persistent::{Map, SortedList};
use crate::{BodyId, GroupId, PairKey, Seq};

/// A [`Target`] whose bodies are named by their places among the sides: short to compare and to look up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Under<'s> {
    Pair(u32, u32),
    Member(&'s GroupId, u32),
    Alone(u32),
}

#[derive(Default)]
pub(super) struct Lists {
    /// The bodies that statements are about.
    sides: Vec<BodyId>,
    places: FxHashMap<BodyId, u32>,
    partnerships: Vec<(PairKey, Arc<Partnership>)>,
    /// The two sides of each partnership, as places in `sides`.
    ends: Vec<(u32, u32)>,
    memberships: Vec<((GroupId, BodyId), Arc<Membership>)>,
    alone: Vec<(BodyId, Arc<Vec<Seq>>)>,
}

impl Lists {
    pub(super) fn under<'s>(&mut self, target: Target<'s>) -> Under<'s> {
        match target {
            Target::Pair(first, second) => Under::Pair(self.side(first), self.side(second)),
            Target::Member(group, body) => Under::Member(group, self.side(body)),
            Target::Alone(body) => Under::Alone(self.side(body)),
        }
    }

    fn side(&mut self, id: &BodyId) -> u32 {
        if let Some(place) = self.places.get(id) {
            return *place;
        }
        let place = u32::try_from(self.sides.len()).unwrap_or(u32::MAX);
        self.sides.push(id.clone());
        self.places.insert(id.clone(), place);
        place
    }

    fn id(&self, place: u32) -> &BodyId {
        &self.sides[place as usize]
    }

    /// Makes room for as many partnerships as there can be.
    pub(super) fn expect_pairs(&mut self, pairs: usize) {
        self.partnerships.reserve_exact(pairs);
        self.ends.reserve_exact(pairs);
    }

    pub(super) fn add<'e>(
        &mut self,
        register: &Register,
        target: Under<'_>,
        entries: impl Iterator<Item = &'e Entry>,
    ) {
        match target {
            Under::Pair(first, second) => {
                let pair = PairKey::new(self.id(first).clone(), self.id(second).clone());
                if let Some(partnership) = register.fold_pair(&pair, entries) {
                    self.add_pair((first, second), pair, partnership);
                }
            }
            Under::Member(group, body) => {
                let body = self.id(body).clone();
                if let Some(membership) = register.fold_member(group, &body, entries) {
                    self.memberships
                        .push(((group.clone(), body), Arc::new(membership)));
                }
            }
            Under::Alone(body) => {
                if let Some(seqs) = register.fold_alone(entries) {
                    self.alone.push((self.id(body).clone(), seqs));
                }
            }
        }
    }

    fn add_pair(&mut self, ends: (u32, u32), pair: PairKey, partnership: Arc<Partnership>) {
        self.ends.push(ends);
        self.partnerships.push((pair, partnership));
    }

    /// The list in its order. Names are compared for each body, pairs by the ranks of their names.
    fn list_in_order(&self, register: &Register) -> SortedList<ListKey> {
        let names: Vec<SortKey> = self
            .sides
            .iter()
            .map(|side| register.name_key(side))
            .collect();
        let mut by_name: Vec<usize> = (0..names.len()).collect();
        by_name.sort_unstable_by(|a, b| names[*a].cmp(&names[*b]));
        let mut ranks = vec![0u32; names.len()];
        let mut rank = 0;
        for pair in by_name.windows(2) {
            rank += u32::from(names[pair[0]] != names[pair[1]]);
            ranks[pair[1]] = rank;
        }
        let mut order: Vec<(u32, u32, usize)> = self
            .ends
            .iter()
            .enumerate()
            .map(|(place, ends)| (ranks[ends.0 as usize], ranks[ends.1 as usize], place))
            .collect();
        // Where two pairs have the same names, the identifiers decide.
        order.sort_unstable_by(|a, b| {
            (a.0, a.1)
                .cmp(&(b.0, b.1))
                .then_with(|| self.partnerships[a.2].0.cmp(&self.partnerships[b.2].0))
        });
        SortedList::of_sorted(order.into_iter().map(|(_, _, place)| {
            let ends = self.ends[place];
            ListKey {
                first: names[ends.0 as usize].clone(),
                second: names[ends.1 as usize].clone(),
                pair: self.partnerships[place].0.clone(),
            }
        }))
    }

    fn pairs_by_body(&self) -> Map<BodyId, Arc<Vec<PairKey>>> {
        let mut pairs: Vec<Vec<PairKey>> = Vec::new();
        let mut counts = vec![0usize; self.sides.len()];
        for (first, second) in &self.ends {
            counts[*first as usize] += 1;
            counts[*second as usize] += 1;
        }
        pairs.extend(counts.into_iter().map(Vec::with_capacity));
        for ((first, second), (pair, _)) in self.ends.iter().zip(&self.partnerships) {
            pairs[*first as usize].push(pair.clone());
            pairs[*second as usize].push(pair.clone());
        }
        self.sides
            .iter()
            .zip(pairs)
            .filter(|(_, pairs)| !pairs.is_empty())
            .map(|(side, mut pairs)| {
                pairs.sort_unstable();
                (side.clone(), Arc::new(pairs))
            })
            .collect()
    }

    pub(super) fn into_register(self, register: &mut Register) {
        register.list = self.list_in_order(register);
        register.by_body = self.pairs_by_body();
        register.partnerships = self.partnerships.into_iter().collect();
        for ((group, body), _) in &self.memberships {
            register.file_member(group, body);
        }
        register.memberships = self.memberships.into_iter().collect();
        register.alone = self.alone.into_iter().collect();
    }
}
