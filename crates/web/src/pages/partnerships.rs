//! The list of partnerships, with filters.

use askama::Template;
use serde_json::json;
use vanort_app::partnerships::{Filter, Order};
use vanort_domain::CountryCode;
use vanort_domain::vocabulary::{Evidence, Freshness, Kind, Standing, Vocabulary};

use super::frame::{Link, data_url, query_of};
use super::rows::Row;
use super::tables::partnerships_table;
use super::{Answer, Frame, View};
use crate::urls::Form;

/// One choice of a filter.
pub(crate) struct Choice {
    pub value: String,
    pub text: String,
    pub count: String,
    pub chosen: bool,
}

/// A filter with its choices.
pub(crate) struct Select {
    pub name: &'static str,
    pub label: String,
    pub choices: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "partnerships.html")]
struct List {
    f: Frame,
    selects: Vec<Select>,
    chips: Vec<Link>,
    instead: Vec<(Link, usize)>,
    ignored: Vec<String>,
    rows: Vec<Row>,
    total: usize,
    number: usize,
    pages: usize,
    first: String,
    previous: Option<String>,
    next: Option<String>,
    last: String,
    csv: String,
    json: String,
    clear: String,
}

struct Read {
    filter: Filter,
    order: Order,
    number: usize,
    ignored: Vec<String>,
}

/// The list, as a page or as data.
pub(crate) fn show(view: &View<'_>) -> Answer {
    let read = read(view);
    let register = view.register();
    match view.form {
        Form::Csv => {
            let list = read.filter.list(register, read.order, view.today);
            partnerships_table(view, "partnerships", list.iter().map(|p| &**p))
        }
        Form::Json => {
            let page = read
                .filter
                .page(register, read.order, view.today, read.number);
            let items: Vec<_> = page.items.iter().map(|p| view.row_json(p)).collect();
            let next = (page.number < page.pages).then(|| {
                view.absolute(&format!(
                    "{}.json{}",
                    view.url(&view.page),
                    query_of(&with(view, "page", &(page.number + 1).to_string()))
                ))
            });
            Answer::json(&json!({
                "items": items, "total": page.total, "page": page.number, "pages": page.pages, "next": next,
                "ignored": read.ignored,
            }))
        }
        Form::Html | Form::File(_) => html(view, read),
    }
}

fn html(view: &View<'_>, read: Read) -> Answer {
    let t = &view.t;
    let page = read
        .filter
        .page(view.register(), read.order, view.today, read.number);
    let to = |number: usize| {
        format!(
            "{}{}",
            view.url(&view.page),
            query_of(&with(view, "page", &number.to_string()))
        )
    };
    let selects = selects(view, &read);
    let chips = chips(view, &selects);
    Answer::html(&List {
        f: view.frame(t.m("partnerships-title")),
        instead: if page.total == 0 {
            instead(view, &read, &chips)
        } else {
            Vec::new()
        },
        chips: chips.into_iter().map(|(_, link)| link).collect(),
        selects,
        rows: page
            .items
            .iter()
            .map(|p| view.row(p, read.filter.body.as_ref()))
            .collect(),
        total: page.total,
        number: page.number,
        pages: page.pages,
        first: to(1),
        previous: (page.number > 1).then(|| to(page.number - 1)),
        next: (page.number < page.pages).then(|| to(page.number + 1)),
        last: to(page.pages),
        csv: data_url(view, "csv"),
        json: data_url(view, "json"),
        clear: view.url(&view.page),
        ignored: read.ignored,
    })
}

/// The filters that are set, each with the address of the list without it.
fn chips(view: &View<'_>, selects: &[Select]) -> Vec<(&'static str, Link)> {
    selects
        .iter()
        .filter(|select| select.name != "sort")
        .filter_map(|select| {
            let chosen = select
                .choices
                .iter()
                .find(|choice| choice.chosen && !choice.value.is_empty())?;
            let mut without = with(view, "page", "");
            without.retain(|(name, _)| name != select.name);
            let link = Link {
                href: format!("{}{}", view.url(&view.page), query_of(&without)),
                text: format!("{}: {}", select.label, chosen.text),
                current: false,
            };
            Some((select.name, link))
        })
        .collect()
}

/// How many partnerships there would be without one of the filters, where there would be any.
fn instead(view: &View<'_>, read: &Read, chips: &[(&'static str, Link)]) -> Vec<(Link, usize)> {
    chips
        .iter()
        .map(|(name, link)| {
            let mut filter = read.filter.clone();
            match *name {
                "body" => filter.body = None,
                "country" => filter.country = None,
                "kind" => filter.kind = None,
                "standing" => filter.standing = None,
                "evidence" => filter.evidence = None,
                _ => filter.freshness = None,
            }
            let count = filter.list(view.register(), Order::Name, view.today).len();
            (link.clone(), count)
        })
        .filter(|(_, count)| *count > 0)
        .collect()
}
/// The query with one part set, or left out when the value is empty.
fn with(view: &View<'_>, name: &str, value: &str) -> Vec<(String, String)> {
    let mut query: Vec<(String, String)> = view
        .query
        .iter()
        .filter(|(key, _)| key != name)
        .cloned()
        .collect();
    query.push((name.to_owned(), value.to_owned()));
    query
}

