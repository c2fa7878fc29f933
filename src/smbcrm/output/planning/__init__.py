"""What is told about the plan: its items, what is due, recipes and the budget."""
