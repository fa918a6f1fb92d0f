//! What the columns of a table seem to mean, by their headers and else by their cells.

use std::collections::{BTreeMap, BTreeSet};

use vanort_names::{Atlas, fold};

use super::headers::{
    below_header, by_header, completes, holds_country_too, is_of_persons, stem, time_by_header,
};
use super::heading::{self, Heading, heading};
use super::{Because, Column, Mapping, TableRow, Use, marks};
use crate::imports::personal::holds_personal;
use crate::imports::{dates, own, words};

/// Rows that are looked at to see what columns hold.
const SAMPLE: usize = 200;
/// Rows among which the headers are looked for.
const HEADERS_WITHIN: usize = 15;
/// The share of a column's cells that must look alike to tell what it holds.
const ENOUGH: f32 = 0.6;
/// Headers, folded, of a column for partners in countries without a column of their own.
const OTHERS: &[&str] = &[
    "ovriga",
    "ovriga lander",
    "ovrigt",
    "andra lander",
    "other",
    "others",
    "other countries",
];

impl Mapping {
    /// What the columns of a table seem to mean.
    #[must_use]
    pub fn recognise(rows: &[TableRow], atlas: &Atlas) -> Self {
        Self::with_header(rows, header_row(rows, atlas), atlas)
    }

    /// What the columns seem to mean of a table with that header.
    pub(super) fn with_header(rows: &[TableRow], header_row: Option<usize>, atlas: &Atlas) -> Self {
        let start = header_row.map_or(0, |row| below_header(rows, row));
        let sample = &rows[start..rows.len().min(start + SAMPLE)];
        let looked_at = &rows[header_row.unwrap_or(0)..start + sample.len()];
        let width = looked_at.iter().map(|row| row.cells.len()).max();
        // Where the header has two rows, what the second tells is the nearer.
        let header = |number: usize| {
            let told = rows[header_row?..start].iter().rev();
            let mut cells = told.filter_map(|row| Some(row.cells.get(number)?.trim()));
            cells.find(|cell| !cell.is_empty())
        };
        let headers: Vec<&str> = (0..width.unwrap_or(0))
            .map(|number| header(number).unwrap_or_default())
            .collect();
        let meant = by_headers(&headers, sample, atlas);
        let mut columns: Vec<Use> = headers
            .iter()
            .zip(&meant)
            .enumerate()
            .map(|(number, (written, meant))| Use {
                header: named(written, number),
                column: meant.unwrap_or(Column::Ignored),
                because: meant.map_or(Because::Nothing, |_| Because::Header),
            })
            .collect();
        number_alike(&mut columns);
        let headings = sample.iter().any(|row| is_own_heading(row, atlas));
        add_by_content(&mut columns, sample, headings, atlas);
        let mut mapping = Self {
            header_row,
            columns,
            fill_down: false,
            country_down: false,
            several: false,
            headings: false,
            body: None,
            body_by: None,
            meant: BTreeMap::new(),
        };
        mapping.headings = headings && mapping.place(Column::Own).is_none();
        let goes_down = |column| {
            let place: Option<usize> = mapping.place(column);
            place.is_some_and(|at| {
                has_gaps(sample, at, atlas) && is_group(&mapping.columns, sample, at, atlas)
            })
        };
        let (fill_down, country_down) = (
            goes_down(Column::Own),
            goes_down(Column::PartnerCountry) && mapping.has_country_of_groups(),
        );
        mapping.fill_down = fill_down;
        mapping.country_down = country_down;
        let several = mapping
            .places(Column::Partner)
            .any(|partner| holds_country_too(headers[partner]) || holds_several(sample, partner));
        Self { several, ..mapping }
    }

    /// Looks for the partners by what stands in columns, now that it is known whose they are.
    pub(super) fn partner_by_content(&mut self, rows: &[TableRow], atlas: &Atlas) {
        if self.place(Column::Partner).is_none() {
            let start = self.first_row(rows);
            let sample = &rows[start..rows.len().min(start + SAMPLE)];
            add_by_content(&mut self.columns, sample, true, atlas);
        }
    }
}

