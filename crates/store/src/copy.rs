//! Copying a whole register from one database to another, whichever the two are.

use crate::db::{Tx, on};
use crate::log::{PAGE_ROWS, Row};
use crate::{Head, Store, StoreError, sql};
use vanort_domain::{Seq, Timestamp};

impl Store {
    /// Fills this empty database from another, in one transaction; gives the head that both have then.
    pub(crate) async fn fill_from(&self, source: &Self) -> Result<Head, StoreError> {
        let mut from = source.begin_snapshot().await?;
        let mut to = self.begin().await?;
        if self.lock_head(&mut to).await?.seq > Seq(0) {
            return Err(self.not_empty());
        }
        let head = source.head_in(&mut from).await?;
        self.copy_entries(source, &mut from, &mut to).await?;
        self.copy_fingerprints(source, &mut from, &mut to).await?;
        self.copy_settings(source, &mut from, &mut to).await?;
        self.set_head(&mut to, &head).await?;
        self.said(to.commit().await)?;
        Ok(head)
    }

    pub(crate) fn not_empty(&self) -> StoreError {
        StoreError::Refused(format!(
            "{} holds a register already; restore to a new place instead, so that nothing is lost",
            self.place.name
        ))
    }

    async fn copy_entries(
        &self,
        source: &Self,
        from: &mut Tx,
        to: &mut Tx,
    ) -> Result<(), StoreError> {
        let mut last = 0;
        loop {
            let raw =
                source.said(crate::log::page(from, sql::HASHED_PAGE, last, PAGE_ROWS).await)?;
            let Some(end) = raw.last().map(|entry| entry.seq) else {
                return Ok(());
            };
            last = end;
            let rows: Vec<Row> = raw
                .into_iter()
                .map(|raw| {
                    Ok(Row {
                        seq: crate::log::seq_from(&source.place, raw.seq)?,
                        recorded: Timestamp(raw.recorded_at),
                        by: raw.made_by.into(),
                        kind: raw.kind.into(),
                        payload: raw.payload,
                        hash: crate::log::hash_from(&source.place, &raw.hash)?,
                    })
                })
                .collect::<Result<_, StoreError>>()?;
            self.insert_entries(to, &rows).await?;
        }
    }

    async fn copy_fingerprints(
        &self,
        source: &Self,
        from: &mut Tx,
        to: &mut Tx,
    ) -> Result<(), StoreError> {
        let mut last: Vec<u8> = Vec::new();
        loop {
            let rows: Vec<(Vec<u8>, i64)> = source.said(on!(&mut *from, |c| {
                sqlx::query_as(sql::FINGERPRINT_PAGE)
                    .bind(&last)
                    .bind(PAGE_ROWS)
                    .fetch_all(c)
                    .await
            }))?;
            let Some((end, _)) = rows.last() else {
                return Ok(());
            };
            last.clone_from(end);
            let rows = rows
                .into_iter()
                .map(|(fingerprint, seq)| {
                    let fingerprint = crate::log::hash_from(&source.place, &fingerprint)?.0;
                    Ok((fingerprint, crate::log::seq_from(&source.place, seq)?))
                })
                .collect::<Result<Vec<_>, StoreError>>()?;
            self.insert_fingerprints(to, &rows).await?;
        }
    }

    async fn copy_settings(
        &self,
        source: &Self,
        from: &mut Tx,
        to: &mut Tx,
    ) -> Result<(), StoreError> {
        let settings: Vec<(String, String)> =
            source.said(on!(from, |c| sqlx::query_as(sql::SETTINGS)
                .fetch_all(c)
                .await))?;
        self.said(on!(&mut *to, |c| {
            sqlx::query(sql::DELETE_SETTINGS).execute(c).await.map(drop)
        }))?;
        for (name, value) in settings {
            self.said(on!(&mut *to, |c| {
                sqlx::query(sql::SET_SETTING)
                    .bind(&name)
                    .bind(&value)
                    .execute(c)
                    .await
                    .map(drop)
            }))?;
        }
        Ok(())
    }
}
