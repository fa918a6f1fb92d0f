//! Life lines: one for each partnership, from its start to its end, with what happened as marks.

use super::ink::{Anchor, Ink, Pen};
use super::sheet::{Field, LETTER, length, letters};
use super::{Chart, Look, Table};

/// When a line ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Ending {
    /// It is not known to have ended.
    Open,
    /// It ended between these two moments (years with their fractions).
    Between(f64, f64),
    /// It ended; when is not stated.
    Undated,
}

/// What a mark stands for, told by its shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// An ending or a decision to end.
    Cross,
    /// A pause, or said to be dormant.
    Bars,
    /// A time of rest, as a band on the line.
    Band,
    /// An agreement that ran out.
    Diamond,
    /// Renewed or signed.
    Square,
    /// No longer on the list, proposed, reviewed: says nothing of an ending.
    Ring,
}

/// Something that happened.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mark {
    /// When, as a year with its fraction.
    pub at: f64,
    /// What.
    pub shape: Shape,
}

/// One line.
#[derive(Debug, Clone, PartialEq)]
pub struct Life {
    /// Whose.
    pub name: String,
    /// Between which two moments it began, the first endless where only the second is said; `None` where nobody says.
    pub start: Option<(f64, f64)>,
    /// The first and the last moment of which a dated word tells; `None` when all words are undated.
    pub told: Option<(f64, f64)>,
    /// Its end.
    pub end: Ending,
    /// Between which moments it rested, paused or dormant: a band of bars on the line.
    pub rests: Vec<(f64, f64)>,
    /// What happened.
    pub marks: Vec<Mark>,
    /// The cells of its row in the table to read, after the name.
    pub cells: Vec<String>,
    /// The cells of its row in the table for programs.
    pub data: Vec<String>,
}

/// The columns of the table for programs.
const DATA: [&str; 12] = [
    "id",
    "first",
    "first_name",
    "second",
    "second_name",
    "standing",
    "agreement",
    "activity",
    "since",
    "until",
    "last_word",
    "what_happened",
];

pub(super) fn table(chart: &Chart, lives: &[Life]) -> Table {
    let head = std::iter::once(chart.over.clone()).chain(chart.columns.iter().cloned());
    let rows = lives
        .iter()
        .map(|life| std::iter::once(life.name.clone()).chain(life.cells.iter().cloned()));
    Table {
        head: head.collect(),
        rows: rows.map(Iterator::collect).collect(),
    }
}

pub(super) fn data(lives: &[Life]) -> Table {
    Table {
        head: DATA.map(str::to_owned).to_vec(),
        rows: lives.iter().map(|life| life.data.clone()).collect(),
    }
}

/// Years from left to right.
#[derive(Clone, Copy)]
struct Years {
    field: Field,
    from: f64,
    to: f64,
}

impl Years {
    fn x(&self, at: f64) -> f64 {
        let share = (at.clamp(self.from, self.to) - self.from) / (self.to - self.from);
        self.field.left + share * self.field.width()
    }
}

pub(super) fn draw(pen: &mut Pen, lives: &[Life], look: Look, field: Field) -> f64 {
    // On a telephone the name stands over the line, elsewhere beside it.
    let beside = look != Look::Narrow;
    let longest = lives.iter().map(|life| life.name.chars().count()).max();
    let names = (LETTER * length(longest.unwrap_or(0)) + 14.0).min(field.width() * 0.42);
    let row = if beside { 24.0 } else { 38.0 };
    // Where the years below are far away they stand above as well.
    let is_long = lives.len() > 20;
    let top = field.top + if is_long { 22.0 } else { 4.0 };
    let lines = Field {
        left: if beside {
            field.left + names
        } else {
            field.left + 6.0
        },
        right: field.right - 20.0,
        top,
        bottom: top + row * length(lives.len()),
    };
    let Some(years) = span(lives, lines) else {
        return field.top;
    };
    grid(pen, years, lines, is_long);
    for (place, life) in lives.iter().enumerate() {
        let top = lines.top + row * length(place);
        let y = top + row - 12.0;
        let room = if beside { names - 10.0 } else { field.width() };
        let name = shortened(&life.name, letters(room));
        let at = if beside {
            (field.left, y + 4.5)
        } else {
            (field.left, y - 12.0)
        };
        pen.text(at, Anchor::Start, Ink::Text, &name);
        line(pen, life, years, y);
    }
    lines.bottom + 26.0
}

pub(super) fn shortened(name: &str, most: usize) -> String {
    if name.chars().count() <= most {
        return name.to_owned();
    }
    let mut short: String = name.chars().take(most.saturating_sub(1)).collect();
    short.push('…');
    short
}

