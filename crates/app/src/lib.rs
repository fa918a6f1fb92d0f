//! Use cases: what can be done with the register, for web, API and command line alike.
//!
//! Knows no HTTP and no terminal. Time and randomness come in with [`Ctx`].

pub mod bundle;
pub mod counted;
pub mod ctx;
pub mod desk;
pub mod development;
pub mod explore;
pub mod funding;
pub mod imports;
pub mod intake;
pub mod law;
pub mod live;
pub mod local_names;
pub mod namesakes;
pub mod notes;
pub mod recorder;
pub mod resolution;
pub mod review;
pub mod search;
pub mod similar;
pub mod simulate;
pub mod tables;

pub use ctx::{Clock, Ctx};
pub use desk::Desk;
pub use live::{Live, Snapshot};
pub use recorder::{Recorder, RecorderError};
pub use vanort_names::{Atlas, Countries, Country, Level, Reason, fold, visible};
