"""Putting chosen contacts on working days."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta

from smbcrm.core.budgets import Limits
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

    What must be on a certain day is. No customer (`met` on other days as well) gets more contacts within some days than the limits
    allow, nor two on one day, while his week has another day; then the minutes, with what makes the days `busy` already, are spread
    evenly. What costs money stays within the period that pays for it. A week without any working day uses all of its days.
    """
    loads: dict[date, float] = dict(busy or {})
    seen = {who: list(days) for who, days in (met or {}).items()}
    contacts, within = choice.limits.contacts, choice.limits.within_days
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
            best = min(
                own,
                key=lambda d: (
                    max(most_within(d, others, within) - contacts, 0) if contacts else 0,
                    d in others,
                    loads.get(d, 0.0) + NEARNESS * _near(d, others),
                    d,
                ),
            )
            dated.append(_put(item, best, loads, seen))
    return tuple(
        sorted(
            dated, key=lambda d: (d.day, -d.item.value, d.item.customer_id, d.item.kind, d.item.occurrence)
        )
    )


def _put(item: Chosen, day: date, loads: dict[date, float], seen: dict[int, list[date]]) -> Dated:
    loads[day] = loads.get(day, 0.0) + item.minutes
    seen.setdefault(item.customer_id, []).append(day)
    return Dated(day=day, item=item)


def too_often(
    dated: Sequence[Dated], limits: Limits, met: Mapping[int, Collection[date]] | None = None
) -> tuple[Dated, ...]:
    """Give the contacts that must go so that nobody is met more often than the limits allow, the least worth of each crowd.

    There are such where holidays, birthdays or lately made contacts leave a week no day that is far enough from them. What must be
    on its day stays, even where two such come close.
    """
    if not limits.contacts:
        return ()
    by_customer: dict[int, list[Dated]] = {}
    for one in dated:
        by_customer.setdefault(one.item.customer_id, []).append(one)
    gone: list[Dated] = []
    for who, items in sorted(by_customer.items()):
        kept = list(items)
        days = [*(met or {}).get(who, ()), *(one.day for one in items)]
        for last in sorted(set(days)):
            first = last - timedelta(days=limits.within_days - 1)
            while sum(first <= day <= last for day in days) > limits.contacts:
                free = [one for one in kept if _movable(one.item) and first <= one.day <= last]
                if not free:
                    break
                least = min(free, key=lambda one: (one.item.value, one.day, one.item.kind))
                kept.remove(least)
                days.remove(least.day)
                gone.append(least)
    return tuple(gone)


def _movable(item: Chosen) -> bool:
    """Tell whether it is one of those that come round, and not of a day of its own."""
    return item.day is None or item.every_days > 0


def most_within(day: date, others: Collection[date], within: int) -> int:
    """Give the most contacts in any so many days in a row with this day among them, when there is one on it beside the others.

    >>> most_within(date(2026, 11, 28), [date(2026, 11, 24), date(2026, 12, 1), date(2026, 12, 5)], 7)
    2
    """
    around = [day, *(other for other in others if abs((other - day).days) < within)]
    spans = ((end - timedelta(days=within - 1), end) for end in around if end >= day)
    return max(sum(first <= one <= end for one in around) for first, end in spans)


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
