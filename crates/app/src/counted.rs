//! Figures that others have counted: SKR's survey rounds, and studies of one country. They are never statements of
//! the register, are kept in tables of their own and are shown with their source, beside the register's own counts
//! and never joined to them.

use std::sync::LazyLock;

use rust_embed::RustEmbed;
use vanort_domain::vocabulary::Confidence;
use vanort_domain::{CountryCode, Edtf, Values, ValuesError};

use crate::intake;

#[derive(RustEmbed)]
#[folder = "../../data"]
#[include = "survey_series.csv"]
#[include = "country_figures.csv"]
struct Data;

/// A table that cannot be used: the program was not built right.
#[derive(Debug, thiserror::Error)]
pub enum CountedError {
    /// A table is not there, or is no table.
    #[error("the table {0} of counted figures cannot be read: {1}; put it right and build again")]
    Table(&'static str, String),
    /// A row that cannot be read.
    #[error("line {1} of the table {0} of counted figures: {2}")]
    Row(&'static str, u64, ValuesError),
}

/// A text in the languages of the site.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text([String; 3]);

impl Text {
    fn of(values: &Values, field: &str) -> Self {
        Self(["sv", "en", "uk"].map(|tag| {
            let text = values.text(&format!("{field}_{tag}"));
            text.unwrap_or_default().to_owned()
        }))
    }

    /// The text in a language by its tag; Swedish where the language is none of the three.
    #[must_use]
    pub fn get(&self, tag: &str) -> &str {
        match tag {
            "en" => &self.0[1],
            "uk" => &self.0[2],
            _ => &self.0[0],
        }
    }
}

/// How exact a source says its number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precision {
    /// As it stands.
    Exact,
    /// About so much.
    About,
    /// More than that.
    MoreThan,
}

/// What every figure has.
#[derive(Debug, Clone, PartialEq)]
pub struct Counted {
    /// What was counted, as a key.
    pub measure: String,
    /// The number; `None` where it is known that there is none.
    pub value: Option<f64>,
    /// How exact it is.
    pub precision: Precision,
    /// What has to be known of it.
    pub note: Text,
    /// Who counted.
    pub source: String,
    /// Where it can be read.
    pub url: String,
    /// When it was published; `None` when it bears no date.
    pub published: Option<Edtf>,
    /// How sure the figure is.
    pub confidence: Confidence,
}

/// A figure of a survey round or programme.
#[derive(Debug, Clone, PartialEq)]
pub struct SurveyFigure {
    /// Of which year.
    pub year: i32,
    /// Of whom: `municipality`, `region` or `both`.
    pub body: String,
    /// What counted as one.
    pub concept: Text,
    /// Who was asked.
    pub coverage: Text,
    /// The years of the rounds with which it can be compared; none where the concept or those asked are others.
    pub comparable_with: Vec<i32>,
    /// The number and its source.
    pub counted: Counted,
}

/// A figure about co-operation with one country.
#[derive(Debug, Clone, PartialEq)]
pub struct CountryFigure {
    /// Which.
    pub country: CountryCode,
    /// For when.
    pub date: Edtf,
    /// What was counted, in words.
    pub label: Text,
    /// The number and its source.
    pub counted: Counted,
}

fn counted(values: &Values) -> Result<Counted, ValuesError> {
    Ok(Counted {
        measure: values.need("measure")?,
        value: values.read("value")?,
        precision: match values.text("precision") {
            None | Some("exact") => Precision::Exact,
            Some("about") => Precision::About,
            Some("more_than") => Precision::MoreThan,
            Some(other) => {
                let reason = format!("\"{other}\" is not one of exact, about, more_than");
                return Err(ValuesError::new("precision", reason));
            }
        },
        note: Text::of(values, "note"),
        source: values.need("source")?,
        url: values.need("url")?,
        published: values.read("source_date")?,
        confidence: values.need("confidence")?,
    })
}

fn table<T>(
    path: &'static str,
    row: impl Fn(&Values) -> Result<T, ValuesError>,
) -> Result<Vec<T>, CountedError> {
    let bytes = Data::get(path)
        .ok_or_else(|| CountedError::Table(path, "it is not in the program".to_owned()))?;
    let (rows, faults) = intake::read_table(path, &bytes.data)
        .map_err(|fault| CountedError::Table(path, fault.reason))?;
    if let Some(fault) = faults.first() {
        let reason = format!("line {}: {}", fault.line, fault.reason);
        return Err(CountedError::Table(path, reason));
    }
    rows.iter()
        .map(|read| row(&read.values).map_err(|e| CountedError::Row(path, read.line, e)))
        .collect()
}

/// The survey rounds and what programmes say of themselves, in order of the table.
///
/// # Errors
/// When the table is damaged.
pub fn read_surveys() -> Result<Vec<SurveyFigure>, CountedError> {
    table("survey_series.csv", |values| {
        Ok(SurveyFigure {
            year: values.need("year")?,
            body: values.need("body")?,
            concept: Text::of(values, "concept"),
            coverage: Text::of(values, "coverage"),
            comparable_with: values.read_list("comparable_with")?,
            counted: counted(values)?,
        })
    })
}

/// What others have counted about single countries.
///
/// # Errors
/// When the table is damaged.
pub fn read_countries() -> Result<Vec<CountryFigure>, CountedError> {
    table("country_figures.csv", |values| {
        Ok(CountryFigure {
            country: values.need("country")?,
            date: values.need("date")?,
            label: Text::of(values, "label"),
            counted: counted(values)?,
        })
    })
}

// Both tables are built in and read once; a test reads them, so that a damaged one is not built.
static SURVEYS: LazyLock<Vec<SurveyFigure>> = LazyLock::new(|| read_surveys().unwrap_or_default());
static COUNTRIES: LazyLock<Vec<CountryFigure>> =
    LazyLock::new(|| read_countries().unwrap_or_default());

/// The survey rounds, ready.
#[must_use]
pub fn surveys() -> &'static [SurveyFigure] {
    &SURVEYS
}

/// What others have counted about one country.
pub fn about(country: CountryCode) -> impl Iterator<Item = &'static CountryFigure> {
    COUNTRIES
        .iter()
        .filter(move |figure| figure.country == country)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_tables_can_be_read_and_every_text_is_in_every_language() {
        let surveys = read_surveys().expect("the surveys");
        let countries = read_countries().expect("the countries");
        let texts = surveys
            .iter()
            .flat_map(|f| [&f.concept, &f.coverage, &f.counted.note])
            .chain(countries.iter().flat_map(|f| [&f.label, &f.counted.note]));
        for Text(text) in texts {
            let empty = text.iter().filter(|words| words.is_empty()).count();
            assert!(empty == 0 || empty == 3, "{text:?} lacks a language");
        }
    }

    #[test]
    fn the_three_rounds_and_the_china_study_have_their_figures() {
        let rounds: Vec<_> = surveys()
            .iter()
            .filter(|f| f.counted.measure == "bodies_with_partner")
            .map(|f| (f.year, f.body.as_str(), f.counted.value))
            .collect();
        assert_eq!(
            rounds,
            [
                (2007, "municipality", Some(272.0)),
                (2011, "municipality", Some(243.0)),
                (2018, "municipality", Some(146.0)),
                (2007, "region", None),
                (2011, "region", Some(12.0)),
                (2018, "region", Some(6.0)),
            ]
        );
        let china = "CN".parse().expect("a code");
        let study: Vec<_> = about(china).map(|f| f.counted.value).take(3).collect();
        assert_eq!(study, [Some(49.0), Some(21.0), Some(5.0)]);
    }
}
