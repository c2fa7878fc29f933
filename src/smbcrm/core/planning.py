"""The contacts that tiers ask for, chosen to fit the hours and the money there are.

`propose` lists what the recipes ask for, `choose` takes what is worth most within the budget, `spread` puts it on days.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from smbcrm.core.plans.plan_choice import choose
from smbcrm.core.plans.plan_model import (
    Candidate,
    Candidates,
    Choice,
    Chosen,
    CutRow,
    Dated,
    PlanCustomers,
    PlanPolicy,
    Proposal,
)
from smbcrm.core.plans.plan_more import cut_lines, gap_note, more_money, one_more_hour
from smbcrm.core.plans.plan_spread import spread
from smbcrm.core.recipes import FROM_SAME, Recipe, holds, recipes_for
from smbcrm.core.say import Say, say
from smbcrm.core.values.calendar_days import days_ago

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from smbcrm.core.plans.plan_model import Floats, Ints

__all__ = [
    "Candidate",
    "Candidates",
    "Choice",
    "Chosen",
    "CutRow",
    "Dated",
    "PlanCustomers",
    "PlanPolicy",
    "Proposal",
    "choose",
    "cut_lines",
    "gap_note",
    "more_money",
    "one_more_hour",
    "propose",
    "spread",
]


def propose(
    customers: PlanCustomers,
    recipes: Sequence[Recipe],
    *,
    tiers: Collection[str],
    start: date,
    weeks: int,
    policy: PlanPolicy | None = None,
) -> Proposal:
    """List every contact that the recipes of some tiers ask for within the weeks of a plan.

    Counted from the last real contact; whoever was never contacted is due at once. Customers who asked not to be contacted
    are left out and named.
    """
    import numpy as np

    policy = policy or PlanPolicy()
    tier_of = np.array(customers.tier, dtype="U16")
    asked = np.isin(tier_of, sorted(set(tiers)))
    silent = np.array(customers.do_not_contact, dtype=bool)
    left_out = tuple(sorted(customers.ids[at] for at in np.flatnonzero(asked & silent).tolist()))
    worth = _worth(customers, asked)
    blocks = []
    for tier in sorted(set(tiers)):
        members = np.flatnonzero(~silent & (tier_of == tier))
        for recipe in recipes_for(tier, recipes):
            if recipe.occasion:
                continue
            fitting = _fitting(members, recipe, customers)
            since = _days_without(fitting, recipe, customers, start)
            blocks += _occurrences(
                fitting, recipe, since=since, worth=worth[fitting], weeks=weeks, policy=policy
            )
    return Proposal(
        candidates=_gather(blocks, customers, policy),
        customers=int((asked & ~silent).sum()),
        left_out=left_out,
        note=_left_out_note(len(left_out)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Block:
    """The k-th contact of one recipe for many customers, before they are ordered."""

    recipe: Recipe
    occurrence: int
    at: Ints  # places of the customers
    due: Ints  # days from the start of the plan
    earliest: Ints  # weeks
    latest: Ints
    since: Floats  # days since the contact it counts from, nan where there was none
    base: Floats  # worth when made in the week it is due


def _worth(customers: PlanCustomers, asked: NDArray[np.bool_]) -> Floats:
    """Give each customer's score; an unknown one counts as the middle of those asked about, neither as good nor as nothing."""
    import numpy as np

    from smbcrm.core.scores.score_parts import floats

    scores = floats(customers.score)
    known = scores[asked & ~np.isnan(scores)]
    return np.where(np.isnan(scores), float(np.median(known)) if len(known) else 5.0, scores)


def _fitting(members: Ints, recipe: Recipe, customers: PlanCustomers) -> Ints:
    """Give the members of a tier for whom the condition of a recipe holds."""
    import numpy as np

    if not recipe.condition.strip():
        return members
    facts = customers.facts
    fits = [at for at in members.tolist() if holds(recipe.condition, facts[at] if facts is not None else ())]
    return np.array(fits, dtype=np.int64)


