-- What the workbook and the store agreed on at the newest sync: what tells an edit of the owner's from one of ours. `earlier` is the
-- same before that sync, for the moment in which the store is written and the workbook is not yet in its place.
CREATE TABLE synced (
    id INTEGER PRIMARY KEY,
    sheet TEXT NOT NULL,
    key TEXT NOT NULL,                -- the id in the sheet
    customer_id INTEGER,              -- whom the cells are about
    cells TEXT NOT NULL,              -- JSON: {column: text}; empty when the record left the sheet with the newest sync
    earlier TEXT NOT NULL             -- empty when it came with the newest sync
);
CREATE INDEX synced_customer ON synced (customer_id);

CREATE TABLE workbook (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL,             -- of the file as we left it
    earlier_sha256 TEXT NOT NULL,     -- of the file as we found it
    lang TEXT NOT NULL,
    columns TEXT NOT NULL,            -- JSON: {sheet: [[key, heading, what it holds, whose it is, what the owner calls it], ...]}
    earlier_columns TEXT NOT NULL,
    held INTEGER NOT NULL,            -- how many cells and rows were held back
    operation INTEGER NOT NULL        -- the sync that wrote it
);
