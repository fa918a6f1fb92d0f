//! From facts to an outcome: the first case that fits, what is added to it, and both ways where something is unknown.

use super::facts::{Facts, Holds};
use super::ruleset::{Compiled, RuleSet};
use super::text::{Day, Outcome};

/// What a part that is carried came to.
#[derive(Debug, Clone)]
pub(super) struct CarriedAnswer {
    pub duties: u32,
    pub hits: Vec<usize>,
}

/// What facts lead to.
#[derive(Debug, Clone)]
pub(super) struct Reached {
    pub outcome: Outcome,
    /// Duties, a bit each.
    pub duties: u32,
    /// The cases that fired, as places in `bases`; additions come after them, counted on.
    pub hits: Vec<usize>,
    /// The case that answers first.
    pub base: Option<usize>,
    /// The case that gave the outcome.
    pub deciding: Option<usize>,
    /// Unknown inputs that mattered, a bit each.
    pub touched: u32,
    /// Whether branches with different outcomes were put together.
    pub split: bool,
}

impl RuleSet {
    /// A fired case by its place.
    pub(super) fn hit(&self, place: usize) -> Option<&Compiled> {
        self.bases
            .get(place)
            .or_else(|| self.additions.get(place.checked_sub(self.bases.len())?))
    }

    /// What facts lead to. An unknown input is tried with each of its answers, but only where it matters.
    pub(super) fn reach(&self, facts: Facts, day: Day, carried: Option<&CarriedAnswer>) -> Reached {
        let mut reached = Reached {
            outcome: Outcome::Judge,
            duties: 0,
            hits: Vec::new(),
            base: None,
            deciding: None,
            touched: 0,
            split: false,
        };
        for (place, base) in self.bases.iter().enumerate() {
            match base.tests.hold(&facts, day, &self.first) {
                Holds::No(_) => {}
                Holds::Open(input) => return self.both_ways(facts, day, carried, input),
                Holds::Yes(by_unknown) => {
                    reached.touched |= by_unknown;
                    self.take(&mut reached, place, base, carried);
                    break;
                }
            }
        }
        let is_help = reached
            .base
            .and_then(|base| self.hit(base))
            .is_some_and(|hit| self.files.rows[hit.row].help);
        if !is_help {
            return reached;
        }
        for (place, addition) in (self.bases.len()..).zip(&self.additions) {
            match addition.tests.hold(&facts, day, &self.first) {
                Holds::No(_) => {}
                Holds::Open(input) => return self.both_ways(facts, day, carried, input),
                Holds::Yes(by_unknown) => {
                    reached.touched |= by_unknown;
                    self.take(&mut reached, place, addition, carried);
                }
            }
        }
        reached
    }

    fn take(
        &self,
        reached: &mut Reached,
        place: usize,
        case: &Compiled,
        carried: Option<&CarriedAnswer>,
    ) {
        if !reached.hits.contains(&place) {
            reached.hits.push(place);
        }
        reached.duties |= case.duties;
        if !case.addition {
            reached.base = Some(place);
            reached.deciding = Some(place);
            reached.outcome = case.effect.outcome().unwrap_or(Outcome::Judge);
        } else if let Some(outcome) = case
            .effect
            .outcome()
            .filter(|outcome| *outcome > reached.outcome)
        {
            reached.outcome = outcome;
            reached.deciding = Some(place);
        }
        let takes_over = self.file_case(case).1.duties_of.is_some();
        if let Some(carried) = carried.filter(|_| !case.addition) {
            if takes_over {
                reached.duties |= carried.duties;
            }
            reached
                .hits
                .extend(carried.hits.iter().filter(|hit| **hit != place));
        }
    }

    fn both_ways(
        &self,
        facts: Facts,
        day: Day,
        carried: Option<&CarriedAnswer>,
        input: u8,
    ) -> Reached {
        let answers = self
            .inputs
            .get(usize::from(input))
            .map_or(0, |input| input.options.len());
        let mut merged: Option<Reached> = None;
        for value in 0..u8::try_from(answers).unwrap_or(0) {
            let branch = self.reach(facts.with(input, Some(value)), day, carried);
            merged = Some(match merged {
                None => branch,
                Some(other) => other.merge(branch),
            });
        }
        let mut merged = merged.unwrap_or_else(|| self.reach(Facts::NONE, day, None));
        merged.touched |= 1 << input;
        merged
    }
}

impl Reached {
    /// Two branches as one: the outcome they share, else a person's; every duty either has.
    fn merge(mut self, other: Self) -> Self {
        let same = self.outcome == other.outcome;
        let outcome = if same { self.outcome } else { Outcome::Judge };
        if !same && other.outcome == Outcome::Judge {
            (self.base, self.deciding) = (other.base, other.deciding);
        }
        self.split |= other.split || !same;
        self.duties |= other.duties;
        self.touched |= other.touched;
        for hit in other.hits {
            if !self.hits.contains(&hit) {
                self.hits.push(hit);
            }
        }
        self.outcome = outcome;
        self
    }
}
