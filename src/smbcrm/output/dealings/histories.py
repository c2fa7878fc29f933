"""The timeline of a customer as a table."""

from __future__ import annotations

from collections.abc import Sequence

from smbcrm.core.say import say
from smbcrm.output.dealings.record_columns import HISTORY
from smbcrm.output.view import View
from smbcrm.usecases.ports import Store


def history_view(store: Store, customer: int, rows: Sequence[Sequence[object]]) -> View:
    """Give the lines of a timeline under the name of the customer."""
    ((name, phone),) = store.read("SELECT name, phone FROM customer WHERE id = ?", [customer])
    who = f"C{customer}"
    footer = say(
        "Each operation can be taken back: `smbcrm undo OPERATION`. Next: `smbcrm show {id}`", id=who
    )
    empty = say("Nothing of the kind happened. Next: `smbcrm history {id}` shows everything", id=who)
    return View(
        HISTORY,
        rows,
        title=say("{id}  {name}", id=who, name=name or phone),
        footer=(footer,),
        empty=(empty,),
        name="history",
        id_column="operation",
    )
