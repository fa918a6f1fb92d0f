//! The SQL itself: one text for two databases.

use std::path::Path;

use sqlx::{AssertSqlSafe, Connection as _, Executor as _, SqlSafeStr as _};
use vanort_store::{Location, StatementSet, statements};
use vanort_testkit::on_each_database;

#[tokio::test]
async fn every_statement_prepares_on_both_databases() {
    on_each_database(async |database| {
        database.open().await.close().await;
        let StatementSet { on_both, on_sqlite } = statements();
        assert!(on_both.len() > 15, "the list is not empty");
        match database.location() {
            Location::Sqlite(path) => {
                let options = sqlx::sqlite::SqliteConnectOptions::new().filename(path);
                let mut connection = sqlx::SqliteConnection::connect_with(&options)
                    .await
                    .expect("opened");
                for text in on_both.into_iter().chain(on_sqlite) {
                    let prepared = connection
                        .prepare(AssertSqlSafe(text.clone()).into_sql_str())
                        .await;
                    assert!(prepared.is_ok(), "{text}: {prepared:?}");
                }
            }
            Location::Postgres(url) => {
                let mut connection = sqlx::PgConnection::connect(url).await.expect("opened");
                for text in on_both {
                    let prepared = connection
                        .prepare(AssertSqlSafe(text.clone()).into_sql_str())
                        .await;
                    assert!(prepared.is_ok(), "{text}: {prepared:?}");
                }
            }
        }
    })
    .await;
}

#[test]
fn the_two_folders_of_migrations_have_the_same_names() {
    let names = |folder: &str| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("migrations")
            .join(folder);
        let mut names: Vec<_> = std::fs::read_dir(folder)
            .expect("readable")
            .map(|entry| entry.expect("entry").file_name())
            .collect();
        names.sort();
        names
    };
    assert!(!names("sqlite").is_empty());
    assert_eq!(names("sqlite"), names("postgres"));
}
