"""One-off things to do, with or without a customer."""

from __future__ import annotations

import datetime

from smbcrm.core.say import say
from smbcrm.core.text import clean
from smbcrm.errors import UsageError
from smbcrm.usecases.edit_customer import write_owner_row
from smbcrm.usecases.ports import Store

TASK, PROMISE = "task", "promise"
MINUTES = 15
"""What a task takes when nothing is said."""


def add_task(
    store: Store,
    text: str,
    *,
    date: datetime.date,
    operation: int,
    customer: int | None = None,
    minutes: float | None = None,
    cost: float | None = None,
    kind: str = TASK,
) -> int:
    """Write down something to do; give its number. With a customer it hangs on a row of the owner's, so that merging carries it."""
    told = clean(text)
    if not told:
        raise UsageError(say("say what is to be done"), say('`smbcrm task add "order new boxes" --due +3d`'))
    row = None
    if customer is not None:
        ((lead,),) = store.read("SELECT lead FROM customer WHERE id = ?", [customer])
        fields = {"edit": True, "kind": kind, "text": told, "date": date.isoformat()}
        row = write_owner_row(store, fields, anchor=lead, customer=customer, operation=operation)
    number = store.allocate("task")
    takes = MINUTES if minutes is None else round(minutes)
    store.insert(
        "task",
        "id, row_id, kind, text, date, minutes, cost, status, settled, why",
        [(number, row, clean(kind) or TASK, told, date.isoformat(), takes, cost or 0.0, "open", "", "")],
    )
    return number
