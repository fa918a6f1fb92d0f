//! Charts, drawn on the server as SVG: bars, steps, small panels and life lines.
//!
//! Pure functions of what the page hands over: a chart knows no register and no address; words come in ready.
//!
//! # For assistive technology
//! A chart is one `img` with a title and a description; every number in it stands in the table that the page puts
//! under it ([`Chart::table`]). Nothing is told by colour alone: fills have patterns, lines have dashes and markers,
//! marks have shapes, and all of them are named in the legend.
//!
//! # Widths
//! A drawing that is scaled down to a telephone has letters nobody can read, so a page gets two, of which the
//! stylesheet shows the one that fits ([`Look::Wide`], [`Look::Narrow`]). [`Look::Alone`] is for a file: it has its
//! title, its caveat and its source inside, and colours as attributes instead of classes.
//!
//! # Colours
//! There is no style in the markup (the content security policy forbids it), only classes; `charts.css` beside this
//! file gives them colours for light, dark and forced colours. They are of the Okabe–Ito kind, darkened to a contrast
//! of 3:1.

mod bars;
mod ink;
mod lines;
mod links;
mod lives;
mod picture;
mod scale;
mod sheet;

pub use links::{Link, Links};
pub use lives::{Ending, Life, Mark, Shape};
pub use picture::png;
pub use sheet::svg;

use crate::messages::Words;

/// For where a chart is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// A page on a wide screen, and print.
    Wide,
    /// A page on a telephone.
    Narrow,
    /// A file of its own.
    Alone,
}

/// How the numbers are drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Plot {
    /// Bars beside each other for every column.
    Grouped,
    /// Bars on top of each other.
    Stacked,
    /// Steps over time, all in one field.
    Steps,
    /// Steps over time, a small field for each series.
    Panels,
    /// A line for every life, from its start to its end.
    Lives(Vec<Life>),
    /// Who is linked with whom, on two sides.
    Links(Links),
}

/// Numbers under one name.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// Its column in tables for programs.
    pub key: String,
    /// Its name.
    pub name: String,
    /// A number for every column; `None` where there is no figure.
    pub values: Vec<Option<usize>>,
    /// Where what was counted is listed, an address for every column; empty where there is no such list. There may be none at
    /// all.
    pub lists: Vec<String>,
}

/// What has to be known of the number in each column, one text for each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remarks {
    /// Their column in tables for programs.
    pub key: &'static str,
    /// The texts, in the order of the columns.
    pub texts: Vec<String>,
}

/// A place between two columns at which numbers stop being comparable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Break {
    /// It stands before this column.
    pub before: usize,
    /// Why, in a few words.
    pub words: String,
}

/// A chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// Its name in addresses; letters and hyphens.
    pub key: String,
    /// Its title.
    pub title: String,
    /// What is to be seen, in words.
    pub description: String,
    /// What the numbers count.
    pub unit: String,
    /// What the columns are, as a heading ("Year").
    pub over: String,
    /// The columns: years, or anything else.
    pub columns: Vec<String>,
    /// The numbers.
    pub series: Vec<Series>,
    /// How they are drawn.
    pub plot: Plot,
    /// The shapes of marks with what they stand for.
    pub marks: Vec<(Shape, String)>,
    /// Where they stop being comparable.
    pub breaks: Vec<Break>,
    /// What travels with each number in tables for programs, where nobody sees what stands beside the chart.
    pub remarks: Vec<Remarks>,
    /// What has to be known before anything is concluded; stands beside the chart.
    pub caveats: Vec<String>,
    /// Where the numbers are from.
    pub source: String,
    /// What stands where there is no figure.
    pub no_figure: String,
}

/// A table for readers or for programs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Names of the columns.
    pub head: Vec<String>,
    /// The rows; the first cell names the row.
    pub rows: Vec<Vec<String>>,
}

impl Chart {
    /// Everything that is drawn, as a table to read.
    #[must_use]
    pub fn table(&self, words: &Words) -> Table {
        if let Plot::Lives(lives) = &self.plot {
            return lives::table(self, lives);
        }
        if let Plot::Links(links) = &self.plot {
            return links::table(self, links, words);
        }
        let head = std::iter::once(self.over.clone())
            .chain(self.series.iter().map(|series| series.name.clone()))
            .collect();
        let cell = |series: &Series, column: usize| {
            series
                .values
                .get(column)
                .copied()
                .flatten()
                .map_or_else(|| self.no_figure.clone(), |number| words.number(&number))
        };
        let rows = self.columns.iter().enumerate().map(|(column, name)| {
            std::iter::once(name.clone())
                .chain(self.series.iter().map(|series| cell(series, column)))
                .collect()
        });
        Table {
            head,
            rows: rows.collect(),
        }
    }

    /// The same for programs: English names of columns, plain numbers, empty where there is no figure.
    #[must_use]
    pub fn data(&self) -> Table {
        if let Plot::Lives(lives) = &self.plot {
            return lives::data(lives);
        }
        if let Plot::Links(links) = &self.plot {
            return links::data(links);
        }
        let head = std::iter::once("year".to_owned())
            .chain(self.series.iter().map(|series| series.key.clone()))
            .chain(self.remarks.iter().map(|remarks| remarks.key.to_owned()))
            .collect();
        let rows = self.columns.iter().enumerate().map(|(column, name)| {
            let remarks = self.remarks.iter();
            let remarks = remarks.map(|remarks| remarks.texts.get(column).cloned());
            let numbers = self.series.iter().map(|series| {
                let number = series.values.get(column).copied().flatten();
                number.map_or_else(String::new, |number| number.to_string())
            });
            std::iter::once(name.clone())
                .chain(numbers)
                .chain(remarks.map(Option::unwrap_or_default))
                .collect()
        });
        Table {
            head,
            rows: rows.collect(),
        }
    }

    /// The largest number; of stacked bars the largest sum.
    fn largest(&self) -> usize {
        let columns = 0..self.columns.len();
        let value = |series: &Series, column: usize| series.values.get(column).copied().flatten();
        if self.plot == Plot::Stacked {
            let sum = |column| self.series.iter().filter_map(|s| value(s, column)).sum();
            return columns.map(sum).max().unwrap_or(0);
        }
        let all = self.series.iter().flat_map(|series| series.values.iter());
        all.copied().flatten().max().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests;
