//! The cells of the list.

use std::borrow::Cow;
use std::mem::take;
use std::rc::Rc;
use std::sync::Arc;

use vanort_app::explore::Column;
use vanort_domain::register::{Outcome, Partnership};

use super::super::View;
use super::super::rows::Row;
use super::column_name;
use crate::messages::Words;

/// A cell.
pub(super) enum Cell {
    /// A name with its address.
    Link(String, String),
    /// The partner: name, address, and what there is to mind.
    Partner(String, String, Vec<String>),
    /// A mark, which is markup of our own.
    Mark(Cow<'static, str>),
    /// Words.
    Text(String),
}

/// A partnership as a line of the table: each cell with the name of its column.
pub(super) struct Line {
    pub cells: Vec<(Rc<str>, Cell)>,
}

/// Partnerships in the columns asked for.
pub(super) fn lines(view: &View<'_>, items: &[Arc<Partnership>], columns: &[Column]) -> Vec<Line> {
    let name = |column: &Column| (Rc::from(column_name(view, *column)), *column);
    let columns: Vec<(Rc<str>, Column)> = columns.iter().map(name).collect();
    let has_its_end = columns.iter().any(|(_, column)| *column == Column::Until);
    let line = |p: &Arc<Partnership>| {
        let mut row = view.row(p, None);
        if has_its_end {
            row.until = None;
        }
        let cells = columns.iter();
        let cells = cells.map(|(name, column)| (name.clone(), cell(view, p, &mut row, *column)));
        Line {
            cells: cells.collect(),
        }
    };
    items.iter().map(line).collect()
}

/// A dash where nobody has said anything; in words for whoever hears the page.
fn unsaid(t: &Words) -> String {
    format!(
        r#"<span class="quiet" aria-hidden="true">–</span><span class="hidden">{}</span>"#,
        t.m("not-stated")
    )
}

/// Who decided last on it, what and when; empty where no source says so.
fn decided(view: &View<'_>, p: &Partnership) -> String {
    let Some(decided) = view.register().last_decision(p) else {
        return String::new();
    };
    let reference = decided.reference.map(ToOwned::to_owned);
    let by = [Some(view.note(decided.by).text.into_owned()), reference];
    let what = decided.event.map(|event| view.t.word(&event));
    let on = decided.on.as_ref().map(|date| view.t.date(date));
    let what: Vec<String> = [what, on].into_iter().flatten().collect();
    let by: Vec<String> = by.into_iter().flatten().collect();
    match what.is_empty() {
        true => by.join(", "),
        false => format!("{} ({})", by.join(", "), what.join(", ")),
    }
}

/// A cell, for which its words are taken out of the row.
fn cell(view: &View<'_>, p: &Partnership, row: &mut Row, column: Column) -> Cell {
    let t = &view.t;
    let unstated = || t.m("not-stated");
    let home = || view.register().body(&p.pair.first);
    Cell::Text(match column {
        Column::Home => return Cell::Link(take(&mut row.first), take(&mut row.first_href)),
        Column::Partner => {
            let carried = Some(take(&mut row.carried)).filter(|words| !words.is_empty());
            let notes = carried.into_iter().collect();
            return Cell::Partner(take(&mut row.second), take(&mut row.href), notes);
        }
        Column::Country if row.country_href.is_empty() => take(&mut row.country),
        Column::Country => return Cell::Link(take(&mut row.country), take(&mut row.country_href)),
        Column::Kind => take(&mut row.kind),
        Column::Standing => {
            let notes = [row.until.take(), row.differ.take()].into_iter().flatten();
            let notes = notes.map(|note| format!(r#" <span class="note">{note}</span>"#));
            let notes: String = notes.collect();
            return Cell::Mark(match notes.is_empty() {
                true => row.standing.into(),
                false => format!("{}{notes}", row.standing).into(),
            });
        }
        Column::Since => match row.since.take() {
            Some(since) => since,
            None => return Cell::Mark(unsaid(t).into()),
        },
        Column::Evidence => return Cell::Mark(row.evidence.into()),
        Column::Newest => return Cell::Mark(take(&mut row.fresh).into()),
        Column::County => home()
            .and_then(|body| view.county_of(body))
            .unwrap_or_default(),
        Column::Agreement => p
            .agreement
            .value()
            .map_or_else(unstated, |word| t.word(word)),
        Column::Activity => p
            .activity
            .value()
            .map_or_else(unstated, |word| t.word(word)),
        Column::Until => match p.until.outcome() {
            Outcome::NotStated => String::new(),
            Outcome::Stated(date) => t.date(&date.0),
            Outcome::Disputed(a, b) => format!("{} / {}", t.date(&a.0), t.date(&b.0)),
        },
        Column::Themes => {
            let themes: Vec<String> = p.themes.iter().map(|theme| t.word(theme)).collect();
            if themes.is_empty() {
                unstated()
            } else {
                themes.join(", ")
            }
        }
        Column::Statements => t.number(&p.statements.len()),
        Column::Decided => decided(view, p),
    })
}
