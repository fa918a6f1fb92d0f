//! The gazetteer: official authorities, administrative divisions and places of the world, and their names.

mod gathering;
mod ids;
mod index;
mod lent;
mod load;
mod near;
mod packed;
mod place;
mod rank;
mod renown;
mod rows;
mod tables;
mod towns;

use rustc_hash::FxHashMap;
use vanort_domain::CountryCode;

pub use load::GazetteerError;
pub use place::{Place, PlaceRef, Standing};
pub use tables::TableError;

use ids::Ids;
use index::Names;
pub(crate) use index::{NameSort, Named};
pub(crate) use near::Near;

/// Authorities, divisions and places, found by any of their names.
#[derive(Debug, Default)]
pub struct Gazetteer {
    places: Vec<Place>,
    names: Names,
    ids: Ids,
    /// The authority of a town that is listed under another name than the authority's.
    authorities: FxHashMap<PlaceRef, PlaceRef>,
    /// The town that a division is: one body governs both.
    towns: FxHashMap<PlaceRef, PlaceRef>,
}

impl Gazetteer {
    /// How many authorities, divisions and places there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// How many names they have together.
    #[must_use]
    pub fn name_count(&self) -> usize {
        self.names.len()
    }

    /// One of them.
    #[must_use]
    pub fn place(&self, of: PlaceRef) -> &Place {
        &self.places[of.number()]
    }

    /// The one of an identifier: `gn-…`, `wd-…` or a national code.
    #[must_use]
    pub fn by_id(&self, id: &str) -> Option<PlaceRef> {
        self.ids.find(id, &self.places)
    }

    /// The authority of a town that is listed under another name than the authority's: Wien, of "Vienna".
    pub(crate) fn authority_of(&self, town: PlaceRef) -> Option<PlaceRef> {
        self.authorities.get(&town).copied()
    }

    /// The town that a division is, where one body governs both: Tokyo, of "Tokyo Metropolis".
    #[must_use]
    pub fn town_of(&self, division: PlaceRef) -> Option<PlaceRef> {
        self.towns.get(&division).copied()
    }

    /// Everything that has that exact folded name in a country, with how it comes to have it.
    pub(crate) fn named(
        &self,
        folded: &str,
        country: CountryCode,
    ) -> impl Iterator<Item = Named> + '_ {
        self.names.exact(folded, country)
    }

    /// Everything that has that exact folded name in any country.
    pub(crate) fn named_anywhere(
        &self,
        folded: &str,
    ) -> impl Iterator<Item = (CountryCode, Named)> + '_ {
        self.names.anywhere(folded)
    }

    /// Everything in a country with a name that differs from the folded name by few signs.
    pub(crate) fn nearly_named(&self, folded: &str, country: CountryCode) -> Vec<Near<'_>> {
        self.names.near(folded, country)
    }

    /// Everything in a country with a name that begins with the folded text, with that name.
    pub(crate) fn beginning<'g>(
        &'g self,
        folded: &'g str,
        country: CountryCode,
    ) -> impl Iterator<Item = (&'g str, Named)> + 'g {
        self.names.beginning(folded, country)
    }

    /// The countries that have anything at all.
    pub(crate) fn countries(&self) -> impl Iterator<Item = CountryCode> + '_ {
        self.names.countries()
    }
}
