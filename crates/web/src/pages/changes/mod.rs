//! What changed: in the whole register, for one body, or with one country; as a page and as a feed.
//!
//! A change is an entry of the log in the words of the trade. Its time is when the register took it in; the date in its
//! words is the source's.

mod feed;
mod kinds;

use std::collections::BinaryHeap;

use askama::Template;
use axum::http::StatusCode;
use serde_json::json;
use vanort_app::explore::{Facet, Selection};
use vanort_domain::log::Content;
use vanort_domain::register::Register;
use vanort_domain::{BodyId, CountryCode, Seq, Timestamp};

use super::frame::Link;
use super::numbered::{self, Numbered};
use super::rows::Told;
use super::{Answer, Frame, View, errors, latest};
use crate::urls::{Form, Kind, Page};
pub(crate) use kinds::ChangeKind;

/// Changes on a page or in a part of a feed.
const ON_A_PAGE: usize = 50;
/// The last page that is looked for.
const MOST_PAGES: usize = 10_000;

/// One change.
pub(crate) struct Change {
    pub seq: Seq,
    /// Its address for ever, as identifier.
    pub id: String,
    pub kind: ChangeKind,
    pub recorded: Timestamp,
    /// The kind in words.
    pub what: String,
    pub about: String,
    pub about_href: String,
    /// What the source says; a decision on names has a sentence instead.
    pub told: Option<Told>,
    pub sentence: String,
}

/// A part of the changes, with where the others are.
pub(crate) struct Part {
    pub changes: Vec<Change>,
    pub number: usize,
    pub more: bool,
    pub kind: Option<ChangeKind>,
}

#[derive(Template)]
#[template(path = "changes.html")]
struct Shown {
    f: Frame,
    /// The page whose changes these are; none for those of the whole register.
    about: Option<Link>,
    kinds: Vec<Link>,
    changes: Vec<Change>,
    ignored: Option<String>,
    feed: String,
    numbered: Numbered,
}

/// `/senaste.atom`.
pub(crate) fn of_all(view: &View<'_>) -> Answer {
    let part = part_of_all(view);
    let title = match view.form {
        Form::File(_) => view.t.m("feed-title"),
        _ => view.t.m("latest-title"),
    };
    answer(view, &title, None, part)
}

/// What changed in the whole register, the newest first.
pub(crate) fn part_of_all(view: &View<'_>) -> Part {
    let entries = view.register().entries().rev().map(|entry| entry.seq);
    part(view, entries)
}

/// `/organ/<id>/andringar`.
pub(crate) fn of_body(view: &View<'_>, id: &str) -> Answer {
    let register = view.register();
    let found = id.parse::<BodyId>().ok().and_then(|id| register.body(&id));
    let Some(body) = found else {
        return errors::not_found(
            view,
            &view.snapshot.search_index().near(view.register(), id),
        );
    };
    if body.id.as_str() != id {
        let to = view.url(&Page::BodyChanges(body.id.to_string()));
        let to = format!("{to}{}", view.form.ending());
        return Answer::redirect(StatusCode::MOVED_PERMANENTLY, to);
    }
    let partnerships = register.partnerships_of(&body.id);
    let seqs = partnerships
        .iter()
        .flat_map(|of| of.partnership.statements.iter().copied())
        .chain(register.statements_alone(&body.id).map(|(seq, _)| seq))
        .chain(
            register
                .memberships_of(&body.id)
                .flat_map(|member| member.statements.iter().copied()),
        )
        .chain(decisions(register, |id| *id == body.id));
    let part = part(view, newest_first(seqs.collect()));
    let title = view.t.w("changes-of", view.name_of(body));
    let about = link(view, Page::Body(body.id.to_string()), view.name(&body.id));
    answer(view, &title, Some(about), part)
}

