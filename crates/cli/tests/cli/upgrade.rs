//! What an earlier version has stored opens in this one.

use std::path::Path;

use crate::{json, vanort};

/// A log written by version 0.1.0; every later version must go on reading it. Never made anew.
const FIRST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/log-0.1.0.sqlite");

#[test]
fn a_log_of_the_first_version_opens_verifies_and_says_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    let restored = vanort(folder.path(), &["restore", FIRST]);
    assert!(
        restored.status.success(),
        "{}",
        String::from_utf8_lossy(&restored.stderr)
    );
    let head = json(&vanort(folder.path(), &["log", "verify", "--json"]));
    assert_eq!(head["entries"], 900);
    assert_eq!(
        head["hash"].as_str(),
        std::fs::read_to_string(hash_file())
            .ok()
            .as_deref()
            .map(str::trim)
    );
}

fn hash_file() -> std::path::PathBuf {
    Path::new(FIRST).with_extension("hash")
}
