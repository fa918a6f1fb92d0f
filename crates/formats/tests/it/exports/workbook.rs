//! Workbooks: what a spreadsheet program makes of them, and what they cannot hold.

use std::io::{self, Cursor};

use calamine::{Reader as _, Xlsx};
use time::{Date, Month};
use vanort_formats::table::{Cell, Column, FileFormat, Kind, Note, Table, TableFault};
use vanort_formats::workbook::{CUT, MOST_ROWS, SheetWriter};

use super::{every_kind, sheet, write};

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
