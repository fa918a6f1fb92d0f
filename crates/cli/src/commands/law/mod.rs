//! `vanort law`

mod record;
mod rules;
mod words;

use std::io::Read as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use clap::ValueEnum;
use serde_json::{Value, json};
use vanort_app::law::{self, Law as Rules};
use vanort_domain::law::{Answer, Assessment, Case, Day, Status};

use crate::{output, system};

/// The legal check.
#[derive(Debug, clap::Subcommand)]
pub enum Law {
    /// Answer a case: allowed, not allowed, or a person must judge
    Check {
        /// The case as JSON (docs/reference/law.md); - reads it from standard input
        case: PathBuf,
        /// The day of the decision, instead of the one in the case (2026-11-01)
        #[arg(long)]
        date: Option<Day>,
        /// As JSON
        #[arg(long)]
        json: bool,
        /// Language of the text
        #[arg(long, value_enum, default_value_t = Language::Sv)]
        language: Language,
        /// Write a record for the file as PDF, of one case
        #[arg(long)]
        pdf: Option<PathBuf>,
    },
    /// Look after the table of countries that receive Swedish state aid
    #[command(subcommand)]
    Countries(Countries),
    /// List the rules, when their wordings hold, and the digest over all of them
    Rules {
        /// As JSON
        #[arg(long)]
        json: bool,
        /// Language of the titles
        #[arg(long, value_enum, default_value_t = Language::Sv)]
        language: Language,
    },
}

/// The table of countries.
#[derive(Debug, clap::Subcommand)]
pub enum Countries {
    /// Name gaps and overlaps; fails when there is an overlap
    Check {
        /// The last day that is looked at, instead of today (2026-11-01)
        #[arg(long)]
        date: Option<Day>,
        /// Another table than the one in the program
        #[arg(long)]
        table: Option<PathBuf>,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
}

/// A language the rules are written in.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Language {
    /// Swedish
    Sv,
    /// English
    En,
}

impl Language {
    /// Its tag.
    fn tag(self) -> &'static str {
        match self {
            Self::Sv => "sv",
            Self::En => "en",
        }
    }
}

impl Law {
    /// Runs the command; it needs no register.
    pub fn run(self) -> Result<()> {
        let rules = law::bundled()?;
        match self {
            Self::Check {
                case,
                date,
                json,
                language,
                pdf,
            } => {
                if let Some(pdf) = pdf {
                    record::write(&rules, &case, date, language, &pdf)?;
                }
                check(&rules, &case, date, json, language.tag())
            }
            Self::Countries(Countries::Check { date, table, json }) => {
                check_countries(rules, date, table.as_deref(), json)
            }
            Self::Rules { json, language } => rules::list(&rules, json, language.tag()),
        }
    }
}

fn today() -> Day {
    Day(system::clock().today())
}

/// Answers the case of a file, or each of a list of cases.
fn check(
    rules: &Rules,
    path: &Path,
    date: Option<Day>,
    as_json: bool,
    language: &str,
) -> Result<()> {
    let value = read(path)?;
    let names = vanort_app::bundle::countries()?;
    let answer = |value: Value| -> Result<Assessment> {
        let case = case_of(value, path, date, &names)?;
        Ok(rules.rules.assess(&case, &rules.countries))
    };
    if let Value::Array(cases) = value {
        let answers = cases.into_iter().map(answer).collect::<Result<Vec<_>>>()?;
        if as_json {
            return output::json(&answers);
        }
        return answers
            .iter()
            .try_for_each(|answer| words::tell(&rules.rules, &names, answer, language));
    }
    let answer = answer(value)?;
    if as_json {
        return output::json(&answer);
    }
    words::tell(&rules.rules, &names, &answer, language)
}

/// The JSON of a file, or of standard input.
fn read(path: &Path) -> Result<Value> {
    let text = if path == Path::new("-") {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text)?;
        text
    } else {
        std::fs::read_to_string(path)
            .with_context(|| format!("the case {} cannot be read", path.display()))?
    };
    serde_json::from_str(&text).with_context(|| wrong(path))
}

fn wrong(path: &Path) -> String {
    format!(
        "{} is no case; docs/reference/law.md says how one is written",
        path.display()
    )
}

/// A case, with the day and the country's code filled in.
fn case_of(
    value: Value,
    path: &Path,
    date: Option<Day>,
    names: &vanort_names::Countries,
) -> Result<Case> {
    let mut case: Case = serde_json::from_value(value).with_context(|| wrong(path))?;
    complete(&mut case, date, |name| {
        Some(names.by_name(name)?.code.to_string())
    });
    Ok(case)
}

/// Fills in the day, and the code of a country that is written as a name.
fn complete(case: &mut Case, date: Option<Day>, code: impl Fn(&str) -> Option<String>) {
    let stated = ["decision_date", "date"]
        .iter()
        .any(|name| case.answers_to(name).is_some());
    if let Some(date) = date.or_else(|| (!stated).then(today)) {
        case.set("date", None);
        case.set("decision_date", Some(date.to_string().as_str().into()));
    }
    let written = case.answers_to("country").and_then(Answer::words);
    let name = written.and_then(|words| words.first().map(|word| (*word).to_owned()));
    if let Some(code) = name
        .filter(|name| name.trim().len() != 2)
        .and_then(|name| code(&name))
    {
        case.set("country", Some(code.as_str().into()));
    }
}

fn check_countries(
    rules: Rules,
    date: Option<Day>,
    table: Option<&Path>,
    as_json: bool,
) -> Result<()> {
    let countries = match table {
        None => rules.countries,
        Some(path) => {
            let bytes = std::fs::read(path)
                .with_context(|| format!("the table {} cannot be read", path.display()))?;
            law::countries(&bytes)?
        }
    };
    let from: Day = "2009-03-01".parse()?;
    let to = date.unwrap_or_else(today);
    let (gaps, overlaps) = (countries.gaps(from, to), countries.overlaps());
    let facts = countries.iter().count();
    let unknown = countries
        .iter()
        .filter(|fact| fact.status == Status::Unknown)
        .count();
    if as_json {
        output::json(&json!({
            "countries": countries.countries().count(), "facts": facts, "unknown": unknown,
            "from": from, "to": to, "gaps": gaps, "overlaps": overlaps,
        }))?;
    } else {
        for gap in &gaps {
            output::line(format_args!(
                "gap      {}  {} to {}",
                gap.iso2, gap.from, gap.to
            ))?;
        }
        for overlap in &overlaps {
            let to = overlap
                .to
                .map_or_else(|| "on".to_owned(), |day| format!("to {day}"));
            output::line(format_args!(
                "overlap  {}  {} {to}",
                overlap.iso2, overlap.from
            ))?;
        }
        output::line(format_args!(
            "{facts} words on {} countries, {unknown} of them \"unknown\"; from {from} to {to} {} gaps, {} overlaps.",
            countries.countries().count(),
            gaps.len(),
            overlaps.len()
        ))?;
    }
    if !overlaps.is_empty() {
        bail!(
            "the table of countries has overlaps; give each word a last day before the next one's first"
        );
    }
    Ok(())
}
