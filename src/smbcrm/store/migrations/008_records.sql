-- Bills of their own, links between customers, and what sales, payments and contacts further tell.

-- What a customer is to pay, and until when. Payments settle bills: core/owing.py. A list of payments whose rows hold the bill as well
-- (a due date, an amount billed) keeps it in `payment`; `bill_records` gives both.
CREATE TABLE invoice (
    id INTEGER PRIMARY KEY,
    row_id INTEGER NOT NULL REFERENCES source_row (id) DEFERRABLE INITIALLY DEFERRED,
    number TEXT NOT NULL,             -- of the bill; empty where it has none
    date TEXT NOT NULL,               -- the day it was written
    due TEXT NOT NULL,                -- the day to pay by; empty where none was set
    amount REAL NOT NULL,
    unit TEXT NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX invoice_row ON invoice (row_id);

-- One customer gave the shop another. Both ends hang on rows, so that a merge or a split carries them; a link whose ends have
-- become one customer stays here, and is no referral while they are one.
CREATE TABLE link (
    id INTEGER PRIMARY KEY,
    row_id INTEGER NOT NULL REFERENCES source_row (id) DEFERRABLE INITIALLY DEFERRED,    -- of the one who gave
    to_row_id INTEGER NOT NULL REFERENCES source_row (id) DEFERRABLE INITIALLY DEFERRED, -- of the one who came
    kind TEXT NOT NULL,               -- referral, introduction ...
    date TEXT NOT NULL,
    text TEXT NOT NULL,               -- what was said; for a link that a list tells, how the list names the one who gave
    said_by TEXT NOT NULL             -- owner, list
);
CREATE INDEX link_row ON link (row_id);
CREATE INDEX link_to_row ON link (to_row_id);
-- Few lists tell who sent whom; those customers are found without reading the others.
CREATE INDEX customer_referred ON customer (id) WHERE instr(fields, '"referrer"') > 0;
CREATE INDEX tier_move_customer ON tier_move (customer_id);

ALTER TABLE purchase ADD COLUMN quantity REAL;
ALTER TABLE before_purchase ADD COLUMN quantity REAL;
ALTER TABLE purchase ADD COLUMN discount REAL;                      -- already taken off the amount; NULL: not told
ALTER TABLE before_purchase ADD COLUMN discount REAL;
ALTER TABLE purchase ADD COLUMN return_of TEXT NOT NULL DEFAULT ''; -- the number of the sale that is taken back
ALTER TABLE before_purchase ADD COLUMN return_of TEXT NOT NULL DEFAULT '';

ALTER TABLE payment ADD COLUMN billed REAL;    -- the amount of the bill, where the row tells it beside what was paid
ALTER TABLE before_payment ADD COLUMN billed REAL;
ALTER TABLE payment ADD COLUMN paid INTEGER;   -- 1 it was paid, 0 it was not, NULL the list does not tell
ALTER TABLE before_payment ADD COLUMN paid INTEGER;

ALTER TABLE interaction ADD COLUMN direction TEXT NOT NULL DEFAULT '';  -- in: the customer came to the shop; out: the shop went to him
ALTER TABLE before_interaction ADD COLUMN direction TEXT NOT NULL DEFAULT '';
ALTER TABLE interaction ADD COLUMN area TEXT NOT NULL DEFAULT '';       -- marketing, sales, service
ALTER TABLE before_interaction ADD COLUMN area TEXT NOT NULL DEFAULT '';

UPDATE purchase SET quantity = (SELECT json_extract(r.fields, '$.quantity') FROM source_row r WHERE r.id = purchase.row_id)
WHERE row_id IN (SELECT id FROM source_row WHERE instr(fields, '"quantity"') > 0);
UPDATE payment SET paid = CASE WHEN date <> '' THEN 1 END,
    billed = (SELECT json_extract(r.fields, '$.billed') FROM source_row r WHERE r.id = payment.row_id);
-- A list that tells of some bills when they were paid says of the others that they were not.
UPDATE payment SET paid = 0 WHERE paid IS NULL AND row_id IN (
    SELECT id FROM source_row WHERE source_id IN (
        SELECT r.source_id FROM payment p JOIN source_row r ON r.id = p.row_id WHERE p.date <> ''));

CREATE VIEW purchase_records AS
SELECT p.id AS purchase, 'C' || r.customer_id AS customer_id, c.name, p.date, p.amount, p.unit, p.product, p.quantity, p.discount,
       p.order_id AS "order", p.return_of, s.file AS source, r.customer_id AS customer, r.id AS row_id, r.source_id
FROM purchase p JOIN source_row r ON r.id = p.row_id JOIN source s ON s.id = r.source_id LEFT JOIN customer c ON c.id = r.customer_id;

DROP VIEW payment_records;
CREATE VIEW payment_records AS
SELECT p.id AS payment, 'C' || r.customer_id AS customer_id, c.name, p.date, p.amount, p.unit, p.order_id AS invoice, p.due, p.days_late,
       s.file AS source, r.customer_id AS customer, r.id AS row_id, r.source_id
FROM payment p JOIN source_row r ON r.id = p.row_id JOIN source s ON s.id = r.source_id LEFT JOIN customer c ON c.id = r.customer_id
WHERE p.paid = 1 OR (p.due = '' AND p.billed IS NULL);

-- Bills, those of their own and those that a list of payments tells: `ref` I for the first, Y for the second. `paid` and `paid_on`
-- are what the list itself tells of the bill; what other payments settle is worked out in core/owing.py.
CREATE VIEW bill_records AS
SELECT 'I' || i.id AS ref, i.id AS bill_id, 0 AS listed, 1 AS whole, i.number, i.date, i.due, i.amount, i.unit, i.text, NULL AS paid, '' AS paid_on, NULL AS paid_amount,
       r.customer_id AS customer, r.id AS row_id, r.source_id
FROM invoice i JOIN source_row r ON r.id = i.row_id
UNION ALL
SELECT 'Y' || p.id, p.id, 1, p.billed IS NOT NULL, p.order_id, '', p.due, coalesce(p.billed, p.amount), p.unit, '', p.paid, p.date, CASE WHEN p.paid = 1 THEN p.amount END,
       r.customer_id, r.id, r.source_id
FROM payment p JOIN source_row r ON r.id = p.row_id WHERE p.due <> '' OR p.billed IS NOT NULL OR p.paid = 0;

DROP VIEW rating_records;
CREATE VIEW rating_records AS
SELECT a.id AS rating, 'C' || r.customer_id AS customer_id, c.name, a.date, a.value, a.scale, a.about, a.text,
       s.file AS source, r.customer_id AS customer, r.id AS row_id, r.source_id
FROM rating a JOIN source_row r ON r.id = a.row_id JOIN source s ON s.id = r.source_id LEFT JOIN customer c ON c.id = r.customer_id;

CREATE VIEW interaction_records AS
SELECT i.id AS interaction, 'C' || r.customer_id AS customer_id, c.name, i.date, i.kind, i.direction, i.area, i.text, i.minutes, i.cost,
       s.file AS source, r.customer_id AS customer, r.id AS row_id, r.source_id
FROM interaction i JOIN source_row r ON r.id = i.row_id JOIN source s ON s.id = r.source_id LEFT JOIN customer c ON c.id = r.customer_id;

CREATE VIEW link_records AS
SELECT l.id AS link_id, 'C' || a.customer_id AS customer_id, ca.name, l.kind, 'C' || b.customer_id AS to_id, cb.name AS to_name,
       l.date, l.text, l.said_by AS "by", a.customer_id AS customer, b.customer_id AS to_customer, l.row_id, l.to_row_id
FROM link l JOIN source_row a ON a.id = l.row_id JOIN source_row b ON b.id = l.to_row_id
     JOIN customer ca ON ca.id = a.customer_id JOIN customer cb ON cb.id = b.customer_id
WHERE a.customer_id <> b.customer_id;

-- What customers did for the shop, or said to it: links, and interactions that came from them.
CREATE VIEW touch_records AS
SELECT 'L' || link_id AS touch, customer_id, name, kind, date, to_id, to_name, text, "by", customer, to_customer, row_id FROM link_records
UNION ALL
SELECT 'N' || i.interaction, i.customer_id, i.name, i.kind, i.date, NULL, NULL, i.text, CASE s.kind WHEN 'owner' THEN 'owner' ELSE 'list' END,
       i.customer, NULL, i.row_id
FROM interaction_records i JOIN source s ON s.id = i.source_id
WHERE i.kind IN ('referral', 'advocacy', 'complaint', 'praise', 'suggestion', 'testimonial')
   OR (i.direction = 'in' AND s.kind = 'owner' AND i.kind NOT IN ('call', 'missed call', 'message', 'email', 'visit', 'letter'));
