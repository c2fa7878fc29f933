"""Text tables: in which letters they are written, which sign parts their cells, and what is out of order in them."""
