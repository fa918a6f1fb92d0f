//! The sets turned about: for each row its values. For a small result that is the shorter way to its counts.

use roaring::RoaringBitmap;
use smol_str::SmolStr;

use super::lists::Lists;
use super::{Explorer, Facet};

/// Results of so many rows are counted by looking at each row.
const FEW: u64 = 4_096;

/// The values of each row.
#[derive(Debug)]
pub(super) struct Turned {
    /// All values, facet by facet.
    values: Vec<SmolStr>,
    /// Where the values of each facet begin, and where the last end.
    facets: Vec<usize>,
    /// The numbers of each row's values.
    rows: Lists,
}

impl Turned {
    pub(super) fn of(explorer: &Explorer) -> Self {
        let sets = || explorer.facets.iter().flatten();
        let mut facets = vec![0];
        for sets in &explorer.facets {
            facets.push(facets.last().map_or(0, |before| before + sets.len()));
        }
        let pairs = (0..)
            .zip(sets())
            .flat_map(|(number, (_, set))| set.iter().map(move |row| (row, number)));
        Self {
            values: sets().map(|(value, _)| value.clone()).collect(),
            facets,
            rows: Lists::of(explorer.rows.len(), pairs),
        }
    }

    /// How many of the rows have each value; `None` where they are too many for this.
    pub(super) fn count(&self, rows: &RoaringBitmap) -> Option<Vec<u32>> {
        if rows.len() > FEW {
            return None;
        }
        let mut counts = vec![0; self.values.len()];
        for row in rows {
            for value in self.rows.list(row as usize) {
                counts[*value as usize] += 1;
            }
        }
        Some(counts)
    }

    /// The values of a facet that any row has, with how many.
    pub(super) fn of_facet<'t>(
        &'t self,
        facet: Facet,
        counts: &'t [u32],
    ) -> impl Iterator<Item = (&'t SmolStr, u64)> {
        let places = self.facets[facet as usize]..self.facets[facet as usize + 1];
        places
            .filter(|place| counts[*place] > 0)
            .map(|place| (&self.values[place], u64::from(counts[place])))
    }
}
