//! Tables with typed columns: the one shape that every file of an export is written from.
//!
//! A [`Table`] says what the columns are and what is to be known about the whole (sources, method); rows come one after
//! the other as [`Cell`]s and are not kept. [`write()`] writes a table in any [`FileFormat`]; the writers of the single
//! formats are in [`crate::workbook`], [`crate::parquet`], [`crate::geojson`], [`crate::csv`] and [`crate::json`].
//!
//! What all of them hold to:
//! - A row has one cell for each column. A cell is empty or of the column's kind; a column of text takes cells of every
//!   kind as text, a column of numbers takes whole numbers. Other rows are refused with the row and the column.
//! - Dates of any precision are text, so that a column has one type; only a sheet has a type for each cell, and there
//!   whole days are days and bare years numbers.
//! - A number that is none (not a number, infinite) is an empty cell.
//! - Text stays as it is; what a format cannot hold is said where the format is.

mod cell;
mod fault;
mod latch;

use std::borrow::Cow;
use std::io::Write;

use serde::Serialize;
use vanort_domain::Values;

pub use cell::Cell;
pub use fault::TableFault;
pub(crate) use latch::Latch;

/// A table without its rows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    /// What the table is called; in a workbook it names the sheet.
    pub title: String,
    /// The columns, in their order.
    pub columns: Vec<Column>,
    /// What is to be known about the table: its sources, how it was made.
    pub notes: Vec<Note>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The name in files for programs: small letters, the same in every language.
    pub name: Cow<'static, str>,
    /// The name that people read, at the head of a sheet.
    pub label: String,
    /// What its cells are.
    pub kind: Kind,
}

/// What the cells of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Text.
    Text,
    /// Whole numbers.
    Integer,
    /// Numbers.
    Number,
    /// Days. A year or a month alone is no day: such columns are text.
    Date,
    /// Addresses on the web.
    Link,
    /// Dates as EDTF writes them, of any precision: `2017-08-22`, `2016`, `197X`.
    Edtf,
    /// Several texts in one cell.
    List,
}

/// Rows of text under a title, for people: a sheet of its own in a workbook.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Note {
    /// For example "sources" or "method".
    pub title: String,
    /// What its columns are called; empty where that goes without saying.
    pub head: Vec<String>,
    /// The rows, each with as many texts as it has.
    pub rows: Vec<Vec<String>>,
}

/// In which form a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FileFormat {
    /// Text with commas; `mark` sets the byte order mark that Excel wants.
    Csv {
        /// Whether the mark stands first.
        mark: bool,
    },
    /// An array of objects.
    Json,
    /// A workbook of Excel.
    Xlsx,
    /// Parquet.
    Parquet,
}

impl Column {
    /// A column.
    #[must_use]
    pub fn new(name: impl Into<Cow<'static, str>>, label: impl Into<String>, kind: Kind) -> Self {
        Self {
            name: name.into(),
            label: label.into(),
            kind,
        }
    }
}

impl Table {
    /// The cells of a row that stands as texts by column name; fields that are no column are left out.
    ///
    /// # Errors
    /// When a text is not of its column's kind; `row` is told in the fault.
    pub fn cells(&self, row: u64, values: &Values) -> Result<Vec<Cell>, TableFault> {
        self.columns
            .iter()
            .map(|column| {
                let text = values.text(&column.name).unwrap_or_default();
                Cell::read(column.kind, text).ok_or_else(|| self.misfit(row, column))
            })
            .collect()
    }

    /// Whether a row fits the columns.
    ///
    /// # Errors
    /// When it has more or fewer cells than there are columns, or a cell of a kind that its column does not take.
    pub(crate) fn check(&self, row: u64, cells: &[Cell]) -> Result<(), TableFault> {
        if cells.len() != self.columns.len() {
            return Err(TableFault::Width {
                row,
                cells: cells.len(),
                columns: self.columns.len(),
            });
        }
        match self
            .columns
            .iter()
            .zip(cells)
            .find(|(column, cell)| !column.kind.takes(cell))
        {
            Some((column, _)) => Err(self.misfit(row, column)),
            None => Ok(()),
        }
    }

