//! Puts a server on this machine under load: `load [--plain] ADDRESS CONNECTIONS SECONDS [PER_SECOND] <PATHS`.
//!
//! The paths stand on standard input, one a line, and are asked for in turn: so many a second, or without a number
//! as fast as the server answers; `--plain` takes nothing that is compressed. Prints answers a second, p50 and p99 in milliseconds, with tabs between.

use std::io::BufRead as _;
use std::time::Duration;

use vanort_testkit::{Load, Takes};

const USE: &str = "load [--plain] ADDRESS CONNECTIONS SECONDS [PER_SECOND] <PATHS";

fn main() {
    let mut words: Vec<String> = std::env::args().skip(1).collect();
    let takes = if words.first().is_some_and(|word| word == "--plain") {
        words.remove(0);
        Takes::Plain
    } else {
        Takes::Compressed
    };
    let number = |place: usize| words.get(place).map(|word| word.parse().expect(USE));
    let paths: Vec<String> = std::io::stdin()
        .lock()
        .lines()
        .map_while(Result::ok)
        .filter(|line| !line.is_empty())
        .collect();
    assert!(!paths.is_empty(), "{USE}");
    let load = Load {
        addr: words.first().expect(USE),
        takes,
        connections: number(1).expect(USE),
        time: Duration::from_secs(number(2).expect(USE).into()),
        paths: &paths,
    };
    let times = match number(3) {
        Some(per_second) => load.at_a_rate(per_second),
        None => load.flat_out(),
    };
    let ms = |per_mille| times.within(per_mille).as_secs_f64() * 1000.0;
    println!("{:.1}\t{:.3}\t{:.3}", times.rate(), ms(500), ms(990));
}
