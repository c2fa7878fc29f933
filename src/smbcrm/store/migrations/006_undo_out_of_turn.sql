-- An undo of an older operation, while later ones stand, changes the list as a command of its own does: what is computed from
-- it may be outdated afterwards. The records tell which operation each undo or redo took back.
ALTER TABLE operation ADD COLUMN apart INTEGER NOT NULL DEFAULT 0;

DROP VIEW operation_records;
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
       CASE WHEN instr(s.dead, ',' || o.id || ',') THEN 'undone' ELSE 'done' END AS state, o.undoes, o.apart
FROM operation o JOIN standing s ON s.id = o.id;
