"""A plan as it stands."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from smbcrm.core.budgets import Budget
from smbcrm.core.say import Say, from_data, say
from smbcrm.errors import NotFoundError
from smbcrm.usecases.nobody import hint_for
from smbcrm.usecases.planning.welcome import WELCOME_ITEM
from smbcrm.usecases.ports import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """The plan that holds now: `kept` when nothing new was known and the one before still stands.

    `budget` has the minutes of each week and the money for all of it.
    """

    plan: int
    kept: bool
    start: datetime.date
    budget: Budget
    items: int
    minutes: int
    cost: float
    said: tuple[Say, ...]

    @property
    def end(self) -> datetime.date:
        """Its last day."""
        return self.start + datetime.timedelta(days=7 * self.budget.weeks - 1)


def newest_plan(store: Store) -> int:
    """Give the number of the current plan.

    Raises NotFoundError when there is none.
    """
    for (number,) in store.read("SELECT id FROM plan ORDER BY id DESC LIMIT 1"):
        return int(number)
    raise NotFoundError(
        say("there is no plan yet"),
        hint_for(store, say("`smbcrm plan build --hours 5 --weeks 4` makes one")),
    )


def typed_then(store: Store) -> dict[str, Any]:
    """Give what of the budget was said for the current plan alone."""
    for (terms,) in store.read("SELECT terms FROM plan ORDER BY id DESC LIMIT 1"):
        found: dict[str, Any] = json.loads(terms).get("typed", {})
        return {name: value for name, value in found.items() if name != "weeks"}
    return {}


def plan_shown(store: Store, plan: int, *, kept: bool) -> Planned:
    """Give a plan as it stands; what was put off beyond its end is not counted."""
    ((start, weeks, minutes, money, said, terms),) = store.read(
        "SELECT start, weeks, minutes, money, said, terms FROM plan WHERE id = ?", [plan]
    )
    first = datetime.date.fromisoformat(start)
    ((items, used, cost),) = store.read(
        "SELECT count(*), coalesce(sum(minutes), 0), coalesce(sum(cost), 0) FROM plan_item WHERE plan_id = ? "
        f"AND (status = 'done' OR (status = 'open' AND {WELCOME_ITEM.format('plan_item')})) AND date < ?",
        [plan, (first + datetime.timedelta(weeks=weeks)).isoformat()],
    )
    held = json.loads(terms)
    known = {key: held[key] for key in ("contacts", "within_days", "protect") if key in held}
    return Planned(
        plan=plan,
        kept=kept,
        start=first,
        budget=Budget(minutes=minutes, money=money, weeks=weeks, **known),
        items=items,
        minutes=used,
        cost=cost,
        said=(*(from_data(sentence) for sentence in json.loads(said)), *_unwelcome(store)),
    )


def _unwelcome(store: Store) -> Iterator[Say]:
    """Say what of the plan nobody should do: its customers have asked for peace since."""
    for (count,) in store.read(
        "SELECT count(*) FROM plan_records p JOIN customer c ON c.id = p.customer "
        "WHERE p.status = 'open' AND c.do_not_contact = 1"
    ):
        if count:
            yield say(
                "{count} {count:contact is|contacts are} with customers who want no contact since and {count:is|are} left out; "
                "`smbcrm plan rebalance` gives their time to others",
                count=count,
            )


LATE = 0.3
"""More than this share of what was due left undone is said plainly: a plan that piles up is a plan that is given up."""
FEW = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Backlog:
    """How much of what was due before today is still open."""

    due: int
    overdue: int
    minutes: int

    @property
    def share(self) -> float:
        """The share that is still open."""
        return self.overdue / self.due if self.due else 0.0

    @property
    def heavy(self) -> bool:
        """Whether it is time to choose: spread it anew, or plan for fewer customers."""
        return self.overdue >= FEW and self.share > LATE

    @property
    def line(self) -> Say:
        """Say it plainly, with the choice; nothing where the plan is kept well enough."""
        if not self.heavy:
            return Say("")
        return say(
            "{overdue} of the {due} {due:contact|contacts} due before today {overdue:is|are} overdue ({minutes} {minutes:minute|minutes}). "
            "Choose: `smbcrm plan rebalance` spreads them over the weeks to come; "
            "`smbcrm plan build --hours H` with fewer hours plans for fewer customers",
            overdue=self.overdue,
            due=self.due,
            minutes=self.minutes,
        )


def backlog(store: Store, *, today: datetime.date) -> Backlog:
    """Count what the current plan, with those it continues, had due before today and what of it is still open."""
    day = today.isoformat()
    ((due, overdue, minutes),) = store.read(
        "SELECT count(*), coalesce(sum(i.status = 'open'), 0), coalesce(sum(CASE i.status WHEN 'open' THEN i.minutes END), 0) "
        f"FROM plan_item i WHERE i.date < ?1 AND ((i.status = 'open' AND {WELCOME_ITEM.format('i')}) OR (i.status IN ('done', 'skipped') AND i.plan_id IN ("
        "SELECT p.id FROM plan p JOIN (SELECT id, coalesce(root, id) AS root FROM plan ORDER BY id DESC LIMIT 1) n "
        "ON coalesce(p.root, p.id) = n.root)))",
        [day],
    )
    return Backlog(due=due, overdue=overdue, minutes=minutes)
