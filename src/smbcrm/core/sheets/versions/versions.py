"""Two versions of one sheet: which columns they share, and where the cells of the newer one stand in the older one's order.

Rows are kept in the order of the columns that their source had first; a column added later stands behind them. So a version with
its columns in another order, with one more or one less, is held against what is known without touching that.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from smbcrm.core.mapping import Column
from smbcrm.core.sheets.looks.word_sets import word_set
from smbcrm.core.text import clean, fold, header_key

Cells = Sequence[str]
Heading = tuple[str, str, str, int]
"""Heading, field, the key its values are kept under, and the place of its cells in a row as it is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """How the columns of a sheet stand in the rows of a source.

    `headings` are the source's, with those the sheet adds; `moved` maps places in the sheet to places in kept rows (None: they
    are the same). `added` and `missing` are places in kept rows: of columns only the sheet has, and of those it has no more.
    """

    headings: tuple[Heading, ...]
    moved: dict[int, int] | None = None
    added: frozenset[int] = frozenset()
    missing: frozenset[int] = frozenset()

    def shares(self, index: int) -> bool:
        """Tell whether the source has a column of the sheet, too."""
        return (index if self.moved is None else self.moved.get(index, index)) not in self.added

    def kept(self, cells: Cells) -> Cells:
        """Give the cells of a row of the sheet in the order in which the source keeps them."""
        if self.moved is None:
            return cells
        laid = [""] * (1 + max(place for *_, place in self.headings))
        beyond = []
        for i, cell in enumerate(cells):
            place = self.moved.get(i)
            if place is not None:
                laid[place] = cell
            elif cell:
                beyond.append(cell)
        return (*laid, *beyond)


def first_version(columns: Sequence[Column]) -> Fitted:
    """Give the order of a sheet that is no version of anything: its own."""
    return Fitted(headings=tuple((c.heading, c.field, c.key, c.index) for c in columns))


def fit_columns(stored: Sequence[Sequence[Any]], places: Sequence[int], columns: Sequence[Column]) -> Fitted:
    """Find the columns of a sheet among those of a source, given where the source's stand.

    They have the same headings, or others that were renamed: of those that are left, the only ones of one meaning on both sides.
    """
    where = places or range(len(stored))
    old = [(str(h[0]), str(h[1]), str(h[2]), int(place)) for h, place in zip(stored, where)]
    free: dict[str, list[Heading]] = {}
    for heading in old:
        free.setdefault(heading_key(heading[0]), []).append(heading)
    renamed = _renamed(old, columns)
    next_place = 1 + max((place for *_, place in old), default=-1)
    moved: dict[int, int] = {}
    added: set[int] = set()
    found: dict[int, Heading] = {}
    for column in columns:
        same = free.get(heading_key(column.heading))
        if same:
            place = same.pop(0)[3]
        elif column.index in renamed:
            place = renamed[column.index]
        else:
            place = next_place
            next_place += 1
            added.add(place)
        moved[column.index] = place
        found[place] = (column.heading, column.field, column.key, place)
    missing = frozenset(place for *_, place in old if place not in found)
    kept = [found.pop(heading[3], heading) for heading in old]
    return Fitted(
        headings=(*kept, *(found[place] for place in sorted(found))),
        moved=moved if any(a != b for a, b in moved.items()) else None,
        added=frozenset(added),
        missing=missing,
    )


def _renamed(old: Sequence[Heading], columns: Sequence[Column]) -> dict[int, int]:
    """Give where columns (by index) stood whose headings only the sheet has: one of its field on each side has such a heading."""
    here, there = {heading_key(c.heading) for c in columns}, {heading_key(h[0]) for h in old}
    new = [c for c in columns if c.field and heading_key(c.heading) not in there]
    lost = [h for h in old if h[1] and heading_key(h[0]) not in here]
    fields = Counter(c.field for c in new), Counter(h[1] for h in lost)
    at = {h[1]: h[3] for h in lost}
    return {c.index: at[c.field] for c in new if fields[0][c.field] == fields[1][c.field] == 1}


def heading_key(heading: str) -> str:
    """Give what two columns of two versions share."""
    return header_key(heading) or heading.strip()


def _is_clean(text: str) -> bool:
    """Tell whether cleaning changes no cell of a row: no letters but plain ones, no blank at an end of a cell, none too many."""
    return (
        text.isascii()
        and text.replace("\x1f", "").isprintable()
        and not ("  " in text or "\x1f " in text or " \x1f" in text or text[:1] == " " or text[-1:] == " ")
    )


def fingerprint(cells: Cells) -> int:
    """Give a number for the content of a row; trailing empty cells do not count."""
    text = "\x1f".join(cells)
    if not _is_clean(text) or text.count("\x1f") >= len(cells):
        text = "\x1f".join(map(clean, cells))
    text = text.rstrip("\x1f")
    return int.from_bytes(
        hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True
    )


def without(cells: Cells, places: frozenset[int]) -> Cells:
    """Give the cells with those at some places empty."""
    return [("" if i in places else cell) for i, cell in enumerate(cells)] if places else cells


class Prints:
    """The fingerprints of a sheet's rows in the orders of several sources, each order made once."""

    def __init__(self, rows: Sequence[Cells], own: Sequence[int]) -> None:
        """Start with the rows and their fingerprints in the order of the sheet itself."""
        self._rows = rows
        self._made: dict[tuple[object, frozenset[int]], Sequence[int]] = {(None, frozenset()): own}

    def of(self, fitted: Fitted, *, shared: bool = False) -> Sequence[int]:
        """Give the fingerprint of every row as a source keeps it; with `shared`, without the columns that only the sheet has."""
        left_out = fitted.added if shared else frozenset()
        order = None if fitted.moved is None else tuple(sorted(fitted.moved.items()))
        if (order, left_out) not in self._made:
            self._made[order, left_out] = [
                fingerprint(without(fitted.kept(cells), left_out)) for cells in self._rows
            ]
        return self._made[order, left_out]


_VERSION_WORDS = word_set("""copy of new old final last latest version ver v rev draft backup export updated edited kopie neu alt copie nouveau
    copia nuevo kopya yeni eski کپی جدید نهایی نسخه ویرایش قدیم قدیمی آخرین اصلاح‌شده پشتیبان""")


def same_family(one: str, other: str) -> bool:
    """Tell whether two file names differ by nothing but a number, a date, or a word for a version.

    >>> same_family("Customers 2026-03.xlsx", "customers (2) new.csv"), same_family("till.csv", "online.csv")
    (True, False)
    """
    return _family(one) == _family(other)


def _family(name: str) -> tuple[str, ...]:
    words = re.findall(r"[^\W\d_]+", fold(PurePath(name).stem))
    return tuple(word for word in words if word not in _VERSION_WORDS)
