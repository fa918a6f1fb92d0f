//! Results of SPARQL queries in JSON (W3C, SPARQL 1.1 Query Results JSON Format), as Wikidata's query service gives them.
//!
//! Rows are read one by one from the stream and counted against [`Limits`]; terms keep their type, language and
//! datatype as stated. What a variable means is not known here.

use std::collections::BTreeMap;
use std::fmt;
use std::io::{self, Read};

use serde::de::{DeserializeSeed, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

/// The results of a query.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Results {
    /// The query's variables in their order.
    pub variables: Vec<String>,
    /// The rows: the term of each variable that is bound.
    pub rows: Vec<BTreeMap<String, Term>>,
    /// The answer to a query that asks yes or no, which has no rows.
    pub answer: Option<bool>,
}

/// What a variable stands for in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Term {
    /// A resource, by its address.
    Uri(String),
    /// A node without an address, by a name that holds within these results.
    Blank(String),
    /// A text, with its language or the address of its datatype.
    Literal {
        /// The text.
        value: String,
        /// The language tag, as written.
        lang: Option<String>,
        /// The datatype's address; texts without one are plain.
        datatype: Option<String>,
    },
}

impl Term {
    /// The address, text or name.
    #[must_use]
    pub fn value(&self) -> &str {
        match self {
            Self::Uri(value) | Self::Blank(value) | Self::Literal { value, .. } => value,
        }
    }

    /// The address, where the term is one.
    #[must_use]
    pub fn uri(&self) -> Option<&str> {
        match self {
            Self::Uri(uri) => Some(uri),
            _ => None,
        }
    }
}

/// How large results may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the document.
    pub bytes: u64,
    /// Rows.
    pub rows: usize,
    /// Variables in the head, and terms in a row.
    pub variables: usize,
}

impl Default for Limits {
    /// 128 MiB, a million rows, 200 variables.
    fn default() -> Self {
        Self {
            bytes: 128 << 20,
            rows: 1_000_000,
            variables: 200,
        }
    }
}

/// Why results cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum ResultsFault {
    /// The source of the bytes failed.
    #[error("the results cannot be read: {0}")]
    Io(io::Error),
    /// The document is larger than the limit.
    #[error("the results are larger than {limit} bytes; ask for fewer rows")]
    TooLarge {
        /// Bytes allowed.
        limit: u64,
    },
    /// The document ends too early, as when a service runs out of time after it began to answer.
    #[error(
        "the results end too early (line {line}): the service may have run out of time; ask again, or for fewer rows"
    )]
    CutOff {
        /// The line, from 1.
        line: usize,
    },
    /// The document is no JSON, or not of this format.
    #[error("these are no query results in JSON: {0}")]
    Format(String),
}

impl Results {
    /// Reads results within limits.
    ///
    /// ```
    /// # use vanort_formats::sparql::{Limits, Results};
    /// let json = r#"{"head": {"vars": ["a"]}, "results": {"bindings": [{"a": {"type": "literal", "value": "Åbo"}}]}}"#;
    /// let results = Results::read(json.as_bytes(), Limits::default())?;
    /// assert_eq!(results.rows[0]["a"].value(), "Åbo");
    /// # Ok::<(), vanort_formats::sparql::ResultsFault>(())
    /// ```
    ///
    /// # Errors
    /// When the document cannot be read, is larger than a limit, ends too early, or is not in the format: a row with
    /// a variable that the head does not have, a term of a type that is not known.
    pub fn read(bytes: impl Read, limits: Limits) -> Result<Self, ResultsFault> {
        let counted = Counted {
            inner: io::BufReader::new(bytes),
            left: limits.bytes,
        };
        let mut json = serde_json::Deserializer::from_reader(counted);
        let results = Document { limits }
            .deserialize(&mut json)
            .and_then(|results| json.end().map(|()| results))
            .map_err(|error| fault(error, limits))?;
        check(results).map_err(ResultsFault::Format)
    }
}

