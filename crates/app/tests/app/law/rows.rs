//! Every row of the decision table, answered yes, no or by a person as its conditions vary.

use vanort_domain::law::Outcome::{self, Allowed, Judge, NotAllowed};

use super::{BOTH, CHECK, DEAL, assess, case, expect};

#[test]
fn d0_a_body_without_a_decision_of_the_assembly_has_none_of_these_powers() {
    for actor in [
        "municipal company",
        "municipal foundation",
        "municipal association",
        "kommunalförbund",
    ] {
        let answers = [
            ("actor", actor),
            ("form", "equipment"),
            ("surplus", "yes"),
            ("stateAidCountry", "yes"),
        ];
        let with = |delegated| [&answers[..], &[("delegated", delegated)]].concat();
        expect(&with("no"), NotAllowed, &["D0"], &[]);
        let allowed = expect(&with("yes"), Allowed, &["D5"], &[]);
        assert!(
            allowed
                .grounds
                .iter()
                .any(|ground| ground.starts_with("KL ")),
            "{actor}: {:?}",
            allowed.grounds
        );
        let unknown = assess(&case(&with("unknown")));
        assert_eq!(unknown.outcome, Judge, "{actor}");
        assert_eq!(unknown.settles[0].input, "delegated");
    }
    expect(
        &[("actor", "other"), ("form", "sold service")],
        NotAllowed,
        &["D0"],
        &[],
    );
}

#[test]
fn d0_an_unknown_decision_does_not_matter_where_every_answer_is_no() {
    let answers = [
        ("actor", "municipal company"),
        ("form", "goods for sale"),
        ("tiedToService", "no"),
    ];
    assert_eq!(assess(&case(&answers)).outcome, NotAllowed);
}

#[test]
fn d1_exchange_of_benefit_to_the_own_area_is_allowed_and_the_rest_is_judged() {
    let plain = expect(
        &[("form", "exchange")],
        Allowed,
        &["D1"],
        &["general_rules"],
    );
    assert_eq!(plain.grounds, ["KL 2:1", "KL 2:2"]);
    assert_eq!(plain.assumed.len(), 2, "{:?}", plain.assumed);
    for kind in ["gift", "hospitality", "distress", "foreign_policy"] {
        let judged = expect(
            &[("form", "exchange"), ("exchangeKind", kind)],
            Judge,
            &["D1"],
            &[],
        );
        assert_eq!(judged.parts[0].judge.len(), 1);
    }
    expect(
        &[("form", "exchange"), ("mutualBenefit", "no")],
        Judge,
        &["D1"],
        &[],
    );
    expect(&[("form", "exchange (gift)")], Judge, &["D1"], &[]);
}

#[test]
fn d1_rests_on_the_older_local_government_act_before_2018() {
    for (day, grounds) in [
        ("2017-12-31", &["KL 1991"][..]),
        ("2018-01-01", &["KL 2:1", "KL 2:2"]),
    ] {
        assert_eq!(
            assess(&case(&[("form", "exchange"), ("decision_date", day)])).grounds,
            grounds,
            "{day}"
        );
    }
}

#[test]
fn d2_own_know_how_may_be_sold_on_businesslike_terms() {
    expect(&[("form", "sold service")], Allowed, &["D2"], DEAL);
}

#[test]
fn d3_goods_may_be_sold_with_the_service() {
    expect(
        &[("form", "goods for sale"), ("tiedToService", "yes")],
        Allowed,
        &["D3"],
        DEAL,
    );
}

#[test]
fn d4_goods_may_not_be_sold_on_their_own() {
    expect(
        &[("form", "goods for sale"), ("tiedToService", "no")],
        NotAllowed,
        &["D4"],
        &[],
    );
    assert_eq!(assess(&case(&[("form", "goods for sale")])).outcome, Judge);
}

