//! Lists that were withdrawn and have rows of one that is brought again.

use std::collections::BTreeMap;

use vanort_app::desk::taken_in as desk;
use vanort_app::imports::{Fate, Plan};

use super::super::View;

/// A list that was withdrawn and has rows of this one.
pub(super) struct Withdrawn {
    pub way: String,
    pub title: String,
    pub words: String,
}

/// The lists from which rows are known and which are withdrawn, each once; what was put back meanwhile is none.
pub(super) fn withdrawn(view: &View<'_>, plan: &Plan) -> Vec<Withdrawn> {
    let mut ways: BTreeMap<&str, usize> = BTreeMap::new();
    for row in &plan.rows {
        if let Fate::KnownWithdrawn { way } = &row.fate {
            *ways.entry(way).or_default() += 1;
        }
    }
    let known = ways.into_iter().filter_map(|(way, rows)| {
        let (seq, import) = view.register().import(way)?;
        let entry = view.register().entry(seq)?;
        let rows = view.t.n("import-rows-of", &rows);
        let day = view.t.day(entry.recorded.day());
        let named = [("one", &*rows), ("other", &*day), ("what", &import.title)];
        let words = view.t.args("import-withdrawn", &named);
        Some(Withdrawn {
            way: way.to_owned(),
            title: import.title.clone(),
            words,
        })
    });
    known
        .filter(|of| view.register().is_withdrawn(&of.way))
        .collect()
}

/// What a list that was taken in is called, with its date.
pub(super) fn named(view: &View<'_>, way: &str) -> String {
    let register = view.register();
    let title = register
        .import(way)
        .map(|(_, import)| view.t.w("quote", &import.title));
    let source = desk::source(register, way);
    let date = source.and_then(|source| Some(view.t.date(source.date.as_ref()?)));
    let date = date.map(|date| format!("({date})"));
    [title, date]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
}
