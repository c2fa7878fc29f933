"""Rows that leave out what the row above them says: lines of one bill, the sales below a customer's name, values not repeated."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Protocol

from smbcrm.core.dates import parse_date_column
from smbcrm.core.fields import FIELDS, IGNORED, KNOWN_BY
from smbcrm.core.headers import is_a_customer
from smbcrm.core.say import Say, say
from smbcrm.core.sheets.body import PART, TOTAL, part_summed_up
from smbcrm.core.sheets.ragged import AlignedRow, Row
from smbcrm.core.text import fold

Skipped = tuple[int, Sequence[str], Say]


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


_OF_A_BILL = frozenset(
    {"order_id", "date", "invoice_date", "contact_date", "created_at", "last_purchase_date"}
)
_DAYS = frozenset({"date", "invoice_date", "contact_date", "created_at", "last_purchase_date"})
_COUNTED = frozenset({"amount", "unit_price", "quantity", "total_spent", "billed"})
_GROUPS = 2
_DESCENTS = 0.3
"""Of the groups, this share begins with an earlier day than the group before ends with, where each lists its own days upwards."""


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
        self.bill = [c.index for c in columns if c.field in _OF_A_BILL]
        self.counts = [c.index for c in columns if c.field in _COUNTED]
        self.days = [c.index for c in columns if c.field in _DAYS]
        self.told = [self._any(cells, self.who) for cells in self.cells]
        self.happened = [] if all(self.told) else [self._any(cells, self.what) for cells in self.cells]
        self.bare = [what and not who for who, what in zip(self.told, self.happened)]

    @staticmethod
    def _any(cells: Sequence[str], places: Sequence[int]) -> bool:
        return any(j < len(cells) and cells[j] and not cells[j].isspace() for j in places)

    def below_names(self) -> Continued | None:
        """Fill rows below rows that hold a name and nothing else: every row without a name has one above it, and no other row has its own."""
        heads = [i for i, told in enumerate(self.told) if told and not self.happened[i]]
        if not heads or heads[0] != 0 or self.bare[1:2] != [True]:
            return None
        sums = {i for i, told in enumerate(self.told) if told and self.happened[i] and self._is_sum(i)}
        own = [i for i, told in enumerate(self.told) if told and self.happened[i] and i not in sums]
        if own or len(heads) * 2 > len(self.rows):
            return None
        above, head, starts = {}, 0, set(heads)
        for i in range(len(self.rows)):
            head = i if i in starts else head
            if self.bare[i] and not self._is_grand_total(i):
                above[i] = head
        left_out = dict.fromkeys(heads, PART) | dict.fromkeys(sums, TOTAL)
        return self._filled(above, self.who, left_out)

    def _is_sum(self, i: int) -> bool:
        return _sums_up([self._cell(i, j) for j in self.who])

    def _is_grand_total(self, i: int) -> bool:
        return any(fold(cell).strip(" :") in _SUMS for cell in self.cells[i])

    def of_one_bill(self) -> Continued | None:
        """Fill rows that tell neither who nor which bill nor which day, and how many or for how much: they go on with the bill above."""
        if not self.bill:
            return None
        above: dict[int, int] = {}
        for i in range(1, len(self.rows)):
            line = self.bare[i] and self._any(self.cells[i], self.counts)
            if line and not self._any(self.cells[i], self.bill) and not self._is_grand_total(i):
                before = above.get(i - 1, i - 1)
                if self.told[before] and self.happened[before] and self.rows[i][0] - self.rows[i - 1][0] == 1:
                    above[i] = before
        many = [i for i, bare in enumerate(self.bare) if bare and self._any(self.cells[i], self.bill)]
        return (
            None if not above or len(many) > len(above) else self._filled(above, [*self.who, *self.bill], {})
        )

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
        return self._filled(above, self.who, {}) if len(above) >= _GROUPS else None

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


_SUMS = frozenset(
    fold(word)
    for word in (
        "total", "totals", "grand total", "subtotal", "sub total", "sum", "summe", "gesamt", "gesamtsumme", "toplam", "genel toplam", "итого",
        "всего", "جمع", "جمع کل", "مجموع", "المجموع", "الإجمالي", "合计", "合計", "小计", "小計", "总计", "總計", "합계", "totale", "totaal",
    )
)  # fmt: skip


def _sums_up(cells: Sequence[str]) -> bool:
    """Tell whether the first cell that holds anything says that a row sums up."""
    first = next((cell for cell in cells if cell and not cell.isspace()), "")
    return part_summed_up([first]) is not None or fold(first).strip(" :") in _SUMS


_LABELLED = re.compile(r"^\s*(?P<label>[^:：]{2,40}?)\s*[:：]\s*(?P<value>.*)$", re.DOTALL)
_MOST_BESIDE = 3


def lift_labels(
    headings: Sequence[str], rows: Sequence[Row], aligned: Mapping[int, AlignedRow]
) -> tuple[list[str], list[Row], dict[int, AlignedRow], list[Skipped]] | None:
    """Give a table a column for its customers where lines between its rows name them: "Customer: Sara Karimi"; None where none do.

    Such a line begins with a word for a customer and a colon, holds hardly anything else, and stands before the first row.
    """
    first = _labelled(rows[0][1]) if rows else None
    if first is None:
        return None
    found = [_labelled(cells) for _, cells in rows]
    if sum(one is not None for one in found) * 2 > len(rows):
        return None
    width = len(headings)
    kept: list[Row] = []
    again = dict(aligned)
    skipped: list[Skipped] = []
    value = ""
    for (number, cells), label in zip(rows, found):
        if label is not None:
            value = label[1]
            skipped.append((number, cells, PART))
            continue
        own = [*(aligned[number].cells if number in aligned else cells)]
        whole = (*own[:width], *[""] * (width - len(own)), "" if _sums_up(cells) else value)
        kept.append((number, whole))
        if number in again:
            again[number] = replace(again[number], cells=whole)
    return [*headings, first[0]], kept, again, skipped


def _labelled(cells: Sequence[str]) -> tuple[str, str] | None:
    """Give the label and the name of a line that says who the rows below are about."""
    filled = [cell.strip() for cell in cells if cell and not cell.isspace()]
    if not filled or len(filled) > _MOST_BESIDE + 1:
        return None
    parted = _LABELLED.match(filled[0])
    if parted is None or not is_a_customer(parted["label"]):
        return None
    value = parted["value"].strip() or (filled[1] if len(filled) > 1 else "")
    return (parted["label"], value) if any(map(str.isalpha, value)) else None
