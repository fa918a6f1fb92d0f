//! Checks the messages before anything is built: every language has the same ones, and every message that a
//! template or a page names is there. A missing message fails the build.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

const LOCALES: &str = "../../locales";

fn main() {
    println!("cargo:rerun-if-changed={LOCALES}");
    println!("cargo:rerun-if-changed=templates");
    println!("cargo:rerun-if-changed=src");
    let faults = faults();
    assert!(
        faults.is_empty(),
        "the messages are not complete:\n{}",
        faults.join("\n")
    );
}

fn faults() -> Vec<String> {
    let mut faults = Vec::new();
    let mut languages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for folder in entries(Path::new(LOCALES)) {
        let language = folder
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let ids = languages.entry(language).or_default();
        for file in entries(&folder) {
            let text = fs::read_to_string(&file).unwrap_or_default();
            match fluent_syntax::parser::parse(text.as_str()) {
                Ok(resource) => {
                    for entry in resource.body {
                        if let fluent_syntax::ast::Entry::Message(message) = entry
                            && !ids.insert(message.id.name.to_owned())
                        {
                            faults.push(format!(
                                "{}: {} is there twice",
                                file.display(),
                                message.id.name
                            ));
                        }
                    }
                }
                Err((_, errors)) => faults.push(format!("{}: {errors:?}", file.display())),
            }
        }
    }
    let all: BTreeSet<String> = languages.values().flatten().cloned().collect();
    for (language, ids) in &languages {
        faults.extend(
            all.difference(ids)
                .map(|id| format!("{language}: there is no message {id}")),
        );
    }
    let mut named = BTreeMap::new();
    for folder in ["templates", "src"] {
        walk(Path::new(folder), &mut |file| {
            collect_names(file, &mut named)
        });
    }
    faults.extend(
        named
            .iter()
            .filter(|(id, _)| !all.contains(*id))
            .map(|(id, file)| format!("{file}: there is no message {id}")),
    );
    faults
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .collect();
    found.sort();
    found
}

fn walk(folder: &Path, each: &mut impl FnMut(&Path)) {
    for path in entries(folder) {
        if path.is_dir() {
            walk(&path, each)
        } else {
            each(&path)
        }
    }
}

/// Collects the messages named by `t.m("…")`, `t.n("…", …)`, `t.of("…", …)`, `t.w("…", …)` and `t.dated("…", …)`.
fn collect_names(file: &Path, named: &mut BTreeMap<String, String>) {
    let text = fs::read_to_string(file).unwrap_or_default();
    for call in ["t.m(\"", "t.n(\"", "t.of(\"", "t.w(\"", "t.dated(\""] {
        for part in text.split(call).skip(1) {
            if let Some((id, _)) = part.split_once('"') {
                named
                    .entry(id.to_owned())
                    .or_insert_with(|| file.display().to_string());
            }
        }
    }
}