/// What headers say, as far as the cells below bear it out: a column of numbers holds no partners, and one of crosses has its
/// word in the header.
fn by_headers(headers: &[&str], sample: &[TableRow], atlas: &Atlas) -> Vec<Option<Column>> {
    let mut meant: Vec<Option<Column>> = headers
        .iter()
        .enumerate()
        .map(|(number, written)| {
            let cells = cells_of(sample, number);
            if share(&cells, |cell| marks::mark(cell).is_some()) >= ENOUGH
                && let Some(column) = marks::by_marked_header(written)
            {
                return Some(column);
            }
            borne_out(by_header(written)?, written, &cells, atlas)
        })
        .collect();
    beside_the_swedish_one(headers, &mut meant);
    by_countries(headers, &mut meant, atlas);
    let firsts: Vec<Option<usize>> = meant
        .iter()
        .map(|column| meant.iter().position(|other| other == column))
        .collect();
    let is_alike = |at: usize, first: usize| {
        let both = [headers[first], headers[at]];
        let is_country = |header: &str| heading::country(atlas, header).is_some();
        let [first, at] = both.map(stem);
        first == at || both.iter().any(|header| is_country(header))
    };
    let has_several = |column| {
        let mut of = (0..meant.len()).filter(|at| meant[*at] == Some(column));
        let first = of.next();
        of.any(|at| first.is_some_and(|first| is_alike(at, first)))
    };
    let several_partners = has_several(Column::Partner);
    // A column that means what an earlier one does is read where it is one of several alike, and else left to the editor.
    (0..meant.len())
        .map(|at| {
            let (column, first) = (meant[at]?, firsts[at]?);
            let is_read = match column {
                _ if first == at => true,
                Column::Note => true,
                Column::Said | Column::Kind
                    if marks::by_marked_header(headers[at]) == Some(column) =>
                {
                    true
                }
                Column::Own | Column::OwnCode | Column::OwnCountry | Column::OwnWikidata => false,
                _ => several_partners && is_alike(at, first),
            };
            is_read.then_some(column)
        })
        .collect()
}

