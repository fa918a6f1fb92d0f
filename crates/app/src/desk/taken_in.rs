//! Lists that were taken in: whose they are, what they weigh, and what of them waits for a person.

use std::sync::Arc;

use vanort_domain::imports::Withdrawal;
use vanort_domain::log::{Content, Entry};
use vanort_domain::register::Register;
use vanort_domain::sources::Source;
use vanort_domain::{Seq, SourceId, Timestamp};

use super::{Desk, DeskError};

/// What counts as long as an import does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weight {
    /// Statements.
    pub statements: usize,
    /// Partnerships that nothing else speaks of.
    pub partnerships: usize,
}

/// What ceases to count when the import of this way is withdrawn, or did when it was.
#[must_use]
pub fn weight(register: &Register, way: &str) -> Weight {
    let mut other = register.clone();
    let withdrawal = Withdrawal {
        way: way.into(),
        withdrawn: !register.is_withdrawn(way),
        reason: None,
    };
    other.apply(Entry {
        seq: Seq(register.head().0 + 1),
        recorded: Timestamp(i64::MAX),
        by: "editor".into(),
        content: Content::Withdrawal(Arc::new(withdrawal)),
    });
    let (now, then) = (register.figures(), other.figures());
    Weight {
        statements: now.statements.abs_diff(then.statements),
        partnerships: now.partnerships.abs_diff(then.partnerships),
    }
}

/// The source of an import, also of one that is withdrawn; `None` where it brought nothing that has one.
#[must_use]
pub fn source<'r>(register: &'r Register, way: &str) -> Option<&'r Arc<Source>> {
    let (first, _) = register.import(way)?;
    // What was taken in at once stands together in the log.
    let numbers = (first.0..).map_while(|seq| register.entry(Seq(seq)));
    let mut entries = numbers.take_while(|entry| entry.by == way);
    let mut brought = None;
    let named: &SourceId = entries.find_map(|entry| match &entry.content {
        Content::Source(source) => {
            brought = Some(source);
            None
        }
        Content::Statement(statement) => Some(&statement.source),
        _ => None,
    })?;
    register
        .source(named)
        .or_else(|| brought.filter(|source| source.id == *named))
}

impl Desk {
    /// How many cases of the review queue a source names.
    ///
    /// # Errors
    /// When the atlas cannot be read.
    pub fn waiting_of(&self, source: &SourceId) -> Result<usize, DeskError> {
        let cases = self.cases()?;
        let named = cases.iter().filter(|case| case.sources.contains(source));
        Ok(named.count())
    }
}
