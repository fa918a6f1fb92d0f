//! From the log to the register, all at once.

use std::borrow::Cow;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::as_of::Seen;
use super::partnership::Told;
use super::{AsOf, ListKey, Membership, Partnership, Register};
use crate::bodies::Body;
use crate::collation::sort_key;
use crate::identity::{Decision, Identity};
use crate::log::{Content, Entry, Switch};
use crate::statements::{About, Statement};
use crate::{BodyId, GroupId, PairKey, Seq};

/// What a statement adds to; of a pair the side shown first stands first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Target<'s> {
    Pair(&'s BodyId, &'s BodyId),
    Member(&'s GroupId, &'s BodyId),
    Alone(&'s BodyId),
}

/// Statements and what is left of them on the day that is asked about.
type SeenStatements<'e> = smallvec::SmallVec<[(Seq, Cow<'e, Statement>); 4]>;

impl Register {
    /// Folds a log, whose entries come in the order of their numbers, as of a day.
    #[must_use]
    pub fn fold(entries: Vec<Entry>, as_of: AsOf) -> Self {
        let mut register = Self {
            as_of,
            entries: entries.into_iter().collect(),
            ..Self::default()
        };
        register.redact_all();
        let entries = register.entries.clone();
        for entry in &entries {
            if !register.is_known(entry) {
                continue;
            }
            match &entry.content {
                Content::Body(body) => {
                    register.bodies.insert(body.id.clone(), body.clone());
                }
                Content::Source(source) => {
                    register.sources.insert(source.id.clone(), source.clone());
                }
                Content::Group(group) => {
                    register.groups.insert(group.id.clone(), group.clone());
                }
                Content::Switch(switch) => register.note_switch(switch),
                Content::Decision(_) => register.decisions.push_back(entry.seq),
                Content::Statement(statement) => register.corrected.extend(statement.corrects),
                Content::Redaction(_) | Content::Unreadable => {}
            }
        }
        register.predecessors = predecessors(register.bodies.values());
        register.identity = register.identity_in_force();
        register.fold_statements();
        register
    }

    /// The register as of another day, from the same log.
    #[must_use]
    pub fn seen_from(&self, as_of: AsOf) -> Self {
        Self::fold(self.entries.iter().cloned().collect(), as_of)
    }

    pub(super) fn is_known(&self, entry: &Entry) -> bool {
        self.as_of
            .recorded
            .is_none_or(|limit| entry.recorded <= limit)
    }

    pub(super) fn identity_in_force(&self) -> Identity {
        let decisions: Vec<(Seq, &Decision)> = self
            .decisions
            .iter()
            .filter_map(|seq| match &self.entry(*seq)?.content {
                Content::Decision(decision) => Some((*seq, &**decision)),
                _ => None,
            })
            .collect();
        Identity::of(decisions)
    }

    pub(super) fn note_switch(&mut self, switch: &Switch) {
        if switch.on {
            self.switched_off.remove(&switch.collection);
        } else {
            self.switched_off.insert(switch.collection.clone());
        }
    }

    /// Whether a statement counts at all: known by then, not corrected, not of a source that is switched off.
    pub(super) fn counts(&self, seq: Seq, statement: &Statement) -> bool {
        if !self.corrected.is_empty() && self.corrected.contains(&seq) {
            return false;
        }
        self.switched_off.is_empty()
            || self
                .sources
                .get(&statement.source)
                .is_none_or(|source| !self.switched_off.contains(&source.collection))
    }

    pub(super) fn target<'s>(&'s self, statement: &'s Statement) -> Target<'s> {
        let subject = self.identity.canonical_ref(&statement.subject.body);
        match &statement.about {
            About::Partner(partner) => {
                let partner = self.identity.canonical_ref(&partner.body);
                match PairKey::in_order(subject, partner) {
                    // Two bodies that turn out to be one have no partnership with each other.
                    _ if partner == subject => Target::Alone(subject),
                    true => Target::Pair(subject, partner),
                    false => Target::Pair(partner, subject),
                }
            }
            About::Group(group) => Target::Member(group, subject),
            About::Body(_) => Target::Alone(subject),
        }
    }

