//! The files beside a page that are neither JSON nor CSV: one line for each page that has one.

use super::{Answer, View, errors, law};
use crate::urls::{Kind, Page};

/// The file of a kind beside a page; most pages have none.
pub(crate) fn show(view: &View<'_>, kind: Kind) -> Answer {
    match (&view.page, kind) {
        (Page::Law, Kind::Pdf) => law::file(view),
        _ => errors::not_found(view, &[]),
    }
}
