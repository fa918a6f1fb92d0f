//! From a request to an answer: reads the address, renders the page, keeps what was rendered until the register
//! changes, and puts the headers of security on everything.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::header::{self, HeaderMap, HeaderValue};
use axum::http::{Method, Response, StatusCode};
use axum::middleware::{self, Next};
use axum::routing::{any, get, post};
use bytes::Bytes;
use quick_cache::Weighter;
use quick_cache::sync::Cache;
use tokio::runtime::{Handle, RuntimeFlavor};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::csrf::CsrfLayer;
use tower_http::limit::RequestBodyLimitLayer;
use vanort_app::{Ctx, Snapshot};

use crate::export;
use crate::messages::Language;
use crate::pages::{self, Answer, Asked, PERMANENT};
use crate::sending::{Kept, come_again, file, plain, respond, static_file};
use crate::urls::{Kind, Page};
use crate::{assets, editing, rights, urls};

/// What an operator may set.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Address under which visitors reach the site, without a slash at its end.
    pub public_url: String,
    /// E-mail address of the operator.
    pub contact: Option<String>,
    /// Longest time a request may take.
    pub request_time: Duration,
    /// Largest body of a request, in bytes.
    pub request_bytes: usize,
    /// Most memory for rendered pages, in bytes.
    pub cache_bytes: u64,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            public_url: "http://127.0.0.1:8080".to_owned(),
            contact: None,
            request_time: Duration::from_secs(10),
            request_bytes: 64 * 1024,
            cache_bytes: 32 * 1024 * 1024,
        }
    }
}

/// The longest path and query that is looked at, in bytes.
const LONGEST_ADDRESS: usize = 2_000;
/// Longest list of languages that is read, in bytes.
const LONGEST_LANGUAGES: usize = 200;
/// From so many partnerships on, drawing all of them takes tens of milliseconds.
const MANY_PARTNERSHIPS: usize = 50_000;

#[derive(Clone)]
struct Site(Arc<Inner>);

struct Inner {
    ctx: Ctx,
    settings: Settings,
    cache: Cache<Key, Arc<Kept>, Weight>,
    /// Files that may be written at the same time.
    writers: Arc<Semaphore>,
}

/// What a rendered page depends on: address, register and day.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Key {
    address: String,
    head: u32,
    day: i32,
}

#[derive(Clone)]
struct Weight;

impl Weighter<Key, Arc<Kept>> for Weight {
    fn weight(&self, key: &Key, kept: &Arc<Kept>) -> u64 {
        // Compressed, a page takes a fifth at most; it is weighed before anybody asks for that.
        (key.address.len() + kept.answer.body.len() * 6 / 5 + 200) as u64
    }
}

/// The site as a service.
pub fn router(ctx: Ctx, settings: Settings) -> Router {
    let cache = Cache::with_weighter(4_096, settings.cache_bytes, Weight);
    let (time, bytes) = (settings.request_time, settings.request_bytes);
    let site = Site(Arc::new(Inner {
        ctx,
        settings,
        cache,
        writers: Arc::new(Semaphore::new(export::AT_ONCE)),
    }));
    // A list that an editor brings is larger than anything else that is sent.
    let mut uploads = Router::new();
    for language in Language::ALL {
        uploads = uploads.route(&Page::Imports.path(language), any(answer));
    }
    // The limit is held where the file is read: what is too large is told on the page of lists, as what is no table is.
    let uploads = uploads.layer(DefaultBodyLimit::max(editing::LARGEST_UPLOAD));
    Router::new()
        .route("/healthz", get(|| async { plain("ok") }))
        .route("/readyz", get(ready))
        .route("/api/v1/law/assessments", post(assess))
        .fallback(answer)
        .layer(RequestBodyLimitLayer::new(bytes))
        .merge(uploads)
        .with_state(site)
        .layer(CsrfLayer::new())
        .layer(CatchPanicLayer::custom(panicked))
        .layer(middleware::from_fn_with_state(time, in_time))
        .layer(middleware::from_fn(secure))
}

/// Gives a request up that takes longer than it may.
async fn in_time(State(time): State<Duration>, request: Request, next: Next) -> Response<Body> {
    let language = language(request.uri().path());
    match tokio::time::timeout(time, next.run(request)).await {
        Ok(response) => response,
        Err(_) => come_again(pages::late(language)),
    }
}

async fn ready(State(site): State<Site>) -> Response<Body> {
    let _ = site.0.ctx.snapshot();
    plain("ready")
}

/// The legal check for other programs; nothing of what is sent is kept.
async fn assess(headers: HeaderMap, body: Bytes) -> Response<Body> {
    respond(&Kept::of(pages::assess(&body), true), &headers)
}

