//! What is kept, for how long, and how it is sent.

use std::io::Read as _;

use axum::http::StatusCode;
use vanort_domain::log::Content;
use vanort_domain::statements::Statement;
use vanort_web::{Settings, router};

use crate::register::{ctx, entry, log};
use crate::visit::{SITE, ask, get, get_with};

#[test]
fn an_answer_that_the_visitor_has_already_is_not_sent_again() {
    for address in ["/", "/samarbeten.json", "/en/bodies/se-1280"] {
        let first = get(address);
        assert!(
            first.header("cache-control").starts_with("public"),
            "{address}"
        );
        let tag = first.header("etag").to_owned();
        assert!(tag.len() > 8, "{address}");
        let again = get_with(address, &[("if-none-match", &tag)]);
        assert_eq!(again.status, StatusCode::NOT_MODIFIED, "{address}");
        assert!(again.body.is_empty());
        assert_eq!(again.header("etag"), tag);
        for others in [format!("W/{tag}"), format!("\"x\", {tag}"), "*".to_owned()] {
            assert_eq!(
                get_with(address, &[("if-none-match", &others)]).status,
                StatusCode::NOT_MODIFIED,
                "{others}"
            );
        }
        assert_eq!(
            get_with(address, &[("if-none-match", "\"other\"")]).status,
            StatusCode::OK
        );
    }
}

#[test]
fn a_page_is_sent_compressed_to_those_who_can_read_it() {
    let plain = get("/samarbeten");
    let packed = get_with(
        "/samarbeten",
        &[("accept-encoding", "gzip, deflate, br;q=0.9")],
    );
    assert_eq!(packed.header("content-encoding"), "br");
    assert!(
        packed
            .header("vary")
            .to_ascii_lowercase()
            .contains("accept-encoding")
    );
    let mut unpacked = Vec::new();
    brotli::Decompressor::new(&*packed.body, 4096)
        .read_to_end(&mut unpacked)
        .expect("brotli");
    assert_eq!(unpacked, plain.body);
    assert_eq!(
        get_with("/samarbeten", &[("accept-encoding", "br;q=0")]).header("content-encoding"),
        ""
    );
}

#[test]
fn what_somebody_typed_is_compressed_in_the_quicker_way_and_what_many_ask_for_in_the_smaller() {
    const BROWSER: &[(&str, &str)] = &[("accept-encoding", "gzip, deflate, br, zstd")];
    let typed = "/samarbeten?q=gen";
    let sent = get_with(typed, BROWSER);
    assert_eq!(sent.header("content-encoding"), "zstd");
    let unpacked = zstd::decode_all(&*sent.body).expect("zstd");
    assert_eq!(unpacked, get(typed).body);
    assert_eq!(
        get_with("/samarbeten", BROWSER).header("content-encoding"),
        "br"
    );
    let only = get_with("/samarbeten", &[("accept-encoding", "zstd")]);
    assert_eq!(only.header("content-encoding"), "zstd");
    let unpacked = zstd::decode_all(&*only.body).expect("zstd");
    assert_eq!(unpacked, get("/samarbeten").body);
    let older = get_with(typed, &[("accept-encoding", "gzip, br, zstd;q=0")]);
    assert_eq!(older.header("content-encoding"), "br");
}

#[test]
fn a_new_statement_is_seen_at_once() {
    let ctx = ctx();
    let site = router(ctx.clone(), Settings::default());
    let before = ask(&site, "GET", "/organ/se-0114", &[]);
    let number = u32::try_from(log().len()).expect("small") + 1;
    let values = [
        ("source", "page-malmo"),
        ("speaker", "subject"),
        ("subject", "se-0114"),
        ("about", "partner"),
        ("partner", "gn-2806654"),
        ("said", "2026-02-28"),
    ];
    let statement = Statement::from_values(&values.into_iter().collect()).expect("a statement");
    ctx.live
        .take_in([entry(number, Content::Statement(statement.into()))]);
    let after = ask(&site, "GET", "/organ/se-0114", &[]);
    assert_ne!(before.header("etag"), after.header("etag"));
    assert!(after.reading().contains("Wismar") && !before.reading().contains("Wismar"));
}

