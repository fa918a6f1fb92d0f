//! The rules of choice: which of several words counts. All of them are in this file.
//!
//! For each field of a partnership every statement that says something is a *word*. A word comes from one of
//! the two sides, which speak of themselves, or from a third party.
//!
//! 1. **Own word.** A body's own word about itself outranks a third party's, whatever the dates.
//! 2. **Later word.** Of words of the same rank the later one counts. A date is taken at the earliest day that
//!    it allows, so that a vague date has no more weight than it proves.
//! 3. **Dated word.** An undated word ranks below every dated one of its rank.
//! 4. **Ending.** When one side has ended it, or lets its agreement run out, that outranks the other side's
//!    older words. An undated word is older than a dated ending.
//! 5. **Reopening.** A later positive word of the side that ended it reopens. One of the other side does not:
//!    then the two contradict each other.
//! 6. **Contradiction.** Where the last own words of the two sides cannot both be true and rule 4 does not
//!    settle it, the field is disputed, and both are shown.
//! 7. **Dates.** Of two dates that agree (one lies within the other) the more precise one is shown.
//! 8. **Silence.** A field about which nobody speaks is not stated. Nothing is inferred from absence: a partner
//!    that is gone from a list has not been ended by that.
//! 9. **Same rank, same date, other value.** The order of the sources' names settles it, so that the order in
//!    which statements came in never matters.

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
    /// From when it tells, to order words of the same date.
    pub effective: Option<Date>,
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
#[derive(Debug, Clone, PartialEq)]
pub struct Choice<T> {
    /// What the field comes to.
    pub outcome: Outcome<T>,
    /// The rule.
    pub rule: Rule,
    /// Statements for it; where it is disputed, those with the first side's value.
    pub supporting: Seqs,
    /// Statements that say something else; where it is disputed, those with any other value.
    pub against: Seqs,
}

impl<T> Choice<T> {
    /// A field that nobody says anything about.
    #[must_use]
    pub fn not_stated() -> Self {
        Self {
            outcome: Outcome::NotStated,
            rule: Rule::NotStated,
            supporting: Seqs::new(),
            against: Seqs::new(),
        }
    }

    /// The value that counts, if there is one.
    pub fn value(&self) -> Option<&T> {
        match &self.outcome {
            Outcome::Stated(value) => Some(value),
            _ => None,
        }
    }

