//! Bodies, sources and groups from their tables.

use std::collections::BTreeMap;
use std::sync::Arc;

use vanort_domain::bodies::Body;
use vanort_domain::groups::Group;
use vanort_domain::log::Content;
use vanort_domain::sources::Source;
use vanort_domain::{Values, ValuesError};

use super::{Prepared, PreparedEntry, Row, prepare};

fn rename(values: &mut Values, from: &str, to: &str) {
    if let Some(text) = values.remove(from) {
        values.set(to, text);
    }
}

/// Swedish bodies (columns of `data/bodies_sweden.csv`).
#[must_use]
pub fn swedish_bodies(file: &str, rows: Vec<Row>) -> Prepared {
    prepare(file, rows, |mut values| {
        values.set("country", "SE");
        rename(&mut values, "region_id", "region");
        rename(&mut values, "former_name", "other_names");
        let body = Body::from_values(&values)?;
        Ok(vec![PreparedEntry::of(Content::Body(Arc::new(body)))])
    })
}

/// Sources and groups, which have the columns of their values.
#[must_use]
pub fn sources_table(file: &str, kind: &str, rows: Vec<Row>) -> Prepared {
    prepare(file, rows, |values| {
        let content = match kind {
            "group" => Content::Group(Arc::new(Group::from_values(&values)?)),
            _ => Content::Source(Arc::new(Source::from_values(&values)?)),
        };
        Ok(vec![PreparedEntry::of(content)])
    })
}

/// Bodies that went up in others, and those they went up in (columns of `data/successions.csv`), with what the
/// table of authorities (`data/authorities.csv`) knows of them.
#[must_use]
pub fn successions(file: &str, rows: Vec<Row>, authorities: &[Row]) -> Prepared {
    let known: BTreeMap<&str, &Values> = authorities
        .iter()
        .filter_map(|row| Some((row.values.text("id")?, &row.values)))
        .collect();
    let mut bodies: BTreeMap<String, Values> = BTreeMap::new();
    let mut prepared = prepare(file, rows, |values| {
        if values.text("kind") == Some("renumbered") {
            return Ok(Vec::new());
        }
        let old: String = values.need("old_id")?;
        enter(&mut bodies, &old, values.text("old_name"), &values, &known)?;
        // A body that was divided has several successors.
        let news: Vec<String> = values.list("new_id").map(str::to_owned).collect();
        for new in &news {
            enter(&mut bodies, new, values.text("new_name"), &values, &known)?;
        }
        if let Some(current) = values
            .text("current_id")
            .filter(|id| !id.contains('|'))
            .map(str::to_owned)
        {
            enter(
                &mut bodies,
                &current,
                values.text("current_name"),
                &values,
                &known,
            )?;
        }
        if let Some(body) = bodies.get_mut(&old) {
            for new in news.iter().filter(|new| **new != old) {
                add_step(body, new, &values)?;
            }
        }
        Ok(Vec::new())
    });
    let made = prepare(
        file,
        bodies
            .into_values()
            .map(|values| Row { line: 0, values })
            .collect(),
        |values| {
            Ok(vec![PreparedEntry::of(Content::Body(Arc::new(
                Body::from_values(&values)?,
            )))])
        },
    );
    prepared.entries = made.entries;
    prepared.set_aside.extend(made.set_aside);
    prepared
}

/// Notes on a body what became of it.
fn add_step(body: &mut Values, new: &str, row: &Values) -> Result<(), ValuesError> {
    let verified = if row.text("verified") == Some("yes") {
        "verified"
    } else {
        "unverified"
    };
    let step = format!(
        "{} {} {new} {verified}",
        row.need::<String>("kind")?,
        row.need::<u16>("year")?
    );
    let mut steps: Vec<String> = body.list("successions").map(str::to_owned).collect();
    if !steps.contains(&step) {
        steps.push(step);
    }
    steps.sort();
    body.set_list("successions", steps);
    Ok(())
}

fn enter(
    bodies: &mut BTreeMap<String, Values>,
    id: &str,
    name: Option<&str>,
    row: &Values,
    known: &BTreeMap<&str, &Values>,
) -> Result<(), ValuesError> {
    if bodies.contains_key(id) {
        return Ok(());
    }
    let mut values = Values::new();
    let row_country: String = row.need("country")?;
    values
        .set("id", id)
        .set("country", row_country)
        .set("roles", "municipality");
    match known.get(id) {
        Some(authority) => {
            values
                .set_some("name", authority.text("name"))
                .set_some("country", authority.text("country"))
                .set_some("other_names", authority.text("alternative_names"))
                .set_some("source", authority.text("source"));
            for field in ["geonames", "wikidata", "lat", "lon", "population"] {
                values.set_some(field, authority.text(field));
            }
        }
        None => {
            values
                .set_some("name", name)
                .set_some("source", row.text("source"));
        }
    }
    bodies.insert(id.to_owned(), values);
    Ok(())
}
