//! Another day from which the register is looked at: `as_of` (how was the world at the end of this year or day) and
//! `known` (what had been recorded by the end of that day, or by that very moment). Whoever follows a link from such a page stays there.

use std::fmt::Write as _;

use ::time::format_description::well_known::Rfc3339;
use ::time::{Date, Month, OffsetDateTime};
use vanort_app::explore::{Facet, Selection, UNKNOWN};
use vanort_domain::Timestamp;
use vanort_domain::register::AsOf;

use super::View;
use super::frame::{encode, query_of};
use crate::messages::Words;
use crate::urls::Page;

/// The names of the parameters.
pub(super) const AS_OF: &str = "as_of";
pub(super) const KNOWN: &str = "known";
/// No source tells of anything earlier that would be worth asking for.
pub(super) const FIRST_YEAR: i32 = 1900;

/// Whether a parameter is one of the two.
pub(super) fn is_ours(name: &str) -> bool {
    name == AS_OF || name == KNOWN
}

/// Whether a query asks for another day than today, for which the register is folded anew.
pub(crate) fn asks_for_the_past(query: &str) -> bool {
    query
        .split('&')
        .any(|part| is_ours(part.split_once('=').map_or(part, |(name, _)| name)))
}

/// From when the register is looked at, and what of the question was not understood.
#[derive(Debug, Clone, Default)]
pub(crate) struct Then {
    pub as_of: AsOf,
    pub ignored: Vec<String>,
}

impl Then {
    /// Reads the two parameters; a day that has not ended, or none at all, is now.
    pub fn read(query: &[(String, String)], today: Date) -> Self {
        let mut then = Self::default();
        let asked = |name: &str| {
            query
                .iter()
                .find(|(key, value)| key == name && !value.is_empty())
                .map(|(_, value)| value.trim())
        };
        if let Some(text) = asked(AS_OF) {
            match end_of(text) {
                Some(day) if day.year() < FIRST_YEAR => then.ignored.push(text.to_owned()),
                Some(day) if day < today => then.as_of.valid = Some(day),
                // The year that goes on is now.
                Some(day) if day.year() == today.year() => {}
                _ => then.ignored.push(text.to_owned()),
            }
        }
        if let Some(text) = asked(KNOWN) {
            match (moment(text), end_of(text)) {
                // A moment of today is named by a reference: what comes in later is not shown under it.
                (Some(moment), _) if moment.day() <= today => then.as_of.recorded = Some(moment),
                (None, Some(day)) if day < today => then.as_of.recorded = Some(end(day)),
                (None, Some(day)) if day.year() == today.year() => {}
                _ => then.ignored.push(text.to_owned()),
            }
        }
        then
    }

    /// Whether it is another day than this one.
    pub fn is_past(&self) -> bool {
        self.as_of != AsOf::NOW
    }
}

/// A moment with its seconds, as references have it: `2026-11-27T17:43:05Z`.
fn moment(text: &str) -> Option<Timestamp> {
    let moment = OffsetDateTime::parse(text, &Rfc3339).ok()?;
    Some(Timestamp(moment.unix_timestamp()))
}

/// The last day of a year, or the day itself.
fn end_of(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let year: i32 = parts.next()?.parse().ok()?;
    let rest: Option<Vec<u8>> = parts.map(|part| part.parse().ok()).collect();
    match rest?[..] {
        [] => Date::from_calendar_date(year, Month::December, 31).ok(),
        [month, day] => Date::from_calendar_date(year, month.try_into().ok()?, day).ok(),
        _ => None,
    }
}

/// The last moment of a day.
fn end(day: Date) -> Timestamp {
    Timestamp(day.midnight().assume_utc().unix_timestamp() + 86_399)
}

/// The control that stands on every page of the register.
pub(crate) struct Control {
    pub action: String,
    /// What else the address asks for.
    pub others: Vec<(String, String)>,
    pub year: String,
    pub known: String,
    pub last: String,
    /// The page as it is now.
    pub now: String,
    /// What is shown, when it is not now.
    pub told: Option<String>,
    pub ignored: Vec<String>,
}

impl Control {
    /// The control of a page; none where time makes no difference.
    pub fn of(view: &View<'_>) -> Option<Self> {
        if !is_of_its_time(&view.page) {
            return None;
        }
        let others: Vec<(String, String)> = view
            .query
            .iter()
            .filter(|(name, value)| !value.is_empty() && !is_ours(name))
            .cloned()
            .collect();
        let action = view.url(&view.page);
        let then = &view.then;
        let text = |name| view.param(name).unwrap_or_default().to_owned();
        Some(Self {
            now: format!("{action}{}", query_of(&others)),
            action,
            others,
            year: if then.as_of.valid.is_some() {
                text(AS_OF)
            } else {
                String::new()
            },
            // The field holds a day.
            known: then
                .as_of
                .recorded
                .map_or_else(String::new, |limit| limit.day().to_string()),
            last: view.ctx.clock.today().year().to_string(),
            told: then.is_past().then(|| told(view)),
            ignored: then.ignored.clone(),
        })
    }
}

