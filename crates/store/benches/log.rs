//! What the log takes: appending, loading, checking, backing up. Prints a table.
//!
//! `cargo bench -p vanort-store --bench log [-- ENTRIES]`, 1,000,000 entries if not said otherwise; on
//! PostgreSQL too where `VANORT_TEST_POSTGRES` names a server (`scripts/with-postgres.sh`).

use std::time::{Duration, Instant};

use vanort_domain::Seq;
use vanort_domain::log::Content;
use vanort_store::{NewEntry, Store};
use vanort_testkit::{NOW, TestDatabase, databases, salts, statement};

const BATCH: usize = 10_000;
const BUNDLED: usize = 6_000;

/// A statement with as many fields as those of the municipal pages have.
fn content(number: usize) -> Content {
    let partner = format!("gn-{}", 1_000_000 + number);
    let since = (1945 + number % 80).to_string();
    let more = [
        ("subject_written", "Malmö stad"),
        ("partner_written", "Turun kaupunki (Åbo)"),
        ("country", "FI"),
        ("country_written", "Finland"),
        ("said", "2024-05-17"),
        ("kind", "vanort"),
        ("kind_written", "vänort"),
        ("since", since.as_str()),
        (
            "quote",
            "Malmö har vänortssamarbete med bland annat Åbo i Finland sedan länge.",
        ),
        (
            "note",
            "On the page \"Internationellt samarbete\", under the heading of twin towns.",
        ),
    ];
    statement("page-malmo-1", "se-1280", &partner, &more)
}

fn batch(first: usize, count: usize) -> Vec<NewEntry> {
    (first..first + count)
        .map(|number| {
            let mut fingerprint = [0; 32];
            // Spread as a hash is, so that the index is filled in no order.
            let spread = (number as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            fingerprint[..8].copy_from_slice(&spread.to_be_bytes());
            NewEntry {
                by: "bundle".into(),
                content: content(number),
                fingerprint: Some(fingerprint),
            }
        })
        .collect()
}

async fn timed<T>(what: &str, work: impl Future<Output = T>) -> (T, Duration) {
    #[expect(clippy::disallowed_methods, reason = "this is a measurement")]
    let start = Instant::now();
    let result = work.await;
    let took = start.elapsed();
    println!("  {what:<44} {:>10.1} ms", took.as_secs_f64() * 1000.0);
    (result, took)
}

async fn append(store: &Store, from: usize, to: usize) {
    let mut next = from;
    while next < to {
        let count = BATCH.min(to - next);
        store
            .append(batch(next, count), NOW, salts(next as u64))
            .await
            .expect("appended");
        next += count;
    }
}

async fn load(store: &Store) -> usize {
    let mut count = 0;
    store
        .load(Seq(0), |part| count += part.len())
        .await
        .expect("loaded");
    count
}

async fn measure(database: &TestDatabase, entries: usize) {
    println!("{:?}", database.location());
    let store = database.open().await;
    append(&store, 0, BUNDLED).await;
    let (count, _) = timed("load 6,000 entries", load(&store)).await;
    assert_eq!(count, BUNDLED);
    let ready = batch(BUNDLED, BATCH);
    timed(
        "append 10,000 in one batch",
        store.append(ready, NOW, salts(1)),
    )
    .await
    .0
    .expect("done");
    let known = batch(BUNDLED, BATCH);
    timed(
        "the same again, all known",
        store.append(known, NOW, salts(1)),
    )
    .await
    .0
    .expect("done");
    for (what, number) in [
        ("append one, the first time", 1),
        ("append one, once more", 2),
    ] {
        let one = batch(BUNDLED + BATCH * 100 + entries + number, 1);
        timed(what, store.append(one, NOW, salts(1)))
            .await
            .0
            .expect("done");
    }
    timed(
        "append the rest in batches of 10,000",
        append(&store, BUNDLED + BATCH, entries),
    )
    .await;
    let (count, _) = timed(&format!("load {entries} entries"), load(&store)).await;
    assert!(count >= entries);
    timed(&format!("verify {entries} entries"), store.verify(|_| {}))
        .await
        .0
        .expect("valid");
    timed("back up", store.backup(&database.path("backup")))
        .await
        .0
        .expect("done");
    let size = std::fs::metadata(database.path("backup"))
        .expect("there")
        .len();
    println!(
        "  {:<44} {:>10.1} MB",
        "size of the backup",
        size as f64 / 1e6
    );
}

#[tokio::main]
async fn main() {
    let given = std::env::args()
        .skip(1)
        .find_map(|argument| argument.parse().ok());
    for database in databases().await {
        measure(&database, given.unwrap_or(1_000_000)).await;
    }
}
