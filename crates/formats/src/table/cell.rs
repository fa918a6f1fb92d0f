//! What stands in one place of a table.

use std::borrow::Cow;

use serde::{Serialize, Serializer};
use time::macros::format_description;
use time::{Date, format_description::BorrowedFormatItem};

use super::Kind;

/// What stands between the texts of a list where it is one text.
const BETWEEN: &str = "|";

const DAY: &[BorrowedFormatItem<'static>] = format_description!("[year]-[month]-[day]");

/// What stands in one place of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing: not stated.
    Empty,
    /// Text.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// A number.
    Number(f64),
    /// A day.
    Date(Date),
    /// An address on the web, with what is shown for it; the address itself where that is empty.
    Link {
        /// The address.
        address: String,
        /// What is shown for it where a cell can show something else.
        text: String,
    },
    /// Several texts; none of them is nothing.
    List(Vec<String>),
}

impl Cell {
    /// A text; an empty one is an empty cell.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() {
            Self::Empty
        } else {
            Self::Text(text)
        }
    }

    /// An address shown as itself.
    #[must_use]
    pub fn link(address: impl Into<String>) -> Self {
        Self::Link {
            address: address.into(),
            text: String::new(),
        }
    }

    /// Reads a text as a cell of a kind: whole numbers and numbers with a point, days as `2026-11-01`, lists with `|`
    /// between their texts. Of what EDTF writes a whole day is a day and a bare year a whole number; the rest stays the
    /// text it is. No text is an empty cell; a text of another kind is none.
    #[must_use]
    pub fn read(kind: Kind, text: &str) -> Option<Self> {
        if text.is_empty() {
            return Some(Self::Empty);
        }
        match kind {
            Kind::Text => Some(Self::Text(text.to_owned())),
            Kind::Integer => text.parse().ok().map(Self::Integer),
            Kind::Number => text
                .parse()
                .ok()
                .filter(|n: &f64| n.is_finite())
                .map(Self::Number),
            Kind::Date => Date::parse(text, DAY).ok().map(Self::Date),
            Kind::Link => Some(Self::link(text)),
            Kind::Edtf => Some(Self::of_edtf(text)),
            Kind::List => {
                let texts = text.split(BETWEEN).map(str::trim);
                let texts = texts.filter(|text| !text.is_empty());
                Some(Self::List(texts.map(str::to_owned).collect()))
            }
        }
    }

    fn of_edtf(text: &str) -> Self {
        let is_year = text.len() == 4
            && !text.starts_with('0')
            && text.bytes().all(|byte| byte.is_ascii_digit());
        if let Some(year) = is_year.then(|| text.parse().ok()).flatten() {
            return Self::Integer(year);
        }
        Date::parse(text, DAY).map_or_else(|_| Self::Text(text.to_owned()), Self::Date)
    }

    /// The cell as text: what CSV has, and what a column of text makes of a cell of another kind.
    #[must_use]
    pub fn to_text(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) => text.into(),
            Self::Link { address, .. } => address.into(),
            Self::Integer(number) => number.to_string().into(),
            Self::Number(number) if number.is_finite() => number.to_string().into(),
            Self::Date(day) => written(*day).into(),
            Self::List(texts) => texts.join(BETWEEN).into(),
            Self::Empty | Self::Number(_) => "".into(),
        }
    }
}

/// A day as `2026-11-01`.
fn written(day: Date) -> String {
    day.format(DAY).unwrap_or_else(|_| day.to_string())
}

impl Kind {
    /// Whether a column of this kind takes a cell.
    pub(crate) fn takes(self, cell: &Cell) -> bool {
        matches!(
            (self, cell),
            (_, Cell::Empty)
                | (Self::Text, _)
                | (Self::Integer, Cell::Integer(_))
                | (Self::Number, Cell::Number(_) | Cell::Integer(_))
                | (Self::Date, Cell::Date(_))
                | (Self::Link, Cell::Link { .. })
                | (Self::Edtf, Cell::Text(_) | Cell::Integer(_) | Cell::Date(_))
                | (Self::List, Cell::List(_))
        )
    }
}

/// Numbers as numbers, lists as arrays, everything else as text, nothing as null.
impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Empty => serializer.serialize_none(),
            Self::Integer(number) => serializer.serialize_i64(*number),
            Self::Number(number) if number.is_finite() => serializer.serialize_f64(*number),
            Self::Number(_) => serializer.serialize_none(),
            Self::List(texts) if texts.is_empty() => serializer.serialize_none(),
            Self::List(texts) => texts.serialize(serializer),
            Self::Text(_) | Self::Date(_) | Self::Link { .. } => {
                serializer.serialize_str(&self.to_text())
            }
        }
    }
}
