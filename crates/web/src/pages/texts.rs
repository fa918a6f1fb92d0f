//! Pages of text: definitions and method, data, accessibility.

use askama::Template;
use serde_json::json;
use vanort_domain::Edtf;
use vanort_domain::vocabulary::{
    Activity, Agreement, Coverage, Evidence, Freshness, Kind, Rule, Vocabulary,
};
use vanort_formats::table::Note;

use super::explore::columns;
use super::frame::Link;
use super::{Answer, Frame, View};
use crate::marks;
use crate::messages::Words;
use crate::urls::{Form, Page};

#[derive(Template)]
#[template(path = "about.html")]
struct About {
    f: Frame,
    t: Words,
    ladder: Vec<(String, String)>,
    discs: Vec<(String, String)>,
    coverage: Vec<(String, String)>,
    kinds: Vec<(String, String)>,
    agreements: Vec<(String, String)>,
    activities: Vec<(String, String)>,
    rules: Vec<(String, String)>,
}

struct Download {
    name: String,
    what: String,
    links: Vec<Link>,
}

#[derive(Template)]
#[template(path = "data.html")]
struct Data {
    f: Frame,
    t: Words,
    downloads: Vec<Download>,
    /// The columns of the files of partnerships, and every code that they may have.
    columns: Vec<columns::Explained>,
    codes: Note,
    statements: usize,
}

#[derive(Template)]
#[template(path = "accessibility.html")]
struct Accessibility {
    f: Frame,
    t: Words,
}

/// The page that is asked for.
pub(crate) fn show(view: &View<'_>) -> Answer {
    let t = view.t;
    if view.form != Form::Html {
        return Answer::json(&json!({
            "head": view.register().head(),
            "licences": "see the README of the bundled data: GeoNames CC BY 4.0, SCB CC0, Wikidata CC0",
        }));
    }
    match view.page {
        Page::Data => Answer::html(&Data {
            f: view.frame(t.m("data-title")),
            downloads: downloads(view),
            columns: columns::explained(&t),
            codes: columns::codes(view, view.register().partnerships()),
            statements: view.register().figures().statements,
            t,
        }),
        Page::Accessibility => Answer::html(&Accessibility {
            f: view.frame(t.m("accessibility-title")),
            t,
        }),
        _ => about(view),
    }
}

/// Words of a list with what each means (`…-what`).
fn explained<T: Vocabulary>(t: &Words) -> Vec<(String, String)> {
    T::ALL
        .iter()
        .map(|word| {
            (
                t.word(word),
                t.m(&format!(
                    "{}-{}-what",
                    T::NAME,
                    word.key().replace('_', "-")
                )),
            )
        })
        .collect()
}

fn about(view: &View<'_>) -> Answer {
    let t = view.t;
    let day = |years: i32| -> Option<Edtf> { Edtf::year(view.today.year() - years).ok() };
    let discs = vec![
        (
            marks::fresh(&t, Some(&Edtf::day(view.today)), view.today),
            t.m("freshness-fresh-what"),
        ),
        (
            marks::fresh(&t, day(2).as_ref(), view.today),
            t.m("freshness-due-what"),
        ),
        (
            marks::fresh(&t, day(8).as_ref(), view.today),
            t.m("freshness-old-what"),
        ),
        (
            marks::fresh(&t, None, view.today),
            t.m("freshness-undated-what"),
        ),
        (
            marks::fresh_as(&t, None, Freshness::Later),
            t.m("freshness-later-what"),
        ),
    ];
    Answer::html(&About {
        f: view.frame(t.m("about-title")),
        ladder: Evidence::ALL
            .iter()
            .map(|word| {
                (
                    marks::evidence(&t, *word).to_owned(),
                    t.m(&format!("evidence-{}-what", word.key().replace('_', "-"))),
                )
            })
            .collect(),
        discs,
        coverage: explained::<Coverage>(&t),
        kinds: explained::<Kind>(&t),
        agreements: explained::<Agreement>(&t),
        activities: explained::<Activity>(&t),
        rules: explained::<Rule>(&t),
        t,
    })
}

fn downloads(view: &View<'_>) -> Vec<Download> {
    let t = &view.t;
    let links = |page: Page, endings: &[&str]| -> Vec<Link> {
        endings
            .iter()
            .map(|ending| Link {
                href: format!("{}.{ending}", view.url(&page)),
                text: ending.to_uppercase(),
                current: false,
            })
            .collect()
    };
    let download = |id: &str, links: Vec<Link>| Download {
        name: t.m(&format!("download-{id}")),
        what: t.m(&format!("download-{id}-what")),
        links,
    };
    vec![
        download(
            "partnerships",
            links(
                Page::Partnerships,
                &["xlsx", "csv", "geojson", "parquet", "json"],
            ),
        ),
        download("bodies", links(Page::Bodies, &["csv", "json"])),
        download("groups", links(Page::Groups, &["csv", "json"])),
        download("sources", links(Page::Sources, &["csv", "json"])),
        download("statements", links(Page::Latest, &["csv", "json"])),
    ]
}
