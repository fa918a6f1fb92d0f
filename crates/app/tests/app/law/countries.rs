//! The dated table of countries: what was said of which day, and no more.

use vanort_domain::law::Outcome::{Allowed, Judge, NotAllowed};
use vanort_domain::law::{CountryFact, CountryTable, Day, Status};

use super::{LAW, assess, case};

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

#[test]
fn a_country_has_the_status_that_a_word_gives_it_on_that_day() {
    for (code, on, status) in [
        ("UA", "2022-06-01", Some(Status::Yes)),
        ("UA", "2025-03-10", Some(Status::Yes)),
        ("UA", "2027-12-31", Some(Status::Yes)),
        ("UA", "2028-01-01", None),
        ("BD", "2018-03-01", Some(Status::Yes)),
        ("BD", "2019-03-01", None),
        ("BD", "2025-03-01", None),
        ("TZ", "2021-01-01", Some(Status::Yes)),
        ("TZ", "2025-12-05", Some(Status::Unknown)),
        ("MZ", "2026-11-01", Some(Status::Unknown)),
        ("PL", "2025-03-01", Some(Status::No)),
        ("PL", "2015-03-01", None),
        ("NA", "2025-03-01", Some(Status::No)),
        ("CL", "2025-03-01", Some(Status::Unknown)),
    ] {
        let found = LAW.countries.on(code.parse().expect("code"), day(on));
        assert_eq!(found.map(|fact| fact.status), status, "{code} {on}");
    }
}

#[test]
fn the_country_fact_of_the_day_picks_the_row() {
    let ask = |country, on| {
        assess(&case(&[
            ("form", "training"),
            ("country", country),
            ("decision_date", on),
            ("govPermit", "no"),
        ]))
    };
    let ukraine = ask("UA", "2025-03-10");
    assert_eq!(
        (ukraine.outcome, &ukraine.rows[..]),
        (Allowed, &["D7".into()][..])
    );
    let used = ukraine.country.expect("a country");
    assert_eq!(
        used.fact.and_then(|fact| fact.source_date),
        Some(day("2024-01-09"))
    );
    let poland = ask("PL", "2025-03-10");
    assert_eq!(poland.outcome, NotAllowed);
    assert_eq!(
        poland.country.map(|used| used.notes.len()),
        Some(1),
        "that the fact is not confirmed"
    );
    assert_eq!(ask("TZ", "2026-11-01").outcome, Judge);
    assert_eq!(ask("BD", "2025-03-10").outcome, Judge);
}

#[test]
fn a_stated_status_goes_before_the_table_and_the_difference_is_said() {
    let answer = assess(&case(&[
        ("form", "training"),
        ("country", "UA"),
        ("stateAidCountry", "no"),
        ("govPermit", "no"),
    ]));
    assert_eq!(answer.outcome, NotAllowed);
    assert_eq!(
        answer.country.map(|used| (used.stated, used.notes.len())),
        Some((true, 1))
    );
}

#[test]
fn the_bundled_table_has_no_overlap() {
    assert_eq!(LAW.countries.overlaps(), []);
    assert!(LAW.countries.countries().count() > 150);
}

fn fact(code: &str, status: Status, from: &str, to: Option<&str>) -> CountryFact {
    let template = LAW.countries.iter().next().expect("a fact");
    CountryFact {
        iso2: code.parse().expect("code"),
        status,
        valid_from: day(from),
        valid_to: to.map(day),
        ..template.clone()
    }
}

#[test]
fn overlaps_and_gaps_are_found_to_the_day() {
    let table = CountryTable::new([
        fact("KE", Status::Yes, "2016-01-01", Some("2016-12-31")),
        fact("KE", Status::No, "2016-12-31", Some("2017-06-30")),
        fact("KE", Status::Yes, "2018-01-01", None),
    ]);
    let overlaps = table.overlaps();
    assert_eq!(overlaps.len(), 1);
    assert_eq!(
        (overlaps[0].from, overlaps[0].to),
        (day("2016-12-31"), Some(day("2016-12-31")))
    );
    assert_eq!(
        table.on("KE".parse().expect("code"), day("2016-12-31")),
        None,
        "two words that differ are none"
    );
    let gaps: Vec<_> = table
        .gaps(day("2015-01-01"), day("2026-01-01"))
        .into_iter()
        .map(|gap| (gap.from, gap.to))
        .collect();
    assert_eq!(
        gaps,
        [
            (day("2015-01-01"), day("2015-12-31")),
            (day("2017-07-01"), day("2017-12-31"))
        ]
    );
}

#[test]
fn every_note_on_a_country_is_there_in_ukrainian() {
    for fact in LAW.countries.iter() {
        assert!(fact.note.uk.is_some(), "{fact:?}");
    }
}
