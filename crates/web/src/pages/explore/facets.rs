//! The facets as a form, the chosen values as chips, and the words for both.

use std::collections::BTreeMap;

use vanort_app::explore::{Count, Explorer, Facet, SIZES, STATED, Selection, UNKNOWN, VAGUE};
use vanort_domain::CountryCode;
use vanort_domain::sources::Source;
use vanort_domain::vocabulary::{
    Activity, Agreement, Evidence, Freshness, Kind, Standing, Theme, Vocabulary,
};

use super::super::View;
use super::super::frame::{Link, query_of};
use super::super::others::LIKE;
use super::read::Asked;
use crate::urls::Page;

/// A facet with its values.
pub(super) struct Shown {
    pub name: &'static str,
    pub label: String,
    /// Those that are seen at once, and the rest.
    pub values: Vec<Value>,
    pub more: Vec<Value>,
    pub more_count: String,
    /// That there are values which are not offered; empty where all are.
    pub rest: String,
    /// Where all are found, offered or not.
    pub rest_link: Option<Link>,
    pub chosen: usize,
    pub open: bool,
}

/// A value.
pub(super) struct Value {
    pub value: String,
    pub text: String,
    pub count: String,
    pub chosen: bool,
}

/// Values that are seen at once.
const FIRST: usize = 8;
/// Values of one facet at most; more would be no choice but a list to read. The Swedish bodies have room.
const MOST: usize = 320;
/// The same of sources, most of which tell of one partnership or two.
const MOST_SOURCES: usize = 40;
/// Facets that are open unless something else is chosen.
const OPEN: [Facet; 3] = [Facet::Country, Facet::Kind, Facet::Standing];

/// The values of the facet of unions, in the order in which they are offered.
const UNIONS: [&str; 4] = ["eu", "eea", "outside", "aid"];

/// The facets of a result.
pub(super) fn shown(
    view: &View<'_>,
    explorer: &Explorer,
    counts: Vec<(Facet, Vec<Count>)>,
) -> Vec<Shown> {
    counts
        .into_iter()
        .filter(|(_, counts)| {
            // A facet in which nothing is known tells nobody anything.
            counts
                .iter()
                .any(|count| count.value != UNKNOWN || count.chosen)
        })
        .map(|(facet, mut counts)| {
            let chosen = counts.iter().filter(|count| count.chosen).count();
            in_order(view, facet, &mut counts);
            let most = match facet {
                Facet::Source => MOST_SOURCES,
                _ => MOST,
            };
            let left = counts.len().saturating_sub(most);
            let mut values: Vec<Value> = counts
                .into_iter()
                .take(most)
                .map(|count| Value {
                    text: label(view, explorer, facet, &count.value),
                    count: view
                        .t
                        .number(&usize::try_from(count.count).unwrap_or(usize::MAX)),
                    chosen: count.chosen,
                    value: count.value.to_string(),
                })
                .collect();
            let first = if values.len() > FIRST + 2 {
                FIRST
            } else {
                values.len()
            };
            let more = values.split_off(first);
            Shown {
                name: facet.key(),
                label: view.t.of_list("facet", facet.key()),
                more_count: view.t.number(&more.len()),
                rest: match left {
                    0 => String::new(),
                    left => view.t.n("facet-rest", &left),
                },
                rest_link: (left > 0 && facet == Facet::Source).then(|| Link {
                    href: view.url(&Page::Sources),
                    text: view.t.m("facet-all-sources"),
                    current: false,
                }),
                more,
                values,
                chosen,
                open: chosen > 0 || OPEN.contains(&facet),
            }
        })
        .collect()
}

/// The chosen first, so that they are seen; sizes and decades in their own order, themes in that of the alphabet, for they
/// are few and looked up by name; the unknown last.
fn in_order(view: &View<'_>, facet: Facet, counts: &mut [Count]) {
    let theme = |value: &str| value.parse::<Theme>().ok().map(|theme| view.t.word(&theme));
    let number = |count: &Count| count.value.parse::<u32>().unwrap_or(u32::MAX);
    match facet {
        Facet::Size | Facet::Since => counts.sort_by_key(number),
        // The newest first, the unknown last.
        Facet::Began | Facet::Until => counts.sort_by_key(|count| {
            let year = count.value.parse::<u32>().ok();
            (
                count.value == UNKNOWN,
                year.is_none(),
                std::cmp::Reverse(year),
            )
        }),
        Facet::Theme => counts.sort_by_cached_key(|count| {
            let name = theme(&count.value).map(|name| view.sort_key(&name));
            (!count.chosen, count.value == UNKNOWN, name)
        }),
        // The union that most ask for, then those that are wider, what is outside, and the unknown.
        Facet::Union => counts.sort_by_key(|count| {
            let place = UNIONS.iter().position(|union| *union == count.value);
            (count.value == UNKNOWN, place)
        }),
        _ => counts.sort_by_key(|count| (!count.chosen, count.value == UNKNOWN)),
    }
}

