//! Which Swedish body is meant by words in a list that no such body is called: what is asked on its page.

use vanort_app::imports::{Mapping, Plan, Unknown};

use super::super::View;

/// Names asked about at once; what else there is is asked when they are answered.
const NAMES: usize = 40;

/// What is asked of a list.
pub(super) struct Asked {
    pub(super) names: Vec<Name>,
    /// What came of the answers, where some have been given.
    pub(super) told: String,
    /// How many more names there are.
    pub(super) more: usize,
}

/// Words that are asked about.
pub(super) struct Name {
    pub(super) unknown: Unknown,
    /// What the page calls the body that may be meant; empty where there is none.
    pub(super) likely: String,
    /// How many rows have them.
    pub(super) rows: String,
    /// Whether what was answered is the name of no Swedish body.
    pub(super) is_unknown: bool,
}

impl Asked {
    /// The names of a plan, where there are any.
    pub(super) fn of(view: &View<'_>, mapping: &Mapping, plan: &Plan) -> Option<Self> {
        let unknown = mapping.unknown(plan);
        if unknown.is_empty() {
            return None;
        }
        let told = told(view, &unknown);
        let more = unknown.len().saturating_sub(NAMES);
        let names = unknown.into_iter().take(NAMES).map(|unknown| Name {
            likely: likely(view, unknown.likely.as_deref().unwrap_or_default()),
            rows: view.t.n("import-rows-of", &unknown.rows),
            is_unknown: unknown.meant.is_some() && unknown.is_refused,
            unknown,
        });
        Some(Self {
            names: names.collect(),
            told,
            more,
        })
    }
}

/// How many names are left to answer, where some have been answered.
fn told(view: &View<'_>, unknown: &[Unknown]) -> String {
    if unknown.iter().all(|name| name.meant.is_none()) {
        return String::new();
    }
    let left = unknown.iter().filter(|name| name.is_refused).count();
    if left == 0 {
        return view.t.m("import-meant-done");
    }
    view.t.of("import-meant-left", &left, &unknown.len())
}

/// What the page calls the body of a Swedish name.
pub(super) fn likely(view: &View<'_>, name: &str) -> String {
    let mut members = view.register().bodies().filter(|body| body.is_member());
    let meant = members.find(|body| body.name == name);
    meant.map_or_else(|| name.to_owned(), |body| view.name(&body.id))
}
