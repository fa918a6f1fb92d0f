//! Backups: a SQLite file from either database, as it was at one moment, while others go on writing.

use std::path::Path;

use tempfile::{NamedTempFile, TempPath};

use crate::db::Db;
use crate::error::from_io;
use crate::location::{Place, folder};
use crate::{Location, Store, StoreError, sql};

impl Store {
    /// Writes a backup to a file that is not there yet. The file appears under its name only when it is whole.
    ///
    /// # Errors
    /// [`StoreError::Refused`] when the file is there; else when the database cannot be read or the file not
    /// be written.
    pub async fn backup(&self, target: &Path) -> Result<(), StoreError> {
        if target.exists() {
            return Err(is_there(target));
        }
        let place = Place::file(target);
        match &self.db {
            Db::Sqlite { .. } => self.vacuum_into(target, &place).await,
            Db::Postgres(_) => {
                let between = tempfile::Builder::new()
                    .prefix(".vanort-backup-")
                    .tempdir_in(folder(target))
                    .map_err(|error| from_io(&place, error))?;
                let copy = Self::open(&Location::Sqlite(between.path().join("copy"))).await?;
                copy.fill_from(self).await?;
                copy.vacuum_into(target, &place).await?;
                copy.close().await;
                Ok(())
            }
        }
    }

    async fn vacuum_into(&self, target: &Path, place: &Place) -> Result<(), StoreError> {
        let Db::Sqlite { read, .. } = &self.db else {
            unreachable!("only a SQLite file is vacuumed")
        };
        let file = tempfile::Builder::new()
            .prefix(".vanort-backup-")
            .tempfile_in(folder(target))
            .map_err(|error| from_io(place, error))?;
        let path = file.path().to_str().ok_or_else(|| {
            StoreError::Refused(format!(
                "{} is not a name in UTF-8; choose another",
                place.name
            ))
        })?;
        let copied = sqlx::query(sql::VACUUM_INTO).bind(path).execute(read).await;
        copied.map_err(|error| crate::error::from_sql(place, error))?;
        put_in_place(file, target)
    }
}

/// Gives a finished file its name, without ever taking the place of another; lasting when this returns.
pub(crate) fn put_in_place(file: NamedTempFile, target: &Path) -> Result<(), StoreError> {
    let place = Place::file(target);
    file.as_file()
        .sync_all()
        .map_err(|error| from_io(&place, error))?;
    let path: TempPath = file.into_temp_path();
    path.persist_noclobber(target)
        .map_err(|error| match error.error.kind() {
            std::io::ErrorKind::AlreadyExists => is_there(target),
            _ => from_io(&place, error.error),
        })?;
    sync_folder(target).map_err(|error| from_io(&place, error))
}

/// Makes a new name in a folder last.
pub(crate) fn sync_folder(path: &Path) -> std::io::Result<()> {
    #[cfg(unix)]
    std::fs::File::open(folder(path))?.sync_all()?;
    Ok(())
}

fn is_there(target: &Path) -> StoreError {
    StoreError::Refused(format!(
        "{} is there already; choose another name",
        target.display()
    ))
}
