"""Bills as a table, with what is open in each unit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from smbcrm.core.money_said import money
from smbcrm.core.say import Say, say
from smbcrm.output.dealings.record_columns import INVOICES, INVOICES_TABLE
from smbcrm.output.dealings.record_sets import keys
from smbcrm.output.emit import emit
from smbcrm.output.options import Format, OutputOptions
from smbcrm.output.view import View, at_most, pick_columns

if TYPE_CHECKING:
    from smbcrm.core.selection import Selection
    from smbcrm.usecases.record_invoice import Bills


def emit_bills(bills: Bills, places: Sequence[int], selection: Selection, options: OutputOptions) -> None:
    """Print the bills at these places."""
    rows = [bills.rows[place] for place in places]
    sums = tuple(_sums(bills))
    empty = say("There are no such bills. `smbcrm invoice add WHO AMOUNT --due +30d` notes one.")
    view = View(
        INVOICES,
        rows,
        name="invoices",
        id_column="invoice",
        footer=(*sums, *_late(rows)),
        empty=(empty, *sums),
    )
    shown = selection.columns or (INVOICES_TABLE if options.format is Format.TABLE else keys(INVOICES))
    emit(at_most(pick_columns(view, shown), selection.limit), options)


def _sums(bills: Bills) -> Iterator[Say]:
    """Say what is open of all bills that were asked for."""
    for unit, open_, overdue, late in bills.sums:
        if overdue and late == 1:
            yield say(
                "Open: {open}, of which {overdue} is overdue with one customer",
                open=money(open_, unit), overdue=money(overdue, unit),
            )  # fmt: skip
        elif overdue:
            yield say(
                "Open: {open}, of which {overdue} is overdue with {count} customers",
                open=money(open_, unit), overdue=money(overdue, unit), count=late,
            )  # fmt: skip
        else:
            yield say("Open: {open}, nothing overdue", open=money(open_, unit))
    if bills.unknown:
        yield say(
            "{count} {count:bill comes|bills come} from lists that do not tell what was paid: `smbcrm payment import FILE`, or `smbcrm payment add WHO AMOUNT --for NUMBER`",
            count=bills.unknown,
        )


def _late(rows: Sequence[tuple[object, ...]]) -> Iterator[Say]:
    """Say what to do about the bill that is overdue longest."""
    late_ids = [row[1] for row in rows if row[-1] == "overdue"]
    if late_ids:
        yield say(
            "Next: remind them, then `smbcrm log {id} call TEXT`; when they pay, `smbcrm payment add {id} AMOUNT`",
            id=late_ids[0],
        )
