//! The names of countries, as bundled.

use crate::world::ATLAS;

#[test]
fn a_country_is_found_by_its_ukrainian_name_and_called_by_it() {
    let table = [
        ("Швеція", "SE", "Швеція"),
        ("україна", "UA", "Україна"),
        ("В'єтнам", "VN", "Вʼєтнам"),
        ("США", "US", "Сполучені Штати"),
        ("Великобританія", "GB", "Велика Британія"),
        ("Радянський Союз", "SU", "Радянський Союз"),
        ("НДР", "DE", "Німеччина"),
    ];
    for (written, code, name) in table {
        let country = ATLAS.countries.by_name(written).expect(written);
        assert_eq!((country.code.as_str(), country.name("uk")), (code, name));
    }
}

#[test]
fn every_country_that_exists_has_a_ukrainian_name() {
    for country in ATLAS
        .countries
        .iter()
        .filter(|country| country.historic_until.is_empty())
    {
        assert!(country.name_uk.is_some(), "{country:?}");
    }
}

#[test]
fn what_belongs_to_a_state_belongs_to_one_that_exists_and_is_no_part_itself() {
    let countries = &ATLAS.countries;
    let code = |code: &str| code.parse().expect("a code");
    let of = |state: &str| countries.parts(code(state)).collect::<Vec<_>>();
    assert_eq!(of("CN"), ["HK", "MO"].map(code));
    assert_eq!(of("FI"), ["AX"].map(code));
    let parts = countries
        .iter()
        .filter_map(|part| Some((part, part.part_of?)));
    for (part, state) in parts {
        let state = countries.get(state).expect("a country");
        assert!(part.historic_until.is_empty(), "{part:?}");
        assert!(
            state.part_of.is_none() && state.historic_until.is_empty(),
            "{part:?}"
        );
    }
}
