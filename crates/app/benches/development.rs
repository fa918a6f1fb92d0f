//! Counting the development of the whole register. Prints figures; asserts nothing about time.

#![expect(clippy::disallowed_methods, reason = "a measurement reads the clock")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use vanort_app::bundle;
use vanort_app::development::Development;
use vanort_app::simulate::{self, Size};
use vanort_domain::register::{AsOf, Register};

/// The allocator of the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const RUNS: usize = 5;

fn main() {
    let models = bundle::models().expect("bundled data");
    // The first is about the size of what is bundled.
    for statements in [2_000, 100_000, 1_000_000] {
        let size = Size {
            statements,
            bodies: statements / 5,
            seed: 1,
        };
        let mut log = simulate::log(size, &models);
        let late = log.split_off(log.len() - RUNS);
        let mut register = Register::fold(log, AsOf::NOW);
        let counted = |register: &Register| {
            let start = Instant::now();
            black_box(Development::of_all(register));
            start.elapsed()
        };
        let first = counted(&register);
        let mut times: Vec<Duration> = late
            .into_iter()
            .map(|entry| {
                register.apply(entry);
                counted(&register)
            })
            .collect();
        times.sort_unstable();
        println!(
            "{statements} statements, {} partnerships: first {first:?}; after one more entry median {:?}, max {:?} ({RUNS} runs)",
            register.partnership_count(),
            times[RUNS / 2],
            times[RUNS - 1]
        );
    }
}
