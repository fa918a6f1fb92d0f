//! What a record for the file is made of.

use serde::Serialize;

use super::{PdfFault, Template, make};

const TEMPLATE: Template = Template {
    name: "record.typ",
    text: include_str!("../../templates/record.typ"),
};

/// A record for the file: a note with a title, facts and numbered sections.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Record {
    /// Of which language its words are (`sv`, `en`, `uk`).
    pub language: String,
    /// Which kind of record, at the top of every page.
    pub kind: String,
    /// The title.
    pub title: String,
    /// Who or what made it.
    pub author: String,
    /// What it is about, for those who search files.
    pub keywords: Vec<String>,
    /// The day it was made.
    pub day: Day,
    /// What stands under the title: label and value.
    pub facts: Vec<(String, String)>,
    /// The sections, numbered as they come.
    pub sections: Vec<Section>,
    /// What stands at the foot of every page.
    pub foot: String,
    /// Words of the frame.
    pub words: Words,
}

/// Words of the frame.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Words {
    /// "Page", before the page's number.
    pub page: String,
}

/// A day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Day {
    /// The year.
    pub year: i32,
    /// From 1.
    pub month: u8,
    /// From 1.
    pub day: u8,
}

impl From<time::Date> for Day {
    fn from(day: time::Date) -> Self {
        Self {
            year: day.year(),
            month: day.month().into(),
            day: day.day(),
        }
    }
}

/// A numbered section.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Section {
    /// Its title.
    pub title: String,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// What can stand in a section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Block {
    /// A paragraph.
    Text {
        /// Its text.
        text: String,
    },
    /// A paragraph of less weight.
    Quiet {
        /// Its text.
        text: String,
    },
    /// A heading within the section.
    Heading {
        /// Its text.
        text: String,
    },
    /// A list.
    List {
        /// Its items.
        items: Vec<String>,
    },
    /// Labels with values.
    Facts {
        /// Label and value.
        rows: Vec<(String, String)>,
    },
    /// An address with what it is.
    Address {
        /// What it is.
        label: String,
        /// Where it leads.
        to: String,
    },
    /// An outcome, with a sign and a colour beside its words.
    Outcome {
        /// Which sign.
        sign: Sign,
        /// The words.
        text: String,
    },
    /// Something to be seen.
    Notice {
        /// Its title.
        title: String,
        /// Its paragraphs.
        lines: Vec<String>,
    },
    /// What an answer stands on.
    Grounds {
        /// One for each.
        items: Vec<Ground>,
    },
}

impl Block {
    /// A paragraph.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text { text: text.into() }
    }

    /// A heading within a section.
    #[must_use]
    pub fn heading(text: impl Into<String>) -> Self {
        Self::Heading { text: text.into() }
    }
}

/// The sign of an outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sign {
    /// Yes.
    Allowed,
    /// A person must judge.
    Judge,
    /// No.
    NotAllowed,
}

/// A paragraph of a law, or another rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ground {
    /// Which.
    pub name: String,
    /// What it says, restated.
    pub text: String,
    /// From when.
    pub valid: String,
    /// Where its text is.
    pub source: String,
}

impl Record {
    /// The record as PDF.
    ///
    /// # Errors
    /// When it is too long ([`super::MOST_DATA`]).
    pub fn to_pdf(&self) -> Result<Vec<u8>, PdfFault> {
        make(TEMPLATE, self)
    }
}
