//! Every SQL statement of the store. One text for both databases; a test prepares each on both.

/// How many rows go into one statement where many are written.
pub(crate) const ROWS: usize = 64;

macro_rules! statements {
    ($list:ident: $($(#[$doc:meta])* $name:ident = $text:literal;)+) => {
        $($(#[$doc])* pub(crate) const $name: &str = $text;)+
        const $list: &[&str] = &[$($name),+];
    };
}

statements!(ON_BOTH:
    /// Waits for whoever writes, then keeps others waiting; gives the head.
    LOCK_HEAD = "UPDATE log_head SET seq = seq WHERE id = 1 RETURNING seq, hash, recorded_at";
    HEAD = "SELECT seq, hash, recorded_at FROM log_head WHERE id = 1";
    SET_HEAD = "UPDATE log_head SET seq = $1, hash = $2, recorded_at = $3 WHERE id = 1";
    LAST_ENTRY = "SELECT seq, hash FROM log_entries ORDER BY seq DESC LIMIT 1";
    PAGE = "SELECT seq, recorded_at, made_by, kind, payload FROM log_entries \
            WHERE seq > $1 ORDER BY seq LIMIT $2";
    HASHED_PAGE = "SELECT seq, recorded_at, made_by, kind, payload, hash FROM log_entries \
                   WHERE seq > $1 ORDER BY seq LIMIT $2";
    SET_PAYLOAD = "UPDATE log_entries SET payload = $1 WHERE seq = $2";
    FINGERPRINT_PAGE = "SELECT fingerprint, seq FROM fingerprints \
                        WHERE fingerprint > $1 ORDER BY fingerprint LIMIT $2";
    SETTING = "SELECT value FROM settings WHERE name = $1";
    SETTINGS = "SELECT name, value FROM settings ORDER BY name";
    ADD_SETTING = "INSERT INTO settings (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING";
    SET_SETTING = "INSERT INTO settings (name, value) VALUES ($1, $2) \
                   ON CONFLICT (name) DO UPDATE SET value = excluded.value";
    DELETE_SETTINGS = "DELETE FROM settings";
    /// Whether the tables were ever made here.
    MIGRATED = "SELECT count(*) FROM _sqlx_migrations";
);

statements!(ON_SQLITE:
    /// Whether a file that lacks our tables holds anybody else's.
    TABLES = "SELECT count(*) FROM sqlite_master";
    VACUUM_INTO = "VACUUM INTO $1";
    /// Moves everything from the side file into the file, and empties the side file.
    CHECKPOINT = "PRAGMA wal_checkpoint(TRUNCATE)";
    INTEGRITY = "PRAGMA integrity_check(1)";
);

/// The statements of the store: those for both databases, and those for the administration of a SQLite file.
#[derive(Debug)]
pub struct StatementSet {
    /// Run on SQLite and PostgreSQL.
    pub on_both: Vec<String>,
    /// Run on SQLite alone.
    pub on_sqlite: Vec<String>,
}

/// Every statement of the store, so that a test can prepare each on both databases.
#[must_use]
pub fn statements() -> StatementSet {
    let many = [1, 2, ROWS]
        .into_iter()
        .flat_map(|rows| [insert_entries(rows), insert_fingerprints(rows), known(rows)]);
    StatementSet {
        on_both: ON_BOTH
            .iter()
            .map(ToString::to_string)
            .chain(many)
            .collect(),
        on_sqlite: ON_SQLITE.iter().map(ToString::to_string).collect(),
    }
}

/// Inserts entries, six values each.
pub(crate) fn insert_entries(rows: usize) -> String {
    let head = "INSERT INTO log_entries (seq, recorded_at, made_by, kind, payload, hash) VALUES ";
    head.to_owned() + &tuples(rows, 6)
}

/// Inserts fingerprints, two values each.
pub(crate) fn insert_fingerprints(rows: usize) -> String {
    "INSERT INTO fingerprints (fingerprint, seq) VALUES ".to_owned() + &tuples(rows, 2)
}

/// Asks which of some fingerprints are known.
pub(crate) fn known(rows: usize) -> String {
    format!(
        "SELECT fingerprint, seq FROM fingerprints WHERE fingerprint IN {}",
        tuple(1, rows)
    )
}

fn tuples(rows: usize, columns: usize) -> String {
    let tuples: Vec<String> = (0..rows)
        .map(|row| tuple(row * columns + 1, columns))
        .collect();
    tuples.join(", ")
}

fn tuple(first: usize, columns: usize) -> String {
    let numbers: Vec<String> = (first..first + columns).map(|n| format!("${n}")).collect();
    format!("({})", numbers.join(", "))
}
