//! One body: who it is, what is known of its co-operation, and from whom.

use std::collections::BTreeMap;

use askama::Template;
use axum::http::StatusCode;
use serde_json::json;
use smol_str::SmolStr;
use vanort_app::explore::{Facet, Selection};
use vanort_domain::bodies::Body;
use vanort_domain::register::OfBody;
use vanort_domain::statements::About;
use vanort_domain::vocabulary::{Declaration, Role, Standing, Vocabulary as _};
use vanort_domain::{BodyId, CountryCode};

use super::cite::Cite;
use super::frame::Link;
use super::partnership::told;
use super::rows::{Row, Told};
use super::tables::partnerships_table;
use super::time::Undated;
use super::wrong::Wrong;
use super::{Answer, Frame, View, errors};
use crate::maps::{self, MapPoint};
use crate::marks;
use crate::messages::{Language, Words};
use crate::urls::{Form, Page};

struct Section {
    title: String,
    count: String,
    rows: Vec<Row>,
}

struct Fact {
    name: String,
    value: String,
    href: Option<String>,
    /// The language of the value, where it is not the page's.
    lang: Option<&'static str>,
}

#[derive(Template)]
#[template(path = "body.html")]
struct Shown {
    f: Frame,
    name: String,
    other_names: String,
    /// The language of the names, where it is not the page's.
    name_lang: Option<&'static str>,
    others_lang: Option<&'static str>,
    arrived: Option<String>,
    coverage: Option<String>,
    coverage_words: String,
    facts: Vec<Fact>,
    /// What became of it, each a warning.
    became: Vec<(String, Link)>,
    /// What it came out of, by year.
    formed: Vec<(String, Vec<Link>)>,
    sections: Vec<Section>,
    total: usize,
    undated: Option<Undated>,
    groups: Vec<(Link, String)>,
    alone: Vec<Told>,
    /// Whether somebody says that it has no partners.
    is_said_none: bool,
    map: Option<String>,
    beside: Option<super::funding::Beside>,
    alike: Option<super::similar::Section>,
    list: String,
    cite: Cite,
    changes: String,
    wrong: Wrong,
}

/// Where to object to what the page says.
fn wrong(view: &View<'_>, body: &Body, partners: &[OfBody]) -> Wrong {
    let said = partners
        .iter()
        .flat_map(|of| of.partnership.statements.iter());
    Wrong::of(
        view,
        &view.name(&body.id),
        &[&body.id],
        said.copied(),
        &view.absolute(&format!("/id/{}", body.id)),
    )
}

/// The page or the data of a body.
pub(crate) fn show(view: &View<'_>, id: &str) -> Answer {
    let register = view.register();
    let named = id.parse::<BodyId>().ok();
    let Some(body) = named.as_ref().and_then(|id| register.body(id)) else {
        if let Some(id) = named.filter(|id| view.live.register.body(id).is_some()) {
            return errors::not_then(view, view.name_now(&id));
        }
        return errors::not_found(
            view,
            &view
                .snapshot
                .search_index()
                .near(&view.snapshot.register, id),
        );
    };
    if body.id.as_str() != id {
        let ending = view.form.ending();
        let to = format!(
            "{}{ending}?from={}",
            view.body_url(&body.id),
            super::frame::encode(id)
        );
        return Answer::redirect(StatusCode::MOVED_PERMANENTLY, to);
    }
    if view.form == Form::Json {
        return Answer::json(&data(view, body));
    }
    let partners = sorted(view, body);
    if view.form == Form::Csv {
        return partnerships_table(view, id, partners.iter().map(|of| &*of.partnership));
    }
    Answer::html(&shown(view, body, &partners))
}

