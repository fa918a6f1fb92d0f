//! The legal check: questions, and the answer for each part of a measure. An assessment lives in its address; nothing is
//! stored about who asks.

mod answer;
mod record;

use std::sync::LazyLock;

use askama::Template;
use axum::http::StatusCode;
use serde_json::{Value, json};
use vanort_app::law::{self, Law};
use vanort_domain::law::{Answer as Given, Assessment, Case, Question, Text};

use answer::{Shown, shown};
pub(crate) use record::file;
pub use record::{Told, law_record};

use super::frame::query_of;
use super::{Answer, Frame, View, errors};
use crate::messages::Words;
use crate::urls::{Form, Kind};

pub(super) static LAW: LazyLock<Option<Law>> = LazyLock::new(|| law::bundled().ok());

#[derive(Template)]
#[template(path = "law.html")]
struct Check {
    f: Frame,
    action: String,
    date: String,
    date_faults: Vec<String>,
    first: Vec<Asked>,
    countries: Vec<(String, String, bool)>,
    country_status: Status,
    country_source: Option<String>,
    country_faults: Vec<String>,
    more: Vec<Asked>,
    /// The answers given, question by question, for who has only the printed page.
    given: Vec<(String, String)>,
    result: Option<Shown>,
    /// Where the record for the file is.
    record: String,
    guidance: String,
    /// The day on which the rules were checked against the text of the law.
    checked: Option<String>,
}

/// The day on which the rules were checked; of the one that was checked longest ago.
fn checked(view: &View<'_>, law: &Law) -> Option<String> {
    let rules = law.rules.files().rules.iter();
    let day = rules
        .filter_map(|rule| rule.checked)
        .min_by_key(|day| day.0)?;
    Some(view.t.day(day.0))
}

/// A question on the page.
struct Asked {
    id: String,
    text: String,
    why: String,
    options: Vec<(String, String, bool)>,
    several: bool,
    faults: Vec<String>,
}

/// Most cases that are assessed in one request.
const MOST_CASES: usize = 500;
/// Questions that are asked at once; the others follow from their answers.
const FIRST: [&str; 2] = ["actor", "form"];

/// The questions, and the answer once the first ones are answered.
pub(crate) fn show(view: &View<'_>) -> Answer {
    let Some(law) = &*LAW else {
        return errors::not_found(view, &[]);
    };
    let case = case(view, law);
    let assessment = law.rules.assess(&case, &law.countries);
    if view.form == Form::Json {
        return Answer::json(&serde_json::to_value(&assessment).unwrap_or_default());
    }
    let is_answered = FIRST.iter().all(|id| view.param(id).is_some());
    let questions = &law.rules.files().questions;
    let (first, more): (Vec<&Question>, Vec<&Question>) = questions
        .iter()
        .partition(|q| FIRST.contains(&q.id.as_str()));
    let asked = |questions: Vec<&Question>| -> Vec<Asked> {
        questions
            .into_iter()
            .map(|question| asked(view, question, &assessment))
            .collect()
    };
    let more = more
        .into_iter()
        .filter(|question| is_answered && matters(view, question, &assessment))
        .collect();
    let (first, more) = (asked(first), asked(more));
    let given = given(view, first.iter().chain(&more));
    let page = Answer::html(&Check {
        given,
        action: view.url(&view.page),
        date: view
            .param("decision_date")
            .map_or_else(|| view.today.to_string(), str::to_owned),
        first,
        countries: countries(view),
        country_status: status(view, &assessment),
        country_source: assessment
            .country
            .as_ref()
            .and_then(|c| Some(c.fact.as_ref()?.source_url.to_string())),
        country_faults: faults(view, &assessment, "country"),
        date_faults: faults(view, &assessment, "decision_date"),
        more,
        result: is_answered.then(|| shown(view.t, law, &assessment, address(view))),
        record: format!(
            "{}{}{}",
            view.url(&view.page),
            Kind::Pdf.ending(),
            query_of(&view.query)
        ),
        guidance: text(view.t, &assessment.guidance),
        checked: checked(view, law),
        f: view.frame(view.t.m("law-title")),
    });
    // What somebody has answered is kept nowhere, not even for the next who asks the same.
    if view.query.is_empty() {
        page
    } else {
        page.private()
    }
}

/// The answers in words, with the country.
fn given<'a>(view: &View<'_>, asked: impl Iterator<Item = &'a Asked>) -> Vec<(String, String)> {
    let country = view
        .param("country")
        .and_then(|code| code.parse().ok())
        .map(|code| view.country(code));
    let country = country.map(|name| (view.t.m("law-country"), name));
    asked
        .map(|question| {
            let chosen: Vec<&str> = question
                .options
                .iter()
                .filter(|(.., chosen)| *chosen)
                .map(|(_, name, _)| name.as_str())
                .collect();
            (question.text.clone(), chosen.join("; "))
        })
        .chain(country)
        .collect()
}

/// The assessment of a case that was sent as JSON (docs/reference/law.md); a list of cases gives a list.
pub(crate) fn assess(body: &[u8]) -> Answer {
    let faulty = |why: String| {
        Answer::json(&json!({ "error": "not a case", "message": why }))
            .status(StatusCode::BAD_REQUEST)
    };
    let Some(law) = &*LAW else {
        return faulty("the rules are not there".to_owned());
    };
    let answer = |case: Case| {
        serde_json::to_value(law.rules.assess(&case, &law.countries)).unwrap_or_default()
    };
    let answered = match serde_json::from_slice::<Value>(body) {
        Ok(Value::Array(cases)) if cases.len() > MOST_CASES => {
            return faulty(format!("at most {MOST_CASES} cases at once"));
        }
        Ok(Value::Array(cases)) => cases
            .into_iter()
            .map(|case| serde_json::from_value(case).map(answer))
            .collect::<Result<Vec<Value>, _>>()
            .map(Value::Array),
        Ok(case) => serde_json::from_value(case).map(answer),
        Err(error) => Err(error),
    };
    match answered {
        Ok(answered) => Answer::json(&answered).private(),
        Err(error) => faulty(error.to_string()),
    }
}

