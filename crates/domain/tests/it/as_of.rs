//! The register as of a year.

use vanort_domain::Timestamp;
use vanort_domain::register::{AsOf, Register};
use vanort_domain::vocabulary::{Activity, Freshness, Standing};

use crate::build::{log, says, statement};

fn at(year: i32, contents: Vec<vanort_domain::log::Content>) -> Register {
    Register::fold(log(contents), AsOf::end_of(year).expect("year"))
}

#[test]
fn a_later_page_that_names_the_first_year_proves_the_relation_but_not_its_state() {
    let page = || {
        vec![says(
            "subject",
            "se-1280",
            "gn-1",
            &[("said", "2020"), ("since", "1971"), ("activity", "active")],
        )]
    };
    assert_eq!(at(1970, page()).partnership_count(), 0);
    let then = at(1980, page());
    let found = then.partnerships().next().expect("it stood then");
    assert_eq!(
        found.activity.value(),
        None,
        "what was active in 2020 says nothing about 1980"
    );
    let now = at(2020, page());
    assert_eq!(
        now.partnerships().next().expect("now").activity.value(),
        Some(&Activity::Active)
    );
}

/// A page of 2020 on what stood from 1990 to 2002.
fn ended_in_2002() -> Vec<vanort_domain::log::Content> {
    vec![says(
        "subject",
        "se-1280",
        "gn-1",
        &[
            ("said", "2020"),
            ("since", "1990"),
            ("activity", "ended"),
            ("until", "2002"),
        ],
    )]
}

#[test]
fn an_ending_told_later_counts_from_the_year_it_took_effect() {
    assert_eq!(
        at(1995, ended_in_2002())
            .partnerships()
            .next()
            .expect("then")
            .standing,
        Standing::Stated
    );
    assert_eq!(
        at(2011, ended_in_2002())
            .partnerships()
            .next()
            .expect("later")
            .standing,
        Standing::Ended
    );
}

#[test]
fn a_word_without_any_date_proves_nothing_for_the_past() {
    let page = || vec![says("subject", "se-1280", "gn-1", &[("kind", "vanort")])];
    assert_eq!(at(2011, page()).partnership_count(), 0);
    assert_eq!(
        Register::fold(log(page()), AsOf::NOW).partnership_count(),
        1
    );
}

#[test]
fn what_was_recorded_later_was_not_known_then() {
    let contents = || {
        [
            says("subject", "se-1280", "gn-1", &[("said", "2010")]),
            says("subject", "se-1280", "gn-2", &[("said", "2010")]),
        ]
    };
    let known = |seconds| {
        let as_of = AsOf {
            valid: None,
            recorded: Some(Timestamp(seconds)),
        };
        Register::fold(log(contents()), as_of).partnership_count()
    };
    assert_eq!((known(0), known(1), known(2)), (0, 1, 2));
}

#[test]
fn what_happened_and_what_is_said_without_a_partner_begins_to_count_with_its_day() {
    let has_happenings = |year| {
        let register = at(year, ended_in_2002());
        register.partnerships().any(|p| p.has_happenings)
    };
    assert!(!has_happenings(1995), "it ended later");
    assert!(has_happenings(2020));

    let of_no_partner = |year| {
        let unnamed = statement(&[
            ("source", "survey"),
            ("speaker", "subject"),
            ("subject", "se-1280"),
            ("about", "body"),
            ("declaration", "none"),
            ("country", "CN"),
            ("said", "2020"),
        ]);
        let register = at(year, vec![unnamed]);
        let countries = register.statements_of_no_partner();
        countries
            .filter_map(|(_, statement)| statement.country)
            .count()
    };
    assert_eq!(of_no_partner(2019), 0);
    assert_eq!(of_no_partner(2020), 1);
}

/// How old the newest word is on the last day of a year.
fn freshness(year: i32, contents: Vec<vanort_domain::log::Content>) -> Freshness {
    let day = AsOf::end_of(year).and_then(|as_of| as_of.valid);
    let register = at(year, contents);
    let found = register.partnerships().next().expect("it stood then");
    found.freshness(day.expect("a day"))
}

#[test]
fn what_only_later_words_tell_is_said_later_and_is_neither_undated_nor_new() {
    let says = |fields| vec![says("subject", "se-1280", "gn-1", fields)];
    let later = || says(&[("said", "2024-03-04"), ("since", "2004")]);
    assert_eq!(freshness(2016, later()), Freshness::Later);
    assert_eq!(freshness(2024, later()), Freshness::Fresh);
    // A word that is whole on the day, for what it tells of had happened, may have been said after it all the same.
    let ended = || says(&[("said", "2020-11-03"), ("until", "2012")]);
    assert_eq!(freshness(2016, ended()), Freshness::Later);
    // A page without a date that says since when is undated on every day.
    assert_eq!(
        freshness(2016, says(&[("since", "2004")])),
        Freshness::Undated
    );
}

#[test]
fn the_newest_word_of_a_day_is_one_that_had_been_said_by_then() {
    let contents = || {
        vec![
            says("subject", "se-1280", "gn-1", &[("said", "2014-05-01")]),
            says(
                "subject",
                "se-1280",
                "gn-1",
                &[("said", "2020"), ("since", "1990"), ("until", "2012")],
            ),
        ]
    };
    let then = at(2016, contents());
    let found = then.partnerships().next().expect("then");
    let word = found.last_word.as_ref().map(ToString::to_string);
    assert_eq!(word.as_deref(), Some("2014-05-01"));
    assert_eq!(freshness(2016, contents()), Freshness::Due);
}

#[test]
fn figures_of_a_day_count_what_tells_of_it() {
    let contents = || {
        vec![
            says("subject", "se-1280", "gn-1", &[("said", "2010")]),
            says("subject", "se-1280", "gn-2", &[("said", "2020")]),
            says("subject", "se-1280", "gn-3", &[]),
        ]
    };
    let then = at(2016, contents()).figures();
    assert_eq!((then.statements, then.undated_statements), (1, 0));
    let now = Register::fold(log(contents()), AsOf::NOW).figures();
    assert_eq!((now.statements, now.undated_statements), (3, 1));
}
