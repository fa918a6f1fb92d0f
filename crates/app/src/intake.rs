//! Intake: from the rows of tables to entries of the log. Bundled data and what users bring go the same way.
//!
//! A row that cannot be read is set aside with file, line, column and reason, and stops nothing else. What the
//! log knows already is passed over, so that the same table twice adds nothing.

mod bodies;
mod resolve;
mod slips;
mod statements;
mod words;

use vanort_domain::Values;
use vanort_domain::log::Content;
pub use vanort_formats::csv::Row;
use vanort_formats::csv::{RowFault, TableReader};

pub use bodies::{sources_table, successions, swedish_bodies};
pub use resolve::{Named, Resolved, Resolver};
pub(crate) use resolve::{SURE_WITHOUT_COUNTRY, body_of};
pub(crate) use slips::is_as_near_another;
pub use statements::{Sureness, statements_table};
pub use words::minted_id;

/// A row that was set aside.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, serde::Serialize)]
#[error("{file}, line {line}{}: {reason}", column.as_ref().map(|c| format!(", column {c}")).unwrap_or_default())]
pub struct SetAside {
    /// Name of the table.
    pub file: String,
    /// Line, from 1.
    pub line: u64,
    /// Column, where one is to blame.
    pub column: Option<String>,
    /// What is wrong.
    pub reason: String,
}

/// What a table comes to: the entries it would add, and the rows set aside.
#[derive(Debug, Clone, Default)]
pub struct Prepared {
    /// Entries in the order in which they must be appended.
    pub entries: Vec<PreparedEntry>,
    /// Rows that cannot be taken in.
    pub set_aside: Vec<SetAside>,
}

impl Prepared {
    /// Adds what another table comes to.
    pub fn take(&mut self, other: Self) {
        self.entries.extend(other.entries);
        self.set_aside.extend(other.set_aside);
    }

    /// The sources among the entries.
    #[must_use]
    pub fn source_ids(&self) -> std::collections::BTreeSet<vanort_domain::SourceId> {
        self.entries
            .iter()
            .filter_map(|entry| match &entry.content {
                Content::Source(source) => Some(source.id.clone()),
                _ => None,
            })
            .collect()
    }
}

/// An entry to append, with what tells whether the log knows it already.
#[derive(Debug, Clone)]
pub struct PreparedEntry {
    /// What it holds.
    pub content: Content,
    /// The values as they came in, before names were resolved: the same row is known again by them.
    pub known_by: Values,
}

impl PreparedEntry {
    /// An entry that is known by its own values.
    #[must_use]
    pub fn of(content: Content) -> Self {
        let known_by = content.to_values();
        Self { content, known_by }
    }
}

/// Reads a table from bytes; a fault of the table as a whole is an error, a fault of a row is set aside.
///
/// # Errors
/// When the bytes are not a table.
pub fn read_table(file: &str, bytes: &[u8]) -> Result<(Vec<Row>, Vec<SetAside>), SetAside> {
    let reader = TableReader::new(file, bytes).map_err(|fault| SetAside {
        file: fault.file,
        line: fault.line.unwrap_or(1),
        column: None,
        reason: fault.reason,
    })?;
    let mut rows = Vec::new();
    let mut set_aside = Vec::new();
    for row in reader {
        match row {
            Ok(row) => rows.push(row),
            Err(RowFault {
                file,
                line,
                column,
                reason,
            }) => {
                set_aside.push(SetAside {
                    file,
                    line,
                    column,
                    reason,
                });
            }
        }
    }
    Ok((rows, set_aside))
}

/// Turns rows into entries one by one.
fn prepare(
    file: &str,
    rows: Vec<Row>,
    mut each: impl FnMut(Values) -> Result<Vec<PreparedEntry>, vanort_domain::ValuesError>,
) -> Prepared {
    let mut prepared = Prepared::default();
    for row in rows {
        match each(row.values) {
            Ok(entries) => prepared.entries.extend(entries),
            Err(error) => prepared.set_aside.push(SetAside {
                file: file.to_owned(),
                line: row.line,
                column: Some(error.field),
                reason: error.reason,
            }),
        }
    }
    prepared
}
