//! Names of bodies abroad by language: those by which the register lists them in Swedish and in English, and in
//! Ukrainian letters those in Ukraine and Sweden. Sources and the gazetteer name a body as they do; the tables say how it is called here.

mod romanised;

use std::sync::{Arc, LazyLock};

use rustc_hash::FxHashMap;
use vanort_domain::bodies::Body;
use vanort_domain::log::{Content, Entry};
use vanort_domain::{BodyId, CountryCode};
use vanort_names::fold;

use crate::bundle;
use romanised::romanised;

/// What a body is called in Swedish, and in English where that differs.
#[derive(Debug)]
struct Called {
    swedish: String,
    english: Option<String>,
}

static CALLED: LazyLock<FxHashMap<BodyId, Called>> = LazyLock::new(|| {
    bundle::rows::<(String, String, Option<String>, String)>("names_sv.csv")
        .into_iter()
        .filter_map(|(id, swedish, english, _)| {
            Some((id.parse().ok()?, Called { swedish, english }))
        })
        .collect()
});

static UKRAINIAN: LazyLock<FxHashMap<BodyId, String>> = LazyLock::new(|| {
    bundle::rows::<(String, String, String)>("names_uk.csv")
        .into_iter()
        .filter_map(|(id, name, _)| Some((id.parse().ok()?, name)))
        .collect()
});

/// Names of places in Ukraine by how they are written in Latin letters; nothing where two names are written alike.
static BY_LATIN: LazyLock<FxHashMap<String, Option<&'static str>>> = LazyLock::new(|| {
    let mut names: FxHashMap<String, Option<&'static str>> = FxHashMap::default();
    for (_, name) in UKRAINIAN.iter().filter(|(id, _)| !id.is_swedish()) {
        if let Some(latin) = romanised(name) {
            let known = names.entry(fold(&latin)).or_insert(Some(name));
            // Two places of one name are named alike; two names that are written alike tell nobody which is meant.
            if known.is_some_and(|known| known != name) {
                *known = None;
            }
        }
    }
    names
});

/// A language in which bodies are named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tongue {
    /// Swedish, in which the register lists them.
    Swedish,
    /// English.
    English,
    /// Ukrainian.
    Ukrainian,
}

impl Tongue {
    /// All of them, each at its number.
    pub const ALL: [Self; 3] = [Self::Swedish, Self::English, Self::Ukrainian];

    /// The tag: `sv`, `en`, `uk`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Swedish => "sv",
            Self::English => "en",
            Self::Ukrainian => "uk",
        }
    }
}

/// The name by which a body is listed in a language: abroad the English one where the language has none of its own.
#[must_use]
pub fn name_in(body: &Body, tongue: Tongue) -> &str {
    let english = || {
        let is_abroad = body.country != Some(CountryCode::SWEDEN);
        body.name_en.as_deref().filter(|_| is_abroad)
    };
    let name = match tongue {
        Tongue::Swedish => None,
        Tongue::English => english(),
        Tongue::Ukrainian => ukrainian(body).or_else(english),
    };
    name.unwrap_or(&body.name)
}

/// The Ukrainian name of a body in Ukraine or Sweden: the one that `data/names_uk.csv` has; of a body in Ukraine that is not
/// in it, the one among its own names that is written like its Latin one when it is romanised, or that of every place there
/// that is written so. None is made up.
#[must_use]
pub fn ukrainian(body: &Body) -> Option<&str> {
    if let Some(name) = UKRAINIAN.get(&body.id) {
        return Some(name);
    }
    if body.country.is_none_or(|country| country.as_str() != "UA") {
        return None;
    }
    let latin = fold(body.name_en.as_ref().unwrap_or(&body.name));
    let names = body.names().into_iter();
    let mut own = names.filter(|name| romanised(name).is_some_and(|name| fold(&name) == latin));
    own.next().or_else(|| *BY_LATIN.get(&latin)?)
}

/// Entries of the log with the bodies in them as `data/names_sv.csv` calls them. The name they were recorded with stays
/// among their names; the log itself is as it was.
pub(crate) fn as_called(mut entries: Vec<Entry>) -> Vec<Entry> {
    for entry in &mut entries {
        if let Content::Body(body) = &mut entry.content
            && let Some(called) = CALLED.get(&body.id)
        {
            call(Arc::make_mut(body), called);
        }
    }
    entries
}

/// A body as the register will call it once it has it.
#[must_use]
pub fn as_it_will_be_called(mut body: Body) -> Body {
    if let Some(called) = CALLED.get(&body.id) {
        call(&mut body, called);
    }
    body
}

