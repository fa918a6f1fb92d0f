//! The register as of another day: what it shows, where its links lead, and what it does with days that are none.

use vanort_domain::log::{Content, Hash};
use vanort_domain::statements::Statement;
use vanort_testkit::{body, statement};
use vanort_web::{Settings, router};

use crate::register::{ctx, ctx_with, entry, log};
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
fn the_start_page_of_another_day_does_not_list_what_came_in_last() {
    let newest = "Senast införda uppgifter";
    assert!(get("/").reading().contains(newest));
    assert!(!get("/?as_of=2010").reading().contains(newest));
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

/// A site on the small register with a page that names a partner in Kenya and bears no date.
fn with_an_undated_page() -> axum::Router {
    let lodwar = body(
        "gn-186527",
        "Lodwar",
        &[("country", "KE"), ("roles", "municipality")],
    );
    let page = statement("page-malmo", "se-1280", "gn-186527", &[("kind", "other")]);
    router(ctx_with(vec![lodwar, page]), Settings::default())
}

#[test]
fn what_only_undated_sources_name_is_counted_where_another_day_is_shown() {
    let site = with_an_undated_page();
    let get = |address: &str| ask(&site, "GET", address, &[]);
    let one = "Ett samarbete nämns bara i källor utan datum och finns därför inte med här.";
    for (address, list) in [
        ("/lander/KE", "partner_country=KE&#38;dated=unknown"),
        (
            "/samarbeten?partner_country=KE",
            "partner_country=KE&#38;dated=unknown",
        ),
    ] {
        let and = if address.contains('?') { '&' } else { '?' };
        let then = get(&format!("{address}{and}as_of=2022"));
        assert!(then.reading().contains(one), "{}", then.reading());
        let link = format!("data-now href=\"/samarbeten?{list}\"");
        assert!(then.text().contains(&link), "{}", then.text());
        assert!(!get(address).reading().contains(one), "{address}");
    }
    let list = get("/samarbeten.json?partner_country=KE&dated=unknown").json();
    assert_eq!(list["total"], 1, "they are where the link leads");
    let body = get("/organ/se-1280?as_of=2022").reading();
    assert!(body.contains("nämns bara i källor utan datum"), "{body}");
    // Nothing is told of the country: of that day, and not of today.
    let country = get("/lander/KE?as_of=2022").reading();
    let none = "Ingen daterad källa nämner något samarbete med det här landet i slutet av 2022.";
    assert!(country.contains(none), "{country}");
    assert!(!country.contains("Ingen källa nämner"), "{country}");
}

#[test]
fn the_chart_of_a_country_as_of_a_year_counts_what_has_no_date() {
    let lodwar = body(
        "gn-186527",
        "Lodwar",
        &[("country", "NO"), ("roles", "municipality")],
    );
    let page = statement("page-malmo", "se-1280", "gn-186527", &[("kind", "other")]);
    let site = router(ctx_with(vec![lodwar, page]), Settings::default());
    for address in ["/lander/NO?as_of=2016", "/lander/NO"] {
        let page = ask(&site, "GET", address, &[]).reading();
        let one = "Ett samarbete nämns bara i källor utan datum och finns inte med i något år.";
        assert!(page.contains(one), "{address}: {page}");
    }
}

#[test]
fn a_reference_and_a_file_of_another_year_say_which() {
    for (address, state) in [
        ("/samarbeten?kind=vanort&as_of=2016", "läget 2016"),
        ("/lander/NO?as_of=2016-05-30", "läget den 30 maj 2016"),
        ("/organ/se-1280?as_of=2016", "läget 2016"),
        (
            "/samarbeten?as_of=2016&known=2026-02-27",
            "läget 2016, så som det var känt den 27 februari 2026",
        ),
    ] {
        let page = get(address).reading();
        let (_, reference) = page.split_once("Hänvisa hit").expect("a reference");
        assert!(reference.contains(state), "{address}: {reference}");
    }
    let name = |address: &str| {
        let answer = get(address);
        let header = answer.headers.get("content-disposition").cloned();
        String::from_utf8_lossy(header.expect(address).as_bytes()).into_owned()
    };
    let selection = "kind=vanort&as_of=2016";
    assert!(name(&format!("/samarbeten.csv?{selection}")).contains("samarbeten-2016.csv"));
    assert!(name("/lander/NO.csv?as_of=2016-05-30").contains("NO-2016-05-30.csv"));
    assert!(name("/samarbeten.xlsx?as_of=2016").contains("samarbeten-2016.xlsx"));
    assert!(name("/samarbeten.csv").contains("samarbeten.csv"));
    let places = get(&format!("/samarbeten.geojson?{selection}")).json();
    let method = places["notes"]["Metod"].to_string();
    assert!(method.contains("Form: Vänort; läget 2016"), "{method}");
}

#[test]
fn what_is_told_later_is_marked_as_such_in_a_list_of_a_year() {
    let site = router(
        ctx_with(vec![
            body(
                "gn-186527",
                "Krasnystaw",
                &[("country", "PL"), ("roles", "municipality")],
            ),
            statement(
                "page-malmo",
                "se-1280",
                "gn-186527",
                &[("said", "2024-03-04"), ("since", "2004")],
            ),
        ]),
        Settings::default(),
    );
    let address = "/samarbeten?partner_country=PL";
    let then = ask(&site, "GET", &format!("{address}&as_of=2016"), &[]).reading();
    assert!(then.contains("Uppgiven senare"), "{then}");
    assert!(!then.contains("4 mars 2024"), "{then}");
    let now = ask(&site, "GET", address, &[]).reading();
    assert!(now.contains("4 mars 2024"), "{now}");
}
