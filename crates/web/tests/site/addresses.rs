//! Every address answers in every language, and what is not there says so and helps on.

use axum::http::StatusCode;

use crate::register::TAKEN_AWAY;
use crate::visit::{ask, get, get_with, site};

/// Each kind of page at its Swedish and its English address.
pub const PAGES: [(&str, &str, &str); 25] = [
    ("start", "/", "/en"),
    ("partnerships", "/samarbeten", "/en/partnerships"),
    (
        "partnerships-none",
        "/samarbeten?country=AQ",
        "/en/partnerships?country=AQ",
    ),
    (
        "timeline",
        "/samarbeten?view=timeline",
        "/en/partnerships?view=timeline",
    ),
    (
        "timeline-none",
        "/samarbeten?view=timeline&country=AQ",
        "/en/partnerships?view=timeline&country=AQ",
    ),
    (
        "network",
        "/samarbeten?view=network",
        "/en/partnerships?view=network",
    ),
    (
        "network-none",
        "/samarbeten?view=network&country=FI",
        "/en/partnerships?view=network&country=FI",
    ),
    (
        "partnership",
        "/samarbeten/se-1280~gn-3137115",
        "/en/partnerships/se-1280~gn-3137115",
    ),
    (
        "partnership-disputed",
        "/samarbeten/se-0980~gn-3137115",
        "/en/partnerships/se-0980~gn-3137115",
    ),
    ("bodies", "/organ", "/en/bodies"),
    ("body", "/organ/se-1280", "/en/bodies/se-1280"),
    ("body-abroad", "/organ/fi-734", "/en/bodies/fi-734"),
    ("groups", "/kretsar", "/en/groups"),
    ("group", "/kretsar/gr-kedja", "/en/groups/gr-kedja"),
    ("countries", "/lander", "/en/countries"),
    ("country", "/lander/NO", "/en/countries/NO"),
    ("sources", "/kallor", "/en/sources"),
    (
        "source",
        "/kallor/page-goteborg",
        "/en/sources/page-goteborg",
    ),
    ("search", "/sok?q=goteborg", "/en/search?q=goteborg"),
    ("latest", "/senaste", "/en/latest"),
    ("development", "/utveckling", "/en/development"),
    (
        "body-changes",
        "/organ/se-1280/andringar",
        "/en/bodies/se-1280/changes",
    ),
    (
        "country-changes",
        "/lander/NO/andringar",
        "/en/countries/NO/changes",
    ),
    ("data", "/data", "/en/data"),
    ("accessibility", "/tillganglighet", "/en/accessibility"),
];

/// The page of definitions is long and changes often; it is only asked for, not kept.
const ABOUT: (&str, &str) = ("/om", "/en/about");

fn all() -> impl Iterator<Item = (&'static str, &'static str, String)> {
    let pages = PAGES.into_iter().map(|(_, sv, en)| (sv, en));
    pages
        .chain([ABOUT])
        .map(|(sv, en)| (sv, en, in_ukrainian(sv)))
}

/// The Ukrainian address of a page, from its Swedish one.
pub fn in_ukrainian(swedish: &str) -> String {
    let (path, query) = swedish.split_once('?').unwrap_or((swedish, ""));
    let (_, page, _) = vanort_web::urls::parse(path).expect(swedish);
    let path = page.path(vanort_web::messages::Language::Uk);
    if query.is_empty() {
        path
    } else {
        format!("{path}?{query}")
    }
}

#[test]
fn every_page_answers_in_every_language_and_says_which_it_is_in() {
    for (sv, en, uk) in all() {
        for (address, language) in [(sv, "sv"), (en, "en"), (&uk, "uk")] {
            let answer = get(address);
            assert_eq!(answer.status, StatusCode::OK, "{address}");
            assert!(
                answer
                    .text()
                    .contains(&format!("<html lang=\"{language}\">")),
                "{address}"
            );
        }
    }
}

#[test]
fn every_page_links_to_itself_in_the_other_languages() {
    for (sv, en, uk) in all() {
        let link = |address: &str| format!("href=\"{}\"", address.replace('&', "&#38;"));
        for here in [sv, en, &uk] {
            let answer = get(here);
            for (other, language) in [(sv, "sv"), (en, "en"), (&uk, "uk")] {
                assert!(
                    here == other || answer.text().contains(&link(other)),
                    "{here} does not lead to {other}"
                );
                assert!(
                    answer.text().contains(&format!("hreflang=\"{language}\"")),
                    "{here} does not name its page in {language}"
                );
            }
        }
    }
}

#[test]
fn no_page_shows_the_name_of_a_message() {
    let ids = messages();
    for address in all().flat_map(|(sv, en, uk)| [sv.to_owned(), en.to_owned(), uk]) {
        let answer = get(&address);
        let reading = answer.reading();
        let words = reading.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
        let shown: Vec<&str> = words
            .filter(|word| word.contains('-') && ids.contains(*word))
            .collect();
        assert!(shown.is_empty(), "{address} shows {shown:?}");
    }
}

