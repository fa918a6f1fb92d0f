//! Bytes to domain values and back: what tables and documents look like outside.
//!
//! This crate knows no rule of the domain (which columns are needed, what a value means), no database, no HTTP and
//! no file system: it reads from `Read` and writes to `Write`. (A workbook keeps its rows in temporary files until it is
//! finished.)

pub mod atom;
pub mod calendar;
pub mod csv;
pub mod geojson;
pub mod json;
pub mod parquet;
#[cfg(feature = "pdf")]
pub mod pdf;
pub mod sheets;
pub mod sparql;
pub mod table;
pub mod workbook;
pub mod xml;
