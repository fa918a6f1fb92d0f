//! Opening a database: connections, and tables brought up to date.

use std::path::Path;
use std::str::FromStr as _;
use std::sync::Arc;
use std::time::Duration;

use sqlx::migrate::{Migrate, MigrateError, Migrator};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Connection as _, PgConnection, SqliteConnection};

use crate::db::{Db, on};
use crate::error::{corrupt, from_io, from_migrate, from_sql};
use crate::location::{Place, folder};
use crate::{Location, Store, StoreError, sql};

static SQLITE: Migrator = sqlx::migrate!("migrations/sqlite");
static POSTGRES: Migrator = sqlx::migrate!("migrations/postgres");

/// What a database is held to.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Size of a SQLite file in pages of 4,096 bytes: past it the disk counts as full.
    pub pages: Option<u32>,
    /// How long a writer waits for another, and whoever needs a connection for one, before giving up.
    pub patience: Duration,
}

impl Default for Limits {
    /// As large as the disk, ten seconds.
    fn default() -> Self {
        Self {
            pages: None,
            patience: Duration::from_secs(10),
        }
    }
}

/// How often tables are tried to be made when another node makes them at the same moment.
const ATTEMPTS: usize = 25;
/// How long is waited between such attempts.
const PAUSE: Duration = Duration::from_millis(20);
const READERS: u32 = 4;
/// How many rows SQLite's thread may be ahead of whoever takes them: few would mean a change of threads for each.
const ROWS_AHEAD: usize = 1024;
/// Memory for pages, in KiB and negative as SQLite wants it: fingerprints are looked up all over their index.
const CACHE: &str = "-32768";
const POSTGRES_CONNECTIONS: u32 = 8;

impl Store {
    /// Opens a database; makes a SQLite file and its folder where they are not there, and brings the tables up
    /// to date.
    ///
    /// # Errors
    /// Every kind of [`StoreError`] that speaks of the database as a whole.
    pub async fn open(location: &Location) -> Result<Self, StoreError> {
        Self::open_within(location, &Limits::default()).await
    }

    /// As [`Store::open`], with limits other than the usual ones.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub async fn open_within(location: &Location, limits: &Limits) -> Result<Self, StoreError> {
        let place = Arc::new(Place::of(location));
        if let Location::Sqlite(path) = location {
            make_file(path).map_err(|error| from_io(&place, error))?;
        }
        Self::connect(location, place, limits).await?.ready().await
    }

    /// Opens a database that must be there: for commands that read.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is not, or holds no register yet; else as [`Store::open`].
    pub async fn open_existing(location: &Location) -> Result<Self, StoreError> {
        Self::open_as(location, Place::of(location)).await
    }

    /// As [`Store::open_existing`], for a file that errors shall call by another name.
    pub(crate) async fn open_as(location: &Location, place: Place) -> Result<Self, StoreError> {
        if let Location::Sqlite(path) = location
            && !path.is_file()
        {
            return Err(StoreError::NotFound { place: place.name });
        }
        let store = Self::connect(location, Arc::new(place), &Limits::default()).await?;
        if !store.is_migrated().await? {
            return Err(StoreError::NotFound {
                place: store.place.name.clone(),
            });
        }
        store.ready().await
    }

    /// Lets go of the database: what is under way ends first, and a SQLite file is left without side files.
    pub async fn close(self) {
        match &self.db {
            Db::Sqlite { write, read } => {
                read.close().await;
                write.close().await;
            }
            Db::Postgres(pool) => pool.close().await,
        }
    }

    async fn connect(
        location: &Location,
        place: Arc<Place>,
        limits: &Limits,
    ) -> Result<Self, StoreError> {
        let db = match location {
            Location::Sqlite(path) => sqlite(path, limits).await,
            Location::Postgres(url) => postgres(url, limits).await,
        };
        let db = db.map_err(|error| from_sql(&place, error))?;
        Ok(Self { db, place })
    }

    async fn ready(self) -> Result<Self, StoreError> {
        self.refuse_the_files_of_others().await?;
        self.migrate().await?;
        self.check_end().await?;
        Ok(self)
    }

    /// Whether the tables were ever made.
    async fn is_migrated(&self) -> Result<bool, StoreError> {
        let mut reader = self.reader().await?;
        let count: sqlx::Result<i64> = on!(&mut reader, |c| sqlx::query_scalar(sql::MIGRATED)
            .fetch_one(c)
            .await);
        match count {
            Ok(count) => Ok(count > 0),
            Err(sqlx::Error::Database(error)) if is_no_such_table(&*error) => Ok(false),
            Err(error) => self.said(Err(error)),
        }
    }

    /// A SQLite file with tables that are not ours belongs to another program.
    async fn refuse_the_files_of_others(&self) -> Result<(), StoreError> {
        let Db::Sqlite { read, .. } = &self.db else {
            return Ok(());
        };
        if self.is_migrated().await? {
            return Ok(());
        }
        let tables: i64 = self.said(sqlx::query_scalar(sql::TABLES).fetch_one(read).await)?;
        if tables > 0 && !self.being_made().await? {
            return Err(corrupt(
                &self.place,
                "it holds the tables of another program",
            ));
        }
        Ok(())
    }

    /// Another process may have made the list of migrations and none of the tables yet.
    async fn being_made(&self) -> Result<bool, StoreError> {
        let mut reader = self.reader().await?;
        let list: sqlx::Result<i64> = on!(&mut reader, |c| sqlx::query_scalar(sql::MIGRATED)
            .fetch_one(c)
            .await);
        Ok(list.is_ok())
    }

    /// Two nodes that start at once on an empty database get into each other's way; the one that loses looks
    /// again and finds the tables made. (The migrator's own lock is one that not every database has.)
    async fn migrate(&self) -> Result<(), StoreError> {
        let mut attempt = 1;
        loop {
            let result = match &self.db {
                Db::Sqlite { write, .. } => match write.acquire().await {
                    Ok(mut connection) => migrate(&SQLITE, &mut *connection).await,
                    Err(error) => Err(error.into()),
                },
                Db::Postgres(pool) => match pool.acquire().await {
                    Ok(mut connection) => migrate(&POSTGRES, &mut *connection).await,
                    Err(error) => Err(error.into()),
                },
            };
            match result {
                Ok(()) => return Ok(()),
                Err(MigrateError::Execute(_) | MigrateError::ExecuteMigration(..))
                    if attempt < ATTEMPTS =>
                {
                    attempt += 1;
                    tokio::time::sleep(PAUSE).await;
                }
                Err(error) => return Err(from_migrate(&self.place, error)),
            }
        }
    }

    /// A file that was cut off lacks its last entry, which is cheap to see at once.
    async fn check_end(&self) -> Result<(), StoreError> {
        let mut tx = self.begin_snapshot().await?;
        let head = self.head_in(&mut tx).await?;
        let last: Option<(i64, Vec<u8>)> =
            self.said(on!(&mut tx, |c| sqlx::query_as(sql::LAST_ENTRY)
                .fetch_optional(c)
                .await))?;
        let (seq, hash) = last.unwrap_or((0, vec![0; 32]));
        if seq != i64::from(head.seq.0) || hash != head.hash.0 {
            let detail = format!(
                "its log should end with entry {} and ends with {seq}",
                head.seq
            );
            return Err(corrupt(&self.place, detail));
        }
        Ok(())
    }
}

