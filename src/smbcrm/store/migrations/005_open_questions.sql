-- The same questions as before, found by looking customers up instead of going through all answers for each question:
-- with 3,000 questions and 2,000 answers 0.7 s of processor time instead of 16.
DROP VIEW open_pair_records;
CREATE VIEW open_pair_records AS
SELECT p.* FROM pair_records p WHERE p.pair IN (
    SELECT first_value(q.id) OVER (
        PARTITION BY min(a.customer_id, b.customer_id), max(a.customer_id, b.customer_id) ORDER BY q.confidence DESC, q.id)
    FROM pair q JOIN source_row a ON a.id = q.row_a JOIN source_row b ON b.id = q.row_b
    WHERE q.decided_by = 'auto' AND q.verdict = 'review' AND a.customer_id <> b.customer_id)
AND (min(p.a_id, p.b_id), max(p.a_id, p.b_id)) NOT IN (
    SELECT min(a.customer_id, b.customer_id), max(a.customer_id, b.customer_id)
    FROM pair d JOIN source_row a ON a.id = d.row_a JOIN source_row b ON b.id = d.row_b
    WHERE d.decided_by = 'owner' AND d.verdict = 'different' AND a.customer_id IS NOT NULL AND b.customer_id IS NOT NULL)
AND EXISTS (SELECT 1 FROM customer c WHERE c.id = p.a_id AND c.archived = 0)
AND EXISTS (SELECT 1 FROM customer c WHERE c.id = p.b_id AND c.archived = 0);
