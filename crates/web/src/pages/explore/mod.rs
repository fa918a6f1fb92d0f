//! The explorer: partnerships by any combination of facets, as a list and as data.

mod cells;
pub(crate) mod columns;
mod cursor;
pub(crate) mod facets;
mod file;
mod read;

use std::collections::BTreeMap;
use std::sync::Arc;

use askama::Template;
use serde::Serialize;
use smol_str::SmolStr;
use vanort_app::explore::{
    Column, Count, Explorer, Facet, Found as Matching, Names, Order, Page as Found, Selection, Turn,
};
use vanort_domain::register::Partnership;

use super::cite::Cite;
use super::frame::{Link, query_of};
use super::others::{LIKE, Others};
use super::rows::RowData;
use super::time::{Undated, is_ours};
use super::views::{self, ViewKind};
use super::{Answer, Frame, View, errors};
use crate::urls::Form;
use cells::{Cell, Line};
pub(crate) use file::file;
use read::Asked;
pub(crate) use read::facet_named;

/// Partnerships on a page.
const SIZE: usize = 50;

struct Head {
    label: String,
    href: String,
    /// `ascending` or `descending`; empty when the list is in another order.
    sorted: &'static str,
}

struct Choice {
    key: &'static str,
    label: String,
    chosen: bool,
}

/// Partnerships that the other choices leave and of which no source states one of the facets chosen.
struct Unstated {
    /// That of so many no source says anything.
    text: String,
    /// The facet's name, and the address of these partnerships.
    link: Link,
    count: usize,
    /// The first of them, when nothing else is found.
    named: Vec<Link>,
}

/// Partnerships that are named at once when nothing matches.
const NAMED: usize = 8;

#[derive(Template)]
#[template(path = "explore/list.html")]
struct List {
    f: Frame,
    here: String,
    words: String,
    kept: Vec<(String, String)>,
    facets: Vec<facets::Shown>,
    chips: Vec<Link>,
    instead: Vec<(Link, usize)>,
    unstated: Vec<Unstated>,
    ignored: Vec<String>,
    lost_place: bool,
    undated: Option<Undated>,
    /// The list and the views of the same result.
    tabs: Vec<Link>,
    /// The view in place of the list or above it.
    block: Option<String>,
    has_list: bool,
    heads: Vec<Head>,
    lines: Vec<Line>,
    columns: Vec<Choice>,
    /// What a choice of columns leaves as it is.
    permanent_query: Vec<(String, String)>,
    total: usize,
    range: String,
    first: Option<String>,
    previous: Option<String>,
    next: Option<String>,
    files: Vec<(&'static str, String)>,
    others: Others,
    cite: Cite,
}

/// A result: all that answers to the address, in its order.
pub(crate) struct Result {
    explorer: Arc<Explorer>,
    asked: Asked,
    found: Matching,
    rows: Vec<u32>,
}

impl Result {
    /// What the address asks for.
    pub fn of(view: &View<'_>) -> Self {
        let explorer = view.snapshot.explorer(&view.ctx.countries, view.today);
        let asked = Asked::read(view, &explorer);
        let found = explorer.look_for(view.register(), &asked.selection);
        let rows = in_order(view, &explorer, &found, asked.order);
        Self {
            explorer,
            asked,
            found,
            rows,
        }
    }

    /// The partnerships in their order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Arc<Partnership>> {
        self.rows.iter().map(|row| self.explorer.row(*row))
    }

    /// How many there would be with each further choice.
    fn counts(&self) -> Vec<(Facet, Vec<Count>)> {
        self.explorer.counts_of(&self.found, &self.asked.selection)
    }

    fn page(&self) -> Found {
        self.explorer
            .page(&self.rows, self.asked.turn.as_ref(), SIZE)
    }

    /// The address of the same result at another page.
    fn turned(&self, view: &View<'_>, turn: Option<&Turn>) -> String {
        let query = self.query(view, turn);
        format!(
            "{}{}{}",
            view.url(&view.page),
            view.form.ending(),
            query_of(&query)
        )
    }

