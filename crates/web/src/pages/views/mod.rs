//! Views of a result beside its list: on a map, over time, as counties by countries, and as who shares partners.

mod map;
mod matrix;
mod network;
mod timeline;

use std::sync::Arc;

use vanort_app::explore::{Explorer, Found as Matching, Selection};
use vanort_domain::register::Partnership;

use super::figures::{Figure, file};
use super::frame::{Link, query_of};
use super::{Answer, View};
use crate::charts::Chart;

pub(crate) use map::places;

/// A view of a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ViewKind {
    /// Where the partners are.
    Map,
    /// How many partnerships each county has with each country.
    Matrix,
    /// Since when, and until when.
    Timeline,
    /// Which Swedish bodies share partners.
    Network,
}

/// Every view with its word in the address.
const KINDS: [(ViewKind, &str); 4] = [
    (ViewKind::Map, "map"),
    (ViewKind::Timeline, "timeline"),
    (ViewKind::Matrix, "matrix"),
    (ViewKind::Network, "network"),
];

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
        matches!(self, Self::Map | Self::Timeline)
    }
}

/// Whether a question asks for a view that is drawn, as far as can be seen before it is read.
pub(crate) fn asks_for_a_drawing(query: &str) -> bool {
    query.split('&').any(|part| {
        part.strip_prefix("view=")
            .is_some_and(|key| ViewKind::of_key(key).is_some())
    })
}

/// A result as the views need it.
pub(crate) struct Found<'r> {
    /// The sets by which it was found.
    pub explorer: &'r Explorer,
    /// What was asked for.
    pub selection: &'r Selection,
    /// All of it.
    pub matching: &'r Matching,
    /// All of it in its order.
    pub rows: &'r [u32],
    /// What stands on this page of it, in its order.
    pub page: &'r [Arc<Partnership>],
    /// How a file asks for the same page of the same result.
    pub query: Vec<(String, String)>,
}

impl<'r> Found<'r> {
    /// The partnerships in their order.
    fn iter(&self) -> impl Iterator<Item = &'r Arc<Partnership>> + use<'r> {
        let explorer = self.explorer;
        self.rows.iter().map(move |row| explorer.row(*row))
    }

    fn figure(&self, view: &View<'_>, chart: &Chart) -> Figure {
        Figure::with(view, chart, &self.query)
    }
}

/// The view as HTML.
pub(crate) fn block(view: &View<'_>, kind: ViewKind, found: &Found<'_>) -> String {
    match kind {
        ViewKind::Map => map::block(view, found),
        ViewKind::Matrix => matrix::block(view, found),
        ViewKind::Timeline => timeline::block(view, found),
        ViewKind::Network => network::block(view, found),
    }
}

/// The drawing or the numbers of the chart that `chart=` names.
pub(crate) fn chart_file(view: &View<'_>, found: &Found<'_>) -> Answer {
    let charts = match view.param("chart") {
        Some("network") => vec![network::chart(view, found)],
        Some("timeline") => vec![timeline::chart(view, found.page)],
        None if view.param("view") == Some("network") => vec![network::chart(view, found)],
        None => vec![timeline::chart(view, found.page)],
        Some(_) => timeline::years(view, found).unwrap_or_default(),
    };
    file(view, &charts)
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
