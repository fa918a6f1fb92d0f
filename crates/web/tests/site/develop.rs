//! Development over time, the country lens, and what changed.

use axum::http::StatusCode;
use roxmltree::Document;
use vanort_domain::log::Content;
use vanort_domain::statements::Statement;
use vanort_testkit::{body, statement};
use vanort_web::{Settings, router};

use crate::register::{ctx, ctx_with, entry, log};
use crate::visit::{ask, get};

/// Every chart with where it is.
const CHARTS: [(&str, &str); 10] = [
    ("/utveckling", "survey-municipality"),
    ("/utveckling", "survey-region"),
    ("/utveckling", "stock"),
    ("/utveckling", "coverage"),
    ("/utveckling", "flows"),
    ("/utveckling", "kinds"),
    ("/utveckling", "themes"),
    ("/lander/NO", "lives"),
    ("/lander/NO", "stock"),
    ("/lander/NO", "flows"),
];

#[test]
fn the_surveys_stand_with_their_break_and_their_caveat_apart_from_the_registers_own_counts() {
    for (address, never, apart) in [
        (
            "/utveckling",
            "inte skillnaden mellan 2011 och 2018 som en minskning",
            "kan inte jämföras med SKR",
        ),
        (
            "/en/development",
            "difference between 2011 and 2018 as a decline",
            "cannot be compared with SKR",
        ),
        (
            "/uk/rozvytok",
            "різницю між 2011 і 2018 роками як спад",
            "не можна порівнювати з числами SKR",
        ),
    ] {
        let answer = get(address);
        assert_eq!(answer.status, StatusCode::OK, "{address}");
        let html = answer.text();
        let figure = html
            .find("id=\"chart-survey-municipality\"")
            .expect("the rounds");
        let end = figure + html[figure..].find("</figure>").expect("its end");
        assert!(
            html[figure..end].contains(never),
            "the caveat is in the figure"
        );
        assert!(html[figure..end].contains("ch-break"), "the break is drawn");
        let own = html.find("id=\"own\"").expect("the register's own");
        assert!(own > end && html[own..].contains(apart), "{address}");
        for (year, number) in [("2007", "272"), ("2011", "243"), ("2018", "146")] {
            let row = format!("<th scope=\"row\">{year}</th><td>{number}</td>");
            assert!(html[figure..end].contains(&row), "{row}");
        }
    }
}

#[test]
fn a_year_without_a_figure_says_so_and_is_no_zero() {
    let csv = get("/utveckling.csv?chart=survey-region");
    let numbers: Vec<&str> = csv
        .text()
        .lines()
        .skip(1)
        .map(|line| line.split(',').nth(1).expect("a number or none"))
        .collect();
    assert_eq!(numbers, ["", "12", "6"]);
    let html = get("/utveckling");
    assert!(
        html.text()
            .contains("<th scope=\"row\">2007</th><td>ingen uppgift</td>")
    );
}

#[test]
fn what_forbids_to_compare_the_rounds_travels_with_their_numbers() {
    let csv = get("/en/development.csv?chart=survey-municipality");
    let lines: Vec<&str> = csv.text().lines().collect();
    assert_eq!(
        lines[0].trim_start_matches('\u{feff}'),
        "year,municipality_with_partner,concept,coverage,comparable_with,note,source,url"
    );
    for (line, parts) in lines[1..].iter().zip([
        ["2007,272,", "vänort", "inventory of all", ",2011,", ",SKR,"],
        ["2011,243,", "vänort", "inventory of all", ",2007,", ",SKR,"],
        [
            "2018,146,",
            "municipal partnership",
            "response rate unknown",
            ",no other year,",
            "must not be read",
        ],
    ]) {
        for part in parts {
            assert!(line.contains(part), "{part} in {line}");
        }
    }
    // Each break that the surveys' own notes name stands beside the figure.
    let page = get("/utveckling");
    for words in [
        "hur aktiva samarbetena",
        "Det vidare begreppet",
        "inventeringar av alla medlemmar",
        "slagits ihop med andra",
    ] {
        assert_eq!(page.text().matches(words).count(), 2, "{words}");
    }
    let data = get("/utveckling.json").json();
    let rows = data["surveys"][1]["rows"].as_array().expect("rows").clone();
    assert!(
        rows.iter().all(|row| row[4] == "inget annat år"),
        "{rows:?}"
    );
}

