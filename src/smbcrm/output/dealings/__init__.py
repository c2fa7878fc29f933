"""What is told about sales, bills, payments, contacts and answers."""
