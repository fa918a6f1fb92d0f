//! The verbs of the command line, one file each.

mod backup;
mod body;
mod export;
mod funding;
mod import;
mod law;
mod log;
mod partnership;
mod resolve;
mod review;
mod serve;
mod simulate;
mod source;
mod stats;

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, Result};
use clap::{Parser, Subcommand};
use indicatif::{ProgressBar, ProgressStyle};
use vanort_app::bundle::{self, Loaded, Progress};
use vanort_app::{Atlas, Recorder};
use vanort_store::Store;

use crate::config::{Config, Overrides};
use crate::system;

/// The register of Swedish municipalities' and regions' international co-operation.
///
/// Every fact is a dated word of a named source. `vanort serve` shows the register as a web site; the other
/// commands read it, write it out and look after it.
#[derive(Debug, Parser)]
#[command(name = "vanort", version, max_term_width = 100)]
pub struct Arguments {
    #[command(flatten)]
    overrides: Overrides,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Show the register as a web site
    Serve(serve::Serve),
    /// Count what the register holds
    Stats(stats::Stats),
    /// Show a body and its partnerships
    #[command(subcommand)]
    Body(body::Body),
    /// Show a partnership and what every source says
    #[command(subcommand)]
    Partnership(partnership::Partnership),
    /// Write out partnerships, bodies or statements as a table or JSON
    Export(export::Export),
    /// Take in a table of statements
    #[command(subcommand)]
    Import(import::Import),
    /// Find the body that a written name means
    Resolve(resolve::Resolve),
    /// Count the bodies abroad that are matched, that wait for review, and that are of their own
    Review(review::Review),
    /// List collections of sources, switch one off or on
    #[command(subcommand)]
    Source(source::Source),
    /// Ask which money fits an idea, list programmes and calls, check their files
    #[command(subcommand)]
    Funding(funding::Funding),
    /// Ask what the law on aid and service abroad allows, and list its rules
    #[command(subcommand)]
    Law(law::Law),
    /// Check the log of statements
    #[command(subcommand)]
    Log(log::Log),
    /// Copy the register to a file while it is in use
    Backup(backup::Backup),
    /// Fill an empty register from a backup
    Restore(backup::Restore),
    /// Fill a register with made-up statements, for trying out and measuring
    Simulate(simulate::Simulate),
}

/// Runs the command that was asked for.
pub async fn run(arguments: Arguments) -> Result<()> {
    let explicit = match &arguments.command {
        Command::Serve(serve) => serve.settings(),
        _ => Vec::new(),
    };
    let config = Config::read(&arguments.overrides, &explicit)?;
    match arguments.command {
        Command::Serve(command) => command.run(&config).await,
        Command::Stats(command) => command.run(&config).await,
        Command::Body(command) => command.run(&config).await,
        Command::Partnership(command) => command.run(&config).await,
        Command::Export(command) => command.run(&config).await,
        Command::Import(command) => command.run(&config).await,
        Command::Resolve(command) => command.run(),
        Command::Review(command) => command.run(&config).await,
        Command::Source(command) => command.run(&config).await,
        Command::Funding(command) => command.run(&config).await,
        Command::Law(command) => command.run(),
        Command::Log(command) => command.run(&config).await,
        Command::Backup(command) => command.run(&config).await,
        Command::Restore(command) => command.run(&config).await,
        Command::Simulate(command) => command.run(&config).await,
    }
}

/// Opens the register for a command that needs what is in it; an empty one is filled with the bundled data.
async fn open(config: &Config) -> Result<Recorder> {
    Ok(open_keeping_atlas(config).await?.0)
}

/// Opens the register in the same way for a command that resolves names: an empty register needs the atlas, too, and it is
/// read once for both.
async fn open_with_atlas(config: &Config) -> Result<(Recorder, Arc<Atlas>)> {
    let (recorder, atlas) = open_keeping_atlas(config).await?;
    Ok((recorder, atlas.map_or_else(bundle::atlas, Ok)?))
}

/// Opens the register in the same way; with the atlas, where it had to be read for that.
async fn open_keeping_atlas(config: &Config) -> Result<(Recorder, Option<Arc<Atlas>>)> {
    let recorder = open_empty(config).await?;
    let bar = spinner();
    let loaded = bundle::load(&recorder, |progress| show(&bar, &progress)).await?;
    bar.finish_and_clear();
    let Some((loaded, atlas)) = loaded else {
        return Ok((recorder, None));
    };
    tell(config, &loaded)?;
    Ok((recorder, Some(atlas)))
}

/// Opens the register as it is.
async fn open_empty(config: &Config) -> Result<Recorder> {
    Ok(Recorder::open(open_store(config).await?, system::clock()).await?)
}

async fn open_store(config: &Config) -> Result<Store> {
    if config.text("database_url").is_empty() {
        let data = config.data();
        std::fs::create_dir_all(&data)
            .with_context(|| format!("the data folder {} cannot be made", data.display()))?;
    }
    Ok(Store::open(&config.location()).await?)
}

fn spinner() -> ProgressBar {
    let bar = ProgressBar::new_spinner();
    if let Ok(style) = ProgressStyle::with_template("{spinner} {msg}") {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(120));
    bar
}

fn show(bar: &ProgressBar, progress: &Progress) {
    let text = match progress {
        Progress::Gazetteer => "Reading the gazetteer …".to_owned(),
        Progress::Table(name, entries) => format!("Taking in {name}: {entries} entries …"),
    };
    if bar.is_hidden() {
        eprintln!("{text}");
    } else {
        bar.set_message(text);
    }
}

/// Says what loading came to; rows set aside go to a report in the data folder.
fn tell(config: &Config, loaded: &Loaded) -> Result<()> {
    eprintln!(
        "{} entries taken in, {} known already, {} rows set aside.",
        loaded.recorded,
        loaded.known,
        loaded.set_aside.len()
    );
    if loaded.set_aside.is_empty() {
        return Ok(());
    }
    let path = config.data().join("set-aside.txt");
    let report: String = loaded
        .set_aside
        .iter()
        .map(|fault| format!("{fault}\n"))
        .collect();
    std::fs::create_dir_all(config.data())?;
    std::fs::write(&path, report)
        .with_context(|| format!("the report {} cannot be written", path.display()))?;
    eprintln!("What is wrong with them stands in {}.", path.display());
    Ok(())
}
