//! Bodies like a body, with the reasons in words; and who else co-operates with the same country.

use askama::Template;
use axum::http::StatusCode;
use rustc_hash::FxHashSet;
use serde_json::json;
use vanort_app::explore::{Facet, Selection};
use vanort_app::similar::{Alike, Likeness};
use vanort_domain::BodyId;
use vanort_domain::bodies::Body;
use vanort_domain::register::Partnership;
use vanort_domain::vocabulary::{Standing, Vocabulary as _};
use vanort_formats::table::{Cell, Column, Kind as Cells, Note, Table};

use super::frame::Link;
use super::others::with_own;
use super::{Answer, Frame, View, errors, files};
use crate::urls::{Form, Page};

/// Bodies on the page of their own.
const LISTED: usize = 20;
/// Bodies in the section on a body's page, and the reasons that are told of each.
const NAMED: usize = 4;
const TOLD: usize = 3;
/// Bodies that are compared at once.
const COMPARED: usize = 4;
/// Others that are named beside a partnership.
const OTHERS: usize = 6;

/// A body and why it is named.
pub(crate) struct Line {
    pub name: String,
    pub href: String,
    pub words: String,
}

/// A section on another page.
pub(crate) struct Section {
    pub title: String,
    pub lines: Vec<Line>,
    pub links: Vec<Link>,
}

struct Detail {
    name: String,
    href: String,
    compare: String,
    reasons: Vec<String>,
}

#[derive(Template)]
#[template(path = "similar.html")]
struct Shown {
    f: Frame,
    back: Link,
    lines: Vec<Detail>,
    compare: String,
    files: Vec<(&'static str, String)>,
}

/// All that are like a body.
pub(crate) fn show(view: &View<'_>, id: &str) -> Answer {
    let found = id.parse::<BodyId>().ok();
    let Some(body) = found.and_then(|id| view.register().body(&id)) else {
        return errors::not_found(view, &[]);
    };
    if body.id.as_str() != id {
        let to = view.url(&Page::BodyAlike(body.id.to_string()));
        let to = format!("{to}{}", view.form.ending());
        return Answer::redirect(StatusCode::MOVED_PERMANENTLY, to);
    }
    let mut like = view.snapshot.kinds().like(&body.id);
    like.truncate(LISTED);
    match view.form {
        Form::Html => Answer::html(&shown(view, body, &like)),
        Form::Json => data(view, body, &like),
        Form::Csv | Form::File(_) => file(view, body, &like),
    }
}

fn data(view: &View<'_>, body: &Body, like: &[Likeness]) -> Answer {
    let item = |of: &Likeness| json!({ "id": of.body, "name": view.name(&of.body), "score": of.score(), "reasons": reasons(view, of) });
    let items: Vec<_> = like.iter().map(item).collect();
    Answer::json(&json!({ "id": body.id, "items": items, "total": items.len() }))
}

/// The same list as a table, with all reasons in one cell.
fn file(view: &View<'_>, body: &Body, like: &[Likeness]) -> Answer {
    let t = &view.t;
    let table = Table {
        title: t.w("alike-title", view.name(&body.id)),
        columns: vec![
            Column::new("id", t.m("alike-id"), Cells::Text),
            Column::new("name", t.m("alike-name"), Cells::Text),
            Column::new("score", t.m("alike-points"), Cells::Integer),
            Column::new("reasons", t.m("alike-reasons"), Cells::Text),
        ],
        notes: vec![Note {
            title: t.m("alike-reasons"),
            rows: vec![vec![t.m("alike-how")]],
            ..Note::default()
        }],
    };
    let lines = like.iter().map(|of| {
        vec![
            Cell::Text(of.body.to_string()),
            Cell::Text(view.name(&of.body)),
            Cell::Integer(of.score().into()),
            Cell::Text(reasons(view, of).join("; ")),
        ]
    });
    files::small(view, &format!("vanort-similar-{}", body.id), &table, lines)
}

fn shown(view: &View<'_>, body: &Body, like: &[Likeness]) -> Shown {
    let lines = like
        .iter()
        .map(|of| Detail {
            name: view.name(&of.body),
            href: view.body_url(&of.body),
            compare: compare(view, [&body.id, &of.body]),
            reasons: reasons(view, of),
        })
        .collect();
    let name = view.name(&body.id);
    Shown {
        f: view.frame(view.t.w("alike-title", &name)),
        back: link(view.body_url(&body.id), name),
        lines,
        compare: compare_with(view, &body.id, like),
        files: files::beside(view),
    }
}

/// The likest, for the page of a body.
pub(crate) fn of_body(view: &View<'_>, body: &Body) -> Option<Section> {
    let like = view.snapshot.kinds().like(&body.id);
    let lines: Vec<Line> = like.iter().take(NAMED).map(|of| line(view, of)).collect();
    let t = &view.t;
    (!lines.is_empty()).then(|| Section {
        title: t.m("alike-section"),
        lines,
        links: vec![
            link(
                view.url(&Page::BodyAlike(body.id.to_string())),
                t.m("alike-more"),
            ),
            link(compare_with(view, &body.id, &like), t.m("alike-compare")),
        ],
    })
}

/// Who else has partners in the partner's country, those most like the Swedish side first.
pub(crate) fn of_pair(view: &View<'_>, p: &Partnership) -> Option<Section> {
    let country = view.register().body(&p.pair.second)?.country?;
    let name = view.country(country);
    let explorer = view.snapshot.explorer(&view.ctx.countries, view.today);
    let selection = Selection::default().with(Facet::Country, country.as_str());
    let found = explorer.find(view.register(), &selection);
    let there: FxHashSet<&BodyId> = found
        .iter()
        .map(|row| explorer.row(row))
        .filter(|p| p.standing != Standing::Ended)
        .flat_map(|p| [&p.pair.first, &p.pair.second])
        .collect();
    let like = view.snapshot.kinds().like(&p.pair.first);
    let others: Vec<&Likeness> = like
        .iter()
        .filter(|of| there.contains(&of.body))
        .take(OTHERS)
        .collect();
    let all = usize::try_from(found.len()).unwrap_or_default();
    let list = view.url(&Page::Partnerships);
    let mut links = vec![link(
        with_own(&format!("{list}?partner_country={country}"), &p.pair.first),
        view.t.n("others-all", &all),
    )];
    for theme in p.themes.iter().take(2) {
        let word = view.t.word(theme).to_lowercase();
        links.push(link(
            with_own(&format!("{list}?theme={}", theme.key()), &p.pair.first),
            view.t.w("others-theme", word),
        ));
    }
    (!others.is_empty()).then(|| Section {
        title: view.t.w("others-title", name),
        lines: others.into_iter().map(|of| line(view, of)).collect(),
        links,
    })
}

fn line(view: &View<'_>, of: &Likeness) -> Line {
    Line {
        name: view.name(&of.body),
        href: view.body_url(&of.body),
        words: told(view, of),
    }
}

/// The weightiest reasons in a line.
pub(crate) fn told(view: &View<'_>, of: &Likeness) -> String {
    let told: Vec<String> = reasons(view, of).into_iter().take(TOLD).collect();
    told.join(" · ")
}

fn link(href: String, text: String) -> Link {
    Link {
        href,
        text,
        current: false,
    }
}

fn compare<'b>(view: &View<'_>, bodies: impl IntoIterator<Item = &'b BodyId>) -> String {
    let query: Vec<String> = bodies.into_iter().map(|id| format!("body={id}")).collect();
    format!("{}?{}", view.url(&Page::Compare), query.join("&"))
}

