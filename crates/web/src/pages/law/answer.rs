//! The answer of the legal check, part by part, in words.

use vanort_app::law::Law;
use vanort_domain::law::{Assessment, Outcome, PartAnswer, Text};

use super::{foreign, text};
use crate::messages::Words;

pub(super) struct Shown {
    pub outcome: &'static str,
    pub sentence: String,
    pub date: String,
    pub duties: Vec<(String, String)>,
    pub parts: Vec<Part>,
    pub settles: Vec<(String, Vec<String>)>,
    pub address: String,
}

pub(super) struct Part {
    pub name: String,
    pub outcome: &'static str,
    pub outcome_name: String,
    pub answer: String,
    pub why: Vec<String>,
    pub judge: Vec<[String; 3]>,
    pub flags: Vec<String>,
    pub forward: Vec<String>,
    pub grounds: Vec<Ground>,
    pub fired: Vec<String>,
    pub asked: Vec<String>,
}

pub(super) struct Ground {
    pub rule: String,
    pub text: String,
    /// The language of the text, where it is not the page's.
    pub lang: Option<&'static str>,
    pub source: String,
    pub valid: String,
}

fn outcome_name(t: Words, outcome: Outcome) -> String {
    t.m(match outcome {
        Outcome::Allowed => "law-allowed",
        Outcome::Judge => "law-judge",
        Outcome::NotAllowed => "law-not-allowed",
    })
}

fn sign(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Allowed => "allowed",
        Outcome::Judge => "judge",
        Outcome::NotAllowed => "not-allowed",
    }
}

pub(super) fn shown(t: Words, law: &Law, assessment: &Assessment, address: String) -> Shown {
    let duties = assessment
        .duties
        .iter()
        .filter_map(|id| law.rules.duty(id))
        .map(|duty| (text(t, &duty.title), text(t, &duty.text)))
        .collect();
    let settles = assessment
        .settles
        .iter()
        .map(|settle| {
            let branches = settle.branches.iter().map(|branch| {
                format!(
                    "{}: {}",
                    text(t, &branch.name),
                    outcome_name(t, branch.outcome).to_lowercase()
                )
            });
            (text(t, &settle.question), branches.collect())
        })
        .collect();
    Shown {
        outcome: sign(assessment.outcome),
        sentence: outcome_name(t, assessment.outcome),
        date: assessment
            .decision_date
            .map_or_else(String::new, |day| t.day(day.0)),
        duties,
        parts: assessment
            .parts
            .iter()
            .map(|answer| part(t, law, answer))
            .collect(),
        settles,
        address,
    }
}

fn part(t: Words, law: &Law, answer: &PartAnswer) -> Part {
    let texts = |list: &[Text]| list.iter().map(|one| text(t, one)).collect::<Vec<_>>();
    Part {
        name: answer
            .form_name
            .as_ref()
            .map_or_else(String::new, |name| text(t, name)),
        outcome: sign(answer.outcome),
        outcome_name: outcome_name(t, answer.outcome),
        answer: text(t, &answer.answer),
        why: texts(&answer.why),
        judge: answer
            .judge
            .iter()
            .map(|judge| {
                [
                    text(t, &judge.question),
                    text(t, &judge.allowed_if),
                    text(t, &judge.not_allowed_if),
                ]
            })
            .collect(),
        flags: answer
            .flags
            .iter()
            .map(|flag| text(t, &flag.text))
            .collect(),
        forward: answer
            .ways_forward
            .iter()
            .map(|way| text(t, &way.text()))
            .collect(),
        grounds: grounds(t, answer),
        fired: answer
            .fired
            .iter()
            .map(|fired| numbered(&fired.row, &text(t, &fired.title)))
            .collect(),
        asked: not_fired(t, law, answer),
    }
}

/// A row's title with its number, which the older acts' row has not.
fn numbered(row: &str, title: &str) -> String {
    if row.starts_with('D') {
        format!("{row}: {title}")
    } else {
        title.to_owned()
    }
}

fn grounds(t: Words, answer: &PartAnswer) -> Vec<Ground> {
    answer
        .grounds
        .iter()
        .map(|ground| Ground {
            rule: cited(t, &ground.rule, &ground.act),
            text: text(t, &ground.text),
            lang: foreign(t, &ground.text),
            source: ground.source.to_string(),
            valid: t.w("law-valid", t.day(ground.valid_from.0)),
        })
        .collect()
}

/// A rule as lawyers cite it: chapter and paragraph of its act; an older act as a whole by its name alone.
fn cited(t: Words, rule: &str, act: &str) -> String {
    let place = rule.rsplit(' ').next().unwrap_or(rule);
    let is_chapter = |text: &str| text.len() < 3 && text.parse::<u8>().is_ok();
    match place.split_once(':') {
        Some((chapter, paragraph)) if is_chapter(chapter) => {
            let parts = [("chapter", chapter), ("paragraph", paragraph), ("act", act)];
            t.args("law-paragraph", &parts)
        }
        None if is_chapter(place) => t.args("law-chapter", &[("chapter", place), ("act", act)]),
        _ => act.to_owned(),
    }
}

/// The rows that did not apply, each with the question that decided.
fn not_fired(t: Words, law: &Law, answer: &PartAnswer) -> Vec<String> {
    let question = |asked: &vanort_domain::law::Asked| {
        let input = &asked.condition.as_ref()?.input;
        law.rules
            .question(input)
            .map(|question| format!(" ({})", text(t, &question.text)))
    };
    answer
        .asked
        .iter()
        .map(|asked| {
            let title = law
                .rules
                .row(&asked.row)
                .map_or_else(String::new, |row| text(t, &row.title));
            numbered(&asked.row, &title) + &question(asked).unwrap_or_default()
        })
        .collect()
}
