"""Which rows of a grid are the headings, which are data, and which are neither."""
