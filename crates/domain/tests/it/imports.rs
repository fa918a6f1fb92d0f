//! Imports that are withdrawn and put back, and words that mean no body.

use vanort_domain::log::{Content, Entry};
use vanort_domain::register::{AsOf, Register};

use crate::build::{body, fold, log, says, source, values};

/// The record of an import.
pub fn import(way: &str) -> Content {
    let fields = [
        ("way", way),
        ("title", "list.csv"),
        ("format", "table"),
        ("digest", "00"),
        ("rows", "2"),
    ];
    Content::from_values("import", &values(&fields)).expect("import")
}

/// That an import is withdrawn, or put back.
pub fn withdrawal(way: &str, withdrawn: bool) -> Content {
    let withdrawn = withdrawn.to_string();
    Content::from_values(
        "withdrawal",
        &values(&[("way", way), ("withdrawn", &withdrawn)]),
    )
    .expect("withdrawal")
}

/// The register of a log, which is the same whether it is folded at once or taken in entry by entry.
fn imported(contents: impl IntoIterator<Item = (Content, &'static str)>) -> Register {
    let (contents, ways): (Vec<Content>, Vec<&str>) = contents.into_iter().unzip();
    let entries = log(contents).into_iter().zip(ways);
    let entries: Vec<Entry> = entries
        .map(|(entry, way)| Entry {
            by: way.into(),
            ..entry
        })
        .collect();
    let mut grown = Register::default();
    entries.iter().cloned().for_each(|entry| grown.apply(entry));
    let folded = Register::fold(entries, AsOf::NOW);
    assert!(grown == folded, "taken in entry by entry it is another");
    folded
}

/// A decision on bodies; one that takes an earlier one back, with its number.
fn decision(a: &str, b: &str, verdict: &str, withdraws: Option<&str>) -> (Content, &'static str) {
    let mut fields = vec![("a", a), ("b", b), ("verdict", verdict)];
    fields.extend(withdraws.map(|seq| ("withdraws", seq)));
    let content = Content::from_values("decision", &values(&fields)).expect("decision");
    (content, "editor")
}

fn has(register: &Register, id: &str) -> bool {
    let id = id.parse().expect("id");
    let listed = register.bodies().any(|body| body.id == id);
    assert_eq!(register.body(&id).is_some(), listed, "{id}");
    listed
}

fn before() -> Vec<(Content, &'static str)> {
    vec![
        (body("se-1280", "Malmö", "SE"), "bundle"),
        (body("gn-1", "Turku", "FI"), "bundle"),
        (source("page", "municipal_pages"), "bundle"),
        (says("subject", "se-1280", "gn-1", &[]), "bundle"),
    ]
}

fn with_import() -> Vec<(Content, &'static str)> {
    let mut contents = before();
    contents.extend([
        (import("import-a"), "import-a"),
        (body("vn-x", "Somewhere", "FI"), "import-a"),
        (says("third", "se-1280", "vn-x", &[]), "import-a"),
        (
            says("third", "se-1280", "gn-1", &[("activity", "ended")]),
            "import-a",
        ),
    ]);
    contents
}

fn shown(register: &Register) -> (usize, usize, Vec<String>) {
    let pairs = register
        .partnerships()
        .map(|p| format!("{} {:?}", p.pair, p.activity))
        .collect();
    (register.bodies().count(), register.sources().count(), pairs)
}

#[test]
fn a_withdrawn_import_leaves_the_register_as_it_was_and_can_be_put_back() {
    let plain = imported(before());
    let full = imported(with_import());
    assert_ne!(shown(&plain), shown(&full));
    let mut contents = with_import();
    contents.push((withdrawal("import-a", true), "editor"));
    let withdrawn = imported(contents.clone());
    assert_eq!(shown(&withdrawn), shown(&plain));
    assert!(withdrawn.is_withdrawn("import-a") && withdrawn.import("import-a").is_some());
    let (left, all) = (withdrawn.figures(), full.figures());
    assert_eq!(left.statements, plain.figures().statements);
    assert_eq!(left.statements_not_counting, 2);
    assert_eq!(
        (all.statements, all.statements_not_counting),
        (left.statements + 2, 0)
    );
    contents.push((withdrawal("import-a", false), "editor"));
    assert_eq!(shown(&imported(contents)), shown(&full));
}

#[test]
fn what_came_with_a_withdrawn_import_is_shown_once_something_else_speaks_of_it() {
    let mut contents = with_import();
    contents.push((withdrawal("import-a", true), "editor"));
    contents.push((says("subject", "se-1280", "vn-x", &[]), "editor"));
    let register = imported(contents);
    assert!(register.body(&"vn-x".parse().expect("id")).is_some());
    assert_eq!(register.partnership_count(), 2);
}

#[test]
fn words_that_mean_no_body_make_no_partnership() {
    let nobody = [("a", "vn-x"), ("b", "vn-x"), ("verdict", "not_a_body")];
    let decision = Content::from_values("decision", &values(&nobody)).expect("decision");
    let contents = [
        body("se-1280", "Malmö", "SE"),
        body("vn-x", "partners in all Europe", "FI"),
        source("page", "municipal_pages"),
        says("subject", "se-1280", "vn-x", &[]),
    ];
    assert_eq!(fold(contents.clone()).partnership_count(), 1);
    let decided = fold(contents.into_iter().chain([decision]));
    assert_eq!(decided.partnership_count(), 0);
    assert!(decided.identity().is_nobody(&"vn-x".parse().expect("id")));
}

#[test]
fn what_is_said_to_be_no_body_is_not_seen_until_that_is_taken_back_and_the_log_keeps_its_name() {
    let mut contents = with_import();
    contents.push(decision("vn-x", "vn-x", "not_a_body", None));
    // Whatever comes of it later, from whomever, is no body either.
    contents.push((body("vn-x", "Somewhere else", "FI"), "bundle"));
    contents.push((says("third", "vn-x", "se-1280", &[]), "bundle"));
    let decided = imported(contents.clone());
    assert!(!has(&decided, "vn-x"));
    assert_eq!(decided.partnership_count(), 1);
    let on_record = decided.body_on_record(&"vn-x".parse().expect("id"));
    assert_eq!(on_record.expect("a body").name, "Somewhere else");
    let seq = (with_import().len() + 1).to_string();
    contents.push(decision("vn-x", "vn-x", "not_a_body", Some(&seq)));
    let back = imported(contents);
    assert!(has(&back, "vn-x"));
    assert_eq!(back.partnership_count(), 2);
}

#[test]
fn a_decision_on_what_only_a_withdrawn_import_names_does_not_show_it() {
    let plain = imported(before());
    for (b, verdict) in [
        ("vn-x", "not_a_body"),
        ("vn-x", "own_body"),
        ("vn-x", "unsure"),
        ("gn-1", "different"),
        ("gn-1", "same"),
    ] {
        let mut contents = with_import();
        contents.push(decision("vn-x", b, verdict, None));
        let decided = imported(contents.clone());
        contents.push((withdrawal("import-a", true), "editor"));
        let withdrawn = imported(contents.clone());
        assert_eq!(shown(&withdrawn), shown(&plain), "{verdict}");
        contents.push((withdrawal("import-a", false), "editor"));
        assert_eq!(shown(&imported(contents)), shown(&decided), "{verdict}");
    }
}

#[test]
fn the_body_that_stands_for_a_name_stays_though_the_import_that_brought_it_is_withdrawn() {
    let mut contents = with_import();
    contents.extend([
        (body("gn-7", "Tampere", "FI"), "import-a"),
        (says("third", "se-1280", "gn-7", &[]), "import-a"),
        (body("vn-y", "Tammerfors", "FI"), "bundle"),
        (says("subject", "se-1280", "vn-y", &[]), "bundle"),
        decision("vn-y", "gn-7", "same", None),
        (withdrawal("import-a", true), "editor"),
    ]);
    let register = imported(contents);
    let stands_for = register.body(&"vn-y".parse().expect("id"));
    assert_eq!(stands_for.expect("a body").name, "Tampere");
    assert!(!has(&register, "vn-x"));
}
