"""Choosing the contacts that are worth most within the hours and the money."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from smbcrm.core.plans.plan_cover import most_reached
from smbcrm.core.plans.plan_fill import fill, within_budget
from smbcrm.core.plans.plan_model import Candidates, Choice, Chosen, CutRow
from smbcrm.core.plans.plan_program import Taken, take
from smbcrm.core.plans.plan_room import HAIR, Options, Room, fitting_options, narrowed, starts

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from smbcrm.core.budgets import Limits
    from smbcrm.core.plans.plan_model import Floats, Ints

    Bools = NDArray[np.bool_]

SMALL = 200  # options that are decided in one go, to the last
CORE = 2_500  # options left open where the prices leave a doubt, at first
GOOD_ENOUGH = 0.005  # the share of the worth that may be missing before the search goes on among more
FINE = 0.0005  # the share that a search leaves alone
NEAR = 1e-6


def choose(candidates: Candidates, limits: Limits) -> Choice:
    """Choose the contacts worth most within the minutes of each week and the money of each period.

    Step by step: as many shielded customers as the budget can reach get something before anybody gets a second; with that, contacts
    of the kinds that come first are worth as much as they can be; with those, all of it is. The first step is exact, the second is
    at most `first_gap` short of the best there is, the whole at most `gap` of what is possible with the contacts that came first.
    """
    import numpy as np

    options, room = fitting_options(candidates, limits)
    need = most_reached(options, minutes=room.minutes, money=room.money, open_=room.open)
    room = replace(room, need=need)
    picked, first_bound = _first(options, room)
    first_value = float(options.value[picked].sum())
    more, more_bound = _best(options, room.without(options, picked), np.flatnonzero(~options.first))
    picked = np.sort(np.concatenate([picked, more]))
    picked = fill(options, within_budget(options, picked, room), room)
    return _told(
        candidates,
        options.origin[picked],
        limits=limits,
        bound=first_value + more_bound,
        coverable=need,
        first_gap=_gap(first_value, first_bound),
    )


def _first(options: Options, room: Room) -> tuple[Ints, float]:
    """Choose among the kinds that come first, with room left to reach whoever must get something; give what cannot be exceeded."""
    import numpy as np

    of_first = np.flatnonzero(options.first)
    if not len(of_first):
        return of_first, 0.0
    if not room.need:
        return _best(options, room, of_first)
    alone = replace(options, value=np.where(options.first, options.value, 0.0))
    picked, bound = _best(alone, room, np.arange(len(options)))
    return picked[options.first[picked]], bound


def _gap(value: float, bound: float) -> float:
    gap = (bound - value) / bound if bound > 0 else 0.0
    return 0.0 if gap <= 2 * HAIR else gap


def _best(options: Options, room: Room, among: Ints) -> tuple[Ints, float]:
    """Choose the best of some options; give those taken and what cannot be exceeded."""
    import numpy as np

    if len(among) <= SMALL:
        return _decide(options, among, room)
    if len(among) == len(options):
        return _decide_by_prices(options, room)
    fewer, within = narrowed(options, room, among)
    picked, bound = _decide_by_prices(fewer, within)
    return np.sort(among[picked]), bound


def _decide(options: Options, used: Ints, room: Room, *, near: float = NEAR) -> tuple[Ints, float]:
    """Decide some options in one go; give those taken and what cannot be exceeded."""
    import numpy as np

    if not len(used):
        return used, 0.0
    taken = take(options, used, room, whole=True, near=near)
    return used[np.round(taken.x) > 0], taken.bound


def _decide_by_prices(options: Options, room: Room) -> tuple[Ints, float]:
    """Decide many options: settle those that the prices of time and money leave no doubt about, search among the others."""
    import numpy as np

    prices, x = _prices(options, room)
    doubt = _doubt(options, prices)
    ends = np.append(starts(options.candidate), len(options))
    lengths = np.diff(ends)
    split = np.maximum.reduceat(np.minimum(x, 1 - x), ends[:-1]) > 1e-6
    doubt[split] = -1.0
    order = np.argsort(doubt, kind="stable")
    size, bound = CORE, prices.bound
    best = (np.zeros(0, dtype=np.int64), -1, -1.0)
    while True:
        free = np.zeros(len(lengths), dtype=bool)
        free[order[: max(int(np.searchsorted(np.cumsum(lengths[order]), size)), int(split.sum()))]] = True
        picked, proven = _search(options, x, free[options.candidate], room, near=FINE * prices.bound)
        bound = min(bound, proven) if free.all() else bound
        covered = len(np.unique(options.customer[picked][room.open[options.customer[picked]]]))
        value = float(options.value[picked].sum())
        best = max(best, (picked, covered, value), key=lambda found: found[1:])
        done = best[1] >= room.need and best[2] >= bound * (1 - GOOD_ENOUGH)
        if done or free.all() or size > 20 * CORE:
            return best[0], bound
        size *= 4


def _search(options: Options, x: Floats, free: Bools, room: Room, *, near: float) -> tuple[Ints, float]:
    """Keep what is settled and search among the free options with what it leaves; give what is taken and its bound."""
    import numpy as np

    settled = np.flatnonzero(~free & (x > 0.5))
    rest = room.without(options, settled)
    found, bound = _decide(options, np.flatnonzero(free), rest, near=near)
    return np.sort(np.concatenate([settled, found])), bound + float(options.value[settled].sum())


def _prices(options: Options, room: Room) -> tuple[Taken, Floats]:
    """Solve the plan with contacts that may be cut in parts, which prices time and money.

    Starts with the most promising customers and brings in those for whom the prices leave a gain, until there are none: so it
    holds for all of them and yet stays small.
    """
    import numpy as np

    promise = np.zeros(len(room.open))
    density = options.value / (
        options.minutes / max(room.minutes.max(initial=0.0), 1.0) + options.cost + 1e-9
    )
    np.maximum.at(promise, options.customer, density)
    by_promise = np.argsort(-promise, kind="stable")
    active = np.zeros(len(room.open), dtype=bool)
    active[by_promise[: max(500, room.need + room.need // 4)]] = True
    while True:
        used = np.flatnonzero(active[options.customer])
        taken = take(options, used, room, whole=False)
        gains = _gains(options, replace(taken, cap_price=np.zeros(len(options))), room)
        gains[active] = 0
        hopeful = np.flatnonzero(gains > 1e-7)
        if not len(hopeful):
            x, cap_price = np.zeros(len(options)), np.zeros(len(options))
            x[used], cap_price[used] = taken.x, taken.cap_price
            return replace(taken, cap_price=cap_price), x
        best = hopeful[np.argsort(-gains[hopeful], kind="stable")]
        active[best[: max(2_000, int(active.sum()))]] = True


def _after_prices(options: Options, taken: Taken) -> Floats:
    """Give what each option is worth after its time and money are paid for."""
    left: Floats = (
        options.value
        - taken.week_price[options.week] * options.minutes
        - taken.money_price[options.period] * options.cost
        - taken.cap_price
    )
    return left


def _gains(options: Options, taken: Taken, room: Room) -> Floats:
    """Give what each customer's best contacts would gain at these prices."""
    import numpy as np

    left = _after_prices(options, taken)
    first = starts(options.candidate)
    best = np.maximum.reduceat(left, first)
    owner = starts(options.customer[first])
    gain, top = np.add.reduceat(np.maximum(best, 0), owner), np.maximum.reduceat(best, owner)
    bonus = np.where(room.open, taken.cover_price, 0.0)
    return np.where(gain > 0, gain + bonus, np.maximum(top + bonus, 0))


