//! What a cell may hold beside one name, and whose partner a row tells of whose own cell is empty.

use vanort_app::imports::{Arrival, Fate, FindingKind, Mapping, Plan};
use vanort_app::review::Say;

use crate::world::{ATLAS, World, list, rows, run};

/// Each row's partner as it is read, with its years.
fn read(plan: &Plan) -> Vec<String> {
    let rows = plan.rows.iter();
    rows.map(|row| format!("{} {}", row.partner_written, row.fate.key()))
        .collect()
}

/// Takes a list in; the beginning and the end that each of its statements then tells.
fn years(world: &World, arrival: &Arrival) -> Vec<String> {
    world.take_in(arrival);
    let snapshot = world.recorder.live().snapshot();
    let statements = snapshot.register.statements();
    statements
        .filter(|(_, s)| s.source == arrival.source.id)
        .map(|(_, s)| {
            let values = s.to_values();
            ["since", "until"]
                .map(|field| values.text(field).unwrap_or("-").to_owned())
                .join(" ")
        })
        .collect()
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table of cells")]
fn a_cell_is_several_partners_where_each_piece_is_surely_a_body_of_its_own() {
    let world = World::bundled();
    let of = |partner: &str, country: &str| {
        let plan = world.plan(&list(&format!(
            "Kommun;Partner;Land\nAle kommun;{partner};{country}\nLund;Nevers;Frankrike\n"
        )));
        let mut names: Vec<String> = plan
            .rows
            .iter()
            .map(|row| row.partner_written.clone())
            .collect();
        names.pop();
        let is_told = plan
            .findings
            .iter()
            .any(|f| f.kind == FindingKind::SeveralInCell);
        (
            names.join("|"),
            plan.rows[0].fate.key() == "ambiguous",
            is_told,
        )
    };
    for (partner, country, expected) in [
        ("Jena och Weimar", "Tyskland", "Jena|Weimar"),
        ("Würzburg / Jena", "Tyskland", "Würzburg|Jena"),
        (
            "Würzburg / Jena och Weimar",
            "Tyskland",
            "Würzburg|Jena|Weimar",
        ),
        ("Gdansk, Gdynia", "Polen", "Gdansk|Gdynia"),
        ("Gdansk & Gdynia", "Polen", "Gdansk|Gdynia"),
        ("Mo i Rana och Hemnes", "Norge", "Mo i Rana|Hemnes"),
        ("Rauma, Finland, Gdansk, Polen", "", "Rauma|Gdansk"),
    ] {
        assert_eq!(
            of(partner, country),
            (expected.to_owned(), false, false),
            "{partner}"
        );
    }
    for (partner, country) in [
        ("Turku/Åbo", "Finland"),
        ("Turku, Åbo", "Finland"),
        ("Hangzhou – Fuyang", "Kina"),
        ("Leighton–Linslade", "Storbritannien"),
        ("Paris, Texas", "USA"),
        ("Oadby and Wigston", "Storbritannien"),
        ("Duluth, Minnesota", "USA"),
        ("Kazan, Tatarstan", "Ryssland"),
        ("Tartu, Tartumaa", "Estland"),
        ("Lviv, Lviv oblast", "Ukraina"),
        ("Frankfurt/Oder", "Tyskland"),
        ("Bosnien och Hercegovina", "Bosnien och Hercegovina"),
        ("Tallinn, Estland", "Estland"),
    ] {
        let (names, _, is_told) = of(partner, country);
        let whole = names.split(',').next() == partner.split(',').next();
        assert!(
            whole && !names.contains('|') && !is_told,
            "{partner}: {names} {is_told}"
        );
    }
    for (partner, country) in [
        ("Würzburg / Xyzzystadt", "Tyskland"),
        ("Würzburg och Xyzzystadt", "Tyskland"),
        ("Gdansk, Xyzzygrad", "Polen"),
        ("Turku/Åbo, Tampere", "Finland"),
    ] {
        assert_eq!(
            of(partner, country),
            (partner.to_owned(), true, true),
            "{partner}"
        );
    }
}

#[test]
fn words_of_which_it_is_unclear_wait_as_they_stand_and_what_is_decided_of_them_holds() {
    let world = World::bundled();
    let table =
        |own: &str| format!("Kommun;Partner;Land\n{own};Würzburg och Xyzzystadt;Tyskland\n");
    world.take_in(&list(&table("Ale kommun")));
    let desk = world.desk();
    let snapshot = world.recorder.live().snapshot();
    let words = snapshot
        .register
        .bodies()
        .find(|body| body.name == "Würzburg och Xyzzystadt");
    let words = words.expect("a body of its own").id.clone();
    let cases = desk.cases().expect("cases");
    assert!(cases.iter().any(|case| case.body == words));
    run(desk.say(&words, &Say::OwnBody, None)).expect("decided");
    let plan = world.plan(&list(&table("Lund")));
    assert_eq!(plan.rows[0].partner.as_ref(), Some(&words));
    assert!(plan.rows[0].decided && plan.findings.is_empty());
    run(desk.say(&words, &Say::NotABody, None)).expect("decided");
    let plan = world.plan(&list(&table("Kalmar")));
    assert_eq!(plan.rows[0].fate, Fate::NoBody);
    assert_eq!(plan.totals.rows.get("new"), None);
    assert_eq!((plan.totals.partnerships, plan.totals.bodies), (0, 0));
    assert!(plan.is_empty());
}

#[test]
fn years_behind_a_name_are_those_of_the_partnership() {
    let world = World::bundled();
    let arrival = list(
        "Kommun;Partner;Land\nKarlshamn;Wismar 1990-2005;Tyskland\nKarlshamn;Turku (sedan 1946);Finland\nKarlshamn;Gdansk 1991, Gdynia 1992;Polen\n",
    );
    let plan = world.plan(&arrival);
    let read = read(&plan);
    let names: Vec<&str> = read
        .iter()
        .filter_map(|row| row.split(' ').next())
        .collect();
    assert_eq!(names, ["Wismar", "Turku", "Gdansk", "Gdynia"]);
    assert_eq!(
        years(&world, &arrival),
        ["1990 2005", "1946 -", "1991 -", "1992 -"]
    );
}

#[test]
fn a_beginning_to_come_is_not_used_unless_it_is_planned_and_an_end_to_come_is() {
    let world = World::bundled();
    let arrival = list(
        "Kommun;Partner;Land;Sedan;Till;Status\nLund;Nevers;Frankrike;2031;;Aktiv\nLund;Jena;Tyskland;2031;;Planerad\nLund;Gdynia;Polen;1990;2031;Aktiv\n",
    );
    let plan = world.plan(&arrival);
    let told: Vec<_> = plan.findings.iter().map(|f| (f.kind, f.line)).collect();
    assert_eq!(told, [(FindingKind::StartToCome, 2)]);
    assert_eq!(years(&world, &arrival), ["- -", "2031 -", "1990 2031"]);
}

#[test]
fn an_empty_cell_means_the_one_above_only_in_a_column_of_groups_and_the_line_is_told() {
    let by_country = rows(
        "Land;Svensk kommun;Partner\nFrankrike;Skellefteå, Piteå;Nevers\nPolen;;Gdansk\nTyskland;Lund;Jena\n",
    );
    assert!(!Mapping::recognise(&by_country, &ATLAS).fill_down);
    for by_own in [
        "Kommun;Partner;Land\nLund;Nevers;Frankrike\n;Gdansk;Polen\n;Jena;Tyskland\n",
        "Nr;Land;Kommun;Partner\n1;Polen;Lund;Gdansk\n2;Polen;;Gdynia\n3;;;Sopot\n",
    ] {
        let rows = rows(by_own);
        let mapping = Mapping::recognise(&rows, &ATLAS);
        assert!(mapping.fill_down, "{by_own}");
        let claims = mapping.read(&rows, &ATLAS);
        let from: Vec<_> = claims.iter().map(|claim| claim.subject_line).collect();
        assert_eq!(from, [None, Some(2), Some(2)]);
    }
}

#[test]
fn rows_that_say_nothing_are_counted_and_a_list_of_headers_alone_has_nothing_new_or_known() {
    let world = World::bundled();
    let table = "Kommun;Partner;Land\nLund;Nevers;Frankrike\n;;\n\nKommun;Partner;Land\n \nAle kommun;\"Jena\nav Tyskland\";Tyskland\nLund;Gdynia;Polen\n";
    let left_out = world.plan(&list(table)).left_out;
    assert_eq!((left_out.empty, left_out.headers), (3, 1));
    let plan = world.plan(&list("Kommun;Partner;Land\n"));
    assert!(plan.rows.is_empty() && plan.is_empty() && !plan.is_known());
    let refused = world.plan(&list("Kommun;Partner;Land\nPåhittby;Turku;Finland\n"));
    assert!(refused.is_empty() && !refused.is_known());
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table of cells")]
fn words_on_status_beside_a_name_are_those_of_the_row_and_what_they_do_not_tell_is_told() {
    let world = World::bundled();
    let of = |partner: &str, country: &str, status: &str| {
        let arrival = list(&format!(
            "Kommun;Vänort;Land;Status\nMora;{partner};{country};{status}\n\
             Lund;Nevers;Frankrike;\nLund;Zabrze;Polen;\n"
        ));
        let plan = world.plan(&arrival);
        let name = plan.rows[0].partner_written.clone();
        let told = plan.findings.iter().filter(|f| f.line == 2);
        let told: Vec<String> = told
            .filter_map(|f| {
                f.field
                    .as_ref()
                    .map(|(field, text)| format!("{field} {text}"))
            })
            .collect();
        let fate = plan.rows[0].fate.key();
        (name, fate, told)
    };
    let none: &[&str] = &[];
    for (partner, country, status, name, told) in [
        ("Kolding (avslutat)", "Danmark", "", "Kolding", none),
        ("Vantaa (vilande)", "Finland", "", "Vantaa", none),
        (
            "Vantaa (Finland, vilande)",
            "",
            "",
            "Vantaa (Finland)",
            none,
        ),
        ("Bad Tölz (ej aktivt)", "Tyskland", "", "Bad Tölz", none),
        ("Kaunas, avslutat 2004", "Litauen", "", "Kaunas", none),
        ("Kolding – avslutat", "Danmark", "", "Kolding", none),
        ("Kolding (vänortsavtal)", "Danmark", "", "Kolding", none),
        (
            "Kolding (vilande)",
            "Danmark",
            "Aktiv",
            "Kolding",
            &["status vilande"],
        ),
        (
            "Ljubljana?",
            "Slovenien",
            "",
            "Ljubljana?",
            &["partner Ljubljana?"],
        ),
        (
            "Brno (genom en skola)",
            "Tjeckien",
            "",
            "Brno (genom en skola)",
            &["partner genom en skola"],
        ),
        ("Esch (Haaren)", "Nederländerna", "", "Esch (Haaren)", none),
        ("Frankfurt (Oder)", "Tyskland", "", "Frankfurt (Oder)", none),
        (
            "Põhja-Tallinn (Tallinn)",
            "Estland",
            "",
            "Põhja-Tallinn (Tallinn)",
            none,
        ),
        ("Lviv (region)", "Ukraina", "", "Lviv (region)", none),
        ("Åbo (Turku)", "Finland", "", "Åbo (Turku)", none),
    ] {
        let (read, fate, findings) = of(partner, country, status);
        assert_eq!(
            (
                read.as_str(),
                &findings[..].iter().map(String::as_str).collect::<Vec<_>>()[..]
            ),
            (name, told),
            "{partner}"
        );
        assert!(["new", "changes"].contains(&fate), "{partner}: {fate}");
    }
    let (_, fate, _) = of("Kolding (avslutas nog i år)", "Danmark", "");
    assert_eq!(fate, "refused", "what seems to end is not said to go on");
}

#[test]
fn words_on_status_beside_a_name_are_kept_as_written_and_set_what_they_say() {
    let world = World::bundled();
    let arrival = list(
        "Kommun;Vänort;Land\nMora;Kaunas, avslutat 2004;Litauen\nMora;Vantaa (vilande);Finland\nLund;Zabrze;Polen\n",
    );
    let beside: Vec<String> = world
        .plan(&arrival)
        .rows
        .iter()
        .map(|row| format!("{:?}", row.beside))
        .collect();
    assert_eq!(
        beside,
        [
            r#"[("status", "avslutat 2004")]"#,
            r#"[("status", "vilande")]"#,
            "[]"
        ],
        "the dry run tells what was read from the name"
    );
    world.take_in(&arrival);
    let snapshot = world.recorder.live().snapshot();
    let told: Vec<String> = snapshot
        .register
        .statements()
        .filter(|(_, s)| s.source == arrival.source.id)
        .map(|(_, s)| {
            let values = s.to_values();
            let told = [
                "partner_written",
                "status_written",
                "activity",
                "effective",
                "since",
            ];
            told.map(|field| values.text(field).unwrap_or("-").to_owned())
                .join(" ")
        })
        .collect();
    assert_eq!(told[0], "Kaunas avslutat 2004 ended 2004 -");
    assert_eq!(told[1], "Vantaa vilande dormant - -");
}

#[test]
fn in_a_list_by_country_an_empty_cell_means_the_country_above_and_the_line_is_told() {
    let countries = |table: &str| -> Vec<String> {
        let rows = rows(table);
        let claims = Mapping::recognise(&rows, &ATLAS).read(&rows, &ATLAS);
        let told = claims.into_iter().map(|claim| {
            let country = claim.partner.country.unwrap_or_default();
            let line = claim.country_line.map(|line| format!(" {line}"));
            country + &line.unwrap_or_default()
        });
        told.collect()
    };
    let by_country = "Land;Kommun;Vänort;Sedan\nUkraina;Ekerö;Bucha;2023\n;Vallentuna;Irpin;2023\n\
        ;Järfälla;Narvik (Norge);2022\n;Mora;Vinnytsja;2022\nNorge;Salem;Sund;1990\n-;Habo;Nes;1995\n;Lund;Zabrze;1992\n";
    assert_eq!(
        countries(by_country),
        ["Ukraina", "Ukraina 2", "", "Ukraina 2", "Norge", "", ""]
    );
    // A municipality with partners in a country each time it is told.
    let in_groups = "Kommun;Land;Vänort\nEkerö;Ukraina;Bucha\n;;Irpin\n;Norge;Sund\nMora;Finland;Oulu\n;;Rauma\n";
    assert_eq!(
        countries(in_groups),
        ["Ukraina", "Ukraina 2", "Norge", "Finland", "Finland 5"]
    );
    // What is not known of one is not what is told of another.
    for one_by_one in [
        "Kommun;Vänort;Land\nEkerö;Bucha;Ukraina\nMora;Vinnytsja;\nLund;Zabrze;Polen\n",
        "Kommun;Land;Vänort\nEkerö;Ukraina;Bucha\nMora;;Vinnytsja\nLund;Polen;Zabrze\n",
        "Kommun;Vänort;Land\nEkerö;Bucha;Ukraina\nEkerö;Bucha;\nLund;Zabrze;Polen\n",
    ] {
        assert_eq!(
            countries(one_by_one),
            ["Ukraina", "", "Polen"],
            "{one_by_one}"
        );
    }
    let world = World::bundled();
    let plan = world.plan(&list(by_country));
    assert_eq!(plan.rows[1].country_line, Some(2));
    assert_eq!(plan.rows[1].country_written.as_deref(), Some("Ukraina"));
}

#[test]
fn a_beginning_later_than_the_day_on_which_it_is_said_is_told_and_kept() {
    let world = World::bundled();
    let told = |rows: &str| -> Vec<(u64, String)> {
        let table = format!("Kommun;Vänort;Land;Sedan;Status;Datum\n{rows}");
        let plan = world.plan(&list(&table));
        assert!(plan.rows.iter().all(|row| row.fate.key() != "refused"));
        let told = plan.findings.into_iter();
        told.filter(|of| of.kind == FindingKind::StartAfterSaid)
            .map(|of| (of.line, of.field.expect("a field").1))
            .collect()
    };
    let rows = "Malmö;Tallinn;Estland;2022;;2012-06\nMora;Zabrze;Polen;2012;;2012-06\n\
        Lund;Nevers;Frankrike;2013;Planerad;2012-06\nLund;Zabrze;Polen;2001;;2012\n";
    assert_eq!(told(rows), [(2, "2022".to_owned())]);
}
