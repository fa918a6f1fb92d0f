//! The programmes with their rules and calls, ready to answer.

use super::answer::{Answer, Assessment, Outcome, RuleAnswer};
use super::assess;
use super::calls::{Calling, Round};
use super::change::{self, Change};
use super::files::{Contact, CountryEntry, Counts, Files, Programme, Test, Version};
use super::idea::Idea;
use crate::CountryCode;
use crate::law::Day;

/// All programmes.
#[derive(Debug, Clone, Default)]
pub struct Guide {
    files: Files,
}

/// Most changes that are tried one after the other.
const MOST_CHANGES: usize = 8;

impl Guide {
    /// Makes a guide of files. `check` names what is wrong with them.
    #[must_use]
    pub fn new(mut files: Files) -> Self {
        for programme in &mut files.programmes {
            programme.versions.sort_by_key(|version| version.valid_from);
        }
        files
            .programmes
            .sort_by(|a, b| (a.gives, &a.key).cmp(&(b.gives, &b.key)));
        Self { files }
    }

    /// The files.
    #[must_use]
    pub fn files(&self) -> &Files {
        &self.files
    }

    /// A programme by its key.
    #[must_use]
    pub fn programme(&self, key: &str) -> Option<&Programme> {
        self.files
            .programmes
            .iter()
            .find(|programme| programme.key == key)
    }

    /// A contact by its key.
    #[must_use]
    pub fn contact(&self, key: &str) -> Option<&Contact> {
        self.files
            .contacts
            .iter()
            .find(|contact| contact.key == key)
    }

    /// The calls of a programme as they stand on a day.
    #[must_use]
    pub fn calls(&self, programme: &str, day: Day) -> Calling {
        Calling::of(
            self.files
                .calls
                .iter()
                .filter(|call| call.programme == programme),
            day,
        )
    }

    /// The last word of a list on a country that holds on a day.
    #[must_use]
    pub fn country(&self, list: &str, country: CountryCode, day: Day) -> Option<&CountryEntry> {
        self.files.countries.iter().rev().find(|entry| {
            entry.list == list
                && entry.countries.contains(&country)
                && entry.valid_from <= day
                && entry.valid_to.is_none_or(|to| day <= to)
        })
    }

    /// The countries of the EU that count by a list.
    pub(super) fn eu(&self, list: &str, day: Day) -> impl Iterator<Item = CountryCode> {
        self.files
            .countries
            .iter()
            .filter(move |e| {
                e.list == list
                    && e.counts == Counts::Yes
                    && e.eu == Counts::Yes
                    && e.part_of.is_none()
                    && e.valid_from <= day
                    && e.valid_to.is_none_or(|to| day <= to)
            })
            .flat_map(|entry| entry.countries.iter().copied())
    }

    /// How an idea fits all programmes: money before contacts, then what fits before what does not.
    #[must_use]
    pub fn assess(&self, idea: &Idea) -> Assessment {
        let mut programmes: Vec<Answer> = self
            .files
            .programmes
            .iter()
            .filter_map(|programme| self.fit(programme, idea))
            .collect();
        programmes.sort_by_key(|answer| (answer.gives, answer.outcome));
        Assessment {
            day: idea.day,
            idea: idea.clone(),
            programmes,
            rules_hash: self.files.hash.clone(),
        }
    }

    /// How an idea fits a programme; none for a programme without rules.
    #[must_use]
    pub fn fit(&self, programme: &Programme, idea: &Idea) -> Option<Answer> {
        let calls = self.calls(&programme.key, idea.day);
        let (version, version_is_current) = version_for(programme, &calls, idea.day)?;
        let mut rules = self.judge(programme, version, idea);
        for answer in rules
            .iter_mut()
            .filter(|answer| answer.outcome == Outcome::DoesNotFit)
        {
            answer.change = self.nearest(programme, version, answer, idea);
        }
        let outcome = whole(&rules);
        let changes = if outcome == Outcome::DoesNotFit {
            self.changes(programme, version, idea)
        } else {
            Vec::new()
        };
        Some(Answer {
            programme: programme.key.clone(),
            gives: programme.gives,
            outcome,
            version: version.key.clone(),
            version_is_current,
            note: version.note.clone(),
            rules,
            changes,
            calls,
            ask: programme.contacts.clone(),
        })
    }

