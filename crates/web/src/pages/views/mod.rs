//! Views of a result beside its list: on a map, and as counties by countries.

mod map;
mod matrix;

use std::sync::Arc;

use vanort_domain::register::Partnership;

use super::View;
use super::frame::{Link, query_of};

pub(crate) use map::places;

/// A view of a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ViewKind {
    /// Where the partners are.
    Map,
    /// How many partnerships each county has with each country.
    Matrix,
}

/// Every view with its word in the address.
const KINDS: [(ViewKind, &str); 2] = [(ViewKind::Map, "map"), (ViewKind::Matrix, "matrix")];

impl ViewKind {
    /// The view that an address asks for; none for the list.
    pub fn of_key(key: &str) -> Option<Self> {
        KINDS
            .iter()
            .find(|(_, known)| *known == key)
            .map(|(kind, _)| *kind)
    }

    /// Whether the list stands below it.
    pub fn has_list(self) -> bool {
        self == Self::Map
    }
}

/// The view as HTML.
pub(crate) fn block(view: &View<'_>, kind: ViewKind, found: &[Arc<Partnership>]) -> String {
    match kind {
        ViewKind::Map => map::block(view, found),
        ViewKind::Matrix => matrix::block(view, found),
    }
}

/// The list and the views of the same result, as links.
pub(crate) fn tabs(view: &View<'_>) -> Vec<Link> {
    let here = view.param("view").and_then(ViewKind::of_key);
    let link = |kind: Option<ViewKind>, key: &str| Link {
        href: address(view, &["view"], &[("view", key)]),
        text: view.t.m(&format!(
            "view-{}",
            if key.is_empty() { "table" } else { key }
        )),
        current: here == kind,
    };
    std::iter::once(link(None, ""))
        .chain(KINDS.iter().map(|(kind, key)| link(Some(*kind), key)))
        .collect()
}

/// The address of this result without some of its parameters and with others in their place; where one stands in the
/// list and on the map is left out.
fn address(view: &View<'_>, without: &[&str], with: &[(&str, &str)]) -> String {
    const PLACES: [&str; 5] = ["after", "before", "page", "map", "layer"];
    let mut query: Vec<(String, String)> = view
        .query
        .iter()
        .filter(|(name, _)| !without.contains(&name.as_str()) && !PLACES.contains(&name.as_str()))
        .cloned()
        .collect();
    let added = with.iter();
    query.extend(added.map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    format!("{}{}", view.url(&view.page), query_of(&query))
}
