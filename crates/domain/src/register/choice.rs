//! The rules of choice: which of several words counts. All of them are in this file.
//!
//! For each field of a partnership every statement that says something is a *word*. A word comes from one of
//! the two sides, which speak of themselves, or from a third party.
//!
//! 1. **Own word.** A body's own word about itself outranks a third party's, whatever the dates.
//! 2. **Later word.** Of words of the same rank the later one counts. A date is taken at the earliest day that
//!    it allows, so that a vague date has no more weight than it proves.
//! 3. **Dated word.** An undated word ranks below every dated one of its rank. A word of which only the latest possible
//!    day is known ("before 2020") may be as old as can be: it ranks below the undated ones, which may be of today.
//! 4. **Ending.** When one side has ended it, or lets its agreement run out, that outranks the other side's
//!    older words. An undated word is older than a dated ending.
//! 5. **Reopening.** A later positive word of the side that ended it reopens. One of the other side does not:
//!    then the two contradict each other.
//! 6. **Contradiction.** Where the last own words of the two sides cannot both be true and rule 4 does not
//!    settle it, the field is disputed, and both are shown.
//! 7. **Dates.** Of two dates that agree (one lies within the other, or meets what the other leaves open to one side)
//!    the more precise one is shown. A decision to end is no date of the end where the same side tells that, too.
//! 8. **Silence.** A field about which nobody speaks is not stated. Nothing is inferred from absence: a partner
//!    that is gone from a list has not been ended by that.
//! 9. **News.** What a third party dates later than the last dated own word and tells as something that has happened
//!    (paused, run out, ended) counts until a side speaks again: no word tells of what came after it. A mere state of
//!    affairs ("they have an agreement") is not news.
//! 10. **Same rank, same date, other value.** The order of the sources' names settles it, so that the order in
//!     which statements came in never matters.
//! 11. **Replacement.** Where a side tells that what it had was replaced, and of an agreement that stands in its place, its
//!     words on the ending are of what was replaced: the relation has not ended (this one rule is in `partnership.rs`).

use std::cmp::Ordering;

use smallvec::SmallVec;
use time::Date;

use crate::vocabulary::{Activity, Agreement, Rule};
use crate::{Edtf, Seq, SourceId};

/// Numbers of statements.
pub type Seqs = SmallVec<[Seq; 4]>;

/// From where a word comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// The first side, of itself.
    First,
    /// The second side, of itself.
    Second,
    /// Anybody else.
    Third,
}

/// One statement's value for one field.
#[derive(Debug, Clone, PartialEq)]
pub struct Word<'a, T> {
    /// What it says.
    pub value: T,
    /// Who says it.
    pub side: Side,
    /// When it was said; `None` is undated.
    pub day: Option<Date>,
    /// Whether the day is only the latest on which it may have been said.
    pub is_open: bool,
    /// From when it tells, to order words of the same date.
    pub effective: Option<Date>,
    /// Whether it tells that something has happened, and not only how things stand.
    pub happened: bool,
    /// Which source.
    pub source: &'a SourceId,
    /// Which statement.
    pub seq: Seq,
}

/// What a field comes to.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome<T> {
    /// Nobody has said anything.
    NotStated,
    /// The value that counts.
    Stated(T),
    /// The two sides' last words, which contradict each other.
    Disputed(T, T),
}

/// The chosen value of a field, the rule that chose it, and who is for and against.
///
/// Most fields of most partnerships are not stated, and a register holds millions of choices: one that is not
/// stated takes no memory of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice<T>(Option<Box<Chosen<T>>>);

#[derive(Debug, Clone, PartialEq)]
struct Chosen<T> {
    outcome: Outcome<T>,
    rule: Rule,
    /// How many of the words are for it.
    for_it: u32,
    /// Those for it, then those against it.
    words: Seqs,
}

impl<T> Choice<T> {
    /// A field that nobody says anything about.
    #[must_use]
    pub fn not_stated() -> Self {
        Self(None)
    }

