//! The development over time, carried over from one state of the register to the next.

use std::sync::Arc;

use vanort_app::development::{Development, LeftOut, left_out};
use vanort_app::explore::{Facet, Selection};
use vanort_app::live::Live;
use vanort_app::{Snapshot, bundle};
use vanort_domain::Seq;
use vanort_domain::log::{Content, Entry, Switch};
use vanort_domain::register::{AsOf, Register};
use vanort_testkit::{NOW, body, source, statement};

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
fn a_municipality_that_is_in_no_year_or_not_in_the_last_is_left_out_for_a_reason() {
    let town = |number: u32| {
        let (id, name) = (format!("se-000{number}"), format!("Kommun {number}"));
        let more = [("country", "SE"), ("roles", "municipality")];
        body(&id, &name, &[&more[..], &[("scb_code", &id[3..])]].concat())
    };
    let contents = [
        town(1),
        town(2),
        town(3),
        body("gn-1", "Turku", &[("country", "FI")]),
        body("gn-2", "Oslo", &[("country", "NO")]),
        source("dated", &[("date", "2010")]),
        source("undated", &[]),
        statement("undated", "se-0001", "gn-1", &[]),
        statement(
            "dated",
            "se-0002",
            "gn-1",
            &[("since", "1970"), ("until", "2005"), ("activity", "ended")],
        ),
        statement("undated", "se-0002", "gn-2", &[]),
        statement("dated", "se-0003", "gn-1", &[("since", "1970")]),
        statement("undated", "se-0003", "gn-2", &[]),
    ];
    let entries = contents.into_iter().zip(1..).map(|(content, seq)| Entry {
        seq: Seq(seq),
        recorded: NOW,
        by: "test".into(),
        content,
    });
    let register = Register::fold(entries.collect(), AsOf::NOW);
    let of = |undated, not_standing| LeftOut {
        undated,
        not_standing,
    };
    for (year, expected) in [(1960, of(3, 0)), (2000, of(1, 0)), (2020, of(1, 1))] {
        assert_eq!(left_out(&register, year), expected, "{year}");
    }
    for year in Development::of_all(&register).until(2020) {
        let LeftOut {
            undated,
            not_standing,
        } = left_out(&register, year.year);
        assert_eq!(year.municipalities + undated + not_standing, 3, "{year:?}");
    }
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
