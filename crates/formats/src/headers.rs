//! Which row of a sheet is the header, and what its columns are called.
//!
//! People put titles, dates and blank lines above a table, call two columns the same and leave one without a name.

use std::collections::{HashMap, HashSet};

use smol_str::{SmolStr, format_smolstr};

use crate::sheets::{Sheet, SheetRow};

/// A table in a sheet: its columns, and the rows below the header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table<'s> {
    /// The number of the row with the header; `None` where the sheet has none.
    pub header: Option<u32>,
    /// The columns' names, each once: `Kommun`, `Kommun (2)`, `Column C`.
    pub columns: Vec<SmolStr>,
    /// The rows below the header, or all.
    pub rows: &'s [SheetRow],
    /// The rows above the header, such as a title.
    pub above: &'s [SheetRow],
}

/// Rows in which a header is looked for.
const LOOKED_AT: usize = 30;

/// Rows below a header that are compared with it.
const COMPARED: usize = 10;

impl<'s> Table<'s> {
    /// Finds the table in a sheet.
    ///
    /// The header is the first row with two texts or more, no two of them numbers or the same by chance, below which the
    /// rows are about as wide. A sheet of one column has its header in the first row. A sheet with no such row has no
    /// header: its columns are called by their letters.
    #[must_use]
    pub fn find(sheet: &'s Sheet) -> Self {
        let looked_at = sheet.rows.len().min(LOOKED_AT);
        let header = (0..looked_at).find(|&at| is_header(&sheet.rows, at));
        let single = sheet.rows.iter().all(|row| row.cells.len() <= 1);
        let header = header.or_else(|| (single && !sheet.rows.is_empty()).then_some(0));
        Self::with_header(sheet, header)
    }

    /// The table whose header is the row at an index of the sheet's rows, as an editor may choose it; `None` for a
    /// table without one.
    #[must_use]
    pub fn with_header(sheet: &'s Sheet, index: Option<usize>) -> Self {
        let header = index.and_then(|index| sheet.rows.get(index));
        let (above, rows) = match (index, header) {
            (Some(index), Some(_)) => (&sheet.rows[..index], &sheet.rows[index + 1..]),
            _ => (&sheet.rows[..0], &sheet.rows[..]),
        };
        let named = header.map_or(&[][..], |row| &row.cells);
        let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        Self {
            header: header.map(|row| row.number),
            columns: names(named, width.max(named.len())),
            rows,
            above,
        }
    }
}

/// Whether the row at an index can be the header of the rows below it.
fn is_header(rows: &[SheetRow], at: usize) -> bool {
    let Some(row) = rows.get(at) else {
        return false;
    };
    let filled = || row.cells.iter().filter(|cell| !cell.is_empty());
    let texts = filled().filter(|cell| !is_value(cell)).count();
    let mut distinct: Vec<&SmolStr> = filled().collect();
    distinct.sort_unstable();
    distinct.dedup();
    // Most cells of a header are words, and no cell goes on for a paragraph.
    let words = texts * 2 > filled().count() && filled().all(|cell| cell.chars().count() <= 120);
    if distinct.len() < 2 || texts < 2 || !words {
        return false;
    }
    let width = row.cells.len();
    let below = &rows[at + 1..rows.len().min(at + 1 + COMPARED)];
    // A title in two cells stands above wider rows.
    let like = below
        .iter()
        .filter(|below| below.cells.len() <= width + 1)
        .count();
    // Only a header, and nothing below: a table without rows.
    below.is_empty() || like * 2 >= below.len()
}

/// Whether a cell is a number, a date or a time and no word.
fn is_value(cell: &str) -> bool {
    cell.contains(|c: char| c.is_ascii_digit()) && !cell.contains(char::is_alphabetic)
}

/// The names of columns: what the header says, a number after what it says again, a letter for what it leaves out.
fn names(header: &[SmolStr], width: usize) -> Vec<SmolStr> {
    let mut taken: HashSet<SmolStr> = HashSet::new();
    // How often a name came as yet, so that a thousand columns of one name are counted on and not counted through.
    let mut times: HashMap<SmolStr, usize> = HashMap::new();
    let mut names: Vec<SmolStr> = Vec::with_capacity(width);
    for column in 0..width {
        let words = header.get(column).map(|cell| plain(cell));
        let name = match words {
            Some(words) if !words.is_empty() => words,
            _ => format_smolstr!("Column {}", letters(column)),
        };
        let times = times.entry(name.clone()).or_insert(0);
        let unique = loop {
            *times += 1;
            let unique = match *times {
                1 => name.clone(),
                times => format_smolstr!("{name} ({times})"),
            };
            if taken.insert(unique.clone()) {
                break unique;
            }
        };
        names.push(unique);
    }
    names
}

