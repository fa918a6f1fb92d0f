//! Files that an enemy would make: small outside, endless inside.

use std::io::{Cursor, Seek, Write};
use std::time::{Duration, Instant};

use vanort_formats::sheets::{LeftOut, Limits, SheetFault, Workbook};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::MEMORY;
use crate::files::{borrowed, ods, ods_parts, xlsx, xlsx_parts, zip};

/// What reading may take at most, in MiB, within the default limits. The most that was measured is 94.
const MOST_MEMORY: f32 = 150.0;

/// What it may take in time. Unoptimised, and with other tests beside it.
const MOST_TIME: Duration = Duration::from_secs(40);

/// Reads within bounds of memory and time.
#[expect(clippy::disallowed_methods, reason = "a measurement")]
fn read(bytes: &[u8]) -> Result<Workbook, SheetFault> {
    let (began, before) = (Instant::now(), MEMORY.current_usage_as_mb());
    MEMORY.reset_peak_usage();
    let result = Workbook::read(bytes, Limits::default());
    let taken = MEMORY.peak_usage_as_mb() - before;
    assert!(taken < MOST_MEMORY, "{taken} MiB");
    assert!(began.elapsed() < MOST_TIME, "{:?}", began.elapsed());
    result
}

/// Zips parts of which one goes on with `pattern` for `times`.
fn bomb(parts: &[(&str, Vec<u8>)], name: &str, pattern: &[u8], times: usize) -> Vec<u8> {
    let zip = ZipWriter::new(Cursor::new(Vec::new()));
    fill(zip, parts, name, pattern, times).into_inner()
}

fn fill<W: Write + Seek>(
    mut zip: ZipWriter<W>,
    parts: &[(&str, Vec<u8>)],
    name: &str,
    pattern: &[u8],
    times: usize,
) -> W {
    let options = SimpleFileOptions::default();
    for (part, bytes) in parts {
        zip.start_file(*part, options).unwrap();
        if *part != name {
            zip.write_all(bytes).unwrap();
            continue;
        }
        let text = String::from_utf8(bytes.clone()).unwrap();
        let (start, end) = text.split_once("BOMB").unwrap();
        zip.write_all(start.as_bytes()).unwrap();
        let many = pattern.repeat((1 << 16) / pattern.len() + 1);
        for _ in 0..times * pattern.len() / many.len() + 1 {
            zip.write_all(&many).unwrap();
        }
        zip.write_all(end.as_bytes()).unwrap();
    }
    zip.finish().unwrap()
}

/// Overwrites the unpacked size that a zip claims for its parts with a small one.
fn lie_about_sizes(mut zip: Vec<u8>) -> Vec<u8> {
    for (mark, at) in [(*b"PK\x01\x02", 24), (*b"PK\x03\x04", 22)] {
        let found: Vec<usize> = (0..zip.len() - 4)
            .filter(|&i| zip[i..i + 4] == mark)
            .collect();
        for start in found {
            if let Some(size) = zip.get_mut(start + at..start + at + 4) {
                size.copy_from_slice(&500_u32.to_le_bytes());
            }
        }
    }
    zip
}

const SHEET: &str = "xl/worksheets/sheet1.xml";
const STRINGS: &str = "xl/sharedStrings.xml";

#[test]
fn a_part_that_claims_to_be_too_large_is_refused_unread() {
    let bytes = bomb(&xlsx_parts("BOMB", ""), SHEET, b"<row/>", 40 << 20);
    assert!(bytes.len() < 2 << 20, "{}", bytes.len());
    let limit = Limits::default().unpacked;
    assert_eq!(read(&bytes), Err(SheetFault::UnpacksTooLarge { limit }));
}

#[test]
fn a_part_that_claims_nothing_is_stopped_when_it_has_become_too_large() {
    let zip = ZipWriter::new_stream(Vec::new());
    let parts = xlsx_parts("BOMB", "");
    let row = format!("<row spans=\"{}\"/>", " ".repeat(1000));
    let bytes = fill(zip, &parts, SHEET, row.as_bytes(), 240 << 10).into_inner();
    let limit = Limits::default().unpacked;
    assert_eq!(read(&bytes), Err(SheetFault::UnpacksTooLarge { limit }));
}

#[test]
fn a_part_that_lies_about_its_size_is_stopped_all_the_same() {
    let bytes = lie_about_sizes(bomb(&xlsx_parts("BOMB", ""), SHEET, b"<row/>", 40 << 20));
    let fault = read(&bytes).unwrap_err();
    assert!(
        matches!(
            fault,
            SheetFault::UnpacksTooLarge { .. } | SheetFault::Damaged { .. }
        ),
        "{fault}"
    );
}

#[test]
fn millions_of_shared_texts_are_refused() {
    let bytes = bomb(&xlsx_parts("", "BOMB"), STRINGS, b"<si/>", 30 << 20);
    assert!(matches!(read(&bytes), Err(SheetFault::TooMany { .. })));
}

#[test]
fn one_long_text_in_millions_of_cells_is_kept_as_far_as_there_is_room() {
    let strings = format!("<si><t>{}</t></si>", "å".repeat(30_000));
    let cell = b"<row><c t=\"s\"><v>0</v></c></row>";
    let bytes = bomb(&xlsx_parts("BOMB", &strings), SHEET, cell, 3 << 20);
    let book = read(&bytes).unwrap();
    assert!(book.sheets[0].left_out.rows);
    let kept: usize = book.sheets[0]
        .rows
        .iter()
        .map(|row| row.cells[0].len())
        .sum();
    assert!(kept <= Limits::default().text, "{kept}");
}

