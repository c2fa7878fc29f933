"""Finding room for what stands fast: it keeps its week, or goes to the first later one with room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from smbcrm.core.budgets import Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class Fast:
    """Something that stands fast: its day, and what it takes."""

    id: int
    day: date
    minutes: float
    cost: float


def week_of(day: date, start: date) -> int:
    """Give the week of a plan that a day is in; what should have been done before is for the first.

    >>> week_of(date(2026, 11, 30), date(2026, 11, 22)), week_of(date(2026, 11, 1), date(2026, 11, 22))
    (1, 0)
    """
    return max((day - start).days // 7, 0)


def taken_by(items: Sequence[Fast], limits: Limits, *, start: date) -> Limits:
    """Give what items leave of the limits, on whatever day they are; those after the plan take nothing of it."""
    minutes: dict[int, float] = {}
    money: dict[int, float] = {}
    for item in items:
        week = week_of(item.day, start)
        if week < limits.weeks:
            minutes[week] = minutes.get(week, 0.0) + item.minutes
            money[week] = money.get(week, 0.0) + item.cost
    return limits.less(minutes, money)


def place(
    items: Sequence[Fast], limits: Limits, *, start: date, working: Sequence[date]
) -> tuple[dict[int, date], Limits]:
    """Give a day for each item, its own where its week has room, and what they leave of the limits.

    One that finds no room in any week waits until the day after the plan.
    """
    days: dict[int, date] = {}
    for item in items:
        week, day = week_of(item.day, start), max(item.day, start)
        while week < limits.weeks and not _fits(item, limits, week):
            week += 1
            day = _first_day(week, start, working)
        days[item.id] = day
        if week < limits.weeks:
            limits = limits.less({week: item.minutes}, {week: item.cost})
    return days, limits


def _fits(item: Fast, limits: Limits, week: int) -> bool:
    return item.minutes <= limits.minutes[week] and item.cost <= limits.money[limits.period[week]]


def _first_day(week: int, start: date, working: Sequence[date]) -> date:
    first = start + timedelta(days=7 * week)
    return next((day for day in working if first <= day < first + timedelta(days=7)), first)