/// A header's words on one line.
fn plain(cell: &str) -> SmolStr {
    if cell.contains(['\n', '\r', '\t']) || cell.contains("  ") {
        SmolStr::from_iter(
            cell.split_whitespace()
                .enumerate()
                .flat_map(|(index, word)| {
                    let gap = (index > 0).then_some(" ");
                    gap.into_iter().chain([word])
                }),
        )
    } else {
        SmolStr::new(cell)
    }
}

/// The letters of a column, as a spreadsheet has them: A to Z, then AA.
#[must_use]
pub fn letters(column: usize) -> String {
    let mut rest = column + 1;
    let mut letters = Vec::new();
    while rest > 0 {
        let letter = (rest - 1) % 26;
        // Under 26: fits.
        letters.push(char::from(b'A' + letter as u8));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(text: &str) -> Sheet {
        let row = |(index, line): (usize, &str)| SheetRow {
            number: index as u32 + 1,
            cells: line.split('|').map(SmolStr::new).collect(),
        };
        let lines = text
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.is_empty());
        Sheet {
            rows: lines.map(row).collect(),
            ..Sheet::default()
        }
    }

    #[test]
    fn the_header_is_found_below_titles_and_blank_lines() {
        for (text, header, columns) in [
            ("Kommun|Land\nÅmål|Danmark", Some(1), "Kommun|Land"),
            (
                "Vänorter 2024\n\nKommun|Land\nÅmål|Danmark",
                Some(3),
                "Kommun|Land",
            ),
            (
                "Vänorter|2024-05-08\nKommun|Land|Ort\nÅmål|Norge|x",
                Some(2),
                "Kommun|Land|Ort",
            ),
            (
                "Rapport|Uttag\nKommun|Land|Ort|År\na|b|c|1\na|b|c|2\nd|e|f|3",
                Some(2),
                "Kommun|Land|Ort|År",
            ),
            (
                "|Kommun|Land\n|Åmål|Danmark",
                Some(1),
                "Column A|Kommun|Land",
            ),
            ("Vänorter\nTønder\nGjerstad", Some(1), "Vänorter"),
            ("Kommun|Land", Some(1), "Kommun|Land"),
            ("1|2\n3|4", None, "Column A|Column B"),
            (
                "Kommun|1971|1972\nÅmål|3|4",
                None,
                "Column A|Column B|Column C",
            ),
            ("", None, ""),
        ] {
            let sheet = sheet(text);
            let table = Table::find(&sheet);
            assert_eq!(
                (table.header, table.columns.join("|").as_str()),
                (header, columns),
                "{text}"
            );
            assert_eq!(
                table.above.len() + usize::from(header.is_some()) + table.rows.len(),
                sheet.rows.len()
            );
        }
    }

    #[test]
    fn columns_have_names_of_their_own() {
        for (header, expected) in [
            ("Kommun|Kommun|Kommun", "Kommun|Kommun (2)|Kommun (3)"),
            ("Kommun||Land|", "Kommun|Column B|Land|Column D"),
            ("Kommun|Kommun (2)|Kommun", "Kommun|Kommun (2)|Kommun (3)"),
            ("Kommun (2)|Kommun|Kommun", "Kommun (2)|Kommun|Kommun (3)"),
            ("Column B|", "Column B|Column B (2)"),
            ("Kommun/\nregion|  a  b", "Kommun/ region|a b"),
        ] {
            let cells: Vec<SmolStr> = header.split('|').map(SmolStr::new).collect();
            assert_eq!(names(&cells, cells.len()).join("|"), expected, "{header}");
        }
    }

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        for (column, expected) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(letters(column), expected);
        }
    }

    #[test]
    fn an_editor_may_choose_the_header() {
        let sheet = sheet("a|b\nc|d\ne|f");
        let table = Table::with_header(&sheet, Some(1));
        assert_eq!(
            (table.header, table.rows.len(), table.above.len()),
            (Some(2), 1, 1)
        );
        let table = Table::with_header(&sheet, Some(9));
        assert_eq!((table.header, table.rows.len()), (None, 3));
    }
}
