//! From a written name to a body, until names are resolved in earnest: the exact folded name in the stated
//! country, else a body of its own.

use rustc_hash::FxHashMap;
use sha2::{Digest as _, Sha256};
use vanort_domain::bodies::Body;
use vanort_domain::log::Content;
use vanort_domain::register::Register;
use vanort_domain::{BodyId, CountryCode, Values};
use vanort_names::{Found, Gazetteer, fold};

use super::PreparedEntry;

/// Finds the body a source names, or makes one. It remembers what it made, so that the same name in the same
/// country is the same body throughout.
#[derive(Debug)]
pub struct Resolver<'g> {
    gazetteer: &'g Gazetteer,
    known: FxHashMap<BodyId, ()>,
    by_name: FxHashMap<(Option<CountryCode>, String), BodyId>,
    by_wikidata: FxHashMap<String, BodyId>,
    by_subject: FxHashMap<(BodyId, String), Option<BodyId>>,
}

/// Finland's autonomous Åland has a code of its own, which sources on Finland do not use.
const ALAND: &str = "AX";

impl<'g> Resolver<'g> {
    /// A resolver over a gazetteer and the bodies of a register.
    #[must_use]
    pub fn new(gazetteer: &'g Gazetteer, register: &Register) -> Self {
        let mut resolver = Self {
            gazetteer,
            known: FxHashMap::default(),
            by_name: FxHashMap::default(),
            by_wikidata: FxHashMap::default(),
            by_subject: FxHashMap::default(),
        };
        let mut bodies: Vec<&std::sync::Arc<Body>> = register.bodies().collect();
        // Where two bodies share a name, the one that still exists goes first; then the better identifier.
        bodies.sort_by_key(|body| {
            (
                !body.successions.is_empty(),
                body.id.rank(),
                body.id.clone(),
            )
        });
        for body in bodies {
            resolver.learn(body);
        }
        for (_, statement) in register.statements().filter(|(_, s)| s.country.is_some()) {
            if let Some(partner) = statement.partner() {
                let written = partner.written.as_deref().unwrap_or_default();
                resolver.learn_partner(&statement.subject.body, written, &partner.body);
            }
        }
        resolver
    }

    /// Takes note of a body, so that its names are known from now on.
    pub fn learn(&mut self, body: &Body) {
        self.known.insert(body.id.clone(), ());
        if let Some(item) = &body.wikidata {
            self.by_wikidata
                .entry(item.to_string())
                .or_insert_with(|| body.id.clone());
        }
        // A minted body is known by its name; official ones too, but only where the gazetteer does not decide.
        let names = if body.is_member() || body.id.rank() >= 3 {
            body.names()
        } else {
            vec![]
        };
        for name in names {
            self.by_name
                .entry((body.country, fold(name)))
                .or_insert_with(|| body.id.clone());
        }
    }

    /// Takes note that a body's partner of a name, in a stated country, is this one.
    pub fn learn_partner(&mut self, subject: &BodyId, written: &str, partner: &BodyId) {
        self.by_subject
            .entry((subject.clone(), fold(written)))
            // Two partners of one name: then the name alone tells nothing.
            .and_modify(|known| *known = known.take().filter(|known| known == partner))
            .or_insert_with(|| Some(partner.clone()));
    }

    /// The partner of that name that sources on the same body place in a country, when there is just one.
    #[must_use]
    pub fn partner_of(&self, subject: &BodyId, written: &str) -> Option<&BodyId> {
        self.by_subject
            .get(&(subject.clone(), fold(written)))?
            .as_ref()
    }

    /// Whether a body of that identifier is there.
    #[must_use]
    pub fn knows(&self, id: &BodyId) -> bool {
        self.known.contains_key(id)
    }

    /// The body of a name in a country; a new body comes with the entry that makes it.
    pub fn resolve(
        &mut self,
        written: &str,
        other_names: &[&str],
        country: Option<CountryCode>,
        wikidata: Option<&str>,
    ) -> (BodyId, Option<PreparedEntry>) {
        if let Some(known) = wikidata.and_then(|item| self.by_wikidata.get(item)) {
            return (known.clone(), None);
        }
        let names: Vec<&str> = std::iter::once(written)
            .chain(other_names.iter().copied())
            .collect();
        let found = self.in_gazetteer(&names, country).or_else(|| {
            names.iter().find_map(|name| {
                self.by_name
                    .get(&(country, fold(name)))
                    .cloned()
                    .map(|id| (id, None))
            })
        });
        let (id, body) = found.unwrap_or_else(|| {
            let body = mint(written, country, wikidata);
            (body.id.clone(), Some(body))
        });
        if let Some(item) = wikidata {
            self.by_wikidata
                .entry(item.to_owned())
                .or_insert_with(|| id.clone());
        }
        let made = body.filter(|body| !self.knows(&body.id)).map(|body| {
            self.learn(&body);
            PreparedEntry::of(Content::Body(body.into()))
        });
        (id, made)
    }