/// `/lander/<iso2>/andringar`.
pub(crate) fn of_country(view: &View<'_>, code: &str) -> Answer {
    let country = code.parse::<CountryCode>().ok();
    let Some(country) = country.and_then(|code| view.ctx.countries.get(code)) else {
        return errors::not_found(view, &[]);
    };
    let code = country.code;
    let register = view.register();
    let there = |id: &BodyId| register.body(id).and_then(|body| body.country) == Some(code);
    let explorer = view.snapshot.explorer(&view.ctx.countries, view.today);
    let selection = Selection::default().with(Facet::Country, code.as_str());
    let found = explorer.find(register, &selection);
    let seqs = found
        .iter()
        .flat_map(|row| explorer.row(row).statements.iter().copied())
        .chain(unnamed(register, code))
        .chain(decisions(register, there));
    let part = part(view, newest_first(seqs.collect()));
    let title = view.t.w("changes-with", view.country(code));
    let about = link(view, Page::Country(code.to_string()), view.country(code));
    answer(view, &title, Some(about), part)
}

/// Statements about a body's co-operation with a country that name no partner.
pub(crate) fn unnamed(register: &Register, code: CountryCode) -> impl Iterator<Item = Seq> {
    register
        .statements_of_no_partner()
        .filter(move |(_, statement)| statement.country == Some(code))
        .map(|(seq, _)| seq)
}

/// Decisions that two names are the same body, where one of them stands for what passes.
fn decisions<'r>(
    register: &'r Register,
    passes: impl Fn(&BodyId) -> bool + 'r,
) -> impl Iterator<Item = Seq> + 'r {
    register.decisions().filter_map(move |(seq, decision)| {
        kinds::merges(register, decision)
            .filter(|(_, into)| passes(into))
            .map(|_| seq)
    })
}

/// Each number once. Whoever wants the first of very many does not wait until all are in order.
fn newest_first(seqs: Vec<Seq>) -> impl Iterator<Item = Seq> {
    let mut left = BinaryHeap::from(seqs);
    std::iter::from_fn(move || {
        let newest = left.pop()?;
        while left.peek() == Some(&newest) {
            left.pop();
        }
        Some(newest)
    })
}

/// The part that the address asks for.
fn part(view: &View<'_>, seqs: impl Iterator<Item = Seq>) -> Part {
    let kind = view.param("kind").and_then(ChangeKind::of_key);
    let number = numbered::asked(view, MOST_PAGES);
    let mut found = seqs
        .filter_map(|seq| Some((seq, ChangeKind::of(view.register(), seq)?)))
        .filter(|(_, known)| kind.is_none_or(|kind| kind == *known))
        .skip((number - 1) * ON_A_PAGE);
    let changes = found
        .by_ref()
        .take(ON_A_PAGE)
        .filter_map(|(seq, kind)| change(view, seq, kind))
        .collect();
    Part {
        changes,
        number,
        more: found.next().is_some(),
        kind,
    }
}

fn change(view: &View<'_>, seq: Seq, kind: ChangeKind) -> Option<Change> {
    let register = view.register();
    let entry = register.entry(seq)?;
    let what = view.t.m(&format!("change-{}", kind.key()));
    let base = |id: String, about: String, about_href: String| Change {
        seq,
        id: view.absolute(&id),
        kind,
        recorded: entry.recorded,
        what,
        about,
        about_href,
        told: None,
        sentence: String::new(),
    };
    match &entry.content {
        Content::Statement(statement) => {
            let id = format!("/id/st-{seq}");
            let told = view.told(entry, statement);
            Some(Change {
                told: Some(told),
                ..base(
                    id,
                    view.about(statement).0,
                    latest::place(view, seq, statement),
                )
            })
        }
        Content::Decision(decision) => {
            let (from, into) = kinds::merges(register, decision)?;
            let names = format!("{from} → {} ({into})", view.name(&into));
            let id = format!("/id/{}#decision-{seq}", decision.a);
            Some(Change {
                sentence: names,
                ..base(id, view.name(&into), view.body_url(&into))
            })
        }
        _ => None,
    }
}

