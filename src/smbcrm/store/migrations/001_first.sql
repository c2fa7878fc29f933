-- Every table whose rows an owner could miss has an integer `id` and is journalled: see store/journal.py.
-- Dates are ISO text, money is a plain number in the unit beside it, sentences are JSON: [template, {values}].

CREATE TABLE operation (
    id INTEGER PRIMARY KEY,
    verb TEXT NOT NULL,
    words TEXT NOT NULL,              -- the command as typed
    at TEXT NOT NULL,                 -- when, UTC
    undoes INTEGER REFERENCES operation (id)
);

CREATE TABLE counter (name TEXT PRIMARY KEY, next INTEGER NOT NULL) WITHOUT ROWID;  -- ids are never used twice, so undo leaves it alone

CREATE TABLE journal (
    id INTEGER PRIMARY KEY,
    operation INTEGER NOT NULL REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED,
    tbl TEXT NOT NULL,
    action TEXT NOT NULL CHECK (action IN ('insert', 'update', 'delete')),
    first INTEGER NOT NULL,
    last INTEGER NOT NULL
);
CREATE INDEX journal_operation ON journal (operation);

CREATE TABLE setting (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, value TEXT NOT NULL);

CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,               -- what the owner calls it
    kind TEXT NOT NULL,               -- customers, purchases, payments, interactions, ratings, owner
    file TEXT NOT NULL,
    sheet TEXT NOT NULL,
    signature TEXT NOT NULL,          -- of its headings: how a newer version is recognised
    sha256 TEXT NOT NULL,             -- of its file, and how we read it: usecases/known_sheet.py
    headings TEXT NOT NULL,           -- JSON: [[heading, field], ...] in the order of the cells
    country TEXT NOT NULL,
    rank INTEGER NOT NULL DEFAULT 0,  -- its values win over those of lower ranks (import --prefer new)
    elsewhere INTEGER NOT NULL DEFAULT 0,  -- rows left to an overlapping export that brought them before
    operation INTEGER NOT NULL        -- the newest import of it
);