/// The address of the assessment.
fn address(view: &View<'_>) -> String {
    view.absolute(&format!(
        "{}{}",
        view.url(&view.page),
        query_of(&view.query)
    ))
}

fn text(t: Words, text: &Text) -> String {
    text.get(t.language.tag()).to_owned()
}

/// The language of a text, where it is not the page's.
fn foreign(t: Words, text: &Text) -> Option<&'static str> {
    let wanted = t.language.tag();
    Some(text.language(wanted)).filter(|language| *language != wanted)
}

/// All values of a parameter that may be given several times.
fn all<'v>(view: &'v View<'_>, name: &'v str) -> impl Iterator<Item = &'v str> {
    view.query
        .iter()
        .filter(move |(key, value)| key == name && !value.is_empty())
        .map(|(_, value)| value.as_str())
}

/// The case that the address tells of.
fn case(view: &View<'_>, law: &Law) -> Case {
    let day = view
        .param("decision_date")
        .map_or_else(|| view.today.to_string(), str::to_owned);
    let mut case = Case::new().with("decision_date", day.as_str());
    if let Some(country) = view.param("country") {
        case = case.with("country", country);
    }
    for question in &law.rules.files().questions {
        let answers: Vec<String> = all(view, &question.id).map(str::to_owned).collect();
        match &answers[..] {
            [] => {}
            [one] if one == "unknown" => {}
            [one] => case = case.with(&question.id, one.as_str()),
            _ => case.set(&question.id, Some(Given::List(answers))),
        }
    }
    case
}

/// Whether a question matters, by the answers given.
fn matters(view: &View<'_>, question: &Question, assessment: &Assessment) -> bool {
    question.asked_when.iter().all(|(input, wanted)| {
        let given: Vec<&str> = all(view, input).collect();
        let by_table = assessment
            .country
            .as_ref()
            .filter(|_| input == "stateAidCountry" && given.is_empty())
            .map(|c| c.status.key());
        let given = if given.is_empty() {
            vec![by_table.unwrap_or("unknown")]
        } else {
            given
        };
        given
            .iter()
            .any(|answer| wanted.iter().any(|w| w == answer))
    })
}

fn asked(view: &View<'_>, question: &Question, assessment: &Assessment) -> Asked {
    let several = question.id == "form";
    let given: Vec<&str> = all(view, &question.id).collect();
    let mut options: Vec<(String, String, bool)> = question
        .options()
        .iter()
        .map(|option| {
            let value = option.value.to_string();
            let chosen = given.contains(&value.as_str())
                || given.is_empty() && question.default.as_deref() == Some(value.as_str());
            (value, text(view.t, &option.label(None)), chosen)
        })
        .collect();
    if !several && question.default.is_none() && question.id != "actor" {
        let none_chosen = !options.iter().any(|(_, _, chosen)| *chosen);
        let by_table = assessment
            .country
            .as_ref()
            .filter(|c| question.id == "stateAidCountry" && !c.stated);
        let text = match by_table.map(|country| country.status.key()) {
            Some("yes") => view.t.m("law-table-yes"),
            Some("no") => view.t.m("law-table-no"),
            _ => view.t.m("law-unknown"),
        };
        options.push(("unknown".to_owned(), text, none_chosen));
    }
    Asked {
        text: text(view.t, &question.text),
        why: text(view.t, &question.why),
        faults: faults(view, assessment, &question.id),
        id: question.id.to_string(),
        options,
        several,
    }
}

/// Whether the form was sent: it always has the day, filled in or not, which a link that only fills in a country has not.
fn is_sent(view: &View<'_>) -> bool {
    view.query.iter().any(|(name, _)| name == "decision_date")
}

fn faults(view: &View<'_>, assessment: &Assessment, input: &str) -> Vec<String> {
    // One of the first questions that has no answer is no fault before the form was sent.
    let is_awaited = FIRST.contains(&input) && all(view, input).next().is_none() && !is_sent(view);
    assessment
        .faults
        .iter()
        .filter(|fault| !is_awaited && fault.input == input)
        .map(|fault| text(view.t, &fault.text))
        .collect()
}

fn countries(view: &View<'_>) -> Vec<(String, String, bool)> {
    let given = view.param("country").unwrap_or_default();
    let mut countries: Vec<(String, String, bool)> = view
        .ctx
        .countries
        .iter()
        .filter(|country| country.historic_until.is_empty() && country.code.as_str() != "SE")
        .map(|country| {
            let code = country.code.to_string();
            let chosen = code == given;
            (code, country.name(view.t.language.tag()).to_owned(), chosen)
        })
        .collect();
    countries.sort_by_cached_key(|(_, name, _)| view.sort_key(name).to_vec());
    countries
}

/// What is known of the country: sentences, each with its language where it is not the page's.
type Status = Vec<(String, Option<&'static str>)>;

/// What the table says of the country.
fn status(view: &View<'_>, assessment: &Assessment) -> Status {
    let Some(country) = &assessment.country else {
        return Status::new();
    };
    let notes = country.notes.iter();
    notes
        .chain(country.fact.iter().map(|fact| &fact.note))
        .map(|note| (text(view.t, note), foreign(view.t, note)))
        .filter(|(sentence, _)| !sentence.is_empty())
        .collect()
}
