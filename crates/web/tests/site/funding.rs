//! The funding guide: the answer about an idea, the programmes, the deadlines.

use axum::http::StatusCode;
use serde_json::Value;

use crate::visit::get;

const YOUTH: &str = "applicant_type=municipality&applicant_country=Sverige&partner1_type=municipality&partner1_country=Polen\
&partner2_type=municipality&partner2_country=Norge&starts=2027-05-01&days=7&participants=60";

fn json(address: &str) -> Value {
    serde_json::from_slice(&get(address).body).expect("JSON")
}

#[test]
fn a_youth_exchange_with_poland_and_norway_learns_that_norway_does_not_count_and_when_the_call_closed()
 {
    let page = get(&format!("/finansiering?{YOUTH}"));
    let text = page.text();
    for words in [
        "Norge räknas inte",
        "landet är inte med i CERV",
        "obekräftat",
        "MUCF",
        "CERV-2026-CITIZENS-TOWN-TT",
        "23\u{a0}september 2026",
        "TT-2024: minst 50",
    ] {
        assert!(text.contains(words), "{words}");
    }
    // What somebody has asked is kept nowhere, and the page is light.
    assert_eq!(page.header("cache-control"), "no-store");
    assert!(page.body.len() < 60_000, "{}", page.body.len());
    for (address, words) in [
        ("/en/funding", "Norway does not count"),
        ("/uk/finansuvannia", "Норвегія — не враховується"),
    ] {
        let query = YOUTH
            .replace("Sverige", "SE")
            .replace("Polen", "PL")
            .replace("Norge", "NO");
        assert!(
            get(&format!("{address}?{query}")).text().contains(words),
            "{words}"
        );
    }
}

#[test]
fn what_is_not_in_the_eu_is_told_so_where_countries_of_the_eu_are_counted() {
    let query = "applicant_type=municipality&applicant_country=SE&partner1_type=municipality&partner1_country=UA\
&starts=2027-05-01";
    for (address, outside, in_the_programme) in [
        (
            "/finansiering",
            "Ukraina räknas inte: landet är inte med i EU.",
            "Ukraina räknas inte: nära",
        ),
        (
            "/en/funding",
            "Ukraine does not count: it is not in the EU.",
            "Ukraine does not count: close",
        ),
        (
            "/uk/finansuvannia",
            "Україна — не враховується: країна не входить до ЄС.",
            "Україна — не враховується: близька",
        ),
    ] {
        let page = get(&format!("{address}?{query}")).reading();
        assert!(page.contains(outside), "{page}");
        assert!(!page.contains(in_the_programme), "{page}");
    }
}

#[test]
fn an_answer_as_data_has_codes_and_the_nearest_change() {
    let answer = json(
        "/finansiering.json?applicant_type=municipality&applicant_country=SE&partner1_country=NO&partner1_type=municipality",
    );
    let programmes = answer["programmes"].as_array().expect("programmes");
    let tt = programmes
        .iter()
        .find(|p| p["programme"] == "cerv-town-twinning")
        .expect("Town Twinning");
    assert_eq!(tt["outcome"], "does_not_fit");
    assert_eq!(tt["changes"][0]["change"], "add_from_eu");
    assert_eq!(tt["changes"][0]["number"], 1);
    assert_eq!(
        json("/finansiering.json")["programmes"]
            .as_array()
            .map(Vec::len),
        Some(8)
    );
}

#[test]
fn what_cannot_be_read_is_named_at_its_question_and_nothing_is_lost() {
    let page = get(
        "/finansiering?applicant_country=Utopia&partner1_country=Jugoslavien&participants=50+st&amount=12+000,50&invited=m%C3%A5nga&starts=2027-02-30&applicant_type=kung&currency=NOK",
    );
    assert_eq!(page.status, StatusCode::OK);
    let text = page.text();
    for words in [
        "Landet Utopia finns inte i listan",
        "Jugoslavien finns inte längre",
        "Kroatien",
        "”50 st” läses som 50",
        "”12 000,50” läses som 12000.50",
        "”många” kunde inte läsas som ett tal",
        "”2027-02-30” är ingen dag",
        "kung är ingen typ av organisation",
        "Valutan NOK",
    ] {
        assert!(text.contains(words), "{words}");
    }
    for value in [
        "value=\"Utopia\"",
        "value=\"50 st\"",
        "value=\"12 000,50\"",
        "value=\"2027-02-30\"",
        "value=\"många\"",
    ] {
        assert!(text.contains(value), "{value}");
    }
}

#[test]
fn odd_addresses_are_answered_and_never_fail() {
    for query in [
        "partner1_country=%F0%9F%87%B3",
        "participants=99999999999999",
        "amount=,,,",
        "day=0000-00-00",
        "day=9999-12-31",
        "months=-1",
        "x=y",
    ] {
        assert_eq!(
            get(&format!("/finansiering?{query}")).status,
            StatusCode::OK,
            "{query}"
        );
    }
    assert_eq!(get("/finansiering/no-such").status, StatusCode::NOT_FOUND);
}

#[test]
fn every_programme_has_its_page_with_rules_sources_and_contact_in_every_language() {
    let overview = json("/finansiering.json");
    for programme in overview["programmes"].as_array().expect("programmes") {
        let key = programme["key"].as_str().expect("a key");
        for prefix in ["/finansiering", "/en/funding", "/uk/finansuvannia"] {
            let page = get(&format!("{prefix}/{key}"));
            assert_eq!(page.status, StatusCode::OK, "{prefix}/{key}");
            assert!(page.body.len() < 60_000, "{key}: {}", page.body.len());
            let version = programme["version"][0]["key"].as_str().expect("a version");
            assert!(page.text().contains(version), "{key} {version}");
        }
    }
    let page = get("/finansiering/cerv-town-twinning");
    for words in [
        "106",
        "16\u{a0}september 2025 eller 17\u{a0}september 2025",
        "EACEA-CERV@ec.europa.eu",
        "minst 50",
        "Inte fastställt här",
    ] {
        assert!(page.text().contains(words), "{words}");
    }
}

#[test]
fn deadlines_come_as_calendar_feed_and_table() {
    let calendar = get("/finansiering.ics");
    assert!(calendar.header("content-type").starts_with("text/calendar"));
    let text = calendar.text();
    for words in [
        "BEGIN:VCALENDAR",
        "DTSTART;VALUE=DATE:20260923",
        "Europe/Brussels",
        "UID:cerv-town-twinning-cerv-2026-citizens-town-tt@vanort",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    assert_eq!(text, get("/finansiering.ics").text());
    let feed = get("/en/funding.atom");
    assert!(
        feed.header("content-type")
            .starts_with("application/atom+xml")
    );
    let text = feed.text();
    let document = roxmltree::Document::parse(text).expect("well-formed");
    let entries = document
        .descendants()
        .filter(|node| node.has_tag_name(("http://www.w3.org/2005/Atom", "entry")));
    assert_eq!(entries.count(), 17);
    let table = get("/finansiering.csv");
    let table = table.text();
    assert!(
        table.contains("CERV-2023-CITIZENS-TOWN-NT") && table.contains("5980000"),
        "{table}"
    );
}
