//! The explorer: what it narrows, what it says when nothing is left, in which order, and what it gives away in files.

use vanort_testkit::{body, statement};
use vanort_web::{Settings, router};

use crate::register::{ctx, entry, log};
use crate::visit::{ask, get, site};

fn total(query: &str) -> u64 {
    get(&format!("/samarbeten.json?{query}")).json()["total"]
        .as_u64()
        .expect("a total")
}

#[test]
fn values_of_one_facet_add_up_and_facets_narrow_each_other() {
    let (norway, finland) = (total("partner_country=NO"), total("partner_country=FI"));
    assert!(norway > 0 && finland > 0);
    assert_eq!(total("partner_country=NO,FI"), norway + finland);
    assert_eq!(
        total("partner_country=NO&partner_country=FI"),
        norway + finland
    );
    assert_eq!(total("partner_country=no"), norway, "small letters");
    assert!(total("partner_country=NO&standing=disputed") < norway);
    assert_eq!(total("country=NO"), norway, "the old name");
    assert!(total("q=stavanger") > 0 && total("q=stavanger") <= norway);
}

#[test]
fn a_count_beside_a_value_is_what_choosing_it_gives() {
    let list = get("/samarbeten.json?partner_country=NO").json();
    let facets = list["facets"].as_object().expect("facets");
    for (facet, values) in facets.iter().filter(|(facet, _)| *facet != "body") {
        for value in values.as_array().expect("values").iter().take(3) {
            let (key, count) = (value["value"].as_str().expect("a value"), &value["count"]);
            // Of the facet that is chosen the counts are of what would be there instead.
            let query = if facet == "partner_country" {
                format!("{facet}={key}")
            } else {
                format!("partner_country=NO&{facet}={key}")
            };
            assert_eq!(count.as_u64(), Some(total(&query)), "{query}");
        }
    }
}

#[test]
fn themes_stand_in_the_alphabet_of_the_page() {
    for (page, language) in [
        ("/samarbeten", "sv"),
        ("/en/partnerships", "en"),
        ("/uk/partnerstva", "uk"),
    ] {
        let html = get(page).text().to_owned();
        let values = html.split("name=\"theme\" value=\"").skip(1);
        let names: Vec<&str> = values
            .filter(|rest| !rest.starts_with("unknown\""))
            .filter_map(|rest| rest.split_once("<span>")?.1.split('<').next())
            .map(str::trim)
            .collect();
        let mut sorted = names.clone();
        sorted.sort_by_key(|name| vanort_domain::collation::sort_key_in(language, name));
        assert!(names.len() > 1, "{page}: {names:?}");
        assert_eq!(names, sorted, "{page}");
    }
}

#[test]
fn nothing_found_says_what_to_drop_and_what_that_gives() {
    let page = get("/samarbeten?partner_country=AQ&kind=vanort");
    let reading = page.reading();
    assert!(reading.contains("Utan ”Partnerns land”:"), "{reading}");
    assert!(
        !reading.contains("Utan ”Form”:"),
        "dropping the kind would give nothing: {reading}"
    );
}

#[test]
fn silence_of_the_sources_is_not_taken_for_a_no() {
    // Nobody states a theme of what there is with China.
    let page = get("/samarbeten?partner_country=CN&theme=planning");
    let reading = page.reading();
    assert!(reading.contains("Inget samarbete stämmer"), "{reading}");
    let silent = "Hos 2 av 2 som passar i övrigt nämner ingen källa något område. De kan ändå gälla det ni söker: 2 samarbeten";
    assert!(reading.contains(silent), "{reading}");
    assert!(reading.contains("Göteborg – Shanghai"), "{reading}");
    let unknown = "/samarbeten?partner_country=CN&#38;theme=unknown";
    assert!(page.text().contains(unknown), "the way to them");
    // Where something is found it is said above the list, and the number is what the way leads to.
    let (some, rest) = (total("theme=culture"), total("theme=unknown"));
    let reading = get("/samarbeten?theme=culture").reading();
    assert!(some > 0 && reading.contains("nämner ingen källa något område"));
    assert!(reading.contains(&format!("{rest} samarbeten")), "{reading}");
    // The unstated is chosen, and a facet that does not rest on sources' words has none.
    for query in ["theme=culture,unknown", "theme=unknown", "standing=ended"] {
        let reading = get(&format!("/samarbeten?{query}")).reading();
        assert!(!reading.contains("ingen källa"), "{query}");
    }
}

