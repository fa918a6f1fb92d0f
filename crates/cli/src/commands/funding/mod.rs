//! `vanort funding`

use std::io::Read as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use clap::ValueEnum;
use serde_json::{Value, json};
use vanort_app::{Countries, bundle, funding};
use vanort_domain::funding::{Assessment, Day, Guide, Outcome, Remark, Written};
use vanort_web::funding::Teller;
use vanort_web::messages::{Language as Tongue, Words};

use super::open;
use crate::config::Config;
use crate::{output, system};

/// The funding guide.
#[derive(Debug, clap::Subcommand)]
pub enum Funding {
    /// Name what is wrong with the files on programmes and calls; fails on a fault
    Check {
        /// Another folder than the one in the program
        #[arg(long)]
        folder: Option<PathBuf>,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// List the programmes with their calls
    List {
        /// As JSON
        #[arg(long)]
        json: bool,
        /// Language of the text
        #[arg(long, value_enum, default_value_t = Language::Sv)]
        language: Language,
    },
    /// Tell which programmes fit an idea, or a body
    Fit {
        /// The idea as JSON (docs/reference/funding.md); - reads it from standard input
        #[arg(required_unless_present = "body")]
        idea: Option<PathBuf>,
        /// A body of the register instead of an idea: its identifier, such as se-1280, or its name
        #[arg(long, conflicts_with = "idea")]
        body: Option<String>,
        /// The day that counts, instead of the one in the idea (2026-11-01)
        #[arg(long)]
        date: Option<Day>,
        /// As JSON
        #[arg(long)]
        json: bool,
        /// Language of the text
        #[arg(long, value_enum, default_value_t = Language::Sv)]
        language: Language,
    },
}

/// A language of the text.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Language {
    /// Swedish
    Sv,
    /// English
    En,
    /// Ukrainian
    Uk,
}

impl Language {
    fn words(self) -> Words {
        let language = match self {
            Self::Sv => Tongue::Sv,
            Self::En => Tongue::En,
            Self::Uk => Tongue::Uk,
        };
        Words { language }
    }
}

impl Funding {
    /// Runs the command; only a body needs the register.
    pub async fn run(self, config: &Config) -> Result<()> {
        let guide = funding::bundled().map_err(|error| anyhow::anyhow!("{error}"))?;
        let countries = bundle::countries()?;
        let teller = |language: Language| Teller {
            t: language.words(),
            countries: &countries,
            guide,
        };
        match self {
            Self::Check { folder: None, json } => check(guide, json),
            Self::Check {
                folder: Some(folder),
                json,
            } => check(&funding::read(files(&folder)?)?, json),
            Self::List { json, language } => list(&teller(language), json),
            Self::Fit {
                idea,
                body,
                date,
                json,
                language,
            } => {
                let (assessment, remarks) = match (idea, body) {
                    (_, Some(body)) => (of_body(config, guide, &body, date).await?, Vec::new()),
                    (Some(idea), None) => of_idea(guide, &countries, &idea, date)?,
                    (None, None) => {
                        bail!("name a file with an idea, or --body with a body of the register")
                    }
                };
                tell(&teller(language), &assessment, &remarks, json)
            }
        }
    }
}

fn today() -> Day {
    Day(system::clock().today())
}

/// The files of a folder, as `data/funding` has them.
fn files(folder: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    for below in ["", "programmes"] {
        let place = folder.join(below);
        let entries = std::fs::read_dir(&place)
            .with_context(|| format!("the folder {} cannot be read", place.display()))?;
        for path in entries
            .flatten()
            .map(|entry| entry.path())
            .filter(|path| path.is_file())
        {
            let name = path.strip_prefix(folder)?.to_string_lossy().into_owned();
            files.push((name, std::fs::read(&path)?));
        }
    }
    Ok(files)
}