/// A value in words.
pub(crate) fn label(view: &View<'_>, explorer: &Explorer, facet: Facet, value: &str) -> String {
    fn word<T: Vocabulary + std::str::FromStr>(view: &View<'_>, value: &str) -> Option<String> {
        value.parse::<T>().ok().map(|word| view.t.word(&word))
    }
    let t = &view.t;
    if value == UNKNOWN {
        return match facet {
            Facet::Country => t.m("country-unknown"),
            stated if stated.is_stated() => t.m("not-stated"),
            Facet::Continent | Facet::Union | Facet::Size => t.m("unknown"),
            _ => t.m("facet-none"),
        };
    }
    if value == STATED && facet.is_stated() {
        return t.m("facet-stated");
    }
    let known = match facet {
        Facet::Body => value.parse().ok().map(|id| view.name(&id)),
        Facet::County => explorer
            .name(facet, value)
            .map(|name| view.county(value, name)),
        Facet::SkrGroup => explorer
            .name(facet, value)
            .map(|name| format!("{} ({value})", view.group_name(value, name))),
        Facet::Size => Some(size(view, value)),
        Facet::Country => value
            .parse::<CountryCode>()
            .ok()
            .map(|code| view.country(code)),
        Facet::Continent => Some(t.m(&format!("continent-{}", value.to_lowercase()))),
        Facet::Union => Some(t.m(&format!("union-{value}"))),
        Facet::Kind => word::<Kind>(view, value),
        Facet::Agreement => word::<Agreement>(view, value),
        Facet::Activity => word::<Activity>(view, value),
        Facet::Standing => word::<Standing>(view, value),
        Facet::Evidence => word::<Evidence>(view, value),
        Facet::Freshness => word::<Freshness>(view, value),
        Facet::Dated => Some(t.m("facet-is-dated")),
        Facet::Theme => word::<Theme>(view, value),
        Facet::Since => Some(t.w("date-decade", value)),
        Facet::Began | Facet::Until if value == VAGUE => Some(t.m("facet-vague")),
        Facet::Began | Facet::Until => Some(value.to_owned()),
        Facet::Group => value
            .parse()
            .ok()
            .and_then(|id| Some(view.register().group(&id)?.name.clone())),
        Facet::Source => value
            .parse()
            .ok()
            .and_then(|id| Some(source_label(view, view.register().source(&id)?))),
    };
    known.unwrap_or_else(|| value.to_owned())
}

/// Signs of an address that tell it from others.
const ADDRESS: usize = 60;

/// A source by its publisher and title, and by what tells it from others of the same: its date, else its address.
pub(in crate::pages) fn source_label(view: &View<'_>, source: &Source) -> String {
    let publisher = view.publisher(source);
    let name = match &source.title {
        Some(title) if title.starts_with(&source.publisher) => title.clone(),
        Some(title) => format!("{publisher}: {title}"),
        None => publisher,
    };
    let address = source.url.as_deref().map(short_address);
    let told = source.date.as_ref().map(|date| view.t.date(date));
    match told.or(address) {
        Some(told) => format!("{name} ({told})"),
        None => name,
    }
}

/// As much of an address as tells it from others: whose it is, and the end of the way to the page.
pub(in crate::pages) fn short_address(url: &str) -> String {
    let bare = url.split_once("://").map_or(url, |(_, rest)| rest);
    // What portals keep of a visit tells nothing.
    let bare = bare.split_once("/!ut/").map_or(bare, |(page, _)| page);
    let bare = bare.trim_start_matches("www.").trim_end_matches('/');
    let signs = |text: &str| text.chars().count();
    let Some((host, way)) = bare.split_once('/') else {
        return bare.to_owned();
    };
    if signs(bare) <= ADDRESS {
        return bare.to_owned();
    }
    let room = ADDRESS.saturating_sub(signs(host));
    let mut ends = way.match_indices('/').map(|(at, _)| &way[at + 1..]);
    match ends.clone().find(|end| signs(end) <= room) {
        Some(end) => format!("{host}/…/{end}"),
        None => {
            let last = ends.next_back().unwrap_or(way);
            let between = if last == way { "" } else { "…/" };
            let start: String = last.chars().take(room).collect();
            format!("{host}/{between}{start}…")
        }
    }
}

