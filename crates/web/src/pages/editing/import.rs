//! One list: how its columns are read, what each row would do, what came of it.

use askama::Template;
use axum::http::StatusCode;
use vanort_app::Desk;
use vanort_app::desk::taken_in as desk;
use vanort_app::desk::{Pending, State};
use vanort_app::imports::{Column, Fate, FindingKind, Plan, PlannedRow, Refusal, Totals};
use vanort_app::local_names::as_it_will_be_called;
use vanort_domain::BodyId;

use super::super::frame::Link;
use super::super::{Answer, Frame, View, errors};
use super::imports::{fault, home};
use super::withdrawn::{Withdrawn, named, withdrawn};
use crate::imports;
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

struct Planned {
    /// By which it is known again.
    mark: String,
    /// Lists that were withdrawn from which its rows are known.
    withdrawn: Vec<Withdrawn>,
    totals: Vec<(String, usize)>,
    /// How many partnerships and bodies would be new.
    makes: String,
    findings: Vec<(String, Vec<String>, usize)>,
    rows: Vec<RowShown>,
    more: usize,
    /// Which rows of the table were left out, and why.
    left_out: Vec<String>,
    /// Why there is nothing to take in, where there is not.
    nothing: Option<String>,
    shown: Vec<(String, String, bool)>,
}

struct RowShown {
    line: u64,
    subject: String,
    subject_href: String,
    partner: String,
    partner_href: String,
    becomes: String,
    fate: String,
}

/// Rows shown of a plan; the rest is counted.
const ROWS: usize = 200;
/// Findings shown of each kind.
const FINDINGS: usize = 20;

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
        State::Planned(plan) => {
            planned = Some(self::planned(view, plan, pending.mapping.is_some()))
        }
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
    let first = mapping.header_row.map_or(0, |row| row + 1);
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

fn planned(view: &View<'_>, plan: &Plan, is_table: bool) -> Planned {
    let wanted = view.param("fate").unwrap_or_default();
    let rows: Vec<&PlannedRow> = plan
        .rows
        .iter()
        .filter(|row| wanted.is_empty() || row.fate.key() == wanted)
        .collect();
    let mut shown = vec![(
        String::new(),
        view.t.m("import-all-rows"),
        wanted.is_empty(),
    )];
    shown.extend(
        Fate::KEYS
            .iter()
            .filter(|key| plan.totals.rows.contains_key(*key))
            .map(|key| ((*key).to_owned(), fate_name(view, key), *key == wanted)),
    );
    let withdrawn = withdrawn(view, plan);
    Planned {
        mark: plan.mark().to_owned(),
        totals: totals(view, &plan.totals),
        makes: makes(view, &plan.totals),
        findings: findings(view, plan),
        more: rows.len().saturating_sub(ROWS),
        rows: rows
            .into_iter()
            .take(ROWS)
            .map(|row| row_shown(view, plan, row))
            .collect(),
        left_out: imports::left_out(&view.t, &plan.left_out),
        nothing: plan
            .is_empty()
            .then(|| view.t.m(nothing(plan, is_table, !withdrawn.is_empty()))),
        withdrawn,
        shown,
    }
}

/// Why there is nothing to take in.
fn nothing(plan: &Plan, is_table: bool, is_withdrawn: bool) -> &'static str {
    if plan.rows.is_empty() && is_table {
        "import-no-rows"
    } else if is_withdrawn && plan.is_known() {
        "import-nothing-else"
    } else if plan.is_known() || plan.rows.is_empty() {
        "import-nothing-new"
    } else {
        "import-nothing-fit"
    }
}

