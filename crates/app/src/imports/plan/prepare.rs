//! The rows of an import resolved one by one.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};
use vanort_domain::log::Content;
use vanort_domain::register::Register;
use vanort_domain::sources::Source;
use vanort_domain::statements::Statement;
use vanort_domain::vocabulary::{Confidence, PublisherKind, Speaker, Verdict};
use vanort_domain::{BodyId, CountryCode, Edtf, Values};
use vanort_names::{Atlas, Outcome, Question, Ranked, Reason, Resolution};

use super::{Fate, Plan, PlannedRow, Refusal, Totals};
use crate::imports::findings::{Finding, FindingKind, Instead, finding, one_sided};
use crate::imports::mapping::{name_and_country, publisher_body};
use crate::imports::{Arrival, Claim, Named, dates, ends, nobody, own, words};
use crate::intake::{self, PreparedEntry, Resolved, Resolver};

impl Plan {
    /// Resolves every row. What the log knows already is not told apart yet ([`Plan::tell_known`]). `progress` is
    /// told how many rows are done, now and then.
    #[must_use]
    pub fn prepare(
        arrival: &Arrival,
        atlas: &Atlas,
        register: &Register,
        mut progress: impl FnMut(usize),
    ) -> Self {
        let source = with_publisher_body(&arrival.source, atlas);
        let publisher = source.publisher_body.clone();
        let mut planning = Planning {
            arrival,
            publisher,
            resolver: Resolver::new(atlas, register),
            made: FxHashMap::default(),
            seen: FxHashSet::default(),
            plan: Self {
                rows: Vec::with_capacity(arrival.claims.len()),
                totals: Totals::default(),
                findings: one_sided(&arrival.claims),
                entries: vec![PreparedEntry::of(Content::Source(Arc::new(source)))],
                statements: Vec::new(),
            },
            atlas,
            register,
        };
        for (number, claim) in arrival.claims.iter().enumerate() {
            let has_unclear_end = ends::unclear_end(claim).is_some();
            let mut claim = claim.clone();
            planning.leave_out_personal(&mut claim);
            planning.read_country_in_name(&mut claim);
            planning.row(&claim, has_unclear_end);
            if number % 500 == 0 {
                progress(number);
            }
        }
        let mut plan = planning.plan;
        // What nobody asked for need not be told of, unless it is called Swedish.
        let unasked: FxHashSet<u64> = plan
            .rows
            .iter()
            .filter(|row| row.fate == Fate::Refused(Refusal::NoSwedishSide))
            .map(|row| row.line)
            .collect();
        plan.findings.retain(|finding| {
            finding.kind == FindingKind::OtherCountry || !unasked.contains(&finding.line)
        });
        plan.findings
            .sort_by_key(|finding| (finding.kind, finding.line));
        plan
    }
}

/// A side of a row, and what the atlas said of its name.
struct Side {
    id: BodyId,
    resolution: Option<Resolution>,
}

struct Planning<'p> {
    arrival: &'p Arrival,
    /// The Swedish body that has published what came.
    publisher: Option<BodyId>,
    atlas: &'p Atlas,
    register: &'p Register,
    resolver: Resolver<'p>,
    /// Bodies that rows make, until a row that is taken in names them.
    made: FxHashMap<BodyId, PreparedEntry>,
    seen: FxHashSet<Values>,
    plan: Plan,
}

