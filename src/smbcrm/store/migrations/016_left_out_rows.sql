-- The few rows of a sheet that are not just there (left out, refused, gone, waiting) are found without reading the many that are.
CREATE INDEX source_row_other ON source_row (source_id, status) WHERE status <> 'imported';
