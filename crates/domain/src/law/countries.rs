//! Which countries receive Swedish state aid, on which day, by whose word. Three-valued: what no word covers is unknown.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use super::text::{Day, Text};
use crate::CountryCode;

/// Whether a country receives Swedish state aid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// It does.
    Yes,
    /// It does not.
    No,
    /// Nothing certain is said.
    Unknown,
}

impl Status {
    /// Its key.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Unknown => "unknown",
        }
    }
}

/// A dated word on a country: a row of `data/law/countries.csv`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CountryFact {
    /// The country.
    pub iso2: CountryCode,
    /// What is said.
    pub status: Status,
    /// First day for which it is said.
    pub valid_from: Day,
    /// Last day; none when no end is stated.
    pub valid_to: Option<Day>,
    /// What was said, in words.
    pub note: Text,
    /// Where.
    pub source_url: SmolStr,
    /// When it was said, where the source has a date.
    pub source_date: Option<Day>,
    /// `primary`, `secondary` or `unconfirmed`.
    pub confidence: SmolStr,
}

impl CountryFact {
    fn holds_on(&self, day: Day) -> bool {
        self.valid_from <= day && self.valid_to.is_none_or(|last| day <= last)
    }
}

/// Days of a country that no word covers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CountryGap {
    /// The country.
    pub iso2: CountryCode,
    /// First day.
    pub from: Day,
    /// Last day.
    pub to: Day,
}

/// Two words on a country that hold on the same day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CountryOverlap {
    /// The country.
    pub iso2: CountryCode,
    /// First day on which both hold.
    pub from: Day,
    /// Last day on which both hold; none when it has no end.
    pub to: Option<Day>,
}

/// The dated table of countries.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CountryTable {
    by_country: BTreeMap<CountryCode, Vec<CountryFact>>,
}

impl CountryTable {
    /// A table of facts, in any order.
    #[must_use]
    pub fn new(facts: impl IntoIterator<Item = CountryFact>) -> Self {
        let mut table = Self::default();
        for fact in facts {
            table.by_country.entry(fact.iso2).or_default().push(fact);
        }
        for facts in table.by_country.values_mut() {
            facts.sort_by_key(|fact| (fact.valid_from, fact.valid_to));
        }
        table
    }

    /// The word that holds for a country on a day; none when none does, or when two that differ do.
    #[must_use]
    pub fn on(&self, country: CountryCode, day: Day) -> Option<&CountryFact> {
        let mut holding = self.of(country).iter().filter(|fact| fact.holds_on(day));
        let first = holding.next()?;
        holding
            .all(|other| other.status == first.status)
            .then_some(first)
    }

    /// All words on a country, by first day.
    #[must_use]
    pub fn of(&self, country: CountryCode) -> &[CountryFact] {
        self.by_country.get(&country).map_or(&[], Vec::as_slice)
    }

    /// All words, by country and first day.
    pub fn iter(&self) -> impl Iterator<Item = &CountryFact> {
        self.by_country.values().flatten()
    }

    /// The countries that the table has a word on.
    pub fn countries(&self) -> impl Iterator<Item = CountryCode> {
        self.by_country.keys().copied()
    }

    /// Days between two days, both included, that no word covers, for each country of the table.
    #[must_use]
    pub fn gaps(&self, from: Day, to: Day) -> Vec<CountryGap> {
        let mut gaps = Vec::new();
        for (iso2, facts) in &self.by_country {
            let mut next = Some(from);
            for fact in facts {
                let Some(open) = next.filter(|open| *open <= to) else {
                    break;
                };
                if fact.valid_from > open {
                    let last = fact.valid_from.0.previous_day().map_or(to, Day).min(to);
                    gaps.push(CountryGap {
                        iso2: *iso2,
                        from: open,
                        to: last,
                    });
                }
                next = fact
                    .valid_to
                    .and_then(|last| last.0.next_day())
                    .map(|day| Day(day).max(open));
            }
            if let Some(open) = next.filter(|open| *open <= to) {
                gaps.push(CountryGap {
                    iso2: *iso2,
                    from: open,
                    to,
                });
            }
        }
        gaps
    }

    /// Words that hold for the same country on the same day, or end before they begin.
    #[must_use]
    pub fn overlaps(&self) -> Vec<CountryOverlap> {
        let mut overlaps = Vec::new();
        for (iso2, facts) in &self.by_country {
            for (at, fact) in facts.iter().enumerate() {
                let backwards = fact.valid_to.is_some_and(|last| last < fact.valid_from);
                if backwards {
                    overlaps.push(CountryOverlap {
                        iso2: *iso2,
                        from: fact.valid_from,
                        to: fact.valid_to,
                    });
                }
                for later in &facts[at + 1..] {
                    if fact.valid_to.is_none_or(|last| later.valid_from <= last) {
                        let to = [fact.valid_to, later.valid_to].into_iter().flatten().min();
                        overlaps.push(CountryOverlap {
                            iso2: *iso2,
                            from: later.valid_from,
                            to,
                        });
                    }
                }
            }
        }
        overlaps
    }
}
