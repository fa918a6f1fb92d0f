//! What is odd about what came: shown to the editor, and decided by nobody but her.

use rustc_hash::FxHashSet;
use serde::Serialize;
use vanort_domain::CountryCode;

use super::claims::shortened;
use super::{Claim, Contradiction};

/// What is odd.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FindingKind {
    /// One side names the other as its partner, the other does not name it.
    OneSided,
    /// Nothing of the name is known in the country stated, but a well-known place in another.
    OtherCountry,
    /// Both sides are the same body.
    Itself,
    /// The row repeats an earlier one.
    Repeated,
    /// Rows say of one partnership what cannot all be true.
    Contradiction,
    /// Words of the row set nothing.
    NotUnderstood,
    /// A field holds an address of e-mail, a telephone number or a personal number, and is left out.
    Personal,
    /// The end lies before the beginning, and is left out.
    EndBeforeStart,
    /// The beginning lies in the future, and is left out.
    StartToCome,
    /// The beginning is later than the day on which it is said, so that one of the two is wrong.
    StartAfterSaid,
    /// The partner's cell seems to name several, and it is unclear which.
    SeveralInCell,
    /// The row names nobody: it is a sum, or the title of what stands below.
    NamesNobody,
}

impl FindingKind {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 12] = [
        Self::Personal,
        Self::NotUnderstood,
        Self::EndBeforeStart,
        Self::StartToCome,
        Self::StartAfterSaid,
        Self::SeveralInCell,
        Self::Contradiction,
        Self::NamesNobody,
        Self::OtherCountry,
        Self::OneSided,
        Self::Itself,
        Self::Repeated,
    ];

    /// The word for messages and files.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::OneSided => "one_sided",
            Self::OtherCountry => "other_country",
            Self::Itself => "itself",
            Self::Repeated => "repeated",
            Self::Contradiction => "contradiction",
            Self::NotUnderstood => "not_understood",
            Self::Personal => "personal",
            Self::EndBeforeStart => "end_before_start",
            Self::StartToCome => "start_to_come",
            Self::StartAfterSaid => "start_after_said",
            Self::SeveralInCell => "several_in_cell",
            Self::NamesNobody => "names_nobody",
        }
    }
}

/// Something odd in a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What.
    pub kind: FindingKind,
    /// Line.
    pub line: u64,
    /// The row's words: the two names.
    pub words: String,
    /// Which field's words set nothing, and the words; without them where they tell of a person.
    pub field: Option<(&'static str, String)>,
    /// What would be right, where that can be said: the place in another country.
    pub instead: Option<Instead>,
    /// What rows say, where they contradict each other.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contradiction: Option<Contradiction>,
}

/// A place that may be meant instead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Instead {
    /// Its name.
    pub name: String,
    /// Its country.
    pub country: CountryCode,
}

/// Lines whose two items do not name each other. Only where both sides carry items can that be told.
pub(super) fn one_sided(claims: &[Claim]) -> Vec<Finding> {
    let items = |claim: &Claim| {
        Some((
            claim.subject.wikidata.clone()?,
            claim.partner.wikidata.clone()?,
        ))
    };
    let stated: FxHashSet<(String, String)> = claims.iter().filter_map(items).collect();
    claims
        .iter()
        .filter(|claim| items(claim).is_some_and(|(a, b)| !stated.contains(&(b, a))))
        .map(|claim| finding(FindingKind::OneSided, claim, None))
        .collect()
}

pub(super) fn finding(kind: FindingKind, claim: &Claim, instead: Option<Instead>) -> Finding {
    Finding {
        kind,
        line: claim.line,
        words: format!(
            "{} – {}",
            shortened(&claim.subject.name),
            shortened(&claim.partner.name)
        ),
        field: None,
        instead,
        contradiction: None,
    }
}
