//! Statements from their table, with the names resolved to bodies.

use std::sync::Arc;

use vanort_domain::log::Content;
use vanort_domain::statements::Statement;
use vanort_domain::{BodyId, CountryCode, SourceId, Values, ValuesError};

use super::{Prepared, PreparedEntry, Resolver, Row, prepare};

/// How surely a row names its partner. Read in this order, those that leave it open can be understood by the partners that
/// others tell of for certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sureness {
    /// By an item or another identifier, and by its country.
    Identified,
    /// By a name that is surely known in its country.
    Named,
    /// By a name and a country that leave it open which it is.
    Unsure,
    /// Without its country.
    Nowhere,
}

impl Sureness {
    /// All of them, the surest first.
    pub const ALL: [Self; 4] = [Self::Identified, Self::Named, Self::Unsure, Self::Nowhere];

    /// How surely a row of a table of statements names its partner; what cannot be read names none.
    #[must_use]
    pub fn of(values: &Values, resolver: &Resolver<'_>) -> Self {
        let Ok(country @ Some(_)) = values.read::<CountryCode>("country") else {
            return Self::Nowhere;
        };
        let named = super::Named {
            written: values.text("partner_written").unwrap_or_default(),
            country,
            ..super::Named::default()
        };
        match values.text("partner_id") {
            Some(_) => Self::Identified,
            None if resolver.is_sure(&named) => Self::Named,
            None => Self::Unsure,
        }
    }
}

/// Statements (the columns are described in `docs/reference/intake.md`). `has_source` tells whether a source is
/// known.
pub fn statements_table(
    file: &str,
    rows: Vec<Row>,
    resolver: &mut Resolver<'_>,
    has_source: impl Fn(&SourceId) -> bool,
) -> Prepared {
    prepare(file, rows, |values| {
        let source: SourceId = values.need("source")?;
        if !has_source(&source) {
            return Err(ValuesError::new(
                "source",
                format!("\"{source}\" is not in the table of sources"),
            ));
        }
        statement(values, resolver)
    })
}

/// Stands for the partner while the rest of a row is checked.
const UNRESOLVED: &str = "vn-unresolved";

fn statement(
    values: Values,
    resolver: &mut Resolver<'_>,
) -> Result<Vec<PreparedEntry>, ValuesError> {
    let known_by = values.clone();
    let mut values = values;
    let subject: BodyId = values.need("subject")?;
    if !resolver.knows(&subject) {
        return Err(ValuesError::new(
            "subject",
            format!("there is no body {subject}"),
        ));
    }
    let mut entries = Vec::new();
    if values.text("about") == Some("partner") {
        // Checked before a body is made for it, so that a broken row leaves none behind.
        let mut checked = values.clone();
        checked.set("partner", UNRESOLVED);
        Statement::from_values(&checked)?;
        let (partner, made) = partner(&subject, &values, resolver)?;
        values.set("partner", &partner);
        entries.extend(made);
    }
    let statement = Statement::from_values(&values)?;
    entries.push(PreparedEntry {
        content: Content::Statement(Arc::new(statement)),
        known_by,
    });
    Ok(entries)
}

fn partner(
    subject: &BodyId,
    values: &Values,
    resolver: &mut Resolver<'_>,
) -> Result<(BodyId, Option<PreparedEntry>), ValuesError> {
    let given: Option<BodyId> = values.read("partner_id")?;
    if let Some(id) = given.as_ref().filter(|id| resolver.knows(id)) {
        return Ok((id.clone(), None));
    }
    let written: String = values.need("partner_written")?;
    let others: Vec<&str> = values.list("partner_alt").collect();
    let country: Option<CountryCode> = values.read("country")?;
    let wikidata = given
        .as_ref()
        .and_then(|id| id.as_str().strip_prefix("wd-"));
    if let (Some(id), None) = (&given, wikidata) {
        return Err(ValuesError::new(
            "partner_id",
            format!("there is no body {id}"),
        ));
    }
    if country.is_none()
        && let Some(known) = resolver.partner_of(subject, &written)
    {
        return Ok((known.clone(), None));
    }
    let super::Resolved { id, made, .. } = resolver.resolve(&super::Named {
        written: &written,
        others: &others,
        country,
        country_written: None,
        wikidata,
        partner_of: Some(subject),
    });
    if let Some(country) = country {
        resolver.learn_partner(subject, &written, country, &id);
    }
    Ok((id, made))
}
