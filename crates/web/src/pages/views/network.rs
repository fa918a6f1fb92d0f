//! Who shares partners: bodies abroad with which several Swedish bodies of the result co-operate.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use vanort_app::explore::Shared;
use vanort_domain::BodyId;

use super::super::View;
use super::super::development::source;
use super::super::figures::Figure;
use super::super::frame::Link;
use super::{Found, address};
use crate::charts::{self, Chart, Links, Plot};
use crate::messages::Words;
use crate::urls::Form;

/// Names that are drawn, on both sides together.
const MOST_NAMES: usize = 60;
/// Partners that are looked at for the drawing: those of most come first, and what is left over has little to tell.
const MOST_LOOKED_AT: usize = 1_000;
/// Partners in the table.
const MOST_ROWS: usize = 100;
/// Swedish bodies that are named beside one partner.
const MOST_BESIDE: usize = 20;
/// Rows of the table for programs.
const MOST_DATA: usize = 100_000;

struct Row {
    partner: Link,
    country: String,
    count: usize,
    homes: Vec<Link>,
    /// How many more there are, and where they stand.
    rest: usize,
    all: String,
}

#[derive(Template)]
#[template(path = "views/network.html")]
struct Network {
    f: Said,
    /// None where nobody shares a partner.
    drawn: Option<Figure>,
    shared: usize,
    rows: Vec<Row>,
}

struct Said {
    t: Words,
}

/// The network as HTML.
pub(super) fn block(view: &View<'_>, found: &Found<'_>) -> String {
    let (shared, all) = shared(view, found);
    let chart = chart_of(view, &shared, all);
    let network = Network {
        f: Said { t: view.t },
        drawn: (!shared.is_empty()).then(|| found.figure(view, &chart)),
        shared: all,
        rows: shared
            .iter()
            .take(MOST_ROWS)
            .map(|s| row(view, s))
            .collect(),
    };
    network.render().unwrap_or_default()
}

/// The drawing.
pub(super) fn chart(view: &View<'_>, found: &Found<'_>) -> Chart {
    let (shared, all) = shared(view, found);
    chart_of(view, &shared, all)
}

/// The partners of several Swedish bodies that can be shown, those of most first, and how many there are.
fn shared<'f>(view: &View<'_>, found: &Found<'f>) -> (Vec<Shared<'f>>, usize) {
    let most = match view.form {
        Form::Csv => MOST_DATA,
        _ => MOST_LOOKED_AT,
    };
    found.explorer.sides().shared(&found.matching.whole, most)
}

fn body_link(view: &View<'_>, id: &BodyId) -> Link {
    Link {
        href: view.body_url(id),
        text: view.name(id),
        current: false,
    }
}

fn country(view: &View<'_>, id: &BodyId) -> String {
    let code = view.register().body(id).and_then(|body| body.country);
    code.map_or_else(|| view.t.m("country-unknown"), |code| view.country(code))
}

fn row(view: &View<'_>, shared: &Shared<'_>) -> Row {
    let named = shared.homes.iter().take(MOST_BESIDE);
    Row {
        partner: body_link(view, shared.partner),
        country: country(view, shared.partner),
        count: shared.homes.len(),
        homes: named.map(|home| body_link(view, home)).collect(),
        rest: shared.homes.len().saturating_sub(MOST_BESIDE),
        all: address(
            view,
            &["view", "body"],
            &[("body", shared.partner.as_str())],
        ),
    }
}

fn chart_of(view: &View<'_>, shared: &[Shared<'_>], all: usize) -> Chart {
    let t = &view.t;
    let (mut links, drawn) = drawn(view, shared);
    if view.form == Form::Csv {
        links.data = data(view, shared);
    }
    let mut caveats = vec![t.m("network-what")];
    if drawn < all {
        caveats.push(t.of("network-left-out", &drawn, &all));
    }
    Chart {
        key: "network".to_owned(),
        title: t.m("network-title"),
        description: t.m("network-desc"),
        unit: t.m("network-unit"),
        over: t.m("list-partner"),
        columns: vec![t.m("network-count"), t.m("network-homes")],
        series: Vec::new(),
        plot: Plot::Links(links),
        marks: Vec::new(),
        breaks: Vec::new(),
        remarks: Vec::new(),
        caveats,
        source: source(view),
        no_figure: t.m("chart-no-figure"),
    }
}

