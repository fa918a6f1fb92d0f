//! OpenDocument spreadsheets (ISO/IEC 26300), as far as text, numbers and dates go.
//!
//! Rows and cells say how often they are repeated, up to millions: a repeated blank is counted and never unfolded.

use std::collections::HashSet;
use std::io::BufRead;

use quick_xml::events::{BytesStart, Event};

use super::grid::{Going, Grid, Room};
use super::kind::Foreign;
use super::look::{Look, show};
use super::package::Package;
use super::xml::{Xml, attribute, push_reference};
use super::{Limits, Sheet, SheetFault};

const SPREADSHEET: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";

/// Styles of hidden sheets; each sheet has one at most.
const MOST_STYLES: usize = 10_000;

pub(super) fn read(bytes: &[u8], limits: Limits) -> Result<Vec<Sheet>, SheetFault> {
    let mut package = Package::open(bytes, limits)?;
    let kind = package.start("mimetype", 100)?.unwrap_or_default();
    if !kind.starts_with(SPREADSHEET) {
        return Err(SheetFault::Foreign(Foreign::Document));
    }
    if is_protected(&mut package)? {
        return Err(SheetFault::Foreign(Foreign::Protected));
    }
    let Some(mut xml) = package.xml("content.xml")? else {
        return Ok(Vec::new());
    };
    let mut room = Room::new(limits);
    let mut sheets = Vec::new();
    let mut hidden_styles = HashSet::new();
    let mut style = None;
    while let Some(event) = xml.next()? {
        let Event::Start(element) = event else {
            continue;
        };
        match element.name().as_ref() {
            "style:style" => style = attribute(&element, "style:name"),
            "style:table-properties"
                if is_hidden(&element) && hidden_styles.len() < MOST_STYLES =>
            {
                hidden_styles.extend(style.take());
            }
            "table:table" => {
                let style = attribute(&element, "table:style-name");
                let hidden = style.is_some_and(|style| hidden_styles.contains(&style));
                let name = attribute(&element, "table:name").unwrap_or_default();
                sheets.push(table(&mut xml, name, hidden, &mut room)?);
                if sheets.len() > limits.sheets {
                    return Err(SheetFault::TooMany {
                        what: "sheets",
                        limit: limits.sheets,
                    });
                }
            }
            _ => {}
        }
    }
    Ok(sheets)
}

fn is_hidden(properties: &BytesStart<'_>) -> bool {
    attribute(properties, "table:display").is_some_and(|shown| shown == "false")
}

fn is_protected(package: &mut Package<'_>) -> Result<bool, SheetFault> {
    let Some(mut xml) = package.xml("META-INF/manifest.xml")? else {
        return Ok(false);
    };
    while let Some(event) = xml.next()? {
        if matches!(event, Event::Start(e) if e.local_name().as_ref() == "encryption-data") {
            return Ok(true);
        }
    }
    Ok(false)
}

/// A cell that was read: its text, and how many columns it stands for.
struct Cell {
    text: String,
    columns: usize,
}

fn table<R: BufRead>(
    xml: &mut Xml<R>,
    name: String,
    hidden: bool,
    room: &mut Room,
) -> Result<Sheet, SheetFault> {
    let outer = xml.depth();
    let limits = room.limits();
    let mut grid = Grid::new(name, hidden, room);
    let mut going = Going::On;
    let (mut row, mut rows) = (0_u32, 1_u32);
    let mut cells: Vec<Cell> = Vec::new();
    while let Some(event) = xml.next()? {
        match event {
            Event::Start(element) => match element.name().as_ref() {
                "table:table-row" => {
                    rows = repeated(&element, "table:number-rows-repeated");
                    cells.clear();
                }
                "table:table-cell" => {
                    let stated = Stated::of(&element);
                    let cell = cell(xml, &stated, limits.cell)?;
                    keep(&mut cells, cell, limits.columns);
                }
                "table:covered-table-cell" => {
                    // What lies under a merged cell is not seen.
                    let stated = Stated::of(&element);
                    let mut cell = cell(xml, &stated, 0)?;
                    cell.text.clear();
                    keep(&mut cells, cell, limits.columns);
                }
                _ => {}
            },
            Event::End(element) => {
                if element.name().as_ref() == "table:table-row" {
                    if going == Going::On {
                        going = put_row(&mut grid, row, rows, &cells);
                    }
                    row = row.saturating_add(rows);
                    cells.clear();
                }
                if xml.depth() < outer {
                    break;
                }
            }
            _ => {}
        }
    }
    Ok(grid.finish())
}

/// Remembers a cell, unless it is beyond the columns that are looked at.
fn keep(cells: &mut Vec<Cell>, cell: Cell, columns: usize) {
    let blank = cell.text.is_empty();
    if let Some(last) = cells.last_mut()
        && blank
        && last.text.is_empty()
    {
        last.columns = last.columns.saturating_add(cell.columns);
    } else if cells.len() <= columns {
        // One more than is kept, so that the grid can say that there was more.
        cells.push(cell);
    }
}

