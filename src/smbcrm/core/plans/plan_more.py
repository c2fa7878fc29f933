"""What a plan leaves out, and what a little more time or money would add to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smbcrm.core.plans.plan_fill import fill
from smbcrm.core.plans.plan_model import Candidates, Choice
from smbcrm.core.plans.plan_room import fitting_options
from smbcrm.core.say import Say, say

if TYPE_CHECKING:
    from smbcrm.core.budgets import Limits
    from smbcrm.core.plans.plan_model import Ints


def cut_lines(choice: Choice) -> tuple[Say, ...]:
    """Say kind by kind what will not be done, the dearest loss first; nothing where all that was asked is planned."""
    free = "not planned: {cut} of {asked} x {kind}, {minutes} minutes"
    paid = "not planned: {cut} of {asked} x {kind}, {minutes} minutes and {cost} in money"
    return tuple(
        say(
            paid if row.cut_cost else free,
            **({"cost": _plain(row.cut_cost)} if row.cut_cost else {}),
            cut=row.cut,
            asked=row.asked,
            kind=row.kind,
            minutes=row.cut_minutes,
        )
        for row in choice.cut
        if row.cut
    )


def gap_note(choice: Choice) -> Say:
    """Say how near the plan is to the best there is."""
    if not choice.gap:
        return Say("no plan within this budget is worth more")
    percent = max(round(100 * choice.gap, 2), 0.01)
    return say("no plan within this budget is worth {percent}% more", percent=percent)


def one_more_hour(candidates: Candidates, choice: Choice) -> Say:
    """Say what one more hour a week would add to a plan, everything in it left as it is."""
    added = _added(candidates, choice, choice.limits.more(minutes=60))
    if not len(added):
        return Say("one more hour a week would add nothing")
    new, customers = _counts(candidates, choice, added)
    return say(
        "with one more hour a week: +{contacts} contacts, +{customers} customers reached",
        contacts=new,
        customers=customers,
    )


def more_money(candidates: Candidates, choice: Choice) -> Say:
    """Say what more money would add within the same hours, or that money is not what is missing."""
    import numpy as np

    out = np.ones(len(candidates), dtype=bool)
    out[candidates.option_candidate[choice.picked]] = False
    prices = np.sort(candidates.cost[out & (candidates.cost > 0)])
    if not len(prices):
        return Say("more money would add nothing: nothing that costs money was left out")
    # Enough for a tenth of what was left out, and at least for the cheapest.
    extra = float(np.ceil(prices[: max(1, len(prices) // 10)].sum()))
    added = _added(candidates, choice, choice.limits.more(money=extra))
    if not len(added):
        return say(
            "with {money} more money alone: nothing, for there is no time; "
            "contacts left out that cost money: {contacts}",
            money=_plain(extra),
            contacts=len(prices),
        )
    new, customers = _counts(candidates, choice, added)
    return say(
        "with {money} more money: +{contacts} contacts, +{customers} customers reached",
        money=_plain(extra),
        contacts=new,
        customers=customers,
    )


def _plain(number: float) -> float | int:
    return int(number) if number.is_integer() else number


def _added(candidates: Candidates, choice: Choice, limits: Limits) -> Ints:
    """Give the options a larger budget would add to a choice."""
    import numpy as np

    options, room = fitting_options(candidates, limits)
    held = np.flatnonzero(np.isin(options.origin, choice.picked))
    return np.setdiff1d(options.origin[fill(options, held, room)], choice.picked)


def _counts(candidates: Candidates, choice: Choice, added: Ints) -> tuple[int, int]:
    """Count the contacts added and the customers who had none before."""
    import numpy as np

    before = candidates.customer[candidates.option_candidate[choice.picked]]
    after = candidates.customer[candidates.option_candidate[added]]
    return len(added), len(np.setdiff1d(after, before))
