//! What a Swedish body is by nature and by law: by the sea, at a land border, with a university; and who its neighbours
//! are. From `data/body_traits.csv`, which is no part of the register.

use std::sync::LazyLock;

use rust_embed::RustEmbed;
use rustc_hash::FxHashSet;
use vanort_domain::BodyId;

use crate::intake;

#[derive(RustEmbed)]
#[folder = "../../data"]
#[include = "body_traits.csv"]
struct Data;

const TABLE: &str = "body_traits.csv";

/// What a body can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Trait {
    /// By the sea.
    Coast,
    /// With a land border to Norway.
    BorderNorway,
    /// With a land border to Finland.
    BorderFinland,
    /// With a seat or campus of a university or university college.
    University,
}

impl Trait {
    /// All with their names in the table.
    pub const ALL: [(Self, &'static str); 4] = [
        (Self::Coast, "coast"),
        (Self::BorderNorway, "border_no"),
        (Self::BorderFinland, "border_fi"),
        (Self::University, "university"),
    ];
}

/// The table cannot be used: the program was not built right.
#[derive(Debug, thiserror::Error)]
pub enum TraitError {
    /// It is not there, or is no table.
    #[error("the table {TABLE} cannot be read: {0}; put it right and build again")]
    Table(String),
    /// A row that cannot be read.
    #[error("line {0} of the table {TABLE}: {1}")]
    Row(u64, String),
}

/// What is known of all bodies.
#[derive(Debug, Default)]
pub struct Traits {
    has: FxHashSet<(BodyId, Trait)>,
    neighbours: FxHashSet<(BodyId, BodyId)>,
}

impl Traits {
    /// Whether a body is known to be so; what the table does not say is not known.
    #[must_use]
    pub fn has(&self, body: &BodyId, which: Trait) -> bool {
        self.has.contains(&(body.clone(), which))
    }

    /// Whether two municipalities share a boundary on land.
    #[must_use]
    pub fn are_neighbours(&self, one: &BodyId, other: &BodyId) -> bool {
        let (first, second) = if one < other {
            (one, other)
        } else {
            (other, one)
        };
        self.neighbours.contains(&(first.clone(), second.clone()))
    }
}

/// Reads the table.
///
/// # Errors
/// When it is damaged.
pub fn read_traits() -> Result<Traits, TraitError> {
    let file =
        Data::get(TABLE).ok_or_else(|| TraitError::Table("it is not in the program".to_owned()))?;
    let (rows, faults) =
        intake::read_table(TABLE, &file.data).map_err(|fault| TraitError::Table(fault.reason))?;
    if let Some(fault) = faults.first() {
        return Err(TraitError::Row(fault.line, fault.reason.clone()));
    }
    let mut traits = Traits::default();
    for row in &rows {
        let fault = |reason: String| TraitError::Row(row.line, reason);
        let read = |field| {
            row.values
                .need::<BodyId>(field)
                .map_err(|e| fault(e.to_string()))
        };
        let id = read("id")?;
        match row.values.text("trait").unwrap_or_default() {
            "neighbour" => {
                let other = read("note")?;
                let pair = if id < other { (id, other) } else { (other, id) };
                traits.neighbours.insert(pair);
            }
            name => {
                let known = Trait::ALL.iter().find(|(_, key)| *key == name);
                let (which, _) =
                    known.ok_or_else(|| fault(format!("there is no trait \"{name}\"")))?;
                traits.has.insert((id, *which));
            }
        }
    }
    Ok(traits)
}

// Built in and read once; a test reads it, so that a damaged one is not built.
static TRAITS: LazyLock<Traits> = LazyLock::new(|| read_traits().unwrap_or_default());

/// The table, ready.
#[must_use]
pub fn traits() -> &'static Traits {
    &TRAITS
}
