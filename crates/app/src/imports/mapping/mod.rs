//! Which column of a table means what: recognised by header and content, shown to the editor, and changed by her.

mod cells;
mod headers;
mod heading;
mod marks;
mod meant;
mod read;
mod recognise;
mod remembered;
mod sections;
mod whose;

pub(super) use cells::{name_and_country, with_countries};
pub(super) use headers::{holds, is_whole_header, tells_of_partners};
pub(super) use marks::mark;
pub use meant::Unknown;
pub(super) use recognise::is_country;
pub(super) use whose::publisher_body;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// The Swedish municipality or region, or in a table of the world the side that states it.
    Own,
    /// Its SCB code.
    OwnCode,
    /// Its country, in a table of the world.
    OwnCountry,
    /// Its Wikidata item.
    OwnWikidata,
    /// The partner.
    Partner,
    /// The partner's country.
    PartnerCountry,
    /// The partner's Wikidata item.
    PartnerWikidata,
    /// The form.
    Kind,
    /// The words on status.
    Status,
    /// The written agreement.
    Instrument,
    /// Since when.
    Since,
    /// Until when.
    Until,
    /// Fields of co-operation.
    Themes,
    /// Who pays.
    Funding,
    /// Who decided it.
    DecidedBy,
    /// When it was said.
    Said,
    /// The source that the row itself names.
    Quoted,
    /// A remark.
    Note,
    /// Nothing that is taken in.
    Ignored,
}

impl Column {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 19] = [
        Self::Own,
        Self::OwnCode,
        Self::OwnCountry,
        Self::OwnWikidata,
        Self::Partner,
        Self::PartnerCountry,
        Self::PartnerWikidata,
        Self::Kind,
        Self::Status,
        Self::Instrument,
        Self::Since,
        Self::Until,
        Self::Themes,
        Self::Funding,
        Self::DecidedBy,
        Self::Said,
        Self::Quoted,
        Self::Note,
        Self::Ignored,
    ];

    /// The word for messages and files.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::OwnCode => "own_code",
            Self::OwnCountry => "own_country",
            Self::OwnWikidata => "own_wikidata",
            Self::Partner => "partner",
            Self::PartnerCountry => "partner_country",
            Self::PartnerWikidata => "partner_wikidata",
            Self::Kind => "kind",
            Self::Status => "status",
            Self::Instrument => "instrument",
            Self::Since => "since",
            Self::Until => "until",
            Self::Themes => "themes",
            Self::Funding => "funding",
            Self::DecidedBy => "decided_by",
            Self::Said => "said",
            Self::Quoted => "quoted",
            Self::Note => "note",
            Self::Ignored => "ignored",
        }
    }

    /// The column of a word.
    #[must_use]
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.key() == key)
    }
}

/// How a column came to mean what it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Because {
    /// Its header says so.
    Header,
    /// Its cells look so.
    Content,
    /// The editor said so of a column of that header before.
    Remembered,
    /// The editor says so.
    Editor,
    /// Nothing tells.
    Nothing,
}

impl Because {
    /// The word for messages.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Content => "content",
            Self::Remembered => "remembered",
            Self::Editor => "editor",
            Self::Nothing => "nothing",
        }
    }
}

/// A column and what it means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Use {
    /// Its header, or its letter where it has none.
    pub header: String,
    /// What it holds.
    pub column: Column,
    /// Why.
    pub because: Because,
}

/// How a table is read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    /// The row of the headers, from 0; `None` when there is none.
    pub header_row: Option<usize>,
    /// Its columns, from the left.
    pub columns: Vec<Use>,
    /// Whether an empty cell for the Swedish side means the one above.
    pub fill_down: bool,
    /// Whether an empty cell for the partner's country means the one above.
    #[serde(default)]
    pub country_down: bool,
    /// Whether one cell may hold several partners: "Turku (Finland), Bergen (Norge)".
    pub several: bool,
    /// Whether a Swedish body on a line of its own is the one whose partners stand below.
    #[serde(default)]
    pub headings: bool,
    /// Whose list it is, where its rows do not tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// The words above the table, of its sheet or of the file that tell whose list it is; `None` where the editor says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body_by: Option<String>,
    /// Which Swedish body is meant by words that no such body is called, by the words, folded.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub meant: BTreeMap<String, String>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRow {
    /// Its number in the file, from 1.
    pub line: u64,
    /// Its cells from the left.
    pub cells: Vec<smol_str::SmolStr>,
}

impl Mapping {
    /// Where the first column of that meaning is.
    #[must_use]
    pub fn place(&self, column: Column) -> Option<usize> {
        self.places(column).next()
    }

    /// Where columns of that meaning are, from the left.
    fn places(&self, column: Column) -> impl Iterator<Item = usize> {
        let used = self.columns.iter().enumerate();
        used.filter(move |(_, used)| used.column == column)
            .map(|(place, _)| place)
    }

    /// Says whose list it is; of an empty name that nobody does.
    pub fn set_body(&mut self, body: &str) {
        let body = Some(body.trim()).filter(|body| !body.is_empty());
        if body != self.body.as_deref() {
            self.body = body.map(str::to_owned);
            self.body_by = None;
        }
    }

    /// What is needed and no column holds.
    #[must_use]
    pub fn missing(&self) -> Vec<Column> {
        let own = self
            .place(Column::Own)
            .or(self.place(Column::OwnCode))
            .or(self.place(Column::OwnWikidata))
            .is_some();
        let own = own || self.headings || self.body.is_some();
        let partner = self.place(Column::Partner).is_some();
        [(own, Column::Own), (partner, Column::Partner)]
            .into_iter()
            .filter(|(is_there, _)| !is_there)
            .map(|(_, column)| column)
            .collect()
    }
}
