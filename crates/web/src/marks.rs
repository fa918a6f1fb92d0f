//! The two marks by which the site is known: the ladder of evidence and the disc of freshness. Shape and words
//! say the same; colour says nothing that they do not.

use time::Date;
use vanort_domain::Edtf;
use vanort_domain::register::freshness;
use vanort_domain::vocabulary::{Coverage, Evidence, Freshness, Standing, Vocabulary as _};

use crate::messages::Words;

/// A ladder of four rungs, as many filled as the evidence is good, and the words beside it.
#[must_use]
pub fn evidence(t: &Words, evidence: Evidence) -> String {
    let filled = match evidence {
        Evidence::BothSides => 4,
        Evidence::SwedishSide => 3,
        Evidence::PartnerSide => 2,
        Evidence::ThirdParty => 1,
        Evidence::Disputed => 0,
    };
    let mut rungs = String::new();
    for rung in 0..4u8 {
        let y = 17 - rung * 5;
        if rung < filled {
            rungs.push_str(&format!(r#"<path class="rung-on" d="M3.5 {y}h13"/>"#));
        } else if evidence != Evidence::Disputed {
            rungs.push_str(&format!(r#"<path class="rung-off" d="M3.5 {y}h13"/>"#));
        }
    }
    if evidence == Evidence::Disputed {
        rungs.push_str(r#"<path class="rung-cross" d="M5 5l10 10M15 5 5 15"/>"#);
    }
    format!(
        r#"<span class="mark mark-{}"><svg class="ladder" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false"><path class="rail" d="M3 0v20M17 0v20"/>{rungs}</svg> <span>{}</span></span>"#,
        evidence.key(),
        t.word(&evidence)
    )
}

/// A disc: full for a word of the last year, half when a confirmation is due, empty when the word is old, dashed
/// when no word is dated; and the date of the word.
#[must_use]
pub fn fresh(t: &Words, word: Option<&Edtf>, today: Date) -> String {
    let level = freshness(word, today);
    let disc = match level {
        Freshness::Fresh => r#"<circle class="disc-on" cx="8" cy="8" r="6"/>"#,
        Freshness::Due => {
            r#"<circle class="disc-off" cx="8" cy="8" r="6"/><path class="disc-on" d="M8 2a6 6 0 0 0 0 12z"/>"#
        }
        Freshness::Old => r#"<circle class="disc-off" cx="8" cy="8" r="6"/>"#,
        Freshness::Undated => r#"<circle class="disc-dashed" cx="8" cy="8" r="6"/>"#,
    };
    let date = word.map_or_else(String::new, |date| format!("{} ", t.date(date)));
    let words = match level {
        Freshness::Undated => t.word(&level),
        _ => format!(r#"{date}<span class="quiet">({})</span>"#, t.word(&level)),
    };
    format!(
        r#"<span class="mark mark-{}"><svg viewBox="0 0 16 16" width="17" height="17" aria-hidden="true" focusable="false">{disc}</svg> <span>{words}</span></span>"#,
        level.key()
    )
}

/// Whether it stands, as a word with a frame of its own.
#[must_use]
pub fn standing(t: &Words, standing: Standing) -> String {
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