#[test]
fn a_question_for_a_field_says_of_how_many_no_source_names_one() {
    let reading = get("/sok?q=vatten+Kina").reading();
    let silent = "Hos 2 av 2 som passar i övrigt nämner ingen källa något område.";
    assert!(reading.contains(silent), "{reading}");
    let page = get("/sok?q=vatten+Kina");
    let way = "/samarbeten?partner_country=CN&#38;theme=unknown";
    assert!(page.text().contains(way), "the way to them");
    assert_eq!(total("partner_country=CN&theme=unknown"), 2);
    let data = get("/sok.json?q=vatten+Kina").json();
    let offered = data["selection"].to_string();
    assert!(offered.contains("inget område uppgivet (2)"), "{offered}");
}

#[test]
fn a_search_that_finds_nothing_says_what_that_means_and_leads_on() {
    for (address, means, ways) in [
        (
            "/sok",
            "ingen källa i registret nämner den som partner",
            ["/lander", "/organ", "/finansiering"],
        ),
        (
            "/en/search",
            "no source in the register names it as a partner",
            ["/en/countries", "/en/bodies", "/en/funding"],
        ),
        (
            "/uk/poshuk",
            "жодне джерело в реєстрі не називає його партнером",
            ["/uk/krainy", "/uk/hromady", "/uk/finansuvannia"],
        ),
    ] {
        let page = get(&format!(
            "{address}?q=%D0%A7%D0%B5%D1%80%D0%BD%D1%96%D0%B2%D1%86%D1%96"
        ));
        let from = page.text().find(means).expect("what it means");
        for way in ways {
            let link = format!("<li><a href=\"{way}\">");
            assert!(
                page.text()[from..].contains(&link),
                "{way}: {}",
                page.text()
            );
        }
        assert!(
            !get(&format!("{address}?q=Malm%C3%B6"))
                .text()
                .contains(means)
        );
    }
}

#[test]
fn a_field_alone_and_a_country_with_a_year_lead_on() {
    let page = get("/sok?q=vatten");
    assert!(page.reading().contains("nämner ingen källa något område"));
    assert!(page.text().contains("/samarbeten?theme=unknown"));
    let page = get("/sok?q=Norge+2015");
    let reading = page.reading();
    assert!(
        reading.contains("Visa samarbeten: Norge · i slutet av 2015"),
        "{reading}"
    );
    let then = "/samarbeten?partner_country=NO&#38;as_of=2015";
    assert!(page.text().contains(then), "{}", page.text());
    let began = get("/sok?q=Norge+1975").reading();
    assert!(began.contains("Norge · Startår 1975 (1)"), "{began}");
    let then = get("/sok?q=Norge+1975&as_of=2018").reading();
    assert!(
        !then.contains("Startår"),
        "nothing is counted as of another day: {then}"
    );
}

#[test]
fn a_drawing_cites_the_list_it_was_made_of() {
    for name in ["country", "partner_country"] {
        let drawn = get(&format!("/samarbeten?{name}=NO&view=timeline"));
        let cited = format!("/samarbeten?{name}=NO&#38;view=timeline,");
        assert!(drawn.text().contains(&cited), "{name}");
    }
}

