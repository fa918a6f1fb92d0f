//! The files beside a page that are neither JSON nor CSV: one line for each page that has one.

use super::{Answer, View, errors};
use crate::urls::Kind;

/// The file of a kind beside a page; most pages have none.
#[expect(
    clippy::match_single_binding,
    reason = "the first page with a file beside it adds its line"
)]
pub(crate) fn show(view: &View<'_>, kind: Kind) -> Answer {
    match (&view.page, kind) {
        _ => errors::not_found(view, &[]),
    }
}