    fn in_gazetteer(
        &self,
        names: &[&str],
        country: Option<CountryCode>,
    ) -> Option<(BodyId, Option<Body>)> {
        let country = country?;
        let mut countries = vec![country];
        if country.as_str() == "FI" {
            countries.extend(ALAND.parse::<CountryCode>());
        }
        names
            .iter()
            .flat_map(|name| countries.iter().map(move |country| (name, *country)))
            .find_map(|(name, country)| match self.gazetteer.find(name, country) {
                Found::One(candidate, _) => {
                    let id: BodyId = candidate.id.parse().ok()?;
                    let mut values = Values::new();
                    values
                        .set("id", &id)
                        .set("name", &candidate.name)
                        .set("country", candidate.country)
                        .set("source", &candidate.source)
                        .set_some("geonames", candidate.id.strip_prefix("gn-"))
                        .set_some("wikidata", candidate.id.strip_prefix("wd-"))
                        .set_some("lat", candidate.position.map(|(lat, _)| lat))
                        .set_some("lon", candidate.position.map(|(_, lon)| lon));
                    if candidate.population > 0 {
                        values.set("population", candidate.population);
                    }
                    if candidate.is_authority {
                        values.set("roles", "municipality");
                    }
                    Body::from_values(&values).ok().map(|body| (id, Some(body)))
                }
                Found::Several | Found::Nothing => None,
            })
    }
}

/// A body of which only the words are known.
fn mint(written: &str, country: Option<CountryCode>, wikidata: Option<&str>) -> Body {
    let id = wikidata
        .and_then(|item| format!("wd-{item}").parse().ok())
        .unwrap_or_else(|| minted_id(written, country));
    let mut body = Body::named(id, written, country, "the statements that name it");
    body.wikidata = wikidata.map(Into::into);
    body
}

/// `vn-` and ten letters and digits from the digest of folded name and country: the same words in the same
/// country make the same body in every copy of the register.
fn minted_id(written: &str, country: Option<CountryCode>) -> BodyId {
    const SIGNS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let folded = fold(written);
    // A name in signs that fold to nothing is still a name.
    let name = if folded.is_empty() { written } else { &folded };
    let digest = Sha256::digest(format!(
        "{name}\n{}",
        country.map_or_else(String::new, |c| c.to_string())
    ));
    let signs: String = digest
        .iter()
        .take(10)
        .map(|byte| char::from(SIGNS[usize::from(byte % 32)]))
        .collect();
    format!("vn-{signs}")
        .parse()
        .unwrap_or_else(|_| unreachable!("letters and digits make an identifier"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn country(code: &str) -> Option<CountryCode> {
        code.parse().ok()
    }

    #[test]
    fn one_name_in_one_country_is_one_body_whoever_writes_it() {
        let gazetteer = Gazetteer::default();
        let mut resolver = Resolver::new(&gazetteer, &Register::default());
        let (first, made) = resolver.resolve("Kopychyntsi", &[], country("UA"), None);
        assert!(made.is_some());
        let (again, made) = resolver.resolve("KOPYCHYNTSI", &[], country("UA"), None);
        assert_eq!((again, made.is_none()), (first.clone(), true));
        let (elsewhere, _) = resolver.resolve("Kopychyntsi", &[], country("PL"), None);
        assert_ne!(elsewhere, first);
        assert!(first.as_str().starts_with("vn-"));
    }

    #[test]
    fn a_partner_named_without_its_country_is_the_one_that_others_place_in_one() {
        let gazetteer = Gazetteer::default();
        let mut resolver = Resolver::new(&gazetteer, &Register::default());
        let id = |text: &str| text.parse::<BodyId>().expect("id");
        resolver.learn_partner(&id("se-1480"), "Bergen", &id("gn-1"));
        assert_eq!(
            resolver.partner_of(&id("se-1480"), "BERGEN"),
            Some(&id("gn-1"))
        );
        assert_eq!(
            resolver.partner_of(&id("se-1280"), "Bergen"),
            None,
            "another body's partner is another matter"
        );
        resolver.learn_partner(&id("se-1480"), "Bergen", &id("gn-2"));
        assert_eq!(
            resolver.partner_of(&id("se-1480"), "Bergen"),
            None,
            "two of one name tell nothing"
        );
    }

    #[test]
    fn a_wikidata_item_stands_for_every_spelling_that_comes_with_it() {
        let gazetteer = Gazetteer::default();
        let mut resolver = Resolver::new(&gazetteer, &Register::default());
        let (first, _) = resolver.resolve(
            "Lyngby-Taarbæk Kommune",
            &[],
            country("DK"),
            Some("Q493826"),
        );
        let (second, made) = resolver.resolve("Lyngby", &[], country("DK"), Some("Q493826"));
        assert_eq!(first.as_str(), "wd-Q493826");
        assert_eq!((second, made.is_none()), (first, true));
    }
}
