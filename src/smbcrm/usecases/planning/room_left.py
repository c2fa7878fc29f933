"""What the weeks of the current plan have left beside what stands in them, and which day has room for one contact more."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from smbcrm.core.budgets import Limits
from smbcrm.core.plans.placing import Fast, taken_by, week_of
from smbcrm.core.plans.plan_spread import most_within
from smbcrm.core.values.calendar_days import working_days
from smbcrm.core.values.touches import MISSED
from smbcrm.usecases.ports import Store

BEYOND = 120
"""So many days behind the end of a plan are looked at for a day that is far enough from other contacts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """The current plan: its number, its first day, what it is held to, the days that are worked on, and its country."""

    id: int
    start: datetime.date
    limits: Limits
    days: tuple[datetime.date, ...]
    country: str

    @property
    def end(self) -> datetime.date:
        """The first day behind it."""
        return self.start + datetime.timedelta(weeks=self.limits.weeks)

    def days_from(self, day: datetime.date) -> Iterator[datetime.date]:
        """Give the working days from a day on, some way beyond the end of the plan."""
        yield from (one for one in self.days if one >= day)
        yield from working_days(max(day, self.end), BEYOND, self.country)


def running_plan(store: Store) -> Running | None:
    """Give the current plan; None when there is none, or one of before limits were kept."""
    for number, start, terms in store.read("SELECT id, start, terms FROM plan ORDER BY id DESC LIMIT 1"):
        held = json.loads(terms)
        if "minutes" not in held:
            return None
        limits = Limits(
            minutes=tuple(held["minutes"]), money=tuple(held["money"]), period=tuple(held["period"]),
            contacts=held.get("contacts", 0), within_days=held.get("within_days", 7),
        )  # fmt: skip
        days = tuple(map(datetime.date.fromisoformat, held["days"]))
        return Running(
            id=number, start=datetime.date.fromisoformat(start), limits=limits, days=days,
            country=held.get("country", ""),
        )  # fmt: skip
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """What an open item of the plan takes, and of whom."""

    item: int
    customer: int
    minutes: float
    cost: float


def standing(store: Store, running: Running) -> list[tuple[str, Fast]]:
    """Give everything that takes of the plan's hours and money, with its name (P12, T3): what is open or done, what else is to do.

    What was done before the plan was made, on its first day, was taken from its limits.
    """
    return [
        (key, Fast(id=number, day=datetime.date.fromisoformat(day), minutes=minutes, cost=cost))
        for key, number, day, minutes, cost in store.read(
            "SELECT 'P' || id, id, max(date, ?1), minutes, cost FROM plan_item WHERE status = 'open' "
            "UNION ALL SELECT 'P' || id, id, settled, minutes, cost FROM plan_item WHERE status = 'done' AND plan_id = ?2 "
            "UNION ALL SELECT 'T' || id, id, max(date, ?1), minutes, cost FROM task WHERE status = 'open' "
            "UNION ALL SELECT 'T' || id, id, settled, minutes, cost FROM task WHERE status = 'done' AND settled >= ?1",
            [running.start.isoformat(), running.id],
        )
    ]


def day_with_room(store: Store, day: datetime.date, seat: Seat) -> datetime.date:
    """Give the first working day from a day on whose week has room for an item, and on which its customer is not met too often."""
    running = running_plan(store)
    if running is None:
        return day
    others = [fast for key, fast in standing(store, running) if key != f"P{seat.item}"]
    left = taken_by(others, running.limits, start=running.start)
    near = met_beside(store, seat.customer, seat.item)
    for one in running.days_from(day):
        if _has_room(left, week_of(one, running.start), seat) and not crowds(one, near, running.limits):
            return one
    return day


def _has_room(left: Limits, week: int, seat: Seat) -> bool:
    if week >= left.weeks:
        return True
    return seat.minutes <= left.minutes[week] and seat.cost <= left.money[left.period[week]]


def crowds(day: datetime.date, near: Sequence[datetime.date], limits: Limits) -> bool:
    """Tell whether a contact on a day is a second one on it, or one too many within the days that the owner allows."""
    if day in near:
        return True
    return limits.contacts > 0 and most_within(day, near, limits.within_days) > limits.contacts


def crowd_of(store: Store, seat: Seat, day: datetime.date) -> tuple[int, int] | None:
    """Give how many contacts a customer has within how many days with an item on a day; None where that is within what is allowed."""
    running = running_plan(store)
    if running is None or not running.limits.contacts:
        return None
    within = running.limits.within_days
    count = most_within(day, met_beside(store, seat.customer, seat.item), within)
    return (count, within) if count > running.limits.contacts else None


def met_beside(store: Store, customer: int, item: int) -> list[datetime.date]:
    """Give the days of the contacts that a customer had, and of those planned, without one item."""
    return [
        datetime.date.fromisoformat(day[:10])
        for (day,) in store.read(
            "SELECT i.date FROM source_row r JOIN interaction i ON i.row_id = r.id "
            f"WHERE r.customer_id = ?1 AND i.kind <> '{MISSED}' AND i.date <> '' "
            "UNION ALL SELECT i.date FROM source_row r JOIN plan_item i ON i.row_id = r.id "
            "WHERE r.customer_id = ?1 AND i.status = 'open' AND i.id <> ?2",
            [customer, item],
        )
    ]


def over_by(store: Store, day: datetime.date) -> float:
    """Give by how many minutes the week of a day has more in it than the plan has for it; below 0 is room."""
    running = running_plan(store)
    week = week_of(day, running.start) if running is not None else 0
    if running is None or week >= running.limits.weeks:
        return 0.0
    used = sum(
        fast.minutes for _, fast in standing(store, running) if week_of(fast.day, running.start) == week
    )
    return used - running.limits.minutes[week]


def is_off(store: Store, day: datetime.date) -> bool:
    """Tell whether the shop of the current plan does not work on a day; no day is off where there is no plan."""
    running = running_plan(store)
    if running is None:
        return False
    if running.start <= day < running.end:
        return day not in running.days
    return not working_days(day, 1, running.country)
