//! Eight worked examples, as an official would put them.

use vanort_domain::law::Outcome::{self, Allowed, Judge, NotAllowed};

use super::{BOTH, assess, case};

struct Example {
    what: &'static str,
    answers: &'static [(&'static str, &'static str)],
    outcome: Outcome,
    rows: &'static [&'static str],
    duties: &'static [&'static str],
    grounds: &'static [&'static str],
}

const EXAMPLES: [Example; 8] = [
    Example {
        what: "a region gives away hospital beds it no longer uses",
        answers: &[
            ("actor", "region"),
            ("form", "equipment"),
            ("surplus", "yes"),
            ("boughtToGive", "no"),
            ("stateAidCountry", "yes"),
            ("channel", "direct"),
            ("emergency", "none"),
        ],
        outcome: Allowed,
        rows: &["D5"],
        duties: &[],
        grounds: &["5:4", "5:8", "5:9"],
    },
    Example {
        what: "a municipality buys five generators in order to give them to its partner",
        answers: &[
            ("form", "equipment"),
            ("surplus", "no"),
            ("boughtToGive", "yes"),
            ("stateAidCountry", "yes"),
            ("channel", "direct"),
            ("emergency", "present"),
        ],
        outcome: Judge,
        rows: &["D6"],
        duties: BOTH,
        grounds: &["5:4", "5:8", "5:9"],
    },
    Example {
        what: "a municipality pays for a training course held by its partner",
        answers: &[
            ("decision_date", "2024-11-04"),
            ("form", "money"),
            ("purposeOfMoney", "carry out training"),
            ("stateAidCountry", "yes"),
            ("channel", "direct"),
        ],
        outcome: Allowed,
        rows: &["D8"],
        duties: BOTH,
        grounds: &["5:4", "5:8", "5:9"],
    },
    Example {
        what: "a municipality gives one krona per inhabitant to a famine collection",
        answers: &[
            ("decision_date", "2024-06-17"),
            ("form", "money"),
            ("purposeOfMoney", "other"),
            ("stateAidCountry", "yes"),
            ("channel", "international relief organisation"),
            ("emergency", "present"),
        ],
        outcome: NotAllowed,
        rows: &["D9", "D15"],
        duties: &[],
        grounds: &["5:4", "5:5", "5:7"],
    },
    Example {
        what: "a municipality gives a retired fire engine to a country without Swedish state aid and pays the freight",
        answers: &[
            ("decision_date", "2024-05-27"),
            ("form", "equipment plus transport"),
            ("surplus", "yes"),
            ("stateAidCountry", "no"),
            ("govPermit", "no"),
            ("channel", "direct"),
            ("emergency", "none"),
        ],
        outcome: Allowed,
        rows: &["D10", "D14"],
        duties: &[],
        grounds: &["5:5", "5:8", "5:9", "5:6"],
    },
    Example {
        what: "a municipality sends a planner to advise a town in a country without Swedish state aid",
        answers: &[
            ("decision_date", "2025-09-15"),
            ("form", "advice, given free as aid"),
            ("stateAidCountry", "no"),
            ("govPermit", "no"),
            ("channel", "direct"),
        ],
        outcome: NotAllowed,
        rows: &["D12"],
        duties: &[],
        grounds: &["5:5"],
    },
    Example {
        what: "a municipal energy company gives away meters without any decision in fullmäktige",
        answers: &[
            ("decision_date", "2025-02-03"),
            ("actor", "municipal company, wholly owned"),
            ("delegated", "no"),
            ("form", "equipment"),
            ("surplus", "yes"),
            ("stateAidCountry", "yes"),
        ],
        outcome: NotAllowed,
        rows: &["D0"],
        duties: &[],
        grounds: &["KL 10:1", "KL 10:2", "KL 10:3", "KL 10:4", "KL 10:5"],
    },
    Example {
        what: "a municipality gives laptops still in use to a country whose strategy is being phased out",
        answers: &[
            ("decision_date", "2026-06-01"),
            ("form", "equipment"),
            ("surplus", "no"),
            ("boughtToGive", "no"),
            ("stateAidCountry", "unknown"),
            ("channel", "direct"),
        ],
        outcome: Judge,
        rows: &["D19"],
        duties: &[],
        grounds: &["5:4", "5:5"],
    },
];

#[test]
fn the_worked_examples_are_answered_as_they_should() {
    for example in &EXAMPLES {
        let answer = assess(&case(example.answers));
        assert_eq!(answer.outcome, example.outcome, "{}", example.what);
        assert_eq!(answer.rows, example.rows, "{}", example.what);
        assert_eq!(answer.duties, example.duties, "{}", example.what);
        assert_eq!(answer.grounds, example.grounds, "{}", example.what);
        assert!(
            answer.faults.is_empty() && answer.unread.is_empty(),
            "{}: {:?}",
            example.what,
            answer.faults
        );
    }
}

#[test]
fn with_a_decision_the_energy_company_may_give_its_meters() {
    let answers = [
        ("actor", "municipal company"),
        ("delegated", "yes"),
        ("form", "equipment"),
        ("surplus", "yes"),
        ("stateAidCountry", "yes"),
    ];
    assert_eq!(assess(&case(&answers)).rows, ["D5"]);
}

#[test]
fn what_the_laptops_would_come_to_is_said_for_either_answer_of_sida() {
    let answer = assess(&case(EXAMPLES[7].answers));
    let branches = &answer.settles[0].branches;
    assert_eq!(
        (branches[0].outcome, &branches[0].rows[..]),
        (Allowed, &["D6".into()][..])
    );
    assert_eq!(branches[0].duties, BOTH);
    assert_eq!(branches[1].rows, ["D11", "D12"]);
}