fn check(guide: &Guide, as_json: bool) -> Result<()> {
    let found = guide.check();
    let (notices, faults): (Vec<_>, Vec<_>) =
        found.iter().partition(|fault| fault.kind.is_notice());
    if as_json {
        output::json(&json!({ "faults": faults, "notices": notices, "hash": guide.files().hash }))?;
    } else {
        for (word, list) in [("fault ", &faults), ("notice", &notices)] {
            for fault in list {
                output::line(format_args!(
                    "{word}  {}: {}: {}",
                    fault.place,
                    fault.what,
                    fault.kind.words()
                ))?;
            }
        }
        output::line(format_args!(
            "{} programmes, {} calls, {} words on countries; {} faults, {} notices.",
            guide.files().programmes.len(),
            guide.files().calls.len(),
            guide.files().countries.len(),
            faults.len(),
            notices.len()
        ))?;
    }
    if !faults.is_empty() {
        bail!("the files of the funding guide have faults; mend what is named above");
    }
    Ok(())
}

fn list(teller: &Teller<'_>, as_json: bool) -> Result<()> {
    let files = teller.guide.files();
    if as_json {
        return output::json(&json!({ "programmes": files.programmes, "calls": files.calls }));
    }
    let language = teller.t.language.tag();
    for programme in &files.programmes {
        output::line(format_args!(
            "{}  {}",
            programme.key,
            programme.name.get(language)
        ))?;
        for status in &programme.status {
            output::line(format_args!("    {}", status.text.get(language)))?;
        }
        let versions: Vec<&str> = programme
            .versions
            .iter()
            .map(|version| version.key.as_str())
            .collect();
        output::line(format_args!("    {}", versions.join(", ")))?;
        for call in files
            .calls
            .iter()
            .filter(|call| call.programme == programme.key)
        {
            let round = teller.t.m(&format!("fund-{}", call.round(today()).key()));
            output::line(format_args!(
                "    {}: {} ({round})",
                call.name,
                teller.deadline(call)
            ))?;
        }
    }
    Ok(())
}

fn of_idea(
    guide: &Guide,
    countries: &Countries,
    path: &Path,
    date: Option<Day>,
) -> Result<(Assessment, Vec<Remark>)> {
    let text = if path == Path::new("-") {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text)?;
        text
    } else {
        std::fs::read_to_string(path)
            .with_context(|| format!("the idea {} cannot be read", path.display()))?
    };
    let mut written: Written = serde_json::from_str(&text).with_context(|| {
        format!(
            "{} is no idea; docs/reference/funding.md says how one is written",
            path.display()
        )
    })?;
    if let Some(date) = date {
        written.day = date.to_string();
    }
    let (idea, remarks) = written.read(today(), &|name| funding::country(countries, name));
    Ok((guide.assess(&idea), remarks))
}

async fn of_body(
    config: &Config,
    guide: &Guide,
    written: &str,
    date: Option<Day>,
) -> Result<Assessment> {
    let recorder = open(config).await?;
    let body = super::body::find(&recorder.live().snapshot(), written)?;
    let idea = funding::idea_of_body(&body, date.unwrap_or_else(today));
    Ok(guide.assess(&idea))
}

fn tell(
    teller: &Teller<'_>,
    assessment: &Assessment,
    remarks: &[Remark],
    as_json: bool,
) -> Result<()> {
    if as_json {
        let mut value: Value = serde_json::to_value(assessment)?;
        value["remarks"] = json!(remarks);
        return output::json(&value);
    }
    for remark in remarks {
        output::line(format_args!("{}: {}", remark.field, teller.remark(remark)))?;
    }
    let language = teller.t.language.tag();
    for answer in &assessment.programmes {
        let name = teller
            .guide
            .programme(&answer.programme)
            .map_or("", |p| p.name.get(language));
        output::line(format_args!(
            "{}: {}",
            name,
            teller.outcome(answer.outcome).to_uppercase()
        ))?;
        for rule in &answer.rules {
            let outcome = rule.outcome;
            if outcome != Outcome::Fits {
                output::line(format_args!(
                    "  {}. {}",
                    teller.outcome(outcome),
                    teller.line(rule)
                ))?;
            }
            for one in teller.not_counted(rule) {
                output::line(format_args!("    {one}"))?;
            }
        }
        for said in teller
            .changes(answer)
            .into_iter()
            .chain(teller.calls(answer))
        {
            output::line(format_args!("  {said}"))?;
        }
        if answer.outcome == Outcome::CannotTell {
            output::line(format_args!("  {}", teller.ask(answer)))?;
        }
    }
    output::line(format_args!("{}", teller.t.m("fund-guidance")))
}
