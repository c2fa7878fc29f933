"""Sales, payments, contacts and answers of lists: whose they are, and that each counts once."""
