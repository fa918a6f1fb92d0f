//! An idea that seeks money: who, with whom, when, how many, how long, how much. What is not known is `None`.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::CountryCode;
use crate::law::Day;
use crate::vocabulary::Role;

/// What kind of body somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BodyType {
    /// Municipality or other local authority.
    Municipality,
    /// Region or regional authority.
    Region,
    /// State county board (länsstyrelse).
    CountyBoard,
    /// Kommunalförbund and the like.
    JointAuthority,
    /// Company owned by municipalities or regions.
    Company,
    /// Foundation of municipalities or regions.
    Foundation,
    /// Non-profit association, twinning committee.
    Association,
    /// School.
    School,
    /// International organisation.
    InternationalOrganisation,
    /// A person.
    Person,
}

impl BodyType {
    /// All types.
    pub const ALL: [Self; 10] = [
        Self::Municipality,
        Self::Region,
        Self::CountyBoard,
        Self::JointAuthority,
        Self::Company,
        Self::Foundation,
        Self::Association,
        Self::School,
        Self::InternationalOrganisation,
        Self::Person,
    ];

    /// Its key, as in files and addresses.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Municipality => "municipality",
            Self::Region => "region",
            Self::CountyBoard => "county_board",
            Self::JointAuthority => "joint_authority",
            Self::Company => "company",
            Self::Foundation => "foundation",
            Self::Association => "association",
            Self::School => "school",
            Self::InternationalOrganisation => "international_organisation",
            Self::Person => "person",
        }
    }

    /// The type that a body of the register has; the first of its roles that tells.
    #[must_use]
    pub fn of_roles(roles: &[Role]) -> Option<Self> {
        roles.iter().find_map(|role| match role {
            Role::Municipality => Some(Self::Municipality),
            Role::Region => Some(Self::Region),
            Role::CountyBoard => Some(Self::CountyBoard),
            Role::JointAuthority => Some(Self::JointAuthority),
            Role::Company => Some(Self::Company),
            // "Association or other" tells too little; of a district or a part nobody says whether it governs itself.
            Role::District | Role::Part | Role::Association | Role::Unspecified => None,
        })
    }
}

/// A word that names no type of body.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "\"{0}\" is no type of body; write one of municipality, region, county_board, joint_authority, company, foundation, association, school, international_organisation, person"
)]
pub struct BodyTypeError(String);

impl FromStr for BodyType {
    type Err = BodyTypeError;
    fn from_str(text: &str) -> Result<Self, BodyTypeError> {
        let text = text.trim().to_lowercase().replace([' ', '-'], "_");
        let swedish = match text.as_str() {
            "kommun" => "municipality",
            "kommunalförbund" | "kommunalforbund" => "joint_authority",
            "länsstyrelse" | "lansstyrelse" => "county_board",
            "bolag" => "company",
            "stiftelse" => "foundation",
            "förening" | "forening" => "association",
            "skola" => "school",
            "privatperson" | "natural_person" => "person",
            other => other,
        };
        let found = Self::ALL.into_iter().find(|kind| kind.key() == swedish);
        found.ok_or(BodyTypeError(text))
    }
}

/// Somebody who takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize)]
pub struct Party {
    /// What it is.
    #[serde(rename = "type")]
    pub kind: Option<BodyType>,
    /// Its country.
    pub country: Option<CountryCode>,
}

/// A currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Currency {
    /// Euro.
    #[serde(rename = "EUR")]
    Eur,
    /// Swedish krona.
    #[serde(rename = "SEK")]
    Sek,
}

impl Currency {
    /// Its code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Eur => "EUR",
            Self::Sek => "SEK",
        }
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// An amount of money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Money {
    /// In hundredths.
    pub cents: u64,
    /// The currency.
    pub currency: Currency,
}

/// An idea.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Idea {
    /// The day on which it is asked.
    pub day: Day,
    /// Who applies.
    pub applicant: Party,
    /// With whom; `None` when nobody has said, an empty list when with nobody.
    pub partners: Option<Vec<Party>>,
    /// When the project begins.
    pub starts: Option<Day>,
    /// How many take part directly.
    pub participants: Option<u32>,
    /// How many of them are invited from abroad.
    pub invited: Option<u32>,
    /// How many days the meeting lasts.
    pub days: Option<u32>,
    /// How many months the project lasts, preparations and report included.
    pub months: Option<u32>,
    /// How much is applied for.
    pub amount: Option<Money>,
}

impl Idea {
    /// An idea of which nothing is known but the day.
    #[must_use]
    pub fn on(day: Day) -> Self {
        Self {
            day,
            applicant: Party::default(),
            partners: None,
            starts: None,
            participants: None,
            invited: None,
            days: None,
            months: None,
            amount: None,
        }
    }

    /// The applicant and the partners that are known.
    pub fn parties(&self) -> impl Iterator<Item = &Party> {
        std::iter::once(&self.applicant).chain(self.partners.iter().flatten())
    }
}
