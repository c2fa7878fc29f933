"""In which order a sheet writes day and month, where one of its columns proves it for the others."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from smbcrm.core.dates import decide_dates
from smbcrm.core.fields import FIELDS, IGNORED
from smbcrm.core.layout import Table
from smbcrm.core.mapping import Column
from smbcrm.core.say import Say, say
from smbcrm.core.sheets.looks.columns import looks_like_day, plain

_LOOKED_AT = 2000
_FIRST_FEW = 20
ORDERS = {"dmy": "day/month/year", "mdy": "month/day/year", "ymd": "year/month/day"}
"""The orders of a day, as they are said."""


def proven_beside(table: Table) -> tuple[str, list[Say]]:
    """Give the order of day and month that other columns prove where the days of one could be read in two ways, and what to say of it.

    A day of dispatch such as 25/04/2024 tells how the day of the order is written. Columns that prove different orders prove none.
    """
    days = [c for c in table.columns if c.field and c.field != IGNORED and FIELDS[c.field].read == "date"]
    decided = {c.index: decide_dates(_sample(table, c)) for c in days}
    if not any(found.ambiguous and not found.order for found in decided.values()):
        return "", []
    proofs: dict[str, Column] = {}
    for column in table.columns:
        found = decided.get(column.index)
        if found is None and not _holds_days(table.cells[column.index]):
            continue
        found = found or decide_dates(_sample(table, column))
        if found.order in ("dmy", "mdy"):
            proofs.setdefault(found.order, column)
    if len(proofs) != 1:
        return "", []
    ((order, proof),) = proofs.items()
    told = say(
        "days are read as {order}, as column {column} shows", order=ORDERS[order], column=proof.heading
    )
    return order, [told]


def _sample(table: Table, column: Column) -> Sequence[str]:
    return list(islice(filter(None, table.cells[column.index]), _LOOKED_AT))


def _holds_days(cells: Sequence[str]) -> bool:
    shown = [plain(cell) for cell in islice(filter(None, cells), _FIRST_FEW)]
    return bool(shown) and all(looks_like_day(text) for text in shown)