impl Planning<'_> {
    fn refuse(&mut self, claim: &Claim, refusal: Refusal) {
        let row = row(claim, None, None, Fate::Refused(refusal));
        self.plan.rows.push(row);
    }

    /// Leaves out what tells of a person, and tells of that without repeating it.
    fn leave_out_personal(&mut self, claim: &mut Claim) {
        let is_refused = claim.names_a_person();
        for field in claim.without_personal() {
            if !is_refused {
                self.plan.findings.push(Finding {
                    field: Some((field, String::new())),
                    ..finding(FindingKind::Personal, claim, None)
                });
            }
        }
    }

    /// Takes the country behind a partner's name for the row's, where the name with it is not known: "Val di Fiemme (Italien)".
    fn read_country_in_name(&self, claim: &mut Claim) {
        let named = &claim.partner;
        if named.country.is_some() || named.wikidata.is_some() {
            return;
        }
        let (name, country) = name_and_country(&named.name, self.atlas);
        let Some(country) = country else { return };
        let whole = self.atlas.resolve(&Question {
            name: &named.name,
            ..Question::default()
        });
        if whole.found().is_none() {
            let country = Some(country.to_owned());
            let name = name.to_owned();
            claim.partner.name = name;
            claim.partner.country = country;
        }
    }

    fn row(&mut self, claim: &Claim, has_unclear_end: bool) {
        if claim.names_a_person() {
            return self.refuse(claim, Refusal::Personal);
        }
        let sides = [&claim.subject, &claim.partner];
        if sides.iter().any(|side| nobody::names_nobody(&side.name)) {
            self.plan
                .findings
                .push(finding(FindingKind::NamesNobody, claim, None));
            return self.refuse(claim, Refusal::NamesNobody);
        }
        if claim.subject.name.is_empty() && claim.subject.code.is_none() {
            return self.refuse(claim, Refusal::NoSubject);
        }
        if claim.partner.name.is_empty() {
            return self.refuse(claim, Refusal::NoPartner);
        }
        let code = claim.subject.code.as_deref();
        if claim.subject.name.is_empty()
            && code.is_none_or(|code| swedish_code(code, &self.resolver).is_none())
        {
            return self.refuse(claim, Refusal::NotSwedish);
        }
        self.tell_not_understood(claim);
        let Some(subject) = self.subject(claim) else {
            return self.refuse(claim, Refusal::NotSwedish);
        };
        if nobody::says_none(claim) && is_swedish(&subject.id) {
            return self.declare(claim, &subject);
        }
        let partner = self.resolve(&claim.partner, Some(&subject.id));
        let sides = [(&subject, &claim.subject), (&partner, &claim.partner)];
        if !self.arrival.everywhere && !is_swedish(&subject.id) && !is_swedish(&partner.id) {
            for (side, named) in sides {
                if self.is_called_swedish(named) {
                    self.tell_elsewhere(claim, side, named);
                }
            }
            return self.refuse(claim, Refusal::NoSwedishSide);
        }
        let identity = self.register.identity();
        if identity.canonical(&subject.id) == identity.canonical(&partner.id) {
            self.plan
                .findings
                .push(finding(FindingKind::Itself, claim, None));
            return self.refuse(claim, Refusal::Itself);
        }
        if has_unclear_end {
            return self.refuse(claim, Refusal::UnclearEnd);
        }
        self.take(claim, &subject, &partner);
    }

    fn tell_not_understood(&mut self, claim: &Claim) {
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
    }

    fn take(&mut self, claim: &Claim, subject: &Side, partner: &Side) {
        let values = self.values(claim, &subject.id, &partner.id);
        self.record(claim, &values, &[subject, partner]);
    }

    /// A row that says of a body that it has no partners.
    fn declare(&mut self, claim: &Claim, subject: &Side) {
        let mut values = Values::new();
        values
            .set("source", &self.arrival.source.id)
            .set("speaker", self.speaker(&subject.id))
            .set("subject", &subject.id)
            .set("subject_written", &claim.subject.name)
            .set("about", "body")
            .set("declaration", "none")
            .set(
                "quote",
                claim.quoted.as_ref().unwrap_or(&claim.partner.name),
            )
            .set_some("note", claim.note.as_ref())
            .set("confidence", self.confidence(&subject.id));
        values.set_some("said", self.said(claim));
        self.record(claim, &values, &[subject]);
    }

    fn record(&mut self, claim: &Claim, values: &Values, sides: &[&Side]) {
        let statement = match Statement::from_values(values) {
            Ok(statement) => statement,
            Err(error) => {
                return self.refuse(
                    claim,
                    Refusal::Unreadable {
                        detail: error.to_string(),
                    },
                );
            }
        };
        let known_by = as_it_came(values, claim);
        if !self.seen.insert(known_by.clone()) {
            self.plan
                .findings
                .push(finding(FindingKind::Repeated, claim, None));
            let row = self.row_of(claim, sides, Fate::Known);
            self.plan.rows.push(row);
            return;
        }
        let fate = self.fate(claim, sides);
        for side in sides {
            self.plan.entries.extend(self.made.remove(&side.id));
        }
        self.plan
            .statements
            .push((self.plan.rows.len(), self.plan.entries.len()));
        self.plan.entries.push(PreparedEntry {
            content: Content::Statement(Arc::new(statement)),
            known_by,
        });
        let row = self.row_of(claim, sides, fate);
        self.plan.rows.push(row);
    }

    /// A row with the bodies that its sides stand for.
    fn row_of(&self, claim: &Claim, sides: &[&Side], fate: Fate) -> PlannedRow {
        let body = |side: &&Side| self.register.identity().canonical(&side.id);
        let [own, partner] = [0, 1].map(|side| sides.get(side));
        PlannedRow {
            decided: partner.is_some_and(|side| self.is_decided(&side.id)),
            ..row(claim, own.map(body), partner.map(body), fate)
        }
    }

    /// What a row would do whose sides are these; a side abroad of which only the words are known waits for a person, unless
    /// one has said already what is meant.
    fn fate(&mut self, claim: &Claim, sides: &[&Side]) -> Fate {
        let mut fate = Fate::New { partnership: false };
        for (side, named) in sides.iter().zip([&claim.subject, &claim.partner]) {
            let outcome = side
                .resolution
                .as_ref()
                .map(|resolution| resolution.outcome);
            if matches!(outcome, Some(Outcome::Match | Outcome::Within))
                || self.is_decided(&side.id)
            {
                continue;
            }
            self.tell_elsewhere(claim, side, named);
            if side.id.as_str().starts_with("vn-") || self.is_nameless(side, named) {
                let candidates = side
                    .resolution
                    .as_ref()
                    .map_or(0, |found| found.candidates.len());
                fate = Fate::Ambiguous { candidates };
            }
        }
        fate
    }

    /// Whether a person has said which body words mean, or that they are one of their own, or none.
    fn is_decided(&self, id: &BodyId) -> bool {
        let identity = self.register.identity();
        let said = identity.verdict(id, id).map(|(_, verdict)| verdict);
        identity.is_merged(id) || matches!(said, Some(Verdict::OwnBody | Verdict::NotABody))
    }

    /// Whether nothing but its item is known of a side: neither a name in what came, nor a body or place of that item.
    fn is_nameless(&self, side: &Side, named: &Named) -> bool {
        named.wikidata.as_ref() == Some(&named.name)
            && side.id.as_str().starts_with("wd-")
            && self.register.body(&side.id).is_none()
            && self.atlas.gazetteer.by_id(side.id.as_str()).is_none()
    }

    /// Whether a side is said to lie in Sweden.
    fn is_called_swedish(&self, named: &Named) -> bool {
        let stated = named.country.as_deref();
        stated.and_then(|country| self.atlas.country(country)) == Some(CountryCode::SWEDEN)
    }

    /// Tells where a side lies that is not known where it is said to lie.
    fn tell_elsewhere(&mut self, claim: &Claim, side: &Side, named: &Named) {
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

    /// Whose partner a row tells of. In a table that is a Swedish body, unless the row says where else it lies or the whole
    /// world is asked for; of what is none no note is taken, so that it is not found in Sweden when another row names it as
    /// a partner.
    fn subject(&mut self, claim: &Claim) -> Option<Side> {
        let named = &claim.subject;
        let either_side = self.arrival.format != "table" || self.arrival.everywhere;
        if either_side || named.country.is_some() {
            return Some(self.resolve(named, None));
        }
        let code = named.code.as_deref();
        let coded = |code| swedish_code(code, &self.resolver);
        let item = named.wikidata.as_deref();
        let called =
            || own::readings(&named.name).find_map(|name| self.resolver.swedish(&name, item));
        // A code that stands in the same cell only tells where the name does not.
        let before = || own::code_before(&named.name).and_then(coded);
        let id = code.and_then(coded).or_else(called).or_else(before)?;
        Some(Side {
            id,
            resolution: None,
        })
    }

    fn resolve(&mut self, named: &Named, partner_of: Option<&BodyId>) -> Side {
        if let Some(id) = named
            .code
            .as_deref()
            .and_then(|code| swedish_code(code, &self.resolver))
        {
            return Side {
                id,
                resolution: None,
            };
        }
        let Resolved {
            id,
            made,
            resolution,
        } = self.resolver.resolve(&intake::Named {
            written: &named.name,
            country_written: named.country.as_deref(),
            wikidata: named.wikidata.as_deref(),
            partner_of,
            ..intake::Named::default()
        });
        if let Some(made) = made {
            self.made.insert(id.clone(), made);
        }
        Side { id, resolution }
    }

    fn values(&self, claim: &Claim, subject: &BodyId, partner: &BodyId) -> Values {
        // Who states it matters less to a third party than which side is Swedish: that one is told of.
        let turned = !is_swedish(subject) && is_swedish(partner);
        let (own, own_words, other, other_words) = if turned {
            (partner, &claim.partner, subject, &claim.subject)
        } else {
            (subject, &claim.subject, partner, &claim.partner)
        };
        let span = words::years(claim);
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
        values.set_some("said", self.said(claim));
        values
    }

    /// Whether a row about that body is its own word: it has published what came.
    fn is_own_word(&self, body: &BodyId) -> bool {
        let identity = self.register.identity();
        let publisher = self.publisher.as_ref();
        publisher.is_some_and(|own| identity.canonical(own) == identity.canonical(body))
    }

    fn speaker(&self, body: &BodyId) -> Speaker {
        if self.is_own_word(body) {
            Speaker::Subject
        } else {
            Speaker::Third
        }
    }

    fn confidence(&self, body: &BodyId) -> Confidence {
        if self.is_own_word(body) {
            Confidence::Primary
        } else {
            Confidence::Secondary
        }
    }

    /// When it was said, by the row or else by what came.
    fn said(&self, claim: &Claim) -> Option<Edtf> {
        let said = claim.said.as_deref().and_then(dates::date);
        said.or_else(|| self.arrival.source.date.clone())
    }
}

