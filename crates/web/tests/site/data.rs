//! The same facts as data: fields, filters, pages, tables.

use std::sync::Arc;

use serde_json::Value;
use vanort_domain::log::{Content, Switch};
use vanort_web::{Settings, router};

use crate::register::{ctx, entry, log};
use crate::visit::{ask, get};

fn ids(address: &str) -> Vec<String> {
    let list = get(address).json();
    let items = list["items"].as_array().expect("a list");
    assert_eq!(list["total"], items.len(), "{address} fits on one page");
    items
        .iter()
        .map(|item| item["id"].as_str().expect("an id").to_owned())
        .collect()
}

#[test]
fn a_list_tells_of_each_partnership_what_a_reader_needs() {
    let list = get("/samarbeten.json?body=se-1280&country=NO").json();
    let one = &list["items"][0];
    assert_eq!(list["next"], Value::Null);
    for (field, value) in [
        ("id", "se-1280~gn-3137115"),
        ("url", "http://127.0.0.1:8080/samarbeten/se-1280~gn-3137115"),
        ("country", "NO"),
        ("kind", "vanort"),
        ("since", "1998-05-08"),
        ("standing", "stated"),
        ("evidence", "both_sides"),
        ("freshness", "fresh"),
        ("last_word", "2025-11-01"),
    ] {
        assert_eq!(one[field], value, "{field}");
    }
    assert_eq!(
        (&one["first"]["name"], &one["second"]["name"]),
        (&"Malmö".into(), &"Stavanger".into())
    );
}

#[test]
fn filters_narrow_the_list_and_combine() {
    for (query, expected) in [
        (
            "country=NO",
            vec![
                "se-1480~gn-3137115",
                "se-0980~gn-3137115",
                "se-1280~gn-3137115",
                "se-2321~gn-3137115",
            ],
        ),
        ("country=NO&evidence=both_sides", vec!["se-1280~gn-3137115"]),
        ("country=NO&freshness=undated", vec!["se-1480~gn-3137115"]),
        ("standing=ended", vec!["se-1480~gn-1796236"]),
        ("standing=planned", vec!["se-1480~gn-2806654"]),
        ("standing=disputed", vec!["se-0980~gn-3137115"]),
        ("evidence=partner_side", vec!["se-2321~gn-3137115"]),
        ("kind=partnership", vec!["se-1280~gn-2806654"]),
        (
            "body=se-1480&kind=vanort&evidence=swedish_side",
            vec!["se-1480~gn-1796236", "se-1480~gn-3137115"],
        ),
        ("body=fi-734", vec!["se-1480~fi-734", "se-1280~fi-252"]),
        ("body=vn-salo", vec!["se-1480~fi-734", "se-1280~fi-252"]),
        ("country=AQ", vec![]),
    ] {
        let mut found = ids(&format!("/samarbeten.json?{query}"));
        let mut expected = expected;
        found.sort();
        expected.sort_unstable();
        assert_eq!(found, expected, "{query}");
    }
}

#[test]
fn the_list_can_be_put_in_order_of_newest_word_and_of_age() {
    assert_eq!(
        ids("/samarbeten.json?sort=since")[0],
        "se-1280~gn-2806654",
        "197X begins first"
    );
    let newest = ids("/samarbeten.json?sort=newest");
    assert_eq!(
        newest.last().map(String::as_str),
        Some("se-1480~gn-3137115"),
        "the undated word comes last"
    );
}

#[test]
fn filters_that_are_not_understood_are_named_and_the_rest_counts() {
    let list = get("/samarbeten.json?country=NO&kind=fadderort&colour=red").json();
    assert_eq!(list["total"], 4);
    assert_eq!(
        list["ignored"],
        serde_json::json!(["kind=fadderort", "colour=red"])
    );
    let reading = get("/samarbeten?kind=fadderort").reading();
    assert!(reading.contains("kind=fadderort"), "{reading}");
}

#[test]
fn a_page_beyond_the_last_is_the_last() {
    for number in ["2", "99999999999", "0"] {
        let list = get(&format!("/samarbeten.json?page={number}")).json();
        assert_eq!(list["page"], 1, "{number}");
        assert_ne!(list["items"], serde_json::json!([]));
    }
}

#[test]
fn a_partnership_tells_for_each_field_what_counts_why_and_who_is_for_and_against() {
    let data = get("/samarbeten/se-1280~gn-3137115.json").json();
    let kind = &data["fields"]["kind"];
    assert_eq!(kind["values"], serde_json::json!(["vanort"]));
    assert_eq!(kind["rule"], "own_word");
    assert_eq!(
        (&kind["for"], &kind["against"]),
        (
            &serde_json::json!(["st-20", "st-21"]),
            &serde_json::json!(["st-22"])
        )
    );
    assert_eq!(
        data["fields"]["since"]["values"],
        serde_json::json!(["1998-05-08"])
    );
    assert_eq!(data["statements"].as_array().map(Vec::len), Some(3));
}

