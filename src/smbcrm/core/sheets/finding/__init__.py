"""Where the headings of a sheet are, and the table below them, laid out."""