fn fault(error: serde_json::Error, limits: Limits) -> ResultsFault {
    use serde_json::error::Category;
    match error.classify() {
        Category::Io if error.io_error_kind() == Some(io::ErrorKind::FileTooLarge) => {
            ResultsFault::TooLarge {
                limit: limits.bytes,
            }
        }
        Category::Io => ResultsFault::Io(error.into()),
        Category::Eof => ResultsFault::CutOff { line: error.line() },
        Category::Syntax | Category::Data => ResultsFault::Format(error.to_string()),
    }
}

/// What can be checked only when all is there: the head may stand after the rows.
fn check(document: Parts) -> Result<Results, String> {
    let variables = document.variables.ok_or("there is no head")?;
    if document.rows.is_none() && document.answer.is_none() {
        return Err("there are neither rows nor an answer".to_owned());
    }
    let rows = document.rows.unwrap_or_default();
    let stated: std::collections::BTreeSet<&str> = variables.iter().map(String::as_str).collect();
    for (index, row) in rows.iter().enumerate() {
        if let Some(other) = row.keys().find(|key| !stated.contains(key.as_str())) {
            return Err(format!(
                "row {} has ?{other}, which is not in the head",
                index + 1
            ));
        }
    }
    Ok(Results {
        variables,
        rows,
        answer: document.answer,
    })
}

/// The document's parts as far as they came.
#[derive(Debug, Default)]
struct Parts {
    variables: Option<Vec<String>>,
    rows: Option<Vec<BTreeMap<String, Term>>>,
    answer: Option<bool>,
}

#[derive(Clone, Copy)]
struct Document {
    limits: Limits,
}

impl<'de> DeserializeSeed<'de> for Document {
    type Value = Parts;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Parts, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Document {
    type Value = Parts;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with head and results")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Parts, A::Error> {
        let mut parts = Parts::default();
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "head" => {
                    let head: Head = map.next_value()?;
                    if head.vars.len() > self.limits.variables {
                        let most = self.limits.variables;
                        return Err(A::Error::custom(format!("more than {most} variables")));
                    }
                    parts.variables = Some(head.vars);
                }
                "results" => parts.rows = Some(map.next_value_seed(Bindings(self.limits))?),
                "boolean" => parts.answer = Some(map.next_value()?),
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(parts)
    }
}

#[derive(Deserialize)]
struct Head {
    #[serde(default)]
    vars: Vec<String>,
}

/// The object with the rows in it.
struct Bindings(Limits);