    /// Whether the two sides contradict each other.
    pub fn is_disputed(&self) -> bool {
        matches!(self.outcome, Outcome::Disputed(..))
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

/// The last word of those that pass, by rules 2, 3 and 9.
fn last<'w, 'a, T: Ord>(
    words: &'w [Word<'a, T>],
    pass: impl Fn(Side) -> bool,
) -> Option<&'w Word<'a, T>> {
    words.iter().filter(|word| pass(word.side)).max_by(|a, b| {
        (a.day, a.effective, a.source)
            .cmp(&(b.day, b.effective, b.source))
            .then_with(|| a.value.cmp(&b.value))
    })
}

/// Which rule made `chosen` win over the rest of its rank, or over a lower rank.
fn rule_for<T: PartialEq>(words: &[Word<'_, T>], chosen: &Word<'_, T>) -> Rule {
    let mut rule = Rule::Unanimous;
    for word in words.iter().filter(|word| word.value != chosen.value) {
        let same_rank = (word.side == Side::Third) == (chosen.side == Side::Third);
        let reason = match (same_rank, word.day, chosen.day) {
            (false, ..) => Rule::OwnWord,
            (true, None, Some(_)) => Rule::DatedWord,
            (true, a, b) if a != b || word.effective != chosen.effective => Rule::LaterWord,
            _ => Rule::SourceOrder,
        };
        // The closest race is the one worth telling: same rank before lower rank.
        if rule == Rule::Unanimous || rule == Rule::OwnWord {
            rule = reason;
        }
    }
    rule
}

fn tally<T: PartialEq>(words: &[Word<'_, T>], value: &T) -> (Seqs, Seqs) {
    let mut supporting = Seqs::new();
    let mut against = Seqs::new();
    for word in words {
        if word.value == *value {
            supporting.push(word.seq)
        } else {
            against.push(word.seq)
        }
    }
    (supporting, against)
}

fn stated<T: PartialEq + Clone>(words: &[Word<'_, T>], value: &T, rule: Rule) -> Choice<T> {
    let (supporting, against) = tally(words, value);
    Choice {
        outcome: Outcome::Stated(value.clone()),
        rule,
        supporting,
        against,
    }
}

fn disputed<T: PartialEq + Clone>(words: &[Word<'_, T>], first: &T, second: &T) -> Choice<T> {
    let (supporting, against) = tally(words, first);
    let outcome = Outcome::Disputed(first.clone(), second.clone());
    Choice {
        outcome,
        rule: Rule::Contradiction,
        supporting,
        against,
    }
}

/// Chooses a status (agreement, activity): rules 1 to 6, 8 and 9.
pub fn status<T: Status>(words: &[Word<'_, T>]) -> Choice<T> {
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
    let later = if (a.day, a.effective) >= (b.day, b.effective) {
        a
    } else {
        b
    };
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

/// Chooses a plain value (kind, instrument, funding): rules 1, 2, 3, 8 and 9. The two sides may well call one
/// relation by two names; the later name counts.
pub fn plain<T: Copy + Ord>(words: &[Word<'_, T>]) -> Choice<T> {
    let own = last(words, |side| side != Side::Third);
    match own.or_else(|| last(words, |side| side == Side::Third)) {
        None => Choice::not_stated(),
        Some(word) => stated(words, &word.value, rule_for(words, word)),
    }
}

/// Chooses a date (since, until): rules 1, 2, 3, 6, 7, 8 and 9.
pub fn date(words: &[Word<'_, DateValue>]) -> Choice<DateValue> {
    let first = last(words, |side| side == Side::First);
    let second = last(words, |side| side == Side::Second);
    let chosen = match (first, second) {
        (Some(a), Some(b)) if !a.value.0.agrees_with(&b.value.0) => {
            return disputed(words, &a.value, &b.value);
        }
        (Some(a), Some(b)) => {
            if b.value.0.lies_within(&a.value.0) {
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
        .filter(|word| {
            (word.side == Side::Third) == third && word.value.0.lies_within(&chosen.value.0)
        })
        .min_by(|a, b| {
            span(a)
                .cmp(&span(b))
                .then_with(|| a.source.cmp(b.source))
                .then_with(|| a.value.cmp(&b.value))
        })
        .unwrap_or(chosen);
    let rule = if precise.value == chosen.value {
        rule_for(words, chosen)
    } else {
        Rule::MorePrecise
    };
    let mut choice = stated(words, &precise.value, rule);
    // A vaguer date that agrees is not against it.
    let agrees = |seq: &Seq| {
        words
            .iter()
            .any(|word| word.seq == *seq && word.value.0.agrees_with(&precise.value.0))
    };
    let (agreeing, against): (Seqs, Seqs) = choice.against.iter().copied().partition(agrees);
    choice.supporting.extend(agreeing);
    choice.supporting.sort_unstable();
    choice.against = against;
    if choice.against.is_empty() && choice.rule != Rule::MorePrecise {
        choice.rule = Rule::Unanimous;
    }
    choice
}

fn span(word: &Word<'_, DateValue>) -> i32 {
    match (word.value.0.earliest(), word.value.0.latest()) {
        (Some(from), Some(to)) => to.to_julian_day() - from.to_julian_day(),
        _ => i32::MAX,
    }
}

/// A date that can be compared with others by its text, for rule 9 alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateValue(pub Edtf);

impl Ord for DateValue {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.as_str().cmp(other.0.as_str())
    }
}

impl PartialOrd for DateValue {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
