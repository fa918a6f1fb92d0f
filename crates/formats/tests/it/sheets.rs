//! Sheets as editors bring them.

use proptest::prelude::*;
use vanort_formats::sheets::{Foreign, Format, Limits, SheetFault, Workbook};

use crate::files::{borrowed, editors_workbook, lines, ods, ods_parts, xlsx, xlsx_parts, zip};

fn read(bytes: &[u8]) -> Workbook {
    Workbook::read(bytes, Limits::default()).unwrap()
}

#[test]
fn a_workbook_is_read_as_it_is_seen() {
    let book = read(&editors_workbook());
    assert_eq!(book.format, Format::Xlsx);
    let [sheet, hidden] = &book.sheets[..] else {
        panic!("two sheets")
    };
    assert_eq!((&*sheet.name, sheet.hidden), ("Vänorter", false));
    assert_eq!(
        lines(sheet),
        [
            "1: Vänorter i länet",
            "4: Kommun|Kod|Vänort|Sedan|Sedan",
            "5: Åmål|1492|Tønder & Højer|1971|1998-05-08",
            "7: |0180|Åmål x|TRUE|1971",
        ]
    );
    assert!(sheet.left_out.is_nothing());
    assert_eq!((&*hidden.name, hidden.hidden), ("Listor", true));
    assert_eq!(
        book.main_sheet().map(|sheet| &*sheet.name),
        Some("Vänorter")
    );
}

