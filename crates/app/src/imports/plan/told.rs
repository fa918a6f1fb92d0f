//! What is told of the rows of an import beside what becomes of them.

use vanort_domain::{BodyId, CountryCode, Edtf};
use vanort_names::{Ranked, Reason, Resolution};

use super::prepare::Planning;
use super::sides::Side;
use crate::imports::findings::{Finding, FindingKind, Instead, finding};
use crate::imports::{Claim, Named, beside, dates, words};

impl Planning<'_> {
    /// Whether a date lies after today, whichever day of it is meant.
    pub(super) fn is_to_come(&self, date: &Edtf) -> bool {
        date.earliest()
            .is_some_and(|earliest| earliest > self.today)
    }

    /// The beginning that a row tells of, where it is one to come of what is not said to be planned: nothing has begun then.
    fn start_to_come(&self, claim: &Claim) -> Option<Edtf> {
        let from = words::years(claim).from?;
        (self.is_to_come(&from) && !words::is_planned(claim)).then_some(from)
    }

    /// The beginning that a row tells of, where all of it lies after the day on which that is said.
    fn start_after_said(&self, claim: &Claim) -> Option<Edtf> {
        let from = self.span(claim).from?;
        let (begun, said) = (from.earliest()?, self.said(claim)?.latest()?);
        (begun > said && !words::is_planned(claim)).then_some(from)
    }

    /// Since when and until when, as far as that can be. An end that is announced may lie in time to come, and so may the
    /// beginning of what is planned.
    pub(super) fn span(&self, claim: &Claim) -> dates::Span {
        let span = words::years(claim);
        dates::Span {
            from: span.from.filter(|_| self.start_to_come(claim).is_none()),
            to: span.to,
        }
    }

    pub(super) fn tell_not_understood(&mut self, claim: &Claim) {
        for (field, text) in words::not_understood(claim) {
            self.plan.findings.push(Finding {
                field: Some((field, text.to_owned())),
                ..finding(FindingKind::NotUnderstood, claim, None)
            });
        }
        if let Some(end) = words::end_before_start(claim) {
            self.plan.findings.push(Finding {
                field: Some(("until", end.to_string())),
                ..finding(FindingKind::EndBeforeStart, claim, None)
            });
        }
        if let Some(start) = self.start_to_come(claim) {
            self.plan.findings.push(Finding {
                field: Some(("since", start.to_string())),
                ..finding(FindingKind::StartToCome, claim, None)
            });
        }
        if let Some(start) = self.start_after_said(claim) {
            self.plan.findings.push(Finding {
                field: Some(("since", start.to_string())),
                ..finding(FindingKind::StartAfterSaid, claim, None)
            });
        }
    }

    /// Tells what stands beside the name of a partner that is known, and says neither where it lies nor anything else that is
    /// understood: "Ljubljana?", "Brno (genom skolan)". Of one that is not known a person sees the words as they are.
    pub(super) fn tell_words_beside(&mut self, claim: &Claim, partner: &Side) {
        let resolution = partner.resolution.as_ref();
        let best = resolution.and_then(|resolution| resolution.candidates.first());
        let name = claim.partner.name.as_str();
        let mut told: Vec<&str> = Vec::new();
        if name.contains('?') {
            told.push(name);
        }
        if partner.id.of_words().is_none()
            && best.is_some_and(|best| best.reasons.contains(&Reason::NotKnownToLieThere))
        {
            told.extend(beside::unknown(self.atlas, name));
        }
        for text in told {
            self.plan.findings.push(Finding {
                field: Some(("partner", text.to_owned())),
                ..finding(FindingKind::NotUnderstood, claim, None)
            });
        }
    }

    /// Whether a side is said to lie in Sweden.
    pub(super) fn is_called_swedish(&self, named: &Named) -> bool {
        let stated = named.country.as_deref();
        stated.and_then(|country| self.atlas.country(country)) == Some(CountryCode::SWEDEN)
    }

    /// Tells where a side lies that is not known where it is said to lie.
    pub(super) fn tell_elsewhere(&mut self, claim: &Claim, side: &Side, named: &Named) {
        let instead = match &side.resolution {
            Some(found) => self.elsewhere(named, found),
            None if self.is_called_swedish(named) => self.abroad(&side.id),
            None => None,
        };
        if let Some(instead) = instead {
            self.plan
                .findings
                .push(finding(FindingKind::OtherCountry, claim, Some(instead)));
        }
    }

    /// A body that is known by its item, where it lies outside Sweden.
    fn abroad(&self, id: &BodyId) -> Option<Instead> {
        let in_register = || {
            let body = self.register.body(id)?;
            Some((body.name.to_string(), body.country?))
        };
        let in_atlas = || {
            let place = self.atlas.gazetteer.by_id(id.as_str())?;
            let place = self.atlas.gazetteer.place(place);
            Some((place.name.to_string(), place.country))
        };
        let (name, country) = in_register().or_else(in_atlas)?;
        (country != CountryCode::SWEDEN).then_some(Instead { name, country })
    }

    /// The likeliest place of the name in another country than the one stated, where that has none.
    fn elsewhere(&self, named: &Named, resolution: &Resolution) -> Option<Instead> {
        let stated = self.atlas.country(named.country.as_deref()?)?;
        let place = |ranked: &Ranked| self.atlas.gazetteer.place(ranked.place);
        let is_there = |ranked: &Ranked| {
            let mut reasons = ranked.reasons.iter();
            let is_slip = reasons.any(|reason| matches!(reason, Reason::Slips(_)));
            place(ranked).country == stated && !is_slip
        };
        if resolution.candidates.iter().any(is_there) {
            return None;
        }
        let mut places = resolution.candidates.iter().map(place);
        let abroad = places.find(|place| place.country != stated);
        abroad.map(|place| Instead {
            name: place.name.to_string(),
            country: place.country,
        })
    }
}
