"""Entries of a ledger that only carry a balance on: "Closing balance", "Balance c/d", and the same balance brought forward below it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from smbcrm.core.fields import NAMES
from smbcrm.core.layout import Table
from smbcrm.core.sheets.rows.carried_words import brings_forward, carries_on
from smbcrm.core.sheets.values.gathered import Gathered


def carried_balances(
    got: Gathered, table: Table, bills: Sequence[object], paid: Sequence[object]
) -> Iterator[int]:
    """Give the entries that close an account without a payment; and those that open it anew with the sum that one of these closed it with.

    A balance brought forward that no row of the list closes is what was owed before: that one counts.
    """
    texts = [got.cells[c.index] for c in table.columns if c.field not in NAMES]
    closing = _rows_saying(carries_on, texts)
    if not closing:
        return
    whose = [got.fields[name] for name in sorted(NAMES | {"customer_code"}) if name in got.fields]

    def entry(i: int, *, turned: bool) -> tuple[object, ...]:
        one, other = (paid[i], bills[i]) if turned else (bills[i], paid[i])
        return (one, other, *(column[i] for column in whose))

    closed: defaultdict[tuple[object, ...], int] = defaultdict(int)
    for i in closing:
        closed[entry(i, turned=True)] += 1
    yield from closing
    for i in _rows_saying(brings_forward, texts):
        if closed[entry(i, turned=False)]:
            closed[entry(i, turned=False)] -= 1
            yield i


def _rows_saying(says: Callable[[str], bool], texts: Sequence[Sequence[str]]) -> list[int]:
    found: set[int] = set()
    for cells in texts:
        said = {cell for cell in set(cells) if says(cell)}
        if said:
            found.update(i for i, cell in enumerate(cells) if cell in said)
    return sorted(found)
