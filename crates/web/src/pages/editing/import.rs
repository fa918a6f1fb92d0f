//! One list: how its columns are read, what each row would do, what came of it.

use askama::Template;
use axum::http::StatusCode;
use vanort_app::Desk;
use vanort_app::desk::taken_in as desk;
use vanort_app::desk::{Pending, State};
use vanort_app::imports::{Column, Totals};

use super::super::frame::Link;
use super::super::{Answer, Frame, View, errors};
use super::imports::{fault, home};
use super::planned::{Planned, makes, planned, totals};
use crate::messages::Words;
use crate::urls::Page;

#[derive(Template)]
#[template(path = "import.html")]
struct OnDesk {
    f: Frame,
    home: Link,
    action: String,
    pending: Pending,
    columns: Vec<ColumnRow>,
    /// Sheets that may be read, and whether each is.
    sheets: Vec<(String, bool)>,
    /// Whose list it is taken for, and by which words, where the rows do not tell.
    whose: String,
    /// That there are more sheets, which one is read, and which are not.
    one_of: String,
    missing: Vec<String>,
    /// Which body is meant by words that no row on the page has: they are sent as they are.
    kept: Vec<(String, String)>,
    /// The names of Swedish municipalities and regions.
    names: Vec<String>,
    /// That nothing was taken in, and why.
    told: String,
    /// The page's address with what it tells.
    again: String,
    progress: Option<Progress>,
    planned: Option<Planned>,
    done: Option<TakenIn>,
    failed: String,
    /// The field of the form that what failed is about.
    failed_at: &'static str,
    imports: String,
    /// What the form says ([`vanort_app::desk::Corrections::mark`]), to see whether it was changed.
    shown: String,
}

/// How far the work on a list is: what is done now, and how many rows of how many, where that is known.
struct Progress {
    words: String,
    rows: usize,
    of: usize,
}

/// What came of a list that was taken in.
struct TakenIn {
    way: String,
    totals: Vec<(String, usize)>,
    /// How many partnerships and bodies were new.
    makes: String,
    /// How many cases of it wait for a person.
    waiting: usize,
    /// Where those are.
    review: String,
}

