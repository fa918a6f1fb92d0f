//! The review queue: one case at a time.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use vanort_app::Atlas;
use vanort_app::review::{self, Candidate, Case, Doubt};
use vanort_domain::vocabulary::Verdict;
use vanort_domain::{BodyId, CountryCode, Seq};

use super::super::frame::{Link, query_of};
use super::super::{Answer, Frame, View, errors};
use super::choices::{self, Chosen};
use super::reasons;
use crate::editing;
use crate::maps::{MapPoint, partners};
use crate::urls::{Form, Page};

#[derive(Template)]
#[template(path = "review.html")]
struct Queue {
    f: Frame,
    home: Link,
    action: String,
    hidden: Vec<(String, String)>,
    filters: Vec<Filter>,
    left: usize,
    all: usize,
    undo: Option<Receipt>,
    /// What somebody else had decided of the case before the answer came.
    before: Option<Receipt>,
    /// Whether a decision was taken back just now.
    is_undone: bool,
    /// The last decisions in force, the newest first.
    decided: Vec<Receipt>,
    /// What was written as the name of another body, and could not be found.
    not_found: String,
    /// The bodies that may be meant by it.
    choices: Vec<Chosen>,
    /// Where suggestions for the box are.
    suggestions: String,
    case: Option<Shown>,
    /// Where the case after this one is.
    later: String,
}

/// What was decided, when and by whom, and the number by which it is taken back.
struct Receipt {
    seq: String,
    words: String,
    on_record: String,
}

struct Filter {
    name: &'static str,
    label: String,
    choices: Vec<(String, String, bool)>,
}

struct Shown {
    id: String,
    href: String,
    words: String,
    /// Its level and where it lies, as far as is known.
    what: String,
    doubt: String,
    map: Option<String>,
    told: Vec<Told>,
    more: usize,
    candidates: Vec<Card>,
    /// Whether more have that name than are shown.
    has_more: bool,
    /// Who alone means something by these words, where others may mean another place.
    whose: Option<String>,
    /// Other cases of the same words: their identifiers with commas between them, and whose they are.
    same_words: Option<(String, String)>,
    is_pair: bool,
}

/// Where the words stand.
struct Told {
    href: String,
    subject: String,
    written: String,
    source: Link,
    /// The source's words.
    words: String,
    /// The register's note, and the language that it is left in.
    note: String,
    note_lang: Option<&'static str>,
}

struct Card {
    number: usize,
    id: String,
    name: String,
    what: String,
    population: String,
    /// Where a map of its surroundings is.
    map: Option<String>,
    known: bool,
    href: String,
    reasons: Vec<String>,
    partner_of: String,
}

/// Statements told of a case.
const TOLD: usize = 12;
/// Decisions that are listed to be taken back.
const DECIDED: usize = 30;
/// Others with the same words that are told by name.
const OTHERS: usize = 8;

/// The queue, and the case that is next.
pub(crate) fn show(view: &View<'_>) -> Answer {
    if view.form == Form::Json {
        return choices::suggested(view);
    }
    let t = &view.t;
    let Some(desk) = &view.ctx.desk else {
        return errors::no_desk(view);
    };
    let (Ok(cases), Ok(atlas)) = (desk.cases(), desk.atlas()) else {
        return errors::no_desk(view);
    };
    let wanted: Vec<&Case> = cases.iter().filter(|case| is_wanted(view, case)).collect();
    let asked = view.param("case");
    let place = asked.and_then(|id| wanted.iter().position(|case| case.body.as_str() == id));
    let current = wanted.get(place.unwrap_or(0)).copied();
    let next = wanted.get(place.unwrap_or(0) + 1).or(wanted.first());
    let kept = kept(view);
    let mut later = kept.clone();
    later.extend(next.map(|case| ("case".to_owned(), case.body.to_string())));
    let action = view.url(&Page::Review);
    let not_found = view.param("other").unwrap_or_default();
    let receipt_of = |name| {
        let seqs = view.param(name).and_then(editing::decisions)?;
        receipt(view, &atlas, &seqs)
    };
    let queue = Queue {
        home: Link {
            href: view.url(&Page::Editing),
            text: t.m("editing-title"),
            current: false,
        },
        later: format!("{action}{}", query_of(&later)),
        filters: filters(view, &cases),
        left: wanted.len(),
        all: cases.len(),
        undo: receipt_of("done"),
        before: receipt_of("before"),
        is_undone: view.param("undone").is_some() && asked.is_some(),
        decided: decided(view, &atlas),
        not_found: not_found.to_owned(),
        choices: current
            .map(|case| choices::choices(view, &atlas, &case.body, not_found))
            .unwrap_or_default(),
        suggestions: current.map_or_else(String::new, |case| {
            format!("{action}.json?case={}", case.body)
        }),
        case: current.map(|case| shown(view, &atlas, case)),
        hidden: kept,
        action,
        f: view.plain_frame(t.m("review-title")),
    };
    Answer::html(&queue).private()
}

