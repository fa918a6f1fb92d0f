//! All Swedish municipalities and regions with their coverage.

use std::sync::Arc;

use askama::Template;
use serde_json::json;
use vanort_app::tables::{self, Table};
use vanort_domain::Edtf;
use vanort_domain::bodies::Body;
use vanort_domain::vocabulary::{Coverage, Freshness, Role, Vocabulary as _};

use super::frame::{Link, data_url, not_understood};
use super::selects::{Choice, Select, words};
use super::time::is_ours;
use super::{Answer, Frame, View, errors};
use crate::marks;
use crate::urls::Form;

struct Line {
    href: String,
    name: String,
    partnerships: usize,
    coverage: String,
    word: String,
}

struct County {
    name: String,
    anchor: String,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "bodies.html")]
struct List {
    f: Frame,
    regions: Vec<Line>,
    counties: Vec<County>,
    contents: Vec<Link>,
    all: Vec<Line>,
    selects: Vec<Select>,
    /// What of the address was not understood.
    ignored: Vec<String>,
    /// The marks with their words, for a screen that has no room for the words in the list.
    legend: Vec<String>,
    /// What is chosen, for paper.
    chosen: String,
    total: usize,
    here: String,
    csv: String,
}

/// In which order; the keys stand in addresses.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    County,
    Name,
    Partnerships,
    Word,
}

