"""Plan the contacts that the best customers deserve, within the hours and the money there are."""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from smbcrm.core.budgets import Budget, limits_of
from smbcrm.core.planning import (
    Choice,
    PlanCustomers,
    PlanPolicy,
    Proposal,
    choose,
    cut_lines,
    gap_note,
    more_money,
    one_more_hour,
    propose,
)
from smbcrm.core.plans.conditions import NUMBERS
from smbcrm.core.plans.protection import protection_of
from smbcrm.core.recipes import Recipe, priced
from smbcrm.core.say import Say, listed, say
from smbcrm.core.values.calendar_days import working_days
from smbcrm.errors import NotFoundError, UsageError
from smbcrm.usecases.mainly import main_country
from smbcrm.usecases.nobody import hint_for
from smbcrm.usecases.planning.learn_minutes import with_learnt_minutes
from smbcrm.usecases.planning.plan_facts import plan_customers
from smbcrm.usecases.planning.shown_plan import Planned, plan_shown
from smbcrm.usecases.planning.standing_items import Standing, days_off_line, standing_items
from smbcrm.usecases.planning.standing_recipes import gift_price, standing_recipes
from smbcrm.usecases.planning.write_plan import Frame, write_plan
from smbcrm.usecases.ports import Store
from smbcrm.usecases.set_budget import spent_by_day, worked


def plan_interactions(
    store: Store,
    budget: Budget,
    *,
    tiers: Sequence[str],
    today: datetime.date,
    country: str = "",
    keep: bool = False,
    typed: Mapping[str, Any] | None = None,
) -> Planned:
    """Choose the contacts worth most within the budget, put them on working days, and write them as the plan.

    The open items of the plan before are replaced, except those that the owner put off to a day. With `keep`, a plan made from the
    same facts that is still running stays. `typed` is what of the budget was said for this plan alone. Raises NotFoundError when
    nobody is in the tiers, UsageError when there are no such tiers.
    """
    if not tiers or not set(tiers) <= set("ABCD"):
        raise UsageError(
            say("there is no tier {tier}", tier=", ".join(tiers)), say("the tiers are A, B, C and D")
        )
    recipes = priced(standing_recipes(store), gift_price(store, budget.money))
    customers = plan_customers(store, recipes, budget, tiers=tiers, today=today)
    if not len(customers):
        raise NotFoundError(
            say("nobody is in tier {tier} yet", tier=", ".join(tiers)),
            hint_for(store, say("`smbcrm score`, then `smbcrm tier`")),
        )
    digest = _digest(customers, recipes, budget, tiers)
    running = _running(store, today)
    if keep and running is not None and running[1] == digest:
        return plan_shown(store, running[0], kept=True)
    frame = framed(store, budget, today=today, country=country, typed=typed)
    standing = standing_items(store, frame)
    proposal = propose(
        customers,
        with_learnt_minutes(store, recipes),
        tiers=tiers,
        start=today,
        weeks=budget.weeks,
        policy=PlanPolicy(protection=protection_of(budget.protect)),
        working_days=frame.days,
        country=frame.country,
    )
    choice = choose(proposal.candidates, standing.limits)
    number = write_plan(
        store, choice, frame, tiers=tiers, digest=digest, standing=standing, proposal=proposal,
        said=_said(store, proposal, choice, standing, frame),
    )  # fmt: skip
    return plan_shown(store, number, kept=False)


def framed(
    store: Store,
    budget: Budget,
    *,
    today: datetime.date,
    country: str,
    typed: Mapping[str, Any] | None = None,
) -> Frame:
    """Give what a plan from today on is held to: the limits, and the working days of the shop's country.

    What was done and paid today is taken from the first week.
    """
    country = country or main_country(store)
    spent = spent_by_day(store, today - datetime.timedelta(days=400), today)
    limits = limits_of(budget, start=today, country=country, spent=spent)
    return Frame(
        start=today,
        budget=budget,
        country=country,
        limits=limits.less({0: worked(store, today, today)[0]}, {}),
        days=working_days(today, 7 * budget.weeks, country),
        typed=dict(typed or {}),
    )


def _digest(
    customers: PlanCustomers, recipes: Sequence[Recipe], budget: Budget, tiers: Collection[str]
) -> str:
    """Give what a plan was made from: whom it is for, how they are treated, and the budget.

    Scores drift with the days, contacts are what the plan itself brings about, and so are the minutes learnt from them: none is a
    reason to plan anew unasked. A customer brought by another is one (thanks are due), and so is a birthday that became known.
    """
    ids = set(customers.ids)
    facts = list(zip(customers.ids, customers.tier, customers.do_not_contact, strict=True))
    said = sorted((who, sorted(kinds.items())) for who, kinds in customers.exceptions.items() if who in ids)
    known = [
        (who, sorted(fact for fact in of if not NUMBERS & set(re.split(r"\W+", fact))))
        for who, of in zip(customers.ids, customers.facts or (), strict=False)
        if of
    ]
    days = sorted((name, [day for day in of if day]) for name, of in customers.occasions.items())
    text = repr((facts, known, days, said, sorted(map(repr, recipes)), budget, sorted(tiers)))
    return hashlib.blake2b(text.encode("utf-8"), digest_size=16).hexdigest()


def _running(store: Store, today: datetime.date) -> tuple[int, str] | None:
    """Give the newest plan that still runs, with what it was made from."""
    for number, start, weeks, digest in store.read(
        "SELECT id, start, weeks, digest FROM plan ORDER BY id DESC LIMIT 1"
    ):
        end = datetime.date.fromisoformat(start) + datetime.timedelta(weeks=weeks)
        if today < end:
            return number, digest
    return None


def _said(store: Store, proposal: Proposal, choice: Choice, standing: Standing, frame: Frame) -> list[Say]:
    """Say what was left out, how sure the choice is, and what more would buy."""
    candidates = proposal.candidates
    said = [
        proposal.note,
        *standing.said,
        *cut_lines(choice),
        _bare_line(store, choice),
        gap_note(choice),
        one_more_hour(candidates, choice),
        more_money(candidates, choice),
        days_off_line(frame),
    ]
    return [sentence for sentence in said if str(sentence)]


NAMED = 5


def _bare_line(store: Store, choice: Choice) -> Say:
    """Name those who come first and still get nothing, the most valuable first."""
    if not choice.bare:
        return Say("")
    names = [
        name
        for (name,) in store.read(
            "SELECT c.name FROM customer c LEFT JOIN tier t ON t.id = c.id WHERE c.id IN (SELECT value FROM json_each(?)) "
            "ORDER BY t.rank, c.id LIMIT ?",
            [list(choice.bare), NAMED + 1],
        )
    ]
    return say(
        "{count} of {all} who come first get nothing within this budget: {names}",
        count=len(choice.bare),
        all=choice.protected,
        names=listed(names, most=NAMED),
    )
