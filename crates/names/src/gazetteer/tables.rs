//! Which tables a gazetteer is read from.

use std::io;

use super::{Gazetteer, GazetteerError, Loading};

/// A table of the gazetteer that cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("{table}: {reason}")]
pub struct TableError {
    /// Its path below `data/`.
    pub table: &'static str,
    /// What is wrong with it.
    #[source]
    pub reason: GazetteerError,
}

type Reading = fn(&mut Loading, &[u8]) -> Result<(), GazetteerError>;

/// The tables by their path below `data/`, in the order in which they build on each other.
const TABLES: [(&str, Reading); 8] = [
    ("bodies_sweden.csv", |loading, table| {
        loading.swedish_bodies(table).map(drop)
    }),
    ("authorities.csv", |loading, table| {
        loading.authorities(table).map(drop)
    }),
    ("authorities_other.csv.zst", |loading, table| {
        loading.packed_authorities(table).map(drop)
    }),
    ("region_names.csv", |loading, table| {
        loading.region_names(table).map(drop)
    }),
    ("divisions.csv.zst", |loading, table| {
        loading.packed_divisions(table).map(drop)
    }),
    ("gazetteer.csv.zst", |loading, table| {
        loading.packed_places(table).map(drop)
    }),
    ("villages.csv.zst", |loading, table| {
        loading.packed_places(table).map(drop)
    }),
    ("city_divisions.csv", |loading, table| {
        loading.city_divisions(table).map(drop)
    }),
];

impl Gazetteer {
    /// A gazetteer of all tables, each of which is asked for by its path below `data/`.
    ///
    /// # Errors
    /// When a table cannot be had or read.
    pub fn of_tables(
        mut bytes_of: impl FnMut(&'static str) -> io::Result<Vec<u8>>,
    ) -> Result<Self, TableError> {
        let mut loading = Loading::default();
        for (table, read) in TABLES {
            bytes_of(table)
                .map_err(GazetteerError::from)
                .and_then(|bytes| read(&mut loading, &bytes))
                .map_err(|reason| TableError { table, reason })?;
        }
        Ok(loading.finish())
    }
}
