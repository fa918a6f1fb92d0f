//! The register as of another day: what it shows, where its links lead, and what it does with days that are none.

use crate::visit::get;

#[test]
fn a_page_as_of_another_year_says_so_and_leads_to_pages_of_that_year() {
    let page = get("/samarbeten?kind=vanort&as_of=2011");
    let text = page.text();
    assert!(text.contains("Så här var det i slutet av 2011."), "{text}");
    let html = String::from_utf8_lossy(&page.body).into_owned();
    for link in html.split("href=\"/").skip(1) {
        let address = link.split('"').next().expect("an address");
        let to_now = address == "samarbeten?kind=vanort";
        assert!(
            to_now || address.contains("as_of=2011") || address.starts_with("static/"),
            "{address}"
        );
    }
    // The box for searching stays in the year, too; the form that chooses another year does not say it twice.
    let hidden = "<input type=\"hidden\" name=\"as_of\" value=\"2011\">";
    let search = html.split("role=\"search\"").nth(1).expect("the box");
    assert!(
        search
            .split("</form>")
            .next()
            .expect("the form")
            .contains(hidden)
    );
    let chooser = html.split("data-time").nth(1).expect("the chooser");
    assert!(
        !chooser
            .split("</form>")
            .next()
            .expect("the form")
            .contains(hidden)
    );
}

#[test]
fn fewer_partnerships_are_known_of_an_earlier_year_and_none_before_the_register_began() {
    let total = |address: &str| get(address).json()["total"].as_u64().expect("a total");
    let now = total("/samarbeten.json");
    let then = total("/samarbeten.json?as_of=1990");
    assert!(then < now, "{then} {now}");
    assert_eq!(total("/samarbeten.json?known=2020-01-01"), 0);
    assert_eq!(
        total("/samarbeten.json?as_of=2026"),
        now,
        "this year is now"
    );
}

#[test]
fn days_that_cannot_be_shown_are_named_and_the_page_is_as_it_is_now() {
    for (asked, shown) in [
        ("as_of=1066", "1066"),
        ("as_of=3000", "3000"),
        ("as_of=2011-02-30", "2011-02-30"),
        ("as_of=i+fjol", "i fjol"),
        ("as_of=99999999999999999999", "99999999999999999999"),
        ("known=aldrig", "aldrig"),
    ] {
        let page = get(&format!("/samarbeten?{asked}"));
        assert_eq!(page.status, 200, "{asked}");
        let text = page.text();
        assert!(
            text.contains(&format!("”{shown}” går inte att visa.")),
            "{asked}"
        );
        assert!(!text.contains("Så här var det"), "{asked}");
    }
}

#[test]
fn a_page_that_leads_on_leads_to_the_same_year() {
    let page = get("/lander/cn?as_of=2011");
    assert_eq!(page.status, 301);
    assert_eq!(page.header("location"), "/lander/CN?as_of=2011");
}

#[test]
fn pages_on_which_time_makes_no_difference_have_no_choice_of_it() {
    for address in ["/om", "/ratt", "/data?as_of=2011"] {
        let page = get(address);
        let text = page.text();
        assert!(
            !text.contains("Visa ett annat år") && !text.contains("Så här var det"),
            "{address}"
        );
    }
}

#[test]
fn nothing_is_told_of_a_year_that_happened_later_and_charts_say_where_they_are_from() {
    let decision = "KS 2019/77";
    let now = get("/lander/CN");
    assert!(now.text().contains(decision), "{}", now.text());
    let then = get("/lander/CN?as_of=2012");
    assert_eq!(then.status, 200);
    assert!(!then.text().contains(decision), "{}", then.text());
    let html = String::from_utf8_lossy(&then.body).into_owned();
    assert!(html.contains("/lander/CN?as_of=2012, "), "{html}");
    assert!(!html.contains(".css?as_of"), "assets are of no year");
}
