"""Where the owner stands, and the one thing to do next."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from smbcrm.core.say import Say, say
from smbcrm.usecases.freshness import stale_scores
from smbcrm.usecases.planning.welcome import WELCOME_ITEM
from smbcrm.usecases.ports import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """Counts of what there is, and the next step."""

    sources: int
    rows: int
    customers: int
    to_review: int
    scored: int
    unknown: int
    ever_scored: bool
    stale: bool
    tiers: dict[str, int]
    plan_items: int
    due: int
    overdue: int
    operations: int
    next: Say


def show_status(store: Store, *, today: datetime.date) -> Status:
    """Count what there is."""
    day = today.isoformat()
    ((sources, rows, customers, review, scored, ever_scored, items, due, overdue, operations),) = store.read(
        "SELECT (SELECT count(*) FROM source WHERE kind <> 'owner'), (SELECT count(*) FROM source_row WHERE status = 'imported'), "
        "(SELECT count(*) FROM customer WHERE archived = 0), (SELECT count(*) FROM open_pair_records), "
        "(SELECT count(*) FROM list_records WHERE archived = 0 AND score IS NOT NULL), "
        "EXISTS (SELECT 1 FROM score), "
        "(SELECT count(*) FROM plan_item WHERE status = 'open' AND {welcome}), "
        "(SELECT count(*) FROM plan_item WHERE status = 'open' AND date <= ?1 AND {welcome}) + (SELECT count(*) FROM task WHERE status = 'open' AND date <= ?1), "
        "(SELECT count(*) FROM plan_item WHERE status = 'open' AND date < ?1 AND {welcome}) + (SELECT count(*) FROM task WHERE status = 'open' AND date < ?1), "
        "(SELECT count(*) FROM operation)".replace("{welcome}", WELCOME_ITEM.format("plan_item")),
        [day],
    )
    tiers = dict(store.read("SELECT tier, count(*) FROM tier GROUP BY tier ORDER BY tier"))
    stale = stale_scores(store)
    step = _next_step(
        customers=customers, review=review, scored=scored, tiers=tiers, items=items, due=due, stale=stale
    )
    return Status(
        sources=sources, rows=rows, customers=customers, to_review=review, scored=scored, unknown=customers - scored,
        ever_scored=bool(ever_scored), stale=stale, tiers=tiers, plan_items=items, due=due, overdue=overdue, operations=operations, next=step,
    )  # fmt: skip


def _next_step(
    *, customers: int, review: int, scored: int, tiers: dict[str, int], items: int, due: int, stale: bool
) -> Say:
    if not customers:
        return say("Next: `smbcrm run FILE` brings your customers in.")
    if not scored or stale:
        return say("Next: `smbcrm score`, then `smbcrm tier`.")
    if not tiers:
        return say("Next: `smbcrm tier` cuts the list in four quarters.")
    if due:
        return say("Next: `smbcrm due` shows what to do today.")
    if review:
        return say(
            "Next: `smbcrm merge review` asks {count} {count:question|questions} about who is who.",
            count=review,
        )
    if not items:
        return say("Next: `smbcrm plan build` plans what tier A deserves.")
    return say("Next: nothing is due; `smbcrm plan show` shows what comes.")
