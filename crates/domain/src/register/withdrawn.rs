//! Imports that were withdrawn: their statements and decisions do not count, and what only they brought is not there.

use std::sync::Arc;

use smol_str::SmolStr;

use super::Register;
use crate::BodyId;
use crate::imports::Withdrawal;
use crate::log::Content;
use crate::statements::{About, Statement};

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

    /// Shows what was kept back after all where something else speaks of it.
    pub(super) fn release_known(&mut self) {
        if self.withdrawn.is_empty() {
            return;
        }
        let bodies = &self.bodies;
        self.withheld
            .bodies
            .retain(|id, _| !bodies.contains_key(id));
        let sources = &self.sources;
        self.withheld
            .sources
            .retain(|id, _| !sources.contains_key(id));
        let entries = self.entries.clone();
        for entry in &entries {
            if !self.is_known(entry) || self.is_withdrawn(&entry.by) {
                continue;
            }
            match &entry.content {
                Content::Statement(statement) => self.release_for(statement),
                Content::Decision(decision) => {
                    self.release_body(&decision.a);
                    self.release_body(&decision.b);
                }
                _ => {}
            }
        }
    }

    fn release_for(&mut self, statement: &Statement) {
        if let Some(source) = self.withheld.sources.remove(&statement.source) {
            self.sources.insert(source.id.clone(), source);
        }
        self.release_body(&statement.subject.body);
        if let About::Partner(partner) = &statement.about {
            self.release_body(&partner.body);
        }
    }

    fn release_body(&mut self, id: &BodyId) {
        if let Some(body) = self.withheld.bodies.remove(id) {
            self.bodies.insert(id.clone(), body);
        }
    }

    /// Whether taking in an entry one by one would go wrong because of what is withdrawn.
    pub(super) fn concerns_withdrawn(&self, by: &SmolStr, content: &Content) -> bool {
        if self.withdrawn.is_empty() || matches!(content, Content::Import(_)) {
            return false;
        }
        let held = |id: &BodyId| self.withheld.bodies.contains_key(id);
        self.is_withdrawn(by)
            || match content {
                Content::Statement(statement) => {
                    self.withheld.sources.contains_key(&statement.source)
                        || held(&statement.subject.body)
                        || statement
                            .partner()
                            .is_some_and(|partner| held(&partner.body))
                }
                Content::Body(body) => held(&body.id),
                Content::Source(source) => self.withheld.sources.contains_key(&source.id),
                Content::Decision(decision) => held(&decision.a) || held(&decision.b),
                _ => false,
            }
    }
}
