//! The order of a result, and its pages.

use std::sync::Arc;

use roaring::RoaringBitmap;
use rustc_hash::FxHashMap;
use vanort_domain::bodies::Body;
use vanort_domain::collation::SortKey;
use vanort_domain::register::{Partnership, Register};
use vanort_domain::vocabulary::Vocabulary;
use vanort_domain::{CountryCode, Edtf, PairKey};

use super::Explorer;
use crate::local_names::Tongue;

/// A column of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// Name of the first side: the Swedish one where there is one.
    Home,
    /// Name of the partner.
    Partner,
    /// Its country.
    Country,
    /// Form.
    Kind,
    /// Whether it stands.
    Standing,
    /// Since when.
    Since,
    /// On whose word it rests.
    Evidence,
    /// The newest word; up is the newest first, which is what is asked for.
    Newest,
    /// County of the first side.
    County,
    /// State of the agreement.
    Agreement,
    /// What goes on.
    Activity,
    /// Until when.
    Until,
    /// Fields of co-operation.
    Themes,
    /// How many statements speak of it.
    Statements,
    /// Who decided last on it, and when; up is the earliest first.
    Decided,
}

impl Column {
    /// All columns with their names in addresses; the first eight are shown unless others are asked for.
    pub const ALL: [(Self, &'static str); 15] = [
        (Self::Home, "home"),
        (Self::Partner, "partner"),
        (Self::Country, "country"),
        (Self::Kind, "kind"),
        (Self::Standing, "standing"),
        (Self::Since, "since"),
        (Self::Evidence, "evidence"),
        (Self::Newest, "newest"),
        (Self::County, "county"),
        (Self::Agreement, "agreement"),
        (Self::Activity, "activity"),
        (Self::Until, "until"),
        (Self::Themes, "themes"),
        (Self::Statements, "statements"),
        (Self::Decided, "decided"),
    ];

    /// How many are shown unless others are asked for.
    pub const USUAL: usize = 8;

    /// Its name in addresses.
    #[must_use]
    pub fn key(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    /// The column of a name.
    #[must_use]
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .find(|(_, name)| *name == key)
            .map(|(column, _)| *column)
    }
}

/// An order: by a column, up or down. What has no value comes last in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Order {
    /// By what.
    pub column: Column,
    /// From the end.
    pub down: bool,
}

impl Default for Order {
    fn default() -> Self {
        Self {
            column: Column::Home,
            down: false,
        }
    }
}

/// How names are compared, in the language of whoever asks.
#[derive(Clone, Copy)]
pub struct Names<'a> {
    /// Which of their names bodies are listed by.
    pub tongue: Tongue,
    /// Of countries.
    pub country: &'a dyn Fn(CountryCode) -> SortKey,
    /// Of the county in which a body lies.
    pub county: &'a dyn Fn(&Body) -> Option<SortKey>,
}

/// Where a page begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Turn {
    /// After this pair.
    After(PairKey),
    /// Before this pair.
    Before(PairKey),
    /// At the page of this number, from 1.
    Number(usize),
}

/// A page of a result.
#[derive(Debug, Clone)]
pub struct Page {
    /// What stands on it.
    pub items: Vec<Arc<Partnership>>,
    /// The number of its first in the whole result, from 1.
    pub first: usize,
    /// Whether there is more before it.
    pub has_before: bool,
    /// Whether there is more after it.
    pub has_after: bool,
    /// Whether the pair it was to begin at is not in the result any more.
    pub lost_place: bool,
}

