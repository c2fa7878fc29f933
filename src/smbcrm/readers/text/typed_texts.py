"""Cells like `="0012"`: a formula that only says that its text is a text, as programs write csv files for spreadsheets."""

from __future__ import annotations

import re

SIGN = '="'
_QUOTED = re.compile(r'(?:^|(?<=[,;\t|]))=("(?:[^"\r\n]|"")*")(?=[,;\t|\r\n]|$)', re.MULTILINE)


def with_texts_quoted(text: str) -> str:
    """Give the text of a table with such cells quoted as others are: a comma in one of them parts no cells.

    >>> with_texts_quoted('="Lee, Ann",="0012"')
    '"Lee, Ann","0012"'
    """
    return _QUOTED.sub(r"\1", text)


def with_texts_bare(rows: list[list[str]]) -> None:
    """Leave the sign and the quotes out of such cells where the formula stood in quotes itself.

    >>> rows = [['="0012"', '="a" & "b"']]
    >>> with_texts_bare(rows)
    >>> rows
    [['0012', '="a" & "b"']]
    """
    for row in rows:
        for i, cell in enumerate(row):
            if (
                cell.startswith(SIGN)
                and len(cell) > len(SIGN)
                and cell.endswith('"')
                and '"' not in cell[2:-1]
            ):
                row[i] = cell[2:-1]