struct ColumnRow {
    number: usize,
    header: String,
    because: String,
    sample: String,
    choices: Vec<(&'static str, String, bool)>,
}

/// An import on the desk.
pub(crate) fn show(view: &View<'_>, key: &str) -> Answer {
    let t = &view.t;
    let Some(desk) = &view.ctx.desk else {
        return errors::no_desk(view);
    };
    let Some(pending) = desk.pending(key) else {
        let lists = view.url(&Page::Imports);
        return Answer::redirect(StatusCode::SEE_OTHER, format!("{lists}?fault=gone")).private();
    };
    let columns = columns(view, &pending);
    let (mut progress, mut planned, mut done, mut failed) = (None, None, None, String::new());
    let mut failed_at = "";
    match &pending.state {
        State::Mapping => {}
        State::Planning(rows, of) => progress = Some(trying(t, *rows, *of)),
        State::TakingIn => {
            let words = t.m("import-taking-in");
            progress = Some(Progress {
                words,
                rows: 0,
                of: 0,
            });
        }
        State::Planned(plan) => planned = Some(self::planned(view, plan, pending.mapping.as_ref())),
        State::Done(way, totals) => done = Some(done_with(view, desk, way, totals)),
        State::Failed(key) => {
            failed = fault(t, key, None);
            failed_at = key.strip_suffix("_personal").unwrap_or(key);
        }
    }
    Answer::html(&OnDesk {
        f: view.plain_frame(t.w("import-title", &pending.title)),
        home: home(view),
        action: view.url(&Page::Import(key.to_owned())),
        kept: kept(&pending, planned.as_ref()),
        missing: missing(view, &pending),
        imports: view.url(&Page::Imports),
        sheets: pending
            .sheets
            .iter()
            .map(|sheet| (sheet.clone(), *sheet == pending.sheet))
            .collect(),
        whose: whose(t, &pending),
        one_of: one_of(t, &pending),
        shown: pending.corrections().mark(),
        told: told(view, &pending.state),
        again: again(view, key),
        columns,
        names: view.member_names(),
        progress,
        planned,
        done,
        failed,
        failed_at,
        pending,
    })
    .private()
}

/// How far it is while a list is tried; of how many rows is not known before it is read.
fn trying(t: &Words, rows: usize, of: usize) -> Progress {
    let words = match (rows, of) {
        (_, 0) => t.m("import-reading"),
        (0, of) => t.n("import-trying", &of),
        (rows, of) => t.of("import-progress", &rows, &of),
    };
    Progress { words, rows, of }
}

/// That a list was not taken in when that was asked for, and why: what stood in the form was not tried, or it was tried anew
/// since the page was shown.
fn told(view: &View<'_>, state: &State) -> String {
    if matches!(state, State::TakingIn | State::Done(..)) {
        return String::new();
    }
    match view.param("told") {
        Some("untried") => view.t.m("import-untried"),
        Some("replaced") => view.t.m("import-replaced"),
        _ => String::new(),
    }
}

fn again(view: &View<'_>, key: &str) -> String {
    let page = view.url(&Page::Import(key.to_owned()));
    match view.param("told") {
        Some(told @ ("untried" | "replaced")) => format!("{page}?told={told}"),
        _ => page,
    }
}

/// Which body is meant by words that are not asked about on the page.
fn kept(pending: &Pending, planned: Option<&Planned>) -> Vec<(String, String)> {
    let asked = planned.and_then(|planned| planned.asked.as_ref());
    let is_asked = |key: &str| {
        asked.is_some_and(|asked| asked.names.iter().any(|name| name.unknown.key == key))
    };
    let meant = pending.mapping.iter().flat_map(|mapping| &mapping.meant);
    let kept = meant.filter(|(key, _)| !is_asked(key));
    kept.map(|(key, body)| (key.clone(), body.clone()))
        .collect()
}

/// What columns are missing for the list to be tried.
fn missing(view: &View<'_>, pending: &Pending) -> Vec<String> {
    let missing = pending.mapping.as_ref().map(|mapping| mapping.missing());
    let missing = missing.unwrap_or_default().into_iter();
    missing.map(|column| column_name(view, column)).collect()
}

/// Whose list it is taken for by words above it, of its sheet or of its file.
fn whose(t: &Words, pending: &Pending) -> String {
    let mapping = pending.mapping.as_ref();
    let told = mapping.and_then(|mapping| mapping.body.as_ref().zip(mapping.body_by.as_ref()));
    told.map_or_else(String::new, |(body, by)| {
        t.args("import-whose", &[("body", body), ("by", by)])
    })
}

/// That one sheet of several is read; empty where there is one.
fn one_of(t: &Words, pending: &Pending) -> String {
    let others = pending
        .sheets
        .iter()
        .filter(|sheet| **sheet != pending.sheet);
    let others: Vec<&str> = others.map(String::as_str).collect();
    if others.is_empty() {
        return String::new();
    }
    let others = others.join(", ");
    t.args(
        "import-one-of",
        &[("sheet", &pending.sheet), ("others", &others)],
    )
}

fn columns(view: &View<'_>, pending: &Pending) -> Vec<ColumnRow> {
    let Some(mapping) = &pending.mapping else {
        return Vec::new();
    };
    let first = mapping.first_row(&pending.rows);
    mapping
        .columns
        .iter()
        .enumerate()
        .map(|(number, used)| {
            let cells = pending
                .rows
                .iter()
                .skip(first)
                .filter_map(|row| row.cells.get(number))
                .filter(|cell| !cell.trim().is_empty());
            let sample: Vec<String> = cells
                .take(3)
                .map(|cell| cell.chars().take(40).collect())
                .collect();
            ColumnRow {
                number,
                header: used.header.clone(),
                because: view.t.m(match used.because {
                    vanort_app::imports::Because::Header => "because-header",
                    vanort_app::imports::Because::Content => "because-content",
                    vanort_app::imports::Because::Remembered => "because-remembered",
                    vanort_app::imports::Because::Editor => "because-editor",
                    vanort_app::imports::Because::Nothing => "because-nothing",
                }),
                sample: sample.join(" · "),
                choices: Column::ALL
                    .into_iter()
                    .map(|column| {
                        (
                            column.key(),
                            column_name(view, column),
                            column == used.column,
                        )
                    })
                    .collect(),
            }
        })
        .collect()
}

fn column_name(view: &View<'_>, column: Column) -> String {
    view.t.m(match column {
        Column::Own => "column-own",
        Column::OwnCode => "column-own-code",
        Column::OwnCountry => "column-own-country",
        Column::OwnWikidata => "column-own-wikidata",
        Column::Partner => "column-partner",
        Column::PartnerCountry => "column-partner-country",
        Column::PartnerWikidata => "column-partner-wikidata",
        Column::Kind => "column-kind",
        Column::Status => "column-status",
        Column::Instrument => "column-instrument",
        Column::Since => "column-since",
        Column::Until => "column-until",
        Column::Themes => "column-themes",
        Column::Funding => "column-funding",
        Column::DecidedBy => "column-decided-by",
        Column::Said => "column-said",
        Column::Quoted => "column-quoted",
        Column::Note => "column-note",
        Column::Ignored => "column-ignored",
    })
}

/// What came of a list that was taken in, in the words in which it was tried.
fn done_with(view: &View<'_>, desk: &Desk, way: &str, of: &Totals) -> TakenIn {
    let source = desk::source(view.register(), way).map(|source| &source.id);
    let waiting = source.and_then(|source| desk.waiting_of(source).ok());
    let review = view.url(&Page::Review);
    TakenIn {
        way: way.to_owned(),
        totals: totals(view, of),
        makes: makes(view, of),
        waiting: waiting.unwrap_or_default(),
        review: source.map_or(review.clone(), |source| format!("{review}?source={source}")),
    }
}
