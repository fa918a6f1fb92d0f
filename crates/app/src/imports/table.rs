//! Tables that are brought: CSV, XLSX and ODS as rows of cells.

use vanort_formats::sheets::{Limits, SheetFault, Workbook};

use super::TableRow;

/// A file's table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// Its rows.
    pub rows: Vec<TableRow>,
    /// Of a workbook with several visible sheets that hold something: the name of the one that was read, then the others'.
    pub sheets: Vec<String>,
}

/// A file's table: of a workbook the visible sheet with most rows. A table is read whole or not at all.
///
/// # Errors
/// When the bytes are no table, are damaged, or are more than is ever needed; when a cell is too long or a character cannot
/// be read, so that something would be lost.
pub fn table(bytes: &[u8]) -> Result<Table, SheetFault> {
    let limits = Limits::default();
    let book = Workbook::read(bytes, limits)?;
    let sheet = book.main_sheet().ok_or(SheetFault::Empty)?;
    sheet.check_whole(limits)?;
    let rows = sheet.rows.iter().map(|row| TableRow {
        line: u64::from(row.number),
        cells: row.cells.clone(),
    });
    let others = book
        .sheets
        .iter()
        .filter(|other| !other.hidden && !other.rows.is_empty() && !std::ptr::eq(*other, sheet));
    let mut sheets: Vec<String> = others.map(|other| other.name.clone()).collect();
    if !sheets.is_empty() {
        sheets.insert(0, sheet.name.clone());
    }
    Ok(Table {
        rows: rows.collect(),
        sheets,
    })
}
