//! The register: what the log adds up to. `Register = fold(log, as_of)`, a pure function.
//!
//! A register is immutable to its readers: [`Register::apply`] takes one more entry into a copy that shares
//! nearly everything with the one before, and gives exactly what folding the whole log anew would give
//! (`tests/register.rs` holds the two together).

mod apply;
pub mod as_of;
pub mod choice;
mod coverage;
mod decision;
mod fold;
mod history;
mod lists;
mod membership;
mod partnership;
mod withdrawn;

use std::cmp::Ordering;
use std::sync::{Arc, OnceLock};

use imbl::Vector;
use rustc_hash::FxHashMap;
use smol_str::SmolStr;

pub use as_of::AsOf;
use as_of::Seen;
pub use choice::{Choice, DateValue, Outcome, Seqs, Side};
pub use coverage::BodyCoverage;
pub use decision::Decided;
pub use history::{Life, Step, Steps, Themes};
pub use membership::Membership;
pub use partnership::{
    CONFIRM_AFTER_MONTHS, OLD_AFTER_MONTHS, Partnership, freshness, months_after,
};

use crate::bodies::Body;
use crate::collation::SortKey;
use crate::groups::Group;
use crate::identity::{Decision, Identity};
use crate::imports::Import;
use crate::log::{Content, Entry};
use crate::persistent::{Map, SortedList};
use crate::sources::Source;
use crate::statements::Statement;
use crate::vocabulary::{Coverage, Evidence, Kind, Role, Standing};
use crate::{BodyId, CountryCode, GroupId, PairKey, Seq, SourceId};

/// A partnership's place in the list of all: by the two names in Swedish order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListKey {
    first: SortKey,
    second: SortKey,
    /// The partnership.
    pub pair: PairKey,
}

impl Ord for ListKey {
    fn cmp(&self, other: &Self) -> Ordering {
        let name = |a: &SortKey, b: &SortKey| {
            if Arc::ptr_eq(a, b) {
                Ordering::Equal
            } else {
                a.cmp(b)
            }
        };
        name(&self.first, &other.first)
            .then_with(|| name(&self.second, &other.second))
            .then_with(|| self.pair.cmp(&other.pair))
    }
}