fn put_row(grid: &mut Grid<'_>, row: u32, rows: u32, cells: &[Cell]) -> Going {
    if cells.iter().all(|cell| cell.text.is_empty()) {
        return Going::On;
    }
    for repeat in 0..rows {
        let before = grid.rows();
        let mut column = 0_usize;
        for cell in cells {
            let next = column.saturating_add(cell.columns);
            if !cell.text.is_empty() {
                for column in column..next {
                    if grid.put(row.saturating_add(repeat), column, &cell.text) == Going::Full {
                        return Going::Full;
                    }
                    if grid.is_beyond(column) {
                        break;
                    }
                }
            }
            column = next;
        }
        if grid.rows() == before {
            // All of it lies beyond the columns that are kept: so it does in the repetitions.
            break;
        }
    }
    Going::On
}

/// How often an element stands; once where it does not say.
fn repeated<N: std::str::FromStr + From<u8> + PartialOrd>(
    element: &BytesStart<'_>,
    name: &str,
) -> N {
    attribute(element, name)
        .and_then(|times| times.parse().ok())
        .filter(|times| *times > N::from(0))
        .unwrap_or_else(|| N::from(1))
}

/// What the element of a cell says of it.
struct Stated {
    columns: usize,
    kind: String,
    value: Option<String>,
}

impl Stated {
    fn of(element: &BytesStart<'_>) -> Self {
        let kind = attribute(element, "office:value-type").unwrap_or_default();
        let value = match kind.as_str() {
            "date" => attribute(element, "office:date-value"),
            "float" | "percentage" | "currency" => attribute(element, "office:value"),
            "boolean" => attribute(element, "office:boolean-value"),
            "string" => attribute(element, "office:string-value"),
            _ => None,
        };
        Self {
            columns: repeated(element, "table:number-columns-repeated"),
            kind,
            value,
        }
    }
}

/// Reads on to the end of a cell.
fn cell<R: BufRead>(xml: &mut Xml<R>, stated: &Stated, longest: usize) -> Result<Cell, SheetFault> {
    let seen = seen(xml, longest)?;
    let value = stated.value.as_deref().unwrap_or_default();
    let text = match stated.kind.as_str() {
        "date" => shown_date(value, &seen),
        "float" | "currency" => shown_number(value, &seen, Look::Plain),
        "percentage" => shown_number(value, &seen, Look::Percent),
        "boolean" => value.to_uppercase(),
        _ if seen.is_empty() => value.to_owned(),
        _ => seen,
    };
    Ok(Cell {
        text: text.trim().to_owned(),
        columns: stated.columns,
    })
}

/// A date as it is seen when only its year, or its year and month, are.
fn shown_date(value: &str, seen: &str) -> String {
    let date = value.strip_suffix("T00:00:00").unwrap_or(value);
    let less = matches!(seen.len(), 4 | 7) && date.starts_with(seen);
    let shown = if less || date.is_empty() { seen } else { date };
    shown.replace('T', " ")
}

/// A number, with the zeros in front that are seen.
fn shown_number(value: &str, seen: &str, look: Look) -> String {
    let code = seen.len() > 1 && seen.starts_with('0') && seen.bytes().all(|b| b.is_ascii_digit());
    match value.parse::<f64>() {
        Ok(number) if !(code && seen.parse() == Ok(number)) => show(number, look, false),
        _ => seen.to_owned(),
    }
}

/// The text that is seen in a cell: its paragraphs, but neither notes nor drawings.
fn seen<R: BufRead>(xml: &mut Xml<R>, longest: usize) -> Result<String, SheetFault> {
    let outer = xml.depth();
    let most = longest.saturating_mul(4);
    let mut text = String::new();
    // The depth of the note or drawing that is being passed over.
    let mut aside: Option<usize> = None;
    let (mut paragraphs, mut in_paragraph) = (0_usize, false);
    while let Some(event) = xml.next()? {
        let room = in_paragraph && aside.is_none() && text.len() <= most;
        match event {
            Event::Start(element) => match element.name().as_ref() {
                "text:p" if aside.is_none() => {
                    if paragraphs > 0 && text.len() <= most {
                        text.push('\n');
                    }
                    paragraphs += 1;
                    in_paragraph = true;
                }
                "text:s" if room => {
                    let spaces: usize = repeated(&element, "text:c");
                    text.extend(std::iter::repeat_n(' ', spaces.min(100)));
                }
                "text:tab" if room => text.push('\t'),
                "text:line-break" if room => text.push('\n'),
                name if aside.is_none()
                    && (name == "office:annotation" || name.starts_with("draw:")) =>
                {
                    aside = Some(xml.depth());
                }
                _ => {}
            },
            Event::End(element) => {
                let ends_paragraph = element.name().as_ref() == "text:p";
                let depth = xml.depth();
                match aside {
                    Some(began) if depth < began => aside = None,
                    Some(_) => {}
                    None => in_paragraph &= !ends_paragraph,
                }
                if depth < outer {
                    break;
                }
            }
            Event::Text(part) if room => text.push_str(&part.xml10_content()),
            Event::CData(part) if room => text.push_str(&part.xml10_content()),
            Event::GeneralRef(reference) if room => push_reference(&reference, &mut text),
            _ => {}
        }
    }
    Ok(text)
}
