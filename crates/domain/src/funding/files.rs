//! The shape of the files in `data/funding/`: what a programme officer reads and the engine evaluates.

use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use super::calls::Call;
use super::idea::{BodyType, Currency};
use crate::CountryCode;
use crate::law::Day;

/// All files of the funding guide, parsed.
#[derive(Debug, Clone, Default)]
pub struct Files {
    /// `programmes/*.toml`.
    pub programmes: Vec<Programme>,
    /// `countries.toml`.
    pub countries: Vec<CountryEntry>,
    /// `contacts.toml`.
    pub contacts: Vec<Contact>,
    /// `calls.csv`.
    pub calls: Vec<Call>,
    /// SHA-256 over all files, in hexadecimal.
    pub hash: String,
}

/// A text in the three languages of the site.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// In Swedish.
    pub sv: SmolStr,
    /// In English.
    pub en: SmolStr,
    /// In Ukrainian.
    pub uk: SmolStr,
}

impl Words {
    /// The text in a language (`sv`, `en`, `uk`); English for any other.
    #[must_use]
    pub fn get(&self, language: &str) -> &str {
        match language {
            "sv" => &self.sv,
            "uk" => &self.uk,
            _ => &self.en,
        }
    }
}

/// A programme: money or contacts for international co-operation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Programme {
    /// Its key, as in addresses: `cerv-town-twinning`.
    pub key: SmolStr,
    /// Its name.
    pub name: Words,
    /// What it gives.
    pub gives: Gives,
    /// What it pays, in words.
    pub pays: Words,
    /// Its name in the sources of the calls.
    pub calls: Option<SmolStr>,
    /// Whom to ask, the first first (`contacts.toml`).
    pub contacts: Vec<SmolStr>,
    /// Whether it runs, by period.
    pub status: Vec<Status>,
    /// What sources say against the rules.
    #[serde(default, rename = "conflict")]
    pub conflicts: Vec<Conflict>,
    /// What to mind beside the rules.
    #[serde(default)]
    pub mind: Vec<Words>,
    /// Its rules, by period.
    #[serde(rename = "version")]
    pub versions: Vec<Version>,
}

/// What a programme gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Gives {
    /// Money.
    Money,
    /// Contacts, and no money of its own.
    Contacts,
}

/// Whether a programme runs in a period; outside all periods it does not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Status {
    /// Running, or running to an end that is near.
    pub state: State,
    /// Which day must lie within the period.
    pub judged_by: JudgedBy,
    /// First day.
    pub valid_from: Day,
    /// Last day; none when no end is known.
    pub valid_to: Option<Day>,
    /// Where it says so.
    pub source: SmolStr,
    /// The day of the source, as it gives it.
    pub source_date: SmolStr,
    /// `primary`, `secondary` or `unconfirmed`.
    pub confidence: SmolStr,
    /// In words.
    pub text: Words,
}

/// How a programme stands in a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// It runs.
    Running,
    /// It runs and its end is decided.
    Ending,
}

/// Which day must lie within the programme's period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JudgedBy {
    /// The day on which it is asked.
    Application,
    /// The day on which the project begins.
    Start,
}

/// What another source says against a rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Conflict {
    /// The rule it speaks of; `status` for the programme's state.
    pub rule: SmolStr,
    /// Where it says so.
    pub source: SmolStr,
    /// The day of the source, as it gives it.
    pub source_date: SmolStr,
    /// `primary`, `secondary` or `unconfirmed`.
    pub confidence: SmolStr,
    /// In words.
    pub text: Words,
}

/// The rules of a period, often of one call year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Version {
    /// Its key, by which calls name it: `TT-2026`.
    pub key: SmolStr,
    /// First day.
    pub valid_from: Day,
    /// Last day; none when no end is known.
    pub valid_to: Option<Day>,
    /// Where the rules stand, unless a rule says otherwise.
    pub source: SmolStr,
    /// The day of the source, as it gives it.
    pub source_date: SmolStr,
    /// `primary`, `secondary` or `unconfirmed`, unless a rule says otherwise.
    pub confidence: SmolStr,
    /// What is not certain or does not fit a rule.
    pub note: Option<Words>,
    /// The rules.
    #[serde(rename = "rule")]
    pub rules: Vec<Rule>,
}

