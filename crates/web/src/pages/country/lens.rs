//! The country lens: since when, what happened, who decided, and whether there is an agreement.

use std::sync::Arc;

use time::Date;
use vanort_app::notes::{self, Shown};
use vanort_domain::log::Entry;
use vanort_domain::register::{Choice, DateValue, Outcome, Partnership};
use vanort_domain::statements::Statement;
use vanort_domain::vocabulary::{Activity, Event, Freshness, Standing};
use vanort_domain::{CountryCode, Edtf, Seq};

use crate::charts::{Chart, Ending, Life, Mark, Plot, Shape};
use crate::messages::Words;
use crate::pages::{View, changes, development};

/// More lines than these are no drawing any more; the list tells the same.
const MOST_LIVES: usize = 60;

/// Something that happened.
pub(crate) struct Happened {
    at: Option<Edtf>,
    seq: Seq,
    /// About whom, what and by whom it is told.
    same: (String, Event, String),
    pub about: String,
    pub href: String,
    pub what: String,
    pub decided: String,
    pub words: String,
    /// The language of the words, where it is not the page's.
    pub lang: Option<&'static str>,
    pub publisher: String,
    pub source_href: String,
}

/// What happened with partners in a country, the newest first, undated last: so many at most, and whether there is
/// more.
pub(crate) fn happened(
    view: &View<'_>,
    code: CountryCode,
    found: &[&Arc<Partnership>],
    most: usize,
) -> (Vec<Happened>, bool) {
    let of_pairs = found.iter().filter(|p| p.has_happenings);
    let of_pairs = of_pairs.flat_map(|p| p.statements.iter().copied());
    let mut newest: Vec<(std::cmp::Reverse<Option<Date>>, Seq)> = of_pairs
        .chain(changes::unnamed(view.register(), code))
        .filter_map(|seq| {
            let statement = view.seen(seq)?;
            statement.happening()?;
            let day = statement.happened_on().and_then(|date| date.ordering_day());
            Some((std::cmp::Reverse(day), seq))
        })
        .collect();
    // Words of several sources about one happening become one: twice as many words are read as are shown.
    let are_left_out = newest.len() > most * 2;
    if are_left_out {
        newest.select_nth_unstable(most * 2);
        newest.truncate(most * 2);
    }
    let mut all: Vec<Happened> = newest
        .into_iter()
        .filter_map(|(_, seq)| happening(view, seq))
        .collect();
    // A publisher may tell the same in several places: the one with more words stays, with the finest date.
    all.sort_by(|a, b| {
        let fuller = |h: &Happened| h.decided.chars().count() + h.words.chars().count();
        a.same
            .cmp(&b.same)
            .then(fuller(b).cmp(&fuller(a)))
            .then(a.seq.cmp(&b.seq))
    });
    let mut once: Vec<Happened> = Vec::with_capacity(all.len());
    for happened in all {
        let of_these = once.iter_mut().rev();
        let known = of_these
            .take_while(|known| known.same == happened.same)
            .find(|known| may_be_one(known.at.as_ref(), happened.at.as_ref()));
        match known {
            Some(known) => known.take_from(happened),
            None => once.push(happened),
        }
    }
    let mut all = once;
    all.sort_by_cached_key(|happened| (std::cmp::Reverse(happened.day()), happened.seq));
    let has_more = are_left_out || all.len() > most;
    all.truncate(most);
    (all, has_more)
}

impl Happened {
    fn day(&self) -> Option<Date> {
        self.at.as_ref().and_then(Edtf::ordering_day)
    }

    /// When it happened, in words.
    pub fn date(&self, t: &Words) -> String {
        dated(t, self.at.as_ref())
    }

    /// Takes what another word about the same tells better.
    fn take_from(&mut self, other: Self) {
        if is_finer(other.at.as_ref(), self.at.as_ref()) {
            self.at = other.at;
        }
        if self.decided.is_empty() {
            self.decided = other.decided;
        }
    }
}

fn dated(t: &Words, date: Option<&Edtf>) -> String {
    date.map_or_else(|| t.m("undated"), |date| t.date(date))
}

