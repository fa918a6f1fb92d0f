//! To whom one turns when what a page says is wrong: its sources, the bodies themselves, and whoever runs the site.

use vanort_domain::sources::Source;
use vanort_domain::{BodyId, Seq};

use super::View;
use super::frame::{Link, encode};
use crate::urls::Page;

/// Sources that are named at most.
const MOST: usize = 4;

/// Where to object to what a page says.
pub(crate) struct Wrong {
    /// The bodies' own sources of what the page says: what stands there is repeated here.
    pub sources: Vec<Link>,
    /// The bodies' own sites.
    pub bodies: Vec<Link>,
    /// Whoever runs this site, where there is an address.
    pub contact: Option<Link>,
    /// The address by which the page is named.
    pub permanent: String,
}

impl Wrong {
    /// Of a page about some bodies that rests on some statements.
    pub fn of(
        view: &View<'_>,
        title: &str,
        bodies: &[&BodyId],
        said: impl Iterator<Item = Seq>,
        permanent: &str,
    ) -> Self {
        let register = view.register();
        let is_own = |source: &Source| {
            let publisher = source.publisher_body.as_ref();
            publisher.is_some_and(|publisher| bodies.contains(&publisher))
        };
        let mut sources: Vec<&Source> = said
            .filter_map(|seq| register.source(&register.statement(seq)?.source))
            .map(|source| &**source)
            .filter(|source| is_own(source))
            .collect();
        sources.sort_unstable_by_key(|source| &source.id);
        sources.dedup_by_key(|source| &source.id);
        let mail = |contact: &String| Link {
            href: format!(
                "mailto:{contact}?subject={}&body={}",
                encode(&format!("Vänort: {title}")),
                encode(permanent)
            ),
            text: contact.clone(),
            current: false,
        };
        Self {
            sources: sources
                .into_iter()
                .take(MOST)
                .map(|source| Link {
                    href: view.url(&Page::Source(source.id.to_string())),
                    text: super::explore::facets::source_label(view, source),
                    current: false,
                })
                .collect(),
            bodies: bodies.iter().filter_map(|id| site(view, id)).collect(),
            contact: view.settings.contact.as_ref().map(mail),
            permanent: permanent.to_owned(),
        }
    }
}

/// The site of a body.
fn site(view: &View<'_>, id: &BodyId) -> Option<Link> {
    let domain = view.register().body(id)?.web_domain.as_ref()?;
    Some(Link {
        href: format!("https://www.{domain}/"),
        text: format!("{} ({domain})", view.name(id)),
        current: false,
    })
}
