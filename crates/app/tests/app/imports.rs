//! Imports: every row's fate, all or nothing, once and never twice, and back again.

use vanort_app::desk::{Corrections, DeskError, State};
use vanort_app::imports::{self, Arrival, Column, Fate, Refusal};
use vanort_app::review::Say;
use vanort_domain::BodyId;
use vanort_domain::imports::Withdrawal;
use vanort_domain::vocabulary::Standing;

use crate::world::{World, list, mark, run};

const LIST: &str = "\
Kommun,Vänort,Land,Sedan,Status
Örebro,Łódź,Polen,1991,aktiv
Örebro,Springfield,USA,1980,
Eksjö,Xyzzygrad,Ryssland,,vilande
Påhittby,Turku,Finland,,
Örebro,,Finland,,
Kiruna,Rovaniemi,Finland,1970-talet,avslutad
";

#[test]
fn every_row_has_its_fate_and_the_same_list_twice_adds_nothing() {
    let world = World::bundled();
    let arrival = list(LIST);
    let plan = world.plan(&arrival);
    let fates: Vec<(u64, &Fate)> = plan.rows.iter().map(|row| (row.line, &row.fate)).collect();
    assert!(
        matches!(fates[0], (2, Fate::New { .. } | Fate::Changes { .. })),
        "{fates:?}"
    );
    assert!(
        matches!(fates[1], (3, Fate::Ambiguous { candidates: 2.. })),
        "{fates:?}"
    );
    assert!(matches!(fates[2], (4, Fate::Ambiguous { .. })), "{fates:?}");
    assert!(
        matches!(
            fates[3],
            (5, Fate::Refused(Refusal::NotSwedish { likely: None }))
        ),
        "{fates:?}"
    );
    assert_eq!(fates[4], (6, &Fate::Refused(Refusal::NoPartner)));
    assert!(
        matches!(fates[5], (7, Fate::New { .. } | Fate::Changes { .. })),
        "{fates:?}"
    );
    let (_, recorded) = world.take_in(&arrival);
    assert!(recorded >= 5, "{recorded}");
    let head = world.recorder.live().snapshot().register.head();
    let again = world.plan(&arrival);
    assert!(again.is_empty());
    assert_eq!(again.totals.rows.get("known"), Some(&4));
    world.take_in(&arrival);
    assert_eq!(
        world.recorder.live().snapshot().register.head(),
        head,
        "nothing was added"
    );
}

#[test]
fn a_slip_that_is_as_near_to_two_swedish_bodies_is_neither() {
    let world = World::bundled();
    let table = "\
Kommun;Vänort;Land
Lindköping;Joensuu;Finland
Linkoping;Joensuu;Finland
Linköpnig;Linz;Österrike
Malmo;Riga;Lettland
Goteborg;Lyon;Frankrike
Upsala;Tartu;Estland
Jönköpnig;Lahtis;Finland
";
    let plan = world.plan(&list(table));
    let refused = Fate::Refused(Refusal::NotSwedish {
        likely: Some("Linköping".into()),
    });
    assert_eq!(plan.rows[0].fate, refused);
    let found: Vec<Option<&str>> = plan.rows[1..]
        .iter()
        .map(|row| row.subject.as_ref().map(|id| id.as_str()))
        .collect();
    let known = [
        "se-0580", "se-0580", "se-1280", "se-1480", "se-0380", "se-0680",
    ];
    assert_eq!(found, known.map(Some));
}

#[test]
fn an_end_that_lies_behind_the_list_is_an_end_and_one_to_come_is_none() {
    let world = World::bundled();
    let table = "Kommun;Vänort;Land;Från;Till;Status\nMora;Kaunas;Litauen;1990;2012;\nMora;Lohja;Finland;1990;2031;\nMora;Paide;Estland;1990;2012;Aktivt\n";
    world.take_in(&list(table));
    let snapshot = world.recorder.live().snapshot();
    let mora: BodyId = "se-2062".parse().expect("an identifier");
    let of_list = snapshot.register.partnerships().filter(|p| {
        let since = p.since.value().map(|date| date.0.as_str());
        p.pair.first == mora && since == Some("1990")
    });
    let mut told: Vec<_> = of_list
        .map(|p| (p.standing, p.until.value().map(|date| date.0.to_string())))
        .collect();
    told.sort_by_key(|(standing, _)| *standing != Standing::Ended);
    assert_eq!(
        told,
        [
            (Standing::Ended, Some("2012".to_owned())),
            (Standing::Stated, None),
            (Standing::Stated, None)
        ]
    );
}