#[test]
fn shares_that_are_reckoned_here_stand_with_the_rounds_and_say_who_reckoned() {
    let page = get("/utveckling");
    let reading = page.reading();
    let others = reading
        .find("Andra tal om kommunala partnerskap")
        .expect("other numbers");
    for share in ["93,8", "83,8", "50,3"] {
        let said = format!("Andel av 290 kommuner: {share} %. Vänorts egen beräkning");
        assert!(reading[..others].contains(&said), "{said} in {reading}");
        assert!(!reading[others..].contains(share), "{share}");
    }
}

#[test]
fn every_chart_can_be_taken_away_as_drawing_picture_and_table() {
    for (address, chart) in CHARTS {
        let svg = get(&format!("{address}.svg?chart={chart}"));
        assert_eq!(
            svg.header("content-type"),
            "image/svg+xml",
            "{address} {chart}"
        );
        let drawing = Document::parse(svg.text()).expect("well-formed");
        let root = drawing.root_element();
        assert_eq!(root.attribute("role"), Some("img"));
        assert!(
            !svg.text().contains("style"),
            "the drawing carries no style"
        );
        let labels: Vec<&str> = root
            .attribute("aria-labelledby")
            .expect("labels")
            .split(' ')
            .collect();
        for label in labels {
            let found = drawing
                .descendants()
                .find(|node| node.attribute("id") == Some(label));
            let text = found.and_then(|node| node.text()).expect(label);
            assert!(!text.is_empty());
        }
        let png = get(&format!("{address}.png?chart={chart}"));
        assert!(png.body.starts_with(b"\x89PNG"), "{address} {chart}");
        let csv = get(&format!("{address}.csv?chart={chart}"));
        assert!(csv.text().lines().count() > 1, "{address} {chart}");
        assert_eq!(csv.header("content-type"), "text/csv; charset=utf-8");
    }
    assert_eq!(
        get("/utveckling.svg?chart=nonsense").status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(get("/lander/AQ.png").status, StatusCode::NOT_FOUND);
}

#[test]
fn the_letters_of_a_picture_are_drawn_in_every_language() {
    // Without a font the picture would be the same whatever the words are.
    let picture = |address: &str| get(&format!("{address}.png?chart=stock")).body;
    let (sv, uk) = (picture("/utveckling"), picture("/uk/rozvytok"));
    assert!(sv.len() > 10_000 && uk.len() > 10_000 && sv != uk);
}

#[test]
fn a_country_tells_who_since_when_and_what_happened() {
    let answer = get("/lander/NO");
    let html = answer.text();
    let from = html.find("id=\"chart-lives\"").expect("the lines");
    let table = &html[from..from + html[from..].find("</figure>").expect("its end")];
    for p in get("/lander/NO.json").json()["items"]
        .as_array()
        .expect("items")
    {
        let name = format!(
            "{} – {}",
            p["first"]["name"].as_str().expect("a name"),
            p["second"]["name"].as_str().expect("a name")
        );
        assert!(table.contains(&name), "{name}");
        if let Some(since) = p["since"].as_str().filter(|since| since.len() == 4) {
            assert!(table.contains(since), "{name} since {since}");
        }
    }
}

#[test]
fn the_legend_of_lines_names_plans_and_times_of_rest() {
    for (language, words) in [
        ("", ["planeras, aviserades", "år då samarbetet var pausat"]),
        ("/en", ["planned, announced", "years when it was paused"]),
        (
            "/uk",
            ["заплановано, оголошено", "роки, коли партнерство було"],
        ),
    ] {
        let (countries, list) = match language {
            "/en" => ("countries", "partnerships"),
            "/uk" => ("krainy", "partnerstva"),
            _ => ("lander", "samarbeten"),
        };
        for address in [
            format!("{language}/{countries}/NO"),
            format!("{language}/{countries}/NO.svg"),
            format!("{language}/{list}?view=timeline"),
            format!("{language}/{list}.svg?chart=timeline"),
        ] {
            let answer = get(&address);
            for words in words {
                assert!(answer.text().contains(words), "{address}: {words}");
            }
        }
    }
}

#[test]
fn china_shows_what_a_study_counted_beside_what_the_register_holds_and_why_they_differ() {
    let page = get("/lander/CN").reading();
    for needed in [
        "Relationer med Kina när de var som flest",
        "| 49",
        "| 21",
        "| 5",
        "Nationellt kunskapscentrum om Kina",
        "Varför talen skiljer sig åt",
        "Det här registret innehåller",
    ] {
        assert!(page.contains(needed), "{needed}:\n{page}");
    }
    assert!(
        !get("/lander/NO")
            .text()
            .contains("Varför talen skiljer sig åt")
    );
}

/// The numbers of a page that lead to a list, each with the address of the list as data.
fn counted(page: &str) -> Vec<(u64, String)> {
    let links = page.split("<td><a href=\"").skip(1);
    links
        .filter_map(|rest| {
            let (address, rest) = rest.split_once("\" rel=\"nofollow\">")?;
            let (number, _) = rest.split_once('<')?;
            let address = address.replace("&#38;", "&").replace('?', ".json?");
            Some((number.parse().ok()?, address))
        })
        .collect()
}

#[test]
fn every_number_of_the_registers_own_leads_to_a_list_of_exactly_so_many() {
    for page in ["/utveckling", "/en/development", "/lander/NO", "/lander/FI"] {
        let counted = counted(get(page).text());
        for part in ["began=", "standing=stated%2Cdisputed", "as_of="] {
            let is_there = counted.iter().any(|(_, list)| list.contains(part));
            assert!(is_there, "{page}: {part} {counted:?}");
        }
        for (number, list) in &counted {
            let found = get(list).json();
            assert_eq!(found["total"], *number, "{page}: {list}");
            assert_eq!(found["ignored"], serde_json::json!([]), "{list}");
        }
    }
    let all = counted(get("/utveckling").text());
    assert!(all.iter().any(|(_, list)| list.contains("until=")));
    assert!(all.iter().any(|(_, list)| list.contains("kind=vanort")));
    assert!(all.iter().any(|(_, list)| list.contains("theme=")));
}

#[test]
fn the_long_parts_of_a_country_are_folded_where_a_link_of_the_contents_opens_them() {
    let html = get("/lander/NO").text().to_owned();
    for part in ["who", "list", "years"] {
        assert!(html.contains(&format!("<a href=\"#{part}\">")), "{part}");
        let place = html.find(&format!("<div id=\"{part}\" class=\"folded\">"));
        let before = &html[..place.expect(part)];
        let opens = before.matches("<details").count();
        let closes = before.matches("</details>").count();
        assert_eq!(opens - closes, 1, "{part} lies in what is folded");
    }
}

#[test]
fn a_feed_is_atom_with_an_id_a_time_and_a_link_for_every_change() {
    const ATOM: &str = "http://www.w3.org/2005/Atom";
    for (page, feed) in [
        ("/senaste", "/senaste.atom"),
        ("/lander/NO", "/lander/NO/andringar.atom"),
        ("/organ/se-1280", "/organ/se-1280/andringar.atom"),
        ("/uk/krainy/NO/zminy", "/uk/krainy/NO/zminy.atom"),
    ] {
        let head = format!("<link rel=\"alternate\" type=\"application/atom+xml\" href=\"{feed}\"");
        assert!(get(page).text().contains(&head), "{page} names its feed");
        let answer = get(feed);
        assert_eq!(
            answer.header("content-type"),
            "application/atom+xml; charset=utf-8"
        );
        let atom = Document::parse(answer.text()).expect("well-formed");
        let root = atom.root_element();
        assert!(root.has_tag_name((ATOM, "feed")));
        let mut ids = std::collections::BTreeSet::new();
        let entries = root
            .children()
            .filter(|node| node.has_tag_name((ATOM, "entry")));
        let things = std::iter::once(root).chain(entries);
        let mut last = String::from("9999");
        for thing in things {
            let child = |name: &str| {
                let found = thing
                    .children()
                    .find(|node| node.has_tag_name((ATOM, name)));
                found.unwrap_or_else(|| panic!("{feed}: no {name}"))
            };
            assert!(
                ids.insert(child("id").text().expect("an id").to_owned()),
                "{feed}"
            );
            let updated = child("updated").text().expect("a time");
            assert!(
                updated.len() == 20 && updated.ends_with('Z') && updated <= &*last,
                "{updated}"
            );
            updated.clone_into(&mut last);
            assert!(
                child("link")
                    .attribute("href")
                    .expect("a link")
                    .starts_with("http")
            );
            assert!(!child("title").text().unwrap_or_default().is_empty());
        }
        assert!(ids.len() > 1, "{feed} has entries");
    }
}

#[test]
fn a_name_with_signs_that_xml_has_no_place_for_breaks_no_feed_and_no_drawing() {
    let ctx = ctx();
    let next = u32::try_from(log().len()).expect("small") + 1;
    let evil = "Ru\u{1}i\u{B}n\u{FFFE}e\u{FFFF}d";
    let statement = Statement::from_values(
        &[
            ("source", "page-malmo"),
            ("speaker", "subject"),
            ("subject", "se-1280"),
            ("about", "partner"),
            ("partner", "vn-ruined"),
            ("partner_country", "NO"),
            ("since", "1990"),
            ("partner_written", evil),
            ("said", "2026-02-28"),
        ]
        .into_iter()
        .collect(),
    )
    .expect("a statement");
    ctx.live.take_in([
        entry(next, body("vn-ruined", evil, &[("country", "NO")])),
        entry(next + 1, Content::Statement(statement.into())),
    ]);
    let site = router(ctx, Settings::default());
    for address in [
        "/senaste.atom",
        "/lander/NO/andringar.atom",
        "/organ/se-1280/andringar.atom",
        "/samarbeten.svg?chart=timeline",
    ] {
        let answer = ask(&site, "GET", address, &[]);
        assert!(answer.text().contains("Ruined"), "{address}");
        Document::parse(answer.text()).unwrap_or_else(|error| panic!("{address}: {error}"));
    }
}

#[test]
fn changes_are_narrowed_by_kind_and_an_unknown_kind_is_named_and_passed_over() {
    let all = get("/organ/se-1280/andringar.json").json();
    let kinds = |data: &serde_json::Value| -> Vec<String> {
        let items = data["items"].as_array().expect("items").iter();
        items
            .map(|item| item["kind"].as_str().expect("a kind").to_owned())
            .collect()
    };
    let known = kinds(&all);
    for kind in ["new", "ended", "paused", "agreement", "source", "names"] {
        let narrowed = kinds(&get(&format!("/organ/se-1280/andringar.json?kind={kind}")).json());
        let expected = known.iter().filter(|known| *known == kind).count();
        assert_eq!(narrowed, vec![kind.to_owned(); expected], "{kind}");
    }
    let page = get("/senaste?kind=nonsens&page=0");
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text().contains("nonsens"));
    assert_eq!(
        get("/organ/se-9999/andringar").status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        get("/lander/XX/andringar.atom").status,
        StatusCode::NOT_FOUND
    );
}

