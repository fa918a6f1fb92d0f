//! The data that comes with the program.

use std::borrow::Cow;

use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "../../data"]
#[exclude = "*.md"]
struct Data;

/// A bundled file by its path below `data/`.
#[must_use]
pub fn file(path: &str) -> Option<Cow<'static, [u8]>> {
    Data::get(path).map(|file| file.data)
}
