"""Reports on the value of the customers; each is a set of records, and ends in what to do."""