#[test]
fn two_names_that_turned_out_to_be_one_body_are_a_change() {
    let names = get("/senaste.json?kind=names").json();
    let items = names["items"].as_array().expect("items");
    assert!(!items.is_empty());
    assert!(
        items
            .iter()
            .all(|item| item["sentence"].as_str().expect("words").contains('→'))
    );
}

#[test]
fn an_agreement_counts_where_the_list_beside_the_figure_has_it() {
    let site = router(
        ctx_with(vec![
            body(
                "gn-1",
                "Lviv",
                &[("country", "UA"), ("roles", "municipality")],
            ),
            body(
                "gn-2",
                "Kyiv",
                &[("country", "UA"), ("roles", "municipality")],
            ),
            statement(
                "page-malmo",
                "se-1280",
                "gn-1",
                &[("said", "2024"), ("instrument", "avsiktsforklaring")],
            ),
            statement(
                "page-malmo",
                "se-1280",
                "gn-2",
                &[("said", "2024"), ("agreement", "in_force")],
            ),
        ]),
        Settings::default(),
    );
    let page = ask(&site, "GET", "/lander/UA", &[]);
    let list = "/samarbeten?partner_country=UA&#38;agreement=in_force,lapsed,terminated";
    assert!(page.text().contains(list), "{}", page.text());
    let reading = page.reading();
    let told = "Avtal finns uppgivet, gällande eller avslutat | 1 | Inte uppgivet om något avtal gäller | 1";
    let reading = reading.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(reading.contains(told), "{reading}");
    let data = "/samarbeten.json?partner_country=UA&agreement=in_force,lapsed,terminated";
    assert_eq!(ask(&site, "GET", data, &[]).json()["total"], 1);
}

