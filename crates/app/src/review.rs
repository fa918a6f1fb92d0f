//! The review queue: what machines were not sure of, case by case, until a person has said.
//!
//! A case is derived and never stored: a body of which only words are known and nobody has said what it is, or two bodies
//! that look like one. A decision on it is a record in the log, and can be taken back.

mod other;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rapidfuzz::distance::osa;
use rustc_hash::{FxHashMap, FxHashSet};
use vanort_domain::bodies::Body;
use vanort_domain::identity::Decision;
use vanort_domain::register::Register;
use vanort_domain::vocabulary::Verdict;
use vanort_domain::{BodyId, CountryCode, Seq, SourceId};
use vanort_names::{Atlas, Outcome, Question, Reason, fold};

use crate::intake::body_of;
use crate::local_names::as_it_will_be_called;

pub use other::{Choice, MOST_CHOICES, choices, named};

/// What is in doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Doubt {
    /// Two bodies look like one.
    Alike,
    /// The name is known, but no country is stated.
    NoCountry,
    /// Several places have the name.
    Several,
    /// Only a name that is nearly the same is known.
    Nearly,
    /// The name is known in another country than the one stated.
    Elsewhere,
    /// Nothing of the name is known.
    Unknown,
}

impl Doubt {
    /// All of them, in the order in which they are worked off.
    pub const ALL: [Self; 6] = [
        Self::Alike,
        Self::NoCountry,
        Self::Several,
        Self::Nearly,
        Self::Elsewhere,
        Self::Unknown,
    ];

    /// The word for messages and addresses.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Alike => "alike",
            Self::NoCountry => "no_country",
            Self::Several => "several",
            Self::Nearly => "nearly",
            Self::Elsewhere => "elsewhere",
            Self::Unknown => "unknown",
        }
    }
}

/// A case.
#[derive(Debug, Clone)]
pub struct Case {
    /// The body in question.
    pub body: BodyId,
    /// What is in doubt.
    pub doubt: Doubt,
    /// Its country, where one is stated.
    pub country: Option<CountryCode>,
    /// Where it is named, by the numbers of the statements.
    pub named_by: Vec<Seq>,
    /// The sources that name it.
    pub sources: Vec<SourceId>,
    /// Other cases of the same words in the same country, where these may mean another place for another body.
    pub same_words: Vec<BodyId>,
    /// What it may be, the likeliest first.
    pub candidates: Vec<Candidate>,
    /// Whether the atlas has more of that name than are told.
    pub has_more: bool,
    /// When somebody last looked at it and was not sure; these come last, the longest put off first.
    pub put_off: Option<Seq>,
}

/// What a case may be.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// The body it would be; it may not be in the register yet.
    pub body: Body,
    /// 0 to 1.
    pub score: f32,
    /// Why it is one.
    pub reasons: Vec<Reason>,
    /// Whose partner it is already.
    pub partner_of: Vec<BodyId>,
}

/// What is in doubt of a body, and what it may be.
struct Found {
    doubt: Doubt,
    candidates: Vec<Candidate>,
    has_more: bool,
}

