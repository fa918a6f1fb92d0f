//! Each programme, rule by rule, as its sources have it.

use vanort_domain::funding::{BodyType, Change, Counts, Currency, Money, Outcome, Round, Why};

use super::{fit, idea, municipality, rule, says};

const FITS: Outcome = Outcome::Fits;
const NO: Outcome = Outcome::DoesNotFit;
const ASK: Outcome = Outcome::CannotTell;

const TT: &str = "cerv-town-twinning";
const NT: &str = "cerv-networks";

#[test]
fn a_norwegian_town_does_not_count_and_the_polish_one_makes_it_fit() {
    let answer = fit(TT, &idea("2026-11-23", &["PL", "NO"]));
    let countries = rule(&answer, "countries");
    assert_eq!(
        (countries.outcome, countries.have.map(|h| h.least)),
        (FITS, Some(2))
    );
    let norway = &countries.counted[2];
    assert_eq!((norway.counts, norway.by_type), (Counts::No, false));
    let entry = norway.entry.as_ref().expect("a word on Norway");
    assert_eq!(entry.confidence, "unconfirmed");
    // What the year's source does not say is not made up.
    assert_eq!(
        (answer.outcome, rule(&answer, "participants").why),
        (ASK, Why::NotEstablished)
    );
    assert_eq!(answer.version, "TT-2026");
    assert!(!answer.version_is_current && answer.calls.next.is_none());
    let last = answer.calls.last.expect("a call that is over");
    assert_eq!(
        last.deadline.map(|day| day.to_string()),
        Some("2026-09-23".into())
    );
}

#[test]
fn with_norway_alone_one_more_municipality_from_the_eu_is_the_nearest_change() {
    let (outcome, change) = says(TT, "countries", &idea("2026-11-23", &["NO"]));
    assert_eq!(outcome, NO);
    assert!(
        matches!(change, Some(Change::AddFromEu { number: 1, .. })),
        "{change:?}"
    );
}

#[test]
fn countries_are_counted_by_the_rules_of_the_year() {
    // programme, day, partners, rule, outcome
    let table: [(&str, &str, &[&str], &str, Outcome); 19] = [
        (TT, "2021-06-01", &["FI"], "countries", FITS),
        (TT, "2021-06-01", &[], "countries", NO),
        (TT, "2024-05-01", &["FI"], "eu-countries", FITS),
        (TT, "2024-05-01", &["XK"], "countries", FITS),
        (TT, "2024-05-01", &["GL"], "eu-countries", FITS),
        // Greenland and Denmark are one country here, New Caledonia another.
        (NT, "2025-02-01", &["GL", "DK", "NO"], "countries", NO),
        (NT, "2025-02-01", &["GL", "NC", "AW"], "countries", FITS),
        (TT, "2024-05-01", &["UA"], "countries", ASK),
        (TT, "2025-05-01", &["SE"], "bodies", FITS),
        (TT, "2025-05-01", &["SE"], "countries", NO),
        (TT, "2022-06-01", &["FI"], "countries", ASK),
        (TT, "2026-08-01", &["GB", "CH", "IS"], "countries", NO),
        (TT, "2026-08-01", &["MD"], "countries", ASK),
        (
            NT,
            "2022-06-01",
            &["FI", "RS", "UA", "NO"],
            "eu-countries",
            NO,
        ),
        (
            NT,
            "2022-06-01",
            &["FI", "PL", "DE", "FR"],
            "countries",
            FITS,
        ),
        (NT, "2025-01-10", &["FI", "XK", "DE"], "countries", FITS),
        (NT, "2025-01-10", &["FI", "PL"], "bodies", NO),
        (NT, "2026-01-10", &["FI", "PL", "NO"], "countries", NO),
        (NT, "2026-01-10", &["FI", "PL", "DE"], "bodies", FITS),
    ];
    for (programme, day, partners, id, outcome) in table {
        assert_eq!(
            says(programme, id, &idea(day, partners)).0,
            outcome,
            "{programme} {day} {partners:?} {id}"
        );
    }
}

