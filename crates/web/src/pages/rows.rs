//! Rows of lists: a partnership as it is listed, and a statement as it is told.

use serde::Serialize;
use serde_json::{Value, json};
use vanort_app::fold;
use vanort_app::notes::{Shown, are_own};
use vanort_domain::imports::WAY_PREFIX;
use vanort_domain::log::Entry;
use vanort_domain::register::{AsOf, Outcome, Partnership};
use vanort_domain::statements::{About, Mention, Statement};
use vanort_domain::vocabulary::{Activity, Agreement, Evidence, Freshness, Kind, Standing};
use vanort_domain::{BodyId, CountryCode, Edtf, PairKey, Seq};

use super::View;
use crate::marks;
use crate::messages::Words;
use crate::urls::Page;

/// A partnership in a list.
pub(crate) struct Row {
    pub href: String,
    pub first: String,
    pub first_href: String,
    pub second: String,
    pub country: String,
    pub country_href: String,
    pub kind: String,
    /// Whether it stands.
    pub standing: &'static str,
    /// When it ended, where that is told.
    pub until: Option<String>,
    /// That sources differ on how it stands and nobody can tell which of them spoke last.
    pub differ: Option<String>,
    /// When it began; none where no source says.
    pub since: Option<String>,
    pub evidence: &'static str,
    pub fresh: String,
    pub carried: String,
}

/// A field of what a source says.
pub struct Said {
    /// The field.
    pub name: String,
    /// The value.
    pub value: String,
    /// The language of the value, where it is not the page's.
    pub lang: Option<&'static str>,
}

/// A statement in a list.
pub(crate) struct Told {
    pub id: String,
    pub href: String,
    pub date: String,
    /// Whether it was said after the day that is looked at.
    pub later: bool,
    pub recorded: String,
    pub about: String,
    pub about_href: String,
    pub says: Vec<Said>,
    pub speaker: String,
    pub publisher: String,
    pub source_href: String,
    pub url: Option<String>,
}

/// A partnership as data, field by field in the order of the alphabet, which is the order of all our data.
#[derive(Serialize)]
pub(crate) struct RowData<'p> {
    activity: Option<&'p Activity>,
    agreement: Option<&'p Agreement>,
    country: Option<CountryCode>,
    evidence: Evidence,
    first: Side<'p>,
    freshness: Freshness,
    id: &'p PairKey,
    kind: Option<&'p Kind>,
    last_word: Option<&'p Edtf>,
    second: Side<'p>,
    since: Option<&'p Edtf>,
    standing: Standing,
    statements: usize,
    until: Option<&'p Edtf>,
    url: String,
}

/// One of the two bodies.
#[derive(Serialize)]
struct Side<'p> {
    id: &'p BodyId,
    name: String,
}