impl PartialOrd for ListKey {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// What came only with imports that are withdrawn, and what was said to be no body.
#[derive(Debug, Clone, Default, PartialEq)]
struct Withheld {
    bodies: Map<BodyId, Arc<Body>>,
    sources: Map<SourceId, Arc<Source>>,
}

impl Withheld {
    fn is_empty(&self) -> bool {
        self.bodies.is_empty() && self.sources.is_empty()
    }
}

/// Bodies, sources, groups and partnerships as the log has them at one moment.
#[derive(Debug, Clone, Default)]
pub struct Register {
    as_of: AsOf,
    entries: Vector<Entry>,
    identity: Identity,
    decisions: Vector<Seq>,
    switched_off: imbl::OrdSet<SmolStr>,
    corrected: imbl::OrdSet<Seq>,
    imports: Map<SmolStr, (Seq, Arc<Import>)>,
    withdrawn: imbl::OrdSet<SmolStr>,
    /// Bodies and sources that came only with a withdrawn import; they are shown once something else speaks of them. Bodies
    /// that were said to be none; they are shown once that is taken back.
    withheld: Withheld,
    bodies: Map<BodyId, Arc<Body>>,
    predecessors: Map<BodyId, Arc<Vec<BodyId>>>,
    sources: Map<SourceId, Arc<Source>>,
    groups: Map<GroupId, Arc<Group>>,
    partnerships: Map<PairKey, Arc<Partnership>>,
    by_body: Map<BodyId, Arc<Vec<PairKey>>>,
    list: SortedList<ListKey>,
    memberships: Map<(GroupId, BodyId), Arc<Membership>>,
    by_group: Map<GroupId, Arc<Vec<BodyId>>>,
    groups_of: Map<BodyId, Arc<Vec<GroupId>>>,
    alone: Map<BodyId, Arc<Vec<Seq>>>,
    figures: OnceLock<Arc<Figures>>,
    /// What is known of each Swedish body, where it has been looked at.
    covered: OnceLock<Arc<FxHashMap<BodyId, BodyCoverage>>>,
}

impl PartialEq for Register {
    fn eq(&self, other: &Self) -> bool {
        self.as_of == other.as_of
            && self.entries == other.entries
            && self.identity == other.identity
            && self.switched_off == other.switched_off
            && self.corrected == other.corrected
            && self.imports == other.imports
            && self.withdrawn == other.withdrawn
            && self.withheld == other.withheld
            && self.bodies == other.bodies
            && self.predecessors == other.predecessors
            && self.sources == other.sources
            && self.groups == other.groups
            && self.partnerships == other.partnerships
            && self.by_body == other.by_body
            && self.list == other.list
            && self.memberships == other.memberships
            && self.by_group == other.by_group
            && self.groups_of == other.groups_of
            && self.alone == other.alone
    }
}

/// Counts over the whole register.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
pub struct Figures {
    /// Swedish municipalities (Gotland counts here and among the regions).
    pub municipalities: usize,
    /// Swedish regions.
    pub regions: usize,
    /// Other Swedish bodies.
    pub other_swedish_bodies: usize,
    /// Bodies abroad.
    pub foreign_bodies: usize,
    /// Bodies abroad that some statement names.
    pub foreign_bodies_named: usize,
    /// Countries with at least one partnership with Sweden.
    pub countries: usize,
    /// Sources.
    pub sources: usize,
    /// Statements that count ([`Register::counts`]).
    pub statements: usize,
    /// Of those, the ones that bear no date.
    pub undated_statements: usize,
    /// Statements that are in the log and do not count.
    pub statements_not_counting: usize,
    /// Groups.
    pub groups: usize,
    /// Partnerships.
    pub partnerships: usize,
    /// Partnerships by kind; those whose kind nobody states are in none.
    pub by_kind: Vec<(Kind, usize)>,
    /// Partnerships by evidence.
    pub by_evidence: Vec<(Evidence, usize)>,
    /// Partnerships by standing.
    pub by_standing: Vec<(Standing, usize)>,
    /// Swedish municipalities by coverage.
    pub municipalities_by_coverage: Vec<(Coverage, usize)>,
    /// Swedish regions by coverage.
    pub regions_by_coverage: Vec<(Coverage, usize)>,
}

/// A partnership as it concerns one body.
#[derive(Debug, Clone)]
pub struct OfBody {
    /// The partnership.
    pub partnership: Arc<Partnership>,
    /// The other side.
    pub partner: BodyId,
    /// The earlier body whose partnership it is, when it was carried over and nobody has confirmed it since.
    pub carried_over_from: Option<BodyId>,
}

impl Register {
    /// The number of the last entry folded in.
    #[must_use]
    pub fn head(&self) -> Seq {
        self.entries.last().map_or(Seq(0), |entry| entry.seq)
    }

    /// The days from which the register looks.
    #[must_use]
    pub fn as_of(&self) -> AsOf {
        self.as_of
    }

    /// An entry by its number.
    #[must_use]
    pub fn entry(&self, seq: Seq) -> Option<&Entry> {
        let index = usize::try_from(seq.0).ok()?.checked_sub(1)?;
        self.entries.get(index).filter(|entry| entry.seq == seq)
    }

    /// All entries in the order of the log.
    pub fn entries(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.entries.iter()
    }

    /// A statement by its number.
    #[must_use]
    pub fn statement(&self, seq: Seq) -> Option<&Arc<Statement>> {
        match &self.entry(seq)?.content {
            Content::Statement(statement) => Some(statement),
            _ => None,
        }
    }

    /// All statements with their entries, in the order of the log.
    pub fn statements(&self) -> impl DoubleEndedIterator<Item = (&Entry, &Arc<Statement>)> {
        self.entries
            .iter()
            .filter_map(|entry| match &entry.content {
                Content::Statement(statement) => Some((entry, statement)),
                _ => None,
            })
    }

    /// The statements that count ([`Register::counts`]) with their entries, in the order of the log.
    pub fn statements_counting(
        &self,
    ) -> impl DoubleEndedIterator<Item = (&Entry, &Arc<Statement>)> {
        let all = self.statements();
        all.filter(|(entry, statement)| self.counts(entry, statement))
    }

