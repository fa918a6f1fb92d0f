//! What the sheets of a workbook share: strings, and how cells look.

use std::collections::HashMap;
use std::io::BufRead;

use quick_xml::events::Event;

use crate::sheets::look::{Look, known_look, look_of};
use crate::sheets::package::Package;
use crate::sheets::xml::{Xml, attribute, push_reference};
use crate::sheets::{Limits, SheetFault};

/// The shared strings, in one text: no string costs more than what it says.
#[derive(Debug, Default)]
pub(super) struct Strings {
    text: String,
    ends: Vec<u32>,
}

impl Strings {
    /// The string of a number.
    pub fn get(&self, index: usize) -> Option<&str> {
        let end = usize::try_from(*self.ends.get(index)?).ok()?;
        let start = match index.checked_sub(1) {
            Some(before) => usize::try_from(*self.ends.get(before)?).ok()?,
            None => 0,
        };
        self.text.get(start..end)
    }
}

/// Formats of cells; Excel itself allows 65 490.
const MOST_LOOKS: usize = 100_000;

/// Reads the shared strings.
pub(super) fn strings(
    package: &mut Package<'_>,
    part: Option<&str>,
    limits: Limits,
) -> Result<Strings, SheetFault> {
    let mut strings = Strings::default();
    let part = part.unwrap_or("xl/sharedStrings.xml");
    let Some(mut xml) = package.xml(part)? else {
        return Ok(strings);
    };
    let mut string = String::new();
    while let Some(event) = xml.next()? {
        let Event::Start(element) = event else {
            continue;
        };
        if element.local_name().as_ref() != "si" {
            continue;
        }
        string.clear();
        rich_text(&mut xml, limits.cell, &mut string)?;
        strings.text.push_str(&string);
        let Ok(end) = u32::try_from(strings.text.len()) else {
            return Err(xml.damaged("has too much text"));
        };
        strings.ends.push(end);
        if strings.text.len() > limits.text || strings.ends.len() > limits.cells {
            return Err(SheetFault::TooMany {
                what: "shared texts",
                limit: limits.cells,
            });
        }
    }
    Ok(strings)
}

/// Reads on to the end of the element that was just begun, and puts its text into `text`: runs are put together, what
/// tells the reading of East Asian words is left out. A little more than `longest` characters is kept at most.
pub(super) fn rich_text<R: BufRead>(
    xml: &mut Xml<R>,
    longest: usize,
    text: &mut String,
) -> Result<(), SheetFault> {
    let outer = xml.depth();
    let (mut in_text, mut in_reading) = (false, false);
    // Bytes: a character has up to four.
    let most = longest.saturating_mul(4);
    while let Some(event) = xml.next()? {
        let room = in_text && !in_reading && text.len() <= most;
        match event {
            Event::Start(element) => match element.local_name().as_ref() {
                "t" => in_text = true,
                "rPh" => in_reading = true,
                _ => {}
            },
            Event::End(element) => {
                match element.local_name().as_ref() {
                    "t" => in_text = false,
                    "rPh" => in_reading = false,
                    _ => {}
                }
                if xml.depth() < outer {
                    break;
                }
            }
            Event::Text(part) if room => text.push_str(&part.xml10_content()),
            Event::CData(part) if room => text.push_str(&part.xml10_content()),
            Event::GeneralRef(reference) if room => push_reference(&reference, text),
            _ => {}
        }
    }
    Ok(())
}

/// Reads how cells look, by the number that they give as their style.
pub(super) fn looks(
    package: &mut Package<'_>,
    part: Option<&str>,
) -> Result<Vec<Look>, SheetFault> {
    let Some(mut xml) = package.xml(part.unwrap_or("xl/styles.xml"))? else {
        return Ok(Vec::new());
    };
    let mut own: HashMap<u32, Look> = HashMap::new();
    let mut looks = Vec::new();
    let mut in_cells = false;
    while let Some(event) = xml.next()? {
        match event {
            Event::Start(element) => match element.local_name().as_ref() {
                "numFmt" => {
                    let id = attribute(&element, "numFmtId").and_then(|id| id.parse().ok());
                    let code = attribute(&element, "formatCode");
                    if let (Some(id), Some(code)) = (id, code) {
                        own.insert(id, look_of(&code));
                    }
                }
                "cellXfs" => in_cells = true,
                "xf" if in_cells => {
                    let id = attribute(&element, "numFmtId").and_then(|id| id.parse().ok());
                    let id: u32 = id.unwrap_or(0);
                    looks.push(own.get(&id).copied().unwrap_or_else(|| known_look(id)));
                }
                _ => {}
            },
            Event::End(element) if element.local_name().as_ref() == "cellXfs" => in_cells = false,
            _ => {}
        }
        if looks.len() > MOST_LOOKS || own.len() > MOST_LOOKS {
            return Err(SheetFault::TooMany {
                what: "formats of cells",
                limit: MOST_LOOKS,
            });
        }
    }
    Ok(looks)
}
