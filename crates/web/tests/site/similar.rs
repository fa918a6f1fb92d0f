//! Comparing bodies, and bodies like one.

use crate::visit::get;

#[test]
fn two_bodies_stand_side_by_side_and_a_number_is_that_of_the_list_it_leads_to() {
    let page = get("/jamfor?body=se-1280&body=se-1480");
    let text = page.text();
    assert_eq!(page.status, 200);
    assert!(text.contains("<table class=\"list compare\">") && text.contains(">Malmö</a></th>"));
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
        ("/organ/se-1280/liknande", "Lika Malmö"),
        ("/en/bodies/se-1280/similar", "Similar to Malmö"),
        ("/uk/hromady/se-1280/skhozhi", "Схожі на: Malmö"),
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
