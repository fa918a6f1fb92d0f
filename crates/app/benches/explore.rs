//! Facet counts and search over the bundled register and over a million made-up statements about 200,000 bodies.
//! Prints figures; asserts nothing about time.

#![expect(clippy::disallowed_methods, reason = "a measurement reads the clock")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use vanort_app::explore::{Explorer, Facet, Selection};
use vanort_app::simulate::{self, Size};
use vanort_app::{Countries, Live, Snapshot, bundle, search};
use vanort_domain::Seq;
use vanort_domain::log::{Content, Entry};
use vanort_domain::register::{AsOf, Register};
use vanort_names::Atlas;
use vanort_testkit::{NOW, resident_mb};

/// The allocator of the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const ROUNDS: usize = 200;
/// What is typed: beginnings, whole names, slips, codes, nonsense, several words.
const SOUGHT: [&str; 12] = [
    "s",
    "gö",
    "göteb",
    "goteborg",
    "gotebrog",
    "1280",
    "malmo stad",
    "kommun",
    "Гётеборг",
    "qqzzxx",
    "region kommun",
    "stockholms sta",
];

fn main() {
    let models = bundle::models().expect("bundled data");
    let atlas = bundle::atlas().expect("bundled data");
    for (statements, bodies) in [(59_108, 12_000), (1_000_000, 200_000)] {
        let size = Size {
            statements,
            bodies,
            seed: 1,
        };
        let register = Register::fold(simulate::log(size, &models), AsOf::NOW);
        println!(
            "\n{statements} statements, {bodies} bodies abroad, {} partnerships",
            register.partnership_count()
        );
        measure(register, &atlas);
    }
}

fn measure(register: Register, atlas: &Atlas) {
    let start = Instant::now();
    let explorer = Explorer::of(&register, &atlas.countries, NOW.day());
    println!("  sets of all facets made in {:?}", start.elapsed());
    let one = |facet, value: &str| Selection::default().with(facet, value);
    let selections = [
        ("nothing chosen", Selection::default()),
        ("one country", one(Facet::Country, "PL")),
        ("a standing that most have", one(Facet::Standing, "stated")),
        (
            "county, country, kind",
            one(Facet::County, "14")
                .with(Facet::Country, "PL")
                .with(Facet::Kind, "vanort"),
        ),
        (
            "two decades",
            one(Facet::Since, "1990").with(Facet::Since, "2000"),
        ),
        ("a body", one(Facet::Body, "se-1480")),
    ];
    for (name, selection) in &selections {
        let mut times: Vec<Duration> = (0..ROUNDS)
            .map(|_| {
                let start = Instant::now();
                black_box(explorer.counts(&register, black_box(selection)));
                start.elapsed()
            })
            .collect();
        show(&format!("counts of all facets, {name}"), &mut times);
    }
    drop(explorer);
    after_an_entry(&register, &atlas.countries);
    let snapshot = Snapshot::new(register);
    let start = Instant::now();
    snapshot.search_index();
    println!("  names put into order in {:?}", start.elapsed());
    let mut all = Vec::new();
    for sought in SOUGHT {
        let mut times: Vec<Duration> = (0..ROUNDS)
            .map(|_| {
                let start = Instant::now();
                black_box(search::find(
                    &snapshot,
                    &atlas.countries,
                    Some(atlas),
                    black_box(sought),
                ));
                start.elapsed()
            })
            .collect();
        show(&format!("a search for {sought:?}"), &mut times);
        all.extend(times);
    }
    show("all of these searches", &mut all);
    println!("  resident memory: {} MB", resident_mb("self"));
}

/// A word about a partnership is said once more, and the sets follow.
fn after_an_entry(register: &Register, countries: &Countries) {
    let statement = register
        .entries()
        .rev()
        .find_map(|entry| match &entry.content {
            Content::Statement(_) => Some(entry.clone()),
            _ => None,
        });
    let statement = statement.expect("a statement");
    let live = Live::new(register.clone());
    live.snapshot().explorer(countries, NOW.day());
    let words = Selection {
        words: "göteborg".to_owned(),
        ..Selection::default()
    };
    let (mut sets, mut searches): (Vec<Duration>, Vec<Duration>) = (0..20)
        .map(|_| {
            let head = live.snapshot().register.head();
            live.take_in([Entry {
                seq: Seq(head.0 + 1),
                ..statement.clone()
            }]);
            let snapshot = live.snapshot();
            let start = Instant::now();
            let explorer = black_box(snapshot.explorer(countries, NOW.day()));
            let made = start.elapsed();
            let start = Instant::now();
            black_box(explorer.find(&snapshot.register, &words));
            (made, start.elapsed())
        })
        .unzip();
    show("sets after one more entry", &mut sets);
    show("the first search for words in them", &mut searches);
}

fn show(name: &str, times: &mut [Duration]) {
    times.sort_unstable();
    let at = |share: usize| times[(times.len() - 1) * share / 100];
    println!(
        "  {name}: median {:?}, p99 {:?}, max {:?}",
        at(50),
        at(99),
        at(100)
    );
}
