//! The built program, as its users run it.

mod arrows;
mod commands;
mod crash;
mod funding;
mod imports;
mod law;
mod upgrade;

use std::path::Path;
use std::process::{Command, Output};

/// Runs `vanort` on a data folder.
pub fn vanort(data: &Path, arguments: &[&str]) -> Output {
    program(data, arguments).output().expect("vanort runs")
}

/// `vanort` with arguments, untouched by the settings of whoever runs the tests.
pub fn program(data: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vanort"));
    command
        .args(arguments)
        .arg("--data")
        .arg(data)
        .env_remove("DATABASE_URL")
        .env_remove("VANORT_CONFIG");
    command
}

/// What it printed, when it went well.
pub fn printed(output: &Output) -> String {
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

/// What it printed as JSON, when it went well.
pub fn json(output: &Output) -> serde_json::Value {
    serde_json::from_str(&printed(output)).expect("JSON")
}

/// Its complaint, when it went wrong.
pub fn complaint(output: &Output) -> String {
    assert!(!output.status.success(), "it should have failed");
    String::from_utf8_lossy(&output.stderr)
        .lines()
        .last()
        .unwrap_or_default()
        .to_owned()
}
