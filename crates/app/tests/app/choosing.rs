//! Another body than those proposed for a case: what may be meant while somebody writes.

use vanort_app::review::{self, Say};
use vanort_app::{Countries, bundle};
use vanort_domain::BodyId;

use crate::world::{ATLAS, World, list, run};

struct Asked {
    world: World,
    case: BodyId,
    countries: Countries,
}

impl Asked {
    /// With a case of these words.
    fn of(words: &str, country: &str) -> Self {
        let world = World::bundled();
        world.take_in(&list(&format!(
            "Kommun,Vänort,Land\nÖrebro,{words},{country}\n"
        )));
        let snapshot = world.recorder.live().snapshot();
        let mut bodies = snapshot.register.bodies();
        let case = bodies.find(|body| body.name == words).expect("a case");
        let case = case.id.clone();
        drop(bodies);
        drop(snapshot);
        Self {
            world,
            case,
            countries: bundle::countries().expect("the bundled table"),
        }
    }

    fn choices(&self, written: &str) -> Vec<(String, String)> {
        let snapshot = self.world.recorder.live().snapshot();
        let found = review::choices(&snapshot, &self.countries, &ATLAS, &self.case, written);
        found
            .into_iter()
            .map(|choice| {
                let body = choice.candidate.body;
                let country = body.country.map(|code| code.to_string());
                (body.id.to_string(), country.unwrap_or_default())
            })
            .collect()
    }
}

#[test]
fn what_is_being_written_finds_bodies_and_places_those_in_the_cases_country_first() {
    let asked = Asked::of("Xyzzyville", "Finland");
    // A party, under the name that the page shows and under another, and with a slip.
    for written in ["Åb", "Åbo", "Turku", "turk", "Tukru"] {
        let found = asked.choices(written);
        let is_turku = |(id, _): &(String, String)| id == "gn-633680";
        assert!(found.iter().any(is_turku), "{written}: {found:?}");
        assert!(found.len() <= review::MOST_CHOICES);
        let countries: Vec<bool> = found.iter().map(|(_, code)| code == "FI").collect();
        assert!(countries.is_sorted_by(|a, b| a >= b), "{found:?}");
    }
    // A place that no source has named yet.
    let found = asked.choices("Kuhmoi");
    let snapshot = asked.world.recorder.live().snapshot();
    let (id, country) = found.first().expect("Kuhmoinen");
    assert!(
        snapshot
            .register
            .body(&id.parse().expect("an identifier"))
            .is_none()
    );
    assert_eq!(country, "FI");
    for written in ["", " ", "x", "Zzyxzzyx", &"a".repeat(10_000)] {
        assert_eq!(asked.choices(written), [], "{written}");
    }
}

#[test]
fn what_a_case_cannot_be_is_not_offered_and_not_taken() {
    let asked = Asked::of("Xyzzyville", "Finland");
    let desk = asked.world.desk();
    let other = |written: &str| desk.other(&asked.case, written).expect("an atlas");
    let offers = |written: &str, id: &str| {
        let found = asked.choices(written);
        found.iter().any(|(found, _)| found == id)
    };
    assert!(!offers("Xyzzyville", asked.case.as_str()), "itself");
    assert!(!offers("Örebro", "se-1880"), "whose partner it is");
    assert_eq!(other("se-1880"), None);
    assert!(offers("Turku", "gn-633680"));
    let turku = other("Åbo, Finland (gn-633680)").expect("by what a suggestion fills in");
    assert_eq!(turku.as_str(), "gn-633680");
    run(desk.say(&asked.case, &Say::Different(turku), None)).expect("recorded");
    assert!(
        !offers("Turku", "gn-633680"),
        "it has been said that it is not"
    );
    assert_eq!(other("Turku (gn-633680)"), None);
}

#[test]
fn of_two_bodies_of_one_name_none_is_meant_for_sure_and_both_are_offered() {
    let asked = Asked::of("Xyzzyville", "USA");
    // That somebody has one already does not tell that it is meant here.
    let springfield = list("Kommun,Vänort,Land\nMora,Springfield,USA\n");
    asked.world.take_in(&springfield);
    let desk = asked.world.desk();
    assert_eq!(
        desk.other(&asked.case, "Springfield").expect("an atlas"),
        None
    );
    let found = asked.choices("Springfield");
    assert!(
        found.len() > 3 && found.iter().take(4).all(|(_, code)| code == "US"),
        "{found:?}"
    );
}
