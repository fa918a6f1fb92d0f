//! `vanort resolve`

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use serde_json::json;
use vanort_app::resolution::{Answer, answer};
use vanort_app::{bundle, intake};
use vanort_domain::Values;
use vanort_formats::csv::TableWriter;
use vanort_names::{Atlas, PlaceRef, Reason};

use crate::output;

/// Find the body that a written name means.
#[derive(Debug, clap::Args)]
pub struct Resolve {
    /// The name as written
    #[arg(required_unless_present = "input", conflicts_with = "input")]
    name: Option<String>,
    /// The country as written, in any language
    #[arg(long, requires = "name")]
    country: Option<String>,
    /// A table with the columns name and country (CSV)
    #[arg(long, value_name = "FILE", requires = "output")]
    input: Option<PathBuf>,
    /// Where to write the answers (CSV)
    #[arg(long, value_name = "FILE", requires = "input")]
    output: Option<PathBuf>,
    /// As JSON
    #[arg(long)]
    json: bool,
}

impl Resolve {
    /// Resolves one name, or a table of them.
    pub fn run(self) -> Result<()> {
        let atlas = bundle::atlas()?;
        match (&self.name, &self.input, &self.output) {
            (Some(name), ..) => self.one(&atlas, name),
            (None, Some(input), Some(output)) => table(&atlas, input, output),
            _ => bail!("say a name, or --input and --output"),
        }
    }

    fn one(&self, atlas: &Atlas, name: &str) -> Result<()> {
        let answer = answer(atlas, name, self.country.as_deref());
        let sentences: Vec<String> = answer
            .reasons
            .iter()
            .map(|reason| sentence(atlas, reason))
            .collect();
        if self.json {
            return output::json(&json!({
                "decision": answer.decision,
                "id": answer.id,
                "label": answer.label,
                "country_code": answer.country,
                "lat": answer.position.map(|(lat, _)| lat),
                "lon": answer.position.map(|(_, lon)| lon),
                "score": answer.score,
                "reasons": sentences,
                "others": answer.others.iter().map(|of| {
                    let place = atlas.gazetteer.place(*of);
                    json!({
                        "id": place.id,
                        "label": place.name,
                        "country_code": place.country,
                        "lat": place.position.map(|(lat, _)| lat),
                        "lon": place.position.map(|(_, lon)| lon),
                    })
                }).collect::<Vec<_>>(),
            }));
        }
        let Some(id) = &answer.id else {
            return output::line(format_args!("none: nothing of that name is known"));
        };
        let meant = match atlas.gazetteer.by_id(id.as_str()) {
            Some(of) if !answer.others.is_empty() => described(atlas, of),
            _ => {
                let name = |country| atlas.countries.name(country, "en").into_owned();
                let country = answer.country.map_or_else(String::new, name);
                format!("{} ({country}), {id}", answer.label)
            }
        };
        output::line(format_args!(
            "{}: {meant}, {:.2}",
            answer.decision, answer.score
        ))?;
        sentences
            .iter()
            .try_for_each(|reason| output::line(format_args!("  {reason}")))?;
        if answer.others.is_empty() {
            return Ok(());
        }
        output::line("Or one of these:")?;
        let mut others = answer.others.iter();
        others.try_for_each(|of| output::line(format_args!("  {}", described(atlas, *of))))
    }
}

/// A place by what tells it apart from its namesakes.
fn described(atlas: &Atlas, of: PlaceRef) -> String {
    let place = atlas.gazetteer.place(of);
    let around = [place.county, place.region].into_iter().flatten();
    let mut words: Vec<String> = around
        .map(|of| atlas.gazetteer.place(of).name.to_string())
        .collect();
    words.dedup();
    words.push(atlas.countries.name(place.country, "en").into_owned());
    let inhabitants = match place.population {
        0 => String::new(),
        people => format!(", {people} inhabitants"),
    };
    format!(
        "{} ({}), {}, {}{inhabitants}",
        place.name,
        words.join(", "),
        place.id,
        place.level.key()
    )
}

