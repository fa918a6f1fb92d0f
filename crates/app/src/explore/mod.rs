//! Exploring partnerships: any combination of facets, with the counts of what each further choice would leave.
//!
//! For each facet and value there is the set of partnerships that have it. A selection is the intersection of
//! unions of such sets; a count is the size of an intersection.

mod crossed;
mod facet;
mod lists;
mod order;
mod renew;
mod sides;
mod turned;
mod values;
mod words;

use std::sync::Arc;

use roaring::RoaringBitmap;
use rustc_hash::{FxHashMap, FxHashSet};
use smol_str::SmolStr;
use time::Date;
use vanort_domain::register::{Partnership, Register};
use vanort_domain::{BodyId, PairKey};
use vanort_names::fold;

use crate::Countries;
pub use crossed::{Crossed, Line};
pub use facet::{DATED, Facet, SIZES, STATED, Selection, UNKNOWN, VAGUE};
pub use order::{Column, Names, Order, Page, Turn};
pub use sides::{Shared, Sides};
use values::Reader;
pub(crate) use values::abroad;

/// Sets of partnerships by facet and value, over one state of the register on one day.
#[derive(Debug, PartialEq)]
pub struct Explorer {
    day: Date,
    rows: Vec<Arc<Partnership>>,
    facets: Vec<FxHashMap<SmolStr, RoaringBitmap>>,
    all: RoaringBitmap,
    /// Names of counties and of SKR's groups by their codes.
    names: FxHashMap<(Facet, SmolStr), String>,
    in_order: words::InOrder,
}

/// What a selection finds.
#[derive(Debug)]
pub struct Found {
    /// By each facet's own selection, and by the words.
    parts: Vec<(Option<Facet>, RoaringBitmap)>,
    /// By all of them together.
    pub whole: RoaringBitmap,
}

/// A value of a facet and how many partnerships have it besides all else that is chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// The value.
    pub value: SmolStr,
    /// How many.
    pub count: u64,
    /// Whether it is chosen.
    pub chosen: bool,
}

impl Explorer {
    /// The sets of a register on a day.
    #[must_use]
    pub fn of(register: &Register, countries: &Countries, today: Date) -> Self {
        let reader = Reader {
            register,
            countries,
            today,
        };
        let rows: Vec<Arc<Partnership>> = register.partnerships().cloned().collect();
        let mut facets: Vec<FxHashMap<SmolStr, RoaringBitmap>> =
            Facet::ALL.iter().map(|_| FxHashMap::default()).collect();
        for (row, partnership) in (0..).zip(&rows) {
            for (facet, _) in Facet::ALL {
                for value in reader.values(facet, partnership) {
                    facets[facet as usize].entry(value).or_default().insert(row);
                }
            }
        }
        for set in facets.iter_mut().flat_map(|facet| facet.values_mut()) {
            set.optimize();
        }
        Self {
            day: today,
            names: names(register),
            all: (0..u32::try_from(rows.len()).unwrap_or(u32::MAX)).collect(),
            facets,
            rows,
            in_order: words::InOrder::default(),
        }
    }

    /// The name of a county or of a group of SKR's.
    #[must_use]
    pub fn name(&self, facet: Facet, value: &str) -> Option<&str> {
        self.names.get(&(facet, value.into())).map(String::as_str)
    }

    /// The day on which freshness and aid were looked at.
    #[must_use]
    pub fn day(&self) -> Date {
        self.day
    }

    /// How many partnerships there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// A partnership by its row.
    #[must_use]
    pub fn row(&self, row: u32) -> &Arc<Partnership> {
        &self.rows[row as usize]
    }

    /// Whether any partnership has the value.
    #[must_use]
    pub fn has(&self, facet: Facet, value: &str) -> bool {
        self.facets[facet as usize].contains_key(value)
    }

