//! `vanort body`

use anyhow::{Result, bail};
use serde_json::json;
use vanort_app::{Countries, Snapshot};
use vanort_domain::bodies::Body as DomainBody;
use vanort_domain::register::{AsOf, OfBody, Register};
use vanort_domain::vocabulary::Vocabulary as _;
use vanort_domain::{BodyId, CountryCode};

use super::open;
use crate::config::Config;
use crate::output;

/// Bodies.
#[derive(Debug, clap::Subcommand)]
pub enum Body {
    /// Show a body and its partnerships
    Show {
        /// Its identifier, such as se-1280, or its name
        body: String,
        /// How the world was at the end of that year
        #[arg(long, value_name = "YYYY", value_parser = clap::value_parser!(i32).range(1000..=2999))]
        as_of: Option<i32>,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
}

impl Body {
    /// Shows the body.
    pub async fn run(self, config: &Config) -> Result<()> {
        let Self::Show { body, as_of, json } = self;
        let recorder = open(config).await?;
        let snapshot = recorder.live().snapshot();
        let found = find(&snapshot, &body)?;
        let countries = vanort_app::bundle::countries()?;
        let then = as_of
            .and_then(AsOf::end_of)
            .map(|as_of| snapshot.register.seen_from(as_of));
        let register = then.as_ref().unwrap_or(&snapshot.register);
        if json {
            output::json(&as_json(register, &found, as_of))
        } else {
            print(register, &found, &countries, as_of)
        }
    }
}

/// The body of an identifier or an exact name.
pub fn find(snapshot: &Snapshot, written: &str) -> Result<DomainBody> {
    if let Some(body) = written
        .parse::<BodyId>()
        .ok()
        .and_then(|id| snapshot.register.body(&id).cloned())
    {
        return Ok((*body).clone());
    }
    let folded = vanort_names::fold(written);
    let mut named: Vec<_> = snapshot
        .register
        .bodies()
        .filter(|body| {
            body.names()
                .iter()
                .any(|name| vanort_names::fold(name) == folded)
        })
        .cloned()
        .collect();
    named.sort_by_key(|body| (!body.is_member(), body.id.clone()));
    match &named[..] {
        [only] => Ok((**only).clone()),
        [first, ..] if first.is_member() => Ok((**first).clone()),
        [_, _, ..] => {
            let ids: Vec<String> = named
                .iter()
                .map(|body| format!("{} ({})", body.id, body.name))
                .collect();
            bail!(
                "several bodies are called \"{written}\": {}",
                ids.join(", ")
            )
        }
        [] => {
            let near = snapshot.search_index().near(&snapshot.register, written);
            let names: Vec<String> = near
                .iter()
                .filter_map(|id| snapshot.register.body(id))
                .map(|body| format!("{} ({})", body.name, body.id))
                .collect();
            if names.is_empty() {
                bail!("there is no body \"{written}\"");
            }
            bail!(
                "there is no body \"{written}\"; did you mean {}?",
                names.join(", ")
            )
        }
    }
}

fn as_json(register: &Register, body: &DomainBody, as_of: Option<i32>) -> serde_json::Value {
    let coverage = register.coverage(&body.id);
    let partnerships: Vec<_> = partners(register, body)
        .into_iter()
        .map(|(name, of_body)| {
            let p = &of_body.partnership;
            json!({
                "id": p.pair,
                "partner": of_body.partner,
                "partner_name": name,
                "carried_over_from": of_body.carried_over_from,
                "kind": p.kind.value(),
                "agreement": p.agreement.value(),
                "activity": p.activity.value(),
                "since": p.since.value().map(|date| &date.0),
                "until": p.until.value().map(|date| &date.0),
                "evidence": p.evidence,
                "standing": p.standing,
                "last_word": p.last_word,
                "statements": p.statements.as_slice(),
            })
        })
        .collect();
    json!({
        "body": body,
        "as_of": as_of,
        "coverage": coverage.coverage,
        "last_own_word": coverage.last_own_word,
        "not_seeking": coverage.not_seeking,
        "partnerships": partnerships,
        "groups": register.memberships_of(&body.id).map(|m| &m.group).collect::<Vec<_>>(),
        "predecessors": register.predecessors(&body.id),
    })
}

fn partners(register: &Register, body: &DomainBody) -> Vec<(String, OfBody)> {
    let mut partners: Vec<_> = register
        .partnerships_of(&body.id)
        .into_iter()
        .map(|of_body| {
            let name = register
                .body(&of_body.partner)
                .map_or_else(|| of_body.partner.to_string(), |b| b.name.clone());
            (name, of_body)
        })
        .collect();
    partners.sort_by_cached_key(|(name, of_body)| {
        (
            vanort_domain::collation::sort_key(name),
            of_body.partner.clone(),
        )
    });
    partners
}

fn print(
    register: &Register,
    body: &DomainBody,
    countries: &Countries,
    as_of: Option<i32>,
) -> Result<()> {
    let name = |code: Option<CountryCode>| {
        code.map_or_else(String::new, |code| countries.name(code, "en").into_owned())
    };
    let coverage = register.coverage(&body.id);
    let spoken = coverage
        .last_own_word
        .map_or_else(String::new, |date| format!(" (last own word {date})"));
    output::fields(&[
        ("id", body.id.to_string()),
        ("name", body.names().join(" · ")),
        ("country", name(body.country)),
        ("county", body.county_name.clone().unwrap_or_default()),
        (
            "inhabitants",
            body.population.map_or_else(String::new, |n| format!("{n}")),
        ),
        (
            "became",
            body.successions
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join("; "),
        ),
        ("coverage", format!("{}{spoken}", coverage.coverage.key())),
        (
            "as of",
            as_of.map_or_else(String::new, |year| format!("end of {year}")),
        ),
    ])?;
    output::line("")?;
    let rows: Vec<Vec<String>> = partners(register, body)
        .into_iter()
        .map(|(partner, of_body)| row(&partner, &of_body, register, name))
        .collect();
    if rows.is_empty() {
        return output::line("No statement names a partner.");
    }
    let header = [
        "partner",
        "country",
        "kind",
        "standing",
        "since",
        "evidence",
        "newest word",
        "id",
    ];
    output::table(&header, &rows)
}

fn row(
    partner: &str,
    of_body: &OfBody,
    register: &Register,
    country: impl Fn(Option<CountryCode>) -> String,
) -> Vec<String> {
    let p = &of_body.partnership;
    let carried = of_body
        .carried_over_from
        .as_ref()
        .map_or_else(String::new, |from| format!(" (carried over from {from})"));
    vec![
        format!("{partner}{carried}"),
        country(
            register
                .body(&of_body.partner)
                .and_then(|body| body.country),
        ),
        p.kind.value().map_or("-", |kind| kind.key()).to_owned(),
        p.standing.key().to_owned(),
        p.since
            .value()
            .map_or_else(|| "-".to_owned(), |date| date.0.to_string()),
        p.evidence.key().to_owned(),
        match &p.last_word {
            Some(date) => date.to_string(),
            None if p.told_later => "later".to_owned(),
            None => "undated".to_owned(),
        },
        p.pair.to_string(),
    ]
}
