//! How a page is referred to: what it shows, the day and the state of the log it was made from, and its address.

use super::View;
use super::frame::query_of;
use super::time::is_ours;

/// A reference to a page.
pub(crate) struct Cite {
    pub text: String,
    pub address: String,
}

impl Cite {
    /// A reference to the page that is shown as of its day, with what it shows in words. What else is in the address
    /// says how the reader came or who the reader is.
    pub fn of(view: &View<'_>, shows: &[&str]) -> Self {
        let day: Vec<_> = view
            .query
            .iter()
            .filter(|(name, _)| is_ours(name))
            .cloned()
            .collect();
        let address = format!("{}{}", view.url(&view.page), query_of(&day));
        Self::at(view, shows, &address)
    }

    /// The same with an address on the site.
    pub fn at(view: &View<'_>, shows: &[&str], address: &str) -> Self {
        let mut text = view.t.m("site-name");
        for words in shows {
            text.push_str(". ");
            text.push_str(words);
        }
        text.push_str(". ");
        text.push_str(&when(view));
        Self {
            text,
            address: view.absolute(address),
        }
    }
}

/// The day, the number of the last entry, and the day looked from where it is another.
pub(crate) fn when(view: &View<'_>) -> String {
    let t = &view.t;
    let head = view.register().head();
    let day = t.day(view.ctx.clock.today());
    let read = t.w("cite-read", day);
    let state = t.w("cite-head", t.number(&(head.0 as usize)));
    format!("{read} {state}")
}
