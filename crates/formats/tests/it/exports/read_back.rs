//! What is written out is read back the same.

use std::io::Cursor;

use bytes::Bytes;
use calamine::{Data, Reader as _, Xlsx};
use parquet::file::reader::{FileReader as _, SerializedFileReader};
use parquet::record::Field;
use proptest::prelude::*;
use time::{Date, Month};
use vanort_formats::geojson::{FeatureWriter, Geometry, Place};
use vanort_formats::table::{Cell, FileFormat, Kind};

use super::{every_kind, sheet, write};

fn hostile_text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => ".{0,20}",
        2 => "[=+@\\-][A-Z(){}'\"!|0-9]{0,12}",
        2 => proptest::collection::vec(any::<char>(), 0..12).prop_map(String::from_iter),
        1 => "_x[0-9A-F]{4}_",
        1 => "[\t\r\n ]{1,4}a[\t\r\n ]{1,4}",
        1 => Just("</t><f>1+1</f>]]>&amp;".to_owned()),
    ]
}

fn days() -> impl Strategy<Value = Date> {
    (1901i32..2100, 1u8..=12, 1u8..=28).prop_map(|(year, month, day)| {
        Date::from_calendar_date(year, Month::try_from(month).unwrap(), day).unwrap()
    })
}

fn or_empty(cells: impl Strategy<Value = Cell>) -> impl Strategy<Value = Cell> {
    prop_oneof![1 => Just(Cell::Empty), 4 => cells]
}

fn rows() -> impl Strategy<Value = Vec<Vec<Cell>>> {
    let row = (
        hostile_text().prop_map(Cell::text),
        or_empty((-(1i64 << 53)..=1 << 53).prop_map(Cell::Integer)),
        or_empty((-1e12..1e12f64).prop_map(Cell::Number)),
        or_empty(days().prop_map(Cell::Date)),
        or_empty("https://[a-z]{1,9}\\.se/[a-zåäö%?&=#]{0,9}".prop_map(Cell::link)),
        or_empty(prop_oneof![
            days().prop_map(Cell::Date),
            (1901i64..2100).prop_map(Cell::Integer),
            "(19[0-9]X|19[0-9]{2}~|19[0-9]{2}-0[1-9]|\\.\\./2014)".prop_map(Cell::text),
        ]),
        or_empty(
            proptest::collection::vec("[a-zåäö=][a-z_ ]{0,8}[a-z]", 1..4).prop_map(Cell::List),
        ),
    );
    let row = row.prop_map(|(a, b, c, d, e, f, g)| vec![a, b, c, d, e, f, g]);
    proptest::collection::vec(row, 0..8)
}

/// What a workbook's cell is, as a cell of ours.
fn of_sheet(kind: Kind, data: &Data) -> Cell {
    match (kind, data) {
        (_, Data::Empty) => Cell::Empty,
        (Kind::Text | Kind::Edtf, Data::String(text)) => Cell::text(text.clone()),
        (Kind::List, Data::String(text)) => Cell::read(kind, text).unwrap(),
        (Kind::Link, Data::String(text)) => Cell::link(text.clone()),
        #[expect(clippy::cast_possible_truncation, reason = "within what is exact")]
        (Kind::Integer | Kind::Edtf, Data::Float(number)) => Cell::Integer(*number as i64),
        (Kind::Number, Data::Float(number)) => Cell::Number(*number),
        #[expect(clippy::cast_possible_truncation, reason = "whole days")]
        (Kind::Date | Kind::Edtf, Data::DateTime(days)) => {
            let zero = Date::from_calendar_date(1899, Month::December, 30).unwrap();
            Cell::Date(zero + time::Duration::days(days.as_f64() as i64))
        }
        other => panic!("{other:?}"),
    }
}

fn of_parquet(kind: Kind, field: &Field) -> Cell {
    match (kind, field) {
        (_, Field::Null) => Cell::Empty,
        (Kind::Text, Field::Str(text)) => Cell::text(text.clone()),
        (Kind::Link, Field::Str(text)) => Cell::link(text.clone()),
        (Kind::Edtf, Field::Str(text)) => Cell::read(kind, text).unwrap(),
        (Kind::List, Field::ListInternal(texts)) => {
            let texts = texts.elements().iter().map(|text| match text {
                Field::Str(text) => text.clone(),
                other => panic!("{other:?}"),
            });
            Cell::List(texts.collect())
        }
        (Kind::Integer, Field::Long(number)) => Cell::Integer(*number),
        (Kind::Number, Field::Double(number)) => Cell::Number(*number),
        (Kind::Date, Field::Date(days)) => {
            let epoch = Date::from_calendar_date(1970, Month::January, 1).unwrap();
            Cell::Date(epoch + time::Duration::days(i64::from(*days)))
        }
        other => panic!("{other:?}"),
    }
}

