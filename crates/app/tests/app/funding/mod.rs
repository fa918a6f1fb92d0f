//! The funding guide with its real files: what each programme requires, and what holds for every idea.

mod files;
mod programmes;
mod properties;
mod written;

use vanort_app::funding;
use vanort_domain::funding::{Answer, BodyType, Change, Guide, Idea, Outcome, Party, RuleAnswer};

pub fn guide() -> &'static Guide {
    funding::bundled().expect("the bundled files")
}

pub fn municipality(country: &str) -> Party {
    Party {
        kind: Some(BodyType::Municipality),
        country: Some(country.parse().expect("a code")),
    }
}

/// A Swedish municipality with municipalities of some countries, asked about on a day.
pub fn idea(day: &str, partners: &[&str]) -> Idea {
    let mut idea = Idea::on(day.parse().expect("a day"));
    idea.applicant = municipality("SE");
    idea.partners = Some(partners.iter().map(|code| municipality(code)).collect());
    idea
}

pub fn fit(programme: &str, idea: &Idea) -> Answer {
    let programme = guide().programme(programme).expect("the programme");
    guide().fit(programme, idea).expect("it has rules")
}

#[track_caller]
pub fn rule<'a>(answer: &'a Answer, id: &str) -> &'a RuleAnswer {
    answer
        .rules
        .iter()
        .find(|rule| rule.rule == id)
        .unwrap_or_else(|| panic!("{id} in {answer:?}"))
}

/// What a rule of a programme says to an idea.
#[track_caller]
pub fn says(programme: &str, id: &str, idea: &Idea) -> (Outcome, Option<Change>) {
    let answer = fit(programme, idea);
    let rule = rule(&answer, id);
    (rule.outcome, rule.change.clone())
}
