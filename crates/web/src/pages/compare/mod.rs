//! Up to four Swedish municipalities or regions side by side.

mod rows;

use std::sync::Arc;

use askama::Template;
use serde_json::json;
use vanort_app::search;
use vanort_domain::BodyId;
use vanort_domain::bodies::Body;
use vanort_formats::table::{Cell as FileCell, Column, Kind as Cells, Table};

use super::frame::Link;
use super::{Answer, Frame, View, files};
use crate::urls::{Form, Page};
use rows::{Compared, Row};

/// Most bodies that stand side by side.
const MOST: usize = 4;
/// Examples for who has not chosen.
const EXAMPLES: [[&str; 2]; 3] = [
    ["se-1480", "se-1280"],
    ["se-2480", "se-2580"],
    ["se-0580", "se-1880"],
];

/// What is asked for, and what of it cannot be.
#[derive(Default)]
struct Asked {
    bodies: Vec<Arc<Body>>,
    unknown: Vec<String>,
    too_many: Vec<String>,
}

impl Asked {
    fn read(view: &View<'_>) -> Self {
        let mut asked = Self::default();
        let texts = view.query.iter().filter(|(name, _)| name == "body");
        for text in texts.flat_map(|(_, value)| value.split(',')) {
            let text = text.trim();
            let found = search::member(view.snapshot, &view.ctx.countries, text).ok();
            match found.and_then(|id| view.register().body(&id).cloned()) {
                _ if text.is_empty() => {}
                None => asked.unknown.push(text.chars().take(80).collect()),
                Some(body) if asked.bodies.iter().any(|known| known.id == body.id) => {}
                Some(body) if asked.bodies.len() == MOST => {
                    asked.too_many.push(view.name(&body.id));
                }
                Some(body) => asked.bodies.push(body),
            }
        }
        asked
    }
}

struct Head {
    name: String,
    href: String,
}

#[derive(Template)]
#[template(path = "compare.html")]
struct Shown {
    f: Frame,
    action: String,
    fields: Vec<(String, String, String)>,
    names: Vec<String>,
    unknown: Vec<String>,
    too_many: String,
    heads: Vec<Head>,
    rows: Vec<Row>,
    files: Vec<(&'static str, String)>,
    examples: Vec<Link>,
}

/// The page, or its table as a file.
pub(crate) fn show(view: &View<'_>) -> Answer {
    let asked = Asked::read(view);
    let compared = Compared::of(view, &asked.bodies);
    let rows = compared.rows();
    match view.form {
        Form::Html => Answer::html(&html(view, &asked, rows)),
        Form::Json => Answer::json(&data(view, &asked, &rows)),
        Form::Csv | Form::File(_) => file(view, &asked, &rows),
    }
}

fn html(view: &View<'_>, asked: &Asked, rows: Vec<Row>) -> Shown {
    let t = &view.t;
    let fields = (0..MOST).map(|place| {
        let name = asked.bodies.get(place).map(|body| view.name(&body.id));
        let label = t.w("compare-body", place + 1);
        (format!("body-{place}"), label, name.unwrap_or_default())
    });
    let head = |body: &Arc<Body>| Head {
        name: view.name(&body.id),
        href: view.body_url(&body.id),
    };
    Shown {
        f: view.frame(t.m("compare-title")),
        action: view.url(&Page::Compare),
        fields: fields.collect(),
        names: view.member_names(),
        unknown: asked
            .unknown
            .iter()
            .map(|text| t.w("compare-unknown", text))
            .collect(),
        too_many: asked.too_many.join(", "),
        heads: asked.bodies.iter().map(head).collect(),
        files: files::beside(view),
        examples: examples(view),
        rows: if asked.bodies.is_empty() {
            vec![]
        } else {
            rows
        },
    }
}

fn examples(view: &View<'_>) -> Vec<Link> {
    let all = EXAMPLES.iter().filter_map(|ids| {
        let ids: Option<Vec<BodyId>> = ids.iter().map(|id| id.parse().ok()).collect();
        let ids = ids?;
        let known = ids.iter().all(|id| view.register().body(id).is_some());
        let query: Vec<String> = ids.iter().map(|id| format!("body={id}")).collect();
        let names: Vec<String> = ids.iter().map(|id| view.name(id)).collect();
        known.then(|| Link {
            href: format!("{}?{}", view.url(&Page::Compare), query.join("&")),
            text: names.join(" – "),
            current: false,
        })
    });
    all.collect()
}

fn data(view: &View<'_>, asked: &Asked, rows: &[Row]) -> serde_json::Value {
    let bodies: Vec<_> = asked
        .bodies
        .iter()
        .map(|body| json!({ "id": body.id, "name": view.name(&body.id) }))
        .collect();
    let items: Vec<_> = rows
        .iter()
        .map(|row| {
            let values: Vec<String> = row.cells.iter().map(rows::Cell::text).collect();
            json!({ "id": row.key, "name": row.label, "values": values })
        })
        .collect();
    json!({
        "bodies": bodies, "items": items, "ignored": asked.unknown, "too_many": asked.too_many,
    })
}

fn file(view: &View<'_>, asked: &Asked, rows: &[Row]) -> Answer {
    // People read it, in whichever kind of file: the heads are words.
    let column = |name: String| Column::new(name.clone(), name, Cells::Text);
    let first = column(view.t.m("compare-what"));
    let bodies = asked.bodies.iter();
    let columns = bodies.map(|body| column(view.name(&body.id)));
    let table = Table {
        title: view.t.m("compare-button"),
        columns: std::iter::once(first).chain(columns).collect(),
        notes: Vec::new(),
    };
    let lines = rows.iter().map(|row| {
        let cells = row.cells.iter().map(|cell| FileCell::Text(cell.text()));
        std::iter::once(FileCell::Text(row.label.clone()))
            .chain(cells)
            .collect()
    });
    files::small(view, "vanort-compare", &table, lines)
}
