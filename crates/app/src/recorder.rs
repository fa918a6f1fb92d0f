//! The one way into the log: appends, then shows the readers the next register.

use std::sync::Arc;

use rustc_hash::FxHashSet;
use sha2::{Digest as _, Sha256};
use tokio::sync::Mutex;
use vanort_domain::Seq;
use vanort_domain::identity::Decision;
use vanort_domain::imports::Withdrawal;
use vanort_domain::log::{Content, Entry, Hash, Redaction, Salt};
use vanort_domain::register::{AsOf, Register};
use vanort_store::{Appended, NewEntry, Store, StoreError};

use crate::bundle::Loaded;
use crate::ctx::Clock;
use crate::imports::{self, Arrival, Plan};
use crate::intake::{Prepared, PreparedEntry};
use crate::live::Live;
use crate::local_names::as_called;

/// Why something was not recorded.
#[derive(Debug, thiserror::Error)]
pub enum RecorderError {
    /// The database did not take or give it.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The system gives no random bytes.
    #[error("the system gives no random bytes, without which nothing is recorded")]
    NoRandomness,
}

/// Appends to the log and keeps the live register up with it.
#[derive(Debug)]
pub struct Recorder {
    store: Store,
    live: Arc<Live>,
    clock: Clock,
    secret: Vec<u8>,
    writing: Mutex<()>,
}

/// Entries in one transaction.
const BATCH: usize = 5_000;
/// The name under which the store keeps the secret that fingerprints are made with.
const SECRET: &str = "fingerprint_secret";

impl Recorder {
    /// Opens the log of a store and folds it.
    ///
    /// # Errors
    /// When the store cannot be read or the log does not make sense.
    pub async fn open(store: Store, clock: Clock) -> Result<Self, RecorderError> {
        let mut entries: Vec<Entry> = Vec::new();
        store
            .load(Seq(0), |more| entries.extend(as_called(more)))
            .await?;
        let register = Register::fold(entries, AsOf::NOW);
        let hash = hash_of(&store, register.head()).await?;
        let live = Arc::new(Live::of(register, hash));
        let fresh = Hash(
            [random_half()?, random_half()?]
                .concat()
                .try_into()
                .unwrap_or([0; 32]),
        )
        .to_string();
        let secret = store
            .set_setting_if_absent(SECRET, &fresh)
            .await?
            .into_bytes();
        Ok(Self {
            store,
            live,
            clock,
            secret,
            writing: Mutex::new(()),
        })
    }

    /// The live register.
    #[must_use]
    pub fn live(&self) -> &Arc<Live> {
        &self.live
    }

    /// The store.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// The day today (UTC), by the clock that entries are recorded by.
    #[must_use]
    pub fn today(&self) -> time::Date {
        self.clock.today()
    }

    /// Records what intake has prepared, in batches; what the log knows already is passed over. Entries are
    /// visible to readers when this returns.
    ///
    /// # Errors
    /// When the store does not take a batch: nothing of that batch is recorded.
    pub async fn record(&self, by: &str, prepared: Prepared) -> Result<Loaded, RecorderError> {
        let mut loaded = Loaded {
            set_aside: prepared.set_aside,
            ..Loaded::default()
        };
        let mut entries = prepared.entries.into_iter().peekable();
        while entries.peek().is_some() {
            let batch: Vec<NewEntry> = entries
                .by_ref()
                .take(BATCH)
                .map(|entry| self.new_entry(by, entry))
                .collect();
            for appended in self.append(batch).await? {
                match appended {
                    Appended::Recorded(_) => loaded.recorded += 1,
                    Appended::AlreadyKnown(_) => loaded.known += 1,
                }
            }
        }
        Ok(loaded)
    }

