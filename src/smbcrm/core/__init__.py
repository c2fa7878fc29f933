"""Pure arithmetic and judgement: no files, no clock, no chance."""
