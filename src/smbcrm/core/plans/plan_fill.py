"""Filling what is left of a budget, and holding a choice to it exactly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smbcrm.core.plans.plan_program import Options, Room

if TYPE_CHECKING:
    from smbcrm.core.plans.plan_model import Ints

DUST = 1e-9


def within_budget(options: Options, picked: Ints, room: Room) -> Ints:
    """Drop the least valuable options until the choice fits to the last minute and coin.

    The solver counts with a tolerance of a millionth; the owner's purse does not.
    """
    import numpy as np

    used = np.bincount(options.week[picked], weights=options.minutes[picked], minlength=len(room.minutes))
    spent = float(options.cost[picked].sum())
    dropped = []
    for option in picked[np.lexsort((picked, options.value[picked]))].tolist():
        week, price = int(options.week[option]), float(options.cost[option])
        if used[week] > room.minutes[week] + DUST or (spent > room.money + DUST and price > 0):
            used[week] -= options.minutes[option]
            spent -= price
            dropped.append(option)
    return np.setdiff1d(picked, np.array(dropped, dtype=np.int64))


def fill(options: Options, picked: Ints, room: Room) -> Ints:
    """Add to a choice what still fits: first one thing for each shielded customer without any, then the most worth for its share.

    >>> import numpy as np
    >>> n = np.arange
    >>> three = Options(origin=n(3), candidate=n(3), customer=np.array([0, 0, 1]), week=np.zeros(3, int),
    ...     minutes=np.full(3, 5.0), cost=np.zeros(3), value=np.array([9.0, 8.0, 1.0]), shielded=np.ones(2, bool))
    >>> room = Room(minutes=np.array([10.0]), money=0.0, need=2, open=three.shielded)
    >>> fill(three, np.array([0]), room).tolist()
    [0, 2]
    """
    import numpy as np

    minutes = room.minutes - np.bincount(
        options.week[picked], weights=options.minutes[picked], minlength=len(room.minutes)
    )
    money = room.money - float(options.cost[picked].sum())
    gone = np.zeros(int(options.candidate.max(initial=-1)) + 1, dtype=bool)
    gone[options.candidate[picked]] = True
    bare = room.open.copy()
    bare[options.customer[picked]] = False
    fits = ~gone[options.candidate] & (options.minutes <= minutes[options.week] + DUST)
    hopeful = np.flatnonzero(fits & (options.cost <= money + DUST))
    whole = room.minutes.max(initial=1.0) or 1.0
    density = options.value[hopeful] / (options.minutes[hopeful] / whole + options.cost[hopeful])
    by_density = hopeful[np.lexsort((hopeful, -density))].tolist()
    added: list[int] = []
    smallest = float(options.minutes[hopeful].min(initial=np.inf))
    for first in (True, False):
        for option in by_density:
            if smallest > minutes.max() + DUST:
                break
            week, candidate = options.week[option], options.candidate[option]
            need, price = options.minutes[option], options.cost[option]
            if gone[candidate] or need > minutes[week] + DUST or price > money + DUST:
                continue
            if first and not bare[options.customer[option]]:
                continue
            gone[candidate], bare[options.customer[option]] = True, False
            minutes[week] -= need
            money -= price
            added.append(option)
    return np.sort(np.concatenate([picked, np.array(added, dtype=np.int64)]))
