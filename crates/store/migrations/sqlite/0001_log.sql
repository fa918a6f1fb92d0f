-- The log, its head, what is known already, and settings. The same tables as in the other folder.
CREATE TABLE log_entries (
    seq         INTEGER NOT NULL PRIMARY KEY,
    recorded_at INTEGER NOT NULL, -- seconds since 1970-01-01 UTC
    made_by     TEXT    NOT NULL,
    kind        TEXT    NOT NULL,
    payload     TEXT    NOT NULL, -- JSON: {"field": {"v": value, "s": salt} or {"d": digest}}
    hash        BLOB    NOT NULL CHECK (length(hash) = 32)
) STRICT;

-- One row. Whoever appends takes the next number by updating it, so that numbers are gapless and
-- become visible in their order.
CREATE TABLE log_head (
    id          INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    seq         INTEGER NOT NULL,
    hash        BLOB    NOT NULL CHECK (length(hash) = 32),
    recorded_at INTEGER NOT NULL
) STRICT;

INSERT INTO log_head (id, seq, hash, recorded_at) VALUES (1, 0, zeroblob(32), 0);

CREATE TABLE fingerprints (
    fingerprint BLOB    NOT NULL PRIMARY KEY CHECK (length(fingerprint) = 32),
    seq         INTEGER NOT NULL REFERENCES log_entries (seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
