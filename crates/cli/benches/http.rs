//! The built server under load, from the same machine. Prints figures; asserts nothing about time.
//!
//! It starts the release build on the bundled data and asks it over keep-alive connections: at a fixed rate, where
//! each answer's time counts from the moment at which it was due, and then as fast as it answers, beside a page
//! that is a constant (`/healthz`). Searches are the beginnings of the names of Swedish bodies, as they are typed, in
//! three languages as page and as data: hardly one is asked twice, so that none is answered from what is kept. Then
//! the same searches of a register with a million made-up statements about 200,000 bodies.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use vanort_testkit::{Load, Server, Takes, make_up_a_million};

const PROGRAM: &str = env!("CARGO_BIN_EXE_vanort");
const ADDR: &str = "127.0.0.1:18099";
const CONNECTIONS: u32 = 32;
const RATE: u32 = 2_000;
const SEARCHES: u32 = 1_000;
const SECONDS: u32 = 10;
const PATHS: [&str; 5] = [
    "/samarbeten.json",
    "/samarbeten.json?country=FI",
    "/organ/se-1480.json",
    "/organ/se-0180.json",
    "/samarbeten.json?evidence=swedish_side&page=3",
];

fn main() {
    let searches = searches();
    bundled(&searches);
    a_million(&searches);
}

fn bundled(searches: &[String]) {
    let folder = tempfile::tempdir().expect("a folder");
    drop(start(folder.path()));
    let server = start(folder.path());
    println!(
        "second start with bundled data to ready: {:?}",
        server.started
    );
    println!(
        "resident after the first pages: {} MB",
        server.resident_mb()
    );

    let paths = PATHS.map(str::to_owned);
    println!(
        "\n{RATE} requests a second for {SECONDS} s over {CONNECTIONS} connections, JSON lists and bodies"
    );
    println!("  {}", load(&paths).at_a_rate(RATE));
    search(searches);

    println!("\nas fast as it answers, {CONNECTIONS} connections, {SECONDS} s each");
    let constant = load(&["/healthz".to_owned()]).flat_out().rate();
    let pages = load(&paths).flat_out().rate();
    println!("  a constant (/healthz): {constant:.0} requests a second");
    println!(
        "  JSON lists and bodies: {pages:.0} requests a second, {:.2} of the constant",
        pages / constant
    );
    println!("resident after load: {} MB", server.resident_mb());
}

fn a_million(searches: &[String]) {
    println!("\na million made-up statements about 200,000 bodies");
    let folder = tempfile::tempdir().expect("a folder");
    make_up_a_million(PROGRAM, folder.path());
    let server = start(folder.path());
    println!("start to ready: {:?}", server.started);
    search(searches);
    println!("resident after searches: {} MB", server.resident_mb());
}

fn search(searches: &[String]) {
    println!(
        "\n{SEARCHES} searches a second for {SECONDS} s over {CONNECTIONS} connections, {} different ones",
        searches.len()
    );
    println!("  {}", load(searches).at_a_rate(SEARCHES));
}

fn load(paths: &[String]) -> Load<'_> {
    Load {
        takes: Takes::Compressed,
        addr: ADDR,
        connections: CONNECTIONS,
        time: Duration::from_secs(SECONDS.into()),
        paths,
    }
}

fn start(folder: &Path) -> Server {
    let first = [&PATHS[..], &["/sok.json?q=s"]].concat();
    Server::start(PROGRAM, folder, ADDR, &first)
}

/// What is typed on the way to the name of each Swedish body, asked as page and as data in three languages.
fn searches() -> Vec<String> {
    let mut reader =
        csv::Reader::from_reader(include_bytes!("../../../data/bodies_sweden.csv").as_slice());
    let columns = reader.headers().expect("columns").clone();
    let name = columns
        .iter()
        .position(|column| column == "name")
        .expect("a column of names");
    let typed: BTreeSet<String> = reader
        .records()
        .flat_map(|row| {
            let letters: Vec<char> = row.expect("a row")[name].chars().collect();
            (2..=letters.len())
                .map(|end| letters[..end].iter().collect())
                .collect::<Vec<String>>()
        })
        .collect();
    let addresses = [
        "/sok",
        "/en/search",
        "/uk/poshuk",
        "/sok.json",
        "/en/search.json",
        "/uk/poshuk.json",
    ];
    addresses
        .iter()
        .flat_map(|address| {
            typed.iter().map(move |text| {
                let text = utf8_percent_encode(text, NON_ALPHANUMERIC);
                format!("{address}?q={text}")
            })
        })
        .collect()
}
