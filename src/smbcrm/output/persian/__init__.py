"""The Persian sentences and headings, by the part of the program that says them."""
