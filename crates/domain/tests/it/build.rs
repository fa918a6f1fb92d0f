//! Small logs for tests.

use std::sync::Arc;

use vanort_domain::bodies::Body;
use vanort_domain::log::{Content, Entry};
use vanort_domain::register::{AsOf, Register};
use vanort_domain::sources::Source;
use vanort_domain::statements::Statement;
use vanort_domain::{Seq, Timestamp, Values};

/// Values from pairs of field and text.
pub fn values(pairs: &[(&str, &str)]) -> Values {
    pairs.iter().copied().collect()
}

/// A body; Swedish ones are municipalities.
pub fn body(id: &str, name: &str, country: &str) -> Content {
    let fields = [
        ("id", id),
        ("name", name),
        ("country", country),
        ("roles", "municipality"),
        ("source", "test"),
    ];
    Content::Body(Arc::new(Body::from_values(&values(&fields)).expect("body")))
}

/// A source of a collection.
pub fn source(id: &str, collection: &str) -> Content {
    let fields = [
        ("id", id),
        ("collection", collection),
        ("publisher", id),
        ("publisher_kind", "other"),
    ];
    Content::Source(Arc::new(
        Source::from_values(&values(&fields)).expect("source"),
    ))
}

/// A statement of a pair, with further fields.
pub fn says(speaker: &str, subject: &str, partner: &str, fields: &[(&str, &str)]) -> Content {
    let mut all = values(&[
        ("source", "page"),
        ("speaker", speaker),
        ("subject", subject),
        ("about", "partner"),
        ("partner", partner),
    ]);
    for (field, text) in fields {
        all.set(field, text);
    }
    Content::Statement(Arc::new(Statement::from_values(&all).expect("statement")))
}

/// Any statement.
pub fn statement(fields: &[(&str, &str)]) -> Content {
    Content::Statement(Arc::new(
        Statement::from_values(&values(fields)).expect("statement"),
    ))
}

/// Numbers contents as a log, recorded one second after the other.
pub fn log(contents: impl IntoIterator<Item = Content>) -> Vec<Entry> {
    contents
        .into_iter()
        .zip(1..)
        .map(|(content, seq)| Entry {
            seq: Seq(seq),
            recorded: Timestamp(i64::from(seq)),
            by: "test".into(),
            content,
        })
        .collect()
}

/// The register of a log now.
pub fn fold(contents: impl IntoIterator<Item = Content>) -> Register {
    Register::fold(log(contents), AsOf::NOW)
}
