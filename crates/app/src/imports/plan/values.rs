//! The statement that a row makes, as named values.

use vanort_domain::sources::Source;
use vanort_domain::vocabulary::{Activity, Confidence, PublisherKind, Speaker};
use vanort_domain::{BodyId, Edtf, Values};
use vanort_names::Atlas;

use super::prepare::Planning;
use crate::imports::mapping::publisher_body;
use crate::imports::{Claim, dates, ends, words};

impl Planning<'_> {
    pub(super) fn values(&self, claim: &Claim, subject: &BodyId, partner: &BodyId) -> Values {
        // Who states it matters less to a third party than which side is Swedish: that one is told of.
        let turned = !subject.is_swedish() && partner.is_swedish();
        let (own, own_words, other, other_words) = if turned {
            (partner, &claim.partner, subject, &claim.subject)
        } else {
            (subject, &claim.subject, partner, &claim.partner)
        };
        let span = self.span(claim);
        let mut values = Values::new();
        values
            .set("source", &self.arrival.source.id)
            .set("speaker", self.speaker(own))
            .set("subject", own)
            .set("subject_written", &own_words.name)
            .set("about", "partner")
            .set("partner", other)
            .set("partner_written", &other_words.name)
            .set_some("country_written", other_words.country.as_ref())
            .set_some(
                "country",
                other_words
                    .country
                    .as_deref()
                    .and_then(|country| self.atlas.country(country)),
            )
            .set_some("kind_written", claim.kind.as_ref())
            .set_some("kind", claim.kind.as_deref().and_then(words::kind))
            .set_some("instrument_written", claim.instrument.as_ref())
            .set_some(
                "instrument",
                [&claim.instrument, &claim.kind]
                    .into_iter()
                    .find_map(|text| words::instrument(text.as_deref()?)),
            )
            .set_some("status_written", claim.status.as_ref())
            .set_some("since_written", claim.since.as_ref())
            .set_some("since", span.from)
            .set_some("until_written", claim.until.as_ref())
            .set_some("until", span.to)
            .set_some("funding", claim.funding.as_deref().and_then(words::funding))
            .set_some("decided_by", claim.decided_by.as_ref())
            .set_some("quote", claim.quoted.as_ref())
            .set_some("note", claim.note.as_ref())
            .set("confidence", self.confidence(own));
        let themes = claim
            .themes
            .as_deref()
            .map(words::themes)
            .unwrap_or_default();
        if !themes.is_empty() {
            values.set_list("themes", &themes);
        }
        set_status(&mut values, claim);
        self.set_end(&mut values, claim);
        values
            .set_some("reason", claim.status.as_deref().and_then(words::reason))
            .set_some("said", self.said(claim));
        values
    }

    /// An end that lies behind has come: one of the row's years ("1948", "2012"), where nothing else tells how things stand, behind
    /// what is said; one that was announced ("avslutas 2020") behind today.
    fn set_end(&self, values: &mut Values, claim: &Claim) {
        let said = self.said(claim).as_ref().and_then(Edtf::earliest);
        let is_over = |end: &Edtf, by| end.latest().is_some_and(|latest| latest < by);
        let told = self.span(claim).to;
        let told = told.filter(|_| told_status(claim).is_empty());
        let is_told_over = told.is_some_and(|end| is_over(&end, said.unwrap_or(self.today)));
        let announced = claim.status.as_deref().and_then(ends::announced_end);
        let is_open = values.text("activity").is_none_or(|told| told == "ended");
        let has_come = announced.filter(|end| is_open && is_over(end, self.today));
        if is_told_over || has_come.is_some() {
            values.set("activity", Activity::Ended);
        }
        if let Some(end) = has_come {
            values.set("effective", end);
        }
    }

    /// Whether a row about that body is its own word: it has published what came.
    fn is_own_word(&self, body: &BodyId) -> bool {
        let identity = self.register.identity();
        let publisher = self.publisher.as_ref();
        publisher.is_some_and(|own| identity.canonical(own) == identity.canonical(body))
    }

    pub(super) fn speaker(&self, body: &BodyId) -> Speaker {
        if self.is_own_word(body) {
            Speaker::Subject
        } else {
            Speaker::Third
        }
    }

    pub(super) fn confidence(&self, body: &BodyId) -> Confidence {
        if self.is_own_word(body) {
            Confidence::Primary
        } else {
            Confidence::Secondary
        }
    }

    /// When it was said, by the row or else by what came.
    pub(super) fn said(&self, claim: &Claim) -> Option<Edtf> {
        let said = claim.said.as_deref().and_then(dates::date);
        said.or_else(|| self.arrival.source.date.clone())
    }
}

/// A source with the Swedish body that its publisher is, where its name says so.
pub(super) fn with_publisher_body(source: &Source, atlas: &Atlas) -> Source {
    let mut source = source.clone();
    if source.publisher_body.is_none()
        && let Some(body) = publisher_body(atlas, &source.publisher)
    {
        source.publisher_kind = if body.as_str().len() < "se-0000".len() {
            PublisherKind::Region
        } else {
            PublisherKind::Municipality
        };
        source.confidence = Some(Confidence::Primary);
        source.publisher_body = Some(body);
    }
    source
}

/// What the words on status set; "Planerad" may stand where the form does, and "inget avtal" where the agreement does.
fn set_status(values: &mut Values, claim: &Claim) {
    let told = told_status(claim);
    // What the first says of a field stands.
    for status in told.iter().rev() {
        values.set(status.field, status.value);
    }
    let effective = told.into_iter().find_map(|status| status.effective);
    values.set_some("effective", effective);
}

fn told_status(claim: &Claim) -> Vec<words::Status> {
    let words = [&claim.status, &claim.instrument, &claim.kind];
    let told = words.into_iter();
    told.filter_map(|text| words::status(text.as_deref()?))
        .collect()
}

/// The row as it came, by which it is known again: without what names were resolved to, unless the editor said so.
pub(super) fn as_it_came(values: &Values, claim: &Claim) -> Values {
    let mut known_by = values.clone();
    for field in ["subject", "partner", "country"] {
        known_by.remove(field);
    }
    // What follows from years, and from the day on which the row is read.
    let told = told_status(claim);
    if told.iter().all(|status| status.field != "activity") {
        known_by.remove("activity");
    }
    if told.iter().all(|status| status.effective.is_none()) {
        known_by.remove("effective");
    }
    known_by
        .set_some("subject_meant", claim.subject.meant.as_ref())
        .set_some("subject_item", claim.subject.wikidata.as_ref())
        .set_some("partner_item", claim.partner.wikidata.as_ref());
    known_by
}
