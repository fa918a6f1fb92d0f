//! `vanort import statements`

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use serde_json::json;
use vanort_app::intake::{self, Prepared, Resolver, SetAside};

use super::super::{open_with_atlas, tell};
use crate::config::Config;
use crate::output;

/// Take in a table of statements in the register's own columns (docs/reference/intake.md)
#[derive(Debug, clap::Args)]
pub struct Statements {
    /// The table of statements (CSV)
    file: PathBuf,
    /// A table of the sources that it names and the register does not know yet (CSV)
    #[arg(long, value_name = "FILE")]
    sources: Option<PathBuf>,
    /// Only say what would happen
    #[arg(long)]
    dry_run: bool,
    /// As JSON
    #[arg(long)]
    json: bool,
}

impl Statements {
    /// Reads, resolves, and takes in.
    pub async fn run(self, config: &Config) -> Result<()> {
        let Self {
            file,
            sources,
            dry_run,
            json,
        } = self;
        let (recorder, atlas) = open_with_atlas(config).await?;
        let mut prepared = Prepared::default();
        if let Some(path) = &sources {
            let (rows, faults) = read(path)?;
            let table = intake::sources_table(&path.display().to_string(), "source", rows);
            prepared.take(table);
            prepared.set_aside.extend(faults);
        }
        let snapshot = recorder.live().snapshot();
        let (rows, faults) = read(&file)?;
        let mut resolver = Resolver::new(&atlas, &snapshot.register);
        let new_sources = prepared.source_ids();
        let statements =
            intake::statements_table(&file.display().to_string(), rows, &mut resolver, |id| {
                snapshot.register.source(id).is_some() || new_sources.contains(id)
            });
        prepared.take(statements);
        prepared.set_aside.extend(faults);
        if dry_run {
            return foretell(&prepared, json);
        }
        let loaded = recorder.record("import", prepared).await?;
        if json {
            return output::json(&json!({
                "recorded": loaded.recorded, "known": loaded.known, "set_aside": loaded.set_aside,
            }));
        }
        tell(config, &loaded)
    }
}

fn foretell(prepared: &Prepared, as_json: bool) -> Result<()> {
    if as_json {
        return output::json(
            &json!({ "entries": prepared.entries.len(), "set_aside": prepared.set_aside }),
        );
    }
    prepared.set_aside.iter().try_for_each(output::line)?;
    output::line(format_args!(
        "{} entries would be taken in unless the register knows them; {} rows would be set aside. Nothing was changed.",
        prepared.entries.len(),
        prepared.set_aside.len()
    ))
}

fn read(path: &Path) -> Result<(Vec<intake::Row>, Vec<SetAside>)> {
    let bytes = std::fs::read(path)
        .with_context(|| format!("the file {} cannot be read", path.display()))?;
    Ok(intake::read_table(&path.display().to_string(), &bytes)?)
}
