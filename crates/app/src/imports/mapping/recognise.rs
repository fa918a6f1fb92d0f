//! What the columns of a table seem to mean, by their headers and else by their cells.

use std::collections::BTreeSet;

use vanort_names::Atlas;

use super::headers::by_header;
use super::{Because, Column, Mapping, TableRow, Use};

/// Rows that are looked at to see what columns hold.
const SAMPLE: usize = 200;
/// Rows among which the headers are looked for.
const HEADERS_WITHIN: usize = 15;
/// The share of a column's cells that must look alike to tell what it holds.
const ENOUGH: f32 = 0.6;

impl Mapping {
    /// What the columns of a table seem to mean.
    #[must_use]
    pub fn recognise(rows: &[TableRow], atlas: &Atlas) -> Self {
        let header_row = header_row(rows);
        let width = rows
            .iter()
            .take(SAMPLE)
            .map(|row| row.cells.len())
            .max()
            .unwrap_or(0);
        let sample = &rows[header_row.map_or(0, |row| row + 1).min(rows.len())..];
        let sample = &sample[..sample.len().min(SAMPLE)];
        let mut taken = BTreeSet::new();
        let mut columns: Vec<Use> = (0..width)
            .map(|number| {
                let written = header_row
                    .and_then(|row| rows[row].cells.get(number))
                    .map_or("", |text| text.trim());
                let meant = by_header(written)
                    .filter(|column| *column == Column::Note || taken.insert(*column));
                Use {
                    header: named(written, number),
                    column: meant.unwrap_or(Column::Ignored),
                    because: if meant.is_some() {
                        Because::Header
                    } else {
                        Because::Nothing
                    },
                }
            })
            .collect();
        number_alike(&mut columns);
        for (number, column) in columns
            .iter_mut()
            .enumerate()
            .filter(|(_, column)| column.because == Because::Nothing)
        {
            if let Some(meant) = by_content(sample, number, atlas, &taken) {
                taken.insert(meant);
                *column = Use {
                    column: meant,
                    because: Because::Content,
                    header: std::mem::take(&mut column.header),
                };
            }
        }
        let mut mapping = Self {
            header_row,
            columns,
            fill_down: false,
            several: false,
        };
        mapping.fill_down = mapping
            .place(Column::Own)
            .is_some_and(|own| has_gaps(sample, own));
        mapping.several = mapping
            .place(Column::Partner)
            .is_some_and(|partner| holds_several(sample, partner));
        mapping
    }
}

fn named(written: &str, number: usize) -> String {
    if written.is_empty() {
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

fn header_row(rows: &[TableRow]) -> Option<usize> {
    let score = |row: &TableRow| {
        row.cells
            .iter()
            .filter(|cell| by_header(cell).is_some())
            .count()
    };
    let (best, found) = rows
        .iter()
        .take(HEADERS_WITHIN)
        .enumerate()
        .map(|(number, row)| (number, score(row)))
        .max_by_key(|(number, found)| (*found, std::cmp::Reverse(*number)))?;
    // One word alone may be a heading above the table, unless the table has one column.
    let filled = rows[best]
        .cells
        .iter()
        .filter(|cell| !cell.trim().is_empty())
        .count();
    (found >= 2 || found == 1 && filled <= 2).then_some(best)
}

/// Whether a cell looks like what a column holds.
type Looks<'l> = &'l dyn Fn(&str) -> bool;

fn by_content(
    sample: &[TableRow],
    number: usize,
    atlas: &Atlas,
    taken: &BTreeSet<Column>,
) -> Option<Column> {
    let cells: Vec<&str> = sample
        .iter()
        .filter_map(|row| row.cells.get(number))
        .map(|cell| cell.trim())
        .filter(|cell| !cell.is_empty())
        .take(60)
        .collect();
    if cells.len() < 2 {
        return None;
    }
    let share = |is: &dyn Fn(&str) -> bool| {
        cells.iter().filter(|cell| is(cell)).count() as f32 / cells.len() as f32
    };
    let tests: [(Column, Looks<'_>); 6] = [
        (Column::PartnerWikidata, &|cell| {
            cell.strip_prefix('Q')
                .is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
        }),
        (Column::Quoted, &|cell| {
            cell.starts_with("http://") || cell.starts_with("https://")
        }),
        (Column::Since, &is_year),
        (Column::PartnerCountry, &|cell| is_country(atlas, cell)),
        (Column::Own, &|cell| is_swedish_body(atlas, cell)),
        (Column::Partner, &|cell| {
            !cell.bytes().any(|b| b.is_ascii_digit()) && cell.chars().count() < 60
        }),
    ];
    tests
        .iter()
        .filter(|(column, _)| !taken.contains(column))
        .find(|(_, is)| share(is) >= ENOUGH)
        .map(|(column, _)| *column)
        // Names that are nothing else are partners only where the Swedish side is known.
        .filter(|column| {
            *column != Column::Partner
                || taken.contains(&Column::Own)
                || taken.contains(&Column::OwnCode)
        })
}

fn is_year(cell: &str) -> bool {
    cell.len() == 4
        && cell
            .parse::<u16>()
            .is_ok_and(|year| (1850..2100).contains(&year))
}

/// Whether a cell is the name of a country.
pub(super) fn is_country(atlas: &Atlas, cell: &str) -> bool {
    atlas.countries.by_name(cell).is_some()
}

/// Whether a cell is the name of a Swedish municipality or region.
pub(super) fn is_swedish_body(atlas: &Atlas, cell: &str) -> bool {
    let sweden = vanort_names::Question {
        name: cell,
        code: Some(vanort_domain::CountryCode::SWEDEN),
        ..vanort_names::Question::default()
    };
    let resolution = atlas.resolve(&sweden);
    resolution
        .found()
        .is_some_and(|best| atlas.gazetteer.place(best.place).id.starts_with("se-"))
}

/// Whether a column is empty where its neighbours are not: the name stands once for the rows below.
fn has_gaps(sample: &[TableRow], number: usize) -> bool {
    let filled = |row: &&TableRow| {
        row.cells
            .get(number)
            .is_some_and(|cell| !cell.trim().is_empty())
    };
    let rows: Vec<&TableRow> = sample
        .iter()
        .filter(|row| row.cells.iter().any(|cell| !cell.trim().is_empty()))
        .collect();
    let gaps = rows.iter().filter(|row| !filled(row)).count();
    gaps > 0 && gaps * 10 >= rows.len()
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
