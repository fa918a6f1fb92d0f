//! Whose partner rows tell of, where their words name no Swedish body: it is asked, and answered by a person.

use vanort_app::imports::{self, Arrival, Fate, Mapping, Refusal, Unknown};
use vanort_app::local_names::{Tongue, name_in};
use vanort_domain::imports::Withdrawal;

use crate::world::{ATLAS, World, list, rows, run};

#[test]
fn a_slip_in_whose_partner_it_is_is_not_guessed_but_asked_about() {
    let world = World::bundled();
    let plan = world.plan(&list(
        "Kommun;Vänort;Land\nVexjö;Kaunas;Litauen\nAvrika;Turin;Italien\nParis;Turin;Italien\n",
    ));
    let likely: Vec<Option<&str>> = plan
        .rows
        .iter()
        .map(|row| match &row.fate {
            Fate::Refused(Refusal::NotSwedish { likely }) => likely.as_deref(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(likely, [Some("Växjö"), Some("Arvika"), None]);
}

#[test]
fn what_the_editor_says_is_meant_by_a_name_counts_for_every_row_that_has_it() {
    let world = World::bundled();
    let table = "Kommun;Vänort;Land\nVexjö;Kaunas;Litauen\n;Lohja;Finland\nKronstaden;Kolding;Danmark\nvexjö ;Schwerin;Tyskland\n";
    let plan = |meant: &[(&str, &str)]| {
        let mut arrival = list(table);
        let mut mapping = Mapping::recognise(&rows(table), &ATLAS);
        mapping.fill_down = true;
        for (words, body) in meant {
            mapping.set_meant(words, body);
        }
        arrival.claims = mapping.read(&rows(table), &ATLAS);
        let plan = world.plan(&arrival);
        let unknown = mapping.unknown(&plan);
        (plan, unknown)
    };
    let names = |unknown: &[Unknown]| -> Vec<(String, usize, bool)> {
        let names = unknown.iter();
        names
            .map(|of| (of.written.clone(), of.rows, of.is_refused))
            .collect()
    };
    let (_, unknown) = plan(&[]);
    assert_eq!(
        names(&unknown),
        [
            ("Vexjö".to_owned(), 3, true),
            ("Kronstaden".to_owned(), 1, true)
        ]
    );
    assert_eq!(unknown[0].likely.as_deref(), Some("Växjö"));

    let (told, unknown) = plan(&[("VEXJÖ", "Växjö kommun"), ("Kronstaden", "Paris")]);
    let meant: Vec<Option<&str>> = told
        .rows
        .iter()
        .map(|row| row.subject.as_ref().map(|id| id.as_str()))
        .collect();
    assert_eq!(
        meant,
        [Some("se-0780"), Some("se-0780"), None, Some("se-0780")]
    );
    assert_eq!(told.rows[0].subject_written, "Vexjö", "the list's words");
    assert_eq!(
        names(&unknown),
        [
            ("Vexjö".to_owned(), 3, false),
            ("Kronstaden".to_owned(), 1, true)
        ],
        "an answer can be looked at again, and a wrong one is none"
    );

    // The log keeps the answers, and nothing of a person.
    let mut mapping = Mapping::recognise(&rows(table), &ATLAS);
    mapping.set_meant("Vexjö", "ring 070-123 45 67");
    mapping.set_meant("anna@vaxjo.example", "Växjö");
    assert!(mapping.meant.is_empty());
    mapping.set_meant("Vexjö", "Växjö");
    assert!(mapping.is_corrected());
    mapping.set_meant("Vexjö", " ");
    assert!(mapping.meant.is_empty());
}

#[test]
fn an_answer_that_is_corrected_makes_another_statement_and_the_same_one_none() {
    let world = World::bundled();
    let table = "Kommun;Vänort;Land\nKronstaden;Kaunas;Litauen\nMora;Lohja;Finland\n";
    let answered = |body: &str| {
        let mut mapping = Mapping::recognise(&rows(table), &ATLAS);
        mapping.set_meant("Kronstaden", body);
        Arrival {
            claims: mapping.read(&rows(table), &ATLAS),
            ..list(table)
        }
    };
    let subjects = |plan: &imports::Plan| -> Vec<&'static str> {
        plan.rows.iter().map(|row| row.fate.key()).collect()
    };
    let (way, _) = world.take_in(&answered("Avesta"));
    assert_eq!(
        subjects(&world.plan(&answered("Avesta"))),
        ["known", "known"]
    );
    let corrected = world.plan(&answered("Hedemora"));
    assert_eq!(subjects(&corrected), ["new", "known"]);
    let withdrawal = Withdrawal {
        way: way.as_str().into(),
        withdrawn: true,
        reason: None,
    };
    run(world.recorder.withdraw("editor", withdrawal)).expect("recorded");
    let corrected = world.plan(&answered("Hedemora"));
    assert_eq!(subjects(&corrected), ["new", "known_withdrawn"]);
}

#[test]
fn every_name_that_a_page_offers_as_an_answer_is_understood() {
    let world = World::bundled();
    let snapshot = world.recorder.live().snapshot();
    let members = snapshot.register.bodies().filter(|body| body.is_member());
    let unknown: Vec<&str> = members
        .flat_map(|body| [Tongue::Swedish, Tongue::Ukrainian].map(|tongue| name_in(body, tongue)))
        .filter(|name| !imports::is_swedish_body(&ATLAS, name))
        .collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}