    /// How many partnerships have the value.
    #[must_use]
    pub fn having(&self, facet: Facet, value: &str) -> usize {
        let set = self.facets[facet as usize].get(value);
        usize::try_from(set.map_or(0, RoaringBitmap::len)).unwrap_or(usize::MAX)
    }

    /// The partnerships of a selection.
    #[must_use]
    pub fn find(&self, register: &Register, selection: &Selection) -> RoaringBitmap {
        self.look_for(register, selection).whole
    }

    /// The partnerships of a selection, ready to be counted.
    #[must_use]
    pub fn look_for(&self, register: &Register, selection: &Selection) -> Found {
        let parts = self.parts(register, selection);
        let whole = self.intersection(parts.iter().map(|(_, set)| set));
        Found { parts, whole }
    }

    /// The partnerships of each facet's own selection; the words last.
    fn parts(
        &self,
        register: &Register,
        selection: &Selection,
    ) -> Vec<(Option<Facet>, RoaringBitmap)> {
        let mut parts: Vec<(Option<Facet>, RoaringBitmap)> = selection
            .values
            .iter()
            .map(|(facet, values)| (Some(*facet), self.any_of(register, *facet, values)))
            .collect();
        if !fold(&selection.words).is_empty() {
            parts.push((None, self.named(register, &selection.words)));
        }
        parts
    }

    fn any_of(&self, register: &Register, facet: Facet, values: &[SmolStr]) -> RoaringBitmap {
        let mut found = RoaringBitmap::new();
        for value in values {
            if facet == Facet::Body {
                found |= self.of_body(register, value);
            } else if value == STATED && facet.is_stated() {
                found |= self.stated(facet);
            } else if let Some(set) = self.facets[facet as usize].get(value) {
                found |= set;
            }
        }
        found
    }

    /// Those of which some source states a facet.
    fn stated(&self, facet: Facet) -> RoaringBitmap {
        let sets = self.facets[facet as usize].iter();
        let mut stated = RoaringBitmap::new();
        for (_, set) in sets.filter(|(value, _)| **value != UNKNOWN) {
            stated |= set;
        }
        stated
    }

    /// The partnerships of a body, those included that were carried over to it.
    fn of_body(&self, register: &Register, id: &str) -> RoaringBitmap {
        let Ok(id) = id.parse::<BodyId>() else {
            return RoaringBitmap::new();
        };
        let of_body = register.partnerships_of(&id);
        let known: FxHashSet<*const Partnership> = of_body
            .iter()
            .map(|of| Arc::as_ptr(&of.partnership))
            .collect();
        self.rows_where(|p| known.contains(&Arc::as_ptr(p)))
    }

    fn rows_where(&self, is: impl Fn(&Arc<Partnership>) -> bool) -> RoaringBitmap {
        (0..)
            .zip(&self.rows)
            .filter(|(_, p)| is(p))
            .map(|(row, _)| row)
            .collect()
    }

