//! `vanort log`

use anyhow::{Context as _, Result};
use serde_json::json;
use vanort_domain::Seq;
use vanort_domain::log::{Hash, Redaction, SealedEntry};
use vanort_store::{Head, Store};

use super::{open, open_store};
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
    /// Show the values of an entry, such as 4163 for the statement st-4163
    Show {
        /// Its number
        #[arg(value_name = "NUMBER")]
        number: u32,
    },
    /// Take a value of an entry away for good, for someone's privacy; its digest stays, and the log still verifies
    Redact {
        /// The entry's number
        #[arg(value_name = "NUMBER")]
        number: u32,
        /// The value's name, as `vanort log show` has it
        #[arg(value_name = "FIELD")]
        field: String,
        /// Why, in words that name nobody: they are on record
        #[arg(long)]
        reason: String,
    },
}

impl Log {
    /// Checks the log, shows something of it or takes something away.
    pub async fn run(self, config: &Config) -> Result<()> {
        match self {
            Self::Verify { at, json } => {
                let store = open_store(config).await?;
                let head = store.verify(|_| {}).await?;
                let named = match at {
                    Some(number) => Some(entry(&store, number).await?),
                    None => None,
                };
                if json {
                    return as_json(&head, named, true);
                }
                output::line(format_args!(
                    "The log is whole: {} entries, each following from the one before.",
                    head.seq
                ))?;
                in_words(&head, named)
            }
            Self::Head { json: true } => {
                as_json(&open_store(config).await?.head().await?, None, false)
            }
            Self::Head { json: false } => in_words(&open_store(config).await?.head().await?, None),
            Self::Show { number } => show(&open_store(config).await?, number).await,
            Self::Redact {
                number,
                field,
                reason,
            } => redact(config, number, field, reason).await,
        }
    }
}

type Named = Option<(SealedEntry, Hash)>;

fn as_json(head: &Head, named: Named, verified: bool) -> Result<()> {
    let named = named.map(|(entry, hash)| {
        json!({
            "entry": entry.seq.0,
            "hash": hash.to_string(),
            "recorded": entry.recorded.to_string(),
        })
    });
    output::json(&json!({
        "entries": head.seq.0,
        "hash": head.hash.to_string(),
        "recorded": head.recorded.to_string(),
        "verified": verified,
        "at": named,
    }))
}

fn in_words(head: &Head, named: Named) -> Result<()> {
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

/// An entry as it is stored, with its hash.
async fn entry(store: &Store, number: u32) -> Result<(SealedEntry, Hash)> {
    let before = Seq(number.saturating_sub(1));
    let found = store.sealed_after(before, 1).await?.pop();
    found
        .filter(|(entry, _)| entry.seq.0 == number)
        .with_context(|| format!("the log has no entry {number}"))
}

/// The values of an entry that can be read, and the names of those taken away.
async fn show(store: &Store, number: u32) -> Result<()> {
    let (entry, hash) = entry(store, number).await?;
    let mut told = vec![
        ("entry", entry.seq.to_string()),
        ("hash", hash.to_string()),
        ("recorded", entry.recorded.to_string()),
        ("by", entry.by.to_string()),
        ("kind", entry.kind.to_string()),
    ];
    let open = entry.open_values();
    told.extend(entry.values.keys().map(|field| {
        let value = open.text(field).unwrap_or("(taken away)");
        (field.as_str(), value.to_owned())
    }));
    output::fields(&told)
}

async fn redact(config: &Config, number: u32, field: String, reason: String) -> Result<()> {
    let recorder = open(config).await?;
    let told = format!("Entry {number} has no \"{field}\" any more.");
    let redaction = Redaction {
        of: Seq(number),
        field,
        reason,
    };
    recorder.redact("editor", redaction).await?;
    output::line(format_args!(
        "{told} Backups made before still have it, and so have whoever fetched it."
    ))
}
