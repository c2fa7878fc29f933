"""What each cell holds, brought together row by row into the fields of a record."""
