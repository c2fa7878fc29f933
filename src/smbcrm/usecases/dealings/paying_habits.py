"""How each customer pays: days late on average, with what is newer counting more, and what is overdue now."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from smbcrm.core.owing import Standing
from smbcrm.core.values.calendar_days import days_between
from smbcrm.usecases.dealings.owed_bills import bill_lines
from smbcrm.usecases.mainly import main_unit
from smbcrm.usecases.ports import Store

HALF_LIFE = 365
"""Days after which a bill says half as much of how somebody pays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paying:
    """Mean days late (below 0: early), of how many bills, and what is overdue; None is unknown."""

    days_late: float | None
    bills: int | None
    overdue: float | None


def paying_habits(store: Store, *, today: datetime.date) -> dict[int, Paying]:
    """Give how customers pay, of those who have bills; what is overdue in another currency than the shop's is left out."""
    bills: dict[int, list[Standing]] = defaultdict(list)
    overdue: dict[int, float] = {}
    lines = list(bill_lines(store, today=today))
    main = main_unit(store) if any(line.unit for line in lines) else ""
    for line in lines:
        bills[line.customer].append(line.standing)
        if line.standing.open is not None and line.unit in ("", main):
            late = line.standing.open if line.standing.state == "overdue" else 0.0
            overdue[line.customer] = overdue.get(line.customer, 0.0) + late
    found = {}
    for customer, standings in bills.items():
        mean, count = _lateness(standings, today)
        found[customer] = Paying(days_late=mean, bills=count or None, overdue=overdue.get(customer))
    return found


def _lateness(standings: Sequence[Standing], today: datetime.date) -> tuple[float | None, int]:
    """Give the mean lateness of what was paid or should have been; a bill that is still unpaid is late by the days so far."""
    total = weights = 0.0
    count = 0
    for one in standings:
        if one.days_late is None:
            continue
        weight = 0.5 ** (days_between(one.bill.due, today) / HALF_LIFE)
        total, weights, count = total + weight * one.days_late, weights + weight, count + 1
    return (total / weights if weights else None), count
