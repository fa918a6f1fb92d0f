//! What an editor does: decisions in the review queue, and imports. Every act is a form that is sent; what comes back is
//! the page to look at next.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::multipart::MultipartError;
use axum::extract::{FromRequest as _, Multipart, Request};
use axum::http::StatusCode;
use futures_util::StreamExt as _;
use percent_encoding::percent_decode_str;
use vanort_app::desk::{Corrections, DeskError, Options, State, Stated};
use vanort_app::imports::{Column, Plan};
use vanort_app::review::{self, Say};
use vanort_app::{Desk, visible};
use vanort_domain::imports::Withdrawal;
use vanort_domain::{BodyId, Seq};

use crate::messages::Language;
use crate::pages::encode;
use crate::urls::Page;

/// Largest file that is taken in, in bytes.
pub(crate) const LARGEST_FILE: usize = 32 * 1024 * 1024;
/// Largest body of a request with a file, in bytes: the file, and what a form puts around it.
pub(crate) const LARGEST_UPLOAD: usize = LARGEST_FILE + 64 * 1024;
/// Most bytes of what is too large that are read past, to tell so.
const MOST_PASSED: usize = 8 * LARGEST_FILE;

/// How long the page of a list is waited for, and how often it is looked.
const SHORT: Duration = Duration::from_millis(800);
const STEP: Duration = Duration::from_millis(20);

/// What comes of an act: where to look next, or what was wrong with the form.
pub(crate) type Done = Result<String, StatusCode>;

/// Does what the form on an editor's page asks for.
pub(crate) async fn act(
    desk: &Arc<Desk>,
    page: &Page,
    language: Language,
    request: Request,
) -> Done {
    let here = page.path(language);
    match page {
        Page::Review => decide(desk, &here, &Form::read(request).await?).await,
        Page::Imports if is_upload(&request) => bring(desk, &here, language, request).await,
        Page::Imports => withdraw(desk, &here, &Form::read(request).await?).await,
        Page::Import(key) => import(desk, key, &here, &Form::read(request).await?).await,
        _ => Err(StatusCode::METHOD_NOT_ALLOWED),
    }
}

/// A form as it was sent.
struct Form(Vec<(String, String)>);

impl Form {
    async fn read(request: Request) -> Result<Self, StatusCode> {
        let body = axum::body::to_bytes(request.into_body(), 64 * 1024)
            .await
            .map_err(|_| StatusCode::PAYLOAD_TOO_LARGE)?;
        let text = std::str::from_utf8(&body)
            .map_err(|_| StatusCode::BAD_REQUEST)?
            .replace('+', " ");
        let decoded = |part: &str| {
            percent_decode_str(part)
                .decode_utf8()
                .map(|text| text.into_owned())
                .ok()
        };
        let fields = text
            .split('&')
            .filter_map(|pair| {
                let (name, value) = pair.split_once('=')?;
                let value = decoded(value)?;
                let seen = visible(&value).replace(char::is_control, "");
                Some((decoded(name)?, seen))
            })
            .take(1_200)
            .collect();
        Ok(Self(fields))
    }

    fn text(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(field, _)| field == name)
            .map(|(_, value)| value.trim())
            .filter(|value| !value.is_empty())
    }

    fn body(&self, name: &str) -> Option<BodyId> {
        self.text(name)?.parse().ok()
    }

    /// Bodies whose identifiers stand in a field with commas between them.
    fn bodies(&self, name: &str) -> Vec<BodyId> {
        let ids = self.text(name).unwrap_or_default().split(',');
        ids.filter_map(|id| id.parse().ok()).collect()
    }

    /// The address with the filters of the review queue.
    fn with_filters(&self, here: &str, more: &[(&str, String)]) -> String {
        let filters = ["doubt", "country", "source"]
            .into_iter()
            .filter_map(|name| Some((name, self.text(name)?.to_owned())));
        let query: Vec<String> = filters
            .chain(more.iter().cloned())
            .map(|(name, value)| format!("{name}={}", encode(&value)))
            .collect();
        if query.is_empty() {
            here.to_owned()
        } else {
            format!("{here}?{}", query.join("&"))
        }
    }
}

