//! What is written out is read back the same.

use std::io::{self, Cursor, Write};

use bytes::Bytes;
use calamine::{Data, Reader as _, Xlsx};
use parquet::file::reader::{FileReader as _, SerializedFileReader};
use parquet::record::Field;
use proptest::prelude::*;
use time::{Date, Month};
use vanort_formats::geojson::{FeatureWriter, Geometry, Place};
use vanort_formats::table::{self, Cell, Column, FileFormat, Kind, Note, Table, TableFault};
use vanort_formats::workbook::{CUT, MOST_ROWS, SheetWriter};

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

#[test]
fn a_workbook_has_a_sheet_for_each_note_and_no_formula_in_it() {
    let bytes = write(FileFormat::Xlsx, &[]);
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(&bytes[..])).unwrap();
    assert_eq!(book.sheet_names(), ["Samarbeten", "Källor", "Metod"]);
    let texts: Vec<Vec<String>> = sheet(&bytes, "Källor")
        .iter()
        .map(|row| row.iter().map(ToString::to_string).collect())
        .collect();
    assert_eq!(texts, [["Utgivare", "=1+1"], ["SKR", "=2+2"]]);
    assert!(
        book.worksheet_formula("Källor")
            .unwrap()
            .used_cells()
            .next()
            .is_none()
    );
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
fn the_header_of_a_workbook_stays_in_view_and_filters() {
    let bytes = write(
        FileFormat::Xlsx,
        &[vec![
            Cell::text("Åbo"),
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
        ]],
    );
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let xml = io::read_to_string(zip.by_name("xl/worksheets/sheet1.xml").unwrap()).unwrap();
    for part in [
        r#"<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>"#,
        r#"<autoFilter ref="A1:G2"/>"#,
        "<cols>",
    ] {
        assert!(xml.contains(part), "{part} in {xml}");
    }
    let styles = io::read_to_string(zip.by_name("xl/styles.xml").unwrap()).unwrap();
    assert!(styles.contains("<b/>"), "{styles}");
}

#[test]
fn what_a_sheet_cannot_hold_is_written_as_the_rules_say() {
    let long = "ö".repeat(32_768);
    let wide = "😀".repeat(16_384);
    let day = Date::from_calendar_date(1900, Month::February, 28).unwrap();
    let far = format!("https://a.se/{}", "a".repeat(2_000));
    let cut = |text: &str, keep: usize| {
        text.chars()
            .take(keep)
            .chain(CUT.chars())
            .collect::<String>()
    };
    let kept = 32_767 - CUT.chars().count();
    let table: [(usize, Cell, String); 9] = [
        (0, Cell::text("ö".repeat(32_767)), "ö".repeat(32_767)),
        (0, Cell::text(long.clone()), cut(&long, kept)),
        (0, Cell::text(wide.clone()), cut(&wide, kept / 2)),
        (1, Cell::Integer(i64::MAX), i64::MAX.to_string()),
        (2, Cell::Number(f64::NAN), String::new()),
        (3, Cell::Date(day), "1900-02-28".to_owned()),
        (
            4,
            Cell::link("javascript:alert(1)"),
            "javascript:alert(1)".to_owned(),
        ),
        (
            4,
            Cell::link("file:///etc/passwd"),
            "file:///etc/passwd".to_owned(),
        ),
        (4, Cell::link(far.clone()), far.clone()),
    ];
    for (at, cell, expected) in table {
        let mut row = vec![Cell::Empty; 7];
        row[at] = cell;
        // A full row after it, so that an empty one is there to be read.
        let filled = vec![
            Cell::text("x"),
            Cell::Integer(1),
            Cell::Number(1.0),
            Cell::Empty,
            Cell::link("http://x"),
            Cell::Empty,
            Cell::Empty,
        ];
        let bytes = write(FileFormat::Xlsx, &[row, filled]);
        assert_eq!(sheet(&bytes, "Samarbeten")[1][at].to_string(), expected);
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let xml = io::read_to_string(zip.by_name("xl/worksheets/sheet1.xml").unwrap()).unwrap();
        assert_eq!(
            xml.matches("<hyperlink ").count(),
            1,
            "only the one that leads to the web"
        );
    }
}

#[test]
fn no_part_of_a_workbook_has_a_sign_that_xml_has_no_place_for() {
    let evil = "å\u{0}\u{1}\u{B}\u{1F}\u{FFFE}\u{FFFF}b";
    let link = |text: &str| Cell::Link {
        address: "https://a.se/\u{FFFF}".to_owned(),
        text: text.to_owned(),
    };
    let table = Table {
        title: evil.to_owned(),
        columns: vec![
            Column::new("text", evil, Kind::Text),
            Column::new("link", evil, Kind::Link),
        ],
        notes: vec![Note {
            title: format!("note {evil}"),
            head: vec![evil.to_owned()],
            rows: vec![vec![evil.to_owned()]],
        }],
    };
    let mut writer = SheetWriter::new(Vec::new(), &table).unwrap();
    for cells in [[Cell::text(evil), link("")], [Cell::text("x"), link(evil)]] {
        writer.write(&cells).unwrap();
    }
    let mut zip = zip::ZipArchive::new(Cursor::new(writer.finish().unwrap())).unwrap();
    for index in 0..zip.len() {
        let part = zip.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        let xml = io::read_to_string(part).unwrap();
        let bad = xml.chars().find(|c| !vanort_formats::xml::is_char(*c));
        assert_eq!(bad, None, "{name}: {xml}");
    }
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

#[test]
#[ignore = "writes a full sheet; a minute unoptimised"]
fn a_row_more_than_a_sheet_has_is_refused() {
    let table = Table {
        columns: vec![Column::new("a", "a", Kind::Integer)],
        ..every_kind()
    };
    let mut sheet = SheetWriter::new(io::sink(), &table).unwrap();
    for _ in 0..MOST_ROWS {
        sheet.write(&[Cell::Integer(1)]).unwrap();
    }
    assert!(matches!(
        sheet.write(&[Cell::Integer(1)]),
        Err(TableFault::Rows(MOST_ROWS))
    ));
}
