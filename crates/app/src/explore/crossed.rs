//! One facet against another: how many partnerships of a result have a value of both.

use roaring::RoaringBitmap;
use smol_str::SmolStr;

use super::{Explorer, Facet, Selection, UNKNOWN};

/// A table of one facet's values against another's. A partnership with two values of a facet counts in each of them,
/// and once in the sums: every number is that of the selection it stands for.
#[derive(Debug, PartialEq, Eq)]
pub struct Crossed {
    /// The commonest values of the second facet, the unknown last.
    pub columns: Vec<SmolStr>,
    /// How many values have no column of their own.
    pub others: usize,
    /// The values of the first facet in their order, the unknown last.
    pub lines: Vec<(SmolStr, Line)>,
    /// All values of the first facet together.
    pub all: Line,
}

/// The numbers of a line.
#[derive(Debug, PartialEq, Eq)]
pub struct Line {
    /// With each column's value.
    pub cells: Vec<usize>,
    /// With none of them.
    pub others: usize,
    /// All of the line.
    pub total: usize,
}

impl Crossed {
    /// The largest number of a line with a column.
    #[must_use]
    pub fn most(&self) -> usize {
        let cells = self.lines.iter().flat_map(|(_, line)| &line.cells);
        cells.copied().max().unwrap_or_default()
    }
}

impl Explorer {
    /// The partnerships found by a selection, `lines` against the `most` commonest of `columns`. Where the selection
    /// chooses values of one of the two facets, there are lines or columns for these alone.
    #[must_use]
    pub fn crossed(
        &self,
        found: &RoaringBitmap,
        selection: &Selection,
        lines: Facet,
        columns: Facet,
        most: usize,
    ) -> Crossed {
        let values = |facet: Facet| {
            let chosen = selection.values.get(&facet);
            let sizes = self.sizes(facet, found).into_iter();
            sizes.filter(move |(value, _)| chosen.is_none_or(|chosen| chosen.contains(value)))
        };
        let is_unknown = |value: &SmolStr| value == UNKNOWN;
        let mut in_columns: Vec<(&SmolStr, u64)> = values(columns).collect();
        in_columns.sort_unstable_by(|(a, a_count), (b, b_count)| {
            let by_count = is_unknown(a).cmp(&is_unknown(b)).then(b_count.cmp(a_count));
            by_count.then_with(|| a.cmp(b))
        });
        let others = in_columns.len().saturating_sub(most);
        in_columns.truncate(most);
        let sets: Vec<&RoaringBitmap> = in_columns
            .iter()
            .map(|(value, _)| &self.facets[columns as usize][*value])
            .collect();
        let shown = sets
            .iter()
            .fold(RoaringBitmap::new(), |all, set| all | *set);
        let number = |count: u64| usize::try_from(count).unwrap_or(usize::MAX);
        let line = |rows: &RoaringBitmap| Line {
            cells: sets
                .iter()
                .map(|set| number(set.intersection_len(rows)))
                .collect(),
            others: number(rows.len() - rows.intersection_len(&shown)),
            total: number(rows.len()),
        };
        let mut in_lines: Vec<&SmolStr> = values(lines).map(|(value, _)| value).collect();
        in_lines.sort_unstable_by_key(|value| (is_unknown(value), *value));
        Crossed {
            columns: in_columns
                .iter()
                .map(|(value, _)| (*value).clone())
                .collect(),
            others,
            lines: in_lines
                .into_iter()
                .map(|value| {
                    let set = &self.facets[lines as usize][value];
                    (value.clone(), line(&(set & found)))
                })
                .collect(),
            all: line(found),
        }
    }
}
