"""What gives way in the plan: to an item that its owner put off to a day, and to a contact that just happened."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from smbcrm.core.plans.placing import week_of
from smbcrm.core.plans.plan_spread import most_within
from smbcrm.usecases.planning.room_left import (
    Running,
    Seat,
    day_with_room,
    met_beside,
    running_plan,
    standing,
)
from smbcrm.usecases.ports import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """An item that has another day now."""

    item: int
    day: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class _Open:
    seat: Seat
    day: datetime.date
    value: float


def make_room(store: Store, seat: Seat, to: datetime.date) -> tuple[datetime.date, tuple[Moved, ...]]:
    """Give an item a day that its owner chose; give the day it has now, and the items that gave way to it.

    Where the week of that day has no room, those of its items that are worth least go to the next week with room, as if the plan
    were made anew around what the owner said. Where all that could go is not enough, for the week is full of what stands fast, the
    item itself goes to the first day with room.
    """
    running = running_plan(store)
    _put(store, seat.item, to)
    if running is None or week_of(to, running.start) >= running.limits.weeks:
        return to, keep_apart(store, seat.customer)
    giving = _giving_way(store, running, seat, week_of(to, running.start))
    if giving is None:
        day = day_with_room(store, to, seat)
        _put(store, seat.item, day)
        return day, keep_apart(store, seat.customer)
    after = running.start + datetime.timedelta(weeks=week_of(to, running.start) + 1)
    moved = [_moved(store, one.seat, after) for one in giving]
    return to, (*moved, *keep_apart(store, seat.customer))


def _giving_way(store: Store, running: Running, seat: Seat, week: int) -> Sequence[_Open] | None:
    """Give the items of a week that have to go so that it keeps to the budget; None where that is not enough.

    The least worth go first, and of those that are enough none goes in vain.
    """
    limits = running.limits
    stands = [fast for _, fast in standing(store, running)]
    weeks = [week_of(one.day, running.start) for one in stands]
    inside = [
        (one, w == week) for one, w in zip(stands, weeks, strict=True)
        if w < limits.weeks and limits.period[w] == limits.period[week]
    ]  # fmt: skip
    minutes = sum(one.minutes for one, here in inside if here) - limits.minutes[week]
    cost = sum(one.cost for one, _ in inside) - limits.money[limits.period[week]]
    if minutes <= 0 and (cost <= 0 or not seat.cost):
        return ()
    cost = cost if seat.cost else 0.0
    free = [
        one
        for one in _movable(store, running)
        if one.seat.item != seat.item and week_of(one.day, running.start) == week
    ]
    going: list[_Open] = []
    for one in sorted(free, key=lambda one: (one.value, -one.seat.item)):
        if _left(minutes, cost, going):
            going.append(one)
    if _left(minutes, cost, going):
        return None
    for one in reversed(going[:-1]):
        others = [other for other in going if other is not one]
        going = going if _left(minutes, cost, others) else others
    return going


def _left(minutes: float, cost: float, going: Iterable[_Open]) -> bool:
    """Tell whether some minutes or some money are still missing when these have gone."""
    seats = [one.seat for one in going]
    return minutes > sum(s.minutes for s in seats) + 1e-9 or cost > sum(s.cost for s in seats) + 1e-9


def keep_apart(store: Store, customer: int) -> tuple[Moved, ...]:
    """Move those turns of a customer that now come closer to other contacts than the owner allows; the last of a crowd goes first."""
    running = running_plan(store)
    if running is None or not running.limits.contacts:
        return ()
    moved = []
    for one in sorted(
        _movable(store, running, customer=customer), key=lambda one: (one.day, one.seat.item), reverse=True
    ):
        near = met_beside(store, customer, one.seat.item)
        if most_within(one.day, near, running.limits.within_days) > running.limits.contacts:
            moved.append(_moved(store, one.seat, one.day + datetime.timedelta(days=1)))
    return tuple(reversed(moved))


def _moved(store: Store, seat: Seat, after: datetime.date) -> Moved:
    day = day_with_room(store, after, seat)
    _put(store, seat.item, day)
    return Moved(item=seat.item, day=day)


def _put(store: Store, item: int, day: datetime.date) -> None:
    store.update("plan_item", "id, date", [(item, day.isoformat())])


def _movable(store: Store, running: Running, *, customer: int = 0) -> list[_Open]:
    """Give the open items that are of no day of their own and that nobody put off to one: of all customers, or of one."""
    return [
        _Open(
            seat=Seat(item=number, customer=who, minutes=minutes, cost=cost),
            day=max(datetime.date.fromisoformat(day), running.start),
            value=value or 0.0,
        )
        for number, who, minutes, cost, day, value in store.read(
            "SELECT i.id, r.customer_id, i.minutes, i.cost, i.date, i.value FROM plan_item i JOIN source_row r ON r.id = i.row_id "
            "WHERE i.status = 'open' AND i.snoozed = 0 AND i.every_days > 0 AND (?1 = 0 OR r.customer_id = ?1) ORDER BY i.id",
            [customer],
        )
    ]
