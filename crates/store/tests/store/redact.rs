//! Taking values away.

use std::path::Path;

use vanort_domain::Seq;
use vanort_domain::log::{Content, Redaction};
use vanort_store::{Store, StoreError};
use vanort_testkit::{NOW, Seeds, TestDatabase, note, on_each_database, salts, source};

use crate::append::{append, new, notes};

fn redaction(of: u32, field: &str) -> Redaction {
    Redaction {
        of: Seq(of),
        field: field.to_owned(),
        reason: "asked for".to_owned(),
    }
}

async fn redact(store: &Store, of: u32, field: &str) -> Result<(), StoreError> {
    store
        .redact(redaction(of, field), "editor", NOW, salts(9))
        .await
        .map(drop)
}

/// Whether a text stands anywhere in the file or beside it.
fn is_in_files(file: &Path, text: &str) -> bool {
    let folder = file.parent().expect("a folder");
    std::fs::read_dir(folder).expect("readable").any(|entry| {
        let bytes = std::fs::read(entry.expect("entry").path()).expect("readable");
        String::from_utf8_lossy(&bytes).contains(text)
    })
}

#[tokio::test]
async fn a_redacted_value_is_gone_for_readers_and_the_log_still_verifies() {
    on_each_database(async |database| {
        let store = database.open().await;
        append(
            &store,
            vec![
                new(source("page-1", &[("note", "secret")])),
                new(note("other")),
            ],
        )
        .await;
        let record = store
            .redact(redaction(1, "note"), "editor", NOW, salts(9))
            .await
            .expect("redacted");
        assert_eq!(record.seq, Seq(3));
        assert!(matches!(&record.content, Content::Redaction(r) if **r == redaction(1, "note")));

        let entries = store.entries_after(Seq(0), 9).await.expect("entries");
        assert!(matches!(&entries[0].content, Content::Source(s) if s.note.is_none()));
        assert_eq!(entries[2], record);
        let head = store.verify(|_| {}).await.expect("valid");
        assert_eq!(head.seq, Seq(3));
        let sealed = store.sealed_after(Seq(0), 1).await.expect("sealed");
        assert!(sealed[0].0.is_redacted());
    })
    .await;
}

#[tokio::test]
async fn an_entry_that_lost_a_value_it_needs_is_unreadable_and_the_rest_is_still_read() {
    on_each_database(async |database| {
        let store = database.open().await;
        append(&store, vec![new(source("page-1", &[])), new(note("other"))]).await;
        redact(&store, 1, "publisher").await.expect("redacted");
        let entries = store.entries_after(Seq(0), 9).await.expect("entries");
        assert_eq!(entries[0].content, Content::Unreadable);
        assert_eq!(entries[1].content, note("other"));
        store.verify(|_| {}).await.expect("valid");
    })
    .await;
}

#[tokio::test]
async fn where_there_is_nothing_to_take_away_nothing_is_recorded() {
    on_each_database(async |database| {
        let store = database.open().await;
        append(&store, notes(0, 2)).await;
        redact(&store, 1, "reason").await.expect("redacted");
        let before = store.head().await.expect("head");
        for (of, field) in [(1, "reason"), (1, "none"), (0, "reason"), (9, "reason")] {
            let error = redact(&store, of, field).await.expect_err("refused");
            assert!(
                matches!(error, StoreError::Refused(_)),
                "{of} {field}: {error}"
            );
        }
        assert_eq!(store.head().await.expect("head"), before);
    })
    .await;
}

/// Rows of many lengths, appended in batches of many sizes, so that pages are split and filled in every way.
#[tokio::test]
async fn a_redacted_value_is_not_in_the_sqlite_file_nor_beside_it() {
    let database = TestDatabase::sqlite();
    let file = database.file().expect("a file").to_owned();
    let store = database.open().await;
    let mut seeds = Seeds::new(7);
    let mut secrets = Vec::new();
    while secrets.len() < 300 {
        let batch = (0..=seeds.below(40))
            .map(|_| {
                let length =
                    [3, 60, 400, 3000, 9000][usize::try_from(seeds.below(5)).expect("small")];
                let number = secrets.len();
                let secret = format!("<secret {number}>");
                let text =
                    secret.repeat(1 + usize::try_from(seeds.below(length)).expect("small") / 12);
                secrets.push(secret);
                new(note(&text))
            })
            .collect();
        append(&store, batch).await;
    }
    assert!(secrets.iter().all(|secret| is_in_files(&file, secret)));
    for (secret, of) in secrets.iter().zip(1..).filter(|(_, of)| of % 2 == 0) {
        redact(&store, of, "reason").await.expect("redacted");
        assert!(!is_in_files(&file, secret), "{secret} is still there");
    }
    assert!(
        is_in_files(&file, &secrets[0]),
        "what was not redacted is still there"
    );
    store.verify(|_| {}).await.expect("valid");
}
