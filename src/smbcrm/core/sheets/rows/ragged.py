"""Rows with more cells than there are headings: shattered amounts put together, other extra cells kept aside."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from smbcrm.core.fields import FIELDS, NAMES
from smbcrm.core.headers import HeaderTable
from smbcrm.core.say import Say, say
from smbcrm.core.sheets.looks.columns import plain
from smbcrm.core.sheets.rows.cut_cells import join_cut_cells

Row = tuple[int, Sequence[str]]
"""A row number and the cells of that row."""

_HEAD = re.compile(r"^[-+(]?\d{1,3}$")
_GROUP = re.compile(r"^\d{3}$")
_LAST_GROUP = re.compile(r"^\d{3}(?:\.\d+)?\)?-?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignedRow:
    """The cells of an irregular row under the headings, and the cells that belong under none.

    `shattered` tells that an amount had been cut up at its thousands separators; `repaired` that there was one way
    only to put it together. Where there was not, the cells from the first doubtful one on are all kept aside.
    """

    cells: tuple[str, ...]
    extra: tuple[str, ...]
    shattered: bool = False
    repaired: bool = False


def may_be_amount(headings: Sequence[str], headers: HeaderTable) -> list[bool]:
    """Give for every heading whether an amount may stand under it."""
    return [
        any(FIELDS[f].read == "money" or f == "points" for f in headers.fields(heading))
        for heading in headings
    ]


def widen(
    headings: list[str], rows: Sequence[Row], headers: HeaderTable, notes: list[Say], *, ruled: int = 0
) -> tuple[list[str], dict[int, AlignedRow]]:
    """Give the headings, longer where a column has data but no heading, and the rows that are irregular.

    `ruled` is how many columns the sheet has beyond doubt, whether their headings are blank or not.
    """
    width = len(headings)
    joined = join_cut_cells(rows, width, [_expected(heading, headers) for heading in headings])
    whole = {number: AlignedRow(cells=cells, extra=()) for number, cells in joined.items()}
    long_rows = [
        (number, cells)
        for number, cells in rows
        if number not in whole and len(cells) > width and any(map(str.strip, cells[width:]))
    ]
    aligned = {}
    if long_rows:
        columns = _Columns.of(headings, headers)
        aligned = {number: align_row(cells, columns.amounts, columns.texts) for number, cells in long_rows}
        if sum(row.shattered for row in aligned.values()) * 2 < len(long_rows):
            last = _last_filled(long_rows, width, least=max(2, 0.2 * len(rows)), ruled=ruled)
            headings = headings + [""] * (last + 1 - width)
            columns = columns.up_to(last)
            aligned = {
                number: align_row(cells, columns.amounts, columns.texts)
                for number, cells in long_rows
                if any(map(str.strip, cells[last + 1 :]))
            }
    notes += _said(whole, aligned)
    return headings, whole | aligned


@dataclass(frozen=True, slots=True)
class _Columns:
    """Under which headings an amount may stand, and under which words must."""

    amounts: list[bool]
    texts: list[bool]

    @classmethod
    def of(cls, headings: Sequence[str], headers: HeaderTable) -> _Columns:
        words = [
            any(f in NAMES or f in ("city", "province", "email") for f in headers.fields(heading))
            for heading in headings
        ]
        return cls(may_be_amount(headings, headers), words)

    def up_to(self, last: int) -> _Columns:
        """Add columns without headings, in which anything may stand."""
        more = [False] * (last + 1 - len(self.amounts))
        return _Columns(self.amounts + more, self.texts + more)


def _last_filled(long_rows: Sequence[Row], width: int, *, least: float, ruled: int) -> int:
    """Give the place of the last column beyond the headings that enough rows fill, or that the sheet rules."""
    beyond = Counter(j for _, cells in long_rows for j in range(width, len(cells)) if cells[j].strip())
    return max((j for j, n in beyond.items() if n >= least or j < ruled), default=width - 1)


def _said(whole: Mapping[int, AlignedRow], aligned: Mapping[int, AlignedRow]) -> Iterator[Say]:
    """Say what was put together and what was kept aside."""
    if whole:
        yield say(
            "{n} {n:row|rows} had a cell cut up where the sign that parts cells stands in it; it was put together",
            n=len(whole),
        )
    if repaired := sum(row.repaired for row in aligned.values()):
        yield say(
            "{n} {n:row|rows} had amounts cut up at the thousands separators; they were put together",
            n=repaired,
        )
    if spilled := sum(bool(row.extra) for row in aligned.values()):
        yield say(
            "{n} {n:row has|rows have} more cells than there are headings; the extra cells are kept aside",
            n=spilled,
        )


_LOOKS = {"email": "email", "phone": "dialled", "date": "day"}


def _expected(heading: str, headers: HeaderTable) -> str:
    """Give what the cells below a heading look like, where every meaning it can have says the same."""
    looks = {_LOOKS.get(FIELDS[field].read, "") for field in headers.fields(heading)}
    return looks.pop() if len(looks) == 1 else ""


def align_row(cells: Sequence[str], amounts: Sequence[bool], texts: Sequence[bool]) -> AlignedRow:
    """Give the cells of a row that is longer than the headings, each under the heading it belongs to.

    `amounts` says where an amount may stand, `texts` where words must.

    >>> align_row(["1", "Sara", "2", "390", "000", "Qom"], [False, False, True, False], [False, True, False, True]).cells
    ('1', 'Sara', '2,390,000', 'Qom')
    >>> align_row(["Anna", "0301", "extra"], [False, False], [True, False]).extra
    ('extra',)
    """
    width = len(amounts)
    filled = list(cells)
    while filled and not filled[-1].strip():
        filled.pop()
    if len(filled) <= width:
        return AlignedRow(cells=tuple(filled), extra=())
    if not any(amounts) or not _has_groups(filled):
        return AlignedRow(cells=tuple(filled[:width]), extra=tuple(c for c in filled[width:] if c.strip()))
    ways = _ways(filled, amounts, texts)
    if len(ways) == 1:
        return AlignedRow(cells=ways[0], extra=(), shattered=True, repaired=True)
    sure = min((i for i, amount in enumerate(amounts) if amount), default=width)
    while ways and sure < width and len({way[: sure + 1] for way in ways}) == 1:
        sure += 1
    kept = ways[0][:sure] if ways else tuple(filled[:sure])
    # What was used up by the sure cells is counted in the raw cells, so that nothing is kept twice or lost.
    used = sum(cell.count(",") + 1 if raw != cell else 1 for cell, raw in zip(kept, _raw_of(kept, filled)))
    return AlignedRow(cells=kept, extra=tuple(filled[used:]), shattered=True)


def _raw_of(kept: Sequence[str], filled: Sequence[str]) -> list[str]:
    raw, at = [], 0
    for cell in kept:
        raw.append(filled[at])
        at += 1 if filled[at] == cell else cell.count(",") + 1
    return raw


def _has_groups(filled: Sequence[str]) -> bool:
    texts = [plain(cell) for cell in filled]
    return any(_HEAD.match(a) and _LAST_GROUP.match(b) for a, b in pairwise(texts))


def _ways(filled: Sequence[str], amounts: Sequence[bool], texts: Sequence[bool]) -> list[tuple[str, ...]]:
    """Give every way (three at most) to read the cells as one row of the right width."""
    width = len(amounts)
    plains = [plain(cell) for cell in filled]
    ways: list[tuple[str, ...]] = []

    def walk(column: int, at: int, done: tuple[str, ...]) -> None:
        if len(ways) > 2:
            return
        if column == width:
            if at == len(filled):
                ways.append(done)
            return
        left = len(filled) - at
        if left < width - column:
            return
        if not (texts[column] and plains[at].isdecimal()):
            walk(column + 1, at + 1, (*done, filled[at]))
        if not (amounts[column] and _HEAD.match(plains[at])):
            return
        for end in range(at + 1, len(filled)):
            if not _LAST_GROUP.match(plains[end]):
                break
            walk(column + 1, end + 1, (*done, ",".join(plains[at : end + 1])))
            if not _GROUP.match(plains[end]):
                break

    walk(0, 0, ())
    return ways