    /// The decisions on identity with the numbers of their entries, also those that do not count any more.
    pub fn decisions(&self) -> impl DoubleEndedIterator<Item = (Seq, &Arc<Decision>)> {
        self.decisions
            .iter()
            .filter_map(|seq| match &self.entry(*seq)?.content {
                Content::Decision(decision) => Some((*seq, decision)),
                _ => None,
            })
    }

    /// Which bodies stand for which.
    #[must_use]
    pub fn identity(&self) -> &Identity {
        &self.identity
    }

    /// A body by its identifier; where it was merged with another, the one that stands for it.
    #[must_use]
    pub fn body(&self, id: &BodyId) -> Option<&Arc<Body>> {
        self.bodies
            .get(self.identity.canonical_ref(id))
            .or_else(|| self.bodies.get(id))
    }

    /// A body as it was before it was merged with another.
    #[must_use]
    pub fn body_as_it_was(&self, id: &BodyId) -> Option<&Arc<Body>> {
        self.bodies.get(id)
    }

    /// A body as the log has it: also one that is not seen, because it came only with an import that is withdrawn or because
    /// it was said to be none. For telling of decisions.
    #[must_use]
    pub fn body_on_record(&self, id: &BodyId) -> Option<&Arc<Body>> {
        let withheld = || self.withheld.bodies.get(id);
        self.bodies.get(id).or_else(withheld)
    }

    /// All bodies, also those for which another stands; in no particular order.
    pub fn every_body(&self) -> impl Iterator<Item = &Arc<Body>> {
        self.bodies.values()
    }

    /// All bodies, without those for which another stands; in no particular order.
    pub fn bodies(&self) -> impl Iterator<Item = &Arc<Body>> {
        self.bodies
            .values()
            .filter(|body| !self.identity.is_merged(&body.id))
    }

    /// The bodies that went up in `id`, were divided into it or were renamed so.
    #[must_use]
    pub fn predecessors(&self, id: &BodyId) -> &[BodyId] {
        self.predecessors
            .get(id)
            .map_or(&[], |list| list.as_slice())
    }

    /// A source.
    #[must_use]
    pub fn source(&self, id: &SourceId) -> Option<&Arc<Source>> {
        self.sources.get(id)
    }

    /// All sources, in no particular order.
    pub fn sources(&self) -> impl Iterator<Item = &Arc<Source>> {
        self.sources.values()
    }

    /// Whether statements of a collection count.
    #[must_use]
    pub fn is_switched_off(&self, collection: &str) -> bool {
        self.switched_off.contains(&SmolStr::new(collection))
    }

    /// The imports, with the numbers of their entries, in no particular order.
    pub fn imports(&self) -> impl Iterator<Item = (Seq, &Arc<Import>)> {
        self.imports.values().map(|(seq, import)| (*seq, import))
    }

    /// The import whose entries carry this way.
    #[must_use]
    pub fn import(&self, way: &str) -> Option<(Seq, &Arc<Import>)> {
        self.imports
            .get(&SmolStr::new(way))
            .map(|(seq, import)| (*seq, import))
    }

    /// Whether the import of this way has been withdrawn.
    #[must_use]
    pub fn is_withdrawn(&self, way: &str) -> bool {
        !self.withdrawn.is_empty() && self.withdrawn.contains(&SmolStr::new(way))
    }

    /// A group.
    #[must_use]
    pub fn group(&self, id: &GroupId) -> Option<&Arc<Group>> {
        self.groups.get(id)
    }

    /// All groups, in no particular order.
    pub fn groups(&self) -> impl Iterator<Item = &Arc<Group>> {
        self.groups.values()
    }

    /// Who belongs or belonged to a group.
    pub fn members(&self, id: &GroupId) -> impl Iterator<Item = &Arc<Membership>> {
        self.by_group
            .get(id)
            .into_iter()
            .flat_map(|bodies| bodies.iter())
            .filter_map(|body| self.memberships.get(&(id.clone(), body.clone())))
    }

