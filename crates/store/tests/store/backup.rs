//! Backups and restoring them.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use vanort_domain::Seq;
use vanort_store::{Appended, Location, NewEntry, ServeLock, Store, StoreError};
use vanort_testkit::{TestDatabase, databases, note, on_each_database};

use crate::append::{append, new, notes};

fn names_in(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .expect("readable")
        .map(|entry| {
            entry
                .expect("entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    names.sort();
    names
}

#[tokio::test(flavor = "multi_thread")]
async fn backups_made_while_others_append_are_consistent_and_verify() {
    on_each_database(async |database| {
        let store = database.open().await;
        append(&store, notes(0, 3000)).await;
        let done = Arc::new(AtomicBool::new(false));
        let (appending, stop) = (store.clone(), done.clone());
        let appender = tokio::spawn(async move {
            let mut count = 0;
            while !stop.load(Ordering::SeqCst) {
                append(&appending, notes(count, 7)).await;
                count += 7;
            }
        });
        for number in 0..3 {
            let before = store.head().await.expect("head").seq;
            let path = database.path(&format!("backup-{number}"));
            store.backup(&path).await.expect("backup");
            let backup = Store::open_existing(&Location::Sqlite(path))
                .await
                .expect("opened");
            let head = backup.verify(|_| {}).await.expect("valid");
            assert!(head.seq >= before, "all that was there when it began");
            let in_original = store
                .sealed_after(Seq(head.seq.0 - 1), 1)
                .await
                .expect("sealed");
            assert_eq!(in_original[0].1, head.hash, "it is the same log");
            backup.close().await;
        }
        done.store(true, Ordering::SeqCst);
        appender.await.expect("appended");
    })
    .await;
}

#[tokio::test]
async fn a_backup_never_takes_the_place_of_a_file_and_leaves_nothing_else_behind() {
    on_each_database(async |database| {
        let store = database.open().await;
        append(&store, notes(0, 1)).await;
        let folder = database.path("backups");
        std::fs::create_dir(&folder).expect("folder");
        let path = folder.join("backup");
        std::fs::write(&path, "precious").expect("written");
        let error = store.backup(&path).await.expect_err("refused");
        assert!(matches!(error, StoreError::Refused(_)), "{error}");
        assert_eq!(std::fs::read(&path).expect("read"), b"precious");
        store.backup(&folder.join("other")).await.expect("backup");
        assert_eq!(names_in(&folder), ["backup", "other"]);

        let error = store
            .backup(&folder.join("no/such/folder"))
            .await
            .expect_err("refused");
        assert!(matches!(error, StoreError::NotFound { .. }), "{error}");
    })
    .await;
}

#[tokio::test]
async fn a_restored_register_is_the_same_whichever_database_it_came_from_and_goes_to() {
    for origin in databases().await {
        on_each_database(async |target| {
            let store = origin.open().await;
            let known = NewEntry {
                fingerprint: Some([7; 32]),
                ..new(note("known"))
            };
            append(&store, vec![known.clone()]).await;
            append(&store, notes(0, 3000)).await;
            store.set_setting("secret", "origin's").await.expect("set");
            let head = store.head().await.expect("head");
            let backup = target.path("backup");
            store.backup(&backup).await.expect("backup");
            let bytes = std::fs::read(&backup).expect("read");

            let restored = Store::restore(target.location(), &backup)
                .await
                .expect("restored");
            assert_eq!(restored, head);
            assert_eq!(
                std::fs::read(&backup).expect("read"),
                bytes,
                "the backup is as it was"
            );
            let copy = Store::open_existing(target.location())
                .await
                .expect("opened");
            assert_eq!(copy.verify(|_| {}).await.expect("valid"), head);
            assert_eq!(
                copy.setting("secret").await.expect("setting").as_deref(),
                Some("origin's")
            );
            assert_eq!(
                append(&copy, vec![known]).await,
                [Appended::AlreadyKnown(Seq(1))]
            );
            assert_eq!(
                copy.sealed_after(Seq(0), 9999).await.expect("sealed"),
                store.sealed_after(Seq(0), 9999).await.expect("sealed"),
            );
        })
        .await;
    }
}

#[tokio::test]
async fn an_empty_register_may_be_restored_into_and_one_with_entries_may_not() {
    on_each_database(async |target| {
        let origin = TestDatabase::sqlite();
        let store = origin.open().await;
        append(&store, notes(0, 5)).await;
        let backup = origin.path("backup");
        store.backup(&backup).await.expect("backup");

        let empty = target.open().await;
        empty.set_setting("secret", "its own").await.expect("set");
        empty.close().await;
        Store::restore(target.location(), &backup)
            .await
            .expect("restored");

        append(&store, notes(5, 5)).await;
        let newer = origin.path("newer");
        store.backup(&newer).await.expect("backup");
        let error = Store::restore(target.location(), &newer)
            .await
            .expect_err("refused");
        assert!(matches!(error, StoreError::Refused(_)), "{error}");
        let kept = Store::open_existing(target.location())
            .await
            .expect("opened");
        assert_eq!(kept.head().await.expect("head").seq, Seq(5));
    })
    .await;
}

#[tokio::test]
async fn a_damaged_backup_is_not_restored_and_nothing_is_left_behind() {
    let origin = TestDatabase::sqlite();
    let store = origin.open().await;
    append(&store, notes(0, 500)).await;
    let tampered = origin.path("tampered");
    store.backup(&tampered).await.expect("backup");
    let good = std::fs::read(&tampered).expect("read");
    std::fs::write(origin.path("cut"), &good[..good.len() / 2]).expect("written");
    std::fs::write(origin.path("letter"), "Dear municipality, ".repeat(500)).expect("written");
    let at = good
        .windows(7)
        .position(|bytes| bytes == b"note 77")
        .expect("there");
    let mut changed = good.clone();
    changed[at + 6] = b'8';
    std::fs::write(&tampered, changed).expect("written");

    on_each_database(async |target| {
        for name in ["tampered", "cut", "letter"] {
            let path = origin.path(name);
            let error = Store::restore(target.location(), &path)
                .await
                .expect_err(name);
            assert!(
                matches!(error, StoreError::Corrupt { .. }),
                "{name}: {error}"
            );
            assert!(
                error.to_string().starts_with(&path.display().to_string()),
                "{error}"
            );
        }
        let error = Store::restore(target.location(), &origin.path("none"))
            .await
            .expect_err("none");
        assert!(matches!(error, StoreError::NotFound { .. }), "{error}");
        if let Some(file) = target.file() {
            assert_eq!(
                names_in(file.parent().expect("folder")),
                ["vanort.sqlite.lock"]
            );
        }
        assert_eq!(target.open().await.head().await.expect("head").seq, Seq(0));
    })
    .await;
}

#[tokio::test]
async fn a_file_that_is_served_is_neither_served_again_nor_restored_into() {
    let database = TestDatabase::sqlite();
    let store = database.open().await;
    let backup = database.path("backup");
    store.backup(&backup).await.expect("backup");

    let held = ServeLock::take(database.location()).expect("free");
    let second = ServeLock::take(database.location()).expect_err("held");
    assert!(matches!(second, StoreError::Served { .. }), "{second}");
    assert!(second.to_string().contains("already served"), "{second}");
    let restore = Store::restore(database.location(), &backup)
        .await
        .expect_err("held");
    assert!(matches!(restore, StoreError::Served { .. }), "{restore}");
    drop(held);
    ServeLock::take(database.location()).expect("free again");
}

#[tokio::test]
async fn any_number_of_servers_may_run_on_one_postgresql() {
    for database in databases()
        .await
        .iter()
        .filter(|database| database.file().is_none())
    {
        let _first = ServeLock::take(database.location()).expect("free");
        let _second = ServeLock::take(database.location()).expect("free");
    }
}
