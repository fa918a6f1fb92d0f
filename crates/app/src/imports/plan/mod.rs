//! The plan of an import: what every row would do.

mod change;
mod contradictions;
mod prepare;
mod same;
mod sides;
mod told;
mod values;

use rustc_hash::FxHashSet;
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use smol_str::SmolStr;
use vanort_domain::bodies::Body;
use vanort_domain::log::{Content, Entry, Hash};
use vanort_domain::register::Register;
use vanort_domain::sources::Source;
use vanort_domain::vocabulary::Verdict;
use vanort_domain::{BodyId, PairKey, Seq, Timestamp};

use super::LeftOut;
use super::findings::Finding;
pub use change::{Change, Shown, Value};
pub use contradictions::{Contradiction, Said};

use crate::intake::PreparedEntry;

/// Why a row is not taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum Refusal {
    /// The row does not say whose partner it tells of.
    NoSubject,
    /// The row names no partner.
    NoPartner,
    /// No Swedish municipality or region has that name.
    NotSwedish {
        /// The name of the one that may be meant, where one is written nearly so.
        likely: Option<SmolStr>,
    },
    /// Neither side is Swedish.
    NoSwedishSide,
    /// Both sides are the same body.
    Itself,
    /// A name is longer than any is.
    LongName {
        /// Whose: `own` or `partner`.
        column: &'static str,
    },
    /// A name has no letter.
    NoLetter {
        /// Whose: `own` or `partner`.
        column: &'static str,
    },
    /// It is said on a day to come.
    FutureDate,
    /// A name holds an address of e-mail, a telephone number or a personal number.
    Personal,
    /// The row names nobody: it is a sum, or the title of what stands below.
    NamesNobody,
    /// Words that are not understood seem to say that it ended or pauses.
    UnclearEnd,
    /// The row cannot be read, for the reason given.
    Unreadable {
        /// What is wrong.
        detail: String,
    },
}

impl Refusal {
    /// The column whose cell is why, where one is: `own` or `partner`.
    #[must_use]
    pub fn column(&self) -> Option<&'static str> {
        match self {
            Self::LongName { column } | Self::NoLetter { column } => Some(column),
            _ => None,
        }
    }

    /// The word for messages and files.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::NoSubject => "no_subject",
            Self::NoPartner => "no_partner",
            Self::NotSwedish { .. } => "not_swedish",
            Self::NoSwedishSide => "no_swedish_side",
            Self::Itself => "itself",
            Self::LongName { .. } => "long_name",
            Self::NoLetter { .. } => "no_letter",
            Self::FutureDate => "future_date",
            Self::Personal => "personal",
            Self::NamesNobody => "names_nobody",
            Self::UnclearEnd => "unclear_end",
            Self::Unreadable { .. } => "unreadable",
        }
    }
}

/// What a row would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "fate", rename_all = "snake_case")]
pub enum Fate {
    /// A new statement; `partnership` tells whether the register did not have the pair.
    New {
        /// Whether a partnership comes with it.
        partnership: bool,
    },
    /// A new statement that changes what the register shows of a partnership.
    Changes {
        /// What it changes.
        changes: Vec<Change>,
    },
    /// The log has the very row already.
    Known,
    /// The log has it in an import that was withdrawn, which can be put back.
    KnownWithdrawn {
        /// The way of that import.
        way: SmolStr,
    },
    /// A new statement whose partner is not sure: it waits for a person.
    Ambiguous {
        /// How many candidates there are.
        candidates: usize,
    },
    /// No partnership comes of it: a person has said that its partner is no body.
    NoBody,
    /// Not taken in.
    Refused(Refusal),
}

impl Fate {
    /// The word for messages and files.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::New { .. } => "new",
            Self::Changes { .. } => "changes",
            Self::Known => "known",
            Self::KnownWithdrawn { .. } => "known_withdrawn",
            Self::Ambiguous { .. } => "ambiguous",
            Self::NoBody => "no_body",
            Self::Refused(_) => "refused",
        }
    }

    /// All words, in the order in which they are told.
    pub const KEYS: [&'static str; 7] = [
        "new",
        "changes",
        "ambiguous",
        "known",
        "known_withdrawn",
        "no_body",
        "refused",
    ];
}

/// A row with its fate.
#[derive(Debug, Clone, Serialize)]
pub struct PlannedRow {
    /// Line, from 1.
    pub line: u64,
    /// The line above from which it is known whose partner is told of, where the row's own does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject_line: Option<u64>,
    /// The line above from which the partner's country is known, where the row's own does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country_line: Option<u64>,
    /// The two names as written.
    pub subject_written: String,
    /// The partner's.
    pub partner_written: String,
    /// The country as written.
    pub country_written: Option<String>,
    /// What stood beside the partner's name and was understood: the field that it tells, and the words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub beside: Vec<(&'static str, String)>,
    /// The bodies they were resolved to.
    pub subject: Option<BodyId>,
    /// The partner's.
    pub partner: Option<BodyId>,
    /// Whether a person has said in the review which partner is meant by these words.
    pub decided: bool,
    /// What the row would do.
    #[serde(flatten)]
    pub fate: Fate,
}

