-- Whether the owner said that the headings of lists like this one stand in another row than the one they are known by.
ALTER TABLE mapping ADD COLUMN pointed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE before_mapping ADD COLUMN pointed INTEGER NOT NULL DEFAULT 0;
