//! What is wrong with the files: gaps, overlaps, names that nothing has.

use serde::Serialize;
use smol_str::SmolStr;
use std::collections::BTreeSet;

use super::files::{CountryEntry, Programme, Test, Version};
use super::guide::Guide;
use crate::law::Day;

/// What is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FaultKind {
    /// Two versions, or two words on a country, hold on the same day.
    Overlap,
    /// No version holds between two that do.
    Gap,
    /// A call names a version that no file has.
    UnknownVersion,
    /// A call says of no version that it applies.
    CallWithoutVersion,
    /// A call of a programme that no file has.
    UnknownProgramme,
    /// Two programmes, versions or contacts have the same key.
    Twice,
    /// A programme names a contact that no file has.
    UnknownContact,
    /// A rule names a list of countries that has no entry.
    UnknownList,
    /// A period, call or bound that ends before it begins.
    Backwards,
    /// A source is missing, or a confidence is none of the three words.
    Unsourced,
    /// Something has no rules, or a rule nothing to test.
    Empty,
}

impl FaultKind {
    /// Whether the guide can answer all the same: an old call of which little is known is no damage.
    #[must_use]
    pub fn is_notice(self) -> bool {
        matches!(self, Self::CallWithoutVersion | Self::Gap)
    }

    /// In words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Overlap => {
                "two hold on the same day; give the first a last day before the other's first"
            }
            Self::Gap => {
                "no version holds in between; add one, if only to say that nothing is established"
            }
            Self::UnknownVersion => {
                "no programme file has this version; correct it or add the version"
            }
            Self::CallWithoutVersion => {
                "the call names no version of the rules; add it when it is known"
            }
            Self::UnknownProgramme => "no programme file has this key; correct it",
            Self::Twice => "the key is there twice; give one of them another",
            Self::UnknownContact => "contacts.toml has no such contact; add it",
            Self::UnknownList => "countries.toml has no such list; add it or correct the name",
            Self::Backwards => "it ends before it begins; correct one of the two",
            Self::Unsourced => {
                "the source is missing, or the confidence is not primary, secondary or unconfirmed"
            }
            Self::Empty => "there is nothing to judge by; add rules, or the text to ask",
        }
    }
}

/// A fault and where it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Fault {
    /// What is wrong.
    pub kind: FaultKind,
    /// Where: programme, version, call.
    pub place: String,
    /// What it is about.
    pub what: String,
}

impl Guide {
    /// Everything that is wrong with the files.
    #[must_use]
    pub fn check(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        let mut add = |kind, place: &str, what: String| {
            faults.push(Fault {
                kind,
                place: place.to_owned(),
                what,
            });
        };
        let mut keys = BTreeSet::new();
        for programme in &self.files().programmes {
            if !keys.insert(&programme.key) {
                add(FaultKind::Twice, &programme.key, programme.key.to_string());
            }
            self.check_programme(programme, &mut add);
        }
        self.check_calls(&mut add);
        self.check_countries(&mut add);
        faults.sort();
        faults
    }

    fn check_programme(
        &self,
        programme: &Programme,
        add: &mut impl FnMut(FaultKind, &str, String),
    ) {
        let place = programme.key.as_str();
        for contact in &programme.contacts {
            if self.contact(contact).is_none() {
                add(FaultKind::UnknownContact, place, contact.to_string());
            }
        }
        for status in &programme.status {
            if status.valid_to.is_some_and(|to| to < status.valid_from) {
                add(
                    FaultKind::Backwards,
                    place,
                    format!("status from {}", status.valid_from),
                );
            }
            if unsourced(&status.source, &status.confidence) {
                add(
                    FaultKind::Unsourced,
                    place,
                    format!("status from {}", status.valid_from),
                );
            }
        }
        if programme.versions.is_empty() || programme.status.is_empty() {
            add(FaultKind::Empty, place, "versions or status".to_owned());
        }
        let mut keys = BTreeSet::new();
        for version in &programme.versions {
            if !keys.insert(&version.key) {
                add(FaultKind::Twice, place, version.key.to_string());
            }
            self.check_version(place, version, add);
        }
        for pair in programme.versions.windows(2) {
            periods(place, &pair[0], &pair[1], add);
        }
    }

