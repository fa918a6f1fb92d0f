//! How a partnership stood at the end of each year: the register's view as of that day, for one pair.
//!
//! For each pair this gives what [`Register::seen_from`] would give for it, without folding the whole log once for
//! every year (`tests/it/history.rs` holds the two together). It only folds the pair anew for the years in which a
//! word about it begins to tell.

use std::sync::OnceLock;

use smallvec::SmallVec;

use super::{AsOf, Partnership, Register};
use crate::Edtf;
use crate::log::{Content, Entry};
use crate::statements::Statement;
use crate::vocabulary::{Activity, Kind, Speaker, Standing, Theme, Vocabulary as _};

/// How a partnership stood at the end of a year and until the next step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// The first year at whose end it stood so.
    pub year: i32,
    /// Whether it stood.
    pub standing: Standing,
    /// Whether it is stated when it began.
    pub start_known: bool,
    /// What went on.
    pub activity: Option<Activity>,
    /// Its form.
    pub kind: Option<Kind>,
    /// Fields of co-operation.
    pub themes: Themes,
}

/// Some of the fields of co-operation: one bit for each, since there are steps by the hundred thousand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Themes(u32);

const _: () = assert!(Theme::ALL.len() <= u32::BITS as usize);

impl Themes {
    fn of(themes: &[Theme]) -> Self {
        let bits = themes.iter().map(|theme| 1 << (*theme as u32));
        Self(bits.fold(0, |all, bit: u32| all | bit))
    }

    /// Each of them once, in the order of [`Theme::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Theme> {
        let all = Theme::ALL.iter().copied();
        all.filter(move |theme| self.0 & (1 << (*theme as u32)) != 0)
    }
}

impl Step {
    fn of(year: i32, partnership: &Partnership) -> Self {
        Self {
            year,
            standing: partnership.standing,
            start_known: partnership.since.value().is_some() || partnership.since.is_disputed(),
            activity: partnership.activity.value().copied(),
            kind: partnership.kind.value().copied(),
            themes: Themes::of(&partnership.themes),
        }
    }

    /// Whether it had begun and was not known to have ended.
    #[must_use]
    pub fn stands(&self) -> bool {
        matches!(self.standing, Standing::Stated | Standing::Disputed)
    }

    /// Whether the two steps differ in anything but the year.
    fn is_as(&self, other: &Self) -> bool {
        let Self {
            year: _,
            standing,
            start_known,
            activity,
            kind,
            themes,
        } = self;
        *standing == other.standing
            && *start_known == other.start_known
            && *activity == other.activity
            && *kind == other.kind
            && *themes == other.themes
    }
}

/// The steps of one partnership; most have one.
pub type Steps = SmallVec<[Step; 1]>;

/// What is told of a partnership over time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Life {
    /// How it stood at the end of each year ([`Register::history`]).
    pub steps: Box<[Step]>,
    /// The year by which its first side had said something itself, as far as dated.
    pub own_word: Option<i32>,
}

/// A life, once somebody has asked for it. It lies with the partnership, which is made anew whenever a statement about
/// it is: so the next state of the register works out only what has changed.
#[derive(Debug, Clone, Default)]
pub(super) struct Kept(OnceLock<Life>);

impl PartialEq for Kept {
    /// What follows from the rest does not tell two partnerships apart.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Register {
    /// What is told of one of this register's own partnerships over time; worked out when first asked for.
    #[must_use]
    pub fn life<'p>(&self, partnership: &'p Partnership) -> &'p Life {
        partnership
            .life
            .0
            .get_or_init(|| self.life_anew(partnership))
    }

    /// The same, worked out anew.
    #[must_use]
    pub fn life_anew(&self, partnership: &Partnership) -> Life {
        Life {
            steps: self.history(partnership).into_vec().into_boxed_slice(),
            own_word: self.own_word(partnership),
        }
    }

    /// Whether any word about a partnership bears a date, so that it has a place in some year.
    #[must_use]
    pub fn is_dated(&self, partnership: &Partnership) -> bool {
        let statements = partnership.statements.iter();
        statements
            .filter_map(|seq| self.statement(*seq))
            .any(|statement| telling_years(statement).next().is_some())
    }

    fn own_word(&self, partnership: &Partnership) -> Option<i32> {
        let home = &partnership.pair.first;
        let statements = partnership.statements.iter();
        let own = statements.filter_map(|seq| {
            let statement = self.statement(*seq)?;
            let of_home = self.identity.canonical_ref(&statement.subject.body) == home;
            let side = if of_home {
                Speaker::Subject
            } else {
                Speaker::Partner
            };
            let day = statement.word_date().and_then(Edtf::latest)?;
            (statement.speaker == side).then_some(day.year())
        });
        own.min()
    }

    /// How a partnership stood at the end of each year, as steps in order of time. There are none where no word about it
    /// bears a date.
    #[must_use]
    pub fn history(&self, partnership: &Partnership) -> Steps {
        let entries: SmallVec<[(&Entry, &Statement); 4]> = partnership
            .statements
            .iter()
            .filter_map(|seq| self.entry(*seq))
            .filter_map(|entry| match &entry.content {
                Content::Statement(statement) => Some((entry, &**statement)),
                _ => None,
            })
            .collect();
        let mut years: SmallVec<[i32; 8]> = entries
            .iter()
            .flat_map(|(_, statement)| telling_years(statement))
            .collect();
        years.sort_unstable();
        years.dedup();
        let mut steps = Steps::new();
        for year in years {
            let Some(as_of) = AsOf::end_of(year) else {
                continue;
            };
            if self.as_of.valid.is_some_and(|day| as_of.valid > Some(day)) {
                break;
            }
            let as_of = AsOf {
                recorded: self.as_of.recorded,
                ..as_of
            };
            let step = if entries.iter().all(|(_, said)| as_of.sees_whole(said)) {
                Some(Step::of(year, partnership))
            } else {
                let entries = entries.iter().map(|(entry, _)| *entry);
                self.fold_pair_as_of(as_of, &partnership.pair, entries)
                    .map(|then| Step::of(year, &then))
            };
            if let Some(step) = step
                && steps.last().is_none_or(|last| !last.is_as(&step))
            {
                steps.push(step);
            }
        }
        steps
    }
}

/// The years at whose end a date of the statement lies for sure in the past.
fn telling_years(statement: &Statement) -> impl Iterator<Item = i32> {
    [
        statement.said.as_ref(),
        statement.effective.as_deref(),
        statement.until.as_deref(),
        statement.since.as_deref(),
    ]
    .into_iter()
    .filter_map(|date| date.and_then(Edtf::latest))
    .map(time::Date::year)
}
