//! The legal check: one answer, and ten thousand random cases. Prints figures; asserts nothing about time.

#![expect(clippy::disallowed_methods, reason = "a measurement reads the clock")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use vanort_app::law;
use vanort_domain::law::{Case, Outcome, RuleSet};

/// The allocator of the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const CASES: usize = 10_000;
const RUNS: usize = 5;

fn main() {
    let start = Instant::now();
    let law = law::bundled().expect("the bundled rules");
    println!("  reading the rule files: {:?}", start.elapsed());
    let mut random = fastrand::Rng::with_seed(1);
    let cases: Vec<Case> = (0..CASES)
        .map(|_| random_case(&law.rules, &mut random))
        .collect();
    let mut wholes = Vec::new();
    // Each case by its fastest run: the slower ones measure what else the machine did.
    let mut each = vec![Duration::MAX; CASES];
    let mut outcomes = [0; 3];
    for _ in 0..RUNS {
        let start = Instant::now();
        for (case, fastest) in cases.iter().zip(&mut each) {
            let one = Instant::now();
            let answer = black_box(law.rules.assess(case, &law.countries));
            *fastest = one.elapsed().min(*fastest);
            let place = Outcome::ALL
                .iter()
                .position(|outcome| *outcome == answer.outcome);
            outcomes[place.unwrap_or(0)] += 1;
        }
        wholes.push(start.elapsed());
    }
    wholes.sort();
    each.sort();
    println!(
        "  {CASES} random cases: median {:?}, slowest {:?} of {RUNS} runs",
        wholes[RUNS / 2],
        wholes[RUNS - 1]
    );
    println!(
        "  one case, by its fastest run: median {:?}, 99 of 100 within {:?}, slowest {:?}",
        each[each.len() / 2],
        each[each.len() / 100 * 99],
        each[each.len() - 1]
    );
    for (outcome, count) in Outcome::ALL.iter().zip(outcomes) {
        println!("  {outcome}: {} of {CASES}", count / RUNS);
    }
}

/// One to three parts; every question answered, left open or passed over.
fn random_case(rules: &RuleSet, random: &mut fastrand::Rng) -> Case {
    let countries = ["UA", "TZ", "PL", "KE", "US", "SU", "XX"];
    let day = format!(
        "{}-{:02}-{:02}",
        random.i32(1990..2040),
        random.u8(1..=12),
        random.u8(1..=28)
    );
    let mut case = Case::new().with("decision_date", day.as_str());
    if random.bool() {
        case = case.with("country", countries[random.usize(..countries.len())]);
    }
    for _ in 0..random.usize(1..=3) {
        let mut part: Vec<(String, String)> = Vec::new();
        for question in &rules.files().questions {
            let options = question.options();
            let value = match random.usize(..options.len() + 2) {
                at if at < options.len() => options[at].value.to_string(),
                at if at == options.len() => "unknown".to_owned(),
                _ => continue,
            };
            part.push((question.id.to_string(), value));
        }
        case = case.and_part(
            part.iter()
                .map(|(question, answer)| (question.as_str(), answer.as_str())),
        );
    }
    case
}
