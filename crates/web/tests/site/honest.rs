//! What a page owes a reader who doubts it: what speaks against it, what does not count, and where to object.

use std::collections::BTreeSet;
use std::sync::Arc;

use vanort_domain::groups::Group;
use vanort_domain::log::Content;
use vanort_domain::{Seq, Values};
use vanort_testkit::{body, source, statement};
use vanort_web::{Settings, router};

use crate::register::{ctx_with, log};
use crate::visit::{Answer, ask, get, site};

fn with(more: Vec<Content>, address: &str) -> Answer {
    ask(
        &router(ctx_with(more), Settings::default()),
        "GET",
        address,
        &[],
    )
}

/// A page from before 2020 by which it goes on, and an undated one by which it rests.
fn contradicting() -> Vec<Content> {
    vec![
        body("gn-900", "Farhamn", &[("country", "NO")]),
        source("old-page", &[("publisher", "Gamla sidan")]),
        source("undated-page", &[("publisher", "Odaterade sidan")]),
        statement(
            "old-page",
            "se-1280",
            "gn-900",
            &[("said", "../2019"), ("activity", "active")],
        ),
        statement(
            "undated-page",
            "se-1280",
            "gn-900",
            &[("activity", "dormant")],
        ),
    ]
}

#[test]
fn a_group_that_only_its_name_tells_of_says_so() {
    let page = |name: &str| {
        let values = [
            ("id", "gr-ny"),
            ("name", name),
            ("kind", "chain"),
            ("source", "test"),
        ];
        let group = Group::from_values(&Values::from_iter(values)).expect("a group");
        with(vec![Content::Group(Arc::new(group))], "/kretsar/gr-ny").reading()
    };
    let (in_name, nobody) = (
        "Orterna står bara i namnet.",
        "Ingen källa nämner någon medlem.",
    );
    for (name, told, other) in [
        ("Vänortskedjan Nykarleby–Sollefteå", in_name, nobody),
        ("Uddevallas nordiska vänortskedja", nobody, in_name),
        ("ICC – Intercultural Cities", nobody, in_name),
    ] {
        let page = page(name);
        assert!(page.contains(told) && !page.contains(other), "{page}");
    }
}

#[test]
fn a_word_that_may_be_as_old_as_can_be_does_not_hide_one_that_says_otherwise() {
    let page = with(contradicting(), "/samarbeten/se-1280~gn-900").reading();
    let doubt = "Aktivitet: Källorna säger olika, och det går inte att veta vilken uppgift som är senast. \
                 räknas: Vilande; säger annat: Aktivt (Gamla sidan, 2019 eller tidigare).";
    let compact = |text: &str| {
        text.split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .to_lowercase()
    };
    assert!(compact(&page).contains(&compact(doubt)), "{page}");
    let list = with(contradicting(), "/samarbeten?q=Farhamn").reading();
    assert!(list.contains("källorna säger olika"), "{list}");
    // Where the order is known there is no doubt.
    assert!(
        !get("/samarbeten")
            .reading()
            .contains("källorna säger olika")
    );
}

#[test]
fn a_body_says_where_to_object_with_and_without_an_address_of_whoever_runs_the_site() {
    let page = get("/organ/se-1280");
    assert!(page.reading().contains("Stämmer något inte?"));
    let mail = "mailto:vanort@example.se?subject=V%C3%A4nort:%20Malm%C3%B6&#38;body=";
    assert!(page.text().contains(mail), "{}", page.text());
    let silent = ask(&site(Settings::default()), "GET", "/organ/se-1280", &[]);
    let reading = silent.reading();
    for needed in [
        "har inte lämnat någon adress",
        "Kommunen eller regionen själv: Malmö (malmo.se)",
        "Ange sidans adress",
        "/id/se-1280",
    ] {
        assert!(reading.contains(needed), "{needed}: {reading}");
    }
    assert!(!silent.text().contains("mailto:"));
    assert!(
        get("/samarbeten/se-1280~gn-3137115")
            .reading()
            .contains("Stämmer något inte?")
    );
}

