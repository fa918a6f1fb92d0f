//! Development over time: how many partnerships stood at the end of each year, and what began and ended in it.
//!
//! The numbers are the register's own views as of each year ([`Register::history`]), added up. A partnership whose
//! start nobody states counts from the first year of which a dated word tells, and apart from the others; one of
//! which no word bears a date is in no year, and counted as such.

use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::FxHashMap;
use vanort_domain::register::{DateValue, Partnership, Register, Step};
use vanort_domain::vocabulary::{Activity, Kind, Role, Standing, Theme, Vocabulary as _};
use vanort_domain::{BodyId, Edtf};

/// One year.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Year {
    /// Which.
    pub year: i32,
    /// Stood at its end, with a stated start.
    pub start_known: usize,
    /// Stood at its end; when it began nobody says.
    pub start_unknown: usize,
    /// Of those that stood, paused or dormant.
    pub resting: usize,
    /// Had ended by its end, as far as dated.
    pub ended: usize,
    /// Began in this very year.
    pub starts: usize,
    /// Ended in this very year.
    pub endings: usize,
    /// Of those that stood, by kind, in the order of [`Kind::ALL`]; the last is of no stated kind.
    pub kinds: [usize; Kind::ALL.len() + 1],
    /// Of those that stood, by theme, in the order of [`Theme::ALL`]; one may have several.
    pub themes: [usize; Theme::ALL.len()],
    /// Swedish municipalities with one that stood.
    pub municipalities: usize,
    /// Swedish municipalities that had said anything themselves by then, as far as dated.
    pub own_words: usize,
}

/// Dates that belong to no single year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Loose {
    /// Stated as a span of several years, or differently by the two sides.
    pub vague: usize,
    /// Not stated.
    pub unknown: usize,
}

/// The development of some partnerships.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Development {
    /// Every year from the first to the last of which a word tells.
    years: Vec<Year>,
    /// How many partnerships there are.
    pub total: usize,
    /// Those in no year, since no word about them bears a date.
    pub undated: usize,
    /// Those of which some source names a theme, dated or not.
    pub themed: usize,
    /// Starts of no single year.
    pub starts: Loose,
    /// Endings of no single year.
    pub endings: Loose,
}

/// What a year adds to the one before, while counting.
type Change = [i32; FIELDS];

const RESTING: usize = 2;
const ENDED: usize = 3;
const KINDS: usize = 4;
const THEMES: usize = KINDS + Kind::ALL.len() + 1;
const FIELDS: usize = THEMES + Theme::ALL.len();

#[derive(Default)]
struct Counting {
    changes: BTreeMap<i32, Change>,
    starts: BTreeMap<i32, usize>,
    endings: BTreeMap<i32, usize>,
    municipalities: FxHashMap<BodyId, BTreeMap<i32, i32>>,
    own_words: FxHashMap<BodyId, i32>,
    all: Development,
}

impl Development {
    /// Of the whole register.
    #[must_use]
    pub fn of_all(register: &Register) -> Self {
        Self::of(register, register.partnerships_unsorted())
    }

    /// Of some partnerships.
    #[must_use]
    pub fn of<'p>(
        register: &Register,
        partnerships: impl Iterator<Item = &'p Arc<Partnership>>,
    ) -> Self {
        let mut counting = Counting::default();
        for partnership in partnerships {
            counting.add(register, partnership);
        }
        counting.finish()
    }

    /// All years until `last`. After the last year of which a word tells nothing changes; words about later years are
    /// left out.
    #[must_use]
    pub fn until(&self, last: i32) -> Vec<Year> {
        let mut years: Vec<Year> = self
            .years
            .iter()
            .take_while(|year| year.year <= last)
            .cloned()
            .collect();
        while let Some(before) = years.last().filter(|year| year.year < last) {
            let next = Year {
                year: before.year + 1,
                starts: 0,
                endings: 0,
                ..before.clone()
            };
            years.push(next);
        }
        years
    }
}