    fn judge(&self, programme: &Programme, version: &Version, idea: &Idea) -> Vec<RuleAnswer> {
        let rules = version.rules.iter().filter(|rule| rule.holds_on(idea.day));
        std::iter::once(status_answer(programme, idea))
            .chain(rules.map(|rule| assess::answer(self, programme, version, rule, idea)))
            .collect()
    }

    fn nearest(
        &self,
        programme: &Programme,
        version: &Version,
        answer: &RuleAnswer,
        idea: &Idea,
    ) -> Option<Change> {
        if answer.tests == Test::Status {
            return change::nearest_start(programme, idea);
        }
        let rule = version
            .rules
            .iter()
            .find(|rule| rule.id == answer.rule && rule.holds_on(idea.day))?;
        change::nearest(self, rule, idea)
    }

    /// Changes one after the other until no rule speaks against it; none when that does not succeed.
    fn changes(&self, programme: &Programme, version: &Version, idea: &Idea) -> Vec<Change> {
        let mut idea = idea.clone();
        let mut changes = Vec::new();
        while changes.len() < MOST_CHANGES {
            let rules = self.judge(programme, version, &idea);
            // The rule that asks for most comes first: what helps it often helps the others.
            let open = rules
                .iter()
                .filter(|answer| answer.outcome == Outcome::DoesNotFit)
                .max_by_key(|answer| answer.at_least.filter(|_| !answer.counted.is_empty()));
            let Some(open) = open else {
                return changes;
            };
            let Some(change) = self.nearest(programme, version, open, &idea) else {
                return Vec::new();
            };
            idea = change.apply(&idea);
            changes.push(change);
        }
        Vec::new()
    }
}

fn whole(rules: &[RuleAnswer]) -> Outcome {
    rules
        .iter()
        .map(|answer| answer.outcome)
        .max()
        .unwrap_or(Outcome::CannotTell)
}

/// The rules of the call that is open or coming; else those that hold on the day; else the latest before it; else the first.
fn version_for<'p>(
    programme: &'p Programme,
    calls: &Calling,
    day: Day,
) -> Option<(&'p Version, bool)> {
    let versions = &programme.versions;
    let holds = |version: &Version| {
        version.valid_from <= day && version.valid_to.is_none_or(|to| day <= to)
    };
    let called = calls.next.as_ref().and_then(|(round, call)| {
        let key = call.rule_version.as_ref()?;
        let version = versions.iter().find(|version| version.key == *key)?;
        Some((*round, version))
    });
    // A call of the day whose dates nobody knows may be open, and goes before one that is not open yet.
    let undated = versions
        .iter()
        .find(|version| holds(version) && calls.undated.contains(&version.key));
    match (called, undated) {
        (Some((Round::Open, version)), _) | (Some((_, version)), None) => {
            return Some((version, true));
        }
        (_, Some(version)) => return Some((version, false)),
        (None, None) => {}
    }
    let begun = versions
        .iter()
        .rev()
        .find(|version| version.valid_from <= day);
    let version = begun.or_else(|| versions.first())?;
    Some((version, holds(version) && programme.calls.is_none()))
}

fn status_answer(programme: &Programme, idea: &Idea) -> RuleAnswer {
    let ((outcome, why, have), status) = assess::status(programme, idea);
    let text = |of: fn(&super::files::Status) -> &smol_str::SmolStr| {
        status
            .as_ref()
            .map(|status| of(status).clone())
            .unwrap_or_default()
    };
    RuleAnswer {
        rule: "status".into(),
        tests: Test::Status,
        outcome,
        why,
        have,
        at_least: None,
        at_most: None,
        currency: None,
        one_of: Vec::new(),
        one_of_countries: Vec::new(),
        counted: Vec::new(),
        change: None,
        earlier: None,
        conflicts: programme
            .conflicts
            .iter()
            .filter(|c| c.rule == "status")
            .cloned()
            .collect(),
        text: status.as_ref().map(|status| status.text.clone()),
        source: text(|status| &status.source),
        source_date: text(|status| &status.source_date),
        confidence: text(|status| &status.confidence),
        status,
    }
}
