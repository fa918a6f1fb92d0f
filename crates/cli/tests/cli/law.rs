//! The legal check on the command line.

use std::path::PathBuf;

use crate::{complaint, json, printed, vanort};

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.0.path().join(name);
        std::fs::write(&path, text).expect("written");
        path
    }

    fn law(&self, arguments: &[&str]) -> std::process::Output {
        vanort(self.0.path(), &[&["law"], arguments].concat())
    }
}

const FIRE_ENGINE: &str = r#"{
    "decision_date": "2024-05-27", "actor": "kommun", "form": "equipment plus transport", "surplus": "yes",
    "stateAidCountry": "no", "govPermit": "no", "channel": "direct", "emergency": "none"
}"#;

#[test]
fn a_flat_case_is_answered_with_the_names_that_programs_read() {
    let folder = Folder::new();
    let case = folder.write("case.json", FIRE_ENGINE);
    let answer = json(&folder.law(&["check", case.to_str().expect("a path"), "--json"]));
    assert_eq!(answer["outcome"], "allowed");
    assert_eq!(answer["rows"], serde_json::json!(["D10", "D14"]));
    assert_eq!(answer["duties"], serde_json::json!([]));
    assert_eq!(answer["parts"][0]["grounds"][0]["rule"], "5:5");
    assert_eq!(answer["parts"][0]["grounds"][0]["valid_from"], "2020-01-01");
    assert_eq!(answer["parts"][1]["flags"][0]["id"], "reasonable_extent");
}

#[test]
fn the_text_is_swedish_unless_english_is_asked_for_and_says_it_is_guidance() {
    let folder = Folder::new();
    let case = folder.write("case.json", FIRE_ENGINE);
    let case = case.to_str().expect("a path");
    let swedish = printed(&folder.law(&["check", case]));
    assert!(swedish.starts_with("TILLÅTET\n"), "{swedish}");
    assert!(swedish.contains("inte juridisk rådgivning"), "{swedish}");
    let english = printed(&folder.law(&["check", case, "--language", "en"]));
    assert!(
        english.starts_with("ALLOWED\n") && english.contains("not legal advice"),
        "{english}"
    );
}

#[test]
fn a_country_may_be_named_and_the_day_exchanged() {
    let folder = Folder::new();
    let text = r#"{ "actor": "kommun", "country": "Ukraina", "parts": [{ "form": "training" }, { "form": "advice" }] }"#;
    let case = folder.write("case.json", text);
    for (day, outcome) in [
        ("2025-03-10", "allowed"),
        ("2030-01-01", "a person must judge"),
        ("2008-01-01", "a person must judge"),
    ] {
        let answer = json(&folder.law(&[
            "check",
            case.to_str().expect("a path"),
            "--date",
            day,
            "--json",
        ]));
        assert_eq!(answer["outcome"], outcome, "{day}");
        assert_eq!(answer["country"]["iso2"], "UA");
        assert_eq!(answer["parts"].as_array().map(Vec::len), Some(2));
    }
}

#[test]
fn what_is_no_case_is_said_to_be_none() {
    let folder = Folder::new();
    let case = folder.write("case.json", "surplus: yes");
    let complaint = complaint(&folder.law(&["check", case.to_str().expect("a path")]));
    assert!(complaint.contains("docs/reference/law.md"), "{complaint}");
}

#[test]
fn an_overlap_in_the_table_of_countries_fails_the_check_and_a_gap_does_not() {
    let folder = Folder::new();
    assert!(printed(&folder.law(&["countries", "check"])).contains(" 0 overlaps."));
    let header =
        "iso2,status,valid_from,valid_to,note_sv,note_en,source_url,source_date,confidence\n";
    let row =
        |from: &str, to: &str| format!("KE,yes,{from},{to},a,b,https://example.org,,primary\n");
    let gap = folder.write(
        "gap.csv",
        &[
            header,
            &row("2015-01-01", "2016-12-31"),
            &row("2018-01-01", ""),
        ]
        .concat(),
    );
    let output = folder.law(&[
        "countries",
        "check",
        "--table",
        gap.to_str().expect("a path"),
    ]);
    assert!(printed(&output).contains("gap      KE  2017-01-01 to 2017-12-31"));
    let overlap = folder.write(
        "overlap.csv",
        &[
            header,
            &row("2015-01-01", "2018-01-01"),
            &row("2018-01-01", ""),
        ]
        .concat(),
    );
    let output = folder.law(&[
        "countries",
        "check",
        "--table",
        overlap.to_str().expect("a path"),
    ]);
    assert_eq!(output.status.code(), Some(1));
    assert!(complaint(&output).contains("overlaps"));
}

#[test]
fn the_rules_are_listed_with_the_digest_that_answers_carry() {
    let folder = Folder::new();
    let rules = json(&folder.law(&["rules", "--json"]));
    let case = folder.write("case.json", FIRE_ENGINE);
    let answer = json(&folder.law(&["check", case.to_str().expect("a path"), "--json"]));
    assert_eq!(rules["hash"], answer["rules_hash"]);
    assert!(printed(&folder.law(&["rules"])).contains("5:9"));
}
