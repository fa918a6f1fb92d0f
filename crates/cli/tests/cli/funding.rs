//! The funding guide on the command line.

use std::process::Output;

use crate::{complaint, json, printed, vanort};

fn funding(folder: &tempfile::TempDir, arguments: &[&str]) -> Output {
    vanort(folder.path(), &[&["funding"], arguments].concat())
}

const YOUTH: &str = r#"{
    "day": "2026-11-23",
    "applicant": { "type": "municipality", "country": "SE" },
    "partners": [{ "type": "municipality", "country": "Polen" }, { "type": "kommun", "country": "NO" }],
    "participants": 60, "days": 7, "amount": "30 000"
}"#;

#[test]
fn an_idea_is_answered_in_words_and_as_data() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("idea.json");
    std::fs::write(&path, YOUTH).expect("written");
    let path = path.to_str().expect("a path");
    let swedish = printed(&funding(&folder, &["fit", path]));
    assert!(
        swedish.contains("Norge räknas inte") && swedish.contains("Fråga MUCF"),
        "{swedish}"
    );
    let english = printed(&funding(&folder, &["fit", path, "--language", "en"]));
    assert!(english.contains("Norway does not count"), "{english}");
    let answer = json(&funding(
        &folder,
        &["fit", path, "--json", "--date", "2024-05-01"],
    ));
    let tt = answer["programmes"]
        .as_array()
        .expect("programmes")
        .iter()
        .find(|p| p["programme"] == "cerv-town-twinning");
    assert_eq!(tt.expect("it is there")["version"], "TT-2024");
    // "30 000" is plain enough not to be remarked upon.
    assert!(
        answer["remarks"].as_array().is_none_or(Vec::is_empty),
        "{answer}"
    );
}

#[test]
fn a_file_that_is_no_idea_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("idea.json");
    std::fs::write(&path, r#"{ "aplicant": {} }"#).expect("written");
    let said = complaint(&funding(&folder, &["fit", path.to_str().expect("a path")]));
    assert!(
        said.contains("is no idea") && said.contains("docs/reference/funding.md"),
        "{said}"
    );
}

#[test]
fn the_bundled_files_pass_the_check_and_the_list_names_programmes() {
    let folder = tempfile::tempdir().expect("a folder");
    let checked = json(&funding(&folder, &["check", "--json"]));
    assert_eq!(checked["faults"], serde_json::json!([]));
    let listed = printed(&funding(&folder, &["list", "--language", "en"]));
    assert!(
        listed.contains("cerv-networks") && listed.contains("NT-2026"),
        "{listed}"
    );
}

#[test]
fn a_damaged_folder_fails_the_check_with_the_place() {
    let folder = tempfile::tempdir().expect("a folder");
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/funding");
    let copy = folder.path().join("funding");
    std::fs::create_dir_all(copy.join("programmes")).expect("a folder");
    for below in ["", "programmes"] {
        for entry in std::fs::read_dir(root.join(below))
            .expect("readable")
            .flatten()
        {
            if entry.path().is_file() {
                std::fs::copy(entry.path(), copy.join(below).join(entry.file_name()))
                    .expect("copied");
            }
        }
    }
    let calls = copy.join("calls.csv");
    let text = std::fs::read_to_string(&calls)
        .expect("readable")
        .replace(",NT-2026,", ",NT-2062,");
    std::fs::write(&calls, text).expect("written");
    let checked = funding(
        &folder,
        &["check", "--folder", copy.to_str().expect("a path")],
    );
    assert!(!checked.status.success());
    let said = String::from_utf8_lossy(&checked.stdout).into_owned();
    assert!(
        said.contains("NT-2062") && said.contains("cerv-networks"),
        "{said}"
    );
}
