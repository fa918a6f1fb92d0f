//! One programme: what it gives, whether it runs, its rules by period with sources, its calls, whom to ask.

use askama::Template;
use serde_json::json;
use vanort_domain::funding::{Guide, Programme, Rule, Version};

use super::{CallRow, guide, row, teller};
use crate::pages::{Answer, Frame, View, errors};
use crate::urls::{Form, Page};

#[derive(Template)]
#[template(path = "programme.html")]
struct Shown {
    f: Frame,
    back: String,
    pays: String,
    status: Vec<Said>,
    mind: Vec<String>,
    conflicts: Vec<Said>,
    versions: Vec<Period>,
    countries: Vec<(String, String, Said)>,
    calls: Vec<CallRow>,
    contacts: Vec<(String, Said, Option<String>)>,
}

/// A sentence with its source.
struct Said {
    text: String,
    source: String,
    date: String,
    confidence: String,
}

/// The rules of a period.
struct Period {
    title: String,
    note: String,
    rules: Vec<(String, String, Said)>,
    open: bool,
}

/// The page of a programme.
pub(crate) fn show(view: &View<'_>, key: &str) -> Answer {
    let Some((guide, programme)) = guide().and_then(|guide| Some((guide, guide.programme(key)?)))
    else {
        return errors::not_found(view, &[]);
    };
    let calls: Vec<_> = guide
        .files()
        .calls
        .iter()
        .filter(|call| call.programme == key)
        .collect();
    if view.form == Form::Json {
        return Answer::json(
            &json!({ "programme": programme, "calls": calls, "hash": guide.files().hash }),
        );
    }
    let language = view.t.language.tag();
    let mut calls = calls;
    calls.sort_by_key(|call| std::cmp::Reverse(call.deadline));
    let versions = programme.versions.iter().rev().enumerate();
    Answer::html(&Shown {
        f: view.frame(programme.name.get(language)),
        back: view.url(&Page::Funding),
        pays: programme.pays.get(language).to_owned(),
        status: statuses(view, guide, programme),
        mind: programme
            .mind
            .iter()
            .map(|words| words.get(language).to_owned())
            .collect(),
        conflicts: conflicts(view, guide, programme),
        versions: versions
            .map(|(place, version)| period(view, guide, version, place == 0))
            .collect(),
        countries: countries(view, guide, programme),
        calls: calls
            .into_iter()
            .map(|call| row(view, guide, call))
            .collect(),
        contacts: contacts(view, guide, programme),
    })
}

fn said(
    view: &View<'_>,
    guide: &Guide,
    text: &str,
    source: &str,
    date: &str,
    confidence: &str,
) -> Said {
    Said {
        text: text.to_owned(),
        source: source.to_owned(),
        date: if date == "undated" {
            view.t.m("fund-source-undated")
        } else {
            date.to_owned()
        },
        confidence: teller(view, guide).confidence(confidence),
    }
}

fn statuses(view: &View<'_>, guide: &Guide, programme: &Programme) -> Vec<Said> {
    let tell = |s: &vanort_domain::funding::Status| {
        let text = s.text.get(view.t.language.tag());
        said(view, guide, text, &s.source, &s.source_date, &s.confidence)
    };
    programme.status.iter().map(tell).collect()
}

fn conflicts(view: &View<'_>, guide: &Guide, programme: &Programme) -> Vec<Said> {
    let tell = |c: &vanort_domain::funding::Conflict| {
        let text = c.text.get(view.t.language.tag());
        said(view, guide, text, &c.source, &c.source_date, &c.confidence)
    };
    programme.conflicts.iter().map(tell).collect()
}

fn period(view: &View<'_>, guide: &Guide, version: &Version, open: bool) -> Period {
    let t = &view.t;
    let from = t.day(version.valid_from.0);
    let title = match version.valid_to {
        Some(to) => t.args(
            "fund-version",
            &[("key", &version.key), ("from", &from), ("to", &t.day(to.0))],
        ),
        None => t.args(
            "fund-version-open",
            &[("key", &version.key), ("from", &from)],
        ),
    };
    let note = version.note.as_ref();
    Period {
        title,
        note: note.map_or_else(String::new, |note| note.get(t.language.tag()).to_owned()),
        rules: version
            .rules
            .iter()
            .map(|rule| rule_row(view, guide, version, rule))
            .collect(),
        open,
    }
}

fn rule_row(
    view: &View<'_>,
    guide: &Guide,
    version: &Version,
    rule: &Rule,
) -> (String, String, Said) {
    let t = &view.t;
    let teller = teller(view, guide);
    let mut need = teller
        .requirement(rule)
        .unwrap_or_else(|| t.m("fund-why-not-established"));
    let day = |day: vanort_domain::funding::Day| t.day(day.0);
    match (rule.valid_from, rule.valid_to) {
        (Some(from), Some(to)) => need = format!("{need} ({})", t.days(from.0, to.0)),
        (Some(from), None) => need = format!("{need} ({})", t.w("date-from", day(from))),
        (None, Some(to)) => need = format!("{need} ({})", t.w("date-to", day(to))),
        (None, None) => {}
    }
    let said = said(
        view,
        guide,
        "",
        rule.source.as_ref().unwrap_or(&version.source),
        rule.source_date.as_ref().unwrap_or(&version.source_date),
        rule.confidence.as_ref().unwrap_or(&version.confidence),
    );
    (teller.test(rule.tests), need, said)
}

/// The words on countries that the programme's rules use.
fn countries(view: &View<'_>, guide: &Guide, programme: &Programme) -> Vec<(String, String, Said)> {
    let language = view.t.language.tag();
    let rules = || programme.versions.iter().flat_map(|version| &version.rules);
    let uses = |list| rules().any(|rule| rule.countries.as_ref() == Some(list));
    let entries = guide
        .files()
        .countries
        .iter()
        .filter(|entry| uses(&entry.list));
    entries
        .map(|entry| {
            let from = view.t.day(entry.valid_from.0);
            let period = entry.valid_to.map_or_else(
                || view.t.w("date-from", &from),
                |to| view.t.days(entry.valid_from.0, to.0),
            );
            let source = entry.source.as_deref().unwrap_or_default();
            let date = entry.source_date.as_deref().unwrap_or_default();
            let said = said(
                view,
                guide,
                entry.text.get(language),
                source,
                date,
                &entry.confidence,
            );
            (
                teller(view, guide).countries(&entry.countries),
                period,
                said,
            )
        })
        .collect()
}

fn contacts(
    view: &View<'_>,
    guide: &Guide,
    programme: &Programme,
) -> Vec<(String, Said, Option<String>)> {
    let language = view.t.language.tag();
    let known = programme
        .contacts
        .iter()
        .filter_map(|key| guide.contact(key));
    known
        .map(|contact| {
            let mut role = contact.role.get(language).to_owned();
            if contact.grants {
                role = format!("{role} ({})", view.t.m("fund-grants"));
            }
            let said = said(
                view,
                guide,
                &role,
                &contact.source,
                &contact.source_date,
                &contact.confidence,
            );
            (
                contact.name.to_string(),
                said,
                contact.email.as_ref().map(ToString::to_string),
            )
        })
        .collect()
}
