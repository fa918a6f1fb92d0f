//! Finding bodies, groups and countries by a written name.

use vanort_domain::register::Register;
use vanort_domain::{BodyId, CountryCode, GroupId};
use vanort_names::{fold, nearest};

use crate::Countries;

/// A body found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BodyHit {
    /// The body.
    pub body: BodyId,
    /// The name by which it was found, when that is not the name it is listed by.
    pub matched: Option<String>,
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
    /// Bodies with a name like it, when nothing else was found.
    pub near: Vec<BodyId>,
}

impl Hits {
    /// Whether nothing was found, near names aside.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.bodies.is_empty() && self.groups.is_empty() && self.countries.is_empty()
    }
}

#[derive(Debug)]
struct Name {
    folded: String,
    written: String,
    body: BodyId,
    is_main: bool,
    weight: u8,
}

/// The names of all bodies, folded.
#[derive(Debug)]
pub struct SearchIndex {
    names: Vec<Name>,
}

/// The most hits of one sort.
const MOST: usize = 50;
/// Longest search text, in characters; what comes after is not looked at.
pub const LONGEST: usize = 200;

impl SearchIndex {
    /// The names in a register.
    #[must_use]
    pub fn of(register: &Register) -> Self {
        let mut names = Vec::new();
        for body in register.bodies() {
            let weight = match (
                body.is_member(),
                register.partnerships_of(&body.id).is_empty(),
            ) {
                (true, _) => 0,
                (false, false) => 1,
                (false, true) => 2,
            };
            let codes = [body.scb_code.as_deref(), Some(body.id.as_str())];
            let local = crate::local_names::ukrainian(&body.id);
            let codes = codes.into_iter().flatten();
            let written = body.names().into_iter().chain(local).chain(codes);
            for (place, name) in written.enumerate() {
                names.push(Name {
                    folded: fold(name),
                    written: name.to_owned(),
                    body: body.id.clone(),
                    is_main: place == 0,
                    weight,
                });
            }
        }
        names.sort_by(|a, b| (a.weight, &a.folded, &a.body).cmp(&(b.weight, &b.folded, &b.body)));
        Self { names }
    }

    fn bodies(&self, folded: &str) -> Vec<BodyHit> {
        let mut hits: Vec<(u8, u8, &Name)> = self
            .names
            .iter()
            .filter_map(|name| {
                closeness(&name.folded, folded).map(|close| (close, name.weight, name))
            })
            .collect();
        hits.sort_by_key(|(close, weight, name)| (*close, *weight, !name.is_main));
        let mut found: Vec<BodyHit> = Vec::new();
        for (_, _, name) in hits {
            if found.len() < MOST && !found.iter().any(|hit| hit.body == name.body) {
                let matched = (!name.is_main).then(|| name.written.clone());
                found.push(BodyHit {
                    body: name.body.clone(),
                    matched,
                });
            }
        }
        found
    }

    /// Bodies with a name like it, at most five.
    #[must_use]
    pub fn near(&self, written: &str) -> Vec<BodyId> {
        let names = self
            .names
            .iter()
            .map(|name| (name.folded.as_str(), &name.body));
        let mut found: Vec<BodyId> = Vec::new();
        for (body, _) in nearest(written, names, 20) {
            if found.len() < 5 && !found.contains(body) {
                found.push(body.clone());
            }
        }
        found
    }
}

/// How close a folded name comes: 0 the same, 1 begins so, 2 a word begins so, 3 holds it.
fn closeness(name: &str, sought: &str) -> Option<u8> {
    let at = name.find(sought)?;
    Some(match at {
        0 if name.len() == sought.len() => 0,
        0 => 1,
        _ if name.split(' ').any(|word| word.starts_with(sought)) => 2,
        _ => 3,
    })
}

/// Finds bodies, groups and countries by a written name.
#[must_use]
pub fn find(snapshot: &crate::Snapshot, countries: &Countries, written: &str) -> Hits {
    let written: String = written.chars().take(LONGEST).collect();
    let folded = fold(&written);
    if folded.is_empty() {
        return Hits::default();
    }
    let index = snapshot.search_index();
    let mut groups: Vec<GroupId> = snapshot
        .register
        .groups()
        .filter(|group| {
            std::iter::once(&group.name)
                .chain(&group.name_en)
                .any(|name| fold(name).contains(&folded))
        })
        .map(|group| group.id.clone())
        .collect();
    groups.sort_unstable();
    let mut found: Vec<CountryCode> = countries
        .iter()
        .filter(|country| {
            [&country.name_sv, &country.name_en]
                .iter()
                .any(|name| fold(name).starts_with(&folded))
        })
        .map(|country| country.code)
        .collect();
    found.extend(
        countries
            .by_name(&written)
            .map(|country| country.code)
            .filter(|code| !found.contains(code)),
    );
    let mut hits = Hits {
        bodies: index.bodies(&folded),
        groups,
        countries: found,
        near: Vec::new(),
    };
    if hits.is_empty() {
        hits.near = index.near(&written);
    }
    hits
}
