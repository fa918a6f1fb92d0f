//! The rows of a table: unpacked and parted into cells on a thread of their own, while those before are still taken in.

use std::io::Read;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use csv::StringRecord;
use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use super::load::GazetteerError;
use super::place::{Place, Standing};
use crate::Level;

/// Rows that are handed over at once, and how many such lots may wait.
const LOT: usize = 512;
const WAITING: usize = 8;

/// Rows, each with the place that it tells of.
type Lot = Vec<(StringRecord, Option<Place>)>;
type Columns<'h> = FxHashMap<&'h str, usize>;

/// Does something with each row of a table.
///
/// # Errors
/// When the table cannot be read, or unpacked; rows before that are not taken back.
pub(super) fn each_row(
    table: impl Read + Send,
    mut each: impl FnMut(&mut Row<'_>),
) -> Result<(), GazetteerError> {
    let mut reader = csv::Reader::from_reader(table);
    let headers = reader.headers()?.clone();
    let columns: Columns<'_> = headers
        .iter()
        .enumerate()
        .map(|(i, name)| (name, i))
        .collect();
    let columns = &columns;
    thread::scope(|scope| {
        let (to, rows) = sync_channel(WAITING);
        let (back, used) = sync_channel(WAITING);
        let reading = scope.spawn(move || read(reader, columns, &to, &used));
        for mut lot in rows {
            for (record, place) in &mut lot {
                each(&mut Row {
                    columns,
                    record,
                    place: place.take(),
                });
            }
            // Where there is no room for it, the other side has enough of them.
            let _ = back.try_send(lot);
        }
        Ok(joined(reading.join())?)
    })
}

/// What a thread has come to; its panic goes on in this one.
pub(super) fn joined<T>(came_to: thread::Result<T>) -> T {
    came_to.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

fn read(
    mut reader: csv::Reader<impl Read>,
    columns: &Columns<'_>,
    to: &SyncSender<Lot>,
    used: &Receiver<Lot>,
) -> Result<(), csv::Error> {
    loop {
        let mut lot = used.try_recv().unwrap_or_default();
        lot.resize_with(LOT, Default::default);
        let mut rows = 0;
        let mut outcome = Ok(());
        while let Some((record, place)) = lot.get_mut(rows) {
            match reader.read_record(record) {
                Ok(true) => {
                    *place = place_of(columns, record);
                    rows += 1;
                }
                Ok(false) => break,
                Err(error) => {
                    outcome = Err(error);
                    break;
                }
            }
        }
        lot.truncate(rows);
        let is_last = rows < LOT;
        let is_taken = to.send(lot).is_ok();
        if is_last || !is_taken {
            return outcome;
        }
    }
}

/// A row of a table, by column name.
pub(super) struct Row<'r> {
    columns: &'r Columns<'r>,
    record: &'r StringRecord,
    /// The place that its columns tell of; where it is, how large it is and what it is called.
    pub(super) place: Option<Place>,
}

impl Row<'_> {
    pub(super) fn text(&self, column: &str) -> Option<&str> {
        self.record
            .get(*self.columns.get(column)?)
            .filter(|text| !text.is_empty())
    }

    pub(super) fn number(&self, column: &str) -> Option<u32> {
        self.text(column).and_then(|text| text.parse().ok())
    }

    pub(super) fn degrees(&self, lat: &str, lon: &str) -> Option<(f32, f32)> {
        let degrees = |column| self.text(column).and_then(|text| text.parse().ok());
        degrees(lat).zip(degrees(lon))
    }
}

fn place_of(columns: &Columns<'_>, record: &StringRecord) -> Option<Place> {
    let row = Row {
        columns,
        record,
        place: None,
    };
    Some(Place {
        id: SmolStr::default(),
        name: row.text("name")?.into(),
        // The table of Sweden's own bodies has no need to name the country.
        country: row.text("country").unwrap_or("SE").parse().ok()?,
        population: row.number("population").unwrap_or(0),
        weight: 0,
        position: row.degrees("lat", "lon"),
        level: Level::Municipality,
        standing: Standing::Place,
        renown: 1.0,
        region: None,
        county: None,
        successor: None,
        source: Arc::default(),
    })
}

#[cfg(test)]
mod tests {
    use super::each_row;

    #[test]
    fn every_row_comes_in_its_order_with_its_place() {
        let rows = 5_000u32;
        let lines = (0..rows).map(|n| format!("Town {n},FI,{n}\n"));
        let table = format!("name,country,population\n{}", lines.collect::<String>());
        let mut places = Vec::new();
        let all =
            |row: &mut super::Row<'_>| places.push((row.number("population"), row.place.take()));
        each_row(table.as_bytes(), all).expect("a table");
        assert_eq!(places.len(), rows as usize);
        for ((told, place), number) in places.into_iter().zip(0..) {
            let place = place.expect("a name and a country");
            assert_eq!((told, place.population), (Some(number), number));
            assert_eq!(place.name, format!("Town {number}"));
        }
    }

    #[test]
    fn a_table_that_breaks_off_is_an_error_after_the_rows_before() {
        let table = "name,country\nÅbo,FI\nVasa\nBorgå,FI\n";
        let mut names = Vec::new();
        let told = each_row(table.as_bytes(), |row| {
            names.extend(row.text("name").map(str::to_owned))
        });
        assert!(told.is_err(), "a row with too few cells");
        assert_eq!(names, ["Åbo"]);

        let packed =
            zstd::encode_all("name,country\nÅbo,FI\n".repeat(9_000).as_bytes(), 3).expect("packed");
        let half = zstd::Decoder::new(&packed[..packed.len() / 2]).expect("a beginning");
        assert!(each_row(half, |_| {}).is_err(), "half of the bytes");
    }
}
