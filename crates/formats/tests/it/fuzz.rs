//! No bytes make a reader panic: files as they come, with bytes changed, cut off, put in or taken from elsewhere.
//!
//! The cases are few, so that every run of the tests has them. For more:
//! `PROPTEST_CASES=20000 cargo nextest run -p vanort-formats fuzz`.

use proptest::prelude::*;
use proptest::sample::Index;
use vanort_formats::sheets::{Limits, Workbook};
use vanort_formats::sparql::{self, Results};

use crate::files::{borrowed, editors_workbook, ods_parts, stored, xlsx_parts};

/// So many cases, or as many as `PROPTEST_CASES` says.
pub fn config(few: u32) -> ProptestConfig {
    let stated = std::env::var("PROPTEST_CASES").ok();
    ProptestConfig {
        cases: stated.and_then(|cases| cases.parse().ok()).unwrap_or(few),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// Small, so that a case takes no time and limits are met.
fn small() -> Limits {
    Limits {
        bytes: 1 << 20,
        unpacked: 1 << 20,
        sheets: 3,
        rows: 20,
        columns: 6,
        cell: 40,
        cells: 60,
        text: 500,
    }
}

const ROWS: &str = r#"<row r="1" spans="1:3"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>35923.5</v></c><c r="C1" t="b"><v>1</v></c></row>
<row r="3"><c r="A3" t="inlineStr"><is><r><t xml:space="preserve"> _x000D_&#229;&amp;</t></r></is></c><c t="str"><f>A1</f><v>x</v></c><c s="2"><v>-1e300</v></c></row>"#;

const TABLES: &str = r#"<table:table table:name="a"><table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="2" office:value-type="date" office:date-value="1998-05-08"><text:p>1998</text:p></table:table-cell><table:covered-table-cell/><table:table-cell office:value-type="float" office:value="7"><office:annotation><text:p>n</text:p></office:annotation><text:p>07<text:s text:c="3"/></text:p></table:table-cell></table:table-row></table:table>"#;

/// The files that are changed.
fn seeds() -> Vec<Vec<u8>> {
    let strings = "<si><t>Åbo</t></si><si><r><t>x</t></r><rPh><t>y</t></rPh></si>";
    vec![
        editors_workbook(),
        stored(&borrowed(&xlsx_parts(ROWS, strings))),
        stored(&borrowed(&ods_parts(TABLES))),
        "Kommun;Vänort\n\"Åmål\";Tønder, Gjerstad\n".into(),
        "\u{FEFF}a,b\r\n1,\"x\ny\"\r\n".into(),
    ]
}

/// One change to a file.
#[derive(Debug, Clone)]
enum Change {
    Set(Index, u8),
    Flip(Index, u8),
    Cut(Index),
    Insert(Index, Vec<u8>),
    Copy(Index, Index, usize),
    Remove(Index, usize),
}

fn change() -> impl Strategy<Value = Change> {
    let pieces = prop_oneof![
        prop::collection::vec(any::<u8>(), 1..8),
        prop::sample::select(vec![
            "<c",
            "/>",
            "</row>",
            "\"",
            "99999999999",
            "<si>",
            "<t>",
            "&#x10FFFF;",
            "<!--",
            "<![CDATA[",
            "r=\"ZZZ4294967295\"",
            "<v>1e999</v>",
            "NaN",
            "0",
            "<table:table-cell>",
            "-1",
        ])
        .prop_map(|text| text.as_bytes().to_vec()),
    ];
    prop_oneof![
        (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Change::Set(at, byte)),
        (any::<Index>(), 0u8..8).prop_map(|(at, bit)| Change::Flip(at, bit)),
        any::<Index>().prop_map(Change::Cut),
        (any::<Index>(), pieces).prop_map(|(at, bytes)| Change::Insert(at, bytes)),
        (any::<Index>(), any::<Index>(), 1usize..200).prop_map(|(a, b, n)| Change::Copy(a, b, n)),
        (any::<Index>(), 1usize..50).prop_map(|(at, n)| Change::Remove(at, n)),
    ]
}

fn apply(bytes: &mut Vec<u8>, change: &Change) {
    if bytes.is_empty() {
        return;
    }
    let length = bytes.len();
    match change {
        Change::Set(at, byte) => bytes[at.index(length)] = *byte,
        Change::Flip(at, bit) => bytes[at.index(length)] ^= 1 << bit,
        Change::Cut(at) => bytes.truncate(at.index(length)),
        Change::Insert(at, new) => {
            let at = at.index(length);
            bytes.splice(at..at, new.iter().copied());
        }
        Change::Copy(from, to, count) => {
            let from = from.index(length);
            let piece = bytes[from..(from + count).min(length)].to_vec();
            let to = to.index(length);
            bytes.splice(to..to, piece);
        }
        Change::Remove(at, count) => {
            let at = at.index(length);
            bytes.drain(at..(at + count).min(length));
        }
    }
}

/// Reads, and checks that the limits were kept.
fn read_within_limits(bytes: &[u8]) -> Result<(), TestCaseError> {
    let limits = small();
    let Ok(book) = Workbook::read(bytes, limits) else {
        return Ok(());
    };
    prop_assert!(book.sheets.len() <= limits.sheets);
    let cells: usize = book
        .sheets
        .iter()
        .flat_map(|s| &s.rows)
        .map(|r| r.cells.len())
        .sum();
    prop_assert!(cells <= limits.cells, "{} cells", cells);
    for sheet in &book.sheets {
        prop_assert!(sheet.rows.len() <= limits.rows);
        prop_assert!(sheet.rows.is_sorted_by(|a, b| a.number < b.number));
        for row in &sheet.rows {
            prop_assert!(row.cells.len() <= limits.columns);
            prop_assert!(row.cells.last().is_some_and(|cell| !cell.is_empty()));
            prop_assert!(
                row.cells
                    .iter()
                    .all(|cell| cell.chars().count() <= limits.cell)
            );
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn changed_files_are_read_or_refused(
        seed in 0usize..5,
        changes in prop::collection::vec(change(), 1..6),
    ) {
        let mut bytes = seeds().swap_remove(seed);
        for change in &changes {
            apply(&mut bytes, change);
        }
        read_within_limits(&bytes)?;
    }

    /// The XML is changed before it is packed, so that neither checksum nor length gives the change away.
    #[test]
    fn changed_parts_in_a_sound_zip_are_read_or_refused(
        ods in any::<bool>(),
        part in any::<Index>(),
        changes in prop::collection::vec(change(), 1..6),
    ) {
        let mut parts = if ods { ods_parts(TABLES) } else { xlsx_parts(ROWS, "<si><t>Åbo</t></si>") };
        let at = part.index(parts.len());
        for change in &changes {
            apply(&mut parts[at].1, change);
        }
        read_within_limits(&stored(&borrowed(&parts)))?;
    }

    #[test]
    fn changed_query_results_are_read_or_refused(changes in prop::collection::vec(change(), 0..6)) {
        let mut bytes = br#"{"head": {"vars": ["a"]}, "results": {"bindings": [{"a": {"type": "literal", "value": "\u00c5bo", "xml:lang": "sv"}}]}}"#.to_vec();
        for change in &changes {
            apply(&mut bytes, change);
        }
        let limits = sparql::Limits { bytes: 200, rows: 3, variables: 3 };
        match Results::read(&bytes[..], limits) {
            Ok(results) => {
                prop_assert!(bytes.len() <= 200);
                prop_assert!(results.rows.iter().all(|row| row.keys().all(|key| results.variables.contains(key))));
            }
            Err(fault) => prop_assert!(!changes.is_empty(), "{}", fault),
        }
    }

    /// Whatever a sheet holds, its table has names for all its columns, each name once, and loses no row.
    #[test]
    fn random_bytes_are_read_or_refused(
        start in prop::sample::select(vec![&b""[..], b"PK\x03\x04", b"PK\x05\x06", b"\xD0\xCF\x11\xE0", b"<", b"\xFF\xFE"]),
        rest in prop::collection::vec(any::<u8>(), 0..300),
    ) {
        read_within_limits(&[start, &rest].concat())?;
    }
}
