//! The funding guide with the files that come with the program (`data/funding/`).

use std::borrow::Cow;
use std::sync::OnceLock;

use rust_embed::RustEmbed;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use sha2::{Digest as _, Sha256};
use smol_str::SmolStr;
use vanort_domain::CountryCode;
use vanort_domain::bodies::Body;
use vanort_domain::funding::{
    BodyType, Call, Contact, CountryEntry, CountryRead, Day, Files, Guide, Idea, Party, Programme,
    Words,
};
use vanort_names::{Countries, fold};

use crate::{law, search};

#[derive(RustEmbed)]
#[folder = "../../data/funding"]
struct Data;

/// Why the files cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum FundingFilesError {
    /// A file is not there.
    #[error("the file {0} of the funding guide is missing; put it back")]
    Missing(String),
    /// A file that cannot be read.
    #[error("the file {file} of the funding guide cannot be read: {reason}")]
    Unreadable {
        /// The file, below `data/funding`.
        file: String,
        /// What is wrong and where.
        reason: String,
    },
}

/// The guide that comes with the program, read once.
///
/// # Errors
/// When a file is damaged: the program was not built right.
pub fn bundled() -> Result<&'static Guide, &'static FundingFilesError> {
    static GUIDE: OnceLock<Result<Guide, FundingFilesError>> = OnceLock::new();
    GUIDE
        .get_or_init(|| {
            let mut names: Vec<Cow<'static, str>> = Data::iter().collect();
            names.sort();
            let files = names
                .iter()
                .filter_map(|name| Some((name.to_string(), Data::get(name)?.data.into_owned())))
                .collect();
            read(files)
        })
        .as_ref()
}

/// Programmes with a word of their name, or of the name of whom to ask, that begins so when folded.
#[must_use]
pub fn named<'g>(guide: &'g Guide, written: &str) -> Vec<&'g Programme> {
    let folded = fold(written);
    if folded.chars().count() < search::LEAST_OF_OTHERS {
        return Vec::new();
    }
    let is_sought = |programme: &&Programme| {
        let contacts = programme.contacts.iter();
        let contacts = contacts.filter_map(|key| guide.contact(key).map(|one| one.name.as_str()));
        let Words { sv, en, uk } = &programme.name;
        let mut names = [sv, en, uk]
            .map(SmolStr::as_str)
            .into_iter()
            .chain(contacts);
        names.any(|name| search::begins_a_word(&fold(name), &folded))
    };
    let programmes = guide.files().programmes.iter();
    programmes.filter(is_sought).collect()
}

