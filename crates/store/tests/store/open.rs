//! Opening: what is there, what is not, and what is wrong with it.

use std::time::Duration;

use vanort_domain::Seq;
use vanort_store::{Limits, Location, Store, StoreError};
use vanort_testkit::{NOW, TestDatabase, databases, on_each_database, salts};

use crate::append::{append, notes};

#[tokio::test]
async fn reading_what_is_not_there_says_so_and_makes_nothing() {
    on_each_database(async |database| {
        let error = Store::open_existing(database.location())
            .await
            .expect_err("nothing there");
        assert!(matches!(error, StoreError::NotFound { .. }), "{error}");
        assert!(!database.file().is_some_and(std::path::Path::exists));
    })
    .await;
    let database = TestDatabase::sqlite();
    let file = database.file().expect("a file");
    std::fs::write(file, "").expect("written");
    let error = Store::open_existing(database.location())
        .await
        .expect_err("an empty file");
    assert!(matches!(error, StoreError::NotFound { .. }), "{error}");
}

#[tokio::test]
async fn a_file_that_is_cut_off_scrambled_or_something_else_is_called_damaged() {
    let database = TestDatabase::sqlite();
    let store = database.open().await;
    append(&store, notes(0, 2000)).await;
    store.close().await;
    let good = std::fs::read(database.file().expect("a file")).expect("read");

    let mut scrambled = good.clone();
    scrambled[100..4096].fill(0xa5);
    let cases = [
        ("cut in half", good[..good.len() / 2].to_vec()),
        ("cut after a page", good[..4096].to_vec()),
        ("cut in the header", good[..50].to_vec()),
        ("scrambled", scrambled),
        ("a letter", "Dear municipality, ".repeat(500).into_bytes()),
    ];
    for (case, bytes) in cases {
        let path = database.path(case);
        std::fs::write(&path, &bytes).expect("written");
        let location = Location::Sqlite(path.clone());
        for error in [
            Store::open(&location).await.map(drop).expect_err(case),
            Store::open_existing(&location)
                .await
                .map(drop)
                .expect_err(case),
        ] {
            assert!(
                matches!(error, StoreError::Corrupt { .. }),
                "{case}: {error:?}"
            );
            assert!(
                error.to_string().contains("restore the latest backup"),
                "{error}"
            );
        }
        assert_eq!(
            std::fs::read(&path).expect("read"),
            bytes,
            "{case}: it is left as it was"
        );
    }
}

#[tokio::test]
async fn a_database_of_another_program_is_left_alone() {
    let database = TestDatabase::sqlite();
    database.tamper("CREATE TABLE places (id INTEGER)").await;
    let error = Store::open(database.location())
        .await
        .expect_err("not ours");
    assert!(error.to_string().contains("another program"), "{error}");
}

#[tokio::test]
async fn a_database_of_a_newer_version_is_not_touched() {
    on_each_database(async |database| {
        let store = database.open().await;
        append(&store, notes(0, 1)).await;
        store.close().await;
        database
            .tamper(
                "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
                 SELECT 9999, 'from the future', success, checksum, 0 FROM _sqlx_migrations WHERE version = 1",
            )
            .await;
        for error in [
            Store::open(database.location()).await.expect_err("newer"),
            Store::open_existing(database.location()).await.expect_err("newer"),
        ] {
            assert!(matches!(error, StoreError::Newer { .. }), "{error}");
        }
    })
    .await;
}

#[tokio::test]
async fn several_nodes_may_start_at_once_on_an_empty_database() {
    on_each_database(async |database| {
        let location = database.location();
        let opened = tokio::join!(
            Store::open(location),
            Store::open(location),
            Store::open(location),
            Store::open(location),
        );
        for store in [opened.0, opened.1, opened.2, opened.3] {
            append(&store.expect("opened"), notes(0, 1)).await;
        }
        let store = database.open().await;
        assert_eq!(store.verify(|_| {}).await.expect("valid").seq, Seq(4));
    })
    .await;
}

#[tokio::test]
async fn a_full_disk_is_said_and_leaves_nothing_half_written() {
    let database = TestDatabase::sqlite();
    let limits = Limits {
        pages: Some(60),
        ..Limits::default()
    };
    let store = Store::open_within(database.location(), &limits)
        .await
        .expect("opened");
    append(&store, notes(0, 200)).await;
    let before = store.head().await.expect("head");
    let error = store
        .append(notes(200, 5000), NOW, salts(1))
        .await
        .expect_err("full");
    assert!(matches!(error, StoreError::Full { .. }), "{error:?}");
    assert!(error.to_string().contains("nothing was written"), "{error}");
    assert_eq!(store.head().await.expect("head"), before);
    assert_eq!(
        store
            .entries_after(Seq(0), 9999)
            .await
            .expect("entries")
            .len(),
        200
    );
    assert_eq!(store.verify(|_| {}).await.expect("valid"), before);
    append(&store, notes(200, 1)).await;
    store.close().await;

    let again = database.open().await;
    assert_eq!(again.verify(|_| {}).await.expect("valid").seq, Seq(201));
}

