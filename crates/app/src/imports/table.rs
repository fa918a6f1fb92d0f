//! Tables that are brought: CSV, XLSX and ODS as rows of cells.

use vanort_formats::sheets::{Limits, SheetFault, Workbook};

use super::TableRow;

/// The rows of a file's table: of a workbook the visible sheet with most rows. A table is read whole or not at all.
///
/// # Errors
/// When the bytes are no table, are damaged, or are more than is ever needed.
pub fn rows(bytes: &[u8]) -> Result<Vec<TableRow>, SheetFault> {
    let limits = Limits::default();
    let book = Workbook::read(bytes, limits)?;
    let sheet = book.main_sheet().ok_or(SheetFault::Empty)?;
    let too_many = |what, limit| Err(SheetFault::TooMany { what, limit });
    if sheet.left_out.rows {
        return too_many("rows", limits.rows);
    }
    if sheet.left_out.columns {
        return too_many("columns", limits.columns);
    }
    Ok(sheet
        .rows
        .iter()
        .map(|row| TableRow {
            line: u64::from(row.number),
            cells: row.cells.clone(),
        })
        .collect())
}
