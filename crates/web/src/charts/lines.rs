//! Steps over time: a number holds until the next, and a year without a figure breaks the line.

use super::bars::how_many;
use super::ink::{Anchor, Ink, Pen};
use super::sheet::{Field, LETTER, LINE, across, broken, length, letters};
use super::{Chart, Look, Series, scale};
use crate::messages::Words;

pub(super) fn draw(pen: &mut Pen, chart: &Chart, look: Look, field: Field, words: &Words) -> f64 {
    let high = if look == Look::Narrow { 190.0 } else { 250.0 };
    let field = Field {
        bottom: field.top + high,
        ..field
    };
    let (inner, most) = across(pen, field, chart.largest(), 6, words);
    let slot = inner.width() / length(chart.columns.len().max(1));
    for (number, series) in chart.series.iter().enumerate() {
        steps(pen, series, inner, most, number);
    }
    for break_ in &chart.breaks {
        broken(pen, inner.left + slot * length(break_.before), inner);
    }
    names(pen, chart, inner);
    inner.bottom + 24.0
}

/// A small field for each series, all on the same scale.
pub(super) fn panels(pen: &mut Pen, chart: &Chart, look: Look, field: Field, words: &Words) -> f64 {
    let across_ = match look {
        Look::Narrow => 1,
        Look::Wide => 3,
        Look::Alone => 4,
    };
    let gap = 18.0;
    let wide = (field.width() - gap * length(across_ - 1)) / length(across_);
    let (high, most) = (84.0, chart.largest());
    let mut bottom = field.top;
    let mut top = field.top;
    for of_row in chart.series.chunks(across_) {
        let heads: Vec<Vec<String>> = of_row
            .iter()
            .map(|series| scale::wrap(&series.name, letters(wide)))
            .collect();
        let head = LINE * length(heads.iter().map(Vec::len).max().unwrap_or(1)) + 10.0;
        for (place, series) in of_row.iter().enumerate() {
            let left = field.left + (wide + gap) * length(place);
            for (line, text) in heads[place].iter().enumerate() {
                let at = (left, top + LINE * (length(line) + 1.0) - 4.0);
                pen.text(at, Anchor::Start, Ink::Strong, text);
            }
            let panel = Field {
                left,
                right: left + wide,
                top: top + head,
                bottom: top + head + high,
            };
            let (inner, most) = across(pen, panel, most, 3, words);
            steps(pen, series, inner, most, 0);
            names(pen, chart, inner);
        }
        bottom = top + head + high + 24.0;
        top = bottom + 12.0;
    }
    bottom
}

fn steps(pen: &mut Pen, series: &Series, field: Field, most: usize, number: usize) {
    let slot = field.width() / length(series.values.len().max(1));
    let mut d = String::new();
    let mut last = None;
    for (column, value) in series.values.iter().enumerate() {
        let x = field.left + slot * length(column);
        let Some(value) = value else {
            last = None;
            continue;
        };
        let y = field.y(*value, most);
        if last.is_none() {
            d.push_str(&format!("M{x:.1} {y:.1}"));
        } else if last != Some(*value) {
            d.push_str(&format!("V{y:.1}"));
        }
        d.push_str(&format!("H{:.1}", x + slot));
        last = Some(*value);
    }
    if !d.is_empty() {
        pen.path(&d, number);
    }
    if let (true, Some(value)) = (number > 0, last) {
        marker(pen, (field.right - 5.0, field.y(value, most)), number);
    }
}

/// A shape on the line of a series, by which it is told from the others.
pub(super) fn marker(pen: &mut Pen, (x, y): (f64, f64), number: usize) {
    let d = match number % 4 {
        0 => return,
        1 => format!("M{:.1} {:.1}h8v8h-8z", x - 4.0, y - 4.0),
        2 => format!("M{x:.1} {:.1}l5 9h-10z", y - 5.5),
        _ => format!("M{x:.1} {:.1}l5 5l-5 5l-5 -5z", y - 5.0),
    };
    pen.drawn(&d, Ink::Mark);
}

/// The names of round years under a field.
fn names(pen: &mut Pen, chart: &Chart, field: Field) {
    let slot = field.width() / length(chart.columns.len().max(1));
    let wide = LETTER * 4.0 + 12.0;
    for column in scale::named(&chart.columns, how_many(field.width(), wide)) {
        let x = field.left + slot * (length(column) + 0.5);
        pen.line((x, field.bottom), (x, field.bottom + 4.0), Ink::Axis);
        let at = (x, field.bottom + 19.0);
        pen.text(at, Anchor::Middle, Ink::Quiet, &chart.columns[column]);
    }
}