fn findings(view: &View<'_>, plan: &Plan) -> Vec<(String, Vec<String>, usize)> {
    FindingKind::ALL
        .into_iter()
        .filter_map(|kind| {
            let found: Vec<_> = plan
                .findings
                .iter()
                .filter(|finding| finding.kind == kind)
                .collect();
            let title = view.t.n(
                match kind {
                    FindingKind::OneSided => "finding-one-sided",
                    FindingKind::OtherCountry => "finding-other-country",
                    FindingKind::Itself => "finding-itself",
                    FindingKind::Repeated => "finding-repeated",
                    FindingKind::NotUnderstood => "finding-not-understood",
                    FindingKind::Personal => "finding-personal",
                    FindingKind::EndBeforeStart => "finding-end-before-start",
                    FindingKind::StartToCome => "finding-start-to-come",
                    FindingKind::StartAfterSaid => "finding-start-after-said",
                    FindingKind::SeveralInCell => "finding-several-in-cell",
                    FindingKind::Contradiction => "finding-contradiction",
                    FindingKind::NamesNobody => "finding-names-nobody",
                },
                &found.len(),
            );
            let lines = found
                .iter()
                .take(FINDINGS)
                .map(|finding| {
                    let instead = finding.instead.as_ref().map_or_else(String::new, |place| {
                        format!(" → {}, {}", place.name, view.country(place.country))
                    });
                    let field = finding
                        .field
                        .as_ref()
                        .map_or_else(String::new, |(field, text)| {
                            let field = imports::field(&view.t, field);
                            let text = without_field(text, &field);
                            if text.is_empty() {
                                format!(" · {field}")
                            } else {
                                format!(" · {field}: {}", view.t.w("quote", text))
                            }
                        });
                    let contradiction = finding.contradiction.as_ref();
                    let told = contradiction.map_or_else(String::new, |of| {
                        format!(" · {}", imports::contradiction(&view.t, of))
                    });
                    format!("{}: {}{instead}{field}{told}", finding.line, finding.words)
                })
                .collect();
            (!found.is_empty()).then_some((title, lines, found.len().saturating_sub(FINDINGS)))
        })
        .collect()
}

/// What a cell of a column of yes and no says, without the header where that is what the field is called: "Nej" of "Status:
/// Nej".
fn without_field<'t>(text: &'t str, field: &str) -> &'t str {
    let said = text.split_once(": ");
    let said = said.filter(|(header, _)| header.to_lowercase() == field.to_lowercase());
    said.map_or(text, |(_, said)| said)
}

fn row_shown(view: &View<'_>, plan: &Plan, row: &PlannedRow) -> RowShown {
    let href = |id: &Option<BodyId>| {
        id.as_ref()
            .filter(|id| view.register().body(id).is_some())
            .map_or_else(String::new, |id| view.body_url(id))
    };
    let country = row
        .country_written
        .as_ref()
        .map_or_else(String::new, |country| format!(", {country}"));
    let name = |id: &BodyId| Some(view.name_of(view.register().body(id)?).to_owned());
    let becomes = match &row.partner {
        Some(id) => name(id).unwrap_or_else(|| new_body(view, plan, id)),
        None if row.subject.is_some() => view.t.m("import-says-none"),
        None => String::new(),
    };
    // A name that was written otherwise, or misspelt, is told beside what it is taken for.
    let own = row.subject.as_ref().and_then(name);
    let own = own.filter(|own| !own.eq_ignore_ascii_case(&row.subject_written));
    let own = own.map_or_else(String::new, |own| format!(" → {own}"));
    let subject = format!("{}{own}", row.subject_written);
    RowShown {
        line: row.line,
        subject: from_line(view, subject, row.subject_line),
        subject_href: href(&row.subject),
        partner: from_line(
            view,
            format!("{}{country}{}", row.partner_written, beside(view, row)),
            row.country_line,
        ),
        partner_href: href(&row.partner),
        becomes,
        fate: match &row.fate {
            Fate::NoBody => view.t.w("fate-no-body-what", &row.partner_written),
            told if row.decided => view.t.w("import-decided", fate(view, told)),
            told => fate(view, told),
        },
    }
}

/// What stood beside the partner's name and tells of the partnership: " (ur namnet: status ”avslutat”)".
fn beside(view: &View<'_>, row: &PlannedRow) -> String {
    let told = row.beside.iter().map(|(field, words)| {
        let field = imports::field(&view.t, field).to_lowercase();
        format!("{field} {}", view.t.w("quote", words))
    });
    let told: Vec<String> = told.collect();
    if told.is_empty() {
        return String::new();
    }
    format!(" ({})", view.t.w("import-beside", told.join(", ")))
}

