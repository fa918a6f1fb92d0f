//! How fast the index is ready, how many names a second are resolved, and what both take of memory. Prints figures;
//! nothing here passes or fails. The names are those of the bundled statements.

use std::fs;
use std::time::Instant;

use vanort_names::{Atlas, Countries, Gazetteer, Outcome, Question};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/");

fn read(name: &str) -> Vec<u8> {
    fs::read(format!("{DATA}{name}")).expect("a bundled table")
}

#[expect(clippy::disallowed_methods, reason = "a measurement")]
fn main() {
    let started = Instant::now();
    let read =
        Gazetteer::of_tables(|table| fs::read(format!("{DATA}{table}"))).expect("whole tables");
    let read_in = started.elapsed();
    let packed = read.pack().expect("a gazetteer can be packed");
    drop(read);
    let before = vanort_testkit::resident_mb("self");
    let started = Instant::now();
    let gazetteer = Gazetteer::unpack(&packed).expect("what was packed");
    println!(
        "index ready in {:.0} ms, from its tables in {:.0} ms: {} places under {} names, {:.1} MB packed, {} MB more resident",
        started.elapsed().as_secs_f64() * 1000.0,
        read_in.as_secs_f64() * 1000.0,
        gazetteer.len(),
        gazetteer.name_count(),
        packed.len() as f64 / 1e6,
        vanort_testkit::resident_mb("self").saturating_sub(before)
    );
    let atlas = Atlas {
        gazetteer,
        countries: countries(),
    };
    let names = names();
    for _ in 0..3 {
        let started = Instant::now();
        let found = names
            .iter()
            .filter(|(name, country)| {
                let question = Question {
                    name,
                    country: Some(country),
                    ..Question::default()
                };
                atlas.resolve(&question).outcome == Outcome::Match
            })
            .count();
        println!(
            "{} names on one core: {:.0} a second, {found} matched",
            names.len(),
            names.len() as f64 / started.elapsed().as_secs_f64()
        );
    }
}

fn countries() -> Countries {
    let mut countries = Countries::read(&read("countries.csv")).expect("countries");
    countries
        .add_names(&read("country_names.csv"))
        .expect("names of countries");
    countries
}

/// Names and countries as written, twenty times over.
fn names() -> Vec<(String, String)> {
    let tables = ["municipal_pages", "ukraine", "china", "events", "wikidata"];
    let mut names = Vec::new();
    for table in tables {
        let bytes = read(&format!("statements/{table}.csv"));
        let mut reader = csv::Reader::from_reader(&bytes[..]);
        let headers = reader.headers().expect("headers").clone();
        let column = |name: &str| {
            headers
                .iter()
                .position(|header| header == name)
                .expect("a column")
        };
        let (name, country) = (column("partner_written"), column("country"));
        for record in reader.records().flatten() {
            if !record[name].is_empty() {
                names.push((record[name].to_owned(), record[country].to_owned()));
            }
        }
    }
    std::iter::repeat_n(names, 20).flatten().collect()
}
