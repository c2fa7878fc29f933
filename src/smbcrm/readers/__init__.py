"""Files in: text tables of any kind become typed rows, with a list of what was odd."""
