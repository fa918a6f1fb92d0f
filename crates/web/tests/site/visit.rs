//! Asking the site.

use std::sync::LazyLock;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use serde_json::Value;
use tokio::runtime::Runtime;
use tower::ServiceExt as _;
use vanort_web::{Settings, router};

use crate::register::ctx;

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().expect("a runtime"));
/// The site that all tests share.
pub static SITE: LazyLock<Router> = LazyLock::new(|| {
    site(Settings {
        contact: Some("vanort@example.se".to_owned()),
        ..Settings::default()
    })
});

/// A site on the small register.
pub fn site(settings: Settings) -> Router {
    router(ctx(), settings)
}

/// Asks the common site for an address.
pub fn get(address: &str) -> Answer {
    get_with(address, &[])
}

/// Asks the common site with headers.
pub fn get_with(address: &str, headers: &[(&str, &str)]) -> Answer {
    ask(&SITE, "GET", address, headers)
}

/// Asks a site.
pub fn ask(site: &Router, method: &str, address: &str, headers: &[(&str, &str)]) -> Answer {
    let mut request = Request::builder().method(method).uri(address);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.body(Body::empty()).expect("a request");
    RUNTIME.block_on(async {
        let response = site
            .clone()
            .oneshot(request)
            .await
            .expect("the site answers");
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, 16 << 20).await.expect("a body").to_vec();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body,
        }
    })
}

impl Answer {
    /// A header; empty when it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().expect("a header in ASCII"))
    }

    /// The body as text.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("UTF-8")
    }

    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).expect("JSON")
    }

    /// What a reader sees of a page's main part: text without markup, a line for each block.
    pub fn reading(&self) -> String {
        let html = self.text();
        let from = html.find("<main").expect("a main part");
        let to = html.find("</main>").expect("the end of the main part");
        readable(&html[from..to])
    }
}

/// Markup taken away: blocks become lines, maps a mark, white space a single space.
fn readable(html: &str) -> String {
    const INLINE: [&str; 14] = [
        "a", "b", "em", "i", "strong", "span", "abbr", "time", "q", "cite", "code", "small", "bdi",
        "label",
    ];
    let mut text = String::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        if rest.starts_with("<svg") {
            let end = rest.find("</svg>").expect("the end of a drawing") + 6;
            text.push_str(if rest[..end].contains("class=\"map ") {
                "\n[map]\n"
            } else {
                ""
            });
            rest = &rest[end..];
            continue;
        }
        let end = rest.find('>').expect("the end of a tag");
        let name = rest[1..end]
            .trim_start_matches('/')
            .split([' ', '/', '\n'])
            .next()
            .unwrap_or_default();
        match name {
            name if INLINE.contains(&name) => {}
            "td" | "th" | "dt" | "option" => text.push_str(" | "),
            _ => text.push('\n'),
        }
        rest = &rest[end + 1..];
    }
    text.push_str(rest);
    let lines = text
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    let lines: Vec<String> = lines
        .map(|line| line.replace("| |", "|"))
        .filter(|line| !line.is_empty() && line != "|")
        .collect();
    lines.join("\n")
}
