//! Imports: what an editor brings, row by row, what each row would do, and taking it in at once.
//!
//! Whatever the form of what comes (a table, an answer of Wikidata), it is brought to [`Claim`]s: who is said to be
//! whose partner, in the words as written. A [`Plan`] tells what each would do; nothing is recorded until the plan is
//! carried out, and then all of it or nothing.

mod beside;
mod claims;
mod dates;
mod ends;
mod findings;
mod mapping;
mod nobody;
mod own;
mod personal;
mod placeholders;
mod plan;
mod several;
mod table;
mod wikidata;
mod words;
mod years;

use vanort_domain::imports::{Import, WAY_PREFIX};
use vanort_domain::log::Hash;
use vanort_domain::register::Register;

pub use claims::{Claim, Named};
pub use findings::{Finding, FindingKind, Instead};
pub use mapping::{Because, Column, Mapping, TableRow, Unknown, Use};
pub use plan::{
    Change, Contradiction, Fate, Plan, PlannedRow, Refusal, Said, Shown, Totals, Value,
};
pub use table::{LeftOut, Table, content, table};
pub use wikidata::{QUERY_EVERYWHERE, QUERY_SWEDEN, WikidataError, read as read_wikidata};

use rustc_hash::FxHashSet;
use sha2::{Digest as _, Sha256};
use smol_str::SmolStr;
use time::Date;
use vanort_domain::sources::Source;
use vanort_domain::{Edtf, Values, ValuesError};
use vanort_names::{Atlas, visible};

/// What came, before it is known what it would do.
#[derive(Debug, Clone)]
pub struct Arrival {
    /// What it is called: the name of the file, or of the service.
    pub title: String,
    /// `table` or `wikidata`.
    pub format: &'static str,
    /// SHA-256 of the bytes.
    pub digest: Hash,
    /// SHA-256 of what stands in it, whatever its form; for tables.
    pub content: Option<Hash>,
    /// How columns were understood, as JSON; for tables.
    pub mapping: Option<String>,
    /// Who says what stands in it.
    pub source: Source,
    /// What is said, row by row.
    pub claims: Vec<Claim>,
    /// Rows of a table that were left out.
    pub left_out: LeftOut,
    /// Whether pairs without a Swedish side are taken in too.
    pub everywhere: bool,
}

impl Arrival {
    /// The record of the import.
    #[must_use]
    pub fn record(&self, way: &str) -> Import {
        Import {
            way: way.into(),
            title: self.title.clone(),
            format: self.format.into(),
            digest: self.digest.to_string().into(),
            rows: u32::try_from(self.claims.len()).unwrap_or(u32::MAX),
            content: self.content.map(|content| content.to_string().into()),
            mapping: self.mapping.clone(),
        }
    }

    /// How it is read, and what is stated of its source.
    fn reading(&self) -> String {
        let mapping = self.mapping.as_deref().unwrap_or_default();
        let source = self.source.to_values();
        format!("{} {} {mapping} {source:?}", self.digest, self.everywhere)
    }
}

/// Whether words name a Swedish municipality or region, as lists write them.
#[must_use]
pub fn is_swedish_body(atlas: &Atlas, written: &str) -> bool {
    own::swedish_body(atlas, written).is_some()
}

/// The digest of what came.
#[must_use]
pub fn digest(bytes: &[u8]) -> Hash {
    Hash(Sha256::digest(bytes).into())
}

/// What the import was called that the same bytes or the same table came in, when they are not new: under another name they
/// are the same source, and its rows are known.
#[must_use]
pub fn known_title(register: &Register, digest: &Hash, content: Option<&Hash>) -> Option<String> {
    let (digest, content) = (digest.to_string(), content.map(Hash::to_string));
    let mut known = register.imports();
    let (_, import) = known.find(|(_, import)| {
        import.digest == digest
            || content.is_some() && import.content.as_deref() == content.as_deref()
    })?;
    Some(import.title.clone())
}

