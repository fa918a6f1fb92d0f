//! Two databases behind one enum, and the macro that runs one piece of code on either.

use sqlx::pool::PoolConnection;
use sqlx::{PgPool, Postgres, Sqlite, SqlitePool, Transaction};

use crate::{Store, StoreError};

/// The open connections.
#[derive(Debug, Clone)]
pub(crate) enum Db {
    /// One connection writes; the others read and cannot write.
    Sqlite { write: SqlitePool, read: SqlitePool },
    /// Any connection does anything.
    Postgres(PgPool),
}

/// The same thing of one database or the other.
pub(crate) enum On<S, P> {
    Sqlite(S),
    Postgres(P),
}

/// A transaction.
pub(crate) type Tx = On<Transaction<'static, Sqlite>, Transaction<'static, Postgres>>;
/// A connection.
pub(crate) type Conn = On<PoolConnection<Sqlite>, PoolConnection<Postgres>>;

/// Runs a piece of code, written once, on the connection behind a [`Tx`] or [`Conn`] of either database:
/// `on!(tx, |c| sqlx::query(sql::LOCK_HEAD).execute(c).await)`.
macro_rules! on {
    ($connection:expr, |$c:ident| $body:expr) => {
        match $connection {
            $crate::db::On::Sqlite(connection) => {
                let $c = &mut **connection;
                $body
            }
            $crate::db::On::Postgres(connection) => {
                let $c = &mut **connection;
                $body
            }
        }
    };
}
pub(crate) use on;

impl Tx {
    /// Makes all of it last, or nothing.
    pub(crate) async fn commit(self) -> sqlx::Result<()> {
        match self {
            Self::Sqlite(tx) => tx.commit().await,
            Self::Postgres(tx) => tx.commit().await,
        }
    }
}

impl Store {
    /// A transaction that writes. In SQLite it holds the file from the start; in PostgreSQL each statement
    /// sees what was committed before it, so that whoever waited for the head sees the newest one.
    pub(crate) async fn begin(&self) -> Result<Tx, StoreError> {
        Ok(match &self.db {
            Db::Sqlite { write, .. } => {
                On::Sqlite(self.said(write.begin_with("BEGIN IMMEDIATE").await)?)
            }
            Db::Postgres(pool) => On::Postgres(
                self.said(
                    pool.begin_with("BEGIN ISOLATION LEVEL READ COMMITTED")
                        .await,
                )?,
            ),
        })
    }

    /// A transaction in which everything read is of one moment.
    pub(crate) async fn begin_snapshot(&self) -> Result<Tx, StoreError> {
        const SNAPSHOT: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
        Ok(match &self.db {
            Db::Sqlite { read, .. } => On::Sqlite(self.said(read.begin().await)?),
            Db::Postgres(pool) => On::Postgres(self.said(pool.begin_with(SNAPSHOT).await)?),
        })
    }

    /// A connection to read with.
    pub(crate) async fn reader(&self) -> Result<Conn, StoreError> {
        Ok(match &self.db {
            Db::Sqlite { read, .. } => On::Sqlite(self.said(read.acquire().await)?),
            Db::Postgres(pool) => On::Postgres(self.said(pool.acquire().await)?),
        })
    }

    /// Puts a database's error into words.
    pub(crate) fn said<T>(&self, result: sqlx::Result<T>) -> Result<T, StoreError> {
        result.map_err(|error| crate::error::from_sql(&self.place, error))
    }
}
