//! Authorities that can have partners, and how one came out of another.

use std::fmt;
use std::str::FromStr;

use serde::Serialize;
use smol_str::SmolStr;

use crate::collation::{SortKey, sort_key};
use crate::vocabulary::{Role, SuccessionKind};
use crate::{BodyId, CountryCode, Edtf, Values, ValuesError};

/// A municipality, region, joint authority, company or foreign authority.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Body {
    /// Identifier; permanent.
    pub id: BodyId,
    /// What it is; Gotland is municipality and region at once.
    pub roles: Vec<Role>,
    /// Country; `None` when no source says which.
    pub country: Option<CountryCode>,
    /// Short name, by which it is known and listed: "Stockholm", "Region Uppsala".
    pub name: String,
    /// Official name: "Stockholms kommun".
    pub official_name: Option<String>,
    /// The name it uses itself, where it differs: "Stockholms stad".
    pub own_name: Option<String>,
    /// English name, where it differs.
    pub name_en: Option<String>,
    /// Other names it is or was written with.
    pub other_names: Vec<String>,
    /// SCB code: four digits for municipalities, two for regions.
    pub scb_code: Option<SmolStr>,
    /// County code, two digits.
    pub county_code: Option<SmolStr>,
    /// County: "Skåne län".
    pub county_name: Option<String>,
    /// The region that serves the municipality.
    pub region: Option<BodyId>,
    /// Organisation number.
    pub org_number: Option<SmolStr>,
    /// Inhabitants.
    pub population: Option<u32>,
    /// The date the number of inhabitants is of.
    pub population_date: Option<Edtf>,
    /// SKR's group of municipalities (2023), such as `A1`.
    pub skr_group: Option<SmolStr>,
    /// Name of the group.
    pub skr_group_name: Option<String>,
    /// Latitude, degrees (WGS 84).
    pub lat: Option<f64>,
    /// Longitude, degrees (WGS 84).
    pub lon: Option<f64>,
    /// Where its administration sits.
    pub seat: Option<String>,
    /// NUTS 3 code.
    pub nuts3: Option<SmolStr>,
    /// GeoNames id.
    pub geonames: Option<SmolStr>,
    /// Wikidata item.
    pub wikidata: Option<SmolStr>,
    /// Domain of its web site.
    pub web_domain: Option<SmolStr>,
    /// What became of it.
    pub successions: Vec<Succession>,
    /// Where these facts come from.
    pub source: String,
}

/// That a body went up in another, was divided or renamed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Succession {
    /// How.
    pub kind: SuccessionKind,
    /// Year in which it took effect.
    pub year: u16,
    /// The body that came after.
    pub successor: BodyId,
    /// Whether a statistics office says so; otherwise general knowledge that nobody has checked.
    pub verified: bool,
}

impl fmt::Display for Succession {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let verified = if self.verified {
            "verified"
        } else {
            "unverified"
        };
        write!(
            f,
            "{} {} {} {verified}",
            self.kind, self.year, self.successor
        )
    }
}

impl FromStr for Succession {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let parts: Vec<&str> = text.split(' ').collect();
        let [kind, year, successor, verified] = parts[..] else {
            return Err(format!(
                "\"{text}\" is not a succession (kind year successor verified)"
            ));
        };
        Ok(Self {
            kind: kind
                .parse()
                .map_err(|e: crate::vocabulary::VocabularyError| e.to_string())?,
            year: year
                .parse()
                .map_err(|_| format!("\"{year}\" is not a year"))?,
            successor: successor
                .parse()
                .map_err(|e: crate::ids::IdError| e.to_string())?,
            verified: verified == "verified",
        })
    }
}

impl Body {
    /// A body of which only the name and perhaps the country are known.
    #[must_use]
    pub fn named(id: BodyId, name: &str, country: Option<CountryCode>, source: &str) -> Self {
        let mut values = Values::new();
        values
            .set("id", &id)
            .set("name", name)
            .set_some("country", country)
            .set("source", source);
        Self::read(id, &values)
            .unwrap_or_else(|_| unreachable!("an id, a name and a source make a body"))
    }

    /// Reads a body from its named values.
    ///
    /// # Errors
    /// The first field that is missing or cannot be read.
    pub fn from_values(values: &Values) -> Result<Self, ValuesError> {
        Self::read(values.need("id")?, values)
    }

