//! What is sent: a rendered page with what it is known by and how long it may be kept, whole, compressed or not at all, files
//! that are written on the way, and the files of the site itself.

use std::io;
use std::sync::{Arc, LazyLock};

use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{self, HeaderMap, HeaderValue};
use axum::http::{Method, Response, StatusCode};
use bytes::Bytes;
use futures_util::stream;
use quick_cache::sync::Cache;
use tokio::sync::Semaphore;
use twox_hash::XxHash3_64;

use crate::export::Export;
use crate::packing::{self, Coding, Packed, listed};
use crate::pages::{self, Answer};
use crate::{assets, urls};

/// A rendered page, as it is and, once somebody takes it so, compressed.
pub(crate) struct Kept {
    pub answer: Answer,
    /// Whether it is sent once, or hardly more often: such a page is not worth much work.
    hasty: bool,
    pub packed: Packed,
    /// By what the page is known again; a file that is written while it is sent has nothing of the kind.
    etag: Option<HeaderValue>,
}

/// How long a visitor's browser and caches on the way may keep a page, in seconds.
const KEEP: &str = "public, max-age=60, must-revalidate";

impl Kept {
    pub fn of(answer: Answer, hasty: bool) -> Self {
        let etag = (answer.status == StatusCode::OK && answer.export.is_none())
            .then(|| format!("\"{:016x}\"", XxHash3_64::oneshot(&answer.body)))
            .and_then(|tag| HeaderValue::try_from(tag).ok());
        Self {
            answer,
            hasty,
            packed: Packed::default(),
            etag,
        }
    }
}

/// A few words without a page, which nobody keeps.
pub(crate) fn plain(text: impl Into<Body>) -> Response<Body> {
    let mut response = Response::new(text.into());
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("text/plain; charset=utf-8"),
    );
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// What cannot be answered now, and when to come again.
pub(crate) fn come_again(words: String) -> Response<Body> {
    let mut response = plain(words);
    *response.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
    let headers = response.headers_mut();
    headers.insert(header::RETRY_AFTER, HeaderValue::from_static("30"));
    response
}

/// Whether the visitor has this very answer already. What was weakened on the way (`W/`) counts too, since it was
/// compressed by somebody between and not changed.
fn is_known(headers: &HeaderMap, etag: Option<&HeaderValue>) -> bool {
    listed(headers, &header::IF_NONE_MATCH).any(|known| {
        let tag = known.strip_prefix("W/").unwrap_or(known);
        known == "*" || etag.is_some_and(|etag| tag.as_bytes() == etag.as_bytes())
    })
}

/// No body, without saying that it is 0 bytes long: what a whole answer would be is another length.
fn nothing() -> Body {
    Body::from_stream(stream::empty::<io::Result<Bytes>>())
}

/// The whole answer, also to a question for its head: axum keeps the length, and leaves the body away.
pub(crate) fn respond(kept: &Kept, asked: &HeaderMap) -> Response<Body> {
    let answer = &kept.answer;
    let unchanged = answer.status == StatusCode::OK && is_known(asked, kept.etag.as_ref());
    let packed = Coding::taken(asked, kept.hasty)
        .filter(|_| !unchanged)
        .and_then(|coding| Some((coding, kept.packed.of(&answer.body, coding, kept.hasty)?)));
    let body = match packed {
        _ if unchanged || answer.export.is_some() => nothing(),
        Some((_, packed)) => Body::from(packed.clone()),
        None => Body::from(answer.body.clone()),
    };
    let mut response = Response::new(body);
    *response.status_mut() = if unchanged {
        StatusCode::NOT_MODIFIED
    } else {
        answer.status
    };
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static(answer.content_type),
    );
    headers.insert(
        header::VARY,
        HeaderValue::from_static("accept, accept-encoding"),
    );
    let keep = if answer.status == StatusCode::OK && !answer.private {
        KEEP
    } else {
        "no-store"
    };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    if let Some(etag) = &kept.etag {
        headers.insert(header::ETAG, etag.clone());
    }
    if let Some((coding, _)) = packed {
        headers.insert(
            header::CONTENT_ENCODING,
            HeaderValue::from_static(coding.key()),
        );
    }
    if let Some(to) = answer
        .location
        .as_ref()
        .and_then(|to| HeaderValue::try_from(to.as_str()).ok())
    {
        headers.insert(header::LOCATION, to);
    }
    if let Some(name) = answer
        .download
        .as_ref()
        .and_then(|n| HeaderValue::try_from(format!("attachment; filename=\"{n}\"")).ok())
    {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    response
}

/// A file that is written while it is sent, to whoever takes it; when too many are being written, when to come again.
pub(crate) fn file(
    kept: &Kept,
    export: &Export,
    writers: &Arc<Semaphore>,
    request: &Request,
) -> Response<Body> {
    let mut response = respond(kept, request.headers());
    if request.method() == Method::HEAD || response.status() == StatusCode::NOT_MODIFIED {
        return response;
    }
    let Some(body) = export.body(writers) else {
        return come_again(pages::busy(urls::language_of(request.uri().path())));
    };
    *response.body_mut() = body;
    response
}

pub(crate) fn static_file(asset: &'static assets::Asset, asked: &HeaderMap) -> Response<Body> {
    static PACKED: LazyLock<Cache<String, Bytes>> = LazyLock::new(|| Cache::new(32));
    let packed = packing::takes(asked, Coding::Brotli);
    let bytes = if packed {
        PACKED.get(&asset.path).unwrap_or_else(|| {
            let bytes = match &asset.brotli {
                Some(packed) => Bytes::copy_from_slice(packed),
                None => packing::brotli(&asset.bytes, 11),
            };
            PACKED.insert(asset.path.clone(), bytes.clone());
            bytes
        })
    } else {
        match &asset.bytes {
            std::borrow::Cow::Borrowed(bytes) => Bytes::from_static(bytes),
            std::borrow::Cow::Owned(bytes) => Bytes::copy_from_slice(bytes),
        }
    };
    let mut response = Response::new(Body::from(bytes));
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static(asset.content_type),
    );
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("public, max-age=31536000, immutable"),
    );
    if packed {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_writer_is_had_for_a_file_that_nobody_takes() {
        let export = Export::new(|_| Ok(()));
        let answer = Answer::export("text/csv", "a.csv".to_owned(), export.clone());
        let kept = Kept::of(answer, true);
        let busy = Arc::new(Semaphore::new(0));
        for (method, known, expected) in [
            (Method::HEAD, "", StatusCode::OK),
            (Method::HEAD, "*", StatusCode::NOT_MODIFIED),
            (Method::GET, "*", StatusCode::NOT_MODIFIED),
            (Method::GET, "", StatusCode::SERVICE_UNAVAILABLE),
        ] {
            let request = Request::builder()
                .method(method.clone())
                .header(header::IF_NONE_MATCH, known)
                .body(Body::empty())
                .expect("a request");
            let response = file(&kept, &export, &busy, &request);
            assert_eq!(response.status(), expected, "{method} {known}");
        }
    }
}
