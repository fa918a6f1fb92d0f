//! What the register makes of bodies, groups, sources and decisions.

#![expect(clippy::too_many_lines, reason = "a table is as long as its rules")]

use std::sync::Arc;

use vanort_domain::bodies::Body;
use vanort_domain::log::{Content, Entry, Switch};
use vanort_domain::register::{AsOf, Register};
use vanort_domain::statements::Statement;
use vanort_domain::vocabulary::{Agreement, Coverage, Event, Evidence, Rule};
use vanort_domain::{BodyId, PairKey};

use crate::build::{body, fold, says, source, statement, values};

fn id(text: &str) -> BodyId {
    text.parse().expect("id")
}

fn merged(old: &str, name: &str, into: &str, year: &str) -> Content {
    let successions = format!("merged {year} {into} verified");
    let fields = [
        ("id", old),
        ("name", name),
        ("country", "FI"),
        ("successions", &successions),
        ("source", "test"),
    ];
    Content::Body(Arc::new(Body::from_values(&values(&fields)).expect("body")))
}

fn same(a: &str, b: &str, withdraws: &str) -> Content {
    let fields = [
        ("a", a),
        ("b", b),
        ("verdict", "same"),
        ("withdraws", withdraws),
    ];
    Content::from_values("decision", &values(&fields)).expect("decision")
}

#[test]
fn a_partnership_with_a_merged_municipality_is_carried_over_to_be_confirmed() {
    let log = [
        body("se-1280", "Malmö", "SE"),
        body("gn-7", "Salo", "FI"),
        merged("fi-252", "Kiikala", "gn-7", "2009"),
        says("subject", "se-1280", "fi-252", &[("said", "2001")]),
    ];
    let register = fold(log.clone());
    let carried = register.partnerships_of(&id("gn-7"));
    assert_eq!(carried.len(), 1);
    assert_eq!(carried[0].carried_over_from, Some(id("fi-252")));
    assert_eq!(
        register.partnerships_of(&id("fi-252"))[0].carried_over_from,
        None,
        "it stays the old body's too"
    );

    let confirmed =
        fold(
            log.into_iter()
                .chain([says("subject", "se-1280", "gn-7", &[("said", "2020")])]),
        );
    let partners = confirmed.partnerships_of(&id("gn-7"));
    assert_eq!(
        partners.len(),
        1,
        "once confirmed with the new body it is its own"
    );
    assert_eq!(partners[0].carried_over_from, None);
}

#[test]
fn bodies_decided_to_be_one_share_their_partnerships_until_the_decision_is_taken_back() {
    let log = vec![
        body("se-1280", "Malmö", "SE"),
        body("vn-abo", "Åbo", "FI"),
        body("gn-1", "Turku", "FI"),
        says("subject", "se-1280", "vn-abo", &[("said", "2012")]),
        says("partner", "se-1280", "gn-1", &[("said", "2015")]),
        same("vn-abo", "gn-1", ""),
    ];
    let register = fold(log.clone());
    assert_eq!(register.partnership_count(), 1);
    let one = register.partnerships().next().expect("one");
    assert_eq!(one.pair.to_string(), "se-1280~gn-1");
    assert_eq!(one.evidence, Evidence::BothSides);
    let old: PairKey = "se-1280~vn-abo".parse().expect("pair");
    assert!(
        register.partnership(&old).is_some(),
        "the old address still finds it"
    );

    let apart = fold(log.into_iter().chain([same("vn-abo", "gn-1", "6")]));
    assert_eq!(apart.partnership_count(), 2);
}

#[test]
fn a_collection_of_sources_can_be_switched_off_and_on() {
    let switch = |on| {
        Content::Switch(Arc::new(Switch {
            collection: "wikidata".into(),
            on,
            reason: Some("test".into()),
        }))
    };
    let log = vec![
        source("wd", "wikidata"),
        source("page", "municipal_pages"),
        says("third", "se-1280", "gn-1", &[("source", "wd")]),
        says("subject", "se-1280", "gn-2", &[]),
        switch(false),
    ];
    let off = fold(log.clone());
    assert_eq!((off.partnership_count(), counted(&off)), (1, (1, 1)));
    let on = fold(log.into_iter().chain([switch(true)]));
    assert_eq!((on.partnership_count(), counted(&on)), (2, (2, 0)));
}

#[test]
fn a_corrected_statement_counts_no_longer() {
    let register = fold([
        says(
            "subject",
            "se-1280",
            "gn-1",
            &[("said", "2020"), ("kind", "vanort")],
        ),
        says(
            "subject",
            "se-1280",
            "gn-2",
            &[("said", "2020"), ("kind", "vanort"), ("corrects", "1")],
        ),
    ]);
    let pairs: Vec<String> = register
        .partnerships()
        .map(|p| p.pair.to_string())
        .collect();
    assert_eq!(pairs, ["se-1280~gn-2"]);
    assert_eq!(counted(&register), (1, 1));
}

/// The statements that count, and those that do not.
fn counted(register: &Register) -> (usize, usize) {
    let figures = register.figures();
    let counts = |(entry, said): &(&Entry, &Arc<Statement>)| register.counts(entry, said);
    assert_eq!(
        figures.statements,
        register.statements().filter(counts).count()
    );
    (figures.statements, figures.statements_not_counting)
}

