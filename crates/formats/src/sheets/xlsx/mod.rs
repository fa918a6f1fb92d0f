//! Office Open XML workbooks (ECMA-376, part 1, SpreadsheetML), as far as text, numbers and dates go.

mod book;
mod cells;
mod parts;

use super::grid::Room;
use super::package::Package;
use super::{Limits, Sheet, SheetFault};

pub(super) fn read(bytes: &[u8], limits: Limits) -> Result<Vec<Sheet>, SheetFault> {
    let mut package = Package::open(bytes, limits)?;
    let book = book::read(&mut package, limits)?;
    let strings = parts::strings(&mut package, book.strings.as_deref(), limits)?;
    let looks = parts::looks(&mut package, book.styles.as_deref())?;
    let shared = cells::Shared {
        strings,
        looks,
        from_1904: book.from_1904,
    };
    let mut room = Room::new(limits);
    let mut sheets = Vec::new();
    for tab in book.tabs {
        if let Some(xml) = package.xml(&tab.part)? {
            sheets.push(cells::read(xml, tab.name, tab.hidden, &shared, &mut room)?);
        }
    }
    Ok(sheets)
}