/// The names of all messages.
fn messages() -> std::collections::BTreeSet<String> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales/sv");
    let files = std::fs::read_dir(folder).expect("messages").flatten();
    let text: String = files
        .map(|file| std::fs::read_to_string(file.path()).expect("a file of messages"))
        .collect();
    text.lines()
        .filter_map(|line| line.split_once(" ="))
        .map(|(id, _)| id.to_owned())
        .collect()
}

#[test]
fn an_address_with_a_slash_at_its_end_is_the_same_page() {
    let answer = get("/organ/se-1280/");
    assert!(answer.status == StatusCode::OK || answer.status.is_redirection());
}

#[test]
fn an_unknown_address_is_404_in_its_own_language_and_leads_home() {
    let sv = get("/finns-inte");
    assert_eq!(sv.status, StatusCode::NOT_FOUND);
    assert!(sv.text().contains("<html lang=\"sv\">") && sv.text().contains("href=\"/\""));
    let en = get("/en/finns-inte");
    assert_eq!(en.status, StatusCode::NOT_FOUND);
    assert!(en.text().contains("<html lang=\"en\">") && en.text().contains("href=\"/en\""));
}

#[test]
fn an_address_in_the_words_of_another_language_leads_on_and_keeps_what_is_asked() {
    let answer = get("/en/samarbeten?partner_country=CN&kind=vanort");
    assert_eq!(answer.status, StatusCode::MOVED_PERMANENTLY);
    assert_eq!(
        answer.header("location"),
        "/en/partnerships?partner_country=CN&kind=vanort"
    );
}

#[test]
fn a_country_and_the_state_it_belongs_to_lead_to_each_other() {
    let part = get("/lander/MO");
    let state = "Hör till <a href=\"/lander/CN\">Kina</a>";
    assert!(part.text().contains(state));
    // Nobody has a partner in Macao: the page of China does not name it.
    assert!(!get("/lander/CN").text().contains("/lander/MO"));
}

#[test]
fn an_unknown_body_is_404_and_names_those_that_are_near() {
    for (address, near) in [
        ("/organ/goteborg", "/organ/se-1480"),
        ("/en/bodies/Malmoe", "/en/bodies/se-1280"),
    ] {
        let answer = get(address);
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}");
        assert!(
            answer.reading().len() > 20 && answer.text().contains(&format!("href=\"{near}\"")),
            "{address} does not name {near}"
        );
    }
    assert_eq!(get("/organ/se-9999").status, StatusCode::NOT_FOUND);
    assert_eq!(
        get("/organ/goteborg.json").json()["near"][0]["url"],
        "http://127.0.0.1:8080/organ/se-1480"
    );
}

#[test]
fn unknown_partnerships_groups_countries_and_sources_are_404() {
    for address in [
        "/samarbeten/se-1280~gn-1",
        "/samarbeten/x",
        "/kretsar/gr-ingen",
        "/lander/QX",
        "/lander/sverige",
        "/kallor/ingen",
        "/id/ingen",
        "/id/st-9999",
        "/id/st-1",
        "/id/st-99999999999999",
    ] {
        assert_eq!(get(address).status, StatusCode::NOT_FOUND, "{address}");
    }
}

#[test]
fn a_body_for_which_another_stands_leads_there_for_good_and_the_page_tells_why() {
    let answer = get("/organ/vn-salo");
    assert_eq!(answer.status, StatusCode::MOVED_PERMANENTLY);
    assert_eq!(answer.header("location"), "/organ/fi-734?from=vn-salo");
    let there = get(answer.header("location"));
    assert_eq!(there.status, StatusCode::OK);
    assert!(there.reading().contains("vn-salo"), "{}", there.reading());
    assert_eq!(
        get("/en/bodies/vn-salo").header("location"),
        "/en/bodies/fi-734?from=vn-salo"
    );
}

#[test]
fn the_page_of_a_body_says_only_of_real_bodies_that_they_led_there() {
    let reading = get("/organ/fi-734?from=Ring%20070-123").reading();
    assert!(!reading.contains("070-123"), "{reading}");
}

#[test]
fn a_partnership_of_a_body_for_which_another_stands_leads_there_for_good() {
    let answer = get("/samarbeten/se-1480~vn-salo");
    assert_eq!(answer.status, StatusCode::MOVED_PERMANENTLY);
    assert_eq!(answer.header("location"), "/samarbeten/se-1480~fi-734");
}

#[test]
fn a_country_in_small_letters_leads_to_its_page() {
    let answer = get("/en/countries/no");
    assert_eq!(answer.status, StatusCode::MOVED_PERMANENTLY);
    assert_eq!(answer.header("location"), "/en/countries/NO");
}

#[test]
fn what_was_taken_away_is_410() {
    let answer = get(&format!("/id/st-{TAKEN_AWAY}"));
    assert_eq!(answer.status, StatusCode::GONE);
    assert!(answer.text().contains("<html lang=\"sv\">"));
}

