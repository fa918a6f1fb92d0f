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

fn imported(contents: impl IntoIterator<Item = (Content, &'static str)>) -> Register {
    let (contents, ways): (Vec<Content>, Vec<&str>) = contents.into_iter().unzip();
    let entries = log(contents).into_iter().zip(ways);
    let entries: Vec<Entry> = entries
        .map(|(entry, way)| Entry {
            by: way.into(),
            ..entry
        })
        .collect();
    Register::fold(entries, AsOf::NOW)
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