fn link(view: &View<'_>, page: Page, text: String) -> Link {
    Link {
        href: view.url(&page),
        text,
        current: false,
    }
}

fn answer(view: &View<'_>, title: &str, about: Option<Link>, part: Part) -> Answer {
    let to = |number: usize, kind: Option<ChangeKind>, ending: &str| {
        let kind = kind.map_or_else(String::new, |kind| format!("&kind={}", kind.key()));
        let query = format!("page={number}{kind}");
        let query = query.strip_prefix("page=1&").unwrap_or(&query);
        let query = if query == "page=1" { "" } else { query };
        let mark = if query.is_empty() { "" } else { "?" };
        format!("{}{ending}{mark}{query}", view.url(&view.page))
    };
    let at = |number: usize, ending: &str| to(number, part.kind, ending);
    let previous = (part.number > 1).then(|| part.number - 1);
    let next = part.more.then_some(part.number + 1);
    match view.form {
        Form::File(Kind::Atom) => {
            let links = [
                ("self", Some(at(part.number, ".atom"))),
                ("alternate", Some(at(1, ""))),
                ("previous", previous.map(|number| at(number, ".atom"))),
                ("next", next.map(|number| at(number, ".atom"))),
            ];
            feed::atom(view, title, &links, &part.changes)
        }
        Form::Json => {
            let items: Vec<_> = part
                .changes
                .iter()
                .map(|change| data(view, change))
                .collect();
            let next = next.map(|number| view.absolute(&at(number, ".json")));
            Answer::json(&json!({ "items": items, "page": part.number, "next": next }))
        }
        _ => Answer::html(&Shown {
            f: view.frame(title),
            about,
            kinds: filters(view, part.kind),
            ignored: ignored(view, part.kind),
            feed: at(1, ".atom"),
            numbered: Numbered {
                number: part.number,
                pages: None,
                previous: previous.map(|number| at(number, "")),
                next: next.map(|number| at(number, "")),
                ignored: None,
            },
            changes: part.changes,
        }),
    }
}

/// Links to the changes of each kind.
pub(crate) fn filters(view: &View<'_>, current: Option<ChangeKind>) -> Vec<Link> {
    let here = view.url(&view.page);
    let all = Link {
        href: here.clone(),
        text: view.t.m("change-all"),
        current: current.is_none(),
    };
    let kinds = ChangeKind::ALL.map(|kind| Link {
        href: format!("{here}?kind={}", kind.key()),
        text: view.t.m(&format!("change-{}", kind.key())),
        current: current == Some(kind),
    });
    std::iter::once(all).chain(kinds).collect()
}

/// That a kind was asked for that there is not.
pub(crate) fn ignored(view: &View<'_>, kind: Option<ChangeKind>) -> Option<String> {
    let asked = view.param("kind").filter(|_| kind.is_none())?;
    let short: String = asked.chars().take(40).collect();
    Some(view.t.w("changes-ignored", short))
}

fn data(view: &View<'_>, change: &Change) -> serde_json::Value {
    json!({
        "entry": change.seq,
        "kind": change.kind.key(),
        "recorded": change.recorded,
        "about": change.about,
        "url": view.absolute(&change.about_href),
        "statement": view.statement_json(change.seq),
        "sentence": Some(&change.sentence).filter(|text| !text.is_empty()),
    })
}

/// The feed of what a page is about.
pub(crate) fn feed_url(view: &View<'_>) -> Option<String> {
    let page = match &view.page {
        Page::Start | Page::Latest => Page::Latest,
        Page::Body(id) | Page::BodyChanges(id) => Page::BodyChanges(id.clone()),
        Page::Country(code) | Page::CountryChanges(code) => Page::CountryChanges(code.clone()),
        _ => return None,
    };
    Some(format!("{}.atom", view.url(&page)))
}
