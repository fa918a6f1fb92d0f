//! The register as tables: what is written out, and what lists offer for download.

use vanort_domain::log::Entry;
use vanort_domain::register::{Choice, DateValue, Outcome, Partnership, Register};
use vanort_domain::statements::Statement;
use vanort_domain::{BodyId, Values};

/// Which table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Table {
    /// Partnerships, with the chosen value of every field.
    Partnerships,
    /// Bodies.
    Bodies,
    /// Statements, as they stand in the log, and whether each counts.
    Statements,
}

const PARTNERSHIPS: [&str; 24] = [
    "id",
    "first",
    "first_name",
    "second",
    "second_name",
    "country",
    "standing",
    "evidence",
    "kind",
    "instrument",
    "agreement",
    "activity",
    "since",
    "until",
    "funding",
    "themes",
    "last_word",
    "no_longer_listed",
    "disputed",
    "statements",
    "decided_event",
    "decided_on",
    "decided_by",
    "decision_ref",
];

const BODIES: [&str; 29] = [
    "id",
    "roles",
    "country",
    "name",
    "official_name",
    "own_name",
    "name_en",
    "other_names",
    "scb_code",
    "county_code",
    "county_name",
    "region",
    "org_number",
    "population",
    "population_date",
    "skr_group",
    "skr_group_name",
    "lat",
    "lon",
    "seat",
    "nuts3",
    "geonames",
    "wikidata",
    "web_domain",
    "successions",
    "coverage",
    "last_own_word",
    "partnerships",
    "source",
];

/// The last column of statements: `yes`, or `no` for what is in the log and moves nothing, because it was corrected, its
/// import was withdrawn or its source is switched off.
const COUNTS: &str = "counts";

/// The columns of a table, in their order.
#[must_use]
pub fn columns(table: Table) -> Vec<&'static str> {
    match table {
        Table::Partnerships => PARTNERSHIPS.to_vec(),
        Table::Bodies => BODIES.to_vec(),
        Table::Statements => ["id", "recorded"]
            .into_iter()
            .chain(Statement::FIELDS)
            .chain([COUNTS])
            .collect(),
    }
}

/// The rows of a table: partnerships in Swedish order of names, bodies by identifier, statements by number.
#[must_use]
pub fn rows<'r>(register: &'r Register, table: Table) -> Box<dyn Iterator<Item = Values> + 'r> {
    match table {
        Table::Partnerships => Box::new(register.partnerships().map(|p| partnership(register, p))),
        Table::Bodies => {
            let mut ids: Vec<BodyId> = register.bodies().map(|body| body.id.clone()).collect();
            ids.sort_unstable();
            Box::new(ids.into_iter().filter_map(|id| body(register, &id)))
        }
        Table::Statements => Box::new(
            register
                .statements()
                .map(|(entry, said)| statement(register, entry, said)),
        ),
    }
}

/// One statement as a row.
#[must_use]
pub fn statement(register: &Register, entry: &Entry, statement: &Statement) -> Values {
    let counts = register.counts(entry, statement);
    let mut values = statement.to_values();
    values
        .set("id", format_args!("st-{}", entry.seq))
        .set("recorded", entry.recorded)
        .set(COUNTS, if counts { "yes" } else { "no" });
    values
}

/// One partnership as a row.
#[must_use]
pub fn partnership(register: &Register, p: &Partnership) -> Values {
    let name = |id: &BodyId| register.body(id).map(|body| body.name.clone());
    let mut values = Values::new();
    values
        .set("id", &p.pair)
        .set("first", &p.pair.first)
        .set_some("first_name", name(&p.pair.first))
        .set("second", &p.pair.second)
        .set_some("second_name", name(&p.pair.second))
        .set_some(
            "country",
            register.body(&p.pair.second).and_then(|body| body.country),
        )
        .set("standing", p.standing)
        .set("evidence", p.evidence)
        .set_some("kind", p.kind.value())
        .set_some("instrument", p.instrument.value())
        .set_some("agreement", p.agreement.value())
        .set_some("activity", p.activity.value())
        .set_some("since", p.since.value().map(|date| &date.0))
        .set_some("until", p.until.value().map(|date| &date.0))
        .set_some("funding", p.funding.value())
        .set_list("themes", &p.themes)
        .set_some("last_word", p.last_word.as_ref())
        .set_some(
            "no_longer_listed",
            p.no_longer_listed.map(|seq| format!("st-{seq}")),
        )
        .set_list("disputed", disputes(p))
        .set_list(
            "statements",
            p.statements.iter().map(|seq| format!("st-{seq}")),
        );
    if let Some(decided) = register.last_decision(p) {
        values
            .set_some("decided_event", decided.event)
            .set_some("decided_on", decided.on)
            .set("decided_by", decided.by)
            .set_some("decision_ref", decided.reference);
    }
    values
}

/// The fields on which the two sides contradict each other, each with both values.
fn disputes(p: &Partnership) -> Vec<String> {
    fn both<T>(name: &str, choice: &Choice<T>, show: impl Fn(&T) -> String) -> Option<String> {
        match choice.outcome() {
            Outcome::Disputed(a, b) => Some(format!("{name}: {} / {}", show(a), show(b))),
            _ => None,
        }
    }
    let date = |date: &DateValue| date.0.to_string();
    [
        both("agreement", &p.agreement, ToString::to_string),
        both("activity", &p.activity, ToString::to_string),
        both("since", &p.since, date),
        both("until", &p.until, date),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// One body as a row.
#[must_use]
pub fn body(register: &Register, id: &BodyId) -> Option<Values> {
    let body = register.body(id)?;
    let coverage = register.coverage(id);
    let mut values = body.to_values();
    if body.is_member() {
        values
            .set("coverage", coverage.coverage)
            .set_some("last_own_word", coverage.last_own_word);
    }
    values.set("partnerships", register.partnership_count_of(id));
    Some(values)
}
