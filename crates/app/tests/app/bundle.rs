//! What comes with the program and meets a register that an earlier version has filled.

use std::sync::Arc;

use vanort_app::bundle;
use vanort_app::intake::{Prepared, PreparedEntry};
use vanort_domain::BodyId;
use vanort_domain::bodies::Body;
use vanort_domain::log::Content;
use vanort_domain::values::Values;
use vanort_domain::vocabulary::Role;

use crate::world::{World, run};

/// A district of Russia that nothing bundled names, as earlier versions recorded those.
const DISTRICT: &str = "gn-492095";

#[test]
fn a_district_that_was_recorded_without_its_level_gets_it_and_only_once() {
    let world = World::bundled();
    let register = || world.recorder.live().snapshot().register.clone();
    let id: BodyId = DISTRICT.parse().expect("an identifier");
    assert!(register().body(&id).is_none());
    let before = register().head().0;
    let values = [
        ("id", DISTRICT),
        ("name", "Slavyansky rayon"),
        ("country", "RU"),
        ("source", "GeoNames"),
    ];
    let earlier = Body::from_values(&Values::from_iter(values)).expect("a body");
    let recorded = Prepared {
        entries: vec![PreparedEntry::of(Content::Body(Arc::new(earlier)))],
        set_aside: Vec::new(),
    };
    run(world.recorder.record("import-1", recorded)).expect("recorded");
    assert!(register().body(&id).expect("the body").roles.is_empty());

    for _ in 0..2 {
        run(world.recorder.set_setting("bundle", "an earlier one")).expect("set");
        run(bundle::load(&world.recorder, |_| {})).expect("the bundle");
    }
    assert!(
        register()
            .body(&id)
            .expect("the body")
            .has_role(Role::District)
    );
    assert_eq!(
        register().head().0,
        before + 2,
        "told once more, and then known"
    );
}

#[test]
fn a_municipality_is_a_hromada_in_every_ukrainian_text_of_the_tables() {
    for path in ["notes.csv", "country_figures.csv", "survey_series.csv"] {
        let data = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data");
        let table = std::fs::read_to_string(format!("{data}/{path}")).expect(path);
        let text = table.to_lowercase();
        assert!(text.contains("громад"), "{path}");
        let other = text.find("муніципалітет");
        assert_eq!(other.map(|at| &text[at..]), None, "{path}");
    }
}

#[test]
fn the_atlas_is_read_once_as_long_as_somebody_has_it() {
    let known = &*crate::world::ATLAS;
    let asked = bundle::atlas().expect("the bundled tables");
    assert!(Arc::ptr_eq(known, &asked));
}
