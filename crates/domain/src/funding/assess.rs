//! One rule at a time: fits, does not fit, cannot be told.

use super::answer::{Earlier, Outcome, RuleAnswer, Why};
use super::count::{Span, count, country};
use super::files::{Counts, JudgedBy, Programme, Rule, Status, Test, Version};
use super::guide::Guide;
use super::idea::Idea;
use crate::law::Day;

/// What a rule answers, and what the idea has.
pub(super) type Judged = (Outcome, Why, Option<Span>);

/// Most days that a month has.
const DAYS_A_MONTH: u64 = 31;

/// Judges a rule of a programme's files.
pub(super) fn rule(guide: &Guide, rule: &Rule, idea: &Idea) -> Judged {
    match rule.tests {
        Test::Ask | Test::Status => (Outcome::CannotTell, Why::Ask, None),
        _ if !rule.is_established() => (
            Outcome::CannotTell,
            Why::NotEstablished,
            have(guide, rule, idea),
        ),
        Test::ApplicantType => match idea.applicant.kind {
            None => (Outcome::CannotTell, Why::Unsaid, None),
            Some(kind) if rule.one_of.contains(&kind) => (Outcome::Fits, Why::Within, None),
            Some(_) if rule.open_list => (Outcome::CannotTell, Why::OpenSet, None),
            Some(_) => (Outcome::DoesNotFit, Why::NotInSet, None),
        },
        Test::ApplicantCountry => {
            let (counts, _) = country(guide, rule, idea, idea.applicant.country);
            match counts {
                Counts::Yes => (Outcome::Fits, Why::Within, None),
                Counts::No => (Outcome::DoesNotFit, Why::NotInSet, None),
                Counts::Unknown if idea.applicant.country.is_none() => {
                    (Outcome::CannotTell, Why::Unsaid, None)
                }
                Counts::Unknown if rule.open_list => (Outcome::CannotTell, Why::OpenSet, None),
                Counts::Unknown => (Outcome::CannotTell, Why::CountryUnknown, None),
            }
        }
        Test::Amount
            if idea
                .amount
                .is_some_and(|a| Some(a.currency) != rule.currency) =>
        {
            (Outcome::CannotTell, Why::OtherCurrency, None)
        }
        _ => match have(guide, rule, idea) {
            Some(have) => bounds(rule, have, unclear(guide, rule, idea)),
            None => (Outcome::CannotTell, Why::Unsaid, None),
        },
    }
}

/// Why a number is not exact: the visitor has not said, or nobody knows whether a country counts.
fn unclear(guide: &Guide, rule: &Rule, idea: &Idea) -> Why {
    let counts = matches!(
        rule.tests,
        Test::Bodies | Test::Countries | Test::EuCountries | Test::Partners
    );
    if !counts || idea.partners.is_none() {
        return Why::Unsaid;
    }
    let (_, counted) = count(guide, rule, idea);
    let mut open = counted.iter().filter(|one| one.counts == Counts::Unknown);
    if open.any(|one| one.country.is_some() && !one.by_type) {
        if rule.open_list {
            Why::OpenSet
        } else {
            Why::CountryUnknown
        }
    } else {
        Why::Unsaid
    }
}

fn bounds(rule: &Rule, have: Span, unclear: Why) -> Judged {
    let scale = if rule.tests == Test::Amount { 100 } else { 1 };
    let low = rule.at_least.map(|bound| u64::from(bound) * scale);
    let high = rule.at_most.map(|bound| u64::from(bound) * scale);
    let below = low.is_some_and(|low| have.most.is_some_and(|most| most < low));
    let above = high.is_some_and(|high| have.least > high);
    let within = low.is_none_or(|low| low <= have.least)
        && high.is_none_or(|high| have.most.is_some_and(|most| most <= high));
    let (outcome, why) = match (below, above) {
        (true, _) | (_, true) if rule.normally => (Outcome::CannotTell, Why::NotNormal),
        (true, _) => (Outcome::DoesNotFit, Why::Below),
        (_, true) => (Outcome::DoesNotFit, Why::Above),
        _ if within => (Outcome::Fits, Why::Within),
        _ => (Outcome::CannotTell, unclear),
    };
    (outcome, why, Some(have))
}

