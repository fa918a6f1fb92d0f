//! What the statements about one pair add up to.

use std::borrow::Cow;

use smallvec::SmallVec;
use time::Date;

use super::as_of::{beginning_date, ending_date};
use super::choice::{self, Choice, DateValue, Seqs, Side, Word, WrittenDate};
use crate::statements::Statement;
use crate::vocabulary::{
    Activity, Agreement, Event, Evidence, Freshness, Funding, Instrument, Kind, Speaker, Standing,
    Theme,
};
use crate::{BodyId, Edtf, PairKey, Seq};

/// A partnership: derived, never stored as truth.
#[derive(Debug, Clone, PartialEq)]
pub struct Partnership {
    /// The two bodies.
    pub pair: PairKey,
    /// Form.
    pub kind: Choice<Kind>,
    /// Form of the agreement.
    pub instrument: Choice<Instrument>,
    /// State of the agreement.
    pub agreement: Choice<Agreement>,
    /// What goes on.
    pub activity: Choice<Activity>,
    /// Since when.
    pub since: Choice<DateValue>,
    /// Until when; stated only where it has ended.
    pub until: Choice<DateValue>,
    /// Who pays.
    pub funding: Choice<Funding>,
    /// All fields of co-operation that a word of the best rank names.
    pub themes: Box<[Theme]>,
    /// On whose word it rests.
    pub evidence: Evidence,
    /// Whether it stands, in one word.
    pub standing: Standing,
    /// Date of the newest word by the day that is asked about: of the bodies' own words when there are any.
    pub last_word: Option<Edtf>,
    /// Whether every word that tells of the day was said after it.
    pub told_later: bool,
    /// The statement by which it is no longer listed, when that is the last own word.
    pub no_longer_listed: Option<Seq>,
    /// Whether any statement says that something happened.
    pub has_happenings: bool,
    /// All statements about the pair, oldest entry first.
    pub statements: Seqs,
    pub(super) life: super::history::Kept,
}

/// A statement as the fold sees it: its number, and what is left of it on the day that is asked about.
#[derive(Debug, Clone, Copy)]
pub struct Told<'a> {
    /// Its number.
    pub seq: Seq,
    /// What it says.
    pub statement: &'a Statement,
    /// From which side.
    pub side: Side,
    /// Its date.
    pub day: Option<Date>,
    /// Whether that is only the latest day on which it may have been said.
    pub is_open: bool,
    /// From when it tells.
    pub effective: Option<Date>,
    /// Whether it was said after the day that is asked about.
    pub is_later: bool,
}

impl<'a> Told<'a> {
    /// Places a statement relative to the first body of a pair; `subject` is the body that stands for its subject.
    #[must_use]
    pub fn new(seq: Seq, statement: &'a Statement, subject: &BodyId, first: &BodyId) -> Self {
        let subject_is_first = subject == first;
        let side = match (statement.speaker, subject_is_first) {
            (Speaker::Third, _) => Side::Third,
            (Speaker::Subject, true) | (Speaker::Partner, false) => Side::First,
            (Speaker::Subject, false) | (Speaker::Partner, true) => Side::Second,
        };
        let date = statement.word_date();
        Self {
            seq,
            statement,
            side,
            day: date.and_then(Edtf::ordering_day),
            is_open: date.is_some_and(|date| date.earliest().is_none()),
            effective: statement.effective.as_deref().and_then(Edtf::ordering_day),
            is_later: false,
        }
    }

    /// The same, with whether it was said after the day that is asked about.
    #[must_use]
    pub fn said_later(mut self, is_later: bool) -> Self {
        self.is_later = is_later;
        self
    }
}

