//! What bodies abroad are called: in the register as the table of names has it, in the log as it was recorded.

use vanort_app::Recorder;
use vanort_app::resolution::answer;
use vanort_domain::Seq;
use vanort_domain::log::Content;
use vanort_domain::vocabulary::Role;

use vanort_names::{Outcome, Question};

use crate::world::{ATLAS, World, run};

fn name_shown(recorder: &Recorder, id: &str) -> String {
    let snapshot = recorder.live().snapshot();
    let body = snapshot.register.body(&id.parse().expect("an identifier"));
    body.expect("a body").name.clone()
}

#[test]
fn the_register_calls_bodies_in_swedish_and_the_log_keeps_what_was_recorded() {
    let world = World::bundled();
    let entries = run(world.recorder.store().entries_after(Seq(0), 10_000)).expect("the log");
    let recorded = |id: &str| {
        let mut bodies = entries.iter().filter_map(|entry| match &entry.content {
            Content::Body(body) if body.id.as_str() == id => Some(body.name.clone()),
            _ => None,
        });
        bodies.next().expect("recorded")
    };
    for (id, as_recorded, as_called) in [
        ("gn-633680", "Turku", "Åbo"),
        ("gn-756135", "Warsaw", "Warszawa"),
        ("gn-2624647", "Aarhus Kommune", "Århus"),
    ] {
        assert_eq!(recorded(id), as_recorded);
        assert_eq!(name_shown(&world.recorder, id), as_called);
    }
}

#[test]
fn a_partner_that_shares_its_name_with_the_district_around_it_is_the_city() {
    let world = World::bundled();
    let snapshot = world.recorder.live().snapshot();
    let register = &snapshot.register;
    for (home, city) in [("se-0780", "gn-598318"), ("se-1080", "gn-598099")] {
        let partners = register.partnerships_of(&home.parse().expect("an identifier"));
        assert!(
            partners.iter().any(|of| of.partner.as_str() == city),
            "{city}"
        );
    }
}

/// Names as they stand in lists, with the country as written, and the body that they mean; `-` where that cannot be told.
const WRITTEN: [(&str, &str, &str); 29] = [
    ("Habo kommun", "Sverige", "se-0643"),
    ("Håbo kommun", "Sverige", "se-0305"),
    ("Jönköpings stad", "Sverige", "se-0680"),
    ("Perth", "Skottland", "gn-2640358"),
    ("Perth", "Écosse", "gn-2640358"),
    ("Londonderry", "Nordirland", "gn-2643736"),
    ("Camden", "London", "-"),
    ("Słupsk", "Polen", "gn-3085450"),
    ("Rakvere", "Estland", "gn-7522423"),
    ("Rakvere stad", "Estland", "gn-7522423"),
    ("Rakvere landskommun", "Estland", "gn-7522422"),
    ("Våler i Solør", "Norge", "gn-6453356"),
    ("Bø i Telemark", "Norge", "no-0821"),
    ("Hordaland", "Norge", "no-fylke-12"),
    ("Storstrøms amt", "Danmark", "dk-amt-35"),
    ("Katalonien", "Spanien", "gn-3336901"),
    ("Pskov oblast", "Ryssland", "gn-504338"),
    ("Mykolajiv", "Ukraina", "gn-700569"),
    ("Kansas City, KS", "USA", "gn-4273837"),
    ("Cambridge Minnesota", "USA", "gn-5020068"),
    ("fd Kiikala", "Finland", "fi-252"),
    ("Betlehem", "Västbanken", "gn-284315"),
    // A slip in the region, two in which it would be another; a saint in another language.
    ("Rockford, Illinios", "USA", "gn-4907959"),
    ("Menden (Sauerland)", "Tyskland", "gn-2871983"),
    ("Saint Vicente", "Cabo Verde", "gn-3374198"),
    // Nobody has placed it, but the list has just that name.
    ("Gmina Rudniki", "Polen", "wd-Q1118932"),
    // A letter off in a short name is another name, and in a long one of a large town a slip.
    ("Tarna", "Polen", "-"),
    ("Mbala", "Uganda", "-"),
    ("Gothenberg", "Sverige", "se-1480"),
];

