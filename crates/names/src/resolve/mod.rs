//! Resolution: which body a written name means, how sure that is, and why.
//!
//! Every place that has the name is weighed: how it comes to have it, its level, its size, and whether it lies
//! where the words say. The share of the weight that lies at one spot is how sure the answer is.

mod beginning;
mod country;
mod likeness;
mod reading;
mod stands;
mod weigh;
mod within;

use smallvec::SmallVec;
use vanort_domain::CountryCode;

use crate::gazetteer::{Gazetteer, NameSort, Place, PlaceRef};
use crate::level::without_level;
use crate::{Countries, Level, fold};
use country::Where;
use reading::{Reading, former, in_brackets};
use stands::{is_city_and_division, stands_for};
use weigh::Weighing;

/// What is asked.
#[derive(Default, Clone, Copy)]
pub struct Question<'q> {
    /// The name as written.
    pub name: &'q str,
    /// The country as written, if any.
    pub country: Option<&'q str>,
    /// The country's code, where it is known; goes before the words.
    pub code: Option<CountryCode>,
    /// How many times likelier than others a place is for what else is known, such as that it is a partner of the
    /// same body already.
    pub likelier: Option<&'q dyn Fn(&Place) -> f32>,
}

impl std::fmt::Debug for Question<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Question")
            .field("name", &self.name)
            .field("country", &self.country)
            .field("code", &self.code)
            .finish_non_exhaustive()
    }
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// One body is meant.
    Match,
    /// No body that is known, but one of its own at a place that is: the first candidate is that place.
    Within,
    /// One of several may be meant.
    Ambiguous,
    /// Nothing of that name is known.
    Nothing,
}

impl Outcome {
    /// The outcome as a word: `match`, `within`, `ambiguous`, `none`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Match => "match",
            Self::Within => "within",
            Self::Ambiguous => "ambiguous",
            Self::Nothing => "none",
        }
    }
}

/// Why a candidate is one.
#[derive(Debug, Clone, PartialEq)]
pub enum Reason {
    /// Its main name, after folding.
    SameName,
    /// Another of its names, after folding.
    OtherName,
    /// The same name without the words that tell the level.
    WithoutLevelWord,
    /// The same name as read aloud in Latin letters.
    InLatinLetters,
    /// The same name, spelled in another way.
    Respelled,
    /// One of two names written side by side.
    OneOfTwoNames,
    /// The name without an addition.
    Shortened,
    /// The name but for so many signs.
    Slips(usize),
    /// It lies in the country stated.
    CountryAgrees,
    /// It lies in another country than stated.
    OtherCountry(CountryCode),
    /// No country was stated, or none that is known.
    NoCountry,
    /// It lies in the region or place that is stated.
    LiesIn(PlaceRef),
    /// It does not lie where the words in brackets say, as far as is known.
    NotKnownToLieThere,
    /// It is of the level that the words tell.
    LevelAgrees(Level),
    /// It is the only one of that name.
    OnlyOne,
    /// It is by far the largest of that name.
    ByFarTheLargest,
    /// Nobody has placed it on the map, so that nothing else can be checked.
    NotOnTheMap,
    /// It is on an official list of authorities.
    OfficialList,
    /// It ceased to be in that year, where it is known, and what it was merged into.
    Ceased(Option<u16>, Option<PlaceRef>),
    /// It is a body of its own that lies there.
    BodyOfItsOwnIn(PlaceRef),
    /// Something else that is known speaks for it.
    KnownOtherwise,
}

/// A candidate with its share of the weight.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranked {
    /// Which place.
    pub place: PlaceRef,
    /// 0 to 1: how sure it is that this one is meant.
    pub score: f32,
    /// Why.
    pub reasons: SmallVec<[Reason; 4]>,
}

/// The answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Resolution {
    /// What came of it.
    pub outcome: Outcome,
    /// Candidates, the likeliest first; at most eight.
    pub candidates: Vec<Ranked>,
    /// Whether there are more than those that are told.
    pub has_more: bool,
}

impl Resolution {
    /// The body meant, when there is one.
    #[must_use]
    pub fn found(&self) -> Option<&Ranked> {
        self.candidates
            .first()
            .filter(|_| self.outcome == Outcome::Match)
    }
}

/// How sure it must be that one is meant.
const SURE: f32 = 0.66;
/// Candidates that are told.
const MOST: usize = 8;

