//! The sets of the register's next state from those of the last: most partnerships are as they were.

use std::sync::Arc;

use imbl::HashSet;
use roaring::RoaringBitmap;
use rustc_hash::{FxHashMap, FxHashSet};
use vanort_domain::BodyId;
use vanort_domain::register::{Partnership, Register};

use super::values::Reader;
use super::{Explorer, Facet, names, words};
use crate::Countries;

impl Explorer {
    /// The sets of the register after further entries. `touched` are the bodies of which the entries tell something
    /// that is no word about a partnership: names, counties, memberships.
    #[must_use]
    pub(crate) fn renewed(
        &self,
        register: &Register,
        countries: &Countries,
        touched: &HashSet<BodyId>,
    ) -> Self {
        let rows: Vec<Arc<Partnership>> = register.partnerships().cloned().collect();
        let of_touched: FxHashSet<*const Partnership> = touched
            .iter()
            .flat_map(|body| register.partnerships_of(body))
            .map(|of| Arc::as_ptr(&of.partnership))
            .collect();
        let moves = Moves::of(&self.rows, &rows, &of_touched);
        let mut facets: Vec<FxHashMap<_, RoaringBitmap>> = self
            .facets
            .iter()
            .map(|sets| {
                let moved = sets
                    .iter()
                    .map(|(value, set)| (value.clone(), moves.set(set)));
                moved.filter(|(_, set)| !set.is_empty()).collect()
            })
            .collect();
        let reader = Reader {
            register,
            countries,
            today: self.day,
        };
        for row in &moves.read_anew {
            for (facet, _) in Facet::ALL {
                for value in reader.values(facet, &rows[*row as usize]) {
                    facets[facet as usize]
                        .entry(value)
                        .or_default()
                        .insert(*row);
                }
            }
        }
        Self {
            day: self.day,
            names: if touched.is_empty() {
                self.names.clone()
            } else {
                names(register)
            },
            all: (0..u32::try_from(rows.len()).unwrap_or(u32::MAX)).collect(),
            facets,
            rows,
            in_order: words::InOrder::default(),
        }
    }
}

/// Where the rows of one state stand in the next.
struct Moves {
    /// By old row; `None` where it is gone or to be read anew.
    to: Vec<Option<u32>>,
    /// Whether every row that is as it was also stands where it stood.
    nothing_moves: bool,
    /// Old rows that are gone or read anew.
    gone: Vec<u32>,
    /// New rows whose values are to be read.
    read_anew: Vec<u32>,
}

impl Moves {
    fn of(
        old: &[Arc<Partnership>],
        new: &[Arc<Partnership>],
        touched: &FxHashSet<*const Partnership>,
    ) -> Self {
        let places: FxHashMap<*const Partnership, u32> =
            old.iter().map(Arc::as_ptr).zip(0..).collect();
        let mut to = vec![None; old.len()];
        let mut read_anew = Vec::new();
        let mut next = 0;
        for (row, partnership) in (0..).zip(new) {
            let partnership = Arc::as_ptr(partnership);
            // Rows that changed places among themselves are read anew, so that the others stay in order.
            let place = places
                .get(&partnership)
                .filter(|place| **place >= next && !touched.contains(&partnership));
            if let Some(place) = place {
                to[*place as usize] = Some(row);
                next = *place + 1;
            } else {
                read_anew.push(row);
            }
        }
        let places = || (0..).zip(&to);
        Self {
            nothing_moves: places().all(|(place, to)| to.is_none_or(|to| to == place)),
            gone: places()
                .filter(|(_, to)| to.is_none())
                .map(|(place, _)| place)
                .collect(),
            to,
            read_anew,
        }
    }

    fn set(&self, set: &RoaringBitmap) -> RoaringBitmap {
        if self.nothing_moves {
            let mut set = set.clone();
            for row in &self.gone {
                set.remove(*row);
            }
            return set;
        }
        let moved = set.iter().filter_map(|row| self.to[row as usize]);
        let mut set = RoaringBitmap::from_sorted_iter(moved).unwrap_or_default();
        set.optimize();
        set
    }
}
