//! Wikidata's twinned administrative bodies (P190): the answer of the query service, brought to claims.

use std::collections::HashMap;

use vanort_formats::sparql::{Limits, Results, ResultsFault, Term};
use vanort_names::visible;

use super::words::item;
use super::{Claim, Named};

/// The query for pairs with a Swedish side.
pub const QUERY_SWEDEN: &str = include_str!("p190_sweden.rq");
/// The query for the whole world.
pub const QUERY_EVERYWHERE: &str = include_str!("p190_everywhere.rq");

/// An answer that is none.
#[derive(Debug, thiserror::Error)]
pub enum WikidataError {
    /// Not SPARQL results in JSON.
    #[error(transparent)]
    NotAnAnswer(#[from] ResultsFault),
    /// A variable is missing.
    #[error(
        "the answer lacks the column {0}; run the query that comes with the program, or name the columns so"
    )]
    Lacks(&'static str),
}

/// Reads an answer (SPARQL 1.1 query results in JSON) with the columns of the query; rows that differ only in country
/// or reference are one claim. Lines are the numbers of the answer's rows, from 1.
///
/// # Errors
/// When the bytes are no such answer, or it lacks the two sides.
pub fn read(bytes: &[u8]) -> Result<Vec<Claim>, WikidataError> {
    let answer = Results::read(bytes, Limits::default())?;
    for needed in ["subject", "object"] {
        if !answer.variables.iter().any(|name| name == needed) {
            return Err(WikidataError::Lacks(needed));
        }
    }
    let mut claims: Vec<Claim> = Vec::with_capacity(answer.rows.len());
    let mut seen: HashMap<(String, String), usize> = HashMap::new();
    for (row, line) in answer.rows.iter().zip(1..) {
        let text = |name: &str| {
            row.get(name)
                .map(Term::value)
                .filter(|text| !text.is_empty())
        };
        // What is known to be there but not what it is has no item.
        let side = |name| text(name).and_then(item);
        let (Some(subject), Some(object)) = (side("subject"), side("object")) else {
            continue;
        };
        let place = *seen
            .entry((subject.clone(), object.clone()))
            .or_insert_with(|| {
                claims.push(Claim {
                    line,
                    subject: named(&subject, text("subjectLabel"), text("subjectCountryLabel")),
                    partner: named(&object, text("objectLabel"), text("objectCountryLabel")),
                    kind: Some("twinned administrative body".to_owned()),
                    ..Claim::default()
                });
                claims.len() - 1
            });
        let claim = &mut claims[place];
        let day = |name| text(name).and_then(day);
        let stated = (day("start"), day("end"));
        let known = (claim.since.take(), claim.until.take());
        (claim.since, claim.until) = telling(known, stated);
        claim.quoted = claim
            .quoted
            .take()
            .or_else(|| text("reference").map(str::to_owned));
    }
    Ok(claims)
}

/// Of two statements of one pair the one that tells how it stands: one that goes on before one that ended, then the one that
/// ended last, then the one that began first. Their years are not mixed.
fn telling(a: Years, b: Years) -> Years {
    let says_nothing = |years: &Years| years.0.is_none() && years.1.is_none();
    if says_nothing(&a) || says_nothing(&b) {
        return if says_nothing(&a) { b } else { a };
    }
    let ends_later = match (&a.1, &b.1) {
        (None, None) | (Some(_), Some(_)) => a.1.cmp(&b.1),
        (None, Some(_)) => std::cmp::Ordering::Greater,
        (Some(_), None) => std::cmp::Ordering::Less,
    };
    let begins = |years: &Years| years.0.clone().unwrap_or_else(|| "9999".to_owned());
    match ends_later.then_with(|| begins(&b).cmp(&begins(&a))) {
        std::cmp::Ordering::Less => b,
        _ => a,
    }
}

/// Since when and until when.
type Years = (Option<String>, Option<String>);

fn named(item: &str, label: Option<&str>, country: Option<&str>) -> Named {
    Named {
        // An item without a label in the languages asked for is shown under its number.
        name: visible(label.unwrap_or(item)).into_owned(),
        country: country.map(str::to_owned),
        wikidata: Some(item.to_owned()),
        ..Named::default()
    }
}