#[test]
fn a_withdrawn_list_leaves_the_register_as_it_was_and_can_be_put_back() {
    let world = World::bundled();
    let before = world.shown();
    let arrival = list(LIST);
    let (way, _) = world.take_in(&arrival);
    let with = world.shown();
    assert_ne!(before, with);
    let withdraw = |withdrawn| {
        let withdrawal = Withdrawal {
            way: way.as_str().into(),
            withdrawn,
            reason: None,
        };
        run(world.recorder.withdraw("editor", withdrawal)).expect("recorded");
    };
    withdraw(true);
    assert_eq!(world.shown(), before);
    let again = world.plan(&arrival);
    assert_eq!(
        again.totals.rows.get("known_withdrawn"),
        Some(&4),
        "it can be put back, not taken in twice"
    );
    withdraw(false);
    assert_eq!(world.shown(), with);
}

#[test]
fn a_partner_under_three_names_is_one_body() {
    let world = World::bundled();
    let plan = world.plan(&list("Kommun,Vänort,Land\nÖrebro,Åbo,Finland\nÖrebro,Turku,Finland\nÖrebro,Turun kaupunki,Suomi\n"));
    let partners: Vec<_> = plan
        .rows
        .iter()
        .map(|row| row.partner.clone().expect("a body").to_string())
        .collect();
    assert_eq!(partners, ["gn-633680", "gn-633680", "gn-633680"]);
}

#[test]
fn a_name_without_its_country_is_a_body_where_there_is_no_doubt() {
    let world = World::bundled();
    let arrival = list(
        "\
Kommun,Vänort
Örebro,Warschau
Örebro,Newcastle
Örebro,Åbo
",
    );
    let plan = world.plan(&arrival);
    let fates: Vec<&Fate> = plan.rows.iter().map(|row| &row.fate).collect();
    assert!(matches!(fates[0], Fate::New { .. }), "{fates:?}");
    assert!(
        matches!(fates[1], Fate::Ambiguous { candidates: 2.. }),
        "{fates:?}"
    );
    let partners: Vec<Option<&str>> = plan
        .rows
        .iter()
        .map(|row| row.partner.as_ref().map(|id| id.as_str()))
        .collect();
    assert_eq!(partners[0], Some("gn-756135"), "Warsaw");
    assert_eq!(partners[2], Some("gn-633680"), "Turku");
    // Once a source has told which one is the partner, the name alone is enough.
    world.take_in(&list(
        "Kommun,Vänort,Land\nÖrebro,Newcastle upon Tyne,Storbritannien\n",
    ));
    let plan = world.plan(&arrival);
    let newcastle = plan.rows[1].partner.as_ref().map(|id| id.as_str());
    assert_eq!(newcastle, Some("gn-3333174"));
}

#[test]
fn what_a_body_says_of_its_partners_without_their_countries_makes_no_second_ones() {
    let world = World::bundled();
    let snapshot = world.recorder.live().snapshot();
    let register = &snapshot.register;
    let own = "se-1480".parse().expect("an identifier");
    let mut partners: Vec<String> = register
        .partnerships_of(&own)
        .into_iter()
        .map(|of| of.partner.to_string())
        .collect();
    partners.sort_unstable();
    // Göteborg's own page says Århus, Åbo, Tallin and Krakow; Wikidata's items Aarhus, Turku and Krakau.
    for (name, id) in [
        ("Aarhus", "gn-2624647"),
        ("Turku", "gn-633680"),
        ("Tallinn", "gn-862995"),
        ("Kraków", "gn-3094802"),
    ] {
        assert!(
            partners.iter().any(|known| known == id),
            "{name}: {partners:?}"
        );
    }
    assert_eq!(partners.len(), 13, "{partners:?}");
}

