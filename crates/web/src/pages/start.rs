//! The start page: what this is, what is known, and what nobody has said.

use askama::Template;
use serde_json::json;
use vanort_domain::vocabulary::{Coverage, Evidence, Freshness, Role, Vocabulary as _};

use super::frame::Link;
use super::rows::Told;
use super::{Answer, Frame, View};
use crate::maps::{self, MapShape};
use crate::marks;
use crate::urls::{Form, Page};

struct Key {
    swatch: String,
    href: String,
    text: String,
    count: usize,
}

#[derive(Template)]
#[template(path = "start.html")]
struct Start {
    f: Frame,
    partnerships: usize,
    countries: usize,
    statements: usize,
    own: usize,
    municipalities: usize,
    others: usize,
    silent: usize,
    undated: usize,
    /// The two marks, as they stand beside what they mean.
    ladder: String,
    disc: String,
    map: String,
    legend: Vec<Key>,
    top: Vec<(Link, usize)>,
    told: Vec<Told>,
    links: Links,
}

struct Links {
    partnerships: String,
    bodies: String,
    countries: String,
    latest: String,
    about: String,
}

/// The page or its figures.
pub(crate) fn show(view: &View<'_>) -> Answer {
    let t = &view.t;
    let register = view.register();
    let figures = register.figures();
    if view.form != Form::Html {
        return Answer::json(&json!({ "figures": *figures, "head": register.head() }));
    }
    let covered = |word: Coverage| {
        figures
            .municipalities_by_coverage
            .iter()
            .find(|(known, _)| *known == word)
            .map_or(0, |(_, count)| *count)
    };
    Answer::html(&Start {
        f: view.frame(t.m("site-name")),
        partnerships: figures.partnerships,
        countries: figures.countries,
        statements: figures.statements,
        own: covered(Coverage::OwnPartners)
            + covered(Coverage::OwnNone)
            + covered(Coverage::OwnNotSeeking),
        municipalities: figures.municipalities,
        others: covered(Coverage::OthersOnly),
        silent: covered(Coverage::NeverAsked),
        undated: figures.undated_statements,
        ladder: marks::ladder_alone(Evidence::SwedishSide),
        disc: marks::disc_alone(Freshness::Due),
        map: map(view),
        legend: Coverage::ALL
            .iter()
            .map(|word| Key {
                swatch: maps::coverage_swatch(&format!("cov-{}", word.key())),
                href: format!("{}?coverage={}", view.url(&Page::Bodies), word.key()),
                text: t.word(word),
                count: covered(*word),
            })
            .filter(|key| key.count > 0)
            .collect(),
        top: top(view),
        told: latest(view),
        links: Links {
            partnerships: view.url(&Page::Partnerships),
            bodies: view.url(&Page::Bodies),
            countries: view.url(&Page::Countries),
            latest: view.url(&Page::Latest),
            about: view.url(&Page::About),
        },
    })
}

fn map(view: &View<'_>) -> String {
    let shapes: Vec<MapShape> = view
        .register()
        .bodies()
        .filter(|body| body.is_member() && body.has_role(Role::Municipality))
        .filter_map(|body| {
            let coverage = view.register().coverage(&body.id).coverage;
            Some(MapShape {
                code: body.scb_code.as_ref()?.to_string(),
                class: format!("cov-{}", coverage.key()),
                title: format!("{}: {}", view.name_of(body), view.t.word(&coverage)),
                href: view.body_url(&body.id),
            })
        })
        .collect();
    maps::sweden_coverage(&shapes)
}

/// What came into the register last; nothing on another day, for the order in which it came is not that in which it was said.
fn latest(view: &View<'_>) -> Vec<Told> {
    if view.then.as_of.valid.is_some() {
        return Vec::new();
    }
    let counting = view.register().statements_counting().rev().take(6);
    counting
        .map(|(entry, statement)| view.told(entry, statement))
        .collect()
}

/// The countries with the most partnerships.
fn top(view: &View<'_>) -> Vec<(Link, usize)> {
    let mut top: Vec<_> = super::country::counts(view)
        .into_iter()
        .map(|(code, (count, _))| (count, code))
        .collect();
    top.sort_by_key(|(count, code)| (std::cmp::Reverse(*count), *code));
    top.into_iter()
        .take(10)
        .map(|(count, code)| {
            let href = view.url(&Page::Country(code.to_string()));
            (
                Link {
                    href,
                    text: view.country(code),
                    current: false,
                },
                count,
            )
        })
        .collect()
}