    /// What an import would do, row by row, with the register as it is now.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn plan(&self, mut plan: Plan) -> Result<Plan, RecorderError> {
        let known = self.known(&plan).await?;
        plan.tell_known(&self.live.snapshot().register, &known);
        Ok(plan)
    }

    /// The entries that the log has for each statement of a plan, by their fingerprints.
    async fn known(&self, plan: &Plan) -> Result<Vec<Option<Seq>>, RecorderError> {
        let statements: Vec<NewEntry> = plan
            .statements
            .iter()
            .map(|(_, entry)| self.new_entry("", plan.entries[*entry].clone()))
            .collect();
        Ok(self.store.known(&statements).await?)
    }

    /// Takes an import in: all of it or, on an error, nothing. Returns the way its entries carry, and what was new;
    /// a plan that would record nothing, by the register as it is now, leaves no trace.
    ///
    /// # Errors
    /// When the store does not take it.
    pub async fn carry_out(
        &self,
        arrival: &Arrival,
        plan: Plan,
    ) -> Result<(String, Loaded), RecorderError> {
        let way = imports::way(random_half()?);
        if plan.is_empty() {
            return Ok((way, Loaded::default()));
        }
        // What others have taken in since the plan was made is known by now.
        let _one_at_a_time = self.writing.lock().await;
        self.catch_up(None).await?;
        let known = self.known(&plan).await?;
        let known = plan.known_in_words(&self.live.snapshot().register, &known);
        if known.iter().all(Option::is_some) {
            let known = known.len();
            return Ok((
                way,
                Loaded {
                    known,
                    ..Loaded::default()
                },
            ));
        }
        let is_known: FxHashSet<usize> = plan
            .statements
            .iter()
            .zip(&known)
            .filter(|(_, known)| known.is_some())
            .map(|((_, entry), _)| *entry)
            .collect();
        let record = Content::Import(Arc::new(arrival.record(&way)));
        let mut batch = vec![NewEntry {
            by: way.as_str().into(),
            content: record,
            fingerprint: None,
        }];
        let new = plan
            .entries
            .into_iter()
            .enumerate()
            .filter(|(at, _)| !is_known.contains(at));
        batch.extend(new.map(|(_, entry)| self.new_entry(&way, entry)));
        let mut loaded = Loaded {
            known: is_known.len(),
            ..Loaded::default()
        };
        for appended in self.append_alone(batch).await?.iter().skip(1) {
            match appended {
                Appended::Recorded(_) => loaded.recorded += 1,
                Appended::AlreadyKnown(_) => loaded.known += 1,
            }
        }
        Ok((way, loaded))
    }

    /// Withdraws an import, or puts it back; on record, and nothing is deleted.
    ///
    /// # Errors
    /// When the store does not take it.
    pub async fn withdraw(&self, by: &str, withdrawal: Withdrawal) -> Result<(), RecorderError> {
        self.append_one(by, Content::Withdrawal(Arc::new(withdrawal)))
            .await
            .map(drop)
    }

    /// Records an identity decision; the number of its entry, by which it can be taken back.
    ///
    /// # Errors
    /// When the store does not take it.
    pub async fn decide(&self, by: &str, decision: Decision) -> Result<Option<Seq>, RecorderError> {
        let appended = self
            .append_one(by, Content::Decision(Arc::new(decision)))
            .await?;
        Ok(appended.first().map(|appended| match appended {
            Appended::Recorded(entry) => entry.seq,
            Appended::AlreadyKnown(seq) => *seq,
        }))
    }

    async fn append_one(&self, by: &str, content: Content) -> Result<Vec<Appended>, RecorderError> {
        self.append(vec![NewEntry {
            by: by.into(),
            content,
            fingerprint: None,
        }])
        .await
    }

    fn new_entry(&self, by: &str, entry: PreparedEntry) -> NewEntry {
        let mut hasher = Sha256::new();
        hasher.update(&self.secret);
        hasher.update(entry.content.kind());
        for (field, text) in entry.known_by.iter() {
            hasher.update(format!("\n{}:{field}={}:{text}", field.len(), text.len()));
        }
        NewEntry {
            by: by.into(),
            content: entry.content,
            fingerprint: Some(hasher.finalize().into()),
        }
    }

    /// Appends entries in one transaction and takes them into the live register.
    ///
    /// # Errors
    /// When the store does not take them: then none of them is recorded.
    pub async fn append(&self, batch: Vec<NewEntry>) -> Result<Vec<Appended>, RecorderError> {
        let _one_at_a_time = self.writing.lock().await;
        self.append_alone(batch).await
    }

    /// As [`Recorder::append`], for who holds the lock.
    async fn append_alone(&self, batch: Vec<NewEntry>) -> Result<Vec<Appended>, RecorderError> {
        let mut salts = Salts::new()?;
        let appended = self
            .store
            .append(batch, self.clock.now(), || salts.next())
            .await?;
        let recorded: Vec<Entry> = appended
            .iter()
            .filter_map(|appended| match appended {
                Appended::Recorded(entry) => Some(entry.clone()),
                Appended::AlreadyKnown(_) => None,
            })
            .collect();
        self.catch_up(recorded.first().map(|entry| entry.seq))
            .await?;
        if let Some(last) = recorded.last().map(|entry| entry.seq) {
            let hash = hash_of(&self.store, last).await?;
            self.live.take_in_up_to(as_called(recorded), hash);
        }
        Ok(appended)
    }

    /// Switches a collection of sources off or on, on record.
    ///
    /// # Errors
    /// When the store does not take it.
    pub async fn switch(
        &self,
        by: &str,
        switch: vanort_domain::log::Switch,
    ) -> Result<(), RecorderError> {
        self.append_one(by, Content::Switch(Arc::new(switch)))
            .await
            .map(drop)
    }

    /// Takes one value of an entry away, on record: for whoever's privacy requires it.
    ///
    /// # Errors
    /// When there is no such value, or the store does not take it.
    pub async fn redact(&self, by: &str, redaction: Redaction) -> Result<(), RecorderError> {
        let _one_at_a_time = self.writing.lock().await;
        let mut salts = Salts::new()?;
        let now = self.clock.now();
        self.store
            .redact(redaction, by, now, || salts.next())
            .await?;
        self.catch_up(None).await
    }

    /// Takes in what others have appended to the same log, up to `before` where that is given.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn follow(&self) -> Result<(), RecorderError> {
        let _one_at_a_time = self.writing.lock().await;
        self.catch_up(None).await
    }

    async fn catch_up(&self, before: Option<Seq>) -> Result<(), RecorderError> {
        loop {
            let head = self.live.snapshot().register.head();
            if before.is_some_and(|before| head.0 + 1 >= before.0) {
                return Ok(());
            }
            let missed = self.store.entries_after(head, BATCH).await?;
            let Some(last) = missed.last().map(|entry| entry.seq) else {
                return Ok(());
            };
            let hash = hash_of(&self.store, last).await?;
            self.live.take_in_up_to(as_called(missed), hash);
        }
    }

    /// A setting kept in the store.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn setting(&self, name: &str) -> Result<Option<String>, RecorderError> {
        Ok(self.store.setting(name).await?)
    }

    /// Keeps a setting in the store.
    ///
    /// # Errors
    /// When the store does not take it.
    pub async fn set_setting(&self, name: &str, value: &str) -> Result<(), RecorderError> {
        Ok(self.store.set_setting(name, value).await?)
    }
}

