//! `/utveckling`: what surveys have counted, with their breaks, and apart from it what the register holds year by year.

mod charts;

use askama::Template;
use serde_json::json;
use vanort_app::counted::{self, Counted, Precision, SurveyFigure};

pub(crate) use charts::{OverYears, source};

use super::cite::Cite;
use super::figures::{Figure, file};
use super::{Answer, Frame, View};
use crate::charts::{Break, Chart, Plot, Remarks, Series};
use crate::messages::Words;
use crate::urls::Form;

/// A figure that somebody else has counted, in words.
pub(crate) struct CountedRow {
    pub label: String,
    pub value: String,
    pub when: String,
    pub source: String,
    pub url: String,
    pub confidence: String,
    pub note: String,
}

#[derive(Template)]
#[template(path = "development.html")]
struct Shown {
    f: Frame,
    surveys: Vec<Figure>,
    rounds: Vec<Round>,
    others: Vec<CountedRow>,
    own: Vec<Figure>,
    cite: Cite,
}

/// A year, and for each kind of body who it is, what was counted of whom, and what to mind.
type Round = (i32, Vec<[String; 3]>);

/// What SKR's rounds counted.
const ROUNDS: &str = "bodies_with_partner";
/// What is reckoned from these numbers.
const SHARES: &str = "share_of_municipalities";

/// The page, its data, or the file of one of its charts.
pub(crate) fn show(view: &View<'_>) -> Answer {
    let surveys = [survey(view, "municipality"), survey(view, "region")];
    let years = OverYears::new(view, view.snapshot.development(), None);
    // Of a day before the first source there is nothing to draw.
    let own = match years.is_empty() {
        true => Vec::new(),
        false => vec![
            years.stock(),
            years.coverage(),
            years.flows(),
            years.kinds(),
            years.themes(),
        ],
    };
    match view.form {
        Form::Csv | Form::File(_) => {
            let all: Vec<Chart> = surveys.into_iter().chain(own).collect();
            file(view, &all)
        }
        Form::Json => {
            let chart = |chart: &Chart| {
                let table = chart.data();
                json!({ "id": chart.key, "title": chart.title, "caveats": chart.caveats, "source": chart.source,
                    "columns": table.head, "rows": table.rows })
            };
            Answer::json(&json!({
                "surveys": surveys.iter().map(chart).collect::<Vec<_>>(),
                "register": own.iter().map(chart).collect::<Vec<_>>(),
            }))
        }
        Form::Html => Answer::html(&Shown {
            f: view.frame(view.t.m("development-title")),
            surveys: surveys
                .iter()
                .map(|chart| Figure::of(view, chart))
                .collect(),
            rounds: rounds(&view.t),
            others: others(&view.t),
            own: own.iter().map(|chart| Figure::of(view, chart)).collect(),
            cite: Cite::of(view, &[&view.t.m("development-title")]),
        }),
    }
}

fn of_rounds(body: &str) -> impl Iterator<Item = &'static SurveyFigure> {
    let body = body.to_owned();
    counted::surveys()
        .iter()
        .filter(move |figure| figure.counted.measure == ROUNDS && figure.body == body)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a small whole number that was counted"
)]
fn whole(value: f64) -> usize {
    value as usize
}

/// SKR's rounds of one sort of body, with their breaks.
fn survey(view: &View<'_>, body: &str) -> Chart {
    let t = &view.t;
    let figures: Vec<&SurveyFigure> = of_rounds(body).collect();
    let text = |what: &str| t.m(&format!("survey-{body}-{what}"));
    let last = figures.len().saturating_sub(1);
    let source = figures.last().map_or_else(String::new, |figure| {
        format!("{}, {}", figure.counted.source, figure.counted.url)
    });
    Chart {
        key: format!("survey-{body}"),
        title: text("title"),
        description: text("desc"),
        unit: text("unit"),
        over: t.m("chart-year"),
        columns: figures
            .iter()
            .map(|figure| figure.year.to_string())
            .collect(),
        series: vec![Series {
            key: format!("{body}_with_partner"),
            name: text("unit"),
            values: figures.iter().map(|f| f.counted.value.map(whole)).collect(),
            lists: Vec::new(),
        }],
        plot: Plot::Grouped,
        marks: Vec::new(),
        breaks: vec![Break {
            before: last,
            words: text("break"),
        }],
        remarks: remarks(&figures, t),
        caveats: caveats(body)
            .iter()
            .map(|about| t.m(&format!("survey-caveat-{about}")))
            .collect(),
        source: t.w("figure-source", source),
        no_figure: t.m("chart-no-figure"),
    }
}

