//! The funding guide: what fits an idea, the programmes, their calls. An idea lives in its address; nothing is stored about who
//! asks.

mod beside;
mod feeds;
mod form;
mod programme;
mod result;

use askama::Template;
use serde_json::{Value, json};
use vanort_app::funding;
use vanort_domain::Values;
use vanort_domain::funding::{Assessment, Call, Day, Guide, Programme, Remark, Round};

pub(crate) use beside::{Beside, of_body, of_pair};
pub(crate) use feeds::{calendar, feed};
use form::Form as IdeaForm;
pub(crate) use programme::show as programme;
use result::Shown;

use super::{Answer, Frame, View, errors, tables};
use crate::funding::Teller;
use crate::urls::{Form, Page};

#[derive(Template)]
#[template(path = "funding.html")]
struct Guided {
    f: Frame,
    form: IdeaForm,
    result: Option<Shown>,
    remarks: Vec<String>,
    open: Vec<CallRow>,
    last: Vec<CallRow>,
    programmes: Vec<ProgrammeRow>,
    ics: String,
    atom: String,
    csv: String,
    hash: String,
}

/// A call on the page.
pub(super) struct CallRow {
    pub programme: String,
    pub href: String,
    pub name: String,
    pub opens: String,
    pub deadline: String,
    pub round: String,
    pub rules: String,
    pub result: String,
    pub note: String,
    pub source: String,
    pub confidence: String,
}

struct ProgrammeRow {
    name: String,
    href: String,
    pays: String,
    status: String,
}

/// The guide that comes with the program; the page of an address that is not there, when it cannot be read.
fn guide() -> Option<&'static Guide> {
    funding::bundled().ok()
}

fn teller<'a>(view: &'a View<'_>, guide: &'a Guide) -> Teller<'a> {
    Teller {
        t: view.t,
        countries: &view.ctx.countries,
        guide,
    }
}

/// The overview, and the answer about an idea.
pub(crate) fn show(view: &View<'_>) -> Answer {
    let Some(guide) = guide() else {
        return errors::not_found(view, &[]);
    };
    let today = Day(view.today);
    let (form, idea, remarks) = form::read(view, guide);
    let assessment = (!view.query.is_empty()).then(|| guide.assess(&idea));
    if view.form == Form::Json {
        return keep(
            view,
            Answer::json(&data(guide, assessment.as_ref(), &remarks)),
        );
    }
    let file = |ending: &str| format!("{}.{ending}", view.url(&Page::Funding));
    let rounds = |wanted: fn(Round) -> bool| -> Vec<CallRow> {
        let mut calls: Vec<&Call> = guide
            .files()
            .calls
            .iter()
            .filter(|c| wanted(c.round(today)))
            .collect();
        calls.sort_by_key(|call| call.deadline);
        calls
            .into_iter()
            .map(|call| row(view, guide, call))
            .collect()
    };
    let last = guide
        .files()
        .programmes
        .iter()
        .filter_map(|programme| guide.calls(&programme.key, today).last)
        .map(|call| row(view, guide, &call))
        .collect();
    keep(
        view,
        Answer::html(&Guided {
            form,
            remarks: remarks
                .iter()
                .map(|remark| teller(view, guide).remark(remark))
                .collect(),
            result: assessment.map(|assessment| result::shown(view, guide, &assessment)),
            open: rounds(|round| matches!(round, Round::Open | Round::Coming | Round::Announced)),
            last,
            programmes: guide
                .files()
                .programmes
                .iter()
                .map(|p| programme_row(view, p))
                .collect(),
            ics: file("ics"),
            atom: file("atom"),
            csv: file("csv"),
            hash: guide.files().hash.chars().take(12).collect(),
            f: view.frame(view.t.m("fund-title")),
        }),
    )
}

