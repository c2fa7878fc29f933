"""The workbook's side of the list: what its sheets hold, and how it and the store are brought together three ways."""
