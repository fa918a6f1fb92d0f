//! The legal check: on its page, as data, and for other programs.

use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use serde_json::Value;
use tower::ServiceExt as _;

use crate::visit::{SITE, get};

fn post(body: &'static str) -> (StatusCode, Value) {
    let request = Request::builder()
        .method("POST")
        .uri("/api/v1/law/assessments")
        .body(Body::from(body))
        .expect("a request");
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let response = SITE.clone().oneshot(request).await.expect("an answer");
        let status = response.status();
        let bytes = to_bytes(response.into_body(), 1 << 20)
            .await
            .expect("a body");
        (status, serde_json::from_slice(&bytes).expect("JSON"))
    })
}

const MEASURE: &str = "decision_date=2026-11-24&actor=kommun&form=equipment&form=transport&form=training&country=UA&surplus=yes";

#[test]
fn a_measure_of_three_parts_has_an_answer_for_each_and_duties_for_the_whole() {
    let page = get(&format!("/ratt?{MEASURE}"));
    let text = page.text();
    for words in [
        "Tillåtet",
        "Anmäl till Sida",
        "5 kap. 4 § lagen (2009:47)",
        "5 kap. 6 § lagen (2009:47)",
        "Utrustning som skänks",
        "Utbildning som ges utan betalning",
    ] {
        assert!(text.contains(words), "{words}");
    }
    // The printed page is the record: the answers stand on it, and it is kept nowhere.
    for words in ["Så svarades det", "Ukraina", "lagen (2009:47)"] {
        assert!(text.contains(words), "{words}");
    }
    assert_eq!(page.header("cache-control"), "no-store");
    let english = get(&format!("/en/law?{MEASURE}"));
    assert!(english.text().contains("Equipment given as aid") && english.text().contains("Sida"));
    let data: Value =
        serde_json::from_slice(&get(&format!("/ratt.json?{MEASURE}")).body).expect("JSON");
    assert_eq!(data["outcome"], "allowed");
    assert_eq!(data["parts"].as_array().map(Vec::len), Some(3));
}

#[test]
fn answers_that_contradict_each_other_are_named_at_their_question() {
    let page =
        get("/ratt?actor=kommun&form=equipment&stateAidCountry=yes&surplus=yes&boughtToGive=yes");
    let data: Value = serde_json::from_slice(
        &get("/ratt.json?actor=kommun&form=equipment&stateAidCountry=yes&surplus=yes&boughtToGive=yes").body,
    )
    .expect("JSON");
    assert!(
        data["faults"]
            .as_array()
            .is_some_and(|faults| !faults.is_empty()),
        "{data}"
    );
    assert!(page.text().contains("En person måste bedöma"));
}

#[test]
fn a_question_without_an_answer_is_a_fault_once_the_form_was_sent_and_not_before() {
    for (base, fault) in [
        ("/ratt", "Ange vad beslutet gäller"),
        ("/en/law", "Say what the decision is about"),
        ("/uk/pravo", "Укажіть, про що рішення"),
    ] {
        for (query, is_told) in [
            ("", false),
            ("?country=RU", false),
            ("?country=RU&actor=kommun", false),
            ("?decision_date=&country=RU", true),
            ("?decision_date=2026-11-28&country=RU&actor=kommun", true),
        ] {
            let page = get(&format!("{base}{query}"));
            assert_eq!(page.text().contains(fault), is_told, "{base}{query}");
        }
    }
    for (query, fault) in [
        ("country=SE", "Sverige är inget mottagarland"),
        ("form=nonsense", "är inget av svaren"),
    ] {
        let page = get(&format!("/ratt?{query}"));
        assert!(page.text().contains(fault), "what is wrong is told at once");
    }
}

#[test]
fn another_program_has_its_case_assessed_and_is_told_what_is_no_case() {
    let (status, answer) = post(
        r#"{"decision_date":"2025-03-10","actor":"kommun","form":"equipment","surplus":"no","boughtToGive":"yes","stateAidCountry":"yes"}"#,
    );
    assert_eq!(
        (status, &answer["outcome"]),
        (StatusCode::OK, &"a person must judge".into())
    );
    assert_eq!(answer["rows"][0], "D6");
    assert_eq!(post("[1, 2").0, StatusCode::BAD_REQUEST);
    let (_, answers) = post(
        r#"[{"actor":"kommun","form":"money"},{"decision_date":"2025-03-10","actor":"other","form":"advice"}]"#,
    );
    assert_eq!(answers[1]["outcome"], "not allowed");
}

#[test]
fn the_editors_pages_are_closed_to_whoever_is_not_at_the_machine() {
    for address in [
        "/redaktion",
        "/redaktion/granskning",
        "/redaktion/import",
        "/en/editing/review",
        "/redaktion/import/abc",
    ] {
        let page = get(address);
        assert_eq!(page.status, StatusCode::FORBIDDEN, "{address}");
        assert_eq!(page.header("cache-control"), "no-store");
    }
}

#[test]
fn an_assessment_is_also_a_record_for_the_file() {
    for (address, language) in [("/ratt", "sv"), ("/en/law", "en"), ("/uk/pravo", "uk")] {
        let record = get(&format!("{address}.pdf?{MEASURE}"));
        assert_eq!(
            (record.status.as_u16(), record.header("content-type")),
            (200, "application/pdf"),
            "{address}"
        );
        assert_eq!(record.header("cache-control"), "no-store");
        assert!(
            record
                .header("content-disposition")
                .starts_with("attachment")
        );
        let bytes = String::from_utf8_lossy(&record.body).into_owned();
        assert!(bytes.starts_with("%PDF-"), "{address}");
        for mark in ["pdfuaid:part", "<rdf:li>"] {
            assert!(bytes.contains(mark), "{address}: {mark}");
        }
        assert!(
            bytes.contains(&format!("<rdf:li>{language}")),
            "{address}: its language"
        );
        let page = get(&format!("{address}?{MEASURE}"));
        let link = format!("{address}.pdf?");
        assert!(
            page.text().contains(&link),
            "{address}: a link to the record"
        );
    }
    assert_eq!(
        get("/ratt.pdf?actor=kommun").status,
        404,
        "nothing is answered yet"
    );
}
