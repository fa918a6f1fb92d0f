//! Bars: beside each other or on top of each other.

use super::ink::{Anchor, Ink, Pen};
use super::sheet::{Field, LETTER, LINE, across, broken, length, letters};
use super::{Chart, Look, Plot, scale};
use crate::messages::Words;

/// More columns than this stand without gaps and without a number on each bar.
const FEW: usize = 12;

pub(super) fn draw(pen: &mut Pen, chart: &Chart, look: Look, field: Field, words: &Words) -> f64 {
    let breaks = break_words(pen, chart, field);
    let top = breaks
        + if chart.columns.len() <= FEW {
            14.0
        } else {
            0.0
        };
    let high = if look == Look::Narrow { 190.0 } else { 250.0 };
    let field = Field {
        top,
        bottom: top + high,
        ..field
    };
    let (inner, most) = across(pen, field, chart.largest(), 6, words);
    let slot = inner.width() / length(chart.columns.len().max(1));
    for column in 0..chart.columns.len() {
        let x = inner.left + slot * length(column);
        if chart.plot == Plot::Stacked {
            stack(pen, chart, inner, (x, slot), (column, most), words);
        } else {
            group(pen, chart, inner, (x, slot), (column, most), words);
        }
    }
    for (number, break_) in chart.breaks.iter().enumerate() {
        let x = inner.left + slot * length(break_.before);
        let line = Field {
            top: breaks,
            ..inner
        };
        broken(pen, x, line);
        pen.text(
            (x + 7.0, breaks + 10.0),
            Anchor::Start,
            Ink::Strong,
            &label(number),
        );
    }
    names(pen, chart, inner, slot)
}

/// The letter by which a break is found again in its words.
fn label(number: usize) -> String {
    char::from(b'A' + u8::try_from(number % 26).unwrap_or(0)).to_string()
}

/// The words of the breaks above the drawing; ends at the returned height.
fn break_words(pen: &mut Pen, chart: &Chart, field: Field) -> f64 {
    let mut y = field.top;
    for (number, break_) in chart.breaks.iter().enumerate() {
        let letter = label(number);
        let lines = scale::wrap(&break_.words, letters(field.width() - 20.0));
        for (place, line) in lines.iter().enumerate() {
            y += LINE;
            if place == 0 {
                pen.text((field.left, y), Anchor::Start, Ink::Strong, &letter);
            }
            pen.text((field.left + 18.0, y), Anchor::Start, Ink::Text, line);
        }
    }
    if chart.breaks.is_empty() { y } else { y + 12.0 }
}

fn stack(
    pen: &mut Pen,
    chart: &Chart,
    field: Field,
    (x, slot): (f64, f64),
    (column, most): (usize, usize),
    words: &Words,
) {
    let few = chart.columns.len() <= FEW;
    let gap = if few { slot * 0.2 } else { 0.0 };
    let mut below = 0;
    for (number, series) in chart.series.iter().enumerate() {
        let Some(value) = series.values.get(column).copied().flatten() else {
            continue;
        };
        let (from, to) = (field.y(below, most), field.y(below + value, most));
        if value > 0 {
            // A hair wider than its place, so that no seam shows between neighbours.
            let wide = slot - 2.0 * gap + if few { 0.0 } else { 0.6 };
            pen.bar((x + gap, to), (wide, from - to), number);
        }
        below += value;
    }
    if few && below > 0 {
        let at = (x + slot / 2.0, field.y(below, most) - 5.0);
        pen.text(at, Anchor::Middle, Ink::Text, &words.number(&below));
    }
}

fn group(
    pen: &mut Pen,
    chart: &Chart,
    field: Field,
    (x, slot): (f64, f64),
    (column, most): (usize, usize),
    words: &Words,
) {
    let few = chart.columns.len() <= FEW;
    let gap = if few { slot * 0.14 } else { slot * 0.08 };
    let wide = (slot - 2.0 * gap) / length(chart.series.len().max(1));
    for (number, series) in chart.series.iter().enumerate() {
        let from = x + gap + wide * length(number);
        let middle = from + wide / 2.0;
        match series.values.get(column).copied().flatten() {
            Some(value) => {
                let y = field.y(value, most);
                if value > 0 {
                    let thin = if wide > 6.0 { 2.0 } else { 0.0 };
                    pen.bar((from, y), (wide - thin, field.bottom - y), number);
                }
                if few {
                    pen.text(
                        (middle, y - 5.0),
                        Anchor::Middle,
                        Ink::Text,
                        &words.number(&value),
                    );
                }
            }
            None => absent(pen, chart, field, (from, wide)),
        }
    }
}

/// Where there is no figure the words say so: an empty place would be read as none.
fn absent(pen: &mut Pen, chart: &Chart, field: Field, (x, wide): (f64, f64)) {
    let lines = scale::wrap(&chart.no_figure, letters(wide.max(8.0 * LETTER)));
    let first = field.bottom - 8.0 - LINE * length(lines.len().saturating_sub(1));
    for (place, line) in lines.iter().enumerate() {
        let y = first + LINE * length(place);
        pen.text((x + wide / 2.0, y), Anchor::Middle, Ink::Quiet, line);
    }
}

/// The names of the columns under the drawing; ends at the returned height.
fn names(pen: &mut Pen, chart: &Chart, field: Field, slot: f64) -> f64 {
    let longest = chart.columns.iter().map(|name| name.chars().count()).max();
    let wide = LETTER * length(longest.unwrap_or(1)) + 12.0;
    for column in scale::named(&chart.columns, how_many(field.width(), wide)) {
        let x = field.left + slot * (length(column) + 0.5);
        pen.line((x, field.bottom), (x, field.bottom + 4.0), Ink::Axis);
        let at = (x, field.bottom + 19.0);
        pen.text(at, Anchor::Middle, Ink::Text, &chart.columns[column]);
    }
    field.bottom + 24.0
}

/// How many names of this width fit.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a small positive number"
)]
pub(super) fn how_many(room: f64, wide: f64) -> usize {
    (room / wide).max(1.0) as usize
}
