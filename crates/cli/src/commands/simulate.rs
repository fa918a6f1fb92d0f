//! `vanort simulate`

use anyhow::{Result, bail};
use indicatif::ProgressBar;
use vanort_app::intake::{Prepared, PreparedEntry};
use vanort_app::{bundle, simulate};
use vanort_domain::log::Content;

use super::{open_empty, spinner};
use crate::config::Config;
use crate::output;

/// Entries in one transaction.
const BATCH: usize = 5_000;

/// Fill a register with made-up statements.
///
/// The distributions are those of the bundled data; the same seed gives the same register. Use a data folder of
/// its own (--data): made-up statements have no place beside real ones.
#[derive(Debug, clap::Args)]
pub struct Simulate {
    /// How many statements
    #[arg(long, default_value_t = 10_000)]
    statements: usize,
    /// How many bodies abroad
    #[arg(long, default_value_t = 2_000)]
    bodies: usize,
    /// Seed of the random numbers
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Append the statements one by one and print each number once it is safely stored
    #[arg(long)]
    acknowledge: bool,
}

impl Simulate {
    /// Makes the statements and takes them in.
    pub async fn run(self, config: &Config) -> Result<()> {
        let recorder = open_empty(config).await?;
        let holds_real = recorder
            .live()
            .snapshot()
            .register
            .entries()
            .any(|entry| entry.by != "simulate");
        if holds_real {
            bail!("this register holds real statements; choose another folder with --data");
        }
        let models = bundle::models()?;
        let size = simulate::Size {
            statements: self.statements,
            bodies: self.bodies,
            seed: self.seed,
        };
        let bar = if self.acknowledge {
            ProgressBar::hidden()
        } else {
            spinner()
        };
        let mut entries = Vec::new();
        let mut made = 0usize;
        let mut contents = simulate::contents(size, &models).peekable();
        while let Some(content) = contents.next() {
            let alone = self.acknowledge && matches!(content, Content::Statement(_));
            entries.push(PreparedEntry::of(content));
            if !alone && entries.len() < BATCH && contents.peek().is_some() {
                continue;
            }
            made += entries.len();
            let prepared = Prepared {
                entries: std::mem::take(&mut entries),
                set_aside: Vec::new(),
            };
            let loaded = recorder.record("simulate", prepared).await?;
            bar.set_message(format!("{made} entries …"));
            if self.acknowledge && loaded.recorded > 0 {
                output::line(recorder.live().snapshot().register.head())?;
            }
        }
        bar.finish_and_clear();
        let figures = recorder.live().snapshot().register.figures();
        if self.acknowledge {
            return Ok(());
        }
        output::line(format_args!(
            "{} statements, {} partnerships.",
            figures.statements, figures.partnerships
        ))
    }
}
