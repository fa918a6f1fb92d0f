//! Tables that are brought: CSV, XLSX and ODS as rows of cells.

use std::borrow::Cow;

use serde::Serialize;
use sha2::{Digest as _, Sha256};
use smol_str::SmolStr;
use vanort_domain::log::Hash;
use vanort_formats::sheets::{Limits, Sheet, SheetFault, SheetRow, Workbook};
use vanort_names::{Atlas, fold, visible};

use super::mapping::{is_whole_header, tells_of_partners};
use super::{Because, Column, Mapping, TableRow};

/// A file's table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// Its rows.
    pub rows: Vec<TableRow>,
    /// The sheet it stands on; without a name where the file has none.
    pub sheet: String,
    /// Of a workbook with several visible sheets that hold something: their names, and that of the one that was read.
    pub sheets: Vec<String>,
    /// Empty rows between its rows.
    pub empty: usize,
}

/// Rows of a table of which nothing is told, since they say nothing of a partner.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    /// Rows without anything in their cells.
    pub empty: usize,
    /// Rows that are the header once more.
    pub headers: usize,
}

/// Rows of a sheet among which a header is looked for.
const HEADER_WITHIN: usize = 15;

/// A file's table: of a workbook the sheet of that name, else the visible one that is most likely a list of partners. A
/// table is read whole or not at all.
///
/// # Errors
/// When the bytes are no table, are damaged, or are more than is ever needed; when a cell is too long or a character cannot
/// be read, so that something would be lost.
pub fn table(bytes: &[u8], wanted: Option<&str>, atlas: &Atlas) -> Result<Table, SheetFault> {
    let limits = Limits::default();
    let book = Workbook::read(bytes, limits)?;
    let named = book
        .sheets
        .iter()
        .find(|sheet| Some(sheet.name.as_str()) == wanted);
    let sheet = named
        .or_else(|| likeliest(&book, atlas))
        .ok_or(SheetFault::Empty)?;
    sheet.check_whole(limits)?;
    let is_offered = |other: &&Sheet| !other.hidden && !other.rows.is_empty();
    let offered = book
        .sheets
        .iter()
        .filter(|other| is_offered(other) || std::ptr::eq(*other, sheet));
    let mut sheets: Vec<String> = offered.map(|sheet| sheet.name.clone()).collect();
    if sheets.len() < 2 {
        sheets.clear();
    }
    Ok(Table {
        rows: rows(sheet),
        sheet: sheet.name.clone(),
        sheets,
        empty: empty(sheet),
    })
}

/// The rows between those of a sheet in which nothing stands. A row of a text is as many lines long as its cells.
fn empty(sheet: &Sheet) -> usize {
    let is_text = sheet.name.is_empty();
    let lines = |row: &SheetRow| {
        let breaks = row.cells.iter().map(|cell| cell.matches('\n').count());
        1 + if is_text { breaks.sum() } else { 0 }
    };
    let pairs = sheet.rows.iter().zip(sheet.rows.iter().skip(1));
    pairs
        .map(|(row, next)| ((next.number - row.number) as usize).saturating_sub(lines(row)))
        .sum()
}

/// What stands in a table, whatever file it came in: the same for a workbook and for the same list in another encoding.
#[must_use]
pub fn content(rows: &[TableRow]) -> Hash {
    let mut hasher = Sha256::new();
    for row in rows {
        let cells = row.cells.iter().map(|cell| cell.split_whitespace());
        let mut cells: Vec<String> = cells
            .map(|words| words.collect::<Vec<_>>().join(" "))
            .collect();
        while cells.pop_if(|cell| cell.is_empty()).is_some() {}
        if !cells.is_empty() {
            hasher.update(cells.join("\u{1f}"));
            hasher.update("\u{1e}");
        }
    }
    Hash(hasher.finalize().into())
}

/// The rows of a sheet, without what nobody sees in their cells.
fn rows(sheet: &Sheet) -> Vec<TableRow> {
    let seen = |cell: &SmolStr| match visible(cell) {
        Cow::Borrowed(_) => cell.clone(),
        Cow::Owned(seen) => seen.into(),
    };
    let rows = sheet.rows.iter().map(|row| TableRow {
        line: u64::from(row.number),
        cells: row.cells.iter().map(seen).collect(),
    });
    one_below_the_other(rows.collect())
}

