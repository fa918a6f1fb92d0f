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
    let hits: Vec<Hit> = found
        .bodies
        .iter()
        .map(|hit| {
            let known = view.register().body(&hit.body);
            let country = known
                .and_then(|body| body.country)
                .map(|code| view.country(code));
            let role = known.and_then(|body| body.roles.first().map(|role| t.word(role)));
            let what: Vec<String> = [role, country].into_iter().flatten().collect();
            Hit {
                link: body(&hit.body),
                what: what.join(", "),
                matched: hit.matched.clone().unwrap_or_default(),
            }
        })
        .collect();
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
    if view.form == Form::Json {
        let items: Vec<_> = hits
            .iter()
            .map(|hit| (&hit.link, &hit.what, &hit.matched))
            .map(|(link, what, matched)| {
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
        return Answer::json(&json!({
            "items": items,
            "countries": others(&countries, &t.m("search-country")),
            "groups": others(&groups, &t.m("search-group")),
            "near": others(&near, &t.m("search-near-one")),
            "next": null,
        }));
    }
    Answer::html(&Found {
        f: view.frame(t.m("search-title")),
        asked,
        hits,
        countries,
        groups,
        near,
    })
}
