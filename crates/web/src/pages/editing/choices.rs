//! Another body than those proposed for a case: what may be meant while an editor writes, and what is left to choose from when
//! she has written what means none for sure.

use serde_json::json;
use vanort_app::Atlas;
use vanort_app::review::{self, Choice};
use vanort_app::search::Why;
use vanort_domain::BodyId;

use super::super::{Answer, View, errors, search};
use super::review::what;

/// A body that may be chosen.
pub(super) struct Chosen {
    pub(super) id: String,
    pub(super) name: String,
    /// What tells it from its namesakes, and why it is told.
    pub(super) what: String,
    /// Where it is; empty where the register does not have it.
    pub(super) href: String,
}

/// The bodies that a case may be and that are called somewhat as it is written.
pub(super) fn choices(view: &View<'_>, atlas: &Atlas, case: &BodyId, written: &str) -> Vec<Chosen> {
    let countries = &view.ctx.countries;
    let found = review::choices(view.snapshot, countries, atlas, case, written);
    found
        .iter()
        .map(|choice| chosen(view, atlas, choice))
        .collect()
}

fn chosen(view: &View<'_>, atlas: &Atlas, choice: &Choice) -> Chosen {
    let body = &choice.candidate.body;
    let name = view.name_of(body).to_owned();
    let why = match &choice.why {
        // The name in the page's own language is the one that is shown.
        Why::OtherName(other) if *other == name => String::new(),
        why => search::why(view, why),
    };
    let partners = &choice.candidate.partner_of;
    let partner_of = match &partners[..] {
        [] => String::new(),
        ids => {
            let names: Vec<String> = ids.iter().map(|id| view.name(id)).collect();
            view.t.w("review-partner-of", names.join(", "))
        }
    };
    let what = [what(view, atlas, &body.id, body.country), why, partner_of];
    let what: Vec<String> = what.into_iter().filter(|part| !part.is_empty()).collect();
    let is_known = view.register().body(&body.id).is_some();
    Chosen {
        id: body.id.to_string(),
        what: what.join(" · "),
        href: if is_known {
            view.body_url(&body.id)
        } else {
            String::new()
        },
        name,
    }
}

/// Suggestions for the box, in the shape of those of the search box. What is chosen is put into the box, with the identifier by
/// which it is known.
pub(super) fn suggested(view: &View<'_>) -> Answer {
    let Some(Ok(atlas)) = view.ctx.desk.as_ref().map(|desk| desk.atlas()) else {
        return errors::no_desk(view);
    };
    let case = view.param("case").and_then(|id| id.parse().ok());
    let written = view.param("q").unwrap_or_default();
    let found = case.map(|case| choices(view, &atlas, &case, written));
    let found = found.unwrap_or_default();
    let status = match found.len() {
        0 => view.t.m("search-no-count"),
        count => view.t.n("search-count", &count),
    };
    let suggestions: Vec<_> = found
        .into_iter()
        .map(|Chosen { id, name, what, .. }| {
            let fills = format!("{name} ({id})");
            json!({ "id": id, "name": name, "what": what, "fills": fills })
        })
        .collect();
    Answer::json(&json!({ "suggestions": suggestions, "status": status })).private()
}
