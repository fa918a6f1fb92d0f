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
        let y = 13 - rung * 4;
        let class = if rung < filled { "rung-on" } else { "rung-off" };
        rungs.push_str(&format!(
            r#"<rect class="{class}" x="3" y="{y}" width="10" height="2"/>"#
        ));
    }
    if evidence == Evidence::Disputed {
        rungs.push_str(r#"<path class="rung-cross" d="M3 14 13 2M3 2l10 12"/>"#);
    }
    format!(
        r#"<span class="mark mark-{}"><svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false"><path class="rail" d="M2.5 0v16M13.5 0v16"/>{rungs}</svg> <span>{}</span></span>"#,
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
        r#"<span class="mark mark-{}"><svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">{disc}</svg> <span>{words}</span></span>"#,
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
