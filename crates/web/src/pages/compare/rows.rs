//! The rows of a comparison: every number is that of the list it leads to.

use std::collections::BTreeMap;
use std::sync::Arc;

use vanort_app::explore::{Count, Explorer, Facet, Selection, UNKNOWN};
use vanort_domain::BodyId;
use vanort_domain::bodies::Body;
use vanort_domain::register::Partnership;

use super::super::View;
use super::super::explore::facets::label;
use crate::urls::Page;

/// A part of a cell; the address is empty where there is nothing to go to.
pub(crate) struct Part {
    pub text: String,
    pub href: String,
}

/// What stands under a body.
pub(crate) struct Cell {
    /// The body's name, for narrow screens.
    pub head: String,
    pub parts: Vec<Part>,
}

impl Cell {
    /// The cell as one text.
    pub fn text(&self) -> String {
        let parts: Vec<&str> = self.parts.iter().map(|part| part.text.as_str()).collect();
        parts.join("; ")
    }
}

/// A row.
pub(crate) struct Row {
    pub key: &'static str,
    pub label: String,
    pub cells: Vec<Cell>,
}

/// A body with what is counted of it.
struct One {
    body: Arc<Body>,
    found: Vec<Arc<Partnership>>,
    counts: Vec<(Facet, Vec<Count>)>,
}

impl One {
    fn of(&self, facet: Facet) -> &[Count] {
        let found = self.counts.iter().find(|(of, _)| *of == facet);
        found.map_or(&[], |(_, counts)| counts)
    }

    fn has(&self, facet: Facet, value: &str) -> bool {
        self.of(facet).iter().any(|count| count.value == value)
    }
}

/// The bodies that stand side by side.
pub(crate) struct Compared<'v> {
    view: &'v View<'v>,
    explorer: Arc<Explorer>,
    all: Vec<One>,
}

impl<'v> Compared<'v> {
    /// Counts what there is of each body.
    pub fn of(view: &'v View<'v>, bodies: &[Arc<Body>]) -> Self {
        let explorer = view.snapshot.explorer(&view.ctx.countries, view.today);
        let all = bodies
            .iter()
            .map(|body| {
                let selection = Selection::default().with(Facet::Body, body.id.as_str());
                let found = explorer.find(view.register(), &selection);
                One {
                    body: body.clone(),
                    found: found.iter().map(|row| explorer.row(row).clone()).collect(),
                    counts: explorer.counts(view.register(), &selection),
                }
            })
            .collect();
        Self {
            view,
            explorer,
            all,
        }
    }

    /// The rows in their order.
    pub fn rows(&self) -> Vec<Row> {
        let t = &self.view.t;
        let facet = |facet: Facet| {
            let label = t.m(&format!("facet-{}", facet.key().replace('_', "-")));
            self.row(facet.key(), label, |one| self.values(one, facet))
        };
        let named =
            |key, id: &str, parts: &dyn Fn(&One) -> Vec<Part>| self.row(key, t.m(id), parts);
        vec![
            named("population", "compare-population", &|one| {
                self.population(one)
            }),
            named("skr_group", "compare-group", &|one| {
                let name = one.body.skr_group_name.as_deref().unwrap_or_default();
                let group = one.body.skr_group.as_ref();
                plain(group.map(|code| format!("{code} {}", self.view.group_name(code, name))))
            }),
            named("county", "compare-county", &|one| {
                plain(self.view.county_of(&one.body))
            }),
            named("partnerships", "compare-all", &|one| {
                vec![self.part(one, t.number(&one.found.len()), None)]
            }),
            facet(Facet::Standing),
            facet(Facet::Agreement),
            facet(Facet::Kind),
            named("countries", "compare-country-count", &|one| {
                let known = one.of(Facet::Country).iter();
                let number = known.filter(|count| count.value != UNKNOWN).count();
                vec![self.part(one, t.number(&number), Some(("sort", "country")))]
            }),
            named("partner_country", "compare-country", &|one| {
                self.countries(one)
            }),
            named("only", "compare-only", &|one| self.only(one)),
            named("shared", "compare-shared", &|one| self.shared(one)),
            facet(Facet::Continent),
            facet(Facet::Theme),
            named("first", "compare-first", &|one| self.first(one)),
            facet(Facet::Evidence),
            facet(Facet::Freshness),
        ]
    }

    fn row(&self, key: &'static str, label: String, parts: impl Fn(&One) -> Vec<Part>) -> Row {
        let cells = self.all.iter().map(|one| {
            let mut parts = parts(one);
            if parts.is_empty() {
                let none = ["only", "shared", "partner_country"].contains(&key);
                let id = if none {
                    "compare-none"
                } else {
                    "compare-unstated"
                };
                parts = plain(Some(self.view.t.m(id)));
            }
            Cell {
                head: self.view.name(&one.body.id),
                parts,
            }
        });
        Row {
            key,
            label,
            cells: cells.collect(),
        }
    }

