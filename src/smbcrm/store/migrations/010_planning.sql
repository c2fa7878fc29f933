-- How customers should be treated, in the owner's words; until he says something the built-in recipes hold (core/recipes.py).
CREATE TABLE recipe (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,               -- what he calls it: A-call
    kind TEXT NOT NULL,
    tier TEXT NOT NULL,               -- A, or A,B; empty: every tier that is planned for
    condition TEXT NOT NULL,          -- what must be known of the customer
    every_days INTEGER NOT NULL,      -- 0 for an occasion
    occasion TEXT NOT NULL,           -- birthday, anniversary, next action; empty: again and again
    lead_days INTEGER NOT NULL,       -- so many days before it is due
    minutes INTEGER NOT NULL,
    cost REAL NOT NULL,
    gift REAL NOT NULL,               -- above 0: the cost is so many small presents
    effect REAL NOT NULL,
    counts_from TEXT NOT NULL,        -- any, same
    text TEXT NOT NULL                -- JSON sentence: what to say
);

-- What holds for one customer instead; it hangs on a row of the owner's, so that merging and splitting carry it.
CREATE TABLE recipe_exception (
    id INTEGER PRIMARY KEY,
    row_id INTEGER NOT NULL REFERENCES source_row (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL,               -- empty: every kind
    every_days INTEGER NOT NULL       -- 0: never
);
CREATE INDEX recipe_exception_row ON recipe_exception (row_id);

-- One-off things to do, with or without a customer; a promise is one of the kind `promise`.
CREATE TABLE task (
    id INTEGER PRIMARY KEY,
    row_id INTEGER REFERENCES source_row (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    date TEXT NOT NULL,               -- due
    minutes INTEGER NOT NULL,
    cost REAL NOT NULL,
    status TEXT NOT NULL,             -- open, done, skipped
    settled TEXT NOT NULL,            -- the day it was done or skipped
    took REAL,                        -- minutes, when told
    why TEXT NOT NULL                 -- why it was skipped
);
CREATE INDEX task_row ON task (row_id);
CREATE INDEX task_open ON task (date) WHERE status = 'open';

ALTER TABLE plan ADD COLUMN root INTEGER;                          -- the plan it continues after a rebalance; itself when NULL
ALTER TABLE before_plan ADD COLUMN root INTEGER;
ALTER TABLE plan ADD COLUMN terms TEXT NOT NULL DEFAULT '{}';      -- JSON: the limits week by week, and what else it was held to
ALTER TABLE before_plan ADD COLUMN terms TEXT NOT NULL DEFAULT '{}';
ALTER TABLE plan ADD COLUMN asked TEXT NOT NULL DEFAULT '[]';      -- JSON: [[kind, tier, contacts, minutes, cost], ...] that recipes ask for
ALTER TABLE before_plan ADD COLUMN asked TEXT NOT NULL DEFAULT '[]';

ALTER TABLE plan_item ADD COLUMN recipe TEXT NOT NULL DEFAULT '';
ALTER TABLE before_plan_item ADD COLUMN recipe TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_item ADD COLUMN tier TEXT NOT NULL DEFAULT '';          -- of the customer when it was planned
ALTER TABLE before_plan_item ADD COLUMN tier TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_item ADD COLUMN text TEXT NOT NULL DEFAULT '';          -- JSON sentence: what to say
ALTER TABLE before_plan_item ADD COLUMN text TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_item ADD COLUMN value REAL NOT NULL DEFAULT 0;          -- what it is worth, to choose by when not all can be done
ALTER TABLE before_plan_item ADD COLUMN value REAL NOT NULL DEFAULT 0;
ALTER TABLE plan_item ADD COLUMN every_days INTEGER NOT NULL DEFAULT 0;
ALTER TABLE before_plan_item ADD COLUMN every_days INTEGER NOT NULL DEFAULT 0;
ALTER TABLE plan_item ADD COLUMN counts_from TEXT NOT NULL DEFAULT 'any';
ALTER TABLE before_plan_item ADD COLUMN counts_from TEXT NOT NULL DEFAULT 'any';
ALTER TABLE plan_item ADD COLUMN planned TEXT NOT NULL DEFAULT '';       -- the day it was given first
ALTER TABLE before_plan_item ADD COLUMN planned TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_item ADD COLUMN snoozed INTEGER NOT NULL DEFAULT 0;     -- its day is the owner's own word
ALTER TABLE before_plan_item ADD COLUMN snoozed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE plan_item ADD COLUMN settled TEXT NOT NULL DEFAULT '';       -- the day it was done, skipped or dropped
ALTER TABLE before_plan_item ADD COLUMN settled TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_item ADD COLUMN interaction INTEGER;                    -- what it became when it was done
ALTER TABLE before_plan_item ADD COLUMN interaction INTEGER;
CREATE INDEX plan_item_open ON plan_item (date) WHERE status = 'open';

DROP VIEW plan_records;
CREATE VIEW plan_records AS
SELECT 'P' || i.id AS item, 'C' || r.customer_id AS customer_id, c.name, t.tier, i.kind, i.date, i.minutes, i.cost,
       i.reason, i.status, c.phone, i.text, i.recipe, i.value, i.plan_id, i.id AS item_id, r.customer_id AS customer
FROM plan_item i JOIN source_row r ON r.id = i.row_id JOIN customer c ON c.id = r.customer_id
     LEFT JOIN tier t ON t.id = c.id;

CREATE VIEW task_records AS
SELECT 'T' || k.id AS item, 'C' || r.customer_id AS customer_id, coalesce(c.name, '') AS name, t.tier, k.kind, k.date, k.minutes, k.cost,
       json_array(CASE k.kind WHEN 'promise' THEN 'promised: {text}' ELSE '{text}' END, json_object('text', k.text)) AS reason,
       k.status, coalesce(c.phone, '') AS phone, k.id AS task_id, r.customer_id AS customer
FROM task k LEFT JOIN source_row r ON r.id = k.row_id LEFT JOIN customer c ON c.id = r.customer_id LEFT JOIN tier t ON t.id = c.id;

-- Everything there is to do: contacts of the plan and one-off things. The last words are those that were noted last.
CREATE VIEW due_records AS
SELECT d.*,
       (SELECT x.date FROM source_row o JOIN interaction x ON x.row_id = o.id WHERE o.customer_id = d.customer AND x.text <> ''
        ORDER BY x.date DESC, x.id DESC LIMIT 1) AS last_words_date,
       (SELECT x.text FROM source_row o JOIN interaction x ON x.row_id = o.id WHERE o.customer_id = d.customer AND x.text <> ''
        ORDER BY x.date DESC, x.id DESC LIMIT 1) AS last_words
FROM (
    SELECT item, customer_id, name, tier, kind, date, minutes, cost, reason, status, phone, text, 1 AS sort, item_id, customer
    FROM plan_records
    UNION ALL
    SELECT item, customer_id, name, tier, kind, date, minutes, cost, reason, status, phone, '', 0, task_id, customer
    FROM task_records
) d;