fn happening(view: &View<'_>, seq: Seq) -> Option<Happened> {
    let (entry, statement) = (view.register().entry(seq)?, view.register().statement(seq)?);
    let event = statement.happening()?;
    let told = view.told(entry, statement);
    let (about, href) = view.about(statement);
    let noted = |field| statement.words.get(field).map(|words| view.note(words));
    let note = statement.words.get("note");
    let note = note.and_then(|note| notes::beside(note, event));
    let (reason, note) = (noted("reason"), note.as_deref().map(|note| view.note(note)));
    // A reason that is not the register's own is in the source's language, whichever that is.
    let is_own = |reason: &Shown<'_>| reason.lang.is_none();
    let lang = note.as_ref().and_then(|note| note.lang);
    let lang = lang.filter(|_| reason.as_ref().is_none_or(is_own));
    let words = [&reason, &note].into_iter().flatten();
    let words: Vec<&str> = words.map(|shown| &*shown.text).collect();
    let by = noted("decided_by");
    let reference = statement.words.get("decision_ref");
    let decided = [by.as_ref().map(|by| &*by.text), reference];
    let decided: Vec<&str> = decided.into_iter().flatten().collect();
    Some(Happened {
        at: statement.happened_on(),
        seq,
        same: (about.clone(), event, told.publisher.clone()),
        about,
        href: anchored(&href, entry),
        what: view.t.word(&event),
        decided: decided.join(", "),
        words: words.join("; "),
        lang,
        publisher: told.publisher,
        source_href: told.source_href,
    })
}

fn anchored(href: &str, entry: &Entry) -> String {
    format!("{href}#st-{}", entry.seq)
}

/// Whether it is paused or dormant, and has not ended.
pub(crate) fn rests(p: &Partnership) -> bool {
    p.standing != Standing::Ended
        && matches!(
            p.activity.value(),
            Some(Activity::Paused | Activity::Dormant)
        )
}

/// Whether it stands, and that it rests where it has not ended.
fn standing(t: &Words, p: &Partnership) -> String {
    let word = t.word(&p.standing);
    match p.activity.value().filter(|_| rests(p)) {
        Some(activity) => format!("{word}, {}", t.word(activity)),
        None => word,
    }
}

/// A line for every partnership; `None` where there are none or too many.
pub(crate) fn lives(view: &View<'_>, name: &str, found: &[&Arc<Partnership>]) -> Option<Chart> {
    if found.is_empty() || found.len() > MOST_LIVES {
        return None;
    }
    let title = view.t.w("chart-lives", name);
    let found: Vec<Arc<Partnership>> = found.iter().copied().cloned().collect();
    Some(lives_of(view, "lives", title, &found))
}

/// A line for each of some partnerships.
pub(crate) fn lives_of(
    view: &View<'_>,
    key: &str,
    title: String,
    found: &[Arc<Partnership>],
) -> Chart {
    let t = &view.t;
    let marks = [
        (Shape::Cross, "mark-ended"),
        (Shape::Bars, "mark-paused"),
        (Shape::Band, "mark-rest"),
        (Shape::Diamond, "mark-lapsed"),
        (Shape::Square, "mark-signed"),
        (Shape::Ring, "mark-other"),
    ];
    let columns = [
        "field-since",
        "lens-agreement",
        "lens-happened",
        "field-standing",
        "lens-last-word",
    ];
    Chart {
        key: key.to_owned(),
        title,
        description: t.n("chart-lives-desc", &found.len()),
        unit: t.m("chart-lives-unit"),
        over: t.m("lens-who"),
        columns: columns.map(|id| t.m(id)).to_vec(),
        series: Vec::new(),
        plot: Plot::Lives(found.iter().map(|p| life(view, p)).collect()),
        marks: marks.map(|(shape, id)| (shape, t.m(id))).to_vec(),
        breaks: Vec::new(),
        remarks: Vec::new(),
        caveats: vec![t.m("lives-what"), t.m("lives-dashes")],
        source: development::source(view),
        no_figure: t.m("chart-no-figure"),
    }
}

