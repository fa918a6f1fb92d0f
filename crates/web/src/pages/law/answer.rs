//! The answer of the legal check, part by part, in words.

use vanort_app::law::Law;
use vanort_domain::law::{Assessment, Outcome, PartAnswer, Text};

use super::super::View;
use super::super::frame::query_of;
use super::{foreign, text};

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

fn outcome_name(view: &View<'_>, outcome: Outcome) -> String {
    view.t.m(match outcome {
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

pub(super) fn shown(view: &View<'_>, law: &Law, assessment: &Assessment) -> Shown {
    let duties = assessment
        .duties
        .iter()
        .filter_map(|id| law.rules.duty(id))
        .map(|duty| (text(view, &duty.title), text(view, &duty.text)))
        .collect();
    let settles = assessment
        .settles
        .iter()
        .map(|settle| {
            let branches = settle.branches.iter().map(|branch| {
                format!(
                    "{}: {}",
                    text(view, &branch.name),
                    outcome_name(view, branch.outcome).to_lowercase()
                )
            });
            (text(view, &settle.question), branches.collect())
        })
        .collect();
    Shown {
        outcome: sign(assessment.outcome),
        sentence: outcome_name(view, assessment.outcome),
        date: assessment
            .decision_date
            .map_or_else(String::new, |day| view.t.day(day.0)),
        duties,
        parts: assessment
            .parts
            .iter()
            .map(|answer| part(view, law, answer))
            .collect(),
        settles,
        address: view.absolute(&format!(
            "{}{}",
            view.url(&view.page),
            query_of(&view.query)
        )),
    }
}

fn part(view: &View<'_>, law: &Law, answer: &PartAnswer) -> Part {
    let texts = |list: &[Text]| list.iter().map(|t| text(view, t)).collect::<Vec<_>>();
    Part {
        name: answer
            .form_name
            .as_ref()
            .map_or_else(String::new, |name| text(view, name)),
        outcome: sign(answer.outcome),
        outcome_name: outcome_name(view, answer.outcome),
        answer: text(view, &answer.answer),
        why: texts(&answer.why),
        judge: answer
            .judge
            .iter()
            .map(|judge| {
                [
                    text(view, &judge.question),
                    text(view, &judge.allowed_if),
                    text(view, &judge.not_allowed_if),
                ]
            })
            .collect(),
        flags: answer
            .flags
            .iter()
            .map(|flag| text(view, &flag.text))
            .collect(),
        forward: answer
            .ways_forward
            .iter()
            .map(|way| text(view, &way.text()))
            .collect(),
        grounds: grounds(view, answer),
        fired: answer
            .fired
            .iter()
            .map(|fired| numbered(&fired.row, &text(view, &fired.title)))
            .collect(),
        asked: not_fired(view, law, answer),
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

fn grounds(view: &View<'_>, answer: &PartAnswer) -> Vec<Ground> {
    answer
        .grounds
        .iter()
        .map(|ground| Ground {
            rule: format!("{}, {}", ground.rule, ground.act),
            text: text(view, &ground.text),
            lang: foreign(view, &ground.text),
            source: ground.source.to_string(),
            valid: view.t.w("law-valid", view.t.day(ground.valid_from.0)),
        })
        .collect()
}

/// The rows that did not apply, each with the question that decided.
fn not_fired(view: &View<'_>, law: &Law, answer: &PartAnswer) -> Vec<String> {
    let question = |asked: &vanort_domain::law::Asked| {
        let input = &asked.condition.as_ref()?.input;
        law.rules
            .question(input)
            .map(|question| format!(" ({})", text(view, &question.text)))
    };
    answer
        .asked
        .iter()
        .map(|asked| {
            let title = law
                .rules
                .row(&asked.row)
                .map_or_else(String::new, |row| text(view, &row.title));
            numbered(&asked.row, &title) + &question(asked).unwrap_or_default()
        })
        .collect()
}
