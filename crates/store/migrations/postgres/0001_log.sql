-- The log, its head, what is known already, and settings. The same tables as in the other folder.
CREATE TABLE log_entries (
    seq         BIGINT           NOT NULL PRIMARY KEY,
    recorded_at BIGINT           NOT NULL, -- seconds since 1970-01-01 UTC
    made_by     TEXT COLLATE "C" NOT NULL,
    kind        TEXT COLLATE "C" NOT NULL,
    payload     TEXT COLLATE "C" NOT NULL, -- JSON: {"field": {"v": value, "s": salt} or {"d": digest}}
    hash        BYTEA            NOT NULL CHECK (length(hash) = 32)
);

-- One row. Whoever appends takes the next number by updating it, so that numbers are gapless and
-- become visible in their order.
CREATE TABLE log_head (
    id          BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    seq         BIGINT NOT NULL,
    hash        BYTEA  NOT NULL CHECK (length(hash) = 32),
    recorded_at BIGINT NOT NULL
);

INSERT INTO log_head (id, seq, hash, recorded_at)
VALUES (1, 0, decode('0000000000000000000000000000000000000000000000000000000000000000', 'hex'), 0);

CREATE TABLE fingerprints (
    fingerprint BYTEA  NOT NULL PRIMARY KEY CHECK (length(fingerprint) = 32),
    seq         BIGINT NOT NULL REFERENCES log_entries (seq)
);

CREATE TABLE settings (
    name  TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    value TEXT COLLATE "C" NOT NULL
);
