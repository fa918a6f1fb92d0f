//! The columns of the files of a result: for programs the codes that are the same in every language, for people words
//! first and the codes after them.

use std::sync::Arc;

use vanort_app::Countries;
use vanort_app::development::single_year;
use vanort_app::local_names::name_in;
use vanort_app::notes::in_language;
use vanort_app::tables::{self, Said, Table as Which};
use vanort_domain::register::{Choice, DateValue, Partnership, Register};
use vanort_domain::vocabulary::{
    Activity, Agreement, Event, Evidence, Funding, Instrument, Kind, Standing, Theme, Vocabulary,
};
use vanort_domain::{BodyId, Values};
use vanort_formats::table::{Column, Kind as Cells, Note};

use super::super::{COUNTIES, View, county};
use crate::messages::Words;

/// What is told of a partnership beside what every table of partnerships has.
const MORE: [(&str, Cells); 7] = [
    ("since_year", Cells::Integer),
    ("until_year", Cells::Integer),
    ("county_code", Cells::Text),
    ("first_lat", Cells::Number),
    ("first_lon", Cells::Number),
    ("second_lat", Cells::Number),
    ("second_lon", Cells::Number),
];

/// The columns that people read, in the order in which they ask. What ends in [`WORDS`] stands for a code.
const READ: [&str; 24] = [
    "first_name",
    "county_code_words",
    "second_name",
    "country_words",
    "standing_words",
    "kind_words",
    "agreement_words",
    "activity_words",
    "since",
    "since_year",
    "until",
    "until_year",
    "decided_by",
    "decided_event_words",
    "decided_on",
    "decision_ref",
    "instrument_words",
    "funding_words",
    "themes_words",
    "evidence_words",
    "last_word",
    "no_longer_listed",
    "disputed_words",
    "statement_count",
];
const WORDS: &str = "_words";

/// What a column of a table of partnerships holds.
fn cells_of(name: &str) -> Cells {
    match name {
        "since" | "until" | "last_word" | "decided_on" => Cells::Edtf,
        "themes" | "disputed" | "statements" => Cells::List,
        "statement_count" => Cells::Integer,
        "address" => Cells::Link,
        _ => MORE
            .iter()
            .find(|(more, _)| *more == name)
            .map_or(Cells::Text, |(_, cells)| *cells),
    }
}

fn label(t: &Words, name: &str) -> String {
    let name = name.strip_suffix(WORDS).unwrap_or(name);
    t.of_list("export", name)
}

/// The columns of `vanort export partnerships` and the address, each with what it holds; `more` adds years and places as
/// numbers.
pub(super) fn for_programs(t: &Words, more: bool) -> Vec<Column> {
    let more = MORE.iter().filter(|_| more).map(|(name, _)| *name);
    tables::columns(Which::Partnerships)
        .into_iter()
        .chain(["address"])
        .chain(more)
        .map(|name| Column::new(name, label(t, name), cells_of(name)))
        .collect()
}

/// Words and typed values first, then the address and, under their names in other files, the codes and places.
pub(super) fn for_people(t: &Words) -> Vec<Column> {
    let read = READ.iter().chain(&["address"]);
    let read = read.map(|name| Column::new(*name, label(t, name), cells_of(name)));
    let codes = for_programs(t, true);
    let codes = codes.into_iter().filter(|column| {
        let is_read = READ.contains(&&*column.name);
        !is_read && column.name != "address"
    });
    let codes = codes.map(|mut column| {
        let is_code = READ.contains(&&*format!("{}{WORDS}", column.name));
        let label = match is_code {
            true => t.w("export-code", &column.label),
            false => column.label,
        };
        column.label = format!("{label} ({})", column.name);
        column
    });
    read.chain(codes).collect()
}

/// Adds years and places.
pub(super) fn add_more(values: &mut Values, register: &Register, p: &Partnership) {
    let year = |date: &Choice<DateValue>| single_year(&date.value()?.0);
    values
        .set_some("since_year", year(&p.since))
        .set_some("until_year", year(&p.until))
        .set("statement_count", p.statements.len());
    for (side, lat, lon) in [
        (&p.pair.first, "first_lat", "first_lon"),
        (&p.pair.second, "second_lat", "second_lon"),
    ] {
        if let Some(body) = register.body(side) {
            values.set_some(lat, body.lat).set_some(lon, body.lon);
        }
    }
    let home = register.body(&p.pair.first);
    let code = home.and_then(|body| body.county_code.clone());
    values.set_some("county_code", code);
}

/// What puts codes into words, for as long as a file is written.
pub(super) struct InWords {
    t: Words,
    countries: Arc<Countries>,
}

impl InWords {
    pub fn of(view: &View<'_>) -> Self {
        Self {
            t: view.t,
            countries: view.ctx.countries.clone(),
        }
    }

