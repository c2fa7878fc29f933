"""The table of a pipe: columns under each other in terminal cells, nothing cut, nothing wrapped.

`wcwidth` is imported only for letters that may take none or two cells.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, islice
from typing import TextIO
from unicodedata import category

from smbcrm.output.view import Column

BETWEEN = "  "
RIGHT = frozenset(("int", "score", "number", "money", "share"))
"""Kinds that stand at the right of their column."""

_HELD = 20_000  # rows; beyond them the cells wait on disk until the widths are known
_CELL_END = "\x1f"  # no shown cell holds it
_ARROWS = ("↑", "↓")  # the trends of reports; they take one cell each
_WIDE_OR_JOINING = "\u1100"  # from here on come letters two cells wide, and emoji that join into one


def width(text: str) -> int:
    """Give the number of terminal cells that the text takes."""
    if text.isascii() or text in _ARROWS:
        return len(text)
    text = text.replace("\u200c", "")  # ZWNJ, frequent in Persian, takes no cell
    if max(text, default="") >= _WIDE_OR_JOINING:
        from wcwidth import wcswidth

        return max(0, int(wcswidth(text)))
    return sum(map(_letter_width, text))


@lru_cache(maxsize=4096)
def _letter_width(letter: str) -> int:
    # Letters of Latin, Greek, Cyrillic, Hebrew, Arabic take one cell; loading wcwidth to hear that takes longer than the list.
    if letter < "\u0700" and category(letter)[0] in "LNPSZ":
        return 1
    from wcwidth import wcwidth

    return max(0, int(wcwidth(letter)))


def write_plain_table(
    headings: Sequence[str], rows: Iterable[Sequence[str]], *, columns: Sequence[Column], out: TextIO
) -> None:
    """Write a header line, a dashed rule and the rows; no line ends in blanks.

    The cells are shown text: one line each, without control characters.
    """
    cells = iter(rows)
    held = list(islice(cells, _HELD))
    more = next(cells, None)
    right = [column.kind in RIGHT for column in columns]
    if more is None:
        out.writelines(_lines(headings, held, _widest(headings, held), right))
    else:
        _write_from_disk(headings, chain(held, [more], cells), right, out)


def _write_from_disk(
    headings: Sequence[str], rows: Iterable[Sequence[str]], right: Sequence[bool], out: TextIO
) -> None:
    import tempfile

    with tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n") as waiting:

        def kept() -> Iterator[Sequence[str]]:
            for row in rows:
                waiting.write(_CELL_END.join(row) + "\n")
                yield row

        wide = _widest(headings, kept())
        waiting.seek(0)
        again = (line[:-1].split(_CELL_END) for line in waiting)
        out.writelines(_lines(headings, again, wide, right))


def _widest(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> list[int]:
    wide = [width(text) for text in headings]
    for row in rows:
        wide = [most if most >= (own := width(text)) else own for most, text in zip(wide, row)]
    return wide


def _lines(
    headings: Sequence[str], rows: Iterable[Sequence[str]], wide: Sequence[int], right: Sequence[bool]
) -> Iterator[str]:
    yield _line(headings, wide, right)
    yield BETWEEN.join("-" * most for most in wide) + "\n"
    for row in rows:
        yield _line(row, wide, right)


def _line(cells: Sequence[str], wide: Sequence[int], right: Sequence[bool]) -> str:
    padded = [
        " " * (most - width(cell)) + cell if to_right else cell + " " * (most - width(cell))
        for cell, most, to_right in zip(cells, wide, right)
    ]
    return BETWEEN.join(padded).rstrip(" ") + "\n"
