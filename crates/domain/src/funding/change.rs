//! The smallest change to an idea by which a rule would fit: tried out, not told by heart.

use serde::Serialize;
use smol_str::SmolStr;

use super::answer::Outcome;
use super::assess;
use super::count::country;
use super::files::{Counts, JudgedBy, Programme, Rule, Test};
use super::guide::Guide;
use super::idea::{BodyType, Currency, Idea, Money, Party};
use crate::CountryCode;
use crate::law::Day;

/// A change to an idea.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "change", rename_all = "snake_case")]
pub enum Change {
    /// More municipalities, each from another country of the EU that is not there yet.
    AddFromEu {
        /// How many.
        number: u32,
        /// Countries it was tried with.
        tried: Vec<CountryCode>,
    },
    /// A local or regional authority from one of some countries.
    AddFrom {
        /// The countries.
        countries: Vec<CountryCode>,
    },
    /// Another number of participants.
    Participants {
        /// How many.
        to: u32,
    },
    /// Another number of participants invited from abroad, and of participants where those would be too few.
    Invited {
        /// How many.
        to: u32,
        /// How many participants in all, where that changes too.
        participants: Option<u32>,
    },
    /// Another length of the project.
    Months {
        /// How many months.
        to: u32,
    },
    /// Another amount.
    Amount {
        /// In whole units.
        to: u32,
        /// The currency.
        currency: Currency,
    },
    /// Another type of body applies.
    ApplicantType {
        /// Types that may.
        one_of: Vec<BodyType>,
    },
    /// A partner applies, and the applicant takes part.
    PartnerApplies {
        /// The partner's country.
        country: CountryCode,
    },
    /// Somebody from another country applies, and the applicant takes part.
    ApplicantFrom {
        /// A country it was tried with.
        country: CountryCode,
    },
    /// The project begins another day.
    Starts {
        /// The day: the last, or the first, that fits.
        on: Day,
    },
}

impl Change {
    /// Its key.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::AddFromEu { .. } => "add-from-eu",
            Self::AddFrom { .. } => "add-from",
            Self::Participants { .. } => "participants",
            Self::Invited { .. } => "invited",
            Self::Months { .. } => "months",
            Self::Amount { .. } => "amount",
            Self::ApplicantType { .. } => "applicant-type",
            Self::PartnerApplies { .. } => "partner-applies",
            Self::ApplicantFrom { .. } => "applicant-from",
            Self::Starts { .. } => "starts",
        }
    }

    /// The idea with the change.
    #[must_use]
    pub fn apply(&self, idea: &Idea) -> Idea {
        let mut new = idea.clone();
        let municipality = |country: &CountryCode| Party {
            kind: Some(BodyType::Municipality),
            country: Some(*country),
        };
        match self {
            Self::AddFromEu { tried, .. } => {
                new.partners
                    .get_or_insert_default()
                    .extend(tried.iter().map(municipality));
            }
            Self::AddFrom { countries } => {
                new.partners
                    .get_or_insert_default()
                    .extend(countries.first().map(municipality));
            }
            Self::Participants { to } => new.participants = Some(*to),
            Self::Invited { to, participants } => {
                new.invited = Some(*to);
                new.participants = participants.or(new.participants);
            }
            Self::Months { to } => new.months = Some(*to),
            Self::Amount { to, currency } => {
                new.amount = Some(Money {
                    cents: u64::from(*to) * 100,
                    currency: *currency,
                });
            }
            Self::ApplicantType { one_of } => new.applicant.kind = one_of.first().copied(),
            Self::PartnerApplies { country } => {
                let partners = new.partners.get_or_insert_default();
                if let Some(partner) = partners.iter_mut().find(|p| p.country == Some(*country)) {
                    std::mem::swap(partner, &mut new.applicant);
                }
            }
            Self::ApplicantFrom { country } => {
                new.partners.get_or_insert_default().push(new.applicant);
                new.applicant = municipality(country);
            }
            Self::Starts { on } => new.starts = Some(*on),
        }
        new
    }
}

/// Most municipalities that a change adds.
const MOST_ADDED: usize = 6;

