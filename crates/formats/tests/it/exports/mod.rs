//! Files of what is registered: what is written out, and what cannot be.

mod read_back;
mod workbook;

use std::io::{self, Cursor, Write};

use bytes::Bytes;
use calamine::{Data, Reader as _, Xlsx};
use parquet::file::reader::{FileReader as _, SerializedFileReader};
use time::{Date, Month};
use vanort_formats::geojson::{FeatureWriter, Geometry, Place};
use vanort_formats::table::{self, Cell, Column, FileFormat, Kind, Note, Table, TableFault};

/// A column of every kind, and notes.
pub(crate) fn every_kind() -> Table {
    let kinds = [
        ("text", Kind::Text),
        ("integer", Kind::Integer),
        ("number", Kind::Number),
        ("date", Kind::Date),
        ("link", Kind::Link),
        ("edtf", Kind::Edtf),
        ("list", Kind::List),
    ];
    Table {
        title: "Samarbeten".to_owned(),
        columns: kinds
            .map(|(name, kind)| Column::new(name, format!("Kolumn {name}"), kind))
            .to_vec(),
        notes: vec![
            Note {
                title: "Källor".to_owned(),
                head: vec!["Utgivare".to_owned(), "=1+1".to_owned()],
                rows: vec![vec!["SKR".to_owned(), "=2+2".to_owned()]],
            },
            Note {
                title: "Metod".to_owned(),
                rows: vec![vec!["Läst ur källorna.".to_owned()]],
                ..Note::default()
            },
        ],
    }
}

fn write(format: FileFormat, rows: &[Vec<Cell>]) -> Vec<u8> {
    table::write(format, &every_kind(), rows.to_vec(), Vec::new()).unwrap()
}

/// A sheet as the reader of another library sees it.
fn sheet(bytes: &[u8], name: &str) -> Vec<Vec<Data>> {
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    let range = book.worksheet_range(name).unwrap();
    let (height, width) = range
        .end()
        .map_or((0, 0), |(row, column)| (row + 1, column + 1));
    (0..height)
        .map(|row| {
            let cell = |column| range.get_value((row, column)).cloned().unwrap_or_default();
            (0..width).map(cell).collect()
        })
        .collect()
}

#[test]
fn a_date_of_any_precision_is_typed_in_a_sheet_and_text_everywhere_else() {
    let table = Table {
        columns: vec![Column::new("since", "Började", Kind::Edtf)],
        ..every_kind()
    };
    let texts = ["2017-08-22", "2016", "197X", "1975~", "0998", "2016-05"];
    let rows = || {
        let cells = texts.iter().map(|text| Cell::read(Kind::Edtf, text));
        cells.map(|cell| vec![cell.unwrap()])
    };
    let written = |format| table::write(format, &table, rows(), Vec::new()).unwrap();
    let sheet = sheet(&written(FileFormat::Xlsx), "Samarbeten");
    assert!(matches!(sheet[1][0], Data::DateTime(_)), "{:?}", sheet[1]);
    assert_eq!(sheet[2][0], Data::Float(2016.0));
    for (row, text) in sheet[3..].iter().zip(&texts[2..]) {
        assert_eq!(row[0], Data::String((*text).to_owned()));
    }
    let json: Vec<serde_json::Value> = serde_json::from_slice(&written(FileFormat::Json)).unwrap();
    let json: Vec<&str> = json
        .iter()
        .map(|row| row["since"].as_str().unwrap())
        .collect();
    assert_eq!(json, texts);
    let csv = String::from_utf8(written(FileFormat::Csv { mark: false })).unwrap();
    assert_eq!(csv.lines().skip(1).collect::<Vec<_>>(), texts);
    let bytes = Bytes::from(written(FileFormat::Parquet));
    let parquet = SerializedFileReader::new(bytes).unwrap();
    let rows = parquet.get_row_iter(None).unwrap();
    let parquet: Vec<String> = rows.map(|row| row.unwrap().to_string()).collect();
    assert_eq!(parquet, texts.map(|text| format!("{{since: \"{text}\"}}")));
}