    fn misfit(&self, row: u64, column: &Column) -> TableFault {
        TableFault::Kind {
            row,
            column: column.name.to_string(),
            kind: column.kind,
        }
    }
}

impl Note {
    /// The rows, with the names of the columns as the first where they have any.
    fn lines(&self) -> Vec<&[String]> {
        let head = (!self.head.is_empty()).then_some(&self.head);
        head.into_iter()
            .chain(&self.rows)
            .map(Vec::as_slice)
            .collect()
    }
}

/// A row as a JSON object, in the order of the columns.
pub(crate) struct Object<'t>(pub &'t Table, pub &'t [Cell]);

impl Serialize for Object<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let named = self.0.columns.iter().zip(self.1);
        let typed = named.map(|(column, cell)| match (column.kind, cell) {
            (Kind::Edtf, Cell::Integer(_)) => {
                (&column.name, Cow::Owned(Cell::text(cell.to_text())))
            }
            _ => (&column.name, Cow::Borrowed(cell)),
        });
        serializer.collect_map(typed)
    }
}

/// The notes as a JSON object of title and rows.
pub(crate) struct Notes<'t>(pub &'t [Note]);

impl Serialize for Notes<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|note| (&note.title, note.lines())))
    }
}

/// Writes a table with its rows and gives `out` back. Only one row (Parquet: one group of rows) is held at a time.
///
/// ```
/// # use vanort_formats::table::{self, Cell, Column, FileFormat, Kind, Table};
/// let table = Table {
///     title: "Vänorter".to_owned(),
///     columns: vec![
///         Column::new("name", "Namn", Kind::Text),
///         Column::new("population", "Invånare", Kind::Integer),
///     ],
///     ..Table::default()
/// };
/// let rows = [vec![Cell::text("Åbo"), Cell::Integer(206_000)]];
/// let json = table::write(FileFormat::Json, &table, rows, Vec::new())?;
/// assert_eq!(json, "[\n{\"name\":\"Åbo\",\"population\":206000}\n]\n".as_bytes());
/// # Ok::<(), table::TableFault>(())
/// ```
///
/// # Errors
/// When a row does not fit the table, the format cannot hold it, or `out` cannot be written to.
pub fn write<W: Write + Send>(
    format: FileFormat,
    table: &Table,
    rows: impl IntoIterator<Item = Vec<Cell>>,
    out: W,
) -> Result<W, TableFault> {
    match format {
        FileFormat::Csv { mark } => csv(mark, table, rows, out),
        FileFormat::Json => {
            let mut array = crate::json::ArrayWriter::new(out)?;
            for (row, cells) in (1..).zip(rows) {
                table.check(row, &cells)?;
                array.write(&Object(table, &cells))?;
            }
            Ok(array.finish()?)
        }
        FileFormat::Xlsx => {
            let mut book = crate::workbook::SheetWriter::new(out, table)?;
            rows.into_iter().try_for_each(|cells| book.write(&cells))?;
            book.finish()
        }
        FileFormat::Parquet => {
            let mut file = crate::parquet::GroupWriter::new(out, table)?;
            rows.into_iter().try_for_each(|cells| file.write(&cells))?;
            file.finish()
        }
    }
}

fn csv<W: Write>(
    mark: bool,
    table: &Table,
    rows: impl IntoIterator<Item = Vec<Cell>>,
    out: W,
) -> Result<W, TableFault> {
    let names: Vec<&str> = table.columns.iter().map(|column| &*column.name).collect();
    let mut writer = if mark {
        crate::csv::TableWriter::with_mark(out, &names)?
    } else {
        crate::csv::TableWriter::new(out, &names)?
    };
    for (row, cells) in (1..).zip(rows) {
        table.check(row, &cells)?;
        writer.write_fields(cells.iter().map(Cell::to_text))?;
    }
    Ok(writer.finish()?)
}
