//! The commands on the bundled data, and what they say when something is wrong.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::LazyLock;

use crate::{complaint, json, printed, program, vanort};

/// The bundled data, loaded once for all tests that only read.
static LOADED: LazyLock<(tempfile::TempDir, PathBuf)> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder");
    printed(&vanort(folder.path(), &["stats"]));
    let path = folder.path().to_owned();
    (folder, path)
});

fn loaded() -> &'static std::path::Path {
    &LOADED.1
}

fn rows(table: &str) -> u64 {
    let path = format!("{}/../../data/{table}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read(path).expect("the table");
    csv_rows(&text)
}

fn csv_rows(bytes: &[u8]) -> u64 {
    vanort_formats::csv::TableReader::new("table", bytes)
        .expect("a table")
        .filter(Result::is_ok)
        .count() as u64
}

#[test]
fn stats_give_all_members_and_the_counts_of_the_bundled_tables() {
    let stats = json(&vanort(loaded(), &["stats", "--json"]));
    assert_eq!(
        (&stats["municipalities"], &stats["regions"]),
        (&290.into(), &21.into())
    );
    let statements: u64 = ["municipal_pages", "ukraine", "china", "events", "wikidata"]
        .iter()
        .map(|table| rows(&format!("statements/{table}.csv")))
        .sum();
    assert_eq!(stats["statements"], statements);
    assert_eq!(stats["sources"], rows("sources.csv"));
    assert_eq!(stats["groups"], rows("groups.csv"));
}

#[test]
fn a_second_start_loads_nothing_again() {
    let before = json(&vanort(loaded(), &["log", "head", "--json"]));
    let output = vanort(loaded(), &["stats"]);
    assert_eq!(
        String::from_utf8_lossy(&output.stderr),
        "",
        "nothing is taken in"
    );
    assert_eq!(json(&vanort(loaded(), &["log", "head", "--json"])), before);
}

#[test]
fn the_hash_that_a_reference_names_is_shown_for_any_entry() {
    let head = json(&vanort(loaded(), &["log", "head", "--json"]));
    let last = head["entries"].to_string();
    let verify = |at: &str| vanort(loaded(), &["log", "verify", "--at", at, "--json"]);
    let shown = json(&verify(&last));
    assert_eq!(shown["at"]["hash"], head["hash"]);
    assert_eq!(shown["at"]["entry"], head["entries"]);
    let earlier = json(&verify("7"));
    assert_eq!(earlier["hash"], head["hash"], "the head stays the head");
    assert_eq!(earlier["at"]["entry"], 7);
    assert_ne!(earlier["at"]["hash"], head["hash"]);
    let none = verify("99999999");
    assert!(String::from_utf8_lossy(&none.stderr).contains("the log has no entry 99999999"));
}

#[test]
fn a_body_is_shown_by_identifier_and_by_name_and_as_of_a_year() {
    let now = json(&vanort(loaded(), &["body", "show", "se-0191", "--json"]));
    assert_eq!(now["body"]["name"], "Sigtuna");
    let by_name = json(&vanort(loaded(), &["body", "show", "sigtuna", "--json"]));
    assert_eq!(now, by_name);
    let then = json(&vanort(
        loaded(),
        &["body", "show", "se-0191", "--as-of", "1960", "--json"],
    ));
    assert!(
        then["partnerships"].as_array().map(Vec::len)
            < now["partnerships"].as_array().map(Vec::len)
    );
}

#[test]
fn a_partnership_is_shown_with_what_every_source_says() {
    let list = json(&vanort(
        loaded(),
        &["export", "partnerships", "--format", "json"],
    ));
    let id = list[0]["id"].as_str().expect("an id");
    let shown = json(&vanort(loaded(), &["partnership", "show", id, "--json"]));
    assert_eq!(shown["id"], id);
    assert!(
        shown["statements"]
            .as_array()
            .is_some_and(|all| !all.is_empty())
    );
}

#[test]
fn every_table_is_written_out_as_csv_and_as_json_with_the_same_rows() {
    for table in ["partnerships", "bodies", "statements"] {
        let csv = vanort(loaded(), &["export", table]);
        let all = json(&vanort(loaded(), &["export", table, "--format", "json"]));
        assert_eq!(
            csv_rows(&csv.stdout),
            all.as_array().map_or(0, Vec::len) as u64,
            "{table}"
        );
    }
}

#[test]
fn gotland_is_there_once_as_municipality_and_region() {
    let bodies = json(&vanort(loaded(), &["export", "bodies", "--json"]));
    let gotland: Vec<_> = bodies
        .as_array()
        .expect("rows")
        .iter()
        .filter(|b| b["name"].as_str().is_some_and(|n| n.contains("Gotland")))
        .collect();
    assert_eq!(gotland.len(), 1);
    assert_eq!(
        (&gotland[0]["id"], &gotland[0]["roles"]),
        (&"se-0980".into(), &"municipality|region".into())
    );
}

#[test]
fn what_is_not_there_is_one_sentence_and_a_proposal() {
    let table: [(&[&str], &str); 4] = [
        (
            &["body", "show", "Götebrog"],
            "did you mean Göteborg (se-1480)?",
        ),
        (
            &["partnership", "show", "se-1480~gn-1"],
            "no statement tells of a partnership se-1480~gn-1",
        ),
        (
            &["source", "off", "wikipedia"],
            "there is no collection \"wikipedia\"",
        ),
        (&["restore", "no-such-file"], "no-such-file"),
    ];
    for (arguments, says) in table {
        let said = complaint(&vanort(loaded(), arguments));
        assert!(
            said.starts_with("vanort: ") && said.contains(says),
            "{said}"
        );
    }
}

#[test]
fn a_backup_restores_to_the_same_log() {
    let folder = tempfile::tempdir().expect("a folder");
    let copy = folder.path().join("copy.sqlite");
    let copy_name = copy.to_str().expect("a name");
    printed(&vanort(loaded(), &["backup", copy_name]));
    assert!(
        complaint(&vanort(loaded(), &["backup", copy_name])).contains("copy.sqlite"),
        "it is not overwritten"
    );
    let other = folder.path().join("other");
    printed(&vanort(&other, &["restore", copy_name]));
    let head = |data: &std::path::Path| json(&vanort(data, &["log", "head", "--json"]));
    assert_eq!(head(&other), head(loaded()));
    assert!(
        !vanort(&other, &["restore", copy_name]).status.success(),
        "a register that holds entries is not filled"
    );
}

#[test]
fn a_damaged_database_is_said_to_be_damaged() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(
        folder.path().join("vanort.sqlite"),
        b"this is no database, just some words ".repeat(200),
    )
    .expect("written");
    let said = complaint(&vanort(folder.path(), &["stats"]));
    assert!(said.contains("damaged") || said.contains("not a"), "{said}");
}

