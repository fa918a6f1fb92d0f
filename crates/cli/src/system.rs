//! The one place that reads the system's clock.

use time::OffsetDateTime;
use vanort_app::Clock;
use vanort_domain::Timestamp;

/// The system's clock.
pub fn clock() -> Clock {
    #[expect(
        clippy::disallowed_methods,
        reason = "the composition root: from here on time is a value"
    )]
    Clock::new(|| Timestamp(OffsetDateTime::now_utc().unix_timestamp()))
}
