"""The states of orders and payments: which say that nothing was bought in the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from smbcrm.core.heading_words import heading_words
from smbcrm.core.layout import Table
from smbcrm.core.mapping import Column
from smbcrm.core.sheets.looks.columns import looks_like_day, plain
from smbcrm.core.sheets.looks.state_words import is_called_off, is_state, may_be_of_others
from smbcrm.core.sheets.looks.word_sets import word_set
from smbcrm.core.sheets.values.gathered import Gathered


def find_orders_called_off(got: Gathered, table: Table) -> None:
    """Find the orders that a column of states, or one for the day of it, says were cancelled or paid back; all lines of such an order are none."""
    orders = got.fields.get("order_id")
    amounts = got.fields.get("amount") or [None] * len(got.numbers)
    for column in table.columns:
        cells = got.cells[column.index]
        called_off = set(_cells_that_say_so(column, cells))
        if not called_off:
            continue
        said = {orders[i] for i, cell in enumerate(cells) if cell in called_off} if orders else set()
        gone = said - {None}
        for i, cell in enumerate(cells):
            amount = amounts[i]
            back = isinstance(amount, int | float) and amount < 0  # what is paid back has a row of its own
            if not back and (cell in called_off or (not cell.strip() and orders and orders[i] in gone)):
                got.called_off.add(i)


def _cells_that_say_so(column: Column, cells: Sequence[str]) -> Iterator[str]:
    if column.field not in ("", "status"):
        return
    if not column.field and tells_when_called_off(column.heading):
        days = {cell for cell in set(cells) if cell.strip()}
        yield from days if all(looks_like_day(plain(cell)) for cell in days) else ()
    elif are_few(cells):
        filled = {cell for cell in set(cells) if cell.strip()}
        known = all(map(is_state, filled))
        if known or column.field == "status":
            # Beside a state that no table knows only words that mean one thing tell.
            yield from (
                cell for cell in filled if is_called_off(cell) and (known or not may_be_of_others(cell))
            )


_CANCELLED = word_set("""cancelled canceled cancellation voided storniert stornodatum stornierung annulé annulée annulation anulado anulada cancelado cancelada
    anulación iptal отмены отменён отменен لغو ابطال کنسل الإلغاء annullato 取消时间 取消 キャンセル""")
_UNTIL = word_set("until by before deadline free policy bis gratuite limite hasta مهلت تا son до")


def tells_when_called_off(heading: str) -> bool:
    """Tell whether a heading is for the day on which an order was called off.

    >>> tells_when_called_off("Cancelled at"), tells_when_called_off("تاریخ لغو"), tells_when_called_off("Cancel by"), tells_when_called_off("Cancellation deadline")
    (True, True, False, False)
    """
    words = set(heading_words(heading))
    return not words.isdisjoint(_CANCELLED) and words.isdisjoint(_UNTIL)


_LOOKED_AT, _FEW, _FEW_IN_ALL = 200, 6, 12


def are_few(cells: Sequence[str]) -> bool:
    """Tell whether a column holds the same few values over and over, as states and kinds do."""
    return len(set(cells[:_LOOKED_AT])) <= _FEW and len(set(cells)) <= _FEW_IN_ALL
