//! Views of a result: what stands there without a script, and what a script is given.

use crate::visit::get;

#[test]
fn a_map_is_drawn_by_the_server_with_the_list_below_it_and_its_places_as_data() {
    let page = get("/samarbeten?partner_country=NO&view=map");
    let text = page.text();
    assert!(text.contains("<svg") && text.contains("<table class=\"list\">"));
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
    assert!(page.text().contains("<table class=\"list\">"));
}
