//! What bodies abroad are called: in the register as the table of names has it, in the log as it was recorded.

use vanort_app::Recorder;
use vanort_domain::Seq;
use vanort_domain::log::Content;

use vanort_names::Question;

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
const WRITTEN: [(&str, &str, &str); 22] = [
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
];

#[test]
fn names_of_lists_mean_the_body_that_is_meant() {
    for (name, country, id) in WRITTEN {
        let resolution = ATLAS.resolve(&Question {
            name,
            country: Some(country),
            ..Question::default()
        });
        let found = resolution.found();
        let found = found.map_or("-", |best| &*ATLAS.gazetteer.place(best.place).id);
        assert_eq!(found, id, "{name}, {country}: {resolution:?}");
    }
}
