//! The facets by which partnerships are explored, and what a selection is.

use std::collections::BTreeMap;

use smol_str::SmolStr;

/// A facet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// A body on either side; Swedish members are counted.
    Body,
    /// County of the Swedish side, its code.
    County,
    /// SKR's group of municipalities of the Swedish side.
    SkrGroup,
    /// Inhabitants of the Swedish side, a band.
    Size,
    /// Country of the partner.
    Country,
    /// Continent of the partner.
    Continent,
    /// Whether the partner's country is in the EU, in the EEA, or receives Swedish state aid.
    Union,
    /// Form.
    Kind,
    /// State of the agreement.
    Agreement,
    /// What goes on.
    Activity,
    /// Whether it stands.
    Standing,
    /// On whose word it rests.
    Evidence,
    /// How old the newest word is.
    Freshness,
    /// Whether any word about it bears a date: [`DATED`], or unknown.
    Dated,
    /// Field of co-operation.
    Theme,
    /// Decade in which it began: `1990`.
    Since,
    /// Year in which it began: `1993`; [`VAGUE`] where what is stated is no single year.
    Began,
    /// Year in which it ended: `2022`; [`VAGUE`] where what is stated is no single year. Only those that have ended have one.
    Until,
    /// Group to which both sides belong.
    Group,
    /// Source that speaks of it.
    Source,
}

impl Facet {
    /// All facets with their names in addresses, in the order in which they are shown.
    pub const ALL: [(Self, &'static str); 20] = [
        (Self::Body, "body"),
        (Self::County, "county"),
        (Self::SkrGroup, "skr_group"),
        (Self::Size, "size"),
        (Self::Country, "partner_country"),
        (Self::Continent, "continent"),
        (Self::Union, "union"),
        (Self::Kind, "kind"),
        (Self::Agreement, "agreement"),
        (Self::Activity, "activity"),
        (Self::Standing, "standing"),
        (Self::Evidence, "evidence"),
        (Self::Freshness, "freshness"),
        (Self::Dated, "dated"),
        (Self::Theme, "theme"),
        (Self::Since, "since"),
        (Self::Began, "began"),
        (Self::Until, "until"),
        (Self::Group, "group"),
        (Self::Source, "source"),
    ];

    /// Its name in addresses.
    #[must_use]
    pub fn key(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    /// The facet of a name.
    #[must_use]
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .find(|(_, name)| *name == key)
            .map(|(facet, _)| *facet)
    }

    /// Whether it is what sources state of a partnership, so that they can also be silent about it.
    #[must_use]
    pub fn is_stated(self) -> bool {
        matches!(
            self,
            Self::Kind
                | Self::Agreement
                | Self::Activity
                | Self::Theme
                | Self::Since
                | Self::Began
                | Self::Until
        )
    }
}

/// The value of a facet of which nothing is stated, or nothing is known.
pub const UNKNOWN: &str = "unknown";

/// Any value of a facet but [`UNKNOWN`]: some source states it. Of facets that sources state alone.
pub const STATED: &str = "stated";

/// A year that is stated as several, as before or after one, or differently by the two sides.
pub const VAGUE: &str = "vague";

/// Some word about it bears a date.
pub const DATED: &str = "yes";

/// Bands of inhabitants: key and the number from which on.
pub const SIZES: [(&str, u32); 6] = [
    ("0", 0),
    ("10000", 10_000),
    ("20000", 20_000),
    ("50000", 50_000),
    ("100000", 100_000),
    ("200000", 200_000),
];

/// Which partnerships: of each facet any of the values, of all facets together.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Selection {
    /// Facets with their values; none of them is empty.
    pub values: BTreeMap<Facet, Vec<SmolStr>>,
    /// Words in the name of either side.
    pub words: String,
}

impl Selection {
    /// Adds a value.
    pub fn add(&mut self, facet: Facet, value: &str) {
        let values = self.values.entry(facet).or_default();
        if !values.iter().any(|known| known == value) {
            values.push(value.into());
        }
    }

    /// With one value of one facet.
    #[must_use]
    pub fn with(mut self, facet: Facet, value: &str) -> Self {
        self.add(facet, value);
        self
    }

    /// Without a facet.
    #[must_use]
    pub fn without(&self, facet: Facet) -> Self {
        let mut rest = self.clone();
        rest.values.remove(&facet);
        rest
    }

    /// The same with the partnerships of which no source states this facet, in place of those that it chose; nothing
    /// when it does not rest on sources' words or the unstated is chosen already.
    #[must_use]
    pub fn unstated(&self, facet: Facet) -> Option<Self> {
        let chosen = self.values.get(&facet)?;
        (facet.is_stated()
            && chosen
                .iter()
                .all(|value| value != UNKNOWN && value != STATED))
        .then(|| self.without(facet).with(facet, UNKNOWN))
    }

    /// Whether everything passes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.values.is_empty() && self.words.is_empty()
    }
}
