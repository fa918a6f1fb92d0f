//! Who decided: of the agreement, the pauses and the endings of a partnership, the last for which a source names
//! whoever decided it.

use super::{Partnership, Register};
use crate::statements::Statement;
use crate::vocabulary::Event;
use crate::{Edtf, Seq};

/// A decision about a partnership, as one source tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided<'r> {
    /// The statement that tells it.
    pub seq: Seq,
    /// What was decided; `None` where the source only says who decided on the relation.
    pub event: Option<Event>,
    /// When it took effect, or no later than it was told.
    pub on: Option<Edtf>,
    /// Who decided, as written.
    pub by: &'r str,
    /// Paragraph, diary number or the like, as written.
    pub reference: Option<&'r str>,
}

impl Register {
    /// The last decision on a partnership for which a source names whoever decided; one without a date comes before every
    /// dated one. Proposals, motions and plans are no decisions.
    #[must_use]
    pub fn last_decision(&self, p: &Partnership) -> Option<Decided<'_>> {
        let statements = p.statements.iter().filter_map(|seq| {
            let (entry, statement) = (self.entry(*seq)?, self.statement(*seq)?);
            // What is seen only in part tells nothing of a decision.
            let is_seen = self.as_of.sees_whole(statement) && self.counts(entry, statement);
            decision(*seq, statement).filter(|_| is_seen)
        });
        statements.max_by(|a, b| {
            let rank = |of: &Decided<'_>| {
                let day = of.on.as_ref().and_then(Edtf::ordering_day);
                (day, of.by.len() + of.reference.map_or(0, str::len))
            };
            // Of two that tell the same, the one that was known first.
            rank(a).cmp(&rank(b)).then(b.seq.cmp(&a.seq))
        })
    }
}

fn decision(seq: Seq, statement: &Statement) -> Option<Decided<'_>> {
    let by = statement.words.get("decided_by")?;
    let event = statement.happening();
    let is_decision = event.is_none_or(|event| {
        !matches!(
            event,
            Event::EndingProposed
                | Event::EndingAnnounced
                | Event::Motion
                | Event::Review
                | Event::Policy
                | Event::Planned
                | Event::DormantStated
                | Event::NoLongerListed
        )
    });
    // Whoever says only that there is a relation and who decided on it speaks of its beginning.
    let on = match event {
        Some(_) => statement.happened_on(),
        None => statement
            .effective
            .as_deref()
            .or(statement.since.as_deref())
            .cloned(),
    };
    is_decision.then_some(Decided {
        seq,
        event,
        on,
        by,
        reference: statement.words.get("decision_ref"),
    })
}