#[test]
fn a_field_in_dispute_has_both_values() {
    let data = get("/samarbeten/se-0980~gn-3137115.json").json();
    let agreement = &data["fields"]["agreement"];
    assert_eq!(agreement["disputed"], true);
    assert_eq!(agreement["values"].as_array().map(Vec::len), Some(2));
}

#[test]
fn a_statement_has_every_field_as_stated_and_its_source() {
    let data = get("/samarbeten/se-1280~gn-3137115.json").json();
    let statement = &data["statements"][0];
    assert_eq!(statement["id"], "st-20");
    assert_eq!(
        statement["values"]["status_written"],
        "avtalet gäller tills vidare"
    );
    assert_eq!(statement["values"]["themes"], "culture|youth");
    assert_eq!(statement["source"]["publisher"], "Malmö stad");
    assert!(
        statement["recorded"]
            .as_str()
            .is_some_and(|time| time.ends_with('Z'))
    );
}

#[test]
fn a_body_tells_which_partnerships_were_carried_over() {
    let data = get("/organ/fi-734.json").json();
    let carried: Vec<&Value> = data["partnerships"]
        .as_array()
        .expect("partnerships")
        .iter()
        .filter(|p| !p["carried_over_from"].is_null())
        .collect();
    assert_eq!(carried.len(), 1);
    assert_eq!(carried[0]["carried_over_from"], "fi-252");
    assert_eq!(
        get("/organ/se-1280.json").json()["coverage"],
        "own_partners"
    );
    assert_eq!(get("/organ/se-0114.json").json()["coverage"], "never_asked");
}

#[test]
fn a_county_is_asked_for_by_its_name_in_any_language_and_answered_in_that_of_the_page() {
    for (address, named) in [
        ("/sok.json?q=sk%C3%A5ne+l%C3%A4n", "Skåne län"),
        ("/sok.json?q=sk%C3%A5ne+county", "Skåne län"),
        ("/en/search.json?q=sk%C3%A5ne+l%C3%A4n", "Skåne County"),
        (
            "/uk/poshuk.json?q=%D0%BB%D0%B5%D0%BD+%D0%A1%D0%BA%D0%BE%D0%BD%D0%B5",
            "лен Сконе",
        ),
    ] {
        let data = get(address).json();
        let selection = data["selection"].to_string();
        assert!(selection.contains("county=12"), "{address}: {selection}");
        assert!(selection.contains(named), "{address}: {selection}");
    }
}

#[test]
fn every_list_and_page_has_data_beside_it_in_both_languages() {
    for address in [
        "/samarbeten.json",
        "/organ.json",
        "/kretsar.json",
        "/lander.json",
        "/kallor.json",
        "/senaste.json",
        "/sok.json?q=salo",
        "/kretsar/gr-kedja.json",
        "/lander/NO.json",
        "/kallor/page-malmo.json",
        "/organ/se-1280.json",
        "/en/bodies/se-1280.json",
        "/en/partnerships.json?country=NO",
        "/en/search.json?q=salo",
        "/en/latest.json",
    ] {
        let answer = get(address);
        assert_eq!(
            answer.header("content-type"),
            "application/json",
            "{address}"
        );
        let data = answer.json();
        assert!(
            data["items"].is_array() || data["id"].is_string(),
            "{address}"
        );
        if data["items"].is_array() {
            assert!(
                data.as_object()
                    .is_some_and(|list| list.contains_key("next")),
                "{address}"
            );
        }
    }
}

#[test]
fn a_list_as_a_table_has_the_same_selection_and_opens_in_a_spreadsheet() {
    let answer = get("/samarbeten.csv?country=NO");
    assert_eq!(answer.header("content-type"), "text/csv; charset=utf-8");
    assert!(answer.header("content-disposition").contains("attachment"));
    let table = answer
        .text()
        .strip_prefix('\u{feff}')
        .expect("the mark of UTF-8")
        .to_owned();
    assert_eq!(table.lines().count(), 5);
    assert!(table.lines().any(|line| line.starts_with(
        "se-1280~gn-3137115,se-1280,Malmö,gn-3137115,Stavanger,NO,stated,both_sides,vanort"
    )));
    assert_eq!(
        get("/organ.csv").text().lines().count(),
        7,
        "six members and the header"
    );
}

