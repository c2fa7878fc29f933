-- A score keeps the numbers it rests on, packed (core/scores/score_facts.py); the sentences are made when somebody asks. What the
-- list had in common stands once in `scoring`. A score of before is explained again after the next scoring.
ALTER TABLE score ADD COLUMN facts BLOB;
ALTER TABLE before_score ADD COLUMN facts BLOB;
ALTER TABLE score DROP COLUMN parts;
ALTER TABLE before_score DROP COLUMN parts;

CREATE TABLE scoring (
    id INTEGER PRIMARY KEY,           -- one row: of the scoring in force
    date TEXT NOT NULL,
    customers INTEGER NOT NULL,
    frame TEXT NOT NULL               -- JSON: core/scores/score_facts.py
);

-- The list as it was cut, run by run.
CREATE TABLE tier_run (
    id INTEGER PRIMARY KEY,
    date TEXT NOT NULL,
    customers INTEGER NOT NULL,
    without_score INTEGER NOT NULL,
    entered INTEGER NOT NULL,         -- customers who had no tier before
    gone INTEGER NOT NULL,            -- customers who have none any more
    up INTEGER NOT NULL,
    down INTEGER NOT NULL,
    min_a REAL, min_b REAL, min_c REAL, min_d REAL   -- the lowest score of each tier
);
ALTER TABLE tier_move ADD COLUMN run INTEGER;
ALTER TABLE before_tier_move ADD COLUMN run INTEGER;