/// How many rows come to what.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Totals {
    /// Rows of each fate, in the order of [`Fate::KEYS`].
    pub rows: std::collections::BTreeMap<&'static str, usize>,
    /// Partnerships the register did not have.
    pub partnerships: usize,
    /// Bodies the register did not have.
    pub bodies: usize,
}

/// What an import would do, and what it takes to do it.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Every row, in the order of the lines.
    pub rows: Vec<PlannedRow>,
    /// Rows of the table that were left out.
    pub left_out: LeftOut,
    /// How many rows come to what.
    pub totals: Totals,
    /// What is odd about what came.
    pub findings: Vec<Finding>,
    pub(super) mark: String,
    pub(crate) entries: Vec<PreparedEntry>,
    /// For each row that is to be taken in: its place in `rows`, and that of its statement in `entries`.
    pub(crate) statements: Vec<(usize, usize)>,
}

impl Plan {
    /// By what a dry run is known again: a digest of how what came is read, of what is stated of its source, and of what every
    /// row would do. Whoever says "take it in" says it of the one that she was shown.
    #[must_use]
    pub fn mark(&self) -> &str {
        &self.mark
    }

    fn set_mark(&mut self) {
        let mut digest = Sha256::new_with_prefix(&self.mark);
        for row in &self.rows {
            digest.update(serde_json::to_vec(row).unwrap_or_default());
        }
        self.mark = Hash(digest.finalize().into()).to_string()[..16].to_owned();
    }

    /// Whether anything would be recorded.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !self.rows.iter().any(|row| {
            matches!(
                row.fate,
                Fate::New { .. } | Fate::Changes { .. } | Fate::Ambiguous { .. }
            )
        })
    }

    /// Whether nothing would be recorded because the register has it all; otherwise there is no row that could be.
    #[must_use]
    pub fn is_known(&self) -> bool {
        let is_known =
            |row: &PlannedRow| matches!(row.fate, Fate::Known | Fate::KnownWithdrawn { .. });
        self.is_empty() && self.rows.iter().any(is_known)
    }

    /// Whether its rows are that source's word.
    pub(crate) fn is_of(&self, source: &Source) -> bool {
        self.entries
            .iter()
            .any(|entry| matches!(&entry.content, Content::Source(own) if own.id == source.id))
    }

    /// The bodies that rows would make.
    pub fn new_bodies(&self) -> impl Iterator<Item = &Body> {
        self.entries
            .iter()
            .filter_map(|entry| match &entry.content {
                Content::Body(body) => Some(&**body),
                _ => None,
            })
    }

    /// Tells which rows the log knows (`known` has the number of the entry for each statement that it does), or has in the
    /// same words from the same source, and what the others would change in the register.
    pub fn tell_known(&mut self, register: &Register, known: &[Option<Seq>]) {
        let known = self.known_in_words(register, known);
        let mut grown = register.clone();
        let mut new_bodies = FxHashSet::default();
        for entry in &self.entries {
            if let Content::Body(body) = &entry.content
                && register.body(&body.id).is_none()
                && !is_no_body(register, &body.id)
            {
                new_bodies.insert(body.id.clone());
                append(&mut grown, entry.content.clone());
            }
        }
        for ((row, entry), known) in self.statements.iter().zip(&known) {
            let planned = &mut self.rows[*row];
            if let Some(seq) = known {
                let way = register
                    .entry(*seq)
                    .map(|entry| entry.by.clone())
                    .unwrap_or_default();
                planned.fate = if register.is_withdrawn(&way) {
                    Fate::KnownWithdrawn { way }
                } else {
                    Fate::Known
                };
                continue;
            }
            let pair = planned
                .subject
                .clone()
                .zip(planned.partner.clone())
                .map(|(a, b)| PairKey::new(a, b));
            let before = pair
                .as_ref()
                .and_then(|pair| grown.partnership(pair).cloned());
            append(&mut grown, self.entries[*entry].content.clone());
            let after = pair
                .as_ref()
                .and_then(|pair| grown.partnership(pair).cloned());
            let is_new = before.is_none() && after.is_some();
            self.totals.partnerships += usize::from(is_new);
            if matches!(planned.fate, Fate::New { .. }) {
                let changes = before
                    .zip(after)
                    .map(|(before, after)| change::changes(&before, &after))
                    .unwrap_or_default();
                planned.fate = if changes.is_empty() {
                    Fate::New {
                        partnership: is_new,
                    }
                } else {
                    Fate::Changes { changes }
                };
            }
        }
        self.totals.bodies = new_bodies.len();
        self.tell_contradictions(&grown);
        for row in &self.rows {
            *self.totals.rows.entry(row.fate.key()).or_default() += 1;
        }
        self.set_mark();
    }
}

/// Whether a person has said that words mean no body: no partnership comes of them.
fn is_no_body(register: &Register, id: &BodyId) -> bool {
    let identity = register.identity();
    let said = |id: &BodyId| identity.verdict(id, id).map(|(_, verdict)| verdict);
    [said(id), said(&identity.canonical(id))].contains(&Some(Verdict::NotABody))
}

fn append(register: &mut Register, content: Content) {
    let seq = Seq(register.head().0 + 1);
    register.apply(Entry {
        seq,
        recorded: Timestamp(i64::MAX),
        by: SmolStr::new_static("plan"),
        content,
    });
}
