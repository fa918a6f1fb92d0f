//! Names and questions that want to do harm come out as harmless text.

use crate::register::{MARKUP, TURNED};
use crate::visit::get;

#[test]
fn markup_in_a_name_is_text_wherever_the_name_is_shown() {
    for address in [
        "/samarbeten",
        "/samarbeten/se-1480~vn-markup",
        "/organ/vn-markup",
        "/organ/se-1480",
        "/lander/DE",
        "/senaste",
        "/kallor/dataset-2016",
        "/sok?q=script",
        "/en/partnerships",
        "/organ/scriptalert",
        "/samarbeten?body=vn-markup",
    ] {
        let answer = get(address);
        assert!(!answer.text().contains("<script>alert"), "{address}");
    }
    assert!(
        get("/organ/vn-markup")
            .reading()
            .contains("&#60;script&#62;alert(1)")
    );
    assert_eq!(
        get("/organ/vn-markup.json").json()["body"]["name"],
        MARKUP,
        "data has the name as it is"
    );
}

#[test]
fn markup_in_a_question_is_text() {
    for address in [
        "/sok?q=%3Cscript%3Ealert(1)%3C/script%3E",
        "/sok?q=%22%3E%3Cscript%3Ealert(1)",
        "/samarbeten?country=%3Cscript%3Ealert(1)",
        "/samarbeten?%3Cscript%3Ealert(1)=x",
        "/organ/%3Cscript%3Ealert(1)",
        "/organ/fi-734?from=%3Cscript%3Ealert(1)",
        "/%3Cscript%3Ealert(1)",
    ] {
        let answer = get(address);
        assert!(!answer.text().contains("<script>alert"), "{address}");
    }
}

#[test]
fn a_sign_that_turns_the_direction_of_writing_is_not_let_through() {
    for address in [
        "/samarbeten",
        "/organ/vn-turned",
        "/organ/se-1480",
        "/senaste",
        "/sok?q=sta",
        "/sok?q=%E2%80%AEabc",
    ] {
        let answer = get(address);
        assert!(!answer.text().contains('\u{202e}'), "{address}");
    }
    assert!(TURNED.contains('\u{202e}'));
}

#[test]
fn a_link_from_a_source_that_is_no_web_address_is_not_a_link() {
    // The addresses of sources come from tables; only http and https may become links.
    for (_, sv, _) in crate::addresses::PAGES {
        let answer = get(sv);
        let text = answer.text();
        let odd = text.split("href=\"").skip(1).find(|to| {
            !["/", "#", "http://", "https://", "mailto:"]
                .iter()
                .any(|start| to.starts_with(start))
        });
        assert_eq!(
            odd.map(|to| to.chars().take(40).collect::<String>()),
            None,
            "{sv}"
        );
    }
}

/// What somebody may write behind any parameter.
fn nonsense() -> Vec<(&'static str, String)> {
    let fixed = [
        ("control signs", "%00%01%1F%7F%0D%0A"),
        ("turned writing", "%E2%80%AEabc%E2%81%A6def%D8%9C"),
        ("a negative number", "-5"),
        ("naught", "0000"),
        ("a far year", "99999"),
        ("a number too large", "99999999999999999999999999"),
        ("a broken place", "se-1280~"),
        ("commas", ",,,,,"),
        ("markup", "%22%3E%3Cscript%3Ealert(1)"),
        ("half a sign", "%F0%9F%98%80%CC%81"),
        ("a path", "../../etc/passwd"),
    ];
    let mut all: Vec<_> = fixed.map(|(what, text)| (what, text.to_owned())).into();
    all.push(("ten thousand signs", "x".repeat(10_000)));
    all
}

/// Every parameter of the explorer.
const PARAMETERS: [&str; 34] = [
    "q",
    "body",
    "county",
    "skr_group",
    "size",
    "partner_country",
    "country",
    "continent",
    "union",
    "kind",
    "agreement",
    "activity",
    "standing",
    "evidence",
    "freshness",
    "theme",
    "since",
    "group",
    "source",
    "sort",
    "columns",
    "after",
    "before",
    "page",
    "view",
    "map",
    "layer",
    "chart",
    "as_of",
    "known",
    "like",
    "bom",
    "all",
    "nobody_knows_this",
];
// Texts of their own, a place nobody reads, and dates, which have a notice of their own.
const UNNAMED: [&str; 6] = ["q", "map", "layer", "like", "as_of", "known"];

#[test]
fn nonsense_in_any_parameter_of_the_explorer_is_named_or_harmless() {
    for parameter in PARAMETERS {
        for (what, value) in nonsense() {
            let address = format!("/samarbeten?{parameter}={value}");
            let page = get(&address);
            assert!(
                !page.status.is_server_error(),
                "{parameter}, {what}: {}",
                page.status
            );
            let text = page.text();
            assert!(!text.contains("<script>alert"), "{parameter}, {what}");
            assert!(
                !text.contains(is_turn),
                "{parameter}, {what}: turned writing"
            );
            assert!(
                text.len() < 400_000,
                "{parameter}, {what}: {} bytes",
                text.len()
            );
            let data = get(&address.replacen("/samarbeten", "/samarbeten.json", 1));
            assert!(
                !data.status.is_server_error(),
                "{parameter}, {what}: {}",
                data.status
            );
            let is_number = parameter == "page" && ["naught", "a far year"].contains(&what);
            let is_empty = ["control signs"].contains(&what);
            if page.status == 200 && !is_number && !is_empty && !UNNAMED.contains(&parameter) {
                let ignored = &data.json()["ignored"];
                assert!(
                    ignored.as_array().is_some_and(|all| !all.is_empty()),
                    "{parameter}, {what}: not said to be ignored"
                );
            }
        }
    }
}

#[test]
fn choices_that_contradict_each_other_are_an_empty_list_with_ways_out() {
    for address in [
        "/samarbeten?continent=AS&partner_country=DE",
        "/samarbeten?standing=ended&standing=planned&partner_country=AQ",
        "/samarbeten?county=12&body=se-1480&q=zzz",
    ] {
        let page = get(address);
        assert_eq!(page.status, 200, "{address}");
        assert!(page.text().contains("Inget samarbete stämmer"), "{address}");
    }
}

/// Whether a sign turns the direction of writing or separates it.
fn is_turn(c: char) -> bool {
    matches!(c, '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