/// What the idea has of what a rule tests.
fn have(guide: &Guide, rule: &Rule, idea: &Idea) -> Option<Span> {
    let number = |n: u32| Span::exactly(u64::from(n));
    match rule.tests {
        Test::Bodies | Test::Countries | Test::EuCountries | Test::Partners => {
            Some(count(guide, rule, idea).0)
        }
        Test::Participants => Some(
            idea.participants
                .map_or_else(|| Span::from(u64::from(idea.invited.unwrap_or(0))), number),
        ),
        Test::Invited => Some(idea.invited.map_or(
            Span {
                least: 0,
                most: idea.participants.map(u64::from),
            },
            number,
        )),
        Test::Months => {
            // A project is at least as long as its meeting.
            let meeting = u64::from(idea.days.unwrap_or(0)).div_ceil(DAYS_A_MONTH);
            Some(idea.months.map_or(Span::from(meeting), |months| {
                Span::exactly(u64::from(months).max(meeting))
            }))
        }
        Test::Amount => Some(
            idea.amount
                .map_or(Span::from(0), |amount| Span::exactly(amount.cents)),
        ),
        _ => None,
    }
}

/// Judges whether the programme runs.
pub(super) fn status(programme: &Programme, idea: &Idea) -> (Judged, Option<Status>) {
    let mut best: Option<(Judged, &Status)> = None;
    for status in &programme.status {
        let judged = period(status, idea);
        if best.as_ref().is_none_or(|(known, _)| judged.0 <= known.0) {
            best = Some((judged, status));
        }
    }
    best.map_or(
        ((Outcome::CannotTell, Why::NotEstablished, None), None),
        |(judged, status)| (judged, Some(status.clone())),
    )
}

fn period(status: &Status, idea: &Idea) -> Judged {
    let on = |day: Day| {
        if status.valid_to.is_some_and(|to| to < day) {
            (Outcome::DoesNotFit, Why::Over, None)
        } else if day < status.valid_from {
            (Outcome::DoesNotFit, Why::NotBegun, None)
        } else {
            (Outcome::Fits, Why::Within, None)
        }
    };
    match (status.judged_by, idea.starts) {
        (JudgedBy::Application, _) => on(idea.day),
        (JudgedBy::Start, Some(starts)) => on(starts),
        // It may begin on the day or at any later time.
        (JudgedBy::Start, None) => match status.valid_to {
            Some(to) if to < idea.day => (Outcome::DoesNotFit, Why::Over, None),
            None if status.valid_from <= idea.day => (Outcome::Fits, Why::Within, None),
            _ => (Outcome::CannotTell, Why::Unsaid, None),
        },
    }
}

/// The whole answer of a rule, without the nearest change.
pub(super) fn answer(
    guide: &Guide,
    programme: &Programme,
    version: &Version,
    test: &Rule,
    idea: &Idea,
) -> RuleAnswer {
    let (outcome, why, have) = rule(guide, test, idea);
    let counts = matches!(
        test.tests,
        Test::Bodies | Test::Countries | Test::EuCountries | Test::Partners
    );
    RuleAnswer {
        rule: test.id.clone(),
        tests: test.tests,
        outcome,
        why,
        have,
        at_least: test.at_least,
        at_most: test.at_most,
        currency: test.currency,
        one_of: test.one_of.clone(),
        one_of_countries: test.one_of_countries.clone(),
        counted: if counts {
            count(guide, test, idea).1
        } else {
            Vec::new()
        },
        change: None,
        earlier: (!test.is_established())
            .then(|| earlier(programme, version, test))
            .flatten(),
        conflicts: programme
            .conflicts
            .iter()
            .filter(|c| c.rule == test.id)
            .cloned()
            .collect(),
        status: None,
        text: test.text.clone(),
        source: test
            .source
            .clone()
            .unwrap_or_else(|| version.source.clone()),
        source_date: test
            .source_date
            .clone()
            .unwrap_or_else(|| version.source_date.clone()),
        confidence: test
            .confidence
            .clone()
            .unwrap_or_else(|| version.confidence.clone()),
    }
}

/// What the latest version before this one said, where it said anything.
fn earlier(programme: &Programme, version: &Version, rule: &Rule) -> Option<Earlier> {
    programme
        .versions
        .iter()
        .filter(|older| older.valid_from < version.valid_from)
        .rev()
        .find_map(|older| {
            let known = older
                .rules
                .iter()
                .find(|r| r.tests == rule.tests && (r.at_least.is_some() || r.at_most.is_some()))?;
            Some(Earlier {
                version: older.key.clone(),
                at_least: known.at_least,
                at_most: known.at_most,
                one_of_countries: known.one_of_countries.clone(),
            })
        })
}
