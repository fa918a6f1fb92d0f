//! From the log to the register, all at once.

use std::ops::Deref;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::as_of::Seen;
use super::lists::{Lists, Under};
use super::partnership::Told;
use super::{AsOf, ListKey, Membership, Partnership, Register};
use crate::bodies::Body;
use crate::collation::{SortKey, sort_key};
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
type SeenStatements<'e> = smallvec::SmallVec<[(&'e Entry, &'e Statement, Left<'e>); 4]>;

/// What is left of a statement.
enum Left<'e> {
    Whole(&'e Statement),
    Part(Box<Statement>),
}

impl Deref for Left<'_> {
    type Target = Statement;

    fn deref(&self) -> &Statement {
        match self {
            Self::Whole(statement) => statement,
            Self::Part(statement) => statement,
        }
    }
}

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
        register.withdraw_all();
        let entries = register.entries.clone();
        for entry in &entries {
            if !register.is_known(entry) {
                continue;
            }
            let is_withdrawn = register.is_withdrawn(&entry.by);
            match &entry.content {
                Content::Import(import) => {
                    register
                        .imports
                        .insert(import.way.clone(), (entry.seq, import.clone()));
                }
                Content::Withdrawal(_) => {}
                _ if is_withdrawn => register.withhold(&entry.content),
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
                // The statements come when it is known which bodies are one and which sources count.
                Content::Statement(_) | Content::Redaction(_) | Content::Unreadable => {}
            }
        }
        register.identity = register.identity_in_force();
        register.withhold_nobodies();
        register.release_known();
        register.predecessors = predecessors(register.bodies.values());
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

    /// Whether a statement counts at all: known by then, not corrected, not of an import that was withdrawn or a
    /// source that is switched off.
    #[must_use]
    pub fn counts(&self, entry: &Entry, statement: &Statement) -> bool {
        self.is_known(entry)
            && !self.corrected.contains(&entry.seq)
            && !self.is_withdrawn(&entry.by)
            && !self.is_of_a_source_switched_off(statement)
    }

    fn is_of_a_source_switched_off(&self, statement: &Statement) -> bool {
        !self.switched_off.is_empty()
            && self
                .sources
                .get(&statement.source)
                .is_some_and(|source| self.switched_off.contains(&source.collection))
    }

    pub(super) fn target<'s>(&'s self, statement: &'s Statement) -> Target<'s> {
        let subject = self.identity.canonical_ref(&statement.subject.body);
        match &statement.about {
            About::Partner(partner) => {
                let partner = self.identity.canonical_ref(&partner.body);
                match PairKey::in_order(subject, partner) {
                    // Two bodies that turn out to be one have no partnership with each other, and none has one with
                    // words that turn out to mean no body, on whichever side they stand.
                    _ if partner == subject || self.identity.is_nobody(partner) => {
                        Target::Alone(subject)
                    }
                    _ if self.identity.is_nobody(subject) => Target::Alone(partner),
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
        let mut corrected = imbl::OrdSet::new();
        let mut numbers: FxHashMap<Under<'_>, u32> = FxHashMap::default();
        let mut targets: Vec<Under<'_>> = Vec::new();
        let mut filed: Vec<(u32, &Entry)> = Vec::with_capacity(entries.len());
        let mut lists = Lists::default();
        numbers.reserve(entries.len() / 2);
        for entry in &entries {
            let Content::Statement(statement) = &entry.content else {
                continue;
            };
            if !self.is_known(entry) || self.is_withdrawn(&entry.by) {
                continue;
            }
            corrected.extend(statement.corrects);
            if self.is_of_a_source_switched_off(statement) {
                continue;
            }
            let target = lists.under(self.target(statement));
            let number = *numbers.entry(target).or_insert_with(|| {
                targets.push(target);
                u32::try_from(targets.len() - 1).unwrap_or(u32::MAX)
            });
            filed.push((number, entry));
        }
        drop(numbers);
        if !corrected.is_empty() {
            filed.retain(|(_, entry)| !corrected.contains(&entry.seq));
        }
        // Stable: within a target the statements stay in the order of the log.
        filed.sort_by_key(|(number, _)| *number);
        lists.expect_pairs(targets.len());
        for run in filed.chunk_by(|a, b| a.0 == b.0) {
            let target = targets[run[0].0 as usize];
            lists.add(self, target, run.iter().map(|(_, entry)| *entry));
        }
        self.corrected = corrected;
        lists.into_register(self);
    }

    /// The statements among entries as they are seen on the day.
    fn seen<'e>(&self, entries: impl Iterator<Item = &'e Entry>) -> SeenStatements<'e> {
        seen_as_of(self.as_of, entries)
    }

    pub(super) fn fold_pair<'e>(
        &self,
        pair: &PairKey,
        entries: impl Iterator<Item = &'e Entry>,
    ) -> Option<Arc<Partnership>> {
        self.fold_pair_as_of(self.as_of, pair, entries)
            .map(Arc::new)
    }

    pub(super) fn fold_pair_as_of<'e>(
        &self,
        as_of: AsOf,
        pair: &PairKey,
        entries: impl Iterator<Item = &'e Entry>,
    ) -> Option<Partnership> {
        let seen = seen_as_of(as_of, entries);
        let told: smallvec::SmallVec<[Told<'_>; 8]> = seen
            .iter()
            .map(|(entry, as_it_stands, statement)| {
                let subject = self.identity.canonical_ref(&statement.subject.body);
                let is_later = as_of.is_before(as_it_stands);
                Told::new(entry.seq, statement, subject, &pair.first).said_later(is_later)
            })
            .collect();
        (!told.is_empty()).then(|| Partnership::fold(pair.clone(), &told))
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
            .map(|(entry, _, s)| Told::new(entry.seq, s, body, body))
            .collect();
        (!told.is_empty()).then(|| Membership::fold(group.clone(), body.clone(), &told))
    }

    pub(super) fn fold_alone<'e>(
        &self,
        entries: impl Iterator<Item = &'e Entry>,
    ) -> Option<Arc<Vec<Seq>>> {
        let seen: Vec<Seq> = self
            .seen(entries)
            .iter()
            .map(|(entry, ..)| entry.seq)
            .collect();
        (!seen.is_empty()).then(|| Arc::new(seen))
    }

    pub(super) fn name_key(&self, id: &BodyId) -> SortKey {
        self.body(id)
            .map_or_else(|| sort_key(id.as_str()), |body| body.sort_key())
    }

    pub(super) fn list_key(&self, pair: &PairKey) -> ListKey {
        ListKey {
            first: self.name_key(&pair.first),
            second: self.name_key(&pair.second),
            pair: pair.clone(),
        }
    }
}

/// The statements among entries as they are seen on a day.
fn seen_as_of<'e>(as_of: AsOf, entries: impl Iterator<Item = &'e Entry>) -> SeenStatements<'e> {
    entries
        .filter_map(|entry| {
            let Content::Statement(statement) = &entry.content else {
                return None;
            };
            match as_of.sees(statement, entry.recorded) {
                Seen::Whole => Some((entry, &**statement, Left::Whole(statement))),
                Seen::Part(part) => Some((entry, &**statement, Left::Part(part))),
                Seen::Nothing => None,
            }
        })
        .collect()
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
