//! Countries: which there are, and one country's partnerships with Sweden.

mod lens;

pub(crate) use lens::{lives_of, written};

use std::collections::BTreeMap;
use std::sync::Arc;

use askama::Template;
use serde_json::json;
use vanort_app::counted;
use vanort_app::development::Development;
use vanort_app::explore::{Facet, Order, Selection, UNKNOWN};
use vanort_domain::CountryCode;
use vanort_domain::register::Partnership;
use vanort_domain::vocabulary::{Evidence, Standing, Vocabulary};

use super::cite::Cite;
use super::development::{CountedRow, OverYears};
use super::figures::{Figure, file};
use super::frame::{Link, data_url, query_of};
use super::others::Others;
use super::rows::Row;
use super::tables::partnerships_table;
use super::time::{self, Undated, is_ours};
use super::{Answer, Frame, View, changes, errors, explore};
use crate::charts::Chart;
use crate::urls::{Form, Page};
use lens::Happened;

struct Line {
    link: Link,
    count: usize,
    ended: usize,
}

#[derive(Template)]
#[template(path = "countries.html")]
struct List {
    f: Frame,
    lines: Vec<Line>,
    /// Countries abroad, as the start page counts them.
    abroad: usize,
    /// Whether there are partnerships within Sweden.
    has_sweden: bool,
    /// Those of which no source names the country.
    unknown: usize,
    unknown_list: String,
}

#[derive(Template)]
#[template(path = "country.html")]
struct Shown {
    f: Frame,
    name: String,
    total: usize,
    undated: Option<Undated>,
    /// That there is nothing, for a country without any.
    none: String,
    /// The state it belongs to.
    state: Option<Link>,
    /// What belongs to it and has partnerships of its own.
    parts: Vec<Link>,
    standing: Vec<(String, usize)>,
    evidence: Vec<(String, usize)>,
    /// Whether there is an agreement, each with the list of those that are counted.
    agreements: Vec<(Link, usize)>,
    resting: usize,
    lives: Option<Figure>,
    events: Vec<Happened>,
    /// That there are more.
    most_events: Option<String>,
    counted: Vec<CountedRow>,
    own: Vec<(String, String)>,
    over_years: Vec<Figure>,
    changes: String,
    feed: String,
    others: Others,
    rows: Vec<Row>,
    /// That there are more.
    most: Option<String>,
    csv: String,
    cite: Cite,
    list: String,
}

/// Rows and happenings that a page shows at most; the explorer and the changes have the rest.
const MOST: usize = 200;

/// Partnerships by country of the partner: all, and those that have ended.
pub(crate) fn counts(view: &View<'_>) -> BTreeMap<CountryCode, (usize, usize)> {
    let explorer = view.snapshot.explorer(&view.ctx.countries, view.today);
    let count = |selection: &Selection| {
        let found = explorer.find(view.register(), selection);
        let sizes = explorer.sizes(Facet::Country, &found).into_iter();
        sizes
            .filter_map(|(code, count)| Some((code.parse().ok()?, usize::try_from(count).ok()?)))
            .collect::<BTreeMap<CountryCode, usize>>()
    };
    let ended = count(&Selection::default().with(Facet::Standing, Standing::Ended.key()));
    let all = count(&Selection::default()).into_iter();
    all.map(|(code, all)| (code, (all, ended.get(&code).copied().unwrap_or(0))))
        .collect()
}

/// How many partnerships no source names the country of.
pub(crate) fn unknown(view: &View<'_>) -> usize {
    let explorer = view.snapshot.explorer(&view.ctx.countries, view.today);
    explorer.having(Facet::Country, UNKNOWN)
}

/// All countries with a partnership.
pub(crate) fn list(view: &View<'_>) -> Answer {
    let counts = counts(view);
    let has_sweden = counts.contains_key(&CountryCode::SWEDEN);
    let mut lines: Vec<Line> = counts
        .into_iter()
        .map(|(code, (count, ended))| Line {
            link: link(view, code, view.country(code)),
            count,
            ended,
        })
        .collect();
    lines.sort_by_cached_key(|line| {
        (
            std::cmp::Reverse(line.count),
            view.sort_key(&line.link.text),
        )
    });
    if view.form == Form::Json {
        let items: Vec<_> = lines
            .iter()
            .map(|line| {
                let code = line.link.href.rsplit('/').next().unwrap_or_default();
                json!({ "id": code, "url": view.absolute(&line.link.href), "name": line.link.text, "partnerships": line.count, "ended": line.ended })
            })
            .collect();
        return Answer::json(
            &json!({ "items": items, "total": items.len(), "next": null, "without_country": unknown(view) }),
        );
    }
    Answer::html(&List {
        abroad: lines.len() - usize::from(has_sweden),
        has_sweden,
        unknown: unknown(view),
        unknown_list: format!(
            "{}?partner_country={UNKNOWN}",
            view.url(&Page::Partnerships)
        ),
        f: view.frame(view.t.m("countries-title")),
        lines,
    })
}

