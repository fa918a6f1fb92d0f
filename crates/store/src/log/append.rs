//! Appending: one transaction, gapless numbers, all or nothing.

use std::collections::HashMap;

use smol_str::SmolStr;
use sqlx::AssertSqlSafe;
use vanort_domain::log::{Content, Entry, Hash, Salt, SealedEntry};
use vanort_domain::{Seq, Timestamp};

use super::{Appended, Head, NewEntry, hash_from, seq_from};
use crate::db::{Tx, on};
use crate::{Store, StoreError, payload, sql};

/// An entry as it stands in the table.
pub(crate) struct Row {
    pub(crate) seq: Seq,
    pub(crate) recorded: Timestamp,
    pub(crate) by: SmolStr,
    pub(crate) kind: SmolStr,
    pub(crate) payload: String,
    pub(crate) hash: Hash,
}

/// Which fingerprints are in the log, or will be.
type Known = HashMap<[u8; 32], Seq>;

impl Store {
    /// Appends entries in one transaction: all of them, or on an error none.
    ///
    /// Those whose fingerprint is known already, also from earlier in the batch, are passed over. The time
    /// recorded is `now`, or that of the last entry if that is later. `salt` gives fresh random bytes.
    ///
    /// # Errors
    /// When an entry could not be read again the way it is ([`StoreError::Refused`]), or the database does
    /// not take the batch.
    pub async fn append(
        &self,
        batch: Vec<NewEntry>,
        now: Timestamp,
        mut salt: impl FnMut() -> Salt,
    ) -> Result<Vec<Appended>, StoreError> {
        if batch.is_empty() {
            return Ok(Vec::new());
        }
        let mut tx = self.begin().await?;
        let mut head = self.lock_head(&mut tx).await?;
        let locked = head;
        let mut known = self.known_among(&mut tx, &batch).await?;
        let mut appended = Vec::with_capacity(batch.len());
        for part in batch.chunks(sql::ROWS) {
            let mut rows = Vec::with_capacity(part.len());
            let mut fingerprints = Vec::new();
            for new in part {
                if let Some(seq) = new.fingerprint.and_then(|f| known.get(&f)) {
                    appended.push(Appended::AlreadyKnown(*seq));
                    continue;
                }
                let (entry, row) = next(&mut head, &new.by, &new.content, now, &mut salt)?;
                if let Some(fingerprint) = new.fingerprint {
                    known.insert(fingerprint, entry.seq);
                    fingerprints.push((fingerprint, entry.seq));
                }
                rows.push(row);
                appended.push(Appended::Recorded(entry));
            }
            self.insert_entries(&mut tx, &rows).await?;
            self.insert_fingerprints(&mut tx, &fingerprints).await?;
        }
        if head != locked {
            self.set_head(&mut tx, &head).await?;
        }
        self.said(tx.commit().await)?;
        Ok(appended)
    }

    /// Which entries of a batch the log has already, in the order of the batch.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn known(&self, batch: &[NewEntry]) -> Result<Vec<Option<Seq>>, StoreError> {
        let mut tx = self.begin().await?;
        let known = self.known_among(&mut tx, batch).await?;
        Ok(batch
            .iter()
            .map(|new| known.get(&new.fingerprint?).copied())
            .collect())
    }

    /// The fingerprints of a batch that are in the log.
    async fn known_among(&self, tx: &mut Tx, batch: &[NewEntry]) -> Result<Known, StoreError> {
        let asked: Vec<[u8; 32]> = batch.iter().filter_map(|new| new.fingerprint).collect();
        let mut known = Known::new();
        for part in asked.chunks(sql::ROWS) {
            let text = sql::known(part.len());
            let rows: Vec<(Vec<u8>, i64)> = self.said(on!(&mut *tx, |c| {
                let mut query =
                    sqlx::query_as(AssertSqlSafe(text)).persistent(is_usual(part.len()));
                for fingerprint in part {
                    query = query.bind(&fingerprint[..]);
                }
                query.fetch_all(c).await
            }))?;
            for (fingerprint, seq) in rows {
                known.insert(
                    hash_from(&self.place, &fingerprint)?.0,
                    seq_from(&self.place, seq)?,
                );
            }
        }
        Ok(known)
    }

    pub(crate) async fn insert_entries(&self, tx: &mut Tx, rows: &[Row]) -> Result<(), StoreError> {
        for part in rows.chunks(sql::ROWS) {
            let text = sql::insert_entries(part.len());
            self.said(on!(&mut *tx, |c| {
                let mut query = sqlx::query(AssertSqlSafe(text)).persistent(is_usual(part.len()));
                for row in part {
                    query = query
                        .bind(i64::from(row.seq.0))
                        .bind(row.recorded.0)
                        .bind(row.by.as_str())
                        .bind(row.kind.as_str())
                        .bind(row.payload.as_str())
                        .bind(&row.hash.0[..]);
                }
                query.execute(c).await.map(drop)
            }))?;
        }
        Ok(())
    }

    pub(crate) async fn insert_fingerprints(
        &self,
        tx: &mut Tx,
        fingerprints: &[([u8; 32], Seq)],
    ) -> Result<(), StoreError> {
        for part in fingerprints.chunks(sql::ROWS) {
            let text = sql::insert_fingerprints(part.len());
            self.said(on!(&mut *tx, |c| {
                let mut query = sqlx::query(AssertSqlSafe(text)).persistent(is_usual(part.len()));
                for (fingerprint, seq) in part {
                    query = query.bind(&fingerprint[..]).bind(i64::from(seq.0));
                }
                query.execute(c).await.map(drop)
            }))?;
        }
        Ok(())
    }
}

/// Whether a statement for so many rows will come again, so that the connection keeps it prepared.
fn is_usual(rows: usize) -> bool {
    rows == 1 || rows == sql::ROWS
}

/// Makes the entry that follows on a head, and moves the head on.
///
/// What is handed back was read again from what will be stored, so that whoever takes it in now has the same
/// as whoever reads it from the log later.
pub(super) fn next(
    head: &mut Head,
    by: &str,
    content: &Content,
    now: Timestamp,
    salt: impl FnMut() -> Salt,
) -> Result<(Entry, Row), StoreError> {
    let number = head
        .seq
        .0
        .checked_add(1)
        .ok_or_else(|| StoreError::Refused("the log has no more numbers".into()))?;
    // The head of an empty log bears no entry's time.
    let recorded = if head.seq.0 == 0 {
        now
    } else {
        now.max(head.recorded)
    };
    let sealed = SealedEntry::seal(Seq(number), recorded, by, content, salt);
    let entry = sealed.open().map_err(|error| {
        let kind = &sealed.kind;
        StoreError::Refused(format!(
            "a {kind} cannot be recorded: {error}; nothing was recorded"
        ))
    })?;
    let hash = sealed.hash(&head.hash);
    *head = Head {
        seq: sealed.seq,
        hash,
        recorded,
    };
    let row = Row {
        seq: sealed.seq,
        recorded,
        payload: payload::write(&sealed.values),
        by: sealed.by,
        kind: sealed.kind,
        hash,
    };
    Ok((entry, row))
}
