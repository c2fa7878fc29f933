"""What one recipe asks for: contacts counted from the last real one, or on the occasions of the customers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from smbcrm.core.plans.occasions import day_before, occasion_day
from smbcrm.core.plans.plan_model import PlanCustomers, PlanPolicy
from smbcrm.core.plans.recipe import NEXT_ACTION
from smbcrm.core.recipes import FROM_SAME, Recipe, holds
from smbcrm.core.say import Say, say

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from smbcrm.core.plans.plan_model import Floats, Ints

    Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """For whom and when a plan is made."""

    customers: PlanCustomers
    worth: Floats
    start: date
    weeks: int
    policy: PlanPolicy
    working_days: Sequence[date]
    country: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """The k-th contact of one recipe for many customers, before they are ordered."""

    recipe: Recipe
    tier: str
    occurrence: int
    at: Ints  # places of the customers
    due: Ints  # days from the start of the plan
    earliest: Ints  # weeks
    latest: Ints
    base: Floats  # worth when made in the week it is due
    reason: Callable[[int], Say]  # by place in the block
    fixed: bool = False  # must be on the day it is due


def fitting(members: Ints, recipe: Recipe, customers: PlanCustomers) -> Ints:
    """Give the members of a tier for whom the condition of a recipe holds."""
    import numpy as np

    if not recipe.condition.strip():
        return members
    facts = customers.facts
    fits = [at for at in members.tolist() if holds(recipe.condition, facts[at] if facts is not None else ())]
    return np.array(fits, dtype=np.int64)


def with_exceptions(
    members: Ints, recipe: Recipe, customers: PlanCustomers
) -> Iterator[tuple[Ints, Recipe, bool]]:
    """Give the members by what holds for them: the recipe, or the owner's word on single ones; whom he never wants met are left out."""
    import numpy as np

    excepted = customers.exceptions
    own: dict[int, list[int]] = {}
    usual = []
    for at in members.tolist() if excepted else ():
        said = excepted.get(customers.ids[at], {})
        every = said.get(recipe.kind, said.get(""))
        if every is None:
            usual.append(at)
        elif every and not recipe.occasion:
            own.setdefault(every, []).append(at)
        elif every:
            usual.append(at)
    yield (np.array(usual, dtype=np.int64) if excepted else members), recipe, False
    for every, places in sorted(own.items()):
        yield np.array(places, dtype=np.int64), replace(recipe, every_days=every), True


