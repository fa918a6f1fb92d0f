//! `vanort export`

use std::io::{self, BufWriter, Write as _};

use anyhow::Result;
use clap::ValueEnum;
use vanort_app::tables::{self, Table};
use vanort_formats::csv::TableWriter;

use super::open;
use crate::config::Config;

/// Write out partnerships, bodies or statements.
#[derive(Debug, clap::Args)]
pub struct Export {
    /// What to write out
    what: What,
    /// In which form
    #[arg(long, value_enum, default_value_t = Format::Csv)]
    format: Format,
    /// As JSON; the same as --format json
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum What {
    Partnerships,
    Bodies,
    Statements,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Csv,
    Json,
}

impl Export {
    /// Writes to standard output, row by row.
    pub async fn run(self, config: &Config) -> Result<()> {
        let recorder = open(config).await?;
        let snapshot = recorder.live().snapshot();
        let table = match self.what {
            What::Partnerships => Table::Partnerships,
            What::Bodies => Table::Bodies,
            What::Statements => Table::Statements,
        };
        let mut out = BufWriter::new(io::stdout().lock());
        let rows = tables::rows(&snapshot.register, table);
        if self.json || self.format == Format::Json {
            vanort_formats::json::write_array(&mut out, rows)?;
        } else {
            let mut writer = TableWriter::new(&mut out, &tables::columns(table))?;
            for row in rows {
                writer.write(&row)?;
            }
            writer.finish()?;
        }
        out.flush()?;
        Ok(())
    }
}