#[test]
fn coverage_says_who_has_spoken() {
    let alone = |declaration, said| {
        statement(&[
            ("source", "survey"),
            ("speaker", "subject"),
            ("subject", "se-1280"),
            ("about", "body"),
            ("declaration", declaration),
            ("said", said),
        ])
    };
    let table: Vec<(&str, Vec<Content>, Coverage)> = vec![
        ("nobody", vec![], Coverage::NeverAsked),
        (
            "only others",
            vec![says("third", "se-1280", "gn-1", &[])],
            Coverage::OthersOnly,
        ),
        (
            "only the partner",
            vec![says("partner", "se-1280", "gn-1", &[])],
            Coverage::OthersOnly,
        ),
        (
            "others: none",
            vec![statement(&[
                ("source", "survey"),
                ("speaker", "third"),
                ("subject", "se-1280"),
                ("about", "body"),
                ("declaration", "none"),
            ])],
            Coverage::OthersOnly,
        ),
        (
            "itself",
            vec![says("subject", "se-1280", "gn-1", &[])],
            Coverage::OwnPartners,
        ),
        (
            "itself: none",
            vec![alone("none", "2020")],
            Coverage::OwnNone,
        ),
        (
            "itself: not seeking",
            vec![alone("not_seeking", "2020")],
            Coverage::OwnNotSeeking,
        ),
        (
            "none after a list",
            vec![
                says("subject", "se-1280", "gn-1", &[("said", "2012")]),
                alone("none", "2020"),
            ],
            Coverage::OwnNone,
        ),
        (
            "a list after none",
            vec![
                alone("none", "2012"),
                says("subject", "se-1280", "gn-1", &[("said", "2020")]),
            ],
            Coverage::OwnPartners,
        ),
        (
            "a plan of its own is its own word",
            vec![says("subject", "se-1280", "gn-1", &[("event", "planned")])],
            Coverage::OwnPartners,
        ),
    ];
    for (name, contents, expected) in table {
        let register = fold(std::iter::once(body("se-1280", "Malmö", "SE")).chain(contents));
        assert_eq!(
            register.coverage(&id("se-1280")).coverage,
            expected,
            "{name}"
        );
    }
}

#[test]
fn members_of_a_group_come_and_go() {
    let member = |body, fields: &[(&str, &str)]| {
        let mut all = vec![
            ("source", "page"),
            ("speaker", "subject"),
            ("about", "group"),
            ("group", "gr-kedja"),
        ];
        all.push(("subject", body));
        all.extend_from_slice(fields);
        statement(&all)
    };
    let register = fold([
        member("se-1280", &[("since", "1947")]),
        member("se-1480", &[("since", "1947"), ("said", "2001")]),
        member(
            "se-1480",
            &[
                ("event", "left_group"),
                ("effective", "2013"),
                ("said", "2014"),
            ],
        ),
    ]);
    let members: Vec<(String, bool)> = register
        .members(&"gr-kedja".parse().expect("id"))
        .map(|member| (member.body.to_string(), member.left))
        .collect();
    assert_eq!(
        members,
        [("se-1280".to_owned(), false), ("se-1480".to_owned(), true)]
    );
    assert_eq!(
        register.partnership_count(),
        0,
        "a chain is one thing, not pairs"
    );
}

#[test]
fn the_last_decision_on_a_partnership_is_the_one_whose_decider_a_source_names() {
    let register = fold([
        says(
            "subject",
            "se-1280",
            "gn-1",
            &[("since", "1991"), ("decided_by", "kommunfullmäktige")],
        ),
        says(
            "subject",
            "se-1280",
            "gn-1",
            &[
                ("event", "paused"),
                ("activity", "paused"),
                ("effective", "2023-04-17"),
                ("decided_by", "kommunfullmäktige"),
                ("decision_ref", "§ 54/23"),
            ],
        ),
        says(
            "third",
            "se-1280",
            "gn-1",
            &[
                ("event", "paused"),
                ("effective", "2023-04-17"),
                ("decided_by", "kommunfullmäktige"),
            ],
        ),
        says(
            "third",
            "se-1280",
            "gn-1",
            &[
                ("event", "ending_proposed"),
                ("effective", "2024"),
                ("decided_by", "kommunstyrelsen"),
            ],
        ),
    ]);
    let p = register.partnerships().next().expect("one");
    let decided = register.last_decision(p).expect("somebody decided");
    assert_eq!(
        (decided.by, decided.reference, decided.event),
        ("kommunfullmäktige", Some("§ 54/23"), Some(Event::Paused)),
        "a proposal is no decision, and of two words about one the fuller is told"
    );
    let then = register.seen_from(AsOf::end_of(2011).expect("year"));
    let p = then.partnerships().next().expect("it stood then");
    assert_eq!(
        then.last_decision(p),
        None,
        "what was decided later is not known then"
    );
}

#[test]
fn two_like_words_of_which_one_tells_an_event_count_as_it_in_either_order() {
    let own = says(
        "subject",
        "se-1280",
        "gn-1",
        &[("said", "1990"), ("agreement", "in_force")],
    );
    let state = says(
        "third",
        "se-1280",
        "gn-1",
        &[("said", "2020-03"), ("agreement", "lapsed")],
    );
    let fields = [
        ("said", "2020-03"),
        ("agreement", "lapsed"),
        ("event", "lapsed"),
    ];
    let event = says("third", "se-1280", "gn-1", &fields);
    for log in [
        [own.clone(), state.clone(), event.clone()],
        [own.clone(), event, state],
    ] {
        let register = fold(log);
        let p = register.partnerships().next().expect("one");
        assert_eq!(p.agreement.value(), Some(&Agreement::Lapsed));
        assert_eq!(p.agreement.rule(), Rule::News);
    }
}
