//! `vanort law rules`

use anyhow::Result;
use serde_json::{Value, json};
use vanort_app::law::Law;
use vanort_domain::law::{Files, Row, Rule};

use crate::output;

/// Lists the rules and rows, and the digest over all files.
pub fn list(law: &Law, as_json: bool, language: &str) -> Result<()> {
    let files = law.rules.files();
    if as_json {
        return output::json(&as_value(files));
    }
    let rules: Vec<Vec<String>> = files
        .rules
        .iter()
        .map(|rule| rule_cells(rule, language))
        .collect();
    output::table(
        &["rule", "from", "to", "wording", "confidence", "title"],
        &rules,
    )?;
    let rows: Vec<Vec<String>> = in_order(files)
        .map(|row| {
            vec![
                row.id.to_string(),
                row.ground.join(", "),
                row.title.get(language).to_owned(),
            ]
        })
        .collect();
    output::line("")?;
    output::table(&["row", "ground", "title"], &rows)?;
    output::line(format_args!("\nhash  {}", law.rules.hash()))
}

/// The wording in force, or the last one.
fn rule_cells(rule: &Rule, language: &str) -> Vec<String> {
    let last = rule.versions.last();
    let until = last.and_then(|version| version.valid_to);
    vec![
        rule.id.to_string(),
        last.map(|version| version.valid_from.to_string())
            .unwrap_or_default(),
        until.map(|day| day.to_string()).unwrap_or_default(),
        last.map(|version| version.wording.to_string())
            .unwrap_or_default(),
        rule.confidence.to_string(),
        rule.title.get(language).to_owned(),
    ]
}

/// The rows in the order in which they are tried, those that are only added last.
fn in_order(files: &Files) -> impl Iterator<Item = &Row> {
    let only_added = files
        .order
        .additions
        .iter()
        .filter(|id| !files.order.order.contains(id));
    let order = files.order.order.iter().chain(only_added);
    order.filter_map(|id| files.rows.iter().find(|row| row.id == *id))
}

fn as_value(files: &Files) -> Value {
    let versions = |rule: &Rule| -> Vec<Value> {
        let version = |version: &vanort_domain::law::RuleVersion| {
            json!({
                "valid_from": version.valid_from, "valid_to": version.valid_to,
                "wording": version.wording, "actors": version.actors, "text": version.text,
            })
        };
        rule.versions.iter().map(version).collect()
    };
    let rule = |rule: &Rule| {
        json!({
            "id": rule.id, "act": rule.act, "title": rule.title, "source": rule.source,
            "confidence": rule.confidence, "checked": rule.checked, "versions": versions(rule),
        })
    };
    let row = |row: &Row| {
        json!({
            "id": row.id, "title": row.title, "ground": row.ground, "source": row.source,
            "confidence": row.confidence, "note": row.note,
        })
    };
    json!({
        "hash": files.hash,
        "rules": files.rules.iter().map(rule).collect::<Vec<_>>(),
        "rows": in_order(files).map(row).collect::<Vec<_>>(),
    })
}