fn shown(view: &View<'_>, body: &Body, partners: &[OfBody]) -> Shown {
    let (t, register) = (&view.t, view.register());
    Shown {
        f: view.frame(view.name(&body.id)),
        name: view.name(&body.id),
        other_names: other_names(view, body),
        name_lang: names_language(view, body)
            .filter(|_| body.names().contains(&view.name_of(body))),
        others_lang: names_language(view, body),
        arrived: arrived(view, body),
        coverage: body
            .is_member()
            .then(|| marks::coverage(t, register.coverage(&body.id).coverage)),
        coverage_words: coverage_words(view, body),
        facts: facts(view, body),
        became: became(view, body),
        formed: formed(view, body),
        total: partners.len(),
        undated: Undated::of(
            view,
            &Selection::default().with(Facet::Body, body.id.as_str()),
        ),
        sections: sections(view, body, partners),
        groups: groups(view, body),
        is_said_none: register
            .statements_alone(&body.id)
            .any(|(_, said)| said.about == About::Body(Some(Declaration::None))),
        alone: told(
            view,
            &register
                .statements_alone(&body.id)
                .map(|(seq, _)| seq)
                .collect::<Vec<_>>(),
        ),
        map: map(view, body, partners),
        beside: super::funding::of_body(view, body),
        alike: super::similar::of_body(view, body),
        cite: Cite::of(
            view,
            &[
                &view.name(&body.id),
                &t.n("partnerships-count", &partners.len()),
            ],
        ),
        list: format!("{}?body={}", view.url(&Page::Partnerships), body.id),
        changes: view.url(&Page::BodyChanges(body.id.to_string())),
        wrong: wrong(view, body, partners),
    }
}

/// Its names, without the one that stands above.
fn other_names(view: &View<'_>, body: &Body) -> String {
    let above = view.name(&body.id);
    let mut names = body.names();
    names.retain(|name| *name != above);
    names.join(" · ")
}

