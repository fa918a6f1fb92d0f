//! `vanort import list`, `withdraw` and `restore`

use anyhow::{Result, bail};
use serde_json::json;
use vanort_domain::imports::Withdrawal;

use super::super::open;
use crate::config::Config;
use crate::output;

/// List the imports
#[derive(Debug, clap::Args)]
pub struct List {
    /// As JSON
    #[arg(long)]
    json: bool,
}

impl List {
    /// Writes the imports, the latest first.
    pub async fn run(self, config: &Config) -> Result<()> {
        let recorder = open(config).await?;
        let snapshot = recorder.live().snapshot();
        let register = &snapshot.register;
        let mut imports: Vec<_> = register.imports().collect();
        imports.sort_by_key(|(seq, _)| std::cmp::Reverse(*seq));
        if self.json {
            let items: Vec<_> = imports
                .iter()
                .map(|(seq, import)| {
                    json!({
                        "import": import,
                        "recorded": register.entry(*seq).map(|entry| entry.recorded.to_string()),
                        "withdrawn": register.is_withdrawn(&import.way),
                    })
                })
                .collect();
            return output::json(&json!(items));
        }
        if imports.is_empty() {
            return output::line("Nothing has been imported.");
        }
        for (seq, import) in imports {
            let day = register
                .entry(seq)
                .map_or_else(String::new, |entry| entry.recorded.day().to_string());
            let state = if register.is_withdrawn(&import.way) {
                ", withdrawn"
            } else {
                ""
            };
            output::line(format_args!(
                "{day}  {}  {}, {} rows{state}",
                import.way, import.title, import.rows
            ))?;
        }
        Ok(())
    }
}

/// Withdraw an import as a whole, or put it back
#[derive(Debug, clap::Args)]
pub struct Withdraw {
    /// The import, as `vanort import list` names it: import-…
    import: String,
    /// Why
    #[arg(long)]
    reason: Option<String>,
}

impl Withdraw {
    /// Records that the import does not count any more, or counts again.
    pub async fn run(self, config: &Config, withdrawn: bool) -> Result<()> {
        let recorder = open(config).await?;
        let snapshot = recorder.live().snapshot();
        if snapshot.register.import(&self.import).is_none() {
            bail!(
                "there is no import {}; `vanort import list` names those there are",
                self.import
            );
        }
        if snapshot.register.is_withdrawn(&self.import) == withdrawn {
            return output::line(if withdrawn {
                "It was withdrawn already."
            } else {
                "It was not withdrawn."
            });
        }
        let withdrawal = Withdrawal {
            way: self.import.as_str().into(),
            withdrawn,
            reason: self.reason,
        };
        recorder.withdraw("editor", withdrawal).await?;
        output::line(if withdrawn {
            "Withdrawn. Its statements stay in the log and do not count; `vanort import restore` puts them back."
        } else {
            "Put back."
        })
    }
}