/// What a column holds whose header means `meant`, by its cells where they say another thing: an agreement that is a year is
/// told by when it was made, a source that is a date by when it was said.
fn borne_out(meant: Column, header: &str, cells: &[&str], atlas: &Atlas) -> Option<Column> {
    let are = |is: Looks<'_>| share(cells, is) >= ENOUGH;
    let is_number = |cell: &str| cell.parse::<f64>().is_ok() || marks::mark(cell).is_some();
    match meant {
        Column::Partner => (!are(&is_number)).then_some(meant),
        Column::Instrument | Column::Kind | Column::Status if are(&is_time) => {
            Some(time_by_header(header))
        }
        Column::Quoted if are(&is_time) => Some(Column::Said),
        Column::Since | Column::Until | Column::Said if !cells.iter().any(|cell| is_time(cell)) => {
            let others: [(Column, Looks<'_>); 4] = [
                (Column::PartnerCountry, &|cell| is_country(atlas, cell)),
                (Column::Instrument, &|cell| {
                    words::instrument(cell).is_some()
                }),
                (Column::Status, &|cell| words::status(cell).is_some()),
                (Column::Quoted, &is_address),
            ];
            let other = others.into_iter().find(|(_, is)| are(is));
            Some(other.map_or(meant, |(column, _)| column))
        }
        _ => Some(meant),
    }
}

/// "Kommun" beside "Svensk kommun" is the other one.
fn beside_the_swedish_one(headers: &[&str], meant: &mut [Option<Column>]) {
    let own: Vec<usize> = (0..headers.len())
        .filter(|at| meant[*at] == Some(Column::Own))
        .collect();
    let is_swedish = |at: &&usize| {
        let folded = fold(headers[**at]);
        folded.contains("svensk") || folded.contains("swedish")
    };
    let (swedish, others): (Vec<&usize>, Vec<&usize>) = own.iter().partition(is_swedish);
    if let ([_], [other], false) = (
        &swedish[..],
        &others[..],
        meant.contains(&Some(Column::Partner)),
    ) {
        meant[**other] = Some(Column::Partner);
    }
}

/// Headers that are countries are columns of partners there, where no other column holds partners, and so is one for the
/// others.
fn by_countries(headers: &[&str], meant: &mut [Option<Column>], atlas: &Atlas) {
    let countries: Vec<usize> = (0..headers.len())
        .filter(|at| meant[*at].is_none() && heading::country(atlas, headers[*at]).is_some())
        .collect();
    if countries.len() < 2 || meant.contains(&Some(Column::Partner)) {
        return;
    }
    for at in countries {
        meant[at] = Some(Column::Partner);
    }
    let others = (0..headers.len()).filter(|at| OTHERS.contains(&fold(headers[*at]).as_str()));
    for at in others {
        meant[at] = Some(Column::Partner);
    }
}

/// Columns that no header tells of, by what stands in them.
fn add_by_content(columns: &mut [Use], sample: &[TableRow], is_known: bool, atlas: &Atlas) {
    let mut taken: BTreeSet<Column> = columns
        .iter()
        .map(|used| used.column)
        .filter(|column| *column != Column::Ignored)
        .collect();
    // The partners may stand before those whose partners they are: then they are known the second time.
    for number in (0..columns.len()).chain(0..columns.len()) {
        let used = &mut columns[number];
        if used.because != Because::Nothing || is_of_persons(&used.header) {
            continue;
        }
        let found = by_content(sample, number, atlas, &taken)
            // Names that are nothing else are partners only where the Swedish side is known.
            .filter(|column| {
                *column != Column::Partner
                    || is_known
                    || taken.contains(&Column::Own)
                    || taken.contains(&Column::OwnCode)
            });
        if let Some(meant) = found {
            taken.insert(meant);
            used.column = meant;
            used.because = Because::Content;
        }
    }
}

/// Whether a row is a line alone with a Swedish body.
fn is_own_heading(row: &TableRow, atlas: &Atlas) -> bool {
    let mut filled = row.cells.iter().filter(|cell| !cell.trim().is_empty());
    match (filled.next(), filled.next()) {
        (Some(only), None) => matches!(heading(atlas, only), Some(Heading::Own(_))),
        _ => false,
    }
}

/// What a column is called: as it is written, or by its letter where nothing is, or where that tells of a person. The log keeps
/// it.
fn named(written: &str, number: usize) -> String {
    if written.is_empty() || holds_personal(written) {
        let letter = u32::try_from(number % 26)
            .ok()
            .and_then(|n| char::from_u32(u32::from('A') + n))
            .unwrap_or('?');
        let round = number / 26;
        if round == 0 {
            letter.to_string()
        } else {
            format!("{letter}{round}")
        }
    } else {
        written.chars().take(80).collect()
    }
}

/// Headers that are the same get numbers.
fn number_alike(columns: &mut [Use]) {
    for at in 1..columns.len() {
        let header = columns[at].header.clone();
        let before = columns[..at]
            .iter()
            .filter(|used| used.header == header)
            .count();
        if before > 0 {
            columns[at].header = format!("{header} ({})", before + 1);
        }
    }
}

/// The row of the headers, where there is one. The name of a Swedish body is no header, though "kommun" may be in it, and in a
/// row with a header's word countries are headers too.
fn header_row(rows: &[TableRow], atlas: &Atlas) -> Option<usize> {
    let known = |row: &TableRow| {
        let mut words = 0;
        let mut countries = 0;
        for cell in row.cells.iter().filter(|cell| !cell.trim().is_empty()) {
            if by_header(cell).is_some() && !is_swedish_body(atlas, cell) {
                words += 1;
            } else if heading::country(atlas, cell).is_some() {
                countries += 1;
            }
        }
        words
            + if words > 0 && countries > 1 {
                countries
            } else {
                0
            }
    };
    let first = &rows[..rows.len().min(HEADERS_WITHIN)];
    let (best, found) = first
        .iter()
        .enumerate()
        .map(|(number, row)| (number, known(row)))
        .max_by_key(|(number, found)| (*found, std::cmp::Reverse(*number)))?;
    let filled = |row: &TableRow| {
        row.cells
            .iter()
            .filter(|cell| !cell.trim().is_empty())
            .count()
    };
    let widest = first.iter().map(filled).max().unwrap_or(0);
    // One word alone may be a heading above the table, unless it is as wide as the table.
    let is_header = found >= 2 || found == 1 && widest <= 2 && filled(&rows[best]) == widest;
    let is_second = best > 0 && completes(&rows[best - 1], &rows[best]);
    is_header.then_some(best - usize::from(is_second))
}

/// Whether a cell looks like what a column holds.
type Looks<'l> = &'l dyn Fn(&str) -> bool;

fn by_content(
    sample: &[TableRow],
    number: usize,
    atlas: &Atlas,
    taken: &BTreeSet<Column>,
) -> Option<Column> {
    let cells = cells_of(sample, number);
    if cells.len() < 2 {
        return None;
    }
    let tests: [(Column, Looks<'_>); 7] = [
        (Column::PartnerWikidata, &|cell| {
            cell.strip_prefix('Q')
                .is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
        }),
        (Column::Quoted, &is_address),
        (Column::Since, &is_time),
        (Column::Status, &|cell| words::status(cell).is_some()),
        (Column::PartnerCountry, &|cell| is_country(atlas, cell)),
        (Column::Own, &|cell| is_swedish_body(atlas, cell)),
        (Column::Partner, &|cell| {
            let is_short = cell.chars().count() < 60;
            is_short && !cell.bytes().any(|b| b.is_ascii_digit()) && marks::mark(cell).is_none()
        }),
    ];
    tests
        .iter()
        .filter(|(column, _)| !taken.contains(column))
        .find(|(_, is)| share(&cells, is) >= ENOUGH)
        .map(|(column, _)| *column)
}

/// The first filled cells of a column.
fn cells_of(sample: &[TableRow], number: usize) -> Vec<&str> {
    sample
        .iter()
        .filter_map(|row| row.cells.get(number))
        .map(|cell| cell.trim())
        .filter(|cell| !cell.is_empty())
        .take(60)
        .collect()
}

/// The share of cells that look so; none of none.
fn share(cells: &[&str], is: impl Fn(&str) -> bool) -> f32 {
    let number = cells.iter().filter(|cell| is(cell)).count();
    number as f32 / cells.len().max(1) as f32
}

/// Whether a cell tells a time and is no other number: a year, or words with a year.
fn is_time(cell: &str) -> bool {
    if cell.bytes().all(|b| b.is_ascii_digit()) {
        return cell.len() == 4 && dates::date(cell).is_some();
    }
    dates::span(cell).is_some()
}

fn is_address(cell: &str) -> bool {
    cell.starts_with("http://") || cell.starts_with("https://")
}

/// Whether a cell is the name of a country.
pub(in super::super) fn is_country(atlas: &Atlas, cell: &str) -> bool {
    atlas.countries.by_name(cell).is_some()
}

/// Whether a cell is the name of a Swedish municipality or region.
pub(super) fn is_swedish_body(atlas: &Atlas, cell: &str) -> bool {
    own::swedish_body(atlas, cell).is_some()
}

/// Whether a column is empty where its neighbours are not: the name stands once for the rows below. A country alone is a
/// heading, and tells nothing of that.
fn has_gaps(sample: &[TableRow], number: usize, atlas: &Atlas) -> bool {
    let filled = |row: &&TableRow| {
        row.cells
            .get(number)
            .is_some_and(|cell| !cell.trim().is_empty())
    };
    let rows: Vec<&TableRow> = sample.iter().filter(|row| tells(row, atlas)).collect();
    let gaps = rows.iter().filter(|row| !filled(row)).count();
    gaps > 0 && gaps * 10 >= rows.len()
}

/// Whether a row tells something itself, and is neither empty nor a country alone.
fn tells(row: &TableRow, atlas: &Atlas) -> bool {
    let mut cells = row.cells.iter().filter(|cell| !cell.trim().is_empty());
    match (cells.next(), cells.next()) {
        (None, _) => false,
        (Some(only), None) => heading::country(atlas, only).is_none(),
        _ => true,
    }
}

/// Whether what a column says is said of a group of rows, as a merged cell does: where it is empty nothing before it is another
/// than above. In a list by country, "Polen" before an empty cell begins another matter.
fn is_group(columns: &[Use], sample: &[TableRow], number: usize, atlas: &Atlas) -> bool {
    let before: Vec<usize> = (0..number)
        .filter(|at| columns[*at].column != Column::Ignored)
        .collect();
    let cell =
        |row: &TableRow, at: usize| row.cells.get(at).map_or("", |cell| cell.trim()).to_owned();
    let mut above: Vec<String> = vec![String::new(); before.len()];
    for row in sample.iter().filter(|row| tells(row, atlas)) {
        let is_gap = cell(row, number).is_empty();
        for (said, at) in above.iter_mut().zip(&before) {
            let told = cell(row, *at);
            if told.is_empty() {
                continue;
            }
            if is_gap && told != *said {
                return false;
            }
            *said = told;
        }
    }
    true
}

fn holds_several(sample: &[TableRow], number: usize) -> bool {
    let cells: Vec<&smol_str::SmolStr> = sample
        .iter()
        .filter_map(|row| row.cells.get(number))
        .filter(|cell| !cell.trim().is_empty())
        .collect();
    let several = cells
        .iter()
        .filter(|cell| {
            cell.contains([';', '\n']) || cell.matches(',').count() > 1 || cell.contains("),")
        })
        .count();
    several * 5 >= cells.len().max(1)
}
