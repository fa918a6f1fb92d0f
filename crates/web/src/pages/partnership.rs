//! One partnership: both sides, field by field what counts and who says so, and everything that was said.

use askama::Template;
use axum::http::StatusCode;
use serde_json::{Value, json};
use vanort_domain::register::as_of::{beginning_date, ending_date};
use vanort_domain::register::{Choice, DateValue, Outcome, Partnership};
use vanort_domain::statements::Statement;
use vanort_domain::vocabulary::{Activity, Event, Evidence, Freshness, Rule, Speaker, Standing};
use vanort_domain::{Edtf, PairKey, Seq};

use super::frame::Link;
use super::rows::Told;
use super::wrong::Wrong;
use super::{Answer, Frame, View, errors};
use crate::marks;
use crate::messages::Words;
use crate::urls::{Form, Page};

/// A field of the partnership.
struct Field {
    /// The key of the message that names it.
    key: &'static str,
    name: String,
    value: String,
    disputed: bool,
    /// Whether it tells how things stand, and rests on the order of words of which the order is not known.
    doubted: bool,
    rule: String,
    supporting: Vec<Saying>,
    against: Vec<Saying>,
}

/// Who says it and when, and in which words; of one who says something else, what.
struct Saying {
    link: Link,
    value: Option<String>,
    words: Option<String>,
}

struct Side {
    name: String,
    href: String,
    what: String,
    country: Option<Link>,
}

/// A line of the timeline.
struct Moment {
    date: String,
    what: String,
    who: String,
    href: String,
}

#[derive(Template)]
#[template(path = "partnership.html")]
struct Shown {
    f: Frame,
    sides: Vec<Side>,
    evidence: &'static str,
    fresh: String,
    standing: &'static str,
    themes: String,
    fields: Vec<Field>,
    unsaid: String,
    timeline: Vec<Moment>,
    told: Vec<Told>,
    /// What a side has told without naming a partner, and may have meant this one, too.
    alone: Vec<Told>,
    /// Whether some of that tells of an end.
    ends_alone: bool,
    /// Who else says that it has ended, where no side does.
    ended_by_others: Option<Link>,
    gone_from_list: Option<Link>,
    beside: Option<super::funding::Beside>,
    others: Option<super::similar::Section>,
    successor: Option<(String, Link)>,
    wrong: Wrong,
    id: String,
}

/// The page or the data of a partnership.
pub(crate) fn show(view: &View<'_>, id: &str) -> Answer {
    let register = view.register();
    let Ok(pair) = id.parse::<PairKey>() else {
        return errors::not_found(view, &[]);
    };
    let Some(p) = register.partnership(&pair) else {
        return not_there(view, &pair);
    };
    if p.pair.to_string() != id {
        return Answer::redirect(StatusCode::MOVED_PERMANENTLY, view.pair_url(&p.pair));
    }
    if view.form == Form::Json {
        return Answer::json(&data(view, p));
    }
    Answer::html(&shown(view, p))
}

/// What is answered of a pair without statements: that there were none then, or the bodies that may be meant.
fn not_there(view: &View<'_>, pair: &PairKey) -> Answer {
    if let Some(now) = view.live.register.partnership(pair) {
        let sides = [&now.pair.first, &now.pair.second].map(|id| view.name_now(id));
        return errors::not_then(view, sides.join(" – "));
    }
    let near: Vec<_> = [&pair.first, &pair.second]
        .into_iter()
        .filter_map(|id| view.register().body(id).map(|body| body.id.clone()))
        .collect();
    errors::not_found(view, &near)
}