/// One country.
pub(crate) fn show(view: &View<'_>, code: &str) -> Answer {
    let country = code
        .parse::<CountryCode>()
        .ok()
        .and_then(|code| view.ctx.countries.get(code));
    let Some(country) = country else {
        return errors::not_found(view, &[]);
    };
    if country.code.as_str() != code {
        let to = view.url(&Page::Country(country.code.to_string()));
        return Answer::redirect(axum::http::StatusCode::MOVED_PERMANENTLY, to);
    }
    let explorer = view.snapshot.explorer(&view.ctx.countries, view.today);
    let selection = Selection::default().with(Facet::Country, country.code.as_str());
    let rows = explorer.look_for(view.register(), &selection);
    let rows = explore::in_order(view, &explorer, &rows, Order::default());
    let found: Vec<&Arc<Partnership>> = rows.iter().map(|row| explorer.row(*row)).collect();
    let name = view.country(country.code);
    match view.form {
        Form::Csv if view.param("chart").is_none() => {
            partnerships_table(view, code, found.iter().map(|p| &***p))
        }
        Form::Csv | Form::File(_) => {
            let development = view
                .snapshot
                .development_with(country.code, found.iter().copied());
            file(
                view,
                &drawn(view, (country.code, &name), &found, &development),
            )
        }
        Form::Json => {
            let items: Vec<_> = found.iter().take(MOST).map(|p| view.row_json(p)).collect();
            let next = found
                .get(MOST - 1)
                .filter(|_| found.len() > MOST)
                .map(|last| {
                    let list = view.absolute(&view.url(&Page::Partnerships));
                    let mut query = vec![
                        ("partner_country".to_owned(), country.code.to_string()),
                        ("after".to_owned(), last.pair.to_string()),
                    ];
                    let ours = view.query.iter().filter(|(name, _)| is_ours(name));
                    query.extend(ours.cloned());
                    format!("{list}.json{}", query_of(&query))
                });
            Answer::json(
                &json!({ "id": country.code, "name": name, "items": items, "total": found.len(), "next": next }),
            )
        }
        Form::Html => Answer::html(&shown(view, country.code, name, &found)),
    }
}

/// Who of those that co-operate with a country today, or are said to, is like one's own body.
fn others(view: &View<'_>, code: CountryCode, found: &[&Arc<Partnership>]) -> Others {
    let selection = [("partner_country".to_owned(), code.to_string())];
    let there = found.iter().filter(|p| p.standing != Standing::Ended);
    Others::of(view, Vec::new(), &selection, there.copied())
}

/// The charts of a country: the life lines when there are not too many, and the numbers over the years.
fn drawn(
    view: &View<'_>,
    (code, name): (CountryCode, &str),
    found: &[&Arc<Partnership>],
    development: &Development,
) -> Vec<Chart> {
    let years = OverYears::new(view, development, Some(code));
    let over_years = (!years.is_empty()).then(|| [years.stock(), years.flows()]);
    let lives = lens::lives(view, name, found);
    let over_years = over_years.into_iter().flatten().map(|mut chart| {
        chart.title = format!("{name}: {}", chart.title);
        chart
    });
    lives.into_iter().chain(over_years).collect()
}

fn shown(view: &View<'_>, code: CountryCode, name: String, found: &[&Arc<Partnership>]) -> Shown {
    let t = &view.t;
    let development = view.snapshot.development_with(code, found.iter().copied());
    let mut figures: Vec<Figure> = drawn(view, (code, &name), found, &development)
        .iter()
        .map(|chart| Figure::of(view, chart))
        .collect();
    let lives = figures.first().is_some_and(|figure| figure.long);
    let lives = lives.then(|| figures.remove(0));
    let counted: Vec<CountedRow> = counted::about(code)
        .map(|figure| {
            let label = figure.label.get(t.language.tag()).to_owned();
            CountedRow::of(t, &figure.counted, label, t.date(&figure.date), "")
        })
        .collect();
    let (events, has_more) = lens::happened(view, code, found, MOST);
    // Each partnership lies somewhere else in memory: it is looked at once.
    let briefs: Vec<Brief> = found.iter().map(|p| Brief::of(p)).collect();
    Shown {
        f: view.frame(name.clone()),
        total: found.len(),
        undated: Undated::of(
            view,
            &Selection::default().with(Facet::Country, code.as_str()),
        ),
        none: none(view),
        state: state(view, code),
        parts: parts(view, code),
        standing: tally(view, briefs.iter().map(|p| p.standing)),
        evidence: tally::<Evidence>(view, briefs.iter().map(|p| p.evidence)),
        agreements: agreements(view, code),
        resting: briefs.iter().filter(|p| p.rests).count(),
        lives,
        events,
        most_events: has_more.then(|| t.n("country-most-events", &MOST)),
        own: own(view, &briefs, &counted, &development),
        counted,
        over_years: figures,
        changes: view.url(&Page::CountryChanges(code.to_string())),
        feed: changes::feed_url(view).unwrap_or_default(),
        others: others(view, code, found),
        rows: found.iter().take(MOST).map(|p| view.row(p, None)).collect(),
        most: (found.len() > MOST).then(|| t.of("country-most-rows", &MOST, &found.len())),
        csv: data_url(view, "csv"),
        cite: Cite::of(view, &[&name, &t.n("partnerships-count", &found.len())]),
        list: format!("{}?partner_country={code}", view.url(&Page::Partnerships)),
        name,
    }
}