/// Every header that keeps a page from doing what it should not.
async fn secure(request: Request, next: Next) -> Response<Body> {
    const HEADERS: [(&str, &str); 6] = [
        (
            "content-security-policy",
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self'; \
             form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        ),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "strict-origin-when-cross-origin"),
        (
            "permissions-policy",
            "camera=(), geolocation=(), microphone=(), payment=()",
        ),
        ("cross-origin-opener-policy", "same-origin"),
        ("x-frame-options", "DENY"),
    ];
    let mut response = next.run(request).await;
    for (name, value) in HEADERS {
        response
            .headers_mut()
            .insert(name, HeaderValue::from_static(value));
    }
    response
}

/// The last net, for what goes wrong outside the making of a page.
fn panicked(cause: Box<dyn Any + Send + 'static>) -> Response<Body> {
    failed(Language::Sv, &*cause, 0)
}

/// The page for a page that could not be made; its number is also in the log.
fn failed(language: Language, cause: &(dyn Any + Send), now: i64) -> Response<Body> {
    static FAILURES: AtomicU32 = AtomicU32::new(1);
    let id = format!("{now:x}-{}", FAILURES.fetch_add(1, Ordering::Relaxed));
    let text = cause.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| cause.downcast_ref::<&str>().copied());
    tracing::error!(
        id,
        cause = text.unwrap_or_default(),
        "a page could not be made"
    );
    let mut response = Response::new(Body::from(pages::broken(language, &id)));
    *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("text/html; charset=utf-8"),
    );
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

async fn answer(State(site): State<Site>, request: Request) -> Response<Body> {
    let head_only = request.method() == Method::HEAD;
    let aside = request.extensions().get::<Aside>().cloned();
    if let Some((language, page)) = editorial(request.uri().path()) {
        let work = async move { site.editorial(language, &page, request).await };
        return match aside {
            Some(aside) => aside.answer(language, work).await,
            None => work.await,
        };
    }
    if request.method() != Method::GET && !head_only {
        let mut response = plain(pages::only_read(language(request.uri().path())));
        *response.status_mut() = StatusCode::METHOD_NOT_ALLOWED;
        response
            .headers_mut()
            .insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
        return response;
    }
    if let Some(asset) = assets::at(request.uri().path()) {
        return static_file(asset, request.headers());
    }
    match aside.filter(|_| site.takes_long(&request)) {
        Some(aside) => {
            let language = language(request.uri().path());
            let work = async move { while_others_go_on(|| site.public(&request)) };
            aside.answer(language, work).await
        }
        None => site.public(&request),
    }
}

/// Where answers are made that take long, so that no other visitor waits for them: threads that take work from each
/// other, beside those that answer at once.
#[derive(Debug, Clone)]
pub(crate) struct Aside(pub Handle);

impl Aside {
    /// The answer that some work gives there. It is given up when nobody waits for it any longer.
    async fn answer(
        self,
        language: Language,
        work: impl Future<Output = Response<Body>> + Send + 'static,
    ) -> Response<Body> {
        let mut works = JoinSet::new();
        works.spawn_on(work, &self.0);
        let cause = match works.join_next().await {
            Some(Ok(response)) => return response,
            Some(Err(error)) => error.try_into_panic().ok(),
            None => None,
        };
        failed(language, &*cause.unwrap_or_else(|| Box::new(())), 0)
    }
}

/// Does what keeps a thread busy, after others have taken over what waits for it.
fn while_others_go_on<T>(work: impl FnOnce() -> T) -> T {
    let others = Handle::try_current()
        .is_ok_and(|handle| handle.runtime_flavor() == RuntimeFlavor::MultiThread);
    if others {
        tokio::task::block_in_place(work)
    } else {
        work()
    }
}

/// The editor's page at a path.
fn editorial(path: &str) -> Option<(Language, Page)> {
    urls::parse(path)
        .map(|(language, page, _)| (language, page))
        .filter(|(_, page)| page.is_editorial())
}

impl Site {
    /// Answers on an editor's page, whose rights are checked and which is kept nowhere.
    async fn editorial(&self, language: Language, page: &Page, request: Request) -> Response<Body> {
        let Inner { ctx, settings, .. } = &*self.0;
        let (parts, body) = request.into_parts();
        let asked = Asked {
            ctx,
            settings,
            path: parts.uri.path(),
            query: parts.uri.query().unwrap_or_default(),
            wants_data: false,
            reads: language,
        };
        let respond = |answer: Answer| self::respond(&Kept::of(answer, true), &parts.headers);
        let desk = ctx
            .desk
            .clone()
            .filter(|_| rights::may(page, &parts, &settings.public_url));
        let Some(desk) = desk else {
            return respond(pages::refused(&asked, StatusCode::FORBIDDEN));
        };
        if parts.method == Method::GET || parts.method == Method::HEAD {
            let snapshot = ctx.snapshot();
            // The review queue is worked out anew after each decision, which takes a while in a large register.
            return while_others_go_on(|| respond(pages::answer(&asked, &snapshot)));
        }
        let request = Request::from_parts(parts.clone(), body);
        match editing::act(&desk, page, language, request).await {
            Ok(next) => respond(Answer::redirect(StatusCode::SEE_OTHER, next)),
            Err(status) => respond(pages::refused(&asked, status)),
        }
    }