/// The hash of an entry; there is none before the first.
async fn hash_of(store: &Store, seq: Seq) -> Result<Option<Hash>, StoreError> {
    let Some(before) = seq.0.checked_sub(1) else {
        return Ok(None);
    };
    let entry = store.sealed_after(Seq(before), 1).await?.pop();
    Ok(entry
        .filter(|(entry, _)| entry.seq == seq)
        .map(|(_, hash)| hash))
}

fn random_half() -> Result<Salt, RecorderError> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|_| RecorderError::NoRandomness)?;
    Ok(bytes)
}

/// Fresh salts, drawn many at a time.
struct Salts {
    drawn: [u8; 4096],
    used: usize,
}

impl Salts {
    fn new() -> Result<Self, RecorderError> {
        let mut salts = Self {
            drawn: [0; 4096],
            used: 0,
        };
        salts.draw()?;
        Ok(salts)
    }

    fn draw(&mut self) -> Result<(), RecorderError> {
        getrandom::fill(&mut self.drawn).map_err(|_| RecorderError::NoRandomness)?;
        self.used = 0;
        Ok(())
    }

    fn next(&mut self) -> Salt {
        // The system gave random bytes a moment ago; that it stops doing so is not something to go on from.
        if self.used == self.drawn.len() && self.draw().is_err() {
            panic!("{}", RecorderError::NoRandomness);
        }
        let mut salt = Salt::default();
        let end = self.used + salt.len();
        salt.copy_from_slice(&self.drawn[self.used..end]);
        self.used = end;
        salt
    }
}
