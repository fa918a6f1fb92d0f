//! Workbooks of Excel (XLSX), written row by row.
//!
//! Rows go to a temporary file of their own as they come, so that a table of a million rows takes no more memory than one
//! of a hundred; the workbook is put together when it is finished. Limits of the format, and what is done about them:
//! - Text is never a formula: what begins with `=`, `+`, `-` or `@` is written as the text it is.
//! - A cell holds 32,767 characters (UTF-16): a longer text is cut there and ends in [`CUT`].
//! - A sheet holds 1,048,575 rows under the header: one more is refused ([`TableFault::Rows`]).
//! - A date of any precision is a day where it is a whole day, a number where it is a bare year, and else the text it is.
//! - Whole numbers beyond ±2⁵³ would lose digits and are text; so are days before 1 March 1900, on which spreadsheet
//!   programs do not agree.
//! - Links lead to `http`, `https` and `mailto` alone, in at most 2,000 characters, and a sheet has 65,530 of them: other
//!   addresses are text that leads nowhere.

use std::io::Write;

use rust_xlsxwriter::{
    ExcelDateTime, Format, FormatAlign, FormatBorder, Url, Workbook, Worksheet, XlsxError,
};
use time::Date;
use time::macros::date;

use crate::table::{Cell, Kind, Latch, Note, Table, TableFault};
use crate::xml::is_char;

/// What a text ends in that was too long for a cell.
pub const CUT: &str = " […]";

/// Most rows under the header.
pub const MOST_ROWS: u32 = 1_048_575;

const MOST_UNITS: usize = 32_767;
const MOST_LINKS: u32 = 65_530;
const MOST_ADDRESS: usize = 2_000;
/// Whole numbers up to this keep all their digits in a sheet.
const EXACT: u64 = 1 << 53;
const FIRST_DAY: Date = date!(1900 - 03 - 01);

/// Writes a table as a workbook: a sheet with a bold header that stays in view, a filter and typed cells, and a sheet of
/// text for each note, whose header stays in view where it has one.
///
/// ```
/// # use vanort_formats::table::{Cell, Column, Kind, Note, Table, TableFault};
/// # use vanort_formats::workbook::SheetWriter;
/// let table = Table {
///     title: "Samarbeten".to_owned(),
///     columns: vec![Column::new("name", "Namn", Kind::Text), Column::new("since", "Sedan", Kind::Integer)],
///     notes: vec![Note { title: "Källor".to_owned(), rows: vec![vec!["SKR 2018".to_owned()]], ..Note::default() }],
/// };
/// let mut sheet = SheetWriter::new(Vec::new(), &table)?;
/// sheet.write(&[Cell::text("Åbo"), Cell::Integer(1946)])?;
/// let bytes = sheet.finish()?;
/// assert!(bytes.starts_with(b"PK"));
/// # Ok::<(), TableFault>(())
/// ```
pub struct SheetWriter<'t, W> {
    out: W,
    table: &'t Table,
    book: Workbook,
    sheet: Worksheet,
    names: Vec<String>,
    looks: Looks,
    rows: u32,
    links: u32,
}

struct Looks {
    date: Format,
    link: Format,
}

impl<'t, W: Write + Send> SheetWriter<'t, W> {
    /// Begins a workbook and writes the header: the labels of the columns.
    ///
    /// # Errors
    /// When there is no room for temporary files, or there are more columns than a sheet has (16,384).
    pub fn new(out: W, table: &'t Table) -> Result<Self, TableFault> {
        let mut book = Workbook::new();
        let mut sheet = book.new_worksheet_with_constant_memory().map_err(fault)?;
        let names = sheet_names(table);
        sheet.set_name(&names[0]).map_err(fault)?;
        let looks = Looks {
            date: Format::new().set_num_format("yyyy\\-mm\\-dd"),
            link: Format::new().set_hyperlink(),
        };
        let head = head();
        for (column, at) in table.columns.iter().zip(0u16..) {
            sheet
                .set_column_width(at, width(column.kind, &column.label))
                .map_err(fault)?;
            sheet
                .write_string_with_format(0, at, fitting(&column.label), &head)
                .map_err(fault)?;
        }
        sheet.set_freeze_panes(1, 0).map_err(fault)?;
        Ok(Self {
            out,
            table,
            book,
            sheet,
            names,
            looks,
            rows: 0,
            links: 0,
        })
    }

    /// Adds a row.
    ///
    /// # Errors
    /// When the row does not fit the table, or the sheet is full.
    pub fn write(&mut self, cells: &[Cell]) -> Result<(), TableFault> {
        self.table.check(u64::from(self.rows) + 1, cells)?;
        if self.rows == MOST_ROWS {
            return Err(TableFault::Rows(MOST_ROWS));
        }
        self.rows += 1;
        for ((cell, column), at) in cells.iter().zip(&self.table.columns).zip(0u16..) {
            if column.kind == Kind::Text {
                self.text(at, &cell.to_text())?;
            } else {
                self.cell(at, cell)?;
            }
        }
        Ok(())
    }

    fn cell(&mut self, at: u16, cell: &Cell) -> Result<(), TableFault> {
        match cell {
            Cell::Number(number) if number.is_finite() => self.number(at, *number),
            #[expect(clippy::cast_precision_loss, reason = "small enough to be exact")]
            Cell::Integer(number) if number.unsigned_abs() <= EXACT => {
                self.number(at, *number as f64)
            }
            Cell::Date(day) if *day >= FIRST_DAY => self.date(at, *day),
            Cell::Link { address, text } if self.leads(address) => {
                self.links += 1;
                let shown = if text.is_empty() { address } else { text };
                let url = Url::new(address).set_text(fitting(shown));
                self.sheet
                    .write_url_with_format(self.rows, at, url, &self.looks.link)
                    .map_err(fault)?;
                Ok(())
            }
            other => self.text(at, &other.to_text()),
        }
    }

