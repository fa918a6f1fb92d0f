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
        let register = Register::fold(simulate::log(size, &models), AsOf::NOW);
        let mut times: Vec<Duration> = (0..RUNS)
            .map(|_| {
                let start = Instant::now();
                black_box(Development::of_all(&register));
                start.elapsed()
            })
            .collect();
        times.sort_unstable();
        println!(
            "{statements} statements, {} partnerships: median {:?}, max {:?} ({RUNS} runs)",
            register.partnership_count(),
            times[RUNS / 2],
            times[RUNS - 1]
        );
    }
}
