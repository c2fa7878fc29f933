"""What a plan is made from, what stands fast in it, and where it has room."""
