//! Partnerships of more than two: Nordic chains and networks. A chain is one thing, not six pairs.

use serde::Serialize;
use smol_str::SmolStr;

use crate::vocabulary::GroupKind;
use crate::{GroupId, Values, ValuesError};

/// A chain of towns or a network. Who belongs to it, and from when to when, is told by statements.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Group {
    /// Identifier.
    pub id: GroupId,
    /// Name, as it calls itself.
    pub name: String,
    /// English name.
    pub name_en: Option<String>,
    /// Chain or network.
    pub kind: GroupKind,
    /// Wikidata item.
    pub wikidata: Option<SmolStr>,
    /// Where the facts on the group itself come from.
    pub source: String,
}

impl Group {
    /// Reads a group from its named values.
    ///
    /// # Errors
    /// The first field that is missing or cannot be read.
    pub fn from_values(values: &Values) -> Result<Self, ValuesError> {
        Ok(Self {
            id: values.need("id")?,
            name: values.need("name")?,
            name_en: values.read("name_en")?,
            kind: values.need("kind")?,
            wikidata: values.read("wikidata")?,
            source: values.need("source")?,
        })
    }

    /// The group as named values.
    #[must_use]
    pub fn to_values(&self) -> Values {
        let mut values = Values::new();
        values
            .set("id", &self.id)
            .set("name", &self.name)
            .set_some("name_en", self.name_en.as_ref())
            .set("kind", self.kind)
            .set_some("wikidata", self.wikidata.as_ref())
            .set("source", &self.source);
        values
    }
}