/// A rule: what it tests and the bound or set. Without either it is not established.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its name within the version.
    pub id: SmolStr,
    /// What it tests.
    pub tests: Test,
    /// Types of bodies of which one is required.
    #[serde(default)]
    pub one_of: Vec<BodyType>,
    /// Countries of which one is required.
    #[serde(default)]
    pub one_of_countries: Vec<CountryCode>,
    /// The list of `countries.toml` that tells which countries count.
    pub countries: Option<SmolStr>,
    /// Types of bodies that count; all, when empty.
    #[serde(default)]
    pub types: Vec<BodyType>,
    /// Lower bound.
    pub at_least: Option<u32>,
    /// Upper bound.
    pub at_most: Option<u32>,
    /// The currency of the bounds.
    pub currency: Option<Currency>,
    /// The source says "normally": outside the bounds cannot be told.
    #[serde(default)]
    pub normally: bool,
    /// The set names some and not all: outside the set cannot be told.
    #[serde(default)]
    pub open_list: bool,
    /// First day, where it differs from the version's.
    pub valid_from: Option<Day>,
    /// Last day, where it differs from the version's.
    pub valid_to: Option<Day>,
    /// Where it stands, where that differs from the version's.
    pub source: Option<SmolStr>,
    /// The day of its source.
    pub source_date: Option<SmolStr>,
    /// The confidence in it, where it differs from the version's.
    pub confidence: Option<SmolStr>,
    /// What must be asked, for a rule that no answer settles.
    pub text: Option<Words>,
}

/// What a rule tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Test {
    /// That the programme runs; made from `status`.
    Status,
    /// The type of the applicant.
    ApplicantType,
    /// The country of the applicant.
    ApplicantCountry,
    /// How many bodies count, the applicant among them.
    Bodies,
    /// From how many countries that count.
    Countries,
    /// From how many countries of the EU.
    EuCountries,
    /// How many partners, the applicant not among them, are of a type and country.
    Partners,
    /// Direct participants.
    Participants,
    /// Participants invited from abroad.
    Invited,
    /// The length of the project in months.
    Months,
    /// The amount applied for.
    Amount,
    /// What no answer settles.
    Ask,
}

impl Test {
    /// Its key, as in the files.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Status => "status",
            Self::ApplicantType => "applicant_type",
            Self::ApplicantCountry => "applicant_country",
            Self::Bodies => "bodies",
            Self::Countries => "countries",
            Self::EuCountries => "eu_countries",
            Self::Partners => "partners",
            Self::Participants => "participants",
            Self::Invited => "invited",
            Self::Months => "months",
            Self::Amount => "amount",
            Self::Ask => "ask",
        }
    }
}

impl Rule {
    /// Whether the rule holds on a day, within its version.
    #[must_use]
    pub fn holds_on(&self, day: Day) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && self.valid_to.is_none_or(|to| day <= to)
    }

    /// Whether its bound or set is known.
    #[must_use]
    pub fn is_established(&self) -> bool {
        self.at_least.is_some()
            || self.at_most.is_some()
            || !self.one_of.is_empty()
            || self.tests == Test::ApplicantCountry && self.countries.is_some()
            || self.tests == Test::ApplicantCountry && !self.one_of_countries.is_empty()
    }
}

/// Whether countries count, from when to when, by whose word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountryEntry {
    /// The list it belongs to: `cerv`.
    pub list: SmolStr,
    /// The countries.
    pub countries: Vec<CountryCode>,
    /// The country they are counted with.
    pub part_of: Option<CountryCode>,
    /// Whether they count.
    pub counts: Counts,
    /// Whether they are in the EU.
    pub eu: Counts,
    /// First day.
    pub valid_from: Day,
    /// Last day; none when no end is known.
    pub valid_to: Option<Day>,
    /// Where it says so; none for a conclusion of ours.
    pub source: Option<SmolStr>,
    /// The day of the source, as it gives it.
    pub source_date: Option<SmolStr>,
    /// `primary`, `secondary` or `unconfirmed`.
    pub confidence: SmolStr,
    /// In words, to stand after the country's name.
    pub text: Words,
}

/// Yes, no, or nobody has said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Counts {
    /// It counts.
    Yes,
    /// It does not.
    No,
    /// It is not known.
    Unknown,
}

impl Counts {
    /// Both must be so: no outweighs unknown, unknown outweighs yes.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::No, _) | (_, Self::No) => Self::No,
            (Self::Yes, Self::Yes) => Self::Yes,
            _ => Self::Unknown,
        }
    }
}

/// Whom to ask.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// Its key.
    pub key: SmolStr,
    /// Its name.
    pub name: SmolStr,
    /// Whether money is applied for there.
    pub grants: bool,
    /// Where to write.
    pub email: Option<SmolStr>,
    /// Where its role stands.
    pub source: SmolStr,
    /// The day of the source, as it gives it.
    pub source_date: SmolStr,
    /// `primary`, `secondary` or `unconfirmed`.
    pub confidence: SmolStr,
    /// What it does.
    pub role: Words,
}
