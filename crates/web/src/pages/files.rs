//! The files beside a page that are neither JSON nor CSV: one line for each page that has one.

use super::{Answer, View, errors, explore};
use crate::urls::{Kind, Page};

/// The file of a kind beside a page; most pages have none.
pub(crate) fn show(view: &View<'_>, kind: Kind) -> Answer {
    match (&view.page, kind) {
        (Page::Partnerships, Kind::Xlsx | Kind::Parquet | Kind::Geojson) => {
            explore::file(view, kind)
        }
        _ => errors::not_found(view, &[]),
    }
}