/// The source under which the very same table was taken in and counts: whatever is told of it now, it says nothing new. To
/// tell something else of it, its import is withdrawn first.
#[must_use]
pub fn known_source(register: &Register, content: &Hash) -> Option<Source> {
    let content = content.to_string();
    let ways: FxHashSet<&SmolStr> = register
        .imports()
        .filter(|(_, import)| import.content.as_deref() == Some(&content))
        .map(|(_, import)| &import.way)
        .filter(|way| !register.is_withdrawn(way))
        .collect();
    if ways.is_empty() {
        return None;
    }
    let mut statements = register.statements();
    let (_, statement) = statements.find(|(entry, _)| ways.contains(&entry.by))?;
    register
        .source(&statement.source)
        .map(|source| (**source).clone())
}

/// How the editor corrected the columns of the newest import of a table with the same headers.
#[must_use]
pub fn remembered(register: &Register, mapping: &Mapping) -> Option<Mapping> {
    let mut imports: Vec<_> = register.imports().collect();
    imports.sort_unstable_by_key(|(seq, _)| std::cmp::Reverse(*seq));
    imports.into_iter().find_map(|(_, import)| {
        let before: Mapping = serde_json::from_str(import.mapping.as_deref()?).ok()?;
        (before.is_corrected() && before.has_headers_of(mapping)).then_some(before)
    })
}

/// A way for a new import: `import-` and six letters or digits from random bytes.
#[must_use]
pub fn way(random: [u8; 16]) -> String {
    const SIGNS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let signs: String = random
        .iter()
        .take(8)
        .map(|byte| char::from(SIGNS[usize::from(byte % 32)]))
        .collect();
    format!("{WAY_PREFIX}{signs}")
}

/// Checks that a source is not of a day to come: nobody has said yet what will be said then.
///
/// # Errors
/// When all of its date lies behind today.
pub fn check_date(source: &Source, today: Date) -> Result<(), ValuesError> {
    let earliest = source.date.as_ref().and_then(Edtf::earliest);
    if earliest.is_some_and(|earliest| earliest > today) {
        return Err(ValuesError::new("date", "lies in the future"));
    }
    Ok(())
}

/// Why a field of a source is not taken that tells of a person.
pub(crate) const PERSONAL: &str =
    "holds an e-mail address, a telephone number or a personal number, and the log is for ever";

/// Checks that nothing of what is told of a source tells of a person.
///
/// # Errors
/// The first field that does.
fn check_personal(told: &[(&str, Option<&str>)]) -> Result<(), ValuesError> {
    for (field, text) in told {
        // In an address "@" is often written in signs that say it.
        let text = text.unwrap_or_default().replace("%40", "@");
        if personal::holds_personal(&text) {
            return Err(ValuesError::new(field, PERSONAL));
        }
    }
    Ok(())
}

/// Checks that the name of a file tells of nobody.
///
/// # Errors
/// When it does.
pub fn check_title(title: &str) -> Result<(), ValuesError> {
    check_personal(&[("title", Some(title))])
}

/// The source of an import, as an editor states it: the same publisher, title, address and date are the same source.
///
/// # Errors
/// When the publisher is missing, the address or the date cannot be read, or one of them, the title or the licence holds what
/// tells of a person.
pub fn source(
    collection: &str,
    publisher: &str,
    title: Option<&str>,
    url: Option<&str>,
    date: Option<&str>,
    licence: Option<&str>,
) -> Result<Source, ValuesError> {
    let publisher = &*visible(publisher);
    let [title, url, licence] = &[title, url, licence].map(|text| text.map(visible));
    let [title, url, licence] = [title, url, licence].map(Option::as_deref);
    if url.is_some_and(|url| !url.starts_with("https://") && !url.starts_with("http://")) {
        return Err(ValuesError::new(
            "url",
            "an address begins with https:// or http://",
        ));
    }
    let told = [
        ("publisher", Some(publisher)),
        ("title", title),
        ("url", url),
        ("licence", licence),
    ];
    check_personal(&told)?;
    let mut values = Values::new();
    values
        .set("collection", collection)
        .set("publisher", publisher.trim())
        .set("publisher_kind", "dataset")
        .set_some("title", title)
        .set_some("url", url)
        .set_some("date", date)
        .set_some("licence", licence)
        .set("confidence", "secondary");
    let identity: Vec<&str> = [Some(publisher), title, url, date]
        .into_iter()
        .flatten()
        .collect();
    let digest = Sha256::digest(identity.join("\n"));
    let id: String = digest
        .iter()
        .take(5)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    values.set("id", format_args!("{collection}-{id}"));
    Source::from_values(&values)
}
