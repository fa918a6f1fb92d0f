//! `vanort backup` and `vanort restore`

use std::path::PathBuf;

use anyhow::Result;
use vanort_store::Store;

use super::open_store;
use crate::config::Config;
use crate::output;

/// Copy the register to a file while it is in use.
#[derive(Debug, clap::Args)]
pub struct Backup {
    /// The file to make; it must not exist
    file: PathBuf,
}

impl Backup {
    /// Makes the copy.
    pub async fn run(self, config: &Config) -> Result<()> {
        let store = open_store(config).await?;
        store.backup(&self.file).await?;
        let head = store.head().await?;
        output::line(format_args!(
            "{} holds the register; the log has at least {} entries.",
            self.file.display(),
            head.seq
        ))
    }
}

/// Fill an empty register from a backup.
#[derive(Debug, clap::Args)]
pub struct Restore {
    /// The backup
    file: PathBuf,
}

impl Restore {
    /// Fills the register.
    pub async fn run(self, config: &Config) -> Result<()> {
        if config.text("database_url").is_empty() {
            std::fs::create_dir_all(config.data())?;
        }
        let head = Store::restore(&config.location(), &self.file).await?;
        output::line(format_args!(
            "The register is restored: {} entries, last hash {}.",
            head.seq, head.hash
        ))
    }
}
