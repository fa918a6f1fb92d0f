//! The development over time, carried over from one state of the register to the next.

use std::sync::Arc;

use vanort_app::development::Development;
use vanort_app::explore::{Facet, Selection};
use vanort_app::live::Live;
use vanort_app::{Snapshot, bundle};
use vanort_domain::Seq;
use vanort_domain::log::{Content, Entry, Switch};
use vanort_domain::register::{AsOf, Register};
use vanort_testkit::NOW;

use crate::explore::logs;

/// Holds what is carried over to what is counted anew, of all and by country.
fn check(snapshot: &Snapshot) {
    let countries = bundle::countries().expect("bundled data");
    let register = &snapshot.register;
    // Folded anew, so that nothing is kept of any state before.
    let entries = register.entries().cloned().collect();
    let anew = Development::of_all(&Register::fold(entries, AsOf::NOW));
    assert_eq!(*snapshot.development(), anew);
    let explorer = snapshot.explorer(&countries, NOW.day());
    for code in ["FI", "PL", "SE", "DE", "US"] {
        let selection = Selection::default().with(Facet::Country, code);
        let found = explorer.find(register, &selection);
        let found: Vec<_> = found.iter().map(|row| explorer.row(row)).collect();
        let anew = Development::of(register, found.iter().copied());
        let code = code.parse().expect("a country");
        let carried = snapshot.development_with(code, std::iter::empty());
        assert_eq!(carried, anew, "{code}");
    }
}

fn take_in(live: &Live, content: Content) {
    let head = live.snapshot().register.head();
    live.take_in([Entry {
        seq: Seq(head.0 + 1),
        recorded: NOW,
        by: "test".into(),
        content,
    }]);
}

#[test]
fn a_development_that_follows_on_another_is_as_if_counted_anew() {
    for entries in logs() {
        let (early, late) = entries.split_at(entries.len() / 2);
        let live = Live::new(Register::fold(early.to_vec(), AsOf::NOW));
        live.snapshot().development();
        for some in late.chunks(late.len() / 12 + 1) {
            live.take_in(some.iter().cloned());
            check(&live.snapshot());
        }
    }
}

#[test]
fn a_development_follows_when_a_word_is_corrected_a_body_moves_and_a_source_is_switched_off() {
    let [entries, _] = logs();
    let live = Live::new(Register::fold(entries.clone(), AsOf::NOW));
    live.snapshot().development();
    let about_partner = |entry: &&Entry| matches!(&entry.content, Content::Statement(said) if said.to_values().text("partner").is_some());
    let entry = entries.iter().rfind(about_partner).expect("a statement");
    let Content::Statement(said) = &entry.content else {
        unreachable!("it was looked for")
    };
    let mut corrected = said.to_values();
    corrected.set("corrects", entry.seq).set("since", 1903);
    take_in(
        &live,
        Content::from_values("statement", &corrected).expect("a statement"),
    );
    check(&live.snapshot());

    let register = live.snapshot().register.clone();
    let home = register.body(&said.subject.body).expect("a body");
    let mut moved = (**home).clone();
    moved.country = Some("FI".parse().expect("a country"));
    take_in(&live, Content::Body(Arc::new(moved)));
    check(&live.snapshot());

    take_in(
        &live,
        Content::Switch(Arc::new(Switch {
            collection: "elsewhere".into(),
            on: false,
            reason: None,
        })),
    );
    live.snapshot().development();
    let mut source = (**register.source(&said.source).expect("a source")).clone();
    source.collection = "elsewhere".into();
    take_in(&live, Content::Source(Arc::new(source)));
    check(&live.snapshot());
}