def occurrences(at: Ints, recipe: Recipe, asking: Asking, *, tier: str, own: bool) -> list[Block]:
    """List the contacts of one recipe: the first by its due date, each next one an interval later.

    Each may come a third of the interval before it is due, and gives way to the next one when that may come; the first may come
    as soon as a rest is over. So every week has something open for everybody, and no hour is idle while work is left.
    """
    import numpy as np

    from smbcrm.core.scores.score_parts import days_since

    policy, weeks = asking.policy, asking.weeks
    every, end, early = recipe.every_days, 7 * weeks, recipe.every_days // 3
    turns = _last_turns(at, recipe, asking.customers)
    since = days_since([turn.day for turn in turns], asking.start)
    passed = np.nan_to_num(since, nan=np.inf)
    held = _days_to_held(at, recipe, asking.customers, asking.start)
    waits = ~np.isnan(held)
    first = np.where(waits, np.nan_to_num(held) + every, np.maximum(every - passed, 0)).astype(np.int64)
    first = np.maximum(first - recipe.lead_days, 0)
    rested = np.maximum(min(policy.rest_days, every) - passed, 0)
    rested = np.where(waits, np.maximum(first - early, 0), rested).astype(np.int64)
    bonus = 1 + policy.overdue_bonus * np.minimum(np.maximum(passed / every - 1, 0), 1)
    bonus = np.where(waits, 1.0, bonus)
    worth = asking.worth[at] * recipe.effect
    blocks: list[Block] = []
    while (inside := first + len(blocks) * every < end).any():
        due = first[inside] + len(blocks) * every
        opens = due - early if blocks else np.minimum(rested[inside], due)
        last = np.where(due + every < end, (due + every - early) // 7 - 1, weeks - 1)
        again = len(blocks) > 0
        blocks.append(
            Block(
                recipe=recipe,
                tier=tier,
                occurrence=len(blocks),
                at=at[inside],
                due=due,
                earliest=opens // 7,
                latest=np.maximum(last, opens // 7),
                base=worth[inside] * (1.0 if again else bonus[inside]),
                reason=_reasons(recipe, tier, _of_block(turns, inside, waits), again=again, own=own),
            )
        )
    return blocks


def on_occasions(at: Ints, recipe: Recipe, asking: Asking, *, tier: str) -> list[Block]:
    """List the contacts of one recipe on the birthdays, anniversaries or agreed days of the customers."""
    import numpy as np

    customers = asking.customers
    dates = customers.occasions.get(recipe.occasion)
    if dates is None:
        return []
    done = customers.last_of_kind.get(recipe.kind)
    last = customers.last_contact if recipe.occasion == NEXT_ACTION else done
    skipped, held = customers.skipped.get(recipe.kind), customers.held.get(recipe.kind)
    places, due, days = [], [], []
    for place in at.tolist():
        iso = dates[place]
        if not iso or (held is not None and held[place]):
            continue
        before = max(filter(None, (by[place] for by in (last, skipped) if by is not None)), default=None)
        day = occasion_day(
            recipe.occasion, iso, before, start=asking.start, days=7 * asking.weeks, country=asking.country
        )
        if day is None or (recipe.occasion != NEXT_ACTION and _lately(before, day)):
            continue
        act = day_before(day, lead=recipe.lead_days, start=asking.start, working=asking.working_days)
        places.append(place)
        due.append((act - asking.start).days)
        days.append(iso if recipe.occasion == NEXT_ACTION else day.isoformat())
    if not places:
        return []
    offsets, where = np.array(due, dtype=np.int64), np.array(places, dtype=np.int64)
    return [
        Block(
            recipe=recipe, tier=tier, occurrence=0, at=where, due=offsets, earliest=offsets // 7,
            latest=offsets // 7, base=asking.worth[where] * recipe.effect, fixed=True,
            reason=lambda i: say("{part} on {date}", part=recipe.occasion, date=days[i]),
        )
    ]  # fmt: skip


def counting_agreed(asking: Asking, blocks: Sequence[Block]) -> Asking:
    """Let the turns of a kind count from the contacts that were agreed on."""
    for block in blocks:
        kind, customers = block.recipe.kind, asking.customers
        days = list(customers.held.get(kind) or [None] * len(customers))
        for place, due in zip(block.at.tolist(), block.due.tolist(), strict=True):
            days[place] = max(days[place] or "", (asking.start + timedelta(days=due)).isoformat())
        asking = replace(asking, customers=replace(customers, held={**customers.held, kind: days}))
    return asking


def _lately(before: str | None, day: date) -> bool:
    """Tell whether an occasion was kept already, up to two weeks ahead of its day."""
    return before is not None and before >= (day - timedelta(days=14)).isoformat()


def _of_block(turns: Sequence[Turn], inside: Bools, waits: Bools) -> list[Turn | None]:
    """Give the turns of one block; None for a customer whose next contact counts from one that is still to come."""
    return [
        None if waiting else turn
        for turn, here, waiting in zip(turns, inside.tolist(), waits.tolist(), strict=True)
        if here
    ]


class Turn(NamedTuple):
    """The contact that the next one counts from, or the day on which the owner chose to skip it; no day where there was none."""

    day: str | None
    skipped: bool = False


def _last_turns(at: Ints, recipe: Recipe, customers: PlanCustomers) -> list[Turn]:
    """Give what a recipe counts from for each customer."""
    last: Sequence[str | None] | None = customers.last_contact
    if recipe.counts_from == FROM_SAME:
        last = customers.last_of_kind.get(recipe.kind)
    skipped = customers.skipped.get(recipe.kind)
    turns = []
    for place in at.tolist():
        made = last[place] if last is not None else None
        passed = skipped[place] if skipped is not None else None
        by_skip = passed is not None and passed > (made or "")
        turns.append(Turn(day=passed if by_skip else made, skipped=by_skip))
    return turns


def _days_to_held(at: Ints, recipe: Recipe, customers: PlanCustomers, start: date) -> Floats:
    """Give the days until the contact of that kind that the owner put off to a day, nan where there is none."""
    import numpy as np

    held = customers.held.get(recipe.kind)
    if held is None:
        return np.full(len(at), np.nan)
    days = (held[i] for i in at.tolist())
    return np.array(
        [(date.fromisoformat(day) - start).days if day else np.nan for day in days], dtype=np.float64
    )


def _reasons(
    recipe: Recipe, tier: str, turns: Sequence[Turn | None], *, again: bool, own: bool
) -> Callable[[int], Say]:
    """Say why a contact is due."""
    kind, every = recipe.kind, recipe.every_days

    def reason(i: int) -> Say:
        turn = turns[i]
        if own:
            return say("as you said: {kind} every {every} {every:day|days}", kind=kind, every=every)
        if again or turn is None:
            return say(
                "tier {tier}: {kind} every {every} {every:day|days}", tier=tier, kind=kind, every=every
            )
        if turn.day is None:
            if recipe.counts_from == FROM_SAME:
                return say("tier {tier}: no {kind} yet", tier=tier, kind=kind)
            return say("tier {tier}: no contact recorded yet", tier=tier)
        return since(
            turn.day[:10], tier, kind, every, same=recipe.counts_from == FROM_SAME, skipped=turn.skipped
        )

    return reason


def since(day: str, tier: str, kind: str, every: int, *, same: bool, skipped: bool = False) -> Say:
    """Say from which day a contact counts. The day and not how long ago it was, so that it stays true for as long as the plan holds.

    >>> str(since("2026-11-01", "A", "visit", 91, same=True))
    'tier A: last visit on 2026-11-01, every 91 days'
    """
    said = {"tier": tier, "date": day, "kind": kind, "every": every}
    if skipped:
        return say("tier {tier}: {kind} skipped on {date}, every {every} {every:day|days}", **said)
    if same:
        return say("tier {tier}: last {kind} on {date}, every {every} {every:day|days}", **said)
    return say("tier {tier}: last contact on {date}, {kind} every {every} {every:day|days}", **said)
