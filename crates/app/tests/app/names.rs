//! What bodies abroad are called: in the register as the table of names has it, in the log as it was recorded.

use vanort_app::Recorder;
use vanort_domain::Seq;
use vanort_domain::log::Content;

use crate::world::{World, run};

fn name_shown(recorder: &Recorder, id: &str) -> String {
    let snapshot = recorder.live().snapshot();
    let body = snapshot.register.body(&id.parse().expect("an identifier"));
    body.expect("a body").name.clone()
}

#[test]
fn the_register_calls_bodies_in_swedish_and_the_log_keeps_what_was_recorded() {
    let world = World::bundled();
    let entries = run(world.recorder.store().entries_after(Seq(0), 10_000)).expect("the log");
    let recorded = |id: &str| {
        let mut bodies = entries.iter().filter_map(|entry| match &entry.content {
            Content::Body(body) if body.id.as_str() == id => Some(body.name.clone()),
            _ => None,
        });
        bodies.next().expect("recorded")
    };
    for (id, as_recorded, as_called) in [
        ("gn-633680", "Turku", "Åbo"),
        ("gn-756135", "Warsaw", "Warszawa"),
        ("gn-2624647", "Aarhus Kommune", "Århus"),
    ] {
        assert_eq!(recorded(id), as_recorded);
        assert_eq!(name_shown(&world.recorder, id), as_called);
    }
}

#[test]
fn a_partner_that_shares_its_name_with_the_district_around_it_is_the_city() {
    let world = World::bundled();
    let snapshot = world.recorder.live().snapshot();
    let register = &snapshot.register;
    for (home, city) in [("se-0780", "gn-598318"), ("se-1080", "gn-598099")] {
        let partners = register.partnerships_of(&home.parse().expect("an identifier"));
        assert!(
            partners.iter().any(|of| of.partner.as_str() == city),
            "{city}"
        );
    }
}
