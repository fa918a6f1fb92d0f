//! Killed at any moment, nothing that was acknowledged is lost, and the log is whole.

use std::io::{BufRead as _, BufReader};
use std::process::Stdio;

use crate::{json, program, vanort};

const KILLS: u32 = 100;

#[test]
fn a_hundred_kills_lose_nothing_that_was_acknowledged() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut random = 0x5eed_u64;
    let mut acknowledged_in_all = 0u64;
    for round in 0..KILLS {
        random = random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let lines = (random >> 33) % 40;
        let seed = (round + 1).to_string();
        let arguments = [
            "simulate",
            "--acknowledge",
            "--statements",
            "100000",
            "--bodies",
            "20",
            "--seed",
            seed.as_str(),
        ];
        let mut child = program(folder.path(), &arguments)
            .stdout(Stdio::piped())
            .spawn()
            .expect("it starts");
        let mut output = BufReader::new(child.stdout.take().expect("its output"));
        let mut acknowledged = 0u64;
        let mut line = String::new();
        for _ in 0..=lines {
            line.clear();
            output.read_line(&mut line).expect("a line");
            acknowledged = line.trim().parse().expect("a number");
        }
        child.kill().expect("killed");
        // What it had printed before the kill was acknowledged too.
        for line in output.lines() {
            if let Ok(number) = line.expect("a line").parse() {
                acknowledged = acknowledged.max(number);
            }
        }
        child.wait().expect("gone");
        let head = json(&vanort(folder.path(), &["log", "verify", "--json"]));
        let kept = head["entries"].as_u64().expect("a number");
        assert!(
            kept >= acknowledged,
            "kill {round}: {acknowledged} acknowledged, {kept} kept"
        );
        acknowledged_in_all = acknowledged_in_all.max(acknowledged);
    }
    assert!(
        acknowledged_in_all > u64::from(KILLS),
        "the kills came while something was written"
    );
}

#[test]
fn a_first_start_that_was_killed_goes_on_where_it_was() {
    let folder = tempfile::tempdir().expect("a folder");
    let whole = tempfile::tempdir().expect("a folder");
    let mut child = program(folder.path(), &["stats"])
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut said = BufReader::new(child.stderr.take().expect("its words"));
    let mut line = String::new();
    while said.read_line(&mut line).expect("a line") > 0 && !line.contains("municipal_pages") {
        line.clear();
    }
    child.kill().expect("killed");
    child.wait().expect("gone");
    let counts = |folder| {
        let mut all = json(&vanort(folder, &["stats", "--json"]));
        all["entries"].take();
        all
    };
    assert_eq!(counts(folder.path()), counts(whole.path()));
}
