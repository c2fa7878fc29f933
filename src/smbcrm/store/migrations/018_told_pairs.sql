-- Every pair that was judged, each once: where the owner spoke, his word stands in place of what was found, and his word about two
-- customers is one line, however many rows they have.
CREATE VIEW told_pair_records AS
SELECT p.*, (SELECT ref FROM row_records WHERE row_id = p.row_a) AS ref_a, (SELECT ref FROM row_records WHERE row_id = p.row_b) AS ref_b
FROM pair_records p
WHERE p.pair IN (
    SELECT first_value(q.id) OVER (
        PARTITION BY q.verdict, min(a.customer_id, b.customer_id), max(a.customer_id, b.customer_id) ORDER BY q.id)
    FROM pair q JOIN source_row a ON a.id = q.row_a JOIN source_row b ON b.id = q.row_b
    WHERE q.decided_by = 'owner')
OR (p."by" = 'auto'
    AND NOT EXISTS (SELECT 1 FROM pair o WHERE o.row_a = p.row_a AND o.row_b = p.row_b AND o.decided_by = 'owner')
    AND (min(p.a_id, p.b_id), max(p.a_id, p.b_id)) NOT IN (
        SELECT min(a.customer_id, b.customer_id), max(a.customer_id, b.customer_id)
        FROM pair o JOIN source_row a ON a.id = o.row_a JOIN source_row b ON b.id = o.row_b
        WHERE o.decided_by = 'owner' AND o.verdict = 'different' AND a.customer_id IS NOT NULL AND b.customer_id IS NOT NULL));