#[test]
fn cells_far_to_the_right_are_kept_as_far_as_there_is_room() {
    let bytes = bomb(
        &xlsx_parts("BOMB", ""),
        SHEET,
        b"<row><c r=\"SF1\"><v>1</v></c></row>",
        100,
    );
    assert_eq!(read(&bytes).unwrap().sheets[0].rows[0].cells.len(), 500);
    let rows: String = (1..30_000)
        .map(|n| format!("<row><c r=\"SF{n}\"><v>1</v></c></row>"))
        .collect();
    let sheet = &read(&xlsx(&rows, "")).unwrap().sheets[0];
    assert_eq!((sheet.rows.len(), sheet.left_out.rows), (8_000, true));
}

#[test]
fn a_sheet_that_claims_ten_million_rows_keeps_those_it_has() {
    let bytes = xlsx(
        r#"<row r="10000000"><c r="A10000000"><v>7</v></c></row>"#,
        "",
    );
    let sheet = &read(&bytes).unwrap().sheets[0];
    assert_eq!((sheet.rows.len(), sheet.rows[0].number), (1, 10_000_000));
}

#[test]
fn repeated_rows_and_cells_are_not_unfolded_beyond_the_limits() {
    let cell = |times: &str, text: &str| {
        format!(
            r#"<table:table-cell table:number-columns-repeated="{times}" office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#
        )
    };
    let table = |rows: &str, cells: &str| {
        ods(&format!(
            r#"<table:table><table:table-row table:number-rows-repeated="{rows}">{cells}</table:table-row></table:table>"#
        ))
    };
    for (rows, cells, kept, left_out) in [
        (
            "10000000",
            cell("1", "x"),
            200_000,
            LeftOut {
                rows: true,
                ..LeftOut::default()
            },
        ),
        (
            "4294967295",
            cell("18446744073709551615", "x"),
            8_000,
            LeftOut {
                rows: true,
                columns: true,
                ..LeftOut::default()
            },
        ),
        (
            "4294967295",
            cell("1000", "") + &cell("1", "x"),
            0,
            LeftOut {
                columns: true,
                ..LeftOut::default()
            },
        ),
    ] {
        let sheet = &read(&table(rows, &cells)).unwrap().sheets[0];
        assert_eq!((sheet.rows.len(), sheet.left_out), (kept, left_out));
    }
}

#[test]
fn a_document_type_is_refused_with_all_that_it_declares() {
    let laughs = r#"<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>"#;
    for at in [2, 4, 5] {
        let mut parts = xlsx_parts(r#"<row><c t="str"><v>&c;</v></c></row>"#, "");
        parts[at].1.splice(0..0, laughs.bytes());
        let fault = read(&zip(&borrowed(&parts))).unwrap_err();
        assert!(
            fault.to_string().contains("declares a document type"),
            "{fault}"
        );
    }
    let mut parts = ods_parts("");
    parts[2].1 = format!("{laughs}<x/>").into_bytes();
    let fault = read(&zip(&borrowed(&parts))).unwrap_err();
    assert!(
        fault.to_string().contains("declares a document type"),
        "{fault}"
    );
}

#[test]
fn what_is_nested_or_long_without_end_is_damaged() {
    let parts = xlsx_parts("BOMB", "");
    for (pattern, reason) in [
        (&b"<a>"[..], "nested too deeply"),
        (b"xxxxxxxxxxxxxxxx", "too long"),
        (b"<!--", "too long"),
        (b"<row a=\"<!--", "too long"),
    ] {
        let bytes = bomb(&parts, SHEET, pattern, (50 << 20) / pattern.len());
        let fault = read(&bytes).unwrap_err().to_string();
        assert!(fault.contains(reason), "{fault}");
    }
}

#[test]
fn a_thousand_attributes_and_a_thousand_sheets_take_no_time() {
    let attributes: String = (0..60_000).map(|n| format!(" a{n}=\"\"")).collect();
    let bytes = xlsx(&format!("<row{attributes}><c><v>1</v></c></row>"), "");
    assert_eq!(read(&bytes).unwrap().sheets[0].rows.len(), 1);
    let mut parts = xlsx_parts("", "");
    let sheets: String = (0..1000)
        .map(|n| format!("<sheet name=\"{n}\" r:id=\"r1\"/>"))
        .collect();
    parts[2].1 = format!("<workbook><sheets>{sheets}</sheets></workbook>").into_bytes();
    assert!(matches!(
        read(&zip(&borrowed(&parts))),
        Err(SheetFault::TooMany { what: "sheets", .. })
    ));
}

#[test]
fn a_long_cell_is_cut_and_said_to_be() {
    let rows = format!("<row><c t=\"str\"><v>{}</v></c></row>", "å".repeat(100_000));
    let sheet = &read(&xlsx(&rows, "")).unwrap().sheets[0];
    assert_eq!(sheet.rows[0].cells[0].chars().count(), 32_767);
    assert_eq!(sheet.left_out.cut, Some(1));
}

#[test]
fn a_text_of_endless_rows_or_columns_is_kept_within_the_limits() {
    let sheet = &read("x;y\n".repeat(300_000).as_bytes()).unwrap().sheets[0];
    assert_eq!((sheet.rows.len(), sheet.left_out.rows), (200_000, true));
    let sheet = &read(format!("{}\n", "x;".repeat(10_000)).repeat(50).as_bytes())
        .unwrap()
        .sheets[0];
    assert_eq!(
        (sheet.rows[0].cells.len(), sheet.left_out.columns),
        (500, true)
    );
    assert!(matches!(
        read("x;".repeat(1 << 20).as_bytes()),
        Err(SheetFault::Text { .. })
    ));
    let limit = Limits::default().bytes;
    assert_eq!(
        read(&vec![b'x'; 65 << 20]),
        Err(SheetFault::FileTooLarge { limit })
    );
}
