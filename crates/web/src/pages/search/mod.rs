//! Search: bodies, countries and groups by name.

mod phrase;

use askama::Template;
use serde_json::json;
use vanort_app::funding;
use vanort_app::search::{self, Why};
use vanort_domain::bodies::Body;
use vanort_domain::funding::Programme;
use vanort_domain::{BodyId, CountryCode, GroupId, SourceId};

use super::explore::facets::source_label;
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
    /// The partnerships that the question asks for, when it is more than a name.
    selection: Vec<Link>,
    /// Those of which no source names a field, with that said in a sentence.
    silent: Option<(String, Link)>,
    hits: Vec<Hit>,
    countries: Vec<Link>,
    groups: Vec<Link>,
    programmes: Vec<Link>,
    sources: Vec<Link>,
    near: Vec<Link>,
    /// Where to go from here for who finds nothing.
    ways: [Link; 3],
}

impl Found {
    /// Whether nothing was found, similar names aside.
    fn is_nothing(&self) -> bool {
        self.selection.is_empty()
            && self.hits.is_empty()
            && [
                &self.countries,
                &self.groups,
                &self.programmes,
                &self.sources,
            ]
            .iter()
            .all(|links| links.is_empty())
    }
}

/// What was found.
pub(crate) fn show(view: &View<'_>) -> Answer {
    let asked: String = view
        .param("q")
        .unwrap_or_default()
        .chars()
        .take(search::LONGEST)
        .collect();
    let found = found(view, asked);
    if view.form == Form::Json {
        Answer::json(&data(view, &found))
    } else {
        Answer::html(&found)
    }
}

fn found(view: &View<'_>, asked: String) -> Found {
    let atlas = view.ctx.desk.as_ref().and_then(|desk| desk.atlas_at_hand());
    let found = search::find(
        view.snapshot,
        &view.ctx.countries,
        atlas.map(|atlas| &**atlas),
        &asked,
    );
    let in_words = phrase::asked(view, &asked);
    let country = |code: &CountryCode| {
        plain(
            view.url(&Page::Country(code.to_string())),
            view.country(*code),
        )
    };
    let body = |id: &BodyId| plain(view.body_url(id), view.name(id));
    let group = |id: &GroupId| {
        let page = Page::Group(id.to_string());
        Some(plain(
            view.url(&page),
            view.register().group(id)?.name.clone(),
        ))
    };
    let source = |id: &SourceId| {
        let source = view.register().source(id)?;
        let page = Page::Source(id.to_string());
        Some(plain(view.url(&page), source_label(view, source)))
    };
    let countries = found.countries.iter().chain(&in_words.country);
    let near_country = found.near_country.iter().map(country);
    Found {
        f: view.frame(view.t.m("search-title")),
        selection: in_words.links,
        silent: in_words.silent,
        hits: found.bodies.iter().map(|found| hit(view, found)).collect(),
        countries: countries.map(country).collect(),
        groups: found.groups.iter().filter_map(group).collect(),
        programmes: programmes(view, &asked),
        sources: found.sources.iter().filter_map(source).collect(),
        near: near_country.chain(found.near.iter().map(body)).collect(),
        ways: ways(view),
        asked,
    }
}

/// What has no name to be found by: all countries, who there is in Sweden, and money.
fn ways(view: &View<'_>) -> [Link; 3] {
    [
        (Page::Countries, "search-way-countries"),
        (Page::Bodies, "search-way-bodies"),
        (Page::Funding, "search-way-funding"),
    ]
    .map(|(page, id)| plain(view.url(&page), view.t.m(id)))
}

fn plain(href: String, text: String) -> Link {
    Link {
        href,
        text,
        current: false,
    }
}

/// Suggestions under the box.
const SUGGESTIONS: usize = 8;

