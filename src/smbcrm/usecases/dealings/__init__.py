"""How customers buy and pay, and what stands open between them and the shop."""
