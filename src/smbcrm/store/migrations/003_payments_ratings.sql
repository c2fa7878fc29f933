-- Payments and answers to surveys get tables of their own, as sales and contacts have: what earlier imports kept on the row moves
-- into them, with its lines in the journal, so that undoing such an import takes it out again.

CREATE TABLE payment (
    id INTEGER PRIMARY KEY,
    row_id INTEGER NOT NULL REFERENCES source_row (id) DEFERRABLE INITIALLY DEFERRED,
    order_id TEXT NOT NULL,           -- the number of the bill that was paid
    due TEXT NOT NULL,                -- the day to pay by; empty where nothing tells it
    date TEXT NOT NULL,               -- the day it was paid; empty while it is not, or where nothing tells it
    amount REAL,
    unit TEXT NOT NULL,
    days_late INTEGER                 -- below 0 is early; NULL while either day is unknown
);
CREATE INDEX payment_row ON payment (row_id);

CREATE TABLE rating (
    id INTEGER PRIMARY KEY,
    row_id INTEGER NOT NULL REFERENCES source_row (id) DEFERRABLE INITIALLY DEFERRED,
    date TEXT NOT NULL,
    value REAL,                       -- the answer as given; NULL where only words were
    scale REAL,                       -- the best answer that could have been given
    about TEXT NOT NULL,              -- what was rated, where the list tells it
    text TEXT NOT NULL
);
CREATE INDEX rating_row ON rating (row_id);

-- Whether rows that name nobody on the list make a customer, the heading of the column that tells rows apart, and where the cells
-- of each heading stand in a row (JSON numbers, in the order of the headings; empty: one after another).
ALTER TABLE source ADD COLUMN creates INTEGER NOT NULL DEFAULT 1;
ALTER TABLE before_source ADD COLUMN creates INTEGER NOT NULL DEFAULT 1;
ALTER TABLE source ADD COLUMN key_heading TEXT NOT NULL DEFAULT '';
ALTER TABLE before_source ADD COLUMN key_heading TEXT NOT NULL DEFAULT '';
ALTER TABLE source ADD COLUMN places TEXT NOT NULL DEFAULT '';
ALTER TABLE before_source ADD COLUMN places TEXT NOT NULL DEFAULT '';

-- Few rows wait for their customer; they are looked for at every merge.
CREATE INDEX source_row_waiting ON source_row (id) WHERE status = 'waiting';

INSERT INTO payment (id, row_id, order_id, due, date, amount, unit, days_late)
SELECT row_number() OVER (ORDER BY r.operation, r.id), r.id, coalesce(json_extract(r.fields, '$.order_id'), ''),
       coalesce(json_extract(r.fields, '$.due_date'), ''), coalesce(json_extract(r.fields, '$.date'), ''),
       json_extract(r.fields, '$.amount'), coalesce(json_extract(r.fields, '$.unit'), ''),
       CAST(round(julianday(json_extract(r.fields, '$.date')) - julianday(json_extract(r.fields, '$.due_date'))) AS INTEGER)
FROM source_row r JOIN source s ON s.id = r.source_id WHERE s.kind = 'payments' AND r.status IN ('imported', 'gone');

-- The scale of a survey is told by its own highest answer.
INSERT INTO rating (id, row_id, date, value, scale, about, text)
SELECT row_number() OVER (ORDER BY r.operation, r.id), r.id, coalesce(json_extract(r.fields, '$.date'), ''),
       json_extract(r.fields, '$.rating'),
       (SELECT CASE WHEN max(json_extract(o.fields, '$.rating')) <= 5 THEN 5.0
                    WHEN max(json_extract(o.fields, '$.rating')) <= 10 THEN 10.0 ELSE 100.0 END
        FROM source_row o WHERE o.source_id = s.id AND o.status IN ('imported', 'gone')),
       coalesce(json_extract(r.fields, '$.product'), ''), coalesce(json_extract(r.fields, '$.text'), '')
FROM source_row r JOIN source s ON s.id = r.source_id WHERE s.kind = 'ratings' AND r.status IN ('imported', 'gone');

INSERT INTO journal (operation, tbl, action, first, last)
SELECT r.operation, 'payment', 'insert', min(p.id), max(p.id) FROM payment p JOIN source_row r ON r.id = p.row_id GROUP BY r.operation;
INSERT INTO journal (operation, tbl, action, first, last)
SELECT r.operation, 'rating', 'insert', min(a.id), max(a.id) FROM rating a JOIN source_row r ON r.id = a.row_id GROUP BY r.operation;
INSERT INTO counter (name, next) SELECT 'payment', 1 + count(*) FROM payment UNION ALL SELECT 'rating', 1 + count(*) FROM rating;

CREATE VIEW payment_records AS
SELECT 'C' || r.customer_id AS customer_id, c.name, p.order_id AS invoice, p.due, p.date, p.amount, p.unit, p.days_late,
       p.id AS payment_id, r.customer_id AS customer, r.id AS row_id
FROM payment p JOIN source_row r ON r.id = p.row_id LEFT JOIN customer c ON c.id = r.customer_id;

CREATE VIEW rating_records AS
SELECT 'C' || r.customer_id AS customer_id, c.name, a.date, a.value, a.scale, a.about, a.text,
       a.id AS rating_id, r.customer_id AS customer, r.id AS row_id
FROM rating a JOIN source_row r ON r.id = a.row_id LEFT JOIN customer c ON c.id = r.customer_id;
