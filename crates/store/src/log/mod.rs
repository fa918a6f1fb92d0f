//! The log: appended to, read, redacted, checked.

mod append;
mod read;
mod redact;
mod verify;

use smol_str::SmolStr;
use vanort_domain::log::{Content, Entry, Hash};
use vanort_domain::{Seq, Timestamp};

use crate::db::{Tx, on};
use crate::error::corrupt;
use crate::location::Place;
use crate::{Store, StoreError, sql};

pub(crate) use append::Row;
pub(crate) use read::{PAGE_ROWS, page};

/// The end of the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// Number of the last entry; 0 for an empty log.
    pub seq: Seq,
    /// Its hash.
    pub hash: Hash,
    /// When it was recorded.
    pub recorded: Timestamp,
}

/// What shall be appended.
#[derive(Debug, Clone, PartialEq)]
pub struct NewEntry {
    /// Which way it came in: `bundle`, `import`, `editor` …; never a person's name.
    pub by: SmolStr,
    /// What it holds.
    pub content: Content,
    /// By what it is known again: of several entries with one fingerprint only the first is recorded.
    pub fingerprint: Option<[u8; 32]>,
}

/// What became of a [`NewEntry`].
#[derive(Debug, Clone, PartialEq)]
pub enum Appended {
    /// It is in the log, and reads like this.
    Recorded(Entry),
    /// Its fingerprint was known from this entry; nothing was recorded.
    AlreadyKnown(Seq),
}

/// A row of `log_head`.
pub(crate) type HeadRow = (i64, Vec<u8>, i64);

impl Head {
    pub(crate) fn from_row(place: &Place, row: Option<HeadRow>) -> Result<Self, StoreError> {
        let (seq, hash, recorded) =
            row.ok_or_else(|| corrupt(place, "the log has lost its head"))?;
        Ok(Self {
            seq: seq_from(place, seq)?,
            hash: hash_from(place, &hash)?,
            recorded: Timestamp(recorded),
        })
    }
}

pub(crate) fn seq_from(place: &Place, seq: i64) -> Result<Seq, StoreError> {
    u32::try_from(seq)
        .map(Seq)
        .map_err(|_| corrupt(place, format!("{seq} is not the number of an entry")))
}

pub(crate) fn hash_from(place: &Place, bytes: &[u8]) -> Result<Hash, StoreError> {
    bytes
        .try_into()
        .map(Hash)
        .map_err(|_| corrupt(place, "a hash has not 32 bytes"))
}

impl Store {
    /// The end of the log.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn head(&self) -> Result<Head, StoreError> {
        let mut reader = self.reader().await?;
        let row = on!(&mut reader, |c| sqlx::query_as(sql::HEAD)
            .fetch_optional(c)
            .await);
        Head::from_row(&self.place, self.said(row)?)
    }

    pub(crate) async fn head_in(&self, tx: &mut Tx) -> Result<Head, StoreError> {
        let row = on!(tx, |c| sqlx::query_as(sql::HEAD).fetch_optional(c).await);
        Head::from_row(&self.place, self.said(row)?)
    }

    /// Takes the turn to append: whoever else wants to append waits until the transaction ends.
    pub(crate) async fn lock_head(&self, tx: &mut Tx) -> Result<Head, StoreError> {
        let row = on!(tx, |c| sqlx::query_as(sql::LOCK_HEAD)
            .fetch_optional(c)
            .await);
        Head::from_row(&self.place, self.said(row)?)
    }

    pub(crate) async fn set_head(&self, tx: &mut Tx, head: &Head) -> Result<(), StoreError> {
        self.said(on!(tx, |c| {
            sqlx::query(sql::SET_HEAD)
                .bind(i64::from(head.seq.0))
                .bind(&head.hash.0[..])
                .bind(head.recorded.0)
                .execute(c)
                .await
                .map(drop)
        }))
    }
}
