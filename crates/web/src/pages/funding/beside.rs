//! On the page of a body or a partnership: which money fits, and the law in one line.

use std::cmp::Reverse;

use vanort_app::funding;
use vanort_domain::CountryCode;
use vanort_domain::bodies::Body;
use vanort_domain::funding::{Answer, Day, Gives, Idea, Outcome};
use vanort_domain::law::Status;

use super::{form, guide, teller};
use crate::pages::View;
use crate::pages::frame::encode;
use crate::urls::Page;

/// Most programmes that are named.
const MOST: usize = 4;

/// The lines on the page.
pub(crate) struct Beside {
    pub seen_from: Option<String>,
    pub programmes: Vec<(String, String, String)>,
    pub form: String,
    pub law: String,
    pub law_href: String,
}

/// For a body: what it may apply for, or, abroad, what a Swedish municipality may apply for with it.
pub(crate) fn of_body(view: &View<'_>, body: &Body) -> Option<Beside> {
    let idea = funding::idea_of_body(body, Day(view.today));
    let mut beside = beside(view, &idea, body.country)?;
    if idea.partners.is_some() {
        beside.seen_from = Some(view.t.w("fund-beside-swedish", view.name_of(body)));
    }
    Some(beside)
}

/// For a partnership: what fits the two as they are.
pub(crate) fn of_pair(view: &View<'_>, first: &Body, second: &Body) -> Option<Beside> {
    let idea = funding::idea_of_pair(first, second, Day(view.today));
    let partner = idea
        .partners
        .as_ref()
        .and_then(|partners| partners.first()?.country);
    beside(view, &idea, partner)
}

fn beside(view: &View<'_>, idea: &Idea, country: Option<CountryCode>) -> Option<Beside> {
    let guide = guide()?;
    let teller = teller(view, guide);
    let language = view.t.language.tag();
    let mut answers = guide.assess(idea).programmes;
    // The section is about money: who gives contacts alone stands in the guide.
    answers.retain(|answer| {
        answer.gives == Gives::Money
            && answer.outcome != Outcome::DoesNotFit
            && fitting(answer) > 0
            && !spoken_against(answer, idea)
    });
    // What fits first, then what most speaks for.
    answers.sort_by_key(|answer| (answer.outcome, Reverse(fitting(answer))));
    let programmes = answers
        .iter()
        .take(MOST)
        .filter_map(|answer| {
            let programme = guide.programme(&answer.programme)?;
            let href = view.url(&Page::Programme(answer.programme.to_string()));
            let outcome = teller.outcome(answer.outcome).to_lowercase();
            let said = format!("{outcome}. {}", teller.tally(answer));
            Some((programme.name.get(language).to_owned(), href, said))
        })
        .collect();
    Some(Beside {
        seen_from: None,
        programmes,
        form: form::filled(view, idea),
        law: law(view, country),
        law_href: country
            .filter(|code| *code != CountryCode::SWEDEN)
            .map_or_else(
                || view.url(&Page::Law),
                |code| format!("{}?country={}", view.url(&Page::Law), encode(code.as_str())),
            ),
    })
}

fn fitting(answer: &Answer) -> usize {
    let rules = answer.rules.iter();
    rules.filter(|rule| rule.outcome == Outcome::Fits).count()
}

/// Whether the list of countries that is not established now had none of the partners' when it last was: that tells too little for
/// a no, but enough not to recommend it.
fn spoken_against(answer: &Answer, idea: &Idea) -> bool {
    answer
        .rules
        .iter()
        .filter_map(|rule| rule.earlier.as_ref())
        .any(|earlier| {
            let known = |country: CountryCode| earlier.one_of_countries.contains(&country);
            !earlier.one_of_countries.is_empty()
                && idea.partners.as_ref().is_some_and(|partners| {
                    partners
                        .iter()
                        .all(|partner| partner.country.is_some_and(|country| !known(country)))
                })
        })
}

/// The law in one line: what is known of the country.
fn law(view: &View<'_>, country: Option<CountryCode>) -> String {
    let t = &view.t;
    let Some(country) = country.filter(|code| *code != CountryCode::SWEDEN) else {
        return t.m("fund-law-sweden");
    };
    let name = view.country(country);
    let status = crate::pages::law::LAW
        .as_ref()
        .and_then(|law| law.countries.on(country, Day(view.today)))
        .map(|fact| fact.status);
    let is_eu = view
        .ctx
        .countries
        .get(country)
        .is_some_and(|country| country.eu);
    match status {
        Some(Status::Yes) => t.w("fund-law-yes", name),
        Some(Status::No) if is_eu => t.w("fund-law-eu", name),
        Some(Status::No) => t.w("fund-law-no", name),
        _ => t.w("fund-law-unknown", name),
    }
}
