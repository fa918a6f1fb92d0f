//! Imports of Wikidata's answers: its known faults are told, and items without a name wait for one.

use vanort_app::imports::{self, Arrival, Fate, FindingKind, Refusal};
use vanort_app::review::Doubt;
use vanort_domain::BodyId;

use crate::world::World;

/// A side of a row of an answer of Wikidata.
fn item(name: &str, item: &str, side: &str, country: &str) -> String {
    format!(
        r#""{side}":{{"type":"uri","value":"http://www.wikidata.org/entity/{item}"}},
           "{side}Label":{{"type":"literal","value":"{name}"}},
           "{side}CountryLabel":{{"type":"literal","value":"{country}"}}"#
    )
}

/// An answer of Wikidata as it arrives.
fn answer(rows: &[[String; 2]]) -> Arrival {
    let rows: Vec<String> = rows.iter().map(|[a, b]| format!("{{{a},{b}}}")).collect();
    let answer = format!(
        r#"{{"head":{{"vars":["subject","subjectLabel","subjectCountryLabel","object","objectLabel","objectCountryLabel"]}},"results":{{"bindings":[{}]}}}}"#,
        rows.join(",")
    );
    Arrival {
        title: "Wikidata P190".to_owned(),
        format: "wikidata",
        digest: imports::digest(answer.as_bytes()),
        source: imports::source("wikidata", "Wikidata", None, None, Some("2026-11-23"), None)
            .expect("a source"),
        claims: imports::read_wikidata(answer.as_bytes()).expect("an answer"),
        content: None,
        mapping: None,
        left_out: imports::LeftOut::default(),
        everywhere: false,
    }
}

#[test]
fn wikidatas_known_faults_are_findings() {
    let rows = [
        // A Danish town that an item calls Swedish; stated by one side only.
        [
            item("Kalmar", "Q1", "subject", "Sverige"),
            item("Svendborg", "Q2", "object", "Sverige"),
        ],
        // Stated by both.
        [
            item("Örebro", "Q3", "subject", "Sverige"),
            item("Łódź", "Q4", "object", "Polen"),
        ],
        [
            item("Łódź", "Q4", "subject", "Polen"),
            item("Örebro", "Q3", "object", "Sverige"),
        ],
        // Neither side is Swedish.
        [
            item("Paris", "Q5", "subject", "Frankrike"),
            item("Rom", "Q6", "object", "Italien"),
        ],
        // Neither is this, but one is called so; an item that has no name; one of several towns in the country stated.
        [
            item("Frederikssund", "Q7", "subject", "Sverige"),
            item("Kowary", "Q8", "object", "Polen"),
        ],
        [
            item("Kalmar", "Q1", "subject", "Sverige"),
            item("Q999999999", "Q999999999", "object", ""),
        ],
        [
            item("Kumla", "Q9", "subject", "Sverige"),
            item("Bergen", "Q10", "object", "Tyskland"),
        ],
        // Known by its item, and called Swedish.
        [
            item("Helsingør", "Q21166", "subject", "Sverige"),
            item("Hamburg", "Q1055", "object", "Tyskland"),
        ],
    ];
    let world = World::bundled();
    let plan = world.plan(&answer(&rows));
    let found: Vec<(FindingKind, u64)> = plan
        .findings
        .iter()
        .map(|finding| (finding.kind, finding.line))
        .collect();
    assert!(found.contains(&(FindingKind::OneSided, 1)), "{found:?}");
    for line in [1, 5, 8] {
        let expected = (FindingKind::OtherCountry, line);
        assert!(found.contains(&expected), "{found:?}");
    }
    assert!(
        !found.contains(&(FindingKind::OtherCountry, 7)),
        "{found:?}"
    );
    assert_eq!(plan.rows[4].fate, Fate::Refused(Refusal::NoSwedishSide));
    assert_eq!(plan.rows[5].fate, Fate::Ambiguous { candidates: 0 });
    assert!(
        !found
            .iter()
            .any(|(kind, line)| *kind == FindingKind::OneSided && (2..=5).contains(line)),
        "{found:?}"
    );
    assert_eq!(plan.rows[3].fate, Fate::Refused(Refusal::NoSwedishSide));
}

#[test]
fn an_item_without_a_name_waits_for_one_until_a_later_answer_brings_it() {
    let world = World::bundled();
    let pair = |name: &str| {
        answer(&[[
            item("Kalmar", "Q1", "subject", "Sverige"),
            item(name, "Q999999999", "object", "Island"),
        ]])
    };
    let id: BodyId = "wd-Q999999999".parse().expect("an identifier");
    let waits = || {
        let cases = world.desk().cases().expect("cases");
        cases
            .iter()
            .find(|case| case.body == id)
            .map(|case| case.doubt)
    };
    world.take_in(&pair("Q999999999"));
    assert_eq!(waits(), Some(Doubt::Unknown));
    world.take_in(&pair("Kaupstaður hinn nýi"));
    let snapshot = world.recorder.live().snapshot();
    let body = snapshot.register.body(&id).expect("a body");
    assert_eq!(&*body.name, "Kaupstaður hinn nýi");
    assert_eq!(waits(), None);
}
