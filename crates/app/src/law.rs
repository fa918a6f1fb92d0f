//! The legal check with the rules that come with the program (`data/law/`).

use std::borrow::Cow;
use std::path::Path;

use rust_embed::RustEmbed;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use sha2::{Digest as _, Sha256};
use vanort_domain::CountryCode;
use vanort_domain::law::{
    ConditionalGround, Contradiction, CountryFact, CountryTable, Day, Duty, Files, FormerCountry,
    LawError, Question, RuleSet, Status, Text,
};

#[derive(RustEmbed)]
#[folder = "../../data/law"]
struct Data;

/// The rules and the dated table of countries.
#[derive(Debug, Clone)]
pub struct Law {
    /// The rules, ready to answer.
    pub rules: RuleSet,
    /// Which countries receive Swedish state aid, by whose word.
    pub countries: CountryTable,
}

/// Why the rules cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum LawFilesError {
    /// A file is not there.
    #[error("the file {0} of the legal rules is missing; put it back")]
    Missing(String),
    /// A file that cannot be read.
    #[error("the file {file} of the legal rules cannot be read: {reason}")]
    Unreadable {
        /// The file, below `data/law`.
        file: String,
        /// What is wrong and where.
        reason: String,
    },
    /// Files that do not fit together.
    #[error(transparent)]
    Rules(#[from] LawError),
}

impl LawFilesError {
    fn unreadable(file: &str, reason: impl ToString) -> Self {
        Self::Unreadable {
            file: file.to_owned(),
            reason: reason.to_string(),
        }
    }
}

/// The rules that come with the program.
///
/// # Errors
/// When a file is damaged: the program was not built right.
pub fn bundled() -> Result<Law, LawFilesError> {
    let mut names: Vec<Cow<'static, str>> = Data::iter().collect();
    names.sort();
    let files = names
        .iter()
        .filter_map(|name| Some((name.to_string(), Data::get(name)?.data.into_owned())))
        .collect();
    Law::read(files)
}

impl Law {
    /// Makes rules out of files, each with its path below `data/law` and its bytes.
    ///
    /// # Errors
    /// When one is missing or damaged, or names something that none defines.
    pub fn read(mut files: Vec<(String, Vec<u8>)>) -> Result<Self, LawFilesError> {
        files.sort();
        let mut hasher = Sha256::new();
        for (name, bytes) in &files {
            hasher.update(name.as_bytes());
            hasher.update(Sha256::digest(bytes));
        }
        let hash = vanort_domain::log::Hash(hasher.finalize().into()).to_string();
        let reader = Reader { files: &files };
        let rules = RuleSet::new(Files {
            rules: reader.folder("rules")?,
            rows: reader.folder("rows")?,
            questions: reader.toml::<Questions>("questions.toml")?.question,
            order: reader.toml("order.toml")?,
            duties: reader.toml::<Duties>("duties.toml")?.duty,
            contradictions: reader
                .toml::<Contradictions>("contradictions.toml")?
                .contradiction,
            grounds: reader.toml::<Grounds>("grounds.toml")?.ground,
            former_countries: reader.toml::<Formers>("former_countries.toml")?.country,
            hash,
        })?;
        let countries = countries(reader.bytes("countries.csv")?)?;
        Ok(Self { rules, countries })
    }
}

struct Reader<'f> {
    files: &'f [(String, Vec<u8>)],
}

impl Reader<'_> {
    fn bytes(&self, file: &str) -> Result<&[u8], LawFilesError> {
        let found = self.files.iter().find(|(name, _)| name == file);
        found
            .map(|(_, bytes)| bytes.as_slice())
            .ok_or_else(|| LawFilesError::Missing(file.to_owned()))
    }

    fn toml<T: DeserializeOwned>(&self, file: &str) -> Result<T, LawFilesError> {
        let unreadable =
            |reason: &dyn ToString| LawFilesError::unreadable(file, reason.to_string());
        let text = std::str::from_utf8(self.bytes(file)?).map_err(|e| unreadable(&e))?;
        toml::from_str(text).map_err(|e| unreadable(&e))
    }

    /// All files of a folder, by name.
    fn folder<T: DeserializeOwned>(&self, folder: &str) -> Result<Vec<T>, LawFilesError> {
        self.files
            .iter()
            .map(|(name, _)| name)
            .filter(|name| Path::new(name).parent() == Some(Path::new(folder)))
            .map(|name| self.toml(name))
            .collect()
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Questions {
    question: Vec<Question>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Duties {
    duty: Vec<Duty>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Contradictions {
    contradiction: Vec<Contradiction>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Grounds {
    ground: Vec<ConditionalGround>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Formers {
    country: Vec<FormerCountry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CountryRow {
    iso2: String,
    status: Status,
    valid_from: Day,
    valid_to: Option<Day>,
    note_sv: String,
    note_en: String,
    #[serde(default)]
    note_uk: Option<smol_str::SmolStr>,
    source_url: String,
    source_date: Option<Day>,
    confidence: String,
}

/// Reads the dated table of countries.
///
/// # Errors
/// When a row is damaged; the message names its line.
pub fn countries(table: &[u8]) -> Result<CountryTable, LawFilesError> {
    let unreadable =
        |reason: &dyn ToString| LawFilesError::unreadable("countries.csv", reason.to_string());
    let mut facts = Vec::new();
    for row in csv::Reader::from_reader(table).into_deserialize::<CountryRow>() {
        let row = row.map_err(|e| unreadable(&e))?;
        let iso2: CountryCode = row.iso2.parse().map_err(|e| unreadable(&e))?;
        facts.push(CountryFact {
            iso2,
            status: row.status,
            valid_from: row.valid_from,
            valid_to: row.valid_to,
            note: Text {
                sv: row.note_sv.into(),
                en: row.note_en.into(),
                uk: row.note_uk,
            },
            source_url: row.source_url.into(),
            source_date: row.source_date,
            confidence: row.confidence.into(),
        });
    }
    Ok(CountryTable::new(facts))
}