fn read(view: &View<'_>) -> Read {
    let mut read = Read {
        filter: Filter::default(),
        order: Order::Name,
        number: 1,
        ignored: Vec::new(),
    };
    for (name, value) in view.query.iter().filter(|(_, value)| !value.is_empty()) {
        let understood = match name.as_str() {
            "body" => value.parse().is_ok_and(|id| {
                let found = view.register().body(&id).map(|body| body.id.clone());
                read.filter.body = found;
                read.filter.body.is_some()
            }),
            "country" => set(&mut read.filter.country, value),
            "kind" => set(&mut read.filter.kind, value),
            "evidence" => set(&mut read.filter.evidence, value),
            "standing" => set(&mut read.filter.standing, value),
            "freshness" => set(&mut read.filter.freshness, value),
            "page" => value.parse().map(|number| read.number = number).is_ok(),
            "sort" => match Order::ALL.iter().find(|(_, key)| key == value) {
                Some((order, _)) => {
                    read.order = *order;
                    true
                }
                None => false,
            },
            _ => false,
        };
        if !understood {
            let part: String = format!("{name}={value}").chars().take(80).collect();
            read.ignored.push(part);
        }
    }
    read
}

fn set<T: std::str::FromStr>(slot: &mut Option<T>, value: &str) -> bool {
    *slot = value.parse().ok();
    slot.is_some()
}

fn selects(view: &View<'_>, read: &Read) -> Vec<Select> {
    let t = &view.t;
    let register = view.register();
    let mut bodies: Vec<_> = register
        .bodies()
        .filter(|body| body.is_member() || read.filter.body.as_ref() == Some(&body.id))
        .map(|body| (body.sort_key(), body.clone()))
        .collect();
    bodies.sort_by(|a, b| a.0.cmp(&b.0));
    let bodies = bodies
        .iter()
        .map(|(_, body)| (body.id.to_string(), body.name.clone()));
    let mut counts = super::country::counts(view);
    // What is asked for can be chosen again, even where there is nothing.
    if let Some(code) = read.filter.country {
        counts.entry(code).or_default();
    }
    let mut codes: Vec<_> = counts.keys().copied().collect();
    codes.sort_by_cached_key(|code| view.sort_key(&view.country(*code)));
    let codes = codes
        .into_iter()
        .map(|code| (code.to_string(), view.country(code)));
    let filter = &read.filter;
    let orders = Order::ALL
        .iter()
        .map(|(_, key)| ((*key).to_owned(), t.m(&format!("sort-{key}"))));
    let order = Order::ALL
        .iter()
        .find(|(order, _)| *order == read.order)
        .map(|(_, key)| (*key).to_owned());
    let mut country = select(
        view,
        "country",
        t.m("filter-country"),
        filter.country.map(|c| c.to_string()),
        codes,
    );
    for choice in &mut country.choices {
        let code = choice.value.parse().ok();
        if let Some((count, _)) = code.and_then(|code: CountryCode| counts.get(&code)) {
            choice.count = format!(" ({})", t.number(count));
        }
    }
    vec![
        select(
            view,
            "body",
            t.m("filter-body"),
            filter.body.as_ref().map(ToString::to_string),
            bodies,
        ),
        country,
        words::<Kind>(view, "kind", t.m("field-kind"), filter.kind),
        words::<Standing>(view, "standing", t.m("field-standing"), filter.standing),
        words::<Evidence>(view, "evidence", t.m("field-evidence"), filter.evidence),
        words::<Freshness>(view, "freshness", t.m("field-freshness"), filter.freshness),
        Select {
            choices: choices(orders, order.as_deref()),
            name: "sort",
            label: t.m("sort-label"),
        },
    ]
}

fn choices(all: impl Iterator<Item = (String, String)>, chosen: Option<&str>) -> Vec<Choice> {
    all.map(|(value, text)| Choice {
        chosen: chosen == Some(value.as_str()),
        value,
        text,
        count: String::new(),
    })
    .collect()
}

fn select(
    view: &View<'_>,
    name: &'static str,
    label: String,
    chosen: Option<String>,
    all: impl Iterator<Item = (String, String)>,
) -> Select {
    let any = Choice {
        value: String::new(),
        text: view.t.m("filter-all"),
        count: String::new(),
        chosen: chosen.is_none(),
    };
    let mut list = vec![any];
    list.extend(choices(all, chosen.as_deref()));
    Select {
        name,
        label,
        choices: list,
    }
}

/// A filter by the words of a closed list.
pub(crate) fn words<T: Vocabulary>(
    view: &View<'_>,
    name: &'static str,
    label: String,
    chosen: Option<T>,
) -> Select {
    let all = T::ALL
        .iter()
        .map(|word| (word.key().to_owned(), view.t.word(word)));
    select(
        view,
        name,
        label,
        chosen.map(|word| word.key().to_owned()),
        all,
    )
}