/// What was counted in each round, of whom, and with which round the number can be compared: a row of the numbers alone is a
/// fall that nobody has found.
fn remarks(figures: &[&SurveyFigure], t: &Words) -> Vec<Remarks> {
    let tag = t.language.tag();
    let of = |key, text: &dyn Fn(&SurveyFigure) -> String| Remarks {
        key,
        texts: figures.iter().map(|figure| text(figure)).collect(),
    };
    let comparable = |figure: &SurveyFigure| {
        let years: Vec<String> = figure.comparable_with.iter().map(i32::to_string).collect();
        match years.is_empty() {
            true => t.m("survey-comparable-none"),
            false => years.join("|"),
        }
    };
    vec![
        of("concept", &|figure| figure.concept.get(tag).to_owned()),
        of("coverage", &|figure| figure.coverage.get(tag).to_owned()),
        of("comparable_with", &comparable),
        of("note", &|figure| figure.counted.note.get(tag).to_owned()),
        of("source", &|figure| figure.counted.source.clone()),
        of("url", &|figure| figure.counted.url.clone()),
    ]
}

/// What has to be known of the rounds of one sort of body.
fn caveats(body: &str) -> &'static [&'static str] {
    if body == "region" {
        &[
            "never-decline",
            "respondents",
            "concept",
            "coverage",
            "activity",
            "unit",
            "mergers",
        ]
    } else {
        &[
            "never-decline",
            "concept",
            "coverage",
            "activity",
            "unit",
            "self",
            "mergers",
        ]
    }
}

/// What was counted in each round and who was asked, year by year.
fn rounds(t: &Words) -> Vec<Round> {
    let tag = t.language.tag();
    let mut rounds: Vec<Round> = Vec::new();
    for body in ["municipality", "region"] {
        for figure in of_rounds(body) {
            let note = figure.counted.note.get(tag).to_owned();
            let line = [
                t.m(&format!("survey-{body}-who")),
                format!("{}; {}", figure.concept.get(tag), figure.coverage.get(tag)),
                [note, share(t, figure)].join(" ").trim().to_owned(),
            ];
            match rounds.iter_mut().find(|(year, _)| *year == figure.year) {
                Some((_, lines)) => lines.push(line),
                None => rounds.push((figure.year, vec![line])),
            }
        }
    }
    rounds
}

/// What share of all a round's number would be, which nobody has published: it is reckoned here, and says so.
fn share(t: &Words, round: &SurveyFigure) -> String {
    let shares = counted::surveys().iter();
    let mut shares = shares.filter(|figure| figure.counted.measure == SHARES);
    let share = shares.find(|figure| figure.year == round.year && figure.body == round.body);
    share.map_or_else(String::new, |figure| {
        let label = t.m("counted-share-of-municipalities");
        let note = figure.counted.note.get(t.language.tag());
        format!("{label}: {}. {note}", number(t, &figure.counted))
    })
}

/// What else has been counted, by others.
fn others(t: &Words) -> Vec<CountedRow> {
    let tag = t.language.tag();
    counted::surveys()
        .iter()
        .filter(|figure| ![ROUNDS, SHARES].contains(&figure.counted.measure.as_str()))
        .map(|figure| {
            let measure = figure.counted.measure.replace('_', "-");
            let label = t.m(&format!("counted-{measure}"));
            let when = figure.year.to_string();
            CountedRow::of(t, &figure.counted, label, when, figure.concept.get(tag))
        })
        .collect()
}

impl CountedRow {
    /// A figure in words; `more` goes before its note.
    pub fn of(t: &Words, counted: &Counted, label: String, when: String, more: &str) -> Self {
        let note = counted.note.get(t.language.tag());
        let gap = if more.is_empty() || note.is_empty() {
            ""
        } else {
            ". "
        };
        let published = counted.published.as_ref();
        Self {
            label,
            value: number(t, counted),
            when,
            source: published.map_or_else(
                || counted.source.clone(),
                |date| format!("{}, {}", counted.source, t.date(date)),
            ),
            url: counted.url.clone(),
            confidence: t.word(&counted.confidence),
            note: format!("{more}{gap}{note}"),
        }
    }
}

fn number(t: &Words, counted: &Counted) -> String {
    let Some(value) = counted.value else {
        return t.m("chart-no-figure");
    };
    let mut text = if value.fract() == 0.0 {
        t.number(&whole(value))
    } else {
        format!("{value:.1}")
    };
    if t.language != crate::messages::Language::En && value.fract() != 0.0 {
        text = text.replace('.', ",");
    }
    if counted.measure.starts_with("share_") {
        text.push_str("\u{a0}%");
    }
    match counted.precision {
        Precision::Exact => text,
        Precision::About => t.w("number-about", text),
        Precision::MoreThan => t.w("number-more-than", text),
    }
}
