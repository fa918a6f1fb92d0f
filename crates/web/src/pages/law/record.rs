//! The legal check as a record for the file: what was asked and answered, on what grounds, by which rules.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::http::StatusCode;
use time::Date;
use vanort_app::law::Law;
use vanort_domain::law::{Answer as Given, Assessment, Case};
use vanort_formats::pdf::{Block, Ground, Record, Section, Sign, Words as FrameWords};

use super::super::{Answer, View, errors};
use super::answer::{Part, Shown, shown};
use super::text;
use crate::messages::Words;
use crate::urls::Kind;

/// Most records that wait for their turn; setting one takes a processor for some tenths of a second.
const MOST_WAITING: usize = 8;
static WAITING: AtomicUsize = AtomicUsize::new(0);

/// What a record says beside the assessment.
#[derive(Debug, Clone)]
pub struct Told {
    /// The words and their language.
    pub words: Words,
    /// The day the record is made.
    pub today: Date,
    /// The address of the assessment, where it has one.
    pub address: Option<String>,
    /// The country by its name.
    pub country: Option<String>,
}

/// `/ratt.pdf?…`: the record of the answered questions. There is none before they are answered.
pub(crate) fn file(view: &View<'_>) -> Answer {
    let Some(law) = super::LAW.as_ref() else {
        return errors::not_found(view, &[]);
    };
    if !super::FIRST.iter().all(|id| view.param(id).is_some()) {
        return errors::not_found(view, &[]);
    }
    let case = super::case(view, law);
    let assessment = law.rules.assess(&case, &law.countries);
    let country = view
        .param("country")
        .and_then(|code| code.parse().ok())
        .map(|code| view.country(code));
    let told = Told {
        words: view.t,
        today: view.today,
        address: Some(super::address(view)),
        country,
    };
    let busy = || {
        Answer::json(&serde_json::json!({ "error": "busy", "message": view.t.m("record-busy") }))
            .status(StatusCode::SERVICE_UNAVAILABLE)
            .private()
    };
    if WAITING.fetch_add(1, Ordering::Relaxed) >= MOST_WAITING {
        WAITING.fetch_sub(1, Ordering::Relaxed);
        return busy();
    }
    let made = law_record(law, &case, &assessment, &told).to_pdf();
    WAITING.fetch_sub(1, Ordering::Relaxed);
    match made {
        Ok(pdf) => Answer::file(Kind::Pdf, &view.t.m("record-file"), pdf).private(),
        Err(fault) => {
            tracing::error!(%fault, "a record could not be set");
            busy()
        }
    }
}

/// The record of an assessment.
#[must_use]
pub fn law_record(law: &Law, case: &Case, assessment: &Assessment, told: &Told) -> Record {
    let t = told.words;
    let answer = shown(t, law, assessment, told.address.clone().unwrap_or_default());
    let day = assessment
        .decision_date
        .map_or_else(|| t.m("law-unknown"), |day| t.day(day.0));
    let mut facts = vec![
        (t.m("record-made"), t.day(told.today)),
        (t.m("record-decision"), day),
    ];
    facts.extend(
        assessment
            .actor
            .as_ref()
            .map(|actor| (t.m("record-actor"), text(t, actor))),
    );
    facts.extend(
        told.country
            .clone()
            .map(|country| (t.m("record-country"), country)),
    );
    let mut sections = vec![
        section(t.m("record-answer"), whole(t, assessment, &answer)),
        section(t.m("law-given"), given(t, law, case, assessment, told)),
    ];
    sections.extend(
        answer
            .parts
            .into_iter()
            .zip(&assessment.parts)
            .map(|(part, of)| section(t.w("record-part", &part.name), blocks(t, part, of))),
    );
    sections.push(section(t.m("record-about"), about(law, assessment, told)));
    Record {
        language: t.language.tag().to_owned(),
        kind: t.m("record-kind"),
        title: t.m("record-title"),
        author: t.m("site-name"),
        keywords: vec![t.m("record-kind"), t.m("nav-law")],
        day: told.today.into(),
        facts,
        sections,
        foot: text(t, &assessment.guidance),
        words: FrameWords {
            page: t.m("record-page"),
        },
    }
}

fn section(title: String, blocks: Vec<Block>) -> Section {
    Section { title, blocks }
}

fn list(t: Words, heading: &str, items: Vec<String>) -> Vec<Block> {
    if items.is_empty() {
        return Vec::new();
    }
    vec![Block::heading(t.m(heading)), Block::List { items }]
}

fn sign(outcome: &str) -> Sign {
    match outcome {
        "allowed" => Sign::Allowed,
        "not-allowed" => Sign::NotAllowed,
        _ => Sign::Judge,
    }
}

