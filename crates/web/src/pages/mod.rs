//! The pages, and how one is chosen.

mod bodies;
mod body;
mod changes;
mod cite;
mod compare;
mod country;
mod development;
mod editing;
mod errors;
mod explore;
mod figures;
mod files;
mod frame;
mod funding;
mod group;
mod latest;
mod law;
mod numbered;
mod others;
mod partnership;
mod rows;
mod search;
mod selects;
mod similar;
mod source;
mod start;
mod tables;
mod texts;
mod time;
mod views;
mod wrong;

use std::cell::RefCell;
use std::sync::Arc;

use ::time::Date;

use axum::http::StatusCode;
use bytes::Bytes;
use percent_encoding::percent_decode_str;
use serde::Serialize;
use vanort_app::local_names::name_in;
use vanort_app::notes::{self, Shown};
use vanort_app::{Ctx, Snapshot};
use vanort_domain::bodies::{Body, Succession};
use vanort_domain::collation::{SortKey, sort_key_in};
use vanort_domain::register::Register;
use vanort_domain::register::as_of::Seen;
use vanort_domain::sources::Source;
use vanort_domain::statements::Statement;
use vanort_domain::vocabulary::{Role, Speaker};
use vanort_domain::{BodyId, CountryCode, PairKey, Seq};

pub(crate) use errors::{bad_address, broken, busy, late, only_read, refused};
use frame::Frame;
pub(crate) use frame::encode;
pub(crate) use law::assess;
pub use law::{Told, law_record};
use time::Then;
pub(crate) use time::asks_for_the_past;
pub(crate) use views::asks_for_a_drawing;

use crate::Settings;
use crate::export::Export;
use crate::messages::{Language, Words};
use crate::urls::{self, Form, Page};

/// The codes of Sweden's counties (SCB).
const COUNTIES: [&str; 21] = [
    "01", "03", "04", "05", "06", "07", "08", "09", "10", "12", "13", "14", "17", "18", "19", "20",
    "21", "22", "23", "24", "25",
];

/// What the permanent address of anything begins with.
pub(crate) const PERMANENT: &str = "/id/";

/// What is asked for.
pub(crate) struct Asked<'a> {
    pub ctx: &'a Ctx,
    pub settings: &'a Settings,
    pub path: &'a str,
    pub query: &'a str,
    pub wants_data: bool,
    /// The language that whoever asks reads best of those the site has, for an address that is in none.
    pub reads: Language,
}

/// What is answered.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    pub status: StatusCode,
    pub content_type: &'static str,
    pub body: Bytes,
    pub location: Option<String>,
    pub download: Option<String>,
    /// Whether it is for whoever asked alone, and not to be kept anywhere.
    pub private: bool,
    /// A file that is written while it is sent, in place of the body.
    pub export: Option<Export>,
}

impl Answer {
    fn new(content_type: &'static str, body: impl Into<Bytes>) -> Self {
        Self {
            status: StatusCode::OK,
            content_type,
            body: body.into(),
            location: None,
            download: None,
            private: false,
            export: None,
        }
    }

    /// A file that is written while it is sent.
    pub(crate) fn export(kind: &'static str, name: String, export: Export) -> Self {
        Self {
            download: Some(name),
            export: Some(export),
            private: true,
            ..Self::new(kind, "")
        }
    }

    /// With links that lead to the day from which the page looks.
    fn kept_in_time(mut self, view: &View<'_>) -> Self {
        if self.content_type.starts_with("text/html")
            && let Ok(html) = std::str::from_utf8(&self.body)
        {
            self.body = time::keep_in_links(html, view).into();
        }
        if let Some(to) = self
            .location
            .as_mut()
            .filter(|to| !to.contains(time::AS_OF))
        {
            let ours: Vec<_> = view
                .query
                .iter()
                .filter(|(name, _)| time::is_ours(name))
                .cloned()
                .collect();
            let query = frame::query_of(&ours);
            let query = if to.contains('?') {
                query.replacen('?', "&", 1)
            } else {
                query
            };
            to.push_str(&query);
        }
        // Two files of different years lie beside each other where they are kept.
        self.download = self.download.map(|name| time::in_file_name(&name, view));
        self
    }

    fn private(mut self) -> Self {
        self.private = true;
        self
    }

    fn html(template: &impl askama::Template) -> Self {
        thread_local! {
            /// What pages are written into one after the other, so that none moves while it grows.
            static PAGE: RefCell<String> = const { RefCell::new(String::new()) };
        }
        let page = PAGE.with_borrow_mut(|html| {
            html.clear();
            // Writing a template to memory fails only when a value's own formatting does, and ours do not.
            let _ = template.render_into(html);
            if has_turns(html) {
                html.retain(|c| !TURNS(c));
            }
            let page = Bytes::copy_from_slice(html.as_bytes());
            html.shrink_to(LONGEST_KEPT);
            page
        });
        Self::new("text/html; charset=utf-8", page)
    }

