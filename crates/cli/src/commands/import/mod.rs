//! `vanort import`

mod brought;
mod list;
mod statements;
mod table;
mod wikidata;

use anyhow::Result;

use crate::config::Config;

/// Take in what others have written down. A table or an answer of Wikidata is only tried out unless `--commit` is given.
#[derive(Debug, clap::Subcommand)]
pub enum Import {
    /// Take in a table of statements in the register's own columns (docs/reference/intake.md)
    Statements(statements::Statements),
    /// Try out, or take in, a list of partners (CSV, XLSX or ODS)
    Table(table::Table),
    /// Try out, or take in, Wikidata's twinned administrative bodies
    Wikidata(wikidata::Wikidata),
    /// List the imports
    List(list::List),
    /// Withdraw an import as a whole; nothing is deleted
    Withdraw(list::Withdraw),
    /// Put a withdrawn import back
    Restore(list::Withdraw),
}

impl Import {
    /// Runs the command.
    pub async fn run(self, config: &Config) -> Result<()> {
        match self {
            Self::Statements(command) => command.run(config).await,
            Self::Table(command) => command.run(config).await,
            Self::Wikidata(command) => command.run(config).await,
            Self::List(command) => command.run(config).await,
            Self::Withdraw(command) => command.run(config, true).await,
            Self::Restore(command) => command.run(config, false).await,
        }
    }
}