def _occurrences(
    at: Ints,
    recipe: Recipe,
    *,
    since: Floats,
    worth: Floats,
    weeks: int,
    policy: PlanPolicy,
) -> list[_Block]:
    """List the contacts of one recipe: the first by its due date, each next one an interval later.

    Each may come a third of the interval before it is due, and gives way to the next one when that may come; the first may come
    as soon as a rest is over. So every week has something open for everybody, and no hour is idle while work is left.
    """
    import numpy as np

    every, end, early = recipe.every_days, 7 * weeks, recipe.every_days // 3
    passed = np.nan_to_num(since, nan=np.inf)
    first = np.maximum(every - passed, 0).astype(np.int64)
    rested = np.maximum(min(policy.rest_days, every) - passed, 0).astype(np.int64)
    bonus = 1 + policy.overdue_bonus * np.minimum(np.maximum(passed / every - 1, 0), 1)
    blocks: list[_Block] = []
    while (inside := first + len(blocks) * every < end).any():
        due = first[inside] + len(blocks) * every
        opens = due - early if blocks else np.minimum(rested[inside], due)
        last = np.where(due + every < end, (due + every - early) // 7 - 1, weeks - 1)
        value = worth[inside] * recipe.effect * (1.0 if blocks else bonus[inside])
        blocks.append(
            _Block(
                recipe=recipe,
                occurrence=len(blocks),
                at=at[inside],
                due=due,
                earliest=opens // 7,
                latest=np.maximum(last, opens // 7),
                since=since[inside],
                base=value,
            )
        )
    return blocks


def _days_without(at: Ints, recipe: Recipe, customers: PlanCustomers, start: date) -> Floats:
    """Give the days since the contact that a recipe counts from, nan where there was none."""
    from smbcrm.core.scores.score_parts import days_since

    last: Sequence[str | None] | None = customers.last_contact
    if recipe.counts_from == FROM_SAME:
        last = customers.last_of_kind.get(recipe.kind)
    return days_since([last[i] if last is not None else None for i in at.tolist()], start)


def _gather(blocks: Sequence[_Block], customers: PlanCustomers, policy: PlanPolicy) -> Candidates:
    """Put the contacts of all recipes in one order, and work out what each is worth in each of its weeks."""
    import numpy as np

    if not blocks:
        return Candidates.of([])

    def joined(name: str) -> Any:
        return np.concatenate([getattr(block, name) for block in blocks])

    block_of = np.repeat(np.arange(len(blocks)), [len(block.at) for block in blocks])
    ids = np.asarray(customers.ids, dtype=np.int64)[joined("at")]
    # Blocks come by tier, kind and occurrence, so their number orders the contacts of one customer.
    order = np.lexsort((block_of, ids))
    block_of, ids = block_of[order], ids[order]
    due, base = joined("due")[order], joined("base")[order]
    earliest, latest, since = joined("earliest")[order], joined("latest")[order], joined("since")[order]
    recipes = [block.recipe for block in blocks]
    every = np.array([recipe.every_days for recipe in recipes])[block_of]
    base = base * policy.diminishing ** _turns(ids, due, block_of)
    lengths = latest - earliest + 1
    option = np.repeat(np.arange(len(ids)), lengths)
    week = np.arange(len(option)) - np.repeat(np.cumsum(lengths) - lengths, lengths) + earliest[option]
    ahead = week - due[option] // 7
    late = policy.late_keep ** np.maximum(ahead, 0)
    early = 1 - policy.early_loss * np.minimum(np.maximum(-ahead, 0) * 7 / every[option], 1)
    value = base[option] * late * early
    starts = np.cumsum(lengths) - lengths

    def detail(i: int) -> Candidate:
        block = blocks[int(block_of[i])]
        recipe = block.recipe
        own = slice(int(starts[i]), int(starts[i] + lengths[i]))
        return Candidate(
            customer_id=int(ids[i]),
            kind=recipe.kind,
            tier=recipe.tier,
            minutes=recipe.minutes,
            cost=recipe.cost,
            earliest=int(earliest[i]),
            values=tuple(value[own].tolist()),
            reason=_reason(recipe, block.occurrence, float(since[i])),
            text=recipe.text,
            occurrence=block.occurrence,
            protected=recipe.tier in policy.protected,
        )

    def by_block(numbers: Sequence[float | bool]) -> Any:
        return np.array(numbers)[block_of]

    kinds = [recipe.kind for recipe in recipes]
    return Candidates(
        customer=np.unique(ids, return_inverse=True)[1],
        minutes=by_block([float(recipe.minutes) for recipe in recipes]),
        cost=by_block([float(recipe.cost) for recipe in recipes]),
        protected=by_block([recipe.tier in policy.protected for recipe in recipes]),
        option_candidate=option,
        option_week=week,
        option_value=value,
        kind=[kinds[block] for block in block_of.tolist()],
        detail=detail,
    )


def _turns(ids: Ints, due: Ints, block_of: Ints) -> Ints:
    """Number the contacts of each customer by due date, from 0."""
    import numpy as np

    order = np.lexsort((block_of, due, ids))
    ordered = ids[order]
    first = np.concatenate([[True], ordered[1:] != ordered[:-1]])
    places = np.arange(len(ids))
    turns = np.empty(len(ids), dtype=np.int64)
    turns[order] = places - np.maximum.accumulate(np.where(first, places, 0))
    return turns


def _reason(recipe: Recipe, occurrence: int, since: float) -> Say:
    """Say why a contact is due."""
    kind, every = recipe.kind, recipe.every_days
    if occurrence:
        return say("tier {tier}: {kind} every {every} days", tier=recipe.tier, kind=kind, every=every)
    if since != since:  # nan: there was none
        if recipe.counts_from == FROM_SAME:
            return say("tier {tier}: no {kind} yet", tier=recipe.tier, kind=kind)
        return say("tier {tier}: no contact recorded yet", tier=recipe.tier)
    return say(
        "tier {tier}: last contact {ago}, {kind} every {every} days",
        tier=recipe.tier,
        ago=days_ago(int(since)),
        kind=kind,
        every=every,
    )


def _left_out_note(count: int) -> Say:
    if not count:
        return Say("")
    if count == 1:
        return Say("1 customer asked not to be contacted and was left out")
    return say("{count} customers asked not to be contacted and were left out", count=count)