#[test]
fn a_network_of_three_needs_as_many_more_as_its_widest_rule() {
    let mut network = idea("2026-01-10", &["NO"]);
    network.months = Some(6);
    let answer = fit(NT, &network);
    assert_eq!(answer.outcome, NO);
    let added = answer.changes.iter().find_map(|change| match change {
        Change::AddFromEu { number, .. } => Some(*number),
        _ => None,
    });
    assert_eq!(added, Some(3), "{:?}", answer.changes);
    assert!(answer.changes.contains(&Change::Months { to: 12 }));
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn numbers_are_held_against_the_bounds_of_2024() {
    let day = "2024-05-01";
    let with = |participants, invited, months, euro: Option<u64>| {
        let mut idea = idea(day, &["PL"]);
        (idea.participants, idea.invited, idea.months) = (participants, invited, months);
        idea.amount = euro.map(|euro| Money {
            cents: euro * 100,
            currency: Currency::Eur,
        });
        idea
    };
    let table = [
        (
            "participants",
            with(Some(49), None, None, None),
            NO,
            Some(Change::Participants { to: 50 }),
        ),
        ("participants", with(Some(50), None, None, None), FITS, None),
        ("participants", with(None, None, None, None), ASK, None),
        ("participants", with(None, Some(50), None, None), FITS, None),
        (
            "invited",
            with(Some(20), None, None, None),
            NO,
            Some(Change::Invited {
                to: 25,
                participants: Some(25),
            }),
        ),
        (
            "invited",
            with(Some(60), Some(24), None, None),
            NO,
            Some(Change::Invited {
                to: 25,
                participants: None,
            }),
        ),
        ("invited", with(Some(60), None, None, None), ASK, None),
        // "Normally 6-12 months": outside is for a person to say.
        ("months", with(None, None, Some(5), None), ASK, None),
        ("months", with(None, None, Some(12), None), FITS, None),
        (
            "amount",
            with(None, None, None, Some(8_454)),
            NO,
            Some(Change::Amount {
                to: 8_455,
                currency: Currency::Eur,
            }),
        ),
        ("amount", with(None, None, None, Some(50_745)), FITS, None),
        (
            "amount",
            with(None, None, None, Some(50_746)),
            NO,
            Some(Change::Amount {
                to: 50_745,
                currency: Currency::Eur,
            }),
        ),
    ];
    for (id, idea, outcome, change) in table {
        assert_eq!(says(TT, id, &idea), (outcome, change), "{id} {idea:?}");
    }
    let mut whole = with(Some(60), Some(30), Some(10), Some(30_000));
    assert_eq!(fit(TT, &whole).outcome, FITS);
    whole.amount = Some(Money {
        cents: 30_000_000,
        currency: Currency::Sek,
    });
    assert_eq!(rule(&fit(TT, &whole), "amount").why, Why::OtherCurrency);
}

#[test]
fn a_meeting_longer_than_a_year_does_not_fit_into_a_project_of_twelve_months() {
    let mut long = idea("2021-06-01", &["FI"]);
    long.days = Some(400);
    assert_eq!(says(TT, "months", &long).0, NO);
    long.days = Some(7);
    assert_eq!(says(TT, "months", &long).0, ASK);
}

#[test]
fn what_a_year_is_silent_on_is_shown_as_an_earlier_year_had_it() {
    let answer = fit(TT, &idea("2026-11-23", &["PL"]));
    let earlier = rule(&answer, "participants")
        .earlier
        .clone()
        .expect("2024 says it");
    assert_eq!(
        (earlier.version.as_str(), earlier.at_least),
        ("TT-2024", Some(50))
    );
}

#[test]
fn earlier_calls_keep_both_days_where_sources_differ() {
    let calls = fit(TT, &idea("2026-11-23", &["PL"])).calls;
    let days: Vec<_> = calls
        .earlier
        .iter()
        .map(|call| (call.deadline, call.deadline_latest))
        .collect();
    let day = |text: &str| Some(text.parse().expect("a day"));
    assert_eq!(days[0], (day("2025-09-16"), day("2025-09-17")));
    assert_eq!(days[1], (day("2024-09-19"), None));
}

#[test]
fn a_norwegian_applicant_is_told_to_let_the_swedish_side_apply() {
    let mut turned = idea("2026-08-01", &["SE"]);
    turned.applicant = municipality("NO");
    let (outcome, change) = says(TT, "applicant-country", &turned);
    let sweden = "SE".parse().expect("a code");
    assert_eq!(
        (outcome, change),
        (NO, Some(Change::PartnerApplies { country: sweden }))
    );
}

#[test]
fn a_person_cannot_apply_and_an_international_organisation_can_since_2026() {
    for (day, kind, outcome) in [
        ("2026-08-01", BodyType::Person, NO),
        ("2026-08-01", BodyType::InternationalOrganisation, FITS),
        ("2024-08-01", BodyType::InternationalOrganisation, NO),
        ("2026-08-01", BodyType::Association, FITS),
    ] {
        let mut idea = idea(day, &["FI"]);
        idea.applicant.kind = Some(kind);
        assert_eq!(says(TT, "applicant", &idea).0, outcome, "{day} {kind:?}");
    }
}

#[test]
fn partner_countries_of_icld_follow_the_period() {
    let table = [
        ("2019-03-01", "CN", FITS),
        ("2019-03-01", "BY", FITS),
        ("2020-03-01", "BY", NO),
        ("2020-03-01", "TR", FITS),
        ("2023-09-01", "BA", FITS),
        // The source of 2023 names further cases that are not established.
        ("2023-09-01", "TR", ASK),
        ("2024-09-01", "BA", NO),
        ("2024-09-01", "RW", FITS),
        ("2026-11-23", "UA", ASK),
    ];
    for (day, country, outcome) in table {
        assert_eq!(
            says("icld", "partners", &idea(day, &[country])).0,
            outcome,
            "{day} {country}"
        );
    }
    assert!(matches!(
        says("icld", "partners", &idea("2024-09-01", &["PL"])).1,
        Some(Change::AddFrom { .. })
    ));
}

#[test]
fn who_may_apply_to_icld_follows_the_period() {
    for (day, kind, outcome) in [
        ("2019-03-01", BodyType::Company, FITS),
        ("2019-03-01", BodyType::JointAuthority, ASK),
        ("2021-03-01", BodyType::JointAuthority, FITS),
        ("2021-03-01", BodyType::Company, NO),
        ("2024-09-01", BodyType::Company, FITS),
        ("2024-09-01", BodyType::School, NO),
    ] {
        let mut idea = idea(day, &["UA"]);
        idea.applicant.kind = Some(kind);
        assert_eq!(
            says("icld", "applicant", &idea).0,
            outcome,
            "{day} {kind:?}"
        );
    }
}

#[test]
fn icld_has_no_money_after_2026_and_says_by_when_to_begin() {
    let mut later = idea("2026-11-23", &["UA"]);
    later.starts = Some("2027-03-01".parse().expect("a day"));
    let (outcome, change) = says("icld", "status", &later);
    let last = "2026-12-31".parse().expect("a day");
    assert_eq!((outcome, change), (NO, Some(Change::Starts { on: last })));
    later.starts = None;
    assert_eq!(says("icld", "status", &later).0, ASK);
    later.day = "2027-01-01".parse().expect("a day");
    assert_eq!(says("icld", "status", &later), (NO, None));
}

#[test]
fn programmes_for_ukraine_want_a_ukrainian_party() {
    for programme in ["cities4cities", "polaris", "wm4u"] {
        let (outcome, change) = says(programme, "bodies", &idea("2026-11-23", &["PL"]));
        assert_eq!(outcome, NO, "{programme}");
        assert!(
            matches!(change, Some(Change::AddFrom { .. })),
            "{programme}"
        );
        assert_eq!(
            says(programme, "bodies", &idea("2026-11-23", &["UA"])).0,
            FITS
        );
    }
    // How Polaris is applied for is not established: never a plain yes.
    assert_eq!(fit("polaris", &idea("2026-11-23", &["UA"])).outcome, ASK);
    // A municipality in Ukraine that asks for itself is one, whoever its partners are.
    let mut of_ukraine = idea("2026-11-23", &["SE"]);
    assert_eq!(fit("polaris", &of_ukraine).outcome, NO);
    of_ukraine.applicant = municipality("UA");
    assert_eq!(fit("polaris", &of_ukraine).outcome, ASK);
    assert_eq!(says("wm4u", "bodies", &of_ukraine).0, FITS);
    assert_eq!(
        fit("bridges-of-trust", &idea("2026-11-23", &["UA"])).outcome,
        NO
    );
}

#[test]
fn sern_takes_swedish_and_italian_members_and_leaves_others_open() {
    for (country, outcome) in [("SE", FITS), ("IT", FITS), ("DE", ASK)] {
        let mut idea = idea("2026-11-23", &[]);
        idea.applicant = municipality(country);
        assert_eq!(fit("sern", &idea).outcome, outcome, "{country}");
    }
    let mut idea = idea("2026-11-23", &[]);
    idea.applicant.kind = Some(BodyType::Company);
    assert_eq!(fit("sern", &idea).outcome, NO);
}

#[test]
fn a_call_is_open_until_the_later_of_two_deadlines_and_closed_the_day_after() {
    for (day, wanted) in [
        ("2025-04-08", Some(Round::Coming)),
        ("2025-04-09", Some(Round::Open)),
        ("2025-09-17", Some(Round::Open)),
    ] {
        let answer = fit(TT, &idea(day, &["FI"]));
        assert_eq!(answer.calls.next.map(|(round, _)| round), wanted, "{day}");
        assert!(answer.version_is_current);
    }
    // On the day after, the next call that is known is the one of 2026, and its rules are the ones that count.
    let after = fit(TT, &idea("2025-09-18", &["FI"]));
    assert_eq!(after.version, "TT-2026");
}