#[test]
fn a_name_that_is_not_sure_is_one_body_in_each_country_and_waits() {
    let world = World::bundled();
    let arrival = list(
        "Kommun,Vänort,Land\nÖrebro,Xyzzyville,USA\nMalmö,Xyzzyville,Amerikas förenta stater\nLund,Xyzzyville,Australien\nLund,Xyzzyville,\n",
    );
    let plan = world.plan(&arrival);
    assert_eq!(
        plan.totals.rows.get("ambiguous"),
        Some(&4),
        "{:?}",
        plan.rows
    );
    let partners: Vec<_> = plan
        .rows
        .iter()
        .map(|row| row.partner.clone().expect("a body"))
        .collect();
    assert_eq!(partners[0], partners[1]);
    assert!(partners[2] != partners[0] && partners[3] != partners[0] && partners[3] != partners[2]);
    world.take_in(&arrival);
    let snapshot = world.recorder.live().snapshot();
    let country = |id| {
        snapshot
            .register
            .body(id)
            .and_then(|body| body.country)
            .map(|code| code.to_string())
    };
    assert_eq!(country(&partners[0]).as_deref(), Some("US"));
    assert_eq!(country(&partners[2]).as_deref(), Some("AU"));
}

#[test]
fn a_list_of_which_something_would_be_lost_is_not_read_and_the_line_is_told() {
    let long = format!("Kommun;Vänort\nEda;{}\n", "a".repeat(32_768));
    for (bytes, key, line) in [
        (
            b"Kommun;V\xC3\xA4nort\nOrsa;Viborg\nEda;Kaunas\xF6\n".to_vec(),
            "unreadable",
            3,
        ),
        (long.into_bytes(), "long_cell", 2),
    ] {
        let fault = imports::table(&bytes, None, &crate::world::ATLAS).expect_err(key);
        let told = fault.to_string();
        assert!(told.starts_with(&format!("line {line}: ")), "{told}");
        let desk = DeskError::from(fault);
        assert_eq!((desk.key(), desk.line()), (key, Some(line)));
    }
}

#[test]
fn a_country_that_is_a_partner_is_one_under_any_of_its_names() {
    let world = World::bundled();
    let table = "Kommun,Vänort,Land\nUmeå,Seychellerna,Seychellerna\nUmeå,Seychelles,Seychellerna\nPiteå,St. Barth,S:t Barthélemy\nPiteå,Saint-Barthélemy,S:t Barthélemy\n";
    let partners = partners(&world, table);
    assert_eq!(partners[0], partners[1]);
    assert_eq!(partners[2], partners[3]);
    assert_ne!(partners[0], partners[2]);
}

/// The first partner that each row comes to, as identifier or as why it is refused.
fn partners(world: &World, table: &str) -> Vec<String> {
    let plan = world.plan(&list(table));
    let partner = |row: &imports::PlannedRow| match (&row.fate, &row.partner) {
        (Fate::Refused(refusal), _) => refusal.key().to_owned(),
        (_, Some(partner)) => partner.to_string(),
        (_, None) => "none".to_owned(),
    };
    plan.rows.iter().map(partner).collect()
}

#[test]
fn a_cell_that_holds_nothing_names_no_body_and_no_item() {
    let world = World::bundled();
    let table = "Kommun;Vänort;Land;Wikidata\nLund;Greifswald;Tyskland;-\nKalmar;Gdańsk;Polen;-\nLund;#N/A;Polen;\nLund;-;Polen;\n";
    assert_eq!(
        partners(&world, table),
        ["gn-2917788", "gn-3099434", "no_partner", "no_partner"]
    );
}

#[test]
fn words_that_there_is_no_partner_or_that_nothing_is_known_name_no_body() {
    let world = World::bundled();
    for (written, expected) in [
        ("nej", "none"),
        ("inget", "none"),
        ("har inga", "none"),
        ("Inga vänorter för närvarande", "none"),
        ("finns inte", "none"),
        ("finns ej", "none"),
        ("\"Nej, inga\"", "none"),
        ("\"Nej, inga vänorter\"", "none"),
        ("none", "none"),
        ("no", "none"),
        ("x", "no_partner"),
        ("?", "no_partner"),
        ("-", "no_partner"),
        ("saknas", "no_partner"),
        ("ej svar", "no_partner"),
        ("inte svarat", "no_partner"),
        ("ingen uppgift", "no_partner"),
        ("vet ej", "no_partner"),
        ("n/a", "no_partner"),
        ("not answered", "no_partner"),
    ] {
        let rows = "Lund;Greifswald;Tyskland\nKalmar;Gdańsk;Polen\n";
        for several in ["", "Mora;Nevers; Gdańsk;Frankrike\n"] {
            let table = format!("Kommun;Vänort;Land\nLund;{written};\n{rows}{several}");
            let plan = world.plan(&list(&table));
            let of_line: Vec<_> = plan.rows.iter().filter(|row| row.line == 2).collect();
            let fate = match (&of_line[..], &of_line[0].fate) {
                ([_], Fate::Refused(refusal)) => refusal.key(),
                ([row], Fate::New { .. }) if row.partner.is_none() => "none",
                other => panic!("{written}: {other:?}"),
            };
            assert_eq!(fate, expected, "{written}");
            assert!(plan.new_bodies().all(|body| body.id.of_words().is_none()));
        }
    }
    let table = "Kommun;Vänort;Land\nLund;nej;Polen\nLund;Inga vänorter;Polen\n";
    assert_eq!(partners(&world, table), ["names_nobody", "none"]);
}

