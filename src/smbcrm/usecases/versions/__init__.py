"""A list that comes again: which rows are the same, edited, new or gone, and what the owner changed meanwhile."""