impl<'de> DeserializeSeed<'de> for Bindings {
    type Value = Vec<BTreeMap<String, Term>>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Bindings {
    type Value = Vec<BTreeMap<String, Term>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with bindings")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut rows = None;
        while let Some(key) = map.next_key::<String>()? {
            if key == "bindings" {
                rows = Some(map.next_value_seed(Rows(self.0))?);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        rows.ok_or_else(|| A::Error::missing_field("bindings"))
    }
}

/// The rows themselves.
struct Rows(Limits);

impl<'de> DeserializeSeed<'de> for Rows {
    type Value = Vec<BTreeMap<String, Term>>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Rows {
    type Value = Vec<BTreeMap<String, Term>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of rows")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let mut rows = Vec::new();
        while let Some(row) = seq.next_element::<BTreeMap<String, Stated>>()? {
            if rows.len() >= self.0.rows {
                return Err(A::Error::custom(format!("more than {} rows", self.0.rows)));
            }
            let row = row
                .into_iter()
                .map(|(variable, term)| Ok((variable, term.term()?)))
                .collect::<Result<_, String>>()
                .map_err(A::Error::custom)?;
            rows.push(row);
        }
        Ok(rows)
    }
}

/// A term as it is written.
#[derive(Deserialize)]
struct Stated {
    r#type: String,
    value: String,
    #[serde(rename = "xml:lang")]
    lang: Option<String>,
    datatype: Option<String>,
}

impl Stated {
    fn term(self) -> Result<Term, String> {
        match self.r#type.as_str() {
            "uri" => Ok(Term::Uri(self.value)),
            "bnode" => Ok(Term::Blank(self.value)),
            // The second is an older word, which services still use.
            "literal" | "typed-literal" => Ok(Term::Literal {
                value: self.value,
                lang: self.lang,
                datatype: self.datatype,
            }),
            other => Err(format!("a term of the type \"{other}\" is not known")),
        }
    }
}

/// A reader that fails when it is asked for more than it may give.
struct Counted<R> {
    inner: R,
    left: u64,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        match self.left.checked_sub(read as u64) {
            Some(left) => {
                self.left = left;
                Ok(read)
            }
            None => Err(io::ErrorKind::FileTooLarge.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Result<Results, String> {
        let limits = Limits {
            bytes: 400,
            rows: 2,
            variables: 3,
        };
        Results::read(json.as_bytes(), limits).map_err(|fault| fault.to_string())
    }

    #[test]
    fn terms_keep_what_is_stated_of_them() {
        let results = read(
            r#"{"head": {"link": [], "vars": ["item", "name", "since"]}, "results": {"ordered": true, "bindings": [
            {"item": {"type": "uri", "value": "http://x/Q1"}, "name": {"type": "literal", "value": "Åbo", "xml:lang": "sv"}},
            {"item": {"type": "bnode", "value": "b0"}, "since": {"type": "typed-literal", "value": "1946", "datatype": "http://x/year"}}]}}"#,
        )
        .unwrap();
        assert_eq!(results.variables, ["item", "name", "since"]);
        let literal = |value: &str, lang: Option<&str>, datatype: Option<&str>| Term::Literal {
            value: value.to_owned(),
            lang: lang.map(str::to_owned),
            datatype: datatype.map(str::to_owned),
        };
        assert_eq!(
            results.rows[0],
            BTreeMap::from([
                ("item".to_owned(), Term::Uri("http://x/Q1".to_owned())),
                ("name".to_owned(), literal("Åbo", Some("sv"), None)),
            ])
        );
        assert_eq!(
            results.rows[1],
            BTreeMap::from([
                ("item".to_owned(), Term::Blank("b0".to_owned())),
                (
                    "since".to_owned(),
                    literal("1946", None, Some("http://x/year"))
                ),
            ])
        );
    }

    #[test]
    fn the_head_may_stand_last_and_rows_may_be_none() {
        let results = read(r#"{"results": {"bindings": []}, "head": {"vars": ["a"]}}"#).unwrap();
        assert_eq!((results.rows.len(), results.answer), (0, None));
        let answer = read(r#"{"head": {}, "boolean": false}"#).unwrap();
        assert_eq!(answer.answer, Some(false));
    }

    #[test]
    fn faults_say_what_is_wrong() {
        let row = r#"{"a": {"type": "uri", "value": "x"}}"#;
        let rows = |rows: &str| {
            format!(r#"{{"head": {{"vars": ["a"]}}, "results": {{"bindings": [{rows}]}}}}"#)
        };
        for (json, expected) in [
            (rows(&[row; 3].join(",")), "more than 2 rows"),
            (rows(&[row; 20].join(",  ")), "more than 2 rows"),
            (
                rows(&format!("{row}{}", " ".repeat(500))),
                "larger than 400 bytes",
            ),
            (rows(row)[..60].to_owned(), "end too early (line 1)"),
            (String::new(), "end too early"),
            (
                rows(&row.replace("\"a\"", "\"b\"")),
                "row 1 has ?b, which is not in the head",
            ),
            (
                rows(&row.replace("uri", "triple")),
                "a term of the type \"triple\" is not known",
            ),
            (rows(r#"{"a": {"type": "uri"}}"#), "missing field `value`"),
            (rows(row) + "x", "trailing characters"),
            (
                r#"{"head": {"vars": ["a", "b", "c", "d"]}}"#.to_owned(),
                "more than 3 variables",
            ),
            (
                r#"{"head": {"vars": ["a"]}}"#.to_owned(),
                "neither rows nor an answer",
            ),
            (
                r#"{"head": {"vars": []}, "results": {}}"#.to_owned(),
                "missing field `bindings`",
            ),
            (
                r#"{"results": {"bindings": []}}"#.to_owned(),
                "there is no head",
            ),
            ("<html>".to_owned(), "no query results in JSON"),
            ("[".repeat(300), "expected an object with head and results"),
        ] {
            let fault = read(&json).unwrap_err();
            assert!(fault.contains(expected), "{json}: {fault}");
        }
    }
}
