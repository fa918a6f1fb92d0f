//! What things are and the rules they follow: bodies, sources, statements, the log they stand in,
//! and the register that is folded from it.
//!
//! This crate knows no database, no HTTP, no file and no clock: time comes in as a value, and every
//! function gives the same answer for the same arguments.

pub mod bodies;
pub mod collation;
pub mod edtf;
pub mod funding;
pub mod groups;
pub mod identity;
pub mod ids;
pub mod imports;
pub mod law;
pub mod log;
pub mod persistent;
pub mod register;
pub mod sources;
pub mod statements;
pub mod values;
pub mod vocabulary;

pub use edtf::Edtf;
pub use ids::{BodyId, CountryCode, GroupId, PairKey, Seq, SourceId, Timestamp};
pub use values::{Values, ValuesError};
