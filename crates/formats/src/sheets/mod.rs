//! Tables as people keep them: CSV, XLSX and ODS read into sheets of text cells.
//!
//! What a file is, is told by its content and never by its name. Numbers and dates become what a person would have
//! written (`1971`, `1998-05-08`), a formula gives the value stored beside it and is never computed. Nothing is known
//! here about what a column means.
//!
//! A file may be hostile. XLSX and ODS are read as a stream of XML events, and what is kept and what is unpacked is
//! counted all the while against [`Limits`]: a file cannot make the reader hold more, whatever it claims about itself.

mod grid;
mod kind;
mod look;
mod ods;
mod package;
mod text;
mod xlsx;
mod xml;

use smol_str::SmolStr;

use crate::csv::Broken;

pub use grid::{LeftOut, Limits};
pub use kind::{Foreign, Format};

/// A workbook: the sheets of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workbook {
    /// What the file was.
    pub format: Format,
    /// Its sheets in the order of the file; a text has one, without a name.
    pub sheets: Vec<Sheet>,
}

/// One sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// Its name on the tab.
    pub name: String,
    /// Whether the tab is hidden from who opens the workbook.
    pub hidden: bool,
    /// The rows that have a cell with content, in their order.
    pub rows: Vec<SheetRow>,
    /// What the limits left out.
    pub left_out: LeftOut,
}

/// One row of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetRow {
    /// The number that the spreadsheet shows beside the row; the line on which it begins in a text. From 1.
    pub number: u32,
    /// Its cells from the first column to the last that has content; a cell without content is empty.
    pub cells: Vec<SmolStr>,
}

/// Why nothing is read from a file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SheetFault {
    /// The file is of another kind.
    #[error("this is {0}; save it as xlsx or csv")]
    Foreign(Foreign),
    /// The file has nothing in it.
    #[error("the file is empty")]
    Empty,
    /// The file as it was brought is larger than the limit.
    #[error("the file is larger than {limit} bytes")]
    FileTooLarge {
        /// Bytes allowed.
        limit: u64,
    },
    /// What is packed in the file is larger than the limit, or claims to be.
    #[error(
        "what is packed in the file is larger than {limit} bytes; save only the sheet with the table"
    )]
    UnpacksTooLarge {
        /// Bytes allowed.
        limit: u64,
    },
    /// The file holds more of something than is ever needed for a table.
    #[error("the file has more than {limit} {what}; save only the sheet with the table")]
    TooMany {
        /// Of what.
        what: &'static str,
        /// How many are allowed.
        limit: usize,
    },
    /// The file is damaged, or was not written as its format demands.
    #[error(
        "the file is damaged ({part}: {reason}); open it, save it anew as xlsx or csv, and try again"
    )]
    Damaged {
        /// The part of the file, as it is called inside.
        part: String,
        /// What is wrong, for who looks into it.
        reason: String,
    },
    /// A cell holds more than a spreadsheet can.
    #[error(
        "line {line}: a cell has more than {limit} characters, more than a spreadsheet can hold; shorten it, or close the \
         quotation mark that is missing, and try again"
    )]
    LongCell {
        /// The row, or the line of a text, from 1.
        line: u32,
        /// Characters allowed.
        limit: usize,
    },
    /// A character is in another encoding than the rest of the file, or was lost before the file came here.
    #[error(
        "line {line}: a character cannot be read: it is in another encoding than the rest of the file, or was lost when the \
         file was converted; correct the line, save the file as xlsx or as csv in UTF-8, and try again"
    )]
    Unreadable {
        /// The row, or the line of a text, from 1.
        line: u32,
    },
    /// The text cannot be read as a table.
    #[error("{}{reason}", line.map(|line| format!("line {line}: ")).unwrap_or_default())]
    Text {
        /// The line where it shows, from 1, where it is one.
        line: Option<u64>,
        /// What is wrong.
        reason: String,
        /// What breaks its rows, where that is it.
        broken: Option<Broken>,
    },
}

impl Sheet {
    /// That nothing of the sheet is lost.
    ///
    /// # Errors
    /// When something lies beyond the limits it was read within, or a character could not be read.
    pub fn check_whole(&self, limits: Limits) -> Result<(), SheetFault> {
        let too_many = |what, limit| Err(SheetFault::TooMany { what, limit });
        match self.left_out {
            LeftOut { rows: true, .. } => too_many("rows", limits.rows),
            LeftOut { columns: true, .. } => too_many("columns", limits.columns),
            LeftOut {
                unreadable: Some(line),
                ..
            } => Err(SheetFault::Unreadable { line }),
            LeftOut {
                cut: Some(line), ..
            } => Err(SheetFault::LongCell {
                line,
                limit: limits.cell,
            }),
            LeftOut { .. } => Ok(()),
        }
    }
}

impl SheetFault {
    /// The row, or the line of a text, where it shows, from 1.
    #[must_use]
    pub fn line(&self) -> Option<u64> {
        match self {
            Self::LongCell { line, .. } | Self::Unreadable { line } => Some(u64::from(*line)),
            Self::Text { line, .. } => *line,
            _ => None,
        }
    }
}

impl Workbook {
    /// Reads a file: XLSX, ODS, or text separated by commas, semicolons or tabs.
    ///
    /// ```
    /// # use vanort_formats::sheets::{Limits, Workbook};
    /// let book = Workbook::read("Kommun;Vänort\nÅmål;Tønder\n".as_bytes(), Limits::default())?;
    /// assert_eq!(book.sheets[0].rows[1].cells, ["Åmål", "Tønder"]);
    /// # Ok::<(), vanort_formats::sheets::SheetFault>(())
    /// ```
    ///
    /// # Errors
    /// When the file is of another kind, is damaged, or is larger than a limit on files. Rows, columns and cells beyond a
    /// limit are no error: they are left out, and [`Sheet::left_out`] says so; neither are characters that cannot be read,
    /// in whose place U+FFFD stands. Whoever needs the whole asks [`Sheet::check_whole`].
    pub fn read(bytes: &[u8], limits: Limits) -> Result<Self, SheetFault> {
        if bytes.len() as u64 > limits.bytes {
            return Err(SheetFault::FileTooLarge {
                limit: limits.bytes,
            });
        }
        let format = kind::recognise(bytes)?;
        let sheets = match format {
            Format::Text => vec![text::read(bytes, limits)?],
            Format::Xlsx => xlsx::read(bytes, limits)?,
            Format::Ods => ods::read(bytes, limits)?,
        };
        Ok(Self { format, sheets })
    }

    /// The sheet that most likely holds the table: the visible one with most rows, the first of equals.
    #[must_use]
    pub fn main_sheet(&self) -> Option<&Sheet> {
        let rows = |hidden: bool| {
            self.sheets
                .iter()
                .rev()
                .filter(move |sheet| sheet.hidden == hidden && !sheet.rows.is_empty())
                .max_by_key(|sheet| sheet.rows.len())
        };
        rows(false).or_else(|| rows(true))
    }
}