    /// What asks for the same result at another page.
    fn query(&self, view: &View<'_>, turn: Option<&Turn>) -> Vec<(String, String)> {
        let mut query = facets::query(view, &self.asked, &self.asked.selection);
        match turn {
            Some(Turn::After(pair)) => query.push(("after".to_owned(), cursor::write(pair))),
            Some(Turn::Before(pair)) => query.push(("before".to_owned(), cursor::write(pair))),
            Some(Turn::Number(number)) => query.push(("page".to_owned(), number.to_string())),
            None => {}
        }
        query
    }

    /// What of the address was not understood, the day from which it looks included.
    fn ignored(&self, view: &View<'_>) -> Vec<String> {
        let days = view.then.ignored.iter();
        self.asked.ignored.iter().chain(days).cloned().collect()
    }

    /// Hands the result to a view of it.
    fn with_found<T>(&self, view: &View<'_>, made: impl FnOnce(&views::Found<'_>) -> T) -> T {
        made(&views::Found {
            explorer: &self.explorer,
            selection: &self.asked.selection,
            matching: &self.found,
            rows: &self.rows,
            page: &self.page().items,
            query: self.query(view, self.asked.turn.as_ref()),
        })
    }
}

/// What is found in an order, by the alphabet of the page's language.
pub(crate) fn in_order(
    view: &View<'_>,
    explorer: &Explorer,
    found: &Matching,
    order: Order,
) -> Vec<u32> {
    let names = Names {
        tongue: view.t.language.tongue(),
        country: &|code| view.sort_key(&view.country(code)),
        county: &|body| Some(view.sort_key(&view.county_of(body)?)),
    };
    explorer.ordered(view.register(), &found.whole, order, names)
}

/// The list, as a page or as data.
pub(crate) fn show(view: &View<'_>) -> Answer {
    let result = Result::of(view);
    let is_whole = match view.form {
        Form::Csv | Form::File(_) => true,
        Form::Json => view.param("all") == Some("1"),
        Form::Html => false,
    };
    if is_whole && let Some(refusal) = refusal(view, &result) {
        return refusal;
    }
    match view.form {
        Form::Csv if view.param("chart").is_some() => {
            result.with_found(view, |found| views::chart_file(view, found))
        }
        Form::File(_) => result.with_found(view, |found| views::chart_file(view, found)),
        Form::Csv => file::csv(view, &result),
        Form::Json if view.param("all") == Some("1") => file::json(view, &result),
        Form::Json if view.param("places") == Some("1") => views::places(view, result.iter()),
        Form::Json => data(view, &result),
        Form::Html => html(view, &result),
    }
}

/// What is said in place of a file where not all that was chosen is understood.
fn refusal(view: &View<'_>, result: &Result) -> Option<Answer> {
    let mut ignored = result.ignored(view);
    // A drawing that there is not is not found.
    ignored.retain(|part| !part.starts_with("chart="));
    (!ignored.is_empty()).then(|| errors::no_file(view, &ignored))
}

fn data(view: &View<'_>, result: &Result) -> Answer {
    let page = result.page();
    let items: Vec<_> = page.items.iter().map(|p| view.row_data(p)).collect();
    let next = page
        .items
        .last()
        .filter(|_| page.has_after)
        .map(|last| view.absolute(&result.turned(view, Some(&Turn::After(last.pair.clone())))));
    let facets = result.counts().into_iter().map(|(facet, counts)| {
        let counts = counts
            .into_iter()
            .map(|Count { value, count, .. }| Counted { count, value });
        (facet.key(), counts.collect())
    });
    Answer::json(&Data {
        facets: facets.collect(),
        first: page.first,
        ignored: result.ignored(view),
        items,
        next,
        page: (page.first - 1) / SIZE + 1,
        pages: result.rows.len().div_ceil(SIZE).max(1),
        total: result.rows.len(),
    })
}

/// A page of the result as data.
#[derive(Serialize)]
struct Data<'r> {
    facets: BTreeMap<&'static str, Vec<Counted>>,
    first: usize,
    ignored: Vec<String>,
    items: Vec<RowData<'r>>,
    next: Option<String>,
    page: usize,
    pages: usize,
    total: usize,
}

/// A value and how many have it.
#[derive(Serialize)]
struct Counted {
    count: u64,
    value: SmolStr,
}