#[test]
fn a_source_switched_off_leaves_its_partnerships_out_until_it_is_on_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let count = || json(&vanort(folder.path(), &["stats", "--json"]))["partnerships"].as_u64();
    let all = count();
    printed(&vanort(
        folder.path(),
        &["source", "off", "wikidata", "--reason", "a test"],
    ));
    assert!(count() < all);
    printed(&vanort(folder.path(), &["source", "on", "wikidata"]));
    assert_eq!(count(), all);
}

#[test]
fn a_broken_row_names_file_line_column_and_reason_and_stops_nothing_else() {
    let folder = tempfile::tempdir().expect("a folder");
    let table = folder.path().join("rows.csv");
    let header = "key,source,speaker,subject,about,partner_written,country,agreement\n";
    let good = "t:1,wikidata-2017,third,se-1280,partner,Provstad,FI,in_force\n";
    let bad = "t:2,wikidata-2017,third,se-1280,partner,Provstad,FI,perhaps\n";
    let unknown = "t:3,no-source,third,se-1280,partner,Provstad,FI,\n";
    std::fs::write(&table, [header, good, bad, unknown].concat()).expect("written");
    let name = table.to_str().expect("a name");
    let first = json(&vanort(
        folder.path(),
        &["import", "statements", name, "--json"],
    ));
    assert_eq!(
        first["recorded"], 2,
        "the statement and the body that it names"
    );
    let faults: Vec<(u64, &str)> = first["set_aside"]
        .as_array()
        .expect("faults")
        .iter()
        .map(|fault| {
            (
                fault["line"].as_u64().expect("a line"),
                fault["column"].as_str().expect("a column"),
            )
        })
        .collect();
    assert_eq!(faults, [(3, "agreement"), (4, "source")]);
    let again = json(&vanort(
        folder.path(),
        &["import", "statements", name, "--json"],
    ));
    assert_eq!(
        (&again["recorded"], &again["known"]),
        (&0.into(), &1.into()),
        "the same file twice adds nothing"
    );
}

#[test]
fn a_second_server_on_the_same_file_is_refused() {
    use std::io::BufRead as _;
    let folder = tempfile::tempdir().expect("a folder");
    let mut first = program(folder.path(), &["serve", "--addr", "127.0.0.1:0"])
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut said = std::io::BufReader::new(first.stderr.take().expect("its words"));
    let mut line = String::new();
    while !line.contains("ready") {
        line.clear();
        assert!(
            said.read_line(&mut line).expect("a line") > 0,
            "it gets ready"
        );
    }
    let refused = complaint(&vanort(folder.path(), &["serve", "--addr", "127.0.0.1:0"]));
    first.kill().expect("killed");
    first.wait().expect("gone");
    assert!(refused.contains("vanort"), "{refused}");
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let mut export = program(loaded(), &["export", "statements"])
        .stdout(Stdio::piped())
        .spawn()
        .expect("it starts");
    drop(export.stdout.take());
    assert!(export.wait().expect("its end").success());
    let _ = std::io::stdout().flush();
}

#[test]
fn a_value_is_taken_away_for_someones_privacy_and_the_log_still_verifies() {
    let folder = tempfile::tempdir().expect("a folder");
    let table = folder.path().join("list.csv");
    let rows = "Kommun;Vänort;Land;Källa\nMora;Changchun;Kina;Ulla Berg ringde\n";
    std::fs::write(&table, rows).expect("written");
    let run = |arguments: &[&str]| printed(&vanort(folder.path(), arguments));
    run(&[
        "import",
        "table",
        table.to_str().expect("a path"),
        "--commit",
    ]);
    let entries = json(&vanort(folder.path(), &["log", "head", "--json"]))["entries"].clone();
    let last = entries.as_u64().expect("a number");
    let (number, field) = (last - 40..=last)
        .rev()
        .find_map(|number| {
            let shown = run(&["log", "show", &number.to_string()]);
            let line = shown.lines().find(|line| line.contains("Ulla Berg"))?;
            let field = line.split_whitespace().next()?;
            Some((number.to_string(), field.to_owned()))
        })
        .expect("an entry with the words");
    let why = ["--reason", "asked for"];
    run(&["log", "redact", &number, &field, why[0], why[1]]);
    let shown = run(&["log", "show", &number]);
    assert!(
        shown.contains("(taken away)") && !shown.contains("Ulla"),
        "{shown}"
    );
    assert!(!run(&["export", "statements"]).contains("Ulla Berg"));
    assert!(run(&["log", "verify"]).contains("The log is whole"));
    let again = vanort(
        folder.path(),
        &["log", "redact", &number, &field, why[0], why[1]],
    );
    assert!(complaint(&again).contains("no value"));
}