#[test]
fn d5_surplus_equipment_may_be_given_to_a_recipient_country_without_duties() {
    let answer = expect(
        &[
            ("form", "equipment"),
            ("surplus", "yes"),
            ("stateAidCountry", "yes"),
        ],
        Allowed,
        &["D5"],
        &[],
    );
    assert_eq!(answer.grounds, ["5:4", "5:8", "5:9"]);
    assert!(answer.flags.is_empty() && answer.faults.is_empty() && answer.settles.is_empty());
}

#[test]
fn d6_other_equipment_is_allowed_from_own_stock_and_judged_when_bought() {
    let answers = [
        ("form", "equipment"),
        ("surplus", "no"),
        ("stateAidCountry", "yes"),
    ];
    let with = |bought| [&answers[..], &[("boughtToGive", bought)]].concat();
    expect(&with("no"), Allowed, &["D6"], BOTH);
    for bought in ["yes", "unknown"] {
        let judged = expect(&with(bought), Judge, &["D6"], BOTH);
        assert_eq!(
            judged.parts[0].judge.len(),
            1,
            "the two sides of the question"
        );
        assert_eq!(judged.flags, ["own_stock_not_demanded"]);
    }
}

#[test]
fn d7_advice_training_and_other_help_to_a_recipient_country_is_allowed_with_both_duties() {
    for form in ["advice", "training", "other non-money"] {
        expect(
            &[("form", form), ("stateAidCountry", "yes")],
            Allowed,
            &["D7"],
            BOTH,
        );
    }
}

#[test]
fn d8_money_to_carry_out_training_or_advice_is_allowed_in_a_recipient_country() {
    let answers = [
        ("form", "money"),
        ("purposeOfMoney", "carry out training or advice"),
        ("stateAidCountry", "yes"),
    ];
    expect(&answers, Allowed, &["D8"], BOTH);
}

#[test]
fn d9_money_for_any_other_purpose_is_allowed_to_no_country() {
    for country in ["yes", "no", "unknown"] {
        expect(
            &[
                ("form", "money"),
                ("purposeOfMoney", "other"),
                ("stateAidCountry", country),
            ],
            NotAllowed,
            &["D9"],
            &[],
        );
    }
}

#[test]
fn d9_money_to_an_organisation_labelled_training_is_for_a_person_to_judge() {
    let answers = [
        ("form", "money"),
        ("purposeOfMoney", "training"),
        ("stateAidCountry", "yes"),
        ("channel", "international relief organisation"),
        ("emergency", "present"),
    ];
    expect(&answers, Judge, &["D8", "D9", "D15"], BOTH);
}

#[test]
fn d10_surplus_equipment_may_go_to_any_other_country_without_catastrophe_or_permit() {
    for emergency in ["none", "present"] {
        let answers = [
            ("form", "equipment"),
            ("surplus", "yes"),
            ("stateAidCountry", "no"),
            ("emergency", emergency),
        ];
        let answer = expect(&answers, Allowed, &["D10"], &[]);
        assert_eq!(answer.grounds, ["5:5", "5:8", "5:9"]);
    }
}

#[test]
fn d11_other_help_is_allowed_within_a_permit_and_needs_no_notice() {
    for form in ["advice", "training", "other non-money"] {
        expect(
            &[
                ("form", form),
                ("stateAidCountry", "no"),
                ("govPermit", "yes"),
            ],
            Allowed,
            &["D11"],
            CHECK,
        );
    }
    let equipment = [
        ("form", "equipment"),
        ("surplus", "no"),
        ("stateAidCountry", "no"),
        ("govPermit", "yes"),
    ];
    expect(&equipment, Allowed, &["D11"], CHECK);
}