    fn intersection<'s>(&self, sets: impl Iterator<Item = &'s RoaringBitmap>) -> RoaringBitmap {
        let mut sets: Vec<&RoaringBitmap> = sets.collect();
        sets.sort_by_key(|set| set.len());
        let Some((first, rest)) = sets.split_first() else {
            return self.all.clone();
        };
        let mut found = (*first).clone();
        for set in rest {
            found &= *set;
        }
        found
    }

    /// For each facet its values, the commonest first: how many partnerships would be left by that value and all
    /// that is chosen in the *other* facets. Values that would leave nothing are left out unless they are chosen.
    #[must_use]
    pub fn counts(&self, register: &Register, selection: &Selection) -> Vec<(Facet, Vec<Count>)> {
        self.counts_of(&self.look_for(register, selection), selection)
    }

    /// The same of what was found by the selection.
    #[must_use]
    pub fn counts_of(&self, found: &Found, selection: &Selection) -> Vec<(Facet, Vec<Count>)> {
        let Found { parts, whole } = found;
        let counted = self.turned().and_then(|turned| turned.count(whole));
        Facet::ALL
            .iter()
            .map(|(facet, _)| {
                let chosen = selection.values.get(facet);
                let base = chosen.map(|_| {
                    let others = parts.iter().filter(|(of, _)| *of != Some(*facet));
                    self.intersection(others.map(|(_, set)| set))
                });
                let counts = match &base {
                    Some(base) => {
                        let counted = self.turned().and_then(|turned| turned.count(base));
                        self.count(*facet, base, counted.as_deref(), chosen)
                    }
                    None => self.count(*facet, whole, counted.as_deref(), None),
                };
                (*facet, counts)
            })
            .collect()
    }

    fn count(
        &self,
        facet: Facet,
        base: &RoaringBitmap,
        counted: Option<&[u32]>,
        chosen: Option<&Vec<SmolStr>>,
    ) -> Vec<Count> {
        let is_chosen = |value: &str| chosen.is_some_and(|all| all.iter().any(|v| v == value));
        let found: Vec<(&SmolStr, u64)> = match (self.turned(), counted) {
            (Some(turned), Some(counted)) => turned.of_facet(facet, counted).collect(),
            _ => self.sizes(facet, base),
        };
        let mut counts: Vec<Count> = found
            .into_iter()
            .map(|(value, count)| Count {
                value: value.clone(),
                count,
                chosen: is_chosen(value),
            })
            .collect();
        let missing = chosen
            .into_iter()
            .flatten()
            .filter(|value| counts.iter().all(|count| count.value != **value))
            .collect::<Vec<_>>();
        counts.extend(missing.into_iter().map(|value| Count {
            count: match value == STATED && facet.is_stated() {
                true => self.stated(facet).intersection_len(base),
                false => 0,
            },
            value: value.clone(),
            chosen: true,
        }));
        counts.sort_unstable_by(|a, b| b.count.cmp(&a.count).then_with(|| a.value.cmp(&b.value)));
        counts
    }

    /// How many of some rows have each value of a facet, without those that none has; in no particular order.
    #[must_use]
    pub fn sizes(&self, facet: Facet, rows: &RoaringBitmap) -> Vec<(&SmolStr, u64)> {
        let is_all = rows.len() == self.all.len();
        let sets = self.facets[facet as usize].iter();
        let sizes = sets.map(|(value, set)| match is_all {
            true => (value, set.len()),
            false => (value, set.intersection_len(rows)),
        });
        sizes.filter(|(_, count)| *count > 0).collect()
    }

    /// How many partnerships there would be without one of the facets chosen, or without the words (`None`), where
    /// there would be any.
    #[must_use]
    pub fn without(&self, register: &Register, selection: &Selection) -> Vec<(Option<Facet>, u64)> {
        let parts = self.parts(register, selection);
        parts
            .iter()
            .map(|(of, _)| {
                let others = parts.iter().filter(|(other, _)| other != of);
                (*of, self.intersection(others.map(|(_, set)| set)).len())
            })
            .filter(|(_, count)| *count > 0)
            .collect()
    }

    /// The row of a pair.
    #[must_use]
    pub fn row_of(&self, pair: &PairKey) -> Option<u32> {
        let place = self.rows.iter().position(|p| p.pair == *pair)?;
        u32::try_from(place).ok()
    }
}

fn names(register: &Register) -> FxHashMap<(Facet, SmolStr), String> {
    let mut names = FxHashMap::default();
    for body in register.bodies().filter(|body| body.is_member()) {
        if let (Some(code), Some(name)) = (&body.county_code, &body.county_name) {
            names.insert((Facet::County, code.clone()), name.clone());
        }
        if let (Some(code), Some(name)) = (&body.skr_group, &body.skr_group_name) {
            names.insert((Facet::SkrGroup, code.clone()), name.clone());
        }
    }
    names
}
