//! Views of a result: what stands there without a script, and what a script is given.

use vanort_testkit::{body, statement};
use vanort_web::{Settings, router};

use crate::register::ctx_with;
use crate::visit::{ask, get};

#[test]
fn a_map_is_drawn_by_the_server_with_the_list_below_it_and_its_places_as_data() {
    let page = get("/samarbeten?partner_country=NO&view=map");
    let text = page.text();
    assert!(text.contains("<svg") && text.contains("<table class=\"list stacked flow\">"));
    assert_eq!(
        text.matches("<script").count(),
        2,
        "the site's and the map's"
    );
    assert!(!text.contains("gick inte att förstå"));
    // The tabs keep the selection, and say which one is shown.
    assert!(text.contains("aria-current=\"page\">Karta"));
    assert!(text.contains("/samarbeten?partner_country=NO&#38;view=matrix"));

    let places = get("/samarbeten.json?partner_country=NO&view=map&places=1");
    assert_eq!(places.status, 200);
    assert!(places.text().contains("Stavanger"));
    assert!(!places.text().contains("Salo"), "not in Norway");
}

#[test]
fn counties_by_countries_count_what_is_found_and_lead_to_it() {
    let page = get("/samarbeten?view=matrix");
    let text = page.text();
    assert!(text.contains("<table class=\"matrix\">") && text.contains("Skåne län"));
    assert_eq!(text.matches("<script").count(), 1, "no script of its own");
    let link = text
        .split("href=\"")
        .skip(1)
        .filter_map(|part| part.split('"').next())
        .find(|link| link.contains("county=12") && link.contains("partner_country=NO"))
        .expect("a cell of Skåne and Norway");
    let list = get(&link
        .replace("&#38;", "&")
        .replace("/samarbeten?", "/samarbeten.json?"));
    assert!(list.json()["total"].as_u64().expect("a total") > 0);
}

#[test]
fn a_view_that_there_is_none_of_is_named_and_the_list_shown() {
    let page = get("/samarbeten?view=hologram&map=x/y/z");
    assert!(page.text().contains("<code>view=hologram</code>"));
    assert!(page.text().contains("<table class=\"list stacked flow\">"));
}

#[test]
fn a_timeline_draws_the_page_by_start_and_lists_below_it_what_it_draws() {
    let page = get("/samarbeten?view=timeline");
    let text = page.text();
    assert!(
        text.contains("id=\"chart-timeline\"")
            && text.contains("<table class=\"list stacked flow\">")
    );
    assert!(text.contains("aria-sort=\"ascending\""), "sorted by start");
    assert!(text.contains("aria-current=\"page\">Tidslinje"));
    assert!(text.contains("uppgivet startår"));
    assert_eq!(text.matches("<script").count(), 1, "no script of its own");
    // The files are of the same selection.
    let narrow = get("/samarbeten?view=timeline&partner_country=NO");
    assert!(
        narrow
            .text()
            .contains("/samarbeten.csv?partner_country=NO&#38;view=timeline&#38;chart=timeline")
    );
}

#[test]
fn the_drawings_of_views_come_as_files() {
    for (address, kind, holds) in [
        ("/samarbeten.svg?chart=timeline", "image/svg+xml", "<svg"),
        (
            "/samarbeten.csv?chart=timeline",
            "text/csv",
            "what_happened",
        ),
        ("/samarbeten.csv?chart=stock", "text/csv", "start_known"),
        ("/samarbeten.csv?chart=flows", "text/csv", "endings"),
        ("/samarbeten.svg?chart=network", "image/svg+xml", "<svg"),
        ("/samarbeten.csv?chart=network", "text/csv", "partner_name"),
    ] {
        let file = get(address);
        assert_eq!(file.status, 200, "{address}");
        assert!(file.header("content-type").starts_with(kind), "{address}");
        assert!(file.text().contains(holds), "{address}");
    }
    assert!(!get("/samarbeten.svg?chart=network").text().contains("<a "));
    assert_eq!(get("/samarbeten.svg?chart=hologram").status, 404);
}

