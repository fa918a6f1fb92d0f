//! Finding bodies, groups, countries, sources and programmes by a written name.

mod bare;
mod names;
mod phrase;
mod sound;

use std::cmp::Reverse;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};
use vanort_domain::bodies::Body;
use vanort_domain::register::Register;
use vanort_domain::statements::About;
use vanort_domain::vocabulary::PublisherKind;
use vanort_domain::{BodyId, CountryCode, GroupId, SourceId};
use vanort_names::{Atlas, Question, fold, fold_in_latin};

use crate::local_names::ukrainian;
use crate::{Countries, Snapshot};
use names::{Closeness, Names, Sort};
pub use phrase::{AREAS, Area, Meaning, Phrasebook, Selection};
use sound::Sounds;

/// Why a body was found, when that is not obvious.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// By the name it is listed by.
    Name,
    /// By a code or an identifier of it.
    Code(String),
    /// By another of its names.
    OtherName(String),
    /// By what a source calls it.
    Written(String),
    /// By its name in another language or spelling, which the gazetteer knows.
    Elsewhere,
    /// It stands for the body of this name, with which it was merged.
    StandsFor(String),
}

/// A body found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BodyHit {
    /// The body.
    pub body: BodyId,
    /// Why it is one.
    pub why: Why,
}

/// What a search gives.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hits {
    /// Bodies, best first.
    pub bodies: Vec<BodyHit>,
    /// Groups.
    pub groups: Vec<GroupId>,
    /// Countries.
    pub countries: Vec<CountryCode>,
    /// Sources of publishers who are not listed as bodies.
    pub sources: Vec<SourceId>,
    /// Bodies with a name like it, when nothing else was found.
    pub near: Vec<BodyId>,
    /// The country with a name like it, when nothing else was found.
    pub near_country: Option<CountryCode>,
}

impl Hits {
    /// Whether nothing was found, near names aside.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.bodies.is_empty()
            && self.groups.is_empty()
            && self.countries.is_empty()
            && self.sources.is_empty()
    }
}

/// The most hits of one sort.
const MOST: usize = 50;
/// Hits that are looked at for them: a body may have many names, and some are merged into others.
const ENOUGH: usize = MOST * 4;
/// Near names that are told.
const MOST_NEAR: usize = 5;
/// Fewest signs by which a source or a programme is sought.
pub const LEAST_OF_OTHERS: usize = 3;
/// Longest search text, in characters; what comes after is not looked at.
pub const LONGEST: usize = 200;
/// Bodies that may have come since the index was made before it is made anew.
const MOST_LATER: usize = 1_000;

/// The names of all bodies, folded and in order.
///
/// Making it takes a while in a large register; bodies that come later are kept beside it, so that a new entry of
/// the log does not cost the next visitor that while.
#[derive(Debug, Clone)]
pub struct SearchIndex {
    sounds: Arc<Sounds>,
    names: Arc<Names>,
    later: Arc<Names>,
    /// By folded name, with and without "län".
    counties: Arc<FxHashMap<String, (String, String)>>,
    /// Folded names of groups.
    groups: Arc<[(String, GroupId)]>,
    /// Folded publishers and titles of sources whose publisher is not a body.
    sources: Arc<[(String, SourceId)]>,
}

impl SearchIndex {
    /// The names in a register.
    #[must_use]
    pub fn of(register: &Register) -> Self {
        let mut written: FxHashMap<&BodyId, FxHashSet<&str>> = FxHashMap::default();
        for (entry, statement) in register.statements() {
            if register.is_withdrawn(&entry.by) {
                continue;
            }
            let partner = match &statement.about {
                About::Partner(partner) => Some(partner),
                _ => None,
            };
            for mention in [Some(&statement.subject), partner].into_iter().flatten() {
                if let Some(words) = &mention.written {
                    let body = register.identity().canonical_ref(&mention.body);
                    written.entry(body).or_default().insert(words);
                }
            }
        }
        let mut names = Names::default();
        let mut counties = FxHashMap::default();
        for body in register.every_body() {
            if let (Some(code), Some(name)) = (&body.county_code, &body.county_name) {
                for name_of in county_names(name) {
                    counties.insert(name_of, (code.to_string(), name.clone()));
                }
            }
            let words = written.get(&body.id).into_iter().flatten().copied();
            let mut words: Vec<&str> = words.collect();
            words.sort_unstable();
            names.add(body, weight(register, body), words.into_iter());
        }
        names.seal();
        let known = register.every_body();
        let known = known.map(|body| (&**body, weight(register, body)));
        Self {
            sounds: Arc::new(Sounds::of(known.filter(|(_, weight)| *weight < 2))),
            names: Arc::new(names),
            later: Arc::default(),
            counties: Arc::new(counties),
            groups: groups(register),
            sources: sources(register),
        }
    }