#[test]
fn stated_is_whatever_some_source_states_and_vague_is_no_single_year() {
    for facet in ["since", "began", "until", "kind", "theme", "agreement"] {
        let (stated, unknown) = (
            total(&format!("{facet}=stated")),
            total(&format!("{facet}=unknown")),
        );
        let all = match facet {
            "until" => total("standing=ended"),
            _ => total(""),
        };
        assert_eq!(stated + unknown, all, "{facet}");
    }
    let page = get("/samarbeten?began=stated");
    assert!(page.reading().contains("Startår: uppgivet"));
    assert_eq!(get("/samarbeten?began=vague").status, 200);
    let refused = get("/samarbeten?standing=vague").text().to_owned();
    assert!(refused.contains("<code>standing=vague</code>"));
}

#[test]
fn bad_input_is_named_and_the_rest_counts() {
    let long = "x".repeat(1_500);
    for (query, named) in [
        ("since=99999", "since=99999"),
        ("since=1991", "since=1991"),
        ("size=many", "size=many"),
        ("county=99", "county=99"),
        ("partner_country=XX", "partner_country=XX"),
        ("columns=home,colour", "columns=home,colour"),
        ("sort=colour", "sort=colour"),
        ("after=nobody", "after=nobody"),
        ("page=-1", "page=-1"),
        ("theme=%E2%80%AEwater", "theme=water"),
        ("kind=van%00ort%07s", "kind=vanorts"),
        (long.as_str(), "xxx"),
    ] {
        let page = get(&format!("/samarbeten?{query}"));
        assert!(page.status == 200, "{query}: {}", page.status);
        if query != long {
            assert!(
                page.text().contains(&format!("<code>{named}</code>")),
                "{query}"
            );
        }
    }
    for number in ["0", "99999999999999", "2"] {
        assert_eq!(
            get(&format!("/samarbeten?page={number}")).status,
            200,
            "{number}"
        );
    }
    let gone = get("/samarbeten?after=se-1280~gn-1");
    assert!(gone.text().contains("Sidan du var på finns inte längre"));
}

#[test]
fn a_list_of_several_pages_is_walked_by_cursors_that_name_nobody() {
    let ctx = ctx();
    let more = (0..70).flat_map(|number| {
        let id = format!("no-{number:04}");
        let partner = body(&id, &format!("Sted {number}"), &[("country", "NO")]);
        [partner, statement("page-malmo", "se-1280", &id, &[])]
    });
    let first = u32::try_from(log().len()).expect("small") + 1;
    ctx.live
        .take_in(more.zip(first..).map(|(content, seq)| entry(seq, content)));
    let site = router(ctx, Settings::default());
    let get = |address: &str| ask(&site, "GET", address, &[]);
    let here = |address: &str| address.replace("http://127.0.0.1:8080", "");
    let mut ids = std::collections::BTreeSet::new();
    let mut address = "/samarbeten.json?sort=partner".to_owned();
    let total = loop {
        let page = get(&address).json();
        let items = page["items"].as_array().expect("items").clone();
        ids.extend(items.iter().map(|item| item["id"].to_string()));
        assert_eq!(page["ignored"], serde_json::json!([]), "{address}");
        match page["next"].as_str() {
            Some(next) => address = here(next),
            None => break page["total"].as_u64().expect("a total"),
        }
        let cursor = address.split_once("after=").expect("a cursor").1;
        assert!(!cursor.contains("se-") && !cursor.contains('~'), "{cursor}");
    };
    assert!(total > 70);
    assert_eq!(ids.len() as u64, total, "each once");

    let last = get(&address.replace(".json", ""));
    let back = last
        .text()
        .split_once("rel=\"prev\"")
        .expect("a way back")
        .0;
    let back = back.rsplit_once("href=\"").expect("its address").1;
    let back = back
        .split('"')
        .next()
        .expect("its end")
        .replace("&#38;", "&");
    assert_eq!(
        get(&back).text().matches("<th scope=\"row\">").count(),
        50,
        "{back}"
    );
    let named = get("/samarbeten?after=se-1280~no-0001&sort=partner");
    assert!(
        !named.reading().contains("gick inte att förstå"),
        "an old link"
    );
    let damaged = get(&format!("{back}A"));
    assert!(
        damaged.reading().contains("gick inte att förstå"),
        "{}",
        damaged.reading()
    );
}