/// Countries and places: what written names are resolved against.
#[derive(Debug, Default)]
pub struct Atlas {
    /// Authorities, divisions and places.
    pub gazetteer: Gazetteer,
    /// Countries and their names.
    pub countries: Countries,
}

impl Atlas {
    /// Which body a written name means.
    #[must_use]
    pub fn resolve(&self, question: &Question<'_>) -> Resolution {
        resolve(&self.gazetteer, &self.countries, question)
    }

    /// The country meant by words, when it is one: under any of its names, or by a region of it.
    #[must_use]
    pub fn country(&self, written: &str) -> Option<CountryCode> {
        match Where::read(written, &self.countries, &self.gazetteer).countries[..] {
            [only] => Some(only),
            _ => None,
        }
    }
}

fn resolve(gazetteer: &Gazetteer, countries: &Countries, question: &Question<'_>) -> Resolution {
    let first = resolve_name(gazetteer, countries, question);
    if first.outcome == Outcome::Match {
        return first;
    }
    let instead = in_brackets(question.name)
        .or_else(|| former(question.name))
        .or_else(|| before_its_region(gazetteer, countries, question));
    let Some(name) = instead else {
        return beside_its_city(gazetteer, countries, question).unwrap_or(first);
    };
    let told = Question {
        name: &name,
        ..*question
    };
    let second = resolve_name(gazetteer, countries, &told);
    if second.outcome == Outcome::Match {
        second
    } else {
        first
    }
}

/// Inhabitants of a city that has its name written before or behind that of a part of it.
const HAS_PARTS: u32 = 100_000;

/// "Berlin Spandau" as "Spandau (Berlin)", and "Altona Hamburg" as "Altona (Hamburg)": where one part of the name is a
/// large city, and the other something that lies in it.
fn beside_its_city(
    gazetteer: &Gazetteer,
    countries: &Countries,
    question: &Question<'_>,
) -> Option<Resolution> {
    let resolved = |name: &str| {
        let told = Question { name, ..*question };
        Some(resolve_name(gazetteer, countries, &told)).filter(|told| told.found().is_some())
    };
    let is_city = |name: &str| {
        let city = resolved(name);
        let best = city.as_ref().and_then(Resolution::found);
        best.is_some_and(|best| {
            let place = gazetteer.place(best.place);
            place.level == Level::Municipality && place.weight >= HAS_PARTS
        })
    };
    let lies_in = |part: &str, city: &str| {
        let told = resolved(&format!("{part} ({city})"))?;
        let best = told.found()?;
        let place = gazetteer.place(best.place);
        // A district of that name near the city is not in it.
        let is_part = matches!(place.level, Level::Part | Level::Municipality);
        let lies_in = best.reasons.iter().any(|reason| {
            matches!(reason, Reason::LiesIn(of)
                if is_part || [place.county, place.region].contains(&Some(*of)))
        });
        lies_in.then_some(told)
    };
    // What stands in brackets or after a comma is read as such already.
    if question.name.contains(['(', ',']) {
        return None;
    }
    let gaps = question.name.match_indices(' ').map(|(at, _)| at);
    gaps.filter_map(|at| {
        let (first, last) = (question.name[..at].trim(), question.name[at..].trim());
        if first.is_empty() || last.is_empty() {
            return None;
        }
        if is_city(first)
            && let Some(part) = lies_in(last, first)
        {
            return Some(part);
        }
        is_city(last).then(|| lies_in(first, last))?
    })
    .next()
}

/// "Cambridge Minnesota" as "Cambridge (Minnesota)", where a region of the stated country has that name.
fn before_its_region(
    gazetteer: &Gazetteer,
    countries: &Countries,
    question: &Question<'_>,
) -> Option<String> {
    let stated = question.country?;
    let place = Where::read(stated, countries, gazetteer);
    let gaps = question.name.match_indices(' ').map(|(at, _)| at);
    gaps.filter_map(|at| {
        let (name, around) = (question.name[..at].trim(), question.name[at..].trim());
        let is_region = place.has_region(around, gazetteer);
        (!name.is_empty() && is_region).then(|| format!("{name} ({around})"))
    })
    .next()
}