fn first<T>(all: &[T], most: usize) -> &[T] {
    &all[..all.len().min(most)]
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
            .collect::<Vec<_>>()
    };
    let mut selection = others(&found.selection, &t.m("search-selection"));
    if let Some((_, link)) = &found.silent {
        selection.extend(others(std::slice::from_ref(link), &t.m("search-selection")));
    }
    let countries = others(&found.countries, &t.m("search-country"));
    let groups = others(&found.groups, &t.m("search-group"));
    let programmes = others(&found.programmes, &t.m("search-programme"));
    let sources = others(&found.sources, &t.m("search-source"));
    // Similar names are for those who find nothing else.
    let near = if found.is_nothing() {
        others(&found.near, &t.m("search-near-one"))
    } else {
        Vec::new()
    };
    let parts = [
        &selection[..],
        first(&countries, 2),
        first(&items, 6),
        first(&groups, 2),
        first(&programmes, 2),
        first(&sources, 2),
        &near,
    ];
    let suggestions: Vec<_> = parts.concat().into_iter().take(SUGGESTIONS).collect();
    let status = match suggestions.len() {
        0 => t.m("search-no-count"),
        count => t.n("search-count", &count),
    };
    json!({
        "selection": selection, "items": items, "countries": countries, "groups": groups,
        "programmes": programmes, "sources": sources, "near": near,
        "suggestions": suggestions, "status": status, "next": null,
    })
}

/// Programmes of the funding guide that answer to the words.
fn programmes(view: &View<'_>, asked: &str) -> Vec<Link> {
    let link = |programme: &Programme| Link {
        href: view.url(&Page::Programme(programme.key.to_string())),
        text: programme.name.get(view.t.language.tag()).to_owned(),
        current: false,
    };
    let guide = funding::bundled().ok();
    let found = guide.map(|guide| funding::named(guide, asked));
    found.into_iter().flatten().map(link).collect()
}

/// A body that was found: what it is, and the name by which it was found.
fn hit(view: &View<'_>, found: &search::BodyHit) -> Hit {
    let known = view.register().body(&found.body);
    let country = known
        .and_then(|body| body.country)
        .map(|code| view.country(code));
    let role = known.and_then(|body| body.roles.first().map(|role| view.t.word(role)));
    let merged = known.and_then(|body| view.gone_into(body)).map(|step| {
        let into = view.name(&step.successor);
        let year = step.year.to_string();
        view.t
            .args("search-merged", &[("what", &into), ("year", &year)])
    });
    let what: Vec<String> = [role, country, merged].into_iter().flatten().collect();
    let text = view.name(&found.body);
    let matched = match &found.why {
        // The name in the page's own language is the one that is shown.
        Why::OtherName(name) if *name == text => String::new(),
        Why::Name => known
            .filter(|body| body.name != text)
            .map(|body| view.t.w("search-matched", &body.name))
            .unwrap_or_default(),
        Why::Code(code) => known.map_or_else(String::new, |body| self::code(view, body, code)),
        why => self::why(view, why),
    };
    Hit {
        link: Link {
            href: view.body_url(&found.body),
            text,
            current: false,
        },
        what: what.join(", "),
        matched,
    }
}

/// A code of a body, with what it is a code of; its identifier here says so itself.
fn code(view: &View<'_>, body: &Body, code: &str) -> String {
    let is = |of: Option<&str>| of.is_some_and(|of| of.replace('-', "") == code);
    let codes = [
        ("fact-scb", body.scb_code.as_deref()),
        ("fact-org", body.org_number.as_deref()),
        ("fact-wikidata", body.wikidata.as_deref()),
    ];
    let found = codes.into_iter().find(|(_, of)| is(*of));
    found.map_or_else(
        || code.to_owned(),
        |(label, of)| format!("{} {}", view.t.m(label), of.unwrap_or_default()),
    )
}

/// Why a body was found; empty when the name says it.
pub(super) fn why(view: &View<'_>, why: &Why) -> String {
    let t = &view.t;
    match why {
        Why::Name => String::new(),
        Why::Code(code) => code.clone(),
        Why::OtherName(name) => t.w("search-matched", name),
        Why::Written(words) => t.w("search-written", words),
        Why::Elsewhere => t.m("search-elsewhere"),
        Why::StandsFor(name) => t.w("search-stands-for", name),
    }
}
