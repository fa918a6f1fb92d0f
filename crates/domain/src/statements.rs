//! Statements: one source's word about one pair (or a body and a group, or a body alone) on one date.
//!
//! A statement is never changed and never deleted; a later one corrects it. It keeps the words as written
//! beside what they were resolved to.

mod words;

use serde::Serialize;
use smol_str::SmolStr;

pub use words::Words;

use crate::vocabulary::{
    Activity, Agreement, Confidence, Declaration, Event, Funding, Instrument, Kind, Speaker, Theme,
};
use crate::{BodyId, CountryCode, Edtf, GroupId, Seq, SourceId, Values, ValuesError};

/// A body as a source names it, and the body it was resolved to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The body it was resolved to at intake. Identity decisions may let another stand for it.
    pub body: BodyId,
    /// The words of the source.
    pub written: Option<SmolStr>,
}

/// What a statement is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// The subject and a partner.
    Partner(Mention),
    /// The subject and a group it belongs or belonged to.
    Group(GroupId),
    /// The subject alone.
    Body(Option<Declaration>),
}

/// One source's word. A field that is `None` was not stated; it is never inferred.
///
/// Dates that few statements have stand apart from the rest, because a register holds a million statements.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// Where it is said.
    pub source: SourceId,
    /// Who speaks.
    pub speaker: Speaker,
    /// The body it is about; in a pair, the side from which it is told.
    pub subject: Mention,
    /// The other side.
    pub about: About,
    /// Country of the partner as far as the words tell.
    pub country: Option<CountryCode>,
    /// Date of the word.
    pub said: Option<Edtf>,
    /// Date from which the status or event it tells of took effect.
    pub effective: Option<Box<Edtf>>,
    /// What happened.
    pub event: Option<Event>,
    /// Form.
    pub kind: Option<Kind>,
    /// Form of the agreement.
    pub instrument: Option<Instrument>,
    /// State of the agreement.
    pub agreement: Option<Agreement>,
    /// What goes on.
    pub activity: Option<Activity>,
    /// Since when.
    pub since: Option<Box<Edtf>>,
    /// Until when.
    pub until: Option<Box<Edtf>>,
    /// Fields of co-operation.
    pub themes: Box<[Theme]>,
    /// Who pays.
    pub funding: Option<Funding>,
    /// How sure the word itself is.
    pub confidence: Option<Confidence>,
    /// The earlier statement that this one corrects.
    pub corrects: Option<Seq>,
    /// Everything else, as written.
    pub words: Words,
}

impl Statement {
    /// Reads a statement from its named values; the bodies are already resolved (`subject`, `partner`).
    ///
    /// # Errors
    /// The first field that is missing, cannot be read or contradicts another.
    pub fn from_values(values: &Values) -> Result<Self, ValuesError> {
        let written = |field: &str| values.text(field).map(SmolStr::new);
        let subject = Mention {
            body: values.need("subject")?,
            written: written("subject_written"),
        };
        let about = match values.text("about") {
            Some("partner") => About::Partner(Mention {
                body: values.need("partner")?,
                written: written("partner_written"),
            }),
            Some("group") => About::Group(values.need("group")?),
            Some("body") => About::Body(values.read("declaration")?),
            Some(other) => {
                return Err(ValuesError::new(
                    "about",
                    format!("\"{other}\" is not one of partner, group, body"),
                ));
            }
            None => return Err(ValuesError::new("about", "is missing")),
        };
        if let About::Partner(partner) = &about
            && partner.body == subject.body
        {
            return Err(ValuesError::new(
                "partner",
                "is the same body as the subject",
            ));
        }
        let statement = Self {
            source: values.need("source")?,
            speaker: values.need("speaker")?,
            subject,
            about,
            country: values.read("country")?,
            said: values.read("said")?,
            effective: values.read("effective")?.map(Box::new),
            event: values.read("event")?,
            kind: values.read("kind")?,
            instrument: values.read("instrument")?,
            agreement: values.read("agreement")?,
            activity: values.read("activity")?,
            since: values.read("since")?.map(Box::new),
            until: values.read("until")?.map(Box::new),
            themes: values.read_list("themes")?.into(),
            funding: values.read("funding")?,
            confidence: values.read("confidence")?,
            corrects: values.read::<u32>("corrects")?.map(Seq),
            words: Words::from_values(values),
        };
        statement.check_dates()?;
        Ok(statement)
    }

    fn check_dates(&self) -> Result<(), ValuesError> {
        if let (Some(since), Some(until)) = (&self.since, &self.until)
            && let (Some(from), Some(to)) = (since.earliest(), until.latest())
            && from > to
        {
            return Err(ValuesError::new(
                "until",
                format!("{until} lies before since, {since}"),
            ));
        }
        Ok(())
    }

