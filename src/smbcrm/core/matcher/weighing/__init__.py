"""What a pair of rows says for and against being one customer, field by field, and what no sum may overrule."""
