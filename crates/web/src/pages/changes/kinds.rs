//! The kinds of change, and which an entry is.

use vanort_domain::identity::Decision;
use vanort_domain::log::Content;
use vanort_domain::register::Register;
use vanort_domain::statements::{About, Statement};
use vanort_domain::vocabulary::{Activity, Agreement, Event, Verdict};
use vanort_domain::{BodyId, PairKey, Seq};

/// What kind of change an entry is; the first that fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ChangeKind {
    /// It ended, or an ending was decided.
    Ended,
    /// It was paused or is said to be dormant.
    Paused,
    /// The first word about a partnership.
    New,
    /// Something about the agreement: signed, renewed, ran out.
    Agreement,
    /// Another word about what was known already.
    Source,
    /// Two names turned out to be one body.
    Names,
}

impl ChangeKind {
    /// All kinds, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::New,
        Self::Ended,
        Self::Paused,
        Self::Agreement,
        Self::Source,
        Self::Names,
    ];

    /// Its key in addresses and messages.
    pub fn key(self) -> &'static str {
        match self {
            Self::Ended => "ended",
            Self::Paused => "paused",
            Self::New => "new",
            Self::Agreement => "agreement",
            Self::Source => "source",
            Self::Names => "names",
        }
    }

    /// The kind with a key.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// What kind of change an entry is; `None` when it is none, or does not count any more.
    pub fn of(register: &Register, seq: Seq) -> Option<Self> {
        let entry = register.entry(seq)?;
        match &entry.content {
            Content::Statement(statement) => {
                let counts = !register.is_withdrawn(&entry.by);
                counts.then(|| Self::of_statement(register, seq, statement))
            }
            Content::Decision(decision) => merges(register, decision).map(|_| Self::Names),
            _ => None,
        }
    }

    fn of_statement(register: &Register, seq: Seq, statement: &Statement) -> Self {
        let ended = statement.activity == Some(Activity::Ended)
            || statement.agreement == Some(Agreement::Terminated)
            || matches!(
                statement.event,
                Some(Event::Ended | Event::EndingDecided | Event::Replaced)
            );
        let paused = matches!(
            statement.activity,
            Some(Activity::Paused | Activity::Dormant)
        ) || matches!(statement.event, Some(Event::Paused | Event::DormantStated));
        let agreement = statement.agreement.is_some()
            || matches!(
                statement.event,
                Some(Event::Signed | Event::Renewed | Event::Lapsed)
            );
        if ended {
            Self::Ended
        } else if paused {
            Self::Paused
        } else if is_first(register, seq, statement) {
            Self::New
        } else if agreement {
            Self::Agreement
        } else {
            Self::Source
        }
    }
}

/// Whether it is the register's first word about the pair.
fn is_first(register: &Register, seq: Seq, statement: &Statement) -> bool {
    let About::Partner(partner) = &statement.about else {
        return false;
    };
    let pair = PairKey::new(statement.subject.body.clone(), partner.body.clone());
    register
        .partnership(&pair)
        .is_some_and(|known| known.statements.first() == Some(&seq))
}

/// The body that went up in another by a decision, and the one that stands for it now.
pub(super) fn merges(register: &Register, decision: &Decision) -> Option<(BodyId, BodyId)> {
    if decision.verdict != Verdict::Same || decision.withdraws.is_some() {
        return None;
    }
    let (a, b) = (&decision.a, &decision.b);
    let into = register.identity().canonical(a);
    if into != register.identity().canonical(b) {
        return None;
    }
    let from = if *a == into { b } else { a };
    (*from != into).then(|| (from.clone(), into))
}
