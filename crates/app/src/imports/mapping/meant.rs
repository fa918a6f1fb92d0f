//! Which Swedish body is meant by words that name none: what the editor says of them.

use rustc_hash::FxHashMap;
use vanort_names::{Atlas, fold};

use super::Mapping;
use crate::imports::own::swedish_body;
use crate::imports::personal::holds_personal;
use crate::imports::{Claim, Fate, Plan, Refusal};

/// Words for whose partner rows tell of, that no Swedish body is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    /// The words as the first row has them.
    pub written: String,
    /// By which they are known, however they are written ([`Mapping::set_meant`]).
    pub key: String,
    /// How many rows have them.
    pub rows: usize,
    /// The name of the body that may be meant, where one is written nearly so.
    pub likely: Option<String>,
    /// What the editor says is meant.
    pub meant: Option<String>,
    /// Whether rows with them are refused still.
    pub is_refused: bool,
}

impl Mapping {
    /// Says which Swedish body words mean; of an empty name that they mean none. The log keeps it, so that words which tell of
    /// a person are not taken note of.
    pub fn set_meant(&mut self, words: &str, body: &str) {
        let (key, body) = (fold(words), body.trim());
        if body.is_empty() || key.is_empty() || [words, body].into_iter().any(holds_personal) {
            self.meant.remove(&key);
        } else {
            self.meant.insert(key, body.to_owned());
        }
    }

    /// Tells the claims whose words for the Swedish side are said to mean a body which that is.
    pub(super) fn tell_meant(&self, claims: &mut [Claim], atlas: &Atlas) {
        let codes = self.meant.iter().filter_map(|(key, body)| {
            let id = swedish_body(atlas, body)?;
            Some((key.as_str(), id.as_str().strip_prefix("se-")?.to_owned()))
        });
        let codes: FxHashMap<&str, String> = codes.collect();
        if codes.is_empty() {
            return;
        }
        for claim in claims {
            let subject = &mut claim.subject;
            if let (None, Some(code)) = (&subject.country, codes.get(&*fold(&subject.name))) {
                subject.meant = Some(code.clone());
            }
        }
    }

    /// The words of a plan for whose partner rows tell of that no Swedish body is called, and those of which the editor says
    /// what they mean, in the order of the rows. What tells of a person is not among them.
    #[must_use]
    pub fn unknown(&self, plan: &Plan) -> Vec<Unknown> {
        let mut all: Vec<Unknown> = Vec::new();
        let mut at: FxHashMap<String, usize> = FxHashMap::default();
        for row in &plan.rows {
            let refused = match &row.fate {
                Fate::Refused(Refusal::NotSwedish { likely }) => Some(likely),
                _ => None,
            };
            if refused.is_none() && self.meant.is_empty() {
                continue;
            }
            let key = fold(&row.subject_written);
            let meant = self.meant.get(&key);
            if key.is_empty() || refused.is_none() && meant.is_none() {
                continue;
            }
            let place = at.get(&key).copied().unwrap_or_else(|| {
                all.push(Unknown {
                    written: row.subject_written.clone(),
                    key: key.clone(),
                    rows: 0,
                    likely: None,
                    meant: meant.cloned(),
                    is_refused: false,
                });
                at.insert(key, all.len() - 1);
                all.len() - 1
            });
            let unknown = &mut all[place];
            unknown.rows += 1;
            unknown.is_refused |= refused.is_some();
            if let Some(Some(likely)) = refused {
                unknown.likely = Some(likely.to_string());
            }
        }
        all.retain(|unknown| !holds_personal(&unknown.written));
        all
    }
}
