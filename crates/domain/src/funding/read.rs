//! An idea as somebody writes it, in a form or a file, and what was made of it. Nothing is lost: what could not be read is
//! named at its question, and counts as not known.

use serde::{Deserialize, Deserializer, Serialize};

use super::idea::{BodyType, Currency, Idea, Money, Party};
use crate::CountryCode;
use crate::law::Day;

/// An idea as it was written, word by word.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Written {
    /// The day on which it is asked.
    #[serde(deserialize_with = "words")]
    pub day: String,
    /// Who applies.
    pub applicant: WrittenParty,
    /// With whom.
    pub partners: Option<Vec<WrittenParty>>,
    /// When the project begins.
    #[serde(deserialize_with = "words")]
    pub starts: String,
    /// How many take part.
    #[serde(deserialize_with = "words")]
    pub participants: String,
    /// How many are invited from abroad.
    #[serde(deserialize_with = "words")]
    pub invited: String,
    /// How many days the meeting lasts.
    #[serde(deserialize_with = "words")]
    pub days: String,
    /// How many months the project lasts.
    #[serde(deserialize_with = "words")]
    pub months: String,
    /// How much is applied for.
    #[serde(deserialize_with = "words")]
    pub amount: String,
    /// In which currency; euro unless said.
    #[serde(deserialize_with = "words")]
    pub currency: String,
}

/// Somebody who takes part, as written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct WrittenParty {
    /// What it is.
    #[serde(rename = "type")]
    pub kind: String,
    /// Its country, as a code or a name.
    pub country: String,
}

/// A text, also where a number or nothing is written.
fn words<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Any {
        Text(String),
        Whole(u64),
        Decimal(f64),
        Nothing,
    }
    Ok(match Any::deserialize(deserializer)? {
        Any::Text(text) => text,
        Any::Whole(number) => number.to_string(),
        Any::Decimal(number) => format!("{number:.2}"),
        Any::Nothing => String::new(),
    })
}

/// What a written country is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CountryRead {
    /// A country that exists.
    Is(CountryCode),
    /// One that no longer exists, and what lies there today.
    Former(Vec<CountryCode>),
    /// Nothing that is known.
    Unknown,
}

/// What is said about an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RemarkKind {
    /// No such country.
    UnknownCountry,
    /// The country no longer exists.
    FormerCountry,
    /// No such type of body.
    UnknownType,
    /// No number.
    NoNumber,
    /// A number with words around it, read as the number.
    ReadAs,
    /// A comma or a point that may part thousands or decimals.
    TwoWays,
    /// No day.
    NoDay,
    /// No such currency.
    UnknownCurrency,
    /// The project begins before the day of the question.
    StartsInPast,
    /// More are invited than take part.
    MoreInvited,
    /// The meeting is longer than the project.
    LongerThanProject,
}

impl RemarkKind {
    /// Its key.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::UnknownCountry => "unknown-country",
            Self::FormerCountry => "former-country",
            Self::UnknownType => "unknown-type",
            Self::NoNumber => "no-number",
            Self::ReadAs => "read-as",
            Self::TwoWays => "two-ways",
            Self::NoDay => "no-day",
            Self::UnknownCurrency => "unknown-currency",
            Self::StartsInPast => "starts-in-past",
            Self::MoreInvited => "more-invited",
            Self::LongerThanProject => "longer-than-project",
        }
    }
}

/// A remark at a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Remark {
    /// The question: `partner2_country`, `amount`.
    pub field: String,
    /// What is said.
    pub kind: RemarkKind,
    /// What was written.
    pub written: String,
    /// What it was read as.
    pub read_as: Option<String>,
    /// What lies there today, for a former country.
    pub countries: Vec<CountryCode>,
}

struct Reader<'c> {
    country: &'c dyn Fn(&str) -> CountryRead,
    remarks: Vec<Remark>,
}

impl Written {
    /// Reads it; what cannot be read is not known, and remarked on.
    pub fn read(&self, today: Day, country: &dyn Fn(&str) -> CountryRead) -> (Idea, Vec<Remark>) {
        let mut r = Reader {
            country,
            remarks: Vec::new(),
        };
        let mut idea = Idea::on(r.day("day", &self.day).unwrap_or(today));
        idea.applicant = r.party("applicant", &self.applicant);
        idea.partners = self.partners.as_ref().map(|partners| {
            let numbered = partners.iter().enumerate();
            numbered
                .map(|(place, partner)| r.party(&format!("partner{}", place + 1), partner))
                .collect()
        });
        idea.starts = r.day("starts", &self.starts);
        idea.participants = r.count("participants", &self.participants);
        idea.invited = r.count("invited", &self.invited);
        idea.days = r.count("days", &self.days);
        idea.months = r.count("months", &self.months);
        idea.amount = r.amount(&self.amount, &self.currency);
        self.contradictions(&idea, &mut r);
        (idea, r.remarks)
    }

    fn contradictions(&self, idea: &Idea, r: &mut Reader<'_>) {
        if idea.starts.is_some_and(|starts| starts < idea.day) {
            r.remark("starts", RemarkKind::StartsInPast, &self.starts, None);
        }
        if idea
            .invited
            .zip(idea.participants)
            .is_some_and(|(invited, all)| all < invited)
        {
            r.remark("invited", RemarkKind::MoreInvited, &self.invited, None);
        }
        if idea
            .days
            .zip(idea.months)
            .is_some_and(|(days, months)| u64::from(months) * 31 < u64::from(days))
        {
            r.remark("days", RemarkKind::LongerThanProject, &self.days, None);
        }
    }
}