CREATE TABLE source_row (
    id INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES source (id),
    number INTEGER NOT NULL,          -- the row as a spreadsheet counts it
    key TEXT NOT NULL,                -- its value in the sheet's key column, or empty
    fingerprint INTEGER NOT NULL,     -- of its cells
    raw TEXT NOT NULL,                -- JSON: the cells exactly as read
    fields TEXT NOT NULL,             -- JSON: what we understood of them
    status TEXT NOT NULL,             -- imported, skipped, rejected, gone, owner
    reason TEXT NOT NULL,             -- JSON sentence; empty when there is nothing to say
    lead INTEGER,                     -- the row that stands for this one in matching (one buyer's many sales); itself if it does
    anchor INTEGER,                   -- for a row of the owner's: the row that led the customer when it was made
    customer_id INTEGER REFERENCES customer (id) DEFERRABLE INITIALLY DEFERRED,
    home INTEGER,                     -- the customer id it had before a merge, given back by a split
    operation INTEGER NOT NULL        -- first seen in
);
CREATE INDEX source_row_source ON source_row (source_id, number);
CREATE INDEX source_row_customer ON source_row (customer_id);

CREATE TABLE customer (
    id INTEGER PRIMARY KEY,
    lead INTEGER NOT NULL,            -- its oldest row
    rows INTEGER NOT NULL,            -- how many it was made from
    name TEXT NOT NULL,
    company TEXT NOT NULL,
    phone TEXT NOT NULL,
    email TEXT NOT NULL,
    city TEXT NOT NULL,
    tags TEXT NOT NULL,
    own_score REAL,
    spend REAL,
    purchases INTEGER,
    first_purchase TEXT,
    last_purchase TEXT,
    last_interaction TEXT,
    archived INTEGER NOT NULL DEFAULT 0,
    do_not_contact INTEGER NOT NULL DEFAULT 0,
    fields TEXT NOT NULL,             -- JSON: the rest of the golden record, other values too
    search TEXT NOT NULL              -- folded names, companies, phones, e-mails, sound keys
);

CREATE TABLE alias (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL);  -- a merged id and where it went

CREATE TABLE pair (
    id INTEGER PRIMARY KEY,
    row_a INTEGER NOT NULL REFERENCES source_row (id) DEFERRABLE INITIALLY DEFERRED,
    row_b INTEGER NOT NULL REFERENCES source_row (id) DEFERRABLE INITIALLY DEFERRED,
    verdict TEXT NOT NULL,            -- same, review, different
    confidence REAL NOT NULL,
    evidence TEXT NOT NULL,           -- JSON: [[sentence, weight, field], ...]
    decided_by TEXT NOT NULL,         -- auto, owner
    UNIQUE (row_a, row_b, decided_by)
);
CREATE INDEX pair_b ON pair (row_b);
CREATE INDEX pair_by ON pair (decided_by, verdict);

CREATE TABLE purchase (
    id INTEGER PRIMARY KEY,
    row_id INTEGER NOT NULL REFERENCES source_row (id) DEFERRABLE INITIALLY DEFERRED,
    date TEXT NOT NULL,
    amount REAL,
    unit TEXT NOT NULL,
    order_id TEXT NOT NULL,
    product TEXT NOT NULL
);
CREATE INDEX purchase_row ON purchase (row_id);

CREATE TABLE interaction (
    id INTEGER PRIMARY KEY,
    row_id INTEGER NOT NULL REFERENCES source_row (id) DEFERRABLE INITIALLY DEFERRED,
    date TEXT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    minutes REAL,
    cost REAL
);
CREATE INDEX interaction_row ON interaction (row_id);

CREATE TABLE score (
    id INTEGER PRIMARY KEY REFERENCES customer (id) DEFERRABLE INITIALLY DEFERRED,
    score REAL,                       -- the one that counts: the owner's, else the suggested one
    suggested REAL,
    raw REAL,                         -- suggested, unrounded: ranks ties
    coverage REAL NOT NULL,
    parts TEXT NOT NULL,              -- JSON: [[part, value, weight, points, known, sentence], ...]
    reason TEXT NOT NULL              -- why there is none
);
CREATE INDEX score_score ON score (score);

CREATE TABLE tier (
    id INTEGER PRIMARY KEY REFERENCES customer (id) DEFERRABLE INITIALLY DEFERRED,
    tier TEXT NOT NULL,
    rank INTEGER NOT NULL,
    score REAL,                       -- the score it was ranked by
    pinned INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX tier_tier ON tier (tier, rank);

CREATE TABLE tier_move (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    date TEXT NOT NULL,
    reason TEXT NOT NULL
);

CREATE TABLE plan (
    id INTEGER PRIMARY KEY,
    start TEXT NOT NULL,
    weeks INTEGER NOT NULL,
    minutes INTEGER NOT NULL,         -- per week
    money REAL NOT NULL,              -- for the whole plan
    tier TEXT NOT NULL,
    digest TEXT NOT NULL,             -- of what it was made from: nothing new keeps the plan
    said TEXT NOT NULL                -- JSON: sentences on what was cut and what more would buy
);

CREATE TABLE plan_item (
    id INTEGER PRIMARY KEY,
    plan_id INTEGER NOT NULL REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED,
    row_id INTEGER NOT NULL REFERENCES source_row (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL,
    date TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    cost REAL NOT NULL,
    reason TEXT NOT NULL,
    status TEXT NOT NULL              -- open, done, skipped, replaced
);
CREATE INDEX plan_item_plan ON plan_item (plan_id);
CREATE INDEX plan_item_row ON plan_item (row_id);

-- Kept in step by store/words.py.
CREATE VIRTUAL TABLE customer_words USING fts5 (search, content='customer', content_rowid='id', tokenize='trigram');

-- What commands print: one view for each set of records, with the columns that scripts rely on.
CREATE VIEW list_records AS
SELECT 'C' || c.id AS id, c.name, c.company, c.phone, c.email, c.city,
       CASE WHEN c.own_score IS NOT NULL THEN c.own_score ELSE s.suggested END AS score,
       c.own_score, s.suggested AS suggested_score, t.tier, c.last_interaction, c.tags,
       c.spend, c.purchases, c.first_purchase, c.last_purchase, c.rows, c.archived, c.do_not_contact,
       c.id AS customer, c.fields, c.search
FROM customer c LEFT JOIN score s ON s.id = c.id LEFT JOIN tier t ON t.id = c.id;

CREATE VIEW row_records AS
SELECT 's' || r.source_id || CASE r.status WHEN 'gone' THEN 'x' || r.id ELSE 'r' || r.number END AS ref, f.file AS source, f.sheet, r.number AS row,
       CASE WHEN r.customer_id IS NULL THEN NULL ELSE 'C' || r.customer_id END AS customer_id,
       r.status, r.reason, r.id AS row_id, r.source_id, r.raw, r.customer_id AS customer, f.name AS source_name
FROM source_row r JOIN source f ON f.id = r.source_id;

CREATE VIEW pair_records AS
SELECT p.id AS pair, 'C' || a.customer_id AS customer_a, 'C' || b.customer_id AS customer_b,
       (SELECT name FROM customer WHERE id = a.customer_id) AS name_a,
       (SELECT name FROM customer WHERE id = b.customer_id) AS name_b,
       p.verdict, p.confidence, p.evidence, p.decided_by AS "by", p.row_a, p.row_b,
       a.customer_id AS a_id, b.customer_id AS b_id
FROM pair p JOIN source_row a ON a.id = p.row_a JOIN source_row b ON b.id = p.row_b;

-- An open question stands once between two customers, by its surest pair, unless the owner said they are different.
CREATE VIEW open_pair_records AS
SELECT p.* FROM pair_records p WHERE p.pair IN (
    SELECT first_value(q.pair) OVER (
        PARTITION BY min(q.a_id, q.b_id), max(q.a_id, q.b_id) ORDER BY q.confidence DESC, q.pair)
    FROM pair_records q WHERE q.verdict = 'review' AND q."by" = 'auto' AND q.a_id <> q.b_id)
AND NOT EXISTS (
    SELECT 1 FROM pair_records d WHERE d."by" = 'owner' AND d.verdict = 'different'
    AND ((d.a_id = p.a_id AND d.b_id = p.b_id) OR (d.a_id = p.b_id AND d.b_id = p.a_id)))
AND EXISTS (SELECT 1 FROM customer c WHERE c.id = p.a_id AND c.archived = 0)
AND EXISTS (SELECT 1 FROM customer c WHERE c.id = p.b_id AND c.archived = 0);

CREATE VIEW plan_records AS
SELECT 'P' || i.id AS item, 'C' || r.customer_id AS customer_id, c.name, t.tier, i.kind, i.date, i.minutes, i.cost,
       i.reason, i.status, i.plan_id, i.id AS item_id, r.customer_id AS customer, c.phone
FROM plan_item i JOIN source_row r ON r.id = i.row_id JOIN customer c ON c.id = r.customer_id
     LEFT JOIN tier t ON t.id = c.id;

CREATE VIEW move_records AS
SELECT 'C' || m.customer_id AS customer_id, c.name, m.before, m.after, m.date, m.reason, m.id AS move_id
FROM tier_move m JOIN customer c ON c.id = m.customer_id;

CREATE VIEW source_records AS
SELECT 's' || s.id AS id, s.name, s.kind, s.file, s.sheet,
       (SELECT count(*) FROM source_row r WHERE r.source_id = s.id) AS rows,
       (SELECT count(DISTINCT r.customer_id) FROM source_row r WHERE r.source_id = s.id) AS customers,
       (SELECT count(*) FROM source_row r WHERE r.source_id = s.id AND r.status = 'skipped') AS skipped,
       (SELECT count(*) FROM source_row r WHERE r.source_id = s.id AND r.status = 'rejected') AS rejected,
       (SELECT count(*) FROM source_row r WHERE r.source_id = s.id AND r.status = 'gone') AS gone,
       (SELECT at FROM operation o WHERE o.id = s.operation) AS imported_at, s.id AS source_id
FROM source s;

-- An operation is undone while an undo of it stands that was not itself undone; who stands is counted from the newest down.
CREATE VIEW operation_records AS
WITH RECURSIVE standing (id, undoes, dead) AS (
    SELECT id, undoes, CASE WHEN undoes IS NULL THEN '' ELSE ',' || undoes || ',' END
    FROM (SELECT id, undoes FROM operation ORDER BY id DESC LIMIT 1)
    UNION ALL
    SELECT o.id, o.undoes,
           s.dead || CASE WHEN o.undoes IS NULL OR instr(s.dead, ',' || o.id || ',') THEN '' ELSE ',' || o.undoes || ',' END
    FROM standing s JOIN operation o ON o.id = (SELECT max(id) FROM operation WHERE id < s.id)
)
SELECT o.id AS operation, o.at, o.verb, o.words,
       CASE WHEN instr(s.dead, ',' || o.id || ',') THEN 'undone' ELSE 'done' END AS state
FROM operation o JOIN standing s ON s.id = o.id;
