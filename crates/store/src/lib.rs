//! The only SQL: keeps the log, its head and a few settings, in one SQLite file or in PostgreSQL.
//!
//! Every statement is written once, with `$1` placeholders, and runs on both. Nothing outside plain
//! transactional SQL is used. This crate knows what an entry is and how it is chained; it does not know
//! what entries add up to.

mod backup;
mod copy;
mod db;
mod error;
mod location;
mod lock;
mod log;
mod open;
mod payload;
mod restore;
mod settings;
mod sql;

use std::sync::Arc;

pub use error::{StoreError, VerifyError};
pub use location::Location;
pub use lock::ServeLock;
pub use log::{Appended, Head, NewEntry};
pub use open::Limits;
pub use sql::{StatementSet, statements};

use db::Db;
use location::Place;

/// An open database. Cheap to clone; all clones share the connections.
#[derive(Debug, Clone)]
pub struct Store {
    db: Db,
    place: Arc<Place>,
}
