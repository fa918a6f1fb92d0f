//! Counties by countries: how many partnerships of the result each has.

use askama::Template;
use smol_str::SmolStr;
use vanort_app::explore::{Crossed, Facet, Line as Numbers, UNKNOWN};
use vanort_domain::CountryCode;

use super::super::View;
use super::{Found, address};
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
    /// Whether there is a column of all others.
    has_others: bool,
    /// Countries abroad without a column of their own.
    others: usize,
    /// Whether partnerships within Sweden, and those of an unknown country, are among the others.
    has_sweden: bool,
    has_unknown: bool,
    /// Whether a partnership stands in two lines.
    has_twice: bool,
}

/// The matrix as HTML.
pub(super) fn block(view: &View<'_>, found: &Found<'_>) -> String {
    let (rows, selection) = (&found.matching.whole, found.selection);
    let crossed = found
        .explorer
        .crossed(rows, selection, Facet::County, Facet::Country, COLUMNS);
    let table = Table {
        view,
        found,
        heads: crossed
            .columns
            .iter()
            .map(|code| country(view, code))
            .collect(),
        most: crossed.most(),
    };
    table.render(&crossed)
}

fn country(view: &View<'_>, code: &str) -> String {
    match code.parse() {
        Ok(code) => view.country(code),
        Err(_) => view.t.m("country-unknown"),
    }
}

struct Table<'a> {
    view: &'a View<'a>,
    found: &'a Found<'a>,
    heads: Vec<String>,
    /// The largest number of a county with a country.
    most: usize,
}

/// Where a line or a cell belongs: the value and its name.
type Place<'a> = Option<(&'a SmolStr, &'a str)>;

impl Table<'_> {
    fn render(&self, crossed: &Crossed) -> String {
        let all = self.line(None, crossed, &crossed.all);
        let totals = all.cells.into_iter().chain(std::iter::once(all.total));
        let is_other = |code: &str| {
            let is_column = crossed.columns.iter().any(|column| column == code);
            let chosen = self.found.selection.values.get(&Facet::Country);
            let is_there = chosen.is_none_or(|chosen| chosen.iter().any(|known| known == code));
            let rows = &self.found.matching.whole;
            let sizes = self.found.explorer.sizes(Facet::Country, rows);
            is_there && !is_column && sizes.iter().any(|(known, _)| **known == code)
        };
        let (has_sweden, has_unknown) = (is_other(CountryCode::SWEDEN.as_str()), is_other(UNKNOWN));
        let matrix = Matrix {
            has_sweden,
            has_unknown,
            has_others: crossed.others > 0,
            t: self.view.t,
            heads: self.heads.clone(),
            lines: crossed
                .lines
                .iter()
                .map(|(code, numbers)| {
                    let name = self.county(code);
                    self.line(Some((code, &name)), crossed, numbers)
                })
                .collect(),
            totals: totals.map(|cell| Cell { step: 0, ..cell }).collect(),
            others: crossed.others - usize::from(has_sweden) - usize::from(has_unknown),
            has_twice: crossed
                .lines
                .iter()
                .map(|(_, line)| line.total)
                .sum::<usize>()
                > crossed.all.total,
        };
        matrix.render().unwrap_or_default()
    }

    fn county(&self, code: &str) -> String {
        let name = self.found.explorer.name(Facet::County, code);
        name.map_or_else(
            || self.view.t.m("matrix-no-county"),
            |name| self.view.county(code, name),
        )
    }

    /// The cells of a county, or of all together.
    fn line(&self, county: Place<'_>, crossed: &Crossed, numbers: &Numbers) -> Line {
        let columns = crossed.columns.iter().zip(&self.heads);
        let mut cells: Vec<Cell> = columns
            .zip(&numbers.cells)
            .map(|((code, name), count)| self.cell(county, Some((code, name)), *count))
            .collect();
        if crossed.others > 0 {
            cells.push(Cell {
                href: String::new(),
                ..self.cell(None, None, numbers.others)
            });
        }
        Line {
            name: county.map_or_else(String::new, |(_, name)| name.to_owned()),
            cells,
            total: Cell {
                step: 0,
                ..self.cell(county, None, numbers.total)
            },
        }
    }

    fn cell(&self, county: Place<'_>, country: Place<'_>, count: usize) -> Cell {
        let mut without = vec!["view"];
        let mut with = Vec::new();
        if let Some((code, _)) = county {
            without.push("county");
            with.push(("county", code.as_str()));
        }
        if let Some((code, _)) = country {
            without.extend(["country", "partner_country"]);
            with.push(("partner_country", code.as_str()));
        }
        let words = [county, country].into_iter().flatten();
        let words: Vec<&str> = words.map(|(_, name)| name).collect();
        Cell {
            number: self.view.t.number(&count),
            href: if count > 0 && !with.is_empty() {
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
        match count {
            0 => 0,
            count if count * 8 <= self.most => 1,
            count if count * 4 <= self.most => 2,
            count if count * 2 <= self.most => 3,
            _ => 4,
        }
    }
}
