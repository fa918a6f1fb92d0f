//! A question in words ("vänorter i Finland") as a link to the partnerships it asks for.

use std::sync::LazyLock;

use vanort_app::explore::{self, Facet, UNKNOWN};
use vanort_app::search::{AREAS, Area, Meaning, Phrasebook, Selection};
use vanort_domain::vocabulary::{Kind, Standing, Theme, Vocabulary};
use vanort_domain::{CountryCode, PairKey};

use super::super::frame::{Link, query_of};
use super::super::time::AS_OF;
use super::super::{COUNTIES, View};
use crate::messages::{Language, Words};
use crate::urls::Page;

/// The words of all languages: whoever asks may mix them.
static PHRASEBOOK: LazyLock<Phrasebook> = LazyLock::new(|| {
    let mut book = Phrasebook::default();
    for language in Language::ALL {
        let t = Words { language };
        for code in COUNTIES {
            book.add_county(&t.m(&format!("county-{code}")), code);
        }
        let mut add = |list: String, meaning: Meaning| {
            for words in list.split(',') {
                book.add(words, meaning);
            }
        };
        add(t.m("search-words-vanort"), Meaning::Kind(Kind::Vanort));
        add(
            t.m("search-words-partnership"),
            Meaning::Kind(Kind::Partnership),
        );
        add(
            t.m("search-words-ended"),
            Meaning::Standing(Standing::Ended),
        );
        add(
            t.m("search-words-gb"),
            Meaning::PartOf(CountryCode::UNITED_KINGDOM),
        );
        for area in &AREAS {
            add(t.m(&words_of(area)), Meaning::In(area));
        }
        add(t.m("search-words-any"), Meaning::Any);
        add(t.m("search-words-nothing"), Meaning::Nothing);
        for theme in Theme::ALL.iter().filter(|theme| **theme != Theme::Other) {
            add(t.word(theme), Meaning::Theme(*theme));
            add(
                t.m(&format!("search-words-{}", theme.key())),
                Meaning::Theme(*theme),
            );
        }
    }
    book
});

/// The words for a part of the world, the first of which is its name.
fn words_of(area: &Area) -> String {
    format!("search-words-{}", area.key)
}

/// What a question in words asks for.
#[derive(Default)]
pub(super) struct Asked {
    /// Lists of partnerships, with what they list in words and how many there are; those without any last.
    pub links: Vec<Link>,
    /// What is found with its field left out but of which no source names a field, and that in a sentence.
    pub silent: Option<(String, Link)>,
    /// The country that the question names.
    pub country: Option<CountryCode>,
}

/// What a question in words asks for, and beside it what is left without its field or its form where that is more.
pub(super) fn asked(view: &View<'_>, written: &str) -> Asked {
    let read = Selection::read(written, &PHRASEBOOK, view.snapshot, &view.ctx.countries);
    let Some(found) = read else {
        return Asked {
            links: beginning(view, written),
            ..Asked::default()
        };
    };
    let country = found.country;
    if let Some((one, other)) = found.body.clone().zip(found.other.clone()) {
        let links = between(view, PairKey::new(one, other));
        return Asked {
            links: links.into_iter().collect(),
            country,
            ..Asked::default()
        };
    }
    let (first, count) = list(view, &found);
    let mut links = vec![first];
    links.extend(begun(view, &found));
    for wider in wider(&found) {
        let (link, of_wider) = list(view, &wider);
        if of_wider > count && !links.iter().any(|known| known.href == link.href) {
            links.push(link);
        }
    }
    if count == Some(0) {
        links.rotate_left(1);
    }
    Asked {
        links,
        silent: silent(view, &found),
        country,
    }
}

/// Whoever asks for a field must not take the silence of the sources for a no.
fn silent(view: &View<'_>, found: &Selection) -> Option<(String, Link)> {
    found.theme?;
    let rest = Selection {
        theme: None,
        ..found.clone()
    };
    if view.then.is_past() || rest.is_past() {
        return None;
    }
    let (words, mut query) = in_words(view, &rest);
    let words = match words.is_empty() {
        true => view.t.m("partnerships-title"),
        false => words,
    };
    let of = usize::try_from(count(view, &query)).ok()?;
    query.push((Facet::Theme.key().to_owned(), UNKNOWN.to_owned()));
    let silent = usize::try_from(count(view, &query)).ok()?;
    let link = Link {
        href: format!("{}{}", view.url(&Page::Partnerships), query_of(&query)),
        text: format!(
            "{words} · {} ({})",
            view.t.m("search-no-theme"),
            view.t.number(&silent)
        ),
        current: false,
    };
    (silent > 0).then(|| (view.t.of("explore-no-theme", &silent, &of), link))
}

