//! Exploring: what the sets say equals what looking at every partnership says.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use proptest::prelude::*;
use vanort_app::explore::{Column, Explorer, Facet, Names, Order, Selection, Turn, UNKNOWN};
use vanort_app::live::Live;
use vanort_app::local_names::{Tongue, name_in};
use vanort_app::simulate::{self, Size};
use vanort_app::{Countries, bundle};
use vanort_domain::BodyId;
use vanort_domain::collation::{sort_key, sort_key_in};
use vanort_domain::log::Entry;
use vanort_domain::register::{AsOf, Register};
use vanort_domain::vocabulary::{Standing, Vocabulary as _};
use vanort_names::fold;
use vanort_testkit::NOW;

use crate::world::{ATLAS, World};

struct Made {
    register: Register,
    explorer: Explorer,
}

/// A made-up register with the distributions of the real one.
static MADE: LazyLock<Made> = LazyLock::new(|| {
    let models = bundle::models().expect("bundled data");
    let size = Size {
        statements: 3_000,
        bodies: 600,
        seed: 7,
    };
    let register = Register::fold(simulate::log(size, &models), AsOf::NOW);
    let countries: Countries = bundle::countries().expect("bundled data");
    let explorer = Explorer::of(&register, &countries, NOW.day());
    Made { register, explorer }
});

fn all_counts() -> Vec<(Facet, Vec<String>)> {
    MADE.explorer
        .counts(&MADE.register, &Selection::default())
        .into_iter()
        .map(|(facet, counts)| {
            (
                facet,
                counts.into_iter().map(|c| c.value.to_string()).collect(),
            )
        })
        .collect()
}