/// The cases of a register, in the order in which they are worked off: by doubt, those put off last.
#[must_use]
pub fn cases(register: &Register, atlas: &Atlas) -> Vec<Case> {
    let mut named_by: FxHashMap<BodyId, Vec<Seq>> = FxHashMap::default();
    for partnership in register.partnerships() {
        for side in [&partnership.pair.first, &partnership.pair.second] {
            named_by
                .entry(side.clone())
                .or_default()
                .extend(&partnership.statements);
        }
    }
    let partners = partners(register);
    let mut cases: Vec<Case> = Vec::new();
    for (id, named_by) in named_by {
        let Some(body) = register.body(&id).filter(|body| !body.is_member()) else {
            continue;
        };
        let is_on_a_list = atlas.gazetteer.by_id(id.as_str()).is_some();
        let is_words_only = id.as_str().starts_with("vn-") || body.is_nameless();
        let found = if is_words_only && !is_on_a_list {
            words_only(register, atlas, body, &named_by, &partners)
        } else if body.country.is_none() {
            // Its item says which it is, but nobody where: worth a look only where the name leads somewhere.
            words_only(register, atlas, body, &named_by, &partners)
                .filter(|found| !found.candidates.is_empty())
        } else {
            alike(register, atlas, body)
        };
        let Some(Found {
            doubt,
            candidates,
            has_more,
        }) = found
        else {
            continue;
        };
        let sources: BTreeMap<&SourceId, ()> = named_by
            .iter()
            .filter_map(|seq| Some((&register.statement(*seq)?.source, ())))
            .collect();
        let put_off = put_off(register, &id, &candidates);
        cases.push(Case {
            doubt,
            country: body.country,
            sources: sources.into_keys().cloned().collect(),
            same_words: Vec::new(),
            candidates,
            has_more,
            put_off,
            named_by,
            body: id,
        });
    }
    cases.sort_by_cached_key(|case| {
        (
            case.put_off,
            case.doubt,
            register.body(&case.body).map(|b| b.name.clone()),
            case.body.clone(),
        )
    });
    tell_same_words(&mut cases);
    cases
}

/// Tells each case which others have its words.
fn tell_same_words(cases: &mut [Case]) {
    let mut by_words: FxHashMap<String, Vec<BodyId>> = FxHashMap::default();
    for case in &*cases {
        if let Some(words) = case.body.of_words() {
            let of_words = by_words.entry(words.to_owned()).or_default();
            of_words.push(case.body.clone());
        }
    }
    for case in cases {
        let words = case.body.of_words().and_then(|words| by_words.get(words));
        let others = words.into_iter().flatten().filter(|id| **id != case.body);
        case.same_words = others.cloned().collect();
    }
}

/// When a person last said "later" of a case, where one did.
fn put_off(register: &Register, id: &BodyId, candidates: &[Candidate]) -> Option<Seq> {
    let others = candidates.iter().map(|candidate| &candidate.body.id);
    let verdicts = others
        .chain([id])
        .filter_map(|other| register.identity().verdict(id, other));
    let unsure = verdicts.filter(|(_, verdict)| *verdict == Verdict::Unsure);
    unsure.map(|(at, _)| at).max()
}

/// The partners of each body by their country.
type Partners = FxHashMap<(BodyId, CountryCode), Vec<BodyId>>;

fn partners(register: &Register) -> Partners {
    let mut partners = Partners::default();
    for partnership in register.partnerships_unsorted() {
        let (first, second) = (&partnership.pair.first, &partnership.pair.second);
        for (home, other) in [(first, second), (second, first)] {
            if let Some(country) = register.body(other).and_then(|body| body.country) {
                let there = partners.entry((home.clone(), country)).or_default();
                there.push(other.clone());
            }
        }
    }
    partners
}

fn is_settled(register: &Register, id: &BodyId) -> bool {
    register
        .identity()
        .verdict(id, id)
        .is_some_and(|(_, verdict)| matches!(verdict, Verdict::OwnBody | Verdict::NotABody))
}

/// What a body of which only the words are known may be.
fn words_only(
    register: &Register,
    atlas: &Atlas,
    body: &Body,
    named_by: &[Seq],
    partners: &Partners,
) -> Option<Found> {
    if is_settled(register, &body.id) {
        return None;
    }
    let written = named_by.iter().find_map(|seq| {
        register
            .statement(*seq)?
            .words
            .get("country_written")
            .map(str::to_owned)
    });
    // The words may say more than the code: a part of the country. Where nobody understands them ("in the West Indies") the
    // code does.
    let written = written.filter(|words| body.country.is_none() || atlas.country(words).is_some());
    let resolution = atlas.resolve(&Question {
        name: &body.name,
        code: body.country.filter(|_| written.is_none()),
        country: written.as_deref(),
        ..Question::default()
    });
    if resolution.outcome == Outcome::Within {
        return None;
    }
    let mut seen = FxHashSet::default();
    let mut candidates: Vec<Candidate> = resolution
        .candidates
        .iter()
        .filter_map(|ranked| {
            let place = atlas.gazetteer.place(ranked.place);
            let candidate = candidate(register, body_of(place, None)?, &body.id)?;
            Some(Candidate {
                score: ranked.score,
                reasons: ranked.reasons.to_vec(),
                ..candidate
            })
        })
        .filter(|one| seen.insert(register.identity().canonical(&one.body.id)))
        .collect();
    let found = candidates.len();
    candidates.extend(partners_named_alike(
        register,
        body,
        named_by,
        partners,
        &candidates,
    ));
    let doubt = doubt(&candidates[..found]);
    Some(Found {
        doubt,
        candidates,
        has_more: resolution.has_more,
    })
}

