//! Tables that are brought: CSV, XLSX and ODS as rows of cells.

use super::TableRow;

/// A file that cannot be read as a table.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct TableFault(pub String);

/// The rows of a file.
///
/// # Errors
/// When the bytes are no table.
pub fn rows(bytes: &[u8]) -> Result<Vec<TableRow>, TableFault> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(bytes);
    reader
        .records()
        .zip(1..)
        .map(|(record, line)| {
            let record = record.map_err(|e| TableFault(e.to_string()))?;
            Ok(TableRow {
                line,
                cells: record.iter().map(Into::into).collect(),
            })
        })
        .collect()
}
