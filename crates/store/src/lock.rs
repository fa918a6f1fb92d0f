//! One server to a file: a second one is told, instead of both writing and neither seeing the other's entries.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;

use crate::error::from_io;
use crate::location::{Place, beside, folder};
use crate::{Location, StoreError};

/// Held as long as a server runs on a SQLite file; the system lets go of it however the process ends.
///
/// Several servers on one PostgreSQL are meant to be: there it does nothing.
#[derive(Debug)]
pub struct ServeLock {
    _held: Option<File>,
}

impl ServeLock {
    /// Takes the lock, which is on `<file>.lock`; creates the folder where it is not there.
    ///
    /// # Errors
    /// [`StoreError::Served`] when another holds it; else when the lock file cannot be made.
    pub fn take(location: &Location) -> Result<Self, StoreError> {
        let held = match location {
            Location::Sqlite(path) => Some(Self::hold(path)?),
            Location::Postgres(_) => None,
        };
        Ok(Self { _held: held })
    }

    fn hold(path: &Path) -> Result<File, StoreError> {
        let place = Place::file(path);
        let said = |error| from_io(&place, error);
        std::fs::create_dir_all(folder(path)).map_err(said)?;
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(beside(path, ".lock"))
            .map_err(said)?;
        match file.try_lock() {
            Ok(()) => Ok(file),
            Err(TryLockError::WouldBlock) => Err(StoreError::Served {
                place: place.name.clone(),
            }),
            Err(TryLockError::Error(error)) => Err(said(error)),
        }
    }
}