def _doubt(options: Options, taken: Taken) -> Floats:
    """Give for each candidate how clearly the prices decide it: the margin between its best week and the next best choice."""
    import numpy as np

    left = _after_prices(options, taken)
    first = starts(options.candidate)
    lengths = np.diff(np.append(first, len(options)))
    best, owner = np.maximum.reduceat(left, first), options.customer[first]
    top = np.maximum.reduceat(best, starts(owner))
    # A customer for whom nothing pays by itself may still get one thing for the sake of being reached.
    bonus = np.where((best == top[owner]) & (best < 0), taken.cover_price, 0.0)
    left, best = left + np.repeat(bonus, lengths), best + bonus
    others = np.where(left == np.repeat(best, lengths), -np.inf, left)
    second = np.maximum(np.maximum.reduceat(others, first), 0)
    return np.where(best > 0, best - second, -best)


def _told(
    candidates: Candidates, picked: Ints, *, limits: Limits, bound: float, coverable: int, first_gap: float
) -> Choice:
    """Put a choice into words and numbers."""
    import numpy as np

    of = candidates.option_candidate[picked]
    items = [
        _chosen(candidates, option, candidate)
        for option, candidate in zip(picked.tolist(), of.tolist(), strict=True)
    ]
    items.sort(key=lambda item: (item.week, item.customer_id, item.kind, item.occurrence))
    value = float(candidates.option_value[picked].sum())
    bound = max(bound, value)
    shielded = np.unique(candidates.customer[candidates.protected])
    reached = np.intersect1d(shielded, candidates.customer[of])
    used = np.bincount(candidates.option_week[picked], weights=candidates.minutes[of], minlength=limits.weeks)
    return Choice(
        items=tuple(items),
        limits=limits,
        minutes=tuple(used.tolist()),
        cost=float(candidates.cost[of].sum()),
        value=value,
        bound=bound,
        gap=_gap(value, bound),
        first_kinds=tuple(
            sorted({c for c, first in zip(candidates.kind, candidates.first.tolist(), strict=True) if first})
        ),
        first_gap=first_gap,
        protected=len(shielded),
        covered=len(reached),
        coverable=coverable,
        asked=len(candidates),
        asked_minutes=round(float(candidates.minutes.sum())),
        asked_free_minutes=round(float(candidates.minutes[candidates.cost == 0].sum())),
        cut=_cut(candidates, of),
        bare=tuple(candidates.ids[np.setdiff1d(shielded, reached)].tolist()),
        picked=picked,
    )


