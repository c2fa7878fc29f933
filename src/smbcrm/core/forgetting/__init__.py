"""Somebody who is to be forgotten: by what he is known, how he is found in any text, and the marks that keep him away without naming him."""