#[test]
fn every_column_can_be_shown_and_be_the_order_in_both_directions() {
    let all = "home,partner,country,kind,standing,since,evidence,newest,county,agreement,activity,until,themes,statements";
    for column in all.split(',') {
        for sort in [column.to_owned(), format!("-{column}")] {
            let page = get(&format!("/samarbeten?columns={all}&sort={sort}"));
            let text = page.text().to_owned();
            assert_eq!(page.status, 200);
            assert_eq!(text.matches("aria-sort=").count(), 1, "{sort}");
            assert!(
                !text.contains("filter-ignored") && !text.contains("gick inte att förstå"),
                "{sort}"
            );
        }
    }
    let few = get("/samarbeten?columns=partner,since");
    assert_eq!(few.text().matches("<th scope=\"col\"").count(), 2);
}

#[test]
fn the_whole_result_is_there_in_every_kind_of_file() {
    let expected = total("partner_country=NO");
    let lines = |query: &str| {
        let csv = get(&format!("/samarbeten.csv?{query}"));
        let text = String::from_utf8(csv.body.clone()).expect("text");
        (
            text.starts_with('\u{feff}'),
            text.lines().count() as u64 - 1,
        )
    };
    assert_eq!(lines("partner_country=NO"), (true, expected));
    assert_eq!(lines("partner_country=NO&bom=0"), (false, expected));

    let places = get("/samarbeten.geojson?partner_country=NO").json();
    let features = places["features"].as_array().expect("features");
    assert_eq!(features.len() as u64, expected);

    let all = get("/samarbeten.json?partner_country=NO&all=1").json();
    assert_eq!(all.as_array().expect("rows").len() as u64, expected);

    for (ending, kind, begins) in [
        (
            "xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            &b"PK"[..],
        ),
        ("parquet", "application/vnd.apache.parquet", &b"PAR1"[..]),
    ] {
        let file = get(&format!("/en/partnerships.{ending}?partner_country=NO"));
        assert_eq!(
            (file.status.as_u16(), file.header("content-type")),
            (200, kind)
        );
        assert!(file.body.starts_with(begins), "{ending}");
        assert_eq!(
            file.header("content-disposition"),
            format!("attachment; filename=\"partnerships.{ending}\"")
        );
        assert_eq!(file.header("cache-control"), "no-store");
    }
    assert_eq!(get("/om.xlsx").status, 404);
}

#[test]
fn every_kind_of_file_is_a_link_beside_the_result() {
    let page = get("/samarbeten?partner_country=NO&sort=home&as_of=2020");
    let at = page.text().find("class=\"downloads\"").expect("downloads");
    let text = &page.text()[at..];
    let links: Vec<String> = text[..text.find("</p>").expect("their end")]
        .split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split_once('"'))
        .map(|(address, _)| address.replace("&#38;", "&"))
        .collect();
    let kinds = ["xlsx", "csv", "geojson", "parquet", "json"];
    assert_eq!(links.len(), kinds.len(), "{links:?}");
    for (address, kind) in links.iter().zip(kinds) {
        let start = format!("/samarbeten.{kind}?");
        assert!(address.starts_with(&start), "{address}");
        assert!(address.contains("as_of=2020"), "{address}");
        assert_eq!(get(address).status, 200, "{address}");
    }
    assert!(links[4].ends_with("&all=1"), "the whole result: {links:?}");
}

#[test]
fn a_visitor_who_only_asks_for_the_head_of_a_file_has_none_written() {
    let site = site(Settings::default());
    for _ in 0..5 {
        let head = ask(&site, "HEAD", "/samarbeten.xlsx", &[]);
        assert_eq!((head.status.as_u16(), head.body.len()), (200, 0));
    }
}