    /// The statement as named values.
    #[must_use]
    pub fn to_values(&self) -> Values {
        let mut values = Values::new();
        values
            .set("source", &self.source)
            .set("speaker", self.speaker)
            .set("subject", &self.subject.body)
            .set_some("subject_written", self.subject.written.as_ref());
        match &self.about {
            About::Partner(partner) => {
                values
                    .set("about", "partner")
                    .set("partner", &partner.body)
                    .set_some("partner_written", partner.written.as_ref());
            }
            About::Group(group) => {
                values.set("about", "group").set("group", group);
            }
            About::Body(declaration) => {
                values
                    .set("about", "body")
                    .set_some("declaration", *declaration);
            }
        }
        values
            .set_some("country", self.country)
            .set_some("said", self.said.as_ref())
            .set_some("effective", self.effective.as_ref())
            .set_some("event", self.event)
            .set_some("kind", self.kind)
            .set_some("instrument", self.instrument)
            .set_some("agreement", self.agreement)
            .set_some("activity", self.activity)
            .set_some("since", self.since.as_ref())
            .set_some("until", self.until.as_ref())
            .set_list("themes", &self.themes)
            .set_some("funding", self.funding)
            .set_some("confidence", self.confidence)
            .set_some("corrects", self.corrects);
        for (field, text) in self.words.iter() {
            values.set(field, text);
        }
        values
    }

    /// The names of all fields a statement can have, in the order of tables and exports.
    pub const FIELDS: [&'static str; 39] = [
        "source",
        "speaker",
        "subject",
        "subject_written",
        "about",
        "partner",
        "partner_written",
        "group",
        "declaration",
        "country",
        "said",
        "effective",
        "event",
        "kind",
        "instrument",
        "agreement",
        "activity",
        "since",
        "until",
        "themes",
        "funding",
        "confidence",
        "corrects",
        "group_written",
        "country_written",
        "partner_alt",
        "predecessor_written",
        "kind_written",
        "instrument_written",
        "status_written",
        "since_written",
        "until_written",
        "decided_by",
        "decision_ref",
        "initiated_by",
        "reason",
        "quote",
        "key",
        "note",
    ];

    /// The date by which the word is ordered among others: the day it was said, or else the day from which it
    /// tells (nobody can tell of an event before it happened). `None` is undated.
    #[must_use]
    pub fn word_date(&self) -> Option<&Edtf> {
        self.said.as_ref().or(self.effective.as_deref())
    }

    /// When what it says happened, as far as it says: from when it tells, or else no later than it was said.
    #[must_use]
    pub fn happened_on(&self) -> Option<Edtf> {
        let told = || self.said.as_ref().map(Edtf::or_before);
        self.effective.as_deref().cloned().or_else(told)
    }

    /// The partner, when the statement is about a pair.
    #[must_use]
    pub fn partner(&self) -> Option<&Mention> {
        match &self.about {
            About::Partner(partner) => Some(partner),
            _ => None,
        }
    }

    /// Whether it says that the relation stands or stood: everything but plans, and motions and reviews that do not say
    /// since when there is one.
    #[must_use]
    pub fn tells_of_a_relation(&self) -> bool {
        match self.event {
            Some(Event::Planned) => false,
            Some(Event::Motion | Event::Review | Event::Policy) => self.since.is_some(),
            _ => true,
        }
    }

    /// What it says has happened: its event, or else the one that a status tells of.
    #[must_use]
    pub fn happening(&self) -> Option<Event> {
        self.event.or(match (self.activity, self.agreement) {
            (Some(Activity::Ended), _) => Some(Event::Ended),
            (Some(Activity::Paused), _) => Some(Event::Paused),
            (Some(Activity::Dormant), _) => Some(Event::DormantStated),
            (_, Some(Agreement::Terminated)) => Some(Event::EndingDecided),
            (_, Some(Agreement::Lapsed)) => Some(Event::Lapsed),
            _ => None,
        })
    }
}

impl Serialize for Statement {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_values().serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values() -> Values {
        [
            ("source", "page-sigtuna-1"),
            ("speaker", "subject"),
            ("subject", "se-0191"),
            ("about", "partner"),
            ("partner", "gn-588335"),
            ("partner_written", "Rakvere"),
            ("country", "EE"),
            ("since", "1990"),
            ("agreement", "in_force"),
            ("themes", "culture|youth"),
            ("status_written", "skriftligt avtal"),
        ]
        .into_iter()
        .collect()
    }

    #[test]
    fn a_statement_reads_back_from_its_values() {
        let statement = Statement::from_values(&values()).expect("statement");
        assert_eq!(statement.to_values(), values());
        assert_eq!(
            statement.words.get("status_written"),
            Some("skriftligt avtal")
        );
    }

    #[test]
    fn a_fault_names_its_field_and_what_is_allowed() {
        let cases = [
            (
                "agreement",
                "unknown",
                "agreement: \"unknown\" is not one of in_force, none, lapsed, terminated",
            ),
            (
                "partner",
                "se-0191",
                "partner: is the same body as the subject",
            ),
            ("until", "1980", "until: 1980 lies before since, 1990"),
            (
                "about",
                "friend",
                "about: \"friend\" is not one of partner, group, body",
            ),
        ];
        for (field, text, message) in cases {
            let mut broken = values();
            broken.set(field, text);
            assert_eq!(
                Statement::from_values(&broken)
                    .expect_err(field)
                    .to_string(),
                message
            );
        }
        let mut missing = values();
        missing.remove("source");
        assert_eq!(
            Statement::from_values(&missing)
                .expect_err("source")
                .to_string(),
            "source: is missing"
        );
    }

    #[test]
    fn every_field_of_a_statement_is_named_in_the_list_of_fields() {
        let statement = Statement::from_values(&values()).expect("statement");
        for (field, _) in statement.to_values().iter() {
            assert!(Statement::FIELDS.contains(&field), "{field}");
        }
    }
}
