//! Who is linked with whom: names on two sides with lines between; on a telephone each name with those linked to it.

use super::ink::{Anchor, Ink, Pen};
use super::lives::shortened;
use super::sheet::{Field, length, letters};
use super::{Chart, Look, Table};
use crate::messages::Words;

/// A name with the address it leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The name.
    pub name: String,
    /// Its address.
    pub href: String,
}

/// Names on two sides and the pairs of places that are linked. What hangs together stands together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Links {
    /// Parts that no line connects: the places of their left and of their right names.
    pub parts: Vec<(Vec<usize>, Vec<usize>)>,
    /// Names on the left.
    pub left: Vec<Link>,
    /// Names on the right.
    pub right: Vec<Link>,
    /// Which left one is linked with which right one.
    pub pairs: Vec<(usize, usize)>,
    /// The table for programs, whole.
    pub data: Vec<Vec<String>>,
}

/// The columns of the table for programs.
const DATA: [&str; 5] = [
    "partner",
    "partner_name",
    "partner_country",
    "home",
    "home_name",
];
const ROW: f64 = 25.0;
const BETWEEN: f64 = 14.0;

impl Links {
    /// The left names that a right one is linked with.
    fn of(&self, right: usize) -> impl Iterator<Item = &Link> {
        let pairs = self.pairs.iter().filter(move |(_, to)| *to == right);
        pairs.map(|(from, _)| &self.left[*from])
    }
}

pub(super) fn table(chart: &Chart, links: &Links, words: &Words) -> Table {
    let head = std::iter::once(chart.over.clone()).chain(chart.columns.iter().cloned());
    let rows = links.right.iter().enumerate().map(|(place, link)| {
        let names: Vec<&str> = links.of(place).map(|link| &*link.name).collect();
        vec![
            link.name.clone(),
            words.number(&names.len()),
            names.join(", "),
        ]
    });
    Table {
        head: head.collect(),
        rows: rows.collect(),
    }
}

pub(super) fn data(links: &Links) -> Table {
    Table {
        head: DATA.map(str::to_owned).to_vec(),
        rows: links.data.clone(),
    }
}

pub(super) fn draw(pen: &mut Pen, links: &Links, look: Look, field: Field) -> f64 {
    if look == Look::Narrow {
        narrow(pen, links, field)
    } else {
        sides(pen, links, field)
    }
}

/// Two columns with lines between.
fn sides(pen: &mut Pen, links: &Links, field: Field) -> f64 {
    let room = field.width() * 0.34;
    let (west, east) = (field.left + room, field.right - room);
    let mut y = field.top;
    let mut left_y = vec![0.0; links.left.len()];
    let mut right_y = vec![0.0; links.right.len()];
    for (left, right) in &links.parts {
        let rows = left.len().max(right.len());
        for (side, places) in [(&mut left_y, left), (&mut right_y, right)] {
            // The shorter side stands in the middle of the longer.
            let top = y + ROW * (length(rows) - length(places.len())) / 2.0;
            for (row, place) in places.iter().enumerate() {
                side[*place] = top + ROW * (length(row) + 0.5);
            }
        }
        y += ROW * length(rows) + BETWEEN;
    }
    let middle = f64::midpoint(west, east);
    for (from, to) in &links.pairs {
        let (a, b) = (left_y[*from], right_y[*to]);
        let d = format!("M{west:.1} {a:.1}C{middle:.1} {a:.1} {middle:.1} {b:.1} {east:.1} {b:.1}");
        pen.drawn(&d, Ink::Axis);
    }
    for (link, y) in links.left.iter().zip(&left_y) {
        let d = format!("M{:.1} {y:.1}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z", west - 4.0);
        pen.drawn(&d, Ink::Mark);
        let name = shortened(&link.name, letters(room - 12.0));
        pen.link(
            (west - 12.0, y + 4.5),
            Anchor::End,
            Ink::Text,
            &name,
            &link.href,
        );
    }
    for (link, y) in links.right.iter().zip(&right_y) {
        pen.drawn(
            &format!("M{:.1} {:.1}h8v8h-8z", east - 4.0, y - 4.0),
            Ink::Mark,
        );
        let name = shortened(&link.name, letters(room - 12.0));
        pen.link(
            (east + 12.0, y + 4.5),
            Anchor::Start,
            Ink::Text,
            &name,
            &link.href,
        );
    }
    y
}

/// Each name of the right with those of the left below it.
fn narrow(pen: &mut Pen, links: &Links, field: Field) -> f64 {
    let mut y = field.top;
    for right in links.parts.iter().flat_map(|(_, right)| right) {
        let link = &links.right[*right];
        let top = y + ROW / 2.0;
        let name = shortened(&link.name, letters(field.width() - 16.0));
        pen.drawn(
            &format!("M{:.1} {:.1}h8v8h-8z", field.left, top - 4.0),
            Ink::Mark,
        );
        pen.link(
            (field.left + 16.0, top + 4.5),
            Anchor::Start,
            Ink::Strong,
            &name,
            &link.href,
        );
        y += ROW;
        for link in links.of(*right) {
            let at = y + ROW / 2.0;
            let d = format!("M{:.1} {:.1}V{at:.1}h14", field.left + 4.0, top + 4.0);
            pen.drawn(&d, Ink::Axis);
            let name = shortened(&link.name, letters(field.width() - 26.0));
            pen.link(
                (field.left + 26.0, at + 4.5),
                Anchor::Start,
                Ink::Text,
                &name,
                &link.href,
            );
            y += ROW;
        }
        y += BETWEEN;
    }
    y
}
