//! A result over time: how many stood in each year, and a line for each partnership of the page.

use std::sync::Arc;

use askama::Template;
use vanort_app::development::Development;
use vanort_domain::register::{Outcome, Partnership};
use vanort_domain::vocabulary::Standing;

use super::super::View;
use super::super::country::{lives_of, written};
use super::super::development::OverYears;
use super::super::figures::Figure;
use super::super::frame::Link;
use super::{Found, address};
use crate::charts::{Chart, Ending, Plot};
use crate::messages::Words;

/// Results up to this size are counted year by year while somebody waits; the whole register is counted once.
const MOST_COUNTED: usize = 20_000;
/// Partnerships without a stated start that are named on the page.
const MOST_NAMED: usize = 60;

#[derive(Template)]
#[template(path = "views/timeline.html")]
struct Timeline {
    f: Said,
    years: Vec<Figure>,
    lives: Figure,
    undrawn: bool,
    unknown: usize,
    named: Vec<Link>,
    rest: usize,
    unknown_href: String,
}

/// The words, under the name that the template of a figure knows them by.
struct Said {
    t: Words,
}

/// The timeline as HTML.
pub(super) fn block(view: &View<'_>, found: &Found<'_>) -> String {
    let years = years(view, found);
    let is_unknown = |p: &&Arc<Partnership>| matches!(p.since.outcome(), Outcome::NotStated);
    let unknown = found.iter().filter(is_unknown).count();
    let named: Vec<Link> = found
        .iter()
        .filter(is_unknown)
        .take(MOST_NAMED)
        .map(|p| Link {
            href: view.pair_url(&p.pair),
            text: format!(
                "{} – {}",
                view.name(&p.pair.first),
                view.name(&p.pair.second)
            ),
            current: false,
        })
        .collect();
    let timeline = Timeline {
        f: Said { t: view.t },
        undrawn: years.is_none(),
        years: years
            .unwrap_or_default()
            .iter()
            .map(|chart| found.figure(view, chart))
            .collect(),
        lives: found.figure(view, &chart(view, found.page)),
        rest: unknown - named.len(),
        unknown,
        named,
        unknown_href: address(view, &["view", "since"], &[("since", "unknown")]),
    };
    timeline.render().unwrap_or_default()
}

/// A line for each partnership of a page.
pub(super) fn chart(view: &View<'_>, page: &[Arc<Partnership>]) -> Chart {
    let t = &view.t;
    let mut chart = lives_of(view, "timeline", t.m("timeline-title"), page);
    chart.columns.insert(1, t.m("list-until"));
    if let Plot::Lives(lives) = &mut chart.plot {
        for (life, p) in lives.iter_mut().zip(page) {
            let until = if p.standing == Standing::Ended {
                written(view, &p.until)
            } else {
                t.m("timeline-no-end")
            };
            life.cells.insert(1, until);
        }
        let undated = lives.iter().filter(|life| life.end == Ending::Undated);
        if undated.count() > 0 {
            chart.caveats.push(t.m("timeline-end-undated"));
        }
    }
    chart
}

/// How many stood, began and ended in each year; `None` where the result is too large to be counted in passing.
pub(super) fn years(view: &View<'_>, found: &Found<'_>) -> Option<Vec<Chart>> {
    let counted;
    let development = if found.rows.len() == view.register().figures().partnerships {
        view.snapshot.development()
    } else if found.rows.len() <= MOST_COUNTED {
        counted = Development::of(view.register(), found.iter());
        &counted
    } else {
        return None;
    };
    let years = OverYears::of_some(view, development, found.selection);
    if years.is_empty() {
        return Some(Vec::new());
    }
    Some(vec![years.stock(), years.flows()])
}
