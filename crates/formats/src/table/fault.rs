//! Why a table cannot be written.

use std::io;

use super::Kind;

/// Why a table cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum TableFault {
    /// The reader went away, or the disk is full.
    #[error("the file cannot be written: {0}")]
    Io(#[from] io::Error),
    /// A row with too many or too few cells.
    #[error("row {row} has {cells} cells where the table has {columns} columns")]
    Width {
        /// Counted from 1, without the header.
        row: u64,
        /// How many it has.
        cells: usize,
        /// How many it must have.
        columns: usize,
    },
    /// A cell of another kind than its column.
    #[error(
        "row {row}, column {column}: is not of the column's kind ({kind:?}); make the column one of text"
    )]
    Kind {
        /// Counted from 1, without the header.
        row: u64,
        /// The column's name.
        column: String,
        /// What the column holds.
        kind: Kind,
    },
    /// More rows than a sheet has.
    #[error("a sheet holds {0} rows and the table has more: take CSV, JSON or Parquet")]
    Rows(u32),
    /// Columns that the format cannot have.
    #[error("the columns cannot be written: {0}")]
    Columns(String),
    /// A place that is none on the Earth.
    #[error(
        "feature {feature}: {longitude}, {latitude} is no place (longitude, latitude in degrees)"
    )]
    Place {
        /// Counted from 1.
        feature: u64,
        /// As given.
        longitude: f64,
        /// As given.
        latitude: f64,
    },
    /// A line with fewer than two places.
    #[error("feature {feature}: a line needs at least two places")]
    Line {
        /// Counted from 1.
        feature: u64,
    },
    /// What the library for the format says.
    #[error("the {format} file cannot be written: {reason}")]
    Format {
        /// Which format.
        format: &'static str,
        /// What it says.
        reason: String,
    },
}