fn compare_with(view: &View<'_>, id: &BodyId, like: &[Likeness]) -> String {
    let others = like.iter().take(COMPARED - 1).map(|of| &of.body);
    compare(view, std::iter::once(id).chain(others))
}

fn reasons(view: &View<'_>, of: &Likeness) -> Vec<String> {
    of.reasons
        .iter()
        .map(|reason| words(view, reason))
        .collect()
}

/// A reason in words.
fn words(view: &View<'_>, reason: &Alike) -> String {
    let t = &view.t;
    match reason {
        Alike::Size(a, b) => {
            let number = |n: &u32| t.number(&(*n as usize));
            t.args("alike-size", &[("one", &number(a)), ("other", &number(b))])
        }
        Alike::Group(code, name) => {
            let name = view.group_name(code, name);
            t.w("alike-group", format_args!("{code} {name}"))
        }
        Alike::MainGroup(letter @ ('A' | 'B' | 'C')) => {
            let name = t.m(&format!("alike-main-{}", letter.to_ascii_lowercase()));
            t.w("alike-main-group", format_args!("{letter} {name}"))
        }
        Alike::MainGroup(letter) => t.w("alike-main-group", letter),
        Alike::Neighbours => t.m("alike-neighbours"),
        Alike::County(code, name) => t.w("alike-county", view.county(code, name)),
        Alike::Coast => t.m("alike-coast"),
        Alike::Border(country) => t.w("alike-border", view.country(*country)),
        Alike::University => t.m("alike-university"),
        Alike::Themes(all) => {
            let words: Vec<String> = all
                .iter()
                .map(|theme| t.word(theme).to_lowercase())
                .collect();
            t.w("alike-themes", words.join(", "))
        }
        Alike::Countries(all) => {
            let mut names: Vec<String> = all.iter().map(|code| view.country(*code)).collect();
            names.sort_by_cached_key(|name| view.sort_key(name));
            t.w("alike-countries", names.join(", "))
        }
    }
}
