//! Written names and what they mean, one by one: for the command line and for lists of names.

use vanort_domain::{BodyId, CountryCode};
use vanort_names::{Atlas, Outcome, PlaceRef, Question, Reason};

use crate::intake::minted_id;

/// What a written name means, as a row.
#[derive(Debug, Clone)]
pub struct Answer {
    /// `match`, `ambiguous` or `none`.
    pub decision: &'static str,
    /// The body, or the likeliest of several; `None` when there is none.
    pub id: Option<BodyId>,
    /// Its name.
    pub label: String,
    /// Its country.
    pub country: Option<CountryCode>,
    /// Latitude and longitude, degrees.
    pub position: Option<(f32, f32)>,
    /// 0 to 1: how sure it is.
    pub score: f32,
    /// Why.
    pub reasons: Vec<Reason>,
    /// The others that it may be, likeliest first, where it is ambiguous.
    pub others: Vec<PlaceRef>,
}

/// What a name means in a country as written. A district of a known city that has no identifier of its own is a
/// match too: a body of its own (`vn-…`), at the city's place. A match always has a position.
#[must_use]
pub fn answer(atlas: &Atlas, name: &str, country: Option<&str>) -> Answer {
    let resolution = atlas.resolve(&Question {
        name,
        country,
        ..Question::default()
    });
    let Some(best) = resolution.candidates.first() else {
        return Answer {
            decision: "none",
            id: None,
            label: String::new(),
            country: country.and_then(|written| atlas.country(written)),
            position: None,
            score: 0.0,
            reasons: Vec::new(),
            others: Vec::new(),
        };
    };
    let place = atlas.gazetteer.place(best.place);
    let outcome = match resolution.outcome {
        // A row has room for one place on the map; what nobody has placed cannot be checked there.
        Outcome::Match if place.position.is_none() => Outcome::Ambiguous,
        outcome => outcome,
    };
    let others = match outcome {
        Outcome::Ambiguous => {
            let others = resolution.candidates.iter().skip(1);
            others.map(|ranked| ranked.place).collect()
        }
        _ => Vec::new(),
    };
    let (decision, id, label) = match outcome {
        Outcome::Within => (
            "match",
            Some(minted_id(name, Some(place.country))),
            name.trim().to_owned(),
        ),
        outcome => (outcome.key(), place.id.parse().ok(), place.name.to_string()),
    };
    Answer {
        decision,
        id,
        label,
        country: Some(place.country),
        position: place.position,
        score: best.score,
        reasons: best.reasons.to_vec(),
        others,
    }
}