    fn check_version(
        &self,
        place: &str,
        version: &Version,
        add: &mut impl FnMut(FaultKind, &str, String),
    ) {
        let at = |what: &str| format!("{} {what}", version.key).trim().to_owned();
        if version.valid_to.is_some_and(|to| to < version.valid_from) {
            add(FaultKind::Backwards, place, at(""));
        }
        if unsourced(&version.source, &version.confidence) {
            add(FaultKind::Unsourced, place, at(""));
        }
        if version.rules.is_empty() {
            add(FaultKind::Empty, place, at(""));
        }
        for rule in &version.rules {
            if let Some(list) = &rule.countries
                && !self
                    .files()
                    .countries
                    .iter()
                    .any(|entry| entry.list == *list)
            {
                add(
                    FaultKind::UnknownList,
                    place,
                    at(&format!("{}: {list}", rule.id)),
                );
            }
            if rule
                .at_least
                .zip(rule.at_most)
                .is_some_and(|(low, high)| high < low)
            {
                add(FaultKind::Backwards, place, at(&rule.id));
            }
            if rule.tests == Test::Ask && rule.text.is_none() || rule.tests == Test::Status {
                add(FaultKind::Empty, place, at(&rule.id));
            }
            let confidence = rule.confidence.as_ref().unwrap_or(&version.confidence);
            if unsourced(rule.source.as_ref().unwrap_or(&version.source), confidence) {
                add(FaultKind::Unsourced, place, at(&rule.id));
            }
            let same = |other: &&super::Rule| {
                other.id == rule.id
                    && !std::ptr::eq(*other, rule)
                    && meet(
                        (rule.valid_from, rule.valid_to),
                        (other.valid_from, other.valid_to),
                    )
            };
            if version.rules.iter().any(|other| same(&other)) {
                add(FaultKind::Overlap, place, at(&rule.id));
            }
        }
    }

    fn check_calls(&self, add: &mut impl FnMut(FaultKind, &str, String)) {
        for call in &self.files().calls {
            let name = call.name.to_string();
            let Some(programme) = self.programme(&call.programme) else {
                add(FaultKind::UnknownProgramme, &call.programme, name);
                continue;
            };
            match &call.rule_version {
                None => add(FaultKind::CallWithoutVersion, &call.programme, name.clone()),
                Some(key) if !programme.versions.iter().any(|version| version.key == *key) => {
                    add(
                        FaultKind::UnknownVersion,
                        &call.programme,
                        format!("{name}: {key}"),
                    );
                }
                Some(_) => {}
            }
            let backwards = call
                .opens
                .zip(call.deadline)
                .is_some_and(|(opens, closes)| closes < opens)
                || call
                    .deadline
                    .zip(call.deadline_latest)
                    .is_some_and(|(first, last)| last < first);
            if backwards {
                add(FaultKind::Backwards, &call.programme, name.clone());
            }
            if unsourced(&call.source_url, &call.confidence) {
                add(FaultKind::Unsourced, &call.programme, name);
            }
        }
    }

    fn check_countries(&self, add: &mut impl FnMut(FaultKind, &str, String)) {
        let entries = &self.files().countries;
        for (place, entry) in entries.iter().enumerate() {
            // A conclusion of ours has no source, and says that nobody has confirmed it.
            let source = entry.source.as_ref();
            if source.is_none() && entry.confidence != "unconfirmed"
                || source.is_some_and(|source| unsourced(source, &entry.confidence))
            {
                add(FaultKind::Unsourced, "countries.toml", name(entry));
            }
            for other in &entries[place + 1..] {
                let both = entry
                    .countries
                    .iter()
                    .find(|code| other.countries.contains(code));
                let meet = meet(
                    (Some(entry.valid_from), entry.valid_to),
                    (Some(other.valid_from), other.valid_to),
                );
                if let Some(code) = both.filter(|_| entry.list == other.list && meet) {
                    add(
                        FaultKind::Overlap,
                        "countries.toml",
                        format!("{} {code}", entry.list),
                    );
                }
            }
        }
    }
}

fn name(entry: &CountryEntry) -> String {
    let codes: Vec<String> = entry.countries.iter().map(ToString::to_string).collect();
    format!("{} {}", entry.list, codes.join(" "))
}

fn unsourced(source: &SmolStr, confidence: &SmolStr) -> bool {
    !source.starts_with("http")
        || !["primary", "secondary", "unconfirmed"].contains(&confidence.as_str())
}

/// Whether two periods share a day; an end that is not given is open.
fn meet(one: (Option<Day>, Option<Day>), other: (Option<Day>, Option<Day>)) -> bool {
    let before =
        |to: Option<Day>, from: Option<Day>| to.zip(from).is_some_and(|(to, from)| to < from);
    !before(one.1, other.0) && !before(other.1, one.0)
}

fn periods(
    place: &str,
    first: &Version,
    second: &Version,
    add: &mut impl FnMut(FaultKind, &str, String),
) {
    let what = format!("{} and {}", first.key, second.key);
    match first.valid_to {
        None => add(FaultKind::Overlap, place, what),
        Some(to) if second.valid_from <= to => add(FaultKind::Overlap, place, what),
        Some(to) if to.0.next_day() != Some(second.valid_from.0) => {
            add(FaultKind::Gap, place, what)
        }
        Some(_) => {}
    }
}