#[test]
fn the_page_and_the_table_of_sources_count_the_same_statements() {
    let first = log().len() as u32 + 1;
    let more = || {
        let earlier = Seq(first + 1).0.to_string();
        vec![
            source("twice", &[("publisher", "Rättaren")]),
            statement("twice", "se-1280", "gn-3137115", &[("activity", "active")]),
            statement(
                "twice",
                "se-1280",
                "gn-3137115",
                &[("activity", "dormant"), ("corrects", &earlier)],
            ),
        ]
    };
    let page = with(more(), "/kallor/twice").reading();
    assert!(page.contains("1 uppgift"), "{page}");
    assert!(page.contains("Ytterligare 1 uppgift räknas inte"), "{page}");
    let table = with(more(), "/kallor.csv");
    let row = table.text().lines().find(|line| line.starts_with("twice,"));
    assert!(row.is_some_and(|row| row.ends_with(",1")), "{row:?}");
}

#[test]
fn who_decided_is_a_column_of_the_list_and_of_every_file() {
    let more = || {
        let decided = [
            ("event", "paused"),
            ("activity", "paused"),
            ("effective", "2023-04-17"),
            ("decided_by", "kommunfullmäktige"),
            ("decision_ref", "§ 54/23"),
        ];
        vec![
            body("gn-900", "Farhamn", &[("country", "NO")]),
            source("minutes", &[]),
            statement("minutes", "se-1280", "gn-900", &decided),
        ]
    };
    let ask = |ending: &str| with(more(), &format!("/samarbeten{ending}q=Farhamn"));
    let list = ask("?columns=partner,decided&sort=-decided&").reading();
    let words = "kommunfullmäktige, § 54/23 (Pausades, 17 april 2023)";
    assert!(list.contains(words), "{list}");
    let csv = ask(".csv?");
    let mut lines = csv.text().lines();
    let head = lines.next().unwrap_or_default();
    assert!(head.contains("decided_event,decided_on,decided_by,decision_ref"));
    let row = lines.next().unwrap_or_default();
    assert!(
        row.contains("paused,2023-04-17,kommunfullmäktige,§ 54/23"),
        "{row}"
    );
    let json = ask(".json?all=1&").json();
    assert_eq!(json[0]["decided_on"], "2023-04-17");
    let places = ask(".geojson?").json();
    let properties = &places["features"][0]["properties"];
    assert_eq!(properties["decided_by"], "kommunfullmäktige");
    let parquet = ask(".parquet?").body;
    let names = |name: &[u8]| parquet.windows(name.len()).any(|part| part == name);
    assert!(names(b"decided_by") && names(b"decision_ref"));
    assert_eq!(ask(".xlsx?").status, 200);
}

/// As many sources as are too many for a choice, each with a word about one and the same partnership.
fn many_sources() -> Vec<Content> {
    let mut more = vec![body("gn-900", "Farhamn", &[("country", "NO")])];
    for number in 10..55 {
        let id = format!("paper-{number}");
        more.push(source(&id, &[("publisher", &format!("Tidning {number}"))]));
        more.push(statement(&id, "se-1280", "gn-900", &[]));
    }
    more
}

