//! From the log to the register: at once, or one entry at a time.

use std::borrow::Cow;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::as_of::Seen;
use super::partnership::Told;
use super::{AsOf, ListKey, Membership, Partnership, Register};
use crate::bodies::Body;
use crate::collation::sort_key;
use crate::identity::{Decision, Identity};
use crate::log::{Content, Entry, Redaction, Switch};
use crate::statements::{About, Statement};
use crate::{BodyId, GroupId, PairKey, Seq};

/// What a statement adds to; of a pair the side shown first stands first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Target<'s> {
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
        let mut bodies: FxHashMap<BodyId, Arc<Body>> = FxHashMap::default();
        for entry in &entries {
            if !register.is_known(entry) {
                continue;
            }
            match &entry.content {
                Content::Body(body) => {
                    bodies.insert(body.id.clone(), body.clone());
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
        register.bodies = bodies.into_iter().collect();
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

    /// Takes in the next entry; the same as folding the whole log with it.
    pub fn apply(&mut self, entry: Entry) {
        self.figures.take();
        let known = self.is_known(&entry);
        let seq = entry.seq;
        let content = entry.content.clone();
        self.entries.push_back(entry);
        // What has been taken away is gone for every reader, whichever day is asked about.
        if !known && !matches!(content, Content::Redaction(_)) {
            return;
        }
        match content {
            Content::Statement(statement) => self.apply_statement(seq, &statement),
            Content::Body(body) => self.apply_body(body),
            Content::Source(source) => self.apply_source(source),
            Content::Group(group) => {
                self.groups.insert(group.id.clone(), group);
            }
            Content::Decision(decision) => self.apply_decision(seq, &decision),
            Content::Switch(switch) => self.apply_switch(&switch),
            Content::Redaction(redaction) => self.apply_redaction(&redaction),
            Content::Unreadable => {}
        }
    }

    fn is_known(&self, entry: &Entry) -> bool {
        self.as_of
            .recorded
            .is_none_or(|limit| entry.recorded <= limit)
    }

    fn identity_in_force(&self) -> Identity {
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

    fn note_switch(&mut self, switch: &Switch) {
        if switch.on {
            self.switched_off.remove(&switch.collection);
        } else {
            self.switched_off.insert(switch.collection.clone());
        }
    }

    /// Whether a statement counts at all: known by then, not corrected, not of a source that is switched off.
    fn counts(&self, seq: Seq, statement: &Statement) -> bool {
        if !self.corrected.is_empty() && self.corrected.contains(&seq) {
            return false;
        }
        self.switched_off.is_empty()
            || self
                .sources
                .get(&statement.source)
                .is_none_or(|source| !self.switched_off.contains(&source.collection))
    }

    fn target<'s>(&'s self, statement: &'s Statement) -> Target<'s> {
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

    fn fold_pair<'e>(
        &self,
        pair: &PairKey,
        entries: impl Iterator<Item = &'e Entry>,
    ) -> Option<Partnership> {
        let seen = self.seen(entries);
        let told: smallvec::SmallVec<[Told<'_>; 8]> = seen
            .iter()
            .map(|(seq, statement)| {
                let subject = self.identity.canonical_ref(&statement.subject.body);
                Told::new(*seq, statement, subject, &pair.first)
            })
            .collect();
        (!told.is_empty()).then(|| Partnership::fold(pair.clone(), &told))
    }

    fn fold_member<'e>(
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

    fn fold_alone<'e>(&self, entries: impl Iterator<Item = &'e Entry>) -> Option<Arc<Vec<Seq>>> {
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
                let pair = PairKey {
                    first: first.clone(),
                    second: second.clone(),
                };
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

    fn add_pair(&mut self, register: &Register, pair: PairKey, partnership: Partnership) {
        let place = u32::try_from(self.partnerships.len()).unwrap_or(u32::MAX);
        let ends = (
            self.side(register, &pair.first),
            self.side(register, &pair.second),
        );
        self.sides[ends.0 as usize].pairs.push(place);
        self.sides[ends.1 as usize].pairs.push(place);
        self.ends.push(ends);
        self.partnerships.push((pair, Arc::new(partnership)));
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

fn predecessors<'a>(
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

/// Puts a value into a sorted list, once.
fn file<T: Ord + Clone>(list: &mut Arc<Vec<T>>, value: &T) {
    if let Err(place) = list.binary_search(value) {
        Arc::make_mut(list).insert(place, value.clone());
    }
}

impl Register {
    fn file_member(&mut self, group: &GroupId, body: &BodyId) {
        file(self.by_group.entry(group.clone()).or_default(), body);
        file(self.groups_of.entry(body.clone()).or_default(), group);
    }

    fn apply_statement(&mut self, seq: Seq, statement: &Statement) {
        if let Some(earlier) = statement.corrects {
            self.corrected.insert(earlier);
            self.refile([earlier]);
        }
        if self.counts(seq, statement) {
            self.refile([seq]);
        }
    }

    fn apply_body(&mut self, body: Arc<Body>) {
        let id = body.id.clone();
        let before = self.bodies.get(&id).cloned();
        let moved: Vec<PairKey> = match &before {
            Some(known) if known.name == body.name => Vec::new(),
            _ => self
                .by_body
                .get(&self.identity.canonical(&id))
                .map(|pairs| pairs.to_vec())
                .unwrap_or_default(),
        };
        for pair in &moved {
            self.list.remove(&self.list_key(pair));
        }
        let successions_changed = before
            .as_ref()
            .is_none_or(|known| known.successions != body.successions)
            && before.is_some()
            || !body.successions.is_empty();
        self.bodies.insert(id, body);
        for pair in &moved {
            self.list.insert(self.list_key(pair));
        }
        if successions_changed {
            self.predecessors = predecessors(self.bodies.values());
        }
    }

    fn apply_source(&mut self, source: Arc<crate::sources::Source>) {
        let moved = self
            .sources
            .insert(source.id.clone(), source.clone())
            .is_none_or(|before| before.collection != source.collection);
        // A source that comes after its statements, or moves, counts only when something is switched off.
        if moved && !self.switched_off.is_empty() {
            self.refold();
        }
    }

    fn apply_decision(&mut self, seq: Seq, decision: &Decision) {
        self.decisions.push_back(seq);
        let before = std::mem::take(&mut self.identity);
        self.identity = self.identity_in_force();
        let mut touched: FxHashSet<BodyId> = FxHashSet::default();
        for identity in [&before, &self.identity] {
            for id in [&decision.a, &decision.b] {
                let canonical = identity.canonical(id);
                touched.extend(identity.merged_into(&canonical).cloned());
                touched.insert(canonical);
            }
        }
        let changed: Vec<BodyId> = touched
            .into_iter()
            .filter(|id| before.canonical(id) != self.identity.canonical(id))
            .collect();
        if !changed.is_empty() {
            self.refold();
        }
    }

    fn apply_switch(&mut self, switch: &Switch) {
        self.note_switch(switch);
        self.refold();
    }

    /// Folds all statements anew; for the rare entries that concern many of them.
    fn refold(&mut self) {
        *self = Self::fold(self.entries.iter().cloned().collect(), self.as_of);
    }

    fn redact_all(&mut self) {
        let redactions: Vec<Arc<Redaction>> = self
            .entries
            .iter()
            .filter_map(|entry| match &entry.content {
                // Only what stands before it can have been meant.
                Content::Redaction(redaction) if redaction.of < entry.seq => {
                    Some(redaction.clone())
                }
                _ => None,
            })
            .collect();
        for redaction in redactions {
            self.take_away(&redaction);
        }
    }

    /// Takes a value out of an entry in memory. Returns whether it was there.
    fn take_away(&mut self, redaction: &Redaction) -> bool {
        let Some(index) = redaction.of.0.checked_sub(1).map(|index| index as usize) else {
            return false;
        };
        let Some(entry) = self.entries.get(index) else {
            return false;
        };
        let mut values = entry.content.to_values();
        if values.remove(&redaction.field).is_none() {
            return false;
        }
        let mut entry = entry.clone();
        entry.content =
            Content::from_values(entry.content.kind(), &values).unwrap_or(Content::Unreadable);
        self.entries.set(index, entry);
        true
    }

    fn apply_redaction(&mut self, redaction: &Redaction) {
        if self.take_away(redaction) {
            self.refold();
        }
    }

    /// Folds again what the given statements belong to.
    fn refile(&mut self, seqs: impl IntoIterator<Item = Seq>) {
        for seq in seqs {
            let Some(statement) = self.statement(seq).cloned() else {
                continue;
            };
            match self.target(&statement) {
                Target::Pair(first, second) => {
                    let pair = PairKey {
                        first: first.clone(),
                        second: second.clone(),
                    };
                    self.refile_pair(pair, seq);
                }
                Target::Member(group, body) => {
                    let (group, body) = (group.clone(), body.clone());
                    self.refile_member(group, body, seq);
                }
                Target::Alone(body) => {
                    let body = body.clone();
                    self.refile_alone(body, seq);
                }
            }
        }
    }

    fn entries_of<'r>(&'r self, seqs: &'r [Seq]) -> impl Iterator<Item = &'r Entry> {
        seqs.iter().filter_map(|seq| self.entry(*seq))
    }

    fn with(&self, known: &[Seq], seq: Seq) -> Vec<Seq> {
        let mut seqs: Vec<Seq> = known.to_vec();
        if let Err(place) = seqs.binary_search(&seq) {
            seqs.insert(place, seq);
        }
        seqs.retain(|seq| {
            self.statement(*seq)
                .is_some_and(|statement| self.counts(*seq, statement))
        });
        seqs
    }

    fn refile_pair(&mut self, pair: PairKey, seq: Seq) {
        let known = self
            .partnerships
            .get(&pair)
            .map(|p| p.statements.clone())
            .unwrap_or_default();
        let seqs = self.with(&known, seq);
        match self.fold_pair(&pair, self.entries_of(&seqs)) {
            Some(partnership) => {
                if self
                    .partnerships
                    .insert(pair.clone(), Arc::new(partnership))
                    .is_none()
                {
                    self.list.insert(self.list_key(&pair));
                    file(self.by_body.entry(pair.first.clone()).or_default(), &pair);
                    file(self.by_body.entry(pair.second.clone()).or_default(), &pair);
                }
            }
            None => {
                if self.partnerships.remove(&pair).is_some() {
                    self.list.remove(&self.list_key(&pair));
                    for side in [&pair.first, &pair.second] {
                        unfile(&mut self.by_body, side, &pair);
                    }
                }
            }
        }
    }

    fn refile_member(&mut self, group: GroupId, body: BodyId, seq: Seq) {
        let key = (group.clone(), body.clone());
        let known = self
            .memberships
            .get(&key)
            .map(|m| m.statements.clone())
            .unwrap_or_default();
        let seqs = self.with(&known, seq);
        match self.fold_member(&group, &body, self.entries_of(&seqs)) {
            Some(membership) => {
                self.memberships.insert(key, Arc::new(membership));
                self.file_member(&group, &body);
            }
            None => {
                self.memberships.remove(&key);
                unfile(&mut self.by_group, &group, &body);
                unfile(&mut self.groups_of, &body, &group);
            }
        }
    }

    fn refile_alone(&mut self, body: BodyId, seq: Seq) {
        let known = self.alone.get(&body).cloned().unwrap_or_default();
        let seqs = self.with(&known, seq);
        match self.fold_alone(self.entries_of(&seqs)) {
            Some(seen) => self.alone.insert(body, seen),
            None => self.alone.remove(&body),
        };
    }
}

/// Takes a value out of the list under a key, and the list away when it becomes empty.
fn unfile<K: Eq + std::hash::Hash + Clone, T: Ord + Clone>(
    map: &mut crate::persistent::Map<K, Arc<Vec<T>>>,
    key: &K,
    value: &T,
) {
    let Some(list) = map.get_mut(key) else { return };
    if let Ok(place) = list.binary_search(value) {
        Arc::make_mut(list).remove(place);
    }
    if list.is_empty() {
        map.remove(key);
    }
}