/// The overview or the answer, for programs.
fn data(guide: &Guide, assessment: Option<&Assessment>, remarks: &[Remark]) -> Value {
    if let Some(assessment) = assessment {
        let mut value = serde_json::to_value(assessment).unwrap_or_default();
        value["remarks"] = json!(remarks);
        return value;
    }
    json!({
        "programmes": guide.files().programmes,
        "contacts": guide.files().contacts,
        "countries": guide.files().countries,
        "calls": guide.files().calls,
        "hash": guide.files().hash,
    })
}

/// What somebody has answered is kept nowhere, not even for the next who asks the same.
fn keep(view: &View<'_>, answer: Answer) -> Answer {
    if view.query.is_empty() {
        answer
    } else {
        answer.private()
    }
}

fn programme_row(view: &View<'_>, programme: &Programme) -> ProgrammeRow {
    let language = view.t.language.tag();
    ProgrammeRow {
        name: programme.name.get(language).to_owned(),
        href: view.url(&Page::Programme(programme.key.to_string())),
        pays: programme.pays.get(language).to_owned(),
        status: programme.status.last().map_or_else(String::new, |status| {
            let over = status.valid_to.is_some_and(|to| to.0 < view.today);
            let over = if over {
                format!("{} ", view.t.m("fund-why-over"))
            } else {
                String::new()
            };
            format!("{over}{}", status.text.get(language))
        }),
    }
}

/// A call in the words of the page.
fn row(view: &View<'_>, guide: &Guide, call: &Call) -> CallRow {
    let t = &view.t;
    let language = t.language.tag();
    let teller = teller(view, guide);
    let mut result = Vec::new();
    let mut add = |id: &str, number: Option<u64>| {
        if let Some(number) = number {
            result.push(t.w(id, t.number(&usize::try_from(number).unwrap_or(usize::MAX))));
        }
    };
    add("fund-budget", call.budget_eur);
    add("fund-proposals", call.proposals.map(u64::from));
    add("fund-eligible", call.eligible.map(u64::from));
    add("fund-funded", call.funded.map(u64::from));
    add("fund-granted", call.granted_eur);
    CallRow {
        programme: guide
            .programme(&call.programme)
            .map_or_else(String::new, |p| p.name.get(language).to_owned()),
        href: view.url(&Page::Programme(call.programme.to_string())),
        name: call.name.to_string(),
        opens: call.opens.map_or_else(String::new, |day| t.day(day.0)),
        deadline: teller.deadline(call),
        round: t.m(&format!("fund-{}", call.round(Day(view.today)).key())),
        rules: call
            .rule_version
            .as_ref()
            .map_or_else(String::new, ToString::to_string),
        result: result.join(", "),
        note: call
            .note
            .as_ref()
            .map_or_else(String::new, |note| note.get(language).to_owned()),
        source: call.source_url.to_string(),
        confidence: teller.confidence(&call.confidence),
    }
}

const CALLS: [&str; 13] = [
    "programme",
    "call",
    "opens",
    "deadline",
    "deadline_latest",
    "budget_eur",
    "rule_version",
    "proposals",
    "eligible",
    "funded",
    "granted_eur",
    "source_url",
    "confidence",
];

/// All calls as a table.
pub(crate) fn calls_table() -> Answer {
    let calls = guide().into_iter().flat_map(|guide| &guide.files().calls);
    let rows = calls.map(|call| {
        let mut values = Values::new();
        values
            .set("programme", &call.programme)
            .set("call", &call.name)
            .set_some("opens", call.opens)
            .set_some("deadline", call.deadline)
            .set_some("deadline_latest", call.deadline_latest)
            .set_some("budget_eur", call.budget_eur)
            .set_some("rule_version", call.rule_version.as_ref())
            .set_some("proposals", call.proposals)
            .set_some("eligible", call.eligible)
            .set_some("funded", call.funded)
            .set_some("granted_eur", call.granted_eur)
            .set("source_url", &call.source_url)
            .set("confidence", &call.confidence);
        values
    });
    tables::table("funding-calls", &CALLS, rows)
}
