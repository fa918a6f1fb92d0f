//! The arrows between the crates point one way.

use std::process::Command;

/// The crates from top to bottom. A crate may use only those below it; `names`, `formats` and `store` stand side by
/// side and do not know each other.
const FLOORS: [&[&str]; 5] = [
    &["vanort-cli"],
    &["vanort-web"],
    &["vanort-app"],
    &["vanort-store", "vanort-names", "vanort-formats"],
    &["vanort-domain"],
];

fn floor(name: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| floor.contains(&name))
}

#[test]
fn every_crate_uses_only_crates_below_it() {
    let output = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--no-deps",
            "--offline",
            "--format-version",
            "1",
        ])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).expect("metadata");
    let mut arrows = 0;
    for package in metadata["packages"].as_array().expect("packages") {
        let name = package["name"].as_str().expect("a name");
        let from = floor(name);
        assert!(
            from.is_some() || name == "vanort-testkit",
            "{name} stands on no floor"
        );
        for dependency in package["dependencies"].as_array().expect("dependencies") {
            let used = dependency["name"].as_str().expect("a name");
            // Tests may use the test kit, and the kit anything; what is built in may not.
            if dependency["kind"].is_null() && used.starts_with("vanort-") && from.is_some() {
                arrows += 1;
                assert!(from < floor(used), "{name} uses {used}");
            }
        }
    }
    assert!(arrows >= 10, "the arrows were read: {arrows}");
}
