"""What leaves as a file: one format or one kind of file each."""
