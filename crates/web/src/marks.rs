//! The two marks by which the site is known: the ladder of evidence and the disc of freshness. Shape and words
//! say the same; colour says nothing that they do not.

use std::sync::LazyLock;

use time::Date;
use vanort_domain::Edtf;
use vanort_domain::register::freshness;
use vanort_domain::vocabulary::{Activity, Coverage, Evidence, Freshness, Standing, Vocabulary};

use crate::messages::{Language, Words};

/// What a list's words look like in each language: the same for everybody, and a page has hundreds of them.
type Marks = LazyLock<[Vec<String>; Language::ALL.len()]>;

fn of_all<T: Vocabulary>(mark: fn(&Words, T) -> String) -> [Vec<String>; Language::ALL.len()] {
    Language::ALL.map(|language| {
        let marks = T::ALL.iter().map(|word| mark(&Words { language }, *word));
        marks.collect()
    })
}

/// A ladder of four rungs, as many filled as the evidence is good, and the words beside it.
#[must_use]
pub fn evidence(t: &Words, evidence: Evidence) -> &'static str {
    static MARKS: Marks = LazyLock::new(|| of_all(ladder));
    &MARKS[t.language as usize][evidence as usize]
}

/// The same with fewer words, for a table whose head says what they are about.
#[must_use]
pub fn evidence_short(t: &Words, evidence: Evidence) -> &'static str {
    static MARKS: Marks = LazyLock::new(|| {
        of_all(|t: &Words, evidence: Evidence| {
            ladder_with(evidence, &t.of_list("evidence-short", evidence.key()))
        })
    });
    &MARKS[t.language as usize][evidence as usize]
}

fn ladder(t: &Words, evidence: Evidence) -> String {
    ladder_with(evidence, &t.word(&evidence))
}

fn ladder_with(evidence: Evidence, words: &str) -> String {
    format!(
        r#"<span class="mark mark-{}">{} <span>{words}</span></span>"#,
        evidence.key(),
        ladder_alone(evidence)
    )
}

/// The ladder without words.
#[must_use]
pub fn ladder_alone(evidence: Evidence) -> String {
    let filled = match evidence {
        Evidence::BothSides => 4,
        Evidence::SwedishSide => 3,
        Evidence::PartnerSide => 2,
        Evidence::ThirdParty => 1,
        Evidence::Disputed => 0,
    };
    let rungs = |rungs: std::ops::Range<u8>| -> String {
        rungs
            .map(|rung| format!("M3.5 {}h13", 17 - rung * 5))
            .collect()
    };
    let drawn = match evidence {
        Evidence::Disputed => vec![("rung-cross", "M5 5l10 10M15 5 5 15".to_owned())],
        _ => vec![
            ("rung-on", rungs(0..filled)),
            ("rung-off", rungs(filled..4)),
        ],
    };
    let drawn = drawn.iter().filter(|(_, line)| !line.is_empty());
    let drawn: String = drawn
        .map(|(class, line)| format!(r#"<path class="{class}" d="{line}"/>"#))
        .collect();
    format!(
        r#"<svg class="ladder" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true"><path class="rail" d="M3 0v20M17 0v20"/>{drawn}</svg>"#
    )
}

/// A disc: full for a word of the last year, half when a confirmation is due, empty when the word is old, dashed
/// when no word is dated or only later ones tell of the day; and the date of the word.
#[must_use]
pub fn fresh(t: &Words, word: Option<&Edtf>, today: Date) -> String {
    fresh_as(t, word, freshness(word, today))
}

/// The same of a word that is known to be so old.
#[must_use]
pub fn fresh_as(t: &Words, word: Option<&Edtf>, level: Freshness) -> String {
    static BEFORE: Marks = LazyLock::new(|| of_all(disc));
    static AFTER: Marks = LazyLock::new(|| of_all(age));
    let has_age = !matches!(level, Freshness::Undated | Freshness::Later);
    let of = |marks: &'static Marks| marks[t.language as usize][level as usize].as_str();
    let date = word.filter(|_| has_age);
    let date = date.map_or_else(String::new, |date| t.date(date));
    let gap = if date.is_empty() { "" } else { " " };
    [of(&BEFORE), &date, gap, of(&AFTER)].concat()
}

/// The disc, up to where the date stands.
fn disc(_: &Words, level: Freshness) -> String {
    let (key, disc) = (level.key(), disc_alone(level));
    format!(r#"<span class="mark mark-{key}">{disc} <span>"#)
}

/// The disc without words.
#[must_use]
pub fn disc_alone(level: Freshness) -> String {
    let disc = match level {
        Freshness::Fresh => r#"<circle class="disc-on" cx="8" cy="8" r="6"/>"#,
        Freshness::Due => {
            r#"<circle class="disc-off" cx="8" cy="8" r="6"/><path class="disc-on" d="M8 2a6 6 0 0 0 0 12z"/>"#
        }
        Freshness::Old => r#"<circle class="disc-off" cx="8" cy="8" r="6"/>"#,
        Freshness::Undated | Freshness::Later => {
            r#"<circle class="disc-dashed" cx="8" cy="8" r="6"/>"#
        }
    };
    format!(r#"<svg viewBox="0 0 16 16" width="17" height="17" aria-hidden="true">{disc}</svg>"#)
}

/// What stands behind the date: how old that is.
fn age(t: &Words, level: Freshness) -> String {
    let words = t.word(&level);
    match level {
        Freshness::Undated | Freshness::Later => format!("{words}</span></span>"),
        _ => format!(r#"<span class="quiet">({words})</span></span></span>"#),
    }
}

/// Whether it stands, as a word with a frame of its own; and that it rests, where that is what is said of one that stands.
#[must_use]
pub fn standing(t: &Words, standing: Standing, activity: Option<Activity>) -> &'static str {
    static MARKS: Marks = LazyLock::new(|| of_all(framed));
    static RESTING: Marks = LazyLock::new(|| of_all(resting));
    match activity {
        Some(activity @ (Activity::Dormant | Activity::Paused)) if standing == Standing::Stated => {
            &RESTING[t.language as usize][activity as usize]
        }
        _ => &MARKS[t.language as usize][standing as usize],
    }
}

fn resting(t: &Words, activity: Activity) -> String {
    format!(
        r#"{}, <span class="standing standing-resting">{}</span>"#,
        framed(t, Standing::Stated),
        t.word(&activity)
    )
}

fn framed(t: &Words, standing: Standing) -> String {
    format!(
        r#"<span class="standing standing-{}">{}</span>"#,
        standing.key(),
        t.word(&standing)
    )
}

/// A body's coverage: a sample of the map's pattern and the words.
#[must_use]
pub fn coverage(t: &Words, coverage: Coverage) -> String {
    format!(
        r#"<span class="mark cover cover-{}"><span class="cover-sign" aria-hidden="true"></span> <span>{}</span></span>"#,
        coverage.key(),
        t.word(&coverage)
    )
}
