//! Groups: chains of towns and networks.

use askama::Template;
use serde_json::json;
use vanort_domain::collation::sort_key;
use vanort_domain::register::Membership;

use super::frame::Link;
use super::partnership::told;
use super::rows::Told;
use super::{Answer, Frame, View, errors};
use crate::urls::{Form, Page};

struct Line {
    link: Link,
    kind: String,
    members: usize,
}

struct Member {
    link: Link,
    times: String,
    left: bool,
}

#[derive(Template)]
#[template(path = "groups.html")]
struct List {
    f: Frame,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "group.html")]
struct Shown {
    f: Frame,
    name: String,
    name_en: String,
    kind: String,
    members: Vec<Member>,
    /// That no source names a member.
    none: String,
    told: Vec<Told>,
}

/// From when to when a body belongs or belonged, as far as anybody says.
pub(crate) fn times(view: &View<'_>, member: &Membership) -> String {
    let t = &view.t;
    let since = member
        .since
        .value()
        .map(|date| t.dated("date-from", &date.0));
    let until = member
        .until
        .value()
        .map(|date| t.dated("member-until", &date.0));
    let left = (member.left && until.is_none()).then(|| t.m("member-left"));
    let parts: Vec<String> = [since, until, left].into_iter().flatten().collect();
    if parts.is_empty() {
        t.m("member-no-dates")
    } else {
        parts.join(", ")
    }
}

/// All groups.
pub(crate) fn list(view: &View<'_>) -> Answer {
    let mut groups: Vec<_> = view.register().groups().cloned().collect();
    groups.sort_by_cached_key(|group| (sort_key(&group.name), group.id.clone()));
    if view.form == Form::Json {
        let items: Vec<_> = groups
            .iter()
            .map(|group| {
                let url = view.absolute(&view.url(&Page::Group(group.id.to_string())));
                json!({ "id": group.id, "url": url, "group": group })
            })
            .collect();
        return Answer::json(&json!({ "items": items, "total": items.len(), "next": null }));
    }
    let lines = groups
        .iter()
        .map(|group| Line {
            link: Link {
                href: view.url(&Page::Group(group.id.to_string())),
                text: group.name.clone(),
                current: false,
            },
            kind: view.t.word(&group.kind),
            members: view.register().members(&group.id).count(),
        })
        .collect();
    Answer::html(&List {
        f: view.frame(view.t.m("groups-title")),
        lines,
    })
}

/// One group.
pub(crate) fn show(view: &View<'_>, id: &str) -> Answer {
    let Some(group) = id.parse().ok().and_then(|id| view.register().group(&id)) else {
        return errors::not_found(view, &[]);
    };
    let members: Vec<_> = view.register().members(&group.id).cloned().collect();
    if view.form == Form::Json {
        let members: Vec<_> = members
            .iter()
            .map(|m| {
                json!({
                    "body": m.body, "name": view.name(&m.body), "left": m.left,
                    "since": m.since.value().map(|date| &date.0), "until": m.until.value().map(|date| &date.0),
                    "statements": m.statements.iter().filter_map(|seq| view.statement_json(*seq)).collect::<Vec<_>>(),
                })
            })
            .collect();
        return Answer::json(&json!({ "id": group.id, "group": group, "members": members }));
    }
    let seqs: Vec<_> = members
        .iter()
        .flat_map(|member| member.statements.iter().copied())
        .collect();
    let mut lines: Vec<Member> = members
        .iter()
        .map(|member| Member {
            link: Link {
                href: view.body_url(&member.body),
                text: view.name(&member.body),
                current: false,
            },
            times: times(view, member),
            left: member.left,
        })
        .collect();
    lines.sort_by_cached_key(|member| (member.left, view.sort_key(&member.link.text)));
    Answer::html(&Shown {
        f: view.frame(group.name.clone()),
        name: group.name.clone(),
        name_en: group
            .name_en
            .clone()
            .filter(|name| *name != group.name)
            .unwrap_or_default(),
        kind: view.t.word(&group.kind),
        members: lines,
        none: none(view, &group.name),
        told: told(view, &seqs),
    })
}

/// That no source names a member: also where the name itself is made of names, as "Nykarleby–Sollefteå–Steinkjer" is.
fn none(view: &View<'_>, name: &str) -> String {
    let is_joined = |word: &str| {
        let parts = word.split_once('–');
        parts.is_some_and(|(one, other)| !one.is_empty() && !other.is_empty())
    };
    let id = if name.split_whitespace().any(is_joined) {
        "group-members-in-name"
    } else {
        "group-no-members"
    };
    view.t.m(id)
}
