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
