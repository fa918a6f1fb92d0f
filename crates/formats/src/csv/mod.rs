//! Tables of texts separated by commas (RFC 4180), written for everyone and read from anyone.
//!
//! **Written** in UTF-8 with lines that end in LF. A cell that a spreadsheet would take for a formula gets an
//! apostrophe in front (`formula`), and the reader takes it away again.
//!
//! **Read** in UTF-8, UTF-16 with a byte order mark, or Windows-1252; separated by commas, semicolons (Excel in
//! Swedish) or tabs; lines that end in LF or CRLF. What is wrong with the file as a whole is a [`FileFault`] before the
//! first row, so that a broken file changes nothing; what is wrong with one row is a [`RowFault`] that stops no other.

mod encoding;
mod faults;
mod file;
mod formula;
mod lines;
mod read;
mod write;

pub use faults::{Broken, FileFault, RowFault};
pub use file::Limits;
pub use lines::Lines;
pub use read::{Row, TableReader};
pub use write::TableWriter;
