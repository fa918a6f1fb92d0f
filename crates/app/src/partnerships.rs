//! Finding and listing partnerships.

use std::sync::Arc;

use time::Date;
use vanort_domain::register::{Partnership, Register};
use vanort_domain::vocabulary::{Evidence, Freshness, Kind, Standing};
use vanort_domain::{BodyId, CountryCode, Edtf};

/// Which partnerships; every part that is `None` lets all pass.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Filter {
    /// With this body on either side, partnerships carried over to it included.
    pub body: Option<BodyId>,
    /// With a partner in this country.
    pub country: Option<CountryCode>,
    /// Of this kind.
    pub kind: Option<Kind>,
    /// On this evidence.
    pub evidence: Option<Evidence>,
    /// Standing so.
    pub standing: Option<Standing>,
    /// With a newest word so old.
    pub freshness: Option<Freshness>,
}

/// In which order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Order {
    /// By the two names, in Swedish order.
    #[default]
    Name,
    /// The newest word first; undated last.
    Newest,
    /// The oldest partnership first; those without a year last.
    Since,
}

impl Order {
    /// All orders with their keys in addresses.
    pub const ALL: [(Self, &'static str); 3] = [
        (Self::Name, "name"),
        (Self::Newest, "newest"),
        (Self::Since, "since"),
    ];
}

/// One page of a list.
#[derive(Debug, Clone)]
pub struct Page {
    /// The partnerships on it.
    pub items: Vec<Arc<Partnership>>,
    /// How many there are on all pages.
    pub total: usize,
    /// Its number, from 1; the last page when a later one was asked for.
    pub number: usize,
    /// How many pages there are, at least 1.
    pub pages: usize,
}

/// Partnerships on a page.
pub const PAGE_SIZE: usize = 50;

impl Filter {
    /// Whether a partnership passes.
    #[must_use]
    pub fn passes(&self, partnership: &Partnership, register: &Register, today: Date) -> bool {
        let pair = &partnership.pair;
        let in_country = |country| {
            register
                .body(&pair.second)
                .is_some_and(|body| body.country == Some(country))
                || (country != CountryCode::SWEDEN
                    && register
                        .body(&pair.first)
                        .is_some_and(|body| body.country == Some(country)))
        };
        self.body
            .as_ref()
            .is_none_or(|body| pair.across(body).is_some())
            && self
                .kind
                .is_none_or(|kind| partnership.kind.value() == Some(&kind))
            && self
                .evidence
                .is_none_or(|evidence| partnership.evidence == evidence)
            && self
                .standing
                .is_none_or(|standing| partnership.standing == standing)
            && self.country.is_none_or(in_country)
            && self
                .freshness
                .is_none_or(|freshness| partnership.freshness(today) == freshness)
    }

    /// All partnerships that pass, in an order.
    #[must_use]
    pub fn list(&self, register: &Register, order: Order, today: Date) -> Vec<Arc<Partnership>> {
        let mut found: Vec<Arc<Partnership>> = match &self.body {
            Some(body) => {
                let rest = Self {
                    body: None,
                    ..self.clone()
                };
                let mut of_body: Vec<Arc<Partnership>> = register
                    .partnerships_of(body)
                    .into_iter()
                    .map(|of_body| of_body.partnership)
                    .filter(|partnership| rest.passes(partnership, register, today))
                    .collect();
                of_body.sort_by_cached_key(|partnership| {
                    let name = |id| register.body(id).map(|body| body.sort_key());
                    (
                        name(&partnership.pair.second),
                        name(&partnership.pair.first),
                        partnership.pair.clone(),
                    )
                });
                of_body
            }
            None => register
                .partnerships()
                .filter(|p| self.passes(p, register, today))
                .cloned()
                .collect(),
        };
        let earliest = |date: Option<&Edtf>| date.and_then(Edtf::ordering_day);
        match order {
            Order::Name => {}
            Order::Newest => {
                found.sort_by_key(|p| std::cmp::Reverse(earliest(p.last_word.as_ref())))
            }
            Order::Since => found.sort_by_key(|p| {
                let since = earliest(p.since.value().map(|value| &value.0));
                (since.is_none(), since)
            }),
        }
        found
    }

    /// One page of those that pass.
    #[must_use]
    pub fn page(&self, register: &Register, order: Order, today: Date, number: usize) -> Page {
        let found = self.list(register, order, today);
        let pages = found.len().div_ceil(PAGE_SIZE).max(1);
        let number = number.clamp(1, pages);
        let items = found
            .iter()
            .skip((number - 1) * PAGE_SIZE)
            .take(PAGE_SIZE)
            .cloned()
            .collect();
        Page {
            items,
            total: found.len(),
            number,
            pages,
        }
    }
}