/// Columns of the answers.
const COLUMNS: [&str; 10] = [
    "name",
    "country",
    "decision",
    "id",
    "label",
    "country_code",
    "lat",
    "lon",
    "score",
    "reasons",
];

fn table(atlas: &Atlas, input: &Path, output: &Path) -> Result<()> {
    let bytes = std::fs::read(input)
        .with_context(|| format!("the file {} cannot be read", input.display()))?;
    let (rows, faults) = intake::read_table(&input.display().to_string(), &bytes)?;
    faults.iter().try_for_each(|fault| {
        eprintln!("{fault}");
        anyhow::Ok(())
    })?;
    let file = std::fs::File::create(output)
        .with_context(|| format!("the file {} cannot be written", output.display()))?;
    let mut writer = TableWriter::new(std::io::BufWriter::new(file), &COLUMNS)?;
    let mut counts = std::collections::BTreeMap::<&str, usize>::new();
    for row in rows {
        let name = row.values.text("name").unwrap_or_default();
        let country = row.values.text("country");
        let answer = answer(atlas, name, country);
        *counts.entry(answer.decision).or_default() += 1;
        writer.write(&values(atlas, name, country, &answer))?;
    }
    writer.finish()?;
    let told: Vec<String> = counts
        .iter()
        .map(|(decision, count)| format!("{count} {decision}"))
        .collect();
    output::line(format_args!("{}", told.join(", ")))
}

fn values(atlas: &Atlas, name: &str, country: Option<&str>, answer: &Answer) -> Values {
    let reasons: Vec<String> = answer
        .reasons
        .iter()
        .map(|reason| sentence(atlas, reason))
        .collect();
    let mut values = Values::new();
    values
        .set("name", name)
        .set_some("country", country)
        .set("decision", answer.decision)
        .set_some("id", answer.id.as_ref())
        .set("label", &answer.label)
        .set_some("country_code", answer.country)
        .set_some("lat", answer.position.map(|(lat, _)| lat))
        .set_some("lon", answer.position.map(|(_, lon)| lon))
        .set("score", format_args!("{:.3}", answer.score))
        .set("reasons", reasons.join("; "));
    values
}

/// A reason as a person reads it.
fn sentence(atlas: &Atlas, reason: &Reason) -> String {
    let named = |of| atlas.gazetteer.place(of).name.to_string();
    match reason {
        Reason::SameName => "same name after folding".to_owned(),
        Reason::OtherName => "another of its names".to_owned(),
        Reason::WithoutLevelWord => "same name without the word for the level".to_owned(),
        Reason::InLatinLetters => "same name as read aloud in Latin letters".to_owned(),
        Reason::Respelled => "same name in another spelling".to_owned(),
        Reason::OneOfTwoNames => "one of two names side by side".to_owned(),
        Reason::Shortened => "the name without an addition".to_owned(),
        Reason::Slips(slips) => format!("the name but for {slips} sign(s)"),
        Reason::CountryAgrees => "country agrees".to_owned(),
        Reason::OtherCountry(code) => format!(
            "in {}, not in the country stated",
            atlas.countries.name(*code, "en")
        ),
        Reason::NoCountry => "no country is stated that is known".to_owned(),
        Reason::LiesIn(of) => format!("lies in {}", named(*of)),
        Reason::NotKnownToLieThere => "not known to lie where the words say".to_owned(),
        Reason::LevelAgrees(level) => format!("level agrees ({})", level.key()),
        Reason::OnlyOne => "only one of that name".to_owned(),
        Reason::ByFarTheLargest => "by far the largest of that name".to_owned(),
        Reason::NotOnTheMap => "its position is not known".to_owned(),
        Reason::OfficialList => "on an official list of authorities".to_owned(),
        Reason::Ceased(year, into) => {
            let year = year.map_or_else(String::new, |year| format!(" in {year}"));
            let into = into.map_or_else(String::new, |of| format!(", merged into {}", named(of)));
            format!("ceased to be{year}{into}")
        }
        Reason::BodyOfItsOwnIn(of) => format!("a body of its own in {}", named(*of)),
        Reason::KnownOtherwise => "known from what else is said".to_owned(),
    }
}
