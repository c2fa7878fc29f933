"""What the program can do, one verb per file, on any store that keeps the protocol."""
