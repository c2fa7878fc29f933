"""The letters a spreadsheet shows over its columns, and back; places are counted from 0."""

from __future__ import annotations


def column_letter(index: int) -> str:
    """Give the letters over a spreadsheet's column, counted from 0.

    >>> [column_letter(i) for i in (0, 25, 26, 701, 702, 16383)]
    ['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']
    """
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_index(letters: str) -> int:
    """Give the place of a column, counted from 0.

    >>> [column_index(c) for c in ("A", "Z", "AA", "XFD")]
    [0, 25, 26, 16383]
    """
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - 64
    return index - 1