    fn fold_statements(&mut self) {
        let entries = self.entries.clone();
        let mut numbers: FxHashMap<Target<'_>, u32> = FxHashMap::default();
        let mut targets: Vec<Target<'_>> = Vec::new();
        let mut filed: Vec<(u32, &Entry)> = Vec::with_capacity(entries.len());
        numbers.reserve(entries.len() / 2);
        for entry in &entries {
            let Content::Statement(statement) = &entry.content else {
                continue;
            };
            if !self.is_known(entry) || !self.counts(entry.seq, statement) {
                continue;
            }
            let target = self.target(statement);
            let number = *numbers.entry(target).or_insert_with(|| {
                targets.push(target);
                u32::try_from(targets.len() - 1).unwrap_or(u32::MAX)
            });
            filed.push((number, entry));
        }
        drop(numbers);
        // Stable: within a target the statements stay in the order of the log.
        filed.sort_by_key(|(number, _)| *number);
        let mut lists = Lists::default();
        lists.partnerships.reserve_exact(targets.len());
        lists.ends.reserve_exact(targets.len());
        for run in filed.chunk_by(|a, b| a.0 == b.0) {
            lists.add(
                self,
                targets[run[0].0 as usize],
                run.iter().map(|(_, entry)| *entry),
            );
        }
        lists.into_register(self);
    }

    /// The statements among entries as they are seen on the day.
    fn seen<'e>(&self, entries: impl Iterator<Item = &'e Entry>) -> SeenStatements<'e> {
        entries
            .filter_map(|entry| {
                let Content::Statement(statement) = &entry.content else {
                    return None;
                };
                match self.as_of.sees(statement, entry.recorded) {
                    Seen::Whole => Some((entry.seq, Cow::Borrowed(&**statement))),
                    Seen::Part(part) => Some((entry.seq, Cow::Owned(*part))),
                    Seen::Nothing => None,
                }
            })
            .collect()
    }

    pub(super) fn fold_pair<'e>(
        &self,
        pair: &PairKey,
        entries: impl Iterator<Item = &'e Entry>,
    ) -> Option<Arc<Partnership>> {
        let seen = self.seen(entries);
        let told: smallvec::SmallVec<[Told<'_>; 8]> = seen
            .iter()
            .map(|(seq, statement)| {
                let subject = self.identity.canonical_ref(&statement.subject.body);
                Told::new(*seq, statement, subject, &pair.first)
            })
            .collect();
        (!told.is_empty()).then(|| Arc::new(Partnership::fold(pair.clone(), &told)))
    }

    pub(super) fn fold_member<'e>(
        &self,
        group: &GroupId,
        body: &BodyId,
        entries: impl Iterator<Item = &'e Entry>,
    ) -> Option<Membership> {
        let seen = self.seen(entries);
        let told: Vec<Told<'_>> = seen
            .iter()
            .map(|(seq, s)| Told::new(*seq, s, body, body))
            .collect();
        (!told.is_empty()).then(|| Membership::fold(group.clone(), body.clone(), &told))
    }

    pub(super) fn fold_alone<'e>(
        &self,
        entries: impl Iterator<Item = &'e Entry>,
    ) -> Option<Arc<Vec<Seq>>> {
        let seen: Vec<Seq> = self.seen(entries).into_iter().map(|(seq, _)| seq).collect();
        (!seen.is_empty()).then(|| Arc::new(seen))
    }

    fn name_key(&self, id: &BodyId) -> Arc<[u8]> {
        self.body(id)
            .map_or_else(|| sort_key(id.as_str()), |body| body.sort_key())
            .into()
    }

    pub(super) fn list_key(&self, pair: &PairKey) -> ListKey {
        ListKey {
            first: self.name_key(&pair.first),
            second: self.name_key(&pair.second),
            pair: pair.clone(),
        }
    }
}

/// The register's lists while they are filled all at once.
#[derive(Default)]
struct Lists {
    partnerships: Vec<(PairKey, Arc<Partnership>)>,
    /// The two sides of each partnership, as places in `sides`.
    ends: Vec<(u32, u32)>,
    sides: Vec<PairSide>,
    places: FxHashMap<BodyId, u32>,
    memberships: Vec<((GroupId, BodyId), Arc<Membership>)>,
    alone: Vec<(BodyId, Arc<Vec<Seq>>)>,
}

