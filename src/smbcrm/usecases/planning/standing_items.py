"""What stands fast when a plan is made: one-off things to do, and contacts that the owner put off to a day."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from smbcrm.core.budgets import Limits
from smbcrm.core.plans.placing import Fast, place, taken_by
from smbcrm.core.say import Say, listed, say
from smbcrm.core.values.calendar_days import holidays_named, knows_country
from smbcrm.usecases.planning.plan_facts import lately_met
from smbcrm.usecases.planning.write_plan import Frame
from smbcrm.usecases.ports import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The limits that are left for the choice, what makes the days busy already, when customers are met anyway or were lately, and on
    which day each put-off item is now.
    """

    limits: Limits
    busy: dict[datetime.date, float]
    met: dict[int, list[datetime.date]]
    days: dict[int, datetime.date]
    said: tuple[Say, ...]


def standing_items(store: Store, frame: Frame) -> Standing:
    """Take what stands fast out of the limits; a put-off item that finds its week full goes to the next one with room."""
    today = frame.start.isoformat()
    tasks = [
        Fast(id=number, day=max(datetime.date.fromisoformat(day), frame.start), minutes=minutes, cost=cost)
        for number, day, minutes, cost in store.read(
            "SELECT id, date, minutes, cost FROM task WHERE status = 'open' ORDER BY date, id"
        )
    ]
    left = taken_by(tasks, frame.limits, start=frame.start)
    held: list[Fast] = []
    whose: dict[int, int] = {}
    for number, customer, day, minutes, cost in store.read(_HELD, [today]):
        held.append(Fast(id=number, day=datetime.date.fromisoformat(day), minutes=minutes, cost=cost))
        whose[number] = customer
    days, left = place(held, left, start=frame.start, working=frame.days)
    busy: dict[datetime.date, float] = {}
    met = {
        who: list(map(datetime.date.fromisoformat, days))
        for who, days in lately_met(store, frame.budget, today=frame.start).items()
    }
    for task in tasks:
        busy[task.day] = busy.get(task.day, 0.0) + task.minutes
    for item in held:
        busy[days[item.id]] = busy.get(days[item.id], 0.0) + item.minutes
        met.setdefault(whose[item.id], []).append(days[item.id])
    return Standing(limits=left, busy=busy, met=met, days=days, said=tuple(_said(tasks, held, days, frame)))


_HELD = """
SELECT i.id, r.customer_id, i.date, i.minutes, i.cost FROM plan_item i JOIN source_row r ON r.id = i.row_id
JOIN customer c ON c.id = r.customer_id
WHERE i.status = 'open' AND i.snoozed = 1 AND i.date >= ? AND c.archived = 0 AND c.do_not_contact = 0 ORDER BY i.date, i.id
"""


def _said(
    tasks: Sequence[Fast], held: Sequence[Fast], days: dict[int, datetime.date], frame: Frame
) -> list[Say]:
    said = []
    end = frame.start + datetime.timedelta(days=7 * frame.limits.weeks)
    own = [task for task in tasks if task.day < end]
    if own:
        said.append(
            say(
                "set aside for {count} {count:task|tasks} of yours: {minutes} {minutes:minute|minutes}",
                count=len(own),
                minutes=sum(task.minutes for task in own),
            )
        )
    if held:
        said.append(
            say("kept on the day you put them off to: {count} {count:contact|contacts}", count=len(held))
        )
    moved = [f"P{item.id}" for item in held if days[item.id] != item.day]
    if moved:
        said.append(say("put off further, for their week is full: {items}", items=listed(moved, most=SHOWN)))
    return said


SHOWN = 4  # holidays, and items that moved


def days_off_line(frame: Frame) -> Say:
    """Say which holidays lie in the plan, or that the country is not known."""
    if not knows_country(frame.country):
        return say(
            "no country is known, so only Sunday is off: `smbcrm config set country=GB`, with yours, tells it"
        )
    found = holidays_named(frame.start, 7 * frame.limits.weeks, frame.country)
    if not found:
        return Say("")
    return say(
        "official holidays, kept free: {days}", days=listed([day.isoformat() for day in found], most=SHOWN)
    )
