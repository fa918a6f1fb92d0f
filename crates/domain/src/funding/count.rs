//! Who counts toward a number that a rule requires: from the least to the most it can be.

use std::collections::BTreeMap;

use serde::Serialize;

use super::files::{CountryEntry, Counts, Rule, Test};
use super::guide::Guide;
use super::idea::{Idea, Party};
use crate::CountryCode;

/// From the least to the most that a number can be; no most when anything is possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Span {
    /// The least.
    pub least: u64,
    /// The most.
    pub most: Option<u64>,
}

impl Span {
    /// A number that is known.
    #[must_use]
    pub fn exactly(number: u64) -> Self {
        Self {
            least: number,
            most: Some(number),
        }
    }

    /// Any number from the least on.
    #[must_use]
    pub fn from(least: u64) -> Self {
        Self { least, most: None }
    }

    /// Whether it is one number.
    #[must_use]
    pub fn is_exact(self) -> bool {
        self.most == Some(self.least)
    }
}

/// Whether somebody counts, and by whose word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Counted {
    /// Which: 0 is the applicant, then the partners in order.
    pub party: usize,
    /// The country.
    pub country: Option<CountryCode>,
    /// Whether it counts.
    pub counts: Counts,
    /// Whether its type is what decides.
    pub by_type: bool,
    /// The word on its country; none when no source names it.
    pub entry: Option<CountryEntry>,
}

/// Counts for a rule on bodies, countries or partners.
pub(super) fn count(guide: &Guide, rule: &Rule, idea: &Idea) -> (Span, Vec<Counted>) {
    let skip = usize::from(rule.tests == Test::Partners);
    let counted: Vec<Counted> = idea
        .parties()
        .enumerate()
        .skip(skip)
        .map(|(party, who)| counts(guide, rule, idea, party, *who))
        .collect();
    let (least, possible) = if matches!(rule.tests, Test::Countries | Test::EuCountries) {
        countries(&counted)
    } else {
        let number = |wanted| counted.iter().filter(|c| c.counts == wanted).count() as u64;
        (number(Counts::Yes), number(Counts::Unknown))
    };
    let most = idea.partners.is_some().then_some(least + possible);
    (Span { least, most }, counted)
}

/// How many different countries count, and how many more may.
fn countries(counted: &[Counted]) -> (u64, u64) {
    let mut best: BTreeMap<CountryCode, Counts> = BTreeMap::new();
    let mut nameless = 0;
    for one in counted.iter().filter(|one| one.counts != Counts::No) {
        let Some(country) = one.country else {
            nameless += 1;
            continue;
        };
        let country = one
            .entry
            .as_ref()
            .and_then(|entry| entry.part_of)
            .unwrap_or(country);
        let known = best.entry(country).or_insert(one.counts);
        if one.counts == Counts::Yes {
            *known = Counts::Yes;
        }
    }
    let sure = best
        .values()
        .filter(|counts| **counts == Counts::Yes)
        .count();
    (sure as u64, (best.len() - sure) as u64 + nameless)
}

fn counts(guide: &Guide, rule: &Rule, idea: &Idea, party: usize, who: Party) -> Counted {
    let by_type = match who.kind {
        _ if rule.types.is_empty() => Counts::Yes,
        None => Counts::Unknown,
        Some(kind) if rule.types.contains(&kind) => Counts::Yes,
        Some(_) => Counts::No,
    };
    let (by_country, entry) = country(guide, rule, idea, who.country);
    Counted {
        party,
        country: who.country,
        counts: by_type.and(by_country),
        by_type: by_type != Counts::Yes && by_country != Counts::No,
        entry,
    }
}

/// Whether a country counts for a rule, with the word on it.
pub(super) fn country(
    guide: &Guide,
    rule: &Rule,
    idea: &Idea,
    country: Option<CountryCode>,
) -> (Counts, Option<CountryEntry>) {
    if let Some(list) = &rule.countries {
        let Some(country) = country else {
            return (Counts::Unknown, None);
        };
        let entry = guide.country(list, country, idea.day);
        // Which countries are in the EU is known for all: one that no entry names is not.
        let unnamed = if rule.tests == Test::EuCountries {
            Counts::No
        } else {
            Counts::Unknown
        };
        let counts = entry.map_or(unnamed, |entry| match rule.tests {
            Test::EuCountries => entry.counts.and(entry.eu),
            _ => entry.counts,
        });
        return (counts, entry.cloned());
    }
    if rule.one_of_countries.is_empty() {
        return (Counts::Yes, None);
    }
    let counts = match country {
        None => Counts::Unknown,
        Some(country) if rule.one_of_countries.contains(&country) => Counts::Yes,
        Some(_) if rule.open_list => Counts::Unknown,
        Some(_) => Counts::No,
    };
    (counts, None)
}
