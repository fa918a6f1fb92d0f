//! For tests only: databases to run on, a fixed time, seeded salts, and builders of what the log holds.

mod builders;
mod databases;
mod load;
mod measure;
mod seeds;
mod server;

pub use builders::{body, note, source, statement};
pub use databases::{Holder, TestDatabase, databases, on_each_database};
pub use load::{Connection, Load, Takes, Times};
pub use measure::resident_mb;
pub use seeds::{NOW, Seeds, salts};
pub use server::{Server, make_up_a_million};
