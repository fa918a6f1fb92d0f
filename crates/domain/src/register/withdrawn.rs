//! Imports that were withdrawn: their statements and decisions do not count, and what only they brought is not there. Neither
//! are bodies that somebody has said to be none.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Register;
use crate::BodyId;
use crate::bodies::Body;
use crate::imports::Withdrawal;
use crate::log::Content;
use crate::sources::Source;

impl Register {
    /// Notes which imports are withdrawn; the last word on each counts.
    pub(super) fn withdraw_all(&mut self) {
        let withdrawals: Vec<Arc<Withdrawal>> = self
            .entries
            .iter()
            .filter(|entry| self.is_known(entry))
            .filter_map(|entry| match &entry.content {
                Content::Withdrawal(withdrawal) => Some(withdrawal.clone()),
                _ => None,
            })
            .collect();
        for withdrawal in withdrawals {
            if withdrawal.withdrawn {
                self.withdrawn.insert(withdrawal.way.clone());
            } else {
                self.withdrawn.remove(&withdrawal.way);
            }
        }
    }

    /// Keeps back what came with a withdrawn import.
    pub(super) fn withhold(&mut self, content: &Content) {
        match content {
            Content::Body(body) => {
                self.withheld.bodies.insert(body.id.clone(), body.clone());
            }
            Content::Source(source) => {
                self.withheld
                    .sources
                    .insert(source.id.clone(), source.clone());
            }
            _ => {}
        }
    }

    /// Keeps back what was said to be no body.
    pub(super) fn withhold_nobodies(&mut self) {
        let identity = &self.identity;
        let nobodies = identity.nobodies().filter(|id| !identity.is_merged(id));
        let with_merged = nobodies.flat_map(|id| identity.merged_into(id).chain([id]));
        for id in with_merged {
            if let Some(body) = self.bodies.remove(id) {
                self.withheld.bodies.insert(id.clone(), body);
            }
        }
    }

    /// Whether it has been said of a body, or of the one that stands for it, that it is none.
    pub(super) fn stands_for_nobody(&self, id: &BodyId) -> bool {
        self.identity.is_nobody(self.identity.canonical_ref(id))
    }

    /// Shows what was kept back after all where something else speaks of it.
    pub(super) fn release_known(&mut self) {
        if self.withdrawn.is_empty() {
            return;
        }
        let entries = self.entries.clone();
        for entry in &entries {
            if !self.is_known(entry) || self.is_withdrawn(&entry.by) {
                continue;
            }
            for held in self.held_back(&entry.content) {
                match held {
                    // A newer word on it, which did not come with the import, stands already.
                    Held::Body(body) if self.bodies.contains_key(&body.id) => {}
                    Held::Source(source) if self.sources.contains_key(&source.id) => {}
                    Held::Body(body) => {
                        self.bodies.insert(body.id.clone(), body);
                    }
                    Held::Source(source) => {
                        self.sources.insert(source.id.clone(), source);
                    }
                }
            }
        }
    }

    /// Takes out what was kept back and an entry speaks of. A decision on a body is no word that there is one: who says what
    /// the words of a list mean speaks of that list.
    pub(super) fn held_back(&mut self, content: &Content) -> Vec<Held> {
        if self.withheld.is_empty() {
            return Vec::new();
        }
        let identity = &self.identity;
        let mut bodies: Vec<&BodyId> = Vec::new();
        let mut source = None;
        match content {
            Content::Statement(statement) => {
                source = Some(&statement.source);
                bodies.push(&statement.subject.body);
                bodies.extend(statement.partner().map(|partner| &partner.body));
            }
            Content::Body(body) => bodies.push(&body.id),
            Content::Source(known) => source = Some(&known.id),
            _ => {}
        }
        // With the words comes the body that stands for them.
        let stand_for = bodies.iter().map(|id| identity.canonical_ref(id));
        let bodies: BTreeSet<&BodyId> = stand_for.chain(bodies.iter().copied()).collect();
        let withheld = &mut self.withheld;
        let source = source
            .and_then(|id| withheld.sources.remove(id))
            .map(Held::Source);
        let bodies = bodies
            .into_iter()
            .filter(|id| !identity.is_nobody(identity.canonical_ref(id)))
            .filter_map(|id| withheld.bodies.remove(id))
            .map(Held::Body);
        source.into_iter().chain(bodies).collect()
    }
}

/// What came only with a withdrawn import and is shown after all.
pub(super) enum Held {
    Body(Arc<Body>),
    Source(Arc<Source>),
}