fn shown(view: &View<'_>, p: &Partnership) -> Shown {
    let t = &view.t;
    let name = [&p.pair.first, &p.pair.second].map(|id| view.name(id));
    let (alone, ends_alone) = alone(view, p);
    let title = name.join(" – ");
    let (fields, silent): (Vec<Field>, Vec<Field>) = fields(view, p)
        .into_iter()
        .partition(|field| !field.value.is_empty());
    Shown {
        f: view.frame(title.clone()),
        sides: [&p.pair.first, &p.pair.second]
            .map(|id| side(view, id))
            .into(),
        evidence: marks::evidence(t, p.evidence),
        fresh: marks::fresh_as(t, p.last_word.as_ref(), p.freshness(view.today)),
        standing: if p.evidence == Evidence::Disputed {
            ""
        } else {
            marks::standing(t, p.standing, p.activity.value().copied())
        },
        themes: p
            .themes
            .iter()
            .map(|theme| t.word(theme))
            .collect::<Vec<_>>()
            .join(", "),
        unsaid: all_unsaid(view, p, &silent),
        timeline: timeline(view, p),
        told: told(view, &p.statements),
        alone,
        ends_alone: ends_alone && p.standing != Standing::Ended,
        ended_by_others: ended_by_others(view, p),
        gone_from_list: gone_from_list(view, p),
        successor: successor(view, p),
        beside: Some(p)
            .filter(|p| p.standing != Standing::Ended)
            .and_then(|p| beside(view, &p.pair)),
        others: super::similar::of_pair(view, p),
        fields,
        wrong: Wrong::of(
            view,
            &title,
            &[&p.pair.first, &p.pair.second],
            p.statements.iter().copied(),
            &view.absolute(&format!("/id/{}", p.pair)),
        ),
        id: p.pair.to_string(),
    }
}

/// Everything of which nobody has said anything, in a sentence.
fn all_unsaid(view: &View<'_>, p: &Partnership, silent: &[Field]) -> String {
    // That it has not ended goes without saying.
    let missed = silent
        .iter()
        .filter(|field| p.standing == Standing::Ended || field.key != "field-until");
    let missed: Vec<String> = missed.map(|field| unsaid(&view.t, field)).collect();
    missed.join(", ")
}

/// A field of which nobody has said anything, as it stands in a sentence: a year, not "began".
fn unsaid(t: &Words, field: &Field) -> String {
    match field.key {
        "field-since" => t.m("unsaid-since"),
        "field-until" => t.m("unsaid-until"),
        _ => field.name.to_lowercase(),
    }
}

/// The money that fits the two, where both are known.
fn beside(view: &View<'_>, pair: &PairKey) -> Option<super::funding::Beside> {
    let body = |id| view.register().body(id);
    super::funding::of_pair(view, body(&pair.first)?, body(&pair.second)?)
}

fn side(view: &View<'_>, id: &vanort_domain::BodyId) -> Side {
    let body = view.register().body(id);
    let country = body.and_then(|body| body.country).map(|code| Link {
        href: view.url(&Page::Country(code.to_string())),
        text: view.country(code),
        current: false,
    });
    let role = body.and_then(|body| body.roles.first().map(|role| view.t.word(role)));
    Side {
        name: view.name(id),
        href: view.body_url(id),
        what: role.unwrap_or_default(),
        country,
    }
}

/// Where the partner has gone up in another body: its year and that body.
fn successor(view: &View<'_>, p: &Partnership) -> Option<(String, Link)> {
    [&p.pair.second, &p.pair.first].into_iter().find_map(|id| {
        let succession = view.gone_into(view.register().body(id)?)?;
        let link = Link {
            href: view.body_url(&succession.successor),
            text: view.name(&succession.successor),
            current: false,
        };
        Some((
            format!(
                "{} {}",
                view.name(id),
                view.t.w("merged-in-year", succession.year)
            ),
            link,
        ))
    })
}

