"""The findings of a check, by what they are about."""
