"""Putting chosen contacts on working days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from smbcrm.core.plans.plan_model import Choice, Chosen, Dated


def spread(choice: Choice, *, start: date, working_days: Sequence[date]) -> tuple[Dated, ...]:
    """Give every chosen contact a working day of its own week; which ones are chosen stays as it is.

    The minutes are spread evenly over the days, and one customer is not contacted twice on a day while there are others.
    A week without any working day uses all of its days.
    """
    dated: list[Dated] = []
    for week in range(choice.weeks):
        first = start + timedelta(days=7 * week)
        days = [day for day in sorted(set(working_days)) if first <= day < first + timedelta(days=7)]
        items = [item for item in choice.items if item.week == week]
        dated += _over_days(items, days or [first + timedelta(days=ahead) for ahead in range(7)])
    return tuple(
        sorted(
            dated, key=lambda d: (d.day, -d.item.value, d.item.customer_id, d.item.kind, d.item.occurrence)
        )
    )


def _over_days(items: Sequence[Chosen], days: Sequence[date]) -> list[Dated]:
    """Give each item the day with the least to do, long items first."""
    busy = dict.fromkeys(days, 0)
    met: dict[int, set[date]] = {}
    dated = []
    for item in sorted(items, key=lambda i: (-i.minutes, -i.value, i.customer_id, i.kind, i.occurrence)):
        taken = met.setdefault(item.customer_id, set())
        day = min(
            (day for day in days if day not in taken or len(taken) == len(days)), key=lambda d: (busy[d], d)
        )
        taken.add(day)
        busy[day] += item.minutes
        dated.append(Dated(day=day, item=item))
    return dated
