//! What is kept of a sheet, and how much of it.

use smol_str::SmolStr;

use super::{Sheet, SheetRow};

/// How large a file may be, and how much of it is kept.
///
/// The limits on bytes and sheets refuse the file; those on rows, columns and cells leave out what goes beyond.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file as it is brought.
    pub bytes: u64,
    /// Bytes of all parts that are read, unpacked.
    pub unpacked: u64,
    /// Sheets in a workbook.
    pub sheets: usize,
    /// Rows with content kept of each sheet.
    pub rows: usize,
    /// Columns kept of each row.
    pub columns: usize,
    /// Characters kept of each cell.
    pub cell: usize,
    /// Cells kept of the whole workbook, with the empty ones before the last in their row.
    pub cells: usize,
    /// Bytes of text kept of the whole workbook.
    pub text: usize,
}

impl Default for Limits {
    /// 64 MiB as brought, 200 MiB unpacked, 200 sheets, 200 000 rows of 500 columns, 32 767 characters a cell (what a
    /// spreadsheet can hold), four million cells and 64 MiB of text in all.
    fn default() -> Self {
        Self {
            bytes: 64 << 20,
            unpacked: 200 << 20,
            sheets: 200,
            rows: 200_000,
            columns: 500,
            cell: 32_767,
            cells: 4_000_000,
            text: 64 << 20,
        }
    }
}

/// What a sheet lacks of what the file has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LeftOut {
    /// Whether there were more rows with content than are kept, or more cells than are kept of a workbook.
    pub rows: bool,
    /// Whether there was content in columns beyond those that are kept.
    pub columns: bool,
    /// The first row with a cell that was cut at the greatest length.
    pub cut: Option<u32>,
    /// The first row with a character that could not be read, or that was lost before the file came here (U+FFFD).
    pub unreadable: Option<u32>,
}

impl LeftOut {
    /// Whether the sheet is whole.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}

/// What may still be kept of a workbook.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    limits: Limits,
    cells: usize,
    text: usize,
}

impl Room {
    pub fn new(limits: Limits) -> Self {
        Self {
            limits,
            cells: limits.cells,
            text: limits.text,
        }
    }

    pub fn limits(&self) -> Limits {
        self.limits
    }
}

/// A sheet that is being read.
#[derive(Debug)]
pub(super) struct Grid<'r> {
    sheet: Sheet,
    room: &'r mut Room,
    /// Whether rows came one after the other.
    in_order: bool,
}

/// Whether there is room for more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Going {
    On,
    Full,
}

impl<'r> Grid<'r> {
    pub fn new(name: String, hidden: bool, room: &'r mut Room) -> Self {
        let sheet = Sheet {
            name,
            hidden,
            ..Sheet::default()
        };
        Self {
            sheet,
            room,
            in_order: true,
        }
    }

    /// Puts a text in a cell; row and column from 0. Text without content is passed over.
    pub fn put(&mut self, row: u32, column: usize, text: &str) -> Going {
        let text = text.trim();
        if text.is_empty() {
            return Going::On;
        }
        if column >= self.room.limits.columns {
            self.sheet.left_out.columns = true;
            return Going::On;
        }
        let number = row.saturating_add(1);
        let last = self.sheet.rows.last();
        let last_number = last.map_or(0, |last| last.number);
        let begins = last_number != number;
        let has = last.filter(|_| !begins).map_or(0, |last| last.cells.len());
        if text.contains('\u{FFFD}') {
            first(&mut self.sheet.left_out.unreadable, number);
        }
        let text = self.cut(text, number);
        let cells = (column + 1).saturating_sub(has);
        let full = begins && self.sheet.rows.len() >= self.room.limits.rows;
        if full || cells > self.room.cells || text.len() > self.room.text {
            self.sheet.left_out.rows = true;
            return Going::Full;
        }
        self.room.cells -= cells;
        self.room.text -= text.len();
        if begins {
            self.in_order &= last_number < number;
            self.sheet.rows.push(SheetRow {
                number,
                cells: Vec::with_capacity(column + 1),
            });
        }
        if let Some(row) = self.sheet.rows.last_mut() {
            set(&mut row.cells, column, SmolStr::new(text));
        }
        Going::On
    }

