//! Workbooks of several sheets, the same list in another file, and lists whose columns were corrected before.

use vanort_app::desk::{Corrections, State, Stated};
use vanort_app::imports::{self, Because, Column, Fate};
use vanort_formats::table::{Cell, Column as Head, Kind, Note, Table};
use vanort_formats::workbook::SheetWriter;

use crate::world::{ATLAS, World, mark, run};

/// A workbook with a list, given as lines of cells with semicolons, before a long sheet of something else.
fn workbook(list: &str, other: &str) -> Vec<u8> {
    let mut lines = list.lines().map(|line| line.split(';'));
    let headers = lines.next().expect("a header");
    let lines_of_other = (0..30).map(|_| other.split(';').map(str::to_owned).collect());
    let table = Table {
        title: "Vänorter".to_owned(),
        columns: headers
            .map(|header| Head::new("cell", header, Kind::Text))
            .collect(),
        notes: vec![Note {
            title: "Kontakter".to_owned(),
            head: Vec::new(),
            rows: lines_of_other.collect(),
        }],
    };
    let mut sheet = SheetWriter::new(Vec::new(), &table).expect("a sheet");
    for line in lines {
        let cells: Vec<Cell> = line.map(Cell::text).collect();
        sheet.write(&cells).expect("a row");
    }
    sheet.finish().expect("a workbook")
}

const LIST: &str = "Ort;Land;Sedan\nLohja;Finland;1948\nKaunas;Litauen;1999";

#[test]
fn of_a_workbook_the_list_is_read_and_another_sheet_where_it_is_asked_for() {
    let bytes = workbook(LIST, "Kommunhuset;Storgatan;Växeln");
    let table = imports::table(&bytes, None, &ATLAS).expect("a table");
    assert_eq!(table.sheet, "Vänorter", "and not the sheet with most rows");
    assert_eq!(table.sheets, ["Vänorter", "Kontakter"]);
    let other = imports::table(&bytes, Some("Kontakter"), &ATLAS).expect("a table");
    assert_eq!((other.sheet.as_str(), other.rows.len()), ("Kontakter", 30));
    let none = imports::table(&bytes, Some("Blad9"), &ATLAS).expect("a table");
    assert_eq!(none.sheet, "Vänorter");

    let world = World::bundled();
    let desk = world.desk();
    let key = desk.bring("vaxjo.xlsx", bytes).expect("a list");
    let mapping = || {
        desk.pending(&key)
            .and_then(|pending| pending.mapping)
            .expect("a table")
    };
    assert_eq!(mapping().body.as_deref(), Some("Växjö"));
    assert_eq!(mapping().body_by.as_deref(), Some("vaxjo.xlsx"));
    assert!(desk.choose_sheet(&key, "Kontakter").expect("read"));
    assert!(!desk.choose_sheet(&key, "Kontakter").expect("read"));
    assert_eq!(mapping().header_row, None);
    let stated = Stated {
        publisher: "Växjö".to_owned(),
        ..Stated::default()
    };
    desk.state(&key, stated.clone()).expect("there");
    assert_eq!(desk.pending(&key).expect("there").stated, stated);
    assert!(desk.choose_sheet(&key, "Blad9").is_err());
    assert!(desk.choose_sheet(&key, "Vänorter").expect("read"));
    let said = Corrections {
        body: "Mora".to_owned(),
        ..Corrections::default()
    };
    desk.correct(&key, said).expect("corrected");
    let told = mapping();
    assert_eq!((told.body.as_deref(), told.body_by), (Some("Mora"), None));
    let turn = desk.begin(&key).expect("a turn");
    run(desk.plan(&key, turn)).expect("planned");
    let State::Planned(plan) = desk.pending(&key).expect("there").state else {
        panic!("planned")
    };
    let mora = plan.rows.iter().all(|row| {
        row.subject
            .as_ref()
            .is_some_and(|id| id.as_str() == "se-2062")
    });
    assert!(mora, "{:?}", plan.rows);
}