#[test]
fn a_name_as_short_as_a_code_is_a_place_only_where_that_is_called_so() {
    let world = World::bundled();
    let table = "\
Kommun;Vänort;Land
Lund;Ii;Finland
Lund;Y;Frankrike
Lund;Eu;Frankrike
Lund;Ås;Norge
Lund;Ulm;Tyskland
Lund;NY;USA
Lund;LA;USA
";
    let plan = world.plan(&list(table));
    let fates: Vec<&str> = plan.rows.iter().map(|row| row.fate.key()).collect();
    assert!(
        fates[..5]
            .iter()
            .all(|fate| ["new", "changes"].contains(fate)),
        "{fates:?}"
    );
    assert_eq!(fates[5..], ["ambiguous"; 2]);
}

#[test]
fn a_country_behind_a_comma_is_the_country_of_the_name_before_it() {
    let world = World::bundled();
    let table = "Kommun;Vänorter\nLund;Rauma, Finland | Galva, USA\nKalmar;\"Rauma, Finland, Gdańsk, Polen\"\n";
    let found = partners(&world, table);
    assert_eq!(
        found,
        ["gn-639735", "gn-4893424", "gn-639735", "gn-3099434"]
    );
}

#[test]
fn a_partner_that_is_called_as_a_country_is_no_heading_below_a_name_that_is_filled_down() {
    let world = World::bundled();
    let table = "Kommun;Vänort\nViborg;Hamar\nLund;Viborg\n;Luxemburg\n;Gdańsk\n";
    let plan = world.plan(&list(table));
    let lines: Vec<u64> = plan.rows.iter().map(|row| row.line).collect();
    assert_eq!(lines, [2, 3, 4, 5]);
    assert_eq!(plan.rows[3].country_written, None);
}

#[test]
fn a_code_that_nobody_has_and_no_name_is_refused() {
    let world = World::bundled();
    let table = "Kommunkod;Vänort;Land\n9999;Riga;Lettland\n1281;Riga;Lettland\n";
    assert_eq!(partners(&world, table), ["not_swedish", "gn-456173"]);
}

#[test]
fn words_on_status_set_what_they_say_and_what_is_not_understood_is_told() {
    let world = World::bundled();
    let table = "\
Kommun;Vänort;Land;Form;Status;Sedan
Umeå;Petrozavodsk;Ryssland;Vänort;Avslutat 2022;
Lund;Kamjanets-Podilskyj;Ukraina;Planerad;;
Eksjö;Haapsalu;Estland;Vänort;lite av varje;1991-1995
Kiruna;Inga vänorter;;;;
";
    let arrival = list(table);
    let plan = world.plan(&arrival);
    let odd: Vec<_> = plan
        .findings
        .iter()
        .filter_map(|f| f.field.clone())
        .collect();
    assert_eq!(odd, [("status", "lite av varje".to_owned())]);
    world.take_in(&arrival);
    let snapshot = world.recorder.live().snapshot();
    let said = |line: usize| {
        let seq = snapshot
            .register
            .statements()
            .filter(|(_, s)| s.source == arrival.source.id);
        let all: Vec<_> = seq.map(|(_, s)| s.to_values()).collect();
        let text = |field: &str| all[line].text(field).unwrap_or("-").to_owned();
        [
            "activity",
            "effective",
            "event",
            "since",
            "until",
            "declaration",
        ]
        .map(text)
        .join(" ")
    };
    assert_eq!(said(0), "ended 2022 - - - -");
    assert_eq!(said(1), "- - planned - - -");
    assert_eq!(said(2), "ended - - 1991 1995 -");
    assert_eq!(said(3), "- - - - - none");
}

