//! Appending and reading on.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use vanort_domain::log::{Content, Entry};
use vanort_domain::{Seq, Timestamp};
use vanort_store::{Appended, NewEntry, Store, StoreError};
use vanort_testkit::{NOW, body, note, on_each_database, salts, source, statement};

pub fn new(content: Content) -> NewEntry {
    NewEntry {
        by: "test".into(),
        content,
        fingerprint: None,
    }
}

/// Notes numbered from `first`.
pub fn notes(first: usize, count: usize) -> Vec<NewEntry> {
    (first..first + count)
        .map(|n| new(note(&format!("note {n}"))))
        .collect()
}

pub async fn append(store: &Store, batch: Vec<NewEntry>) -> Vec<Appended> {
    store.append(batch, NOW, salts(1)).await.expect("appended")
}

async fn all(store: &Store) -> Vec<Entry> {
    store
        .entries_after(Seq(0), usize::MAX)
        .await
        .expect("entries")
}

fn recorded(appended: Vec<Appended>) -> Vec<Entry> {
    appended
        .into_iter()
        .filter_map(|appended| match appended {
            Appended::Recorded(entry) => Some(entry),
            Appended::AlreadyKnown(_) => None,
        })
        .collect()
}

#[tokio::test]
async fn what_was_appended_is_read_back_the_same_now_and_after_opening_again() {
    on_each_database(async |database| {
        let contents = vec![
            source(
                "page-test-1",
                &[("title", "Vänorter \"i världen\"\n\\ 🙂"), ("date", "2012")],
            ),
            body(
                "se-1280",
                "Malmö",
                &[("roles", "municipality"), ("lat", "55.6")],
            ),
            body("fi-853", "Åbo", &[("other_names", "Turku|Turun kaupunki")]),
            statement(
                "page-test-1",
                "se-1280",
                "fi-853",
                &[("since", "1940~"), ("quote", "\u{0}")],
            ),
            note("last"),
        ];
        let store = database.open().await;
        let batch = contents.iter().cloned().map(new).collect();
        let appended = recorded(append(&store, batch).await);
        assert_eq!(
            appended
                .iter()
                .map(|e| e.content.clone())
                .collect::<Vec<_>>(),
            contents
        );
        assert_eq!(all(&store).await, appended);
        let head = store.head().await.expect("head");
        assert_eq!((head.seq, head.recorded), (Seq(5), NOW));
        store.close().await;

        let again = Store::open_existing(database.location())
            .await
            .expect("opened");
        assert_eq!(all(&again).await, appended);
        assert_eq!(again.verify(|_| {}).await.expect("valid"), head);
        assert_eq!(
            again.entries_after(Seq(3), 1).await.expect("entries"),
            appended[3..4]
        );
        assert_eq!(
            again.sealed_after(Seq(4), 9).await.expect("entries").len(),
            1
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn numbers_are_gapless_with_eight_appenders_on_two_stores_and_a_follower_skips_none() {
    on_each_database(async |database| {
        const EACH: usize = 20;
        let stores = [database.open().await, database.open().await];
        let done = Arc::new(AtomicBool::new(false));
        let follower = tokio::spawn(follow(database.open().await, done.clone()));
        let appenders: Vec<_> = (0..8)
            .map(|appender: usize| {
                let store = stores[appender % 2].clone();
                tokio::spawn(async move {
                    for round in 0..EACH {
                        append(&store, notes(appender * 1000 + round, 1 + round % 3)).await;
                    }
                })
            })
            .collect();
        for appender in appenders {
            appender.await.expect("appended");
        }
        done.store(true, Ordering::SeqCst);
        let followed = follower.await.expect("followed");

        let entries = all(&stores[0]).await;
        let expected: usize = 8 * (0..EACH).map(|round| 1 + round % 3).sum::<usize>();
        assert_eq!(entries.len(), expected);
        for (entry, number) in entries.iter().zip(1..) {
            assert_eq!(entry.seq, Seq(number));
        }
        assert_eq!(followed, entries, "the follower has every entry, in order");
        stores[0].verify(|_| {}).await.expect("valid");
    })
    .await;
}

/// Reads on from the last entry it has until the appenders are done and nothing more comes.
async fn follow(store: Store, done: Arc<AtomicBool>) -> Vec<Entry> {
    let mut followed: Vec<Entry> = Vec::new();
    loop {
        let was_done = done.load(Ordering::SeqCst);
        let last = followed.last().map_or(Seq(0), |entry| entry.seq);
        let more = store.entries_after(last, 3).await.expect("entries");
        if more.is_empty() && was_done {
            return followed;
        }
        followed.extend(more);
    }
}

#[tokio::test]
async fn a_batch_with_an_entry_that_cannot_be_recorded_leaves_nothing() {
    on_each_database(async |database| {
        let store = database.open().await;
        append(&store, notes(0, 2)).await;
        let before = store.head().await.expect("head");
        // Far enough in that the entries before it are in the database when it fails.
        let mut batch = notes(2, 600);
        for (entry, byte) in batch.iter_mut().zip(0..250_u8) {
            entry.fingerprint = Some([byte; 32]);
        }
        batch[550] = new(Content::Unreadable);
        let error = store
            .append(batch, NOW, salts(2))
            .await
            .expect_err("refused");
        assert!(matches!(error, StoreError::Refused(_)), "{error}");
        assert_eq!(store.head().await.expect("head"), before);
        assert_eq!(all(&store).await.len(), 2);
        store.verify(|_| {}).await.expect("valid");

        let mut again = notes(0, 1);
        again[0].fingerprint = Some([3; 32]);
        let appended = append(&store, again).await;
        assert!(
            matches!(appended[..], [Appended::Recorded(_)]),
            "its fingerprint is not known"
        );
    })
    .await;
}

#[tokio::test]
async fn a_fingerprint_that_is_known_is_not_recorded_again_also_within_a_batch() {
    on_each_database(async |database| {
        let store = database.open().await;
        let with = |byte: u8| NewEntry {
            fingerprint: Some([byte; 32]),
            ..new(note(&format!("note {byte}")))
        };
        let first = append(&store, vec![with(1), with(2), with(1), new(note("x"))]).await;
        assert!(matches!(first[2], Appended::AlreadyKnown(Seq(1))));
        assert_eq!(store.head().await.expect("head").seq, Seq(3));

        let second = append(&store, vec![with(3), with(2), with(3)]).await;
        assert!(matches!(
            second[0],
            Appended::Recorded(Entry { seq: Seq(4), .. })
        ));
        assert_eq!(
            second[1..],
            [
                Appended::AlreadyKnown(Seq(2)),
                Appended::AlreadyKnown(Seq(4))
            ]
        );

        let head = store.head().await.expect("head");
        let third = append(&store, vec![with(1), with(2), with(3)]).await;
        assert!(third.iter().all(|a| matches!(a, Appended::AlreadyKnown(_))));
        assert_eq!(
            store.head().await.expect("head"),
            head,
            "nothing new leaves the head alone"
        );
    })
    .await;
}

#[tokio::test]
async fn time_never_runs_backwards_in_the_log() {
    on_each_database(async |database| {
        let store = database.open().await;
        for (now, expected) in [
            (NOW.0, NOW.0),
            (NOW.0 - 60, NOW.0),
            (NOW.0 + 60, NOW.0 + 60),
        ] {
            let appended = store
                .append(notes(0, 1), Timestamp(now), salts(1))
                .await
                .expect("appended");
            assert_eq!(recorded(appended)[0].recorded, Timestamp(expected));
        }
        store.verify(|_| {}).await.expect("valid");
    })
    .await;
}

#[tokio::test]
async fn many_entries_come_in_the_same_order_however_they_are_read() {
    on_each_database(async |database| {
        let store = database.open().await;
        append(&store, notes(0, 5000)).await;
        let entries = all(&store).await;
        assert_eq!(entries.len(), 5000);
        let mut loaded = Vec::new();
        store
            .load(Seq(7), |part| loaded.extend(part))
            .await
            .expect("loaded");
        assert_eq!(loaded, entries[7..]);
        let sealed = store.sealed_after(Seq(1), 4096).await.expect("sealed");
        assert_eq!(sealed.len(), 4096);
        for ((sealed, _), entry) in sealed.iter().zip(&entries[1..]) {
            assert_eq!(&sealed.open().expect("entry"), entry);
        }
        let mut last = Seq(0);
        store.verify(|seq| last = seq).await.expect("valid");
        assert_eq!(last, Seq(5000), "progress reaches the end");
    })
    .await;
}
