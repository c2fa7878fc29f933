"""What happened with a customer."""

from __future__ import annotations

import datetime

from smbcrm.core.say import say
from smbcrm.errors import UsageError
from smbcrm.usecases.dealings.own_record import note_row, put
from smbcrm.usecases.merging.compute_customers import compute_customers
from smbcrm.usecases.ports import Store

DIRECTIONS = ("in", "out")
AREAS = ("marketing", "sales", "service")


def log_interaction(
    store: Store,
    customer: int,
    kind: str,
    text: str,
    *,
    date: datetime.date,
    today: datetime.date,
    operation: int,
    minutes: float | None = None,
    cost: float | None = None,
    direction: str = "",
    area: str = "",
) -> int:
    """Write down something that happened with a customer; give the number of the interaction."""
    if not kind.strip():
        raise UsageError(
            say("say what it was: call, visit, message ..."),
            say('`smbcrm log C1 call "asked for a new offer"`'),
        )
    if date > today:
        raise UsageError(
            say("{date} has not come yet", date=date.isoformat()),
            say("log what has happened; `smbcrm plan build` plans what will"),
        )
    _check("--direction", direction, DIRECTIONS)
    _check("--area", area, AREAS)
    fields = {"kind": kind, "text": text, "date": date.isoformat(), "direction": direction, "area": area}
    row = note_row(store, customer, fields, operation=operation)
    values = {
        "date": date.isoformat(), "kind": kind.strip(), "text": text, "minutes": minutes, "cost": cost, "direction": direction, "area": area,
    }  # fmt: skip
    number = put(store, "interaction", row, values)
    compute_customers(store, [customer])
    return number


def _check(option: str, value: str, allowed: tuple[str, ...]) -> None:
    if value and value not in allowed:
        raise UsageError(
            say("{option} {value} is not known", option=option, value=value),
            say("choose one of: {allowed}", allowed=", ".join(allowed)),
        )
