//! What stands around every page: head, navigation, language switch, foot.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, PercentEncode, utf8_percent_encode};

use super::View;
use super::time::Control;
use crate::assets;
use crate::messages::{Language, Words};
use crate::urls::{Form, Page};

/// A link with its text.
#[derive(Debug, Clone)]
pub(crate) struct Link {
    pub href: String,
    pub text: String,
    pub current: bool,
}

/// The same page in another language.
pub(crate) struct Alternate {
    pub tag: &'static str,
    pub name: &'static str,
    pub href: String,
    pub absolute: String,
    pub current: bool,
}

/// The frame.
pub(crate) struct Frame {
    pub t: Words,
    pub title: String,
    pub nav: Vec<Link>,
    pub foot: Vec<Link>,
    pub alternates: Vec<Alternate>,
    pub home: String,
    pub search: String,
    pub sought: String,
    pub json: Option<String>,
    pub csv: Option<String>,
    /// The feed of what changes in what the page is about.
    pub feed: Option<String>,
    pub canonical: String,
    pub css: &'static str,
    pub js: &'static str,
    pub icon: &'static str,
    pub contact: Option<String>,
    pub about_marks: String,
    pub head: String,
    /// When and from where the page was printed, for paper.
    pub printed: String,
    pub time: Option<Control>,
}

impl Frame {
    pub fn new(view: &View<'_>, title: String) -> Self {
        let t = view.t;
        let link = |page: Page, text: String| Link {
            href: view.url(&page),
            current: std::mem::discriminant(&page) == std::mem::discriminant(&view.page),
            text,
        };
        let query = query_of(&view.query);
        let alternates = alternates(view, &query);
        Self {
            nav: vec![
                link(Page::Partnerships, t.m("nav-partnerships")),
                link(Page::Bodies, t.m("nav-bodies")),
                link(Page::Countries, t.m("nav-countries")),
                link(Page::Groups, t.m("nav-groups")),
                link(Page::Latest, t.m("nav-latest")),
                link(Page::Development, t.m("nav-development")),
                link(Page::Law, t.m("nav-law")),
                link(Page::Funding, t.m("nav-funding")),
                link(Page::About, t.m("nav-about")),
            ],
            foot: vec![
                link(Page::About, t.m("nav-about")),
                link(Page::Data, t.m("nav-data")),
                link(Page::Sources, t.m("nav-sources")),
                link(Page::Accessibility, t.m("nav-accessibility")),
            ],
            alternates,
            home: view.url(&Page::Start),
            search: view.url(&Page::Search),
            sought: view
                .param("q")
                .filter(|_| view.page == Page::Search)
                .unwrap_or_default()
                .to_owned(),
            csv: Some(data_url(view, "csv"))
                .filter(|_| view.form == Form::Html && super::tables::lists(&view.page)),
            feed: super::changes::feed_url(view),
            json: Some(data_url(view, "json")).filter(|_| view.form == Form::Html),
            canonical: view.absolute(&format!("{}{query}", view.url(&view.page))),
            css: assets::url("site.css"),
            js: assets::url("site.js"),
            icon: assets::url("icon.svg"),
            contact: view.settings.contact.clone(),
            about_marks: format!("{}#marks", view.url(&Page::About)),
            time: Control::of(view),
            printed: t.args(
                "printed",
                &[
                    ("when", &t.day(view.ctx.clock.today())),
                    (
                        "where",
                        &view.absolute(&format!("{}{query}", view.url(&view.page))),
                    ),
                ],
            ),
            head: view.t.number(&(view.register().head().0 as usize)),
            t,
            title,
        }
    }
}

/// The page in every language.
fn alternates(view: &View<'_>, query: &str) -> Vec<Alternate> {
    Language::ALL
        .iter()
        .map(|language| {
            let href = format!("{}{query}", view.page.path(*language));
            Alternate {
                tag: language.tag(),
                name: language.own_name(),
                absolute: view.absolute(&href),
                href,
                current: *language == view.t.language,
            }
        })
        .collect()
}

/// A query as it stands behind a path, with its question mark; empty when there is none.
pub(crate) fn query_of(pairs: &[(String, String)]) -> String {
    let mut query = String::new();
    for (name, value) in pairs.iter().filter(|(_, value)| !value.is_empty()) {
        query.push(if query.is_empty() { '?' } else { '&' });
        query.extend(encoded(name));
        query.push('=');
        query.extend(encoded(value));
    }
    query
}

/// What has a meaning of its own in an address, or none.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~')
    .remove(b':');

fn encoded(text: &str) -> PercentEncode<'_> {
    utf8_percent_encode(text, ENCODED)
}

pub(crate) fn encode(text: &str) -> String {
    encoded(text).collect()
}

/// The address of the same page as data.
pub(crate) fn data_url(view: &View<'_>, ending: &str) -> String {
    let path = match view.page {
        Page::Start => format!("{}/index", view.t.language.prefix()),
        _ => view.url(&view.page),
    };
    format!("{path}.{ending}{}", query_of(&view.query))
}

/// The parts of the address that are not understood, to be named on the page: `name=value`.
pub(super) fn not_understood(
    view: &View<'_>,
    mut is_understood: impl FnMut(&str, &str) -> bool,
) -> Vec<String> {
    let asked = view.query.iter().filter(|(_, value)| !value.is_empty());
    asked
        .filter(|(name, value)| !is_understood(name, value))
        .map(|(name, value)| format!("{name}={value}").chars().take(80).collect())
        .collect()
}
