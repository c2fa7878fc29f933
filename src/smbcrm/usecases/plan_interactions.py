"""Plan the contacts that the best customers deserve, within the hours and the money there are."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from smbcrm.core.budgets import Budget, limits_of
from smbcrm.core.planning import (
    Choice,
    PlanCustomers,
    Proposal,
    choose,
    cut_lines,
    gap_note,
    more_money,
    one_more_hour,
    propose,
    spread,
)
from smbcrm.core.recipes import Recipe, priced
from smbcrm.core.say import Say, from_data, say
from smbcrm.core.values.calendar_days import working_days
from smbcrm.errors import NotFoundError
from smbcrm.usecases.compute_customers import main_country
from smbcrm.usecases.learn_minutes import with_learnt_minutes
from smbcrm.usecases.ports import Store
from smbcrm.usecases.score_customers import read_signals
from smbcrm.usecases.standing_recipes import gift_price, standing_recipes


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """The plan that holds now: `kept` when nothing new was known and the one before still stands."""

    plan: int
    kept: bool
    start: datetime.date
    budget: Budget
    items: int
    minutes: int
    cost: float
    said: tuple[Say, ...]


def plan_interactions(
    store: Store,
    budget: Budget,
    *,
    tiers: Sequence[str],
    today: datetime.date,
    country: str = "",
    keep: bool = False,
) -> Planned:
    """Choose the contacts worth most within the budget, put them on working days, and write them as the plan.

    The open items of the plan before are replaced. With `keep`, a plan made from the same facts that is still running stays.
    Raises NotFoundError when the list has no tiers yet.
    """
    customers = _customers(store, today=today)
    if not any(tier in set(tiers) for tier in customers.tier):
        raise NotFoundError(
            say("nobody is in tier {tier} yet", tier=", ".join(tiers)),
            say("`smbcrm score`, then `smbcrm tier`"),
        )
    recipes = priced(standing_recipes(store), gift_price(store, budget.money))
    digest = _digest(customers, recipes, budget, tiers)
    standing = _standing(store, today)
    if keep and standing is not None and standing[1] == digest:
        return plan_shown(store, standing[0], kept=True)
    country = country or main_country(store)
    limits = limits_of(budget, start=today, country=country, spent={})
    recipes = with_learnt_minutes(store, recipes)
    proposal = propose(customers, recipes, tiers=tiers, start=today, weeks=budget.weeks)
    choice = choose(
        proposal.candidates, minutes_per_week=budget.minutes, money=sum(limits.money), weeks=budget.weeks
    )
    number = _write(
        store,
        choice,
        budget,
        country=country,
        tiers=tiers,
        today=today,
        digest=digest,
        said=_said(proposal, choice),
    )
    return plan_shown(store, number, kept=False)


_SKIPPED = """
SELECT r.customer_id, max(min(i.date, ?)) FROM plan_item i JOIN source_row r ON r.id = i.row_id
WHERE i.status = 'skipped' AND r.customer_id IS NOT NULL GROUP BY r.customer_id
"""


def _customers(store: Store, *, today: datetime.date) -> PlanCustomers:
    rows = list(
        store.read(
            "SELECT c.id, t.tier, coalesce(c.own_score, s.score), c.last_interaction, c.do_not_contact FROM customer c "
            "JOIN tier t ON t.id = c.id LEFT JOIN score s ON s.id = c.id WHERE c.archived = 0 ORDER BY c.id"
        )
    )
    # What the owner chose to skip is not asked for again at once: its next turn counts from it.
    skipped: dict[int, str] = dict(store.read(_SKIPPED, [today.isoformat()]))
    signals = read_signals(store, today=today)
    referred = {number for number, count in zip(signals.ids, signals.referrals, strict=True) if count}
    return PlanCustomers(
        ids=[row[0] for row in rows],
        tier=[row[1] for row in rows],
        score=[row[2] for row in rows],
        last_contact=[max(filter(None, [row[3], skipped.get(row[0])]), default=None) for row in rows],
        do_not_contact=[bool(row[4]) for row in rows],
        facts=[{"referred"} if row[0] in referred else set() for row in rows],
        last_of_kind=_last_of_kind(store, [row[0] for row in rows]),
    )


def _last_of_kind(store: Store, ids: Sequence[int]) -> dict[str, list[str | None]]:
    found: dict[str, dict[int, str]] = {}
    for customer, kind, date in store.read(
        "SELECT r.customer_id, i.kind, max(i.date) FROM interaction i JOIN source_row r ON r.id = i.row_id "
        "WHERE r.customer_id IS NOT NULL GROUP BY r.customer_id, i.kind"
    ):
        found.setdefault(kind, {})[customer] = date
    return {kind: [dates.get(number) for number in ids] for kind, dates in sorted(found.items())}


def _digest(
    customers: PlanCustomers, recipes: Sequence[Recipe], budget: Budget, tiers: Collection[str]
) -> str:
    """Give what a plan was made from: whom it is for, how they are treated, and the budget.

    Scores drift with the days, and contacts are what the plan itself brings about: neither is a reason to plan anew unasked.
    """
    facts = [
        (i, tier, silent)
        for i, tier, silent in zip(customers.ids, customers.tier, customers.do_not_contact, strict=True)
        if tier in tiers
    ]
    text = repr((facts, sorted(map(repr, recipes)), budget, sorted(tiers)))
    return hashlib.blake2b(text.encode("utf-8"), digest_size=16).hexdigest()


def _standing(store: Store, today: datetime.date) -> tuple[int, str] | None:
    """Give the newest plan that still runs, with what it was made from."""
    for number, start, weeks, digest in store.read(
        "SELECT id, start, weeks, digest FROM plan ORDER BY id DESC LIMIT 1"
    ):
        end = datetime.date.fromisoformat(start) + datetime.timedelta(weeks=weeks)
        if today < end:
            return number, digest
    return None


def _said(proposal: Proposal, choice: Choice) -> list[Say]:
    """Say what was left out, how sure the choice is, and what more would buy."""
    candidates = proposal.candidates
    said = [
        proposal.note,
        *cut_lines(choice),
        gap_note(choice),
        one_more_hour(candidates, choice),
        more_money(candidates, choice),
    ]
    return [sentence for sentence in said if str(sentence)]


def _write(
    store: Store,
    choice: Choice,
    budget: Budget,
    *,
    country: str,
    tiers: Sequence[str],
    today: datetime.date,
    digest: str,
    said: Sequence[Say],
) -> int:
    still_open = [number for (number,) in store.read("SELECT id FROM plan_item WHERE status = 'open'")]
    store.update("plan_item", "id, status", [(number, "replaced") for number in still_open])
    plan = store.allocate("plan")
    texts = json.dumps([sentence.to_data() for sentence in said], ensure_ascii=False)
    store.insert(
        "plan",
        "id, start, weeks, minutes, money, tier, digest, said",
        [
            (
                plan,
                today.isoformat(),
                budget.weeks,
                budget.minutes,
                budget.money,
                ",".join(tiers),
                digest,
                texts,
            )
        ],
    )
    days = working_days(today, 7 * budget.weeks, country)
    dated = spread(choice, start=today, working_days=days)
    leads = dict(store.read("SELECT id, lead FROM customer"))
    first = store.allocate("plan_item", len(dated)) if dated else 0
    store.insert(
        "plan_item",
        "id, plan_id, row_id, kind, date, minutes, cost, reason, status",
        [
            (
                first + n, plan, leads[one.item.customer_id], one.item.kind, one.day.isoformat(), one.item.minutes,
                one.item.cost, json.dumps(one.item.reason.to_data(), ensure_ascii=False), "open",
            )
            for n, one in enumerate(dated)
        ],
    )  # fmt: skip
    return plan


def newest_plan(store: Store) -> int:
    """Give the number of the current plan.

    Raises NotFoundError when there is none.
    """
    for (number,) in store.read("SELECT id FROM plan ORDER BY id DESC LIMIT 1"):
        return int(number)
    raise NotFoundError(say("there is no plan yet"), say("`smbcrm plan build --hours 5 --weeks 4` makes one"))


def plan_shown(store: Store, plan: int, *, kept: bool) -> Planned:
    """Give a plan as it stands."""
    ((start, weeks, minutes, money, said),) = store.read(
        "SELECT start, weeks, minutes, money, said FROM plan WHERE id = ?", [plan]
    )
    ((items, used, cost),) = store.read(
        "SELECT count(*), coalesce(sum(minutes), 0), coalesce(sum(cost), 0) FROM plan_item WHERE plan_id = ? "
        "AND status IN ('open', 'done')",
        [plan],
    )
    return Planned(
        plan=plan,
        kept=kept,
        start=datetime.date.fromisoformat(start),
        budget=Budget(minutes=minutes, money=money, weeks=weeks),
        items=items,
        minutes=used,
        cost=cost,
        said=tuple(from_data(sentence) for sentence in json.loads(said)),
    )
