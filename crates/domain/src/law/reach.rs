//! From facts to an outcome: the first case that fits, what is added to it, and both ways where something is unknown.

use rustc_hash::FxHashMap;

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
        let mut walk = Walk {
            rules: self,
            day,
            carried,
            seen: FxHashMap::default(),
        };
        walk.from(0, facts)
    }

    fn is_help(&self, place: usize) -> bool {
        self.hit(place)
            .is_some_and(|hit| self.files.rows[hit.row].help)
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
}

/// The way of one part through the table.
///
/// Where an input is open the way parts, once for each answer. The parted ways meet again as soon as the answer
/// no longer matters, so what was found from a place on is kept by the facts that later places ask for.
struct Walk<'r> {
    rules: &'r RuleSet,
    day: Day,
    carried: Option<&'r CarriedAnswer>,
    seen: FxHashMap<(usize, Facts), Reached>,
}

impl Walk<'_> {
    /// What facts lead to from a place in the order on; the places before it do not fit, whatever is unknown.
    fn from(&mut self, start: usize, facts: Facts) -> Reached {
        let rules = self.rules;
        let mut reached = Reached::default();
        for (place, base) in rules.bases.iter().enumerate().skip(start) {
            match base.tests.hold(&facts, self.day, &rules.first) {
                Holds::No(_) => {}
                Holds::Open(input) => return self.both_ways(place, facts, input),
                Holds::Yes(by_unknown) => {
                    reached.touched |= by_unknown;
                    rules.take(&mut reached, place, base, self.carried);
                    break;
                }
            }
        }
        let Some(place) = reached.base.filter(|place| rules.is_help(*place)) else {
            return reached;
        };
        for (added, addition) in (rules.bases.len()..).zip(&rules.additions) {
            match addition.tests.hold(&facts, self.day, &rules.first) {
                Holds::No(_) => {}
                Holds::Open(input) => return self.both_ways(place, facts, input),
                Holds::Yes(by_unknown) => {
                    reached.touched |= by_unknown;
                    rules.take(&mut reached, added, addition, self.carried);
                }
            }
        }
        reached
    }

    fn both_ways(&mut self, place: usize, facts: Facts, input: u8) -> Reached {
        let matters = self.rules.later.get(place).copied().unwrap_or(u32::MAX);
        let key = (place, facts.only(matters));
        if let Some(reached) = self.seen.get(&key) {
            return reached.clone();
        }
        let answers = self
            .rules
            .inputs
            .get(usize::from(input))
            .map_or(0, |input| input.options.len());
        let ways = (0_u8..)
            .take(answers)
            .map(|value| self.from(place, facts.with(input, Some(value))));
        let mut merged = ways.reduce(Reached::merge).unwrap_or_default();
        merged.touched |= 1 << input;
        self.seen.insert(key, merged.clone());
        merged
    }
}

impl Default for Reached {
    /// Nothing fits: a person must judge.
    fn default() -> Self {
        Self {
            outcome: Outcome::Judge,
            duties: 0,
            hits: Vec::new(),
            base: None,
            deciding: None,
            touched: 0,
            split: false,
        }
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