impl View<'_> {
    /// A partnership as a row; seen from `home` the other side is named first.
    pub fn row(&self, p: &Partnership, home: Option<&BodyId>) -> Row {
        let t = &self.t;
        let partner = home
            .and_then(|home| p.pair.across(home))
            .unwrap_or(&p.pair.second);
        let other = if *partner == p.pair.second {
            &p.pair.first
        } else {
            &p.pair.second
        };
        let country = self.register().body(partner).and_then(|body| body.country);
        Row {
            href: self.pair_url(&p.pair),
            first: self.name(other),
            first_href: self.body_url(other),
            second: self.name(partner),
            country: country.map_or_else(|| t.m("country-unknown"), |code| self.country(code)),
            country_href: country.map_or_else(String::new, |code| {
                self.url(&Page::Country(code.to_string()))
            }),
            kind: p
                .kind
                .value()
                .map_or_else(|| t.m("not-stated"), |kind| t.word(kind)),
            standing: marks::standing(t, p.standing, p.activity.value().copied()),
            until: p.until.value().map(|until| t.date(&until.0)),
            differ: (p.agreement.is_of_unknown_order() || p.activity.is_of_unknown_order())
                .then(|| t.m("sources-differ")),
            since: match p.since.outcome() {
                Outcome::NotStated => None,
                Outcome::Stated(date) => Some(t.date(&date.0)),
                Outcome::Disputed(a, b) => Some(format!("{} / {}", t.date(&a.0), t.date(&b.0))),
            },
            evidence: marks::evidence_short(t, p.evidence),
            fresh: marks::fresh_as(t, p.last_word.as_ref(), p.freshness(self.today)),
            carried: self.successor_of(partner),
        }
    }

    /// That a partner has gone up in another body since, in a sentence; empty when it has not.
    fn successor_of(&self, partner: &BodyId) -> String {
        let body = self.register().body(partner);
        body.and_then(|body| self.gone_into(body))
            .filter(|step| step.successor != *partner)
            .map_or_else(String::new, |step| {
                let what = format!("{} ({})", self.name(&step.successor), step.year);
                self.t.w("row-successor", what)
            })
    }

    /// A partnership as data, in short.
    pub fn row_data<'p>(&'p self, p: &'p Partnership) -> RowData<'p> {
        let side = |id: &'p BodyId| Side {
            id,
            name: self.name(id),
        };
        RowData {
            activity: p.activity.value(),
            agreement: p.agreement.value(),
            country: self
                .register()
                .body(&p.pair.second)
                .and_then(|body| body.country),
            evidence: p.evidence,
            first: side(&p.pair.first),
            freshness: p.freshness(self.today),
            id: &p.pair,
            kind: p.kind.value(),
            last_word: p.last_word.as_ref(),
            second: side(&p.pair.second),
            since: p.since.value().map(|date| &date.0),
            standing: p.standing,
            statements: p.statements.len(),
            until: p.until.value().map(|date| &date.0),
            url: self.absolute(&self.pair_url(&p.pair)),
        }
    }

    /// The same, to have more added to it.
    pub fn row_json(&self, p: &Partnership) -> Value {
        json!(self.row_data(p))
    }

    /// A statement as it is told.
    pub fn told(&self, entry: &Entry, statement: &Statement) -> Told {
        let t = &self.t;
        let source = self.register().source(&statement.source);
        let (about, about_href) = self.about(statement);
        Told {
            id: format!("st-{}", entry.seq),
            href: format!("/id/st-{}", entry.seq),
            date: statement
                .said
                .as_ref()
                .map_or_else(|| t.word(&Freshness::Undated), |date| t.date(date)),
            later: is_later(statement, self.then.as_of),
            recorded: t.day(entry.recorded.day()),
            about,
            about_href,
            says: self.says(entry, statement),
            speaker: t.word(&statement.speaker),
            publisher: source.map_or_else(
                || statement.source.to_string(),
                |source| self.publisher(source),
            ),
            source_href: self.url(&Page::Source(statement.source.to_string())),
            url: source.and_then(|source| source.url.clone()),
        }
    }

    /// What a statement is about, and its page.
    pub fn about(&self, statement: &Statement) -> (String, String) {
        let canonical = |id: &BodyId| self.register().identity().canonical(id);
        let subject = canonical(&statement.subject.body);
        match &statement.about {
            About::Partner(partner) => self.about_pair(statement, partner),
            About::Group(group) => {
                let name = self
                    .register()
                    .group(group)
                    .map_or_else(|| group.to_string(), |g| g.name.clone());
                (
                    format!("{} – {name}", self.name(&subject)),
                    self.url(&Page::Group(group.to_string())),
                )
            }
            About::Body(declaration) => {
                let mut name = self.name(&subject);
                if declaration.is_none() {
                    name = format!("{name} – {}", self.t.m("lens-not-named"));
                }
                (name, self.body_url(&subject))
            }
        }
    }

    /// The two sides of a statement, and the page of their partnership. Where one of them is not there, since it was said to
    /// be no body or its list was withdrawn, its words stand for it, and the page is the other's.
    fn about_pair(&self, statement: &Statement, partner: &Mention) -> (String, String) {
        let canonical = |id: &BodyId| self.register().identity().canonical(id);
        let mentions = [&statement.subject, partner];
        let pair = PairKey::new(canonical(&mentions[0].body), canonical(&mentions[1].body));
        let is_seen = |id: &BodyId| self.register().body(id).is_some();
        let name = |id: &BodyId| {
            let mention = mentions.iter().find(|of| canonical(&of.body) == *id);
            let written = mention.and_then(|of| of.written.as_deref());
            match written.filter(|_| !is_seen(id)) {
                Some(written) => self.t.w("quote", written),
                None => self.name(id),
            }
        };
        let href = match (is_seen(&pair.first), is_seen(&pair.second)) {
            (true, false) => self.body_url(&pair.first),
            (false, true) => self.body_url(&pair.second),
            _ => self.pair_url(&pair),
        };
        (
            format!("{} – {}", name(&pair.first), name(&pair.second)),
            href,
        )
    }

    /// What a statement says, field by field, with the words as written in quotation marks.
    fn says(&self, entry: &Entry, s: &Statement) -> Vec<Said> {
        let t = &self.t;
        let date = |date: &Option<Box<Edtf>>| date.as_ref().map(|date| t.date(date));
        let themes: Vec<String> = s.themes.iter().map(|theme| t.word(theme)).collect();
        let (written, declaration) = match &s.about {
            About::Partner(partner) => (partner.written.as_deref(), None),
            About::Body(declaration) => (None, declaration.map(|v| t.word(&v))),
            About::Group(_) => (s.words.get("group_written"), None),
        };
        let written = written.map(|words| t.w("quote", words));
        let fields = [
            ("field-own-written", self.own_written(&s.subject), ""),
            ("field-written", written, ""),
            ("field-country-written", None, "country_written"),
            ("field-predecessor", None, "predecessor_written"),
            ("field-declaration", declaration, ""),
            ("field-event", s.event.map(|v| t.word(&v)), ""),
            ("field-kind", s.kind.map(|v| t.word(&v)), "kind_written"),
            (
                "field-instrument",
                s.instrument.map(|v| t.word(&v)),
                "instrument_written",
            ),
            ("field-agreement", s.agreement.map(|v| t.word(&v)), ""),
            (
                "field-activity",
                s.activity.map(|v| t.word(&v)),
                "status_written",
            ),
            ("field-since", date(&s.since), "since_written"),
            ("field-until", date(&s.until), "until_written"),
            ("field-effective", date(&s.effective), ""),
            ("field-funding", s.funding.map(|v| t.word(&v)), ""),
            (
                "field-themes",
                Some(themes.join(", ")).filter(|text| !text.is_empty()),
                "",
            ),
        ];
        let note = s.words.get("note").and_then(|note| self.note(note).lang);
        fields
            .into_iter()
            .chain(self.says_beside(s))
            .filter_map(|(name, value, written)| {
                // A list has its own notes; those of a table of statements are the register's, and stand without quotation marks.
                let (name, value) = match value {
                    Some(note) if name == "field-note" && is_of_list(entry) => {
                        ("field-note-source", Some(t.w("quote", note)))
                    }
                    value => (name, value),
                };
                let value = with_quote(t, s, value, written)?;
                let lang = note.filter(|_| name == "field-note");
                Some(Said {
                    name: t.m(name),
                    value,
                    lang,
                })
            })
            .collect()
    }

    /// How a Swedish side is written, where it is called nothing like that.
    fn own_written(&self, own: &Mention) -> Option<String> {
        let written = own.written.as_deref().filter(|_| own.body.is_swedish())?;
        let body = self.register().body(&own.body)?;
        let is_called = |name: &str| fold(name) == fold(written);
        let is_known = body.names().into_iter().any(is_called);
        (!is_known).then(|| self.t.w("quote", written))
    }

    /// What a statement says beside the relation itself: who wanted and decided it, why, and how sure the register is. Each
    /// with its value, and the field in which the source's own words for it are.
    fn says_beside(&self, s: &Statement) -> [(&'static str, Option<String>, &'static str); 7] {
        let t = &self.t;
        let initiated = s.words.get("initiated_by").map(|side| match side {
            "sweden" => t.m("initiated-sweden"),
            "partner" => t.m("initiated-partner"),
            "both" => t.m("initiated-both"),
            other => other.to_owned(),
        });
        let as_it_is = |field: &str| s.words.get(field).map(str::to_owned);
        let told = |field: &str| s.words.get(field).map(|words| self.note(words));
        let text = |note: Shown<'_>| note.text.into_owned();
        // Some reasons are put in the register's words; those of a source stand in quotation marks.
        let reason = s.words.get("reason").filter(|words| are_own(words));
        let quoted_reason = if reason.is_some() { "" } else { "reason" };
        [
            ("field-initiated", initiated, ""),
            ("field-decided", told("decided_by").map(text), ""),
            ("field-reference", as_it_is("decision_ref"), ""),
            (
                "field-reason",
                reason.map(|words| text(self.note(words))),
                quoted_reason,
            ),
            ("field-quote", None, "quote"),
            ("field-confidence", s.confidence.map(|v| t.word(&v)), ""),
            ("field-note", told("note").map(text), ""),
        ]
    }

    /// A statement as data: every field as stated.
    pub fn statement_json(&self, seq: Seq) -> Option<Value> {
        let entry = self.register().entry(seq)?;
        let statement = self.register().statement(seq)?;
        Some(json!({
            "id": format!("st-{seq}"),
            "url": self.absolute(&format!("/id/st-{seq}")),
            "recorded": entry.recorded,
            "by": entry.by,
            "counts": self.register().counts(entry, statement),
            "source": self.register().source(&statement.source),
            "values": statement,
        }))
    }
}

/// A value with the words as written behind it, where there are any.
fn with_quote(t: &Words, s: &Statement, value: Option<String>, written: &str) -> Option<String> {
    let quote = s.words.get(written).map(|words| t.w("quote", words));
    match (value, quote) {
        (Some(value), Some(quote)) => Some(format!("{value} {quote}")),
        (value, quote) => value.or(quote),
    }
}

/// Whether an entry came with a list or an answer of a service that somebody brought.
fn is_of_list(entry: &Entry) -> bool {
    entry.by.starts_with(WAY_PREFIX)
}

/// Whether a statement was surely said after the day that is looked at, and tells nothing else of that day.
fn is_later(statement: &Statement, as_of: AsOf) -> bool {
    let said = statement.said.as_ref().and_then(Edtf::earliest);
    let is_after = said.zip(as_of.valid).is_some_and(|(said, day)| said > day);
    is_after && !as_of.sees_whole(statement)
}
