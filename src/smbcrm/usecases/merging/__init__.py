"""What merging rests on: the rows that are matched, the customers made of them, and what was done."""
