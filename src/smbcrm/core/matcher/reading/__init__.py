"""Rows made comparable: every field as numbers, and which rows are worth comparing."""
