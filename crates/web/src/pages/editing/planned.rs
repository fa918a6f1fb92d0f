//! What a list would do, row by row: the dry run in words.

use vanort_app::imports::{Fate, FindingKind, Mapping, Plan, PlannedRow, Refusal, Totals};
use vanort_app::local_names::as_it_will_be_called;
use vanort_domain::BodyId;

use super::super::View;
use super::meant::{Asked, likely};
use super::withdrawn::{Withdrawn, named, withdrawn};
use crate::imports;

/// Rows shown of a plan; the rest is counted.
const ROWS: usize = 200;

/// Findings shown of each kind.
const FINDINGS: usize = 20;

pub(super) struct Planned {
    /// By which it is known again.
    pub(super) mark: String,
    /// Lists that were withdrawn from which its rows are known.
    pub(super) withdrawn: Vec<Withdrawn>,
    /// Which bodies are meant by names that none has, for a table.
    pub(super) asked: Option<Asked>,
    pub(super) totals: Vec<(String, usize)>,
    /// How many partnerships and bodies would be new.
    pub(super) makes: String,
    pub(super) findings: Vec<(String, Vec<String>, usize)>,
    pub(super) rows: Vec<RowShown>,
    pub(super) more: usize,
    /// Which rows of the table were left out, and why.
    pub(super) left_out: Vec<String>,
    /// Why there is nothing to take in, where there is not.
    pub(super) nothing: Option<String>,
    pub(super) shown: Vec<(String, String, bool)>,
}

pub(super) struct RowShown {
    pub(super) line: u64,
    pub(super) subject: String,
    pub(super) subject_href: String,
    pub(super) partner: String,
    pub(super) partner_href: String,
    pub(super) becomes: String,
    pub(super) fate: String,
}

pub(super) fn planned(view: &View<'_>, plan: &Plan, mapping: Option<&Mapping>) -> Planned {
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
        asked: mapping.and_then(|mapping| Asked::of(view, mapping, plan)),
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
        nothing: plan.is_empty().then(|| {
            view.t
                .m(nothing(plan, mapping.is_some(), !withdrawn.is_empty()))
        }),
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
    } else if plan.is_known() && plan.totals.rows.contains_key("refused") {
        "import-nothing-new-but"
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

/// How many rows come to what.
pub(super) fn totals(view: &View<'_>, of: &Totals) -> Vec<(String, usize)> {
    let counted = Fate::KEYS.iter().filter_map(|key| {
        let count = *of.rows.get(key)?;
        Some((fates(view, key, count), count))
    });
    counted.collect()
}

/// How many partnerships and bodies are new, in a sentence.
pub(super) fn makes(view: &View<'_>, of: &Totals) -> String {
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
            Refusal::NotSwedish { likely: Some(name) } => {
                t.w("refused-not-swedish-likely", likely(view, name))
            }
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