/// Forms that are told apart from the name by nothing: the word for the level at its end, the city before its part.
const JOINED: [(&str, &str, &str); 14] = [
    ("Hunanprovinsen", "Kina", "gn-1806691"),
    ("Samsunprovinsen", "Turkiet", "gn-740263"),
    ("Charkivregionen", "Ukraina", "gn-706482"),
    ("Osnabrückdistriktet", "Tyskland", "de-landkreis-osnabruck"),
    ("Vestfoldfylke", "Norge", "gn-3132015"),
    ("Hannover region", "Tyskland", "de-region-hannover"),
    ("Ried im Innkreis", "Österrike", "wd-Q267791"),
    ("Berlin Spandau", "Tyskland", "gn-7290252"),
    ("Altona Hamburg", "Tyskland", "gn-2911296"),
    ("Tallinn Nõmme", "Estland", "gn-589947"),
    ("Wien Floridsdorf", "Österrike", "wd-Q264645"),
    // A district of that name lies outside the city, too.
    ("Kirovsky St Petersburg", "Ryssland", "-"),
    ("Nuckö", "Estland", "ee-0520"),
    ("Ormsö", "Estland", "gn-7522480"),
];

/// The words for a level of other languages than the place's.
const LEVELS: [(&str, &str, &str); 16] = [
    ("Provinz Chieti", "Italien", "gn-3178795"),
    ("provinsen Chieti", "Italien", "gn-3178795"),
    ("Province de Chieti", "Italien", "gn-3178795"),
    ("Chietin maakunta", "Italia", "gn-3178795"),
    ("Kreis Lääne-Viru", "Estland", "gn-590854"),
    ("Kreis Tartu", "Estland", "gn-588334"),
    ("Präfektur Kanagawa", "Japan", "gn-1860291"),
    ("Powiat Oleśnica", "Polen", "gn-7530834"),
    ("Contea di Kildare", "Irland", "gn-2963435"),
    ("Condado de Kildare", "Irland", "gn-2963435"),
    ("Département de l'Isère", "Frankrike", "gn-3012715"),
    ("Woiwodschaft Schlesien", "Polen", "gn-3337497"),
    ("Bov Sogn", "Danmark", "dk-bov"),
    // A district of that name is no longer there: a body of its own, and not the town or the municipality of today.
    ("Bezirk Tukums", "Lettland", "-"),
    ("Tukums distrikt", "Lettland", "-"),
    // Of two places of that name either may be meant, and none that is called "of".
    ("canton of Villé", "Frankrike", "-"),
];

/// Numbers, and words that tell namesakes apart.
const TOLD_APART: [(&str, &str, &str); 18] = [
    ("13th district of Budapest", "Ungern", "gn-7284830"),
    ("Budapest District XXIII", "Ungern", "gn-7284837"),
    ("Budapest XVII. kerülete", "Ungern", "gn-7284841"),
    // Nobody who writes 33 means 23.
    ("Budapest XXXIII. kerület", "Ungern", "-"),
    ("Kent County, New Brunswick", "Kanada", "gn-5991094"),
    // Lakes and rivers, not the villages that are called as they are; a part of a region's name.
    ("Lindau (Bodensee)", "Tyskland", "gn-2877550"),
    ("Winsen (Luhe)", "Tyskland", "gn-2807845"),
    ("Coswig (Anhalt)", "Tyskland", "gn-2939819"),
    // A saint is no town, and a hamlet elsewhere no half of one.
    ("Sainte-Marie", "Frankrike", "-"),
    ("Leighton–Linslade", "England", "-"),
    ("Wiblingen", "Tyskland", "-"),
    // A city of a million without the mark of a seat; an apostrophe of another kind; a gun is no municipality.
    ("Luoyang", "Kina", "gn-1801792"),
    ("Datong", "Kina", "gn-2037799"),
    ("Tai'an", "Kina", "gn-1793724"),
    ("Toda", "Japan", "gn-11611482"),
    // Lies at its own town, and not where its successor does.
    ("Tommerup Municipality", "Danmark", "dk-tommerup"),
    // The municipality around the town is a body of its own.
    ("Viiratsi vald", "Estland", "-"),
    ("Mogilyov", "Belarus", "gn-625665"),
];