fn life(view: &View<'_>, p: &Partnership) -> Life {
    let t = &view.t;
    let statements: Vec<Arc<Statement>> = p
        .statements
        .iter()
        .filter_map(|seq| view.seen(*seq))
        .collect();
    // As of another day a later word that says since when proves that it stood on that day.
    let stood = is_told_later(view, p).then(|| moment(view.today));
    let day = |date: &Edtf| Some(moment(date.earliest().or(date.latest())?));
    let words = statements.iter().filter_map(|s| s.word_date());
    let first = words.filter_map(day).chain(stood).min_by(f64::total_cmp);
    // As far as the table beside it says: to the parties' own newest word, where there is any.
    let last = p.last_word.as_ref().and_then(day).into_iter();
    let last = last.chain(stood).max_by(f64::total_cmp);
    let events = told_once(view, &statements);
    Life {
        name: format!(
            "{} – {}",
            view.name(&p.pair.first),
            view.name(&p.pair.second)
        ),
        start: begun(&p.since),
        told: first.zip(last),
        end: if p.standing == Standing::Ended {
            let until = stated_span(&p.until);
            until.map_or(Ending::Undated, |(from, to)| Ending::Between(from, to))
        } else {
            Ending::Open
        },
        rests: resting_years(view, p),
        marks: marks(&statements),
        cells: vec![
            written(view, &p.since),
            agreement(view, p),
            if events.is_empty() {
                t.m("lens-nothing")
            } else {
                events.join("; ")
            },
            standing(t, p),
            last_word(t, p),
        ],
        data: row(view, p, &events),
    }
}

/// Of when the newest word is, or that only later ones tell.
fn last_word(t: &Words, p: &Partnership) -> String {
    if p.told_later {
        return t.word(&Freshness::Later);
    }
    dated(t, p.last_word.as_ref())
}

/// Whether a word that is later than the day from which the register is looked at tells of that day.
fn is_told_later(view: &View<'_>, p: &Partnership) -> bool {
    view.then.is_past()
        && p.standing != Standing::Ended
        && p.statements.iter().any(|seq| {
            let word = view.register().statement(*seq).and_then(|s| s.word_date());
            let seen = view.seen(*seq);
            word.is_some() && seen.is_some_and(|seen| seen.word_date().is_none())
        })
}

/// The years in which it rested, from the end of the year that first tells so until one that tells otherwise.
fn resting_years(view: &View<'_>, p: &Partnership) -> Vec<(f64, f64)> {
    let steps = &view.register().life(p).steps;
    let ends = steps.iter().skip(1).map(|step| step.year);
    let last = p.last_word.as_ref().and_then(Edtf::latest);
    let last = last.map_or(view.today.year(), Date::year) + 1;
    steps
        .iter()
        .zip(ends.chain(std::iter::once(last)))
        .filter(|(step, _)| {
            let resting = matches!(step.activity, Some(Activity::Paused | Activity::Dormant));
            resting && step.stands()
        })
        .map(|(step, to)| (f64::from(step.year), f64::from(to)))
        .filter(|(from, to)| from < to)
        .collect()
}

/// Whether two words may be about one day; without a date a word may be about any.
fn may_be_one(a: Option<&Edtf>, b: Option<&Edtf>) -> bool {
    let before = |from: Option<Date>, to: Option<Date>| match (from, to) {
        (Some(from), Some(to)) => from <= to,
        _ => true,
    };
    a.zip(b)
        .is_none_or(|(a, b)| before(a.earliest(), b.latest()) && before(b.earliest(), a.latest()))
}

/// Whether a date tells more than another that may be the same.
fn is_finer(date: Option<&Edtf>, than: Option<&Edtf>) -> bool {
    match (date, than) {
        (Some(date), Some(than)) => {
            date.lies_within(than) || (than.earliest().is_none() && date.earliest().is_some())
        }
        (date, than) => date.is_some() && than.is_none(),
    }
}

/// What happened, each once: words of several sources that do not contradict each other are one.
fn told_once(view: &View<'_>, statements: &[Arc<Statement>]) -> Vec<String> {
    let t = &view.t;
    let mut events: Vec<(Event, Option<Edtf>, &str)> = Vec::new();
    for statement in statements {
        let Some(event) = statement.happening() else {
            continue;
        };
        let date = statement.happened_on();
        let by = statement.words.get("decided_by").unwrap_or_default();
        let known = events
            .iter_mut()
            .find(|(known, at, _)| *known == event && may_be_one(at.as_ref(), date.as_ref()));
        match known {
            Some((_, at, decided)) => {
                if is_finer(date.as_ref(), at.as_ref()) {
                    *at = date;
                }
                *decided = if decided.is_empty() { by } else { decided };
            }
            None => events.push((event, date, by)),
        }
    }
    events.sort_by_key(|(_, date, _)| date.as_ref().and_then(Edtf::ordering_day));
    let told = events.into_iter().map(|(event, date, by)| {
        let by = if by.is_empty() {
            String::new()
        } else {
            format!(" ({})", view.note(by).text)
        };
        format!("{}, {}{by}", t.word(&event), dated(t, date.as_ref()))
    });
    told.collect()
}

