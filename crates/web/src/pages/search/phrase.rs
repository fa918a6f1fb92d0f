//! A question in words ("vänorter i Finland") as a link to the partnerships it asks for.

use std::sync::LazyLock;

use vanort_app::search::{Meaning, Phrasebook, Selection};
use vanort_domain::vocabulary::{Kind, Standing, Theme, Vocabulary};

use super::super::frame::query_of;
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

/// The partnerships that a question asks for: the address of the list, and what it lists in words.
pub(super) fn selection(view: &View<'_>, asked: &str) -> Option<(String, String)> {
    let found = Selection::read(asked, &PHRASEBOOK, view.snapshot, &view.ctx.countries)?;
    let t = &view.t;
    let mut query: Vec<(String, String)> = Vec::new();
    let mut words: Vec<String> = Vec::new();
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
    if let Some(theme) = found.theme {
        add("theme", theme.key().to_owned(), t.word(&theme));
    }
    let href = format!("{}{}", view.url(&Page::Partnerships), query_of(&query));
    Some((href, words.join(" · ")))
}