fn failed(error: &DeskError) -> StatusCode {
    tracing::error!(%error, "an editor's act failed");
    match error {
        DeskError::Gone => StatusCode::NOT_FOUND,
        DeskError::Table(_) | DeskError::Answer(_) | DeskError::Source(_) => {
            StatusCode::BAD_REQUEST
        }
        _ => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

async fn decide(desk: &Arc<Desk>, here: &str, form: &Form) -> Done {
    if let Some(seqs) = form.text("undo") {
        return undo(desk, here, form, seqs).await;
    }
    let case = form.body("case").ok_or(StatusCode::BAD_REQUEST)?;
    let say = match (form.body("same"), form.body("different"), form.text("say")) {
        (Some(other), ..) => Say::Same(other),
        (_, Some(other), _) => Say::Different(other),
        (.., Some("own_body")) => Say::OwnBody,
        (.., Some("not_a_body")) => Say::NotABody,
        (.., Some("later")) => Say::Later,
        (.., Some("other")) => {
            let written = form.text("other").unwrap_or_default().trim();
            let found = tokio::task::block_in_place(|| desk.other(&case, written));
            match found.map_err(|e| failed(&e))? {
                Some(other) => Say::Same(other),
                None => {
                    let again = [("case", case.to_string()), ("other", written.to_owned())];
                    return Ok(form.with_filters(here, &again));
                }
            }
        }
        _ => return Err(StatusCode::BAD_REQUEST),
    };
    let also = form.bodies("also");
    if said_already(desk, &case, &say).is_some() {
        // The button was pressed twice: what came of it is told once more.
        let asked = std::iter::once(&case).chain(&also);
        let said: Vec<Seq> = asked
            .filter_map(|of| said_already(desk, of, &say))
            .collect();
        return Ok(form.with_filters(here, &done(&said)));
    }
    // Working the queue out takes a while in a large register.
    let cases = tokio::task::block_in_place(|| desk.cases()).map_err(|e| failed(&e))?;
    let Some(waiting) = cases.iter().find(|waiting| waiting.body == case) else {
        // Somebody else was quicker: what she said is told, and that this was not taken.
        let said = last_said(desk, &case).map(|seq| ("before", seq.to_string()));
        let said: Vec<(&str, String)> = said.into_iter().collect();
        return Ok(form.with_filters(here, &said));
    };
    let also = waiting.same_words.iter().filter(|id| also.contains(id));
    let mut said = Vec::new();
    for case in std::iter::once(&case).chain(also) {
        let seq = desk.say(case, &say, None).await.map_err(|e| failed(&e))?;
        said.extend(seq);
    }
    Ok(form.with_filters(here, &done(&said)))
}

/// What an address says of the decisions that were made.
fn done(said: &[Seq]) -> Vec<(&'static str, String)> {
    let seqs = numbers(said).map(|seqs| ("done", seqs));
    seqs.into_iter().collect()
}

/// Takes back what was decided in one act.
async fn undo(desk: &Arc<Desk>, here: &str, form: &Form, seqs: &str) -> Done {
    let seqs = decisions(seqs).ok_or(StatusCode::BAD_REQUEST)?;
    let mut case = None;
    for seq in seqs.into_iter().rev() {
        case = desk.take_back(seq).await.map_err(|e| failed(&e))?.or(case);
    }
    let undone = case.map(|body| [("case", body.to_string()), ("undone", "1".to_owned())]);
    let undone: Vec<(&str, String)> = undone.into_iter().flatten().collect();
    Ok(form.with_filters(here, &undone))
}

/// The numbers of decisions that one act has made, as an address and a button have them; `None` for something else.
pub(crate) fn decisions(written: &str) -> Option<Vec<Seq>> {
    let numbers = written.split('-').map(|seq| seq.parse().map(Seq).ok());
    numbers.collect()
}

/// As [`decisions`] reads them.
pub(crate) fn numbers(seqs: &[Seq]) -> Option<String> {
    let seqs: Vec<String> = seqs.iter().map(Seq::to_string).collect();
    (!seqs.is_empty()).then(|| seqs.join("-"))
}

/// The decision in force that says the very same of a case. Putting off is said anew each time.
fn said_already(desk: &Desk, case: &BodyId, say: &Say) -> Option<Seq> {
    let decision = review::decision(case, say, None);
    let snapshot = desk.recorder().live().snapshot();
    let identity = snapshot.register.identity();
    let (seq, verdict) = identity.verdict(&decision.a, &decision.b)?;
    (verdict == decision.verdict && *say != Say::Later).then_some(seq)
}

/// The last decision in force on a case.
fn last_said(desk: &Desk, case: &BodyId) -> Option<Seq> {
    let snapshot = desk.recorder().live().snapshot();
    let decisions = snapshot.register.identity().in_force();
    let of_case = decisions.filter(|((a, b), ..)| a == case || b == case);
    of_case.map(|(_, seq, _)| seq).max()
}

fn is_upload(request: &Request) -> bool {
    request
        .headers()
        .get(axum::http::header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .is_some_and(|kind| kind.starts_with("multipart/form-data"))
}

async fn bring(desk: &Arc<Desk>, here: &str, language: Language, request: Request) -> Done {
    let Some((title, bytes)) = file(request).await? else {
        return Ok(at_fault(here, "too_large", None));
    };
    let there = desk.clone();
    let brought = tokio::task::spawn_blocking(move || there.bring(&title, bytes))
        .await
        .map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?;
    match brought {
        Ok(key) => {
            plan_if_complete(desk, &key);
            settle(desk, &key).await;
            Ok(Page::Import(key).path(language))
        }
        Err(fault @ (DeskError::Table(_) | DeskError::Answer(_) | DeskError::Source(_))) => {
            Ok(at_fault(here, fault.key(), fault.line()))
        }
        Err(error) => Err(failed(&error)),
    }
}

/// The file that was sent, and its name; `None` where it is larger than any that is taken in.
async fn file(request: Request) -> Result<Option<(String, Vec<u8>)>, StatusCode> {
    if length(&request).is_some_and(|length| length > LARGEST_UPLOAD as u64) {
        read_past(request).await;
        return Ok(None);
    }
    let unread = |why: String| {
        tracing::warn!(why, "a file did not come in");
        StatusCode::BAD_REQUEST
    };
    let broken_off = |error: MultipartError| match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Ok(None),
        _ => Err(unread(error.body_text())),
    };
    let parts = Multipart::from_request(request, &()).await;
    let mut parts = parts.map_err(|error| unread(error.body_text()))?;
    loop {
        let part = match parts.next_field().await {
            Ok(Some(part)) => part,
            Ok(None) => return Err(unread("there is none".to_owned())),
            Err(error) => return broken_off(error),
        };
        if part.name() != Some("file") {
            continue;
        }
        let name = part.file_name().unwrap_or_default();
        let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
        let name = name.to_owned();
        return match part.bytes().await {
            Ok(bytes) if bytes.len() > LARGEST_FILE => Ok(None),
            Ok(bytes) => Ok(Some((name, bytes.to_vec()))),
            Err(error) => broken_off(error),
        };
    }
}

/// Reads past what is too large: a browser looks at no answer before it has sent all of it. Whoever sends without end gets none.
async fn read_past(request: Request) {
    let mut rest = request.into_body().into_data_stream();
    let mut passed = 0;
    while passed < MOST_PASSED
        && let Some(Ok(piece)) = rest.next().await
    {
        passed += piece.len();
    }
}

/// How long a request says that it is, in bytes.
fn length(request: &Request) -> Option<u64> {
    let length = request.headers().get(axum::http::header::CONTENT_LENGTH)?;
    length.to_str().ok()?.parse().ok()
}

/// Where it stands what was wrong with a file ([`DeskError::key`]), and on which line.
fn at_fault(here: &str, key: &str, line: Option<u64>) -> String {
    let line = line.map_or_else(String::new, |line| format!("&line={line}"));
    format!("{here}?fault={key}{line}")
}

async fn withdraw(desk: &Arc<Desk>, here: &str, form: &Form) -> Done {
    let (way, withdrawn) = match (form.text("withdraw"), form.text("restore")) {
        (Some(way), _) => (way, true),
        (_, Some(way)) => (way, false),
        _ => return Err(StatusCode::BAD_REQUEST),
    };
    let snapshot = desk.recorder().live().snapshot();
    if snapshot.register.import(way).is_none() {
        return Err(StatusCode::NOT_FOUND);
    }
    if snapshot.register.is_withdrawn(way) != withdrawn {
        let withdrawal = Withdrawal {
            way: way.into(),
            withdrawn,
            reason: None,
        };
        desk.recorder()
            .withdraw("editor", withdrawal)
            .await
            .map_err(|e| failed(&e.into()))?;
    }
    Ok(format!("{here}?done={way}"))
}

/// What the form on a list's page is sent for: to try the list, or to take in what was tried. What stands in the form is never
/// passed over: where it says another thing than when it was shown, the list is tried with that first.
async fn import(desk: &Arc<Desk>, key: &str, here: &str, form: &Form) -> Done {
    let pending = desk.pending(key).ok_or(StatusCode::NOT_FOUND)?;
    let said = corrections(form);
    if form.text("do") != Some("commit") {
        correct(desk, key, said).await?;
        let answers = form.text("mean").is_some() || form.text("do") == Some("answer");
        return Ok(format!("{here}{}", if answers { "#meant" } else { "" }));
    }
    if matches!(pending.state, State::TakingIn | State::Done(..)) {
        return Ok(here.to_owned());
    }
    if form.text("shown") != Some(&said.mark()) {
        correct(desk, key, said).await?;
        return Ok(format!("{here}?told=untried"));
    }
    // A list whose publisher nobody has named is not taken in: every word needs its source.
    if pending.stated.publisher.is_empty() {
        return Ok(here.to_owned());
    }
    let shown = form.text("tried").unwrap_or_default();
    let Some((turn, plan)) = desk.take_plan(key, shown) else {
        return Ok(format!("{here}?told=replaced"));
    };
    carry_out_in_background(desk, key, turn, plan);
    Ok(here.to_owned())
}

/// What stands in the form on a list's page.
fn corrections(form: &Form) -> Corrections {
    let column = |(name, value): &(String, String)| {
        let place = name.strip_prefix("column-")?.parse().ok()?;
        Some((place, Column::of_key(value)?))
    };
    let text = |name: &str| form.text(name).map(str::to_owned);
    Corrections {
        sheet: text("sheet").unwrap_or_default(),
        columns: form.0.iter().filter_map(column).collect(),
        options: Options {
            fill_down: form.text("fill_down").is_some(),
            country_down: form.text("country_down").is_some(),
            several: form.text("several").is_some(),
            everywhere: form.text("everywhere").is_some(),
        },
        body: text("body").unwrap_or_default(),
        meant: meant(form),
        stated: Stated {
            publisher: text("publisher").unwrap_or_default(),
            url: text("url"),
            date: text("date"),
            licence: text("licence"),
        },
    }
}

/// Which Swedish bodies words mean: what stands in the fields, and the one that a button says.
fn meant(form: &Form) -> BTreeMap<String, String> {
    let stands = form.0.iter().filter_map(|(name, value)| {
        let words = name.strip_prefix("meant-")?;
        Some((words, value.trim()))
    });
    let pressed = form.text("mean").and_then(|said| said.split_once('='));
    let said = stands.chain(pressed).filter(|(_, body)| !body.is_empty());
    said.map(|(words, body)| (words.to_owned(), body.to_owned()))
        .collect()
}

/// Corrects a list on the desk and tries it.
async fn correct(desk: &Arc<Desk>, key: &str, said: Corrections) -> Result<(), StatusCode> {
    // What is said of columns is said of the sheet that was shown.
    let is_another = !said.sheet.is_empty() && choose_sheet(desk, key, &said.sheet).await?;
    let corrected = if is_another {
        desk.state(key, said.stated)
    } else {
        desk.correct(key, said)
    };
    corrected.map_err(|e| failed(&e))?;
    plan_if_complete(desk, key);
    settle(desk, key).await;
    Ok(())
}

/// Reads another sheet; whether it is another than before.
async fn choose_sheet(desk: &Arc<Desk>, key: &str, sheet: &str) -> Result<bool, StatusCode> {
    let (there, key, sheet) = (desk.clone(), key.to_owned(), sheet.to_owned());
    tokio::task::spawn_blocking(move || there.choose_sheet(&key, &sheet))
        .await
        .map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?
        .map_err(|error| failed(&error))
}

/// Makes the plan, unless it has to be said first what columns mean.
fn plan_if_complete(desk: &Arc<Desk>, key: &str) {
    let is_complete = desk
        .pending(key)
        .and_then(|pending| pending.mapping)
        .is_none_or(|mapping| mapping.missing().is_empty());
    if is_complete {
        plan_in_background(desk, key);
    }
}

/// Waits a moment for the plan of a list, so that of a short one nobody sees how far it is.
async fn settle(desk: &Desk, key: &str) {
    let is_planning = || {
        let pending = desk.pending(key);
        pending.is_some_and(|pending| matches!(pending.state, State::Planning(..)))
    };
    let mut waited = Duration::ZERO;
    while waited < SHORT && is_planning() {
        tokio::time::sleep(STEP).await;
        waited += STEP;
    }
}

/// Makes the plan; the page shows how far it is.
fn plan_in_background(desk: &Arc<Desk>, key: &str) {
    let (desk, key) = (desk.clone(), key.to_owned());
    let Some(turn) = desk.begin(&key) else { return };
    tokio::spawn(async move {
        let done = desk.plan(&key, turn).await;
        tell(&desk, &key, turn, done);
    });
}

fn carry_out_in_background(desk: &Arc<Desk>, key: &str, turn: u64, plan: Arc<Plan>) {
    let (desk, key) = (desk.clone(), key.to_owned());
    tokio::spawn(async move {
        let done = desk.carry_out(&key, turn, plan).await;
        tell(&desk, &key, turn, done);
    });
}

fn tell(desk: &Desk, key: &str, turn: u64, done: Result<(), DeskError>) {
    if let Err(error) = done {
        tracing::warn!(%error, "an import did not go");
        desk.fail(key, turn, &error);
    }
}