fn resolve_name(
    gazetteer: &Gazetteer,
    countries: &Countries,
    question: &Question<'_>,
) -> Resolution {
    let reading = Reading::of(question.name);
    let place = match (question.code, question.country) {
        (Some(code), _) => Where::code(code, gazetteer),
        (None, Some(written)) if !written.trim().is_empty() => {
            Where::read(written, countries, gazetteer)
        }
        _ => reading
            .asides()
            .map(|aside| Where::named(aside, countries, gazetteer))
            .find(|place| !place.countries.is_empty())
            .unwrap_or_default(),
    };
    // A country that nobody understands is not the same as none: only one that has no namesake anywhere is meant for sure.
    let stated = question
        .country
        .is_some_and(|written| !written.trim().is_empty());
    let is_stated_in_vain = question.code.is_none() && stated && place.countries.is_empty();
    let weighing = Weighing::new(gazetteer, &reading, &place, countries, question.likelier);
    let (mut candidates, has_more) = weighing.candidates();
    let is_only_one = |best: &Ranked| best.reasons.contains(&Reason::OnlyOne);
    let sure = candidates
        .first()
        .is_some_and(|best| best.score >= SURE && (!is_stated_in_vain || is_only_one(best)));
    let outcome = if let Some(best) = candidates.first_mut().filter(|_| sure) {
        if !is_called_after(gazetteer.place(best.place).level, reading.level)
            || is_so_called(gazetteer, best.place, reading.base())
        {
            Outcome::Match
        } else if let Some(division) = division_called_after(gazetteer, best.place, reading.level) {
            best.place = stands_for(gazetteer, division, reading.level);
            best.reasons.insert(0, Reason::WithoutLevelWord);
            Outcome::Match
        } else {
            best.reasons.insert(0, Reason::BodyOfItsOwnIn(best.place));
            Outcome::Within
        }
    } else if let Some(town) = candidates
        .first_mut()
        .filter(|best| is_town_alone(gazetteer, best, &reading))
    {
        town.reasons.insert(0, Reason::BodyOfItsOwnIn(town.place));
        Outcome::Within
    } else if let Some(there) = within::within(gazetteer, &reading, &place.countries, &candidates) {
        candidates.insert(0, there);
        Outcome::Within
    } else {
        candidates.extend(weighing.elsewhere());
        if candidates.is_empty() {
            Outcome::Nothing
        } else {
            Outcome::Ambiguous
        }
    };
    let has_more = has_more || candidates.len() > MOST;
    candidates.truncate(MOST);
    Resolution {
        outcome,
        candidates,
        has_more,
    }
}

/// Whether the municipality around a town was asked for ("Viiratsi vald") and only the town is known: that lies there.
fn is_town_alone(gazetteer: &Gazetteer, best: &Ranked, reading: &Reading) -> bool {
    reading.is_around_a_town == Some(true)
        && best.reasons.contains(&Reason::OnlyOne)
        && !best.reasons.contains(&Reason::NotKnownToLieThere)
        && !best
            .reasons
            .iter()
            .any(|reason| matches!(reason, Reason::Slips(_) | Reason::OtherCountry(_)))
        && gazetteer.place(best.place).level == Level::Municipality
        && gazetteer.place(best.place).position.is_some()
}

/// Whether a place has just that name, the word for the level in it: "Kretinga District" is one of the names of a
/// municipality of Lithuania.
fn is_so_called(gazetteer: &Gazetteer, of: PlaceRef, written: &str) -> bool {
    let folded = fold(written);
    let is_named_so = gazetteer
        .named(&folded, gazetteer.place(of).country)
        .any(|named| named.place == of && matches!(named.sort, NameSort::Main | NameSort::Other));
    // "Hamburg region" is Hamburg.
    let bare = || without_level(&folded).map_or(folded.as_str(), |(bare, _)| bare);
    is_named_so
        || [folded.as_str(), bare()]
            .iter()
            .any(|name| is_city_and_division(gazetteer, of, name))
}

/// The region or county around a town that has the town's main name, too: "Charkivregionen" is Kharkiv oblast, though only
/// of the town somebody has listed what it is called in Swedish.
fn division_called_after(
    gazetteer: &Gazetteer,
    town: PlaceRef,
    said: Option<Level>,
) -> Option<PlaceRef> {
    let place = gazetteer.place(town);
    let around = [place.region, place.county];
    gazetteer
        .named(&fold(&place.name), place.country)
        .map(|named| named.place)
        .find(|of| around.contains(&Some(*of)) && Some(gazetteer.place(*of).level) == said)
}

/// Whether a county or region was asked for and only a town of that name is known: a body of its own, called after it.
fn is_called_after(found: Level, said: Option<Level>) -> bool {
    matches!(said, Some(Level::County | Level::Region))
        && matches!(found, Level::Municipality | Level::Part)
}