    /// The index with bodies that are new, have new names, or (with an empty one) are seen again; `None` when there are so
    /// many that it is better made anew.
    #[must_use]
    pub(crate) fn with(
        &self,
        register: &Register,
        changed: &[(BodyId, String)],
        others_changed: bool,
    ) -> Option<Self> {
        let (groups, sources) = if others_changed {
            (groups(register), sources(register))
        } else {
            (self.groups.clone(), self.sources.clone())
        };
        let is_found = |id: &BodyId, words: &str| {
            let folded = fold(words);
            let mut bearers = self.names.called(&folded);
            bearers.any(|bearer| bearer.id == *id)
        };
        let own_name = |id: &BodyId| register.body(id).map(|body| body.name.as_str());
        let mut bodies: Vec<(BodyId, String)> = changed
            .iter()
            .filter(|(id, words)| match words.as_str() {
                "" => own_name(id).is_some_and(|name| !is_found(id, name)),
                words => !is_found(id, words),
            })
            .cloned()
            .collect();
        if bodies.is_empty() {
            return Some(Self {
                groups,
                sources,
                ..self.clone()
            });
        }
        let earlier = self.later.bearers.iter();
        bodies.extend(earlier.map(|bearer| (bearer.id.clone(), String::new())));
        if bodies.len() > MOST_LATER {
            return None;
        }
        let mut words: FxHashMap<&BodyId, Vec<&str>> = FxHashMap::default();
        for (id, written) in &bodies {
            words.entry(id).or_default().push(written);
        }
        let mut later = Names::default();
        for (id, written) in words {
            if let Some(body) = register.body(id) {
                later.add(body, weight(register, body), written.into_iter());
            }
        }
        later.seal();
        Some(Self {
            later: Arc::new(later),
            groups,
            sources,
            ..self.clone()
        })
    }

    /// Bodies that answer to the folded text as [`Names::find`] or [`Names::nearly`] has it, best first.
    fn bodies(
        &self,
        register: &Register,
        look: impl Fn(&Names) -> Vec<(Closeness, u32)>,
    ) -> Vec<BodyHit> {
        let all = [&*self.names, &*self.later];
        let mut hits: Vec<_> = all
            .into_iter()
            .flat_map(|names| look(names).into_iter().map(move |hit| (names, hit)))
            .map(|(names, (close, number))| {
                let name = names.name(number);
                let bearer = &names.bearers[name.body as usize];
                let rank = (close, bearer.weight, Reverse(bearer.population), name.sort);
                (rank, bearer, name)
            })
            .collect();
        if hits.len() > ENOUGH {
            hits.select_nth_unstable_by(ENOUGH, |(a, b, _), (c, d, _)| (a, &b.id).cmp(&(c, &d.id)));
            hits.truncate(ENOUGH);
        }
        hits.sort_unstable_by(|(a, b, _), (c, d, _)| (a, &b.id).cmp(&(c, &d.id)));
        let mut known = FxHashSet::default();
        hits.into_iter()
            .filter_map(|(_, bearer, name)| {
                let body = register.body(&bearer.id)?;
                let written = || name.written.as_deref().unwrap_or_default().to_owned();
                let why = match name.sort {
                    _ if body.id != bearer.id => Why::StandsFor(match &name.written {
                        Some(written) => written.to_string(),
                        None => register.body_as_it_was(&bearer.id)?.name.clone(),
                    }),
                    Sort::Main => Why::Name,
                    Sort::Code => Why::Code(written()),
                    Sort::Other => Why::OtherName(written()),
                    Sort::Written => Why::Written(written()),
                };
                let body = body.id.clone();
                known.insert(body.clone()).then_some(BodyHit { body, why })
            })
            .take(MOST)
            .collect()
    }

    /// Groups with the folded text in one of their names.
    fn groups(&self, folded: &str) -> Vec<GroupId> {
        let mut found: Vec<GroupId> = self
            .groups
            .iter()
            .filter(|(name, _)| name.contains(folded))
            .map(|(_, group)| group.clone())
            .collect();
        found.dedup();
        found
    }

    /// Sources with a word of publisher or title that begins with the folded text.
    fn sources(&self, folded: &str) -> Vec<SourceId> {
        // A letter or two begin the words of many.
        if folded.chars().count() < LEAST_OF_OTHERS {
            return Vec::new();
        }
        let sources = self.sources.iter();
        sources
            .filter(|(words, _)| begins_a_word(words, folded))
            .map(|(_, source)| source.clone())
            .take(MOST)
            .collect()
    }

    /// Code and name of the county of this folded name.
    fn county(&self, folded: &str) -> Option<(&str, &str)> {
        let (code, name) = self.counties.get(folded)?;
        Some((code, name))
    }

