//! Search: in any spelling, with slips, in words, and while the register grows.

use vanort_app::review::Say;
use vanort_app::search::{AREAS, Hits, Meaning, Phrasebook, Selection, Why, find, member};
use vanort_app::{Snapshot, bundle, explore, funding};
use vanort_domain::BodyId;
use vanort_domain::vocabulary::{Kind, Standing, Theme};
use vanort_testkit::NOW;

use crate::world::{ATLAS, World, list, run};

fn search(snapshot: &Snapshot, written: &str) -> Hits {
    find(snapshot, &ATLAS.countries, Some(&ATLAS), written)
}

fn first_name(snapshot: &Snapshot, hits: &Hits) -> String {
    let body = |id: &BodyId| snapshot.register.body(id).map(|body| body.name.clone());
    let best = hits.bodies.first().map(|hit| &hit.body);
    best.or(hits.near.first())
        .and_then(body)
        .unwrap_or_default()
}

#[test]
fn a_body_is_found_in_any_spelling_by_its_beginning_its_code_and_with_slips() {
    let world = World::bundled();
    let snapshot = world.recorder.live().snapshot();
    for (written, name) in [
        ("goteborg", "Göteborg"),
        ("GÖTEBORG", "Göteborg"),
        ("Гётеборг", "Göteborg"),
        ("Gothenburg", "Göteborg"),
        ("götebo", "Göteborg"),
        ("Gotebrog", "Göteborg"),
        ("Jöteborg", "Göteborg"),
        ("Gothenberg", "Göteborg"),
        ("1280", "Malmö"),
        ("se-1280", "Malmö"),
        ("212000-1355", "Göteborg"),
        ("2120001355", "Göteborg"),
        ("Q52502", "Göteborg"),
        ("Åbo", "Åbo"),
        ("Turku", "Åbo"),
        ("Warsaw", "Warszawa"),
        ("stad malmö", "Malmö"),
        ("Kiikala", "Kiikala"),
    ] {
        let hits = search(&snapshot, written);
        assert_eq!(first_name(&snapshot, &hits), name, "{written}: {hits:?}");
    }
    let why = |written: &str| search(&snapshot, written).bodies[0].why.clone();
    for code in ["1280", "2120001124", "se-1280"] {
        assert_eq!(why(code), Why::Code(code.to_owned()), "{code}");
    }
    for written in ["", "  ", "\u{202e}", "qqqqzzzz", &"a".repeat(10_000)] {
        let hits = search(&snapshot, written);
        assert!(hits.is_empty() && hits.near.is_empty(), "{hits:?}");
    }
}

#[test]
fn misspelt_towns_are_proposed_first() {
    let world = World::bundled();
    let snapshot = world.recorder.live().snapshot();
    for (written, name) in [
        ("Jönköpping", "Jönköping"),
        ("Örbro", "Örebro"),
        ("Linkjöping", "Linköping"),
        ("Norköping", "Norrköping"),
        ("Helsinborg", "Helsingborg"),
        ("Västeros", "Västerås"),
        ("Söderteljä", "Södertälje"),
        ("Skeleftea", "Skellefteå"),
        ("Hernösand", "Härnösand"),
        ("Trelleborj", "Trelleborg"),
        ("Umeo", "Umeå"),
        ("Lulio", "Luleå"),
        ("Vexjo", "Växjö"),
        ("Yöteborg", "Göteborg"),
        ("Mallmö", "Malmö"),
        ("Stockhom", "Stockholm"),
        ("Shangai", "Shanghai"),
        ("Trondhiem", "Trondheim"),
        ("Ternopol", "Ternopil"),
        ("Gdanks", "Gdańsk"),
        ("Hellsinki", "Helsingfors"),
        ("Copenhagn", "Köpenhamn"),
        // As they are heard: more letters are other ones than slips of the pen allow.
        ("Wexiö", "Växjö"),
        ("Heslehom", "Hässleholm"),
        ("Yertrud Sjellefteo", ""),
        ("Schällefteå", "Skellefteå"),
        ("Kjöping", "Köping"),
        ("Eslöf", "Eslöv"),
        ("Elmhullt", "Älmhult"),
        ("Krakuv", "Kraków"),
    ] {
        let hits = search(&snapshot, written);
        assert_eq!(first_name(&snapshot, &hits), name, "{written}: {hits:?}");
    }
}