/// The language of a Swedish body's names, where the page is in another.
fn names_language(view: &View<'_>, body: &Body) -> Option<&'static str> {
    (body.country == Some(CountryCode::SWEDEN) && view.t.language != Language::Sv).then_some("sv")
}

/// That a link to another body led here, when this one really stands for it.
fn arrived(view: &View<'_>, body: &Body) -> Option<String> {
    let from: BodyId = view.param("from")?.parse().ok()?;
    let identity = view.register().identity();
    identity
        .merged_into(&body.id)
        .any(|merged| *merged == from)
        .then(|| view.t.w("body-arrived", from))
}

fn sorted(view: &View<'_>, body: &Body) -> Vec<OfBody> {
    let mut partners = view.register().partnerships_of(&body.id);
    partners.sort_by_cached_key(|of| (view.sort_key(&view.name(&of.partner)), of.partner.clone()));
    partners
}

fn sections(view: &View<'_>, body: &Body, partners: &[OfBody]) -> Vec<Section> {
    let t = &view.t;
    [
        Standing::Stated,
        Standing::Disputed,
        Standing::Planned,
        Standing::Unclear,
        Standing::NoLongerListed,
        Standing::Ended,
    ]
    .into_iter()
    .map(|standing| {
        let rows: Vec<Row> = partners
            .iter()
            .filter(|of| of.partnership.standing == standing)
            .map(|of| {
                let home = of.carried_over_from.as_ref().unwrap_or(&body.id);
                let mut row = view.row(&of.partnership, Some(home));
                if of.carried_over_from.is_some() {
                    row.carried = carried(view, of);
                }
                row
            })
            .collect();
        let title = t.m(&format!("section-{}", standing.key().replace('_', "-")));
        Section {
            title,
            count: t.number(&rows.len()),
            rows,
        }
    })
    .filter(|section| !section.rows.is_empty())
    .collect()
}

fn carried(view: &View<'_>, of: &OfBody) -> String {
    of.carried_over_from
        .as_ref()
        .map_or_else(String::new, |from| {
            let year = view
                .register()
                .body(from)
                .and_then(|old| old.successions.first().map(|s| s.year));
            let from = year.map_or_else(
                || view.name(from),
                |year| format!("{} ({})", view.name(from), view.t.w("merged-in-year", year)),
            );
            view.t.w("carried-over", from)
        })
}

fn coverage_words(view: &View<'_>, body: &Body) -> String {
    if !body.is_member() {
        return String::new();
    }
    let coverage = view.register().coverage(&body.id);
    let t = &view.t;
    match (&coverage.last_own_word, coverage.own_words) {
        // A page of a year gone by has no place for what was said after it.
        (Some(date), _)
            if view
                .then
                .as_of
                .valid
                .is_some_and(|day| date.ordering_day() > Some(day)) =>
        {
            String::new()
        }
        (Some(date), _) => t.w("coverage-last-word", t.date(date)),
        (None, 1..) if view.has_spoken_later(body) => t.m("coverage-later"),
        (None, 1..) => t.m("coverage-undated"),
        (None, 0) => t.m("coverage-no-word"),
    }
}

/// How many live there, and of what: the gazetteer counts a municipality abroad by the town it is called after.
fn inhabitants(t: &Words, body: &Body) -> (&'static str, Option<String>) {
    let is_of_the_town = body.country != Some(CountryCode::SWEDEN)
        && body.has_role(Role::Municipality)
        && body.population_date.is_none();
    let label = if is_of_the_town {
        "fact-population-town"
    } else {
        "fact-population"
    };
    let number = body.population.map(|number| {
        let number = t.number(&(number as usize));
        match &body.population_date {
            Some(date) => format!("{number} ({})", t.date(date)),
            None => number,
        }
    });
    (label, number)
}

fn facts(view: &View<'_>, body: &Body) -> Vec<Fact> {
    let t = &view.t;
    let mut facts: Vec<Fact> = Vec::new();
    let mut add = |name: &str, value: Option<String>, href: Option<String>| {
        if let Some(value) = value {
            facts.push(fact(view, name, value, href));
        }
    };
    let roles: Vec<String> = body.roles.iter().map(|role| t.word(role)).collect();
    add(
        "fact-roles",
        Some(roles.join(", ")).filter(|roles| !roles.is_empty()),
        None,
    );
    add(
        "fact-country",
        body.country.map(|code| view.country(code)),
        body.country
            .map(|code| view.url(&Page::Country(code.to_string()))),
    );
    add("fact-county", view.county_of(body), None);
    add(
        "fact-region",
        body.region
            .as_ref()
            .filter(|id| **id != body.id)
            .map(|id| view.name(id)),
        body.region.as_ref().map(|id| view.body_url(id)),
    );
    let (label, inhabitants) = inhabitants(t, body);
    add(label, inhabitants, None);
    let group = body
        .skr_group
        .as_ref()
        .map(|code| match &body.skr_group_name {
            Some(name) => format!("{code} {}", view.group_name(code, name)),
            None => code.to_string(),
        });
    add("fact-skr-group", group, None);
    add(
        "fact-web",
        body.web_domain.as_ref().map(ToString::to_string),
        body.web_domain
            .as_ref()
            .map(|d| format!("https://www.{d}/")),
    );
    facts.extend(identifiers(view, body));
    let source = view.note(&body.source);
    facts.push(Fact {
        lang: source.lang,
        ..fact(view, "fact-source", source.text.into_owned(), None)
    });
    facts
}

/// A fact, with the language that its value is always in.
fn fact(view: &View<'_>, name: &str, value: String, href: Option<String>) -> Fact {
    let lang = match name {
        "fact-county" | "fact-region" => Some("sv"),
        _ => None,
    };
    Fact {
        name: view.t.m(name),
        value,
        href,
        lang: lang.filter(|lang| *lang != view.t.language.tag()),
    }
}

/// The numbers by which others know it.
fn identifiers(view: &View<'_>, body: &Body) -> Vec<Fact> {
    let wikidata = |item: &SmolStr| format!("https://www.wikidata.org/wiki/{item}");
    let geonames = |id: &SmolStr| format!("https://www.geonames.org/{id}");
    let known = [
        ("fact-scb", &body.scb_code, None),
        ("fact-org", &body.org_number, None),
        (
            "fact-wikidata",
            &body.wikidata,
            body.wikidata.as_ref().map(wikidata),
        ),
        (
            "fact-geonames",
            &body.geonames,
            body.geonames.as_ref().map(geonames),
        ),
    ];
    known
        .into_iter()
        .filter_map(|(name, value, href)| Some(fact(view, name, value.as_ref()?.to_string(), href)))
        .collect()
}

/// What became of it.
fn became(view: &View<'_>, body: &Body) -> Vec<(String, Link)> {
    let t = &view.t;
    let steps = body.successions.iter().filter(|step| view.has_come(step));
    steps
        .map(|step| {
            let unsure = if step.verified {
                String::new()
            } else {
                format!(" ({})", t.m("succession-unverified"))
            };
            (
                format!("{} {}{unsure}:", t.word(&step.kind), step.year),
                link(view, &step.successor),
            )
        })
        .collect()
}

/// What it came out of: those of the same year stand in one line.
fn formed(view: &View<'_>, body: &Body) -> Vec<(String, Vec<Link>)> {
    let mut years: BTreeMap<u16, Vec<Link>> = BTreeMap::new();
    for id in view.register().predecessors(&body.id) {
        let old = view.register().body(id);
        let step = old.and_then(|old| {
            old.successions
                .iter()
                .find(|step| step.successor == body.id)
        });
        if let Some(step) = step.filter(|step| view.has_come(step)) {
            years.entry(step.year).or_default().push(link(view, id));
        }
    }
    years
        .into_iter()
        .map(|(year, links)| (view.t.w("succession-from", year), links))
        .collect()
}

fn link(view: &View<'_>, id: &BodyId) -> Link {
    Link {
        href: view.body_url(id),
        text: view.name(id),
        current: false,
    }
}

fn groups(view: &View<'_>, body: &Body) -> Vec<(Link, String)> {
    view.register()
        .memberships_of(&body.id)
        .map(|member| {
            let name = view
                .register()
                .group(&member.group)
                .map_or_else(|| member.group.to_string(), |g| g.name.clone());
            let link = Link {
                href: view.url(&Page::Group(member.group.to_string())),
                text: name,
                current: false,
            };
            (link, super::group::times(view, member))
        })
        .collect()
}

fn map(view: &View<'_>, body: &Body, partners: &[OfBody]) -> Option<String> {
    let points: Vec<MapPoint> = partners
        .iter()
        .filter_map(|of| {
            let partner = view.register().body(&of.partner)?;
            Some(MapPoint {
                lat: partner.lat?,
                lon: partner.lon?,
                title: view.name(&partner.id),
                href: view.pair_url(&of.partnership.pair),
                class: format!("standing-{}", of.partnership.standing.key()),
            })
        })
        .collect();
    maps::partners(body.lat.zip(body.lon), &points)
}

fn data(view: &View<'_>, body: &Body) -> serde_json::Value {
    let register = view.register();
    let coverage = register.coverage(&body.id);
    let partnerships: Vec<_> = sorted(view, body)
        .iter()
        .map(|of| {
            let mut row = view.row_json(&of.partnership);
            row["partner"] = json!(of.partner);
            row["carried_over_from"] = json!(of.carried_over_from);
            row
        })
        .collect();
    json!({
        "id": body.id,
        "url": view.absolute(&view.body_url(&body.id)),
        "permanent": view.absolute(&format!("/id/{}", body.id)),
        "body": body,
        "coverage": body.is_member().then_some(coverage.coverage),
        "last_own_word": coverage.last_own_word,
        "not_seeking": coverage.not_seeking,
        "partnerships": partnerships,
        "groups": register.memberships_of(&body.id).map(|m| &m.group).collect::<Vec<_>>(),
        "predecessors": register.predecessors(&body.id),
        "statements": register.statements_alone(&body.id).filter_map(|(seq, _)| view.statement_json(seq)).collect::<Vec<_>>(),
    })
}