impl Counting {
    fn add(&mut self, register: &Register, partnership: &Partnership) {
        self.all.total += 1;
        self.all.themed += usize::from(!partnership.themes.is_empty());
        let life = register.life(partnership);
        if life.steps.is_empty() {
            self.all.undated += 1;
        }
        let home = &partnership.pair.first;
        let is_municipality = register
            .body(home)
            .is_some_and(|body| body.is_member() && body.has_role(Role::Municipality));
        let mut before: Option<&Step> = None;
        for step in &life.steps {
            let change = self.changes.entry(step.year).or_insert([0; FIELDS]);
            count(change, step, 1);
            if let Some(before) = before {
                count(change, before, -1);
            }
            let stood = before.is_some_and(Step::stands);
            if is_municipality && stood != step.stands() {
                let years = self.municipalities.entry(home.clone()).or_default();
                *years.entry(step.year).or_default() += if stood { -1 } else { 1 };
            }
            before = Some(step);
        }
        if let Some(year) = life.own_word.filter(|_| is_municipality) {
            self.own_words
                .entry(home.clone())
                .and_modify(|known| *known = year.min(*known))
                .or_insert(year);
        }
        let since = &partnership.since;
        note(
            &mut self.starts,
            &mut self.all.starts,
            since.value(),
            since.is_disputed(),
        );
        if partnership.standing == Standing::Ended {
            let until = &partnership.until;
            note(
                &mut self.endings,
                &mut self.all.endings,
                until.value(),
                until.is_disputed(),
            );
        }
    }

    fn finish(self) -> Development {
        let flows = self.starts.keys().chain(self.endings.keys());
        let known = self.changes.keys().chain(flows);
        let mut all = self.all;
        let (Some(first), Some(last)) = (known.clone().min(), known.max()) else {
            return all;
        };
        let mut stock = [0i32; FIELDS];
        for year in *first..=*last {
            if let Some(change) = self.changes.get(&year) {
                for (field, change) in stock.iter_mut().zip(change) {
                    *field += change;
                }
            }
            let at = |field: usize| usize::try_from(stock[field]).unwrap_or(0);
            all.years.push(Year {
                year,
                start_known: at(0),
                start_unknown: at(1),
                resting: at(RESTING),
                ended: at(ENDED),
                starts: self.starts.get(&year).copied().unwrap_or(0),
                endings: self.endings.get(&year).copied().unwrap_or(0),
                kinds: std::array::from_fn(|kind| at(KINDS + kind)),
                themes: std::array::from_fn(|theme| at(THEMES + theme)),
                municipalities: self
                    .municipalities
                    .values()
                    .filter(|steps| stands(steps, year))
                    .count(),
                own_words: self
                    .own_words
                    .values()
                    .filter(|first| **first <= year)
                    .count(),
            });
        }
        all
    }
}

/// Whether a body has at least one that stands at the end of a year.
fn stands(steps: &BTreeMap<i32, i32>, year: i32) -> bool {
    steps.range(..=year).map(|(_, step)| step).sum::<i32>() > 0
}

fn count(change: &mut Change, step: &Step, by: i32) {
    if step.standing == Standing::Ended {
        change[ENDED] += by;
    }
    if !step.stands() {
        return;
    }
    change[usize::from(!step.start_known)] += by;
    if matches!(step.activity, Some(Activity::Paused | Activity::Dormant)) {
        change[RESTING] += by;
    }
    let kind = step.kind.map_or(Kind::ALL.len(), |kind| kind as usize);
    change[KINDS + kind] += by;
    for theme in step.themes.iter() {
        change[THEMES + theme as usize] += by;
    }
}

/// Puts a date to its year, or to those that belong to none.
fn note(
    years: &mut BTreeMap<i32, usize>,
    loose: &mut Loose,
    date: Option<&DateValue>,
    disputed: bool,
) {
    match date {
        Some(date) => match single_year(&date.0) {
            Some(year) => *years.entry(year).or_default() += 1,
            None => loose.vague += 1,
        },
        None if disputed => loose.vague += 1,
        None => loose.unknown += 1,
    }
}

/// The one year that a date lies in.
#[must_use]
pub fn single_year(date: &Edtf) -> Option<i32> {
    let (from, to) = (date.earliest()?.year(), date.latest()?.year());
    (from == to).then_some(from)
}
