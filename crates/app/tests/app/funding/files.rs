//! The files: that the bundled ones are sound, and that faults are found.

use std::path::Path;
use std::time::Instant;

use vanort_app::funding;
use vanort_domain::funding::{FaultKind, Guide};

use super::{guide, idea};

fn bundled() -> Vec<(String, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/funding");
    let mut files = Vec::new();
    for folder in ["", "programmes"] {
        for entry in std::fs::read_dir(root.join(folder))
            .expect("the folder")
            .flatten()
        {
            if entry.path().is_file() {
                let name = Path::new(folder)
                    .join(entry.file_name())
                    .to_string_lossy()
                    .into_owned();
                files.push((name, std::fs::read(entry.path()).expect("the file")));
            }
        }
    }
    files
}

/// The guide with one thing exchanged in one file.
fn with(file: &str, old: &str, new: &str) -> Guide {
    let mut files = bundled();
    let (_, bytes) = files
        .iter_mut()
        .find(|(name, _)| name == file)
        .expect("the file");
    let text = String::from_utf8(bytes.clone()).expect("text");
    assert!(text.contains(old), "{old} in {file}");
    *bytes = text.replacen(old, new, 1).into_bytes();
    funding::read(files).expect("readable")
}

#[test]
fn the_bundled_files_have_no_fault_beyond_the_call_whose_year_nobody_knows() {
    let faults = guide().check();
    assert!(
        faults
            .iter()
            .all(|fault| fault.kind == FaultKind::CallWithoutVersion),
        "{faults:?}"
    );
    assert_eq!(faults.len(), 1, "{faults:?}");
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn faults_are_found_where_they_are() {
    let tt = "programmes/cerv-town-twinning.toml";
    let table = [
        (
            tt,
            "valid_to = \"2021-12-31\"",
            "valid_to = \"2022-02-01\"",
            FaultKind::Overlap,
        ),
        (
            tt,
            "valid_to = \"2021-12-31\"",
            "valid_to = \"2021-11-30\"",
            FaultKind::Gap,
        ),
        (tt, "\"mucf\"", "\"nobody\"", FaultKind::UnknownContact),
        (
            tt,
            "countries = \"cerv\"",
            "countries = \"crev\"",
            FaultKind::UnknownList,
        ),
        (
            tt,
            "confidence = \"secondary\"",
            "confidence = \"sure\"",
            FaultKind::Unsourced,
        ),
        (tt, "at_most = 50745", "at_most = 1", FaultKind::Backwards),
        (
            tt,
            "key = \"TT-2021\"",
            "key = \"TT-2022\"",
            FaultKind::Twice,
        ),
        (
            "calls.csv",
            ",TT-2021,",
            ",TT-1999,",
            FaultKind::UnknownVersion,
        ),
        (
            "calls.csv",
            ",TT-2021,",
            ",,",
            FaultKind::CallWithoutVersion,
        ),
        (
            "calls.csv",
            "cerv-networks,",
            "cerv-netwroks,",
            FaultKind::UnknownProgramme,
        ),
        (
            "calls.csv",
            "2021-05-20,2021-08-26",
            "2021-08-27,2021-08-26",
            FaultKind::Backwards,
        ),
        (
            "countries.toml",
            "valid_to = \"2023-12-31\"",
            "",
            FaultKind::Overlap,
        ),
    ];
    let known = guide().check();
    for (file, old, new, kind) in table {
        let faults = with(file, old, new).check();
        let found = faults
            .iter()
            .filter(|fault| !known.contains(fault))
            .any(|fault| fault.kind == kind);
        assert!(found, "{new} in {file}: {faults:?}");
    }
}

#[test]
fn a_file_that_cannot_be_read_is_named() {
    let mut files = bundled();
    files.retain(|(name, _)| name != "contacts.toml");
    let error = funding::read(files)
        .expect_err("a file is missing")
        .to_string();
    assert!(error.contains("contacts.toml"), "{error}");
}

#[test]
fn an_assessment_of_all_programmes_takes_less_than_a_millisecond() {
    let idea = idea("2026-11-23", &["PL", "NO"]);
    let _ = guide().assess(&idea);
    #[expect(clippy::disallowed_methods, reason = "this test measures")]
    let start = Instant::now();
    for _ in 0..200 {
        std::hint::black_box(guide().assess(&idea));
    }
    let each = start.elapsed() / 200;
    assert!(each.as_micros() < 1_000, "{each:?}");
}
