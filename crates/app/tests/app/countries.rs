//! The names of countries, as bundled.

use time::{Date, Month};

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

#[test]
fn a_country_is_a_member_from_the_year_it_joined_until_the_day_it_left() {
    let on = |code: &str, year: i32| {
        let day = Date::from_calendar_date(year, Month::December, 31).expect("a day");
        let code = code.parse().expect("a code");
        let country = ATLAS.countries.get(code).expect("a country");
        (country.eu_on(day), country.eea_on(day))
    };
    let table = [
        ("GB", 1972, (false, false)),
        ("GB", 1990, (true, false)),
        ("GB", 2016, (true, true)),
        ("GB", 2020, (false, false)),
        ("PL", 2003, (false, false)),
        ("PL", 2004, (true, true)),
        ("FI", 1994, (false, true)),
        ("NO", 1993, (false, false)),
        ("NO", 2016, (false, true)),
        ("UA", 2016, (false, false)),
    ];
    for (code, year, is) in table {
        assert_eq!(on(code, year), is, "{code} {year}");
    }
    for country in ATLAS.countries.iter() {
        let today = vanort_testkit::NOW.day();
        let is = (country.eu_on(today), country.eea_on(today));
        assert_eq!(is, (country.eu, country.eea), "{}", country.code);
    }
}
