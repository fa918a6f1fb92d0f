//! What every use case is given: the live register, the countries, the time.

use std::fmt;
use std::sync::Arc;

use time::Date;
use vanort_domain::Timestamp;

use crate::{Countries, Desk, Live, Snapshot};

/// Tells the time; a value in tests.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> Timestamp + Send + Sync>);

impl Clock {
    /// A clock that reads the time from a function.
    pub fn new(read: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        Self(Arc::new(read))
    }

    /// A clock that stands still.
    #[must_use]
    pub fn fixed(at: Timestamp) -> Self {
        Self::new(move || at)
    }

    /// The time now.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        (self.0)()
    }

    /// The day today (UTC).
    #[must_use]
    pub fn today(&self) -> Date {
        self.now().day()
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Clock({})", self.now())
    }
}

/// What every use case is given.
#[derive(Debug, Clone)]
pub struct Ctx {
    /// The register and its log.
    pub live: Arc<Live>,
    /// Countries and their names.
    pub countries: Arc<Countries>,
    /// The time.
    pub clock: Clock,
    /// The editor's desk; `None` where nothing can be edited.
    pub desk: Option<Arc<Desk>>,
}

impl Ctx {
    /// The register as it is now.
    #[must_use]
    pub fn snapshot(&self) -> Arc<Snapshot> {
        self.live.snapshot()
    }
}
