//! How a page is referred to: what it shows, the day and the state of the log it was made from, and its address.

use super::View;
use super::frame::query_of;
use super::time::{KNOWN, is_ours};

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
        if let Some(state) = super::time::state(view) {
            text.push_str(", ");
            text.push_str(&state);
        }
        text.push_str(". ");
        text.push_str(&when(view));
        Self {
            text,
            address: view.absolute(&fixed(view, address)),
        }
    }
}

/// An address of this page at which the same is shown later: with the moment up to which the log was read, which is exact
/// where a day would let in what came after.
pub(crate) fn fixed(view: &View<'_>, address: &str) -> String {
    let register = view.register();
    let last = register.entry(register.head());
    let Some(last) = last.filter(|_| view.then.as_of.recorded.is_none()) else {
        return address.to_owned();
    };
    let known = format!("{KNOWN}={}", last.recorded);
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    // What is asked for by that name and is no day of the past says nothing.
    let asks = |part: &&str| !part.is_empty() && !part.starts_with(&format!("{KNOWN}="));
    let parts: Vec<&str> = query.split('&').filter(asks).chain([&*known]).collect();
    format!("{path}?{}", parts.join("&"))
}

/// Digits of a hash that tell it from every other and can be read out.
const DIGITS: usize = 12;

/// The day, the number of the last entry, and how its hash begins.
pub(crate) fn when(view: &View<'_>) -> String {
    let t = &view.t;
    let head = view.register().head();
    let day = t.day(view.ctx.clock.today());
    let read = t.w("cite-read", day);
    let state = t.w("cite-head", t.number(&(head.0 as usize)));
    match view.snapshot.hash() {
        Some(hash) => {
            let mut digits = hash.to_string();
            digits.truncate(DIGITS);
            format!("{read} {state} {}", t.w("cite-hash", digits))
        }
        None => format!("{read} {state}"),
    }
}
