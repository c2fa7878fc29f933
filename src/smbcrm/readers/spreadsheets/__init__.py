"""Workbooks of every kind: what may be opened, what opens it, and what their files say beside the values."""