    fn json(value: &impl Serialize) -> Self {
        Self::new(
            "application/json",
            serde_json::to_vec(value).unwrap_or_default(),
        )
    }

    fn csv(name: &str, body: Vec<u8>) -> Self {
        Self {
            download: Some(format!("{name}.csv")),
            ..Self::new("text/csv; charset=utf-8", body)
        }
    }

    /// A file to be saved under a name.
    fn file(kind: urls::Kind, name: &str, body: impl Into<Bytes>) -> Self {
        Self {
            download: Some(format!("{name}{}", kind.ending())),
            ..Self::new(kind.media_type(), body)
        }
    }

    pub(crate) fn redirect(status: StatusCode, to: String) -> Self {
        Self {
            status,
            location: Some(to),
            ..Self::new("text/plain; charset=utf-8", "")
        }
    }

    fn status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }
}

/// The room that a thread keeps for its next page, in bytes: what all but the longest pages need.
const LONGEST_KEPT: usize = 256 * 1024;

/// What every page is made from.
pub(crate) struct View<'a> {
    pub ctx: &'a Ctx,
    pub settings: &'a Settings,
    pub snapshot: &'a Arc<Snapshot>,
    /// The register as it is now, whatever day is looked from.
    pub live: &'a Arc<Snapshot>,
    pub t: Words,
    pub page: Page,
    pub form: Form,
    pub query: Vec<(String, String)>,
    /// The day from which the register is looked at, where it is not this one.
    pub then: Then,
    /// The day that counts as today: the one looked from.
    pub today: Date,
}

impl<'a> View<'a> {
    fn register(&self) -> &'a Register {
        &self.snapshot.register
    }

    /// A statement with what it tells of the day from which the register is looked at; nothing where it tells nothing of it.
    fn seen(&self, seq: Seq) -> Option<Arc<Statement>> {
        let statement = self.register().statement(seq)?;
        if !self.then.is_past() {
            return Some(Arc::clone(statement));
        }
        let entry = self.register().entry(seq)?;
        match self.then.as_of.sees(statement, entry.recorded) {
            Seen::Whole => Some(Arc::clone(statement)),
            Seen::Part(part) => Some(Arc::new(*part)),
            Seen::Nothing => None,
        }
    }

    /// Whether a body has said something of its partnerships after the day from which the register is looked at, that tells of
    /// that day.
    fn has_spoken_later(&self, body: &Body) -> bool {
        let partners = self.register().partnerships_of(&body.id);
        let said = partners
            .iter()
            .flat_map(|of| of.partnership.statements.iter())
            .filter_map(|seq| self.register().statement(*seq));
        let own =
            said.filter(|said| said.speaker == Speaker::Subject && said.subject.body == body.id);
        own.into_iter().any(|said| self.then.as_of.is_before(said))
    }

    /// The address of a page in the language of this one.
    fn url(&self, page: &Page) -> String {
        page.path(self.t.language)
    }

    fn body_url(&self, id: &BodyId) -> String {
        self.url(&Page::Body(id.to_string()))
    }

    fn pair_url(&self, pair: &PairKey) -> String {
        self.url(&Page::Partnership(pair.to_string()))
    }

    /// The name a body is listed by, in the page's language where it has one there, with its level where one of another
    /// level has that name too; its identifier when nothing is known of it.
    fn name(&self, id: &BodyId) -> String {
        let Some(body) = self.register().body(id) else {
            return id.to_string();
        };
        let name = self.name_of(body).to_owned();
        match self.snapshot.namesakes().level_of(&body.id) {
            Some(Role::Region) => format!("{name} ({})", self.t.m("level-region")),
            Some(Role::District) => format!("{name} ({})", self.t.m("level-county")),
            Some(Role::Part) => format!("{name} ({})", self.t.m("level-part")),
            _ => name,
        }
    }

    fn name_of<'b>(&self, body: &'b Body) -> &'b str {
        name_in(body, self.t.language.tongue())
    }

    /// A note of the register's own, in the page's language where it is known there.
    fn note<'n>(&self, note: &'n str) -> Shown<'n> {
        notes::in_language(note, self.t.language.tongue())
    }

    /// A source's publisher. What the register says of it in brackets is in the language of the page.
    fn publisher(&self, source: &Source) -> String {
        self.note(&source.publisher).text.into_owned()
    }

    /// The body into which one has gone up by the day that is looked at.
    fn gone_into<'b>(&self, body: &'b Body) -> Option<&'b Succession> {
        body.merged_into().filter(|step| self.has_come(step))
    }

    fn has_come(&self, step: &Succession) -> bool {
        i32::from(step.year) <= self.today.year()
    }

    /// A name's place in the alphabet of the page's language.
    fn sort_key(&self, name: &str) -> SortKey {
        sort_key_in(self.t.language.tag(), name)
    }

    /// What a body is called today, though it may not have been known on the day that is asked about.
    fn name_now(&self, id: &BodyId) -> String {
        let body = self.live.register.body(id);
        body.map_or_else(|| id.to_string(), |body| self.name_of(body).to_owned())
    }

    /// The names of the Swedish municipalities and regions, by the alphabet of the page's language.
    fn member_names(&self) -> Vec<String> {
        let members = self.register().bodies().filter(|body| body.is_member());
        let mut names: Vec<String> = members.map(|body| self.name(&body.id)).collect();
        names.sort_by_cached_key(|name| self.sort_key(name));
        names
    }

    fn country(&self, code: CountryCode) -> String {
        self.ctx
            .countries
            .name(code, self.t.language.tag())
            .into_owned()
    }

    /// The name of a group of SKR's in the page's language; the Swedish one where the group is not known.
    fn group_name(&self, code: &str, swedish: &str) -> String {
        match code {
            "A1" | "A2" | "B3" | "B4" | "B5" | "C6" | "C7" | "C8" | "C9" => {
                self.t.m(&format!("skr-group-{}", code.to_lowercase()))
            }
            _ => swedish.to_owned(),
        }
    }

    /// The name of a Swedish county in the page's language; the Swedish one where its code is not known.
    fn county(&self, code: &str, swedish: &str) -> String {
        county(&self.t, code, swedish)
    }

    /// The county in which a Swedish body lies, in the page's language.
    fn county_of(&self, body: &Body) -> Option<String> {
        let name = body.county_name.as_deref()?;
        Some(self.county(body.county_code.as_deref().unwrap_or_default(), name))
    }

    fn param(&self, name: &str) -> Option<&str> {
        self.query
            .iter()
            .find(|(key, value)| key == name && !value.is_empty())
            .map(|(_, value)| value.as_str())
    }

    fn frame(&self, title: impl Into<String>) -> Frame {
        Frame::new(self, title.into())
    }

    /// An address outside the page, for data.
    fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.settings.public_url)
    }
}

