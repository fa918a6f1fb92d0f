//! Columns of crosses, and of yes and no: what a cell says there, the header has the word for it.

use vanort_names::fold;

use super::{Column, Mapping, TableRow};
use crate::imports::{placeholders, words};

/// Years that head columns.
const YEARS: std::ops::Range<u16> = 1950..2100;

/// What a cross, or a yes or no, says; `None` where the cell is none.
pub(in super::super) fn mark(cell: &str) -> Option<bool> {
    let cell = cell.trim();
    if ["✓", "✔", "☑", "•", "●", "*"].contains(&cell) {
        return Some(true);
    }
    match fold(cell).as_str() {
        "x" | "xx" | "ja" | "j" | "yes" | "y" | "sant" | "true" | "1" => Some(true),
        "nej" | "n" | "no" | "ej" | "falskt" | "false" | "0" => Some(false),
        _ => None,
    }
}

/// The year that a header is.
pub(super) fn year(header: &str) -> Option<&str> {
    let header = header.trim();
    let is_year = header.len() == 4 && header.parse().is_ok_and(|year| YEARS.contains(&year));
    is_year.then_some(header)
}

/// What a column of marks holds by its header: the years in which a list names the partner, or the form.
pub(super) fn by_marked_header(header: &str) -> Option<Column> {
    if year(header).is_some() {
        return Some(Column::Said);
    }
    words::kind(header).map(|_| Column::Kind)
}

impl Mapping {
    /// What a cell says in a column whose header has the word for it; other cells say what stands in them.
    pub(super) fn in_words<'c>(
        &'c self,
        place: usize,
        cell: &'c str,
    ) -> Option<std::borrow::Cow<'c, str>> {
        let used = &self.columns[place];
        let header = used.header.trim();
        match (used.column, mark(cell)) {
            // A year with a cross beside: said in that year. Where there is none, nothing was said in it.
            (Column::Said, yes) if year(header).is_some() => {
                (yes == Some(true)).then(|| header.into())
            }
            (Column::Kind, Some(yes)) if words::kind(header).is_some() => {
                yes.then(|| header.into())
            }
            (Column::Status | Column::Instrument, Some(_)) => {
                Some(format!("{header}: {}", cell.trim()).into())
            }
            (Column::Partner, _) => Some(cell.into()).filter(|_| !placeholders::is_no_name(cell)),
            _ => Some(cell.into()).filter(|_| !placeholders::is_placeholder(cell)),
        }
    }

    /// The years whose columns have a cross in a row.
    pub(super) fn years_marked(&self, row: &TableRow) -> Vec<String> {
        self.places(Column::Said)
            .filter(|place| year(&self.columns[*place].header).is_some())
            .filter_map(|place| Some(self.in_words(place, row.cells.get(place)?)?.into_owned()))
            .collect()
    }
}
