"""What the rows of a sheet are, and what each of its columns means."""