/// Tables that stand side by side on a sheet, one below the other, each with its header and the lines where it stands. Each
/// has to say whose the partners are: "Kommun, Vänort, Land, Vänort, Land" is one table.
fn one_below_the_other(rows: Vec<TableRow>) -> Vec<TableRow> {
    let mut headers = rows.iter().take(HEADER_WITHIN).enumerate();
    let found = headers.find_map(|(at, row)| Some((at, begins(&row.cells)?)));
    let Some((header, begins)) = found else {
        return rows;
    };
    let mut stacked = Vec::with_capacity(rows.len());
    for (number, begin) in begins.iter().enumerate() {
        let end = begins.get(number + 1).copied();
        for (at, row) in rows.iter().enumerate() {
            // What stands above the headers is told of the first, and of the others in its place.
            let begin = if number == 0 { 0 } else { *begin };
            let end = if at < header && number == 0 {
                None
            } else {
                end
            };
            let cells = row.cells.iter().skip(begin);
            let cells = cells
                .take(end.map_or(usize::MAX, |end| end - begin))
                .cloned();
            let cells: Vec<_> = cells.collect();
            if (at >= header || number == 0) && cells.iter().any(|cell| !cell.trim().is_empty()) {
                stacked.push(TableRow {
                    line: row.line,
                    cells,
                });
            }
        }
    }
    stacked
}

/// Where the tables begin that stand side by side under a header; `None` where there is but one. A table begins where the
/// first header is repeated, or behind an empty column.
fn begins<S: AsRef<str>>(header: &[S]) -> Option<Vec<usize>> {
    let text = |at: usize| header[at].as_ref().trim();
    let first = (0..header.len()).find(|at| !text(*at).is_empty())?;
    let begins_anew = |at: &usize| {
        !text(*at).is_empty() && (text(*at - 1).is_empty() || fold(text(*at)) == fold(text(first)))
    };
    let mut begins = vec![first];
    begins.extend((first + 1..header.len()).filter(begins_anew));
    let ends = begins.iter().skip(1).copied().chain([header.len()]);
    let are_whole = begins
        .iter()
        .zip(ends)
        .all(|(begin, end)| is_whole_header(&header[*begin..end]));
    (begins.len() > 1 && are_whole).then_some(begins)
}

/// Of the visible sheets the one whose header tells of partners, then the one whose columns do, then the one with most rows.
fn likeliest<'b>(book: &'b Workbook, atlas: &Atlas) -> Option<&'b Sheet> {
    let mut visible = book
        .sheets
        .iter()
        .filter(|sheet| !sheet.hidden && !sheet.rows.is_empty());
    match (visible.next(), visible.next()) {
        (Some(_), Some(_)) => {}
        _ => return book.main_sheet(),
    }
    book.sheets
        .iter()
        .rev()
        .filter(|sheet| !sheet.hidden && !sheet.rows.is_empty())
        .max_by_key(|sheet| (likelihood(sheet, atlas), sheet.rows.len()))
}

fn likelihood(sheet: &Sheet, atlas: &Atlas) -> u8 {
    let mut first = sheet.rows.iter().take(HEADER_WITHIN);
    if first.any(|row| tells_of_partners(&row.cells)) {
        return 2;
    }
    let mapping = Mapping::recognise(&rows(sheet), atlas);
    let by_header = |column| {
        let mut columns = mapping.columns.iter();
        columns.any(|used| used.column == column && used.because == Because::Header)
    };
    u8::from(by_header(Column::Own) && by_header(Column::Partner))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_side_by_side_are_read_one_below_the_other() {
        let side_by_side = "Vänorter 2011,,,,,,\nKommun,Vänort,Land,,Kommun,Vänort,Land\nBorås,Esbo,Finland,,Växjö,Lohja,Finland\n,,,,Ystad,Haderslev,Danmark\n";
        let cells = |csv: &str| -> Vec<TableRow> {
            let rows = csv.lines().zip(1..);
            rows.map(|(row, line)| TableRow {
                line,
                cells: row.split(',').map(Into::into).collect(),
            })
            .collect()
        };
        let stacked = one_below_the_other(cells(side_by_side));
        let told: Vec<String> = stacked
            .iter()
            .map(|row| {
                let filled: Vec<&str> = row.cells.iter().map(AsRef::as_ref).collect();
                format!("{} {}", row.line, filled.join(",").trim_end_matches(','))
            })
            .collect();
        assert_eq!(
            told,
            [
                "1 Vänorter 2011",
                "2 Kommun,Vänort,Land",
                "3 Borås,Esbo,Finland",
                "2 Kommun,Vänort,Land",
                "3 Växjö,Lohja,Finland",
                "4 Ystad,Haderslev,Danmark",
            ]
        );
        for one_table in [
            "Kommun,Vänort,Land,,Vänort,Land\nBorås,Esbo,Finland,,Molde,Norge\n",
            "Kommun,Vänort,Land\nBorås,Esbo,Finland\n",
            "Kommun,,Vänort,Land\nBorås,,Esbo,Finland\n",
        ] {
            let rows = cells(one_table);
            assert_eq!(one_below_the_other(rows.clone()), rows, "{one_table}");
        }
    }
}
