"""The owner's budget: what he set, what is planned of it and what is spent."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from smbcrm.core.budgets import Budget
from smbcrm.core.plans.protection import protection_of
from smbcrm.core.say import say
from smbcrm.core.values.calendar_days import month_span, week_span
from smbcrm.errors import NotFoundError, UsageError
from smbcrm.usecases.mainly import main_country
from smbcrm.usecases.planning.standing_recipes import standing_exceptions, standing_recipes
from smbcrm.usecases.ports import Store

KEY = "budget"


def stored_budget(store: Store) -> dict[str, Any]:
    """Give what the owner set with `budget set`; nothing where he did not."""
    for (value,) in store.read("SELECT value FROM setting WHERE key = ?", [KEY]):
        found: dict[str, Any] = json.loads(value)
        return found
    return {}


def budget_of(store: Store | None, settings: Mapping[str, Any], typed: Mapping[str, Any]) -> Budget:
    """Give the budget that holds: as typed now, else as set, else as in the settings, else the default.

    Raises UsageError for one that cannot be planned with.
    """
    budget = replace(Budget(), **settings)
    if store is not None:
        budget = replace(budget, **stored_budget(store))
        check_protection(store, typed.get("protect", ""))
    return replace(budget, **typed).checked()


def set_budget(store: Store, changes: Mapping[str, Any], settings: Mapping[str, Any]) -> Budget:
    """Keep what the owner has; what he did not name stays as it was."""
    check_protection(store, changes.get("protect", ""))
    kept = {**stored_budget(store), **changes}
    budget = replace(replace(Budget(), **settings), **kept).checked()
    text = json.dumps(kept, sort_keys=True)
    found = [number for (number,) in store.read("SELECT id FROM setting WHERE key = ?", [KEY])]
    if found:
        store.update("setting", "id, value", [(found[0], text)])
    else:
        store.insert("setting", "id, key, value", [(store.allocate("setting"), KEY, text)])
    return budget


def check_protection(store: Store, text: str) -> None:
    """Raise UsageError where a settled text names a kind that no recipe knows, or a customer who is not there."""
    named = protection_of(text)
    kinds = {recipe.kind for recipe in standing_recipes(store)}
    kinds |= {kind for said in standing_exceptions(store).values() for kind in said if kind}
    for kind in sorted(named.kinds - kinds):
        raise UsageError(
            say("no recipe asks for {kind}, so it cannot come first", kind=kind),
            say("tiers, customers like C17, and these kinds can: {kinds}", kinds=", ".join(sorted(kinds))),
        )
    known = {
        number
        for (number,) in store.read(
            "SELECT id FROM customer WHERE archived = 0 AND id IN (SELECT value FROM json_each(?))",
            [sorted(named.customers)],
        )
    }
    for number in sorted(named.customers - known):
        raise NotFoundError(
            say("there is no customer {id}", id=f"C{number}"), say("`smbcrm list` shows the ids")
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """How much of one thing there is in a span of days, and what of it is planned and spent; `unknown` contacts told no figure."""

    what: str
    period: str
    first: datetime.date
    last: datetime.date
    budget: float
    planned: float
    spent: float
    unknown: int


def spent_by_day(store: Store, first: datetime.date, last: datetime.date) -> dict[datetime.date, float]:
    """Give what contacts and tasks cost, by day."""
    found: dict[datetime.date, float] = {}
    for day, cost in store.read(_SPENT, [first.isoformat(), last.isoformat()] * 2):
        date = datetime.date.fromisoformat(day)
        found[date] = found.get(date, 0.0) + cost
    return found


_SPENT = """
SELECT i.date, i.cost FROM interaction i JOIN source_row r ON r.id = i.row_id JOIN source s ON s.id = r.source_id
WHERE s.kind = 'owner' AND i.cost > 0 AND i.date BETWEEN ? AND ?
UNION ALL SELECT settled, cost FROM task WHERE status = 'done' AND row_id IS NULL AND cost > 0 AND settled BETWEEN ? AND ?
"""
_DONE = """
SELECT coalesce(sum(minutes), 0), sum(minutes IS NULL) FROM (
    SELECT coalesce(i.minutes, p.minutes) AS minutes FROM interaction i JOIN source_row r ON r.id = i.row_id
    JOIN source s ON s.id = r.source_id LEFT JOIN plan_item p ON p.interaction = i.id WHERE s.kind = 'owner' AND i.date BETWEEN ?1 AND ?2
    UNION ALL SELECT coalesce(took, minutes) FROM task WHERE status = 'done' AND row_id IS NULL AND settled BETWEEN ?1 AND ?2)
"""
_PLANNED = """
SELECT coalesce(sum(minutes), 0), coalesce(sum(cost), 0) FROM (
    SELECT minutes, cost FROM plan_item WHERE status = 'open' AND date BETWEEN ?1 AND ?2
    UNION ALL SELECT minutes, cost FROM task WHERE status = 'open' AND date BETWEEN ?1 AND ?2)
"""


def worked(store: Store, first: datetime.date, last: datetime.date) -> tuple[float, int]:
    """Give the minutes that contacts and tasks of some days took, planned ones where nobody told, and for how many none are known."""
    ((minutes, untold),) = store.read(_DONE, [first.isoformat(), last.isoformat()])
    return minutes, untold or 0


def budget_use(store: Store, budget: Budget, *, today: datetime.date, country: str) -> list[Use]:
    """Give what is planned and spent: of the hours in the week of today, of the money in its period."""
    country = country or main_country(store)
    week = week_span(today, country)
    spans = {
        "week": week,
        "month": month_span(today, country),
        "year": month_span(today, country, months=12),
        "plan": _plan_span(store, today, budget),
    }
    money = spans[budget.money_per]
    minutes, untold = worked(store, *week)
    ((planned, _),) = store.read(_PLANNED, [day.isoformat() for day in week])
    ((_, cost),) = store.read(_PLANNED, [day.isoformat() for day in money])
    return [
        Use(
            what="hours", period="week", first=week[0], last=week[1], budget=budget.minutes / 60,
            planned=planned / 60, spent=minutes / 60, unknown=untold,
        ),
        Use(
            what="money", period=budget.money_per, first=money[0], last=money[1], budget=budget.money,
            planned=cost, spent=sum(spent_by_day(store, *money).values()), unknown=0,
        ),
    ]  # fmt: skip


def _plan_span(store: Store, today: datetime.date, budget: Budget) -> tuple[datetime.date, datetime.date]:
    for start, weeks in store.read("SELECT start, weeks FROM plan ORDER BY id DESC LIMIT 1"):
        first = datetime.date.fromisoformat(start)
        last = first + datetime.timedelta(days=7 * weeks - 1)
        if last >= today:
            return first, last
    return today, today + datetime.timedelta(days=7 * budget.weeks - 1)


def budget_data(budget: Budget) -> dict[str, object]:
    """Give a budget as plain data, hours a week in place of minutes."""
    data = asdict(budget)
    return {"hours": data.pop("minutes") / 60, **data}