fn row(view: &View<'_>, p: &Partnership, events: &[String]) -> Vec<String> {
    let values = vanort_app::tables::partnership(view.register(), p);
    let known = [
        "id",
        "first",
        "first_name",
        "second",
        "second_name",
        "standing",
        "agreement",
        "activity",
        "since",
        "until",
        "last_word",
    ];
    let cells = known
        .iter()
        .map(|field| values.text(field).unwrap_or_default().to_owned());
    cells.chain([events.join("; ")]).collect()
}

pub(crate) fn written(view: &View<'_>, date: &Choice<DateValue>) -> String {
    match date.outcome() {
        Outcome::NotStated => view.t.m("not-stated"),
        Outcome::Stated(date) => view.t.date(&date.0),
        Outcome::Disputed(a, b) => format!("{} / {}", view.t.date(&a.0), view.t.date(&b.0)),
    }
}

fn agreement(view: &View<'_>, p: &Partnership) -> String {
    let t = &view.t;
    let instrument = p.instrument.value().map(|instrument| t.word(instrument));
    let state = p.agreement.value().map(|state| t.word(state));
    match (instrument, state) {
        (Some(instrument), Some(state)) => format!("{instrument}: {state}"),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => t.m("lens-instrument-not-stated"),
    }
}

fn marks(statements: &[Arc<Statement>]) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for statement in statements {
        if let (Some(shape), Some(at)) = (
            shape(statement),
            statement.happened_on().and_then(|date| middle(&date)),
        ) {
            let known = |mark: &Mark| mark.shape == shape && (mark.at - at).abs() < 0.7;
            if !marks.iter().any(known) {
                marks.push(Mark { at, shape });
            }
        }
    }
    marks
}

fn shape(statement: &Statement) -> Option<Shape> {
    Some(match statement.happening()? {
        Event::Ended | Event::EndingDecided | Event::Replaced => Shape::Cross,
        Event::Paused | Event::DormantStated => Shape::Bars,
        Event::Lapsed => Shape::Diamond,
        Event::Signed | Event::Renewed => Shape::Square,
        _ => Shape::Ring,
    })
}

/// Between which two moments a date lies.
fn stated_span(date: &Choice<DateValue>) -> Option<(f64, f64)> {
    let of = |date: &Edtf| {
        let from = date.earliest().or(date.latest())?;
        let to = date.latest().or(date.earliest())?;
        Some((moment(from), moment(to)))
    };
    match date.outcome() {
        Outcome::NotStated => None,
        Outcome::Stated(date) => of(&date.0),
        Outcome::Disputed(a, b) => {
            let (a, b) = (of(&a.0)?, of(&b.0)?);
            Some((a.0.min(b.0), a.1.max(b.1)))
        }
    }
}

/// Between which two moments it began; "at the latest" has no first one.
fn begun(date: &Choice<DateValue>) -> Option<(f64, f64)> {
    let (from, to) = stated_span(date)?;
    let open = date.value().is_some_and(|date| date.0.earliest().is_none());
    Some((if open { f64::NEG_INFINITY } else { from }, to))
}

/// Where a mark stands: in the middle of a date within a year, at the end of a longer one.
fn middle(date: &Edtf) -> Option<f64> {
    let from = moment(date.earliest().or(date.latest())?);
    let to = moment(date.latest().or(date.earliest())?);
    Some(if to - from < 1.01 {
        f64::midpoint(from, to)
    } else {
        to
    })
}

/// A day as a year with its fraction.
fn moment(day: Date) -> f64 {
    f64::from(day.year()) + f64::from(day.ordinal() - 1) / 366.0
}