/// Words with the line above from which they are known, where the row's own does not say them.
fn from_line(view: &View<'_>, told: String, line: Option<u64>) -> String {
    let Some(line) = line else { return told };
    let line = view.t.number(&(line as usize));
    let words = [("what", told.as_str()), ("line", line.as_str())];
    view.t.args("import-subject-from", &words)
}

/// A body that the register does not have yet: the place it is taken for, or that only its name is known.
fn new_body(view: &View<'_>, plan: &Plan, id: &BodyId) -> String {
    let body = plan.new_bodies().find(|body| body.id == *id);
    match body.filter(|body| !body.id.as_str().starts_with("vn-")) {
        Some(body) => {
            let body = as_it_will_be_called(body.clone());
            let country = body.country.map(|code| view.country(code));
            let place = [Some(view.name_of(&body).to_owned()), country];
            let place: Vec<String> = place.into_iter().flatten().collect();
            view.t.w("import-new-body-of", place.join(", "))
        }
        None => view.t.m("import-new-body"),
    }
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

/// How many rows come to what.
fn totals(view: &View<'_>, of: &Totals) -> Vec<(String, usize)> {
    let counted = Fate::KEYS.iter().filter_map(|key| {
        let count = *of.rows.get(key)?;
        Some((fates(view, key, count), count))
    });
    counted.collect()
}

/// How many partnerships and bodies are new, in a sentence.
fn makes(view: &View<'_>, of: &Totals) -> String {
    let t = &view.t;
    let partnerships = t.n("import-partnerships", &of.partnerships);
    let bodies = t.n("import-bodies", &of.bodies);
    t.args(
        "import-makes",
        &[("one", &partnerships), ("other", &bodies)],
    )
}

/// What the rows counted under a fate are, to stand after their number.
fn fates(view: &View<'_>, key: &str, count: usize) -> String {
    view.t
        .n(&fate_name_id(key).replacen("fate-", "fates-", 1), &count)
}

fn fate_name(view: &View<'_>, key: &str) -> String {
    view.t.m(fate_name_id(key))
}

fn fate_name_id(key: &str) -> &'static str {
    match key {
        "new" => "fate-new",
        "changes" => "fate-changes",
        "ambiguous" => "fate-ambiguous",
        "known" => "fate-known",
        "known_withdrawn" => "fate-known-withdrawn",
        "no_body" => "fate-no-body",
        _ => "fate-refused",
    }
}

fn fate(view: &View<'_>, fate: &Fate) -> String {
    let t = &view.t;
    match fate {
        Fate::New { partnership: true } => t.m("fate-new-partnership"),
        Fate::New { .. } => t.m("fate-new"),
        Fate::Changes { changes } => {
            let changes = changes.iter().map(|change| imports::change(t, change));
            t.w("fate-changes-what", changes.collect::<Vec<_>>().join("; "))
        }
        Fate::Known => t.m("fate-known"),
        Fate::KnownWithdrawn { way } if view.register().is_withdrawn(way) => {
            t.w("fate-known-withdrawn-what", named(view, way))
        }
        Fate::KnownWithdrawn { .. } => t.m("fate-known"),
        Fate::Ambiguous { candidates } => t.n("fate-ambiguous-what", candidates),
        Fate::NoBody => t.m("fate-no-body"),
        Fate::Refused(refusal) => match refusal {
            Refusal::NoSubject => t.m("refused-no-subject"),
            Refusal::NoPartner => t.m("refused-no-partner"),
            Refusal::NotSwedish {
                likely: Some(likely),
            } => t.w("refused-not-swedish-likely", likely),
            Refusal::NotSwedish { .. } => t.m("refused-not-swedish"),
            Refusal::NoSwedishSide => t.m("refused-no-swedish-side"),
            Refusal::Itself => t.m("refused-itself"),
            Refusal::LongName { column } => t.w("refused-long-name", imports::field(t, column)),
            Refusal::NoLetter { column } => t.w("refused-no-letter", imports::field(t, column)),
            Refusal::FutureDate => t.m("refused-future-date"),
            Refusal::Personal => t.m("refused-personal"),
            Refusal::NamesNobody => t.m("refused-names-nobody"),
            Refusal::UnclearEnd => t.m("refused-unclear-end"),
            Refusal::Unreadable { .. } => t.m("refused-unreadable"),
        },
    }
}
