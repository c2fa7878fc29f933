"""Putting chosen contacts on working days."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta

from smbcrm.core.plans.plan_model import Choice, Chosen, Dated

APART = 3
"""Two contacts with one customer are kept so many days apart, where that costs little."""
NEARNESS = 2.0
"""What each day too close weighs, in minutes of an uneven day."""


def spread(
    choice: Choice,
    *,
    start: date,
    working_days: Sequence[date],
    busy: Mapping[date, float] | None = None,
    met: Mapping[int, Collection[date]] | None = None,
) -> tuple[Dated, ...]:
    """Give every chosen contact a working day of its own week; which ones are chosen stays as it is.

    What must be on a certain day is. The minutes, with what makes the days `busy` already, are spread evenly, and one customer
    (`met` on other days as well) is not contacted twice on a day while there are others. What costs money stays within the period
    that pays for it. A week without any working day uses all of its days.
    """
    loads: dict[date, float] = dict(busy or {})
    seen = {who: set(days) for who, days in (met or {}).items()}
    dated = [_put(item, item.day, loads, seen) for item in choice.items if item.day is not None]
    for week in range(choice.limits.weeks):
        first = start + timedelta(days=7 * week)
        every_day = [first + timedelta(days=ahead) for ahead in range(7)]
        days = sorted(set(working_days) & set(every_day)) or every_day
        items = [item for item in choice.items if item.week == week and item.day is None]
        # Long items first: what is short levels out the rest.
        items.sort(key=lambda i: (-i.minutes, -i.value, i.customer_id, i.kind, i.occurrence))
        for item in items:
            own = _paid_days(choice, week, days, every_day) if item.cost else days
            others = seen.get(item.customer_id, ())
            best = min(own, key=lambda d: (d in others, loads.get(d, 0.0) + NEARNESS * _near(d, others), d))
            dated.append(_put(item, best, loads, seen))
    return tuple(
        sorted(
            dated, key=lambda d: (d.day, -d.item.value, d.item.customer_id, d.item.kind, d.item.occurrence)
        )
    )


def _put(item: Chosen, day: date, loads: dict[date, float], seen: dict[int, set[date]]) -> Dated:
    loads[day] = loads.get(day, 0.0) + item.minutes
    seen.setdefault(item.customer_id, set()).add(day)
    return Dated(day=day, item=item)


def _near(day: date, others: Collection[date]) -> int:
    """Give by how many days the customer's nearest contact is too close."""
    return max((max(APART - abs((day - other).days), 0) for other in others), default=0)


def _paid_days(choice: Choice, week: int, days: Sequence[date], every_day: Sequence[date]) -> Sequence[date]:
    """Give the days of the period that pays: a week may reach into the next month."""
    limits = choice.limits
    if not limits.spans:
        return days
    first, last = limits.spans[limits.period[week]]
    return [day for day in days if first <= day <= last] or [d for d in every_day if first <= d <= last]
