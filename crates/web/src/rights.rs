//! Who may do what: the one place where rights are checked.
//!
//! Accounts come later. Until then an editor is whoever sits at the machine itself: the pages of the editor are open on
//! a loopback address only, and never through a proxy, behind which everybody seems to be near. A proxy need not say that it
//! is one; so they are closed, too, on a site that has a public address, and to the HTTP/1.0 that proxies speak by default.

use std::net::{IpAddr, SocketAddr};

use axum::extract::ConnectInfo;
use axum::http::request::Parts;
use axum::http::{Uri, Version, header};

use crate::urls::Page;

/// Whether whoever asks may see a page and act on it; `public_url` is the address under which visitors reach the site.
pub(crate) fn may(page: &Page, asked: &Parts, public_url: &str) -> bool {
    !page.is_editorial() || is_at_home(public_url) && is_at_the_machine(asked)
}

/// Whether the site is reached at the machine itself and nowhere else, as far as its operator has said.
fn is_at_home(public_url: &str) -> bool {
    let uri: Option<Uri> = public_url.parse().ok();
    uri.as_ref()
        .and_then(Uri::host)
        .is_some_and(|host| is_loopback(host.trim_matches(['[', ']'])))
}

/// Headers that a proxy adds.
const PROXIED: [&str; 4] = [
    "forwarded",
    "x-forwarded-for",
    "x-forwarded-host",
    "x-real-ip",
];

fn is_at_the_machine(asked: &Parts) -> bool {
    let peer = asked.extensions.get::<ConnectInfo<SocketAddr>>();
    let is_near = peer.is_some_and(|ConnectInfo(peer)| peer.ip().to_canonical().is_loopback());
    let is_proxied = PROXIED.iter().any(|name| asked.headers.contains_key(*name));
    // A page elsewhere that has its name lead to this machine is not at the machine.
    let is_browser = asked.version != Version::HTTP_10;
    is_near && is_browser && !is_proxied && host(asked).is_some_and(|host| is_loopback(&host))
}

fn host(asked: &Parts) -> Option<String> {
    let written = match asked.headers.get(header::HOST) {
        Some(host) => host.to_str().ok()?.to_owned(),
        None => asked.uri.authority()?.to_string(),
    };
    let uri: Uri = format!("http://{written}/").parse().ok()?;
    uri.host()
        .map(|host| host.trim_matches(['[', ']']).to_owned())
}

fn is_loopback(host: &str) -> bool {
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::Request;

    fn asked(peer: Option<&str>, headers: &[(&str, &str)]) -> Parts {
        let mut request = Request::builder().uri("/redaktion");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let (mut parts, ()) = request.body(()).expect("a request").into_parts();
        if let Some(peer) = peer {
            parts
                .extensions
                .insert(ConnectInfo(peer.parse::<SocketAddr>().expect("an address")));
        }
        parts
    }

    const HOME: &str = "http://127.0.0.1:8080";

    #[test]
    fn a_site_with_a_public_address_has_no_editor_and_neither_has_a_proxy_that_says_nothing() {
        let near = || asked(Some("127.0.0.1:5000"), &[("host", "127.0.0.1:8080")]);
        assert!(may(&Page::Review, &near(), HOME));
        assert!(!may(&Page::Review, &near(), "https://vanort.example"));
        assert!(!may(&Page::Review, &near(), "nonsense"));
        let mut old = near();
        old.version = Version::HTTP_10;
        assert!(!may(&Page::Review, &old, HOME));
    }

    #[test]
    fn editors_pages_are_open_at_the_machine_itself_and_nowhere_else() {
        let here = [("host", "127.0.0.1:8080")];
        let table = [
            (Some("127.0.0.1:5000"), &here[..], true),
            (Some("[::1]:5000"), &[("host", "[::1]:8080")], true),
            (Some("127.0.0.1:5000"), &[("host", "localhost")], true),
            (Some("192.0.2.1:5000"), &here[..], false),
            (None, &here[..], false),
            (Some("127.0.0.1:5000"), &[("host", "vanort.example")], false),
            (
                Some("127.0.0.1:5000"),
                &[("host", "127.0.0.1"), ("x-forwarded-for", "192.0.2.1")],
                false,
            ),
            (Some("127.0.0.1:5000"), &[], false),
        ];
        for (peer, headers, expected) in table {
            let parts = asked(peer, headers);
            assert_eq!(
                may(&Page::Review, &parts, HOME),
                expected,
                "{peer:?} {headers:?}"
            );
            assert!(
                may(&Page::Start, &parts, HOME),
                "everybody may see the start page"
            );
        }
    }
}