    /// The groups a body belongs or belonged to.
    pub fn memberships_of(&self, body: &BodyId) -> impl Iterator<Item = &Arc<Membership>> {
        let body = self.identity.canonical(body);
        self.groups_of
            .get(&body)
            .into_iter()
            .flat_map(|groups| groups.iter())
            .filter_map(move |group| self.memberships.get(&(group.clone(), body.clone())))
    }

    /// A partnership; the sides may be named by bodies for which another stands.
    #[must_use]
    pub fn partnership(&self, pair: &PairKey) -> Option<&Arc<Partnership>> {
        self.partnerships
            .get(pair)
            .or_else(|| self.partnerships.get(&self.canonical_pair(pair)))
    }

    /// The pair with the bodies that stand for its sides.
    #[must_use]
    pub fn canonical_pair(&self, pair: &PairKey) -> PairKey {
        PairKey::new(
            self.identity.canonical(&pair.first),
            self.identity.canonical(&pair.second),
        )
    }

    /// All partnerships, in Swedish order of the two names.
    pub fn partnerships(&self) -> impl DoubleEndedIterator<Item = &Arc<Partnership>> {
        self.list
            .iter()
            .filter_map(|key| self.partnerships.get(&key.pair))
    }

    /// The second sides of all partnerships with what their names are put in order by, each as often as it is one.
    pub fn partners_with_keys(&self) -> impl Iterator<Item = (&BodyId, &SortKey)> {
        self.list.iter().map(|key| (&key.pair.second, &key.second))
    }

    /// All partnerships in no order, which is quicker.
    pub fn partnerships_unsorted(&self) -> impl Iterator<Item = &Arc<Partnership>> {
        self.partnerships.values()
    }

    /// How many partnerships there are.
    #[must_use]
    pub fn partnership_count(&self) -> usize {
        self.partnerships.len()
    }

    /// The partnerships of one body in no particular order, with those it took over from bodies that went up in
    /// it and that it has not itself become a party to.
    #[must_use]
    pub fn partnerships_of(&self, body: &BodyId) -> Vec<OfBody> {
        let body = self.identity.canonical(body);
        let own = |of: &BodyId| self.by_body.get(of).cloned().unwrap_or_default();
        let mut all: Vec<OfBody> = own(&body)
            .iter()
            .filter_map(|pair| {
                let partner = pair.across(&body)?.clone();
                Some(OfBody {
                    partnership: self.partnerships.get(pair)?.clone(),
                    partner,
                    carried_over_from: None,
                })
            })
            .collect();
        let direct = all.len();
        for earlier in self.earlier_bodies(&body) {
            for pair in own(&earlier).iter() {
                let (Some(partner), Some(partnership)) =
                    (pair.across(&earlier), self.partnerships.get(pair))
                else {
                    continue;
                };
                if *partner == body || all[..direct].iter().any(|known| known.partner == *partner) {
                    continue;
                }
                all.push(OfBody {
                    partnership: partnership.clone(),
                    partner: partner.clone(),
                    carried_over_from: Some(earlier.clone()),
                });
            }
        }
        all
    }

    /// How many partnerships a body has, those included that it took over.
    #[must_use]
    pub fn partnership_count_of(&self, body: &BodyId) -> usize {
        let body = self.identity.canonical_ref(body);
        if self.predecessors(body).is_empty() {
            self.by_body.get(body).map_or(0, |pairs| pairs.len())
        } else {
            self.partnerships_of(body).len()
        }
    }

    /// Whether a body is party to a partnership of its own.
    #[must_use]
    pub fn has_partnerships(&self, body: &BodyId) -> bool {
        self.by_body
            .get(self.identity.canonical_ref(body))
            .is_some_and(|pairs| !pairs.is_empty())
    }

    /// Every body that went up in `body`, over any number of steps.
    fn earlier_bodies(&self, body: &BodyId) -> Vec<BodyId> {
        let mut found: Vec<BodyId> = Vec::new();
        let mut open: Vec<BodyId> = self.predecessors(body).to_vec();
        while let Some(next) = open.pop() {
            if next != *body && !found.contains(&next) {
                open.extend_from_slice(self.predecessors(&next));
                found.push(next);
            }
        }
        found.sort_unstable();
        found
    }

