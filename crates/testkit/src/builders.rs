//! Contents of entries with the least that makes sense; what matters to a test is given.

use std::sync::Arc;

use vanort_domain::Values;
use vanort_domain::bodies::Body;
use vanort_domain::log::{Content, Switch};
use vanort_domain::sources::Source;
use vanort_domain::statements::Statement;

fn values(fields: &[(&str, &str)], more: &[(&str, &str)]) -> Values {
    let mut values: Values = fields.iter().copied().collect();
    for (field, text) in more {
        values.remove(field);
        values.set(field, text);
    }
    values
}

/// A source; `more` sets other fields by name, or the same to something else.
///
/// # Panics
/// When the fields make no source.
#[must_use]
pub fn source(id: &str, more: &[(&str, &str)]) -> Content {
    let least = [
        ("id", id),
        ("collection", "municipal_pages"),
        ("publisher", "Testköpings kommun"),
        ("publisher_kind", "municipality"),
    ];
    match Source::from_values(&values(&least, more)) {
        Ok(source) => Content::Source(Arc::new(source)),
        Err(error) => panic!("not a source: {error}"),
    }
}

/// A body; `more` sets other fields by name.
///
/// # Panics
/// When the fields make no body.
#[must_use]
pub fn body(id: &str, name: &str, more: &[(&str, &str)]) -> Content {
    let least = [("id", id), ("name", name), ("source", "test")];
    match Body::from_values(&values(&least, more)) {
        Ok(body) => Content::Body(Arc::new(body)),
        Err(error) => panic!("not a body: {error}"),
    }
}

/// A statement of a subject about a partner, in its own word; `more` sets other fields by name.
///
/// # Panics
/// When the fields make no statement.
#[must_use]
pub fn statement(source: &str, subject: &str, partner: &str, more: &[(&str, &str)]) -> Content {
    let least = [
        ("source", source),
        ("speaker", "subject"),
        ("subject", subject),
        ("about", "partner"),
        ("partner", partner),
    ];
    match Statement::from_values(&values(&least, more)) {
        Ok(statement) => Content::Statement(Arc::new(statement)),
        Err(error) => panic!("not a statement: {error}"),
    }
}

/// The smallest entry that can bear any text: a switch with a reason.
#[must_use]
pub fn note(text: &str) -> Content {
    Content::Switch(Arc::new(Switch {
        collection: "test".into(),
        on: true,
        reason: Some(text.to_owned()),
    }))
}
