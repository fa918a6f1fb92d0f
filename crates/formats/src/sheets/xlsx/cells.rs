//! The cells of a sheet.

use std::borrow::Cow;
use std::io::BufRead;

use quick_xml::events::{BytesStart, Event};

use super::parts::{Strings, rich_text};
use crate::sheets::grid::{Going, Grid, Room};
use crate::sheets::look::{Look, show};
use crate::sheets::xml::{Xml, attribute, push_reference};
use crate::sheets::{Sheet, SheetFault};

/// What the sheets of a workbook share.
#[derive(Debug)]
pub(super) struct Shared {
    pub strings: Strings,
    pub looks: Vec<Look>,
    pub from_1904: bool,
}

/// Where a cell stands, from 0, and what its element says of it.
struct Place {
    row: u32,
    column: usize,
    kind: String,
    style: usize,
}

pub(super) fn read<R: BufRead>(
    mut xml: Xml<R>,
    name: String,
    hidden: bool,
    shared: &Shared,
    room: &mut Room,
) -> Result<Sheet, SheetFault> {
    let longest = room.limits().cell;
    let mut grid = Grid::new(name, hidden, room);
    let (mut row, mut column) = (0_u32, 0_usize);
    let mut value = String::new();
    while let Some(event) = xml.next()? {
        match event {
            Event::Start(element) => match element.local_name().as_ref() {
                "row" => {
                    // A row without a number follows the one before.
                    let number: Option<u32> = attribute(&element, "r").and_then(|r| r.parse().ok());
                    row = number.map_or(row, |number| number.saturating_sub(1));
                    column = 0;
                }
                "c" => {
                    let place = place(&element, row, column);
                    value.clear();
                    let end = read_cell(&mut xml, longest, &mut value)?;
                    column = place.column.saturating_add(1);
                    if grid.put(place.row, place.column, &shown(&value, &place, shared))
                        == Going::Full
                    {
                        break;
                    }
                    if end == End::OfFile {
                        return Err(xml.damaged("ends in the middle of a cell"));
                    }
                }
                _ => {}
            },
            Event::End(element) => match element.local_name().as_ref() {
                "row" => row = row.saturating_add(1),
                // What follows are widths, notes and prints.
                "sheetData" => return Ok(grid.finish()),
                _ => {}
            },
            _ => {}
        }
    }
    Ok(grid.finish())
}

fn place(element: &BytesStart<'_>, row: u32, column: usize) -> Place {
    let reference = attribute(element, "r").and_then(|r| position(&r));
    let (row, column) = reference.unwrap_or((row, column));
    Place {
        row,
        column,
        kind: attribute(element, "t").unwrap_or_default(),
        style: attribute(element, "s")
            .and_then(|s| s.parse().ok())
            .unwrap_or(0),
    }
}

/// Row and column of `C107`, from 0.
fn position(reference: &str) -> Option<(u32, usize)> {
    let digits = reference.find(|c: char| c.is_ascii_digit())?;
    let (letters, number) = reference.split_at(digits);
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let mut column = 0;
    for letter in letters.bytes() {
        if !letter.is_ascii_alphabetic() {
            return None;
        }
        column = column * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1;
    }
    let row = number.parse::<u32>().ok()?.checked_sub(1)?;
    Some((row, column - 1))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    OfCell,
    OfFile,
}

/// Reads on to the end of a cell. The value is what stands in `v`, or the text in `is`; the formula is passed over.
fn read_cell<R: BufRead>(
    xml: &mut Xml<R>,
    longest: usize,
    value: &mut String,
) -> Result<End, SheetFault> {
    let outer = xml.depth();
    let most = longest.saturating_mul(4);
    let mut in_value = false;
    while let Some(event) = xml.next()? {
        let room = in_value && value.len() <= most;
        match event {
            Event::Start(element) => match element.local_name().as_ref() {
                "v" => in_value = true,
                "is" => rich_text(xml, longest, value)?,
                _ => {}
            },
            Event::End(_) => {
                in_value = false;
                if xml.depth() < outer {
                    return Ok(End::OfCell);
                }
            }
            Event::Text(part) if room => value.push_str(&part.xml10_content()),
            Event::CData(part) if room => value.push_str(&part.xml10_content()),
            Event::GeneralRef(reference) if room => push_reference(&reference, value),
            _ => {}
        }
    }
    Ok(End::OfFile)
}

/// A cell's value as it is shown.
fn shown<'v>(value: &'v str, place: &Place, shared: &'v Shared) -> Cow<'v, str> {
    let trimmed = value.trim();
    match place.kind.as_str() {
        "s" => {
            let string = trimmed
                .parse()
                .ok()
                .and_then(|index| shared.strings.get(index));
            unescape(string.unwrap_or_default())
        }
        "b" => Cow::Borrowed(match trimmed {
            "" => "",
            "0" | "false" => "FALSE",
            _ => "TRUE",
        }),
        "" | "n" if !trimmed.is_empty() => {
            let look = shared.looks.get(place.style).copied().unwrap_or_default();
            match trimmed.parse::<f64>() {
                Ok(number) => Cow::Owned(show(number, look, shared.from_1904)),
                Err(_) => Cow::Borrowed(value),
            }
        }
        // An ISO date: the time that is none is left out.
        "d" => Cow::Borrowed(trimmed.strip_suffix("T00:00:00").unwrap_or(trimmed)),
        _ => unescape(value),
    }
}

/// Characters that XML cannot hold are written `_x000D_` (ECMA-376, part 1, 22.4.2.4).
fn unescape(text: &str) -> Cow<'_, str> {
    if !text.contains("_x") {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, found) = rest.split_at(at);
        plain.push_str(before);
        let code = found
            .get(2..6)
            .filter(|hex| hex.bytes().all(|b| b.is_ascii_hexdigit()))
            .filter(|_| found.get(6..7) == Some("_"))
            .and_then(|hex| u32::from_str_radix(hex, 16).ok())
            .and_then(char::from_u32);
        match code {
            Some(character) => {
                plain.push(character);
                rest = &found[7..];
            }
            None => {
                plain.push_str("_x");
                rest = &found[2..];
            }
        }
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_read_and_nonsense_is_none() {
        for (reference, expected) in [
            ("A1", Some((0, 0))),
            ("c107", Some((106, 2))),
            ("XFD1048576", Some((1_048_575, 16_383))),
            ("A0", None),
            ("A4294967296", None),
            ("ÅA1", None),
            ("AAAAAAAA1", None),
            ("1", None),
            ("", None),
        ] {
            assert_eq!(position(reference), expected, "{reference}");
        }
    }

    #[test]
    fn characters_that_xml_cannot_hold_are_written_out() {
        for (text, expected) in [
            ("a_x000D_b", "a\rb"),
            ("_x005F_x000D_", "_x000D_"),
            ("max_xyz", "max_xyz"),
            ("_x00Å_", "_x00Å_"),
            ("_xD800_", "_xD800_"),
            ("_x", "_x"),
        ] {
            assert_eq!(unescape(text), expected, "{text}");
        }
    }
}
