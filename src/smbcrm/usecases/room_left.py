"""What the weeks of the current plan have left beside what stands in them."""

from __future__ import annotations

import datetime
import json
from dataclasses import dataclass

from smbcrm.core.budgets import Limits
from smbcrm.core.plans.placing import Fast, place, taken_by, week_of
from smbcrm.usecases.ports import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """The current plan: its number, its first day, what it is held to, and the days that are worked on."""

    id: int
    start: datetime.date
    limits: Limits
    days: tuple[datetime.date, ...]


def running_plan(store: Store) -> Running | None:
    """Give the current plan; None when there is none, or one of before limits were kept."""
    for number, start, terms in store.read("SELECT id, start, terms FROM plan ORDER BY id DESC LIMIT 1"):
        held = json.loads(terms)
        if "minutes" not in held:
            return None
        limits = Limits(
            minutes=tuple(held["minutes"]), money=tuple(held["money"]), period=tuple(held["period"])
        )
        days = tuple(map(datetime.date.fromisoformat, held["days"]))
        return Running(id=number, start=datetime.date.fromisoformat(start), limits=limits, days=days)
    return None


def _standing(store: Store, running: Running) -> list[Fast]:
    """Give everything that takes of the plan's hours and money: what is open, what is done, what else is to do.

    What was done before the plan was made, on its first day, was taken from its limits.
    """
    return [
        Fast(id=number, day=datetime.date.fromisoformat(day), minutes=minutes, cost=cost)
        for number, day, minutes, cost in store.read(
            "SELECT id, max(date, ?1), minutes, cost FROM plan_item WHERE status = 'open' "
            "UNION ALL SELECT id, settled, minutes, cost FROM plan_item WHERE status = 'done' AND plan_id = ?2 "
            "UNION ALL SELECT id, max(date, ?1), minutes, cost FROM task WHERE status = 'open' "
            "UNION ALL SELECT id, settled, minutes, cost FROM task WHERE status = 'done' AND settled >= ?1",
            [running.start.isoformat(), running.id],
        )
    ]


def day_with_room(store: Store, day: datetime.date, *, minutes: float, cost: float) -> datetime.date:
    """Give the first working day from a day on in a week that has room; the day itself when it is after the plan."""
    running = running_plan(store)
    if running is None or week_of(day, running.start) >= running.limits.weeks:
        return day
    left = taken_by(_standing(store, running), running.limits, start=running.start)
    wanted = next((one for one in running.days if one >= day), day)
    placed, _ = place(
        [Fast(id=0, day=wanted, minutes=minutes, cost=cost)], left, start=running.start, working=running.days
    )
    return placed[0]


def over_by(store: Store, day: datetime.date) -> float:
    """Give by how many minutes the week of a day has more in it than the plan has for it; below 0 is room."""
    running = running_plan(store)
    if running is None:
        return 0.0
    week = week_of(day, running.start)
    if week >= running.limits.weeks:
        return 0.0
    used = sum(one.minutes for one in _standing(store, running) if week_of(one.day, running.start) == week)
    return used - running.limits.minutes[week]