/// What is shown, in words.
fn told(view: &View<'_>) -> String {
    let t = &view.t;
    let recorded = view.then.as_of.recorded;
    let known = recorded.map(|limit| known_in_words(t, limit));
    let valid = valid_in_words(view);
    let begun = view.snapshot.register.entries().next();
    let begun = begun
        .map(|entry| entry.recorded)
        .filter(|begun| recorded.is_some_and(|limit| limit < *begun));
    let before = begun.map(|begun| format!(" {}", t.w("time-before-all", t.day(begun.day()))));
    let before = before.unwrap_or_default();
    match (valid, known) {
        (Some(valid), Some(known)) => {
            let then = t.w("time-then", valid);
            format!("{then} {}{before}", t.w("time-known", known))
        }
        (Some(valid), None) => format!("{} {}", t.w("time-then", valid), t.m("time-known-now")),
        (None, Some(known)) => format!("{}{before}", t.w("time-known", known)),
        (None, None) => String::new(),
    }
}

/// The day or moment up to which the log is read.
fn known_in_words(t: &Words, limit: Timestamp) -> String {
    let day = t.day(limit.day());
    if limit == end(limit.day()) {
        return day;
    }
    let moment = limit.to_string();
    let time = moment.trim_end_matches('Z').split_once('T');
    let time = time.map_or("", |(_, time)| time);
    t.args("time-moment", &[("day", &day), ("time", time)])
}

/// The day from which the register is looked at, as it stands in a sentence; none where that is today.
pub(super) fn valid_in_words(view: &View<'_>) -> Option<String> {
    let t = &view.t;
    view.then.as_of.valid.map(|day| match is_end(day) {
        true => t.w("time-end-of", day.year()),
        false => t.w("time-on-day", t.day(day)),
    })
}

fn is_end(day: Date) -> bool {
    (day.month(), day.day()) == (Month::December, 31)
}

