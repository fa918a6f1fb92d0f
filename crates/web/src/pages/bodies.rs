//! All Swedish municipalities and regions with their coverage.

use askama::Template;
use serde_json::json;
use vanort_app::tables::{self, Table};
use vanort_domain::bodies::Body;
use vanort_domain::vocabulary::Role;

use super::frame::{Link, data_url};
use super::{Answer, Frame, View};
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
    csv: String,
}

/// The list, as a page or as data.
pub(crate) fn show(view: &View<'_>) -> Answer {
    let mut members: Vec<_> = view
        .register()
        .bodies()
        .filter(|body| body.is_member())
        .cloned()
        .collect();
    members.sort_by_cached_key(|body| body.sort_key());
    match view.form {
        Form::Json => {
            let items: Vec<_> = members
                .iter()
                .map(|body| {
                    let coverage = view.register().coverage(&body.id);
                    json!({
                        "id": body.id,
                        "url": view.absolute(&view.body_url(&body.id)),
                        "name": body.name,
                        "roles": body.roles,
                        "coverage": coverage.coverage,
                        "last_own_word": coverage.last_own_word,
                        "partnerships": view.register().partnerships_of(&body.id).len(),
                    })
                })
                .collect();
            Answer::json(&json!({ "items": items, "total": items.len(), "next": null }))
        }
        Form::Csv => {
            let rows = members
                .iter()
                .filter_map(|body| tables::body(view.register(), &body.id));
            super::tables::table("bodies", &tables::columns(Table::Bodies), rows)
        }
        Form::Html => html(view, &members),
    }
}

fn line(view: &View<'_>, body: &Body) -> Line {
    let t = &view.t;
    let coverage = view.register().coverage(&body.id);
    let word = match (&coverage.last_own_word, coverage.own_words) {
        (None, 0) => String::new(),
        (date, _) => marks::fresh(t, date.as_ref(), view.today),
    };
    Line {
        href: view.body_url(&body.id),
        name: body.name.clone(),
        partnerships: view.register().partnerships_of(&body.id).len(),
        coverage: marks::coverage(t, coverage.coverage),
        word,
    }
}

fn html(view: &View<'_>, members: &[std::sync::Arc<Body>]) -> Answer {
    let regions = members
        .iter()
        .filter(|body| body.has_role(Role::Region))
        .map(|body| line(view, body))
        .collect();
    let mut counties: Vec<County> = Vec::new();
    for body in members
        .iter()
        .filter(|body| body.has_role(Role::Municipality))
    {
        let name = body.county_name.clone().unwrap_or_default();
        let anchor = format!("lan-{}", body.county_code.as_deref().unwrap_or("0"));
        let line = line(view, body);
        match counties.iter_mut().find(|county| county.name == name) {
            Some(county) => county.lines.push(line),
            None => counties.push(County {
                name,
                anchor,
                lines: vec![line],
            }),
        }
    }
    counties.sort_by_cached_key(|county| vanort_domain::collation::sort_key(&county.name));
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
        regions,
        counties,
        contents,
        csv: data_url(view, "csv"),
    })
}