#[test]
fn whoever_publishes_gives_money_or_is_nearly_a_country_is_found() {
    let world = World::bundled();
    let snapshot = world.recorder.live().snapshot();
    let register = &snapshot.register;
    let hits = search(&snapshot, "icld");
    let publishers = hits.sources.iter().filter_map(|id| register.source(id));
    assert!(
        publishers.clone().any(|source| source.publisher == "ICLD"),
        "{hits:?}"
    );
    // A municipality's own pages are found under the municipality.
    assert_eq!(search(&snapshot, "Lunds kommun").sources, []);
    assert_eq!(search(&snapshot, "ic").sources, [], "too little to go by");
    let guide = funding::bundled().expect("the bundled guide");
    let named = |written| -> Vec<&str> {
        let found = funding::named(guide, written).into_iter();
        found.map(|programme| programme.key.as_str()).collect()
    };
    assert_eq!(named("sern"), ["sern"]);
    assert!(
        named("EACEA").contains(&"cerv-town-twinning"),
        "whom to ask"
    );
    assert_eq!(named("er"), Vec::<&str>::new());
    for (written, code) in [("Tyskalnd", "DE"), ("Finlnad", "FI")] {
        let near = search(&snapshot, written).near_country;
        let near = near.map(|code| code.to_string());
        assert_eq!(near.as_deref(), Some(code), "{written}");
    }
}

#[test]
fn a_member_goes_before_other_bodies_whose_names_begin_so() {
    let world = World::bundled();
    let snapshot = world.recorder.live().snapshot();
    let hits = search(&snapshot, "s");
    assert_eq!(hits.bodies.len(), 50);
    let register = &snapshot.register;
    assert!(hits.bodies.iter().all(|hit| {
        register
            .body(&hit.body)
            .is_some_and(|body| body.is_member())
    }));
}

#[test]
fn what_comes_later_is_found_beside_the_index_as_in_one_made_anew() {
    let world = World::bundled();
    search(&world.recorder.live().snapshot(), "made on first use");
    world.take_in(&list(
        "Kommun,Vänort,Land\nÖrebro,Nyaste Byn,Polen\nMalmö,Gamla Byn,Polen\n",
    ));
    let grown = world.recorder.live().snapshot();
    let anew = Snapshot::new(grown.register.clone());
    for written in ["nyaste", "byn", "gamla byn", "malmo", "byn nyaste"] {
        let hits = search(&grown, written);
        assert_eq!(hits, search(&anew, written), "{written}");
        assert!(!hits.bodies.is_empty(), "{written}");
    }
}

#[test]
fn a_merged_body_leads_to_the_one_that_stands_for_it() {
    let world = World::bundled();
    world.take_in(&list("Kommun,Vänort,Land\nÖrebro,Påhittsala,Finland\n"));
    let id = |name: &str| {
        let snapshot = world.recorder.live().snapshot();
        search(&snapshot, name).bodies[0].body.clone()
    };
    let (invented, turku) = (id("Påhittsala"), id("Turku"));
    run(world.desk().say(&invented, &Say::Same(turku.clone()), None)).expect("recorded");
    let snapshot = world.recorder.live().snapshot();
    let hits = search(&snapshot, "påhittsala");
    assert_eq!(hits.bodies[0].body, turku);
    assert_eq!(hits.bodies[0].why, Why::StandsFor("Påhittsala".to_owned()));
}

fn words() -> Phrasebook {
    let mut book = Phrasebook::default();
    for (words, meaning) in [
        ("vänorter", Meaning::Kind(Kind::Vanort)),
        ("samarbeten", Meaning::Any),
        ("партнери", Meaning::Any),
        ("vatten", Meaning::Theme(Theme::Planning)),
        ("england", Meaning::PartOf("GB".parse().expect("a code"))),
        ("norden", Meaning::In(&AREAS[8])),
        ("avslutade", Meaning::Standing(Standing::Ended)),
        ("i", Meaning::Nothing),
        ("у", Meaning::Nothing),
        ("mellan", Meaning::Nothing),
        ("och", Meaning::Nothing),
    ] {
        book.add(words, meaning);
    }
    book
}

#[test]
fn a_field_or_a_form_is_known_by_its_beginning() {
    let book = words();
    assert_eq!(book.beginning("vat"), [Meaning::Theme(Theme::Planning)]);
    assert_eq!(book.beginning("vän"), [Meaning::Kind(Kind::Vanort)]);
    assert_eq!(book.beginning("nord"), [Meaning::In(&AREAS[8])]);
    assert_eq!(book.beginning("sam"), [], "says nothing yet");
    assert_eq!(book.beginning("va"), []);
}

