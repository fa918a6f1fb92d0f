//! From a case as written to facts: names and spellings, the day, the country, contradictions.

use std::collections::BTreeMap;

use super::assessment::{Assumed, CountryUse, Fault};
use super::case::{Answer, Case};
use super::countries::{CountryTable, Status};
use super::facts::Facts;
use super::ruleset::RuleSet;
use super::spelling;
use super::text::Day;
use crate::CountryCode;

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
    given: u32,
    pub faulty: bool,
}

const DAY_NAMES: [&str; 2] = ["decisiondate", "date"];
const COUNTRY_NAMES: [&str; 2] = ["country", "iso2"];

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
        if spelling::is_unknown(&spelling::plain(words)) {
            return None;
        }
        let known = self.inputs.get(usize::from(input))?;
        let value = known.read(words);
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

    /// The country's status: as stated, else by the table on the day.
    fn read_country(&self, case: &Case, table: &CountryTable, read: &mut Read) {
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
            let named = texts
                .former_country
                .fill_both("{name}", &former.name.sv, &former.name.en);
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
    fn contradict(&self, read: &mut Read) {
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
    fn assume(&self, read: &mut Read) {
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

impl Read {
    fn fault(&mut self, input: &str, part: Option<usize>, text: super::text::Text) {
        self.faults.push(Fault {
            input: input.into(),
            part,
            text,
        });
    }
}
