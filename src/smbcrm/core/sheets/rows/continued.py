"""Rows that leave out what the row above them says: lines of one bill, the sales below a customer's name, values not repeated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Protocol

from smbcrm.core.dates import parse_date_column
from smbcrm.core.fields import DAYS_OF_ROWS, FIELDS, IGNORED, KNOWN_BY, OF_A_BILL
from smbcrm.core.money import parse_amount
from smbcrm.core.say import Say, say
from smbcrm.core.sheets.rows.body import PART, TOTAL
from smbcrm.core.sheets.rows.carried_words import brings_forward, carries_on
from smbcrm.core.sheets.rows.ragged import AlignedRow, Row
from smbcrm.core.sheets.rows.sum_lines import part_summed_up
from smbcrm.core.sheets.rows.totals import ROUNDED
from smbcrm.core.text import fold

Skipped = tuple[int, Sequence[str], Say]
"""A row that is no record: its number, its cells, why."""


class Placed(Protocol):
    """A column with its place and its field."""

    @property
    def index(self) -> int:
        """Where it stands."""

    @property
    def field(self) -> str:
        """What it means."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Continued:
    """The rows with what they left out, the rows that only said it, and how many were filled."""

    rows: list[Row]
    aligned: dict[int, AlignedRow]
    skipped: list[Skipped]
    filled: int

    @property
    def note(self) -> Say:
        """What is said of it."""
        return say(
            "{n} {n:row|rows} did not say whose {n:it is|they are}: taken from the row above, as lists do that say it once",
            n=self.filled,
        )


_COUNTED = frozenset({"amount", "unit_price", "quantity", "total_spent", "billed"})
_GROUPS = 2
_DESCENTS = 0.5
"""Of the groups, this share begins with an earlier day than the group before ends with, where each lists its own days upwards."""

_OWN_DESCENTS = 0.3
"""The same of the rows without a name alone, of which a group may have a single one."""

_RISING = 0.5
"""Of the groups of several rows, this share lists later days below earlier ones: in a list from the last day back to the first none does."""

_DAYLESS = 0.05
"""Of the rows that name somebody, more without a day or a number tell that the list says each day once: not each bill."""


def fill_continued(
    rows: Sequence[Row], aligned: Mapping[int, AlignedRow], columns: Sequence[Placed]
) -> Continued | None:
    """Give the rows of something that happened with who it was about, where a list says that once for several rows; None where it does not.

    A sale without a name may be anybody's: the row above tells whose it is only where the row tells neither its own day nor its number, where rows of
    names alone stand between the others, or where the days begin anew with every name.
    """
    if not any(c.field in FIELDS and FIELDS[c.field].sales for c in columns):
        return None
    table = _Rows(rows, aligned, columns)
    if not table.who or not table.what or not any(table.bare):
        return None
    return table.below_names() or table.of_one_bill() or table.by_days()