/// The filters that are set, to keep them.
fn kept(view: &View<'_>) -> Vec<(String, String)> {
    ["doubt", "country", "source"]
        .into_iter()
        .filter_map(|name| Some((name.to_owned(), view.param(name)?.to_owned())))
        .collect()
}

fn is_wanted(view: &View<'_>, case: &Case) -> bool {
    let country = case.country.map(|code| code.to_string());
    view.param("doubt")
        .is_none_or(|doubt| case.doubt.key() == doubt)
        && view
            .param("country")
            .is_none_or(|code| country.as_deref().unwrap_or("none") == code)
        && view.param("source").is_none_or(|source| {
            case.sources.iter().any(|id| {
                view.register()
                    .source(id)
                    .is_some_and(|known| known.collection == source || id.as_str() == source)
            })
        })
}

/// What the decisions of one act say, as far as they are in force and can be taken back.
fn receipt(view: &View<'_>, atlas: &Atlas, seqs: &[Seq]) -> Option<Receipt> {
    let in_force = view.register().identity().in_force();
    let mut made: Vec<_> = in_force.filter(|(_, at, _)| seqs.contains(at)).collect();
    made.sort_unstable_by_key(|(_, seq, _)| *seq);
    let seqs: Vec<Seq> = made.iter().map(|(_, seq, _)| *seq).collect();
    let (pair, seq, verdict) = made.first()?;
    let mut receipt = said(view, atlas, pair, *seq, *verdict);
    if seqs.len() > 1 {
        let also = view.t.n("review-decided-also", &(seqs.len() - 1));
        receipt.words = format!("{} {also}", receipt.words);
    }
    receipt.seq = editing::numbers(&seqs)?;
    Some(receipt)
}

fn decided(view: &View<'_>, atlas: &Atlas) -> Vec<Receipt> {
    let mut decisions: Vec<_> = view.register().identity().in_force().collect();
    decisions.sort_unstable_by_key(|(_, seq, _)| std::cmp::Reverse(*seq));
    let decisions = decisions.into_iter().take(DECIDED);
    decisions
        .map(|(pair, seq, verdict)| said(view, atlas, pair, seq, verdict))
        .collect()
}

fn said(
    view: &View<'_>,
    atlas: &Atlas,
    (a, b): &(BodyId, BodyId),
    seq: Seq,
    verdict: Verdict,
) -> Receipt {
    let t = &view.t;
    let name = |id: &BodyId| called(view, atlas, id);
    let both = || format!("{} – {}", name(a), name(b));
    let words = match verdict {
        Verdict::Same => t.w("review-decided-same", both()),
        Verdict::Different => t.w("review-decided-different", both()),
        Verdict::OwnBody => t.w("review-decided-own", name(a)),
        Verdict::NotABody => t.w("review-decided-nobody", name(a)),
        Verdict::Unsure => t.w("review-decided-later", name(a)),
    };
    let entry = view.register().entry(seq);
    let on_record = entry.map(|entry| format!("{}, {}", t.day(entry.recorded.day()), entry.by));
    Receipt {
        seq: seq.to_string(),
        words,
        on_record: on_record.unwrap_or_default(),
    }
}

/// What a body was called before another came to stand for it; a place, also one that the register does not have, with what
/// tells it from its namesakes.
fn called(view: &View<'_>, atlas: &Atlas, id: &BodyId) -> String {
    let is_place = atlas.gazetteer.by_id(id.as_str()).is_some();
    match review::on_record(view.register(), atlas, id) {
        Some(body) if is_place => {
            let what = what(view, atlas, id, body.country);
            format!("{} ({what})", view.name_of(&body))
        }
        Some(body) => match whose(view, atlas, id) {
            Some(of) => view.t.args(
                "review-words-of",
                &[("what", view.name_of(&body)), ("whose", &of)],
            ),
            None => view.name_of(&body).to_owned(),
        },
        None => id.to_string(),
    }
}

/// Whose words a body is, where others may mean another place by them.
fn whose(view: &View<'_>, atlas: &Atlas, id: &BodyId) -> Option<String> {
    let of = id.as_str().strip_prefix(id.of_words()?)?;
    let of: BodyId = of.strip_prefix('-')?.parse().ok()?;
    let of = review::on_record(view.register(), atlas, &of)?;
    Some(view.name_of(&of).to_owned())
}