#[test]
fn the_same_bytes_under_another_name_are_the_same_source() {
    let world = World::bundled();
    let arrival = list(LIST);
    world.take_in(&arrival);
    let snapshot = world.recorder.live().snapshot();
    assert_eq!(
        imports::known_title(&snapshot.register, &arrival.digest, None),
        Some(arrival.title.clone())
    );
    assert_eq!(
        imports::known_title(&snapshot.register, &imports::digest(b""), None),
        None
    );
}

#[test]
fn what_is_no_swedish_side_is_not_found_in_sweden_as_a_partner() {
    let world = World::bundled();
    let table = "\
Kommun,Land kommun,Wikidata kommun,Vänort,Land vänort,Wikidata vänort
Borissoglebsk,,Q132698,Delmenhorst,Tyskland,Q3907
Lund,Sverige,Q2167,Borissoglebsk,,Q132698
";
    let rows = crate::world::rows(table);
    let mut mapping = imports::Mapping::recognise(&rows, &crate::world::ATLAS);
    for (used, column) in mapping.columns.iter_mut().zip([
        imports::Column::Own,
        imports::Column::OwnCountry,
        imports::Column::OwnWikidata,
        imports::Column::Partner,
        imports::Column::PartnerCountry,
        imports::Column::PartnerWikidata,
    ]) {
        used.column = column;
    }
    for everywhere in [false, true] {
        let arrival = Arrival {
            claims: mapping.read(&rows, &crate::world::ATLAS),
            everywhere,
            ..list(table)
        };
        let plan = world.plan(&arrival);
        let refused = matches!(plan.rows[0].fate, Fate::Refused(Refusal::NotSwedish { .. }));
        assert_eq!(refused, !everywhere, "{:?}", plan.rows[0].fate);
        let partner = plan.rows[1].partner.clone().expect("a body");
        let made = plan.new_bodies().find(|body| body.id == partner);
        let country = made.and_then(|body| body.country);
        assert_ne!(
            country.map(|code| code.to_string()).as_deref(),
            Some("SE"),
            "{partner}"
        );
    }
}

#[test]
fn of_two_plans_of_one_import_the_newer_stands_and_none_is_made_while_one_is_carried_out() {
    let world = World::bundled();
    let desk = world.desk();
    let key = desk.bring("list.csv", LIST.into()).expect("a list");
    let state = || desk.pending(&key).expect("on the desk").state;
    let older = desk.begin(&key).expect("a turn");
    let newer = desk.begin(&key).expect("a turn");
    run(desk.plan(&key, older)).expect("planned");
    assert!(
        matches!(state(), State::Planning(0, 0)),
        "the older is not heard"
    );
    run(desk.plan(&key, newer)).expect("planned");
    assert!(matches!(state(), State::Planned(_)));
    let mark = mark(&desk, &key);
    assert!(
        desk.take_plan(&key, "another").is_none(),
        "not what was shown"
    );
    let (turn, plan) = desk.take_plan(&key, &mark).expect("a plan");
    assert!(desk.take_plan(&key, &mark).is_none(), "it is taken once");
    assert_eq!(desk.begin(&key), None, "nothing is planned meanwhile");
    run(desk.carry_out(&key, turn, plan)).expect("taken in");
    assert!(matches!(state(), State::Done(..)));
    // What was taken in is let go, and whoever still has the page open changes nothing.
    assert!(desk.pending(&key).expect("on the desk").rows.is_empty());
    let said = Corrections {
        columns: vec![(0, Column::Ignored)],
        ..Corrections::default()
    };
    desk.correct(&key, said).expect("on the desk");
    assert_eq!(desk.begin(&key), None);
    assert!(matches!(state(), State::Done(..)));
    let again = desk.bring("list.csv", LIST.into()).expect("a list");
    assert_eq!(again, key);
    assert!(!desk.pending(&key).expect("on the desk").rows.is_empty());
}

