//! The log: what an entry holds, and the hash chain that makes tampering visible.
//!
//! The hash of an entry covers the *digests* of its values, not the values, and every digest is salted. So a
//! value can be taken away later: its digest stays, the chain stays valid, and nobody can guess the value from
//! the digest.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use sha2::{Digest as _, Sha256};
use smol_str::SmolStr;

use crate::bodies::Body;
use crate::groups::Group;
use crate::identity::Decision;
use crate::imports::{Import, Withdrawal};
use crate::sources::Source;
use crate::statements::Statement;
use crate::{Seq, Timestamp, Values, ValuesError};

/// What an entry holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// A source.
    Source(Arc<Source>),
    /// A body, or newer facts on one that is there already.
    Body(Arc<Body>),
    /// A group.
    Group(Arc<Group>),
    /// A statement.
    Statement(Arc<Statement>),
    /// An identity decision.
    Decision(Arc<Decision>),
    /// That a collection of sources is switched off or on.
    Switch(Arc<Switch>),
    /// That a value of an earlier entry was taken away.
    Redaction(Arc<Redaction>),
    /// What was taken in at once.
    Import(Arc<Import>),
    /// That an import does not count any more, or counts again.
    Withdrawal(Arc<Withdrawal>),
    /// An entry whose values cannot be read any more because one that it needs was redacted.
    Unreadable,
}

/// A collection of sources switched off or on; reversible, on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Switch {
    /// Which ([`Source::collection`]).
    pub collection: SmolStr,
    /// Whether its statements count from now on.
    pub on: bool,
    /// Why.
    pub reason: Option<String>,
}

/// A value taken away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redaction {
    /// The entry.
    pub of: Seq,
    /// The field.
    pub field: String,
    /// Why.
    pub reason: String,
}

impl Content {
    /// Name of the sort of entry, as stored.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Source(_) => "source",
            Self::Body(_) => "body",
            Self::Group(_) => "group",
            Self::Statement(_) => "statement",
            Self::Decision(_) => "decision",
            Self::Switch(_) => "switch",
            Self::Redaction(_) => "redaction",
            Self::Import(_) => "import",
            Self::Withdrawal(_) => "withdrawal",
            Self::Unreadable => "unreadable",
        }
    }

    /// Reads the content of an entry from its values.
    ///
    /// # Errors
    /// The first field that is missing or cannot be read, or an unknown sort of entry.
    pub fn from_values(kind: &str, values: &Values) -> Result<Self, ValuesError> {
        Ok(match kind {
            "source" => Self::Source(Arc::new(Source::from_values(values)?)),
            "body" => Self::Body(Arc::new(Body::from_values(values)?)),
            "group" => Self::Group(Arc::new(Group::from_values(values)?)),
            "statement" => Self::Statement(Arc::new(Statement::from_values(values)?)),
            "decision" => Self::Decision(Arc::new(Decision::from_values(values)?)),
            "switch" => Self::Switch(Arc::new(Switch {
                collection: values.need("collection")?,
                on: values.need("on")?,
                reason: values.read("reason")?,
            })),
            "redaction" => Self::Redaction(Arc::new(Redaction {
                of: Seq(values.need("of")?),
                field: values.need("field")?,
                reason: values.need("reason")?,
            })),
            "import" => Self::Import(Arc::new(Import::from_values(values)?)),
            "withdrawal" => Self::Withdrawal(Arc::new(Withdrawal::from_values(values)?)),
            other => {
                return Err(ValuesError::new(
                    "entry",
                    format!("\"{other}\" is not a sort of entry"),
                ));
            }
        })
    }

    /// The content as named values.
    #[must_use]
    pub fn to_values(&self) -> Values {
        match self {
            Self::Source(source) => source.to_values(),
            Self::Body(body) => body.to_values(),
            Self::Group(group) => group.to_values(),
            Self::Statement(statement) => statement.to_values(),
            Self::Decision(decision) => decision.to_values(),
            Self::Switch(switch) => {
                let mut values = Values::new();
                values
                    .set("collection", &switch.collection)
                    .set("on", switch.on)
                    .set_some("reason", switch.reason.as_ref());
                values
            }
            Self::Redaction(redaction) => {
                let mut values = Values::new();
                values
                    .set("of", redaction.of)
                    .set("field", &redaction.field)
                    .set("reason", &redaction.reason);
                values
            }
            Self::Import(import) => import.to_values(),
            Self::Withdrawal(withdrawal) => withdrawal.to_values(),
            Self::Unreadable => Values::new(),
        }
    }
}

/// An entry as the register sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Its number.
    pub seq: Seq,
    /// When it was recorded; never before the entry ahead of it.
    pub recorded: Timestamp,
    /// Which way it came in: `bundle`, `import`, `editor` …; never a person's name.
    pub by: SmolStr,
    /// What it holds.
    pub content: Content,
}