/// A body that is a side of partnerships, while the lists are filled.
struct PairSide {
    id: BodyId,
    name: Arc<[u8]>,
    /// Places in the list of partnerships.
    pairs: Vec<u32>,
}

impl Lists {
    fn add<'e>(
        &mut self,
        register: &Register,
        target: Target<'_>,
        entries: impl Iterator<Item = &'e Entry>,
    ) {
        match target {
            Target::Pair(first, second) => {
                let pair = PairKey::new(first.clone(), second.clone());
                if let Some(partnership) = register.fold_pair(&pair, entries) {
                    self.add_pair(register, pair, partnership);
                }
            }
            Target::Member(group, body) => {
                if let Some(membership) = register.fold_member(group, body, entries) {
                    self.memberships
                        .push(((group.clone(), body.clone()), Arc::new(membership)));
                }
            }
            Target::Alone(body) => {
                self.alone.extend(
                    register
                        .fold_alone(entries)
                        .map(|seqs| (body.clone(), seqs)),
                );
            }
        }
    }

    fn add_pair(&mut self, register: &Register, pair: PairKey, partnership: Arc<Partnership>) {
        let place = u32::try_from(self.partnerships.len()).unwrap_or(u32::MAX);
        let ends = (
            self.side(register, &pair.first),
            self.side(register, &pair.second),
        );
        self.sides[ends.0 as usize].pairs.push(place);
        self.sides[ends.1 as usize].pairs.push(place);
        self.ends.push(ends);
        self.partnerships.push((pair, partnership));
    }

    fn side(&mut self, register: &Register, id: &BodyId) -> u32 {
        if let Some(place) = self.places.get(id) {
            return *place;
        }
        let place = u32::try_from(self.sides.len()).unwrap_or(u32::MAX);
        self.sides.push(PairSide {
            id: id.clone(),
            name: register.name_key(id),
            pairs: Vec::new(),
        });
        self.places.insert(id.clone(), place);
        place
    }

    /// The list in its order. Names are compared for each body, pairs by the ranks of their names.
    fn list_in_order(&self) -> impl Iterator<Item = ListKey> {
        let mut by_name: Vec<usize> = (0..self.sides.len()).collect();
        by_name.sort_unstable_by(|a, b| self.sides[*a].name.cmp(&self.sides[*b].name));
        let mut ranks = vec![0u32; self.sides.len()];
        let mut rank = 0;
        for pair in by_name.windows(2) {
            rank += u32::from(self.sides[pair[0]].name != self.sides[pair[1]].name);
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
        order.into_iter().map(|(_, _, place)| {
            let ends = self.ends[place];
            ListKey {
                first: self.sides[ends.0 as usize].name.clone(),
                second: self.sides[ends.1 as usize].name.clone(),
                pair: self.partnerships[place].0.clone(),
            }
        })
    }

    fn into_register(self, register: &mut Register) {
        register.list = self.list_in_order().collect();
        register.by_body = self
            .sides
            .iter()
            .map(|side| {
                let pair = |place: &u32| self.partnerships[*place as usize].0.clone();
                let mut pairs: Vec<PairKey> = side.pairs.iter().map(pair).collect();
                pairs.sort_unstable();
                (side.id.clone(), Arc::new(pairs))
            })
            .collect();
        register.partnerships = self.partnerships.into_iter().collect();
        for ((group, body), _) in &self.memberships {
            register.file_member(group, body);
        }
        register.memberships = self.memberships.into_iter().collect();
        register.alone = self.alone.into_iter().collect();
    }
}

pub(super) fn predecessors<'a>(
    bodies: impl Iterator<Item = &'a Arc<Body>>,
) -> crate::persistent::Map<BodyId, Arc<Vec<BodyId>>> {
    let mut found: FxHashMap<BodyId, Vec<BodyId>> = FxHashMap::default();
    for body in bodies {
        for succession in body.successions.iter().filter(|s| s.successor != body.id) {
            found
                .entry(succession.successor.clone())
                .or_default()
                .push(body.id.clone());
        }
    }
    found
        .into_iter()
        .map(|(successor, mut earlier)| {
            earlier.sort_unstable();
            earlier.dedup();
            (successor, Arc::new(earlier))
        })
        .collect()
}
