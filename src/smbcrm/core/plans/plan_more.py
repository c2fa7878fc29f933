"""What a plan leaves out, and what a little more time or money would add to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from math import ceil

from smbcrm.core.plans.plan_choice import NEAR, choose
from smbcrm.core.plans.plan_model import Candidates, Choice
from smbcrm.core.say import Say, listed, say


def cut_lines(choice: Choice) -> tuple[Say, ...]:
    """Say kind by kind what will not be done, the dearest loss first; nothing where all that was asked is planned."""
    free = "not planned: {cut} of {asked} x {kind}, {minutes} {minutes:minute|minutes}"
    paid = "not planned: {cut} of {asked} x {kind}, {minutes} {minutes:minute|minutes} and {cost} in money"
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
    """Say how near the plan is to the best there is, of those that keep to what comes first."""
    reached = choice.protected > 0
    if not choice.first_kinds:
        return _proven(choice.gap, reached=reached)
    kinds = listed([say("{kind}", kind=kind) for kind in choice.first_kinds], most=len(choice.first_kinds))
    then = Say("with that in it, none is worth more")
    if choice.gap:
        then = say("with that in it, none is worth {percent}% more", percent=_percent(choice.gap))
    return say("{first}; {then}", first=_first_proven(choice.first_gap, kinds, reached=reached), then=then)


def _first_proven(gap: float, kinds: Say, *, reached: bool) -> Say:
    if reached and not gap:
        return say(
            "no plan within this budget that reaches as many who come first has more of {kinds}", kinds=kinds
        )
    if reached:
        return say(
            "no plan within this budget that reaches as many who come first has {percent}% more of {kinds}",
            percent=_percent(gap),
            kinds=kinds,
        )
    if not gap:
        return say("no plan within this budget has more of {kinds}", kinds=kinds)
    return say(
        "no plan within this budget has {percent}% more of {kinds}", percent=_percent(gap), kinds=kinds
    )


def _proven(gap: float, *, reached: bool) -> Say:
    if reached and not gap:
        return Say("no plan within this budget that reaches as many who come first is worth more")
    if reached:
        return say(
            "no plan within this budget that reaches as many who come first is worth {percent}% more",
            percent=_percent(gap),
        )
    if not gap:
        return Say("no plan within this budget is worth more")
    return say("no plan within this budget is worth {percent}% more", percent=_percent(gap))


def _percent(gap: float) -> float:
    return max(ceil(10_000 * gap) / 100, 0.01)


def one_more_hour(candidates: Candidates, choice: Choice) -> Say:
    """Say what the plan would be with one more hour a week: it is chosen anew."""
    more = choose(candidates, choice.limits.more(minutes=60))
    changes = _changes(choice, more)
    if not changes:
        return Say("one more hour a week would add nothing")
    if min(changes.values()) > 0:
        return say(
            "with one more hour a week: +{contacts} {contacts:contact|contacts}, +{customers} {customers:customer|customers} reached",
            contacts=sum(changes.values()),
            customers=_reached(more) - _reached(choice),
        )
    return say(
        "with one more hour a week: {changes}; {customers} {customers:customer|customers} reached",
        changes=_by_kind(changes),
        customers=_signed(_reached(more) - _reached(choice)),
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
    more = choose(candidates, choice.limits.more(money=extra))
    changes = _changes(choice, more)
    if not changes:
        paid = out & (candidates.cost > 0)
        idle = max(
            (had - used for had, used in zip(choice.limits.minutes, choice.minutes, strict=True)), default=0
        )
        return say(
            # Where hours are left, it is how often customers may be met that leaves no room.
            "with {money} more money alone: nothing, for their customers are met often enough; "
            "contacts left out that cost money: {contacts}"
            if idle >= candidates.minutes[paid].min()
            else "with {money} more money alone: nothing, for there is no time; "
            "contacts left out that cost money: {contacts}",
            money=_plain(extra),
            contacts=len(prices),
        )
    if min(changes.values()) > 0:
        return say(
            "with {money} more money: +{contacts} {contacts:contact|contacts}, +{customers} {customers:customer|customers} reached",
            money=_plain(extra),
            contacts=sum(changes.values()),
            customers=_reached(more) - _reached(choice),
        )
    return say(
        "with {money} more money: {changes}; {customers} {customers:customer|customers} reached",
        money=_plain(extra),
        changes=_by_kind(changes),
        customers=_signed(_reached(more) - _reached(choice)),
    )


def _plain(number: float) -> float | int:
    return int(number) if number.is_integer() else number


def _changes(choice: Choice, more: Choice) -> dict[str, int]:
    """Give by kind how many contacts more, or fewer, a larger budget has room for; nothing where its plan is worth no more."""
    if more.value <= choice.value * (1 + NEAR):
        return {}
    counts = Counter(item.kind for item in more.items)
    counts.subtract(item.kind for item in choice.items)
    return {kind: count for kind, count in sorted(counts.items(), key=lambda of: (-of[1], of[0])) if count}


def _reached(choice: Choice) -> int:
    return len({item.customer_id for item in choice.items})


def _by_kind(changes: Mapping[str, int]) -> Say:
    told = [say("{count} x {kind}", count=_signed(count), kind=kind) for kind, count in changes.items()]
    return listed(told, most=len(told))


def _signed(count: int) -> str:
    return f"{count:+d}"
