//! The sides of an import's rows: which bodies their words mean.

use vanort_domain::BodyId;
use vanort_names::{Outcome, Ranked, Reason, Resolution};

use super::Refusal;
use super::prepare::Planning;
use crate::imports::findings::{FindingKind, finding};
use crate::imports::{Claim, Named, own};
use crate::intake::{self, Resolved, Resolver};

/// A side of a row, and what the atlas said of its name.
pub(super) struct Side {
    pub(super) id: BodyId,
    pub(super) resolution: Option<Resolution>,
}

impl Planning<'_> {
    /// Whether nothing but its item is known of a side: neither a name in what came, nor a body or place of that item.
    pub(super) fn is_nameless(&self, side: &Side, named: &Named) -> bool {
        named.wikidata.as_ref() == Some(&named.name)
            && side.id.as_str().starts_with("wd-")
            && self.register.body_on_record(&side.id).is_none()
            && self.atlas.gazetteer.by_id(side.id.as_str()).is_none()
    }

    /// Whose partner a row tells of. In a table that is a Swedish body, unless the row says where else it lies or the whole
    /// world is asked for; of what is none no note is taken, so that it is not found in Sweden when another row names it as
    /// a partner.
    pub(super) fn subject(&mut self, claim: &Claim) -> Option<Side> {
        let named = &claim.subject;
        if self.lies_anywhere(named) {
            return Some(self.resolve(named, None));
        }
        let item = named.wikidata.as_deref();
        let called =
            || own::readings(&named.name).find_map(|name| self.resolver.swedish(&name, item));
        // A code that stands in the same cell only tells where the name does not.
        let before =
            || own::code_before(&named.name).and_then(|code| swedish_code(code, &self.resolver));
        let id = self.coded(named).or_else(called).or_else(before)?;
        Some(Side {
            id,
            resolution: None,
        })
    }

    /// Whether whose partner a row tells of may lie anywhere.
    pub(super) fn lies_anywhere(&self, named: &Named) -> bool {
        let either_side = self.arrival.format != "table" || self.arrival.everywhere;
        either_side || named.country.is_some()
    }

    /// The partner in the words as they are, where it is unclear which bodies they name: that is told, and a person says.
    pub(super) fn as_written(&mut self, claim: &Claim, known: Vec<Ranked>) -> Side {
        let named = &claim.partner;
        let Resolved {
            id,
            made,
            resolution,
        } = self.resolver.as_written(
            &intake::Named {
                written: &named.name,
                country_written: named.country.as_deref(),
                ..intake::Named::default()
            },
            known,
        );
        if !self.is_decided(&id) {
            self.plan
                .findings
                .push(finding(FindingKind::SeveralInCell, claim, None));
        }
        if let Some(made) = made {
            self.made.insert(id.clone(), made);
        }
        Side { id, resolution }
    }

    /// The Swedish body of a code: of the one that the editor says is meant, else of the row's.
    fn coded(&self, named: &Named) -> Option<BodyId> {
        let codes = [&named.meant, &named.code].into_iter().flatten();
        let mut coded = codes.filter_map(|code| swedish_code(code, &self.resolver));
        coded.next()
    }

    pub(super) fn resolve(&mut self, named: &Named, partner_of: Option<&BodyId>) -> Side {
        if let Some(id) = self.coded(named) {
            return Side {
                id,
                resolution: None,
            };
        }
        let asked = intake::Named {
            written: &named.name,
            country_written: named.country.as_deref(),
            wikidata: named.wikidata.as_deref(),
            partner_of,
            ..intake::Named::default()
        };
        let mut resolved = self.resolver.resolve(&asked);
        self.note_made(&mut resolved);
        if let Some(candidates) = self.by_code_alone(named, &resolved) {
            resolved = self.resolver.as_written(&asked, candidates);
            self.note_made(&mut resolved);
        }
        let Resolved { id, resolution, .. } = resolved;
        Side { id, resolution }
    }

    fn note_made(&mut self, resolved: &mut Resolved) {
        if let Some(made) = resolved.made.take() {
            self.made.insert(resolved.id.clone(), made);
        }
    }

    /// The places that words of a table as short as a code may mean, where the likeliest is not called so but by a code or a
    /// short form: of "nej" nobody should read Nieuil.
    fn by_code_alone(&self, named: &Named, resolved: &Resolved) -> Option<Vec<Ranked>> {
        let is_by_name = self.arrival.format == "table" && named.wikidata.is_none();
        let resolution = resolved.resolution.as_ref()?;
        let best = resolution.candidates.first()?;
        let is_found = matches!(resolution.outcome, Outcome::Match | Outcome::Within);
        let is_called_so = best.reasons.contains(&Reason::SameName);
        (is_by_name && is_found && is_short(&named.name) && !is_called_so)
            .then(|| resolution.candidates.clone())
    }

    /// That whose partner a row tells of is none of Sweden's bodies, and which it may have meant.
    pub(super) fn not_swedish(&self, claim: &Claim) -> Refusal {
        Refusal::NotSwedish {
            likely: own::likely(self.atlas, &claim.subject.name),
        }
    }
}

/// Whether words are as short as a code: of one or two letters, or of three small ones.
fn is_short(name: &str) -> bool {
    let name = name.trim();
    match name.chars().count() {
        0..=2 => true,
        3 => name.chars().all(char::is_lowercase),
        _ => false,
    }
}

/// The Swedish body of an SCB code: two digits for a region, four for a municipality, also without leading zeros.
pub(super) fn swedish_code(code: &str, resolver: &Resolver<'_>) -> Option<BodyId> {
    let digits = code.trim();
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    [format!("se-{digits}"), format!("se-0{digits}")]
        .iter()
        .filter_map(|id| id.parse().ok())
        .find(|id| resolver.knows(id))
}