fn size(view: &View<'_>, value: &str) -> String {
    let t = &view.t;
    let place = SIZES
        .iter()
        .position(|(key, _)| *key == value)
        .unwrap_or_default();
    let number = |place: usize| {
        SIZES
            .get(place)
            .map(|(_, from)| t.number(&(*from as usize)))
    };
    match (number(place), number(place + 1)) {
        (Some(_), Some(to)) if place == 0 => t.w("size-under", to),
        (Some(from), Some(to)) => format!("{from}–{to}"),
        (Some(from), None) => t.w("size-from", from),
        (None, _) => value.to_owned(),
    }
}

/// Each chosen value with the address of the result without it.
pub(super) fn chips(view: &View<'_>, explorer: &Explorer, asked: &Asked) -> Vec<Link> {
    let t = &view.t;
    let here = view.url(&view.page);
    let mut chips: Vec<Link> = asked
        .selection
        .values
        .iter()
        .flat_map(|(facet, values)| values.iter().map(move |value| (*facet, value)))
        .map(|(facet, value)| {
            let mut rest = asked.selection.clone();
            if let Some(values) = rest.values.get_mut(&facet) {
                values.retain(|other| other != value);
            }
            let name = t.of_list("facet", facet.key());
            Link {
                href: format!("{here}{}", query_of(&query(view, asked, &rest))),
                text: format!("{name}: {}", label(view, explorer, facet, value)),
                current: false,
            }
        })
        .collect();
    if !asked.selection.words.is_empty() {
        let rest = Selection {
            words: String::new(),
            ..asked.selection.clone()
        };
        chips.push(Link {
            href: format!("{here}{}", query_of(&query(view, asked, &rest))),
            text: t.w("facet-words-are", &asked.selection.words),
            current: false,
        });
    }
    chips
}

/// The parameters of a selection, always in the same order, with the order and columns that are asked for.
pub(super) fn query(
    view: &View<'_>,
    asked: &Asked,
    selection: &Selection,
) -> Vec<(String, String)> {
    let mut pairs: Vec<(String, String)> = Vec::new();
    if !selection.words.is_empty() {
        pairs.push(("q".to_owned(), selection.words.clone()));
    }
    let values: &BTreeMap<_, _> = &selection.values;
    for (facet, values) in values.iter().filter(|(_, values)| !values.is_empty()) {
        // A comma parts values, and no value has one.
        pairs.push((facet.key().to_owned(), values.join(",")));
    }
    for name in ["sort", "columns", "view", LIKE, "as_of", "known"] {
        let is_understood = !asked
            .ignored
            .iter()
            .any(|part| part.starts_with(&format!("{name}=")));
        if let Some(value) = view.param(name).filter(|_| is_understood) {
            pairs.push((name.to_owned(), value.to_owned()));
        }
    }
    pairs
}

/// The selection in a sentence: what a reference and a file say of it.
pub(super) fn in_words(view: &View<'_>, explorer: &Explorer, asked: &Asked) -> String {
    let chips = chips(view, explorer, asked);
    let words: Vec<String> = chips.into_iter().map(|chip| chip.text).collect();
    if words.is_empty() {
        view.t.m("explore-everything")
    } else {
        words.join("; ")
    }
}

#[cfg(test)]
mod tests {
    use super::{ADDRESS, short_address};

    #[test]
    fn an_address_keeps_whose_it_is_and_the_end_of_the_way() {
        let long = "vanorter".repeat(9);
        let table = [
            ("https://www.umea.se/vanorter/", "umea.se/vanorter"),
            ("https://skr.se", "skr.se"),
            (
                "https://goteborg.se/wps/portal/start/kommun-och-politik/internationellt-arbete/international-relations/!ut/p/z0/04_Sj9CP/",
                "goteborg.se/…/internationellt-arbete/international-relations",
            ),
            (
                "https://luleå.se/kommun--politik/nyheter/nyhetsarkiv/2018-05-30-okat.html",
                "luleå.se/…/nyheter/nyhetsarkiv/2018-05-30-okat.html",
            ),
            (
                &format!("https://lund.se/a/{long}"),
                &format!("lund.se/…/{}…", &long[..ADDRESS - 7]),
            ),
            (
                &format!("https://lund.se/{long}"),
                &format!("lund.se/{}…", &long[..ADDRESS - 7]),
            ),
        ];
        for (address, short) in table {
            assert_eq!(short_address(address), short, "{address}");
        }
    }
}
