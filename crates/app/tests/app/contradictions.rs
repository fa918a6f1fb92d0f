//! What a row would change, from what to what, and rows that contradict each other.

use vanort_app::imports::{Change, Contradiction, Fate, FindingKind, Plan, Value};

use crate::world::{World, list};

fn changes(plan: &Plan, row: usize) -> Vec<Change> {
    match &plan.rows[row].fate {
        Fate::Changes { changes } => changes.clone(),
        other => panic!("{other:?}"),
    }
}

fn contradictions(plan: &Plan) -> Vec<Contradiction> {
    let found = plan.findings.iter();
    let found = found.filter(|found| found.kind == FindingKind::Contradiction);
    found
        .filter_map(|found| found.contradiction.clone())
        .collect()
}

fn date(text: &str) -> Value {
    Value::Date(text.parse().expect("a date"))
}

#[test]
fn a_row_tells_from_what_to_what_it_would_change_a_partnership() {
    let world = World::bundled();
    world.take_in(&list(
        "Kommun,Vänort,Land,Form,Sedan\nEksjö,Xyzzyville,Finland,Vänort,1985\n",
    ));
    let table = "Kommun,Vänort,Land,Form,Sedan,Status,Datum\nEksjö,Xyzzyville,Finland,Annat,1990,vilande,2019\n";
    let plan = world.plan(&list(table));
    let row = plan.rows.first().expect("a row");
    assert_eq!(row.fate.key(), "ambiguous", "nobody has said what it is");
    world.take_in(&list(
        "Kommun,Vänort,Land,Form,Sedan\nEksjö,Åbo,Finland,Vänort,1985\n",
    ));
    let plan = world.plan(&list(&table.replace("Xyzzyville", "Åbo")));
    let word = |list, key| vec![Value::Word(list, key)];
    let expected = [
        ("kind", word("kind", "vanort"), word("kind", "other")),
        ("activity", vec![], word("activity", "dormant")),
        ("since", vec![date("1985")], vec![date("1990")]),
    ];
    let expected = expected.map(|(field, from, to)| Change { field, from, to });
    assert_eq!(changes(&plan, 0), expected);
    let data = serde_json::to_value(&plan.rows[0]).expect("data");
    assert_eq!(data["fate"], "changes");
    assert_eq!(
        data["changes"][2],
        serde_json::json!({ "field": "since", "from": ["1985"], "to": ["1990"] })
    );
}

#[test]
fn rows_of_one_list_that_contradict_each_other_are_told_with_what_would_hold() {
    let world = World::bundled();
    let table = "\
Kommun,Vänort,Land,Sedan,Status
Eksjö,Åbo,Finland,1985,
Eksjö,Turku,Finland,1990,
Eksjö,Åbo,Finland,1980-talet,vilande
Mora,Molde,Norge,1960,
Mora,Molde,Norge,1960,aktiv
";
    let arrival = list(table);
    let plan = world.plan(&arrival);
    let found = contradictions(&plan);
    assert_eq!(found.len(), 1, "{found:?}");
    let Contradiction {
        field,
        said,
        shown,
        holds,
        by_order,
    } = &found[0];
    assert_eq!(*field, "since");
    let said: Vec<(u64, Value)> = said.iter().map(|s| (s.line, s.value.clone())).collect();
    // The decade agrees with one of the years and not with the other.
    assert_eq!(
        said,
        [(2, date("1985")), (3, date("1990")), (4, date("198X"))]
    );
    assert_eq!(
        (shown.as_slice(), *holds, *by_order),
        (&[date("1990")][..], Some(3), true)
    );
    // What the plan says comes true.
    world.take_in(&arrival);
    let snapshot = world.recorder.live().snapshot();
    let pair = "se-0686~gn-633680".parse().expect("a pair");
    let partnership = snapshot.register.partnership(&pair).expect("it");
    assert_eq!(
        partnership
            .since
            .value()
            .map(|since| since.0.to_string())
            .as_deref(),
        Some("1990")
    );
    assert_eq!(
        contradictions(&world.plan(&arrival)),
        found,
        "nor is it forgotten when all is known"
    );
}

#[test]
fn a_contradiction_names_the_partner_it_is_about_where_a_line_tells_of_several() {
    let table = "\
Kommun,Vänort 1,Land 1,Sedan 1,Vänort 2,Land 2,Sedan 2
Eksjö,Molde,Norge,1960,Åbo,Finland,1985
Eksjö,Åbo,Finland,1990,,,
";
    let plan = World::bundled().plan(&list(table));
    let found = plan.findings.iter();
    let mut found = found.filter(|found| found.kind == FindingKind::Contradiction);
    let told = found.next().map(|found| (found.line, found.words.as_str()));
    assert_eq!(told, Some((2, "Eksjö – Åbo")));
    assert!(found.next().is_none());
}

#[test]
fn what_holds_of_two_rows_may_be_anothers_word_and_a_course_of_events_is_no_contradiction() {
    let world = World::bundled();
    world.take_in(&list(
        "Kommun,Vänort,Land,Sedan,Datum\nEksjö,Åbo,Finland,1970,2020\n",
    ));
    let table = "\
Kommun,Vänort,Land,Sedan,Status,Datum
Eksjö,Åbo,Finland,1985,,
Eksjö,Åbo,Finland,1990,,
Mora,Molde,Norge,,aktiv,2010
Mora,Molde,Norge,,vilande,2015
Lund,León,Nicaragua,,Pausat 2012,
Lund,León,Nicaragua,,Avslutat 2016,
";
    let found = contradictions(&world.plan(&list(table)));
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!((found[0].holds, found[0].by_order), (None, false));
    assert_eq!(found[0].shown, [date("1970")]);
}