    /// What the field comes to.
    pub fn outcome(&self) -> &Outcome<T> {
        self.0
            .as_ref()
            .map_or(const { &Outcome::NotStated }, |chosen| &chosen.outcome)
    }

    /// The rule.
    #[must_use]
    pub fn rule(&self) -> Rule {
        self.0
            .as_ref()
            .map_or(Rule::NotStated, |chosen| chosen.rule)
    }

    /// Statements for it; where it is disputed, those with the first side's value.
    #[must_use]
    pub fn supporting(&self) -> &[Seq] {
        self.for_and_against().0
    }

    /// Statements that say something else; where it is disputed, those with any other value.
    #[must_use]
    pub fn against(&self) -> &[Seq] {
        self.for_and_against().1
    }

    fn for_and_against(&self) -> (&[Seq], &[Seq]) {
        self.0.as_ref().map_or((&[], &[]), |chosen| {
            chosen.words.split_at(chosen.for_it as usize)
        })
    }

    /// The value that counts, if there is one.
    pub fn value(&self) -> Option<&T> {
        match self.outcome() {
            Outcome::Stated(value) => Some(value),
            _ => None,
        }
    }

    /// Whether the two sides contradict each other.
    pub fn is_disputed(&self) -> bool {
        matches!(self.outcome(), Outcome::Disputed(..))
    }

    /// Whether other words of the same rank may just as well be the later ones, since one of them has no date that tells.
    #[must_use]
    pub fn is_of_unknown_order(&self) -> bool {
        matches!(
            self.rule(),
            Rule::DatedWord | Rule::OpenWord | Rule::SourceOrder
        ) && !self.against().is_empty()
    }

    /// A choice for which those words speak that pass `for_it`, and the others against it; each in their order.
    fn between<V>(
        words: &[Word<'_, V>],
        outcome: Outcome<T>,
        rule: Rule,
        for_it: impl Fn(&V) -> bool,
    ) -> Self {
        let mut sorted: Seqs = words
            .iter()
            .filter(|word| for_it(&word.value))
            .map(|word| word.seq)
            .collect();
        let supporting = sorted.len();
        if supporting < words.len() {
            let against = words.iter().filter(|word| !for_it(&word.value));
            sorted.extend(against.map(|word| word.seq));
        }
        Self(Some(Box::new(Chosen {
            outcome,
            rule,
            for_it: u32::try_from(supporting).unwrap_or(u32::MAX),
            words: sorted,
        })))
    }
}

/// What a status says about whether the thing stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stance {
    /// It stands.
    Stands,
    /// There is none, and nothing is said of an ending.
    Absent,
    /// It has been ended or has run out.
    Ending,
}

/// A status whose words may contradict each other.
pub trait Status: Copy + PartialEq + Ord {
    /// Where the word stands.
    fn stance(self) -> Stance;
}

impl Status for Agreement {
    fn stance(self) -> Stance {
        match self {
            Self::InForce => Stance::Stands,
            Self::None => Stance::Absent,
            Self::Lapsed | Self::Terminated => Stance::Ending,
        }
    }
}

impl Status for Activity {
    fn stance(self) -> Stance {
        match self {
            Self::Active | Self::Sporadic | Self::Dormant | Self::Paused => Stance::Stands,
            Self::Ended => Stance::Ending,
        }
    }
}

impl<T> Word<'_, T> {
    /// Its place in time among words of its rank, by rules 2 and 3.
    fn place(&self) -> (u8, Option<Date>, Option<Date>) {
        let certainty = match (self.day, self.is_open) {
            (Some(_), true) => 0,
            (None, _) => 1,
            (Some(_), false) => 2,
        };
        (certainty, self.day, self.effective)
    }
}

/// Which of two words of one rank is the later, by rules 2, 3 and 10.
fn in_time<T: Ord>(a: &Word<'_, T>, b: &Word<'_, T>) -> Ordering {
    (a.place(), a.source)
        .cmp(&(b.place(), b.source))
        .then_with(|| (&a.value, a.happened).cmp(&(&b.value, b.happened)))
}