/// A SHA-256 digest.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Hash(pub [u8; 32]);

impl Hash {
    /// What stands before the first entry.
    pub const START: Self = Self([0; 32]);

    /// Reads 64 hexadecimal digits.
    #[must_use]
    pub fn from_hex(text: &str) -> Option<Self> {
        let mut bytes = [0; 32];
        if text.len() != 64 || !text.is_ascii() {
            return None;
        }
        for (i, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&text[i * 2..i * 2 + 2], 16).ok()?;
        }
        Some(Self(bytes))
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Sixteen random bytes that go into a value's digest.
pub type Salt = [u8; 16];

/// A value in the log: there with its salt, or redacted to its digest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sealed {
    /// The value can be read.
    Open {
        /// Salt of the digest.
        salt: Salt,
        /// The value.
        text: String,
    },
    /// The value was taken away.
    Redacted(Hash),
}

impl Sealed {
    /// The salted digest: SHA-256 of `"vanort value 1\n"`, salt and text.
    #[must_use]
    pub fn digest(&self) -> Hash {
        match self {
            Self::Open { salt, text } => {
                let mut hasher = Sha256::new();
                hasher.update(b"vanort value 1\n");
                hasher.update(salt);
                hasher.update(text.as_bytes());
                Hash(hasher.finalize().into())
            }
            Self::Redacted(digest) => *digest,
        }
    }
}

/// An entry as it is stored: its values sealed one by one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedEntry {
    /// Its number.
    pub seq: Seq,
    /// When it was recorded.
    pub recorded: Timestamp,
    /// Which way it came in.
    pub by: SmolStr,
    /// Sort of entry ([`Content::kind`]).
    pub kind: SmolStr,
    /// The values.
    pub values: BTreeMap<String, Sealed>,
}

impl SealedEntry {
    /// Seals content for the log; `salt` gives fresh random bytes at every call.
    pub fn seal(
        seq: Seq,
        recorded: Timestamp,
        by: &str,
        content: &Content,
        mut salt: impl FnMut() -> Salt,
    ) -> Self {
        let values = content
            .to_values()
            .iter()
            .map(|(field, text)| {
                (
                    field.to_owned(),
                    Sealed::Open {
                        salt: salt(),
                        text: text.to_owned(),
                    },
                )
            })
            .collect();
        Self {
            seq,
            recorded,
            by: SmolStr::new(by),
            kind: SmolStr::new_static(content.kind()),
            values,
        }
    }

    /// The hash that chains this entry to the one before.
    ///
    /// SHA-256 over `"vanort entry 1\n"`, the hash before, number and time (8 bytes each, big-endian), and
    /// then way, sort, and each field's name (each with its length, 4 bytes big-endian) and value digest, in the
    /// order of the names.
    #[must_use]
    pub fn hash(&self, before: &Hash) -> Hash {
        let mut hasher = Sha256::new();
        hasher.update(b"vanort entry 1\n");
        hasher.update(before.0);
        hasher.update(u64::from(self.seq.0).to_be_bytes());
        hasher.update(self.recorded.0.to_be_bytes());
        let mut part = |text: &str| {
            hasher.update(u32::try_from(text.len()).unwrap_or(u32::MAX).to_be_bytes());
            hasher.update(text.as_bytes());
        };
        part(&self.by);
        part(&self.kind);
        for (field, value) in &self.values {
            hasher.update(u32::try_from(field.len()).unwrap_or(u32::MAX).to_be_bytes());
            hasher.update(field.as_bytes());
            hasher.update(value.digest().0);
        }
        Hash(hasher.finalize().into())
    }

    /// Takes one value away, leaving its digest. Returns whether there was an open value to take.
    pub fn redact(&mut self, field: &str) -> bool {
        match self.values.get_mut(field) {
            Some(value @ Sealed::Open { .. }) => {
                *value = Sealed::Redacted(value.digest());
                true
            }
            _ => false,
        }
    }

    /// The values that can still be read.
    #[must_use]
    pub fn open_values(&self) -> Values {
        self.values
            .iter()
            .filter_map(|(field, value)| match value {
                Sealed::Open { text, .. } => Some((field.as_str(), text.as_str())),
                Sealed::Redacted(_) => None,
            })
            .collect()
    }

    /// Whether any value was taken away.
    #[must_use]
    pub fn is_redacted(&self) -> bool {
        self.values
            .values()
            .any(|value| matches!(value, Sealed::Redacted(_)))
    }

