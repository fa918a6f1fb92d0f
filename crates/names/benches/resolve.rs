//! How fast the index is ready, how many names a second are resolved, and what both take of memory. Prints figures;
//! nothing here passes or fails. The names are those of the bundled statements.

use std::fs;
use std::time::Instant;

use vanort_names::{Atlas, Countries, Loading, Outcome, Question};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/");

fn read(name: &str) -> Vec<u8> {
    fs::read(format!("{DATA}{name}")).expect("a bundled table")
}

#[expect(clippy::disallowed_methods, reason = "a measurement")]
fn main() {
    let tables = [
        "bodies_sweden.csv",
        "authorities.csv",
        "authorities_other.csv.zst",
        "divisions.csv.zst",
        "gazetteer.csv.zst",
        "villages.csv.zst",
        "city_divisions.csv",
    ]
    .map(read);
    let before = vanort_testkit::resident_mb("self");
    let started = Instant::now();
    let atlas = atlas(&tables);
    println!(
        "index ready in {:.0} ms: {} places under {} names, {} MB more resident",
        started.elapsed().as_secs_f64() * 1000.0,
        atlas.gazetteer.len(),
        atlas.gazetteer.name_count(),
        vanort_testkit::resident_mb("self").saturating_sub(before)
    );
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

fn atlas(tables: &[Vec<u8>; 7]) -> Atlas {
    let mut loading = Loading::default();
    let mut built = || -> Result<(), vanort_names::GazetteerError> {
        loading
            .swedish_bodies(&tables[0][..])?
            .authorities(&tables[1][..])?
            .packed_authorities(&tables[2][..])?
            .packed_divisions(&tables[3][..])?
            .packed_places(&tables[4][..])?
            .packed_places(&tables[5][..])?
            .city_divisions(&tables[6][..])?;
        Ok(())
    };
    built().expect("the tables are whole");
    let mut countries = Countries::read(&read("countries.csv")).expect("countries");
    countries
        .add_names(&read("country_names.csv"))
        .expect("names of countries");
    Atlas {
        gazetteer: loading.finish(),
        countries,
    }
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
