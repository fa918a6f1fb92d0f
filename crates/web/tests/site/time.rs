//! The register as of another day: what it shows, where its links lead, and what it does with days that are none.

use vanort_domain::log::{Content, Hash};
use vanort_domain::statements::Statement;
use vanort_web::{Settings, router};

use crate::register::{ctx, entry, log};
use crate::visit::{Answer, ask, get};

/// The address in a reference.
fn cited(page: &Answer) -> String {
    let (_, rest) = page
        .text()
        .split_once("<span class=\"address\">")
        .expect("a reference");
    let (address, _) = rest.split_once("</span>").expect("its end");
    let address = address.replace("&#38;", "&");
    address
        .strip_prefix("http://127.0.0.1:8080")
        .expect("an address")
        .to_owned()
}

#[test]
fn what_is_cited_shows_the_same_after_more_has_been_recorded_on_the_same_day() {
    let ctx = ctx();
    let site = router(ctx.clone(), Settings::default());
    let get = |address: &str| ask(&site, "GET", address, &[]);
    let page = get("/samarbeten?known=2026-03-01&sort=partner");
    assert!(
        page.reading()
            .contains("Dess kontrollsumma börjar på 5a5a5a5a5a5a."),
        "{}",
        page.reading()
    );
    let address = cited(&page);
    let next = u32::try_from(log().len()).expect("small") + 1;
    let first = vanort_testkit::NOW
        .0
        .max(entry(next, Content::Unreadable).recorded.0);
    let values = [
        ("source", "page-malmo"),
        ("speaker", "subject"),
        ("subject", "se-0114"),
        ("about", "partner"),
        ("partner", "gn-2806654"),
        ("said", "2026-02-28"),
    ];
    let statement = Statement::from_values(&values.into_iter().collect()).expect("a statement");
    let mut late = entry(next, Content::Statement(statement.into()));
    late.recorded.0 = first;
    ctx.live.take_in_up_to([late], Some(Hash([0x6b; 32])));

    let (now, then) = (get("/samarbeten"), get(&address));
    assert!(now.text().contains("Upplands Väsby"));
    assert_eq!(then.status, 200, "{address}");
    assert!(!then.text().contains("Upplands Väsby"), "{address}");
    assert!(then.text().contains(" UTC."), "the moment is told");
    assert_eq!(cited(&then), address, "a reference to it is the same");
    let total = |address: &str| get(address).json()["total"].as_u64();
    let data = address.replace("/samarbeten?", "/samarbeten.json?");
    assert_eq!(
        total(&data).map(|count| count + 1),
        total("/samarbeten.json")
    );
}

#[test]
fn the_development_is_drawn_up_to_the_day_looked_from() {
    let page = get("/utveckling?as_of=2010");
    assert!(page.text().contains("läget i slutet av 2010."));
    let csv = get("/utveckling.csv?chart=stock&as_of=2010");
    let last = csv.text().lines().last().expect("a year");
    assert!(last.starts_with("2010,"), "{last}");
    for before in ["as_of=1900", "known=2020-01-01"] {
        let page = get(&format!("/utveckling?{before}"));
        assert_eq!(page.status, 200, "{before}");
        assert!(page.reading().contains("Ingen daterad uppgift"), "{before}");
        assert!(page.reading().contains("272"), "what SKR counted stands");
        assert_eq!(
            get(&format!("/utveckling.json?{before}")).json()["register"],
            serde_json::json!([])
        );
        assert_eq!(
            get(&format!("/utveckling.svg?chart=stock&{before}")).status,
            404
        );
    }
}

#[test]
fn a_moment_that_is_to_come_or_is_none_is_named() {
    for known in [
        "2027-01-01T00:00:00Z",
        "2026-02-30T00:00:00Z",
        "2026-02-01T25:00:00Z",
    ] {
        let page = get(&format!("/samarbeten?known={known}"));
        assert!(
            page.text()
                .contains(&format!("”{known}” går inte att visa.")),
            "{known}"
        );
    }
}

#[test]
fn a_link_with_several_choices_keeps_them_all_in_another_year() {
    let page = get("/sok?q=v%C3%A4norter+i+Norge&as_of=2018");
    let link = "href=\"/samarbeten?partner_country=NO&#38;kind=vanort&amp;as_of=2018\"";
    assert!(page.text().contains(link), "{}", page.text());
}

#[test]
fn a_page_as_of_another_year_says_so_and_leads_to_pages_of_that_year() {
    let page = get("/samarbeten?kind=vanort&as_of=2011");
    let text = page.text();
    assert!(
        text.contains("Det här säger källorna om läget i slutet av 2011."),
        "{text}"
    );
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
    let before_all = get("/samarbeten?known=2020-01-01");
    assert!(
        before_all.text().contains("Registret började föras"),
        "why there is nothing"
    );
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
        assert!(!text.contains("Det här säger källorna"), "{asked}");
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
            !text.contains("Visa ett annat år") && !text.contains("Det här säger källorna"),
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

#[test]
fn what_became_of_a_body_later_is_not_told_of_a_year_before() {
    for (address, words) in [("/organ/fi-252", "2009"), ("/organ/fi-734", "Kiikala")] {
        let as_of = |year| get(&format!("{address}?as_of={year}")).reading();
        assert!(as_of(2010).contains(words), "{address}");
        let before = as_of(2008);
        assert!(!before.contains(words), "{address}: {before}");
    }
}