/// What is drawn of it, and how many partners that is: one after another, as long as there is room for its names.
fn drawn(view: &View<'_>, shared: &[Shared<'_>]) -> (Links, usize) {
    let mut homes: BTreeMap<&BodyId, usize> = BTreeMap::new();
    let mut links = Links::default();
    let name = |id: &BodyId| charts::Link {
        name: view.name(id),
        href: view.body_url(id),
    };
    for shared in shared {
        let new = shared
            .homes
            .iter()
            .filter(|home| !homes.contains_key(*home));
        if links.left.len() + links.right.len() + 1 + new.count() > MOST_NAMES {
            continue;
        }
        let right = links.right.len();
        links.right.push(charts::Link {
            name: format!(
                "{}, {}",
                view.name(shared.partner),
                country(view, shared.partner)
            ),
            href: view.body_url(shared.partner),
        });
        for home in &shared.homes {
            let left = *homes.entry(*home).or_insert_with(|| {
                links.left.push(name(home));
                links.left.len() - 1
            });
            links.pairs.push((left, right));
        }
    }
    links.parts = parts(&links);
    let drawn = links.right.len();
    (links, drawn)
}

/// What hangs together, the largest first; within a part each side in the order of whom it is linked with, so that
/// few lines cross.
fn parts(links: &Links) -> Vec<(Vec<usize>, Vec<usize>)> {
    let mut left_over: BTreeSet<usize> = (0..links.right.len()).collect();
    let mut parts = Vec::new();
    while let Some(first) = left_over.pop_first() {
        let (mut left, mut right): (Vec<usize>, Vec<usize>) = (Vec::new(), vec![first]);
        let mut next = 0;
        // Each right one brings its left ones, and these the right ones that are linked with them.
        while let Some(at) = right.get(next).copied() {
            next += 1;
            for (home, _) in links.pairs.iter().filter(|(_, to)| *to == at) {
                if left.contains(home) {
                    continue;
                }
                left.push(*home);
                let others = links.pairs.iter().filter(|(from, _)| from == home);
                right.extend(others.map(|(_, to)| *to).filter(|to| left_over.remove(to)));
            }
        }
        parts.push((left, right));
    }
    parts.sort_by_key(|(left, right)| Reverse(left.len() + right.len()));
    for (left, right) in &mut parts {
        for _ in 0..4 {
            by_middle(right, left, |home, partner| {
                links.pairs.contains(&(home, partner))
            });
            by_middle(left, right, |partner, home| {
                links.pairs.contains(&(home, partner))
            });
        }
    }
    parts
}

/// Puts one side in the order of the middles of those that each is linked with on the other side.
fn by_middle(side: &mut [usize], other: &[usize], linked: impl Fn(usize, usize) -> bool) {
    side.sort_by_cached_key(|one| {
        let places = other.iter().enumerate().filter(|(_, o)| linked(**o, *one));
        let places: Vec<usize> = places.map(|(place, _)| place).collect();
        // In thousandths of a place: whole numbers have an order.
        places.iter().sum::<usize>() * 1000 / places.len().max(1)
    });
}

fn data(view: &View<'_>, shared: &[Shared<'_>]) -> Vec<Vec<String>> {
    let rows = shared
        .iter()
        .flat_map(|s| s.homes.iter().map(|home| (s.partner, *home)));
    rows.take(MOST_DATA)
        .map(|(partner, home)| {
            let code = view.register().body(partner).and_then(|body| body.country);
            vec![
                partner.to_string(),
                view.name(partner),
                code.map(|code| code.to_string()).unwrap_or_default(),
                home.to_string(),
                view.name(home),
            ]
        })
        .collect()
}