    /// The statements about a body alone.
    pub fn statements_alone(&self, body: &BodyId) -> impl Iterator<Item = (Seq, &Arc<Statement>)> {
        let body = self.identity.canonical(body);
        let seqs = self.alone.get(&body).cloned().unwrap_or_default();
        let seqs: Vec<Seq> = seqs.to_vec();
        seqs.into_iter()
            .filter_map(|seq| self.statement(seq).map(|statement| (seq, statement)))
    }

    /// The statements that count and are about bodies alone, of all bodies; in no particular order.
    pub fn statements_of_no_partner(&self) -> impl Iterator<Item = (Seq, &Arc<Statement>)> {
        let seqs = self.alone.values().flat_map(|seqs| seqs.iter());
        seqs.filter_map(|seq| Some((*seq, self.statement(*seq)?)))
    }

    /// Counts over the whole register; counted once for each state of it.
    #[must_use]
    pub fn figures(&self) -> Arc<Figures> {
        self.figures.get_or_init(|| Arc::new(self.count())).clone()
    }

    fn count(&self) -> Figures {
        let mut figures = Figures {
            sources: self.sources.len(),
            groups: self.groups.len(),
            partnerships: self.partnerships.len(),
            ..Figures::default()
        };
        for (entry, statement) in self.statements() {
            if self.counts(entry, statement) {
                // One that tells nothing of the day that is asked about is in none of the other figures either.
                if self.as_of.sees(statement, entry.recorded) != Seen::Nothing {
                    figures.statements += 1;
                    figures.undated_statements += usize::from(statement.word_date().is_none());
                }
            } else {
                figures.statements_not_counting += 1;
            }
        }
        self.count_bodies(&mut figures);
        self.count_partnerships(&mut figures);
        figures
    }

    fn count_bodies(&self, figures: &mut Figures) {
        let mut municipalities = Tally::default();
        let mut regions = Tally::default();
        let covered = self.covered();
        for body in self.bodies() {
            if body.country != Some(CountryCode::SWEDEN) {
                figures.foreign_bodies += 1;
                figures.foreign_bodies_named += usize::from(self.by_body.contains_key(&body.id));
                continue;
            }
            let coverage = covered
                .get(&body.id)
                .map_or(Coverage::NeverAsked, |of| of.coverage);
            if body.has_role(Role::Municipality) {
                figures.municipalities += 1;
                municipalities.add(coverage);
            }
            if body.has_role(Role::Region) {
                figures.regions += 1;
                regions.add(coverage);
            }
            figures.other_swedish_bodies += usize::from(!body.is_member());
        }
        figures.municipalities_by_coverage = municipalities.counts();
        figures.regions_by_coverage = regions.counts();
    }

    fn count_partnerships(&self, figures: &mut Figures) {
        let mut kinds = Tally::default();
        let mut evidence = Tally::default();
        let mut standing = Tally::default();
        let mut countries = std::collections::BTreeSet::new();
        for partnership in self.partnerships.values() {
            if let Some(kind) = partnership.kind.value() {
                kinds.add(*kind);
            }
            evidence.add(partnership.evidence);
            standing.add(partnership.standing);
            countries.extend(
                self.body(&partnership.pair.second)
                    .and_then(|body| body.country),
            );
        }
        countries.remove(&CountryCode::SWEDEN);
        figures.countries = countries.len();
        figures.by_kind = kinds.counts();
        figures.by_evidence = evidence.counts();
        figures.by_standing = standing.counts();
    }
}

/// Counts of the words of a closed list.
struct Tally<T>(std::collections::BTreeMap<T, usize>);

impl<T> Default for Tally<T> {
    fn default() -> Self {
        Self(std::collections::BTreeMap::new())
    }
}

impl<T: crate::vocabulary::Vocabulary> Tally<T> {
    fn add(&mut self, word: T) {
        *self.0.entry(word).or_default() += 1;
    }

    fn counts(&self) -> Vec<(T, usize)> {
        T::ALL
            .iter()
            .map(|word| (*word, self.0.get(word).copied().unwrap_or_default()))
            .collect()
    }
}