    fn read(id: BodyId, values: &Values) -> Result<Self, ValuesError> {
        let degrees = |field: &str, most: f64| -> Result<Option<f64>, ValuesError> {
            match values.read::<f64>(field)? {
                Some(number) if !number.is_finite() || number.abs() > most => {
                    Err(ValuesError::new(
                        field,
                        format!("{number} is not between -{most} and {most} degrees"),
                    ))
                }
                number => Ok(number),
            }
        };
        Ok(Self {
            id,
            roles: values.read_list("roles")?,
            country: values.read("country")?,
            name: values.need("name")?,
            official_name: values.read("official_name")?,
            own_name: values.read("own_name")?,
            name_en: values.read("name_en")?,
            other_names: values.read_list("other_names")?,
            scb_code: values.read("scb_code")?,
            county_code: values.read("county_code")?,
            county_name: values.read("county_name")?,
            region: values.read("region")?,
            org_number: values.read("org_number")?,
            population: values.read("population")?,
            population_date: values.read("population_date")?,
            skr_group: values.read("skr_group")?,
            skr_group_name: values.read("skr_group_name")?,
            lat: degrees("lat", 90.0)?,
            lon: degrees("lon", 180.0)?,
            seat: values.read("seat")?,
            nuts3: values.read("nuts3")?,
            geonames: values.read("geonames")?,
            wikidata: values.read("wikidata")?,
            web_domain: values.read("web_domain")?,
            successions: values.read_list("successions")?,
            source: values.need("source")?,
        })
    }

    /// The body as named values.
    #[must_use]
    pub fn to_values(&self) -> Values {
        let mut values = Values::new();
        values
            .set("id", &self.id)
            .set_list("roles", &self.roles)
            .set_some("country", self.country)
            .set("name", &self.name)
            .set_some("official_name", self.official_name.as_ref())
            .set_some("own_name", self.own_name.as_ref())
            .set_some("name_en", self.name_en.as_ref())
            .set_list("other_names", &self.other_names)
            .set_some("scb_code", self.scb_code.as_ref())
            .set_some("county_code", self.county_code.as_ref())
            .set_some("county_name", self.county_name.as_ref())
            .set_some("region", self.region.as_ref())
            .set_some("org_number", self.org_number.as_ref())
            .set_some("population", self.population)
            .set_some("population_date", self.population_date.as_ref())
            .set_some("skr_group", self.skr_group.as_ref())
            .set_some("skr_group_name", self.skr_group_name.as_ref())
            .set_some("lat", self.lat)
            .set_some("lon", self.lon)
            .set_some("seat", self.seat.as_ref())
            .set_some("nuts3", self.nuts3.as_ref())
            .set_some("geonames", self.geonames.as_ref())
            .set_some("wikidata", self.wikidata.as_ref())
            .set_some("web_domain", self.web_domain.as_ref())
            .set_list("successions", &self.successions)
            .set("source", &self.source);
        values
    }

    /// Whether it is a Swedish municipality or region: the bodies whose coverage is followed.
    #[must_use]
    pub fn is_member(&self) -> bool {
        self.country == Some(CountryCode::SWEDEN)
            && self
                .roles
                .iter()
                .any(|role| matches!(role, Role::Municipality | Role::Region))
    }

    /// Whether nothing but its Wikidata item is known of it: it is called by the item's number.
    #[must_use]
    pub fn is_nameless(&self) -> bool {
        self.id.as_str().strip_prefix("wd-") == Some(&*self.name)
    }

    /// Whether it has the role.
    #[must_use]
    pub fn has_role(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }

    /// Its place in a Swedish alphabetical list.
    #[must_use]
    pub fn sort_key(&self) -> SortKey {
        sort_key(&self.name)
    }

    /// Every name it is written with, the short one first, without repetition.
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        let mut names = vec![self.name.as_str()];
        let others = [&self.official_name, &self.own_name, &self.name_en]
            .into_iter()
            .flatten();
        for name in others.chain(&self.other_names) {
            if !names.contains(&name.as_str()) {
                names.push(name);
            }
        }
        names
    }

    /// The body into which it went up, where it did and there is just one such step.
    #[must_use]
    pub fn merged_into(&self) -> Option<&Succession> {
        self.successions
            .iter()
            .find(|s| s.kind == SuccessionKind::Merged || s.kind == SuccessionKind::Renamed)
    }
}
