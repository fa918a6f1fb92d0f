//! Exports take no more memory for more rows.

use std::io;
use std::time::Instant;

use time::{Duration, Month};
use vanort_formats::geojson::{FeatureWriter, Geometry, Place};
use vanort_formats::table::{self, Cell, FileFormat, Table};

use crate::MEMORY;
use crate::exports::every_kind;

const FORMATS: [FileFormat; 4] = [
    FileFormat::Csv { mark: true },
    FileFormat::Json,
    FileFormat::Xlsx,
    FileFormat::Parquet,
];

/// Rows as an export has them, each other than the one before, but for links, of which a sheet keeps a list.
fn rows(count: u32) -> impl Iterator<Item = Vec<Cell>> {
    let day = time::Date::from_calendar_date(1950, Month::January, 1).unwrap();
    (0..count).map(move |n| {
        vec![
            Cell::text(format!("samarbete nummer {n} mellan två kommuner")),
            Cell::Integer(n.into()),
            Cell::Number(f64::from(n) / 7.0),
            Cell::Date(day + Duration::days((n % 20_000).into())),
            Cell::Empty,
            Cell::Integer((1950 + n % 70).into()),
            Cell::List(vec![format!("st-{n}"), format!("st-{}", n + 1)]),
        ]
    })
}

fn write(format: Option<FileFormat>, table: &Table, count: u32) {
    match format {
        Some(format) => {
            table::write(format, table, rows(count), io::sink()).unwrap();
        }
        None => {
            let mut file = FeatureWriter::new(io::sink(), table).unwrap();
            let place = Geometry::Point(Place {
                longitude: 17.9,
                latitude: 59.3,
            });
            for row in rows(count) {
                file.write(Some(&place), &row).unwrap();
            }
            file.finish().unwrap();
        }
    }
}

/// What writing takes at most, in MiB, above what was in use before.
fn taken(format: Option<FileFormat>, count: u32) -> f32 {
    let before = MEMORY.current_usage_as_mb();
    MEMORY.reset_peak_usage();
    write(format, &every_kind(), count);
    MEMORY.peak_usage_as_mb() - before
}

fn formats() -> impl Iterator<Item = Option<FileFormat>> {
    FORMATS.into_iter().map(Some).chain([None])
}

/// Alone in its process, as nextest runs it, this measures the writers alone; beside other tests, them too.
#[test]
fn twice_the_rows_take_no_more_memory() {
    for format in formats() {
        // Parquet's first group is full at 50,000.
        let (once, twice) = (taken(format, 50_000), taken(format, 100_000));
        assert!(
            twice < once + 4.0,
            "{format:?}: {once} MiB, then {twice} MiB"
        );
        assert!(twice < 64.0, "{format:?}: {twice} MiB");
    }
}

#[test]
#[ignore = "a measurement: run alone with --release --run-ignored all --no-capture"]
#[expect(clippy::disallowed_methods, reason = "a measurement")]
fn a_million_rows_are_measured() {
    for format in formats() {
        let began = Instant::now();
        let taken = taken(format, 1_000_000);
        println!(
            "{format:?}: {taken:.1} MiB at most, {:.1} s",
            began.elapsed().as_secs_f32()
        );
    }
}