/// The years that are drawn: from the first start, by whole decades, to the last moment.
fn span(lives: &[Life], field: Field) -> Option<Years> {
    let moments = || {
        lives.iter().flat_map(|life| {
            let ends = match life.end {
                Ending::Between(from, to) => [Some(from), Some(to)],
                Ending::Open | Ending::Undated => [None, None],
            };
            let starts = life.start.map(|(from, _)| from);
            let told = life.told.map(|(from, to)| [from, to]);
            ends.into_iter()
                .flatten()
                .chain(starts)
                .chain(told.into_iter().flatten())
                .chain(life.marks.iter().map(|mark| mark.at))
                .filter(|moment| moment.is_finite())
        })
    };
    let first = moments().min_by(f64::total_cmp)?;
    let last = moments().max_by(f64::total_cmp)?;
    Some(Years {
        field,
        from: (first / 5.0).floor() * 5.0,
        to: ((last + 0.5) / 5.0).ceil() * 5.0,
    })
}

fn grid(pen: &mut Pen, years: Years, field: Field, is_long: bool) {
    let step = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0]
        .into_iter()
        .find(|step| (years.to - years.from) / step * (LETTER * 4.0 + 14.0) <= field.width())
        .unwrap_or(100.0);
    let mut year = (years.from / step).ceil() * step;
    while year <= years.to {
        let x = years.x(year);
        pen.line((x, field.top), (x, field.bottom + 4.0), Ink::Grid);
        let name = format!("{year:.0}");
        // The first year of a narrow drawing has no room to its left.
        let anchor = if x < LETTER * 2.0 + 2.0 {
            Anchor::Start
        } else {
            Anchor::Middle
        };
        pen.text((x, field.bottom + 19.0), anchor, Ink::Quiet, &name);
        if is_long {
            pen.text((x, field.top - 4.0), anchor, Ink::Quiet, &name);
        }
        year += step;
    }
}

fn line(pen: &mut Pen, life: &Life, years: Years, y: f64) {
    let end = match life.end {
        Ending::Between(from, to) => Some((from, to)),
        Ending::Open | Ending::Undated => None,
    };
    // To the right it is drawn as far as a word tells, and no further.
    let told = life.told.map(|(_, last)| last);
    let sure_to = end.map(|(from, _)| from).or(told);
    match (life.start, life.told) {
        (Some((from, to)), _) => {
            // A year is as good as a day here: from its first day on.
            let sure_from = if to - from > 1.01 { to } else { from };
            if sure_from > from {
                pen.dashed((years.x(from), y), (years.x(to), y), Ink::Line(0));
            }
            if let Some(until) = sure_to.filter(|until| *until > sure_from) {
                pen.line((years.x(sure_from), y), (years.x(until), y), Ink::Line(0));
            }
            if from.is_finite() {
                pen.drawn(
                    &format!("M{:.1} {:.1}v10", years.x(from), y - 5.0),
                    Ink::Line(0),
                );
            }
        }
        (None, Some((first, _))) => {
            let from = years.x(first);
            let to = years.x(sure_to.unwrap_or(first)).max(from + 10.0);
            pen.dashed((from, y), (to, y), Ink::Line(0));
        }
        (None, None) => {}
    }
    if let Some((from, to)) = end.filter(|(from, to)| to - from > 1.01) {
        pen.dashed((years.x(from), y), (years.x(to), y), Ink::Line(0));
    }
    if let (Ending::Undated, Some(last)) = (life.end, told) {
        // It ended, and nobody says when: the line runs out in dashes.
        pen.dashed((years.x(last), y), (years.x(last) + 18.0, y), Ink::Line(0));
    }
    for (from, to) in &life.rests {
        let wide = years.x(*to) - years.x(*from);
        pen.drawn(&band(years.x(*from), y, wide), Ink::Mark);
    }
    for mark in &life.marks {
        shape(pen, (years.x(mark.at), y), mark.shape);
    }
}

/// A mark.
pub(super) fn shape(pen: &mut Pen, (x, y): (f64, f64), shape: Shape) {
    pen.drawn(&outline(shape, x, y), Ink::Mark);
}

/// From one bar of a band to the next.
const BARS_APART: f64 = 4.0;

/// A box with bars across, which is no open box however short the time: it has two bars at least between its ends.
fn band(x: f64, y: f64, wide: f64) -> String {
    let wide = wide.max(BARS_APART * 3.0);
    let mut d = format!("M{x:.1} {:.1}h{wide:.1}v8h-{wide:.1}z", y - 4.0);
    let mut bar = BARS_APART;
    while bar < wide - 1.0 {
        d.push_str(&format!("M{:.1} {:.1}v8", x + bar, y - 4.0));
        bar += BARS_APART;
    }
    d
}

fn outline(shape: Shape, x: f64, y: f64) -> String {
    match shape {
        Shape::Cross => format!("M{:.1} {:.1}l10 10m-10 0l10 -10", x - 5.0, y - 5.0),
        Shape::Bars => format!("M{:.1} {:.1}v12m6 0v-12", x - 3.0, y - 6.0),
        Shape::Band => band(x - 10.0, y, 20.0),
        Shape::Diamond => format!("M{x:.1} {:.1}l6 6l-6 6l-6 -6z", y - 6.0),
        Shape::Square => format!("M{:.1} {:.1}h9v9h-9z", x - 4.5, y - 4.5),
        Shape::Ring => format!("M{:.1} {y:.1}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z", x - 5.0),
    }
}
