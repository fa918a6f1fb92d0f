//! `vanort log`

use anyhow::{Context as _, Result};
use serde_json::json;
use vanort_domain::Seq;
use vanort_domain::log::{Hash, SealedEntry};
use vanort_store::Store;

use super::open_store;
use crate::config::Config;
use crate::output;

/// Check the log of statements.
#[derive(Debug, clap::Subcommand)]
pub enum Log {
    /// Check every entry against the hash chain
    Verify {
        /// Show the hash of the entry of this number too, as a reference names it
        #[arg(long, value_name = "NUMBER")]
        at: Option<u32>,
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
        let (head, at, json, verified) = match self {
            Self::Verify { at, json } => (store.verify(|_| {}).await?, at, json, true),
            Self::Head { json } => (store.head().await?, None, json, false),
        };
        let named = match at {
            Some(number) => Some(entry(&store, number).await?),
            None => None,
        };
        if json {
            let named = named.map(|(entry, hash)| {
                json!({
                    "entry": entry.seq.0,
                    "hash": hash.to_string(),
                    "recorded": entry.recorded.to_string(),
                })
            });
            return output::json(&json!({
                "entries": head.seq.0,
                "hash": head.hash.to_string(),
                "recorded": head.recorded.to_string(),
                "verified": verified,
                "at": named,
            }));
        }
        if verified {
            output::line(format_args!(
                "The log is whole: {} entries, each following from the one before.",
                head.seq
            ))?;
        }
        let recorded = match head.seq.0 {
            0 => String::new(),
            _ => head.recorded.to_string(),
        };
        output::fields(&[
            ("entries", head.seq.to_string()),
            ("hash", head.hash.to_string()),
            ("recorded", recorded),
        ])?;
        let Some((entry, hash)) = named else {
            return Ok(());
        };
        output::fields(&[
            ("entry", entry.seq.to_string()),
            ("hash", hash.to_string()),
            ("recorded", entry.recorded.to_string()),
        ])
    }
}

/// An entry as it is stored, with its hash.
async fn entry(store: &Store, number: u32) -> Result<(SealedEntry, Hash)> {
    let before = Seq(number.saturating_sub(1));
    let found = store.sealed_after(before, 1).await?.pop();
    found
        .filter(|(entry, _)| entry.seq.0 == number)
        .with_context(|| format!("the log has no entry {number}"))
}
