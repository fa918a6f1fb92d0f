//! The files beside a page that are neither JSON nor CSV: one line for each page that has one.

use vanort_formats::table::{self, Cell, FileFormat, Table};

use super::frame::data_url;
use super::{
    Answer, View, changes, compare, country, development, errors, explore, funding, law, similar,
};
use crate::urls::{Form, Kind, Page};

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

/// The files beside a page with a small table, each with its address.
pub(crate) fn beside(view: &View<'_>) -> Vec<(&'static str, String)> {
    [("CSV", "csv"), ("XLSX", "xlsx"), ("JSON", "json")]
        .map(|(name, ending)| (name, data_url(view, ending)))
        .into()
}

/// A small table whose cells are of the kinds of their columns, as the file that is asked for; there are CSV and XLSX.
pub(crate) fn small(
    view: &View<'_>,
    name: &str,
    table: &Table,
    lines: impl Iterator<Item = Vec<Cell>>,
) -> Answer {
    // Writing to memory does not fail.
    let write = |format, lines| table::write(format, table, lines, Vec::new()).unwrap_or_default();
    match view.form {
        Form::Csv => Answer::csv(name, write(FileFormat::Csv { mark: true }, lines)),
        Form::File(Kind::Xlsx) => Answer::file(Kind::Xlsx, name, write(FileFormat::Xlsx, lines)),
        _ => errors::not_found(view, &[]),
    }
}