/// Most letters of a written answer that a remark repeats.
const MOST_LETTERS: usize = 80;

impl Reader<'_> {
    fn remark(&mut self, field: &str, kind: RemarkKind, written: &str, read_as: Option<String>) {
        self.remarks.push(Remark {
            field: field.to_owned(),
            kind,
            written: written.trim().chars().take(MOST_LETTERS).collect(),
            read_as,
            countries: Vec::new(),
        });
    }

    fn party(&mut self, field: &str, written: &WrittenParty) -> Party {
        let kind = written.kind.trim();
        let read = kind.parse::<BodyType>().ok();
        if read.is_none() && !kind.is_empty() && kind != "unknown" {
            self.remark(
                &format!("{field}_type"),
                RemarkKind::UnknownType,
                kind,
                None,
            );
        }
        let country = written.country.trim();
        let field = format!("{field}_country");
        let code = match (self.country)(country) {
            _ if country.is_empty() || country == "unknown" => None,
            CountryRead::Is(code) => Some(code),
            CountryRead::Former(today) => {
                self.remark(&field, RemarkKind::FormerCountry, country, None);
                if let Some(remark) = self.remarks.last_mut() {
                    remark.countries = today;
                }
                None
            }
            CountryRead::Unknown => {
                self.remark(&field, RemarkKind::UnknownCountry, country, None);
                None
            }
        };
        Party {
            kind: read,
            country: code,
        }
    }

    fn day(&mut self, field: &str, written: &str) -> Option<Day> {
        let day = written.trim().parse().ok();
        if day.is_none() && !written.trim().is_empty() {
            self.remark(field, RemarkKind::NoDay, written, None);
        }
        day
    }

    fn count(&mut self, field: &str, written: &str) -> Option<u32> {
        let cents = self.number(field, written)?;
        let whole = u32::try_from(cents / 100)
            .ok()
            .filter(|_| cents.is_multiple_of(100));
        if whole.is_none() {
            self.remark(field, RemarkKind::NoNumber, written, None);
        }
        whole
    }

    fn amount(&mut self, written: &str, currency: &str) -> Option<Money> {
        let cents = self.number("amount", written)?;
        let upper = format!("{currency} {written}").to_uppercase();
        let currency = match currency.trim().to_uppercase().as_str() {
            "" if upper.contains("SEK") || upper.contains("KR") => Currency::Sek,
            "" | "EUR" | "EURO" | "€" => Currency::Eur,
            "SEK" | "KR" | "KRONOR" => Currency::Sek,
            _ => {
                self.remark("currency", RemarkKind::UnknownCurrency, currency, None);
                return None;
            }
        };
        Some(Money { cents, currency })
    }

    /// A number in hundredths. Spaces part thousands; words around it are passed over and that is said.
    fn number(&mut self, field: &str, written: &str) -> Option<u64> {
        let text = written.trim();
        if text.is_empty() {
            return None;
        }
        let is_number = |c: char| c.is_ascii_digit() || ",.'’".contains(c) || c.is_whitespace();
        let Some(start) = text.find(|c: char| c.is_ascii_digit()) else {
            self.remark(field, RemarkKind::NoNumber, text, None);
            return None;
        };
        let rest = &text[start..];
        let end = rest.find(|c: char| !is_number(c)).unwrap_or(rest.len());
        let (number, after) = rest.split_at(end);
        let number: String = number
            .trim()
            .chars()
            .filter(|c| !c.is_whitespace() && !"'’".contains(*c))
            .collect();
        let number = number.trim_end_matches(['.', ',']);
        // "10-12" is two numbers, and "-5" none that counts anybody.
        if after.chars().any(|c| c.is_ascii_digit()) || text[..start].trim_end().ends_with('-') {
            self.remark(field, RemarkKind::NoNumber, text, None);
            return None;
        }
        let Some((cents, two_ways)) = hundredths(number) else {
            self.remark(field, RemarkKind::NoNumber, text, None);
            return None;
        };
        if two_ways {
            self.remark(field, RemarkKind::TwoWays, text, None);
            return None;
        }
        // Spaces that part thousands are no doubt about what was meant.
        let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        if shown(cents) != plain {
            self.remark(field, RemarkKind::ReadAs, text, Some(shown(cents)));
        }
        Some(cents)
    }
}

/// A number in hundredths, and whether its sign may part thousands as well as decimals.
fn hundredths(number: &str) -> Option<(u64, bool)> {
    let signs = number.matches([',', '.']).count();
    let (whole, decimals) = match number.rsplit_once([',', '.']) {
        None => (number.to_owned(), ""),
        // Several signs part thousands, unless the last is another one than those before.
        Some((before, after)) if signs > 1 && after.len() == 3 => {
            (format!("{}{after}", before.replace([',', '.'], "")), "")
        }
        Some((before, after)) if signs == 1 && after.len() == 3 => {
            return before.parse::<u64>().ok().map(|_| (0, true));
        }
        Some((before, after)) => (before.replace([',', '.'], ""), after),
    };
    let whole: u64 = whole.parse().ok()?;
    let decimals: u64 = format!("{decimals:0<2}").get(..2)?.parse().ok()?;
    Some((whole.checked_mul(100)?.checked_add(decimals)?, false))
}

fn shown(cents: u64) -> String {
    if cents.is_multiple_of(100) {
        (cents / 100).to_string()
    } else {
        format!("{}.{:02}", cents / 100, cents % 100)
    }
}
