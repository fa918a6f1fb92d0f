//! The register that readers see: an immutable snapshot, exchanged for the next one when the log grows.

use std::sync::{Arc, OnceLock};

use arc_swap::ArcSwap;
use vanort_domain::log::Entry;
use vanort_domain::register::Register;

use crate::development::Development;
use crate::search::SearchIndex;

/// One state of the register, with what is derived from it for reading.
#[derive(Debug)]
pub struct Snapshot {
    /// The register.
    pub register: Register,
    search: OnceLock<SearchIndex>,
    development: OnceLock<Development>,
}

impl Snapshot {
    /// A snapshot of a register.
    #[must_use]
    pub fn new(register: Register) -> Self {
        Self {
            register,
            search: OnceLock::new(),
            development: OnceLock::new(),
        }
    }

    /// The names by which bodies are found; made on first use.
    pub fn search_index(&self) -> &SearchIndex {
        self.search.get_or_init(|| SearchIndex::of(&self.register))
    }

    /// How the partnerships developed year by year; counted on first use.
    pub fn development(&self) -> &Development {
        self.development
            .get_or_init(|| Development::of_all(&self.register))
    }
}

/// The live register.
#[derive(Debug)]
pub struct Live {
    snapshot: ArcSwap<Snapshot>,
}

impl Live {
    /// A live register that begins with a state.
    #[must_use]
    pub fn new(register: Register) -> Self {
        Self {
            snapshot: ArcSwap::from_pointee(Snapshot::new(register)),
        }
    }

    /// The register as it is now.
    #[must_use]
    pub fn snapshot(&self) -> Arc<Snapshot> {
        self.snapshot.load_full()
    }

    /// Takes in entries that the log has accepted. Entries that are known already are passed over; one that
    /// does not follow on the last is an error of the caller and is left for the next round.
    ///
    /// Only one task may call this at a time.
    pub fn take_in(&self, entries: impl IntoIterator<Item = Entry>) {
        let mut register = self.snapshot.load().register.clone();
        let before = register.head();
        for entry in entries {
            if entry.seq.0 == register.head().0 + 1 {
                register.apply(entry);
            }
        }
        if register.head() != before {
            self.snapshot.store(Arc::new(Snapshot::new(register)));
        }
    }
}