/// What is in doubt of a name, by what was found for it.
fn doubt(found: &[Candidate]) -> Doubt {
    let Some(best) = found.first() else {
        return Doubt::Unknown;
    };
    let is_because = |reason: fn(&Reason) -> bool| best.reasons.iter().any(reason);
    if is_because(|reason| matches!(reason, Reason::OtherCountry(_))) {
        Doubt::Elsewhere
    } else if is_because(|reason| matches!(reason, Reason::Slips(_))) {
        Doubt::Nearly
    } else if is_because(|reason| matches!(reason, Reason::NoCountry)) {
        Doubt::NoCountry
    } else {
        Doubt::Several
    }
}

/// Candidates that are told because the same body has them as partners.
const MOST_KIN: usize = 3;
/// How alike two names are, of 1, that may be two spellings of one.
const MAY_BE_ONE: f64 = 0.5;

/// Other partners, in the country of a case, of those who name it: "Kartung" is likely the Kartong that Alingsås has.
/// Those with a name like it, the likest first, and where there is only one, that one.
fn partners_named_alike(
    register: &Register,
    body: &Body,
    named_by: &[Seq],
    partners: &Partners,
    known: &[Candidate],
) -> Vec<Candidate> {
    let Some(country) = body.country else {
        return Vec::new();
    };
    let statements = named_by.iter().filter_map(|seq| register.statement(*seq));
    let homes: BTreeSet<BodyId> = statements
        .map(|statement| register.identity().canonical(&statement.subject.body))
        .filter(|home| *home != body.id)
        .collect();
    let there: BTreeMap<BodyId, &Arc<Body>> = homes
        .iter()
        .filter_map(|home| partners.get(&(home.clone(), country)))
        .flatten()
        .filter(|id| **id != body.id && known.iter().all(|one| one.body.id != **id))
        .filter_map(|id| Some((id.clone(), register.body(id)?)))
        .collect();
    let is_alone = there.len() == 1;
    let name = fold(&body.name);
    let likeness = |other: &Body| {
        let names = other.names().into_iter().map(fold);
        names
            .map(|other| osa::normalized_similarity(name.chars(), other.chars()))
            .fold(0.0, f64::max)
    };
    let mut kin: Vec<(f64, &Arc<Body>)> = there
        .into_values()
        .map(|other| (likeness(other), other))
        .filter(|(alike, _)| is_alone || *alike >= MAY_BE_ONE)
        .collect();
    kin.sort_by(|(a, x), (b, y)| b.total_cmp(a).then_with(|| x.id.cmp(&y.id)));
    kin.into_iter()
        .take(MOST_KIN)
        .filter_map(|(_, other)| candidate(register, (**other).clone(), &body.id))
        .collect()
}

