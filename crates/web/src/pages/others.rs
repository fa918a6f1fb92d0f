//! Who else: which Swedish bodies of a result are most like one's own.
//!
//! One's own body is in the address (`like`), as an identifier or as a name in any spelling.

use std::sync::Arc;

use rustc_hash::FxHashSet;
use vanort_app::search;
use vanort_app::similar::Likeness;
use vanort_domain::BodyId;
use vanort_domain::register::Partnership;

use super::View;
use super::frame::{Link, encode, query_of};
use super::similar::{Line, told};
use crate::urls::Page;

/// The parameter that names one's own body.
pub(crate) const LIKE: &str = "like";
/// Others that are named.
const NAMED: usize = 8;

/// A form for one's own body, and what came of it.
pub(crate) struct Others {
    pub action: String,
    /// What the form leaves as it is.
    pub kept: Vec<(String, String)>,
    pub asked: String,
    /// Nothing of that name is known: names that may be meant, if any.
    pub unknown: Option<Vec<Link>>,
    /// One's own body, and those like it in the result.
    pub own: Option<(Link, Vec<Line>)>,
}

impl Others {
    /// Reads the address. `selection` asks the explorer for the result; `of` are its partnerships, which are looked at
    /// only when a body is named.
    pub fn of<'p>(
        view: &View<'_>,
        kept: Vec<(String, String)>,
        selection: &[(String, String)],
        of: impl Iterator<Item = &'p Arc<Partnership>>,
    ) -> Self {
        let here = view.url(&view.page);
        let mut others = Self {
            action: format!("{here}#others"),
            asked: String::new(),
            unknown: None,
            own: None,
            kept,
        };
        let Some(written) = view.param(LIKE) else {
            return others;
        };
        others.asked = written.chars().take(search::LONGEST).collect();
        match search::member(view.snapshot, &view.ctx.countries, written) {
            Ok(id) => {
                others.asked = view.name(&id);
                let own = Link {
                    href: view.body_url(&id),
                    text: view.name(&id),
                    current: false,
                };
                others.own = Some((own, lines(view, &id, selection, of)));
            }
            Err(near) => {
                let link = |id: BodyId| {
                    let mut query = others.kept.clone();
                    query.push((LIKE.to_owned(), id.to_string()));
                    Link {
                        href: format!("{here}{}#others", query_of(&query)),
                        text: view.name(&id),
                        current: false,
                    }
                };
                others.unknown = Some(near.into_iter().map(link).collect());
            }
        }
        others
    }
}

/// Those of a result that are like a body, the likest first; each leads to its part of the result.
fn lines<'p>(
    view: &View<'_>,
    own: &BodyId,
    selection: &[(String, String)],
    of: impl Iterator<Item = &'p Arc<Partnership>>,
) -> Vec<Line> {
    let there: FxHashSet<&BodyId> = of.flat_map(|p| [&p.pair.first, &p.pair.second]).collect();
    let line = |of: &Likeness| {
        let mut query = selection.to_vec();
        query.retain(|(name, _)| name != "body");
        query.push(("body".to_owned(), of.body.to_string()));
        Line {
            name: view.name(&of.body),
            href: format!("{}{}", view.url(&Page::Partnerships), query_of(&query)),
            words: told(view, of),
        }
    };
    let like = view.snapshot.kinds().like(own);
    let there = like.iter().filter(|of| there.contains(&of.body));
    there.take(NAMED).map(line).collect()
}

/// The address of a result that names a body as one's own.
pub(crate) fn with_own(href: &str, own: &BodyId) -> String {
    format!("{href}&{LIKE}={}#others", encode(own.as_str()))
}
