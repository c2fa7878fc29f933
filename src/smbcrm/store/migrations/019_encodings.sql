-- How the bytes of a text file become cells, where its owner had to say so.
ALTER TABLE mapping ADD COLUMN encoding TEXT NOT NULL DEFAULT '';
ALTER TABLE before_mapping ADD COLUMN encoding TEXT NOT NULL DEFAULT '';
ALTER TABLE mapping ADD COLUMN delimiter TEXT NOT NULL DEFAULT '';
ALTER TABLE before_mapping ADD COLUMN delimiter TEXT NOT NULL DEFAULT '';
