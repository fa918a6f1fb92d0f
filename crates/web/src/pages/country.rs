//! Countries: which there are, and one country's partnerships with Sweden.

use std::collections::BTreeMap;

use askama::Template;
use serde_json::json;
use vanort_app::partnerships::{Filter, Order};
use vanort_domain::vocabulary::{Event, Evidence, Standing, Vocabulary};
use vanort_domain::{CountryCode, Edtf};

use super::frame::{Link, data_url};
use super::rows::{Row, Told};
use super::tables::partnerships_table;
use super::{Answer, Frame, View, errors};
use crate::urls::{Form, Page};

struct Line {
    link: Link,
    count: usize,
    ended: usize,
}

#[derive(Template)]
#[template(path = "countries.html")]
struct List {
    f: Frame,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "country.html")]
struct Shown {
    f: Frame,
    name: String,
    total: usize,
    standing: Vec<(String, usize)>,
    evidence: Vec<(String, usize)>,
    events: Vec<Told>,
    rows: Vec<Row>,
    csv: String,
    list: String,
}

/// Partnerships by country of the partner: all, and those that have ended.
pub(crate) fn counts(view: &View<'_>) -> BTreeMap<CountryCode, (usize, usize)> {
    let mut counts: BTreeMap<CountryCode, (usize, usize)> = BTreeMap::new();
    for p in view.register().partnerships() {
        if let Some(code) = view
            .register()
            .body(&p.pair.second)
            .and_then(|body| body.country)
        {
            let count = counts.entry(code).or_default();
            count.0 += 1;
            count.1 += usize::from(p.standing == Standing::Ended);
        }
    }
    counts
}

/// All countries with a partnership.
pub(crate) fn list(view: &View<'_>) -> Answer {
    let mut lines: Vec<Line> = counts(view)
        .into_iter()
        .map(|(code, (count, ended))| Line {
            link: Link {
                href: view.url(&Page::Country(code.to_string())),
                text: view.country(code),
                current: false,
            },
            count,
            ended,
        })
        .collect();
    lines.sort_by_cached_key(|line| {
        (
            std::cmp::Reverse(line.count),
            view.sort_key(&line.link.text),
        )
    });
    if view.form == Form::Json {
        let items: Vec<_> = lines
            .iter()
            .map(|line| {
                let code = line.link.href.rsplit('/').next().unwrap_or_default();
                json!({ "id": code, "url": view.absolute(&line.link.href), "name": line.link.text, "partnerships": line.count, "ended": line.ended })
            })
            .collect();
        return Answer::json(&json!({ "items": items, "total": items.len(), "next": null }));
    }
    Answer::html(&List {
        f: view.frame(view.t.m("countries-title")),
        lines,
    })
}

/// One country.
pub(crate) fn show(view: &View<'_>, code: &str) -> Answer {
    let country = code
        .parse::<CountryCode>()
        .ok()
        .and_then(|code| view.ctx.countries.get(code));
    let Some(country) = country else {
        return errors::not_found(view, &[]);
    };
    if country.code.as_str() != code {
        let to = view.url(&Page::Country(country.code.to_string()));
        return Answer::redirect(axum::http::StatusCode::MOVED_PERMANENTLY, to);
    }
    let filter = Filter {
        country: Some(country.code),
        ..Filter::default()
    };
    let found = filter.list(view.register(), Order::Name, view.today);
    let name = view.country(country.code);
    match view.form {
        Form::Csv => partnerships_table(view, code, found.iter().map(|p| &**p)),
        Form::Json => {
            let items: Vec<_> = found.iter().map(|p| view.row_json(p)).collect();
            Answer::json(
                &json!({ "id": country.code, "name": name, "items": items, "total": items.len(), "next": null }),
            )
        }
        Form::Html | Form::File(_) => Answer::html(&Shown {
            f: view.frame(name.clone()),
            total: found.len(),
            standing: tally(view, found.iter().map(|p| p.standing)),
            evidence: tally::<Evidence>(view, found.iter().map(|p| p.evidence)),
            events: events(view, &found),
            rows: found.iter().map(|p| view.row(p, None)).collect(),
            csv: data_url(view, "csv"),
            list: format!("{}?country={}", view.url(&Page::Partnerships), country.code),
            name,
        }),
    }
}

fn tally<T: Vocabulary>(view: &View<'_>, words: impl Iterator<Item = T>) -> Vec<(String, usize)> {
    let words: Vec<T> = words.collect();
    T::ALL
        .iter()
        .map(|word| {
            (
                view.t.word(word),
                words.iter().filter(|known| *known == word).count(),
            )
        })
        .filter(|(_, count)| *count > 0)
        .collect()
}

/// Endings, pauses and decisions, the newest first.
fn events(
    view: &View<'_>,
    found: &[std::sync::Arc<vanort_domain::register::Partnership>],
) -> Vec<Told> {
    let tells = |event: Event| {
        !matches!(
            event,
            Event::Planned | Event::Policy | Event::Review | Event::Motion
        )
    };
    let mut events: Vec<_> = found
        .iter()
        .flat_map(|p| p.statements.iter())
        .filter_map(|seq| {
            Some((
                view.register().entry(*seq)?,
                view.register().statement(*seq)?,
            ))
        })
        .filter(|(_, statement)| statement.event.is_some_and(tells))
        .collect();
    events.sort_by_key(|(entry, statement)| {
        let day = statement
            .effective
            .as_deref()
            .or(statement.said.as_ref())
            .and_then(Edtf::ordering_day);
        (std::cmp::Reverse(day), entry.seq)
    });
    events
        .into_iter()
        .map(|(entry, statement)| view.told(entry, statement))
        .collect()
}
