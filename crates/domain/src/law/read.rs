//! From a case as written to facts: names and spellings, the day, the country, contradictions.

use std::collections::BTreeMap;

use super::assessment::{Assumed, CountryUse, Fault};
use super::case::{Answer, Case};
use super::countries::CountryTable;
use super::facts::Facts;
use super::ruleset::RuleSet;
use super::spelling;
use super::text::Day;

/// A case that has been read.
#[derive(Debug, Default)]
pub(super) struct Read {
    pub day: Option<Day>,
    pub country: Option<CountryUse>,
    pub parts: Vec<ReadPart>,
    pub faults: Vec<Fault>,
    pub unread: Vec<String>,
    pub assumed: Vec<Assumed>,
    /// A fault of the whole case, with which nothing can be called allowed.
    pub faulty: bool,
}

/// The facts of a part.
#[derive(Debug, Clone)]
pub(super) struct ReadPart {
    pub facts: Facts,
    pub given: u32,
    pub faulty: bool,
}

const DAY_NAMES: [&str; 2] = ["decisiondate", "date"];
pub(super) const COUNTRY_NAMES: [&str; 2] = ["country", "iso2"];

impl RuleSet {
    pub(super) fn read(&self, case: &Case, table: &CountryTable) -> Read {
        let mut read = Read::default();
        self.read_day(case, &mut read);
        if case.parts.is_empty() {
            self.read_part(&[&case.answers], None, &mut read);
        }
        for (at, part) in case.parts.iter().enumerate() {
            self.read_part(&[&case.answers, part], Some(at), &mut read);
        }
        read.faults.dedup();
        read.unread.sort();
        read.unread.dedup();
        self.read_country(case, table, &mut read);
        self.contradict(&mut read);
        self.assume(&mut read);
        read
    }

    fn read_day(&self, case: &Case, read: &mut Read) {
        let texts = &self.files.order.texts;
        let written = DAY_NAMES.iter().find_map(|name| case.answers_to(name));
        let words = written
            .and_then(Answer::words)
            .and_then(|words| words.first().copied());
        let text = match words.map(str::parse::<Day>) {
            None => &texts.no_date,
            Some(Err(_)) => &texts.absurd_date,
            Some(Ok(day)) if day < self.files.order.earliest || day > self.files.order.latest => {
                &texts.absurd_date
            }
            Some(Ok(day)) => {
                read.day = Some(day);
                return;
            }
        };
        read.faulty = true;
        read.fault("decision_date", None, text.clone());
    }

    /// Reads a part from layers of answers, the later ones going first; a part that names several forms is several.
    fn read_part(&self, layers: &[&BTreeMap<String, Answer>], at: Option<usize>, read: &mut Read) {
        let mut facts = Facts::NONE;
        let mut given = 0;
        let mut forms = Vec::new();
        for (name, answer) in layers.iter().flat_map(|layer| layer.iter()) {
            let plain = spelling::name(name);
            if DAY_NAMES.contains(&plain.as_str()) || COUNTRY_NAMES.contains(&plain.as_str()) {
                continue;
            }
            let Some(input) = self
                .names
                .get(&plain)
                .copied()
                .filter(|input| *input != self.known.carried_outcome)
            else {
                read.unread.push(name.clone());
                continue;
            };
            let Some(words) = answer.words() else {
                continue;
            };
            if input == self.known.form {
                forms = self.read_forms(&words, at, read);
                continue;
            }
            let value =
                self.read_answer(input, words.first().copied().unwrap_or_default(), at, read);
            facts = facts.with(input, value);
            given |= 1 << input;
        }
        for (form, kind) in forms {
            let mut part = ReadPart {
                facts: facts.with(self.known.form, Some(form)),
                given,
                faulty: false,
            };
            for (input, value) in kind {
                part.facts = part.facts.with(input, Some(value));
                part.given |= 1 << input;
            }
            read.parts.push(part);
        }
    }

    fn read_answer(
        &self,
        input: u8,
        words: &str,
        at: Option<usize>,
        read: &mut Read,
    ) -> Option<u8> {
        // "yes (retired in 2019)" is yes.
        let head = words.split(['(', ',', ';', ':']).next().unwrap_or_default();
        if spelling::is_unknown(&spelling::plain(words))
            || spelling::is_unknown(&spelling::plain(head))
        {
            return None;
        }
        let known = self.inputs.get(usize::from(input))?;
        let value = known.read(words).or_else(|| known.read(head));
        if value.is_none() {
            read.fault(
                &known.id,
                at,
                self.files.order.texts.not_an_answer.fill("{given}", words),
            );
        }
        value
    }

    /// The forms in a text or list, each with what stands in brackets or after a colon: `exchange (gift)`.
    fn read_forms(
        &self,
        words: &[&str],
        at: Option<usize>,
        read: &mut Read,
    ) -> Vec<(u8, Vec<(u8, u8)>)> {
        let Some(form) = self.inputs.get(usize::from(self.known.form)) else {
            return Vec::new();
        };
        let mut forms: Vec<(u8, Vec<(u8, u8)>)> = Vec::new();
        for words in words {
            if let Some(value) = form.read(words) {
                forms.push((value, Vec::new()));
                continue;
            }
            for piece in spelling::pieces(words) {
                let (head, tail) = piece.split_once(['(', ':']).unwrap_or((piece, ""));
                let Some(value) = form.read(head) else {
                    read.fault(
                        &form.id,
                        at,
                        self.files
                            .order
                            .texts
                            .not_an_answer
                            .fill("{given}", piece.trim()),
                    );
                    continue;
                };
                forms.push((value, self.read_tail(tail).into_iter().collect()));
            }
        }
        let mut seen = 0_u32;
        forms.retain(|(value, _)| {
            let is_new = seen & (1 << value) == 0;
            seen |= 1 << value;
            is_new
        });
        forms
    }

    /// What kind of exchange is meant by the words behind a form.
    fn read_tail(&self, tail: &str) -> Option<(u8, u8)> {
        let input = self.names.get("exchangekind").copied()?;
        let value = self.inputs.get(usize::from(input))?.read(tail)?;
        Some((input, value))
    }
}

impl Read {
    pub fn fault(&mut self, input: &str, part: Option<usize>, text: super::text::Text) {
        self.faults.push(Fault {
            input: input.into(),
            part,
            text,
        });
    }
}
