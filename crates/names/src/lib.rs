//! From a written name to a body: folding, countries, the gazetteer, and the resolution of written names.
//!
//! Pure: the tables come in as bytes. Knows no statements and no database.

mod countries;
mod folding;
mod gazetteer;
mod level;
mod near;
mod numbers;
mod resolve;
mod visible;

pub use countries::{Countries, Country};
pub use folding::{fold, fold_in_latin};
pub use gazetteer::{Gazetteer, GazetteerError, Place, PlaceRef, Standing, TableError};
pub use level::{Level, bare};
pub use near::Letters;
pub use resolve::{Atlas, Outcome, Question, Ranked, Reason, Resolution};
pub use visible::visible;