    /// A text that leads to the list of a body, narrowed by a value.
    fn part(&self, one: &One, text: String, value: Option<(&str, &str)>) -> Part {
        let list = self.view.url(&Page::Partnerships);
        let more = value.map_or_else(String::new, |(name, value)| format!("&{name}={value}"));
        Part {
            text,
            href: format!("{list}?body={}{more}", one.body.id),
        }
    }

    fn population(&self, one: &One) -> Vec<Part> {
        let t = &self.view.t;
        plain(one.body.population.map(|number| {
            let number = t.number(&(number as usize));
            let date = one.body.population_date.as_ref();
            date.map_or_else(
                || number.clone(),
                |date| format!("{number} ({})", t.date(date)),
            )
        }))
    }

    fn values(&self, one: &One, facet: Facet) -> Vec<Part> {
        let of = one.of(facet).iter();
        of.map(|count| {
            let name = if facet == Facet::Continent && count.value == UNKNOWN {
                self.view.t.m("compare-unstated")
            } else {
                label(self.view, &self.explorer, facet, &count.value)
            };
            let number = usize::try_from(count.count).unwrap_or_default();
            let mut text = format!("{name}: {}", self.view.t.number(&number));
            // How much of it is confirmed, fresh or in force can be held beside others only as a share.
            if matches!(facet, Facet::Standing | Facet::Evidence | Facet::Freshness) {
                let share = (number * 100 + one.found.len() / 2) / one.found.len().max(1);
                text = self.view.t.args(
                    "compare-share",
                    &[("what", &text), ("share", &share.to_string())],
                );
            }
            self.part(one, text, Some((facet.key(), &count.value)))
        })
        .collect()
    }

    /// Countries by name, those that all have marked in words.
    fn countries(&self, one: &One) -> Vec<Part> {
        let mark = self.view.t.m("compare-shared-mark");
        self.some_countries(one, |value| {
            let is_shared =
                self.all.len() > 1 && self.all.iter().all(|of| of.has(Facet::Country, value));
            Some(if is_shared && value != UNKNOWN {
                format!(" ({mark})")
            } else {
                String::new()
            })
        })
    }

    /// Countries that no other body compared has.
    fn only(&self, one: &One) -> Vec<Part> {
        self.some_countries(one, |value| {
            let mut others = self.all.iter().filter(|of| of.body.id != one.body.id);
            let is_own = value != UNKNOWN && !others.any(|of| of.has(Facet::Country, value));
            is_own.then(String::new)
        })
    }

    fn some_countries(&self, one: &One, after: impl Fn(&str) -> Option<String>) -> Vec<Part> {
        let mut named: Vec<(String, Part)> = one
            .of(Facet::Country)
            .iter()
            .filter_map(|count| {
                let name = label(self.view, &self.explorer, Facet::Country, &count.value);
                let text = format!("{name}{}", after(&count.value)?);
                let part = self.part(one, text, Some((Facet::Country.key(), &count.value)));
                Some((name, part))
            })
            .collect();
        named.sort_by_cached_key(|(name, _)| self.view.sort_key(name));
        named.into_iter().map(|(_, part)| part).collect()
    }

    /// Partners that another body compared has too, with whom.
    fn shared(&self, one: &One) -> Vec<Part> {
        let mut with: BTreeMap<BodyId, Vec<String>> = BTreeMap::new();
        for partner in self.partners(one) {
            let others = self.all.iter().filter(|of| of.body.id != one.body.id);
            let names: Vec<String> = others
                .filter(|of| self.partners(of).contains(&partner))
                .map(|of| self.view.name(&of.body.id))
                .collect();
            if !names.is_empty() {
                with.insert(partner, names);
            }
        }
        with.into_iter()
            .map(|(partner, names)| Part {
                text: format!("{} ({})", self.view.name(&partner), names.join(", ")),
                href: self.view.body_url(&partner),
            })
            .collect()
    }

    fn partners(&self, one: &One) -> Vec<BodyId> {
        let all = self.view.register().partnerships_of(&one.body.id);
        all.into_iter().map(|of| of.partner).collect()
    }

    fn first(&self, one: &One) -> Vec<Part> {
        let dated = one.found.iter().filter_map(|p| {
            let since = p.since.value()?;
            Some((since.0.ordering_day()?, since, p))
        });
        let first = dated.min_by_key(|(day, ..)| *day);
        let parts = first.map(|(_, since, p)| Part {
            text: self.view.t.date(&since.0),
            href: self.view.pair_url(&p.pair),
        });
        parts.into_iter().collect()
    }
}

fn plain(text: Option<String>) -> Vec<Part> {
    let href = String::new();
    text.map(|text| Part { text, href }).into_iter().collect()
}
