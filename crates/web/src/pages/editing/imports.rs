//! Lists: what was brought, and what was taken in, which can be withdrawn.

use askama::Template;
use vanort_app::desk::taken_in as desk;
use vanort_domain::Seq;
use vanort_domain::imports::Import;

use super::super::frame::Link;
use super::super::{Answer, Frame, View, errors};
use crate::editing::LARGEST_FILE;
use crate::messages::Words;
use crate::urls::Page;

#[derive(Template)]
#[template(path = "imports.html")]
struct List {
    f: Frame,
    home: Link,
    action: String,
    fault: String,
    /// The list that is about to be withdrawn, and what would cease to count.
    ask: Option<Receipt>,
    /// The list that was withdrawn or taken in again just now, and what came of it.
    receipt: Option<Receipt>,
    pending: Vec<Link>,
    done: Vec<Done>,
}

/// A list, what would come of it or did, and what can be done about it.
struct Receipt {
    way: String,
    title: String,
    words: String,
    withdrawn: bool,
}

struct Done {
    way: String,
    title: String,
    /// Its source's page; empty where there is none.
    href: String,
    /// Who published it, and when.
    whose: String,
    /// Where it is asked whether it is to be withdrawn.
    ask: String,
    day: String,
    rows: usize,
    withdrawn: bool,
}

/// What was taken in, what lies on the desk, and the form to bring more.
pub(crate) fn list(view: &View<'_>) -> Answer {
    let Some(desk) = &view.ctx.desk else {
        return errors::no_desk(view);
    };
    let register = view.register();
    let mut imports: Vec<_> = register.imports().collect();
    imports.sort_by_key(|(seq, _)| std::cmp::Reverse(*seq));
    let done = imports
        .into_iter()
        .map(|(seq, import)| taken_in(view, seq, import))
        .collect();
    let pending = desk
        .all_pending()
        .into_iter()
        .map(|(key, title)| Link {
            href: view.url(&Page::Import(key)),
            text: title,
            current: false,
        })
        .collect();
    Answer::html(&List {
        home: home(view),
        action: view.url(&Page::Imports),
        fault: view.param("fault").map_or_else(String::new, |key| {
            let line = view.param("line").and_then(|line| line.parse().ok());
            fault(&view.t, key, line)
        }),
        ask: asked(view),
        receipt: receipt(view),
        pending,
        done,
        f: view.plain_frame(view.t.m("imports-title")),
    })
    .private()
}

/// A list that was taken in, with whose it is.
fn taken_in(view: &View<'_>, seq: Seq, import: &Import) -> Done {
    let register = view.register();
    let source = desk::source(register, &import.way);
    let whose = source.map(|source| {
        let date = source.date.as_ref().map(|date| view.t.date(date));
        let whose = [Some(view.publisher(source)), date];
        whose.into_iter().flatten().collect::<Vec<_>>().join(", ")
    });
    let seen = source.filter(|source| register.source(&source.id).is_some());
    Done {
        way: import.way.to_string(),
        title: import.title.clone(),
        href: seen.map_or_else(String::new, |source| {
            view.url(&Page::Source(source.id.to_string()))
        }),
        whose: whose.unwrap_or_default(),
        ask: format!("{}?ask={}", view.url(&Page::Imports), import.way),
        day: register
            .entry(seq)
            .map_or_else(String::new, |entry| view.t.day(entry.recorded.day())),
        rows: import.rows as usize,
        withdrawn: register.is_withdrawn(&import.way),
    }
}

/// The list that is asked about before it is withdrawn.
fn asked(view: &View<'_>) -> Option<Receipt> {
    let asked = told_of(view, "ask", "imports-would-cease")?;
    (!asked.withdrawn).then_some(asked)
}

/// What came of withdrawing a list, or of taking it in again.
fn receipt(view: &View<'_>) -> Option<Receipt> {
    let way = view.param("done")?;
    let message = if view.register().is_withdrawn(way) {
        "imports-ceased"
    } else {
        "imports-counts-again"
    };
    told_of(view, "done", message)
}

/// The list whose way a parameter gives, and in words what counts with it and not without.
fn told_of(view: &View<'_>, param: &str, message: &str) -> Option<Receipt> {
    let (t, register) = (&view.t, view.register());
    let (_, import) = register.import(view.param(param)?)?;
    let weight = desk::weight(register, &import.way);
    let statements = t.n("imports-statements", &weight.statements);
    let partnerships = t.n("imports-partnerships", &weight.partnerships);
    let words = [
        ("what", &*import.title),
        ("one", &statements),
        ("other", &partnerships),
    ];
    Some(Receipt {
        way: import.way.to_string(),
        title: import.title.clone(),
        words: t.args(message, &words),
        withdrawn: register.is_withdrawn(&import.way),
    })
}

pub(super) fn home(view: &View<'_>) -> Link {
    Link {
        href: view.url(&Page::Editing),
        text: view.t.m("editing-title"),
        current: false,
    }
}

/// What did not go, with what to do ([`vanort_app::desk::DeskError::key`]), and on which line of the table.
pub(super) fn fault(t: &Words, key: &str, line: Option<usize>) -> String {
    t.m(match (key, line) {
        ("long_cell", Some(line)) => return t.n("fault-long-cell", &line),
        ("unreadable", Some(line)) => return t.n("fault-unreadable", &line),
        ("long_row", Some(line)) => return t.n("fault-long-row", &line),
        ("open_quote", Some(line)) => return t.n("fault-open-quote", &line),
        ("too_large", _) => return t.n("fault-too-large", &(LARGEST_FILE >> 20)),
        (key, _) => general_fault(key),
    })
}

/// The message for what has no line.
fn general_fault(key: &str) -> &'static str {
    match key {
        "foreign" => "fault-foreign",
        "foreign_xls" => "fault-foreign-xls",
        "foreign_xlsb" => "fault-foreign-xlsb",
        "foreign_protected" => "fault-foreign-protected",
        "foreign_html" => "fault-foreign-html",
        "foreign_xml" => "fault-foreign-xml",
        "foreign_json" => "fault-foreign-json",
        "foreign_pdf" => "fault-foreign-pdf",
        "foreign_picture" => "fault-foreign-picture",
        "foreign_document" => "fault-foreign-document",
        "foreign_archive" => "fault-foreign-archive",
        "empty" => "fault-empty",
        "unpacks_too_large" => "fault-unpacks-too-large",
        "too_many" => "fault-too-many",
        "damaged" | "long_cell" | "unreadable" | "long_row" | "open_quote" => "fault-damaged",
        "no_answer" => "fault-no-answer",
        "date" => "fault-date",
        "url" => "fault-url",
        "publisher" => "fault-publisher",
        "url_personal" => "fault-url-personal",
        "licence" => "fault-licence",
        "title" => "fault-title",
        "gone" => "fault-gone",
        _ => "fault-failed",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Language;

    #[test]
    fn what_would_be_lost_is_told_with_its_line_in_every_language() {
        for (language, line) in [
            (Language::Sv, "Rad 1\u{a0}003: "),
            (Language::En, "Line 1,003: "),
            (Language::Uk, "Рядок 1\u{a0}003: "),
        ] {
            let t = Words { language };
            for key in ["long_cell", "unreadable", "long_row", "open_quote"] {
                let told = fault(&t, key, Some(1003));
                let told = told.replace(['\u{2068}', '\u{2069}'], "");
                assert!(told.starts_with(line), "{told}");
                assert_eq!(fault(&t, key, None), t.m("fault-damaged"));
            }
        }
    }
}
