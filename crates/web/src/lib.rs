//! The site: pages to read and the same facts as data. The only HTTP.
//!
//! Every address stands in [`urls`]; a request is read there, answered by a function in `pages`, and kept by
//! `site` until the register changes.

pub mod assets;
pub mod charts;
mod editing;
mod export;
pub mod funding;
pub mod imports;
pub mod maps;
pub mod marks;
pub mod messages;
mod packing;
mod pages;
mod rights;
mod sending;
mod serving;
mod site;
pub mod urls;

pub use pages::{Told, law_record};
pub use serving::serve;
pub use site::{Settings, router};
