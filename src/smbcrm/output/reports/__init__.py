"""What is told about the value of customers: scores, tiers, the matrix, reports."""
