//! What can go wrong with a database, each as a sentence that says what to do; and what the codes of the two
//! databases mean in these words.

use std::error::Error as StdError;
use std::io;

use vanort_domain::Seq;
use vanort_domain::log::ChainError;

use crate::location::Place;

/// Why the store could not do what it was asked to. Nothing was half-written in any of these cases.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Somebody else holds the database.
    #[error(
        "{place} is held by another program that does not let go of it; wait a moment and try again, or stop that \
         program"
    )]
    Locked {
        /// The database.
        place: String,
    },
    /// Another server runs on the same file.
    #[error(
        "{place} is already served by another Vänort; stop that one first, or give this one a data folder of its own"
    )]
    Served {
        /// The database.
        place: String,
    },
    /// No space.
    #[error(
        "there is no space left for {place}; nothing was written; free some space on the disk and try again"
    )]
    Full {
        /// The database.
        place: String,
    },
    /// Damaged, or not a database of Vänort.
    #[error(
        "{place} is damaged or is not a Vänort database ({detail}); leave it as it is and restore the latest backup \
         to a new place"
    )]
    Corrupt {
        /// The database.
        place: String,
        /// What was found.
        detail: String,
    },
    /// Not there.
    #[error(
        "there is no register at {place}; check the place, or start the server once to make one"
    )]
    NotFound {
        /// The database.
        place: String,
    },
    /// May not be written to.
    #[error(
        "{place} may not be read or written by this user ({detail}); give the user that runs Vänort the right to \
         read and write it and its folder"
    )]
    Forbidden {
        /// The database.
        place: String,
        /// What was refused.
        detail: String,
    },
    /// Made by a newer version of Vänort.
    #[error(
        "{place} was made by a newer version of Vänort than this one; install the newer version and try again"
    )]
    Newer {
        /// The database.
        place: String,
    },
    /// The server does not answer or lets nobody in.
    #[error(
        "{place} cannot be reached ({detail}); check that the server runs and that address, user and password are \
         right"
    )]
    Unreachable {
        /// The database.
        place: String,
        /// What the attempt gave.
        detail: String,
    },
    /// Asked for something that is not done, such as to overwrite a file; the sentence says what.
    #[error("{0}")]
    Refused(String),
    /// Anything else.
    #[error("{place}: {source}")]
    Other {
        /// The database.
        place: String,
        /// What the database said.
        source: Box<dyn StdError + Send + Sync>,
    },
}

/// Why a log is not what it should be.
#[derive(Debug, thiserror::Error)]
pub enum VerifyError {
    /// The chain does not hold.
    #[error(transparent)]
    Chain(#[from] ChainError),
    /// An entry cannot be read as one.
    #[error("entry {seq} cannot be read: {detail}")]
    Unreadable {
        /// The entry.
        seq: Seq,
        /// What is wrong.
        detail: String,
    },
    /// The head is not the last entry: entries were taken off the end, or the head was changed.
    #[error(
        "the log ends with entry {last}, but its head says {head}: entries are missing at the end, or the head was \
         changed"
    )]
    Head {
        /// Number of the last entry.
        last: Seq,
        /// Number that the head gives.
        head: Seq,
    },
    /// It could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What an error of the database means.
pub(crate) fn from_sql(place: &Place, error: sqlx::Error) -> StoreError {
    let name = place.name.clone();
    match error {
        sqlx::Error::Database(error) => {
            let code = error.code().unwrap_or_default().into_owned();
            match &place.file {
                Some(_) => from_sqlite(place, &code, error),
                None => from_postgres(name, &code, error),
            }
        }
        sqlx::Error::PoolTimedOut if place.file.is_some() => StoreError::Locked { place: name },
        sqlx::Error::PoolTimedOut => StoreError::Unreachable {
            place: name,
            detail: "no connection became free in time".into(),
        },
        sqlx::Error::Io(error) if place.file.is_some() => from_io(place, error),
        sqlx::Error::Io(error) => StoreError::Unreachable {
            place: name,
            detail: error.to_string(),
        },
        sqlx::Error::Configuration(error) | sqlx::Error::Tls(error) => StoreError::Unreachable {
            place: name,
            detail: error.to_string(),
        },
        sqlx::Error::ColumnDecode { source, .. } | sqlx::Error::Decode(source) => {
            corrupt(place, source)
        }
        sqlx::Error::Migrate(error) => from_migrate(place, *error),
        error => StoreError::Other {
            place: name,
            source: Box::new(error),
        },
    }
}

/// <https://www.sqlite.org/rescode.html>; the low eight bits are the primary code.
fn from_sqlite(
    place: &Place,
    code: &str,
    error: Box<dyn sqlx::error::DatabaseError>,
) -> StoreError {
    const SHARED_MEMORY_SIZE: u32 = 4874; // the side file of the WAL could not grow
    const SHORT_READ: u32 = 522;
    let name = place.name.clone();
    let code: u32 = code.parse().unwrap_or(1);
    match (code & 0xff, code) {
        (5 | 6, _) => StoreError::Locked { place: name },
        (13, _) | (_, SHARED_MEMORY_SIZE) => StoreError::Full { place: name },
        (11 | 26, _) | (_, SHORT_READ) => corrupt(place, error.message()),
        (14, _) if !place.file.as_deref().is_some_and(std::path::Path::exists) => {
            StoreError::NotFound { place: name }
        }
        (3 | 8 | 14 | 23, _) => StoreError::Forbidden {
            place: name,
            detail: error.message().to_owned(),
        },
        _ => StoreError::Other {
            place: name,
            source: error.into_error(),
        },
    }
}

/// <https://www.postgresql.org/docs/current/errcodes-appendix.html>
fn from_postgres(
    place: String,
    code: &str,
    error: Box<dyn sqlx::error::DatabaseError>,
) -> StoreError {
    let detail = error.message().to_owned();
    match code {
        "40001" | "40P01" | "55P03" | "55006" => StoreError::Locked { place },
        "53100" => StoreError::Full { place },
        "XX001" | "XX002" => StoreError::Corrupt { place, detail },
        "3D000" => StoreError::NotFound { place },
        "25006" | "42501" => StoreError::Forbidden { place, detail },
        "28000" | "28P01" | "53300" | "57P01" | "57P02" | "57P03" => {
            StoreError::Unreachable { place, detail }
        }
        _ if code.starts_with("08") => StoreError::Unreachable { place, detail },
        _ => StoreError::Other {
            place,
            source: error.into_error(),
        },
    }
}

/// What an error in bringing the tables up to date means.
pub(crate) fn from_migrate(place: &Place, error: sqlx::migrate::MigrateError) -> StoreError {
    use sqlx::migrate::MigrateError;
    match error {
        MigrateError::VersionMissing(_) => StoreError::Newer {
            place: place.name.clone(),
        },
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => {
            from_sql(place, error)
        }
        error => StoreError::Other {
            place: place.name.clone(),
            source: Box::new(error),
        },
    }
}

/// What an error of the file system means.
pub(crate) fn from_io(place: &Place, error: io::Error) -> StoreError {
    let name = place.name.clone();
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
            StoreError::Full { place: name }
        }
        io::ErrorKind::NotFound => StoreError::NotFound { place: name },
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            StoreError::Forbidden {
                place: name,
                detail: error.to_string(),
            }
        }
        _ => StoreError::Other {
            place: name,
            source: Box::new(error),
        },
    }
}

/// Something in the database is not as it is written there.
pub(crate) fn corrupt(place: &Place, detail: impl ToString) -> StoreError {
    StoreError::Corrupt {
        place: place.name.clone(),
        detail: detail.to_string(),
    }
}
