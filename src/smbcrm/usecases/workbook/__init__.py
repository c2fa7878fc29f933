"""Bringing the workbook and the store together: what the sheets have to say, and what the owner's edits in them do."""
