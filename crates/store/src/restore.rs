//! Restoring: a checked backup into an empty place, all or nothing.

use std::path::Path;

use tempfile::NamedTempFile;

use crate::backup::{put_in_place, sync_folder};
use crate::db::Db;
use crate::error::{corrupt, from_io};
use crate::location::{Place, folder};
use crate::{Head, Location, ServeLock, Store, StoreError, VerifyError, sql};

impl Store {
    /// Makes the register of a backup the one at `location`, after checking the backup's chain; gives its head.
    ///
    /// Holds the [`ServeLock`] of the place meanwhile, so the caller must not. The backup is not changed.
    ///
    /// # Errors
    /// [`StoreError::Refused`] when there is a register already, [`StoreError::Corrupt`] when the backup is
    /// damaged; nothing is changed then.
    pub async fn restore(location: &Location, from: &Path) -> Result<Head, StoreError> {
        if !from.is_file() {
            return Err(StoreError::NotFound {
                place: Place::file(from).name,
            });
        }
        let _lock = ServeLock::take(location)?;
        let target = match location {
            Location::Sqlite(path) if !path.exists() => None,
            _ => Some(Self::open(location).await?),
        };
        if let Some(target) = &target
            && target.head().await?.seq.0 > 0
        {
            return Err(target.not_empty());
        }
        match (location, target) {
            (Location::Sqlite(path), target) => {
                if let Some(target) = target {
                    target.close().await;
                }
                restore_file(path, from).await
            }
            (Location::Postgres(_), Some(target)) => restore_rows(&target, from).await,
            (Location::Postgres(_), None) => unreachable!("a server's database was opened"),
        }
    }
}

async fn restore_file(path: &Path, from: &Path) -> Result<Head, StoreError> {
    let place = Place::file(path);
    let copy = copy_of(from, folder(path))?;
    let head = checked(copy.path(), from).await?;
    if path.exists() {
        // It is an empty register that nobody has open: the lock is ours and its side files are gone.
        copy.as_file()
            .sync_all()
            .map_err(|error| from_io(&place, error))?;
        copy.persist(path)
            .map_err(|error| from_io(&place, error.error))?;
        sync_folder(path).map_err(|error| from_io(&place, error))?;
    } else {
        put_in_place(copy, path)?;
    }
    Ok(head)
}

async fn restore_rows(target: &Store, from: &Path) -> Result<Head, StoreError> {
    let copy = copy_of(from, &std::env::temp_dir())?;
    checked(copy.path(), from).await?;
    let backup =
        Store::open_as(&Location::Sqlite(copy.path().to_owned()), Place::file(from)).await?;
    let head = target.fill_from(&backup).await;
    backup.close().await;
    head
}

/// A copy to work on: checking brings an old backup's tables up to date, and the backup shall stay as it is.
fn copy_of(from: &Path, to: &Path) -> Result<NamedTempFile, StoreError> {
    let said = |error| from_io(&Place::file(to), error);
    let mut copy = tempfile::Builder::new()
        .prefix(".vanort-restore-")
        .tempfile_in(to)
        .map_err(said)?;
    let mut backup = std::fs::File::open(from).map_err(|e| from_io(&Place::file(from), e))?;
    std::io::copy(&mut backup, &mut copy).map_err(said)?;
    Ok(copy)
}

/// Checks the copy of a backup: the file as such, then the chain of the log.
async fn checked(copy: &Path, from: &Path) -> Result<Head, StoreError> {
    let store = Store::open_as(&Location::Sqlite(copy.to_owned()), Place::file(from)).await?;
    let result = check(&store).await;
    store.close().await;
    result
}

async fn check(store: &Store) -> Result<Head, StoreError> {
    if let Db::Sqlite { read, .. } = &store.db {
        let found: String = store.said(sqlx::query_scalar(sql::INTEGRITY).fetch_one(read).await)?;
        if found != "ok" {
            return Err(corrupt(&store.place, found));
        }
    }
    store.verify(|_| {}).await.map_err(|error| match error {
        VerifyError::Store(error) => error,
        error => corrupt(&store.place, error),
    })
}