/// The name of a Swedish county in a language; the Swedish one where its code is not known.
fn county(t: &Words, code: &str, swedish: &str) -> String {
    if COUNTIES.contains(&code) {
        t.m(&format!("county-{code}"))
    } else {
        swedish.to_owned()
    }
}

/// Answers a request.
pub(crate) fn answer(asked: &Asked<'_>, snapshot: &Arc<Snapshot>) -> Answer {
    let Ok(path) = percent_decode_str(asked.path).decode_utf8() else {
        return bad_address(asked, "error-not-utf8");
    };
    let plus = asked.query.replace('+', " ");
    let Ok(query) = read_query(&plus) else {
        return bad_address(asked, "error-not-utf8");
    };
    let (language, page, form) = match urls::parse(&path) {
        Some(found) => found,
        None => (crate::site::language(&path), Page::Start, Form::Html),
    };
    let today = asked.ctx.clock.today();
    let then = if time::is_of_its_time(&page) {
        Then::read(&query, today)
    } else {
        Then::default()
    };
    let past = then.is_past().then(|| snapshot.seen_from(then.as_of));
    let view = View {
        ctx: asked.ctx,
        settings: asked.settings,
        snapshot: past.as_ref().unwrap_or(snapshot),
        live: snapshot,
        t: Words { language },
        page,
        form: if asked.wants_data { Form::Json } else { form },
        query,
        today: then.as_of.valid.unwrap_or(today),
        then,
    };
    if let Some(id) = path.strip_prefix(PERMANENT) {
        // Data are the same for all, at the address that they have always had.
        let language = if asked.wants_data {
            language
        } else {
            asked.reads
        };
        let view = View {
            t: Words { language },
            ..view
        };
        return identified(&view, id, asked.wants_data);
    }
    if urls::parse(&path).is_none() {
        return match urls::meant(&path) {
            Some(to) => Answer::redirect(
                StatusCode::MOVED_PERMANENTLY,
                format!("{to}{}", frame::query_of(&view.query)),
            ),
            None => errors::not_found(&view, &[]),
        };
    }
    let answer = render(&view);
    if view.then.is_past() {
        answer.kept_in_time(&view)
    } else {
        answer
    }
}

fn read_query(query: &str) -> Result<Vec<(String, String)>, std::str::Utf8Error> {
    query
        .split('&')
        .filter(|part| !part.is_empty())
        .take(50)
        .map(|part| {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            let text = |text| {
                percent_decode_str(text)
                    .decode_utf8()
                    .map(|text| visible(&text))
            };
            Ok((text(name)?, text(value)?))
        })
        .collect()
}

