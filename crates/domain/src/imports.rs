//! Imports: what was taken in at once, on record, so that it can be withdrawn at once. Every entry of an import
//! carries the import's way ([`crate::log::Entry::by`]); nothing is deleted when it is withdrawn.

use smol_str::SmolStr;

use crate::{Values, ValuesError};

/// How the way of every import begins.
pub const WAY_PREFIX: &str = "import-";

/// A file or an answer of a service that was taken in at once.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Import {
    /// The way that its entries carry: `import-` and six letters or digits.
    pub way: SmolStr,
    /// What it is called: the name of the file, or of the service.
    pub title: String,
    /// `table`, `wikidata` or `statements`.
    pub format: SmolStr,
    /// SHA-256 of the bytes that came, in hexadecimal digits.
    pub digest: SmolStr,
    /// SHA-256 of what stands in it, the same in whatever form it comes; for tables.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content: Option<SmolStr>,
    /// Rows that were read.
    pub rows: u32,
    /// How its columns were understood, as JSON; for tables.
    pub mapping: Option<String>,
}

impl Import {
    /// Reads an import from its named values.
    ///
    /// # Errors
    /// The first field that is missing or cannot be read.
    pub fn from_values(values: &Values) -> Result<Self, ValuesError> {
        Ok(Self {
            way: values.need("way")?,
            title: values.need("title")?,
            format: values.need("format")?,
            digest: values.need("digest")?,
            content: values.read("content")?,
            rows: values.need("rows")?,
            mapping: values.read("mapping")?,
        })
    }

    /// The import as named values.
    #[must_use]
    pub fn to_values(&self) -> Values {
        let mut values = Values::new();
        values
            .set("way", &self.way)
            .set("title", &self.title)
            .set("format", &self.format)
            .set("digest", &self.digest)
            .set_some("content", self.content.as_ref())
            .set("rows", self.rows)
            .set_some("mapping", self.mapping.as_ref());
        values
    }
}

/// That an import does not count any more, or counts again.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Withdrawal {
    /// The import's way.
    pub way: SmolStr,
    /// Whether it is withdrawn from now on.
    pub withdrawn: bool,
    /// Why.
    pub reason: Option<String>,
}

impl Withdrawal {
    /// Reads a withdrawal from its named values.
    ///
    /// # Errors
    /// The first field that is missing or cannot be read.
    pub fn from_values(values: &Values) -> Result<Self, ValuesError> {
        Ok(Self {
            way: values.need("way")?,
            withdrawn: values.need("withdrawn")?,
            reason: values.read("reason")?,
        })
    }

    /// The withdrawal as named values.
    #[must_use]
    pub fn to_values(&self) -> Values {
        let mut values = Values::new();
        values
            .set("way", &self.way)
            .set("withdrawn", self.withdrawn)
            .set_some("reason", self.reason.as_ref());
        values
    }
}