def _chosen(candidates: Candidates, option: int, candidate: int) -> Chosen:
    item = candidates.detail(candidate)
    return Chosen(
        customer_id=item.customer_id,
        kind=item.kind,
        tier=item.tier,
        week=int(candidates.option_week[option]),
        minutes=item.minutes,
        cost=item.cost,
        value=float(candidates.option_value[option]),
        reason=item.reason,
        text=item.text,
        occurrence=item.occurrence,
        recipe=item.recipe,
        every_days=item.every_days,
        counts_from=item.counts_from,
        day=item.day,
        item=item.item,
    )


def _cut(candidates: Candidates, planned: Ints) -> tuple[CutRow, ...]:
    """Count by kind what was asked, planned and left out; the most worth left out first."""
    import numpy as np

    if not len(candidates):
        return ()
    out = np.ones(len(candidates), dtype=bool)
    out[planned] = False
    best = np.zeros(len(candidates))
    np.maximum.at(best, candidates.option_candidate, candidates.option_value)
    kinds, kind = np.unique(np.array(candidates.kind), return_inverse=True)
    rows = []
    for at, name in enumerate(kinds.tolist()):
        here = kind == at
        gone = here & out
        rows.append(
            CutRow(
                kind=name,
                asked=int(here.sum()),
                planned=int((here & ~out).sum()),
                cut=int(gone.sum()),
                cut_minutes=round(float(candidates.minutes[gone].sum())),
                cut_cost=float(candidates.cost[gone].sum()),
                cut_value=float(best[gone].sum()),
            )
        )
    return tuple(sorted(rows, key=lambda row: (-row.cut_value, row.kind)))
