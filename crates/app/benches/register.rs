//! Folding and appending at a million statements. Prints figures; asserts nothing about time.

#![expect(clippy::disallowed_methods, reason = "a measurement reads the clock")]

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use vanort_app::simulate::{self, Size};
use vanort_app::{Live, bundle};
use vanort_domain::log::{Content, Entry};
use vanort_domain::register::{AsOf, Register};
use vanort_domain::{Seq, Timestamp};
use vanort_testkit::resident_mb;

/// The allocator of the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const RUNS: usize = 5;
const APPENDS: usize = 2_000;

fn main() {
    for statements in [100_000, 1_000_000] {
        measure(statements);
    }
}

fn measure(statements: usize) {
    let models = bundle::models().expect("bundled data");
    let size = Size {
        statements: statements + APPENDS,
        bodies: statements / 5,
        seed: 1,
    };
    let mut log = simulate::log(size, &models);
    let later: Vec<Content> = log
        .split_off(log.len() - APPENDS)
        .into_iter()
        .map(|entry| entry.content)
        .collect();
    println!("\n{} entries, {statements} of them statements", log.len());

    let (mut folds, mut works) = (Vec::new(), Vec::new());
    let mut register = Register::default();
    for _ in 0..RUNS {
        let entries = log.clone();
        drop(std::mem::take(&mut register));
        let (start, worked) = (Instant::now(), processor_time());
        register = black_box(Register::fold(entries, AsOf::NOW));
        folds.push(start.elapsed());
        works.push(processor_time() - worked);
    }
    println!(
        "  the first fold, which touches the memory first: {:?}",
        folds[0]
    );
    show("fold from scratch, one core, by the clock", &mut folds);
    show(
        "fold from scratch, one core, time on the processor",
        &mut works,
    );
    println!("  partnerships: {}", register.partnership_count());
    drop(log);
    println!(
        "  resident memory with one register: {} MB",
        resident_mb("self")
    );

    let live = Arc::new(Live::new(register));
    let mut appends = Vec::new();
    for content in later {
        let seq = Seq(live.snapshot().register.head().0 + 1);
        let entry = Entry {
            seq,
            recorded: Timestamp(1_700_000_001),
            by: "bench".into(),
            content,
        };
        // A reader holds the snapshot before, as readers do.
        let held = live.snapshot();
        let start = Instant::now();
        live.take_in([entry]);
        let visible = live.snapshot().register.head();
        appends.push(start.elapsed());
        assert_eq!(visible, seq, "the next reader sees it");
        drop(held);
    }
    show("append one, visible to the next reader", &mut appends);
}

fn show(name: &str, times: &mut [Duration]) {
    times.sort_unstable();
    let at = |share: usize| times[(times.len() - 1) * share / 100];
    println!(
        "  {name}: median {:?}, p99 {:?}, max {:?} ({} runs)",
        at(50),
        at(99),
        at(100),
        times.len()
    );
}

/// The time that the main thread has been on a processor; what other programs take does not count.
fn processor_time() -> Duration {
    let stat = std::fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    let nanoseconds = stat
        .split_whitespace()
        .next()
        .and_then(|first| first.parse().ok())
        .unwrap_or(0);
    Duration::from_nanos(nanoseconds)
}
