//! What the programmes say to an idea.

use std::collections::BTreeSet;

use vanort_domain::funding::{Answer, Assessment, Gives, Guide, Outcome, RuleAnswer, Test, Why};

use super::teller;
use crate::pages::View;
use crate::pages::frame::query_of;
use crate::urls::Page;

/// The answer on the page.
pub(super) struct Shown {
    pub day: String,
    pub groups: Vec<(String, Vec<Fit>)>,
    /// Programmes that are over and cannot be had by beginning another day.
    pub ended: Option<String>,
    pub address: String,
}

/// A programme's answer.
pub(super) struct Fit {
    pub name: String,
    pub href: String,
    pub key: String,
    pub outcome: &'static str,
    pub outcome_words: String,
    pub tally: String,
    pub because: Vec<Line>,
    /// What fits but must be known all the same: who does not count.
    pub mind: Vec<String>,
    pub to_find_out: Vec<Line>,
    pub ask: String,
    pub changes: Option<String>,
    pub calls: Vec<String>,
    pub rules_of: String,
    pub note: String,
    pub rules: Vec<Line>,
}

/// A rule's answer.
pub(super) struct Line {
    pub outcome: &'static str,
    pub outcome_words: String,
    pub text: String,
    pub more: Vec<String>,
    pub source: String,
    pub confidence: String,
}

pub(super) fn shown(view: &View<'_>, guide: &Guide, assessment: &Assessment) -> Shown {
    let group = |gives: Gives, title: &str| {
        let fits: Vec<Fit> = assessment
            .programmes
            .iter()
            .filter(|answer| answer.gives == gives && !is_over(answer))
            .map(|answer| fit(view, guide, answer))
            .collect();
        (view.t.m(title), fits)
    };
    Shown {
        day: view.t.w("fund-day", view.t.day(assessment.day.0)),
        groups: vec![
            group(Gives::Money, "fund-money"),
            group(Gives::Contacts, "fund-contacts-only"),
        ],
        ended: ended(view, guide, assessment),
        address: view.absolute(&format!(
            "{}{}",
            view.url(&Page::Funding),
            query_of(&view.query)
        )),
    }
}

/// Whether the programme is over for good.
fn is_over(answer: &Answer) -> bool {
    let mut rules = answer.rules.iter();
    rules.any(|rule| rule.tests == Test::Status && rule.why == Why::Over && rule.change.is_none())
}

fn ended(view: &View<'_>, guide: &Guide, assessment: &Assessment) -> Option<String> {
    let names: Vec<&str> = assessment
        .programmes
        .iter()
        .filter(|answer| is_over(answer))
        .filter_map(|answer| guide.programme(&answer.programme))
        .map(|programme| programme.name.get(view.t.language.tag()))
        .collect();
    (!names.is_empty()).then(|| view.t.w("fund-ended", names.join(", ")))
}

/// Why it does not fit, each country said once; the changes stand by themselves below.
fn because(view: &View<'_>, guide: &Guide, answer: &Answer) -> Vec<Line> {
    let mut said = BTreeSet::new();
    let against = answer
        .rules
        .iter()
        .filter(|rule| rule.outcome == Outcome::DoesNotFit);
    against
        .map(|rule| {
            let mut line = line(view, guide, rule);
            let change = rule.change.as_ref().map(|_| view.t.m("fund-change"));
            line.more.retain(|more| {
                !change
                    .as_ref()
                    .is_some_and(|change| more.starts_with(change.as_str()))
                    && said.insert(more.clone())
            });
            line
        })
        .collect()
}

fn fit(view: &View<'_>, guide: &Guide, answer: &Answer) -> Fit {
    let t = &view.t;
    let language = t.language.tag();
    let teller = teller(view, guide);
    let of = |outcome: Outcome| -> Vec<Line> {
        let rules = answer.rules.iter().filter(|rule| rule.outcome == outcome);
        rules.map(|rule| line(view, guide, rule)).collect()
    };
    let fitting = answer
        .rules
        .iter()
        .filter(|rule| rule.outcome == Outcome::Fits);
    let name = guide
        .programme(&answer.programme)
        .map_or("", |programme| programme.name.get(language));
    Fit {
        name: name.to_owned(),
        href: view.url(&Page::Programme(answer.programme.to_string())),
        key: answer.programme.to_string(),
        outcome: answer.outcome.key(),
        outcome_words: teller.outcome(answer.outcome),
        tally: teller.tally(answer),
        because: because(view, guide, answer),
        mind: fitting
            .flat_map(|rule| {
                let out = teller.not_counted(rule);
                let whole = (!out.is_empty()).then(|| teller.line(rule));
                whole.into_iter().chain(out)
            })
            .collect(),
        to_find_out: of(Outcome::CannotTell),
        ask: teller.ask(answer),
        changes: teller.changes(answer).map(|changes| {
            let left = answer
                .rules
                .iter()
                .any(|rule| rule.outcome == Outcome::CannotTell);
            let left = if left {
                t.m("fund-changes-left")
            } else {
                String::new()
            };
            format!("{changes} {left}")
        }),
        calls: teller.calls(answer),
        rules_of: t.w("fund-rules-of", &answer.version),
        note: answer
            .note
            .as_ref()
            .map_or_else(String::new, |note| note.get(language).to_owned()),
        rules: answer
            .rules
            .iter()
            .map(|rule| line(view, guide, rule))
            .collect(),
    }
}

fn line(view: &View<'_>, guide: &Guide, rule: &RuleAnswer) -> Line {
    let teller = teller(view, guide);
    let language = view.t.language.tag();
    let mut more = teller.not_counted(rule);
    more.extend(
        rule.change
            .as_ref()
            .map(|change| format!("{} {}.", view.t.m("fund-change"), teller.change(change))),
    );
    more.extend(rule.conflicts.iter().map(|conflict| {
        format!(
            "{} ({})",
            conflict.text.get(language),
            teller.confidence(&conflict.confidence)
        )
    }));
    Line {
        outcome: rule.outcome.key(),
        outcome_words: teller.outcome(rule.outcome),
        text: teller.line(rule),
        more,
        source: rule.source.to_string(),
        confidence: teller.confidence(&rule.confidence),
    }
}