#[test]
fn d12_without_a_permit_other_help_is_not_allowed_and_the_way_is_the_government() {
    for form in ["advice", "training", "other non-money"] {
        let answer = expect(
            &[
                ("form", form),
                ("stateAidCountry", "no"),
                ("govPermit", "no"),
            ],
            NotAllowed,
            &["D12"],
            &[],
        );
        assert_eq!(answer.ways_forward, ["government_permit"]);
    }
    let equipment = [
        ("form", "equipment"),
        ("surplus", "no"),
        ("stateAidCountry", "no"),
        ("govPermit", "no"),
    ];
    expect(&equipment, NotAllowed, &["D12"], &[]);
}

#[test]
fn d13_money_for_training_elsewhere_follows_the_permit() {
    let answers = [
        ("form", "money"),
        ("purposeOfMoney", "training"),
        ("stateAidCountry", "no"),
    ];
    let with = |permit| [&answers[..], &[("govPermit", permit)]].concat();
    expect(&with("yes"), Allowed, &["D13"], CHECK);
    expect(&with("no"), NotAllowed, &["D13"], &[]);
    assert_eq!(assess(&case(&with("unknown"))).outcome, Judge);
}

/// Answers on the equipment, the outcome, the rows and the duties.
type Carried = (
    &'static [(&'static str, &'static str)],
    Outcome,
    &'static [&'static str],
    &'static [&'static str],
);

#[test]
fn d14_transport_follows_the_equipment_it_carries() {
    let table: [Carried; 5] = [
        (
            &[("surplus", "yes"), ("stateAidCountry", "yes")],
            Allowed,
            &["D5", "D14"],
            &[],
        ),
        (
            &[("surplus", "yes"), ("stateAidCountry", "no")],
            Allowed,
            &["D10", "D14"],
            &[],
        ),
        (
            &[
                ("surplus", "no"),
                ("boughtToGive", "no"),
                ("stateAidCountry", "yes"),
            ],
            Allowed,
            &["D6", "D14"],
            BOTH,
        ),
        (
            &[
                ("surplus", "no"),
                ("stateAidCountry", "no"),
                ("govPermit", "yes"),
            ],
            Allowed,
            &["D11", "D14"],
            CHECK,
        ),
        (
            &[
                ("surplus", "no"),
                ("stateAidCountry", "no"),
                ("govPermit", "no"),
            ],
            NotAllowed,
            &["D12", "D14"],
            &[],
        ),
    ];
    for (answers, outcome, rows, duties) in table {
        let both = [answers, &[("form", "equipment plus transport")]].concat();
        expect(&both, outcome, rows, duties);
        let alone = assess(&case(
            &[answers, &[("form", "transport or making ready")]].concat(),
        ));
        assert_eq!(
            (alone.outcome, alone.parts.len()),
            (outcome, 1),
            "transport alone, {answers:?}"
        );
        assert_eq!(alone.duties, duties);
        assert_eq!(alone.parts[0].row.as_deref(), Some("D14"));
    }
}

#[test]
fn d15_an_organisation_in_an_emergency_keeps_the_limits_of_the_row() {
    for emergency in ["present", "future", "aftermath"] {
        let with = |answers: &[(&'static str, &'static str)]| {
            [
                answers,
                &[("channel", "relief organisation"), ("emergency", emergency)],
            ]
            .concat()
        };
        let surplus = with(&[
            ("form", "equipment"),
            ("surplus", "yes"),
            ("stateAidCountry", "yes"),
        ]);
        let answer = expect(&surplus, Allowed, &["D5", "D15"], &[]);
        assert_eq!(
            answer.flags,
            ["which_organisation", "notice_through_organisation"]
        );
        expect(
            &with(&[("form", "training"), ("stateAidCountry", "yes")]),
            Allowed,
            &["D7", "D15"],
            BOTH,
        );
        let advice = with(&[
            ("form", "advice"),
            ("stateAidCountry", "no"),
            ("govPermit", "no"),
        ]);
        expect(&advice, NotAllowed, &["D12", "D15"], &[]);
    }
}