class _Rows:
    """The rows of a table, by what they say of who and of what."""

    def __init__(
        self, rows: Sequence[Row], aligned: Mapping[int, AlignedRow], columns: Sequence[Placed]
    ) -> None:
        self.rows = rows
        self.aligned = aligned
        self.cells = [aligned[n].cells if n in aligned else cells for n, cells in rows]
        named = [c.index for c in columns if c.field in KNOWN_BY and c.field != "customer_code"]
        codes = [c.index for c in columns if c.field == "customer_code"]
        # A number that stands in no row with a name is not the customer's.
        beside = any(self._any(cells, named) and self._any(cells, codes) for cells in self.cells)
        self.who = named + codes if beside or not named else named
        counted = {"row_number", IGNORED}
        self.what = [c.index for c in columns if c.index not in self.who and c.field not in counted]
        self.bill = [c.index for c in columns if c.field in OF_A_BILL]
        self.counts = [c.index for c in columns if c.field in _COUNTED]
        self.days = [c.index for c in columns if c.field in DAYS_OF_ROWS]
        self.told = [self._any(cells, self.who) for cells in self.cells]
        self.happened = [] if all(self.told) else [self._any(cells, self.what) for cells in self.cells]
        self.bare = [what and not who for who, what in zip(self.told, self.happened)]

    @staticmethod
    def _any(cells: Sequence[str], places: Sequence[int]) -> bool:
        return any(j < len(cells) and cells[j] and not cells[j].isspace() for j in places)

    def below_names(self) -> Continued | None:
        """Fill rows below rows that hold a name and nothing else: every row without a name has one above it, and no other row has its own.

        Below some names, the first one perhaps, nothing stands: those have bought nothing yet.
        """
        heads = [i for i, told in enumerate(self.told) if told and not self.happened[i]]
        followed = sum(self.bare[i + 1 : i + 2] == [True] for i in heads)
        if not heads or heads[0] != 0 or followed * 2 < len(heads):
            return None
        sums = {i for i, told in enumerate(self.told) if told and self.happened[i] and self._is_sum(i)}
        own = [i for i, told in enumerate(self.told) if told and self.happened[i] and i not in sums]
        if own or len(heads) * 2 > len(self.rows):
            return None
        left_out = dict.fromkeys(heads, PART) | dict.fromkeys(sums, TOTAL)
        above, head, since, starts = {}, 0, 0, set(heads)
        for i in range(len(self.rows)):
            head, since = (i, i + 1) if i in starts else (head, since)
            if not self.bare[i] or self._is_grand_total(i):
                continue
            if self._sums_up_rows(i, since=since, left_out=left_out):
                left_out[i], since = TOTAL, i + 1
            else:
                above[i] = head
        return self._filled(above, self.who, left_out)

    def _is_sum(self, i: int) -> bool:
        return sums_up([self._cell(i, j) for j in self.who])

    def _sums_up_rows(self, i: int, *, since: int, left_out: Mapping[int, Say]) -> bool:
        """Tell whether a row without a word is the sum of the rows since another one or, where it stands last, of them all."""
        firsts = [since, 0] if i == len(self.rows) - 1 else [since]
        return any(
            is_sum_of(
                self.cells[i], (self.cells[k] for k in range(i - 1, first - 1, -1) if k not in left_out)
            )
            for first in firsts
        )

    def _is_grand_total(self, i: int) -> bool:
        return any(fold(cell).strip(" :") in _SUMS for cell in self.cells[i])

    def _sums_up_or_carries(self, i: int) -> bool:
        carried = (carries_on(cell) or brings_forward(cell) for cell in self.cells[i])
        return self._is_grand_total(i) or any(carried)

    def of_one_bill(self) -> Continued | None:
        """Fill rows that tell neither who nor which bill nor which day, and how many or for how much: they go on with the bill above."""
        named = [i for i, told in enumerate(self.told) if told and self.happened[i]]
        dayless = sum(not self._any(self.cells[i], self.bill) for i in named)
        if not self.bill or dayless > _DAYLESS * len(named):
            return None
        above: dict[int, int] = {}
        sums: dict[int, Say] = {}
        for i in range(1, len(self.rows)):
            line = self.bare[i] and self._any(self.cells[i], self.counts)
            if line and not self._any(self.cells[i], self.bill) and not self._sums_up_or_carries(i):
                before = above.get(i - 1, i - 1)
                below = self.rows[i][0] - self.rows[i - 1][0] == 1
                if self._sums_up_rows(i, since=before, left_out=sums):
                    sums[i] = TOTAL
                elif below and self.told[before] and self.happened[before]:
                    above[i] = before
        own = [i for i, bare in enumerate(self.bare) if bare and self._any(self.cells[i], self.bill)]
        if not above or sum(not self._is_grand_total(i) for i in own) > len(above):
            return None
        return self._filled(above, [*self.who, *self.bill], sums)

    def by_days(self) -> Continued | None:
        """Fill rows without a name where each name stands once and the days begin anew with it: they are sorted by customer."""
        heads = [i for i, told in enumerate(self.told) if told]
        if not self.days or not heads or heads[0] != 0 or len(heads) < _GROUPS:
            return None
        names = {tuple(fold(self._cell(i, j)) for j in self.who) for i in heads}
        days = [
            day.iso for day in parse_date_column([self._cell(i, self.days[0]) for i in range(len(self.rows))])
        ]
        if len(names) < len(heads) or not all(days) or not all(self.happened):
            return None
        falls = {i for i, (a, b) in enumerate(pairwise(days), 1) if b < a}
        if not falls or not falls <= set(heads) or len(falls) < _DESCENTS * (len(heads) - 1):
            return None
        above, head = {}, 0
        for i, told in enumerate(self.told):
            head = i if told else head
            if not told:
                above[i] = head
        if len(above) < _GROUPS or not _begin_anew(days, above):
            return None
        return self._filled(above, self.who, {})

    def _cell(self, i: int, j: int) -> str:
        return self.cells[i][j].strip() if j < len(self.cells[i]) else ""

    def _filled(
        self, above: Mapping[int, int], places: Sequence[int], left_out: Mapping[int, Say]
    ) -> Continued:
        width = max([*places, *map(len, self.cells)], default=0) + 1
        rows: list[Row] = []
        aligned = dict(self.aligned)
        for i, (number, cells) in enumerate(self.rows):
            if i in left_out:
                continue
            if i in above:
                whole = [*self.cells[i], *[""] * (width - len(self.cells[i]))]
                for j in places:
                    whole[j] = whole[j] if whole[j].strip() else self._cell(above[i], j)
                cells = tuple(whole)
                while cells and not cells[-1]:
                    cells = cells[:-1]
                if number in aligned:
                    aligned[number] = replace(aligned[number], cells=cells)
            rows.append((number, cells))
        skipped = [(*self.rows[i], why) for i, why in left_out.items()]
        return Continued(rows=rows, aligned=aligned, skipped=skipped, filled=len(above))


