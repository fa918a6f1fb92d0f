//! The store on each database: what it promises, and what it says when it cannot keep it.

mod append;
mod backup;
mod open;
mod redact;
mod sql;
mod verify;
