"""Cells merged over several rows: the value stands in the first of them only, and belongs to all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from smbcrm.core.column_letters import column_letter
from smbcrm.core.grid import Problem
from smbcrm.core.say import say


def fill_merged(
    rows: Sequence[list[str]], numbers: Sequence[int], merges: Iterable[tuple[int, int, int, int]]
) -> tuple[Problem, ...]:
    """Write the value of each merged cell into the rows it covers, and say so for each column.

    Only rows that hold something else are filled: a merged cell does not make a blank row a customer. Cells merged to
    the right stay as they are, as a title over the whole table is.
    """
    tall = sorted(merge for merge in merges if merge[2] > merge[0])
    if not tall:
        return ()
    place = {number: index for index, number in enumerate(numbers)}
    filled: Counter[int] = Counter()
    first_rows: dict[int, int] = {}
    for top, column, bottom, _ in tall:
        if top not in place or len(rows[place[top]]) <= column:
            continue
        value = rows[place[top]][column]
        if not value.strip():
            continue
        for row in _covered(rows, place, top, bottom):
            row.extend([""] * (column + 1 - len(row)))
            if not row[column].strip():
                row[column] = value
                filled[column] += 1
                first_rows.setdefault(column, top)
    return tuple(
        Problem(
            what=say(
                "{count} {count:cell|cells} under a merged cell {count:was|were} filled with its value",
                count=count,
            ),
            row=first_rows[column],
            column=column_letter(column),
        )
        for column, count in sorted(filled.items())
    )


def _covered(rows: Sequence[list[str]], place: dict[int, int], top: int, bottom: int) -> Iterator[list[str]]:
    last = min(bottom, max(place, default=0))
    for number in range(top + 1, last + 1):
        if number in place:
            yield rows[place[number]]
