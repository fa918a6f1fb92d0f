//! Bodies abroad that share their name with one of another level: "Samsun" is a city and the province around it. Who sees
//! both has to see which is which.

use rustc_hash::{FxHashMap, FxHashSet};
use vanort_domain::bodies::Body;
use vanort_domain::register::Register;
use vanort_domain::vocabulary::Role;
use vanort_domain::{BodyId, CountryCode};

use crate::local_names::{Tongue, name_in};

/// The level of those that are wider or narrower than the municipality of their name.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Namesakes(FxHashMap<BodyId, Role>);

impl Namesakes {
    /// Those of a register; in whatever language the names are the same.
    #[must_use]
    pub(crate) fn of(register: &Register) -> Self {
        let mut named: FxHashMap<(CountryCode, &str), FxHashSet<Option<Role>>> =
            FxHashMap::default();
        let levelled: Vec<(&Body, Role)> = register
            .bodies()
            .filter_map(|body| Some((&**body, level(body)?)))
            .collect();
        for (body, _) in &levelled {
            for key in keys(body) {
                named.entry(key).or_default();
            }
        }
        for body in register.bodies() {
            for key in keys(body) {
                if let Some(levels) = named.get_mut(&key) {
                    levels.insert(level(body));
                }
            }
        }
        let shares = |body: &Body| keys(body).any(|key| named[&key].len() > 1);
        Self(
            levelled
                .into_iter()
                .filter(|(body, _)| shares(body))
                .map(|(body, level)| (body.id.clone(), level))
                .collect(),
        )
    }

    /// The level to tell beside the name of a body, where it is needed.
    #[must_use]
    pub fn level_of(&self, id: &BodyId) -> Option<Role> {
        self.0.get(id).copied()
    }
}

/// The country with each of the names by which a body abroad is listed.
fn keys(body: &Body) -> impl Iterator<Item = (CountryCode, &str)> {
    let country = body.country.filter(|code| *code != CountryCode::SWEDEN);
    let names = Tongue::ALL.into_iter().map(|tongue| name_in(body, tongue));
    country
        .into_iter()
        .flat_map(move |code| names.clone().map(move |name| (code, name)))
}

/// The level of a body that is no municipality.
fn level(body: &Body) -> Option<Role> {
    if body.has_role(Role::Municipality) {
        return None;
    }
    [Role::Region, Role::District, Role::Part]
        .into_iter()
        .find(|role| body.has_role(*role))
}