#[test]
fn a_year_is_that_of_an_ending_where_the_question_says_so() {
    let world = World::bundled();
    let snapshot = world.recorder.live().snapshot();
    let read = |written| Selection::read(written, &words(), &snapshot, &ATLAS.countries);
    let ended = Selection {
        standing: Some(Standing::Ended),
        year: Some(2022),
        country: "RU".parse().ok(),
        ..Selection::default()
    };
    assert_eq!(read("avslutade i Ryssland 2022"), Some(ended));
    let then = Selection {
        year: Some(2022),
        country: "RU".parse().ok(),
        ..Selection::default()
    };
    assert_eq!(read("Ryssland 2022"), Some(then));
    assert_eq!(read("2022"), None, "a number of what?");
    let explorer = snapshot.explorer(&ATLAS.countries, NOW.day());
    let of_year = explore::Selection::default().with(explore::Facet::Until, "2022");
    let found = explorer.find(&snapshot.register, &of_year);
    assert!((1..20).contains(&found.len()), "{found:?}");
    for row in &found {
        assert_eq!(explorer.row(row).standing, Standing::Ended);
    }
}

#[test]
fn a_part_of_the_world_is_asked_for_by_values_that_the_explorer_has() {
    let world = World::bundled();
    let snapshot = world.recorder.live().snapshot();
    let explorer = snapshot.explorer(&ATLAS.countries, NOW.day());
    for area in &AREAS {
        let mut selection = explore::Selection::default();
        for value in area.values {
            selection.add(area.facet, value);
        }
        let found = explorer.find(&snapshot.register, &selection).len();
        let all = explorer.find(&snapshot.register, &explore::Selection::default());
        assert!((1..all.len()).contains(&found), "{}: {found}", area.key);
    }
    let read = |written| Selection::read(written, &words(), &snapshot, &ATLAS.countries);
    let nordic = Selection {
        area: Some(&AREAS[8]),
        ..Selection::default()
    };
    assert_eq!(read("norden").as_ref(), Some(&nordic));
    let kind = Some(Kind::Vanort);
    let twins = Selection { kind, ..nordic };
    assert_eq!(read("vänorter i Norden"), Some(twins));
}

#[test]
fn what_is_asked_in_words_is_a_selection_of_partnerships() {
    let world = World::bundled();
    let snapshot = world.recorder.live().snapshot();
    let countries = bundle::countries().expect("bundled");
    let book = words();
    let country = |code: &str| Some(code.parse().expect("a code"));
    let county = |code: &str, name: &str| Some((code.to_owned(), name.to_owned()));
    let none = Selection::default;
    for (written, expected) in [
        (
            "vänorter i Finland",
            Some(Selection {
                kind: Some(Kind::Vanort),
                country: country("FI"),
                ..none()
            }),
        ),
        (
            "партнери у Польщі",
            Some(Selection {
                country: country("PL"),
                ..none()
            }),
        ),
        (
            "mellan Västra Götaland och Polen",
            Some(Selection {
                county: county("14", "Västra Götalands län"),
                country: country("PL"),
                ..none()
            }),
        ),
        (
            "Kenya vatten",
            Some(Selection {
                theme: Some(Theme::Planning),
                country: country("KE"),
                ..none()
            }),
        ),
        (
            "malmö kina",
            Some(Selection {
                body: "se-1280".parse().ok(),
                country: country("CN"),
                ..none()
            }),
        ),
        ("samarbeten i Sverige", None),
        ("Finland", None),
        ("Malmö", None),
        ("vänorter i Absurdistanien", None),
        ("Finland Norge", None),
        ("", None),
    ] {
        assert_eq!(
            Selection::read(written, &book, &snapshot, &countries),
            expected,
            "{written}"
        );
    }
}

#[test]
fn a_part_of_a_country_and_the_two_sides_of_one_are_selections_too() {
    let world = World::bundled();
    let snapshot = world.recorder.live().snapshot();
    let book = words();
    let none = Selection::default;
    let country = |code: &str| Some(code.parse().expect("a code"));
    for (written, expected) in [
        (
            "England",
            Some(Selection {
                country: country("GB"),
                ..none()
            }),
        ),
        (
            "Malmö Göteborg",
            Some(Selection {
                body: "se-1280".parse().ok(),
                other: "se-1480".parse().ok(),
                ..none()
            }),
        ),
        ("Malmö Göteborg Lund", None),
        (
            "партнери Полтавою",
            Some(Selection {
                body: "gn-696643".parse().ok(),
                ..none()
            }),
        ),
    ] {
        let found = Selection::read(written, &book, &snapshot, &ATLAS.countries);
        assert_eq!(found, expected, "{written}");
    }
}

