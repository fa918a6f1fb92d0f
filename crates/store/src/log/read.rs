//! Reading: page by page in the order of the numbers, decoding one page while the next is fetched.

use sqlx::FromRow;
use tokio::task::spawn_blocking;
use vanort_domain::log::{Content, Entry, Hash, SealedEntry};
use vanort_domain::{Seq, Timestamp};

use super::{hash_from, seq_from};
use crate::db::{On, on};
use crate::error::corrupt;
use crate::location::Place;
use crate::{Store, StoreError, payload, sql};

/// Entries fetched at once.
pub(crate) const PAGE_ROWS: i64 = 2048;

/// An entry as it stands in the table, its values still JSON.
#[derive(Debug, FromRow)]
pub(crate) struct RawEntry {
    pub(crate) seq: i64,
    pub(crate) recorded_at: i64,
    pub(crate) made_by: String,
    pub(crate) kind: String,
    pub(crate) payload: String,
    /// Fetched only where asked for.
    #[sqlx(default)]
    pub(crate) hash: Vec<u8>,
}

impl RawEntry {
    /// The entry as it is stored, with its hash.
    pub(crate) fn sealed(self, place: &Place) -> Result<(SealedEntry, Hash), StoreError> {
        let hash = hash_from(place, &self.hash)?;
        let values = payload::read(&self.payload)
            .map_err(|error| corrupt(place, format!("entry {}: {error}", self.seq)))?;
        let entry = SealedEntry {
            seq: seq_from(place, self.seq)?,
            recorded: Timestamp(self.recorded_at),
            by: self.made_by.into(),
            kind: self.kind.into(),
            values,
        };
        Ok((entry, hash))
    }

    /// The entry as the register sees it.
    fn open(self, place: &Place) -> Result<Entry, StoreError> {
        let said = |error: String| corrupt(place, format!("entry {}: {error}", self.seq));
        let Some(values) = payload::read_open(&self.payload).map_err(said)? else {
            let values = payload::read(&self.payload).map_err(said)?;
            let sealed = SealedEntry {
                seq: seq_from(place, self.seq)?,
                recorded: Timestamp(self.recorded_at),
                by: self.made_by.as_str().into(),
                kind: self.kind.as_str().into(),
                values,
            };
            return sealed.open().map_err(|error| said(error.to_string()));
        };
        let content =
            Content::from_values(&self.kind, &values).map_err(|error| said(error.to_string()))?;
        Ok(Entry {
            seq: seq_from(place, self.seq)?,
            recorded: Timestamp(self.recorded_at),
            by: self.made_by.into(),
            content,
        })
    }
}

/// The entries of one or the other page statement that follow on a number.
pub(crate) async fn page<S, P>(
    connection: &mut On<S, P>,
    text: &'static str,
    after: i64,
    limit: i64,
) -> sqlx::Result<Vec<RawEntry>>
where
    S: std::ops::DerefMut<Target = sqlx::SqliteConnection>,
    P: std::ops::DerefMut<Target = sqlx::PgConnection>,
{
    on!(connection, |c| sqlx::query_as(text)
        .bind(after)
        .bind(limit)
        .fetch_all(c)
        .await)
}

impl Store {
    /// Entries after a number as they are stored, with their hashes, in order; at most `limit`.
    ///
    /// # Errors
    /// When the database cannot be read or an entry makes no sense.
    pub async fn sealed_after(
        &self,
        seq: Seq,
        limit: usize,
    ) -> Result<Vec<(SealedEntry, Hash)>, StoreError> {
        let mut sealed = Vec::new();
        self.scan(
            sql::HASHED_PAGE,
            seq,
            Some(limit),
            |place, raw| raw.into_iter().map(|raw| raw.sealed(place)).collect(),
            |part: Vec<_>| sealed.extend(part),
        )
        .await?;
        Ok(sealed)
    }

    /// Entries after a number as the register sees them, in order; at most `limit`. Whoever reads on from the
    /// last one it got misses none, whoever else appends meanwhile.
    ///
    /// # Errors
    /// When the database cannot be read or an entry makes no sense.
    pub async fn entries_after(&self, seq: Seq, limit: usize) -> Result<Vec<Entry>, StoreError> {
        let mut entries = Vec::new();
        self.scan(sql::PAGE, seq, Some(limit), open_page, |part| {
            entries.extend(part)
        })
        .await?;
        Ok(entries)
    }

    /// Gives every entry after a number to `each`, part by part and in order: the way to start up.
    ///
    /// # Errors
    /// When the database cannot be read or an entry makes no sense.
    pub async fn load(&self, after: Seq, each: impl FnMut(Vec<Entry>)) -> Result<(), StoreError> {
        self.scan(sql::PAGE, after, None, open_page, each).await
    }

    async fn scan<T: Send + 'static>(
        &self,
        text: &'static str,
        after: Seq,
        limit: Option<usize>,
        decode: fn(&Place, Vec<RawEntry>) -> Result<T, StoreError>,
        mut each: impl FnMut(T),
    ) -> Result<(), StoreError> {
        let mut left = limit.map_or(i64::MAX, |limit| i64::try_from(limit).unwrap_or(i64::MAX));
        let mut reader = self.reader().await?;
        let mut raw =
            self.said(page(&mut reader, text, after.0.into(), left.min(PAGE_ROWS)).await)?;
        while let Some(last) = raw.last().map(|entry| entry.seq) {
            let got = i64::try_from(raw.len()).unwrap_or(i64::MAX);
            let is_last = got < PAGE_ROWS;
            left -= got;
            let place = self.place.clone();
            if got < 64 {
                // Handing it to another thread costs more than doing it.
                each(decode(&place, raw)?);
                return Ok(());
            }
            let decoding = spawn_blocking(move || decode(&place, raw));
            raw = if is_last || left == 0 {
                Vec::new()
            } else {
                self.said(page(&mut reader, text, last, left.min(PAGE_ROWS)).await)?
            };
            each(joined(decoding.await)?);
        }
        Ok(())
    }
}

fn open_page(place: &Place, raw: Vec<RawEntry>) -> Result<Vec<Entry>, StoreError> {
    raw.into_iter().map(|raw| raw.open(place)).collect()
}

/// What a thread gave; a panic in it goes on here.
pub(super) fn joined<T>(result: Result<T, tokio::task::JoinError>) -> T {
    match result {
        Ok(value) => value,
        Err(error) => match error.try_into_panic() {
            Ok(panic) => std::panic::resume_unwind(panic),
            Err(error) => unreachable!("nobody cancels it: {error}"),
        },
    }
}
