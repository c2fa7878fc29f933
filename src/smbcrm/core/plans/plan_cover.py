"""How many customers the budget can reach at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smbcrm.core.plans.plan_room import Options
from smbcrm.core.plans.plan_solver import Program, solve

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from smbcrm.core.plans.plan_model import Floats, Ints

    Bools = NDArray[np.bool_]


def most_reached(options: Options, *, minutes: Floats, money: Floats, open_: Bools) -> int:
    """Give the largest number of open customers that can each get one contact within the budget.

    Customers who can be reached in the same ways are counted together, so that the programme stays small for any number.
    """
    import numpy as np

    at = np.flatnonzero(open_[options.customer])
    if not len(at):
        return 0
    ways, way = np.unique(
        np.column_stack([options.week[at], options.minutes[at], options.cost[at], options.period[at]]),
        axis=0,
        return_inverse=True,
    )
    groups, sizes = _groups(options.customer[at], way.reshape(-1), len(ways))
    # Where a customer can be reached in one week in two ways, the one that takes more of everything is of no use here.
    pairs = [(g, w) for g, members in enumerate(groups) for w in _cheapest(members, ways)]
    group, chosen = np.array([g for g, _ in pairs]), ways[[w for _, w in pairs]]
    n, places = len(pairs), np.arange(len(pairs))
    program = Program(
        worth=np.ones(n),
        upper=sizes[group].astype(np.float64),
        whole=np.ones(n, dtype=bool),
        row=np.concatenate(
            [
                group,
                len(groups) + chosen[:, 0].astype(np.int64),
                len(groups) + len(minutes) + chosen[:, 3].astype(np.int64),
            ]
        ),
        column=np.concatenate([places] * 3),
        entry=np.concatenate([np.ones(n), chosen[:, 1], chosen[:, 2]]),
        low=np.full(len(groups) + len(minutes) + len(money), -np.inf),
        high=np.concatenate([sizes.astype(np.float64), np.maximum(minutes, 0), np.maximum(money, 0)]),
    )
    solved = solve(program, near=0.99)
    return 0 if solved is None else round(float(np.round(solved.x).sum()))


def _groups(customer: Ints, way: Ints, ways: int) -> tuple[list[Ints], Ints]:
    """Group customers by the set of ways they can be reached in; give each group's ways and its size."""
    import numpy as np

    people, row = np.unique(customer, return_inverse=True)
    can: NDArray[np.bool_] = np.zeros((len(people), ways), dtype=bool)
    can[row, way] = True
    kinds, sizes = np.unique(np.packbits(can, axis=1), axis=0, return_counts=True)
    sets = np.unpackbits(kinds, axis=1, count=ways).astype(bool)
    return [np.flatnonzero(members) for members in sets], sizes


def _cheapest(members: Ints, ways: NDArray[np.float64]) -> list[int]:
    """Keep the ways that no other way of the same week beats in both minutes and cost."""
    kept: list[int] = []
    # The ways are sorted by week, minutes and cost, so a way can only be beaten by one before it.
    for way in members.tolist():
        week, _, cost, _ = ways[way]
        if not any(ways[other][0] == week and ways[other][2] <= cost for other in kept):
            kept.append(way)
    return kept