/// What has happened as a side tells it without naming the partner ("the agreements with Russian towns end"), where the country
/// speaks not against this one; and whether some of it is an end.
fn alone(view: &View<'_>, p: &Partnership) -> (Vec<Told>, bool) {
    let register = view.register();
    let sides = [
        (&p.pair.first, &p.pair.second),
        (&p.pair.second, &p.pair.first),
    ];
    let mut seqs = Vec::new();
    let mut ends = false;
    for (of, other) in sides {
        let country = register.body(other).and_then(|body| body.country);
        for (seq, said) in register.statements_alone(of) {
            let may_mean = said.country.is_none() || said.country == country;
            if said.event.is_some() && may_mean {
                ends |= matches!(said.event, Some(Event::Ended | Event::EndingDecided));
                seqs.push(seq);
            }
        }
    }
    (told(view, &seqs), ends)
}

pub(crate) fn told(view: &View<'_>, seqs: &[Seq]) -> Vec<Told> {
    let mut all: Vec<_> = seqs
        .iter()
        .filter_map(|seq| {
            Some((
                view.register().entry(*seq)?,
                view.register().statement(*seq)?,
            ))
        })
        .collect();
    // The newest word first; those without a date last.
    all.sort_by_key(|(entry, statement)| {
        let day = statement.word_date().and_then(Edtf::ordering_day);
        (std::cmp::Reverse(day), entry.seq)
    });
    all.into_iter()
        .map(|(entry, statement)| view.told(entry, statement))
        .collect()
}

/// A link to a statement further down the page, by who says it and when.
fn statement_link(view: &View<'_>, seq: Seq) -> Link {
    let statement = view.register().statement(seq);
    let source = statement.and_then(|s| view.register().source(&s.source));
    let publisher = source.map_or_else(|| format!("st-{seq}"), |source| view.publisher(source));
    let date = statement
        .and_then(|s| s.word_date())
        .map_or_else(|| view.t.m("undated"), |date| view.t.date(date));
    Link {
        href: format!("#st-{seq}"),
        text: format!("{publisher}, {date}"),
        current: false,
    }
}

