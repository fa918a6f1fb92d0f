//! Makes files for the tests.

use std::io::{Cursor, Write as _};

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook as Writer};
use vanort_formats::sheets::Sheet;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A zip of parts.
pub fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    zip_with(parts, CompressionMethod::Deflated)
}

/// A zip of parts that are not packed, so that a changed byte is a changed byte of XML.
pub fn stored(parts: &[(&str, &[u8])]) -> Vec<u8> {
    zip_with(parts, CompressionMethod::Stored)
}

fn zip_with(parts: &[(&str, &[u8])], method: CompressionMethod) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(method);
    for (name, bytes) in parts {
        zip.start_file(*name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The parts of a workbook of one sheet, as text: the rows within `sheetData`, and the shared strings.
pub fn xlsx_parts(rows: &str, strings: &str) -> Vec<(&'static str, Vec<u8>)> {
    vec![
        (
            "_rels/.rels",
            br#"<Relationships><Relationship Id="a" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>"#.to_vec(),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            br#"<Relationships><Relationship Id="r1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="http://x/styles" Target="styles.xml"/></Relationships>"#.to_vec(),
        ),
        (
            "xl/workbook.xml",
            br#"<workbook><sheets><sheet name="Blad1" sheetId="1" r:id="r1"/></sheets></workbook>"#.to_vec(),
        ),
        (
            "xl/styles.xml",
            br#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>"#.to_vec(),
        ),
        (
            "xl/sharedStrings.xml",
            format!("<sst uniqueCount=\"99999999999999\">{strings}</sst>").into_bytes(),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!("<worksheet><dimension ref=\"A1:XFD9999999999\"/><sheetData>{rows}</sheetData></worksheet>").into_bytes(),
        ),
    ]
}

/// A workbook of one sheet, written by hand.
pub fn xlsx(rows: &str, strings: &str) -> Vec<u8> {
    zip(&borrowed(&xlsx_parts(rows, strings)))
}

/// Parts as they are packed.
pub fn borrowed<'p>(parts: &'p [(&'p str, Vec<u8>)]) -> Vec<(&'p str, &'p [u8])> {
    parts
        .iter()
        .map(|(name, bytes)| (*name, &**bytes))
        .collect()
}

/// The parts of an OpenDocument spreadsheet: `tables` stand within the body.
pub fn ods_parts(tables: &str) -> Vec<(&'static str, Vec<u8>)> {
    let content = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><office:document-content><office:automatic-styles><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"#
    );
    vec![
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet".to_vec(),
        ),
        ("META-INF/manifest.xml", b"<manifest:manifest/>".to_vec()),
        ("content.xml", content.into_bytes()),
    ]
}

/// An OpenDocument spreadsheet, written by hand.
pub fn ods(tables: &str) -> Vec<u8> {
    zip(&borrowed(&ods_parts(tables)))
}

/// A workbook as an editor would send it: a title over merged cells, blank rows, twice the same header, numbers, dates,
/// formulas, and a hidden sheet.
pub fn editors_workbook() -> Vec<u8> {
    let mut book = Writer::new();
    let date = Format::new().set_num_format("yyyy-mm-dd");
    let code = Format::new().set_num_format("0000");
    let bold = Format::new().set_bold();
    let sheet = book.add_worksheet().set_name("Vänorter").unwrap();
    sheet
        .merge_range(0, 0, 0, 4, "Vänorter i länet", &bold)
        .unwrap();
    for (column, header) in ["Kommun", "Kod", "Vänort", "Sedan", "Sedan"]
        .iter()
        .enumerate()
    {
        sheet.write(3, column as u16, *header).unwrap();
    }
    sheet.write(4, 0, "Åmål").unwrap();
    sheet.write_with_format(4, 1, 1492, &code).unwrap();
    sheet.write(4, 2, "Tønder & Højer").unwrap();
    sheet.write(4, 3, 1971).unwrap();
    let day = ExcelDateTime::from_ymd(1998, 5, 8).unwrap();
    sheet.write_with_format(4, 4, &day, &date).unwrap();
    sheet.write_with_format(6, 1, 180, &code).unwrap();
    let formula = Formula::new("=A5&\" x\"").set_result("Åmål x");
    sheet.write(6, 2, formula).unwrap();
    sheet.write(6, 3, true).unwrap();
    let sum = Formula::new("=1900+71").set_result("1971");
    sheet.write(6, 4, sum).unwrap();
    let hidden = book.add_worksheet().set_name("Listor").unwrap();
    hidden.set_hidden(true);
    hidden.write(0, 0, "Norge").unwrap();
    book.save_to_buffer().unwrap()
}

/// A sheet as lines: the row's number, then its cells.
pub fn lines(sheet: &Sheet) -> Vec<String> {
    let line =
        |row: &vanort_formats::sheets::SheetRow| format!("{}: {}", row.number, row.cells.join("|"));
    sheet.rows.iter().map(line).collect()
}
