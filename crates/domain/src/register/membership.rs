//! Who belongs to a group, from when to when.

use super::as_of::{beginning_date, ending_date};
use super::choice::{self, Choice, DateValue, Seqs, WrittenDate};
use super::partnership::Told;
use crate::vocabulary::{Activity, Event};
use crate::{BodyId, Edtf, GroupId};

/// What the statements about one body in one group add up to.
#[derive(Debug, Clone, PartialEq)]
pub struct Membership {
    /// The group.
    pub group: GroupId,
    /// The member.
    pub body: BodyId,
    /// What goes on.
    pub activity: Choice<Activity>,
    /// From when.
    pub since: Choice<DateValue>,
    /// To when.
    pub until: Choice<DateValue>,
    /// Whether it has left, by the rules of choice for activity.
    pub left: bool,
    /// Date of the newest word.
    pub last_word: Option<Edtf>,
    /// All statements, oldest entry first.
    pub statements: Seqs,
}

impl Membership {
    /// Folds the statements about one body in one group, in the order of their numbers.
    #[must_use]
    pub fn fold(group: GroupId, body: BodyId, told: &[Told<'_>]) -> Self {
        // Leaving a group is an ending of what goes on in it.
        let activity = choice::status(&super::partnership::words(told, |s| {
            if s.event == Some(Event::LeftGroup) {
                Some(Activity::Ended)
            } else {
                s.activity
            }
        }));
        let until = super::partnership::words(told, |s| {
            let left = if s.event == Some(Event::LeftGroup) {
                s.effective.as_deref()
            } else {
                None
            };
            ending_date(s).or(left).map(WrittenDate)
        });
        let newest = told.iter().max_by_key(|told| {
            (
                told.day,
                &told.statement.source,
                told.statement.word_date().map(Edtf::as_str),
            )
        });
        Self {
            left: activity.value() == Some(&Activity::Ended),
            since: choice::date(&super::partnership::words(told, |s| {
                beginning_date(s).map(WrittenDate)
            })),
            until: choice::date(&until),
            last_word: newest.and_then(|told| told.statement.word_date()).cloned(),
            statements: told.iter().map(|told| told.seq).collect(),
            group,
            body,
            activity,
        }
    }
}
