//! What stands around a drawing: title, legend, unit, and in a file caveat and source.

use super::ink::{Anchor, Ink, Pen};
use super::{Chart, Look, Plot, bars, lines, links, lives, scale};
use crate::maps::escape;

/// Width of a letter of the drawings' text, on average, in units of the drawing.
pub(super) const LETTER: f64 = 7.4;
/// Height of a line of text.
pub(super) const LINE: f64 = 18.0;

/// The part of a drawing in which numbers are drawn.
#[derive(Debug, Clone, Copy)]
pub(super) struct Field {
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
}

impl Field {
    /// Where a number stands on a scale that ends at `most`.
    #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
    pub fn y(&self, number: usize, most: usize) -> f64 {
        let share = number as f64 / most.max(1) as f64;
        self.bottom - share * (self.bottom - self.top)
    }

    pub fn width(&self) -> f64 {
        self.right - self.left
    }
}

pub(super) fn width(look: Look) -> f64 {
    match look {
        Look::Wide => 720.0,
        Look::Narrow => 340.0,
        Look::Alone => 900.0,
    }
}

/// How many letters fit.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a small positive width"
)]
pub(super) fn letters(width: f64) -> usize {
    (width / LETTER).max(8.0) as usize
}

/// A whole number as a length.
#[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
pub(super) fn length(number: usize) -> f64 {
    number as f64
}

/// A chart as SVG.
#[must_use]
pub fn svg(chart: &Chart, look: Look, words: &crate::messages::Words) -> String {
    let scope = match look {
        Look::Wide => format!("ch-{}-w", chart.key),
        Look::Narrow => format!("ch-{}-n", chart.key),
        Look::Alone => format!("ch-{}", chart.key),
    };
    let mut pen = Pen::new(look, scope);
    let (width, edge) = (width(look), if look == Look::Alone { 24.0 } else { 2.0 });
    let (left, right) = (edge, width - edge);
    let mut y = edge;
    if look == Look::Alone {
        for line in scale::wrap(&chart.title, letters(right - left)) {
            y += LINE;
            pen.text((left, y), Anchor::Start, Ink::Strong, &line);
        }
        y += 8.0;
    }
    pen.patterns(chart.series.len());
    y = legend(&mut pen, chart, (left, right), y);
    for line in scale::wrap(&chart.unit, letters(right - left)) {
        y += LINE;
        pen.text((left, y), Anchor::Start, Ink::Quiet, &line);
    }
    let field = Field {
        left,
        right,
        top: y + 16.0,
        bottom: y,
    };
    y = match &chart.plot {
        Plot::Grouped | Plot::Stacked => bars::draw(&mut pen, chart, look, field, words),
        Plot::Steps => lines::draw(&mut pen, chart, look, field, words),
        Plot::Panels => lines::panels(&mut pen, chart, look, field, words),
        Plot::Lives(all) => lives::draw(&mut pen, all, look, field),
        Plot::Links(all) => links::draw(&mut pen, all, look, field),
    };
    if look == Look::Alone {
        y += 10.0;
        for text in chart.caveats.iter().chain([&chart.source]) {
            for line in scale::wrap(text, letters(right - left)) {
                y += LINE;
                pen.text((left, y), Anchor::Start, Ink::Quiet, &line);
            }
            y += 4.0;
        }
    }
    whole(&pen, chart, look, (width, y + edge + 4.0))
}

fn whole(pen: &Pen, chart: &Chart, look: Look, (width, height): (f64, f64)) -> String {
    let (title, desc) = (pen.id("t"), pen.id("d"));
    let (class, ground) = match look {
        Look::Wide => (
            r#" class="chart-svg chart-wide" focusable="false""#.to_owned(),
            "",
        ),
        Look::Narrow => (
            r#" class="chart-svg chart-narrow" focusable="false""#.to_owned(),
            "",
        ),
        Look::Alone => (
            format!(
                r#" xmlns="http://www.w3.org/2000/svg" width="{width:.0}" height="{height:.0}" font-family="'DejaVu Sans', Verdana, sans-serif" font-size="13""#
            ),
            r##"<rect width="100%" height="100%" fill="#ffffff"/>"##,
        ),
    };
    // A picture may hold no links; a group may.
    let has_links = matches!(chart.plot, Plot::Links(_)) && look != Look::Alone;
    let role = if has_links { "group" } else { "img" };
    format!(
        r#"<svg{class} role="{role}" aria-labelledby="{title} {desc}" viewBox="0 0 {width:.0} {height:.0}"><title id="{title}">{}</title><desc id="{desc}">{}</desc>{ground}{}</svg>"#,
        escape(&chart.title),
        escape(&chart.description),
        pen.out
    )
}

/// The names of the series or marks, each with a sample of how it is drawn; ends at the returned height.
fn legend(pen: &mut Pen, chart: &Chart, (left, right): (f64, f64), mut y: f64) -> f64 {
    let mut names: Vec<&str> = chart.marks.iter().map(|(_, name)| name.as_str()).collect();
    if names.is_empty() && chart.series.len() > 1 && chart.plot != Plot::Panels {
        names = chart.series.iter().map(|s| s.name.as_str()).collect();
    }
    if names.is_empty() {
        return y;
    }
    let mut x = left;
    y += LINE;
    for (number, name) in names.into_iter().enumerate() {
        let wide = 34.0 + LETTER * length(name.chars().count()) + 14.0;
        if x > left && x + wide > right {
            x = left;
            y += LINE + 2.0;
        }
        if let Some((shape, _)) = chart.marks.get(number) {
            lives::shape(pen, (x + 13.0, y - 4.5), *shape);
        } else if chart.plot == Plot::Steps {
            pen.path(&format!("M{x:.1} {:.1}h26", y - 4.0), number);
            lines::marker(pen, (x + 13.0, y - 4.0), number);
        } else {
            pen.bar((x, y - 11.0), (26.0, 13.0), number);
        }
        // A name that is longer than the drawing is wide goes on below.
        for (place, line) in scale::wrap(name, letters(right - left - 34.0))
            .iter()
            .enumerate()
        {
            y += if place > 0 { LINE } else { 0.0 };
            pen.text((x + 34.0, y), Anchor::Start, Ink::Text, line);
        }
        x += wide;
    }
    y + 8.0
}

/// Lines across with their numbers at the left; the field that is left for the drawing, and the number at its top.
pub(super) fn across(
    pen: &mut Pen,
    field: Field,
    largest: usize,
    most: usize,
    words: &crate::messages::Words,
) -> (Field, usize) {
    let ticks = scale::ticks(largest, most);
    let top = ticks.last().copied().unwrap_or(1);
    let wide = words.number(&top).chars().count();
    let inner = Field {
        left: field.left + LETTER * length(wide) + 10.0,
        ..field
    };
    for tick in ticks {
        let y = inner.y(tick, top);
        let ink = if tick == 0 { Ink::Axis } else { Ink::Grid };
        pen.line((inner.left, y), (inner.right, y), ink);
        let at = (inner.left - 6.0, y + 4.5);
        pen.text(at, Anchor::End, Ink::Quiet, &words.number(&tick));
    }
    (inner, top)
}

/// A line down that says that numbers left and right of it are not comparable.
pub(super) fn broken(pen: &mut Pen, x: f64, field: Field) {
    let mut d = format!("M{x:.1} {:.1}", field.top);
    let mut y = field.top;
    let mut side = 4.0;
    while y + 8.0 <= field.bottom + 6.0 {
        y += 8.0;
        d.push_str(&format!("L{:.1} {y:.1}", x + side));
        side = -side;
    }
    pen.drawn(&d, Ink::Break);
}