/// Signs that turn the direction of writing for what comes after them: a name that holds one could disguise
/// itself and its neighbours.
const TURNS: fn(char) -> bool = |c| {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}')
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
};

/// Whether a text has any of them. They begin with one of two bytes, which are looked for with the whole width of the
/// processor.
fn has_turns(text: &str) -> bool {
    memchr::memchr2_iter(0xd8, 0xe2, text.as_bytes())
        .any(|place| text[place..].chars().next().is_some_and(TURNS))
}

/// The text without control characters and without signs that turn the direction of writing.
fn visible(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_control() && !TURNS(*c))
        .collect()
}

fn render(view: &View<'_>) -> Answer {
    match view.form {
        Form::Csv => tables::show(view),
        Form::File(kind) => files::show(view, kind),
        Form::Html | Form::Json => made(view),
    }
}

fn made(view: &View<'_>) -> Answer {
    match &view.page {
        Page::Start => start::show(view),
        Page::Partnerships => explore::show(view),
        Page::Partnership(id) => partnership::show(view, id),
        Page::Bodies => bodies::show(view),
        Page::Body(id) => body::show(view, id),
        Page::Groups => group::list(view),
        Page::Group(id) => group::show(view, id),
        Page::Countries => country::list(view),
        Page::Country(code) => country::show(view, code),
        Page::Sources => source::list(view),
        Page::Source(id) => source::show(view, id),
        Page::Search => search::show(view),
        Page::Latest => latest::show(view),
        Page::BodyChanges(id) => changes::of_body(view, id),
        Page::BodyAlike(id) => similar::show(view, id),
        Page::Compare => compare::show(view),
        Page::CountryChanges(code) => changes::of_country(view, code),
        Page::Development => development::show(view),
        Page::About | Page::Data | Page::Accessibility => texts::show(view),
        Page::Law => law::show(view),
        Page::Funding => funding::show(view),
        Page::Programme(key) => funding::programme(view, key),
        Page::Editing => editing::overview(view),
        Page::Review => editing::review(view),
        Page::Imports => editing::list(view),
        Page::Import(key) => editing::import(view, key),
    }
}

/// `/id/<id>`: the page of anything, or its data.
fn identified(view: &View<'_>, id: &str, wants_data: bool) -> Answer {
    let register = view.register();
    if let Some(seq) = id
        .strip_prefix("st-")
        .and_then(|number| number.parse().ok())
        .map(vanort_domain::Seq)
    {
        return latest::statement(view, seq);
    }
    let page = if let Ok(pair) = id.parse::<PairKey>() {
        register
            .partnership(&pair)
            .map(|found| Page::Partnership(found.pair.to_string()))
    } else if let Some(body) = id.parse().ok().and_then(|id: BodyId| register.body(&id)) {
        Some(Page::Body(body.id.to_string()))
    } else if let Some(group) = id.parse().ok().and_then(|id| register.group(&id)) {
        Some(Page::Group(group.id.to_string()))
    } else {
        id.parse()
            .ok()
            .and_then(|id| register.source(&id))
            .map(|source| Page::Source(source.id.to_string()))
    };
    match page {
        Some(page) => {
            let ending = if wants_data { ".json" } else { "" };
            Answer::redirect(
                StatusCode::SEE_OTHER,
                format!("{}{ending}", view.url(&page)),
            )
        }
        None => errors::not_found(
            view,
            &view
                .snapshot
                .search_index()
                .near(&view.snapshot.register, id),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_municipality_lies_in_a_county_that_is_called_in_swedish_as_its_list_calls_it() {
        let table = vanort_app::bundle::file("bodies_sweden.csv").expect("bundled");
        let table = std::str::from_utf8(&table).expect("UTF-8");
        let t = Words {
            language: Language::Sv,
        };
        let mut municipalities = 0;
        for line in table.lines().filter(|line| line.contains(",municipality")) {
            let code = &line["se-".len()..][..2];
            assert!(COUNTIES.contains(&code), "{line}");
            let county = format!(",{code},{},", t.m(&format!("county-{code}")));
            assert!(line.contains(&county), "{line}");
            municipalities += 1;
        }
        assert_eq!(municipalities, 290);
    }

    #[test]
    fn every_sign_that_turns_the_writing_is_found() {
        let turns: Vec<char> = ('\u{0}'..='\u{ffff}').filter(|c| TURNS(*c)).collect();
        assert_eq!(turns.len(), 12);
        for turn in turns {
            assert!(
                has_turns(&format!("Borås {turn}")),
                "{}",
                turn.escape_unicode()
            );
        }
        assert!(!has_turns("Göteborg – Гетеборг “ص” 漢"));
    }
}