async fn migrate<C: Migrate>(migrator: &Migrator, connection: &mut C) -> Result<(), MigrateError> {
    let migrator = Migrator {
        migrations: migrator.migrations.clone(),
        locking: false,
        ..Migrator::DEFAULT
    };
    migrator.run_direct(None, connection, false).await
}

/// SQLite says so only in words; PostgreSQL has a code.
fn is_no_such_table(error: &dyn sqlx::error::DatabaseError) -> bool {
    error.code().as_deref() == Some("42P01") || error.message().contains("no such table")
}

/// Makes folder and file, readable by this user alone: the settings hold a secret.
fn make_file(path: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(folder(path))?;
    let mut options = std::fs::OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop)
}

async fn sqlite(path: &Path, limits: &Limits) -> sqlx::Result<Db> {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .busy_timeout(limits.patience)
        .foreign_keys(true)
        .row_buffer_size(ROWS_AHEAD)
        .pragma("cache_size", CACHE);
    let mut writing = options
        .clone()
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .pragma("secure_delete", "ON");
    if let Some(pages) = limits.pages {
        writing = writing.pragma("max_page_count", pages.to_string());
    }
    let pool = |connections| {
        SqlitePoolOptions::new()
            .max_connections(connections)
            .acquire_timeout(limits.patience * 3)
            .idle_timeout(None)
            .max_lifetime(None)
            .after_release(|connection, _| Box::pin(is_free(connection)))
    };
    // Making a new file one with a write-ahead log fails at once where another process is just doing the same.
    let connecting = async {
        loop {
            match pool(1).connect_with(writing.clone()).await {
                Err(sqlx::Error::Database(error)) if error.code().as_deref() == Some("5") => {
                    tokio::time::sleep(PAUSE).await;
                }
                result => return result,
            }
        }
    };
    let write = tokio::time::timeout(limits.patience, connecting)
        .await
        .unwrap_or(Err(sqlx::Error::PoolTimedOut))?;
    let read = pool(READERS).connect_with(options.read_only(true)).await?;
    Ok(Db::Sqlite { write, read })
}

/// Whether a connection that comes back is fit for the next: one that is still in a transaction is not, and is closed.
///
/// On some errors, such as a full disk, SQLite takes a transaction back by itself. The rollback that follows then finds
/// none, and sqlx takes the connection to be inside one for good, where no other can begin.
async fn is_free(connection: &mut SqliteConnection) -> sqlx::Result<bool> {
    if connection.is_in_transaction() {
        // The rollback may still be under way; whoever is answered comes after it.
        connection.ping().await?;
    }
    Ok(!connection.is_in_transaction())
}

async fn postgres(url: &str, limits: &Limits) -> sqlx::Result<Db> {
    let options = PgConnectOptions::from_str(url)?;
    // The pool would try for long where nobody answers; one connection by itself says so at once.
    PgConnection::connect_with(&options).await?.close().await?;
    let pool = PgPoolOptions::new()
        .max_connections(POSTGRES_CONNECTIONS)
        .acquire_timeout(limits.patience)
        .connect_with(options)
        .await?;
    Ok(Db::Postgres(pool))
}