/// A body of the register that by its name would be another one of the register.
fn alike(register: &Register, atlas: &Atlas, body: &Body) -> Option<Found> {
    let own = atlas.gazetteer.by_id(body.id.as_str());
    let mut seen = FxHashSet::default();
    let candidates: Vec<Candidate> = body
        .names()
        .into_iter()
        .filter(|name| seen.insert(fold(name)))
        .filter_map(|name| {
            let resolution = atlas.resolve(&Question {
                name,
                code: body.country,
                ..Question::default()
            });
            let best = resolution.found()?.clone();
            let place = atlas.gazetteer.place(best.place);
            // Only what is a party to something can be a second copy of this one.
            if own == Some(best.place) || place.id == body.id.as_str() {
                return None;
            }
            let twin = register.body(&place.id.parse().ok()?)?;
            let partnerships = register.partnerships_of(&twin.id);
            if partnerships.is_empty() || twin.id == body.id {
                return None;
            }
            let candidate = candidate(register, (**twin).clone(), &body.id)?;
            Some(Candidate {
                score: best.score,
                reasons: best.reasons.to_vec(),
                ..candidate
            })
        })
        .take(1)
        .collect();
    (!candidates.is_empty()).then_some(Found {
        doubt: Doubt::Alike,
        candidates,
        has_more: false,
    })
}

/// A body that decisions are on: as the log has it, or as the atlas has it where the log has none.
#[must_use]
pub fn on_record(register: &Register, atlas: &Atlas, id: &BodyId) -> Option<Body> {
    if let Some(body) = register.body_on_record(id) {
        return Some((**body).clone());
    }
    let place = atlas.gazetteer.by_id(id.as_str())?;
    body_of(atlas.gazetteer.place(place), None).map(as_it_will_be_called)
}

/// A candidate, unless it has been said that it is another, or is the case itself.
fn candidate(register: &Register, body: Body, case: &BodyId) -> Option<Candidate> {
    if body.id == *case {
        return None;
    }
    let said = register.identity().verdict(case, &body.id);
    if said.is_some_and(|(_, verdict)| verdict == Verdict::Different) {
        return None;
    }
    let partner_of = register
        .partnerships_of(&body.id)
        .into_iter()
        .map(|of| of.partner)
        .take(5)
        .collect();
    Some(Candidate {
        score: 0.0,
        reasons: Vec::new(),
        partner_of,
        body: as_it_will_be_called(body),
    })
}

/// What a person says of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Say {
    /// It is that one.
    Same(BodyId),
    /// It is not that one; remembered.
    Different(BodyId),
    /// It is a body of its own.
    OwnBody,
    /// It is no body.
    NotABody,
    /// Not now.
    Later,
}

/// The record of what a person says of a body.
#[must_use]
pub fn decision(case: &BodyId, say: &Say, reason: Option<String>) -> Decision {
    let (b, verdict) = match say {
        Say::Same(other) => (other, Verdict::Same),
        Say::Different(other) => (other, Verdict::Different),
        Say::OwnBody => (case, Verdict::OwnBody),
        Say::NotABody => (case, Verdict::NotABody),
        Say::Later => (case, Verdict::Unsure),
    };
    Decision {
        a: case.clone(),
        b: b.clone(),
        verdict,
        score: None,
        reason,
        withdraws: None,
    }
}

/// How many bodies abroad that statements name have been found, wait for a person, or are known by words alone.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct Tally {
    /// Found in the atlas or by an identifier of the source.
    pub matched: usize,
    /// Waiting in the queue, those that look like another among them.
    pub waiting: usize,
    /// Bodies of their own: districts of a known city, and what a person has said to be one.
    pub own: usize,
}

/// How the bodies abroad stand.
#[must_use]
pub fn tally(register: &Register, cases: &[Case]) -> Tally {
    let waiting: FxHashSet<&BodyId> = cases.iter().map(|case| &case.body).collect();
    let mut tally = Tally {
        waiting: waiting.len(),
        ..Tally::default()
    };
    let mut seen: FxHashSet<&BodyId> = FxHashSet::default();
    for partnership in register.partnerships() {
        for side in [&partnership.pair.first, &partnership.pair.second] {
            let is_abroad = register
                .body(side)
                .is_some_and(|body| body.country != Some(CountryCode::SWEDEN));
            if !is_abroad || waiting.contains(side) || !seen.insert(side) {
                continue;
            }
            if side.as_str().starts_with("vn-") {
                tally.own += 1;
            } else {
                tally.matched += 1;
            }
        }
    }
    tally
}
