//! Lists as tables of text (CSV): what a page lists, with the same selection.

use vanort_app::explore::UNKNOWN;
use vanort_app::tables::{Table, columns};
use vanort_domain::Values;
use vanort_domain::collation::sort_key;
use vanort_domain::log::Entry;
use vanort_domain::statements::Statement;
use vanort_formats::csv::TableWriter;

use super::{
    Answer, View, bodies, body, compare, country, development, errors, explore, funding, similar,
};
use crate::urls::Page;

/// Most statements in a table that is asked for from a page; whoever wants more takes an export of the register.
const MOST: usize = 100_000;

const COUNTRIES: [&str; 6] = [
    "id",
    "name_sv",
    "name_en",
    "name_uk",
    "partnerships",
    "ended",
];
const GROUPS: [&str; 7] = [
    "id", "name", "name_en", "kind", "wikidata", "members", "source",
];
const SOURCES: [&str; 14] = [
    "id",
    "collection",
    "publisher",
    "publisher_kind",
    "publisher_body",
    "title",
    "url",
    "date",
    "licence",
    "confidence",
    "listing",
    "stated_count",
    "note",
    "statements",
];

/// The table of what a page lists; there is none of a page that lists nothing.
pub(crate) fn show(view: &View<'_>) -> Answer {
    match &view.page {
        Page::Partnerships => explore::show(view),
        Page::Bodies => bodies::show(view),
        Page::Country(code) => country::show(view, code),
        Page::Body(id) => body::show(view, id),
        Page::Development => development::show(view),
        Page::Compare => compare::show(view),
        Page::BodyAlike(id) => similar::show(view, id),
        Page::Countries => countries(view),
        Page::Groups => groups(view),
        Page::Funding => funding::calls_table(),
        Page::Sources => sources(view),
        Page::Latest => {
            let newest = view.register().statements().rev().take(MOST);
            statements(view, "statements", newest)
        }
        Page::Source(id) => match id.parse().ok().and_then(|id| view.register().source(&id)) {
            Some(source) => {
                let all = view.register().statements();
                let own = all.filter(|(_, statement)| statement.source == source.id);
                statements(view, source.id.as_str(), own.take(MOST))
            }
            None => errors::not_found(view, &[]),
        },
        _ => errors::not_found(view, &[]),
    }
}

/// Whether a page has a table.
pub(crate) fn lists(page: &Page) -> bool {
    matches!(
        page,
        Page::Partnerships
            | Page::Bodies
            | Page::Body(_)
            | Page::Compare
            | Page::Countries
            | Page::Country(_)
            | Page::Groups
            | Page::Sources
            | Page::Source(_)
            | Page::Latest
            | Page::Funding
    )
}

/// A table with the byte order mark that spreadsheets want.
pub(crate) fn table(
    name: &str,
    columns: &[&str],
    rows: impl IntoIterator<Item = Values>,
) -> Answer {
    let write = || -> std::io::Result<Vec<u8>> {
        let mut table = TableWriter::with_mark(Vec::new(), columns)?;
        for row in rows {
            table.write(&row)?;
        }
        table.finish()
    };
    // Writing to memory does not fail.
    Answer::csv(name, write().unwrap_or_default())
}

fn statements<'r>(
    view: &View<'_>,
    name: &str,
    all: impl Iterator<Item = (&'r Entry, &'r std::sync::Arc<Statement>)>,
) -> Answer {
    let rows = all.map(|(entry, said)| vanort_app::tables::statement(view.register(), entry, said));
    table(name, &columns(Table::Statements), rows)
}

fn countries(view: &View<'_>) -> Answer {
    let rows = country::counts(view)
        .into_iter()
        .map(|(code, (count, ended))| {
            let mut values = Values::new();
            values
                .set("id", code)
                .set("name_sv", view.ctx.countries.name(code, "sv"))
                .set("name_en", view.ctx.countries.name(code, "en"))
                .set("name_uk", view.ctx.countries.name(code, "uk"))
                .set("partnerships", count)
                .set("ended", ended);
            values
        });
    // Those of no country stand last, so that the column adds up to what there is.
    let unknown = country::unknown(view);
    let rest = (unknown > 0).then(|| {
        let mut values = Values::new();
        values.set("id", UNKNOWN).set("partnerships", unknown);
        values
    });
    table("countries", &COUNTRIES, rows.chain(rest))
}

fn groups(view: &View<'_>) -> Answer {
    let mut groups: Vec<_> = view.register().groups().collect();
    groups.sort_by_cached_key(|group| (sort_key(&group.name), group.id.clone()));
    let rows = groups.into_iter().map(|group| {
        let mut values = group.to_values();
        values.set("members", view.register().members(&group.id).count());
        values
    });
    table("groups", &GROUPS, rows)
}

fn sources(view: &View<'_>) -> Answer {
    let mut counts: rustc_hash::FxHashMap<&str, usize> = rustc_hash::FxHashMap::default();
    for (_, statement) in view.register().statements_counting() {
        *counts.entry(statement.source.as_str()).or_default() += 1;
    }
    let mut sources: Vec<_> = view.register().sources().collect();
    sources.sort_by_cached_key(|source| (sort_key(&source.publisher), source.id.clone()));
    let rows = sources.into_iter().map(|source| {
        let mut values = source.to_values();
        values.set("statements", counts.get(source.id.as_str()).unwrap_or(&0));
        values
    });
    table("sources", &SOURCES, rows)
}

/// Partnerships as a table.
pub(crate) fn partnerships_table<'p>(
    view: &View<'_>,
    name: &str,
    all: impl IntoIterator<Item = &'p vanort_domain::register::Partnership>,
) -> Answer {
    let rows = all
        .into_iter()
        .map(|p| vanort_app::tables::partnership(view.register(), p));
    table(name, &columns(Table::Partnerships), rows)
}