#[test]
fn a_genitive_names_its_body_and_a_name_that_ends_in_s_is_none() {
    let world = World::bundled();
    let snapshot = world.recorder.live().snapshot();
    let read = |written: &str| Selection::read(written, &words(), &snapshot, &ATLAS.countries);
    let of = |id: &str| {
        Some(Selection {
            kind: Some(Kind::Vanort),
            body: id.parse().ok(),
            ..Selection::default()
        })
    };
    assert_eq!(read("Lunds vänorter"), of("se-1281"));
    assert_eq!(read("Borås vänorter"), of("se-1490"));
    assert_eq!(read("Borås"), None);
}

#[test]
fn ones_own_body_is_read_from_a_name_and_what_is_not_clear_is_asked_back() {
    let world = World::bundled();
    let snapshot = world.recorder.live().snapshot();
    let own = |written: &str| member(&snapshot, &ATLAS.countries, written);
    for (written, id) in [
        ("se-1281", "se-1281"),
        ("lund", "se-1281"),
        ("GÖTEBORG", "se-1480"),
        ("götebor", "se-1480"),
        ("Västra Götaland", "se-14"),
        ("1280", "se-1280"),
    ] {
        assert_eq!(own(written), Ok(id.parse().expect("an id")), "{written}");
    }
    let near = vec!["se-1480".parse().expect("an id")];
    assert_eq!(own("Gotebrog"), Err(near), "a slip is asked back");
    let offered = own("B").expect_err("many begin so");
    assert_eq!(offered.len(), 5);
    for nothing in ["", "xyzzyx", "fi-091"] {
        assert_eq!(own(nothing), Err(Vec::new()), "{nothing}");
    }
}

#[test]
fn words_of_administration_and_the_country_may_stand_with_a_name() {
    let world = World::bundled();
    let snapshot = world.recorder.live().snapshot();
    let first = |written: &str| {
        let hits = search(&snapshot, written);
        hits.bodies.first().map(|hit| hit.body.to_string())
    };
    for written in [
        "м. Бровари",
        "Бровари місто",
        "Броварська громада",
        "Броварська міська рада",
        "Броварська міська територіальна громада",
    ] {
        assert_eq!(first(written).as_deref(), Some("gn-711390"), "{written}");
    }
    for written in ["Lund Sverige", "громада Лунд", "Лунд Швеція"] {
        assert_eq!(first(written).as_deref(), Some("se-1281"), "{written}");
    }
    assert_eq!(first("qwertz Sverige"), None);
}

#[test]
fn a_name_as_it_is_written_goes_before_one_that_folds_alike() {
    let world = World::bundled();
    let snapshot = world.recorder.live().snapshot();
    for (written, id) in [
        ("Habo", "se-0643"),
        ("habo", "se-0643"),
        ("Håbo", "se-0305"),
        ("Кальмар", "se-0880"),
        ("Єнчепінг", "se-0680"),
        ("kalmar", "se-0880"),
    ] {
        let found = member(&snapshot, &ATLAS.countries, written);
        assert_eq!(
            found.as_ref().map(BodyId::as_str).ok(),
            Some(id),
            "{written}"
        );
        let best = search(&snapshot, written).bodies.into_iter().next();
        assert_eq!(best.map(|hit| hit.body.to_string()).as_deref(), Some(id));
    }
}

#[test]
fn the_explorer_finds_a_town_by_the_name_that_it_shows_in_ukrainian() {
    let world = World::bundled();
    let snapshot = world.recorder.live().snapshot();
    let explorer = snapshot.explorer(&ATLAS.countries, NOW.day());
    for (latin, ukrainian) in [("Poltava", "Полтава"), ("Göteborg", "Гетеборг")] {
        let found = |words: &str| {
            let selection = explore::Selection {
                words: words.to_owned(),
                ..explore::Selection::default()
            };
            explorer.find(&snapshot.register, &selection).len()
        };
        assert!(found(latin) > 0, "{latin}");
        assert_eq!(found(ukrainian), found(latin), "{ukrainian}");
    }
}
