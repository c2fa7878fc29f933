"""The column whose values tell the rows of a sheet apart."""

from __future__ import annotations

from collections.abc import Sequence

from smbcrm.core.fields import IGNORED, PHONES
from smbcrm.core.heading_words import heading_words
from smbcrm.core.layout import Table
from smbcrm.core.mapping import Column
from smbcrm.core.sheets.looks.columns import plain
from smbcrm.core.sheets.looks.word_sets import word_set
from smbcrm.core.sheets.values.gathered import Gathered

_OF_CUSTOMERS = ("crm_id", "customer_code", "national_id", "email", *sorted(PHONES))
_OF_SALES = ("order_id",)
_ID_WORDS = word_set(
    "id uid guid uuid key code no number ref کد شناسه شماره nummer kod numero numéro código رقم"
)


def choose_key(table: Table, gathered: Gathered) -> tuple[str, list[str]]:
    """Give the heading of a column that is filled and different in every row, and its values; "" if there is none.

    On a list of sales only a number of the sale itself counts: a phone that happens to be different in every row would
    make next month's sale an edit of this month's.
    """
    wanted = _OF_CUSTOMERS if table.kind == "customers" else _OF_SALES
    known = [c for field in wanted for c in table.columns if c.field == field]
    unknown = [c for c in table.columns if not c.field and _is_id(c.heading, whole=table.kind != "customers")]
    for column in (
        [*known[:1], *unknown, *known[1:]] if known and known[0].field in wanted[:2] else [*unknown, *known]
    ):
        values = _values(column, gathered.cells[column.index])
        if values is not None:
            return column.heading, values
    return "", [""] * len(table.rows)


def _is_id(heading: str, *, whole: bool) -> bool:
    """Tell whether a heading speaks of an id; with `whole`, of nothing else (a stock code is no number of the sale)."""
    words = set(heading_words(heading))
    return words <= _ID_WORDS and bool(words) if whole else not _ID_WORDS.isdisjoint(words)


def _values(column: Column, cells: Sequence[str]) -> list[str] | None:
    if column.field == IGNORED or not cells:
        return None
    if not all(cells[: min(len(cells), 50)]):
        return None
    joined = "".join(cells)
    if (
        joined.isascii()
        and joined.isalnum()
        and len(distinct := set(cells)) == len(cells)
        and "" not in distinct
    ):
        return list(cells)
    cache: set[str] = set()
    values = []
    for cell in cells:
        value = plain(cell)
        if not value or value in cache:
            return None
        cache.add(value)
        values.append(value)
    return values