/// The first of the changes that come into question, from small to large, by which the rule fits.
pub(super) fn nearest(guide: &Guide, rule: &Rule, idea: &Idea) -> Option<Change> {
    candidates(guide, rule, idea)
        .into_iter()
        .find(|change| assess::rule(guide, rule, &change.apply(idea)).0 == Outcome::Fits)
}

/// The nearest day on which the project could begin.
pub(super) fn nearest_start(programme: &Programme, idea: &Idea) -> Option<Change> {
    let days = programme
        .status
        .iter()
        .filter(|status| status.judged_by == JudgedBy::Start);
    let days = days.flat_map(|status| [status.valid_to, Some(status.valid_from)]);
    days.flatten()
        // What begins before the day of the question is no advice.
        .filter(|day| idea.day <= *day)
        .map(|on| Change::Starts { on })
        .find(|change| assess::status(programme, &change.apply(idea)).0.0 == Outcome::Fits)
}

fn candidates(guide: &Guide, rule: &Rule, idea: &Idea) -> Vec<Change> {
    // What is too much comes down to the upper bound; else the lower one is nearer.
    let too_much = rule
        .at_most
        .zip(number(rule, idea))
        .is_some_and(|(high, has)| u64::from(high) < has);
    let mut order = [rule.at_least, rule.at_most];
    if too_much {
        order.reverse();
    }
    let bounds = || order.into_iter().flatten();
    match rule.tests {
        Test::Bodies | Test::Countries | Test::EuCountries if rule.countries.is_some() => {
            more(guide, rule, idea)
        }
        Test::Partners | Test::Bodies => vec![Change::AddFrom {
            countries: rule.one_of_countries.clone(),
        }],
        Test::Countries | Test::EuCountries => Vec::new(),
        Test::Participants => bounds().map(|to| Change::Participants { to }).collect(),
        Test::Invited => bounds()
            .map(|to| Change::Invited {
                to,
                participants: idea.participants.filter(|all| *all < to).map(|_| to),
            })
            .collect(),
        Test::Months => bounds().map(|to| Change::Months { to }).collect(),
        Test::Amount => bounds()
            .filter_map(|to| {
                Some(Change::Amount {
                    to,
                    currency: rule.currency?,
                })
            })
            .collect(),
        Test::ApplicantType => vec![Change::ApplicantType {
            one_of: rule.one_of.clone(),
        }],
        Test::ApplicantCountry => other_applicant(guide, rule, idea),
        Test::Status | Test::Ask => Vec::new(),
    }
}

/// The number that a rule tests, in whole units begun, where it is known.
fn number(rule: &Rule, idea: &Idea) -> Option<u64> {
    match rule.tests {
        Test::Participants => idea.participants.map(u64::from),
        Test::Invited => idea.invited.map(u64::from),
        Test::Months => idea.months.map(u64::from),
        Test::Amount => idea.amount.map(|amount| amount.cents.div_ceil(100)),
        _ => None,
    }
}

/// One more municipality from the EU, two more …
fn more(guide: &Guide, rule: &Rule, idea: &Idea) -> Vec<Change> {
    let list: &SmolStr = match &rule.countries {
        Some(list) => list,
        None => return Vec::new(),
    };
    let new: Vec<CountryCode> = guide
        .eu(list, idea.day)
        .filter(|code| idea.parties().all(|party| party.country != Some(*code)))
        .take(MOST_ADDED)
        .collect();
    (1..=new.len())
        .map(|number| Change::AddFromEu {
            number: u32::try_from(number).unwrap_or(u32::MAX),
            tried: new[..number].to_vec(),
        })
        .collect()
}

/// A partner whose country counts applies, or somebody from a country that does.
fn other_applicant(guide: &Guide, rule: &Rule, idea: &Idea) -> Vec<Change> {
    let counts = |code: &CountryCode| country(guide, rule, idea, Some(*code)).0 == Counts::Yes;
    let partners = idea
        .partners
        .iter()
        .flatten()
        .filter_map(|party| party.country)
        .filter(counts);
    let others = rule
        .one_of_countries
        .first()
        .copied()
        .or_else(|| guide.eu(rule.countries.as_ref()?, idea.day).next());
    partners
        .map(|country| Change::PartnerApplies { country })
        .chain(others.map(|country| Change::ApplicantFrom { country }))
        .collect()
}
