//! The rows of an import resolved one by one.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};
use time::Date;
use vanort_domain::log::Content;
use vanort_domain::register::Register;
use vanort_domain::statements::Statement;
use vanort_domain::vocabulary::Verdict;
use vanort_domain::{BodyId, Values};
use vanort_names::{Atlas, Outcome, Question, Ranked};

use super::sides::{Side, swedish_code};
use super::values::{as_it_came, with_publisher_body};
use super::{Fate, Plan, PlannedRow, Refusal, Totals, is_no_body};
use crate::imports::claims::{LONGEST_NAME, shortened};
use crate::imports::findings::{Finding, FindingKind, finding, one_sided};
use crate::imports::mapping::name_and_country;
use crate::imports::several::{self, Partners};
use crate::imports::{Arrival, Claim, Named, dates, ends, nobody};
use crate::intake::{self, PreparedEntry, Resolver};

impl Plan {
    /// Resolves every row. What the log knows already is not told apart yet ([`Plan::tell_known`]). `progress` is
    /// told how many rows are done, now and then.
    #[must_use]
    pub fn prepare(
        arrival: &Arrival,
        atlas: &Atlas,
        register: &Register,
        today: Date,
        mut progress: impl FnMut(usize),
    ) -> Self {
        let source = with_publisher_body(&arrival.source, atlas);
        let publisher = source.publisher_body.clone();
        let mut planning = Planning {
            arrival,
            publisher,
            today,
            resolver: Resolver::new(atlas, register),
            made: FxHashMap::default(),
            seen: FxHashSet::default(),
            plan: Self {
                rows: Vec::with_capacity(arrival.claims.len()),
                left_out: arrival.left_out,
                totals: Totals::default(),
                findings: one_sided(&arrival.claims),
                mark: arrival.reading(),
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
            for (claim, doubt) in planning.apart(claim) {
                let has_unclear_end = has_unclear_end || ends::unclear_end(&claim).is_some();
                planning.row(&claim, has_unclear_end, doubt);
            }
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

pub(super) struct Planning<'p> {
    pub(super) arrival: &'p Arrival,
    /// The Swedish body that has published what came.
    pub(super) publisher: Option<BodyId>,
    pub(super) today: Date,
    pub(super) atlas: &'p Atlas,
    pub(super) register: &'p Register,
    pub(super) resolver: Resolver<'p>,
    /// Bodies that rows make, until a row that is taken in names them.
    pub(super) made: FxHashMap<BodyId, PreparedEntry>,
    seen: FxHashSet<Values>,
    pub(super) plan: Plan,
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

    /// A claim for each partner that its cell names, and the years and words beside its name apart from it; of a cell that seems
    /// to name several, of which that is unclear, the claim in its words and what is known of them.
    fn apart(&self, mut claim: Claim) -> Vec<(Claim, Option<Vec<Ranked>>)> {
        let is_one = claim.names_a_person() || nobody::denies(&claim.partner.name);
        if self.arrival.format != "table" || is_one {
            return vec![(claim, None)];
        }
        let partners = if self.are_words_decided(&claim.partner) {
            Partners::Doubtful(Vec::new())
        } else {
            let mut alone = claim.clone();
            alone.read_words_beside_name(self.atlas);
            match several::partners(self.atlas, &alone.partner) {
                Partners::One => {
                    claim = alone;
                    Partners::One
                }
                _ => several::partners(self.atlas, &claim.partner),
            }
        };
        let names = match partners {
            Partners::Doubtful(known) => return vec![(claim, Some(known))],
            Partners::One => {
                claim.read_years_in_name();
                self.read_country_in_name(&mut claim);
                return vec![(claim, None)];
            }
            Partners::Several(names) => names,
        };
        names
            .into_iter()
            .map(|name| {
                let mut claim = claim.clone();
                let (bare, country) = name_and_country(&name, self.atlas);
                if let Some(country) = country {
                    claim.partner.country = Some(country.to_owned());
                }
                bare.clone_into(&mut claim.partner.name);
                claim.read_words_beside_name(self.atlas);
                claim.read_years_in_name();
                (claim, None)
            })
            .collect()
    }

    /// Whether a person has said what a cell's words with signs between them mean, all together.
    fn are_words_decided(&self, named: &Named) -> bool {
        let country = named.country.as_deref();
        let country = country.and_then(|country| self.atlas.country(country));
        several::pieces(self.atlas, &named.name).len() > 1
            && self.is_decided(&intake::minted_id(&named.name, country))
    }

    /// Why a row is not taken in, whatever its names mean.
    fn unfit(&mut self, claim: &Claim) -> Option<Refusal> {
        if claim.names_a_person() {
            return Some(Refusal::Personal);
        }
        let sides = [&claim.subject, &claim.partner];
        let is_nobody = sides.iter().any(|side| nobody::names_nobody(&side.name));
        if is_nobody || nobody::denies_one(claim) {
            self.plan
                .findings
                .push(finding(FindingKind::NamesNobody, claim, None));
            return Some(Refusal::NamesNobody);
        }
        if let Some(refusal) = self.unfit_name(claim) {
            return Some(refusal);
        }
        if claim.subject.name.is_empty() && claim.subject.code.is_none() {
            return Some(Refusal::NoSubject);
        }
        if claim.partner.name.is_empty() {
            return Some(Refusal::NoPartner);
        }
        let code = claim.subject.code.as_deref();
        if claim.subject.name.is_empty()
            && code.is_none_or(|code| swedish_code(code, &self.resolver).is_none())
        {
            return Some(self.not_swedish(claim));
        }
        let said = claim.said.as_deref().and_then(dates::date);
        said.is_some_and(|said| self.is_to_come(&said))
            .then_some(Refusal::FutureDate)
    }

    /// Tells what a row would do. `doubt` has what is known of a cell of which it is unclear how many partners it names.
    fn row(&mut self, claim: &Claim, has_unclear_end: bool, doubt: Option<Vec<Ranked>>) {
        if let Some(refusal) = self.unfit(claim) {
            return self.refuse(claim, refusal);
        }
        self.tell_not_understood(claim);
        let Some(subject) = self.subject(claim) else {
            return self.refuse(claim, self.not_swedish(claim));
        };
        if nobody::says_none(claim) && subject.id.is_swedish() {
            return self.declare(claim, &subject);
        }
        let partner = match doubt {
            Some(known) => self.as_written(claim, known),
            None => self.resolve(&claim.partner, Some(&subject.id)),
        };
        self.tell_words_beside(claim, &partner);
        let subject = match subject.id.of_words() {
            // What the words mean is told by whose partner it is, whichever side they stand on.
            Some(_) => self.resolve(&claim.subject, Some(&partner.id)),
            None => subject,
        };
        let sides = [(&subject, &claim.subject), (&partner, &claim.partner)];
        if !self.arrival.everywhere && !subject.id.is_swedish() && !partner.id.is_swedish() {
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

    /// Why a name can be nobody's: no name is so long, and none is without a letter. A code in the place of a Swedish side is one.
    fn unfit_name(&self, claim: &Claim) -> Option<Refusal> {
        let sides = [("own", &claim.subject), ("partner", &claim.partner)];
        sides.into_iter().find_map(|(column, named)| {
            if named.name.chars().nth(LONGEST_NAME).is_some() {
                return Some(Refusal::LongName { column });
            }
            let may_be_code = column == "own" && !self.lies_anywhere(named);
            let has_letter = named.name.chars().any(char::is_alphabetic);
            let is_none = named.name.is_empty() || has_letter || may_be_code;
            (!is_none).then_some(Refusal::NoLetter { column })
        })
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
        if sides.iter().any(|side| is_no_body(self.register, &side.id)) {
            return Fate::NoBody;
        }
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
    pub(super) fn is_decided(&self, id: &BodyId) -> bool {
        let identity = self.register.identity();
        let said = identity.verdict(id, id).map(|(_, verdict)| verdict);
        identity.is_merged(id) || matches!(said, Some(Verdict::OwnBody | Verdict::NotABody))
    }
}

fn row(claim: &Claim, subject: Option<BodyId>, partner: Option<BodyId>, fate: Fate) -> PlannedRow {
    PlannedRow {
        line: claim.line,
        subject_line: claim.subject_line,
        country_line: claim.country_line,
        subject_written: shortened(&claim.subject.name),
        partner_written: shortened(&claim.partner.name),
        country_written: claim.partner.country.as_deref().map(shortened),
        beside: claim.beside.clone(),
        subject,
        partner,
        decided: false,
        fate,
    }
}