fn of_json(kind: Kind, value: &serde_json::Value) -> Cell {
    match kind {
        _ if value.is_null() => Cell::Empty,
        Kind::Integer => Cell::Integer(value.as_i64().unwrap()),
        Kind::Number => Cell::Number(value.as_f64().unwrap()),
        Kind::List => {
            let texts = value.as_array().unwrap().iter();
            Cell::List(
                texts
                    .map(|text| text.as_str().unwrap().to_owned())
                    .collect(),
            )
        }
        kind => Cell::read(kind, value.as_str().unwrap()).unwrap(),
    }
}

/// Rows whose numbers have few digits, for the JSON reader of the tests may be one off in the last of 17.
fn short(rows: Vec<Vec<Cell>>) -> Vec<Vec<Cell>> {
    let short = |cell| match cell {
        Cell::Number(number) => Cell::Number((number / 1e3).trunc() / 8.0),
        other => other,
    };
    rows.into_iter()
        .map(|row| row.into_iter().map(short).collect())
        .collect()
}

fn parquet_rows(bytes: Vec<u8>) -> Vec<Vec<Cell>> {
    let reader = SerializedFileReader::new(Bytes::from(bytes)).unwrap();
    let kinds: Vec<Kind> = every_kind()
        .columns
        .iter()
        .map(|column| column.kind)
        .collect();
    let rows = reader.get_row_iter(None).unwrap();
    rows.map(|row| {
        let row = row.unwrap();
        let fields = row.get_column_iter().zip(&kinds);
        fields
            .map(|((_, field), kind)| of_parquet(*kind, field))
            .collect()
    })
    .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn a_workbook_is_read_back_as_it_was_written(rows in rows()) {
        let bytes = write(FileFormat::Xlsx, &rows);
        let read = sheet(&bytes, "Samarbeten");
        let labels: Vec<String> = every_kind().columns.iter().map(|c| c.label.clone()).collect();
        prop_assert_eq!(read[0].iter().map(ToString::to_string).collect::<Vec<_>>(), labels);
        let cells: Vec<Vec<Cell>> = read[1..]
            .iter()
            .map(|row| row.iter().zip(every_kind().columns).map(|(data, column)| of_sheet(column.kind, data)).collect())
            .collect();
        let last = rows.iter().rposition(|row| row.iter().any(|cell| *cell != Cell::Empty));
        prop_assert_eq!(&cells[..], &rows[..last.map_or(0, |last| last + 1)]);
        let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(&bytes[..])).unwrap();
        prop_assert!(book.worksheet_formula("Samarbeten").unwrap().used_cells().next().is_none());
    }

    #[test]
    fn parquet_is_read_back_as_it_was_written(rows in rows()) {
        prop_assert_eq!(parquet_rows(write(FileFormat::Parquet, &rows)), rows);
    }

    #[test]
    fn json_is_read_back_as_it_was_written(rows in rows().prop_map(short)) {
        let read: Vec<serde_json::Value> = serde_json::from_slice(&write(FileFormat::Json, &rows)).unwrap();
        let columns = every_kind().columns;
        let cells: Vec<Vec<Cell>> = read
            .iter()
            .map(|row| columns.iter().map(|column| of_json(column.kind, &row[&*column.name])).collect())
            .collect();
        prop_assert_eq!(cells, rows);
    }

    #[test]
    fn geojson_is_read_back_as_it_was_written(
        rows in rows().prop_map(short),
        places in proptest::collection::vec((-1_800_000..=1_800_000, -900_000..=900_000), 2..5),
    ) {
        let table = every_kind();
        let places: Vec<Place> = places
            .into_iter()
            .map(|(longitude, latitude)| Place {
                longitude: f64::from(longitude) / 1e4,
                latitude: f64::from(latitude) / 1e4,
            })
            .collect();
        let geometries = [None, Some(Geometry::Point(places[0])), Some(Geometry::Line(places.clone()))];
        let mut file = FeatureWriter::new(Vec::new(), &table).unwrap();
        for (row, geometry) in rows.iter().zip(geometries.iter().cycle()) {
            file.write(geometry.as_ref(), row).unwrap();
        }
        let read: serde_json::Value = serde_json::from_slice(&file.finish().unwrap()).unwrap();
        prop_assert_eq!(&read["type"], "FeatureCollection");
        prop_assert_eq!(&read["notes"]["Metod"][0][0], "Läst ur källorna.");
        let features = read["features"].as_array().unwrap();
        prop_assert_eq!(features.len(), rows.len());
        let at = |place: &Place| serde_json::json!([place.longitude, place.latitude]);
        for ((feature, row), geometry) in features.iter().zip(&rows).zip(geometries.iter().cycle()) {
            let expected = match geometry {
                None => serde_json::Value::Null,
                Some(Geometry::Point(place)) => serde_json::json!({"type": "Point", "coordinates": at(place)}),
                Some(Geometry::Line(places)) => serde_json::json!({
                    "type": "LineString",
                    "coordinates": places.iter().map(at).collect::<Vec<_>>(),
                }),
            };
            prop_assert_eq!(&feature["geometry"], &expected);
            for (cell, column) in row.iter().zip(&table.columns) {
                prop_assert_eq!(of_json(column.kind, &feature["properties"][&*column.name]), cell.clone());
            }
        }
    }
}
