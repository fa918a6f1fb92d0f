//! From one register to the next: takes in one more entry, and gives exactly what folding the whole log with it
//! would give.

use std::sync::Arc;

use super::Register;
use super::fold::{Target, predecessors};
use super::withdrawn::Held;
use crate::bodies::Body;
use crate::log::{Content, Entry, Redaction, Switch};
use crate::sources::Source;
use crate::statements::Statement;
use crate::{BodyId, GroupId, PairKey, Seq};

/// Puts a value into a sorted list, once.
fn file<T: Ord + Clone>(list: &mut Arc<Vec<T>>, value: &T) {
    if let Err(place) = list.binary_search(value) {
        Arc::make_mut(list).insert(place, value.clone());
    }
}

impl Register {
    /// Takes in the next entry; the same as folding the whole log with it.
    pub fn apply(&mut self, entry: Entry) {
        self.figures.take();
        self.covered.take();
        let known = self.is_known(&entry);
        let seq = entry.seq;
        let content = entry.content.clone();
        let by = entry.by.clone();
        self.entries.push_back(entry);
        // What has been taken away is gone for every reader, whichever day is asked about.
        if !known && !matches!(content, Content::Redaction(_)) {
            return;
        }
        // More of an import that has been withdrawn meanwhile does not count.
        if self.is_withdrawn(&by) && !matches!(content, Content::Import(_) | Content::Withdrawal(_))
        {
            self.refold();
            return;
        }
        for held in self.held_back(&content) {
            match held {
                Held::Body(body) => self.apply_body(body),
                Held::Source(source) => self.apply_source(source),
            }
        }
        match content {
            Content::Statement(statement) => self.apply_statement(seq, &statement),
            Content::Body(body) => self.apply_body(body),
            Content::Source(source) => self.apply_source(source),
            Content::Group(group) => {
                self.groups.insert(group.id.clone(), group);
            }
            Content::Decision(_) => self.apply_decision(seq),
            Content::Switch(switch) => self.apply_switch(&switch),
            Content::Redaction(redaction) => self.apply_redaction(&redaction),
            Content::Import(import) => {
                self.imports.insert(import.way.clone(), (seq, import));
            }
            Content::Withdrawal(_) => self.refold(),
            Content::Unreadable => {}
        }
    }

    pub(super) fn file_member(&mut self, group: &GroupId, body: &BodyId) {
        file(self.by_group.entry(group.clone()).or_default(), body);
        file(self.groups_of.entry(body.clone()).or_default(), group);
    }

    fn apply_statement(&mut self, seq: Seq, statement: &Statement) {
        if let Some(earlier) = statement.corrects {
            self.corrected.insert(earlier);
            self.refile([earlier]);
        }
        if self
            .entry(seq)
            .is_some_and(|entry| self.counts(entry, statement))
        {
            self.refile([seq]);
        }
    }

    fn apply_body(&mut self, body: Arc<Body>) {
        let id = body.id.clone();
        if self.stands_for_nobody(&id) {
            self.withheld.bodies.insert(id, body);
            return;
        }
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

    fn apply_source(&mut self, source: Arc<Source>) {
        let moved = self
            .sources
            .insert(source.id.clone(), source.clone())
            .is_none_or(|before| before.collection != source.collection);
        // A source that comes after its statements, or moves, counts only when something is switched off.
        if moved && !self.switched_off.is_empty() {
            self.refold();
        }
    }

    fn apply_decision(&mut self, seq: Seq) {
        self.decisions.push_back(seq);
        if self.identity_in_force() != self.identity {
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

    pub(super) fn redact_all(&mut self) {
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
                    let pair = PairKey::new(first.clone(), second.clone());
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
            self.entry(*seq)
                .zip(self.statement(*seq))
                .is_some_and(|(entry, statement)| self.counts(entry, statement))
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
                    .insert(pair.clone(), partnership)
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