/// The day of a time, or the month or year where the service writes that: as a first of January, or with noughts. What
/// is known to be there but not when (a node without a name) is no day.
fn day(time: &str) -> Option<String> {
    let day = time.trim_start_matches('+').get(..10)?;
    let signs = day.char_indices();
    let is_day = signs.into_iter().all(|(at, sign)| match at {
        4 | 7 => sign == '-',
        _ => sign.is_ascii_digit(),
    });
    let told = ["-01-01", "-00-00", "-00"]
        .into_iter()
        .find_map(|rest| day.strip_suffix(rest));
    is_day.then(|| told.unwrap_or(day).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_one_pair_are_one_claim_with_its_years_and_reference() {
        let answer = r#"{"head":{"vars":["subject","subjectLabel","object","objectLabel","objectCountryLabel","start","reference"]},
          "results":{"bindings":[
            {"subject":{"type":"uri","value":"http://www.wikidata.org/entity/Q493840"},
             "subjectLabel":{"type":"literal","value":"Sigtuna kommun"},
             "object":{"type":"uri","value":"http://www.wikidata.org/entity/Q191135"},
             "objectLabel":{"type":"literal","value":"Rakvere"},
             "objectCountryLabel":{"type":"literal","value":"Estland"},
             "start":{"type":"literal","value":"1990-01-01T00:00:00Z"}},
            {"subject":{"type":"uri","value":"http://www.wikidata.org/entity/Q493840"},
             "object":{"type":"uri","value":"http://www.wikidata.org/entity/Q191135"},
             "reference":{"type":"uri","value":"https://example.org/"}}]}}"#;
        let claims = read(answer.as_bytes()).expect("an answer");
        assert_eq!(claims.len(), 1);
        assert_eq!(claims[0].subject.wikidata.as_deref(), Some("Q493840"));
        assert_eq!(claims[0].since.as_deref(), Some("1990"));
        assert_eq!(claims[0].quoted.as_deref(), Some("https://example.org/"));
    }

    #[test]
    fn two_periods_of_a_pair_are_not_mixed_and_what_has_no_item_is_no_claim() {
        let row = |object: &str, start: &str, end: &str| {
            let year = |name: &str, year: &str| {
                let term =
                    format!(r#","{name}":{{"type":"literal","value":"{year}-01-01T00:00:00Z"}}"#);
                if year.is_empty() { String::new() } else { term }
            };
            format!(
                r#"{{"subject":{{"type":"uri","value":"http://www.wikidata.org/entity/Q1"}},"object":{{"type":"uri","value":"{object}"}}{}{}}}"#,
                year("start", start),
                year("end", end)
            )
        };
        let rows = [
            row("http://www.wikidata.org/entity/Q2", "1990", "1995"),
            row("http://www.wikidata.org/entity/Q2", "2004", ""),
            row(
                "http://www.wikidata.org/.well-known/genid/0123abc",
                "1990",
                "",
            ),
        ];
        let answer = format!(
            r#"{{"head":{{"vars":["subject","object","start","end"]}},"results":{{"bindings":[{}]}}}}"#,
            rows.join(",")
        );
        let claims = read(answer.as_bytes()).expect("an answer");
        assert_eq!(claims.len(), 1);
        assert_eq!(
            (claims[0].since.as_deref(), claims[0].until.as_deref()),
            (Some("2004"), None)
        );
    }

    #[test]
    fn a_time_is_as_exact_as_it_is_told_and_one_that_is_not_known_is_none() {
        for (time, told) in [
            ("1990-01-01T00:00:00Z", Some("1990")),
            ("+1990-05-12T00:00:00Z", Some("1990-05-12")),
            ("1992-00-00T00:00:00Z", Some("1992")),
            ("1992-07-00T00:00:00Z", Some("1992-07")),
            ("http://www.wikidata.org/.well-known/genid/abc", None),
            ("t12345", None),
            ("-0500-01-01T00:00:00Z", None),
        ] {
            assert_eq!(day(time).as_deref(), told, "{time}");
        }
    }

    #[test]
    fn what_is_no_answer_is_said_to_be_none() {
        assert!(matches!(
            read(b"<html>"),
            Err(WikidataError::NotAnAnswer(_))
        ));
        let lacking = br#"{"head":{"vars":["subject"]},"results":{"bindings":[]}}"#;
        assert!(matches!(read(lacking), Err(WikidataError::Lacks("object"))));
    }
}