/// Whose the other cases of the same words are: the first few by name, and how many more.
fn others_of_words(view: &View<'_>, atlas: &Atlas, case: &Case) -> String {
    let mut whose: Vec<String> = case
        .same_words
        .iter()
        .map(|id| self::whose(view, atlas, id).unwrap_or_else(|| view.name(id)))
        .collect();
    whose.sort_unstable();
    let more = whose.len().saturating_sub(OTHERS);
    whose.truncate(OTHERS);
    if more > 0 {
        whose.push(view.t.n("review-also-more", &more));
    }
    whose.join(", ")
}

fn filters(view: &View<'_>, cases: &[Case]) -> Vec<Filter> {
    let t = &view.t;
    let mut doubts: BTreeMap<Doubt, usize> = BTreeMap::new();
    let mut countries: BTreeMap<String, (String, usize)> = BTreeMap::new();
    for case in cases {
        *doubts.entry(case.doubt).or_default() += 1;
        let (name, code) = match case.country {
            Some(code) => (view.country(code), code.to_string()),
            None => (t.m("review-no-country"), "none".to_owned()),
        };
        countries.entry(name).or_insert((code, 0)).1 += 1;
    }
    let choice = |name: &str, value: String, text: String, count: usize| {
        let is_chosen = view.param(name) == Some(value.as_str());
        (value, format!("{text} ({})", t.number(&count)), is_chosen)
    };
    let mut collections: Vec<(String, String, bool)> = by_collection(view, cases)
        .into_iter()
        .map(|(name, count)| choice("source", name.clone(), collection(view, &name), count))
        .collect();
    if let Some((id, title, count)) = source_alone(view, cases) {
        collections.push(choice("source", id, title, count));
    }
    vec![
        Filter {
            name: "doubt",
            label: t.m("review-filter-doubt"),
            choices: doubts
                .into_iter()
                .map(|(doubt, count)| {
                    choice(
                        "doubt",
                        doubt.key().to_owned(),
                        self::doubt(view, doubt),
                        count,
                    )
                })
                .collect(),
        },
        Filter {
            name: "country",
            label: t.m("review-filter-country"),
            choices: countries
                .into_iter()
                .map(|(name, (code, count))| choice("country", code, name, count))
                .collect(),
        },
        Filter {
            name: "source",
            label: t.m("review-filter-source"),
            choices: collections,
        },
    ]
}

/// How many cases sources of each collection name.
fn by_collection(view: &View<'_>, cases: &[Case]) -> BTreeMap<String, usize> {
    let mut counted: BTreeMap<String, usize> = BTreeMap::new();
    for case in cases {
        let sources = case.sources.iter();
        let collections: BTreeSet<String> = sources
            .filter_map(|id| Some(view.register().source(id)?.collection.to_string()))
            .collect();
        for collection in collections {
            *counted.entry(collection).or_default() += 1;
        }
    }
    counted
}

/// The source that is chosen alone, what it is called and how many cases it names. Only a page that leads to it chooses one, as
/// that of a list that was taken in does.
fn source_alone(view: &View<'_>, cases: &[Case]) -> Option<(String, String, usize)> {
    let id = view.param("source")?.parse().ok()?;
    let source = view.register().source(&id)?;
    let title = source.title.clone();
    let title = title.unwrap_or_else(|| view.publisher(source));
    let named = cases.iter().filter(|case| case.sources.contains(&id));
    Some((id.to_string(), title, named.count()))
}

/// A collection of sources in words; one that an operator has named herself stays as it is.
fn collection(view: &View<'_>, key: &str) -> String {
    view.t.m(match key {
        "municipal_pages" => "collection-municipal-pages",
        "ukraine" => "collection-ukraine",
        "china" => "collection-china",
        "events" => "collection-events",
        "wikidata" => "collection-wikidata",
        "lists" => "collection-lists",
        other => return other.to_owned(),
    })
}

fn doubt(view: &View<'_>, doubt: Doubt) -> String {
    view.t.m(match doubt {
        Doubt::Alike => "doubt-alike",
        Doubt::NoCountry => "doubt-no-country",
        Doubt::Several => "doubt-several",
        Doubt::Nearly => "doubt-nearly",
        Doubt::Elsewhere => "doubt-elsewhere",
        Doubt::Unknown => "doubt-unknown",
    })
}

