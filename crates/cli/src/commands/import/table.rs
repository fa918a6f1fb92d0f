//! `vanort import table`

use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};
use vanort_app::imports::{self, Arrival, Mapping, TableRow};
use vanort_app::{Atlas, bundle};

use super::super::open;
use super::brought::Doing;
use crate::config::Config;
use crate::output;

/// Try out, or take in, a list of partners (CSV, XLSX or ODS)
#[derive(Debug, clap::Args)]
pub struct Table {
    /// The file
    file: PathBuf,
    /// Who publishes the list
    #[arg(long, value_name = "NAME")]
    publisher: Option<String>,
    /// Where it is published
    #[arg(long)]
    url: Option<String>,
    /// Date of the list (EDTF: 2011, 2018-03, 2018-03-05)
    #[arg(long)]
    date: Option<String>,
    /// Licence of the list
    #[arg(long)]
    licence: Option<String>,
    /// How columns are to be understood (JSON, as `--show-mapping` writes it)
    #[arg(long, value_name = "FILE")]
    mapping: Option<PathBuf>,
    /// Only write how columns are understood, as JSON
    #[arg(long)]
    show_mapping: bool,
    #[command(flatten)]
    doing: Doing,
}

impl Table {
    /// Reads, maps, plans and, when asked to, takes in.
    pub async fn run(self, config: &Config) -> Result<()> {
        let bytes = std::fs::read(&self.file)
            .with_context(|| format!("the file {} cannot be read", self.file.display()))?;
        let rows = read(&bytes)?;
        let atlas = bundle::atlas()?;
        let mapping = self.mapping(&rows, &atlas)?;
        if self.show_mapping {
            return output::json(&serde_json::to_value(&mapping)?);
        }
        for used in &mapping.columns {
            eprintln!(
                "{}: {} ({})",
                used.header,
                used.column.key(),
                used.because.key()
            );
        }
        let missing: Vec<&str> = mapping
            .missing()
            .into_iter()
            .map(imports::Column::key)
            .collect();
        if !missing.is_empty() {
            bail!(
                "no column is understood as: {}. Write the mapping with --show-mapping, correct it, and give it with --mapping",
                missing.join(", ")
            );
        }
        let recorder = open(config).await?;
        let title = self
            .file
            .file_name()
            .map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let known = {
            let snapshot = recorder.live().snapshot();
            imports::known_title(&snapshot.register, &imports::digest(&bytes))
        };
        let title = known.unwrap_or(title);
        let publisher = self.publisher.as_deref().unwrap_or(&title);
        let source = imports::source(
            "lists",
            publisher,
            Some(&title),
            self.url.as_deref(),
            self.date.as_deref(),
            self.licence.as_deref(),
        )?;
        let arrival = Arrival {
            format: "table",
            digest: imports::digest(&bytes),
            mapping: Some(serde_json::to_string(&mapping)?),
            source,
            claims: mapping.read(&rows, &atlas),
            everywhere: self.doing.everywhere,
            title,
        };
        self.doing.run(&recorder, &arrival, &atlas).await
    }

    /// The mapping of the file given, else the one recognised.
    fn mapping(&self, rows: &[TableRow], atlas: &Atlas) -> Result<Mapping> {
        let Some(path) = &self.mapping else {
            return Ok(Mapping::recognise(rows, atlas));
        };
        let bytes = std::fs::read(path)
            .with_context(|| format!("the file {} cannot be read", path.display()))?;
        serde_json::from_slice(&bytes).with_context(|| {
            format!(
                "{} is not a mapping as --show-mapping writes it",
                path.display()
            )
        })
    }
}

/// The rows of the table; which sheet they are from is told where there are several.
fn read(bytes: &[u8]) -> Result<Vec<TableRow>> {
    let table = imports::table(bytes)?;
    if let [read, others @ ..] = &table.sheets[..] {
        eprintln!("sheet {read} is read, not: {}", others.join(", "));
    }
    Ok(table.rows)
}