    /// The body of exactly this folded name, where one goes before all others.
    fn called(&self, register: &Register, folded: &str) -> Option<BodyId> {
        let all = [&*self.names, &*self.later];
        let best = all
            .into_iter()
            .flat_map(|names| {
                names
                    .find(folded, 1)
                    .into_iter()
                    .map(move |hit| (names, hit))
            })
            .filter(|(_, (close, _))| *close == Closeness::Whole)
            .map(|(names, (_, number))| &names.bearers[names.name(number).body as usize])
            .filter(|bearer| bearer.weight < 2)
            .min_by_key(|bearer| (bearer.weight, Reverse(bearer.population)))?;
        Some(register.body(&best.id)?.id.clone())
    }

    /// Bodies with a name like it, at most five.
    #[must_use]
    pub fn near(&self, register: &Register, written: &str) -> Vec<BodyId> {
        let mut found: Vec<BodyId> = Vec::new();
        for folded in readings(written) {
            let hits = self.bodies(register, |names| names.nearly(&folded, ENOUGH));
            for hit in hits {
                if !found.contains(&hit.body) {
                    found.push(hit.body);
                }
            }
        }
        found.truncate(MOST_NEAR);
        found
    }
}

/// The text folded, and as it would be read aloud in Latin letters where that is something else.
fn readings(written: &str) -> Vec<String> {
    let written: String = written.chars().take(LONGEST).collect();
    let mut readings = vec![fold(&written)];
    if !written.is_ascii() {
        readings.push(fold_in_latin(&written));
    }
    // "212000-1355" is one number.
    if written
        .bytes()
        .all(|b| b.is_ascii_digit() || matches!(b, b'-' | b' '))
    {
        readings.push(written.replace(['-', ' '], ""));
    }
    readings.retain(|folded| !folded.is_empty());
    readings.dedup();
    readings
}

/// A county is called with and without the word: "Hallands län", "Halland".
fn county_names(name: &str) -> Vec<String> {
    let mut names = vec![fold(name)];
    if let Some(short) = name.strip_suffix(" län") {
        names.push(fold(short));
        names.extend(short.strip_suffix('s').map(fold));
    }
    names
}

fn weight(register: &Register, body: &Body) -> u8 {
    match (body.is_member(), register.has_partnerships(&body.id)) {
        (true, _) => 0,
        (false, true) => 1,
        (false, false) => 2,
    }
}

/// Finds bodies, groups and countries by a written name; the atlas, where it is at hand, knows more languages.
#[must_use]
pub fn find(
    snapshot: &Snapshot,
    countries: &Countries,
    atlas: Option<&Atlas>,
    written: &str,
) -> Hits {
    let readings = readings(written);
    let Some(folded) = readings.first() else {
        return Hits::default();
    };
    let register = &snapshot.register;
    let index = snapshot.search_index();
    let mut hits = Hits {
        bodies: index.bodies(register, |names| {
            readings
                .iter()
                .flat_map(|folded| names.find(folded, ENOUGH))
                .collect()
        }),
        groups: index.groups(folded),
        countries: countries_named(countries, folded, written),
        sources: index.sources(folded),
        ..Hits::default()
    };
    // "Habo" is not Håbo, though both are folded alike.
    let as_written = |hit: &BodyHit| is_called(register, &hit.body, written.trim(), lower);
    hits.bodies.sort_by_cached_key(|hit| !as_written(hit));
    if let Some(atlas) = atlas {
        for body in in_other_languages(register, atlas, written) {
            if !hits.bodies.iter().any(|hit| hit.body == body) {
                let why = Why::Elsewhere;
                hits.bodies.insert(0, BodyHit { body, why });
            }
        }
        hits.bodies.truncate(MOST);
    }
    if hits.is_empty() {
        let readings = bare::without_administration(written, countries);
        let found = |names: &Names| {
            let found = readings.iter().map(|folded| names.find(folded, ENOUGH));
            found.flatten().collect()
        };
        hits.bodies = index.bodies(register, found);
    }
    if hits.is_empty() {
        hits.near_country = countries.near_name(written);
        // "Gothenberg": a slip in a name that only the atlas knows; most look for a Swedish body.
        let in_sweden = atlas.and_then(|atlas| misspelt_in_sweden(register, atlas, written));
        hits.near = index.near(register, written);
        hits.near.retain(|body| in_sweden.as_ref() != Some(body));
        hits.near.splice(..0, in_sweden);
        if hits.near.is_empty() && hits.near_country.is_none() {
            let bodies = index.sounds.like(written).into_iter();
            hits.near = bodies
                .filter_map(|id| Some(register.body(&id)?.id.clone()))
                .collect();
            hits.near.dedup();
        }
        hits.near.truncate(MOST_NEAR);
    }
    hits
}

