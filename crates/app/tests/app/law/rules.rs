//! The rule files themselves: complete, dated, and really what answers.

use std::path::{Path, PathBuf};

use vanort_app::law::Law;
use vanort_domain::law::Outcome;

use super::{LAW, case};

fn files() -> Vec<(String, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/law");
    let mut files = Vec::new();
    let mut folders: Vec<PathBuf> = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path
                    .strip_prefix(&root)
                    .expect("below")
                    .to_str()
                    .expect("UTF-8")
                    .to_owned();
                files.push((name, std::fs::read(&path).expect("a file")));
            }
        }
    }
    files
}

fn changed(file: &str, old: &str, new: &str) -> Result<Law, String> {
    let mut files = files();
    let (_, bytes) = files
        .iter_mut()
        .find(|(name, _)| name == file)
        .expect("the file");
    let text = std::str::from_utf8(bytes).expect("UTF-8");
    assert!(text.contains(old), "{file} has no {old}");
    *bytes = text.replace(old, new).into_bytes();
    Law::read(files).map_err(|e| e.to_string())
}

#[test]
fn every_paragraph_of_the_chapter_is_there_with_both_wordings_of_the_actors() {
    for paragraph in 1..=9 {
        let rule = LAW
            .rules
            .rule(&format!("5:{paragraph}"))
            .expect("the paragraph");
        let reworded = ![3, 7].contains(&paragraph);
        assert_eq!(
            rule.versions.len(),
            if reworded { 2 } else { 1 },
            "5:{paragraph}"
        );
        assert_eq!(rule.versions[0].valid_from.to_string(), "2009-03-01");
        if reworded {
            assert_eq!(rule.versions[0].actors, ["kommun", "landsting"]);
            assert_eq!(rule.versions[1].valid_from.to_string(), "2020-01-01");
            assert_eq!(rule.versions[1].actors, ["kommun", "region"]);
        }
    }
    for row in 0..=19 {
        assert!(LAW.rules.row(&format!("D{row}")).is_some(), "D{row}");
    }
}

#[test]
fn the_wordings_of_a_rule_follow_one_another_without_gap_or_overlap() {
    for rule in &LAW.rules.files().rules {
        for pair in rule.versions.windows(2) {
            let next = pair[0].valid_to.and_then(|last| last.0.next_day());
            assert_eq!(next, Some(pair[1].valid_from.0), "{}", rule.id);
        }
    }
}

#[test]
fn the_files_answer_and_not_the_program() {
    let question = case(&[("form", "goods for sale"), ("tiedToService", "no")]);
    let law = changed(
        "rows/D4.toml",
        "outcome = \"not allowed\"",
        "outcome = \"allowed\"",
    )
    .expect("rules");
    assert_eq!(
        law.rules.assess(&question, &law.countries).outcome,
        Outcome::Allowed
    );
    assert_ne!(law.rules.hash(), LAW.rules.hash());
    let law = changed(
        "rows/D4.toml",
        "tiedToService = [\"no\"]",
        "tiedToService = [\"unknown\"]",
    )
    .expect("rules");
    let answer = law.rules.assess(&question, &law.countries);
    assert_eq!(
        (answer.outcome, answer.rows.len()),
        (Outcome::Judge, 0),
        "no row fits any more"
    );
}

#[test]
fn a_name_that_is_defined_nowhere_is_found_when_the_files_are_read() {
    for (file, old, new) in [
        ("rows/D5.toml", "\"5:8\"", "\"5:88\""),
        ("rows/D5.toml", "surplus = ", "surpluss = "),
        (
            "rows/D5.toml",
            "stateAidCountry = [\"yes\"]",
            "stateAidCountry = [\"maybe\"]",
        ),
        ("rows/D7.toml", "\"sida_notice\"", "\"sida_letter\""),
        ("order.toml", "\"D19\", ", ""),
    ] {
        let complaint = changed(file, old, new).expect_err("a fault");
        assert!(complaint.contains("names the"), "{file}: {complaint}");
    }
}

#[test]
fn a_row_with_a_person_to_judge_gives_the_question_and_both_sides() {
    for row in &LAW.rules.files().rows {
        for case in row.cases.iter().chain(&row.additions) {
            let judges = case.outcome.outcome() == Some(Outcome::Judge);
            let follows = case.duties_of.is_some();
            assert_eq!(
                case.judge.is_some(),
                judges && !follows,
                "{} {}",
                row.id,
                case.id
            );
        }
    }
}

#[test]
fn a_changed_rule_does_not_make_the_register_load_again() {
    assert!(vanort_app::bundle::file("law/order.toml").is_none());
    assert!(vanort_app::bundle::file("law/rows/D5.toml").is_none());
    assert!(vanort_app::bundle::file("countries.csv").is_some());
}

#[test]
fn every_text_of_the_check_is_there_in_ukrainian() {
    for (name, bytes) in files() {
        let text = String::from_utf8(bytes).expect("UTF-8");
        for (at, line) in text.lines().enumerate() {
            let count = |key: &str| line.matches(key).count();
            let next = text.lines().nth(at + 1).unwrap_or_default();
            let below = usize::from(next.starts_with("uk = \""));
            assert_eq!(
                count("en = \""),
                count(", uk = \"") + below,
                "{name}, line {}",
                at + 1
            );
        }
    }
}
