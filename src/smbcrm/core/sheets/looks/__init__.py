"""What cells, columns and lists look like, before anything is made of them."""