    /// Answers on a page that everybody may see.
    fn public(&self, request: &Request) -> Response<Body> {
        match catch_unwind(AssertUnwindSafe(|| self.kept(request))) {
            Ok(kept) => match &kept.answer.export {
                Some(export) => file(&kept, export, &self.0.writers, request),
                None => respond(&kept, request.headers()),
            },
            Err(cause) => {
                let now = self.0.ctx.clock.now().0;
                failed(language(request.uri().path()), &*cause, now)
            }
        }
    }

    /// Whether an answer has to be made that takes longer than others may wait: a record is set, the register folded as of
    /// another day, or the whole of a large one drawn.
    fn takes_long(&self, request: &Request) -> bool {
        let snapshot = self.0.ctx.snapshot();
        let query = request.uri().query().unwrap_or_default();
        let is_large = || snapshot.register.figures().partnerships > MANY_PARTNERSHIPS;
        let takes_long = request.uri().path().ends_with(Kind::Pdf.ending())
            || pages::asks_for_the_past(query)
            || pages::asks_for_a_drawing(query) && is_large();
        takes_long && self.0.cache.get(&self.key(request, &snapshot)).is_none()
    }

    /// Under which an answer is kept.
    fn key(&self, request: &Request, snapshot: &Snapshot) -> Key {
        let address = path_and_query(request);
        Key {
            address: if accepts_json(request.headers()) {
                format!("{address} json")
            } else {
                address.to_owned()
            },
            head: snapshot.register.head().0,
            day: self.0.ctx.clock.today().to_julian_day(),
        }
    }

    fn kept(&self, request: &Request) -> Arc<Kept> {
        let Inner {
            ctx,
            settings,
            cache,
            ..
        } = &*self.0;
        let wants_data = accepts_json(request.headers());
        let asked = |path, query| Asked {
            ctx,
            settings,
            path,
            query,
            wants_data,
            reads: reads(path, request.headers()),
        };
        if path_and_query(request).len() > LONGEST_ADDRESS {
            return Arc::new(Kept::of(
                pages::bad_address(&asked(request.uri().path(), ""), "error-too-long"),
                true,
            ));
        }
        let snapshot = ctx.snapshot();
        let key = self.key(request, &snapshot);
        if let Some(kept) = cache.get(&key) {
            return kept;
        }
        let asked = asked(
            request.uri().path(),
            request.uri().query().unwrap_or_default(),
        );
        let answer = pages::answer(&asked, &snapshot);
        // Answers that depend on what was mistyped are made each time: there is no end to them.
        let keep = answer.status == StatusCode::OK && !answer.private;
        // What somebody typed is hardly typed again.
        let hasty = !keep || asked.query.split('&').any(|part| part.starts_with("q="));
        let kept = Arc::new(Kept::of(answer, hasty));
        if keep {
            cache.insert(key, kept.clone());
        }
        kept
    }
}

fn path_and_query(request: &Request) -> &str {
    let whole = request.uri().path_and_query();
    whole.map_or("/", |address| address.as_str())
}

fn accepts_json(headers: &HeaderMap) -> bool {
    let accept = headers
        .get(header::ACCEPT)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    accept.contains("application/json") || accept.contains("application/ld+json")
}

/// The language of the site that a browser asks for first; Swedish where it asks for none of them, and where the address says
/// in which language it is.
fn reads(path: &str, headers: &HeaderMap) -> Language {
    let wanted = headers
        .get(header::ACCEPT_LANGUAGE)
        .filter(|value| path.starts_with(PERMANENT) && value.len() <= LONGEST_LANGUAGES)
        .and_then(|value| value.to_str().ok());
    let wanted = wanted.map(accept_language::parse).unwrap_or_default();
    let known = |tag: &String| {
        let tag = tag.split('-').next()?;
        let mut all = Language::ALL.into_iter();
        all.find(|language| language.tag().eq_ignore_ascii_case(tag))
    };
    wanted.iter().find_map(known).unwrap_or(Language::Sv)
}

/// The language of an address, for errors that come before a page is known.
#[must_use]
pub(crate) fn language(path: &str) -> Language {
    urls::language_of(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_page_that_could_not_be_made_says_so_in_its_language_with_a_number() {
        let cause: Box<dyn Any + Send> = Box::new("a cause that is nobody's business");
        let response = failed(Language::En, &*cause, 0x1f);
        assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
        assert_eq!(response.headers()[header::CACHE_CONTROL], "no-store");
        let body = axum::body::to_bytes(response.into_body(), 1 << 16).await;
        let page = String::from_utf8(body.expect("a body").to_vec()).expect("UTF-8");
        assert!(
            page.contains("<html lang=\"en\">") && page.contains("1f-"),
            "{page}"
        );
        assert!(!page.contains("nobody's business"));
    }
}
