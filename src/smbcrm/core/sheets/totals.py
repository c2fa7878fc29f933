"""Lines of totals among the rows of a table: of the whole, or of the part above them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

from smbcrm.core.fields import FIELDS, NAMES, PHONES
from smbcrm.core.money import parse_amount
from smbcrm.core.say import Say
from smbcrm.core.sheets.body import PART, TOTAL, is_total, may_be_total, part_summed_up
from smbcrm.core.sheets.columns import profile_column
from smbcrm.core.sheets.ragged import Row
from smbcrm.core.text import fold


class Placed(Protocol):
    """A column with its place and its field."""

    @property
    def index(self) -> int:
        """Where it stands."""

    @property
    def field(self) -> str:
        """What it means."""


def without_totals(
    rows: list[Row], columns: Sequence[Placed]
) -> tuple[list[Row], list[tuple[int, Sequence[str], Say]]]:
    """Give the rows that are no sums; and those that are, or that only say which part of the table begins, each with why."""
    width = max((c.index for c in columns), default=-1) + 1
    fields = [""] * width
    for column in columns:
        fields[column.index] = column.field
    kept: list[Row] = []
    totals: list[tuple[int, Sequence[str], Say]] = []
    contacts = [c.index for c in columns if c.field in PHONES or c.field == "email"]
    sums = [c.index for c in columns if c.field in FIELDS and FIELDS[c.field].read in ("money", "number")]
    names = [c.index for c in columns if c.field in NAMES]
    parts: set[str] = set()
    since = 0  # the rows that a sum may be of begin here in `kept`
    for row in rows:
        if not may_be_total(row[1], contacts):
            kept.append(row)
        elif is_total(row[1], fields):
            totals.append((row[0], row[1], TOTAL))
            since = len(kept)
        elif (part := part_summed_up(row[1])) is not None and _adds_up(
            row[1], kept[since:], sums, sure=part[1] or part[0] in _named(kept[since:], names)
        ):
            totals.append((row[0], row[1], TOTAL))
            parts.add(part[0])
            since = len(kept)
        else:
            kept.append(row)
    if parts:
        kept, totals = _without_parts(kept, totals, parts)
    return _without_headings(kept, totals)


def _named(rows: Sequence[Row], names: Sequence[int]) -> set[str]:
    """Give whom rows are about: a sum of somebody's is no customer of his name."""
    return {fold(cells[j]) for _, cells in rows for j in names if j < len(cells)}


def _adds_up(cells: Sequence[str], above: Sequence[Row], sums: Sequence[int], *, sure: bool) -> bool:
    """Tell whether a row holds the sums of the rows above it: of several, where its word alone may be a name ("Total Tools")."""
    told = [
        (j, amount.value)
        for j in sums
        if j < len(cells) and (amount := parse_amount(cells[j])) and amount.value
    ]
    for j, value in told:
        amounts = [amount.value for _, row in above if j < len(row) and (amount := parse_amount(row[j]))]
        if abs(sum(amounts) - value) > _ROUNDED or not amounts or (len(amounts) < 2 and not sure):
            return False
    return bool(told)


_ROUNDED = 0.01


def _without_parts(
    rows: Sequence[Row], totals: list[tuple[int, Sequence[str], Say]], parts: set[str]
) -> tuple[list[Row], list[tuple[int, Sequence[str], Say]]]:
    """Leave out, too, the lines that say which part of the table begins: nothing stands beside their word, and a sum repeats it."""
    kept = []
    for row in rows:
        filled = [cell for cell in row[1] if cell.strip()]
        if len(filled) == 1 and fold(filled[0]) in parts:
            totals.append((row[0], row[1], PART))
        else:
            kept.append(row)
    return kept, totals


def _without_headings(
    rows: list[Row], totals: list[tuple[int, Sequence[str], Say]]
) -> tuple[list[Row], list[tuple[int, Sequence[str], Say]]]:
    """Leave out the lines that head the parts of a table ("NORTH REGION"), where nothing else can be meant.

    One of them stands before the first row, every one has a single cell that names neither a person nor a firm, and full
    rows follow it; a customer of whom only the name is known stands anywhere.
    """
    if not rows or not _single_cell(rows[0][1]):
        return rows, totals
    alone = [i for i, row in enumerate(rows) if _single_cell(row[1])]
    if len(alone) < _PARTS or len(rows) < _ROWS * len(alone):
        return rows, totals
    if alone[-1] == len(rows) - 1 or any(b - a == 1 for a, b in pairwise(alone)):
        return rows, totals
    profile = profile_column([_single_cell(rows[i][1]) for i in alone])
    if profile.given or profile.firm or profile.titled or profile.some_digit or profile.distinct < 1:
        return rows, totals
    heads = set(alone)
    totals = [*totals, *((rows[i][0], rows[i][1], PART) for i in alone)]
    return [row for i, row in enumerate(rows) if i not in heads], totals


_PARTS, _ROWS = 2, 2


def _single_cell(cells: Sequence[str]) -> str:
    """Give the one filled cell of a row that begins with it; an empty text where several are filled, or a later one."""
    first = cells[0] if cells else ""
    return (
        first.strip() if first.strip() and not any(cell and not cell.isspace() for cell in cells[1:]) else ""
    )