/// Some values of some facets.
fn any_selection() -> impl Strategy<Value = Selection> {
    proptest::collection::vec((0..Facet::ALL.len(), any::<prop::sample::Index>()), 0..5).prop_map(
        |picks| {
            let all = all_counts();
            picks
                .into_iter()
                .fold(Selection::default(), |selection, (facet, value)| {
                    let (facet, values) = &all[facet];
                    if values.is_empty() {
                        selection
                    } else {
                        selection.with(*facet, value.get::<String>(values))
                    }
                })
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_count_is_what_choosing_the_value_gives(selection in any_selection()) {
        let Made { register, explorer } = &*MADE;
        let found = explorer.find(register, &selection);
        for (facet, counts) in explorer.counts(register, &selection) {
            for count in counts.iter().take(5) {
                // With this value alone in its facet, and all that is chosen in the others.
                let alone = selection.without(facet).with(facet, &count.value);
                let members = explorer.find(register, &alone);
                if facet == Facet::Body {
                    // A member is also found by what was carried over to it.
                    prop_assert!(members.len() >= count.count, "{facet:?} {count:?}");
                } else {
                    prop_assert_eq!(members.len(), count.count, "{:?} {:?}", facet, count);
                }
                if !selection.values.contains_key(&facet) {
                    prop_assert!(members.is_subset(&found), "{facet:?} {count:?}");
                }
            }
        }
    }

    #[test]
    fn a_number_of_a_crossed_table_is_what_choosing_both_values_gives(selection in any_selection()) {
        let Made { register, explorer } = &*MADE;
        let (county, country) = (Facet::County, Facet::Country);
        let found = explorer.find(register, &selection);
        let table = explorer.crossed(&found, &selection, county, country, 6);
        prop_assert_eq!(table.all.total as u64, found.len());
        let number = |value: Option<&str>, code: Option<&str>| {
            let mut asked = selection.clone();
            for (facet, value) in [(county, value), (country, code)] {
                if let Some(value) = value {
                    asked = asked.without(facet).with(facet, value);
                }
            }
            usize::try_from(explorer.find(register, &asked).len()).expect("a number")
        };
        let lines = table.lines.iter().map(|(value, line)| (Some(value.as_str()), line));
        for (value, line) in lines.chain([(None, &table.all)]) {
            prop_assert_eq!(line.total, number(value, None), "{:?}", value);
            for (code, cell) in table.columns.iter().zip(&line.cells) {
                prop_assert_eq!(*cell, number(value, Some(code)), "{:?} {}", value, code);
            }
        }
    }

    #[test]
    fn shared_partners_are_those_of_several_first_sides(selection in any_selection(), most in 1..400_usize) {
        let Made { register, explorer } = &*MADE;
        let found = explorer.find(register, &selection);
        let mut homes: BTreeMap<&BodyId, BTreeSet<&BodyId>> = BTreeMap::new();
        for pair in found.iter().map(|row| &explorer.row(row).pair) {
            homes.entry(&pair.second).or_default().insert(&pair.first);
        }
        homes.retain(|_, homes| homes.len() > 1);
        let mut expected: Vec<(&BodyId, Vec<&BodyId>)> =
            homes.into_iter().map(|(partner, homes)| (partner, homes.into_iter().collect())).collect();
        expected.sort_by_key(|(_, homes)| Reverse(homes.len()));
        let (shared, all) = explorer.sides().shared(&found, most);
        prop_assert_eq!(all, expected.len());
        let shared: Vec<_> = shared.into_iter().map(|of| (of.partner, of.homes)).collect();
        expected.truncate(most);
        prop_assert_eq!(shared, expected);
    }

    #[test]
    fn every_page_after_another_gives_each_partnership_once_in_any_order(
        selection in any_selection(), column in 0..Column::ALL.len(), down: bool,
    ) {
        let Made { register, explorer } = &*MADE;
        let found = explorer.find(register, &selection);
        let order = Order { column: Column::ALL[column].0, down };
        let ordered = explorer.ordered(register, &found, order, names(Tongue::Swedish));
        prop_assert_eq!(ordered.len() as u64, found.len());
        let (mut turn, mut seen) = (None, Vec::new());
        loop {
            let page = explorer.page(&ordered, turn.as_ref(), 37);
            prop_assert!(!page.lost_place);
            seen.extend(page.items.iter().map(|p| p.pair.clone()));
            match page.items.last().filter(|_| page.has_after) {
                Some(last) => turn = Some(Turn::After(last.pair.clone())),
                None => break,
            }
        }
        let expected: Vec<_> = ordered.iter().map(|row| explorer.row(*row).pair.clone()).collect();
        prop_assert_eq!(seen, expected);
    }
}

/// Countries by their codes, counties by their Swedish names.
fn names(tongue: Tongue) -> Names<'static> {
    Names {
        tongue,
        country: &|code| sort_key(&code.to_string()),
        county: &|body| Some(sort_key(body.county_name.as_deref()?)),
    }
}

#[test]
fn counties_stand_in_the_order_of_their_names_and_not_of_their_codes() {
    let Made { register, explorer } = &*MADE;
    let found = explorer.find(register, &Selection::default());
    let county = |row: &u32| {
        let body = register.body(&explorer.row(*row).pair.first)?;
        body.county_name.clone()
    };
    for down in [false, true] {
        let order = Order {
            column: Column::County,
            down,
        };
        let ordered = explorer.ordered(register, &found, order, names(Tongue::Swedish));
        let mut told: Vec<String> = ordered.iter().filter_map(county).collect();
        told.dedup();
        let mut expected: Vec<String> = told.clone();
        expected.sort_by_cached_key(|name| sort_key(name));
        if down {
            expected.reverse();
        }
        assert_eq!(told, expected);
        assert!(told.len() > 15, "{told:?}");
    }
}

#[test]
fn both_sides_stand_in_the_order_of_their_names_in_each_language() {
    let Made { register, explorer } = &*MADE;
    let found = explorer.find(register, &Selection::default());
    let in_order = |column: Column, tongue: Tongue| {
        let key = |row: u32| {
            let pair = &explorer.row(row).pair;
            let side = if column == Column::Home {
                &pair.first
            } else {
                &pair.second
            };
            let name = name_in(register.body(side).expect("a body"), tongue);
            (sort_key_in(tongue.tag(), name), row)
        };
        let mut expected: Vec<u32> = found.iter().collect();
        expected.sort_by_key(|row| key(*row));
        let order = Order {
            column,
            down: false,
        };
        let ordered = explorer.ordered(register, &found, order, names(tongue));
        assert_eq!(ordered, expected, "{column:?} {tongue:?}");
    };
    for tongue in Tongue::ALL {
        in_order(Column::Partner, tongue);
    }
    // In English Swedish bodies have their Swedish names and order.
    for tongue in [Tongue::Swedish, Tongue::Ukrainian] {
        in_order(Column::Home, tongue);
    }
}

#[test]
fn sets_hold_what_a_look_at_each_partnership_tells() {
    let Made { register, explorer } = &*MADE;
    let ended = Selection::default().with(Facet::Standing, Standing::Ended.key());
    let brute = register
        .partnerships()
        .filter(|p| p.standing == Standing::Ended)
        .count();
    assert!(brute > 0);
    assert_eq!(explorer.find(register, &ended).len(), brute as u64);
    let no_kind = Selection::default().with(Facet::Kind, UNKNOWN);
    let brute = register
        .partnerships()
        .filter(|p| p.kind.value().is_none())
        .count();
    assert_eq!(explorer.find(register, &no_kind).len(), brute as u64);
    let either = ended.with(Facet::Standing, Standing::Stated.key());
    let brute = register
        .partnerships()
        .filter(|p| matches!(p.standing, Standing::Ended | Standing::Stated))
        .count();
    assert_eq!(explorer.find(register, &either).len(), brute as u64);
}

#[test]
fn without_says_what_dropping_a_facet_would_find() {
    let Made { register, explorer } = &*MADE;
    let nothing = Selection::default()
        .with(Facet::Standing, Standing::Ended.key())
        .with(Facet::Country, "AQ");
    assert!(explorer.find(register, &nothing).is_empty());
    let rest = explorer.without(register, &nothing);
    let ended = explorer
        .find(register, &nothing.without(Facet::Country))
        .len();
    assert_eq!(rest, [(Some(Facet::Country), ended)]);
}

#[test]
fn words_are_looked_for_in_both_names() {
    let Made { register, explorer } = &*MADE;
    let selection = Selection {
        words: "göte".to_owned(),
        ..Selection::default()
    };
    let found = explorer.find(register, &selection);
    assert!(!found.is_empty());
    for row in found {
        let pair = &explorer.row(row).pair;
        let names = [&pair.first, &pair.second]
            .map(|id| register.body(id).expect("a body").name.to_lowercase());
        assert!(names.iter().any(|name| name.contains("göte")), "{names:?}");
    }
}

#[test]
fn words_find_what_looking_at_every_name_finds() {
    let Made { register, explorer } = &*MADE;
    let asked = [
        "s", "göte", "sankt", "st p", "p st", "ni ni", "qq", "Å", "bad  ba",
    ];
    let mut found_by_any = 0;
    for words in asked {
        let folded = fold(words);
        let has_them = |id| {
            let names = register.body(id).expect("a body").names();
            names.into_iter().map(fold).any(|name| {
                let begins = |wanted: &str| name.split(' ').any(|word| word.starts_with(wanted));
                folded.split(' ').all(begins)
            })
        };
        let rows = 0..u32::try_from(explorer.len()).expect("a few rows");
        let expected: Vec<u32> = rows
            .filter(|row| {
                let pair = &explorer.row(*row).pair;
                has_them(&pair.first) || has_them(&pair.second)
            })
            .collect();
        let selection = Selection {
            words: words.to_owned(),
            ..Selection::default()
        };
        let found: Vec<u32> = explorer.find(register, &selection).iter().collect();
        assert_eq!(found, expected, "{words}");
        found_by_any += found.len();
    }
    assert!(found_by_any > 100, "{found_by_any}");
}

/// The log of the bundled data, and a made-up one.
pub(crate) fn logs() -> [Vec<Entry>; 2] {
    let bundled = World::bundled().recorder.live().snapshot();
    let entries = |register: &Register| register.entries().cloned().collect();
    [entries(&bundled.register), entries(&MADE.register)]
}

#[test]
fn sets_that_follow_on_others_are_as_if_made_anew() {
    let countries = bundle::countries().expect("bundled data");
    for entries in logs() {
        let (early, late) = entries.split_at(entries.len() * 3 / 4);
        let live = Live::new(Register::fold(early.to_vec(), AsOf::NOW));
        live.snapshot().explorer(&countries, NOW.day());
        for (round, some) in late.chunks(late.len() / 20 + 1).enumerate() {
            live.take_in(some.iter().cloned());
            let snapshot = live.snapshot();
            // Nobody may look at some of the states in between.
            if round % 3 > 0 {
                let anew = Explorer::of(&snapshot.register, &countries, NOW.day());
                assert!(
                    *snapshot.explorer(&countries, NOW.day()) == anew,
                    "round {round}"
                );
                let same_log = Live::new(snapshot.register.clone()).snapshot();
                assert_eq!(snapshot.namesakes(), same_log.namesakes());
            }
        }
        assert_eq!(live.snapshot().register.head().0 as usize, entries.len());
    }
}

#[test]
fn an_entry_that_comes_while_sets_are_made_is_in_the_next_ones() {
    let entries: Vec<Entry> = MADE.register.entries().cloned().collect();
    let live = Live::new(Register::fold(
        entries[..entries.len() - 1].to_vec(),
        AsOf::NOW,
    ));
    let snapshot = live.snapshot();
    let countries = &ATLAS.countries;
    snapshot.explorer(countries, NOW.day());
    std::thread::scope(|threads| {
        // The sets of other days, each in place of the last.
        let making = threads.spawn(|| {
            for days in 1..20 {
                snapshot.explorer(countries, NOW.day() + time::Duration::days(days));
            }
        });
        live.take_in(entries.last().cloned());
        let after = live.snapshot();
        let anew = Explorer::of(&after.register, countries, NOW.day());
        assert!(*after.explorer(countries, NOW.day()) == anew);
        making.join().expect("the sets are made");
    });
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn sets_follow_from_any_place_of_the_log_to_any_other(from in 100..950_usize, share in 0..200_usize) {
        let countries = &ATLAS.countries;
        let entries: Vec<Entry> = MADE.register.entries().cloned().collect();
        let at = |per_mille: usize| entries.len() * per_mille.min(1000) / 1000;
        let live = Live::new(Register::fold(entries[..at(from)].to_vec(), AsOf::NOW));
        live.snapshot().explorer(countries, NOW.day());
        live.take_in(entries[at(from)..at(from + share)].iter().cloned());
        let snapshot = live.snapshot();
        let anew = Explorer::of(&snapshot.register, countries, NOW.day());
        prop_assert!(*snapshot.explorer(countries, NOW.day()) == anew);
    }
}

#[test]
fn who_receives_aid_by_the_latest_list_is_found() {
    let countries = bundle::countries().expect("bundled data");
    let snapshot = World::bundled().recorder.live().snapshot();
    let explorer = Explorer::of(&snapshot.register, &countries, NOW.day());
    let found = |union: &str, country: &str| {
        let mut selection = Selection::default();
        selection.add(Facet::Union, union);
        selection.add(Facet::Country, country);
        explorer.find(&snapshot.register, &selection).len()
    };
    assert!(found("aid", "UA") > 10, "a list of 2023 holds");
    assert!(found("aid", "KE") > 0, "the last list is of 2020 to 2022");
    assert_eq!(found("aid", "DE"), 0);
}

#[test]
fn who_belongs_to_the_union_is_asked_of_the_day_looked_from() {
    let countries = bundle::countries().expect("bundled data");
    let snapshot = World::bundled().recorder.live().snapshot();
    let found = |union: &str, day: time::Date| {
        let explorer = Explorer::of(&snapshot.register, &countries, day);
        let selection = Selection::default().with(Facet::Country, "GB");
        let selection = selection.with(Facet::Union, union);
        explorer.find(&snapshot.register, &selection).len()
    };
    let then = vanort_domain::register::AsOf::end_of(2016).and_then(|as_of| as_of.valid);
    let then = then.expect("a day");
    assert_eq!(found("outside", then), 0);
    assert!(found("eu", then) > 0);
    assert!(found("outside", NOW.day()) > 0);
    assert_eq!(found("eu", NOW.day()), 0);
}
