//! Development over time: how many partnerships stood at the end of each year, and what began and ended in it.
//!
//! The numbers are the register's own views as of each year ([`Register::history`]), added up. A partnership whose
//! start nobody states counts from the first year of which a dated word tells, and apart from the others; one of
//! which no word bears a date is in no year, and counted as such.

mod counted;
mod counting;

use std::sync::Arc;

use rustc_hash::FxHashMap;
use vanort_domain::register::{Partnership, Register};
use vanort_domain::vocabulary::{Kind, Role, Theme, Vocabulary as _};
use vanort_domain::{BodyId, Edtf};

pub(crate) use counted::Counted;
use counting::Counting;

/// One year.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Year {
    /// Which.
    pub year: i32,
    /// Stood at its end, with a stated start.
    pub start_known: usize,
    /// Stood at its end; when it began nobody says.
    pub start_unknown: usize,
    /// Of those that stood, paused or dormant.
    pub resting: usize,
    /// Had ended by its end, as far as dated.
    pub ended: usize,
    /// Began in this very year.
    pub starts: usize,
    /// Ended in this very year.
    pub endings: usize,
    /// Of those that stood, by kind, in the order of [`Kind::ALL`]; the last is of no stated kind.
    pub kinds: [usize; Kind::ALL.len() + 1],
    /// Of those that stood, by theme, in the order of [`Theme::ALL`]; one may have several.
    pub themes: [usize; Theme::ALL.len()],
    /// Swedish municipalities with one that stood.
    pub municipalities: usize,
    /// Swedish municipalities that had said anything themselves by then, as far as dated.
    pub own_words: usize,
}

/// Dates that belong to no single year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Loose {
    /// Stated as a span of several years, or differently by the two sides.
    pub vague: usize,
    /// Not stated.
    pub unknown: usize,
}

/// The development of some partnerships.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Development {
    /// Every year from the first to the last of which a word tells.
    years: Vec<Year>,
    /// How many partnerships there are.
    pub total: usize,
    /// Those in no year, since no word about them bears a date.
    pub undated: usize,
    /// Those of which some source names a theme, dated or not.
    pub themed: usize,
    /// Starts of no single year.
    pub starts: Loose,
    /// Endings of no single year.
    pub endings: Loose,
}

impl Development {
    /// Of the whole register.
    #[must_use]
    pub fn of_all(register: &Register) -> Self {
        Self::of(register, register.partnerships_unsorted())
    }

    /// Of some partnerships.
    #[must_use]
    pub fn of<'p>(
        register: &Register,
        partnerships: impl Iterator<Item = &'p Arc<Partnership>>,
    ) -> Self {
        let mut counting = Counting::default();
        for partnership in partnerships {
            counting.add(register, partnership, 1);
        }
        counting.developed()
    }

    /// All years until `last`. After the last year of which a word tells nothing changes; words about later years are
    /// left out.
    #[must_use]
    pub fn until(&self, last: i32) -> Vec<Year> {
        let mut years: Vec<Year> = self
            .years
            .iter()
            .take_while(|year| year.year <= last)
            .cloned()
            .collect();
        while let Some(before) = years.last().filter(|year| year.year < last) {
            let next = Year {
                year: before.year + 1,
                starts: 0,
                endings: 0,
                ..before.clone()
            };
            years.push(next);
        }
        years
    }
}

/// Municipalities with partnerships in the register that are not among those of a year, by why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LeftOut {
    /// No word about any of their partnerships bears a date by then: they are in no year.
    pub undated: usize,
    /// None of what is dated stands at the year's end: it is planned, unclear or has ended.
    pub not_standing: usize,
}

/// The municipalities that are left out at the end of a year.
#[must_use]
pub fn left_out(register: &Register, year: i32) -> LeftOut {
    /// What is known of a municipality's partnerships, the weakest first.
    #[derive(PartialEq, Eq, PartialOrd, Ord)]
    enum Known {
        Undated,
        Dated,
        Standing,
    }
    let mut homes: FxHashMap<&BodyId, Known> = FxHashMap::default();
    for partnership in register.partnerships_unsorted() {
        let steps = register.life(partnership).steps.iter();
        let known = match steps.take_while(|step| step.year <= year).last() {
            None => Known::Undated,
            Some(step) if step.stands() => Known::Standing,
            Some(_) => Known::Dated,
        };
        let most = homes
            .entry(&partnership.pair.first)
            .or_insert(Known::Undated);
        if known > *most {
            *most = known;
        }
    }
    let is_municipality = |id: &BodyId| {
        let body = register.body(id);
        body.is_some_and(|body| body.is_member() && body.has_role(Role::Municipality))
    };
    let count = |known: Known| {
        let homes = homes.iter();
        homes
            .filter(|(home, of)| **of == known && is_municipality(home))
            .count()
    };
    LeftOut {
        undated: count(Known::Undated),
        not_standing: count(Known::Dated),
    }
}

/// The one year that a date lies in.
#[must_use]
pub fn single_year(date: &Edtf) -> Option<i32> {
    let (from, to) = (date.earliest()?.year(), date.latest()?.year());
    (from == to).then_some(from)
}