#[tokio::test]
async fn after_a_full_disk_everything_is_written_again_once_there_is_room() {
    let database = TestDatabase::sqlite();
    let limits = Limits {
        pages: Some(60),
        ..Limits::default()
    };
    let store = Store::open_within(database.location(), &limits)
        .await
        .expect("opened");
    let ballast = "x".repeat(80_000);
    store.set_setting("ballast", &ballast).await.expect("set");
    // A single row: here SQLite takes back the whole transaction by itself, and not only the one statement.
    let mut count = 0;
    let error = loop {
        match store.append(notes(count, 1), NOW, salts(1)).await {
            Ok(_) => count += 1,
            Err(error) => break error,
        }
    };
    assert!(matches!(error, StoreError::Full { .. }), "{error:?}");
    for _ in 0..3 {
        let again = store.append(notes(count, 1), NOW, salts(1)).await;
        let error = again.expect_err("still full");
        assert!(matches!(error, StoreError::Full { .. }), "{error:?}");
    }
    assert_eq!(
        store.known(&notes(count, 1)).await.expect("asked"),
        [None],
        "a plan can be made meanwhile"
    );

    store.set_setting("ballast", "").await.expect("set");
    append(&store, notes(count, 1)).await;
    let head = store.verify(|_| {}).await.expect("valid");
    assert_eq!(usize::try_from(head.seq.0).ok(), Some(count + 1));
}

#[tokio::test]
async fn a_file_held_by_another_program_is_called_locked_and_can_still_be_read() {
    let database = TestDatabase::sqlite();
    // Making the file takes locks of its own, for which a busy machine needs more patience than the test has.
    drop(Store::open(database.location()).await.expect("made"));
    let limits = Limits {
        patience: Duration::from_millis(500),
        ..Limits::default()
    };
    let store = Store::open_within(database.location(), &limits)
        .await
        .expect("opened");
    append(&store, notes(0, 1)).await;
    let _holder = database.hold().await;
    let error = store
        .append(notes(1, 1), NOW, salts(1))
        .await
        .expect_err("locked");
    assert!(matches!(error, StoreError::Locked { .. }), "{error:?}");
    assert_eq!(store.head().await.expect("head").seq, Seq(1));
}

#[tokio::test]
async fn a_server_that_does_not_answer_is_said_at_once_and_without_the_password() {
    // Port 1 of this machine: nobody listens there.
    let location = Location::Postgres("postgres://vanort:hush@127.0.0.1:1/register".into());
    let opened = tokio::time::timeout(Duration::from_secs(5), Store::open(&location)).await;
    let error = opened.expect("at once").expect_err("nobody there");
    assert!(matches!(error, StoreError::Unreachable { .. }), "{error:?}");
    for text in [
        error.to_string(),
        format!("{error:?}"),
        format!("{location:?}"),
    ] {
        assert!(!text.contains("hush"), "{text}");
    }
    let error = Store::open(&Location::Postgres("not an address".into()))
        .await
        .expect_err("bad");
    assert!(matches!(error, StoreError::Unreachable { .. }), "{error:?}");
}

#[tokio::test]
async fn a_database_that_the_server_lacks_is_called_not_found() {
    for database in databases().await {
        if let Location::Postgres(url) = database.location() {
            let location = Location::Postgres(url.replace("/vanort_test_", "/not_there_"));
            let error = Store::open(&location).await.expect_err("not there");
            assert!(matches!(error, StoreError::NotFound { .. }), "{error:?}");
        }
    }
}

#[tokio::test]
async fn a_setting_once_set_is_in_force_for_whoever_asks_later() {
    on_each_database(async |database| {
        let (one, two) = (database.open().await, database.open().await);
        assert_eq!(one.setting("secret").await.expect("read"), None);
        assert_eq!(
            one.set_setting_if_absent("secret", "a").await.expect("set"),
            "a"
        );
        assert_eq!(
            two.set_setting_if_absent("secret", "b").await.expect("set"),
            "a"
        );
        two.set_setting("secret", "c").await.expect("set");
        assert_eq!(
            one.setting("secret").await.expect("read").as_deref(),
            Some("c")
        );
    })
    .await;
}

#[cfg(unix)]
#[tokio::test]
async fn only_the_user_that_runs_it_can_read_the_file() {
    use std::os::unix::fs::PermissionsExt as _;
    let database = TestDatabase::sqlite();
    let store = database.open().await;
    append(&store, notes(0, 1)).await;
    store
        .backup(&database.path("backup"))
        .await
        .expect("backup");
    for name in ["vanort.sqlite", "vanort.sqlite-wal", "backup"] {
        let mode = std::fs::metadata(database.path(name))
            .expect("there")
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
}