pub(super) fn words<'a, T>(
    told: &[Told<'a>],
    value: impl Fn(&'a Statement) -> Option<T>,
) -> smallvec::SmallVec<[Word<'a, T>; 4]> {
    told.iter()
        .filter_map(|told| {
            value(told.statement).map(|value| Word {
                value,
                side: told.side,
                day: told.day,
                is_open: told.is_open,
                effective: told.effective,
                happened: told.statement.event.is_some(),
                source: &told.statement.source,
                seq: told.seq,
            })
        })
        .collect()
}

impl Partnership {
    /// Folds the statements about one pair; they come in the order of their numbers, at least one.
    #[must_use]
    pub fn fold(pair: PairKey, told: &[Told<'_>]) -> Self {
        let now = of_what_stands(told);
        let agreement = choice::status(&words(&now, |s| s.agreement));
        let activity = choice::status(&words(&now, |s| s.activity));
        let latest = latest_told(told.iter());
        // What was said after the day tells of it, but nobody could have read it then.
        let last_word = latest_told(told.iter().filter(|told| !told.is_later));
        let no_longer_listed = latest
            .filter(|told| told.statement.event == Some(Event::NoLongerListed))
            .map(|told| told.seq);
        let standing = standing(told, &agreement, &activity, no_longer_listed.is_some());
        let until = if standing == Standing::Ended {
            choice::date(&words(&of_the_end(told), |s| {
                ending_date(s).map(WrittenDate)
            }))
        } else {
            Choice::not_stated()
        };
        let evidence = evidence(&pair, told, &agreement, &activity);
        Self {
            kind: choice::plain(&words(&now, |s| s.kind)),
            instrument: choice::plain(&words(&now, |s| s.instrument)),
            since: choice::date(&words(&now, |s| beginning_date(s).map(WrittenDate))),
            funding: choice::plain(&words(told, |s| s.funding)),
            themes: themes(told),
            last_word: last_word
                .and_then(|told| told.statement.word_date())
                .cloned(),
            told_later: told.iter().all(|told| told.is_later),
            no_longer_listed,
            has_happenings: told.iter().any(|told| told.statement.happening().is_some()),
            statements: told.iter().map(|told| told.seq).collect(),
            pair,
            agreement,
            activity,
            until,
            evidence,
            standing,
            life: super::history::Kept::default(),
        }
    }

    /// How old the newest word is on a day, and when confirmation is or was due.
    #[must_use]
    pub fn freshness(&self, today: Date) -> Freshness {
        if self.told_later {
            return Freshness::Later;
        }
        freshness(self.last_word.as_ref(), today)
    }
}

/// Rule 11: without the words on what has been replaced, where the same side tells what stands in its place. Older endings of
/// that side are of what was replaced, too.
fn of_what_stands<'t, 'a>(told: &'t [Told<'a>]) -> Cow<'t, [Told<'a>]> {
    let is_replaced = |told: &&Told<'_>| told.statement.event == Some(Event::Replaced);
    if !told.iter().any(|told| is_replaced(&told)) {
        return Cow::Borrowed(told);
    }
    let in_its_place = |replaced: &Told<'_>| {
        told.iter().find(|other| {
            other.side == replaced.side
                && other.statement.event.is_none()
                && other.statement.agreement == Some(Agreement::InForce)
                && other.day.is_some()
                && other.day >= replaced.day
        })
    };
    let successors: SmallVec<[&Told<'_>; 1]> = told
        .iter()
        .filter(is_replaced)
        .filter_map(in_its_place)
        .collect();
    let is_over = |told: &&Told<'_>| {
        let is_ending = ending_date(told.statement).is_some();
        successors.iter().any(|now| {
            let is_other = now.seq != told.seq && now.side == told.side;
            is_other && is_ending && (told.day.is_none() || told.day <= now.day)
        })
    };
    Cow::Owned(told.iter().filter(|told| !is_over(told)).copied().collect())
}

/// Without decisions of which only the day is told, where the same side tells when the relation ends: it was decided before.
fn of_the_end<'t, 'a>(told: &'t [Told<'a>]) -> Cow<'t, [Told<'a>]> {
    let tells_the_end = |side| {
        let mut of_side = told.iter().filter(|told| told.side == side);
        of_side.any(|told| told.statement.until.is_some())
    };
    let is_decision = |told: &&Told<'_>| {
        let words = told.statement;
        words.event == Some(Event::EndingDecided) && words.until.is_none()
    };
    let is_left_out = |told: &&Told<'_>| is_decision(told) && tells_the_end(told.side);
    if !told.iter().any(|told| is_left_out(&told)) {
        return Cow::Borrowed(told);
    }
    let rest = told.iter().filter(|told| !is_left_out(told));
    Cow::Owned(rest.copied().collect())
}

