"""From judged pairs to customers, and which pairs are worth a question."""