#[test]
fn lines_table_and_file_of_a_country_end_at_the_same_word() {
    let file = get("/lander/NO.csv?chart=lives");
    let head = file.text().lines().next().expect("a head");
    assert!(head.contains(",until,last_word,what_happened"), "{head}");
    let all = get("/samarbeten.csv?partner_country=NO&bom=0");
    let words = |text: &str| {
        let mut table = csv_rows(text);
        table.sort();
        table
    };
    assert_eq!(words(file.text()), words(all.text()));
}

/// The pairs of a table with their newest words.
fn csv_rows(text: &str) -> Vec<(String, String)> {
    let text = text.trim_start_matches('\u{feff}');
    let mut lines = text.lines();
    let head: Vec<&str> = lines.next().expect("a head").split(',').collect();
    let place = head.iter().position(|name| *name == "last_word");
    let place = place.expect("the column");
    lines
        .map(|line| {
            let cells: Vec<&str> = line.split(',').collect();
            (cells[0].to_owned(), cells[place].to_owned())
        })
        .collect()
}

#[test]
fn the_countries_add_up_to_what_there_is() {
    let file = get("/lander.csv");
    let sum: usize = file
        .text()
        .lines()
        .skip(1)
        .map(|line| line.rsplit(',').nth(1).expect("a cell"))
        .map(|count| count.parse::<usize>().expect("a number"))
        .sum();
    let total = get("/samarbeten.json").json()["total"].as_u64();
    assert_eq!(Some(sum as u64), total);
    let abroad = get("/index.json").json()["figures"]["countries"].to_string();
    let page = get("/lander").reading();
    assert!(
        page.contains(&format!("{abroad} länder utom Sverige")),
        "{page}"
    );
    let start = get("/").reading();
    assert!(start.contains("länder utom Sverige"), "{start}");
}

#[test]
fn a_country_lists_its_partnerships_in_the_order_of_the_explorer_in_each_language() {
    let site = router(
        ctx_with(vec![
            body(
                "se-2380",
                "Östersund",
                &[
                    ("country", "SE"),
                    ("roles", "municipality"),
                    ("scb_code", "2380"),
                ],
            ),
            statement("page-malmo", "se-2380", "gn-3137115", &[("said", "2024")]),
        ]),
        Settings::default(),
    );
    let ids = |address: &str| -> Vec<String> {
        let list = ask(&site, "GET", address, &[]).json();
        let items = list["items"].as_array().expect("a list").iter();
        items.map(|item| item["id"].to_string()).collect()
    };
    for (country, list) in [
        ("/lander/NO.json", "/samarbeten.json"),
        ("/uk/krainy/NO.json", "/uk/partnerstva.json"),
    ] {
        let listed = ids(&format!("{list}?partner_country=NO"));
        assert!(listed.len() > 1, "{listed:?}");
        assert_eq!(ids(country), listed, "{country}");
    }
    assert_ne!(ids("/lander/NO.json"), ids("/uk/krainy/NO.json"));
}