#[test]
fn cells_are_read_however_they_are_stored() {
    for (cell, expected) in [
        (r#"<c r="A1"><v>1971</v></c>"#, "1971"),
        (r#"<c><v>1971.0</v></c>"#, "1971"),
        (r#"<c r="A1" s="1"><v>35923</v></c>"#, "1998-05-08"),
        (r#"<c r="A1" s="2"><v>35923</v></c>"#, "1998"),
        (
            r#"<c r="A1" t="d"><v>1998-05-08T00:00:00</v></c>"#,
            "1998-05-08",
        ),
        (r#"<c r="A1" t="s"><v>1</v></c>"#, "Åbo & Turku"),
        (r#"<c r="A1" t="s"><v>77</v></c>"#, ""),
        (
            r#"<c r="A1" t="inlineStr"><is><r><t>Å</t></r><r><t>bo</t></r><rPh><t>x</t></rPh></is></c>"#,
            "Åbo",
        ),
        (r#"<c r="A1" t="str"><f>A2</f><v>Bergen</v></c>"#, "Bergen"),
        (r#"<c r="A1"><f>1+1</f></c>"#, ""),
        (r#"<c r="A1" t="e"><v>#N/A</v></c>"#, "#N/A"),
        (r#"<c r="A1" t="b"><v>0</v></c>"#, "FALSE"),
        (r#"<x:c r="A1"><x:v>7</x:v></x:c>"#, "7"),
        (
            r#"<c r="A1" t="str"><v>&#197;bo &lt; &unknown;x</v></c>"#,
            "Åbo < x",
        ),
    ] {
        let bytes = xlsx(
            &format!("<row r=\"1\">{cell}</row>"),
            "<si><t>Oslo</t></si><si><t>Åbo &amp; </t><rPh><t>no</t></rPh><t>Turku</t></si>",
        );
        let sheet = &read(&bytes).sheets[0];
        let seen = sheet.rows.first().map_or("", |row| row.cells[0].as_str());
        assert_eq!(seen, expected, "{cell}");
    }
}

#[test]
fn a_spreadsheet_of_opendocument_is_read_as_it_is_seen() {
    let tables = r#"
<table:table table:name="Vänorter">
 <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
 <table:table-row>
  <table:table-cell office:value-type="string" table:number-columns-spanned="2"><text:p>Kommun</text:p></table:table-cell>
  <table:covered-table-cell office:value-type="string"><text:p>under</text:p></table:covered-table-cell>
  <table:table-cell office:value-type="string"><office:annotation><text:p>anteckning</text:p></office:annotation><text:p>Vän<text:s text:c="2"/><text:span>ort</text:span></text:p><text:p>två</text:p></table:table-cell>
 </table:table-row>
 <table:table-row table:number-rows-repeated="2">
  <table:table-cell office:value-type="float" office:value="1971"><text:p>1971,0</text:p></table:table-cell>
  <table:table-cell office:value-type="float" office:value="180"><text:p>0180</text:p></table:table-cell>
  <table:table-cell office:value-type="date" office:date-value="1998-05-08T00:00:00"><text:p>8 maj 98</text:p></table:table-cell>
  <table:table-cell office:value-type="date" office:date-value="1998-05-08"><text:p>1998</text:p></table:table-cell>
  <table:table-cell office:value-type="percentage" office:value="0.25"><text:p>25,00 %</text:p></table:table-cell>
  <table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>SANT</text:p></table:table-cell>
  <table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>a &amp; b</text:p></table:table-cell>
 </table:table-row>
 <table:table-row table:number-rows-repeated="1048500"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
</table:table>
<table:table table:name="Dold" table:style-name="ta2"/>"#;
    let book = read(&ods(tables));
    assert_eq!(book.format, Format::Ods);
    assert_eq!(
        lines(&book.sheets[0]),
        [
            "3: Kommun||Vän  ort\ntvå",
            "4: 1971|0180|1998-05-08|1998|25 %|TRUE|a & b|a & b",
            "5: 1971|0180|1998-05-08|1998|25 %|TRUE|a & b|a & b",
        ]
    );
    assert!(book.sheets[0].left_out.is_nothing());
    assert_eq!(
        (&*book.sheets[1].name, book.sheets[1].hidden),
        ("Dold", true)
    );
}

#[test]
fn a_text_is_one_sheet_in_any_of_its_encodings() {
    let text = "Kommun;Vänort\r\nÅmål;Tønder\r\n";
    let utf16 = std::iter::once(0xFEFF).chain(text.encode_utf16());
    let (windows, ..) = encoding_rs::WINDOWS_1252.encode(text);
    for bytes in [
        text.as_bytes().to_vec(),
        [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
        utf16.flat_map(u16::to_le_bytes).collect(),
        windows.into_owned(),
        text.replace(';', "\t").into_bytes(),
    ] {
        let book = read(&bytes);
        assert_eq!(book.format, Format::Text);
        assert_eq!(
            lines(&book.sheets[0]),
            ["1: Kommun|Vänort", "2: Åmål|Tønder"]
        );
    }
}

#[test]
fn what_is_packed_but_no_table_is_called_by_its_name() {
    let manifest = b"<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    let mut protected = ods_parts("");
    protected[1].1 = manifest.to_vec();
    let text: &[u8] = b"application/vnd.oasis.opendocument.text";
    for (bytes, expected) in [
        (zip(&[("word/document.xml", b"<a/>")]), Foreign::Document),
        (
            zip(&[("mimetype", text), ("content.xml", b"<a/>")]),
            Foreign::Document,
        ),
        (
            zip(&[("xl/workbook.bin", b"x"), ("xl/a.xml", b"x")]),
            Foreign::Xlsb,
        ),
        (zip(&[("lista.csv", b"a,b")]), Foreign::Archive),
        (zip(&[("inre.xlsx", &editors_workbook())]), Foreign::Archive),
        (zip(&borrowed(&protected)), Foreign::Protected),
    ] {
        let fault = Workbook::read(&bytes, Limits::default());
        assert_eq!(fault, Err(SheetFault::Foreign(expected)));
    }
}

#[test]
fn a_fault_says_what_to_do() {
    for (bytes, expected) in [
        (
            &b"%PDF-1.7"[..],
            "this is a PDF document; copy its table to a spreadsheet; save it as xlsx or csv",
        ),
        (
            b"\xD0\xCF\x11\xE0",
            "this is an Excel workbook of the old kind (xls); save it as xlsx or csv",
        ),
        (b"", "the file is empty"),
        (b"  \n", "the file is empty"),
        (
            b"a,\"b\nc",
            "line 1: has a quotation mark that is not closed before the end of the file",
        ),
    ] {
        let fault = Workbook::read(bytes, Limits::default()).unwrap_err();
        assert_eq!(fault.to_string(), expected);
    }
}

#[test]
fn a_file_that_ends_too_early_is_damaged() {
    let whole = editors_workbook();
    for length in [30, whole.len() / 2, whole.len() - 1] {
        let fault = Workbook::read(&whole[..length], Limits::default()).unwrap_err();
        assert!(
            matches!(fault, SheetFault::Damaged { .. }),
            "{length}: {fault}"
        );
    }
    let mut parts = xlsx_parts("", "");
    parts[5].1 = b"<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1".to_vec();
    let fault = Workbook::read(&zip(&borrowed(&parts)), Limits::default()).unwrap_err();
    assert!(matches!(fault, SheetFault::Damaged { .. }), "{fault}");
}

/// What the most used reader in Rust makes of the first sheet, in the same form.
fn as_others_read(bytes: &[u8]) -> Vec<Vec<String>> {
    use calamine::Reader as _;
    let mut book: calamine::Xlsx<_> = calamine::Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
    let range = book.worksheet_range_at(0).unwrap().unwrap();
    let row = |row: &[calamine::Data]| row.iter().map(ToString::to_string).collect();
    range.rows().map(row).collect()
}

proptest! {
    #![proptest_config(crate::fuzz::config(64))]

    #[test]
    fn a_workbook_says_the_same_here_and_to_another_reader(
        cells in prop::collection::btree_map(
            (0u32..6, 0u16..5),
            prop_oneof![
                "[ÅÄÖåäöa-z<>&\"' ]{0,9}[a-zå]".prop_map(Ok),
                (-9999i32..9999).prop_map(|n| Err(f64::from(n) / 4.0)),
            ],
            1..12,
        ),
    ) {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        // A corner, so that both begin at the first cell.
        sheet.write(0, 0, "x").unwrap();
        for ((row, column), cell) in &cells {
            match cell {
                Ok(text) => sheet.write(*row, *column, text.trim()).unwrap(),
                Err(number) => sheet.write(*row, *column, *number).unwrap(),
            };
        }
        let bytes = book.save_to_buffer().unwrap();
        let mut expected = as_others_read(&bytes);
        for row in &mut expected {
            let length = row.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
            row.truncate(length);
        }
        let mut seen = vec![Vec::new(); expected.len()];
        for row in &read(&bytes).sheets[0].rows {
            seen[row.number as usize - 1] = row.cells.iter().map(ToString::to_string).collect();
        }
        prop_assert_eq!(seen, expected);
    }
}

#[test]
fn what_would_be_lost_is_said_with_its_line() {
    let long = "å".repeat(32_768);
    let cell = |text: &str| format!("<row r=\"7\"><c t=\"str\"><v>{text}</v></c></row>");
    let utf16: Vec<u8> = [0xFEFF, 0x61, 0x0A, 0xD800, 0x62]
        .into_iter()
        .flat_map(u16::to_le_bytes)
        .collect();
    let unreadable = |line| Err(SheetFault::Unreadable { line });
    let long_cell = |line| {
        Err(SheetFault::LongCell {
            line,
            limit: 32_767,
        })
    };
    for (what, bytes, expected) in [
        (
            "one byte of Windows-1252",
            b"Kommun;V\xC3\xA4nort\nOrsa;Viborg\nEda;Kaunas\xF6\n".to_vec(),
            unreadable(3),
        ),
        (
            "lost earlier",
            "Kommun;Vänort\n\nEda;Kaunas\u{FFFD}\n".into(),
            unreadable(3),
        ),
        ("half a character of UTF-16", utf16, unreadable(2)),
        (
            "a long cell",
            format!("Kommun;Vänort\nEda;{long}\nEda;{long}\n").into_bytes(),
            long_cell(2),
        ),
        ("a long cell of XLSX", xlsx(&cell(&long), ""), long_cell(7)),
        (
            "lost in XLSX",
            xlsx(&cell("Kaunas\u{FFFD}"), ""),
            unreadable(7),
        ),
        (
            "Windows-1252",
            b"Kommun;V\xE4nort\nEda;\xC5bo\n".to_vec(),
            Ok(()),
        ),
        (
            "as long as a cell may be",
            format!("Kommun;Vänort\nEda;{}\n", "å".repeat(32_767)).into_bytes(),
            Ok(()),
        ),
    ] {
        let sheet = &read(&bytes).sheets[0];
        assert_eq!(sheet.check_whole(Limits::default()), expected, "{what}");
    }
}

#[test]
fn a_workbook_with_bytes_that_are_no_text_is_damaged() {
    let cell = "<row r=\"7\"><c t=\"str\"><v>Kaunas?</v></c></row>";
    let mut broken = xlsx_parts(cell, "");
    for byte in &mut broken[5].1 {
        if *byte == b'?' {
            *byte = 0xF6;
        }
    }
    let broken = Workbook::read(&zip(&borrowed(&broken)), Limits::default());
    assert!(
        matches!(broken, Err(SheetFault::Damaged { .. })),
        "{broken:?}"
    );
}