#[test]
fn shared_partners_are_those_of_several_swedish_bodies_with_each_of_them_beside() {
    let rows = get("/samarbeten.csv?chart=network");
    let text = rows.text();
    let mut by_partner: std::collections::BTreeMap<&str, Vec<&str>> = Default::default();
    for row in text.lines().skip(1) {
        let cells: Vec<&str> = row.split(',').collect();
        let home = cells.iter().find(|cell| cell.starts_with("se-"));
        by_partner
            .entry(cells[0])
            .or_default()
            .push(home.expect("a Swedish body"));
    }
    assert!(!by_partner.is_empty());
    let page = get("/samarbeten?view=network");
    for (partner, homes) in by_partner {
        assert!(homes.len() > 1, "{partner}");
        assert!(page.text().contains(&format!("/organ/{partner}\"")));
        for home in homes {
            let pair = get(&format!("/samarbeten/{home}~{partner}"));
            assert_eq!(pair.status, 200, "{home}~{partner}");
        }
    }
}

#[test]
fn no_question_breaks_a_view() {
    for view in ["timeline", "network", "map", "matrix"] {
        for rest in [
            "country=AQ",
            "country=AQ&kind=vanort&since=1990",
            "since=99999",
            "since=-1&sort=until",
            "as_of=0001",
            "as_of=999999",
            "page=18446744073709551615",
            "after=se-1280~xx-1",
            "chart=x",
            "body=se-9999&county=99",
            "map=1e999/NaN/-",
        ] {
            for address in [
                "samarbeten",
                "samarbeten.svg",
                "samarbeten.csv",
                "samarbeten.json",
            ] {
                let page = get(&format!("/{address}?view={view}&{rest}"));
                assert!(!page.status.is_server_error(), "{address} {view} {rest}");
            }
        }
        let none = get(&format!("/samarbeten?view={view}&country=AQ&kind=vanort"));
        assert!(none.text().contains("class=\"notice\""), "{view}");
        assert!(!none.text().contains("<figure"), "{view}: nothing to draw");
    }
}

#[test]
fn the_map_is_told_how_many_each_swedish_body_has_and_where_the_outlines_are() {
    let places = get("/samarbeten.json?view=map&places=1").json();
    let homes = places["homes"].as_array().expect("homes");
    let total: u64 = homes.iter().filter_map(|home| home[3].as_u64()).sum();
    let all = get("/samarbeten.json").json()["total"].as_u64();
    assert_eq!(Some(total), all);
    let page = get("/samarbeten?view=map");
    let (_, rest) = page
        .text()
        .split_once("data-municipalities=\"")
        .map(|(a, b)| (a.to_owned(), b.to_owned()))
        .expect("the outlines");
    let outlines = get(rest.split('"').next().unwrap_or_default()).json();
    let shapes = outlines["objects"]["kommuner"]["geometries"].as_array();
    assert_eq!(shapes.map(Vec::len), Some(290));
}

#[test]
fn countries_without_a_column_are_countries_and_what_else_is_counted_there_is_said() {
    const CODES: [&str; 16] = [
        "AT", "BE", "BG", "CZ", "DK", "EE", "ES", "FR", "GB", "GR", "HR", "HU", "IE", "IS", "IT",
        "LT",
    ];
    let there = CODES.iter().zip(700..).flat_map(|(code, number)| {
        let id = format!("gn-{number}");
        let said = |home| statement("page-malmo", home, &id, &[("said", "2024")]);
        let town = [("country", *code), ("roles", "municipality")];
        [body(&id, code, &town), said("se-1280"), said("se-1480")]
    });
    let within = statement("page-malmo", "se-1280", "se-0980", &[("said", "2024")]);
    let more = there.chain([within]).collect();
    let site = router(ctx_with(more), Settings::default());
    let page = ask(&site, "GET", "/samarbeten?view=matrix", &[]).reading();
    let told = "Under Övriga finns 5 länder till. Där räknas också samarbeten inom Sverige. \
                Där räknas också de vars land inte är uppgivet.";
    assert!(page.contains(told), "{page}");
}
