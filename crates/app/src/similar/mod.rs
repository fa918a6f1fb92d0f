//! Bodies like a body: which Swedish municipalities and regions are of the same kind, and in what.
//!
//! Every reason is a fact that holds for both bodies; what is not known of one of them is no reason. The weights are
//! in `docs/reference/similar.md`. Municipalities are held against municipalities and regions against regions.

mod traits;

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;
use smol_str::SmolStr;
use vanort_domain::bodies::Body;
use vanort_domain::register::Register;
use vanort_domain::vocabulary::{Role, Standing, Theme};
use vanort_domain::{BodyId, CountryCode};

pub use traits::{Trait, TraitError, Traits, read_traits, traits};

/// In what two bodies are alike.
#[derive(Debug, Clone, PartialEq)]
pub enum Alike {
    /// Inhabitants of both: the larger number is at most one and a half times the smaller.
    Size(u32, u32),
    /// SKR's group of municipalities of both: code and name.
    Group(SmolStr, String),
    /// SKR's main group of both: its letter.
    MainGroup(char),
    /// They share a boundary on land.
    Neighbours,
    /// County of both: its code and name.
    County(String, String),
    /// Both lie by the sea.
    Coast,
    /// Both have a land border to the country.
    Border(CountryCode),
    /// Both have a seat or campus of a university or university college.
    University,
    /// Fields in which both co-operate.
    Themes(Vec<Theme>),
    /// Countries in which both have partners.
    Countries(Vec<CountryCode>),
}

impl Alike {
    /// What the reason counts for; see `docs/reference/similar.md`.
    #[must_use]
    pub fn weight(&self) -> u32 {
        match self {
            Self::Size(a, b) if within(*a, *b, 6, 5) => 30,
            Self::Size(..) => 20,
            Self::Group(..) => 30,
            Self::MainGroup(_) => 12,
            Self::Border(_) => 15,
            Self::Coast | Self::University => 10,
            Self::Neighbours | Self::County(..) => 6,
            Self::Themes(all) => 4 * some(all.len(), 3),
            Self::Countries(all) => 3 * some(all.len(), 5),
        }
    }
}

fn some(number: usize, most: u32) -> u32 {
    u32::try_from(number).unwrap_or(most).min(most)
}

/// Whether the larger is at most `of / by` times the smaller.
fn within(a: u32, b: u32, of: u64, by: u64) -> bool {
    let (small, large) = (u64::from(a.min(b)), u64::from(a.max(b)));
    small > 0 && large * by <= small * of
}

/// A body like another, with the reasons, the weightiest first.
#[derive(Debug, Clone, PartialEq)]
pub struct Likeness {
    /// The body.
    pub body: BodyId,
    /// In what it is alike; never empty.
    pub reasons: Vec<Alike>,
}

impl Likeness {
    /// What the reasons count for together.
    #[must_use]
    pub fn score(&self) -> u32 {
        self.reasons.iter().map(Alike::weight).sum()
    }
}

/// What is held against others of one body.
#[derive(Debug)]
struct Profile {
    id: BodyId,
    is_region_alone: bool,
    population: Option<u32>,
    group: Option<(SmolStr, String)>,
    county: Option<(SmolStr, String)>,
    themes: BTreeSet<Theme>,
    countries: BTreeSet<CountryCode>,
}

/// The Swedish municipalities and regions of one state of the register, ready to be compared.
#[derive(Debug)]
pub struct Kinds {
    profiles: Vec<Profile>,
    places: FxHashMap<BodyId, usize>,
}

impl Kinds {
    /// What a register knows of the bodies; those that have gone up in others are left out.
    #[must_use]
    pub fn of(register: &Register) -> Self {
        let profiles: Vec<Profile> = register
            .bodies()
            .filter(|body| body.is_member() && body.successions.is_empty())
            .map(|body| profile(register, body))
            .collect();
        let places = profiles
            .iter()
            .enumerate()
            .map(|(place, of)| (of.id.clone(), place))
            .collect();
        Self { profiles, places }
    }

