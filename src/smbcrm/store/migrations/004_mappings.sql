-- What the owner said about how to read his lists; what was found out without him stands in `source.columns`.
CREATE TABLE mapping (
    id INTEGER PRIMARY KEY,
    layout TEXT NOT NULL UNIQUE,      -- what lists it holds for share: core/sheets/remembered.py
    name TEXT NOT NULL,               -- the list it was first said of
    headings TEXT NOT NULL,           -- JSON: [heading, ...] of that list
    columns TEXT NOT NULL,            -- JSON: [[heading, which of several, field, how it was said], ...]
    header_row INTEGER,
    no_header INTEGER NOT NULL DEFAULT 0,
    kind TEXT NOT NULL DEFAULT '',
    date_order TEXT NOT NULL DEFAULT '',
    country TEXT NOT NULL DEFAULT '',
    operation INTEGER NOT NULL        -- the newest one that changed it
);

ALTER TABLE source ADD COLUMN layout TEXT NOT NULL DEFAULT '';
ALTER TABLE before_source ADD COLUMN layout TEXT NOT NULL DEFAULT '';
ALTER TABLE source ADD COLUMN columns TEXT NOT NULL DEFAULT '[]';  -- JSON: [[heading, field, place, sentence], ...] of its newest version
ALTER TABLE before_source ADD COLUMN columns TEXT NOT NULL DEFAULT '[]';