#[test]
fn columns_are_understood_as_they_were_corrected_before_under_the_same_headers() {
    let world = World::bundled();
    let desk = world.desk();
    let list = |partner: &str| format!("Kommun;Var;Land;Vad\nMora;{partner};Finland;Vilande\n");
    let first = desk.bring("a.csv", list("Lohja").into()).expect("a list");
    let columns = |key: &str| -> Vec<(Column, Because)> {
        let mapping = desk
            .pending(key)
            .and_then(|pending| pending.mapping)
            .expect("a table");
        mapping
            .columns
            .iter()
            .map(|used| (used.column, used.because))
            .collect()
    };
    assert_eq!(columns(&first)[3], (Column::Ignored, Because::Nothing));
    let said = Corrections {
        columns: vec![(1, Column::Partner), (3, Column::Status)],
        ..Corrections::default()
    };
    desk.correct(&first, said).expect("corrected");
    let second = desk.bring("b.csv", list("Vörå").into()).expect("a list");
    assert_eq!(columns(&second)[1], (Column::Partner, Because::Remembered));
    assert_eq!(columns(&second)[3], (Column::Status, Because::Remembered));
    let turn = desk.begin(&first).expect("a turn");
    run(desk.plan(&first, turn)).expect("planned");
    let (turn, plan) = desk
        .take_plan(&first, &mark(&desk, &first))
        .expect("a plan");
    run(desk.carry_out(&first, turn, plan)).expect("taken in");
    // On another desk it is known from the log; under other headers it is not.
    let desk = world.desk();
    let columns = |title: &str, text: String| {
        let key = desk.bring(title, text.into()).expect("a list");
        let mapping = desk
            .pending(&key)
            .and_then(|pending| pending.mapping)
            .expect("a table");
        mapping.columns[3].because
    };
    assert_eq!(columns("c.csv", list("Sel")), Because::Remembered);
    assert_eq!(
        columns("d.csv", list("Sel").replace("Vad", "Hur")),
        Because::Nothing
    );
}

/// Takes a file in over a desk of its own, as the word of a publisher on a date; how many of its rows are new.
fn take_in(world: &World, title: &str, bytes: Vec<u8>, [publisher, date]: [&str; 2]) -> usize {
    let desk = world.desk();
    let key = desk.bring(title, bytes).expect("a list");
    let stated = Stated {
        publisher: publisher.to_owned(),
        date: Some(date.to_owned()),
        ..Stated::default()
    };
    let said = Corrections {
        stated,
        ..Corrections::default()
    };
    desk.correct(&key, said).expect("corrected");
    let turn = desk.begin(&key).expect("a turn");
    run(desk.plan(&key, turn)).expect("planned");
    let (turn, plan) = desk.take_plan(&key, &mark(&desk, &key)).expect("a plan");
    let new = plan
        .rows
        .iter()
        .filter(|row| row.fate != Fate::Known)
        .count();
    run(desk.carry_out(&key, turn, plan)).expect("taken in");
    new
}

#[test]
fn the_same_table_in_another_file_adds_nothing_and_neither_do_the_same_rows_of_its_source() {
    let world = World::bundled();
    let csv = LIST
        .replace("Ort", "Kommun;Ort")
        .replace("\nLohja", "\nMora;Lohja")
        .replace("\nKaunas", "\nMora;Kaunas");
    let take_in = |title, bytes, publisher, date| take_in(&world, title, bytes, [publisher, date]);
    let imports = || world.recorder.live().snapshot().register.imports().count();
    assert_eq!(
        take_in("lista.csv", csv.clone().into(), "En förening", "2018"),
        2
    );
    assert_eq!(imports(), 1);
    // As a workbook, and in UTF-16; under another name, publisher and date.
    assert_eq!(
        take_in("lista.xlsx", workbook(&csv, "x"), "Föreningen", "2019"),
        0
    );
    let utf16: Vec<u8> = "\u{feff}"
        .chars()
        .chain(csv.chars())
        .collect::<String>()
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(take_in("kopia.csv", utf16, "En förening", "2018"), 0);
    // One row more: the others are known by the publisher, or by the title, and what another says is news.
    let longer = format!("{csv}\nMora;Sel;1990");
    let wider = longer.replace("Sel;1990", "Sel;Norge;1990");
    assert_eq!(
        take_in("ny.csv", wider.clone().into(), "En förening", "2018"),
        1
    );
    let again = format!("{wider}\nMora;Skien;Norge;1990");
    assert_eq!(
        take_in("lista.csv", again.clone().into(), "Samma förening", "2018"),
        2,
        "Sel came under another title"
    );
    let later = format!("{again}\nMora;Hamar;Norge;1990");
    assert_eq!(take_in("annan.csv", later.into(), "En kommun", "2018"), 5);
    let imports_then = imports();
    assert_eq!(take_in("lista.csv", wider.into(), "En förening", "2019"), 0);
    assert_eq!(imports(), imports_then, "nothing new leaves no import");
}
