//! Adding up partnerships year by year. What was added can be taken away again, and a copy costs nothing: the numbers of
//! the next state of the register follow from those of the last.

use imbl::OrdMap;
use vanort_domain::persistent::Map;
use vanort_domain::register::{DateValue, Life, Partnership, Register, Step};
use vanort_domain::vocabulary::{Activity, Kind, Role, Standing, Theme, Vocabulary as _};
use vanort_domain::{BodyId, Edtf};

use super::{Development, Loose, Year, single_year};

/// What a year adds to the one before, while counting.
type Change = [i32; FIELDS];

const RESTING: usize = 2;
const ENDED: usize = 3;
const KINDS: usize = 4;
const THEMES: usize = KINDS + Kind::ALL.len() + 1;
/// How many partnerships take a step in the year: without any it is no year of which a word tells.
const STEPS: usize = THEMES + Theme::ALL.len();
const FIELDS: usize = STEPS + 1;

/// Numbers by year.
type Years = OrdMap<i32, i32>;

/// The sum of some partnerships.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Counting {
    changes: OrdMap<i32, Change>,
    starts: Years,
    endings: Years,
    /// By municipality, how many more of its partnerships stand from a year on.
    municipalities: Map<BodyId, Years>,
    /// By municipality, in how many of its partnerships it spoke first in a year.
    own_words: Map<BodyId, Years>,
    all: Development,
}

impl Counting {
    /// Adds a partnership (`by` is 1), or takes one away that was added before (-1).
    pub(super) fn add(&mut self, register: &Register, partnership: &Partnership, by: i32) {
        let life = register.life(partnership);
        tally(&mut self.all.total, by);
        if !partnership.themes.is_empty() {
            tally(&mut self.all.themed, by);
        }
        if life.steps.is_empty() {
            tally(&mut self.all.undated, by);
        }
        self.add_steps(&life.steps, by);
        let home = &partnership.pair.first;
        let is_municipality = register
            .body(home)
            .is_some_and(|body| body.is_member() && body.has_role(Role::Municipality));
        if is_municipality {
            self.add_municipality(home, life, by);
        }
        let (since, until) = (&partnership.since, &partnership.until);
        let (starts, endings) = (&mut self.all.starts, &mut self.all.endings);
        let disputed = since.is_disputed();
        note(&mut self.starts, starts, since.value(), disputed, by);
        if partnership.standing == Standing::Ended {
            let disputed = until.is_disputed();
            note(&mut self.endings, endings, until.value(), disputed, by);
        }
    }

    fn add_steps(&mut self, steps: &[Step], by: i32) {
        let mut before: Option<&Step> = None;
        for step in steps {
            let change = self.changes.entry(step.year).or_insert([0; FIELDS]);
            count(change, step, by);
            if let Some(before) = before {
                count(change, before, -by);
            }
            change[STEPS] += by;
            if change[STEPS] == 0 {
                self.changes.remove(&step.year);
            }
            before = Some(step);
        }
    }

    fn add_municipality(&mut self, home: &BodyId, life: &Life, by: i32) {
        let mut stood = false;
        for step in &life.steps {
            if stood != step.stands() {
                let by = if stood { -by } else { by };
                add_under(&mut self.municipalities, home, step.year, by);
                stood = !stood;
            }
        }
        if let Some(year) = life.own_word {
            add_under(&mut self.own_words, home, year, by);
        }
    }

    /// The years one after the other.
    pub(super) fn developed(&self) -> Development {
        let mut all = self.all.clone();
        let ends = |years: &Years| [years.get_min(), years.get_max()].map(|end| Some(end?.0));
        let changes = [self.changes.get_min(), self.changes.get_max()].map(|end| Some(end?.0));
        let known = [changes, ends(&self.starts), ends(&self.endings)];
        let known = || known.iter().flatten().flatten().copied();
        let (Some(first), Some(last)) = (known().min(), known().max()) else {
            return all;
        };
        let mut municipalities = self.standing_municipalities();
        let mut own_words = self.first_own_words();
        let mut stock = [0i32; FIELDS];
        let (mut with_some, mut with_words) = (0, 0);
        for year in first..=last {
            if let Some(change) = self.changes.get(&year) {
                for (field, change) in stock.iter_mut().zip(change) {
                    *field += change;
                }
            }
            with_some += municipalities.remove(&year).unwrap_or(0);
            // Words may be older than anything they tell of.
            while let Some((of, more)) = own_words.get_min().copied().filter(|of| of.0 <= year) {
                with_words += more;
                own_words.remove(&of);
            }
            let at = |field: usize| whole(stock[field]);
            let of = |years: &Years| whole(years.get(&year).copied().unwrap_or(0));
            all.years.push(Year {
                year,
                start_known: at(0),
                start_unknown: at(1),
                resting: at(RESTING),
                ended: at(ENDED),
                starts: of(&self.starts),
                endings: of(&self.endings),
                kinds: std::array::from_fn(|kind| at(KINDS + kind)),
                themes: std::array::from_fn(|theme| at(THEMES + theme)),
                municipalities: whole(with_some),
                own_words: whole(with_words),
            });
        }
        all
    }

    /// How many more municipalities have at least one that stands, from a year on.
    fn standing_municipalities(&self) -> Years {
        let mut more = Years::new();
        for years in self.municipalities.values() {
            let mut standing = 0;
            for (year, by) in years {
                let before = i32::from(standing > 0);
                standing += by;
                *more.entry(*year).or_default() += i32::from(standing > 0) - before;
            }
        }
        more
    }

    /// How many municipalities spoke first in a year.
    fn first_own_words(&self) -> Years {
        let mut first = Years::new();
        for (year, _) in self.own_words.values().filter_map(OrdMap::get_min) {
            *first.entry(*year).or_default() += 1;
        }
        first
    }
}

fn whole(number: i32) -> usize {
    usize::try_from(number).unwrap_or(0)
}

fn tally(number: &mut usize, by: i32) {
    *number = number.saturating_add_signed(by as isize);
}

/// Adds to a year; a year that comes to nothing is left out, so that sums do not show how they came about.
fn add(years: &mut Years, year: i32, by: i32) {
    let number = years.entry(year).or_default();
    *number += by;
    if *number == 0 {
        years.remove(&year);
    }
}

fn add_under(all: &mut Map<BodyId, Years>, body: &BodyId, year: i32, by: i32) {
    if let Some(years) = all.get_mut(body) {
        add(years, year, by);
        if years.is_empty() {
            all.remove(body);
        }
    } else {
        all.insert(body.clone(), Years::unit(year, by));
    }
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
fn note(years: &mut Years, loose: &mut Loose, date: Option<&DateValue>, disputed: bool, by: i32) {
    match date.map(|date: &DateValue| single_year(&date.0 as &Edtf)) {
        Some(Some(year)) => add(years, year, by),
        Some(None) => tally(&mut loose.vague, by),
        None if disputed => tally(&mut loose.vague, by),
        None => tally(&mut loose.unknown, by),
    }
}
