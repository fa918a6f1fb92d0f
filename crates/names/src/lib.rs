//! From a written name to a body: folding, the gazetteer, and the look-up by exact folded name.
//!
//! Pure: the tables come in as bytes. Knows no statements and no database.

mod folding;
mod gazetteer;
mod near;

pub use folding::fold;
pub use gazetteer::{Candidate, Found, Gazetteer, GazetteerError};
pub use near::nearest;
