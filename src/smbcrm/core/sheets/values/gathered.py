"""The fields of all rows while they are being brought together, and what did not fit into any."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from smbcrm.core.grid import Problem
from smbcrm.core.mapping import Column
from smbcrm.core.say import Say, say
from smbcrm.core.sheets.values.cells import ReadColumn

SHOWN_PROBLEMS = 20
"""So many odd cells of a column are named one by one; the rest are counted."""


@dataclass(slots=True, kw_only=True)
class Gathered:
    """All fields of all rows: for each field one value a row (None where there is none).

    `aside` are the texts of single rows that belong to no field, by heading, `columns_aside` those of whole columns; `bad` are
    the fields of a row that look wrong, `damaged` those that cannot be used to know a customer by. `cells` are the raw columns by place, `numbers` the row numbers.
    """

    numbers: Sequence[int]
    country: str = ""
    date_order: str = ""  # as told or as another column proves it
    fields: dict[str, list[object]] = field(default_factory=dict)
    aside: dict[int, dict[str, str]] = field(default_factory=dict)
    columns_aside: dict[str, Sequence[object]] = field(default_factory=dict)
    bad: dict[int, list[str]] = field(default_factory=dict)
    damaged: dict[int, set[str]] = field(default_factory=dict)
    called_off: set[int] = field(default_factory=set)  # sales that did not come about
    left_out: dict[int, Say] = field(default_factory=dict)  # rows of no customer's, each with why
    sums_of_orders: bool = False  # which line of an order has a sum depends on the lines around it
    carried_on: set[int] = field(default_factory=set)  # entries of a ledger that only carry a balance on
    notes: list[Say] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    cells: Mapping[int, Sequence[str]] = field(default_factory=dict)

    def put_aside(self, row: int, heading: str, text: str) -> None:
        """Keep a text of a row under a heading; what stands there already stays, too."""
        kept = self.aside.setdefault(row, {})
        name, count = heading, 1
        while (kept.get(name) or self._whole_aside(row, name) or text) != text:
            count += 1
            name = f"{heading} ({count})"
        kept[name] = text

    def _whole_aside(self, row: int, heading: str) -> object:
        column = self.columns_aside.get(heading)
        return None if column is None else column[row]

    def keep_aside(self, heading: str, values: Sequence[object]) -> None:
        """Keep the texts of a whole column under its heading."""
        before = self.columns_aside.get(heading)
        if before is not None:
            values = [old if new is None else new for old, new in zip(before, values)]
        self.columns_aside[heading] = values

    def told_by(self, row: int) -> dict[str, object]:
        """Give the fields of a row that hold something, made when they are asked for: a million dictionaries fill a memory.

        What belongs to no field is under `x`, by heading; fields that look wrong are named under `bad`.
        """
        told = {name: value for name, column in self.fields.items() if (value := column[row]) is not None}
        if self.columns_aside or row in self.aside:
            own = {
                heading: str(value)
                for heading, column in self.columns_aside.items()
                if (value := column[row]) is not None
            }
            own.update(self.aside.get(row, ()))
            if own:
                told["x"] = own
        if row in self.bad:
            told["bad"] = tuple(dict.fromkeys(self.bad[row]))
        return told

    def rows_without(self, names: Collection[str]) -> frozenset[int]:
        """Give the rows that hold none of these fields."""
        left: Sequence[int] = range(len(self.numbers))
        for name in sorted(names):
            if (column := self.fields.get(name)) is not None:
                left = [i for i in left if column[i] is None]
        return frozenset(left)

    def rows_with_only(self, names: Collection[str]) -> list[int]:
        """Give the rows that hold some of these fields and nothing else, in columns of the owner's own neither."""
        left: Sequence[int] = range(len(self.numbers))
        # Phones first: hardly a row is left after them.
        for name in sorted(self.fields.keys() - set(names), key=lambda name: (name != "phones", name)):
            column = self.fields[name]
            left = [i for i in left if column[i] is None]
        for own in self.columns_aside.values():
            left = [i for i in left if not own[i]]
        told = [column for name, column in self.fields.items() if name in names]
        return [
            i
            for i in left
            if any(column[i] is not None for column in told) and not any(self.aside.get(i, {}).values())
        ]

    def take_doubts(self, column: Column, read: ReadColumn) -> None:
        """Keep what a column's cells could not say: their texts aside, the field marked, the first ones reported."""
        for i, text in read.lost.items():
            self.put_aside(i, column.heading, text)
        self.report(column, read.doubts, field=column.key)

    def report(self, column: Column, doubts: Mapping[int, Say], *, field: str) -> None:
        """Mark a field as odd in some rows and say so, row by row for the first ones."""
        for shown, (i, why) in enumerate(sorted(doubts.items(), key=lambda item: item[0])):
            self.bad.setdefault(i, []).append(field)
            if shown < SHOWN_PROBLEMS:
                self.problems.append(Problem(what=why, row=self.numbers[i], column=column.heading))
        if len(doubts) > SHOWN_PROBLEMS:
            more = len(doubts) - SHOWN_PROBLEMS
            self.problems.append(
                Problem(
                    what=say("{n} more {n:cell is|cells are} odd in the same way", n=more),
                    column=column.heading,
                )
            )
