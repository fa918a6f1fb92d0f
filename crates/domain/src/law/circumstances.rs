//! What surrounds a case: the country on the day, contradictions, and what is taken to be usual.

use super::assessment::{Assumed, CountryUse, Fault};
use super::case::{Answer, Case};
use super::countries::{CountryTable, Status};
use super::facts::Facts;
use super::read::{COUNTRY_NAMES, Read};
use super::ruleset::RuleSet;
use super::spelling;
use crate::CountryCode;

impl RuleSet {
    /// The country's status: as stated, else by the table on the day.
    pub(super) fn read_country(&self, case: &Case, table: &CountryTable, read: &mut Read) {
        let input = self.known.state_aid;
        let written = COUNTRY_NAMES
            .iter()
            .find_map(|name| case.answers_to(name))
            .and_then(Answer::words);
        let words = written
            .and_then(|words| words.first().map(|word| word.trim().to_owned()))
            .unwrap_or_default();
        let iso2 = self.checked_country(&words, read);
        let stated = read.parts.iter().any(|part| part.given & (1 << input) != 0);
        let fact = iso2
            .zip(read.day)
            .and_then(|(iso2, day)| table.on(iso2, day))
            .cloned();
        let from_table = fact.as_ref().map_or(Status::Unknown, |fact| fact.status);
        let value = |status: Status| {
            self.inputs
                .get(usize::from(input))
                .and_then(|input| input.read(status.key()))
        };
        for part in read
            .parts
            .iter_mut()
            .filter(|part| part.given & (1 << input) == 0)
        {
            part.facts = part.facts.with(input, value(from_table));
        }
        let answered = read.parts.first().and_then(|part| part.facts.get(input));
        let status = [Status::Yes, Status::No]
            .into_iter()
            .find(|status| answered.is_some() && value(*status) == answered);
        let status = status.unwrap_or(Status::Unknown);
        let texts = &self.files.order.texts;
        let mut notes = Vec::new();
        if iso2.is_some() && !stated && fact.is_none() {
            notes.push(texts.country_unknown.clone());
        }
        if fact.as_ref().is_some_and(|fact| {
            !stated && fact.status != Status::Unknown && fact.confidence != "primary"
        }) {
            notes.push(texts.country_unconfirmed.clone());
        }
        if stated
            && fact
                .as_ref()
                .is_some_and(|fact| fact.status != status && fact.status != Status::Unknown)
        {
            notes.push(texts.country_differs.clone());
        }
        if iso2.is_some() || stated {
            read.country = Some(CountryUse {
                iso2,
                status,
                stated,
                fact,
                notes,
            });
        }
    }

    fn checked_country(&self, words: &str, read: &mut Read) -> Option<CountryCode> {
        if spelling::is_unknown(&spelling::plain(words)) {
            return None;
        }
        let texts = &self.files.order.texts;
        let Ok(code) = words.parse::<CountryCode>() else {
            read.fault("country", None, texts.not_a_country.fill("{given}", words));
            return None;
        };
        if code == CountryCode::SWEDEN {
            read.faulty = true;
            read.fault("country", None, texts.sweden.clone());
        }
        if let Some(former) = self
            .files
            .former_countries
            .iter()
            .find(|former| former.iso2 == code.as_str())
        {
            let named = texts.former_country.fill_with("{name}", &former.name);
            read.faulty = true;
            read.fault(
                "country",
                None,
                named.fill("{successors}", &former.successors.join(", ")),
            );
        }
        Some(code)
    }

    /// Names answers that cannot both be true, and takes them as unknown.
    pub(super) fn contradict(&self, read: &mut Read) {
        let day = read.day.unwrap_or(self.files.order.latest);
        for (file, (tests, inputs)) in self.files.contradictions.iter().zip(&self.contradictions) {
            for (at, part) in read.parts.iter_mut().enumerate() {
                if !self.holds(tests, &part.facts, day) {
                    continue;
                }
                part.faulty = true;
                for input in inputs {
                    part.facts = part.facts.with(*input, None);
                }
                let fault = Fault {
                    input: file.at.clone(),
                    part: Some(at),
                    text: file.text.clone(),
                };
                if !read
                    .faults
                    .iter()
                    .any(|other| other.input == fault.input && other.text == fault.text)
                {
                    read.faults.push(fault);
                }
            }
        }
    }

    /// Fills in the usual answer where none was given.
    pub(super) fn assume(&self, read: &mut Read) {
        for (at, input) in (0_u8..).zip(&self.inputs) {
            let Some(default) = input.default else {
                continue;
            };
            for part in &mut read.parts {
                if part.given & (1 << at) != 0 {
                    continue;
                }
                part.facts = part.facts.with(at, Some(default));
                let answer = input
                    .options
                    .get(usize::from(default))
                    .map(|option| option.value.clone());
                let assumed = Assumed {
                    input: input.id.clone(),
                    answer: answer.unwrap_or_default(),
                };
                let matters = self.is_asked(at, &part.facts);
                if matters && !read.assumed.contains(&assumed) {
                    read.assumed.push(assumed);
                }
            }
        }
    }

    /// Whether a question is asked of a part with these facts.
    fn is_asked(&self, input: u8, facts: &Facts) -> bool {
        let Some(question) = self.files.questions.get(usize::from(input)) else {
            return false;
        };
        question.asked_when.iter().all(|(name, values)| {
            let Some(at) = self.names.get(&spelling::name(name)).copied() else {
                return false;
            };
            let given = facts.get(at).and_then(|value| {
                self.inputs
                    .get(usize::from(at))?
                    .options
                    .get(usize::from(value))
            });
            values
                .iter()
                .any(|value| given.map_or(value == "unknown", |option| option.value == *value))
        })
    }
}