/// Evidence: who says that the relation stands or stood. A plan, a motion or an absence from a list is not such
/// a word, but where nobody says more, whoever tells of that.
fn evidence(
    pair: &PairKey,
    told: &[Told<'_>],
    agreement: &Choice<Agreement>,
    activity: &Choice<Activity>,
) -> Evidence {
    if agreement.is_disputed() || activity.is_disputed() {
        return Evidence::Disputed;
    }
    let is_word = |told: &Told<'_>| {
        told.statement.tells_of_a_relation() && told.statement.event != Some(Event::NoLongerListed)
    };
    let has_words = told.iter().any(is_word);
    let says = |side: Side| {
        let mut of_side = told.iter().filter(|told| told.side == side);
        of_side.any(|told| is_word(told) || !has_words)
    };
    let of = |body: &BodyId| {
        if body.is_swedish() {
            Evidence::SwedishSide
        } else {
            Evidence::PartnerSide
        }
    };
    match (says(Side::First), says(Side::Second)) {
        (true, true) => Evidence::BothSides,
        (true, false) => of(&pair.first),
        (false, true) => of(&pair.second),
        (false, false) => Evidence::ThirdParty,
    }
}

fn standing(
    told: &[Told<'_>],
    agreement: &Choice<Agreement>,
    activity: &Choice<Activity>,
    is_off_the_list: bool,
) -> Standing {
    if agreement.is_disputed() || activity.is_disputed() {
        return Standing::Disputed;
    }
    if activity.value() == Some(&Activity::Ended)
        || agreement.value() == Some(&Agreement::Terminated)
    {
        return Standing::Ended;
    }
    if is_off_the_list {
        return Standing::NoLongerListed;
    }
    if told.iter().any(|told| told.statement.tells_of_a_relation()) {
        Standing::Stated
    } else if told
        .iter()
        .any(|told| told.statement.event == Some(Event::Planned))
    {
        Standing::Planned
    } else {
        Standing::Unclear
    }
}

fn themes(told: &[Told<'_>]) -> Box<[Theme]> {
    let own = told
        .iter()
        .any(|told| told.side != Side::Third && !told.statement.themes.is_empty());
    let mut themes: Vec<Theme> = told
        .iter()
        .filter(|told| !own || told.side != Side::Third)
        .flat_map(|told| told.statement.themes.iter().copied())
        .collect();
    themes.sort_unstable();
    themes.dedup();
    themes.into()
}

fn latest_told<'t, 'a: 't>(
    told: impl Iterator<Item = &'t Told<'a>> + Clone,
) -> Option<&'t Told<'a>> {
    let own = told.clone().any(|told| told.side != Side::Third);
    told.filter(|told| !own || told.side != Side::Third)
        .max_by_key(|told| {
            let words = told.statement;
            (
                told.day,
                &words.source,
                words.event,
                words.word_date().map(Edtf::as_str),
            )
        })
}

/// Months after which a word is due to be confirmed (DESIGN: once a year).
pub const CONFIRM_AFTER_MONTHS: i32 = 12;
/// Months after which a word counts as old.
pub const OLD_AFTER_MONTHS: i32 = 36;

/// How old a word is on a day; one of a day that is still to come is no word of that day.
#[must_use]
pub fn freshness(word: Option<&Edtf>, today: Date) -> Freshness {
    let Some(said) = word.and_then(Edtf::ordering_day) else {
        return Freshness::Undated;
    };
    if word
        .and_then(Edtf::earliest)
        .is_some_and(|first| today < first)
    {
        return Freshness::Later;
    }
    if today <= months_after(said, CONFIRM_AFTER_MONTHS) {
        Freshness::Fresh
    } else if today <= months_after(said, OLD_AFTER_MONTHS) {
        Freshness::Due
    } else {
        Freshness::Old
    }
}

/// The same day so many months later, or the last day of that month.
#[must_use]
pub fn months_after(day: Date, months: i32) -> Date {
    let index = day.year() * 12 + i32::from(u8::from(day.month())) - 1 + months;
    let year = index.div_euclid(12);
    let number = u8::try_from(index.rem_euclid(12) + 1).unwrap_or(1);
    let month = time::Month::try_from(number).unwrap_or(time::Month::January);
    Date::from_calendar_date(year, month, day.day().min(month.length(year))).unwrap_or(Date::MAX)
}