/// The last word of those that pass.
fn last<'w, 'a, T: Ord>(
    words: &'w [Word<'a, T>],
    pass: impl Fn(Side) -> bool,
) -> Option<&'w Word<'a, T>> {
    let passing = words.iter().filter(|word| pass(word.side));
    passing.max_by(|a, b| in_time(a, b))
}

/// Which rule made `chosen` win over the closest other value: the last word of its rank that says something else, or a
/// word of a lower rank.
fn rule_for<T: Ord>(words: &[Word<'_, T>], chosen: &Word<'_, T>) -> Rule {
    let is_third = |side| side == Side::Third;
    let others = || words.iter().filter(|word| word.value != chosen.value);
    let of_rank = others().filter(|word| is_third(word.side) == is_third(chosen.side));
    let Some(closest) = of_rank.max_by(|a, b| in_time(a, b)) else {
        return others().next().map_or(Rule::Unanimous, |_| Rule::OwnWord);
    };
    match (closest.day, chosen.day) {
        _ if closest.is_open && !chosen.is_open => Rule::OpenWord,
        (None, Some(_)) => Rule::DatedWord,
        (a, b) if a != b || closest.effective != chosen.effective => Rule::LaterWord,
        _ => Rule::SourceOrder,
    }
}

fn stated<T: PartialEq + Clone>(words: &[Word<'_, T>], value: &T, rule: Rule) -> Choice<T> {
    Choice::between(words, Outcome::Stated(value.clone()), rule, |said| {
        said == value
    })
}

fn disputed<T: PartialEq + Clone>(words: &[Word<'_, T>], first: &T, second: &T) -> Choice<T> {
    let outcome = Outcome::Disputed(first.clone(), second.clone());
    Choice::between(words, outcome, Rule::Contradiction, |said| said == first)
}

/// Rule 9: the last thing that third parties tell has happened since the sides spoke; `None` when no side's word is dated.
fn news<'w, 'a, T: Ord>(words: &'w [Word<'a, T>]) -> Option<&'w Word<'a, T>> {
    let own = words.iter().filter(|word| word.side != Side::Third);
    let spoken = own.filter_map(|word| word.day).max()?;
    let told = last(words, |side| side == Side::Third)?;
    (told.happened && told.day > Some(spoken)).then_some(told)
}

/// Chooses a status (agreement, activity): rules 1 to 6 and 8 to 10.
pub fn status<T: Status>(words: &[Word<'_, T>]) -> Choice<T> {
    if let Some(word) = news(words) {
        let mut own = words.iter().filter(|word| word.side != Side::Third);
        let is_new = own.any(|said| said.value != word.value);
        let rule = if is_new {
            Rule::News
        } else {
            rule_for(words, word)
        };
        return stated(words, &word.value, rule);
    }
    let first = last(words, |side| side == Side::First);
    let second = last(words, |side| side == Side::Second);
    match (first, second) {
        (None, None) => match last(words, |side| side == Side::Third) {
            None => Choice::not_stated(),
            Some(word) => stated(words, &word.value, rule_for(words, word)),
        },
        (Some(word), None) | (None, Some(word)) => stated(
            words,
            &word.value,
            reopened(words, word).unwrap_or_else(|| rule_for(words, word)),
        ),
        (Some(a), Some(b)) => between_sides(words, a, b),
    }
}

fn between_sides<T: Status>(words: &[Word<'_, T>], a: &Word<'_, T>, b: &Word<'_, T>) -> Choice<T> {
    let later = if a.place() >= b.place() { a } else { b };
    if a.value == b.value {
        return stated(
            words,
            &a.value,
            reopened(words, later).unwrap_or_else(|| rule_for(words, later)),
        );
    }
    let (ending, other) = match (a.value.stance(), b.value.stance()) {
        (Stance::Ending, Stance::Stands) => (a, b),
        (Stance::Stands, Stance::Ending) => (b, a),
        (Stance::Stands, Stance::Absent) | (Stance::Absent, Stance::Stands) => {
            return disputed(words, &a.value, &b.value);
        }
        _ => return stated(words, &later.value, rule_for(words, later)),
    };
    let ended_on = ending.day;
    if other.day < ended_on {
        stated(words, &ending.value, Rule::Ending)
    } else {
        disputed(words, &a.value, &b.value)
    }
}

/// Rule 5: the side's last word is positive and an earlier one of the same side was an ending.
fn reopened<T: Status>(words: &[Word<'_, T>], chosen: &Word<'_, T>) -> Option<Rule> {
    let ended_before = words.iter().any(|word| {
        word.side == chosen.side
            && word.side != Side::Third
            && word.value.stance() == Stance::Ending
    });
    (chosen.value.stance() == Stance::Stands && ended_before).then_some(Rule::Reopened)
}

/// Chooses a plain value (kind, instrument, funding): rules 1, 2, 3, 8 and 10. The two sides may well call one
/// relation by two names; the later name counts.
pub fn plain<T: Copy + Ord>(words: &[Word<'_, T>]) -> Choice<T> {
    let own = last(words, |side| side != Side::Third);
    match own.or_else(|| last(words, |side| side == Side::Third)) {
        None => Choice::not_stated(),
        Some(word) => stated(words, &word.value, rule_for(words, word)),
    }
}

/// Chooses a date (since, until): rules 1, 2, 3, 6, 7, 8 and 10.
pub fn date(words: &[Word<'_, WrittenDate<'_>>]) -> Choice<DateValue> {
    let first = last(words, |side| side == Side::First);
    let second = last(words, |side| side == Side::Second);
    let chosen = match (first, second) {
        (Some(a), Some(b)) if !a.value.0.agrees_with(b.value.0) => {
            let outcome = Outcome::Disputed(a.value.shown(), b.value.shown());
            return Choice::between(words, outcome, Rule::Contradiction, |said| *said == a.value);
        }
        (Some(a), Some(b)) => {
            if b.value.0.narrows(a.value.0) {
                b
            } else {
                a
            }
        }
        (Some(word), None) | (None, Some(word)) => word,
        (None, None) => match last(words, |side| side == Side::Third) {
            None => return Choice::not_stated(),
            Some(word) => word,
        },
    };
    let third = chosen.side == Side::Third;
    let precise = words
        .iter()
        .filter(|word| (word.side == Side::Third) == third && word.value.0.narrows(chosen.value.0))
        .min_by(|a, b| {
            span(a)
                .cmp(&span(b))
                .then_with(|| a.source.cmp(b.source))
                .then_with(|| a.value.cmp(&b.value))
        })
        .unwrap_or(chosen);
    // A vaguer date that agrees is not against it.
    let agrees = |said: &WrittenDate<'_>| said.0.agrees_with(precise.value.0);
    let rule = if precise.value != chosen.value {
        Rule::MorePrecise
    } else if words.iter().all(|word| agrees(&word.value)) {
        Rule::Unanimous
    } else {
        rule_for(words, chosen)
    };
    Choice::between(words, Outcome::Stated(precise.value.shown()), rule, agrees)
}

fn span(word: &Word<'_, WrittenDate<'_>>) -> i32 {
    match (word.value.0.earliest(), word.value.0.latest()) {
        (Some(from), Some(to)) => to.to_julian_day() - from.to_julian_day(),
        _ => i32::MAX,
    }
}

/// A date that a field came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateValue(pub Edtf);

/// A date as a statement has it; it can be compared with others by its text, for rule 10 alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrittenDate<'a>(pub &'a Edtf);

impl WrittenDate<'_> {
    fn shown(self) -> DateValue {
        DateValue(self.0.clone())
    }
}

impl Ord for WrittenDate<'_> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.as_str().cmp(other.0.as_str())
    }
}

impl PartialOrd for WrittenDate<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