#[test]
fn a_swedish_side_is_known_by_short_forms_by_its_code_before_it_and_by_its_former_name() {
    let world = World::bundled();
    let written = [
        ("Gbg", "se-1480"),
        ("Sthlms stad", "se-0180"),
        ("Uppsala kn", "se-0380"),
        ("Umeå k:n", "se-2480"),
        ("1265 Sjöbo", "se-1265"),
        ("Malungs kommun", "se-2023"),
        ("Malmö stad¹", "se-1280"),
        ("Jämtlands läns landsting", "se-23"),
        ("Påhittby kn", "-"),
    ];
    let rows: String = written
        .iter()
        .map(|(name, _)| format!("{name};Riga;Lettland\n"))
        .collect();
    let plan = world.plan(&list(&format!("Kommun;Vänort;Land\n{rows}")));
    let found: Vec<&str> = plan
        .rows
        .iter()
        .map(|row| row.subject.as_ref().map_or("-", |id| id.as_str()))
        .collect();
    assert_eq!(found, written.map(|(_, id)| id));
}

#[test]
fn what_was_decided_in_the_review_is_known_and_no_longer_unsure() {
    let world = World::bundled();
    let first = list("Kommun,Vänort,Land\nMora,Xyzzygrad,Ryssland\nOrsa,Plughgrad,Ryssland\n");
    let plan = world.plan(&first);
    let words: Vec<_> = plan
        .rows
        .iter()
        .map(|row| row.partner.clone().expect("a body"))
        .collect();
    assert!(
        plan.rows
            .iter()
            .all(|row| matches!(row.fate, Fate::Ambiguous { .. }) && !row.decided)
    );
    world.take_in(&first);
    let desk = world.desk();
    let pskov = "gn-504341".parse().expect("an identifier");
    run(desk.say(&words[0], &Say::Same(pskov), None)).expect("decided");
    run(desk.say(&words[1], &Say::OwnBody, None)).expect("decided");
    let plan = world.plan(&list("Kommun,Vänort,Land\nLeksand,Xyzzygrad,Ryssland\nLeksand,Plughgrad,Ryssland\nLeksand,Frobozzgrad,Ryssland\n"));
    let told: Vec<(bool, &str, &str)> = plan
        .rows
        .iter()
        .map(|row| {
            (
                row.decided,
                row.fate.key(),
                row.partner.as_ref().map_or("", |id| id.as_str()),
            )
        })
        .collect();
    assert_eq!(told[0], (true, "new", "gn-504341"));
    assert_eq!(told[1], (true, "new", words[1].as_str()));
    assert_eq!((told[2].0, told[2].1), (false, "ambiguous"));
    assert_eq!(plan.totals.partnerships, 3);
}

#[test]
fn a_plan_whose_rows_are_known_by_the_time_it_is_carried_out_takes_nothing_in() {
    let world = World::bundled();
    let arrival = list("Kommun,Vänort,Land\nMora,Xyzzygrad,Ryssland\n");
    let [first, second] = [world.plan(&arrival), world.plan(&arrival)];
    let carry_out = |plan| {
        run(world.recorder.carry_out(&arrival, plan))
            .expect("taken in")
            .1
    };
    assert!(carry_out(first).recorded > 0);
    let head = world.recorder.live().snapshot().register.head();
    assert!(!second.is_empty());
    assert_eq!(carry_out(second).recorded, 0);
    assert_eq!(world.recorder.live().snapshot().register.head(), head);
    // On the desk the plan then says so.
    let desk = world.desk();
    let text = "Kommun,Vänort,Land\nMora,Plughgrad,Ryssland\n";
    let [mine, hers] = ["mine.csv", "hers.csv"].map(|title| {
        let key = desk.bring(
            title,
            format!(
                "{text}{}",
                title.replace("mine.csv", "").replace("hers.csv", ",,\n")
            )
            .into(),
        );
        let key = key.expect("a list");
        let turn = desk.begin(&key).expect("a turn");
        run(desk.plan(&key, turn)).expect("planned");
        let (turn, plan) = desk.take_plan(&key, &mark(&desk, &key)).expect("a plan");
        (key, turn, plan)
    });
    for (key, turn, plan) in [&mine, &hers] {
        run(desk.carry_out(key, *turn, plan.clone())).expect("taken in");
    }
    assert!(matches!(
        desk.pending(&mine.0).expect("there").state,
        State::Done(..)
    ));
    let State::Planned(plan) = desk.pending(&hers.0).expect("there").state else {
        panic!("planned anew")
    };
    assert!(plan.is_empty());
    assert!(desk.begin(&hers.0).is_some(), "it can be corrected");
}