/// From when the register is looked at, as it follows on what is shown in a reference or a file's notes: "state of
/// 2016, as known on 1 March 2026"; none where that is now.
pub(super) fn state(view: &View<'_>) -> Option<String> {
    let t = &view.t;
    let AsOf { valid, recorded } = view.then.as_of;
    let valid = valid.map(|day| match is_end(day) {
        true => t.w("time-state-year", day.year()),
        false => t.w("time-state-day", t.day(day)),
    });
    let known = recorded.map(|limit| t.w("time-state-known", known_in_words(t, limit)));
    let parts: Vec<String> = valid.into_iter().chain(known).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// A file's name with the year or day from which the register is looked at: `samarbeten-2016.csv`.
pub(super) fn in_file_name(name: &str, view: &View<'_>) -> String {
    let AsOf { valid, recorded } = view.then.as_of;
    let valid = valid.map(|day| match is_end(day) {
        true => format!("-{}", day.year()),
        false => format!("-{day}"),
    });
    let known = recorded.map(|limit| format!("-{KNOWN}-{}", limit.day()));
    let when: String = valid.into_iter().chain(known).collect();
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    format!("{stem}{when}.{ending}")
}

/// Partnerships that no day but today's shows, since none of the words about them bears a date.
pub(crate) struct Undated {
    pub text: String,
    /// Today's list with them.
    pub href: String,
}

impl Undated {
    /// Those of a selection; none where no other day is shown, or where all of them are named by a dated source.
    pub fn of(view: &View<'_>, selection: &Selection) -> Option<Self> {
        let selection = without_date(selection)?;
        let count = undated(view, &selection);
        let known = view.param(KNOWN).map(|known| (KNOWN, known.to_owned()));
        let values = selection.values.iter();
        let values = values.map(|(facet, values)| (facet.key(), values.join(",")));
        let words = Some(("q", selection.words.clone())).filter(|(_, words)| !words.is_empty());
        let query: Vec<(String, String)> = words
            .into_iter()
            .chain(values)
            .chain(known)
            .map(|(name, value)| (name.to_owned(), value))
            .collect();
        (count > 0).then(|| Self {
            text: view.t.n("time-undated", &count),
            href: format!("{}{}", view.url(&Page::Partnerships), query_of(&query)),
        })
    }
}

/// Those of a selection of which no word bears a date; none where those with one alone are asked for.
fn without_date(selection: &Selection) -> Option<Selection> {
    let asked = selection.values.get(&Facet::Dated);
    let is_theirs = asked.is_none_or(|values| values.iter().any(|value| value == UNKNOWN));
    is_theirs.then(|| selection.without(Facet::Dated).with(Facet::Dated, UNKNOWN))
}

/// How many partnerships of a selection no dated word tells of, where another day than today is shown.
pub(super) fn undated(view: &View<'_>, selection: &Selection) -> usize {
    let AsOf { valid, recorded } = view.then.as_of;
    if valid.is_none() {
        return 0;
    }
    let known = recorded.is_some().then(|| {
        let as_of = AsOf {
            valid: None,
            recorded,
        };
        view.live.seen_from(as_of)
    });
    let snapshot = known.as_ref().unwrap_or(view.live);
    let explorer = snapshot.explorer(&view.ctx.countries, view.ctx.clock.today());
    let found = without_date(selection).map(|undated| explorer.find(&snapshot.register, &undated));
    found.map_or(0, |found| {
        usize::try_from(found.len()).unwrap_or(usize::MAX)
    })
}

/// Whether a page shows something of the register that was different on another day.
pub(crate) fn is_of_its_time(page: &Page) -> bool {
    matches!(
        page,
        Page::Start
            | Page::Partnerships
            | Page::Partnership(_)
            | Page::Bodies
            | Page::Body(_)
            | Page::BodyAlike(_)
            | Page::Compare
            | Page::Groups
            | Page::Group(_)
            | Page::Countries
            | Page::Country(_)
            | Page::Source(_)
            | Page::Search
            | Page::Latest
            | Page::Development
    )
}

/// The page with its links and forms leading to the same day. A link with `data-now` before its address leads to now.
pub(super) fn keep_in_links(html: &str, view: &View<'_>) -> String {
    let mut kept = String::with_capacity(html.len() + html.len() / 8);
    let pairs: Vec<(&str, &str)> = [AS_OF, KNOWN]
        .into_iter()
        .filter_map(|name| Some((name, view.param(name)?)))
        .collect();
    let mut query = String::new();
    let mut fields = String::new();
    for (name, value) in &pairs {
        // Writing to a string does not fail.
        let _ = write!(query, "&amp;{name}={}", encode(value));
        let value = value
            .replace('&', "&amp;")
            .replace('"', "&quot;")
            .replace('<', "&lt;");
        let _ = write!(
            fields,
            "<input type=\"hidden\" name=\"{name}\" value=\"{value}\">"
        );
    }
    let has_all = |address: &str| {
        let has = |name: &str| address.contains(&format!("{name}="));
        pairs.iter().all(|(name, _)| has(name))
    };
    let mut rest = html;
    while let Some((at, is_form)) = next_place(rest) {
        let (before, from) = rest.split_at(at);
        kept.push_str(before);
        if is_form {
            let end = from.find('>').map_or(from.len(), |end| end + 1);
            let (tag, after) = from.split_at(end);
            kept.push_str(tag);
            if !tag.contains("data-time") && !tag.contains("method=\"post\"") {
                kept.push_str(&fields);
            }
            rest = after;
        } else {
            let end = from.find('"').unwrap_or(from.len());
            let (address, after) = from.split_at(end);
            let stays = before.ends_with("data-now href=\"")
                || has_all(address)
                || address.starts_with("/static/");
            kept.push_str(&if stays {
                address.to_owned()
            } else {
                with_query(address, &query)
            });
            rest = after;
        }
    }
    kept.push_str(rest);
    kept
}

/// Where the next address of this site or form begins.
fn next_place(html: &str) -> Option<(usize, bool)> {
    let link = html
        .find("href=\"/")
        .map(|at| (at + "href=\"".len(), false));
    let form = html.find("<form").map(|at| (at, true));
    [link, form].into_iter().flatten().min()
}

fn with_query(address: &str, query: &str) -> String {
    // `&#38;` is a sign in HTML's own way of writing, and begins no part of the page.
    let begins = |(at, _): &(usize, &str)| !address[..*at].ends_with('&');
    let at = address.match_indices('#').find(begins);
    let (path, fragment) = address.split_at(at.map_or(address.len(), |(at, _)| at));
    if path.contains('?') {
        format!("{path}{query}{fragment}")
    } else {
        let first = query.strip_prefix("&amp;").unwrap_or(query);
        format!("{path}?{first}{fragment}")
    }
}