    /// Whether a column lies beyond those that are kept.
    pub fn is_beyond(&self, column: usize) -> bool {
        column >= self.room.limits.columns
    }

    fn cut<'t>(&mut self, text: &'t str, row: u32) -> &'t str {
        // Characters are at most as many as bytes, so that most texts need no counting.
        if text.len() <= self.room.limits.cell {
            return text;
        }
        match text.char_indices().nth(self.room.limits.cell) {
            None => text,
            Some((end, _)) => {
                first(&mut self.sheet.left_out.cut, row);
                &text[..end]
            }
        }
    }

    /// How many rows are kept as yet.
    pub fn rows(&self) -> usize {
        self.sheet.rows.len()
    }

    /// The sheet, with its rows in order.
    pub fn finish(self) -> Sheet {
        let mut sheet = self.sheet;
        if !self.in_order {
            sheet.rows.sort_by_key(|row| row.number);
            // A row that came in two parts is one row; what came last stands.
            sheet.rows.dedup_by(|later, row| {
                let same = later.number == row.number;
                if same {
                    for (column, text) in later.cells.drain(..).enumerate() {
                        if !text.is_empty() {
                            set(&mut row.cells, column, text);
                        }
                    }
                }
                same
            });
        }
        sheet
    }
}

/// Notes a row, unless one above it is noted.
fn first(noted: &mut Option<u32>, row: u32) {
    *noted = Some(noted.map_or(row, |noted| noted.min(row)));
}

fn set(cells: &mut Vec<SmolStr>, column: usize, text: SmolStr) {
    if cells.len() <= column {
        cells.resize(column + 1, SmolStr::default());
    }
    if let Some(cell) = cells.get_mut(column) {
        *cell = text;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn small() -> Limits {
        Limits {
            rows: 2,
            columns: 3,
            cell: 4,
            cells: 5,
            text: 12,
            ..Limits::default()
        }
    }

    #[test]
    fn what_goes_beyond_a_limit_is_left_out_and_said() {
        let mut room = Room::new(small());
        let mut grid = Grid::new(String::new(), false, &mut room);
        assert_eq!(grid.put(0, 0, " Åäöéü "), Going::On);
        assert_eq!(grid.put(0, 1, "\u{FFFD}"), Going::On);
        assert_eq!(grid.put(0, 3, "x"), Going::On);
        assert_eq!(grid.put(1, 1, "y"), Going::On);
        assert_eq!(grid.put(1, 2, "zzzzz"), Going::Full, "text");
        assert_eq!(grid.put(2, 0, "z"), Going::Full, "rows");
        let sheet = grid.finish();
        assert_eq!(sheet.rows[0].cells, ["Åäöé", "\u{FFFD}"]);
        assert_eq!(sheet.rows[1].cells, ["", "y"]);
        let left_out = LeftOut {
            rows: true,
            columns: true,
            cut: Some(1),
            unreadable: Some(1),
        };
        assert_eq!(sheet.left_out, left_out);
    }

    #[test]
    fn the_empty_cells_before_one_count_too() {
        let mut room = Room::new(small());
        let mut grid = Grid::new(String::new(), false, &mut room);
        assert_eq!(grid.put(0, 2, "a"), Going::On);
        assert_eq!(grid.put(1, 2, "b"), Going::Full);
    }

    #[test]
    fn rows_that_come_out_of_order_are_put_in_order() {
        let mut room = Room::new(Limits::default());
        let mut grid = Grid::new(String::new(), false, &mut room);
        for (row, column, text) in [(4, 0, "c"), (1, 0, "a"), (4, 1, "d"), (1, 1, "b")] {
            grid.put(row, column, text);
        }
        let sheet = grid.finish();
        let rows: Vec<(u32, &[SmolStr])> =
            sheet.rows.iter().map(|r| (r.number, &*r.cells)).collect();
        assert_eq!(
            rows,
            [
                (2, &["a".into(), "b".into()][..]),
                (5, &["c".into(), "d".into()])
            ]
        );
    }
}
