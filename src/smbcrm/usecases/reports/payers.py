"""Who pays on time and who does not: days late on average, what is overdue now, and whether it gets better or worse."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from smbcrm.core.owing import Standing
from smbcrm.usecases.dealings.owed_bills import bill_lines
from smbcrm.usecases.ports import Store

TREND_NEEDED = 4
"""Paid bills from which on the newer half is held against the older."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Payer:
    """A customer with bills. Days below 0 are early; `trend` is how many days later than before he pays now; None is not known."""

    id: str
    name: str
    tier: str | None
    bills: int
    paid_late: int
    days_late: float | None
    trend: float | None
    open: float | None
    overdue: float
    days_overdue: int | None
    unit: str
    command: str


def report_payers(store: Store, *, today: datetime.date, tiers: Sequence[str] = ()) -> list[Payer]:
    """Give the customers who have bills: those who owe most overdue first, then the latest payers."""
    accounts: dict[tuple[int, str], list[Standing]] = defaultdict(list)
    for line in bill_lines(store, today=today):
        accounts[line.customer, line.unit].append(line.standing)
    names = {
        number: (name, tier)
        for number, name, tier in store.read(
            "SELECT c.id, CASE WHEN c.name <> '' THEN c.name ELSE c.company END, t.tier FROM customer c "
            "LEFT JOIN tier t ON t.id = c.id WHERE c.archived = 0"
        )
    }
    payers = [
        _payer(customer, unit, standings, names[customer])
        for (customer, unit), standings in accounts.items()
        if customer in names and (not tiers or names[customer][1] in tiers)
    ]
    return sorted(
        payers, key=lambda p: (-p.overdue, -(p.days_late if p.days_late is not None else -1e9), int(p.id[1:]))
    )


def _payer(customer: int, unit: str, standings: Sequence[Standing], who: tuple[str, str | None]) -> Payer:
    paid = sorted(
        (one for one in standings if one.state == "paid" and one.days_late is not None),
        key=lambda one: (one.bill.due, one.bill.ref),
    )
    late = [one.days_late for one in paid if one.days_late is not None]
    known = [one.open for one in standings if one.open is not None]
    overdue = [one for one in standings if one.state == "overdue"]
    trend = None
    if len(late) >= TREND_NEEDED:
        half = len(late) // 2
        older, newer = late[:half], late[-half:]
        trend = round(sum(newer) / len(newer) - sum(older) / len(older), 1)
    command = f"smbcrm show C{customer}"
    if overdue:
        command = f'smbcrm log C{customer} call "asked for payment"'
    return Payer(
        id=f"C{customer}",
        name=who[0],
        tier=who[1],
        bills=len(standings),
        paid_late=sum(days > 0 for days in late),
        days_late=round(sum(late) / len(late), 1) if late else None,
        trend=trend,
        open=round(sum(known), 2) if known else None,
        overdue=round(sum(one.open or 0.0 for one in overdue), 2),
        days_overdue=max((one.days_late or 0 for one in overdue), default=None),
        unit=unit,
        command=command,
    )