#[test]
fn d16_an_organisation_without_an_emergency_is_for_a_person_to_judge() {
    let organisation = [("channel", "relief organisation"), ("emergency", "none")];
    let surplus = [
        ("form", "equipment"),
        ("surplus", "yes"),
        ("stateAidCountry", "yes"),
    ];
    expect(
        &[&surplus[..], &organisation].concat(),
        Judge,
        &["D5", "D16"],
        &[],
    );
    let money = [
        ("form", "money"),
        ("purposeOfMoney", "other"),
        ("stateAidCountry", "yes"),
    ];
    let organisation = [&money[..], &organisation].concat();
    let answer = expect(&organisation, NotAllowed, &["D9", "D16"], &[]);
    let judge = &answer.parts[0].judge;
    assert!(
        judge.is_empty(),
        "what is not allowed leaves nothing to judge"
    );
}

#[test]
fn d17_projects_in_eu_programmes_may_be_co_financed() {
    let answer = expect(&[("form", "EU co-financing")], Allowed, &["D17"], &[]);
    assert_eq!(answer.grounds, ["2:3", "1:2"]);
}

#[test]
fn d18_students_with_swedish_development_aid_may_be_supported() {
    expect(&[("form", "student support")], Allowed, &["D18"], &[]);
}

#[test]
fn d19_an_unknown_country_stops_all_help_but_surplus_equipment() {
    for form in ["advice", "training", "other non-money"] {
        let answer = expect(
            &[
                ("form", form),
                ("stateAidCountry", "unknown"),
                ("govPermit", "no"),
            ],
            Judge,
            &["D19"],
            &[],
        );
        assert_eq!(answer.settles[0].input, "stateAidCountry");
        assert_eq!(answer.ways_forward, ["ask_sida"]);
        let outcomes: Vec<_> = answer.settles[0]
            .branches
            .iter()
            .map(|branch| branch.outcome)
            .collect();
        assert_eq!(outcomes, [Allowed, NotAllowed]);
    }
    expect(
        &[
            ("form", "equipment"),
            ("surplus", "no"),
            ("boughtToGive", "no"),
        ],
        Judge,
        &["D19"],
        &[],
    );
    expect(
        &[("form", "money"), ("purposeOfMoney", "training")],
        Judge,
        &["D19"],
        &[],
    );
    expect(
        &[("form", "equipment"), ("surplus", "yes")],
        Allowed,
        &["D5", "D10"],
        &[],
    );
}

#[test]
fn an_unknown_answer_that_changes_only_the_duties_keeps_the_stricter_ones() {
    let answers = [
        ("form", "equipment"),
        ("boughtToGive", "no"),
        ("stateAidCountry", "yes"),
    ];
    let answer = expect(&answers, Allowed, &["D5", "D6"], BOTH);
    assert_eq!(answer.settles[0].input, "surplus");
}

#[test]
fn what_only_one_possibility_says_is_not_said_of_a_case_of_which_it_is_unknown() {
    let answers = [("form", "equipment"), ("surplus", "yes")];
    let answer = |aid: Option<&str>| {
        let aid = aid.map(|aid| ("stateAidCountry", aid));
        let answers: Vec<_> = answers.into_iter().chain(aid).collect();
        assess(&case(&answers))
    };
    let why = |aid: Option<&str>| -> Vec<String> {
        let parts = answer(aid).parts;
        parts[0].why.iter().map(|why| why.sv.to_string()).collect()
    };
    let said = "Landet får svenskt statligt bistånd";
    assert!(why(Some("yes")).iter().any(|why| why.starts_with(said)));
    assert_eq!(answer(None).outcome, Outcome::Allowed);
    let unknown = why(None);
    assert!(
        !unknown.iter().any(|why| why.starts_with(said)),
        "{unknown:?}"
    );
    for title in ["till ett biståndsland: ", "till andra länder: "] {
        assert!(unknown.iter().any(|why| why.contains(title)), "{unknown:?}");
    }
}