fn html(view: &View<'_>, result: &Result) -> Answer {
    let t = &view.t;
    let (explorer, asked) = (&result.explorer, &result.asked);
    let page = result.page();
    let kind = view.param("view").and_then(ViewKind::of_key);
    let kept = ["sort", "columns", "view", LIKE].into_iter();
    let turn = |turn: Turn| result.turned(view, Some(&turn));
    let edge = |p: Option<&Arc<Partnership>>| p.map(|p| p.pair.clone());
    Answer::html(&List {
        f: view.frame(t.m("partnerships-title")),
        here: view.url(&view.page),
        words: asked.selection.words.clone(),
        kept: kept
            .filter_map(|name| Some((name.to_owned(), view.param(name)?.to_owned())))
            .collect(),
        facets: facets::shown(view, explorer, result.counts()),
        chips: facets::chips(view, explorer, asked),
        instead: if result.rows.is_empty() {
            instead(view, result)
        } else {
            Vec::new()
        },
        unstated: unstated(view, result),
        ignored: asked.ignored.clone(),
        lost_place: page.lost_place,
        undated: Undated::of(view, &asked.selection),
        tabs: views::tabs(view),
        block: kind
            .filter(|_| !result.rows.is_empty())
            .map(|kind| result.with_found(view, |found| views::block(view, kind, found))),
        has_list: kind.is_none_or(ViewKind::has_list),
        heads: heads(view, asked),
        lines: cells::lines(view, &page.items, &asked.columns),
        columns: columns(view, asked),
        permanent_query: facets::query(view, asked, &asked.selection)
            .into_iter()
            .filter(|(name, _)| name != "columns" && name != "as_of" && name != "known")
            .collect(),
        total: result.rows.len(),
        range: format!(
            "{}–{} {}",
            t.number(&page.first),
            t.number(&(page.first + page.items.len()).saturating_sub(1)),
            t.w("pages-of", t.number(&result.rows.len())),
        ),
        first: page.has_before.then(|| result.turned(view, None)),
        previous: edge(page.items.first())
            .filter(|_| page.has_before)
            .map(|pair| turn(Turn::Before(pair))),
        next: edge(page.items.last())
            .filter(|_| page.has_after)
            .map(|pair| turn(Turn::After(pair))),
        files: files(view, result),
        others: others(view, result),
        cite: cite(view, result),
    })
}

/// Who of the result is like one's own body.
fn others(view: &View<'_>, result: &Result) -> Others {
    let mut kept = result.query(view, None);
    // The day from which the page looks is in every link and form by itself.
    kept.retain(|(name, _)| name != LIKE && !is_ours(name));
    let selection: Vec<_> = kept
        .iter()
        .filter(|(name, _)| !matches!(name.as_str(), "sort" | "columns" | "view"))
        .cloned()
        .collect();
    Others::of(view, kept, &selection, result.iter())
}

/// The whole result in files, what most can open first. They have every column, and only what is understood.
fn files(view: &View<'_>, result: &Result) -> Vec<(&'static str, String)> {
    let mut query = result.query(view, None);
    query.retain(|(name, _)| !matches!(name.as_str(), "columns" | "view" | LIKE));
    let file = |ending: &str, query: &[(String, String)]| {
        format!("{}.{ending}{}", view.url(&view.page), query_of(query))
    };
    let endings = [
        ("Excel (XLSX)", "xlsx"),
        ("CSV", "csv"),
        ("GeoJSON", "geojson"),
        ("Parquet", "parquet"),
    ];
    let mut files = endings
        .map(|(name, ending)| (name, file(ending, &query)))
        .to_vec();
    query.push(("all".to_owned(), "1".to_owned()));
    files.push(("JSON", file("json", &query)));
    files
}

/// How many partnerships there would be without one of the facets, where there would be any.
fn instead(view: &View<'_>, result: &Result) -> Vec<(Link, usize)> {
    let asked = &result.asked;
    let selection = &asked.selection;
    let rest = result.explorer.without(view.register(), selection);
    rest.into_iter()
        .map(|(facet, count)| {
            let (name, left) = match facet {
                Some(facet) => (facet_name(view, facet), selection.without(facet)),
                None => {
                    let mut left = selection.clone();
                    left.words.clear();
                    (view.t.w("facet-words-are", &selection.words), left)
                }
            };
            let link = link_to(view, asked, &left, name);
            (link, usize::try_from(count).unwrap_or(usize::MAX))
        })
        .collect()
}

