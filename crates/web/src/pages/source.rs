//! Sources: who says it, and all it says.

use askama::Template;
use rustc_hash::FxHashMap;
use serde_json::json;
use vanort_app::explore::Facet;
use vanort_domain::Seq;
use vanort_domain::collation::sort_key;
use vanort_domain::sources::Source;

use super::explore::facets;
use super::frame::{Link, query_of};
use super::numbered::Numbered;
use super::partnership::told;
use super::rows::{Said, Told};
use super::{Answer, Frame, View, errors};
use crate::urls::{Form, Page};

struct Line {
    link: Link,
    /// What tells it from others of the same publisher: its title, else its address.
    apart: String,
    kind: String,
    date: String,
}

#[derive(Template)]
#[template(path = "sources.html")]
struct List {
    f: Frame,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "source.html")]
struct Shown {
    f: Frame,
    publisher: String,
    url: Option<String>,
    facts: Vec<Said>,
    off: bool,
    total: usize,
    /// The partnerships of which it speaks, as a list; none where it speaks of none that counts.
    list: Option<Link>,
    /// That there are more which do not count, and where they are.
    others: Option<String>,
    csv: String,
    told: Vec<Told>,
    numbered: Numbered,
}

const ON_A_PAGE: usize = 50;

/// All sources.
pub(crate) fn list(view: &View<'_>) -> Answer {
    let t = &view.t;
    let mut sources: Vec<_> = view.register().sources().cloned().collect();
    sources.sort_by_cached_key(|source| (sort_key(&source.publisher), source.id.clone()));
    if view.form == Form::Json {
        let items: Vec<_> = sources
            .iter()
            .map(|source| {
                let url = view.absolute(&view.url(&Page::Source(source.id.to_string())));
                json!({ "id": source.id, "url": url, "source": source })
            })
            .collect();
        return Answer::json(&json!({ "items": items, "total": items.len(), "next": null }));
    }
    let mut of_publisher: FxHashMap<&str, usize> = FxHashMap::default();
    for source in &sources {
        *of_publisher.entry(&source.publisher).or_default() += 1;
    }
    let is_alone = |source: &Source| of_publisher.get(&*source.publisher) == Some(&1);
    let lines = sources
        .iter()
        .map(|source| Line {
            link: Link {
                href: view.url(&Page::Source(source.id.to_string())),
                text: view.publisher(source),
                current: false,
            },
            apart: if is_alone(source) {
                String::new()
            } else {
                told_apart(source)
            },
            kind: t.word(&source.publisher_kind),
            date: source
                .date
                .as_ref()
                .map_or_else(|| t.m("undated"), |date| t.date(date)),
        })
        .collect();
    Answer::html(&List {
        f: view.frame(t.m("sources-title")),
        lines,
    })
}

fn told_apart(source: &Source) -> String {
    let title = source.title.clone();
    title
        .or_else(|| source.url.as_deref().map(facets::short_address))
        .unwrap_or_default()
}

/// What is known of a source; the register's own notes, on licences too, in the language of the page.
fn facts(view: &View<'_>, source: &Source) -> Vec<Said> {
    let t = &view.t;
    let date = source.date.as_ref();
    let facts = [
        ("source-kind", Some(t.word(&source.publisher_kind))),
        (
            "source-date",
            Some(date.map_or_else(|| t.m("undated"), |date| t.date(date))),
        ),
        ("source-title", source.title.clone()),
        (
            "source-confidence",
            source.confidence.map(|word| t.word(&word)),
        ),
        ("source-licence", source.licence.clone()),
        ("field-note", source.note.clone()),
    ];
    let is_note = |name| matches!(name, "source-licence" | "field-note");
    facts
        .into_iter()
        .filter_map(|(name, value)| {
            let value = value?;
            let (value, lang) = if is_note(name) {
                let note = view.note(&value);
                (note.text.into_owned(), note.lang)
            } else {
                (value, None)
            };
            Some(Said {
                name: t.m(name),
                value,
                lang,
            })
        })
        .collect()
}

/// The partnerships of which a source speaks, where they can be sorted, narrowed and taken as a file.
fn in_list(view: &View<'_>, source: &Source) -> Option<Link> {
    let explorer = view.snapshot.explorer(&view.ctx.countries, view.today);
    let count = explorer.having(Facet::Source, source.id.as_str());
    (count > 0).then(|| Link {
        href: format!(
            "{}{}",
            view.url(&Page::Partnerships),
            query_of(&[(Facet::Source.key().to_owned(), source.id.to_string())])
        ),
        text: view.t.n("source-in-list", &count),
        current: false,
    })
}

/// What tells the page from that of another source of the same publisher, and from its own others.
fn title(view: &View<'_>, source: &Source, number: usize) -> String {
    let label = facets::source_label(view, source);
    match number {
        1 => label,
        _ => format!("{label} – {}", view.t.w("pages-this", number)),
    }
}

/// One source.
pub(crate) fn show(view: &View<'_>, id: &str) -> Answer {
    let Some(source) = id.parse().ok().and_then(|id| view.register().source(&id)) else {
        return errors::not_found(view, &[]);
    };
    let register = view.register();
    let own = register.statements().filter(|(_, s)| s.source == source.id);
    let own: Vec<(Seq, bool)> = own
        .map(|(entry, s)| (entry.seq, register.counts(entry, s)))
        .collect();
    let seqs: Vec<Seq> = own.iter().map(|(seq, _)| *seq).collect();
    if view.form == Form::Json {
        let statements: Vec<_> = seqs
            .iter()
            .filter_map(|seq| view.statement_json(*seq))
            .collect();
        return Answer::json(
            &json!({ "id": source.id, "source": source, "statements": statements }),
        );
    }
    // Of a source that is switched off nothing counts, which the page says: what it says is shown all the same.
    let off = register.is_switched_off(&source.collection);
    let shown = own.iter().filter(|(_, counts)| off || *counts);
    let shown: Vec<Seq> = shown.map(|(seq, _)| *seq).collect();
    let others = own.len() - shown.len();
    let here = view.url(&view.page);
    let (numbered, on_page) = Numbered::of(view, shown.len(), ON_A_PAGE, |number| {
        format!("{here}?page={number}#said")
    });
    Answer::html(&Shown {
        f: view.frame(title(view, source, numbered.number)),
        publisher: view.publisher(source),
        url: source.url.clone(),
        facts: facts(view, source),
        off,
        total: shown.len(),
        list: in_list(view, source),
        others: (others > 0).then(|| view.t.n("source-not-counting", &others)),
        csv: super::frame::data_url(view, "csv"),
        told: told(view, &shown[on_page]),
        numbered,
    })
}