impl Sort {
    const ALL: [(Self, &'static str); 4] = [
        (Self::County, "county"),
        (Self::Name, "name"),
        (Self::Partnerships, "partnerships"),
        (Self::Word, "word"),
    ];

    fn of_key(asked: &str) -> Option<Self> {
        let known = Self::ALL.into_iter().find(|(_, key)| *key == asked);
        known.map(|(sort, _)| sort)
    }

    fn read(view: &View<'_>) -> Self {
        let asked = view.param("sort").and_then(Self::of_key);
        asked.unwrap_or(Self::County)
    }
}

/// What of the address is not understood.
fn ignored(view: &View<'_>) -> Vec<String> {
    let is_understood = |name: &str, value: &str| match name {
        "coverage" => value.parse::<Coverage>().is_ok(),
        "sort" => Sort::of_key(value).is_some(),
        _ => is_ours(name),
    };
    not_understood(view, is_understood)
}

/// The list, as a page or as data.
pub(crate) fn show(view: &View<'_>) -> Answer {
    let mut members: Vec<_> = view
        .register()
        .bodies()
        .filter(|body| body.is_member())
        .cloned()
        .collect();
    let coverage: Option<Coverage> = view.param("coverage").and_then(|word| word.parse().ok());
    if let Some(coverage) = coverage {
        members.retain(|body| view.register().coverage(&body.id).coverage == coverage);
    }
    let sort = Sort::read(view);
    put_in_order(view, &mut members, sort);
    match view.form {
        Form::Json => {
            let items: Vec<_> = members
                .iter()
                .map(|body| {
                    let coverage = view.register().coverage(&body.id);
                    json!({
                        "id": body.id,
                        "url": view.absolute(&view.body_url(&body.id)),
                        "name": view.name_of(body),
                        "roles": body.roles,
                        "coverage": coverage.coverage,
                        "last_own_word": coverage.last_own_word,
                        "partnerships": view.register().partnership_count_of(&body.id),
                    })
                })
                .collect();
            let mut ignored = ignored(view);
            ignored.extend(view.then.ignored.iter().cloned());
            Answer::json(
                &json!({ "items": items, "total": items.len(), "next": null, "ignored": ignored }),
            )
        }
        Form::Csv if !ignored(view).is_empty() => errors::no_file(view, &ignored(view)),
        Form::Csv => {
            let rows = members
                .iter()
                .filter_map(|body| tables::body(view.register(), &body.id));
            super::tables::table("bodies", &tables::columns(Table::Bodies), rows)
        }
        Form::Html | Form::File(_) => html(view, &members, sort, coverage),
    }
}

fn line(view: &View<'_>, body: &Body) -> Line {
    let t = &view.t;
    let coverage = view.register().coverage(&body.id);
    let word = match (&coverage.last_own_word, coverage.own_words) {
        (None, 0) => String::new(),
        (None, _) if view.has_spoken_later(body) => marks::fresh_as(t, None, Freshness::Later),
        (date, _) => marks::fresh(t, date.as_ref(), view.today),
    };
    Line {
        href: view.body_url(&body.id),
        name: view.name_of(body).to_owned(),
        partnerships: view.register().partnership_count_of(&body.id),
        coverage: marks::coverage(t, coverage.coverage),
        word,
    }
}

fn put_in_order(view: &View<'_>, members: &mut [Arc<Body>], sort: Sort) {
    members.sort_by_cached_key(|body| view.sort_key(view.name_of(body)));
    match sort {
        Sort::County | Sort::Name => {}
        Sort::Partnerships => members.sort_by_cached_key(|body| {
            std::cmp::Reverse(view.register().partnership_count_of(&body.id))
        }),
        Sort::Word => members.sort_by_cached_key(|body| {
            let word = view.register().coverage(&body.id).last_own_word;
            std::cmp::Reverse(word.as_ref().and_then(Edtf::ordering_day))
        }),
    }
}

fn selects(view: &View<'_>, sort: Sort, coverage: Option<Coverage>) -> Vec<Select> {
    let t = &view.t;
    let orders = Sort::ALL.into_iter().map(|(known, key)| Choice {
        value: key.to_owned(),
        text: t.m(&format!("bodies-sort-{key}")),
        count: String::new(),
        chosen: known == sort,
    });
    vec![
        words(view, "coverage", t.m("col-coverage"), coverage),
        Select {
            name: "sort",
            label: t.m("sort-label"),
            choices: orders.collect(),
        },
    ]
}

fn html(view: &View<'_>, members: &[Arc<Body>], sort: Sort, coverage: Option<Coverage>) -> Answer {
    let by_county = sort == Sort::County;
    let lines = |of: &dyn Fn(&Body) -> bool| -> Vec<Line> {
        let chosen = members.iter().filter(|body| of(body));
        chosen.map(|body| line(view, body)).collect()
    };
    let counties = if by_county {
        counties(view, members)
    } else {
        Vec::new()
    };
    let contents = counties
        .iter()
        .map(|county| Link {
            href: format!("#{}", county.anchor),
            text: county.name.clone(),
            current: false,
        })
        .collect();
    Answer::html(&List {
        f: view.frame(view.t.m("bodies-title")),
        regions: lines(&|body| by_county && body.has_role(Role::Region)),
        counties,
        contents,
        all: lines(&|_| !by_county),
        selects: selects(view, sort, coverage),
        ignored: ignored(view),
        legend: Coverage::ALL
            .iter()
            .map(|coverage| marks::coverage(&view.t, *coverage))
            .collect(),
        chosen: coverage.map_or_else(String::new, |coverage| {
            format!("{}: {}", view.t.m("col-coverage"), view.t.word(&coverage))
        }),
        total: members.len(),
        here: view.url(&view.page),
        csv: data_url(view, "csv"),
    })
}

fn counties(view: &View<'_>, members: &[Arc<Body>]) -> Vec<County> {
    let mut counties: Vec<County> = Vec::new();
    for body in members
        .iter()
        .filter(|body| body.has_role(Role::Municipality))
    {
        let name = view.county_of(body).unwrap_or_default();
        let line = line(view, body);
        match counties.iter_mut().find(|county| county.name == name) {
            Some(county) => county.lines.push(line),
            None => counties.push(County {
                anchor: format!("lan-{}", body.county_code.as_deref().unwrap_or("0")),
                name,
                lines: vec![line],
            }),
        }
    }
    counties.sort_by_cached_key(|county| view.sort_key(&county.name));
    counties
}
