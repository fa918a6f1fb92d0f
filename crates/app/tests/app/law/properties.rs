//! What holds for every case.

use std::collections::BTreeMap;

use proptest::prelude::*;
use vanort_domain::law::{Answer, Case, Outcome};

use super::{LAW, assess};

/// One value of a question, or unknown, or none given.
fn answers() -> impl Strategy<Value = BTreeMap<String, Answer>> {
    let questions: Vec<_> = LAW
        .rules
        .files()
        .questions
        .iter()
        .map(|question| {
            let mut values: Vec<Option<String>> = question
                .options()
                .iter()
                .map(|option| Some(option.value.to_string()))
                .collect();
            values.push(Some("unknown".to_owned()));
            values.push(None);
            let id = question.id.to_string();
            prop::sample::select(values)
                .prop_map(move |value| Some((id.clone(), Answer::Words(value?))))
        })
        .collect();
    questions.prop_map(|answers| answers.into_iter().flatten().collect())
}

fn days() -> impl Strategy<Value = String> {
    (2009_i32..2100, 1_u8..=12, 1_u8..=28)
        .prop_filter("within the act", |(year, month, _)| {
            *year > 2009 || *month > 2
        })
        .prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}"))
}

fn case(answers: BTreeMap<String, Answer>, day: &str) -> Case {
    Case {
        parts: Vec::new(),
        answers,
    }
    .with("decision_date", day)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, max_global_rejects: 20_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_case_has_an_outcome_and_says_what_it_rests_on(answers in answers(), day in days()) {
        let answer = assess(&case(answers, &day));
        for part in &answer.parts {
            prop_assert!(part.row.is_some(), "{:?}", part);
            prop_assert!(!part.grounds.is_empty());
            prop_assert!(part.outcome != Outcome::NotAllowed || part.duties.is_empty() || part.depends);
        }
        let unexplained = answer.outcome == Outcome::Judge
            && answer.faults.is_empty()
            && answer.settles.is_empty()
            && answer.parts.iter().all(|part| part.judge.is_empty());
        prop_assert!(!unexplained, "{:?}", answer);
    }

    #[test]
    fn the_same_case_has_the_same_answer(answers in answers(), day in days()) {
        let case = case(answers, &day);
        prop_assert_eq!(assess(&case), assess(&case));
    }

    #[test]
    fn before_the_act_only_the_older_law_answers(answers in answers(), year in 1864_i32..2009) {
        let answer = assess(&case(answers, &format!("{year}-06-15")));
        prop_assert_eq!(answer.outcome, Outcome::Judge);
        for part in &answer.parts {
            prop_assert_eq!(&part.rows, &["older_law"]);
        }
    }

    #[test]
    fn that_equipment_is_surplus_never_adds_a_duty(answers in answers(), day in days()) {
        let before = assess(&case(answers.clone(), &day));
        let after = assess(&case(answers, &day).with("surplus", "yes"));
        for duty in &after.duties {
            prop_assert!(before.duties.contains(duty), "{duty}: {:?} then {:?}", before.rows, after.rows);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, max_global_rejects: 20_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_answer_that_was_certain_stays_when_something_unknown_becomes_known(answers in answers(), day in days()) {
        let before = assess(&case(answers.clone(), &day));
        prop_assume!(before.outcome != Outcome::Judge && before.faults.is_empty());
        for question in &LAW.rules.files().questions {
            let open = question.default.is_none() && answers.get(question.id.as_str()).is_none_or(|a| *a == "unknown".into());
            for option in question.options().iter().filter(|_| open && question.id != "form") {
                let after = assess(&case(answers.clone(), &day).with(&question.id, option.value.as_str()));
                if after.faults.is_empty() {
                    prop_assert_eq!(after.outcome, before.outcome, "{} = {}", question.id, option.value);
                }
            }
        }
    }
}

#[test]
fn changing_any_one_answer_of_any_row_leaves_the_answer_defined() {
    let mut changed = 0;
    let words = |case: &Case, id: &str| case.answers.get(id).cloned();
    for row in &LAW.rules.files().rows {
        for fits in row.cases.iter().chain(&row.additions) {
            let mut base = Case::new()
                .with("decision_date", "2025-03-10")
                .with("actor", "kommun");
            for (input, values) in row.when.answers.iter().chain(&fits.when.answers) {
                base = base.with(input, values[0].as_str());
            }
            for question in &LAW.rules.files().questions {
                let options = question.options();
                for value in options
                    .iter()
                    .map(|option| option.value.as_str())
                    .chain(["unknown"])
                {
                    let near = base.clone().with(&question.id, value);
                    if words(&near, &question.id) == words(&base, &question.id) {
                        continue;
                    }
                    let answer = assess(&near);
                    let defined = answer.parts.iter().all(|part| part.row.is_some());
                    assert!(defined, "{} {}: {} = {value}", row.id, fits.id, question.id);
                    changed += 1;
                }
            }
        }
    }
    assert!(changed > 1_500, "{changed}");
}
