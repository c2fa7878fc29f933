"""Filling what is left of a budget, and holding a choice to it exactly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smbcrm.core.plans.plan_room import Options, Room

if TYPE_CHECKING:
    from smbcrm.core.plans.plan_model import Ints

DUST = 1e-9


def within_budget(options: Options, picked: Ints, room: Room) -> Ints:
    """Drop the least valuable options until the choice fits to the last minute and coin.

    The solver counts with a tolerance of a millionth; the owner's purse does not.
    """
    import numpy as np

    used = np.bincount(options.week[picked], weights=options.minutes[picked], minlength=len(room.minutes))
    spent = np.bincount(options.period[picked], weights=options.cost[picked], minlength=len(room.money))
    dropped = []
    for option in picked[np.lexsort((picked, options.value[picked]))].tolist():
        week, period, price = int(options.week[option]), int(options.period[option]), options.cost[option]
        if used[week] > room.minutes[week] + DUST or (
            spent[period] > room.money[period] + DUST and price > 0
        ):
            used[week] -= options.minutes[option]
            spent[period] -= price
            dropped.append(option)
    return np.setdiff1d(picked, np.array(dropped, dtype=np.int64))


def fill(options: Options, picked: Ints, room: Room) -> Ints:
    """Add to a choice what still fits: first one thing for each shielded customer without any, then the most worth for its share.

    >>> import numpy as np
    >>> n = np.arange
    >>> three = Options(origin=n(3), candidate=n(3), customer=np.array([0, 0, 1]), week=np.zeros(3, int), period=np.zeros(3, int),
    ...     minutes=np.full(3, 5.0), cost=np.zeros(3), value=np.array([9.0, 8.0, 1.0]), shielded=np.ones(2, bool), first=np.zeros(3, bool))
    >>> room = Room(minutes=np.array([10.0]), money=np.zeros(1), need=2, open=three.shielded, left=np.zeros((0, 0), int))
    >>> fill(three, np.array([0]), room).tolist()
    [0, 2]
    """
    import numpy as np

    rest = room.without(options, picked)
    minutes, money, left = rest.minutes, rest.money, rest.left.copy()
    back = rest.windows.back if rest.windows is not None else -1
    gone = np.zeros(int(options.candidate.max(initial=-1)) + 1, dtype=bool)
    gone[options.candidate[picked]] = True
    bare = room.open.copy()
    bare[options.customer[picked]] = False
    fits = ~gone[options.candidate] & (options.minutes <= minutes[options.week] + DUST)
    hopeful = np.flatnonzero(fits & (options.cost <= money[options.period] + DUST))
    whole = room.minutes.max(initial=1.0) or 1.0
    density = options.value[hopeful] / (options.minutes[hopeful] / whole + options.cost[hopeful])
    by_density = hopeful[np.lexsort((hopeful, -density))].tolist()
    added: list[int] = []
    smallest = float(options.minutes[hopeful].min(initial=np.inf))
    for first in (True, False):
        for option in by_density:
            if smallest > minutes.max() + DUST:
                break
            week, candidate, period = options.week[option], options.candidate[option], options.period[option]
            need, price, who = options.minutes[option], options.cost[option], options.customer[option]
            if gone[candidate] or need > minutes[week] + DUST or price > money[period] + DUST:
                continue
            if first and not bare[who]:
                continue
            if back >= 0:
                windows = left[who, week : week + back + 1]
                if windows.min() < 1:
                    continue
                windows -= 1
            gone[candidate], bare[who] = True, False
            minutes[week] -= need
            money[period] -= price
            added.append(option)
    return np.sort(np.concatenate([picked, np.array(added, dtype=np.int64)]))