fn call(body: &mut Body, called: &Called) {
    let recorded = std::mem::replace(&mut body.name, called.swedish.clone());
    body.name_en
        .get_or_insert_with(|| called.english.as_ref().unwrap_or(&called.swedish).clone());
    if !body.names().contains(&recorded.as_str()) {
        body.other_names.push(recorded);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_in_ukraine_or_sweden_has_its_ukrainian_name_and_one_elsewhere_has_none() {
        let named = |id: &str| {
            let body = Body::named(id.parse().expect(id), "Name", None, "test");
            ukrainian(&body).map(ToOwned::to_owned)
        };
        assert_eq!(named("gn-702550").as_deref(), Some("Львів"));
        assert_eq!(named("gn-9114317").as_deref(), Some("Чугуївський район"));
        assert_eq!(named("se-1480").as_deref(), Some("Гетеборг"));
        assert_eq!(named("se-14").as_deref(), Some("Регіон Вестра-Йоталанд"));
        assert_eq!(named("fi-853"), None);
    }

    #[test]
    fn a_body_in_ukraine_that_no_table_names_is_called_as_its_own_names_or_all_places_of_its_name_are()
     {
        let named = |name: &str, other: &str, country: &str| {
            let id = "vn-0123456789".parse().expect("id");
            let mut body = Body::named(id, name, country.parse().ok(), "test");
            body.other_names.push(other.into());
            name_in(&body, Tongue::Ukrainian).to_owned()
        };
        // From its own names, of which the Russian one is none.
        assert_eq!(named("Vyhadanka", "Вигаданка", "UA"), "Вигаданка");
        assert_eq!(named("Vyhadanka", "Выгаданка", "UA"), "Vyhadanka");
        // Nobody knows which place is meant, and all that are written so have one name.
        assert_eq!(named("Novoukrainka", "", "UA"), "Новоукраїнка");
        assert_eq!(named("Novoukrainka", "", "MD"), "Novoukrainka");
        assert_eq!(
            named("hromadas in Vinnytsia oblast", "", "UA"),
            "hromadas in Vinnytsia oblast"
        );
    }

    #[test]
    fn every_swedish_municipality_and_region_has_a_name_in_ukrainian_letters_of_its_own() {
        let mut names = std::collections::BTreeMap::new();
        let table = bundle::file("bodies_sweden.csv").expect("bundled");
        let table = std::str::from_utf8(&table).expect("UTF-8");
        let ids = table.lines().filter_map(|line| line.split(',').next());
        for id in ids.filter(|id| id.starts_with("se-") && !id.starts_with("se-lst")) {
            let name = &UKRAINIAN[&id.parse().expect(id)];
            let letters = "АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯ’- ";
            let is_ukrainian = name.to_uppercase().chars().all(|c| letters.contains(c));
            assert!(is_ukrainian, "{id}: {name}");
            assert_eq!(names.insert(name, id), None, "{name}");
        }
        assert_eq!(names.len(), 311);
    }

    #[test]
    fn the_tables_are_read_to_their_last_row() {
        for (path, rows) in [
            ("names_uk.csv", UKRAINIAN.len()),
            ("names_sv.csv", CALLED.len()),
        ] {
            let table = bundle::file(path).expect("bundled");
            let lines = table.iter().filter(|byte| **byte == b'\n').count();
            assert_eq!(rows, lines - 1, "{path}");
        }
    }

    #[test]
    fn a_body_is_listed_by_its_swedish_name_and_keeps_the_one_it_was_recorded_with() {
        let body = |id: &str, name: &str, country: &str| {
            let id: BodyId = id.parse().expect("id");
            let mut body = Body::named(id.clone(), name, country.parse().ok(), "test");
            if let Some(called) = CALLED.get(&id) {
                call(&mut body, called);
            }
            body
        };
        let turku = body("gn-633680", "Turku", "FI");
        assert_eq!(
            Tongue::ALL.map(|tongue| name_in(&turku, tongue)),
            ["Åbo", "Turku", "Turku"]
        );
        assert_eq!(turku.names(), ["Åbo", "Turku"]);
        let warsaw = body("gn-756135", "Warsaw", "PL");
        assert_eq!(warsaw.names(), ["Warszawa", "Warsaw"]);
        let pitesti = body("gn-8299650", "Municipiul Piteşti", "RO");
        assert_eq!(pitesti.names(), ["Pitești", "Municipiul Piteşti"]);
        assert_eq!(name_in(&pitesti, Tongue::English), "Pitești");
        let lviv = body("gn-702550", "Lviv", "UA");
        assert_eq!(
            Tongue::ALL.map(|tongue| name_in(&lviv, tongue)),
            ["Lviv", "Lviv", "Львів"]
        );
        let lodwar = body("gn-189280", "Lodwar", "KE");
        assert_eq!(lodwar.names(), ["Lodwar"]);
    }

    #[test]
    fn the_town_has_the_bare_name_and_the_municipality_around_it_says_that_it_is_one() {
        let swedish = |id: &str| CALLED[&id.parse().expect("id")].swedish.as_str();
        assert_eq!(swedish("gn-7522300"), "Keila");
        assert_eq!(swedish("ee-0295"), "Keila kommun");
        let kaliningrad = "gn-554234".parse().expect("id");
        assert!(
            CALLED.get(&kaliningrad).is_none(),
            "the city, not the oblast"
        );
    }
}
