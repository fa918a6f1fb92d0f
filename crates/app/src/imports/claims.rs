//! What a row says, in its own words.

/// A body as a row names it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Named {
    /// The name as written.
    pub name: String,
    /// The country as written.
    pub country: Option<String>,
    /// Its Wikidata item.
    pub wikidata: Option<String>,
    /// A code that the row gives for a Swedish body.
    pub code: Option<String>,
}

/// One row: who is said to be whose partner.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Claim {
    /// Line in what came, from 1.
    pub line: u64,
    /// Whose partner is told of: the Swedish side in tables, in Wikidata the item that states it.
    pub subject: Named,
    /// The partner.
    pub partner: Named,
    /// The word for the form.
    pub kind: Option<String>,
    /// The words on status.
    pub status: Option<String>,
    /// The word for the agreement.
    pub instrument: Option<String>,
    /// Since when, as written.
    pub since: Option<String>,
    /// Until when, as written.
    pub until: Option<String>,
    /// Fields of co-operation, as written.
    pub themes: Option<String>,
    /// Who pays, as written.
    pub funding: Option<String>,
    /// When it was said, where the row tells.
    pub said: Option<String>,
    /// The source that the row itself names.
    pub quoted: Option<String>,
    /// A remark.
    pub note: Option<String>,
    /// Columns that hold something else than they are for, with the words.
    pub unread: Vec<(&'static str, String)>,
}