#[test]
fn every_list_is_also_a_table_and_a_page_without_a_list_has_none() {
    for (address, rows) in [
        ("/lander.csv", 5),
        ("/kretsar.csv", 1),
        ("/en/sources.csv", 4),
        ("/senaste.csv", 18),
        ("/organ/se-1280.csv", 4),
        ("/kallor/page-goteborg.csv", 6),
        ("/en/countries/NO.csv", 4),
    ] {
        let answer = get(address);
        assert_eq!(
            answer.header("content-type"),
            "text/csv; charset=utf-8",
            "{address}"
        );
        assert_eq!(
            answer.text().lines().count(),
            rows + 1,
            "{address}:\n{}",
            answer.text()
        );
    }
    for address in [
        "/om.csv",
        "/samarbeten/se-1280~gn-3137115.csv",
        "/organ/se-9999.csv",
        "/kallor/ingen.csv",
    ] {
        assert_eq!(get(address).status, 404, "{address}");
    }
}

#[test]
fn a_statement_of_a_source_that_is_switched_off_is_listed_as_one_that_does_not_count() {
    let ctx = ctx();
    let collection = {
        let snapshot = ctx.snapshot();
        let source = snapshot
            .register
            .sources()
            .find(|s| s.id.as_str() == "page-goteborg");
        source.expect("a source").collection.clone()
    };
    let number = u32::try_from(log().len()).expect("small") + 1;
    let site = router(ctx.clone(), Settings::default());
    let figures = || ask(&site, "GET", "/index.json", &[]).json()["figures"].clone();
    let listed = |counts: &str| {
        let table = ask(&site, "GET", "/senaste.csv", &[]);
        let header = table.text().lines().next().expect("a header");
        assert!(header.ends_with(",note,counts"), "{header}");
        table
            .text()
            .lines()
            .filter(|line| line.ends_with(&format!(",{counts}")))
            .count()
    };
    let total = listed("yes");
    assert_eq!((listed("no"), &figures()["statements"]), (0, &total.into()));

    ctx.live.take_in([entry(
        number,
        Content::Switch(Arc::new(Switch {
            collection,
            on: false,
            reason: None,
        })),
    )]);
    let (left, off) = (listed("yes"), listed("no"));
    assert!(off > 0 && left + off == total, "{left} + {off} of {total}");
    assert_eq!(figures()["statements"], left);
    assert_eq!(figures()["statements_not_counting"], off);
    let latest = ask(&site, "GET", "/senaste.json", &[]).json();
    assert_eq!(latest["total"], total);
    let items = latest["items"].as_array().expect("items").iter();
    assert_eq!(items.filter(|item| item["counts"] == false).count(), off);
    // The page is for readers: what does not count is not told there.
    let page = ask(&site, "GET", "/senaste", &[]).reading();
    assert!(page.contains(&format!("{left} uppgifter")), "{page}");
    assert_eq!(page.matches("Göteborgs Stad").count(), 0, "{page}");
}

#[test]
fn the_list_of_bodies_can_be_narrowed_by_coverage_and_put_in_order() {
    assert_eq!(
        ids("/organ.json?coverage=never_asked"),
        ["se-12", "se-0114"]
    );
    assert_eq!(ids("/organ.json?sort=partnerships")[0], "se-1480");
    assert_eq!(
        ids("/organ.json?sort=name").last().map(String::as_str),
        Some("se-2321"),
        "Åre comes last"
    );
    assert_eq!(
        get("/organ.csv?coverage=never_asked")
            .text()
            .lines()
            .count(),
        3
    );
    assert!(get("/organ?sort=name").reading().contains("Upplands Väsby"));
}

#[test]
fn the_page_of_data_explains_every_column_and_code_of_the_files() {
    let page = get("/data");
    let text = page.text();
    let file = get("/samarbeten.csv?bom=0");
    let head = file.text().lines().next().expect("a head");
    for column in head.split(',') {
        assert!(text.contains(&format!("<code>{column}</code>")), "{column}");
    }
    let reading = page.reading();
    for words in [
        "GeoJSON är till för kartprogram.",
        "XLSX är en arbetsbok",
        "Parquet är till för program",
        "Under ”next” står adressen till nästa sida.",
        "no_longer_listed",
        "in_force",
        "avsiktsforklaring",
    ] {
        assert!(reading.contains(words), "{words}");
    }
    for ending in ["xlsx", "csv", "geojson", "parquet", "json"] {
        assert!(
            text.contains(&format!("href=\"/samarbeten.{ending}\"")),
            "{ending}"
        );
    }
}

#[test]
fn the_list_of_bodies_names_what_it_does_not_understand() {
    for part in ["coverage=foo", "sort=zzz", "county=12"] {
        let address = format!("/organ?{part}");
        let page = get(&address).reading();
        assert!(page.contains("gick inte att förstå"), "{page}");
        assert!(page.contains(part), "{page}");
        let data = get(&format!("/organ.json?{part}")).json();
        assert_eq!(data["ignored"], serde_json::json!([part]));
        assert_eq!(get(&format!("/organ.csv?{part}")).status, 400);
    }
    let page = get("/organ?coverage=own_partners&sort=name&as_of=2016").reading();
    assert!(!page.contains("gick inte att förstå"), "{page}");
}
