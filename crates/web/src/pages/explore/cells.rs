//! The cells of the list.

use std::rc::Rc;
use std::sync::Arc;

use vanort_app::explore::Column;
use vanort_domain::register::{Outcome, Partnership};

use super::super::View;
use super::super::rows::Row;
use super::column_name;

/// A cell.
pub(super) enum Cell {
    /// A name with its address.
    Link(String, String),
    /// The partner: name, address, and what there is to mind.
    Partner(String, String, Vec<String>),
    /// A mark, which is markup of our own.
    Mark(String),
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
    let line = |p: &Arc<Partnership>| {
        let row = view.row(p, None);
        let cells = columns.iter();
        let cells = cells.map(|(name, column)| (name.clone(), cell(view, p, &row, *column)));
        Line {
            cells: cells.collect(),
        }
    };
    items.iter().map(line).collect()
}

fn cell(view: &View<'_>, p: &Partnership, row: &Row, column: Column) -> Cell {
    let t = &view.t;
    let unstated = || t.m("not-stated");
    let home = || view.register().body(&p.pair.first);
    Cell::Text(match column {
        Column::Home => return Cell::Link(row.first.clone(), row.first_href.clone()),
        Column::Partner => {
            let gone = row.gone_from_list.then(|| t.m("no-longer-listed"));
            let carried = Some(row.carried.clone()).filter(|words| !words.is_empty());
            let notes = carried.into_iter().chain(gone).collect();
            return Cell::Partner(row.second.clone(), row.href.clone(), notes);
        }
        Column::Country if row.country_href.is_empty() => row.country.clone(),
        Column::Country => return Cell::Link(row.country.clone(), row.country_href.clone()),
        Column::Kind => row.kind.clone(),
        Column::Standing => return Cell::Mark(row.standing.clone()),
        Column::Since => row.since.clone(),
        Column::Evidence => return Cell::Mark(row.evidence.clone()),
        Column::Newest => return Cell::Mark(row.fresh.clone()),
        Column::County => home()
            .and_then(|body| body.county_name.clone())
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
    })
}
