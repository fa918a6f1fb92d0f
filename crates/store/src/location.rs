//! Where a database is, and how it is named to people: a path, or server and name without the password.

use std::path::{Path, PathBuf};
use std::str::FromStr as _;

use sqlx::postgres::PgConnectOptions;

/// Where a database is.
#[derive(Clone, PartialEq, Eq)]
pub enum Location {
    /// A SQLite file.
    Sqlite(PathBuf),
    /// The address of a PostgreSQL database (`postgres://user:password@host:port/name`).
    Postgres(String),
}

impl std::fmt::Debug for Location {
    /// Without the password, so that it can stand in a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&Place::of(self).name)
    }
}

/// A database as errors speak of it.
#[derive(Debug)]
pub(crate) struct Place {
    /// Name for people.
    pub(crate) name: String,
    /// The file, where it is one.
    pub(crate) file: Option<PathBuf>,
}

impl Place {
    pub(crate) fn of(location: &Location) -> Self {
        match location {
            Location::Sqlite(path) => Self::file(path),
            Location::Postgres(url) => {
                let name = PgConnectOptions::from_str(url).map_or_else(
                    |_| "the PostgreSQL database".to_owned(),
                    |o| {
                        let database = o.get_database().unwrap_or(o.get_username());
                        let (host, port) = (o.get_host(), o.get_port());
                        format!("the PostgreSQL database {database} at {host}:{port}")
                    },
                );
                Self { name, file: None }
            }
        }
    }

    pub(crate) fn file(path: &Path) -> Self {
        Self {
            name: path.display().to_string(),
            file: Some(path.to_owned()),
        }
    }
}

/// The folder a file lies in; the current one for a bare name.
pub(crate) fn folder(path: &Path) -> &Path {
    path.parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}

/// The path with something added to the file's name, as SQLite does for its side files.
pub(crate) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}
