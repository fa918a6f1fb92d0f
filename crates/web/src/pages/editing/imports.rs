//! Imports: what was brought, what it would do, what was taken in.

use askama::Template;
use axum::http::StatusCode;
use vanort_app::Desk;
use vanort_app::desk::taken_in as desk;
use vanort_app::desk::{Pending, State};
use vanort_app::imports::{Column, Fate, FindingKind, Plan, PlannedRow, Refusal, Totals};
use vanort_app::local_names::as_it_will_be_called;
use vanort_domain::imports::Import;
use vanort_domain::{BodyId, Seq};

use super::super::frame::Link;
use super::super::{Answer, Frame, View, errors};
use crate::editing::LARGEST_FILE;
use crate::imports;
use crate::messages::Words;
use crate::urls::Page;

#[derive(Template)]
#[template(path = "imports.html")]
struct List {
    f: Frame,
    home: Link,
    action: String,
    fault: String,
    /// The list that is about to be withdrawn, and what would cease to count.
    ask: Option<Receipt>,
    /// The list that was withdrawn or taken in again just now, and what came of it.
    receipt: Option<Receipt>,
    pending: Vec<Link>,
    done: Vec<Done>,
}

/// A list, what would come of it or did, and what can be done about it.
struct Receipt {
    way: String,
    title: String,
    words: String,
    withdrawn: bool,
}

struct Done {
    way: String,
    title: String,
    /// Its source's page; empty where there is none.
    href: String,
    /// Who published it, and when.
    whose: String,
    /// Where it is asked whether it is to be withdrawn.
    ask: String,
    day: String,
    rows: usize,
    withdrawn: bool,
}

/// What was taken in, what lies on the desk, and the form to bring more.
pub(crate) fn list(view: &View<'_>) -> Answer {
    let Some(desk) = &view.ctx.desk else {
        return errors::no_desk(view);
    };
    let register = view.register();
    let mut imports: Vec<_> = register.imports().collect();
    imports.sort_by_key(|(seq, _)| std::cmp::Reverse(*seq));
    let done = imports
        .into_iter()
        .map(|(seq, import)| taken_in(view, seq, import))
        .collect();
    let pending = desk
        .all_pending()
        .into_iter()
        .map(|(key, title)| Link {
            href: view.url(&Page::Import(key)),
            text: title,
            current: false,
        })
        .collect();
    Answer::html(&List {
        home: home(view),
        action: view.url(&Page::Imports),
        fault: view.param("fault").map_or_else(String::new, |key| {
            let line = view.param("line").and_then(|line| line.parse().ok());
            fault(&view.t, key, line)
        }),
        ask: asked(view),
        receipt: receipt(view),
        pending,
        done,
        f: view.plain_frame(view.t.m("imports-title")),
    })
    .private()
}

/// A list that was taken in, with whose it is.
fn taken_in(view: &View<'_>, seq: Seq, import: &Import) -> Done {
    let register = view.register();
    let source = desk::source(register, &import.way);
    let whose = source.map(|source| {
        let date = source.date.as_ref().map(|date| view.t.date(date));
        let whose = [Some(view.publisher(source)), date];
        whose.into_iter().flatten().collect::<Vec<_>>().join(", ")
    });
    let seen = source.filter(|source| register.source(&source.id).is_some());
    Done {
        way: import.way.to_string(),
        title: import.title.clone(),
        href: seen.map_or_else(String::new, |source| {
            view.url(&Page::Source(source.id.to_string()))
        }),
        whose: whose.unwrap_or_default(),
        ask: format!("{}?ask={}", view.url(&Page::Imports), import.way),
        day: register
            .entry(seq)
            .map_or_else(String::new, |entry| view.t.day(entry.recorded.day())),
        rows: import.rows as usize,
        withdrawn: register.is_withdrawn(&import.way),
    }
}

/// The list that is asked about before it is withdrawn.
fn asked(view: &View<'_>) -> Option<Receipt> {
    let asked = told_of(view, "ask", "imports-would-cease")?;
    (!asked.withdrawn).then_some(asked)
}

/// What came of withdrawing a list, or of taking it in again.
fn receipt(view: &View<'_>) -> Option<Receipt> {
    let way = view.param("done")?;
    let message = if view.register().is_withdrawn(way) {
        "imports-ceased"
    } else {
        "imports-counts-again"
    };
    told_of(view, "done", message)
}

/// The list whose way a parameter gives, and in words what counts with it and not without.
fn told_of(view: &View<'_>, param: &str, message: &str) -> Option<Receipt> {
    let (t, register) = (&view.t, view.register());
    let (_, import) = register.import(view.param(param)?)?;
    let weight = desk::weight(register, &import.way);
    let statements = t.n("imports-statements", &weight.statements);
    let partnerships = t.n("imports-partnerships", &weight.partnerships);
    let words = [
        ("what", &*import.title),
        ("one", &statements),
        ("other", &partnerships),
    ];
    Some(Receipt {
        way: import.way.to_string(),
        title: import.title.clone(),
        words: t.args(message, &words),
        withdrawn: register.is_withdrawn(&import.way),
    })
}

