//! `vanort stats`

use anyhow::Result;
use serde_json::json;
use vanort_domain::vocabulary::Vocabulary;

use super::open;
use crate::config::Config;
use crate::output;

/// Count what the register holds.
#[derive(Debug, clap::Args)]
pub struct Stats {
    /// As JSON
    #[arg(long)]
    json: bool,
}

impl Stats {
    /// Prints the counts.
    pub async fn run(self, config: &Config) -> Result<()> {
        let recorder = open(config).await?;
        let snapshot = recorder.live().snapshot();
        let figures = snapshot.register.figures();
        if self.json {
            let mut all = serde_json::to_value(&*figures)?;
            for (field, value) in [
                ("by_kind", counts(&figures.by_kind)),
                ("by_evidence", counts(&figures.by_evidence)),
                ("by_standing", counts(&figures.by_standing)),
                (
                    "municipalities_by_coverage",
                    counts(&figures.municipalities_by_coverage),
                ),
                ("regions_by_coverage", counts(&figures.regions_by_coverage)),
                ("entries", json!(snapshot.register.head().0)),
            ] {
                all[field] = value;
            }
            return output::json(&all);
        }
        output::fields(&[
            ("municipalities", figures.municipalities.to_string()),
            ("regions", figures.regions.to_string()),
            (
                "other Swedish bodies",
                figures.other_swedish_bodies.to_string(),
            ),
            (
                "bodies abroad",
                format!(
                    "{} ({} named by a statement)",
                    figures.foreign_bodies, figures.foreign_bodies_named
                ),
            ),
            ("countries", figures.countries.to_string()),
            ("sources", figures.sources.to_string()),
            (
                "statements",
                format!(
                    "{} ({} without a date); {} more do not count",
                    figures.statements, figures.undated_statements, figures.statements_not_counting
                ),
            ),
            ("groups", figures.groups.to_string()),
            ("partnerships", figures.partnerships.to_string()),
            ("  by evidence", words(&figures.by_evidence)),
            ("  by standing", words(&figures.by_standing)),
            ("  by kind", words(&figures.by_kind)),
            (
                "municipalities by coverage",
                words(&figures.municipalities_by_coverage),
            ),
            ("regions by coverage", words(&figures.regions_by_coverage)),
            ("entries in the log", snapshot.register.head().to_string()),
        ])
    }
}

fn counts<T: Vocabulary>(list: &[(T, usize)]) -> serde_json::Value {
    list.iter()
        .map(|(word, count)| (word.key().to_owned(), json!(count)))
        .collect::<serde_json::Map<_, _>>()
        .into()
}

fn words<T: Vocabulary>(list: &[(T, usize)]) -> String {
    let parts: Vec<String> = list
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(word, count)| format!("{} {count}", word.key()))
        .collect();
    parts.join(", ")
}
