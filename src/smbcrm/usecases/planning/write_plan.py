"""Write a plan: its items on their days, and what it was held to."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from smbcrm.core.budgets import Budget, Limits
from smbcrm.core.planning import Choice, Dated, Proposal, spread, too_often
from smbcrm.core.say import Say, listed, say
from smbcrm.usecases.ports import Store

if TYPE_CHECKING:
    from smbcrm.usecases.planning.standing_items import Standing

ITEM = "id, plan_id, row_id, kind, date, minutes, cost, reason, status, recipe, tier, text, value, every_days, counts_from, planned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What a plan is held to before anything stands in it."""

    start: datetime.date
    budget: Budget
    country: str
    limits: Limits
    days: Sequence[datetime.date]  # that are worked on
    typed: Mapping[str, Any]  # what of the budget was said for this plan alone


def write_plan(
    store: Store,
    choice: Choice,
    frame: Frame,
    *,
    tiers: Sequence[str],
    digest: str,
    standing: Standing,
    proposal: Proposal,
    said: Sequence[Say],
) -> int:
    """Write a new plan in place of what is open of the one before; give its number."""
    plan = store.allocate("plan")
    _put_aside(store, plan, standing.days, frame.start)
    dated = spread(choice, start=frame.start, working_days=frame.days, busy=standing.busy, met=standing.met)
    gone = too_often(dated, choice.limits, standing.met)
    write_plan_row(
        store, plan, frame, tiers=tiers, digest=digest, said=[*said, *_too_often_line(store, gone)], root=None,
        asked=proposal.asked,
    )  # fmt: skip
    write_items(store, plan, [one for one in dated if one not in gone] if gone else dated)
    return plan


NAMED = 5


def _too_often_line(store: Store, gone: Sequence[Dated]) -> list[Say]:
    """Name the contacts that are left out because every day of their week is too near to others with the customer."""
    if not gone:
        return []
    names = dict(
        store.read(
            "SELECT id, name FROM customer WHERE id IN (SELECT value FROM json_each(?))",
            [sorted({one.item.customer_id for one in gone})],
        )
    )
    told = [say("{kind} with {name}", kind=one.item.kind, name=names[one.item.customer_id]) for one in gone]
    return [
        say("not planned, for they would be met too often: {contacts}", contacts=listed(told, most=NAMED))
    ]


def _put_aside(store: Store, plan: int, kept: Mapping[int, datetime.date], today: datetime.date) -> None:
    """Replace what is open, and take over what the owner put off to a day."""
    still_open = [number for (number,) in store.read("SELECT id FROM plan_item WHERE status = 'open'")]
    gone = [(number, "replaced", today.isoformat()) for number in still_open if number not in kept]
    store.update("plan_item", "id, status, settled", gone)
    over = [(number, plan, day.isoformat()) for number, day in sorted(kept.items())]
    store.update("plan_item", "id, plan_id, date", over)


def write_plan_row(
    store: Store,
    plan: int,
    frame: Frame,
    *,
    tiers: Sequence[str],
    digest: str,
    said: Sequence[Say],
    root: int | None,
    asked: Sequence[Sequence[object]],
) -> None:
    """Write what a plan is and was held to."""
    budget, limits = frame.budget, frame.limits
    terms = {
        "minutes": limits.minutes, "money": limits.money, "period": limits.period, "money_per": budget.money_per,
        "contacts": budget.contacts, "within_days": budget.within_days, "protect": budget.protect,
        "days": [day.isoformat() for day in frame.days], "country": frame.country, "typed": dict(frame.typed),
    }  # fmt: skip
    texts = json.dumps([sentence.to_data() for sentence in said], ensure_ascii=False)
    row = (
        plan, frame.start.isoformat(), budget.weeks, budget.minutes, sum(limits.money), ",".join(tiers), digest, texts,
        root, json.dumps(terms), json.dumps(asked, ensure_ascii=False),
    )  # fmt: skip
    store.insert("plan", "id, start, weeks, minutes, money, tier, digest, said, root, terms, asked", [row])


def write_items(store: Store, plan: int, dated: Sequence[Dated]) -> None:
    """Write the items of a plan on their days."""
    leads = dict(
        store.read(
            "SELECT id, lead FROM customer WHERE id IN (SELECT value FROM json_each(?))",
            [sorted({one.item.customer_id for one in dated})],
        )
    )
    first = store.allocate("plan_item", len(dated)) if dated else 0
    store.insert(
        "plan_item",
        ITEM,
        [
            (
                first + n, plan, leads[one.item.customer_id], one.item.kind, one.day.isoformat(), one.item.minutes,
                one.item.cost, json.dumps(one.item.reason.to_data(), ensure_ascii=False), "open", one.item.recipe,
                one.item.tier, json.dumps(one.item.text.to_data(), ensure_ascii=False), round(one.item.value, 6),
                one.item.every_days, one.item.counts_from, one.day.isoformat(),
            )
            for n, one in enumerate(dated)
        ],
    )  # fmt: skip
