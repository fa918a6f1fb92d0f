//! Counties by countries: how many partnerships of the result each has.

use std::collections::BTreeMap;
use std::sync::Arc;

use askama::Template;
use vanort_domain::register::Partnership;

use super::super::View;
use super::address;
use crate::messages::Words;

/// Countries with a column of their own.
const COLUMNS: usize = 15;

struct Cell {
    number: String,
    /// Empty where there is nothing to go to.
    href: String,
    /// What the link says to those who do not see the table.
    label: String,
    /// Shade: from 0, nothing, to 4.
    step: u8,
}

struct Line {
    name: String,
    cells: Vec<Cell>,
    total: Cell,
}

#[derive(Template)]
#[template(path = "views/matrix.html")]
struct Matrix {
    t: Words,
    heads: Vec<String>,
    lines: Vec<Line>,
    totals: Vec<Cell>,
    /// Countries without a column of their own.
    others: usize,
}

/// County code to country code to count; the empty code is the unknown.
type Counts = BTreeMap<String, BTreeMap<String, usize>>;

/// The matrix as HTML.
pub(super) fn block(view: &View<'_>, found: &[Arc<Partnership>]) -> String {
    let mut counts = Counts::new();
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    let mut by_country: BTreeMap<String, usize> = BTreeMap::new();
    for p in found {
        let home = view.register().body(&p.pair.first);
        let county = home.and_then(|body| body.county_code.as_ref());
        let county = county.map(ToString::to_string).unwrap_or_default();
        let name = home.and_then(|body| body.county_name.clone());
        names
            .entry(county.clone())
            .or_insert_with(|| name.unwrap_or_else(|| view.t.m("matrix-no-county")));
        let country = view
            .register()
            .body(&p.pair.second)
            .and_then(|body| body.country);
        let country = country.map(|code| code.to_string()).unwrap_or_default();
        *by_country.entry(country.clone()).or_default() += 1;
        *counts
            .entry(county)
            .or_default()
            .entry(country)
            .or_default() += 1;
    }
    let mut order: Vec<(String, usize)> = by_country.into_iter().collect();
    order.sort_by(|a, b| (a.0.is_empty(), b.1, &a.0).cmp(&(b.0.is_empty(), a.1, &b.0)));
    let shown: Vec<String> = order
        .iter()
        .take(COLUMNS)
        .map(|(code, _)| code.clone())
        .collect();
    let others = order.len() - shown.len();
    Table {
        view,
        shown,
        others,
        most: counts.values().flat_map(BTreeMap::values).copied().max(),
    }
    .render(&counts, &names)
}

struct Table<'a> {
    view: &'a View<'a>,
    shown: Vec<String>,
    others: usize,
    most: Option<usize>,
}

impl Table<'_> {
    fn render(&self, counts: &Counts, names: &BTreeMap<String, String>) -> String {
        let mut all: BTreeMap<String, usize> = BTreeMap::new();
        for (country, count) in counts.values().flatten() {
            *all.entry(country.clone()).or_default() += count;
        }
        let matrix = Matrix {
            t: self.view.t,
            heads: self.shown.iter().map(|code| self.country(code)).collect(),
            lines: counts
                .iter()
                .map(|(county, row)| self.line(county, &names[county], row))
                .collect(),
            totals: {
                let line = self.line("", "", &all);
                let total = line.total;
                line.cells
                    .into_iter()
                    .chain(std::iter::once(total))
                    .map(|cell| Cell { step: 0, ..cell })
                    .collect()
            },
            others: self.others,
        };
        matrix.render().unwrap_or_default()
    }

    fn country(&self, code: &str) -> String {
        match code.parse() {
            Ok(code) => self.view.country(code),
            Err(_) => self.view.t.m("country-unknown"),
        }
    }

    /// A county's cells; an empty name is the line of all counties.
    fn line(&self, county: &str, name: &str, row: &BTreeMap<String, usize>) -> Line {
        let mut cells: Vec<Cell> = self
            .shown
            .iter()
            .map(|country| {
                let count = row.get(country).copied().unwrap_or_default();
                self.cell(county, name, country, &self.country(country), count)
            })
            .collect();
        let total: usize = row.values().sum();
        if self.others > 0 {
            let own: usize = self.shown.iter().filter_map(|code| row.get(code)).sum();
            cells.push(Cell {
                href: String::new(),
                ..self.cell("", "", "", "", total - own)
            });
        }
        let mut sum = self.cell(county, name, "", "", total);
        sum.step = 0;
        Line {
            name: name.to_owned(),
            cells,
            total: sum,
        }
    }

    fn cell(&self, county: &str, name: &str, country: &str, land: &str, count: usize) -> Cell {
        let mut without = vec!["view"];
        let mut with = Vec::new();
        if !county.is_empty() {
            without.push("county");
            with.push(("county", county));
        }
        if !country.is_empty() {
            without.extend(["country", "partner_country"]);
            with.push(("partner_country", country));
        }
        // The unknown has no value of its own that would hold for both sides.
        let is_known =
            (name.is_empty() || !county.is_empty()) && (land.is_empty() || !country.is_empty());
        let words = [name, land].into_iter().filter(|word| !word.is_empty());
        let words: Vec<&str> = words.collect();
        Cell {
            number: self.view.t.number(&count),
            href: if count > 0 && is_known && !with.is_empty() {
                address(self.view, &without, &with)
            } else {
                String::new()
            },
            label: words.join(", "),
            step: self.step(count),
        }
    }

    /// A quarter, half, three quarters of the way to the largest count, in steps that double.
    fn step(&self, count: usize) -> u8 {
        match (count, self.most.unwrap_or_default()) {
            (0, _) => 0,
            (count, most) if count * 8 <= most => 1,
            (count, most) if count * 4 <= most => 2,
            (count, most) if count * 2 <= most => 3,
            _ => 4,
        }
    }
}