    /// The entry as the register sees it. One that lost a value it cannot be without is `Unreadable`.
    ///
    /// # Errors
    /// When the values do not make sense although none was redacted.
    pub fn open(&self) -> Result<Entry, ValuesError> {
        let content = match Content::from_values(&self.kind, &self.open_values()) {
            Ok(content) => content,
            Err(_) if self.is_redacted() => Content::Unreadable,
            Err(error) => return Err(error),
        };
        Ok(Entry {
            seq: self.seq,
            recorded: self.recorded,
            by: self.by.clone(),
            content,
        })
    }
}

/// What is wrong with a log.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChainError {
    /// A number is missing or out of order.
    #[error("entry {expected} is missing: the next one has the number {found}")]
    Gap {
        /// The number that should have come.
        expected: u32,
        /// The number that came.
        found: u32,
    },
    /// The stored hash is not the one that the content gives.
    #[error(
        "entry {seq} was changed: its hash does not follow from its content and the entry before"
    )]
    Changed {
        /// The entry.
        seq: Seq,
    },
    /// The time runs backwards.
    #[error("entry {seq} bears an earlier time than the entry before")]
    Time {
        /// The entry.
        seq: Seq,
    },
}

/// Walks along the chain and checks it entry by entry.
#[derive(Debug, Clone, Copy)]
pub struct ChainCheck {
    /// Number of the last entry that was right.
    pub seq: Seq,
    /// Its hash.
    pub hash: Hash,
    recorded: Timestamp,
}

impl Default for ChainCheck {
    fn default() -> Self {
        Self {
            seq: Seq(0),
            hash: Hash::START,
            recorded: Timestamp(i64::MIN),
        }
    }
}

impl ChainCheck {
    /// Checks the next entry against its stored hash.
    ///
    /// # Errors
    /// When the entry does not follow on the one before.
    pub fn next(&mut self, entry: &SealedEntry, stored: &Hash) -> Result<(), ChainError> {
        let expected = self.seq.0 + 1;
        if entry.seq.0 != expected {
            return Err(ChainError::Gap {
                expected,
                found: entry.seq.0,
            });
        }
        if entry.hash(&self.hash) != *stored {
            return Err(ChainError::Changed { seq: entry.seq });
        }
        if entry.recorded < self.recorded {
            return Err(ChainError::Time { seq: entry.seq });
        }
        *self = Self {
            seq: entry.seq,
            hash: *stored,
            recorded: entry.recorded,
        };
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chain(n: u32) -> Vec<(SealedEntry, Hash)> {
        let mut before = Hash::START;
        (1..=n)
            .map(|seq| {
                let content = Content::Switch(Arc::new(Switch {
                    collection: "wikidata".into(),
                    on: seq % 2 == 0,
                    reason: Some(format!("reason {seq}")),
                }));
                let entry = SealedEntry::seal(
                    Seq(seq),
                    Timestamp(i64::from(seq)),
                    "test",
                    &content,
                    || [7; 16],
                );
                before = entry.hash(&before);
                (entry, before)
            })
            .collect()
    }

    fn check(log: &[(SealedEntry, Hash)]) -> Result<(), ChainError> {
        let mut chain = ChainCheck::default();
        log.iter()
            .try_for_each(|(entry, hash)| chain.next(entry, hash))
    }

    #[test]
    fn an_untouched_chain_is_valid_and_opens_to_what_was_sealed() {
        let log = chain(4);
        assert_eq!(check(&log), Ok(()));
        let entry = log[1].0.open().expect("entry");
        assert!(matches!(&entry.content, Content::Switch(switch) if switch.on));
    }

    #[test]
    fn a_redacted_value_leaves_the_chain_valid_and_the_entry_readable() {
        let mut log = chain(4);
        assert!(log[2].0.redact("reason"));
        assert!(!log[2].0.redact("reason"), "twice takes nothing more away");
        assert_eq!(check(&log), Ok(()));
        let Content::Switch(switch) = log[2].0.open().expect("entry").content else {
            panic!("a switch")
        };
        assert_eq!(switch.reason, None);
    }

    #[test]
    fn a_redacted_value_that_is_needed_makes_the_entry_unreadable_not_an_error() {
        let mut log = chain(1);
        log[0].0.redact("collection");
        assert_eq!(log[0].0.open().expect("entry").content, Content::Unreadable);
    }

    #[test]
    fn a_changed_value_a_lost_entry_and_an_exchanged_one_are_found() {
        let mut changed = chain(4);
        changed[1].0.values.insert(
            "reason".into(),
            Sealed::Open {
                salt: [7; 16],
                text: "other".into(),
            },
        );
        assert_eq!(check(&changed), Err(ChainError::Changed { seq: Seq(2) }));

        let mut lost = chain(4);
        lost.remove(1);
        assert_eq!(
            check(&lost),
            Err(ChainError::Gap {
                expected: 2,
                found: 3
            })
        );

        let mut exchanged = chain(4);
        exchanged.swap(1, 2);
        assert!(check(&exchanged).is_err());
    }
}
