"""After a bad week: spread what is open over the weeks to come, by what it is worth; what finds no room is named and let go."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from smbcrm.core.budgets import PLAN, Budget
from smbcrm.core.planning import Candidate, Candidates, Chosen, PlanPolicy, choose, spread, too_often
from smbcrm.core.plans.placing import week_of
from smbcrm.core.plans.plan_spread import most_within
from smbcrm.core.plans.protection import protection_of
from smbcrm.core.say import Say, from_data, listed, say
from smbcrm.usecases.plan_interactions import framed
from smbcrm.usecases.planning.plan_facts import met_days
from smbcrm.usecases.planning.shown_plan import Planned, backlog, newest_plan, plan_shown
from smbcrm.usecases.planning.standing_items import Standing, standing_items
from smbcrm.usecases.planning.write_plan import Frame, write_plan_row
from smbcrm.usecases.ports import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """An item that found no room: what it was, with whom, and what it was worth."""

    item: str
    customer: int
    name: str
    kind: str
    minutes: int
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebalanced:
    """The plan as it is now, how many contacts were overdue and how many have another day, and what was let go, the dearest first."""

    planned: Planned
    overdue: int
    moved: int
    dropped: tuple[Dropped, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Open:
    id: int
    customer: int
    name: str
    tier: str
    kind: str
    date: str
    minutes: int
    cost: float
    reason: Say
    value: float
    every_days: int


def rebalance_plan(
    store: Store,
    budget: Budget,
    *,
    today: datetime.date,
    country: str = "",
    typed: Mapping[str, Any] | None = None,
) -> Rebalanced:
    """Give every open item of the plan a new day within the budget, as far as it reaches; items keep their numbers.

    Raises NotFoundError when there is no plan.
    """
    before = newest_plan(store)
    ((start, weeks, tiers, digest, root, asked),) = store.read(
        "SELECT start, weeks, tier, digest, coalesce(root, id), asked FROM plan WHERE id = ?", [before]
    )
    end = datetime.date.fromisoformat(start) + datetime.timedelta(weeks=weeks)
    left = max(-(-(end - today).days // 7), 1)
    late = backlog(store, today=today).overdue
    rest = _rest(store, budget, root, weeks=left, today=today)
    frame = framed(store, rest, today=today, country=country, typed=typed)
    standing = standing_items(store, frame)
    items = [item for item in _open_items(store) if item.id not in standing.days]
    placed = _placed(store, items, frame, standing)
    dropped = _without_room(items, placed)
    moved = sum(placed.get(item.id, item.date) != item.date for item in items)
    plan = store.allocate("plan")
    days = {**placed, **{number: day.isoformat() for number, day in standing.days.items()}}
    store.update("plan_item", "id, plan_id, date", [(n, plan, day) for n, day in sorted(days.items())])
    unwelcome = _unwelcome(store)
    gone = sorted([*(int(one.item[1:]) for one in dropped), *unwelcome])
    store.update("plan_item", "id, status, settled", [(n, "dropped", today.isoformat()) for n in gone])
    said = [*standing.said, *_said(late, moved, dropped, unwelcome=len(unwelcome))]
    write_plan_row(
        store, plan, frame, tiers=tiers.split(","), digest=digest, said=said, root=root, asked=json.loads(asked)
    )  # fmt: skip
    return Rebalanced(planned=plan_shown(store, plan, kept=False), overdue=late, moved=moved, dropped=dropped)


def _rest(store: Store, budget: Budget, root: int, *, weeks: int, today: datetime.date) -> Budget:
    """Give the budget of the weeks that are left; money for the whole plan is what the plan has not spent before today."""
    if budget.money_per != PLAN:
        return replace(budget, weeks=weeks)
    ((spent,),) = store.read(
        "SELECT coalesce(sum(coalesce(x.cost, i.cost)), 0) FROM plan_item i JOIN plan p ON p.id = i.plan_id "
        "LEFT JOIN interaction x ON x.id = i.interaction WHERE i.status = 'done' AND coalesce(p.root, p.id) = ? AND i.settled < ?",
        [root, today.isoformat()],
    )
    return replace(budget, weeks=weeks, money=max(budget.money - spent, 0.0))


def _open_items(store: Store) -> list[_Open]:
    return [
        _Open(
            id=number, customer=customer, name=name, tier=tier or "", kind=kind, date=date, minutes=minutes, cost=cost,
            reason=from_data(json.loads(reason)), value=value or 1.0, every_days=every,
        )
        for number, customer, name, tier, kind, date, minutes, cost, reason, value, every in store.read(
            "SELECT i.id, r.customer_id, c.name, i.tier, i.kind, i.date, i.minutes, i.cost, i.reason, i.value, i.every_days "
            "FROM plan_item i JOIN source_row r ON r.id = i.row_id JOIN customer c ON c.id = r.customer_id "
            "WHERE i.status = 'open' AND c.archived = 0 AND c.do_not_contact = 0 ORDER BY i.id"
        )
    ]  # fmt: skip


def _without_room(items: Sequence[_Open], placed: Mapping[int, str]) -> tuple[Dropped, ...]:
    """Give the items that have no day, the dearest first."""
    return tuple(
        Dropped(
            item=f"P{item.id}", customer=item.customer, name=item.name, kind=item.kind, minutes=item.minutes,
            value=item.value,
        )
        for item in sorted(items, key=lambda one: (-one.value, one.id))
        if item.id not in placed
    )  # fmt: skip


def _unwelcome(store: Store) -> list[int]:
    """Give the open items of customers who asked for peace, or left the list, since they were planned."""
    return [
        number
        for (number,) in store.read(
            "SELECT i.id FROM plan_item i JOIN source_row r ON r.id = i.row_id JOIN customer c ON c.id = r.customer_id "
            "WHERE i.status = 'open' AND (c.archived = 1 OR c.do_not_contact = 1) ORDER BY i.id"
        )
    ]


def _placed(store: Store, items: Sequence[_Open], frame: Frame, standing: Standing) -> dict[int, str]:
    """Choose among the open items, and give each that is chosen its day."""
    policy = PlanPolicy(protection=protection_of(frame.budget.protect))
    wishes = [_wish(item, frame, policy) for item in items]
    met = {
        who: [(datetime.date.fromisoformat(day) - frame.start).days for day in days]
        for who, days in met_days(store, frame.budget, today=frame.start).items()
    }
    choice = choose(Candidates.of(wishes, met), standing.limits)
    # Who keeps his week keeps his day, so that nothing moves without need.
    dates = {item.id: datetime.date.fromisoformat(item.date) for item in items}
    settled = tuple(
        replace(one, day=one.day or dates[one.item]) if _stays(one, dates[one.item], frame, standing) else one
        for one in choice.items
    )
    dated = spread(
        replace(choice, items=settled),
        start=frame.start,
        working_days=frame.days,
        busy=standing.busy,
        met=standing.met,
    )
    gone = {one.item.item for one in too_often(dated, choice.limits, standing.met)}
    return {one.item.item: one.day.isoformat() for one in dated if one.item.item not in gone}


def _stays(one: Chosen, day: datetime.date, frame: Frame, standing: Standing) -> bool:
    """Tell whether an item may keep its day: it is worked on, in the week chosen, and not too near to what was since."""
    limits = frame.limits
    if day not in frame.days or week_of(day, frame.start) != one.week:
        return False
    met = standing.met.get(one.customer_id, ())
    return not limits.contacts or most_within(day, met, limits.within_days) <= limits.contacts


def _wish(item: _Open, frame: Frame, policy: PlanPolicy) -> Candidate:
    """Give an open item as something that could be planned: overdue ones in any week, others not before their own.

    What belongs to a day, as a birthday does, keeps it; a day that has passed is made up for in the first week.
    """
    day = datetime.date.fromisoformat(item.date)
    late = day < frame.start
    own = min(week_of(day, frame.start), frame.limits.weeks - 1)
    bonus = 1 + policy.overdue_bonus if late else 1.0
    weeks = 1 if not item.every_days else frame.limits.weeks - own
    protection = policy.protection
    return Candidate(
        customer_id=item.customer,
        kind=item.kind,
        tier=item.tier,
        minutes=item.minutes,
        cost=item.cost,
        earliest=own,
        values=tuple(item.value * bonus * policy.late_keep**ahead for ahead in range(weeks)),
        reason=item.reason,
        occurrence=item.id,
        protected=item.tier in protection.tiers or item.customer in protection.customers,
        first=item.kind in protection.kinds,
        every_days=item.every_days,
        day=day if not item.every_days and not late else None,
        item=item.id,
    )


SHOWN = 8


def _said(late: int, moved: int, dropped: Sequence[Dropped], *, unwelcome: int) -> list[Say]:
    said = [
        say(
            "{overdue} {overdue:contact was|contacts were} overdue; {moved} {moved:contact has|contacts have} another day now",
            overdue=late,
            moved=moved,
        )
    ]
    if dropped:
        names = [
            say("{kind} with {name}", kind=one.kind, name=one.name or f"C{one.customer}") for one in dropped
        ]
        said.append(
            say(
                "let go for want of room, the dearest first: {count} {count:contact|contacts}, {minutes} {minutes:minute|minutes}: {names}",
                count=len(dropped),
                minutes=sum(one.minutes for one in dropped),
                names=listed(names, most=SHOWN),
            )
        )
    if unwelcome:
        said.append(
            say(
                "let go, for their customers want no contact or left the list: {count} {count:contact|contacts}",
                count=unwelcome,
            )
        )
    return said