/// What counts for a field and who is for and against; without a value where nobody says anything. `written` is
/// where a statement keeps its own words on it.
fn field<T>(
    view: &View<'_>,
    (key, written): (&'static str, &str),
    choice: &Choice<T>,
    said: impl Fn(&Statement) -> Option<T>,
    show: impl Fn(&T) -> String,
) -> Field {
    let t = &view.t;
    let saying = |seq: &Seq| Saying {
        link: statement_link(view, *seq),
        value: None,
        words: view
            .register()
            .statement(*seq)
            .and_then(|statement| statement.words.get(written))
            .map(|words| t.w("quote", words)),
    };
    let other = |seq: &Seq| Saying {
        value: view
            .register()
            .statement(*seq)
            .and_then(|statement| said(statement))
            .map(|value| show(&value)),
        ..saying(seq)
    };
    let value = match choice.outcome() {
        Outcome::NotStated => String::new(),
        Outcome::Stated(value) => show(value),
        Outcome::Disputed(a, b) => {
            format!("{} / {}", show(a), show(b))
        }
    };
    Field {
        key,
        name: t.m(key),
        value,
        disputed: choice.is_disputed(),
        doubted: matches!(key, "field-agreement" | "field-activity")
            && choice.is_of_unknown_order(),
        rule: rule(view, choice),
        supporting: choice.supporting().iter().map(saying).collect(),
        against: choice.against().iter().map(other).collect(),
    }
}

/// Why this counts. One source alone cannot be said to agree with anybody.
fn rule<T>(view: &View<'_>, choice: &Choice<T>) -> String {
    let source = |seq: &Seq| Some(view.register().statement(*seq)?.source.clone());
    let mut sources = choice.supporting().iter().filter_map(source);
    let first = sources.next();
    if choice.rule() == Rule::Unanimous && sources.all(|other| Some(other) == first) {
        view.t.m("rule-one-source")
    } else {
        view.t.word(&choice.rule())
    }
}

fn fields(view: &View<'_>, p: &Partnership) -> Vec<Field> {
    let t = &view.t;
    const STATUS: &str = "status_written";
    let date = |date: &DateValue| t.date(&date.0);
    let since = |s: &Statement| beginning_date(s).cloned().map(DateValue);
    let until = |s: &Statement| ending_date(s).cloned().map(DateValue);
    let (kind, instrument) = (
        ("field-kind", "kind_written"),
        ("field-instrument", "instrument_written"),
    );
    vec![
        field(view, kind, &p.kind, |s| s.kind, |v| t.word(v)),
        field(
            view,
            ("field-agreement", STATUS),
            &p.agreement,
            |s| s.agreement,
            |v| t.word(v),
        ),
        field(
            view,
            instrument,
            &p.instrument,
            |s| s.instrument,
            |v| t.word(v),
        ),
        activity(view, p),
        field(
            view,
            ("field-since", "since_written"),
            &p.since,
            since,
            date,
        ),
        field(
            view,
            ("field-until", "until_written"),
            &p.until,
            until,
            date,
        ),
        field(
            view,
            ("field-funding", ""),
            &p.funding,
            |s| s.funding,
            |v| t.word(v),
        ),
    ]
}

/// What goes on, as long as nobody says that it is over since.
fn activity(view: &View<'_>, p: &Partnership) -> Field {
    let t = &view.t;
    let goes_on = |v: &Activity| matches!(v, Activity::Active | Activity::Sporadic);
    let day = |seqs: &[Seq]| {
        let word = |seq: &Seq| view.register().statement(*seq)?.word_date()?.ordering_day();
        seqs.iter().filter_map(word).max()
    };
    let is_before_end = p.standing == Standing::Ended
        && day(p.activity.supporting())
            .is_some_and(|said| Some(said) < day(p.agreement.supporting()));
    field(
        view,
        ("field-activity", "status_written"),
        &p.activity,
        |s| s.activity,
        |v| {
            if is_before_end && goes_on(v) {
                t.w("activity-before-end", t.word(v))
            } else {
                t.word(v)
            }
        },
    )
}

/// Beginnings, endings and events in the order in which they happened, and what was said when; words without any
/// date come last.
fn timeline(view: &View<'_>, p: &Partnership) -> Vec<Moment> {
    let t = &view.t;
    let mut moments: Vec<(Option<time::Date>, Seq, Moment)> = Vec::new();
    for seq in &p.statements {
        let Some(s) = view.seen(*seq) else {
            continue;
        };
        let who = view
            .register()
            .source(&s.source)
            .map_or_else(|| s.source.to_string(), |source| view.publisher(source));
        for (date, what) in dated(&view.t, &s) {
            let day = date.as_ref().and_then(Edtf::ordering_day);
            let date = date.map_or_else(|| t.word(&Freshness::Undated), |date| t.date(&date));
            let href = format!("#st-{seq}");
            let known = moments
                .iter()
                .any(|(_, _, m)| m.date == date && m.what == what && m.who == who);
            if !known {
                let who = who.clone();
                moments.push((
                    day,
                    *seq,
                    Moment {
                        date,
                        what,
                        who,
                        href,
                    },
                ));
            }
        }
    }
    moments.sort_by_key(|(day, seq, _)| (day.is_none(), *day, *seq));
    moments.into_iter().map(|(_, _, moment)| moment).collect()
}

/// The statement by which it is gone from a list; nothing where it has ended, for that says more.
fn gone_from_list(view: &View<'_>, p: &Partnership) -> Option<Link> {
    let seq = p
        .no_longer_listed
        .filter(|_| p.standing != Standing::Ended)?;
    Some(statement_link(view, seq))
}

/// The newest word that it has ended, where others than the sides alone say so, though a side has spoken of it: the marks beside
/// tell of that side's word.
fn ended_by_others(view: &View<'_>, p: &Partnership) -> Option<Link> {
    if p.standing != Standing::Ended || p.evidence == Evidence::ThirdParty {
        return None;
    }
    let ended = (p.activity.value() == Some(&Activity::Ended)).then(|| p.activity.supporting());
    let seqs = ended.unwrap_or_else(|| p.agreement.supporting());
    let by_others = |seq: &Seq| {
        let said = view.register().statement(*seq);
        said.is_some_and(|said| said.speaker == Speaker::Third)
    };
    let newest = seqs.iter().copied().max()?;
    seqs.iter()
        .all(by_others)
        .then(|| statement_link(view, newest))
}

/// What a statement tells of, each with its date.
fn dated(t: &Words, s: &Statement) -> Vec<(Option<Edtf>, String)> {
    let mut told: Vec<(Option<Edtf>, String)> = Vec::new();
    if let Some(since) = &s.since {
        told.push((Some((**since).clone()), t.m("timeline-since")));
    }
    // "Ended" of the same day says it once.
    let is_told = s.event == Some(Event::Ended) && s.effective == s.until;
    if let Some(until) = s.until.as_ref().filter(|_| !is_told) {
        told.push((Some((**until).clone()), t.m("timeline-until")));
    }
    let status = s
        .event
        .map(|event| t.word(&event))
        .or_else(|| s.activity.map(|activity| t.word(&activity)))
        .or_else(|| s.agreement.map(|agreement| t.word(&agreement)));
    match (s.effective.as_deref(), s.said.as_ref()) {
        (Some(date), _) => told.push((
            Some(date.clone()),
            status.unwrap_or_else(|| t.m("timeline-stated")),
        )),
        (None, Some(_)) if s.event.is_some() => {
            told.push((s.happened_on(), status.unwrap_or_default()));
        }
        // That it had ended, or rested, is not that it was there.
        (None, Some(date)) => told.push((
            Some(date.clone()),
            match status.filter(|_| s.happening().is_some()) {
                Some(status) => t.w("timeline-stated-as", status),
                None => t.m("timeline-stated"),
            },
        )),
        (None, None) if told.is_empty() => {
            told.push((None, status.unwrap_or_else(|| t.m("timeline-stated"))));
        }
        (None, None) => {}
    }
    told
}

fn field_data<T>(choice: &Choice<T>, show: impl Fn(&T) -> Value) -> Value {
    let ids = |seqs: &[Seq]| {
        seqs.iter()
            .map(|seq| format!("st-{seq}"))
            .collect::<Vec<_>>()
    };
    let values: Vec<Value> = match choice.outcome() {
        Outcome::NotStated => vec![],
        Outcome::Stated(value) => vec![show(value)],
        Outcome::Disputed(a, b) => vec![show(a), show(b)],
    };
    json!({
        "values": values, "disputed": choice.is_disputed(), "rule": choice.rule(),
        "for": ids(choice.supporting()), "against": ids(choice.against()),
    })
}

fn data(view: &View<'_>, p: &Partnership) -> Value {
    fn word<T: serde::Serialize>(value: &T) -> Value {
        json!(value)
    }
    let date = |date: &DateValue| json!(date.0);
    let mut all = view.row_json(p);
    all["fields"] = json!({
        "kind": field_data(&p.kind, word),
        "agreement": field_data(&p.agreement, word),
        "instrument": field_data(&p.instrument, word),
        "activity": field_data(&p.activity, word),
        "since": field_data(&p.since, date),
        "until": field_data(&p.until, date),
        "funding": field_data(&p.funding, word),
    });
    all["themes"] = json!(p.themes);
    all["no_longer_listed"] = json!(p.no_longer_listed.map(|seq| format!("st-{seq}")));
    all["statements"] = p
        .statements
        .iter()
        .filter_map(|seq| view.statement_json(*seq))
        .collect();
    all["permanent"] = json!(view.absolute(&format!("/id/{}", p.pair)));
    let pages: Vec<String> = crate::messages::Language::ALL
        .iter()
        .map(|l| view.absolute(&Page::Partnership(p.pair.to_string()).path(*l)))
        .collect();
    all["pages"] = json!(pages);
    all
}
