//! Pages for what went wrong, each with what to do.

use askama::Template;
use axum::http::StatusCode;
use serde_json::json;
use vanort_domain::BodyId;

use super::frame::Link;
use super::{Answer, Asked, Frame, View};
use crate::messages::{Language, Words};
use crate::urls::{Form, Page};

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    f: Frame,
    message: String,
    near: Vec<Link>,
}

fn error(
    view: &View<'_>,
    status: StatusCode,
    title: String,
    message: String,
    near: Vec<Link>,
) -> Answer {
    if view.form == Form::Json {
        let near: Vec<_> = near
            .iter()
            .map(|link| json!({ "name": link.text, "url": view.absolute(&link.href) }))
            .collect();
        return Answer::json(&json!({ "error": title, "message": message, "near": near }))
            .status(status);
    }
    let mut f = view.frame(title);
    f.json = None;
    f.csv = None;
    Answer::html(&ErrorPage { f, message, near }).status(status)
}

/// There is no such page; `near` are bodies that may have been meant.
pub(crate) fn not_found(view: &View<'_>, near: &[BodyId]) -> Answer {
    let t = &view.t;
    let near = near
        .iter()
        .map(|id| Link {
            href: view.body_url(id),
            text: view.name(id),
            current: false,
        })
        .collect();
    error(
        view,
        StatusCode::NOT_FOUND,
        t.m("error-404"),
        t.m("error-404-what"),
        near,
    )
}

/// Nothing is known as of the day that is asked about of what the register has today: `title` is its name.
pub(crate) fn not_then(view: &View<'_>, title: String) -> Answer {
    let message = view.t.w("error-not-then-what", &title);
    error(view, StatusCode::NOT_FOUND, title, message, Vec::new())
}

/// There is nothing to edit with.
pub(crate) fn no_desk(view: &View<'_>) -> Answer {
    error(
        view,
        StatusCode::FORBIDDEN,
        view.t.m("error-403"),
        view.t.m("error-403-what"),
        Vec::new(),
    )
}

/// The page for what is not done, with what to do instead.
pub(crate) fn refused(asked: &Asked<'_>, status: StatusCode) -> Answer {
    let (title, message) = match status {
        StatusCode::FORBIDDEN => ("error-403", "error-403-what"),
        StatusCode::PAYLOAD_TOO_LARGE => ("error-413", "error-413-what"),
        StatusCode::NOT_FOUND => ("error-404", "error-404-what"),
        _ => ("error-400", "error-form"),
    };
    let snapshot = asked.ctx.snapshot();
    let view = plain_view(asked, &snapshot);
    error(
        &view,
        status,
        view.t.m(title),
        view.t.m(message),
        Vec::new(),
    )
}

/// A file says nothing of what was passed over when it was made: where anything of what was chosen is not understood, none
/// is made, and in its place stands what it was.
pub(crate) fn no_file(view: &View<'_>, ignored: &[String]) -> Answer {
    let t = &view.t;
    let message = t.w("error-file", ignored.join(", "));
    let answer = if view.form == Form::Json {
        let error = t.m("error-400");
        Answer::json(&json!({ "error": error, "message": message, "ignored": ignored }))
    } else {
        Answer::new("text/plain; charset=utf-8", message + "\n")
    };
    answer.status(StatusCode::BAD_REQUEST)
}

/// It was there and was taken away.
pub(crate) fn gone(view: &View<'_>) -> Answer {
    error(
        view,
        StatusCode::GONE,
        view.t.m("error-410"),
        view.t.m("error-410-what"),
        Vec::new(),
    )
}

/// The address itself cannot be read.
pub(crate) fn bad_address(asked: &Asked<'_>, message: &str) -> Answer {
    let snapshot = asked.ctx.snapshot();
    let view = plain_view(asked, &snapshot);
    error(
        &view,
        StatusCode::BAD_REQUEST,
        view.t.m("error-400"),
        view.t.m(message),
        Vec::new(),
    )
}

/// The page for when a page could not be made, without anything that could fail too.
pub(crate) fn broken(language: Language, id: &str) -> String {
    let t = Words { language };
    format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\"><title>{title}</title><link rel=\"stylesheet\" href=\"{}\"></head>\n\
         <body><main class=\"wide\"><h1>{title}</h1><p class=\"lead\">{}</p><p>{}</p><p><a href=\"{}\">{}</a></p></main></body>\n</html>\n",
        language.tag(),
        crate::assets::url("site.css"),
        t.m("error-500-what"),
        t.w("error-number", id),
        Page::Start.path(language),
        t.m("error-home"),
        title = t.m("error-500"),
    )
}

/// What one is told who wants to change something at an address that can only be read.
pub(crate) fn only_read(language: Language) -> String {
    let t = Words { language };
    t.m("error-405")
}

/// What is said when too many files are being written.
pub(crate) fn busy(language: Language) -> String {
    let t = Words { language };
    t.m("error-busy")
}

/// That an answer was not there in time.
pub(crate) fn late(language: Language) -> String {
    let t = Words { language };
    t.m("error-late")
}

/// A view without a page of its own.
fn plain_view<'a>(
    asked: &Asked<'a>,
    snapshot: &'a std::sync::Arc<vanort_app::Snapshot>,
) -> View<'a> {
    View {
        ctx: asked.ctx,
        settings: asked.settings,
        snapshot,
        live: snapshot,
        t: Words {
            language: crate::site::language(asked.path),
        },
        page: Page::Start,
        form: if asked.wants_data || asked.path.ends_with(".json") {
            Form::Json
        } else {
            Form::Html
        },
        query: Vec::new(),
        then: super::Then::default(),
        today: asked.ctx.clock.today(),
    }
}