/// What began in the year of which is asked, where that is not the year of an ending; not as of another day, as in [`list`].
fn begun(view: &View<'_>, found: &Selection) -> Option<Link> {
    let asks = found.is_past() && !view.then.is_past();
    let year = found.year.filter(|_| asks)?;
    let (words, mut query) = in_words(
        view,
        &Selection {
            year: None,
            ..found.clone()
        },
    );
    query.push((Facet::Began.key().to_owned(), year.to_string()));
    let count = usize::try_from(count(view, &query)).ok()?;
    (count > 0).then(|| Link {
        href: format!("{}{}", view.url(&Page::Partnerships), query_of(&query)),
        text: format!(
            "{words} · {} {year} ({})",
            view.t.m("facet-began"),
            view.t.number(&count)
        ),
        current: false,
    })
}

/// A question without its field, and without its form: what is left of it, where anything is.
fn wider(found: &Selection) -> impl Iterator<Item = Selection> {
    let without_theme = found.theme.map(|_| Selection {
        theme: None,
        ..found.clone()
    });
    let without_kind = found.kind.map(|_| Selection {
        kind: None,
        ..found.clone()
    });
    let wider = without_theme.into_iter().chain(without_kind);
    wider.filter(|wider| *wider != Selection::default())
}

/// Fields, kinds and parts of the world whose words begin so, two at most: a question that is still being typed.
fn beginning(view: &View<'_>, asked: &str) -> Vec<Link> {
    let meanings = PHRASEBOOK.beginning(asked).into_iter().take(2);
    let selections = meanings.map(|meaning| match meaning {
        Meaning::Kind(kind) => Selection {
            kind: Some(kind),
            ..Selection::default()
        },
        Meaning::Theme(theme) => Selection {
            theme: Some(theme),
            ..Selection::default()
        },
        Meaning::In(area) => Selection {
            area: Some(area),
            ..Selection::default()
        },
        _ => Selection::default(),
    });
    selections.map(|found| list(view, &found).0).collect()
}

/// The partnership of two bodies, where there is one.
fn between(view: &View<'_>, pair: PairKey) -> Option<Link> {
    let pair = &view.register().partnership(&pair)?.pair;
    Some(Link {
        href: view.pair_url(pair),
        text: format!("{} – {}", view.name(&pair.first), view.name(&pair.second)),
        current: false,
    })
}

/// The list of a selection, and how many partnerships it has; that is not counted as of another day, for which it would have to
/// be worked out anew.
fn list(view: &View<'_>, found: &Selection) -> (Link, Option<u64>) {
    let (mut text, query) = in_words(view, found);
    let is_past = view.then.is_past() || found.is_past();
    let count = (!is_past).then(|| count(view, &query));
    if let Some(count) = count.and_then(|count| usize::try_from(count).ok()) {
        text = format!("{text} ({})", view.t.number(&count));
    }
    let link = Link {
        href: format!("{}{}", view.url(&Page::Partnerships), query_of(&query)),
        text,
        current: false,
    };
    (link, count)
}

/// A selection in words, and what asks for it in an address.
fn in_words(view: &View<'_>, found: &Selection) -> (String, Vec<(String, String)>) {
    let t = &view.t;
    let mut query: Vec<(String, String)> = Vec::new();
    let mut words: Vec<String> = Vec::new();
    if let Some(area) = found.area {
        let values = area.values.iter();
        query.extend(values.map(|value| (area.facet.key().to_owned(), (*value).to_owned())));
        let name = t.m(&words_of(area));
        words.push(name.split(',').next().unwrap_or_default().to_owned());
    }
    let mut add = |name: &str, value: String, word: String| {
        query.push((name.to_owned(), value));
        words.push(word);
    };
    if let Some(body) = &found.body {
        add("body", body.to_string(), view.name(body));
    }
    if let Some((code, name)) = &found.county {
        add("county", code.to_string(), view.county(code, name));
    }
    if let Some(country) = found.country {
        add(
            "partner_country",
            country.to_string(),
            view.country(country),
        );
    }
    if let Some(kind) = found.kind {
        add("kind", kind.key().to_owned(), t.word(&kind));
    }
    if let Some(standing) = found.standing {
        add("standing", standing.key().to_owned(), t.word(&standing));
    }
    if let Some(year) = found.year {
        match found.is_past() {
            true => add(AS_OF, year.to_string(), t.w("time-end-of", year)),
            false => add(Facet::Until.key(), year.to_string(), year.to_string()),
        }
    }
    if let Some(theme) = found.theme {
        add("theme", theme.key().to_owned(), t.word(&theme));
    }
    (words.join(" · "), query)
}

fn count(view: &View<'_>, query: &[(String, String)]) -> u64 {
    let explorer = view.snapshot.explorer(&view.ctx.countries, view.today);
    let mut selection = explore::Selection::default();
    for (name, value) in query {
        if let Some(facet) = explore::Facet::of_key(name) {
            selection.add(facet, value);
        }
    }
    explorer.find(view.register(), &selection).len()
}
