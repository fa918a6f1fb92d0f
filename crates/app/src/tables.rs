//! The register as tables: what is written out, and what lists offer for download.

use vanort_domain::log::Entry;
use vanort_domain::register::{Choice, DateValue, Outcome, Partnership, Register};
use vanort_domain::statements::Statement;
use vanort_domain::vocabulary::{Activity, Agreement};
use vanort_domain::{BodyId, Edtf, Values};

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
        .set_list("disputed", disputes(register, p))
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

/// A value that words contradict each other on.
#[derive(Debug, Clone, PartialEq)]
pub enum Said {
    /// State of the agreement.
    Agreement(Agreement),
    /// What goes on.
    Activity(Activity),
    /// Since when or until when.
    Date(Edtf),
}

/// The fields on which words about a partnership contradict each other, each with the values, the one that counts first: the
/// two sides, or words of the same rank of which nobody can tell which is the latest.
#[must_use]
pub fn contradictions(register: &Register, p: &Partnership) -> Vec<(&'static str, Vec<Said>)> {
    fn values<T: Clone + PartialEq>(
        register: &Register,
        choice: &Choice<T>,
        of: impl Fn(&Statement) -> Option<T>,
    ) -> Vec<T> {
        match choice.outcome() {
            Outcome::Disputed(a, b) => vec![a.clone(), b.clone()],
            Outcome::Stated(value) if choice.is_of_unknown_order() => {
                let mut values = vec![value.clone()];
                let others = choice.against().iter();
                for other in others.filter_map(|seq| of(register.statement(*seq)?)) {
                    if !values.contains(&other) {
                        values.push(other);
                    }
                }
                values
            }
            _ => Vec::new(),
        }
    }
    fn sides(choice: &Choice<DateValue>) -> Vec<Said> {
        match choice.outcome() {
            Outcome::Disputed(a, b) => vec![Said::Date(a.0.clone()), Said::Date(b.0.clone())],
            _ => Vec::new(),
        }
    }
    let agreement = values(register, &p.agreement, |s| s.agreement);
    let activity = values(register, &p.activity, |s| s.activity);
    let all = [
        (
            "agreement",
            agreement.into_iter().map(Said::Agreement).collect(),
        ),
        (
            "activity",
            activity.into_iter().map(Said::Activity).collect(),
        ),
        ("since", sides(&p.since)),
        ("until", sides(&p.until)),
    ];
    let differ = |(_, values): &(_, Vec<Said>)| values.len() > 1;
    all.into_iter().filter(differ).collect()
}

/// The contradictions in codes: `agreement: in_force / terminated`.
fn disputes(register: &Register, p: &Partnership) -> Vec<String> {
    let code = |said: &Said| match said {
        Said::Agreement(word) => word.to_string(),
        Said::Activity(word) => word.to_string(),
        Said::Date(date) => date.to_string(),
    };
    let all = contradictions(register, p).into_iter();
    all.map(|(field, values)| {
        let values: Vec<String> = values.iter().map(code).collect();
        format!("{field}: {}", values.join(" / "))
    })
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
