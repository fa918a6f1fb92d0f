//! `vanort import wikidata`

use std::io::Read as _;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context as _, Result};
use vanort_app::imports::{self, Arrival, QUERY_EVERYWHERE, QUERY_SWEDEN};
use vanort_domain::Timestamp;

use super::super::open_with_atlas;
use super::brought::Doing;
use crate::config::Config;
use crate::{output, system};

/// Try out, or take in, Wikidata's twinned administrative bodies
#[derive(Debug, clap::Args)]
pub struct Wikidata {
    /// An answer of the query service that has been fetched before (SPARQL results in JSON); without it, it is asked now
    #[arg(long, value_name = "FILE")]
    file: Option<PathBuf>,
    /// The query service
    #[arg(
        long,
        value_name = "URL",
        default_value = "https://query.wikidata.org/sparql"
    )]
    endpoint: String,
    /// The day of the answer, where it was fetched before
    #[arg(long)]
    date: Option<String>,
    /// Only write the query
    #[arg(long)]
    show_query: bool,
    #[command(flatten)]
    doing: Doing,
}

/// The query service gives up after a minute.
const LONGEST_WAIT: Duration = Duration::from_secs(90);
/// The largest answer that is read, in bytes; that on the whole world has some forty million.
const LARGEST_ANSWER: u64 = 400_000_000;

impl Wikidata {
    /// Fetches or reads, plans and, when asked to, takes in.
    pub async fn run(self, config: &Config) -> Result<()> {
        let query = if self.doing.everywhere {
            QUERY_EVERYWHERE
        } else {
            QUERY_SWEDEN
        };
        if self.show_query {
            return output::line(query.trim_end());
        }
        let bytes = match &self.file {
            Some(path) => std::fs::read(path)
                .with_context(|| format!("the file {} cannot be read", path.display()))?,
            None => {
                eprintln!("Asking {} …", self.endpoint);
                let endpoint = self.endpoint.clone();
                tokio::task::spawn_blocking(move || fetch(&endpoint, query)).await??
            }
        };
        let now: Timestamp = system::clock().now();
        let today = now.day().to_string();
        let date = self
            .date
            .as_deref()
            .or(self.file.is_none().then_some(today.as_str()));
        let source = imports::source(
            "wikidata",
            "Wikidata",
            Some("twinned administrative body (P190)"),
            Some("https://www.wikidata.org/wiki/Property:P190"),
            date,
            Some("CC0 1.0"),
        )?;
        imports::check_date(&source, now.day())?;
        let arrival = Arrival {
            title: "Wikidata P190".to_owned(),
            format: "wikidata",
            digest: imports::digest(&bytes),
            content: None,
            mapping: None,
            source,
            claims: imports::read_wikidata(&bytes)?,
            left_out: imports::LeftOut::default(),
            everywhere: self.doing.everywhere,
        };
        let (recorder, atlas) = open_with_atlas(config).await?;
        self.doing.run(&recorder, &arrival, &atlas).await
    }
}

fn fetch(endpoint: &str, query: &str) -> Result<Vec<u8>> {
    let agent: ureq::Agent = ureq::Agent::config_builder()
        .timeout_global(Some(LONGEST_WAIT))
        .user_agent(concat!(
            "vanort/",
            env!("CARGO_PKG_VERSION"),
            " (register of twin towns)"
        ))
        .build()
        .into();
    let response = agent
        .post(endpoint)
        .header("Accept", "application/sparql-results+json")
        .send_form([("query", query)])
        .with_context(|| {
            format!(
                "{endpoint} did not answer; fetch the answer with a browser and give it with --file"
            )
        })?;
    let mut bytes = Vec::new();
    response
        .into_body()
        .into_with_config()
        .limit(LARGEST_ANSWER)
        .reader()
        .read_to_end(&mut bytes)
        .context("the answer broke off")?;
    Ok(bytes)
}
