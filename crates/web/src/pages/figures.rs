//! A chart on a page: the drawing in two widths, what has to be known beside it, its table, and its files.

use vanort_formats::csv::TableWriter;

use super::frame::query_of;
use super::{Answer, View, errors};
use crate::charts::{self, Chart, Look, Plot, Table};
use crate::urls::{Form, Kind};

/// A chart as the template wants it.
pub(crate) struct Figure {
    pub key: String,
    pub title: String,
    pub wide: String,
    pub narrow: String,
    pub caveats: Vec<String>,
    pub source: String,
    /// Names of the columns of its table, and the rows: each cell with the list of what it counts, where there is one.
    pub head: Vec<String>,
    pub rows: Vec<Vec<(String, String)>>,
    /// Whether it is drawn over the whole width.
    pub long: bool,
    pub files: Vec<(&'static str, String)>,
}

impl Figure {
    pub fn of(view: &View<'_>, chart: &Chart) -> Self {
        Self::with(view, chart, &[])
    }

    /// The chart, whose files are to be asked for with a query.
    pub fn with(view: &View<'_>, chart: &Chart, query: &[(String, String)]) -> Self {
        let path = view.url(&view.page);
        let named = [("chart".to_owned(), chart.key.clone())];
        let query = query_of(&[query, &named].concat());
        let file = |kind: &str| format!("{path}.{kind}{query}");
        let table = chart.table(&view.t);
        let rows = table.rows.into_iter().enumerate();
        let linked = |(row, cells): (usize, Vec<String>)| {
            let list = |cell: usize| {
                let series = chart.series.get(cell.checked_sub(1)?)?;
                series.lists.get(row).cloned()
            };
            let cells = cells.into_iter().enumerate();
            cells
                .map(|(cell, text)| (text, list(cell).unwrap_or_default()))
                .collect()
        };
        let long = matches!(chart.plot, Plot::Lives(_) | Plot::Links(_));
        Self {
            key: chart.key.clone(),
            title: chart.title.clone(),
            wide: charts::svg(chart, Look::Wide, &view.t),
            narrow: charts::svg(chart, Look::Narrow, &view.t),
            caveats: chart.caveats.clone(),
            source: chart.source.clone(),
            head: table.head,
            rows: rows.map(linked).collect(),
            long,
            files: vec![
                ("SVG", file("svg")),
                ("PNG", file("png")),
                ("CSV", file("csv")),
            ],
        }
    }
}

/// The file of the chart that `?chart=` names; the first where none is named.
pub(crate) fn file(view: &View<'_>, charts: &[Chart]) -> Answer {
    let asked = view.param("chart");
    let found = charts
        .iter()
        .find(|chart| asked.is_none_or(|key| chart.key == key));
    let Some(chart) = found else {
        return errors::not_found(view, &[]);
    };
    let name = format!("vanort-{}", chart.key);
    match view.form {
        Form::Csv => csv(&name, &chart.data()),
        Form::File(Kind::Png) => {
            let svg = charts::svg(chart, Look::Alone, &view.t);
            charts::png(&svg).map_or_else(
                || errors::not_found(view, &[]),
                |png| Answer::file(Kind::Png, &name, png),
            )
        }
        _ => Answer::file(Kind::Svg, &name, charts::svg(chart, Look::Alone, &view.t)),
    }
}

fn csv(name: &str, table: &Table) -> Answer {
    let columns: Vec<&str> = table.head.iter().map(String::as_str).collect();
    let write = || -> std::io::Result<Vec<u8>> {
        let mut writer = TableWriter::with_mark(Vec::new(), &columns)?;
        for row in &table.rows {
            writer.write(&columns.iter().copied().zip(row).collect())?;
        }
        writer.finish()
    };
    // Writing to memory does not fail.
    Answer::csv(name, write().unwrap_or_default())
}
