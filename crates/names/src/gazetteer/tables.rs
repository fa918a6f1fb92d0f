//! Which tables a gazetteer is read from.

use std::io;

use super::load::Loading;
use super::{Gazetteer, GazetteerError};

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
const TABLES: [(&str, Reading); 9] = [
    ("bodies_sweden.csv", |to, table| to.swedish_bodies(table)),
    ("authorities.csv", |to, table| to.authorities(table)),
    ("authorities_other.csv.zst", |to, table| {
        to.packed_authorities(table)
    }),
    ("region_names.csv", |to, table| to.region_names(table)),
    ("divisions.csv.zst", |to, table| to.packed_divisions(table)),
    ("gazetteer.csv.zst", |to, table| to.packed_places(table)),
    ("villages.csv.zst", |to, table| to.packed_places(table)),
    ("city_divisions.csv", |to, table| to.city_divisions(table)),
    ("names_uk.csv", |to, table| to.local_names(table)),
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