fn link_to(view: &View<'_>, asked: &Asked, selection: &Selection, text: String) -> Link {
    let query = query_of(&facets::query(view, asked, selection));
    Link {
        href: format!("{}{query}", view.url(&view.page)),
        text,
        current: false,
    }
}

/// Where the sources are silent about what was chosen: whoever looks for a theme must not take silence for a no.
fn unstated(view: &View<'_>, result: &Result) -> Vec<Unstated> {
    let asked = &result.asked;
    let facets = asked.selection.values.keys();
    facets
        .filter_map(|facet| {
            let left = asked.selection.unstated(*facet)?;
            let found = result.explorer.find(view.register(), &left);
            let most = if result.rows.is_empty() { NAMED } else { 0 };
            let named = found.iter().take(most).map(|row| {
                let pair = &result.explorer.row(row).pair;
                Link {
                    href: view.pair_url(pair),
                    text: format!("{} – {}", view.name(&pair.first), view.name(&pair.second)),
                    current: false,
                }
            });
            let count = usize::try_from(found.len()).unwrap_or(usize::MAX);
            let name = facet_name(view, *facet);
            let text = match facet {
                Facet::Theme => {
                    let rest = asked.selection.without(*facet);
                    let of = result.explorer.find(view.register(), &rest).len();
                    let of = usize::try_from(of).unwrap_or(usize::MAX);
                    view.t.of("explore-no-theme", &count, &of)
                }
                _ => view.t.w("explore-unstated", &name),
            };
            Some(Unstated {
                text,
                named: named.collect(),
                count,
                link: link_to(view, asked, &left, name),
            })
        })
        .filter(|unstated| unstated.count > 0)
        .collect()
}

fn facet_name(view: &View<'_>, facet: Facet) -> String {
    view.t.of_list("facet", facet.key())
}

fn column_name(view: &View<'_>, column: Column) -> String {
    view.t.of_list("list", column.key())
}

/// The head of the table: each column with the address of the list in its order, or in the opposite one.
fn heads(view: &View<'_>, asked: &Asked) -> Vec<Head> {
    let mut query = facets::query(view, asked, &asked.selection);
    query.retain(|(name, _)| name != "sort");
    let query = query_of(&query);
    let and = if query.is_empty() { '?' } else { '&' };
    let unsorted = format!("{}{query}{and}", view.url(&view.page));
    asked
        .columns
        .iter()
        .map(|column| {
            let is_sorted = asked.order.column == *column;
            let turned = Order {
                column: *column,
                down: is_sorted && !asked.order.down,
            };
            let down = if turned.down { "-" } else { "" };
            // The newest word comes first when nobody says otherwise.
            let falls = asked.order.down != (*column == Column::Newest);
            Head {
                label: column_name(view, *column),
                href: format!("{unsorted}sort={down}{}", column.key()),
                sorted: match (is_sorted, falls) {
                    (false, _) => "",
                    (true, false) => "ascending",
                    (true, true) => "descending",
                },
            }
        })
        .collect()
}

fn columns(view: &View<'_>, asked: &Asked) -> Vec<Choice> {
    Column::ALL
        .iter()
        .map(|(column, key)| Choice {
            key,
            label: column_name(view, *column),
            chosen: asked.columns.contains(column),
        })
        .collect()
}

/// The result in words, for a file's notes, with the day from which it looks.
pub(crate) fn selection_in_words(view: &View<'_>, result: &Result) -> String {
    let chosen = facets::in_words(view, &result.explorer, &result.asked);
    let words = [Some(chosen), super::time::state(view)].into_iter();
    words.flatten().collect::<Vec<_>>().join("; ")
}

/// A reference that others can check: what, when, and from which state of the log.
fn cite(view: &View<'_>, result: &Result) -> Cite {
    let shows = [
        view.t.m("partnerships-title"),
        facets::in_words(view, &result.explorer, &result.asked),
        view.t.n("partnerships-count", &result.rows.len()),
    ];
    let address = result.turned(view, None);
    Cite::at(view, &shows.each_ref().map(String::as_str), &address)
}
