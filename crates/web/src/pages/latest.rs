//! What came into the register last, and single statements.

use askama::Template;
use serde_json::json;
use vanort_domain::Seq;
use vanort_domain::log::Content;
use vanort_domain::statements::Statement;

use super::frame::Link;
use super::numbered::Numbered;
use super::rows::Told;
use super::{Answer, Frame, View, changes, errors};
use crate::urls::Form;

const ON_A_PAGE: usize = 50;

#[derive(Template)]
#[template(path = "latest.html")]
struct List {
    f: Frame,
    told: Vec<Told>,
    kinds: Vec<Link>,
    ignored: Option<String>,
    feed: String,
    total: usize,
    numbered: Numbered,
}

/// The last statements, the newest entry first.
pub(crate) fn show(view: &View<'_>) -> Answer {
    let kind = view.param("kind").and_then(changes::ChangeKind::of_key);
    if kind.is_some() {
        return changes::of_all(view);
    }
    let register = view.register();
    let figures = register.figures();
    // As data what does not count is listed too, and says so: it is in the log.
    let total = match view.form {
        Form::Json => figures.statements + figures.statements_not_counting,
        _ => figures.statements,
    };
    let here = view.url(&view.page);
    let ending = view.form.ending();
    let (numbered, on_page) = Numbered::of(view, total, ON_A_PAGE, |number| {
        format!("{here}{ending}?page={number}")
    });
    if view.form == Form::Json {
        let on_page = register
            .statements()
            .rev()
            .skip(on_page.start)
            .take(ON_A_PAGE);
        let items: Vec<_> = on_page
            .filter_map(|(entry, _)| view.statement_json(entry.seq))
            .collect();
        let next = numbered.next.as_deref().map(|next| view.absolute(next));
        return Answer::json(
            &json!({ "items": items, "total": total, "page": numbered.number, "next": next }),
        );
    }
    let on_page = register
        .statements_counting()
        .rev()
        .skip(on_page.start)
        .take(ON_A_PAGE);
    Answer::html(&List {
        f: view.frame(view.t.m("latest-title")),
        told: on_page
            .map(|(entry, statement)| view.told(entry, statement))
            .collect(),
        kinds: changes::filters(view, None),
        ignored: changes::ignored(view, kind),
        feed: to_feed(view),
        total,
        numbered,
    })
}

fn to_feed(view: &View<'_>) -> String {
    changes::feed_url(view).unwrap_or_default()
}

/// `/id/st-…`: the statement on the page of what it is about, or its data.
pub(crate) fn statement(view: &View<'_>, seq: Seq) -> Answer {
    let register = view.register();
    let Some(entry) = register.entry(seq) else {
        return errors::not_found(view, &[]);
    };
    let statement = match &entry.content {
        Content::Statement(statement) => statement,
        Content::Unreadable => return errors::gone(view),
        _ => return errors::not_found(view, &[]),
    };
    if view.form == Form::Json {
        return view
            .statement_json(seq)
            .map_or_else(|| errors::not_found(view, &[]), |data| Answer::json(&data));
    }
    // What came with an import that was taken back may have no page.
    if register.is_withdrawn(&entry.by) {
        return errors::gone(view);
    }
    let place = place(view, seq, statement);
    Answer::redirect(axum::http::StatusCode::SEE_OTHER, place)
}

/// Where a statement stands on the page of what it is about, in the page's language.
pub(crate) fn place(view: &View<'_>, seq: Seq, statement: &Statement) -> String {
    format!("{}#st-{seq}", view.about(statement).1)
}
