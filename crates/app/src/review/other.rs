//! Another body than those proposed, which a person names as what a case is: what she may mean while she writes, and whether
//! what she has written means one.

use rustc_hash::FxHashSet;
use vanort_domain::bodies::Body;
use vanort_domain::register::Register;
use vanort_domain::vocabulary::Verdict;
use vanort_domain::{BodyId, CountryCode};
use vanort_names::{Atlas, PlaceRef, Question, Ranked, Reason, fold};

use super::{Candidate, candidate};
use crate::intake::body_of;
use crate::search::{self, Why};
use crate::{Countries, Snapshot};

/// Bodies that are told.
pub const MOST_CHOICES: usize = 8;
/// Fewest signs by which one is sought.
const LEAST: usize = 2;

/// A body that may be meant by what is written.
#[derive(Debug, Clone)]
pub struct Choice {
    /// It, as one that the case may be.
    pub candidate: Candidate,
    /// Why it may be meant.
    pub why: Why,
}

/// The body that is named in words beside a case: by its identifier, alone or at the end of the words ("Turku (gn-633679)"), by
/// a name that the atlas is sure of in the case's country, or by just the name of one body of the register there.
#[must_use]
pub fn named(register: &Register, atlas: &Atlas, case: &BodyId, written: &str) -> Option<BodyId> {
    let is_there =
        |id: &BodyId| register.body(id).is_some() || atlas.gazetteer.by_id(id.as_str()).is_some();
    let last = written.rsplit(char::is_whitespace).next();
    let last = last.map(|last| last.trim_matches(['(', ')']));
    let by_id = last
        .and_then(|last| last.parse::<BodyId>().ok())
        .filter(is_there);
    let code = register.body(case).and_then(|body| body.country);
    let resolution = atlas.resolve(&Question {
        name: written,
        code,
        ..Question::default()
    });
    let in_atlas = || {
        let best = resolution.found()?;
        atlas.gazetteer.place(best.place).id.parse().ok()
    };
    let folded = fold(written);
    let is_called = |body: &Body| body.names().into_iter().any(|name| fold(name) == folded);
    let in_register = || {
        let mut there = register
            .bodies()
            .filter(|body| body.country == code && body.id != *case && is_called(body));
        // Of two of that name nobody can tell which, here or in the atlas.
        if resolution.candidates.iter().any(is_called_so) {
            return None;
        }
        let only = there.next()?;
        there.next().is_none().then(|| only.id.clone())
    };
    let may_be = MayBe::of(register, case);
    by_id
        .or_else(in_atlas)
        .or_else(in_register)
        .filter(|id| !written.is_empty() && may_be.is(register, id))
}

/// Whether a place has just the name that was sought, where it was sought.
fn is_called_so(ranked: &Ranked) -> bool {
    let mut reasons = ranked.reasons.iter();
    !reasons.any(|reason| matches!(reason, Reason::Slips(_) | Reason::OtherCountry(_)))
}

/// The bodies of the register and the places of the atlas that a case may be and that have a name like what is written: those in
/// the case's country first, then those that begin so, then those that are a slip away.
#[must_use]
pub fn choices(
    snapshot: &Snapshot,
    countries: &Countries,
    atlas: &Atlas,
    case: &BodyId,
    written: &str,
) -> Vec<Choice> {
    let written = written.trim();
    if written.chars().count() < LEAST || written.chars().count() > search::LONGEST {
        return Vec::new();
    }
    let register = &snapshot.register;
    let country = register.body(case).and_then(|body| body.country);
    let may_be = MayBe::of(register, case);
    let mut seen: FxHashSet<BodyId> = FxHashSet::default();
    let known = known(snapshot, countries, atlas, written);
    let places = places(atlas, country, written);
    let choices = known.chain(places).filter_map(|(body, why)| {
        if !may_be.is(register, &body.id) || !seen.insert(body.id.clone()) {
            return None;
        }
        let candidate = candidate(register, body, case)?;
        Some(Choice { candidate, why })
    });
    let mut choices: Vec<Choice> = choices.collect();
    choices.sort_by_key(|choice| country.is_some() && choice.candidate.body.country != country);
    choices.truncate(MOST_CHOICES);
    choices
}

/// What search finds in the register.
fn known(
    snapshot: &Snapshot,
    countries: &Countries,
    atlas: &Atlas,
    written: &str,
) -> impl Iterator<Item = (Body, Why)> {
    let found = search::find(snapshot, countries, Some(atlas), written);
    let hits = found.bodies.into_iter().map(|hit| (hit.body, hit.why));
    let near = found.near.into_iter().map(|id| (id, Why::Name));
    hits.chain(near).filter_map(|(id, why)| {
        let body = snapshot.register.body(&id)?;
        Some(((**body).clone(), why))
    })
}

/// What the atlas has: names that begin so, then what it takes the name for, also with slips.
fn places(
    atlas: &Atlas,
    country: Option<CountryCode>,
    written: &str,
) -> impl Iterator<Item = (Body, Why)> {
    let mut found: Vec<PlaceRef> = Vec::new();
    if country.is_some() {
        found.extend(atlas.beginning(written, country, MOST_CHOICES));
    }
    found.extend(atlas.beginning(written, None, MOST_CHOICES));
    let resolution = atlas.resolve(&Question {
        name: written,
        code: country,
        ..Question::default()
    });
    found.extend(resolution.candidates.iter().map(|ranked| ranked.place));
    let folded = fold(written);
    found.into_iter().filter_map(move |of| {
        let place = atlas.gazetteer.place(of);
        let why = if fold(&place.name).starts_with(&folded) {
            Why::Name
        } else {
            Why::Elsewhere
        };
        Some((body_of(place, None)?, why))
    })
}

/// What a case may be: not itself, not one that somebody has said it is not or that is none, and not one that it is the partner
/// of.
struct MayBe<'r> {
    case: &'r BodyId,
    partners: FxHashSet<BodyId>,
}

impl<'r> MayBe<'r> {
    fn of(register: &Register, case: &'r BodyId) -> Self {
        let partners = register.partnerships_of(case).into_iter();
        Self {
            case,
            partners: partners.map(|of| of.partner).collect(),
        }
    }

    fn is(&self, register: &Register, id: &BodyId) -> bool {
        let identity = register.identity();
        let id = &identity.canonical(id);
        let said = identity.verdict(self.case, id);
        id != self.case
            && !self.partners.contains(id)
            && said.is_none_or(|(_, verdict)| verdict != Verdict::Different)
            && !identity.is_nobody(id)
    }
}
