//! What is wrong with a case is named at its question; the case is answered all the same.

use vanort_domain::law::Outcome::{Allowed, Judge, NotAllowed};
use vanort_domain::law::{Answer, Case};

use super::{assess, case};

const SURPLUS: [(&str, &str); 2] = [("form", "equipment"), ("surplus", "yes")];

#[test]
fn surplus_that_was_bought_to_be_given_is_a_contradiction_named_at_the_question() {
    let answer = assess(&case(
        &[
            &SURPLUS[..],
            &[("boughtToGive", "yes"), ("stateAidCountry", "yes")],
        ]
        .concat(),
    ));
    assert_eq!(answer.outcome, Judge);
    assert_eq!(answer.faults.len(), 1);
    assert_eq!(answer.faults[0].input, "boughtToGive");
}

#[test]
fn a_country_that_no_longer_exists_is_named_with_those_that_lie_there_today() {
    for (code, successor) in [("SU", "UA"), ("YU", "RS"), ("CS", "CZ"), ("DD", "DE")] {
        let answer = assess(&case(&[&SURPLUS[..], &[("country", code)]].concat()));
        assert_eq!(answer.outcome, Judge, "{code}");
        assert_eq!(answer.faults[0].input, "country");
        assert!(
            answer.faults[0].text.sv.contains(successor),
            "{}",
            answer.faults[0].text.sv
        );
    }
}

#[test]
fn sweden_is_no_country_abroad() {
    let answer = assess(&case(&[&SURPLUS[..], &[("country", "SE")]].concat()));
    assert_eq!(
        (answer.outcome, answer.faults[0].input.as_str()),
        (Judge, "country")
    );
}

#[test]
fn a_day_that_cannot_be_right_is_a_fault_and_one_to_come_is_not() {
    for day in [
        "0209-03-10",
        "2999-01-01",
        "2025-13-01",
        "in the spring",
        "2025-03",
    ] {
        let answer = assess(&case(&[&SURPLUS[..], &[("decision_date", day)]].concat()));
        assert_eq!(answer.outcome, Judge, "{day}");
        assert_eq!(answer.faults[0].input, "decision_date", "{day}");
    }
    let answer = assess(&case(
        &[&SURPLUS[..], &[("decision_date", "2040-01-01")]].concat(),
    ));
    assert_eq!((answer.outcome, answer.faults.len()), (Allowed, 0));
}

#[test]
fn a_misspelt_answer_counts_as_unknown_and_is_named() {
    let answer = assess(&case(&[
        ("form", "equipment"),
        ("surplus", "perhaps"),
        ("stateAidCountry", "yes"),
    ]));
    assert_eq!(answer.outcome, Judge);
    assert_eq!(answer.faults[0].input, "surplus");
    assert!(answer.faults[0].text.en.contains("perhaps"));
}

#[test]
fn a_misspelt_question_is_handed_back_and_not_taken_for_another() {
    let answer = assess(&case(&[&SURPLUS[..], &[("surpluss", "no")]].concat()));
    assert_eq!(answer.unread, ["surpluss"]);
}

#[test]
fn names_and_answers_are_read_however_they_are_written() {
    let spellings = Case::new()
        .with("Decision-Date", "2025-03-10")
        .with("ACTOR", "Municipal Company")
        .with("delegated", Answer::Truth(true))
        .with(
            "form",
            Answer::List(vec!["Utrustning".into(), "frakt".into()]),
        )
        .with("surplus", "JA")
        .with("state_aid_country", "nej");
    let answer = assess(&spellings);
    assert_eq!(
        (answer.outcome, answer.faults.len()),
        (Allowed, 0),
        "{:?}",
        answer.faults
    );
    assert_eq!(answer.rows, ["D10", "D14"]);
}

#[test]
fn the_body_is_named_as_on_the_day() {
    for (day, name) in [("2019-12-31", "Landsting"), ("2020-01-01", "Region")] {
        let answer = assess(&case(
            &[
                &SURPLUS[..],
                &[("decision_date", day), ("actor", "landsting")],
            ]
            .concat(),
        ));
        assert_eq!(
            answer.actor.map(|actor| actor.sv.to_string()).as_deref(),
            Some(name)
        );
        let actors = if day < "2020" { "landsting" } else { "region" };
        let words = &answer.parts[0].grounds[0].text.sv;
        assert!(words.contains(actors), "{day}: {words}");
    }
}

#[test]
fn without_a_form_the_case_is_for_a_person_and_says_what_is_missing() {
    let answer = assess(
        &Case::new()
            .with("decision_date", "2025-03-10")
            .with("actor", "kommun"),
    );
    assert_eq!(
        (answer.outcome, answer.faults[0].input.as_str()),
        (Judge, "form")
    );
    let answer = assess(&case(&[
        ("form", "equipment and a brass band"),
        ("surplus", "yes"),
    ]));
    assert_eq!(
        (answer.outcome, answer.faults[0].input.as_str()),
        (Judge, "form")
    );
}

#[test]
fn the_whole_is_as_strict_as_its_strictest_part() {
    let case = case(&[("stateAidCountry", "yes")])
        .and_part([("form", "equipment"), ("surplus", "yes")])
        .and_part([("form", "training")])
        .and_part([("form", "money"), ("purposeOfMoney", "other")]);
    let answer = assess(&case);
    let outcomes: Vec<_> = answer.parts.iter().map(|part| part.outcome).collect();
    assert_eq!(outcomes, [Allowed, Allowed, NotAllowed]);
    assert_eq!(answer.outcome, NotAllowed);
    assert_eq!(answer.rows, ["D5", "D7", "D9"]);
    assert_eq!(answer.duties, ["check_of_use", "sida_notice"]);
}

#[test]
fn a_decision_before_the_act_is_left_to_a_person_with_the_act_of_its_day() {
    for (day, acts) in [
        ("2009-02-28", &["2001:151"][..]),
        ("2001-06-30", &["1994:693"]),
        ("1993-05-01", &["1991:901"]),
        ("1980-01-01", &["1975:494"]),
        ("1970-01-01", &[]),
    ] {
        let answer = assess(&case(
            &[
                &SURPLUS[..],
                &[("decision_date", day), ("stateAidCountry", "yes")],
            ]
            .concat(),
        ));
        assert_eq!(answer.outcome, Judge, "{day}");
        assert_eq!(
            (&answer.rows[..], &answer.grounds[..]),
            (
                &["older_law".into()][..],
                &acts.iter().map(|act| (*act).into()).collect::<Vec<_>>()[..]
            ),
            "{day}"
        );
    }
    let export = assess(&case(&[
        ("form", "sold service"),
        ("decision_date", "1995-01-01"),
    ]));
    assert_eq!(export.grounds, ["1986:753"]);
}
