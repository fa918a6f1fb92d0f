//! The editor's pages: review queue and imports.

mod choices;
mod import;
mod imports;
mod meant;
mod planned;
mod reasons;
mod review;
mod withdrawn;

use askama::Template;

use super::frame::Link;
use super::{Answer, Frame, View, errors};
use crate::urls::Page;

pub(crate) use import::show as import;
pub(crate) use imports::list;
pub(crate) use review::show as review;

#[derive(Template)]
#[template(path = "editing.html")]
struct Overview {
    f: Frame,
    review: Link,
    waiting: usize,
    imports: Link,
    imported: usize,
}

/// What there is to do.
pub(crate) fn overview(view: &View<'_>) -> Answer {
    let t = &view.t;
    let Some(desk) = &view.ctx.desk else {
        return errors::no_desk(view);
    };
    let Ok(cases) = desk.cases() else {
        return errors::no_desk(view);
    };
    let link = |page: Page, text: String| Link {
        href: view.url(&page),
        text,
        current: false,
    };
    Answer::html(&Overview {
        f: view.plain_frame(t.m("editing-title")),
        review: link(Page::Review, t.m("review-title")),
        waiting: cases.len(),
        imports: link(Page::Imports, t.m("imports-title")),
        imported: view.register().imports().count(),
    })
    .private()
}

impl View<'_> {
    /// A frame without data beside the page: what an editor sees is her own.
    fn plain_frame(&self, title: String) -> Frame {
        let mut frame = self.frame(title);
        frame.json = None;
        frame.csv = None;
        frame
    }
}