    fn text(&mut self, at: u16, text: &str) -> Result<(), TableFault> {
        self.sheet
            .write_string(self.rows, at, fitting(text))
            .map_err(fault)?;
        Ok(())
    }

    fn number(&mut self, at: u16, number: f64) -> Result<(), TableFault> {
        self.sheet
            .write_number(self.rows, at, number)
            .map_err(fault)?;
        Ok(())
    }

    fn date(&mut self, at: u16, day: Date) -> Result<(), TableFault> {
        let year = u16::try_from(day.year()).unwrap_or_default();
        let excel =
            ExcelDateTime::from_ymd(year, u8::from(day.month()), day.day()).map_err(fault)?;
        self.sheet
            .write_datetime_with_format(self.rows, at, excel, &self.looks.date)
            .map_err(fault)?;
        Ok(())
    }

    /// Whether an address can be one that a cell leads to.
    fn leads(&self, address: &str) -> bool {
        let known = ["http://", "https://", "mailto:"]
            .iter()
            .any(|start| address.starts_with(start));
        known
            && self.links < MOST_LINKS
            && address.chars().count() <= MOST_ADDRESS
            && address
                .chars()
                .all(|c| is_char(c) && !c.is_control() && !c.is_whitespace())
    }

    /// Puts the workbook together, writes it and gives `out` back.
    ///
    /// # Errors
    /// When `out` or the temporary files cannot be written to.
    pub fn finish(mut self) -> Result<W, TableFault> {
        let last = u16::try_from(self.table.columns.len()).unwrap_or(u16::MAX);
        if let Some(last) = last.checked_sub(1) {
            self.sheet
                .autofilter(0, 0, self.rows, last)
                .map_err(fault)?;
        }
        self.book.push_worksheet(self.sheet);
        for (note, name) in self.table.notes.iter().zip(&self.names[1..]) {
            note_sheet(self.book.add_worksheet(), note, name).map_err(fault)?;
        }
        let mut latch = Latch::new(self.out);
        let saved = self.book.save_to_writer(&mut latch);
        let out = latch.into_inner()?;
        saved.map(|()| out).map_err(fault)
    }
}

fn head() -> Format {
    Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_border_bottom(FormatBorder::Thin)
}

fn note_sheet(sheet: &mut Worksheet, note: &Note, name: &str) -> Result<(), XlsxError> {
    sheet.set_name(name)?;
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let bold = head();
    for (text, column) in note.head.iter().zip(0u16..) {
        sheet.write_string_with_format(0, column, fitting(text), &bold)?;
    }
    let first = u32::from(!note.head.is_empty());
    sheet.set_freeze_panes(first, 0)?;
    for (row, line) in note.rows.iter().zip(first..) {
        for (text, column) in row.iter().zip(0u16..) {
            sheet.write_string_with_format(line, column, fitting(text), &wrapped)?;
        }
    }
    let rows = note.rows.iter().chain([&note.head]);
    let columns = rows.map(Vec::len).max().unwrap_or_default();
    for column in 0..u16::try_from(columns).unwrap_or(u16::MAX) {
        sheet.set_column_width(column, if columns == 1 { 100 } else { 40 })?;
    }
    Ok(())
}

/// What the sheets are called: at most 31 characters, none of `[]:*?/\'`, none twice however written, and not "History",
/// which Excel keeps for itself.
fn sheet_names(table: &Table) -> Vec<String> {
    let titles = std::iter::once(&table.title).chain(table.notes.iter().map(|note| &note.title));
    let mut names: Vec<String> = Vec::new();
    for (title, number) in titles.zip(1..) {
        let allowed: String = title
            .chars()
            .filter(|c| is_char(*c) && !c.is_control() && !"[]:*?/\\'".contains(*c))
            .filter(|c| c.len_utf16() == 1)
            .take(24)
            .collect();
        let name = allowed.trim();
        let taken = |name: &str| {
            let name = name.to_lowercase();
            name == "history" || names.iter().any(|other| other.to_lowercase() == name)
        };
        names.push(match name {
            "" => format!("({number})"),
            name if taken(name) => format!("{name} ({number})"),
            name => name.to_owned(),
        });
    }
    names
}

/// A text as it fits into a cell.
fn fitting(text: &str) -> String {
    if text.len() <= MOST_UNITS || text.encode_utf16().count() <= MOST_UNITS {
        return text.to_owned();
    }
    let mut room = MOST_UNITS - CUT.encode_utf16().count();
    let kept = text
        .chars()
        .take_while(|c| match room.checked_sub(c.len_utf16()) {
            Some(left) => {
                room = left;
                true
            }
            None => false,
        });
    kept.chain(CUT.chars()).collect()
}

fn width(kind: Kind, label: &str) -> f64 {
    let least = match kind {
        Kind::Text | Kind::List => 24.0,
        Kind::Integer | Kind::Number | Kind::Date | Kind::Edtf => 12.0,
        Kind::Link => 36.0,
    };
    // Three more for the arrow of the filter.
    let label = u32::try_from(label.chars().count().min(37)).map_or(0.0, f64::from);
    f64::max(least, label + 3.0)
}

fn fault(error: XlsxError) -> TableFault {
    match error {
        XlsxError::IoError(error) => TableFault::Io(error),
        other => TableFault::Format {
            format: "XLSX",
            reason: other.to_string(),
        },
    }
}