#[test]
fn sources_that_are_too_many_to_choose_from_are_counted_and_found_elsewhere() {
    let page = with(many_sources(), "/samarbeten?q=Farhamn");
    let offered = |page: &Answer| page.text().matches(r#"name="source" value="#).count();
    assert_eq!(offered(&page), 40);
    let rest = "5 till med få samarbeten visas inte här. Begränsa listan mer, så kommer de fram. Alla källor";
    assert!(page.reading().contains(rest), "{}", page.reading());
    assert!(page.text().contains(r#"<a href="/kallor">Alla källor</a>"#));
    // What is chosen is seen, wherever it stands.
    let chosen = with(many_sources(), "/samarbeten?q=Farhamn&source=paper-54");
    let box_of_it = r#"name="source" value="paper-54" checked"#;
    assert!(chosen.text().contains(box_of_it), "{}", chosen.text());
    // Its data has all.
    let data = with(many_sources(), "/samarbeten.json?q=Farhamn").json();
    assert_eq!(data["facets"]["source"].as_array().map(Vec::len), Some(45));
}

#[test]
fn a_source_leads_to_the_partnerships_of_which_it_speaks() {
    let of = |address: &str| with(many_sources(), address);
    let page = of("/kallor/paper-54");
    let way = r#"<a href="/samarbeten?source=paper-54">Samarbetet som källan säger något om</a>"#;
    assert!(page.text().contains(way), "{}", page.text());
    let list = of("/samarbeten.json?source=paper-54").json();
    assert_eq!(list["total"], 1);
    let silent = with(
        vec![source("silent", &[("publisher", "Tysta")])],
        "/kallor/silent",
    );
    assert!(silent.reading().contains("Tysta"));
    assert!(!silent.text().contains("source=silent"));
}

#[test]
fn what_a_source_says_is_read_to_its_end() {
    let mut more = vec![source("list", &[("publisher", "Listan")])];
    for number in 0..201 {
        let id = format!("vn-place-{number}");
        more.push(body(&id, &format!("Ort {number}"), &[("country", "NO")]));
        more.push(statement("list", "se-1280", &id, &[]));
    }
    let first = with(more.clone(), "/kallor/list");
    let reading = first.reading();
    assert!(reading.contains("De 201 samarbeten som"), "{reading}");
    assert!(reading.contains("201 uppgifter"), "{reading}");
    assert!(reading.contains("Sida 1 av 5"), "{reading}");
    assert!(first.text().contains("href=\"/kallor/list?page=2#said\""));
    let mut seen = BTreeSet::new();
    for number in 1..=5 {
        let page = with(more.clone(), &format!("/kallor/list?page={number}"));
        let ids: Vec<_> = page.text().split("<li id=\"st-").skip(1).collect();
        assert!(ids.len() <= 50, "{number}: {}", ids.len());
        seen.extend(
            ids.iter()
                .map(|rest| rest.split('"').next().unwrap().to_owned()),
        );
    }
    assert_eq!(seen.len(), 201);
    let far = with(more, "/kallor/list?page=99").reading();
    assert!(far.contains("Sida 5 av 5"), "{far}");
    assert!(far.contains("har hoppats över: page=99"), "{far}");
    assert!(!get("/kallor/page-goteborg").reading().contains("Sida 1 av"));
}

#[test]
fn what_was_said_later_says_that_it_does_not_count_in_another_year() {
    let said = [
        ("said", "2019-10-16"),
        ("since", "2005"),
        ("activity", "ended"),
    ];
    let told = || {
        vec![
            body("gn-900", "Farhamn", &[("country", "NO")]),
            source("later-page", &[("publisher", "Senare sidan")]),
            statement("later-page", "se-1280", "gn-900", &said),
        ]
    };
    let later = "Det här sades efter den dag som visas.";
    let page = "/samarbeten/se-1280~gn-900";
    let then = with(told(), &format!("{page}?as_of=2018")).reading();
    assert!(then.contains(later), "{then}");
    for address in [page.to_owned(), format!("{page}?as_of=2020")] {
        assert!(
            !with(told(), &address).reading().contains(later),
            "{address}"
        );
    }
}

#[test]
fn a_file_tells_where_sources_differ_and_nobody_knows_which_is_the_latest() {
    let page = with(contradicting(), "/samarbeten?q=farhamn").reading();
    assert!(page.contains("källorna säger olika"), "{page}");
    let all = with(contradicting(), "/samarbeten.json?q=farhamn&all=1").json();
    let disputed = all[0]["disputed"][0].as_str().expect("a field");
    let both = ["activity: active / dormant", "activity: dormant / active"];
    assert!(both.contains(&disputed), "{disputed}");
    // The two sides contradicting each other is told as it was.
    let sides = get("/samarbeten.json?evidence=disputed&all=1").json();
    assert!(sides[0]["disputed"][0].is_string(), "{sides}");
}

#[test]
fn what_the_two_sides_contradict_each_other_on_is_not_taken_for_silence() {
    let total = |query: &str| {
        let list = get(&format!("/samarbeten.json?evidence=disputed&{query}"));
        list.json()["total"].clone()
    };
    assert_eq!(total("activity=unknown"), 0);
    assert_eq!(total("activity=ended"), 1);
}
