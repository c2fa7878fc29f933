"""Lines of totals among the rows of a table: of the whole, or of the part above them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

from smbcrm.core.fields import FIELDS, NAMES, OF_A_BILL, PHONES
from smbcrm.core.money import parse_amount
from smbcrm.core.say import Say
from smbcrm.core.sheets.looks.columns import profile_column
from smbcrm.core.sheets.rows.body import PART, TOTAL
from smbcrm.core.sheets.rows.extremes import lines_of_extremes
from smbcrm.core.sheets.rows.line_words import may_be_carrying
from smbcrm.core.sheets.rows.ragged import Row
from smbcrm.core.sheets.rows.sum_lines import (
    is_carried,
    is_contact,
    is_total,
    may_be_carried,
    may_be_total,
    part_before_its_sum,
    part_summed_up,
)
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
    bills = [c.index for c in columns if c.field in OF_A_BILL]
    parts: set[str] = set()
    above, whole = _Above(kept, sums, names), _Above(kept, sums, names, bills)
    next_ = 0
    for place in _worth_a_look(rows, contacts=contacts, names=names, bills=bills):
        kept += rows[next_:place]
        row, next_ = rows[place], place + 1
        cells = row[1]
        told = not bills or _holds(cells, bills[0])
        found = not told and _sums_up(cells, bills, (above, whole))
        if not found and may_be_carried(cells, names):
            found = not _any_filled(cells, contacts) and is_carried(cells, fields)
        if not found and may_be_total(cells, contacts):
            found = is_total(cells, fields)
            if not found and (part := part_summed_up(cells)) is not None:
                found = above.add_up_to(cells, part[0], sure=part[1])
                parts.update({part[0]} if found else ())
            if not found and (named := part_before_its_sum(cells)):
                found = above.add_up_to(cells, named, only_of_those_named=True)
        if found:
            totals.append((row[0], cells, TOTAL))
            above.begin_anew()
        else:
            kept.append(row)
    kept += rows[next_:]
    if extremes := lines_of_extremes(kept):
        totals += [(*kept[i], TOTAL) for i in extremes]
        kept = [row for i, row in enumerate(kept) if i not in extremes]
    if parts:
        kept, totals = _without_parts(kept, totals, parts)
    return _without_headings(kept, totals)


def _worth_a_look(
    rows: Sequence[Row], *, contacts: Sequence[int], names: Sequence[int], bills: Sequence[int]
) -> list[int]:
    """Give the places of the rows that may be sums; nearly all others have a phone or e-mail, and the day or number of their bill.

    They are looked for column by column: asking row by row took three times as long.
    """
    looked_at = set(range(len(rows)))
    for j in contacts:
        looked_at -= {i for i in looked_at if j < len(cells := rows[i][1]) and is_contact(cells[j])}
    for j in names:
        looked_at |= {i for i, (_, cells) in enumerate(rows) if j < len(cells) and may_be_carrying(cells[j])}
    for j in bills[:1]:
        looked_at |= {i for i, (_, cells) in enumerate(rows) if not _holds(cells, j)}
    return sorted(looked_at)


def _holds(cells: Sequence[str], place: int) -> bool:
    return place < len(cells) and bool(cells[place])


class _Above:
    """The rows that a sum may be of: those kept since the last sum, each looked at once, however many sums are asked about.

    `bills` are the columns that tell the day or the number of what happened.
    """

    def __init__(
        self, kept: Sequence[Row], sums: Sequence[int], names: Sequence[int], bills: Sequence[int] = ()
    ) -> None:
        self._kept = kept
        self._sums = sums
        self._names = names
        self._bills = bills
        self.begin_anew()

    def begin_anew(self) -> None:
        """Let the rows begin behind those that are kept by now."""
        self._next = len(self._kept)
        self._amounts = dict.fromkeys(self._sums, 0.0)
        self._count = dict.fromkeys(self._sums, 0)
        self._named: set[str] = set()
        self._untold = 0

    def all_tell_their_bill(self) -> bool:
        """Tell whether each of these rows has a day or a number of its own."""
        if not self._untold:
            self._look()
        return not self._untold

    def add_up_to(
        self, cells: Sequence[str], part: str, *, sure: bool = False, only_of_those_named: bool = False
    ) -> bool:
        """Tell whether a row holds the sums of these rows: of several, where its word alone may be a name ("Total Tools").

        A sum of somebody whom these rows are about is no customer of his name.
        """
        told = [
            (j, amount.value)
            for j in self._sums
            if j < len(cells) and (amount := parse_amount(cells[j])) and amount.value
        ]
        if not told:
            return False
        self._look()
        if only_of_those_named and part not in self._named:
            return False
        least = 1 if sure or part in self._named else 2
        return all(self._count[j] >= least and abs(self._amounts[j] - value) <= ROUNDED for j, value in told)

    def _look(self) -> None:
        for _, cells in self._kept[self._next :]:
            self._untold += not _any_filled(cells, self._bills)
            self._named.update(fold(cells[j]) for j in self._names if j < len(cells))
            for j in self._sums:
                if j < len(cells) and (amount := parse_amount(cells[j])):
                    self._amounts[j] += amount.value
                    self._count[j] += 1
        self._next = len(self._kept)


def _sums_up(cells: Sequence[str], bills: Sequence[int], above: tuple[_Above, _Above]) -> bool:
    """Tell whether a row is a sum by what it holds, whatever it calls itself: all rows above it have a day or a number, and it has neither.

    One cell of it holds words; the others are the sums of the rows since the last sum, or of all of them.
    """
    since, whole = above
    if _any_filled(cells, bills) or not whole.all_tell_their_bill():
        return False
    filled = [cell for cell in cells if cell and not cell.isspace()]
    words = [cell for cell in filled if any(map(str.isalpha, cell)) and parse_amount(cell) is None]
    if len(words) != 1 or len(filled) == 1 or any(parse_amount(c) is None for c in filled if c not in words):
        return False
    return any(one.add_up_to(cells, "") for one in (since, whole))


def _any_filled(cells: Sequence[str], places: Sequence[int]) -> bool:
    return any(j < len(cells) and cells[j] and not cells[j].isspace() for j in places)


ROUNDED = 0.01
"""By so much a sum may differ from what it is the sum of."""
ROUNDED_TWICE = 0.011
"""By so much a sum may be off that was rounded on its way, where another rounding is to be allowed for, too."""


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