    /// Adds the words of a partnership.
    pub fn add(&self, values: &mut Values, register: &Register, p: &Partnership) {
        let t = &self.t;
        let tongue = t.language.tongue();
        let name = |id: &BodyId| register.body(id).map(|body| name_in(body, tongue));
        let home = register.body(&p.pair.first);
        let in_county = home.and_then(|body| {
            let code = body.county_code.as_deref().unwrap_or_default();
            Some(county(t, code, body.county_name.as_deref()?))
        });
        let partner = register.body(&p.pair.second);
        let country = partner.and_then(|body| body.country);
        let themes: Vec<String> = p.themes.iter().map(|theme| t.word(theme)).collect();
        values
            .set_some("first_name", name(&p.pair.first))
            .set_some("second_name", name(&p.pair.second))
            .set_some("county_code_words", in_county)
            .set_some(
                "country_words",
                country.map(|code| self.countries.name(code, t.language.tag())),
            )
            .set("standing_words", t.word(&p.standing))
            .set("evidence_words", t.word(&p.evidence))
            .set_some("kind_words", p.kind.value().map(|word| t.word(word)))
            .set_some(
                "instrument_words",
                p.instrument.value().map(|word| t.word(word)),
            )
            .set_some(
                "agreement_words",
                p.agreement.value().map(|word| t.word(word)),
            )
            .set_some(
                "activity_words",
                p.activity.value().map(|word| t.word(word)),
            )
            .set_some("funding_words", p.funding.value().map(|word| t.word(word)))
            .set("themes_words", themes.join(", "))
            .set("disputed_words", self.disputes(register, p).join("; "));
        if let Some(decided) = register.last_decision(p) {
            values
                .set("decided_by", in_language(decided.by, tongue).text)
                .set_some(
                    "decided_event_words",
                    decided.event.map(|word| t.word(&word)),
                );
        }
    }

    /// On what words contradict each other, with what they say.
    fn disputes(&self, register: &Register, p: &Partnership) -> Vec<String> {
        let t = &self.t;
        let word = |said: &Said| match said {
            Said::Agreement(word) => t.word(word),
            Said::Activity(word) => t.word(word),
            Said::Date(date) => t.date(date),
        };
        let all = tables::contradictions(register, p).into_iter();
        all.map(|(field, values)| {
            let values: Vec<String> = values.iter().map(word).collect();
            format!("{}: {}", label(t, field), values.join(" / "))
        })
        .collect()
    }
}

/// A column as the page of data explains it.
pub(crate) struct Explained {
    pub name: String,
    pub label: String,
    /// What a cell holds.
    pub holds: String,
    /// Whether only workbooks and Parquet have it.
    pub is_more: bool,
}

/// Every column of the files of partnerships, in their order.
pub(crate) fn explained(t: &Words) -> Vec<Explained> {
    let holds = |cells: Cells| match cells {
        Cells::Integer => "data-holds-integer",
        Cells::Number => "data-holds-number",
        Cells::Edtf => "data-holds-edtf",
        Cells::List => "data-holds-list",
        Cells::Link => "data-holds-link",
        _ => "data-holds-text",
    };
    for_programs(t, true)
        .into_iter()
        .map(|column| Explained {
            is_more: MORE.iter().any(|(more, _)| *more == column.name),
            holds: t.m(holds(column.kind)),
            label: column.label,
            name: column.name.into_owned(),
        })
        .collect()
}

/// Every code that the rows may have, with its word; of countries those that occur.
pub(crate) fn codes<'p>(view: &View<'_>, all: impl Iterator<Item = &'p Arc<Partnership>>) -> Note {
    fn list<T: Vocabulary>(t: &Words, name: &str) -> Vec<Vec<String>> {
        T::ALL
            .iter()
            .map(|word| line(t, name, word.key(), t.word(word)))
            .collect()
    }
    fn line(t: &Words, name: &str, code: &str, word: String) -> Vec<String> {
        vec![label(t, name), name.to_owned(), code.to_owned(), word]
    }
    let t = &view.t;
    let countries: std::collections::BTreeSet<_> = all
        .filter_map(|p| view.register().body(&p.pair.second)?.country)
        .collect();
    let countries = countries
        .into_iter()
        .map(|code| line(t, "country", &code.to_string(), view.country(code)));
    let counties = COUNTIES
        .iter()
        .map(|code| line(t, "county_code", code, county(t, code, "")));
    let head = ["column", "name", "code", "word"];
    Note {
        title: t.m("export-codes"),
        head: head
            .map(|what| t.m(&format!("export-codes-{what}")))
            .to_vec(),
        rows: [
            list::<Standing>(t, "standing"),
            list::<Kind>(t, "kind"),
            list::<Agreement>(t, "agreement"),
            list::<Activity>(t, "activity"),
            list::<Instrument>(t, "instrument"),
            list::<Funding>(t, "funding"),
            list::<Theme>(t, "themes"),
            list::<Evidence>(t, "evidence"),
            list::<Event>(t, "decided_event"),
            counties.collect(),
            countries.collect(),
        ]
        .concat(),
    }
}