fn home(view: &View<'_>) -> Link {
    Link {
        href: view.url(&Page::Editing),
        text: view.t.m("editing-title"),
        current: false,
    }
}

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
    progress: Option<(usize, usize)>,
    planned: Option<Planned>,
    done: Option<TakenIn>,
    failed: String,
    /// The field of the form that what failed is about.
    failed_at: &'static str,
    imports: String,
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
    let missing = pending
        .mapping
        .as_ref()
        .map(|mapping| mapping.missing())
        .unwrap_or_default();
    let (mut progress, mut planned, mut done, mut failed) = (None, None, None, String::new());
    let mut failed_at = "";
    match &pending.state {
        State::Mapping => {}
        State::Planning(rows, of) => progress = Some((*rows, *of)),
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
        missing: missing
            .into_iter()
            .map(|column| column_name(view, column))
            .collect(),
        imports: view.url(&Page::Imports),
        sheets: pending
            .sheets
            .iter()
            .map(|sheet| (sheet.clone(), *sheet == pending.sheet))
            .collect(),
        whose: whose(t, &pending),
        one_of: one_of(t, &pending),
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

/// What did not go, with what to do ([`vanort_app::desk::DeskError::key`]), and on which line of the table.
fn fault(t: &Words, key: &str, line: Option<usize>) -> String {
    t.m(match (key, line) {
        ("long_cell", Some(line)) => return t.n("fault-long-cell", &line),
        ("unreadable", Some(line)) => return t.n("fault-unreadable", &line),
        ("long_row", Some(line)) => return t.n("fault-long-row", &line),
        ("open_quote", Some(line)) => return t.n("fault-open-quote", &line),
        ("too_large", _) => return t.n("fault-too-large", &(LARGEST_FILE >> 20)),
        (key, _) => general_fault(key),
    })
}

/// The message for what has no line.
fn general_fault(key: &str) -> &'static str {
    match key {
        "foreign" => "fault-foreign",
        "foreign_xls" => "fault-foreign-xls",
        "foreign_xlsb" => "fault-foreign-xlsb",
        "foreign_protected" => "fault-foreign-protected",
        "foreign_html" => "fault-foreign-html",
        "foreign_xml" => "fault-foreign-xml",
        "foreign_json" => "fault-foreign-json",
        "foreign_pdf" => "fault-foreign-pdf",
        "foreign_picture" => "fault-foreign-picture",
        "foreign_document" => "fault-foreign-document",
        "foreign_archive" => "fault-foreign-archive",
        "empty" => "fault-empty",
        "unpacks_too_large" => "fault-unpacks-too-large",
        "too_many" => "fault-too-many",
        "damaged" | "long_cell" | "unreadable" | "long_row" | "open_quote" => "fault-damaged",
        "no_answer" => "fault-no-answer",
        "date" => "fault-date",
        "url" => "fault-url",
        "publisher" => "fault-publisher",
        "url_personal" => "fault-url-personal",
        "licence" => "fault-licence",
        "title" => "fault-title",
        "gone" => "fault-gone",
        _ => "fault-failed",
    }
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
    Planned {
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
        nothing: plan.is_empty().then(|| view.t.m(nothing(plan, is_table))),
        shown,
    }
}

/// Why there is nothing to take in.
fn nothing(plan: &Plan, is_table: bool) -> &'static str {
    if plan.rows.is_empty() && is_table {
        "import-no-rows"
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
        subject: match row.subject_line {
            Some(line) => {
                let line = view.t.number(&(line as usize));
                let told = [("what", subject.as_str()), ("line", line.as_str())];
                view.t.args("import-subject-from", &told)
            }
            None => subject,
        },
        subject_href: href(&row.subject),
        partner: format!("{}{country}", row.partner_written),
        partner_href: href(&row.partner),
        becomes,
        fate: match &row.fate {
            Fate::NoBody => view.t.w("fate-no-body-what", &row.partner_written),
            told if row.decided => view.t.w("import-decided", fate(view, told)),
            told => fate(view, told),
        },
    }
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
        Fate::KnownWithdrawn { way } => t.w("fate-known-withdrawn-what", way),
        Fate::Ambiguous { candidates } => t.n("fate-ambiguous-what", candidates),
        Fate::NoBody => t.m("fate-no-body"),
        Fate::Refused(refusal) => match refusal {
            Refusal::NoSubject => t.m("refused-no-subject"),
            Refusal::NoPartner => t.m("refused-no-partner"),
            Refusal::NotSwedish => t.m("refused-not-swedish"),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Language;

    #[test]
    fn what_would_be_lost_is_told_with_its_line_in_every_language() {
        for (language, line) in [
            (Language::Sv, "Rad 1\u{a0}003: "),
            (Language::En, "Line 1,003: "),
            (Language::Uk, "Рядок 1\u{a0}003: "),
        ] {
            let t = Words { language };
            for key in ["long_cell", "unreadable", "long_row", "open_quote"] {
                let told = fault(&t, key, Some(1003));
                let told = told.replace(['\u{2068}', '\u{2069}'], "");
                assert!(told.starts_with(line), "{told}");
                assert_eq!(fault(&t, key, None), t.m("fault-damaged"));
            }
        }
    }
}