#[test]
fn a_question_for_the_head_has_the_same_headers_and_no_body() {
    const PACKED: &[(&str, &str)] = &[("accept-encoding", "br")];
    for (address, headers) in [
        ("/organ", &[][..]),
        ("/organ", PACKED),
        ("/samarbeten.json", &[]),
        ("/utveckling.svg?chart=stock", &[]),
        ("/senaste.atom", &[]),
        ("/organ.csv", &[]),
        ("/samarbeten.xlsx", &[]),
        ("/finns-inte", &[]),
        ("/redaktion", &[]),
        ("/healthz", &[]),
    ] {
        let get = get_with(address, headers);
        let head = ask(&SITE, "HEAD", address, headers);
        assert_eq!((head.status, &head.headers), (get.status, &get.headers));
        assert!(!get.body.is_empty() && head.body.is_empty(), "{address}");
        assert_ne!(head.header("content-length"), "0", "{address}");
    }
}

#[test]
fn no_answer_without_a_body_says_that_the_whole_one_has_no_length() {
    let tag = get("/organ").header("etag").to_owned();
    for method in ["GET", "HEAD"] {
        let known = ask(&SITE, method, "/organ", &[("if-none-match", &tag)]);
        assert_eq!(known.status, StatusCode::NOT_MODIFIED);
        assert_eq!(known.header("content-length"), "", "{method}");
    }
    let file = ask(&SITE, "HEAD", "/samarbeten.parquet", &[]);
    assert_eq!(file.status, StatusCode::OK);
    assert_eq!(file.header("content-length"), "");
    assert_eq!(
        file.header("etag"),
        "",
        "nobody knows a file again that is not written yet"
    );
}

#[test]
fn every_answer_has_the_headers_of_security_and_no_cookie() {
    for address in [
        "/",
        "/finns-inte",
        "/samarbeten?country=%FF",
        "/samarbeten.json",
        "/healthz",
        "/readyz",
    ] {
        let answer = get(address);
        let policy = answer.header("content-security-policy");
        for part in [
            "default-src 'none'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
            "form-action 'self'",
            "script-src 'self'",
        ] {
            assert!(policy.contains(part), "{address}: {policy}");
        }
        assert!(!policy.contains("unsafe"));
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert_ne!(answer.header("referrer-policy"), "");
        assert_ne!(answer.header("permissions-policy"), "");
        assert_eq!(answer.header("set-cookie"), "");
    }
}

#[test]
fn no_page_has_script_or_style_of_its_own() {
    for (_, sv, en) in crate::addresses::PAGES {
        for address in [sv, en, &crate::addresses::in_ukrainian(sv)] {
            let answer = get(address);
            let html = answer.text();
            for part in [
                " style=\"",
                "<style",
                "<script>",
                " onclick",
                " onload",
                "javascript:",
            ] {
                assert!(!html.contains(part), "{address} has {part}");
            }
        }
    }
}

#[test]
fn style_and_script_are_kept_for_a_year_under_the_hash_of_their_content() {
    let start = get("/");
    let addresses: Vec<&str> = start
        .text()
        .split('"')
        .filter(|part| part.starts_with("/static/"))
        .collect();
    assert!(addresses.len() >= 3, "{addresses:?}");
    for address in addresses {
        let asset = get(address);
        assert_eq!(asset.status, StatusCode::OK, "{address}");
        assert_eq!(
            asset.header("cache-control"),
            "public, max-age=31536000, immutable"
        );
        let packed = get_with(address, &[("accept-encoding", "br")]);
        assert_eq!(packed.header("content-encoding"), "br");
    }
    assert_eq!(
        get("/static/site.000000000000.css").status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(get("/static/../Cargo.toml").status, StatusCode::NOT_FOUND);
}

#[test]
fn a_page_with_style_and_script_is_small() {
    const LIMIT: usize = 60_000;
    let size = |address: &str| get_with(address, &[("accept-encoding", "br")]).body.len();
    let start = get("/");
    let common: usize = start
        .text()
        .split('"')
        .filter(|part| part.starts_with("/static/"))
        .map(size)
        .sum();
    for (kind, sv, _) in crate::addresses::PAGES {
        if kind != "start" {
            assert!(size(sv) + common <= LIMIT, "{sv}: {} + {common}", size(sv));
        }
    }
}
