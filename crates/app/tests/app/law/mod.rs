//! The legal check with its real rules: every row, the worked examples, and what holds for every case.

mod countries;
mod examples;
mod faults;
mod properties;
mod rows;
mod rules;

use std::sync::LazyLock;

use vanort_app::law::{self, Law};
use vanort_domain::law::{Assessment, Case, Outcome};

/// The rules that come with the program, read once.
pub static LAW: LazyLock<Law> = LazyLock::new(|| law::bundled().expect("the bundled rules"));

/// A case of a municipality, decided on 10 March 2025.
pub fn case(answers: &[(&str, &str)]) -> Case {
    let mut case = Case::new()
        .with("decision_date", "2025-03-10")
        .with("actor", "kommun");
    for (question, answer) in answers {
        case = case.with(question, *answer);
    }
    case
}

pub fn assess(case: &Case) -> Assessment {
    LAW.rules.assess(case, &LAW.countries)
}

/// What a case must come to.
#[track_caller]
pub fn expect(
    answers: &[(&str, &str)],
    outcome: Outcome,
    rows: &[&str],
    duties: &[&str],
) -> Assessment {
    let assessment = assess(&case(answers));
    assert_eq!(assessment.outcome, outcome, "{answers:?}");
    assert_eq!(assessment.rows, rows, "{answers:?}");
    assert_eq!(assessment.duties, duties, "{answers:?}");
    assessment
}

pub const CHECK: &[&str] = &["check_of_use"];
pub const BOTH: &[&str] = &["check_of_use", "sida_notice"];
pub const DEAL: &[&str] = &["businesslike_terms", "five_risks"];
