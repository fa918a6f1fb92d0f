//! `vanort source`

use std::collections::BTreeMap;

use anyhow::{Result, bail};
use serde_json::json;
use vanort_domain::log::Switch;

use super::open;
use crate::config::Config;
use crate::output;

/// Collections of sources.
#[derive(Debug, clap::Subcommand)]
pub enum Source {
    /// List the collections and how much each of them says
    List {
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Leave out what a collection says; on record, and reversible
    Off {
        /// The collection, such as wikidata
        collection: String,
        /// Why
        #[arg(long)]
        reason: Option<String>,
    },
    /// Count what a collection says again
    On {
        /// The collection
        collection: String,
        /// Why
        #[arg(long)]
        reason: Option<String>,
    },
}

impl Source {
    /// Lists or switches.
    pub async fn run(self, config: &Config) -> Result<()> {
        let recorder = open(config).await?;
        let register = recorder.live().snapshot();
        let register = &register.register;
        let mut collections: BTreeMap<String, (usize, usize)> = BTreeMap::new();
        for source in register.sources() {
            collections
                .entry(source.collection.to_string())
                .or_default()
                .0 += 1;
        }
        for (_, statement) in register.statements() {
            if let Some(source) = register.source(&statement.source) {
                collections
                    .entry(source.collection.to_string())
                    .or_default()
                    .1 += 1;
            }
        }
        let (collection, reason, on) = match self {
            Self::List { json } => {
                return list(&collections, json, |name| register.is_switched_off(name));
            }
            Self::Off { collection, reason } => (collection, reason, false),
            Self::On { collection, reason } => (collection, reason, true),
        };
        if !collections.contains_key(&collection) {
            let names: Vec<&str> = collections.keys().map(String::as_str).collect();
            bail!(
                "there is no collection \"{collection}\"; there are {}",
                names.join(", ")
            );
        }
        if register.is_switched_off(&collection) != on {
            let state = if on { "counts" } else { "is left out" };
            return output::line(format_args!("{collection} {state} already."));
        }
        recorder
            .switch(
                "command",
                Switch {
                    collection: collection.as_str().into(),
                    on,
                    reason,
                },
            )
            .await?;
        let state = if on {
            "counts again"
        } else {
            "is left out from now on"
        };
        output::line(format_args!("{collection} {state}."))
    }
}

fn list(
    collections: &BTreeMap<String, (usize, usize)>,
    as_json: bool,
    is_off: impl Fn(&str) -> bool,
) -> Result<()> {
    if as_json {
        let rows: Vec<_> = collections
            .iter()
            .map(|(name, (sources, statements))| {
                json!({ "collection": name, "sources": sources, "statements": statements, "on": !is_off(name) })
            })
            .collect();
        return output::json(&rows);
    }
    let rows: Vec<Vec<String>> = collections
        .iter()
        .map(|(name, (sources, statements))| {
            let state = if is_off(name) { "off" } else { "on" };
            vec![
                name.clone(),
                sources.to_string(),
                statements.to_string(),
                state.to_owned(),
            ]
        })
        .collect();
    output::table(&["collection", "sources", "statements", "counts"], &rows)
}
