//! A fresh database for each test, of each sort that is to be had.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::str::FromStr as _;
use std::sync::Once;
use std::sync::atomic::{AtomicU32, Ordering};

use sqlx::postgres::{PgConnectOptions, PgConnection};
use sqlx::{AssertSqlSafe, Connection as _};
use tempfile::TempDir;
use vanort_store::{Location, Store};

/// The environment variable with the address of a PostgreSQL server on which databases may be made.
const SERVER: &str = "VANORT_TEST_POSTGRES";

/// An empty database and an empty folder, both gone when it is dropped.
#[derive(Debug)]
pub struct TestDatabase {
    location: Location,
    folder: TempDir,
    server: Option<(String, String)>,
}

impl TestDatabase {
    /// A SQLite file that is not there yet.
    ///
    /// # Panics
    /// When there is no room for a folder.
    #[must_use]
    pub fn sqlite() -> Self {
        let folder = folder();
        Self {
            location: Location::Sqlite(folder.path().join("vanort.sqlite")),
            folder,
            server: None,
        }
    }

    /// A new database on the server, with a name of its own.
    async fn postgres(server: &str) -> Self {
        static MADE: AtomicU32 = AtomicU32::new(0);
        let number = MADE.fetch_add(1, Ordering::Relaxed);
        let name = format!("vanort_test_{}_{number}", std::process::id());
        run(
            server,
            format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"),
        )
        .await;
        run(server, format!("CREATE DATABASE {name}")).await;
        Self {
            location: Location::Postgres(address(server, &name)),
            folder: folder(),
            server: Some((server.to_owned(), name)),
        }
    }

    /// Where it is.
    #[must_use]
    pub fn location(&self) -> &Location {
        &self.location
    }

    /// A file name in its folder.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The file, where it is one.
    #[must_use]
    pub fn file(&self) -> Option<&Path> {
        match &self.location {
            Location::Sqlite(path) => Some(path),
            Location::Postgres(_) => None,
        }
    }

    /// Opens it.
    ///
    /// # Panics
    /// When it cannot be opened.
    pub async fn open(&self) -> Store {
        match Store::open(&self.location).await {
            Ok(store) => store,
            Err(error) => panic!("{error}"),
        }
    }

    /// Runs SQL past the store, as somebody with access to the database could.
    ///
    /// # Panics
    /// When the database refuses it.
    pub async fn tamper(&self, text: &str) {
        let text = AssertSqlSafe(text.to_owned());
        let done = match &self.location {
            Location::Postgres(url) => match PgConnection::connect(url).await {
                Ok(mut connection) => sqlx::raw_sql(text).execute(&mut connection).await.map(drop),
                Err(error) => Err(error),
            },
            Location::Sqlite(path) => {
                let options = sqlx::sqlite::SqliteConnectOptions::new()
                    .filename(path)
                    .create_if_missing(true)
                    .foreign_keys(false);
                match sqlx::SqliteConnection::connect_with(&options).await {
                    Ok(mut connection) => {
                        let done = sqlx::raw_sql(text).execute(&mut connection).await.map(drop);
                        done.and(connection.close().await)
                    }
                    Err(error) => Err(error),
                }
            }
        };
        if let Err(error) = done {
            panic!("{error}");
        }
    }
}

/// Holds a SQLite file against writers until it is dropped.
#[derive(Debug)]
pub struct Holder {
    _connection: sqlx::SqliteConnection,
}

impl TestDatabase {
    /// Begins to write to the file, as another program could, and does not end.
    ///
    /// # Panics
    /// When it is no file or somebody writes to it.
    pub async fn hold(&self) -> Holder {
        let options = self
            .file()
            .map(|f| sqlx::sqlite::SqliteConnectOptions::new().filename(f));
        let held = async {
            let options = options.ok_or(sqlx::Error::RowNotFound)?;
            let mut connection = sqlx::SqliteConnection::connect_with(&options).await?;
            sqlx::raw_sql("BEGIN IMMEDIATE")
                .execute(&mut connection)
                .await?;
            Ok::<_, sqlx::Error>(Holder {
                _connection: connection,
            })
        };
        match held.await {
            Ok(holder) => holder,
            Err(error) => panic!("{error}"),
        }
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        let Some((server, name)) = self.server.take() else {
            return;
        };
        // A test's own runtime cannot be waited on here.
        let dropped = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build();
            if let Ok(runtime) = runtime {
                runtime.block_on(run(&server, format!("DROP DATABASE {name} WITH (FORCE)")));
            }
        });
        let _ = dropped.join();
    }
}

/// An empty database of each sort: SQLite always, PostgreSQL where `VANORT_TEST_POSTGRES` names a server.
/// Without one it says loudly that this half was not run.
pub async fn databases() -> Vec<TestDatabase> {
    let mut all = vec![TestDatabase::sqlite()];
    match std::env::var(SERVER) {
        Ok(server) if !server.is_empty() => all.push(TestDatabase::postgres(&server).await),
        _ => say_that_half_was_not_run(),
    }
    all
}

/// Runs a test on an empty database of each sort.
pub async fn on_each_database(test: impl AsyncFn(&TestDatabase)) {
    for database in databases().await {
        // Shown only when the test fails, to tell on which.
        println!("on {:?}", database.location());
        test(&database).await;
    }
}

fn say_that_half_was_not_run() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // Past the test runner, which would keep it to itself.
        let _ = writeln!(
            std::io::stderr(),
            "\n*** {SERVER} is not set: the PostgreSQL half of the store's tests was NOT RUN ***\n"
        );
    });
}

fn folder() -> TempDir {
    match tempfile::Builder::new().prefix("vanort-test-").tempdir() {
        Ok(folder) => folder,
        Err(error) => panic!("no temporary folder: {error}"),
    }
}

/// The server's address with another database's name.
fn address(server: &str, name: &str) -> String {
    use sqlx::ConnectOptions as _;
    match PgConnectOptions::from_str(server) {
        Ok(options) => options.database(name).to_url_lossy().into(),
        Err(error) => panic!("{SERVER} is not the address of a server: {error}"),
    }
}

async fn run(server: &str, text: String) {
    let done = match PgConnection::connect(server).await {
        Ok(mut connection) => sqlx::raw_sql(AssertSqlSafe(text))
            .execute(&mut connection)
            .await
            .map(drop),
        Err(error) => Err(error),
    };
    if let Err(error) = done {
        panic!("the server that {SERVER} names: {error}");
    }
}