/// The answer to the whole, what must be done, and what would settle what is open.
fn whole(t: Words, assessment: &Assessment, answer: &Shown) -> Vec<Block> {
    let mut blocks = vec![Block::Outcome {
        sign: sign(answer.outcome),
        text: answer.sentence.clone(),
    }];
    let faults = assessment.faults.iter().map(|fault| text(t, &fault.text));
    blocks.extend(faults.map(Block::text));
    let duties = answer
        .duties
        .iter()
        .map(|(title, what)| format!("{title}. {what}"));
    blocks.extend(list(t, "law-duties", duties.collect()));
    let settles = answer
        .settles
        .iter()
        .map(|(question, branches)| format!("{question} {}", branches.join("; ")));
    blocks.extend(list(t, "law-settles", settles.collect()));
    blocks
}

/// The answers that were given, question by question, and what is known of the country.
fn given(t: Words, law: &Law, case: &Case, assessment: &Assessment, told: &Told) -> Vec<Block> {
    let mut rows = answers(t, law, &case.answers);
    rows.extend(told.country.clone().map(|name| (t.m("law-country"), name)));
    let mut blocks = vec![Block::Facts { rows }];
    for (part, number) in case.parts.iter().zip(1..) {
        blocks.push(Block::heading(t.w("record-part", number)));
        blocks.push(Block::Facts {
            rows: answers(t, law, part),
        });
    }
    let Some(country) = &assessment.country else {
        return blocks;
    };
    let notes = country
        .notes
        .iter()
        .chain(country.fact.as_ref().map(|fact| &fact.note));
    let said = notes
        .map(|note| text(t, note))
        .filter(|note| !note.is_empty());
    blocks.extend(said.map(Block::text));
    blocks.extend(country.fact.as_ref().map(|fact| Block::Address {
        label: t.m("law-source"),
        to: fact.source_url.to_string(),
    }));
    blocks
}

/// Questions and answers in words, in the order of the questions; an answer that is none of the offered stands as given.
fn answers(t: Words, law: &Law, given: &BTreeMap<String, Given>) -> Vec<(String, String)> {
    let case = Case {
        answers: given.clone(),
        ..Case::new()
    };
    let questions = law.rules.files().questions.iter();
    questions
        .filter_map(|question| {
            let words = case.answers_to(&question.id)?.words()?;
            let options = question.options();
            let name = |word: &&str| {
                let option = options.iter().find(|option| {
                    option.value == **word || option.spellings.iter().any(|other| other == *word)
                });
                option.map_or_else(
                    || (*word).to_owned(),
                    |option| match t.language.tag() {
                        "sv" => option.sv.to_string(),
                        _ => option.en.to_string(),
                    },
                )
            };
            let named: Vec<String> = words.iter().map(name).collect();
            Some((text(t, &question.text), named.join("; ")))
        })
        .collect()
}

/// The answer for one part: why, what a person must judge, what to mind, the paragraphs, the rules.
fn blocks(t: Words, part: Part, of: &vanort_domain::law::PartAnswer) -> Vec<Block> {
    let mut blocks = vec![Block::Outcome {
        sign: sign(part.outcome),
        text: if part.answer.starts_with(&part.outcome_name) {
            part.answer
        } else {
            format!("{}. {}", part.outcome_name, part.answer)
        },
    }];
    blocks.extend(part.why.into_iter().map(Block::text));
    blocks.extend(
        part.judge
            .into_iter()
            .map(|[title, yes, no]| Block::Notice {
                title,
                lines: vec![
                    format!("{} {yes}", t.m("law-for")),
                    format!("{} {no}", t.m("law-against")),
                ],
            }),
    );
    blocks.extend(list(t, "law-forward", part.forward));
    blocks.extend(list(t, "law-mind", part.flags));
    if !part.grounds.is_empty() {
        let checked = of.grounds.iter().map(|ground| ground.checked);
        let grounds = part.grounds.into_iter().zip(checked);
        blocks.push(Block::heading(t.m("law-grounds")));
        blocks.push(Block::Grounds {
            items: grounds
                .map(|(ground, checked)| Ground {
                    name: ground.rule,
                    text: ground.text,
                    valid: checked.map_or_else(
                        || format!("({})", ground.valid),
                        |day| format!("({}; {})", ground.valid, t.w("record-checked", day)),
                    ),
                    source: ground.source,
                })
                .collect(),
        });
    }
    blocks.extend(list(t, "record-fired", part.fired));
    blocks.extend(list(t, "record-not-fired", part.asked));
    blocks
}

/// What the record is and how it can be made again.
fn about(law: &Law, assessment: &Assessment, told: &Told) -> Vec<Block> {
    let t = told.words;
    let mut blocks = vec![
        Block::text(text(t, &assessment.guidance)),
        Block::text(t.m("record-again")),
        Block::text(t.w("law-hash", law.rules.hash())),
    ];
    blocks.extend(told.address.clone().map(|to| Block::Address {
        label: t.m("record-address"),
        to,
    }));
    blocks
}