/// A source with the Swedish body that its publisher is, where its name says so.
fn with_publisher_body(source: &Source, atlas: &Atlas) -> Source {
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
    let words = [&claim.status, &claim.instrument, &claim.kind];
    let told: Vec<words::Status> = words
        .into_iter()
        .filter_map(|text| words::status(text.as_deref()?))
        .collect();
    // What the first says of a field stands.
    for status in told.iter().rev() {
        values.set(status.field, status.value);
    }
    let effective = told.into_iter().find_map(|status| status.effective);
    values.set_some("effective", effective);
}

/// The row as it came, by which it is known again: without what names were resolved to.
fn as_it_came(values: &Values, claim: &Claim) -> Values {
    let mut known_by = values.clone();
    for field in ["subject", "partner", "country"] {
        known_by.remove(field);
    }
    known_by
        .set_some("subject_item", claim.subject.wikidata.as_ref())
        .set_some("partner_item", claim.partner.wikidata.as_ref());
    known_by
}

fn is_swedish(id: &BodyId) -> bool {
    id.as_str().starts_with("se-")
}

/// The Swedish body of an SCB code: two digits for a region, four for a municipality, also without leading zeros.
fn swedish_code(code: &str, resolver: &Resolver<'_>) -> Option<BodyId> {
    let digits = code.trim();
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    [format!("se-{digits}"), format!("se-0{digits}")]
        .iter()
        .filter_map(|id| id.parse().ok())
        .find(|id| resolver.knows(id))
}

fn row(claim: &Claim, subject: Option<BodyId>, partner: Option<BodyId>, fate: Fate) -> PlannedRow {
    PlannedRow {
        line: claim.line,
        subject_written: claim.subject.name.clone(),
        partner_written: claim.partner.name.clone(),
        country_written: claim.partner.country.clone(),
        subject,
        partner,
        decided: false,
        fate,
    }
}
