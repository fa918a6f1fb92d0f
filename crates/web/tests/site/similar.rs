//! Comparing bodies, and bodies like one.

use crate::visit::get;

#[test]
fn two_bodies_stand_side_by_side_and_a_number_is_that_of_the_list_it_leads_to() {
    let page = get("/jamfor?body=se-1280&body=se-1480");
    let text = page.text();
    assert_eq!(page.status, 200);
    assert!(
        text.contains("<table class=\"list stacked compare\">") && text.contains(">Malmö</a></th>")
    );
    let data = get("/jamfor.json?body=se-1280&body=se-1480").json();
    let items = data["items"].as_array().expect("rows");
    let all = items
        .iter()
        .find(|row| row["id"] == "partnerships")
        .expect("the row of all");
    let list = get("/samarbeten.json?body=se-1280").json();
    assert!(list["total"].as_u64().expect("a total") > 0);
    assert_eq!(all["values"][0], list["total"].to_string());
}

#[test]
fn what_cannot_be_compared_is_named_and_doubles_are_dropped() {
    let page = get("/jamfor?body=se-1280&body=Malm%C3%B6&body=Atlantis&body=gn-1");
    let text = page.text();
    assert!(text.contains("”Atlantis”") && text.contains("”gn-1”"));
    let data = get("/jamfor.json?body=se-1280,se-1280&body=malm%C3%B6").json();
    assert_eq!(data["bodies"].as_array().map(Vec::len), Some(1));
}

#[test]
fn bad_input_is_never_a_fault_of_the_site() {
    for address in [
        "/jamfor",
        "/jamfor?body=",
        "/jamfor?body=,,,&body=%00&as_of=x",
        "/jamfor?body=se-1280&as_of=2011",
        "/jamfor.csv",
        "/jamfor.xlsx?body=se-1280",
        "/en/compare.json?body=%3Cscript%3E",
    ] {
        assert_eq!(get(address).status, 200, "{address}");
    }
    for address in [
        "/jamfor.geojson",
        "/organ/se-9999/liknande",
        "/organ/%20/liknande",
    ] {
        assert_eq!(get(address).status, 404, "{address}");
    }
}

#[test]
fn nothing_chosen_explains_itself() {
    let page = get("/jamfor");
    let text = page.text();
    assert!(text.contains("<form class=\"filters\"") && !text.contains("<table"));
}

#[test]
fn bodies_like_one_are_told_with_the_reasons_in_every_language() {
    for (address, words) in [
        (
            "/organ/se-1280/liknande",
            "Kommuner och regioner som liknar Malmö",
        ),
        (
            "/en/bodies/se-1280/similar",
            "Municipalities and regions similar to Malmö",
        ),
        (
            "/uk/hromady/se-1280/skhozhi",
            "Мальме: схожі громади й регіони",
        ),
    ] {
        let page = get(address);
        assert_eq!(page.status, 200, "{address}");
        assert!(page.text().contains(words), "{address}");
    }
    let data = get("/organ/se-1280/liknande.json").json();
    for item in data["items"].as_array().expect("bodies") {
        assert_ne!(item["id"], "se-1280");
        assert!(!item["reasons"].as_array().expect("reasons").is_empty());
    }
}

#[test]
fn bodies_like_one_are_the_same_in_the_files() {
    let data = get("/organ/se-1280/liknande.json").json();
    let first = &data["items"][0];
    let csv = get("/organ/se-1280/liknande.csv");
    let mut lines = csv.text().lines();
    assert_eq!(lines.next(), Some("\u{feff}id,name,score,reasons"));
    let line = lines.next().expect("a line");
    let name = first["name"].as_str().expect("a name");
    let id = first["id"].as_str().expect("an id");
    assert!(
        line.starts_with(&format!("{id},{name},{}", first["score"])),
        "{line}"
    );
    assert_eq!(
        lines.count() + 1,
        data["items"].as_array().map_or(0, Vec::len)
    );
    assert!(get("/organ/se-1280/liknande.xlsx").body.starts_with(b"PK"));
    assert_eq!(get("/organ/se-1280/liknande.parquet").status, 404);
}

#[test]
fn those_of_a_selection_who_are_like_ones_own_body_are_told() {
    for address in ["/samarbeten?sort=home", "/lander/FI?x=1"] {
        let page = |like: &str| get(&format!("{address}{like}")).text().to_owned();
        let told = page("&like=malm%C3%B6");
        assert!(told.contains("De i urvalet som är mest lika"), "{address}");
        assert!(told.contains("body=se-1480"), "{address}: Göteborg");
        assert!(
            told.contains("value=\"Malmö\""),
            "{address}: what was written stands"
        );
        let nobody = page("");
        assert!(nobody.contains("name=\"like\""), "{address}");
        let label = "<label for=\"like\">Svensk kommun eller region</label>";
        assert!(nobody.contains(label), "{address}");
        assert!(!nobody.contains("De i urvalet"), "{address}");
        let unknown = page("&like=Atlantis");
        assert!(unknown.contains("som heter ”Atlantis”"), "{address}");
    }
    let unclear = get("/lander/FI?like=Mlam%C3%B6").text().to_owned();
    assert!(unclear.contains("like=se-1280#others"), "Malmö is offered");
}

#[test]
fn the_day_looked_from_is_asked_for_once() {
    for address in [
        "/samarbeten?as_of=2025&like=malm%C3%B6",
        "/lander/FI?as_of=2025&like=malm%C3%B6",
    ] {
        let text = get(address).text().to_owned();
        let form = text
            .split("action=")
            .find(|part| part.contains("id=\"like\""));
        let form = form.expect("the form");
        assert_eq!(form.matches("name=\"as_of\"").count(), 1, "{address}");
    }
}

#[test]
fn a_comparison_as_a_file_heads_its_columns_with_names() {
    let file = get("/jamfor.csv?body=se-1280,se-1480");
    let head = file.text().trim_start_matches('\u{feff}').lines().next();
    assert_eq!(head, Some("Uppgift,Malmö,Göteborg"));
}
