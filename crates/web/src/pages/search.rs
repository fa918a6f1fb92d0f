//! Search: bodies, countries and groups by name.

use askama::Template;
use serde_json::json;
use vanort_app::search;

use super::frame::Link;
use super::{Answer, Frame, View};
use crate::urls::{Form, Page};

struct Hit {
    link: Link,
    what: String,
    matched: String,
}

#[derive(Template)]
#[template(path = "search.html")]
struct Found {
    f: Frame,
    asked: String,
    hits: Vec<Hit>,
    countries: Vec<Link>,
    groups: Vec<Link>,
    near: Vec<Link>,
}

/// What was found.
pub(crate) fn show(view: &View<'_>) -> Answer {
    let t = &view.t;
    let asked: String = view
        .param("q")
        .unwrap_or_default()
        .chars()
        .take(search::LONGEST)
        .collect();
    let found = search::find(view.snapshot, &view.ctx.countries, &asked);
    let plain = |href: String, text: String| Link {
        href,
        text,
        current: false,
    };
    let body = |id: &vanort_domain::BodyId| plain(view.body_url(id), view.name(id));
    let hits: Vec<Hit> = found.bodies.iter().map(|found| hit(view, found)).collect();
    let countries: Vec<Link> = found
        .countries
        .iter()
        .map(|code| {
            plain(
                view.url(&Page::Country(code.to_string())),
                view.country(*code),
            )
        })
        .collect();
    let groups: Vec<Link> = found
        .groups
        .iter()
        .filter_map(|id| {
            Some(plain(
                view.url(&Page::Group(id.to_string())),
                view.register().group(id)?.name.clone(),
            ))
        })
        .collect();
    let near: Vec<Link> = found.near.iter().map(body).collect();
    let found = Found {
        f: view.frame(t.m("search-title")),
        asked,
        hits,
        countries,
        groups,
        near,
    };
    if view.form == Form::Json {
        Answer::json(&data(view, &found))
    } else {
        Answer::html(&found)
    }
}

fn data(view: &View<'_>, found: &Found) -> serde_json::Value {
    let t = &view.t;
    let items: Vec<_> = found
        .hits
        .iter()
        .map(|Hit { link, what, matched }| {
            let id = link.href.rsplit('/').next().unwrap_or_default();
            json!({ "id": id, "url": view.absolute(&link.href), "name": link.text, "what": what, "matched": matched })
        })
        .collect();
    let others = |links: &[Link], what: &str| -> Vec<_> {
        links
            .iter()
            .map(|l| json!({ "url": view.absolute(&l.href), "name": l.text, "what": what }))
            .collect()
    };
    json!({
        "items": items,
        "countries": others(&found.countries, &t.m("search-country")),
        "groups": others(&found.groups, &t.m("search-group")),
        "near": others(&found.near, &t.m("search-near-one")),
        "next": null,
    })
}

/// A body that was found: what it is, and the name by which it was found.
fn hit(view: &View<'_>, found: &search::BodyHit) -> Hit {
    let known = view.register().body(&found.body);
    let country = known
        .and_then(|body| body.country)
        .map(|code| view.country(code));
    let role = known.and_then(|body| body.roles.first().map(|role| view.t.word(role)));
    let what: Vec<String> = [role, country].into_iter().flatten().collect();
    let text = view.name(&found.body);
    let matched = found.matched.clone().filter(|name| *name != text);
    Hit {
        link: Link {
            href: view.body_url(&found.body),
            text,
            current: false,
        },
        what: what.join(", "),
        matched: matched.unwrap_or_default(),
    }
}