/// The Swedish municipality or region that an identifier or a name means: the one that is called so, or the only one
/// that is found by it.
///
/// # Errors
/// When more than one may be meant, or none but for slips of the pen: these, five at most.
pub fn member(
    snapshot: &Snapshot,
    countries: &Countries,
    written: &str,
) -> Result<BodyId, Vec<BodyId>> {
    let register = &snapshot.register;
    let is_member = |id: &BodyId| register.body(id).is_some_and(|body| body.is_member());
    let by_id = written.trim().parse::<BodyId>().ok();
    if let Some(body) = by_id.and_then(|id| register.body(&id)) {
        return Some(body.id.clone()).filter(is_member).ok_or(Vec::new());
    }
    let found = find(snapshot, countries, None, written);
    let near: Vec<BodyId> = found.near.into_iter().filter(is_member).collect();
    let bodies = found.bodies.into_iter().map(|hit| hit.body);
    let mut members: Vec<BodyId> = bodies.filter(is_member).collect();
    let called = |alike: fn(&str) -> String| {
        let mut called = members.iter();
        called.find(|id| is_called(register, id, written.trim(), alike))
    };
    match (called(lower).or_else(|| called(fold)), &members[..]) {
        (Some(one), _) | (None, [one]) => Ok(one.clone()),
        _ => {
            members.extend(near);
            members.truncate(MOST_NEAR);
            Err(members)
        }
    }
}

/// Whether one of a body's names, or the one it has in Ukrainian, is alike what was written.
fn is_called(register: &Register, id: &BodyId, written: &str, alike: fn(&str) -> String) -> bool {
    let wanted = alike(written);
    register.body(id).is_some_and(|body| {
        let mut names = body.names().into_iter().chain(ukrainian(body));
        names.any(|name| alike(name) == wanted)
    })
}

fn lower(name: &str) -> String {
    name.to_lowercase()
}

fn groups(register: &Register) -> Arc<[(String, GroupId)]> {
    let mut groups: Vec<(String, GroupId)> = register
        .groups()
        .flat_map(|group| {
            let names = std::iter::once(&group.name).chain(&group.name_en);
            names.map(|name| (fold(name), group.id.clone()))
        })
        .collect();
    groups.sort_unstable_by(|(_, a), (_, b)| a.cmp(b));
    groups.into()
}

fn sources(register: &Register) -> Arc<[(String, SourceId)]> {
    let is_body = |kind| matches!(kind, PublisherKind::Municipality | PublisherKind::Region);
    let mut sources: Vec<(String, SourceId)> = register
        .sources()
        .filter(|source| !is_body(source.publisher_kind))
        .map(|source| {
            let title = source.title.as_deref().unwrap_or_default();
            let words = fold(&format!("{} {title}", source.publisher));
            (words, source.id.clone())
        })
        .collect();
    sources.sort_unstable();
    sources.into()
}

/// Whether a word of the folded words begins so.
#[must_use]
pub fn begins_a_word(words: &str, folded: &str) -> bool {
    words
        .match_indices(folded)
        .any(|(at, _)| at == 0 || words[..at].ends_with(' '))
}

fn countries_named(countries: &Countries, folded: &str, written: &str) -> Vec<CountryCode> {
    let mut found = countries.beginning(folded);
    found.extend(
        countries
            .by_name(written)
            .map(|country| country.code)
            .filter(|code| !found.contains(code)),
    );
    found
}

/// The one Swedish body that the atlas knows by a name that is a slip or two away.
fn misspelt_in_sweden(register: &Register, atlas: &Atlas, written: &str) -> Option<BodyId> {
    if written.chars().count() < LEAST_OF_OTHERS {
        return None;
    }
    let resolution = atlas.resolve(&Question {
        name: written,
        country: Some(CountryCode::SWEDEN.as_str()),
        ..Question::default()
    });
    let best = resolution.candidates.first()?;
    let id = atlas.gazetteer.place(best.place).id.parse().ok()?;
    Some(register.body(&id)?.id.clone())
}

/// Least weight of a reading of the atlas that is worth telling.
const WORTH_TELLING: f32 = 0.3;

/// Bodies of the register that the atlas knows by this name: Åbo is Turku.
fn in_other_languages(register: &Register, atlas: &Atlas, written: &str) -> Vec<BodyId> {
    if written.chars().count() < 3 {
        return Vec::new();
    }
    let resolution = atlas.resolve(&Question {
        name: written,
        ..Question::default()
    });
    resolution
        .candidates
        .iter()
        .filter(|candidate| candidate.score >= WORTH_TELLING)
        .filter_map(|candidate| {
            let id = atlas.gazetteer.place(candidate.place).id.parse().ok()?;
            Some(register.body(&id)?.id.clone())
        })
        .collect()
}
