//! `vanort review`

use std::collections::BTreeMap;

use anyhow::Result;
use serde_json::json;
use vanort_app::review;

use super::open_with_atlas;
use crate::config::Config;
use crate::output;

/// Count the bodies abroad that are matched, that wait for review, and that are of their own
#[derive(Debug, clap::Args)]
pub struct Review {
    /// As JSON
    #[arg(long)]
    json: bool,
}

impl Review {
    /// Works the queue out and counts it.
    pub async fn run(self, config: &Config) -> Result<()> {
        let (recorder, atlas) = open_with_atlas(config).await?;
        let snapshot = recorder.live().snapshot();
        let cases = review::cases(&snapshot.register, &atlas);
        let tally = review::tally(&snapshot.register, &cases);
        let mut doubts: BTreeMap<&str, usize> = BTreeMap::new();
        for case in &cases {
            *doubts.entry(case.doubt.key()).or_default() += 1;
        }
        if self.json {
            return output::json(&json!({ "tally": tally, "waiting_by_doubt": doubts }));
        }
        output::line(format_args!("matched       {}", tally.matched))?;
        output::line(format_args!("waiting       {}", tally.waiting))?;
        for (doubt, count) in doubts {
            output::line(format_args!("  {doubt:<11} {count}"))?;
        }
        output::line(format_args!("of their own  {}", tally.own))
    }
}
