-- Who was forgotten, as keyed hashes only: enough to know him again, too little to tell who he was. Not journalled: no undo brings
-- anybody back, and a copy that is restored keeps the marks of the store (see store/forgetting.py).
CREATE TABLE forgotten_key (
    id INTEGER PRIMARY KEY,
    key BLOB NOT NULL UNIQUE          -- random
);

CREATE TABLE forgotten (
    id INTEGER PRIMARY KEY,
    tag TEXT NOT NULL UNIQUE,         -- random: the same forgetting in the store and in its copies
    at TEXT NOT NULL,
    clean INTEGER NOT NULL DEFAULT 0, -- 1 once free pages and copies were cleaned, too
    lifted TEXT NOT NULL DEFAULT ''   -- when the owner took it back
);

CREATE TABLE forgotten_mark (
    id INTEGER PRIMARY KEY,
    forgotten_id INTEGER NOT NULL REFERENCES forgotten (id),
    key_id INTEGER NOT NULL REFERENCES forgotten_key (id),
    digest BLOB NOT NULL,
    UNIQUE (forgotten_id, key_id, digest)
);
CREATE INDEX forgotten_mark_digest ON forgotten_mark (digest);
