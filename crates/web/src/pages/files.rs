//! The files beside a page that are neither JSON nor CSV: one line for each page that has one.

use super::{
    Answer, View, changes, compare, country, development, errors, explore, funding, law, similar,
};
use crate::urls::{Kind, Page};

/// The file of a kind beside a page; most pages have none.
pub(crate) fn show(view: &View<'_>, kind: Kind) -> Answer {
    match (&view.page, kind) {
        (Page::Partnerships, Kind::Xlsx | Kind::Parquet | Kind::Geojson) => {
            explore::file(view, kind)
        }
        (Page::Partnerships, Kind::Svg | Kind::Png) => explore::show(view),
        (Page::Development, Kind::Svg | Kind::Png) => development::show(view),
        (Page::Country(code), Kind::Svg | Kind::Png) => country::show(view, code),
        (Page::Latest, Kind::Atom) => changes::of_all(view),
        (Page::BodyChanges(id), Kind::Atom) => changes::of_body(view, id),
        (Page::CountryChanges(code), Kind::Atom) => changes::of_country(view, code),
        (Page::Funding, Kind::Ics) => funding::calendar(view),
        (Page::Funding, Kind::Atom) => funding::feed(view),
        (Page::Compare, Kind::Xlsx) => compare::show(view),
        (Page::BodyAlike(id), Kind::Xlsx) => similar::show(view, id),
        (Page::Law, Kind::Pdf) => law::file(view),
        _ => errors::not_found(view, &[]),
    }
}