/// That nothing is told of a country, in words that hold for the day looked from.
fn none(view: &View<'_>) -> String {
    let t = &view.t;
    match (time::valid_in_words(view), view.then.is_past()) {
        (Some(day), _) => t.w("country-none-then", day),
        (None, true) => t.m("country-none-known"),
        (None, false) => t.m("country-none"),
    }
}

/// What is told of agreements, by the states that count as one: a form alone (a letter of intent, say) does not tell that
/// any was in force.
const AGREEMENTS: [(&str, &[&str]); 3] = [
    (
        "lens-agreement-found",
        &["in_force", "lapsed", "terminated"],
    ),
    ("lens-agreement-none", &["none"]),
    ("lens-agreement-unknown", &[UNKNOWN]),
];

/// How many have an agreement, as the explorer counts and lists them.
fn agreements(view: &View<'_>, code: CountryCode) -> Vec<(Link, usize)> {
    let explorer = view.snapshot.explorer(&view.ctx.countries, view.today);
    let list = view.url(&Page::Partnerships);
    let counted = AGREEMENTS.map(|(key, values)| {
        let mut selection = Selection::default().with(Facet::Country, code.as_str());
        for value in values {
            selection.add(Facet::Agreement, value);
        }
        let link = Link {
            href: format!(
                "{list}?partner_country={code}&agreement={}",
                values.join(",")
            ),
            text: view.t.m(key),
            current: false,
        };
        let found = explorer.find(view.register(), &selection).len();
        (link, usize::try_from(found).unwrap_or(usize::MAX))
    });
    counted
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .collect()
}

/// The state that a country belongs to, although it has a code and a page of its own.
fn state(view: &View<'_>, code: CountryCode) -> Option<Link> {
    let state = view.ctx.countries.get(code)?.part_of?;
    Some(link(view, state, view.country(state)))
}

/// What belongs to a state, has a page of its own and is not counted with it, where there is anything.
fn parts(view: &View<'_>, code: CountryCode) -> Vec<Link> {
    let parts: Vec<CountryCode> = view.ctx.countries.parts(code).collect();
    if parts.is_empty() {
        return Vec::new();
    }
    let counts = counts(view);
    let there = parts.into_iter().filter_map(|part| {
        let (count, _) = counts.get(&part)?;
        let text = format!("{} ({})", view.country(part), view.t.number(count));
        Some(link(view, part, text))
    });
    there.collect()
}

fn link(view: &View<'_>, code: CountryCode, text: String) -> Link {
    Link {
        href: view.url(&Page::Country(code.to_string())),
        text,
        current: false,
    }
}

/// What is counted of a partnership.
struct Brief {
    standing: Standing,
    evidence: Evidence,
    rests: bool,
    has_start: bool,
}

impl Brief {
    fn of(p: &Partnership) -> Self {
        Self {
            standing: p.standing,
            evidence: p.evidence,
            rests: lens::rests(p),
            has_start: p.since.value().is_some(),
        }
    }
}

/// What the register itself comes to, to be put beside what others have counted.
fn own(
    view: &View<'_>,
    found: &[Brief],
    counted: &[CountedRow],
    development: &Development,
) -> Vec<(String, String)> {
    if counted.is_empty() {
        return Vec::new();
    }
    let t = &view.t;
    let peak = OverYears::of_some(view, development, &Selection::default()).peak();
    let of =
        |passes: &dyn Fn(&Brief) -> bool| t.number(&found.iter().filter(|p| passes(p)).count());
    let mut own = vec![(t.m("own-all"), t.number(&found.len()))];
    if let Some((year, most)) = peak {
        own.push((t.w("own-peak", year), t.number(&most)));
    }
    own.push((t.m("own-ended"), of(&|p| p.standing == Standing::Ended)));
    own.push((t.m("own-resting"), of(&|p| p.rests)));
    own.push((t.m("own-start-unknown"), of(&|p| !p.has_start)));
    own
}

fn tally<T: Vocabulary>(view: &View<'_>, words: impl Iterator<Item = T>) -> Vec<(String, usize)> {
    let words: Vec<T> = words.collect();
    T::ALL
        .iter()
        .map(|word| {
            (
                view.t.word(word),
                words.iter().filter(|known| *known == word).count(),
            )
        })
        .filter(|(_, count)| *count > 0)
        .collect()
}
