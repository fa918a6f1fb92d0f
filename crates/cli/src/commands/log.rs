//! `vanort log`

use anyhow::Result;
use serde_json::json;

use super::open_store;
use crate::config::Config;
use crate::output;

/// Check the log of statements.
#[derive(Debug, clap::Subcommand)]
pub enum Log {
    /// Check every entry against the hash chain
    Verify {
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Show the number and hash of the last entry
    Head {
        /// As JSON
        #[arg(long)]
        json: bool,
    },
}

impl Log {
    /// Runs the check or shows the head.
    pub async fn run(self, config: &Config) -> Result<()> {
        let store = open_store(config).await?;
        let (head, json, verified) = match self {
            Self::Verify { json } => (store.verify(|_| {}).await?, json, true),
            Self::Head { json } => (store.head().await?, json, false),
        };
        if json {
            return output::json(&json!({
                "entries": head.seq.0,
                "hash": head.hash.to_string(),
                "recorded": head.recorded.to_string(),
                "verified": verified,
            }));
        }
        if verified {
            output::line(format_args!(
                "The log is whole: {} entries, each following from the one before.",
                head.seq
            ))?;
        }
        output::fields(&[
            ("entries", head.seq.to_string()),
            ("hash", head.hash.to_string()),
            (
                "recorded",
                if head.seq.0 == 0 {
                    String::new()
                } else {
                    head.recorded.to_string()
                },
            ),
        ])
    }
}
