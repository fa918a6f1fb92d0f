//! `vanort partnership`

use anyhow::{Context as _, Result};
use serde_json::{Value, json};
use vanort_domain::PairKey;
use vanort_domain::register::{
    Choice, DateValue, Outcome, Partnership as DomainPartnership, Register,
};
use vanort_domain::vocabulary::Vocabulary as _;

use super::open;
use crate::config::Config;
use crate::output;

/// Partnerships.
#[derive(Debug, clap::Subcommand)]
pub enum Partnership {
    /// Show a partnership, field by field, and what every source says
    Show {
        /// Its identifier, such as se-1280~gn-2692969
        id: PairKey,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
}

impl Partnership {
    /// Shows the partnership.
    pub async fn run(self, config: &Config) -> Result<()> {
        let Self::Show { id, json } = self;
        let recorder = open(config).await?;
        let snapshot = recorder.live().snapshot();
        let register = &snapshot.register;
        let found = register
            .partnership(&id)
            .with_context(|| format!("no statement tells of a partnership {id}"))?;
        if json {
            output::json(&as_json(register, found))
        } else {
            print(register, found)
        }
    }
}

/// One field: its name, what it comes to, the rule, and the statements for and against.
type Field = (&'static str, Vec<String>, &'static str, Vec<u32>, Vec<u32>);

fn field<T>(name: &'static str, choice: &Choice<T>, show: impl Fn(&T) -> String) -> Field {
    let values = match choice.outcome() {
        Outcome::NotStated => Vec::new(),
        Outcome::Stated(value) => vec![show(value)],
        Outcome::Disputed(a, b) => vec![show(a), show(b)],
    };
    let numbers = |seqs: &[vanort_domain::Seq]| seqs.iter().map(|seq| seq.0).collect();
    (
        name,
        values,
        choice.rule().key(),
        numbers(choice.supporting()),
        numbers(choice.against()),
    )
}

fn fields(p: &DomainPartnership) -> Vec<Field> {
    let date = |date: &DateValue| date.0.to_string();
    vec![
        field("kind", &p.kind, ToString::to_string),
        field("instrument", &p.instrument, ToString::to_string),
        field("agreement", &p.agreement, ToString::to_string),
        field("activity", &p.activity, ToString::to_string),
        field("since", &p.since, date),
        field("until", &p.until, date),
        field("funding", &p.funding, ToString::to_string),
    ]
}

fn as_json(register: &Register, p: &DomainPartnership) -> Value {
    let fields: serde_json::Map<String, Value> = fields(p)
        .into_iter()
        .map(|(name, values, rule, supporting, against)| {
            (
                name.to_owned(),
                json!({ "values": values, "rule": rule, "for": supporting, "against": against }),
            )
        })
        .collect();
    let statements: Vec<Value> = p
        .statements
        .iter()
        .filter_map(|seq| {
            Some(json!({ "id": format!("st-{seq}"), "values": register.statement(*seq)? }))
        })
        .collect();
    json!({
        "id": p.pair,
        "evidence": p.evidence,
        "standing": p.standing,
        "last_word": p.last_word,
        "fields": fields,
        "themes": p.themes,
        "statements": statements,
    })
}

fn print(register: &Register, p: &DomainPartnership) -> Result<()> {
    let name = |id| {
        register
            .body(id)
            .map_or_else(|| id.to_string(), |body| body.name.clone())
    };
    output::fields(&[
        ("id", p.pair.to_string()),
        (
            "between",
            format!("{} and {}", name(&p.pair.first), name(&p.pair.second)),
        ),
        ("evidence", p.evidence.key().to_owned()),
        ("standing", p.standing.key().to_owned()),
        (
            "newest word",
            p.last_word
                .as_ref()
                .map_or_else(|| "undated".to_owned(), ToString::to_string),
        ),
    ])?;
    output::line("")?;
    let list = |numbers: &[u32]| {
        numbers
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join(" ")
    };
    let rows: Vec<Vec<String>> = fields(p)
        .into_iter()
        .map(|(name, values, rule, supporting, against)| {
            let value = if values.is_empty() {
                "-".to_owned()
            } else {
                values.join(" / ")
            };
            vec![
                name.to_owned(),
                value,
                rule.to_owned(),
                list(&supporting),
                list(&against),
            ]
        })
        .collect();
    output::table(&["field", "value", "rule", "for", "against"], &rows)?;
    output::line("")?;
    for seq in &p.statements {
        let Some(statement) = register.statement(*seq) else {
            continue;
        };
        let publisher = register
            .source(&statement.source)
            .map_or("", |source| source.publisher.as_str());
        output::line(format_args!("st-{seq}  {publisher}"))?;
        for (field, text) in statement.to_values().iter() {
            output::line(format_args!("    {field}: {text}"))?;
        }
    }
    Ok(())
}
