//! Checking the whole chain against what is stored.

use tokio::task::spawn_blocking;
use vanort_domain::Seq;
use vanort_domain::log::{ChainCheck, ChainError};

use super::read::{PAGE_ROWS, RawEntry, joined, page};
use super::{Head, hash_from, seq_from};
use crate::error::corrupt;
use crate::location::Place;
use crate::{Store, VerifyError, payload, sql};

impl Store {
    /// Checks every entry against its hash and the one before, and the last against the head, all at one
    /// moment; tells `progress` now and then how far it is.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub async fn verify(&self, mut progress: impl FnMut(Seq)) -> Result<Head, VerifyError> {
        let mut tx = self.begin_snapshot().await?;
        let head = self.head_in(&mut tx).await?;
        let mut chain = ChainCheck::default();
        let mut raw = self.said(page(&mut tx, sql::HASHED_PAGE, i64::MIN, PAGE_ROWS).await)?;
        while let Some(last) = raw.last().map(|entry| entry.seq) {
            let place = self.place.clone();
            let checking = spawn_blocking(move || check(&place, chain, raw));
            raw = self.said(page(&mut tx, sql::HASHED_PAGE, last, PAGE_ROWS).await)?;
            chain = joined(checking.await)?;
            progress(chain.seq);
        }
        if chain.seq != head.seq {
            return Err(VerifyError::Head {
                last: chain.seq,
                head: head.seq,
            });
        }
        if chain.hash != head.hash {
            return Err(ChainError::Changed { seq: head.seq }.into());
        }
        Ok(head)
    }
}

fn check(
    place: &Place,
    mut chain: ChainCheck,
    raw: Vec<RawEntry>,
) -> Result<ChainCheck, VerifyError> {
    for raw in raw {
        let seq = seq_from(place, raw.seq)?;
        let unreadable = |detail: String| VerifyError::Unreadable { seq, detail };
        payload::read(&raw.payload).map_err(unreadable)?;
        hash_from(place, &raw.hash).map_err(|error| unreadable(error.to_string()))?;
        let (entry, hash) = raw.sealed(place)?;
        if entry.seq.0 == u32::MAX {
            return Err(corrupt(place, "the log has no more numbers").into());
        }
        chain.next(&entry, &hash)?;
    }
    Ok(chain)
}