/// Makes a guide out of files, each with its path below `data/funding` and its bytes.
///
/// # Errors
/// When one is missing or cannot be read. What is wrong beyond that is named by `Guide::check`.
pub fn read(mut files: Vec<(String, Vec<u8>)>) -> Result<Guide, FundingFilesError> {
    files.sort();
    let mut hasher = Sha256::new();
    for (name, bytes) in &files {
        hasher.update(name.as_bytes());
        hasher.update(Sha256::digest(bytes));
    }
    let programmes = files
        .iter()
        .filter(|(name, _)| name.starts_with("programmes/") && name.ends_with(".toml"))
        .map(|(name, bytes)| toml(name, bytes))
        .collect::<Result<_, _>>()?;
    let file = |name: &str| {
        let found = files.iter().find(|(file, _)| file == name);
        found
            .map(|(_, bytes)| bytes.as_slice())
            .ok_or_else(|| FundingFilesError::Missing(name.to_owned()))
    };
    Ok(Guide::new(Files {
        programmes,
        countries: toml::<Entries>("countries.toml", file("countries.toml")?)?.entry,
        contacts: toml::<Contacts>("contacts.toml", file("contacts.toml")?)?.contact,
        calls: calls(file("calls.csv")?)?,
        hash: vanort_domain::log::Hash(hasher.finalize().into()).to_string(),
    }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entries {
    entry: Vec<CountryEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Contacts {
    contact: Vec<Contact>,
}

fn unreadable(file: &str, reason: impl ToString) -> FundingFilesError {
    FundingFilesError::Unreadable {
        file: file.to_owned(),
        reason: reason.to_string(),
    }
}

fn toml<T: DeserializeOwned>(file: &str, bytes: &[u8]) -> Result<T, FundingFilesError> {
    let text = std::str::from_utf8(bytes).map_err(|e| unreadable(file, e))?;
    toml::from_str(text).map_err(|e| unreadable(file, e))
}

/// The words beside a call, a column for each language.
#[derive(Deserialize)]
struct Note {
    note_sv: SmolStr,
    note_en: SmolStr,
    note_uk: SmolStr,
}

/// Reads the table of calls.
///
/// # Errors
/// When a row is damaged; the message names its line.
pub fn calls(table: &[u8]) -> Result<Vec<Call>, FundingFilesError> {
    let wrong = |e: csv::Error| unreadable("calls.csv", e);
    let mut reader = csv::Reader::from_reader(table);
    let columns = reader.headers().map_err(wrong)?.clone();
    let mut calls = Vec::new();
    for row in reader.records() {
        let row = row.map_err(wrong)?;
        let mut call: Call = row.deserialize(Some(&columns)).map_err(wrong)?;
        let note: Note = row.deserialize(Some(&columns)).map_err(wrong)?;
        call.note = (!note.note_sv.is_empty()).then_some(Words {
            sv: note.note_sv,
            en: note.note_en,
            uk: note.note_uk,
        });
        calls.push(call);
    }
    Ok(calls)
}

/// The country that a code or a name in any language means.
#[must_use]
pub fn country(countries: &Countries, written: &str) -> CountryRead {
    let written = written.trim();
    let code = written.parse::<CountryCode>().ok();
    let found = code
        .and_then(|code| countries.get(code))
        .map(|country| country.code)
        .or_else(|| countries.code_by_name(written));
    let Some(code) = found else {
        return CountryRead::Unknown;
    };
    match countries.get(code) {
        Some(country) if country.historic_until.is_empty() => CountryRead::Is(code),
        // A name of a state that is no more, with or without a row of its own.
        _ => CountryRead::Former(successors(code)),
    }
}

/// What lies today where a former country was.
fn successors(code: CountryCode) -> Vec<CountryCode> {
    static LAW: OnceLock<Option<law::Law>> = OnceLock::new();
    let former = LAW
        .get_or_init(|| law::bundled().ok())
        .as_ref()
        .map(|law| &law.rules.files().former_countries);
    former
        .into_iter()
        .flatten()
        .find(|country| country.iso2.as_str() == code.as_str())
        .map(|country| {
            country
                .successors
                .iter()
                .filter_map(|code| code.as_str().parse().ok())
                .collect()
        })
        .unwrap_or_default()
}

/// A body of the register as somebody who takes part.
#[must_use]
pub fn party(body: &Body) -> Party {
    Party {
        kind: BodyType::of_roles(&body.roles),
        country: body.country,
    }
}

/// What a body alone tells of an idea: for a body abroad, that it would be the partner of somebody in Sweden.
#[must_use]
pub fn idea_of_body(body: &Body, day: Day) -> Idea {
    let mut idea = Idea::on(day);
    if body.is_member() || body.country == Some(CountryCode::SWEDEN) {
        idea.applicant = party(body);
    } else {
        idea.applicant = Party {
            kind: Some(BodyType::Municipality),
            country: Some(CountryCode::SWEDEN),
        };
        idea.partners = Some(vec![party(body)]);
    }
    idea
}

/// What a partnership tells of an idea: the Swedish side applies, the other takes part, and nobody else.
#[must_use]
pub fn idea_of_pair(first: &Body, second: &Body, day: Day) -> Idea {
    let mut sides = [first, second];
    sides.sort_by_key(|body| body.country != Some(CountryCode::SWEDEN));
    let mut idea = Idea::on(day);
    idea.applicant = party(sides[0]);
    idea.partners = Some(vec![party(sides[1])]);
    idea
}
