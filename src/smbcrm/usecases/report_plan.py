"""What was ideal, what was planned and what was done, in contacts, hours and money."""

from __future__ import annotations

import datetime
import json
from dataclasses import dataclass

from smbcrm.core.say import say
from smbcrm.core.values.touches import MISSED
from smbcrm.errors import UsageError
from smbcrm.usecases.planning.shown_plan import newest_plan
from smbcrm.usecases.ports import Store

BY = ("kind", "tier")
UNPLANNED = "-"
"""The tier of what was done beside the plan, when it is nobody's now."""


@dataclass(slots=True, kw_only=True)
class Line:
    """One kind, or one tier: contacts, minutes and money that recipes ask for, that were planned, and that were done."""

    name: str
    ideal: int = 0
    ideal_minutes: float = 0
    ideal_cost: float = 0
    planned: int = 0
    planned_minutes: float = 0
    planned_cost: float = 0
    done: int = 0
    done_minutes: float = 0
    done_cost: float = 0
    extra: int = 0  # of those done, how many were not in the plan
    skipped: int = 0
    dropped: int = 0
    overdue: int = 0
    untimed: int = 0  # done, and nobody said how long it took: counted as planned


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanReport:
    """The lines, their sum, and the days they are about."""

    start: datetime.date
    end: datetime.date
    lines: tuple[Line, ...]
    total: Line


def report_plan(store: Store, *, by: str, today: datetime.date) -> PlanReport:
    """Give the account of the current plan, with the plans it continues, from its first day to today.

    Raises NotFoundError when there is no plan.
    """
    if by not in BY:
        raise UsageError(
            say("--by {value} means nothing", value=by),
            say("choose one of: {allowed}", allowed=", ".join(BY)),
        )
    plan = newest_plan(store)
    ((root, start, weeks, asked),) = store.read(
        "SELECT p.id, p.start, p.weeks, p.asked FROM plan n JOIN plan p ON p.id = coalesce(n.root, n.id) WHERE n.id = ?",
        [plan],
    )
    first = datetime.date.fromisoformat(start)
    end = first + datetime.timedelta(days=7 * weeks - 1)
    lines: dict[str, Line] = {}
    total = Line(name="")
    place = BY.index(by)
    for *named, count, minutes, cost in json.loads(asked):
        for line in (_line(lines, named[place]), total):
            line.ideal += round(count)
            line.ideal_minutes += minutes
            line.ideal_cost += cost
    for row in store.read(_ITEMS, [root]):
        for line in (_line(lines, row[place]), total):
            _count(line, *row[2:], today=today.isoformat())
    for row in store.read(_BESIDE, [start, min(end, today).isoformat()]):
        for line in (_line(lines, row[place]), total):
            line.done += row[2]
            line.extra += row[2]
            line.done_minutes += row[3]
            line.done_cost += row[4]
            line.untimed += row[5]
    return PlanReport(start=first, end=end, lines=tuple(lines[name] for name in sorted(lines)), total=total)


def _line(lines: dict[str, Line], name: str) -> Line:
    return lines.setdefault(name or UNPLANNED, Line(name=name or UNPLANNED))


def _count(
    line: Line,
    status: str,
    date: str,
    minutes: float,
    cost: float,
    took: float | None,
    paid: float | None,
    *,
    today: str,
) -> None:
    line.planned += 1
    line.planned_minutes += minutes
    line.planned_cost += cost
    if status == "done":
        line.done += 1
        line.done_minutes += minutes if took is None else took
        line.done_cost += cost if paid is None else paid
        line.untimed += took is None
    line.skipped += status == "skipped"
    line.dropped += status == "dropped"
    line.overdue += status == "open" and date < today


# What a newer plan replaced is that plan's to account for.
_ITEMS = """
SELECT i.kind, i.tier, i.status, i.date, i.minutes, i.cost, x.minutes, x.cost
FROM plan_item i JOIN plan p ON p.id = i.plan_id LEFT JOIN interaction x ON x.id = i.interaction
WHERE coalesce(p.root, p.id) = ? AND i.status <> 'replaced'
"""
# A call that nobody answered is no contact.
_BESIDE = f"""
SELECT x.kind, coalesce(t.tier, ''), count(*), coalesce(sum(x.minutes), 0), coalesce(sum(x.cost), 0), sum(x.minutes IS NULL)
FROM source s JOIN source_row r ON r.source_id = s.id JOIN interaction x ON x.row_id = r.id
LEFT JOIN tier t ON t.id = r.customer_id
WHERE s.kind = 'owner' AND x.date BETWEEN ? AND ? AND x.kind <> '{MISSED}' AND x.id NOT IN (SELECT interaction FROM plan_item WHERE interaction IS NOT NULL)
GROUP BY x.kind, t.tier
"""