fn shown(view: &View<'_>, atlas: &Atlas, case: &Case) -> Shown {
    let candidates: Vec<Card> = case
        .candidates
        .iter()
        .zip(1..)
        .map(|(candidate, number)| card(view, atlas, candidate, number))
        .collect();
    Shown {
        id: case.body.to_string(),
        href: view.body_url(&case.body),
        words: view.name(&case.body),
        what: what(view, atlas, &case.body, case.country),
        doubt: doubt(view, case.doubt),
        map: map(view, case),
        told: case
            .named_by
            .iter()
            .take(TOLD)
            .filter_map(|seq| told(view, &case.body, *seq))
            .collect(),
        more: case.named_by.len().saturating_sub(TOLD),
        has_more: case.has_more,
        whose: whose(view, atlas, &case.body),
        same_words: (!case.same_words.is_empty()).then(|| {
            let ids: Vec<&str> = case.same_words.iter().map(BodyId::as_str).collect();
            (ids.join(","), others_of_words(view, atlas, case))
        }),
        is_pair: case.doubt == Doubt::Alike,
        candidates,
    }
}

/// The candidates on a map, with the Swedish body that the first statement tells of.
fn map(view: &View<'_>, case: &Case) -> Option<String> {
    let points: Vec<MapPoint> = case
        .candidates
        .iter()
        .zip(1..)
        .filter_map(|(candidate, number)| {
            Some(MapPoint {
                lat: candidate.body.lat?,
                lon: candidate.body.lon?,
                title: format!("{number}. {}", view.name_of(&candidate.body)),
                href: format!("#c{number}"),
                class: String::new(),
            })
        })
        .collect();
    let statement = view.register().statement(*case.named_by.first()?)?;
    let home = view
        .register()
        .body(&statement.subject.body)
        .and_then(|body| body.lat.zip(body.lon));
    partners(home, &points)
}

fn told(view: &View<'_>, case: &BodyId, seq: Seq) -> Option<Told> {
    let statement = view.register().statement(seq)?;
    let partner = statement.partner()?;
    let is_partner = view.register().identity().canonical(&partner.body) == *case;
    let (written, other) = if is_partner {
        (partner, &statement.subject)
    } else {
        (&statement.subject, partner)
    };
    let source = view.register().source(&statement.source);
    let words = ["country_written", "quote"]
        .iter()
        .filter_map(|field| statement.words.get(field))
        .collect::<Vec<_>>();
    let note = statement.words.get("note").map(|note| view.note(note));
    let note_lang = note.as_ref().and_then(|note| note.lang);
    Some(Told {
        href: format!("/id/st-{seq}"),
        subject: view.name(&other.body),
        written: written.written.as_deref().unwrap_or_default().to_owned(),
        source: Link {
            href: view.url(&Page::Source(statement.source.to_string())),
            text: source.map_or_else(
                || statement.source.to_string(),
                |source| view.publisher(source),
            ),
            current: false,
        },
        words: words.join(" · "),
        note: note.map_or_else(String::new, |note| note.text.to_string()),
        note_lang,
    })
}

/// The level of a body, and where it lies: what tells namesakes apart.
pub(super) fn what(
    view: &View<'_>,
    atlas: &Atlas,
    id: &BodyId,
    country: Option<CountryCode>,
) -> String {
    let place = atlas
        .gazetteer
        .by_id(id.as_str())
        .map(|of| atlas.gazetteer.place(of));
    let level = place.map(|place| reasons::level(view, place.level));
    let region = place
        .and_then(|place| place.region)
        .map(|of| atlas.gazetteer.place(of).name.to_string());
    let country = country.map_or_else(|| view.t.m("review-no-country"), |code| view.country(code));
    let what: Vec<String> = [level, region, Some(country)]
        .into_iter()
        .flatten()
        .collect();
    what.join(", ")
}

fn card(view: &View<'_>, atlas: &Atlas, candidate: &Candidate, number: usize) -> Card {
    let t = &view.t;
    let body = &candidate.body;
    let known = view.register().body(&body.id).is_some();
    Card {
        number,
        id: body.id.to_string(),
        name: view.name_of(body).to_owned(),
        what: what(view, atlas, &body.id, body.country),
        population: body.population.map_or_else(String::new, |people| {
            t.n("review-population", &(people as usize))
        }),
        map: body.lat.zip(body.lon).map(|(lat, lon)| {
            format!(
                "https://www.openstreetmap.org/?mlat={lat:.4}&mlon={lon:.4}#map=9/{lat:.4}/{lon:.4}"
            )
        }),
        href: if known {
            view.body_url(&body.id)
        } else {
            String::new()
        },
        known,
        reasons: candidate
            .reasons
            .iter()
            .map(|reason| reasons::reason(view, atlas, reason))
            .collect(),
        partner_of: candidate
            .partner_of
            .iter()
            .map(|id| view.name(id))
            .collect::<Vec<_>>()
            .join(", "),
    }
}
