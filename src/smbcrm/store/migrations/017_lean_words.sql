-- The word index tells in which customers three letters stand, not where: what it finds is held against the whole text anyway.
-- Measured with 63,000 customers: entered in 0.63 s of computing, before in 0.93 s, and in 11 MB, before in 21 MB.
DROP TABLE customer_words;
CREATE VIRTUAL TABLE customer_words USING fts5 (
    search, content='customer', content_rowid='id', tokenize='trigram', detail=none, columnsize=0
);
INSERT INTO customer_words (customer_words, rank) VALUES ('hashsize', 16777216);
INSERT INTO customer_words (customer_words) VALUES ('rebuild');
