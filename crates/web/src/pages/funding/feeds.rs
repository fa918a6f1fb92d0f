//! The deadlines for whoever subscribes: a calendar and a feed.

use time::{Date, Month};
use vanort_domain::funding::{Call, Day, Guide, TIME_ZONE};
use vanort_formats::{atom, calendar as ics};

use super::{guide, teller};
use crate::pages::{Answer, View, errors};
use crate::urls::{Kind, Page};

/// The calls whose last day is known, the latest first.
fn dated(guide: &Guide) -> Vec<(&Call, Day)> {
    let mut calls: Vec<(&Call, Day)> = guide
        .files()
        .calls
        .iter()
        .filter_map(|call| Some((call, call.deadline?)))
        .collect();
    calls.sort_by_key(|(_, day)| std::cmp::Reverse(*day));
    calls
}

/// What tells a call from all others, in every language the same.
fn id(call: &Call) -> String {
    let name: String = call
        .name
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { '-' })
        .collect();
    format!("{}-{}", call.programme, name.to_lowercase())
}

fn text(view: &View<'_>, guide: &Guide, call: &Call) -> (String, String, String) {
    let row = super::row(view, guide, call);
    let title = format!(
        "{}: {} ({})",
        view.t.m("fund-col-deadline"),
        row.name,
        row.programme
    );
    let said = [
        row.deadline,
        row.result,
        row.note,
        format!(
            "{}: {} ({})",
            view.t.m("fund-col-source"),
            row.source,
            row.confidence
        ),
    ];
    let said: Vec<&str> = said
        .iter()
        .map(|part| part.trim_end_matches('.'))
        .filter(|part| !part.is_empty())
        .collect();
    (title, said.join(". "), view.absolute(&row.href))
}

/// The deadlines as a calendar.
pub(crate) fn calendar(view: &View<'_>) -> Answer {
    let Some(guide) = guide() else {
        return errors::not_found(view, &[]);
    };
    let zone = view.t.m("fund-deadline-zone");
    let entries: Vec<ics::Entry> = dated(guide)
        .into_iter()
        .map(|(call, day)| {
            let (title, text, link) = text(view, guide, call);
            ics::Entry {
                id: format!("{}@vanort", id(call)),
                day: day.0,
                title,
                text: format!("{text}. {zone}"),
                link,
            }
        })
        .collect();
    let text = ics::write(&view.t.m("fund-deadlines"), TIME_ZONE, view.today, &entries);
    Answer::file(Kind::Ics, "funding", text)
}

/// The calls as a feed.
pub(crate) fn feed(view: &View<'_>) -> Answer {
    let Some(guide) = guide() else {
        return errors::not_found(view, &[]);
    };
    let page = view.absolute(&view.url(&Page::Funding));
    let entries: Vec<atom::Entry> = dated(guide)
        .into_iter()
        .map(|(call, day)| {
            let (title, text, link) = text(view, guide, call);
            atom::Entry {
                id: format!("{page}#{}", id(call)),
                title: format!("{title}, {}", teller(view, guide).deadline(call)),
                text,
                link,
                updated: news(call).unwrap_or(day).0.min(view.today),
            }
        })
        .collect();
    let updated = entries.iter().map(|entry| entry.updated).max();
    let feed = atom::Feed {
        id: page.clone(),
        title: view.t.m("fund-deadlines"),
        author: view.t.m("site-name"),
        language: view.t.language.tag().to_owned(),
        address: format!("{page}.atom"),
        page,
        updated: updated.unwrap_or(view.today),
        entries,
    };
    // Writing to memory does not fail.
    Answer::file(
        Kind::Atom,
        "funding",
        atom::write(&feed).unwrap_or_default(),
    )
}

/// The day of the source, where it has one: when the call became known here.
fn news(call: &Call) -> Option<Day> {
    let date = call.source_date.as_str();
    date.parse().ok().or_else(|| {
        let year = date.parse().ok().filter(|_| date.len() == 4)?;
        Date::from_calendar_date(year, Month::January, 1)
            .ok()
            .map(Day)
    })
}
