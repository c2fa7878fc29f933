"""The contacts that tiers ask for, chosen to fit the hours and the money there are.

`propose` lists what the recipes ask for, `choose` takes what is worth most within the budget, `spread` puts it on days.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from smbcrm.core.budgets import Limits
from smbcrm.core.plans.plan_ask import (
    Asking,
    Block,
    counting_agreed,
    fitting,
    occurrences,
    on_occasions,
    with_exceptions,
)
from smbcrm.core.plans.plan_choice import choose
from smbcrm.core.plans.plan_gather import gather
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
from smbcrm.core.plans.plan_spread import spread, too_often
from smbcrm.core.recipes import Recipe, recipes_for
from smbcrm.core.say import Say, say

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
    "Limits",
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
    "too_often",
]

SAID_MINUTES = 10
"""A contact that the owner wants with one customer, and that no recipe knows, takes so long."""


def propose(
    customers: PlanCustomers,
    recipes: Sequence[Recipe],
    *,
    tiers: Collection[str],
    start: date,
    weeks: int,
    policy: PlanPolicy | None = None,
    working_days: Sequence[date] = (),
    country: str = "",
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
    asking = Asking(
        customers=customers, worth=_worth(customers, asked), start=start, weeks=weeks, policy=policy,
        working_days=working_days, country=country,
    )  # fmt: skip
    blocks: list[Block] = []
    for tier in sorted(set(tiers)):
        members = np.flatnonzero(~silent & (tier_of == tier))
        blocks += _of_tier(members, tier, recipes, asking)
    return Proposal(
        candidates=gather(blocks, customers, policy, start=start),
        customers=int((asked & ~silent).sum()),
        left_out=left_out,
        note=_left_out_note(len(left_out)),
    )


def _of_tier(members: Ints, tier: str, recipes: Sequence[Recipe], asking: Asking) -> Iterator[Block]:
    """List what the recipes ask for the customers of one tier.

    Where several recipes of one kind fit a customer, the one that asks most often holds. Occasions stand before them: the next turn
    counts from a call that was agreed on.
    """
    import numpy as np

    taken: dict[str, Ints] = {}
    for recipe in recipes_for(tier, recipes):
        fits = fitting(members, recipe, asking.customers)
        if not recipe.occasion:
            had = taken.get(recipe.kind)
            fits = fits if had is None else np.setdiff1d(fits, had)
            taken[recipe.kind] = fits if had is None else np.union1d(had, fits)
        for at, held, own in with_exceptions(fits, recipe, asking.customers):
            if recipe.occasion:
                found = on_occasions(at, held, asking, tier=tier)
                asking = counting_agreed(asking, found)
                yield from found
            else:
                yield from occurrences(at, held, asking, tier=tier, own=own)
    yield from _said_only(members, tier, recipes, asking, taken)


def _said_only(
    members: Ints, tier: str, recipes: Sequence[Recipe], asking: Asking, taken: dict[str, Ints]
) -> Iterator[Block]:
    """List the contacts that the owner wants with single customers and that no recipe of their tier asks for."""
    import numpy as np

    wanted: dict[tuple[str, int], list[int]] = {}
    ids, exceptions = asking.customers.ids, asking.customers.exceptions
    for at in members.tolist() if exceptions else ():
        for kind, every in exceptions.get(ids[at], {}).items():
            if kind and every and at not in taken.get(kind, ()):
                wanted.setdefault((kind, every), []).append(at)
    for (kind, every), places in sorted(wanted.items()):
        like = next((one for one in recipes if one.kind == kind), None)
        recipe = Recipe(
            kind=kind, every_days=every, tier=tier, minutes=like.minutes if like else SAID_MINUTES,
            cost=like.cost if like else 0.0, effect=like.effect if like else 1.0, text=like.text if like else Say(""),
        )  # fmt: skip
        yield from occurrences(np.array(places, dtype=np.int64), recipe, asking, tier=tier, own=True)


def _worth(customers: PlanCustomers, asked: NDArray[np.bool_]) -> Floats:
    """Give each customer's score; an unknown one counts as the middle of those asked about, neither as good nor as nothing."""
    import numpy as np

    from smbcrm.core.scores.score_parts import floats

    scores = floats(customers.score)
    known = scores[asked & ~np.isnan(scores)]
    return np.where(np.isnan(scores), float(np.median(known)) if len(known) else 5.0, scores)


def _left_out_note(count: int) -> Say:
    if not count:
        return Say("")
    return say(
        "{count} {count:customer|customers} asked not to be contacted and {count:was|were} left out",
        count=count,
    )
