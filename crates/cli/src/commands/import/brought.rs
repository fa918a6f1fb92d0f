//! What both tables and answers of Wikidata go through: the plan, and carrying it out.

use anyhow::Result;
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;
use vanort_app::imports::{Arrival, Fate, Plan, PlannedRow, Refusal};
use vanort_app::{Atlas, Recorder};
use vanort_web::imports as words;
use vanort_web::messages::{Language, Words};

use crate::output;

/// The command line speaks English.
const ENGLISH: Words = Words {
    language: Language::En,
};

/// What is told of a plan, and whether it is carried out.
#[derive(Debug, clap::Args)]
pub struct Doing {
    /// Take it in; without this nothing is changed
    #[arg(long)]
    commit: bool,
    /// Also take in pairs without a Swedish side
    #[arg(long)]
    pub everywhere: bool,
    /// Tell of every row, not only of those that need a look
    #[arg(long)]
    rows: bool,
    /// As JSON
    #[arg(long)]
    json: bool,
}

impl Doing {
    /// Plans an arrival and, when asked to, carries the plan out.
    pub async fn run(&self, recorder: &Recorder, arrival: &Arrival, atlas: &Atlas) -> Result<()> {
        let bar = progress(arrival.claims.len());
        let register = recorder.live().snapshot();
        let (register, today) = (&register.register, recorder.today());
        let plan = Plan::prepare(arrival, atlas, register, today, |row| {
            bar.set_position(row as u64)
        });
        bar.finish_and_clear();
        let plan = recorder.plan(plan).await?;
        self.tell(&plan)?;
        if !self.commit {
            if plan.rows.is_empty() {
                return self.say(nothing(arrival, &plan));
            }
            return self
                .say("Nothing was changed. Run the command again with --commit to take it in.");
        }
        if plan.is_empty() {
            return self.say(nothing(arrival, &plan));
        }
        let (way, loaded) = recorder.carry_out(arrival, plan).await?;
        if loaded.recorded == 0 {
            return self.say("There was nothing new to take in.");
        }
        if self.json {
            return output::json(
                &json!({ "way": way, "recorded": loaded.recorded, "known": loaded.known }),
            );
        }
        output::line(format_args!(
            "{} entries taken in as {way}; `vanort import withdraw {way}` takes them back.",
            loaded.recorded
        ))
    }

    fn say(&self, text: &str) -> Result<()> {
        if self.json {
            Ok(())
        } else {
            output::line(text)
        }
    }

    fn tell(&self, plan: &Plan) -> Result<()> {
        if self.json {
            return output::json(&json!({
                "totals": plan.totals,
                "findings": plan.findings,
                "left_out": plan.left_out,
                "rows": plan.rows,
            }));
        }
        for row in plan
            .rows
            .iter()
            .filter(|row| self.rows || needs_a_look(row))
        {
            output::line(sentence(row))?;
        }
        for finding in &plan.findings {
            let instead = finding.instead.as_ref().map_or_else(String::new, |place| {
                format!(" ({}, {}?)", place.name, place.country)
            });
            let field = finding
                .field
                .as_ref()
                .map_or_else(String::new, |(field, text)| format!(" ({field}: {text})"));
            let contradiction = finding.contradiction.as_ref();
            let told = contradiction.map_or_else(String::new, |of| {
                format!(" ({})", words::contradiction(&ENGLISH, of))
            });
            output::line(format_args!(
                "line {}: {}: {}{instead}{field}{told}",
                finding.line,
                finding.kind.key(),
                finding.words
            ))?;
        }
        for told in words::left_out(&ENGLISH, &plan.left_out) {
            output::line(told)?;
        }
        for (fate, rows) in &plan.totals.rows {
            output::line(format_args!("{rows:>8}  {fate}"))?;
        }
        output::line(format_args!(
            "{} partnerships and {} bodies would be new.",
            plan.totals.partnerships, plan.totals.bodies
        ))
    }
}

/// Why there is nothing to take in.
fn nothing(arrival: &Arrival, plan: &Plan) -> &'static str {
    if plan.rows.is_empty() && arrival.format == "table" {
        "The list has headers and no rows: there was nothing to take in."
    } else {
        "There was nothing new to take in."
    }
}

fn needs_a_look(row: &PlannedRow) -> bool {
    matches!(
        row.fate,
        Fate::Ambiguous { .. } | Fate::Changes { .. } | Fate::KnownWithdrawn { .. } | Fate::NoBody
    ) || matches!(&row.fate, Fate::Refused(refusal) if refusal.key() != "no_swedish_side")
}

fn sentence(row: &PlannedRow) -> String {
    let country = row
        .country_written
        .as_ref()
        .map_or_else(String::new, |country| format!(", {country}"));
    let from = row
        .subject_line
        .map_or_else(String::new, |line| format!(" (from line {line})"));
    let beside: String = row
        .beside
        .iter()
        .map(|(field, words)| format!(" ({field}: {words})"))
        .collect();
    let names = format!(
        "line {}: {}{from} – {}{country}{beside}",
        row.line, row.subject_written, row.partner_written
    );
    let decided = if row.decided && row.fate != Fate::NoBody {
        ", the partner is known by a decision"
    } else {
        ""
    };
    let told = match &row.fate {
        Fate::New { .. } => format!("{names}: new"),
        Fate::Changes { changes } => {
            let changes = changes.iter().map(|change| words::change(&ENGLISH, change));
            format!(
                "{names}: changes {}",
                changes.collect::<Vec<_>>().join("; ")
            )
        }
        Fate::Known => format!("{names}: known already"),
        Fate::KnownWithdrawn { way } => {
            format!("{names}: known from {way}, which is withdrawn and can be restored")
        }
        Fate::Ambiguous { candidates } => {
            format!("{names}: new, but the partner is not sure ({candidates} candidates)")
        }
        Fate::NoBody => {
            format!("{names}: no partnership comes of it, the partner is no body by a decision")
        }
        Fate::Refused(refusal) => {
            let column = refusal
                .column()
                .map_or_else(String::new, |column| format!(" in the column {column}"));
            let likely = match refusal {
                Refusal::NotSwedish {
                    likely: Some(likely),
                } => format!(
                    " (is {likely} meant? say so with --meant \"{}={likely}\")",
                    row.subject_written
                ),
                _ => String::new(),
            };
            format!(
                "{names}: refused, {}{column}{likely}",
                refusal.key().replace('_', " ")
            )
        }
    };
    format!("{told}{decided}")
}

fn progress(rows: usize) -> ProgressBar {
    let bar = ProgressBar::new(rows as u64);
    if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos} of {len} rows") {
        bar.set_style(style);
    }
    bar
}