#[test]
fn a_row_that_does_not_fit_says_where() {
    let empty = || vec![Cell::Empty; 7];
    let with = |at: usize, cell: Cell| {
        let mut row = empty();
        row[at] = cell;
        row
    };
    let text = "is not of the column's kind";
    let table: [(Vec<Cell>, String); 4] = [
        (
            vec![Cell::Empty],
            "row 2 has 1 cells where the table has 7 columns".to_owned(),
        ),
        (
            with(1, Cell::text("många")),
            format!("row 2, column integer: {text} (Integer); make the column one of text"),
        ),
        (
            with(3, Cell::text("1998")),
            format!("row 2, column date: {text} (Date); make the column one of text"),
        ),
        (
            with(1, Cell::Number(1.5)),
            format!("row 2, column integer: {text} (Integer); make the column one of text"),
        ),
    ];
    for (row, expected) in table {
        for format in [
            FileFormat::Csv { mark: true },
            FileFormat::Json,
            FileFormat::Xlsx,
            FileFormat::Parquet,
        ] {
            let rows = [empty(), row.clone()];
            let fault = table::write(format, &every_kind(), rows, Vec::new()).unwrap_err();
            assert_eq!(fault.to_string(), expected, "{format:?}");
        }
    }
}

#[test]
fn a_place_that_is_none_is_refused() {
    let table = Table {
        columns: vec![],
        ..every_kind()
    };
    let point = |longitude, latitude| {
        Geometry::Point(Place {
            longitude,
            latitude,
        })
    };
    for (geometry, expected) in [
        (
            point(181.0, 0.0),
            "feature 1: 181, 0 is no place (longitude, latitude in degrees)",
        ),
        (
            point(0.0, f64::NAN),
            "feature 1: 0, NaN is no place (longitude, latitude in degrees)",
        ),
        (
            Geometry::Line(vec![]),
            "feature 1: a line needs at least two places",
        ),
    ] {
        let mut file = FeatureWriter::new(Vec::new(), &table).unwrap();
        assert_eq!(
            file.write(Some(&geometry), &[]).unwrap_err().to_string(),
            expected
        );
    }
}

#[test]
fn two_columns_of_one_name_are_no_parquet() {
    let mut table = every_kind();
    table.columns.push(table.columns[0].clone());
    let fault = table::write(FileFormat::Parquet, &table, [], Vec::new()).unwrap_err();
    assert_eq!(
        fault.to_string(),
        "the columns cannot be written: two are called text"
    );
}

#[test]
fn csv_is_text_in_the_order_of_the_columns_and_disarmed() {
    let day = Date::from_calendar_date(2026, Month::November, 1).unwrap();
    let row = vec![
        Cell::text("=1+1"),
        Cell::Integer(-3),
        Cell::Number(0.5),
        Cell::Date(day),
        Cell::link("https://a.se"),
        Cell::Integer(2016),
        Cell::List(vec!["a".to_owned(), "b".to_owned()]),
    ];
    assert_eq!(
        String::from_utf8(write(FileFormat::Csv { mark: true }, &[row])).unwrap(),
        "\u{FEFF}text,integer,number,date,link,edtf,list\n'=1+1,-3,0.5,2026-11-01,https://a.se,2016,a|b\n"
    );
}

#[test]
fn a_reader_that_went_away_is_an_error_and_no_panic() {
    struct Gone(usize);
    impl Write for Gone {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0 = self
                .0
                .checked_sub(bytes.len())
                .ok_or(io::ErrorKind::BrokenPipe)?;
            Ok(bytes.len())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let rows = vec![
        vec![
            Cell::text("a".repeat(99)),
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
            Cell::Empty
        ];
        400
    ];
    for format in [
        FileFormat::Csv { mark: false },
        FileFormat::Json,
        FileFormat::Xlsx,
        FileFormat::Parquet,
    ] {
        for room in [0, 200, 700] {
            let fault = table::write(format, &every_kind(), rows.clone(), Gone(room))
                .err()
                .unwrap();
            assert!(
                matches!(&fault, TableFault::Io(error) if error.kind() == io::ErrorKind::BrokenPipe),
                "{format:?}, {room}: {fault:?}"
            );
        }
    }
}
