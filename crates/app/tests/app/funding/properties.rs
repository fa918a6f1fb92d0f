//! What holds for every idea.

use proptest::prelude::*;
use vanort_domain::CountryCode;
use vanort_domain::funding::{BodyType, Currency, Day, Idea, Money, Outcome, Party};

use super::guide;

const COUNTRIES: [&str; 14] = [
    "SE", "FI", "PL", "DE", "FR", "NO", "GB", "UA", "XK", "MD", "TZ", "RW", "US", "AX",
];

fn party() -> impl Strategy<Value = Party> {
    let country = prop::sample::select(COUNTRIES.to_vec());
    (
        prop::option::weighted(0.8, prop::sample::select(BodyType::ALL.to_vec())),
        prop::option::weighted(0.8, country),
    )
        .prop_map(|(kind, country)| Party {
            kind,
            country: country.map(|code| code.parse().expect("a code")),
        })
}

fn day() -> impl Strategy<Value = Day> {
    (2016_i32..2029, 1_u8..=12, 1_u8..=28).prop_map(|(year, month, day)| {
        format!("{year}-{month:02}-{day:02}")
            .parse()
            .expect("a day")
    })
}

fn money() -> impl Strategy<Value = Money> {
    (0_u64..20_000_000, prop::bool::ANY).prop_map(|(cents, euro)| Money {
        cents,
        currency: if euro { Currency::Eur } else { Currency::Sek },
    })
}

prop_compose! {
    fn ideas()(
        day in day(), applicant in party(),
        partners in prop::option::of(prop::collection::vec(party(), 0..6)),
        starts in prop::option::of(day()),
        participants in prop::option::of(0_u32..120), invited in prop::option::of(0_u32..60),
        days in prop::option::of(0_u32..500), months in prop::option::of(0_u32..48),
        amount in prop::option::of(money()),
    ) -> Idea {
        // More cannot be invited than take part, and a meeting does not outlast its project: the form says so.
        let invited = invited.map(|n| n.min(participants.unwrap_or(n)));
        let days = days.map(|n| n.min(months.map_or(n, |m| m * 28)));
        Idea { day, applicant, partners, starts, participants, invited, days, months, amount }
    }
}

/// Says what the idea leaves open, in one of the possible ways.
fn complete(idea: &Idea, with: &Idea) -> Idea {
    let fill = |party: &Party, other: &Party| Party {
        kind: party.kind.or(other.kind).or(Some(BodyType::Municipality)),
        country: party
            .country
            .or(other.country)
            .or("FI".parse::<CountryCode>().ok()),
    };
    let mut whole = idea.clone();
    whole.applicant = fill(&idea.applicant, &with.applicant);
    let partners = idea.partners.as_ref().or(with.partners.as_ref());
    whole.partners = Some(
        partners
            .into_iter()
            .flatten()
            .map(|p| fill(p, &with.applicant))
            .collect(),
    );
    // What begins has not begun before the day of the question, unless that was said.
    whole.starts = idea
        .starts
        .or(with.starts.filter(|starts| idea.day <= *starts))
        .or(Some(idea.day));
    whole.participants = idea.participants.or(Some(
        with.participants
            .unwrap_or(70)
            .max(idea.invited.unwrap_or(0)),
    ));
    let most = whole.participants.unwrap_or(0);
    whole.invited = idea.invited.or(Some(with.invited.unwrap_or(30).min(most)));
    whole.months = idea.months.or(Some(
        with.months
            .unwrap_or(9)
            .max(idea.days.unwrap_or(0).div_ceil(28)),
    ));
    whole.days = idea.days.or(Some(0));
    whole.amount = idea.amount.or(with.amount).or(Some(Money {
        cents: 3_000_000,
        currency: Currency::Eur,
    }));
    whole
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_idea_has_an_answer_from_every_programme_and_for_every_rule(idea in ideas()) {
        let assessment = guide().assess(&idea);
        prop_assert_eq!(assessment.programmes.len(), guide().files().programmes.len());
        for answer in &assessment.programmes {
            prop_assert!(!answer.rules.is_empty());
            let strictest = answer.rules.iter().map(|rule| rule.outcome).max();
            prop_assert_eq!(Some(answer.outcome), strictest);
        }
    }

    #[test]
    fn the_nearest_change_makes_its_rule_fit(idea in ideas()) {
        for answer in guide().assess(&idea).programmes {
            for rule in &answer.rules {
                let Some(change) = &rule.change else { continue };
                prop_assert_eq!(rule.outcome, Outcome::DoesNotFit);
                let programme = guide().programme(&answer.programme).expect("known");
                let after = guide().fit(programme, &change.apply(&idea)).expect("rules");
                let same = after.rules.iter().find(|r| r.rule == rule.rule).expect("the rule");
                prop_assert_eq!(same.outcome, Outcome::Fits, "{:?} by {:?}", rule, change);
            }
        }
    }

    #[test]
    fn all_changes_of_a_programme_together_leave_nothing_that_speaks_against_it(idea in ideas()) {
        for answer in guide().assess(&idea).programmes.iter().filter(|answer| !answer.changes.is_empty()) {
            let changed = answer.changes.iter().fold(idea.clone(), |idea, change| change.apply(&idea));
            let programme = guide().programme(&answer.programme).expect("known");
            let after = guide().fit(programme, &changed).expect("rules");
            prop_assert_ne!(after.outcome, Outcome::DoesNotFit);
        }
    }

    #[test]
    fn what_does_not_fit_while_answers_are_missing_fits_with_no_answer(idea in ideas(), with in ideas()) {
        let whole = complete(&idea, &with);
        for (answer, after) in guide().assess(&idea).programmes.iter().filter_map(|answer| {
            let programme = guide().programme(&answer.programme)?;
            Some((answer, guide().fit(programme, &whole)?))
        }) {
            for rule in answer.rules.iter().filter(|rule| rule.outcome == Outcome::DoesNotFit) {
                let same = after.rules.iter().find(|r| r.rule == rule.rule).expect("the rule");
                prop_assert_eq!(same.outcome, Outcome::DoesNotFit, "{:?} then {:?}", rule, same);
            }
            for rule in answer.rules.iter().filter(|rule| rule.outcome == Outcome::Fits) {
                let same = after.rules.iter().find(|r| r.rule == rule.rule).expect("the rule");
                prop_assert_eq!(same.outcome, Outcome::Fits, "{:?} then {:?}", rule, same);
            }
        }
    }
}