#[test]
fn the_permanent_address_of_anything_leads_to_its_page() {
    for (id, page) in [
        ("se-1280", "/organ/se-1280"),
        ("vn-salo", "/organ/fi-734"),
        ("se-1280~gn-3137115", "/samarbeten/se-1280~gn-3137115"),
        ("gn-3137115~se-1280", "/samarbeten/se-1280~gn-3137115"),
        ("gr-kedja", "/kretsar/gr-kedja"),
        ("page-malmo", "/kallor/page-malmo"),
        ("st-20", "/samarbeten/se-1280~gn-3137115#st-20"),
        ("st-36", "/kretsar/gr-kedja#st-36"),
        ("st-37", "/organ/se-1480#st-37"),
    ] {
        let answer = get(&format!("/id/{id}"));
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{id}");
        assert_eq!(answer.header("location"), page, "{id}");
    }
}

#[test]
fn the_permanent_address_leads_to_the_language_that_the_browser_asks_for() {
    for (asked, page) in [
        ("uk-UA,uk;q=0.9,en;q=0.8", "/uk/hromady/se-1280"),
        ("de-DE, en-GB;q=0.7, sv;q=0.5", "/en/bodies/se-1280"),
        ("de", "/organ/se-1280"),
        ("uk;q=0.2, sv;q=0.9", "/organ/se-1280"),
        (&"uk,".repeat(100), "/organ/se-1280"),
    ] {
        let answer = get_with("/id/se-1280", &[("accept-language", asked)]);
        assert_eq!(answer.header("location"), page, "{asked}");
        assert_eq!(answer.header("cache-control"), "no-store", "by nobody else");
    }
    let data = [("accept", "application/json"), ("accept-language", "uk")];
    let data = get_with("/id/se-1280", &data);
    assert_eq!(data.header("location"), "/organ/se-1280.json");
    let page = get_with("/organ/se-1280", &[("accept-language", "uk")]);
    assert!(
        page.text().contains("<html lang=\"sv\""),
        "it says which it is"
    );
}

#[test]
fn what_is_there_today_and_was_not_then_is_told_by_its_name() {
    for (address, name) in [
        ("/samarbeten/se-1280~gn-3137115?as_of=1901", "Malmö – "),
        ("/organ/gn-3137115?known=2020-01-01", "Stavanger"),
    ] {
        let page = get(address);
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{address}");
        let text = page.text();
        assert!(text.contains(&format!("<h1>{name}")), "{address} {text}");
        assert!(text.contains("vid den tidpunkten"), "{address}");
    }
}

#[test]
fn the_permanent_address_gives_data_to_those_who_accept_it() {
    let json = [("accept", "application/json")];
    let answer = get_with("/id/se-1280", &json);
    let data = if answer.status.is_redirection() {
        get_with(answer.header("location"), &json)
    } else {
        answer
    };
    assert_eq!(data.json()["id"], "se-1280");
    assert_eq!(get_with("/id/st-20", &json).json()["id"], "st-20");
}

#[test]
fn every_link_from_a_page_to_the_site_leads_somewhere() {
    let mut asked = std::collections::BTreeSet::new();
    let mut open: Vec<String> = all()
        .flat_map(|(sv, en, uk)| [sv.to_owned(), en.to_owned(), uk])
        .collect();
    while let Some(address) = open.pop() {
        let address = address.split('#').next().unwrap_or_default().to_owned();
        if !asked.insert(address.clone()) || asked.len() > 1_500 {
            continue;
        }
        let answer = get(&address);
        assert!(
            answer.status.is_success() || answer.status.is_redirection(),
            "{address}: {}",
            answer.status
        );
        if answer.header("content-type").starts_with("text/html") {
            open.extend(links(answer.text()));
        }
    }
    assert!(
        asked.len() > 150,
        "only {} addresses were found",
        asked.len()
    );
}

fn links(html: &str) -> Vec<String> {
    let addresses = html
        .split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next());
    addresses
        .filter(|address| address.starts_with('/'))
        .map(|address| address.replace("&#38;", "&").replace("&amp;", "&"))
        .collect()
}

#[test]
fn an_address_that_is_too_long_or_no_utf_8_is_400_and_says_what_to_do() {
    let long = format!("/sok?q={}", "x".repeat(2_100));
    for address in [
        long.as_str(),
        "/sok?q=%FF",
        "/samarbeten?country=%FF",
        "/organ/%C3%28",
        "/en/search?q=%80",
        "/uk/poshuk?q=%80",
    ] {
        let answer = get(address);
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{address:.40}");
        let language = match &address[..3] {
            "/en" => "en",
            "/uk" => "uk",
            _ => "sv",
        };
        assert!(
            answer
                .text()
                .contains(&format!("<html lang=\"{language}\">")),
            "{address:.40}"
        );
        assert!(
            answer.reading().lines().count() >= 3,
            "{address:.40}: {}",
            answer.reading()
        );
    }
    assert_eq!(
        get("/samarbeten.json?country=%FF").header("content-type"),
        "application/json"
    );
}

#[test]
fn a_page_that_can_only_be_read_refuses_to_be_written() {
    let site = site(vanort_web::Settings::default());
    let answer = ask(&site, "POST", "/samarbeten", &[]);
    assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(answer.header("allow"), "GET, HEAD");
}