    /// All bodies like one, the likest first; of those that count the same the nearest in size. Empty where the body
    /// is no Swedish municipality or region of today.
    #[must_use]
    pub fn like(&self, id: &BodyId) -> Vec<Likeness> {
        let Some(of) = self.places.get(id).map(|place| &self.profiles[*place]) else {
            return Vec::new();
        };
        let mut all: Vec<(u32, u32, Likeness)> = self
            .profiles
            .iter()
            .filter(|other| other.id != of.id && other.is_region_alone == of.is_region_alone)
            .filter_map(|other| {
                let reasons = reasons(traits(), of, other);
                let likeness = Likeness {
                    body: other.id.clone(),
                    reasons,
                };
                let apart = of
                    .population
                    .zip(other.population)
                    .map_or(u32::MAX, |(a, b)| a.abs_diff(b));
                (!likeness.reasons.is_empty()).then(|| (likeness.score(), apart, likeness))
            })
            .collect();
        all.sort_by(|a, b| {
            b.0.cmp(&a.0)
                .then_with(|| a.1.cmp(&b.1))
                .then_with(|| a.2.body.cmp(&b.2.body))
        });
        all.into_iter().map(|(.., likeness)| likeness).collect()
    }

    /// In what two bodies are alike; the same whichever comes first, figures aside, which stand in the order asked.
    #[must_use]
    pub fn between(&self, one: &BodyId, other: &BodyId) -> Vec<Alike> {
        let profile = |id| self.places.get(id).map(|place| &self.profiles[*place]);
        match (profile(one), profile(other)) {
            (Some(one), Some(other)) if one.id != other.id => reasons(traits(), one, other),
            _ => Vec::new(),
        }
    }
}

fn profile(register: &Register, body: &Body) -> Profile {
    let mut themes = BTreeSet::new();
    let mut countries = BTreeSet::new();
    for of in register.partnerships_of(&body.id) {
        if of.partnership.standing == Standing::Ended {
            continue;
        }
        themes.extend(of.partnership.themes.iter().copied());
        let partner = register.body(&of.partner);
        countries.extend(partner.and_then(|partner| partner.country));
    }
    countries.remove(&CountryCode::SWEDEN);
    Profile {
        id: body.id.clone(),
        is_region_alone: !body.roles.contains(&Role::Municipality),
        population: body.population,
        group: body
            .skr_group
            .clone()
            .map(|code| (code, body.skr_group_name.clone().unwrap_or_default())),
        county: body.county_code.clone().zip(body.county_name.clone()),
        themes,
        countries,
    }
}

fn reasons(traits: &Traits, a: &Profile, b: &Profile) -> Vec<Alike> {
    let mut found = Vec::new();
    if let Some((first, second)) = a.population.zip(b.population)
        && within(first, second, 3, 2)
    {
        found.push(Alike::Size(first, second));
    }
    if let Some((one, other)) = a.group.as_ref().zip(b.group.as_ref()) {
        if one.0 == other.0 {
            found.push(Alike::Group(one.0.clone(), one.1.clone()));
        } else if let (Some(letter), true) =
            (one.0.chars().next(), one.0.get(..1) == other.0.get(..1))
        {
            found.push(Alike::MainGroup(letter));
        }
    }
    let both = |which| traits.has(&a.id, which) && traits.has(&b.id, which);
    for (which, country) in [(Trait::BorderNorway, "NO"), (Trait::BorderFinland, "FI")] {
        if both(which)
            && let Ok(country) = country.parse()
        {
            found.push(Alike::Border(country));
        }
    }
    found.extend(both(Trait::Coast).then_some(Alike::Coast));
    found.extend(both(Trait::University).then_some(Alike::University));
    if traits.are_neighbours(&a.id, &b.id) {
        found.push(Alike::Neighbours);
    } else if let Some((one, other)) = a.county.as_ref().zip(b.county.as_ref())
        && one.0 == other.0
    {
        found.push(Alike::County(one.0.to_string(), one.1.clone()));
    }
    let themes: Vec<Theme> = a.themes.intersection(&b.themes).copied().collect();
    if !themes.is_empty() {
        found.push(Alike::Themes(themes));
    }
    let countries: Vec<CountryCode> = a.countries.intersection(&b.countries).copied().collect();
    if !countries.is_empty() {
        found.push(Alike::Countries(countries));
    }
    found.sort_by_key(|reason| std::cmp::Reverse(reason.weight()));
    found
}
