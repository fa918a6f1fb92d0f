//! Who says it, and where.

use serde::Serialize;
use smol_str::SmolStr;

use crate::vocabulary::{Confidence, Listing, PublisherKind};
use crate::{BodyId, Edtf, SourceId, Values, ValuesError};

/// A municipal page, a council decision, a news article, a data set.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Source {
    /// Identifier.
    pub id: SourceId,
    /// The unit that can be switched off as a whole, such as `municipal_pages` or `wikidata`.
    pub collection: SmolStr,
    /// Name of who says it.
    pub publisher: String,
    /// Sort of publisher.
    pub publisher_kind: PublisherKind,
    /// The body, when the publisher is one.
    pub publisher_body: Option<BodyId>,
    /// Title, as published.
    pub title: Option<String>,
    /// Address.
    pub url: Option<String>,
    /// Date of the text; `None` when it bears none.
    pub date: Option<Edtf>,
    /// Licence of the material.
    pub licence: Option<String>,
    /// How sure the source is.
    pub confidence: Option<Confidence>,
    /// How much of the body's relations it lists.
    pub listing: Option<Listing>,
    /// How many partners the source says there are, where it gives a number.
    pub stated_count: Option<u32>,
    /// Remark.
    pub note: Option<String>,
}

impl Source {
    /// Reads a source from its named values.
    ///
    /// # Errors
    /// The first field that is missing or cannot be read.
    pub fn from_values(values: &Values) -> Result<Self, ValuesError> {
        Ok(Self {
            id: values.need("id")?,
            collection: values.need("collection")?,
            publisher: values.need("publisher")?,
            publisher_kind: values.need("publisher_kind")?,
            publisher_body: values.read("publisher_body")?,
            title: values.read("title")?,
            url: values.read("url")?,
            date: values.read("date")?,
            licence: values.read("licence")?,
            confidence: values.read("confidence")?,
            listing: values.read("listing")?,
            stated_count: values.read("stated_count")?,
            note: values.read("note")?,
        })
    }

    /// The source as named values.
    #[must_use]
    pub fn to_values(&self) -> Values {
        let mut values = Values::new();
        values
            .set("id", &self.id)
            .set("collection", &self.collection)
            .set("publisher", &self.publisher)
            .set("publisher_kind", self.publisher_kind)
            .set_some("publisher_body", self.publisher_body.as_ref())
            .set_some("title", self.title.as_ref())
            .set_some("url", self.url.as_ref())
            .set_some("date", self.date.as_ref())
            .set_some("licence", self.licence.as_ref())
            .set_some("confidence", self.confidence)
            .set_some("listing", self.listing)
            .set_some("stated_count", self.stated_count)
            .set_some("note", self.note.as_ref());
        values
    }
}
