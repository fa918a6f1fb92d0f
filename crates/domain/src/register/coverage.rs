//! What is known of a body's co-operation, and from whom.

use std::sync::Arc;

use rustc_hash::FxHashMap;
use time::Date;

use super::Register;
use crate::bodies::Body;
use crate::statements::{About, Statement};
use crate::vocabulary::{Coverage, Declaration, Speaker};
use crate::{BodyId, CountryCode, Edtf, Seq};

/// A body's coverage and what it rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct BodyCoverage {
    /// The class.
    pub coverage: Coverage,
    /// Date of the body's newest own word; `None` when it has said nothing or nothing dated.
    pub last_own_word: Option<Edtf>,
    /// How many own words there are.
    pub own_words: usize,
    /// Whether its last declaration is that it does not look for partners.
    pub not_seeking: bool,
}

#[derive(Default)]
struct Newest<'a> {
    partners: Option<(Option<Date>, &'a Statement)>,
    declared: Option<(Option<Date>, Declaration)>,
    not_seeking: Option<Option<Date>>,
    words: usize,
    others: bool,
    last: Option<&'a Edtf>,
}

impl<'a> Newest<'a> {
    fn take(&mut self, statement: &'a Statement, own: bool) {
        if !own {
            self.others |= !matches!(statement.about, About::Body(None));
            return;
        }
        self.words += 1;
        let date = statement.word_date();
        let day = date.and_then(Edtf::ordering_day);
        if day > self.last.and_then(Edtf::ordering_day) {
            self.last = date;
        }
        match &statement.about {
            About::Body(Some(Declaration::NotSeeking)) => {
                self.not_seeking = self.not_seeking.max(Some(day));
            }
            About::Body(Some(declaration)) => {
                if self.declared.is_none_or(|(known, _)| day >= known) {
                    self.declared = Some((day, *declaration));
                }
            }
            About::Body(None) => {}
            About::Partner(_) | About::Group(_) => {
                if self.partners.is_none_or(|(known, _)| day >= known) {
                    self.partners = Some((day, statement));
                }
            }
        }
    }
}

impl Register {
    /// What is known of a body's co-operation, and from whom. A plan of its own is its own word too. A later *none* of its own outranks older lists; a
    /// later list outranks an older *none*.
    #[must_use]
    pub fn coverage(&self, body: &BodyId) -> BodyCoverage {
        let body = self.identity.canonical_ref(body);
        let known = self.covered.get().and_then(|all| all.get(body));
        known.cloned().unwrap_or_else(|| self.look_at(body))
    }

    /// What is known of each Swedish body; looked at once for each state of the register.
    pub(super) fn covered(&self) -> &FxHashMap<BodyId, BodyCoverage> {
        let look = |body: &Arc<Body>| (body.id.clone(), self.look_at(&body.id));
        self.covered.get_or_init(|| {
            let swedish = self
                .bodies()
                .filter(|body| body.country == Some(CountryCode::SWEDEN));
            Arc::new(swedish.map(look).collect())
        })
    }

    fn look_at(&self, body: &BodyId) -> BodyCoverage {
        let mut newest = Newest::default();
        for seq in self.seqs_of(body) {
            if let Some(statement) = self.statement(seq) {
                newest.take(statement, self.is_own_word(statement, body));
            }
        }
        let partners = newest.partners.map(|(day, _)| day);
        let none = newest.declared.map(|(day, _)| day);
        let coverage = match (partners, none) {
            (Some(listed), Some(declared)) if declared > listed => Coverage::OwnNone,
            (Some(_), _) => Coverage::OwnPartners,
            (None, Some(_)) => Coverage::OwnNone,
            (None, None) if newest.not_seeking.is_some() => Coverage::OwnNotSeeking,
            (None, None) if newest.others => Coverage::OthersOnly,
            (None, None) => Coverage::NeverAsked,
        };
        BodyCoverage {
            coverage,
            last_own_word: newest.last.cloned(),
            own_words: newest.words,
            not_seeking: newest.not_seeking.is_some(),
        }
    }

    /// Whether a statement is the word of `body` about itself.
    #[must_use]
    pub fn is_own_word(&self, statement: &Statement, body: &BodyId) -> bool {
        let subject = self.identity.canonical(&statement.subject.body) == *body;
        match statement.speaker {
            Speaker::Subject => subject,
            Speaker::Partner => !subject && statement.partner().is_some(),
            Speaker::Third => false,
        }
    }

    /// The numbers of all statements that count for a body: of its pairs, its groups and itself.
    fn seqs_of<'r>(&'r self, body: &'r BodyId) -> impl Iterator<Item = Seq> + 'r {
        let pairs = self
            .by_body
            .get(body)
            .into_iter()
            .flat_map(|pairs| pairs.iter());
        let of_pairs = pairs
            .filter_map(|pair| self.partnerships.get(pair))
            .flat_map(|p| p.statements.iter().copied());
        let of_groups = self
            .memberships_of(body)
            .flat_map(|m| m.statements.iter().copied());
        let alone = self
            .alone
            .get(body)
            .into_iter()
            .flat_map(|seqs| seqs.iter().copied());
        of_pairs.chain(of_groups).chain(alone)
    }
}