/// Names of a city and of the division that it is: one body.
const ONE_BODY: [(&str, &str, &str); 22] = [
    ("Haiphong", "Vietnam", "gn-1581298"),
    ("Hải Phòng", "Vietnam", "gn-1581298"),
    ("Hai Phong City", "Vietnam", "gn-1581298"),
    ("Tokyo", "Japan", "gn-1850147"),
    ("Tokyo Metropolis", "Japan", "gn-1850147"),
    ("Tokyo prefecture", "Japan", "gn-1850147"),
    ("Kairo", "Egypten", "gn-360630"),
    ("Cairo Governorate", "Egypten", "gn-360630"),
    ("Hamburg region", "Tyskland", "gn-2911298"),
    ("Seoul Special City", "Sydkorea", "gn-1835848"),
    ("Ulaanbaatar", "Mongoliet", "gn-2028462"),
    ("Łódź", "Polen", "gn-3093133"),
    ("Bundesland Wien", "Österrike", "wd-Q1741"),
    ("Vitoria-Gasteiz", "Spanien", "wd-Q14318"),
    ("Weifang Shi", "Kina", "gn-1791681"),
    ("City and County of San Francisco", "USA", "gn-5391959"),
    // And where the two are different bodies.
    ("Łódź county", "Polen", "gn-6697536"),
    ("Samsun", "Turkiet", "gn-740264"),
    ("Samsun Province", "Turkiet", "gn-740263"),
    ("Łódź voivodeship", "Polen", "gn-3337493"),
    ("Moscow oblast", "Ryssland", "gn-524925"),
    ("Hakusan Shi", "Japan", "gn-11612706"),
];

fn assert_meant(table: &[(&str, &str, &str)]) {
    for (name, country, id) in table {
        let resolution = ATLAS.resolve(&Question {
            name,
            country: Some(country),
            ..Question::default()
        });
        let found = resolution.found();
        let found = found.map_or("-", |best| &*ATLAS.gazetteer.place(best.place).id);
        assert_eq!(found, *id, "{name}, {country}: {resolution:?}");
    }
}

#[test]
fn names_of_lists_mean_the_body_that_is_meant() {
    assert_meant(&WRITTEN);
}

#[test]
fn a_word_for_the_level_or_a_city_written_together_with_the_name_is_understood() {
    assert_meant(&JOINED);
}

#[test]
fn words_for_the_level_are_understood_in_the_languages_that_lists_are_written_in() {
    assert_meant(&LEVELS);
}

#[test]
fn numbers_brackets_and_links_tell_namesakes_apart() {
    assert_meant(&TOLD_APART);
}

#[test]
fn what_lies_at_a_place_that_the_words_tell_is_a_body_of_its_own_there() {
    for (name, country, there) in [
        ("Bezirk Tukums", "Lettland", "gn-454771"),
        ("Viiratsi vald", "Estland", "gn-587620"),
    ] {
        let resolution = ATLAS.resolve(&Question {
            name,
            country: Some(country),
            ..Question::default()
        });
        assert_eq!(resolution.outcome, Outcome::Within, "{name}");
        let place = ATLAS.gazetteer.place(resolution.candidates[0].place);
        assert_eq!(place.id, there, "{name}");
    }
}

#[test]
fn an_answer_that_is_a_match_has_a_place_on_the_map() {
    let answer = answer(&ATLAS, "Gmina Rudniki", Some("Polen"));
    assert_eq!((answer.decision, answer.position), ("ambiguous", None));
    assert_eq!(answer.id.expect("a body").as_str(), "wd-Q1118932");
}

#[test]
fn a_city_and_the_division_that_it_is_are_one_body() {
    assert_meant(&ONE_BODY);
}

#[test]
fn every_division_and_city_of_the_table_of_cities_is_known() {
    let table = std::fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../data/city_divisions.csv"
    ));
    let table = table.expect("the table");
    let rows = table
        .lines()
        .skip(1)
        .map(|row| row.split(',').collect::<Vec<_>>());
    let unknown: Vec<_> = rows
        .flat_map(|row| [row[0].to_owned(), row[1].to_owned()])
        .filter(|id| ATLAS.gazetteer.by_id(id).is_none())
        .collect();
    assert_eq!(unknown, Vec::<String>::new());
}

#[test]
fn the_wider_of_two_bodies_of_one_name_is_told_apart_by_its_level() {
    let world = World::bundled();
    let snapshot = world.recorder.live().snapshot();
    let told = |id: &str| {
        snapshot
            .namesakes()
            .level_of(&id.parse().expect("an identifier"))
    };
    // Samsun and the province around it, Łódź and the county in the words of Örebro's page.
    assert_eq!(told("gn-740263"), Some(Role::Region));
    assert_eq!(told("gn-740264"), None);
    assert_eq!(told("gn-6697536"), Some(Role::District));
    assert_eq!(told("gn-3093133"), None);
    // The only one of its name.
    assert_eq!(told("gn-706482"), None);
}
