//! Redacting: a value is taken away, its digest stays, and that it was taken away is on record.

use std::sync::Arc;

use vanort_domain::Timestamp;
use vanort_domain::log::{Content, Entry, Redaction, Salt};

use super::append::next;
use super::read::page;
use crate::db::{Db, Tx, on};
use crate::{Store, StoreError, payload, sql};

impl Store {
    /// Takes one value of an entry away and appends the record of that, in one transaction; returns the record.
    ///
    /// In a SQLite file the value is overwritten, also in the side file. PostgreSQL keeps the old row version
    /// until its next vacuum of `log_entries`, and in its own write-ahead log and backups.
    ///
    /// # Errors
    /// [`StoreError::Refused`] when there is no such value or it was taken away already.
    pub async fn redact(
        &self,
        redaction: Redaction,
        by: &str,
        now: Timestamp,
        salt: impl FnMut() -> Salt,
    ) -> Result<Entry, StoreError> {
        let mut tx = self.begin().await?;
        let mut head = self.lock_head(&mut tx).await?;
        self.take_away(&mut tx, &redaction).await?;
        let content = Content::Redaction(Arc::new(redaction));
        let (entry, row) = next(&mut head, by, &content, now, salt)?;
        self.insert_entries(&mut tx, &[row]).await?;
        self.set_head(&mut tx, &head).await?;
        self.said(tx.commit().await)?;
        self.empty_side_file().await;
        Ok(entry)
    }

    async fn take_away(&self, tx: &mut Tx, redaction: &Redaction) -> Result<(), StoreError> {
        let Redaction { of, field, .. } = redaction;
        let nothing = || {
            StoreError::Refused(format!(
                "entry {of} has no value \"{field}\" that could be taken away"
            ))
        };
        let before = i64::from(of.0) - 1;
        let found = self
            .said(page(tx, sql::HASHED_PAGE, before, 1).await)?
            .pop();
        let found = found
            .filter(|raw| raw.seq == i64::from(of.0))
            .ok_or_else(nothing)?;
        let (mut sealed, _) = found.sealed(&self.place)?;
        if !sealed.redact(field) {
            return Err(nothing());
        }
        let json = payload::write(&sealed.values);
        self.said(on!(tx, |c| {
            sqlx::query(sql::SET_PAYLOAD)
                .bind(json)
                .bind(i64::from(of.0))
                .execute(c)
                .await
                .map(drop)
        }))
    }

    /// The redaction stands whether or not this succeeds; the side file is emptied at the latest when the
    /// database is closed.
    async fn empty_side_file(&self) {
        let Db::Sqlite { write, .. } = &self.db else {
            return;
        };
        let emptied: sqlx::Result<(i64, i64, i64)> =
            sqlx::query_as(sql::CHECKPOINT).fetch_one(write).await;
        match emptied {
            Ok((0, ..)) => {}
            Ok(_) => tracing::warn!(
                "a reader kept the redacted value in the write-ahead log; it goes when the log is next emptied"
            ),
            Err(error) => {
                tracing::warn!(%error, "the redacted value may still be in the write-ahead log")
            }
        }
    }
}