def _begin_anew(days: Sequence[str], above: Mapping[int, int]) -> bool:
    """Tell whether the rows without a name show by their own days that they are sorted by whoever stands above them.

    Sales to nobody known go on from day to day, though a sale to somebody be written down late, or run from the last day back to the first.
    """
    groups = set(above.values())
    rising = {head for i, head in above.items() if days[i] > days[i - 1]}
    falls = sum(days[b] < days[a] for a, b in pairwise(above))
    return len(rising) >= _RISING * len(groups) and falls >= max(1.0, _OWN_DESCENTS * (len(groups) - 1))


_SUMS = frozenset(
    fold(word)
    for word in (
        "total", "totals", "grand total", "subtotal", "sub total", "sum", "summe", "gesamt", "gesamtsumme", "toplam", "genel toplam", "итого",
        "всего", "جمع", "جمع کل", "مجموع", "المجموع", "الإجمالي", "合计", "合計", "小计", "小計", "总计", "總計", "합계", "totale", "totaal",
    )
)  # fmt: skip


def sums_up(cells: Sequence[str]) -> bool:
    """Tell whether the first cell that holds anything says that a row sums up."""
    first = next((cell for cell in cells if cell and not cell.isspace()), "")
    return part_summed_up([first]) is not None or fold(first).strip(" :") in _SUMS


def is_sum_of(cells: Sequence[str], above: Iterable[Sequence[str]]) -> bool:
    """Tell whether a row holds nothing but the sums of what stands above it in rows that hold more: a total without a word for it.

    The nearest row comes first: where it holds no more, the others need not be looked at.
    """
    filled = {j: parse_amount(cell) for j, cell in enumerate(cells) if cell and not cell.isspace()}
    if not filled or None in filled.values():
        return False
    sums = dict.fromkeys(filled, 0.0)
    summed = False
    for row in above:
        if not any(cell and not cell.isspace() for j, cell in enumerate(row) if j not in filled):
            return False
        summed = True
        for j in filled:
            amount = parse_amount(row[j]) if j < len(row) else None
            sums[j] += amount.value if amount else 0.0
    return summed and all(
        one is not None and abs(one.value - sums[j]) <= ROUNDED for j, one in filled.items()
    )
