//! How a partnership stood at the end of each year: the register's view as of that day, for one pair.
//!
//! For each pair this gives what [`Register::seen_from`] would give for it, without folding the whole log once for
//! every year (`tests/it/history.rs` holds the two together). It only folds the pair anew for the years in which a
//! word about it begins to tell.

use smallvec::SmallVec;

use super::{AsOf, Partnership, Register};
use crate::Edtf;
use crate::log::{Content, Entry};
use crate::statements::Statement;
use crate::vocabulary::{Activity, Kind, Standing, Theme};

/// How a partnership stood at the end of a year and until the next step.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    pub themes: Box<[Theme]>,
}

impl Step {
    fn of(year: i32, partnership: &Partnership) -> Self {
        Self {
            year,
            standing: partnership.standing,
            start_known: partnership.since.value().is_some() || partnership.since.is_disputed(),
            activity: partnership.activity.value().copied(),
            kind: partnership.kind.value().copied(),
            themes: partnership.themes.clone(),
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

impl Register {
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