impl Explorer {
    /// The rows of a set in an order.
    #[must_use]
    pub fn ordered(
        &self,
        register: &Register,
        found: &RoaringBitmap,
        order: Order,
        names: Names<'_>,
    ) -> Vec<u32> {
        let rows = found.iter();
        let by = |key: &dyn Fn(&Partnership) -> Option<i64>| self.by(found, order.down, key);
        match order.column {
            Column::Home => match self.home_places(register, names.tongue) {
                Some(places) => {
                    let sides = self.sides();
                    let place = |row| i64::from(places[sides.row(row)[0] as usize]);
                    self.by_row(found, order.down, &|row| Some(place(row)))
                }
                // Rows are in the order of the names already.
                None if order.down => rows.rev().collect(),
                None => rows.collect(),
            },
            Column::Partner => {
                let places = self.partner_places(register, names.tongue);
                let sides = self.sides();
                let place = |row| i64::from(places[sides.row(row)[1] as usize]);
                self.by_row(found, order.down, &|row| Some(place(row)))
            }
            Column::Country => {
                let of = |p: &Partnership| register.body(&p.pair.second).and_then(|b| b.country);
                let codes: Vec<CountryCode> =
                    found.iter().filter_map(|row| of(self.row(row))).collect();
                let ranks = ranks(codes.iter(), |code| Some((names.country)(*code)));
                by(&|p| ranks.get(&of(p)?).copied())
            }
            Column::County => {
                let of = |p: &Partnership| register.body(&p.pair.first);
                let mut counties: FxHashMap<&str, Option<SortKey>> = FxHashMap::default();
                for body in found.iter().filter_map(|row| of(self.row(row))) {
                    if let Some(code) = &body.county_code {
                        counties.entry(code).or_insert_with(|| (names.county)(body));
                    }
                }
                let ranks = ranks(counties.keys(), |code| counties[*code].as_ref());
                by(&|p| ranks.get(&of(p)?.county_code.as_deref()?).copied())
            }
            Column::Kind => by(&|p| place(p.kind.value()?)),
            Column::Standing => by(&|p| place(&p.standing)),
            Column::Evidence => by(&|p| place(&p.evidence)),
            Column::Agreement => by(&|p| place(p.agreement.value()?)),
            Column::Activity => by(&|p| place(p.activity.value()?)),
            Column::Themes => by(&|p| place(p.themes.first()?)),
            Column::Since => by(&|p| day(&p.since.value()?.0)),
            Column::Until => by(&|p| day(&p.until.value()?.0)),
            Column::Newest => by(&|p| Some(-day(p.last_word.as_ref()?)?)),
            Column::Statements => by(&|p| i64::try_from(p.statements.len()).ok()),
            Column::Decided => by(&|p| {
                let decided = register.last_decision(p)?;
                // Who decided is known, though not when: after those with a day, before those of which nothing is known.
                let undated = if order.down { i64::MIN + 1 } else { i64::MAX };
                Some(decided.on.as_ref().and_then(day).unwrap_or(undated))
            }),
        }
    }

    fn by(
        &self,
        found: &RoaringBitmap,
        down: bool,
        key: &dyn Fn(&Partnership) -> Option<i64>,
    ) -> Vec<u32> {
        self.by_row(found, down, &|row| key(self.row(row)))
    }

    fn by_row(
        &self,
        found: &RoaringBitmap,
        down: bool,
        key: &dyn Fn(u32) -> Option<i64>,
    ) -> Vec<u32> {
        let mut keyed: Vec<(bool, i64, u32)> = found
            .iter()
            .map(|row| match key(row) {
                Some(key) => (false, if down { -key } else { key }, row),
                None => (true, 0, row),
            })
            .collect();
        keyed.sort_unstable();
        keyed.into_iter().map(|(.., row)| row).collect()
    }

    /// A page of ordered rows.
    #[must_use]
    pub fn page(&self, ordered: &[u32], turn: Option<&Turn>, size: usize) -> Page {
        let place = |pair: &PairKey| ordered.iter().position(|row| self.row(*row).pair == *pair);
        let (from, lost_place) = match turn {
            None => (0, false),
            Some(Turn::Number(number)) => (number.saturating_sub(1).saturating_mul(size), false),
            Some(Turn::After(pair)) => match place(pair) {
                Some(at) => (at + 1, false),
                None => (0, true),
            },
            Some(Turn::Before(pair)) => match place(pair) {
                Some(at) => (at.saturating_sub(size), false),
                None => (0, true),
            },
        };
        // A page beyond the last is the last.
        let last = ordered.len().saturating_sub(1) / size * size;
        let from = if from >= ordered.len() { last } else { from };
        let to = (from + size).min(ordered.len());
        Page {
            items: ordered[from..to]
                .iter()
                .map(|row| self.row(*row).clone())
                .collect(),
            first: from + 1,
            has_before: from > 0,
            has_after: to < ordered.len(),
            lost_place,
        }
    }
}

/// The place of each value among all of them by a key; those without one have none.
fn ranks<'v, T, K>(
    values: impl Iterator<Item = &'v T>,
    key: impl Fn(&T) -> Option<K>,
) -> FxHashMap<&'v T, i64>
where
    T: Eq + std::hash::Hash,
    K: Ord,
{
    let distinct: rustc_hash::FxHashSet<&T> = values.collect();
    let mut keyed: Vec<(K, &T)> = distinct
        .into_iter()
        .filter_map(|value| Some((key(value)?, value)))
        .collect();
    keyed.sort_by(|(a, _), (b, _)| a.cmp(b));
    let mut ranks = FxHashMap::default();
    let mut rank = 0;
    for at in 0..keyed.len() {
        // The same name is the same place: then the row decides.
        if at > 0 && keyed[at].0 != keyed[at - 1].0 {
            rank += 1;
        }
        ranks.insert(keyed[at].1, rank);
    }
    ranks
}

/// The place of a word in its closed list.
fn place<T: Vocabulary>(word: &T) -> Option<i64> {
    let place = T::ALL.iter().position(|other| other.key() == word.key())?;
    i64::try_from(place).ok()
}

fn day(date: &Edtf) -> Option<i64> {
    Some(i64::from(date.ordering_day()?.to_julian_day()))
}
