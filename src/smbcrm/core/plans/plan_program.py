"""A plan as a programme of 0 and 1: one unknown for every contact in every week it could be made in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from smbcrm.core.plans.plan_solver import Program, Solved, solve

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from smbcrm.core.plans.plan_model import Candidates, Floats, Ints

    Bools = NDArray[np.bool_]

# Among choices of equal worth the older customers come first: each later candidate counts for a hair less.
HAIR = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The options that could fit at all, sorted by customer and candidate, both numbered without gaps."""

    origin: Ints  # which option of the candidates each one is
    candidate: Ints
    customer: Ints
    week: Ints
    minutes: Floats
    cost: Floats  # as shares of the money, so that a currency with many zeros is as exact as any
    value: Floats
    shielded: Bools  # by customer: gets something before any gets a second

    def __len__(self) -> int:
        return len(self.origin)


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What is left to spend: minutes week by week, the share of the money, and how many shielded customers must get something."""

    minutes: Floats
    money: float
    need: int
    open: Bools  # by customer: shielded and without anything yet


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A solution over some options: how much of each is taken, and what the room is worth."""

    x: Floats
    bound: float
    week_price: Floats
    money_price: float
    cover_price: float
    missing: float  # shielded customers short of the need


def fitting_options(candidates: Candidates, *, minutes_per_week: float, money: float, weeks: int) -> Options:
    """Keep the options that could be taken if they were alone."""
    import numpy as np

    of = candidates.option_candidate
    fits = (
        (candidates.minutes[of] <= minutes_per_week)
        & (candidates.cost[of] <= money)
        & (candidates.option_week < weeks)
        & (candidates.option_week >= 0)
        & (candidates.option_value > 0)
    )
    origin = np.flatnonzero(fits)
    of = of[origin]
    customers, customer = np.unique(candidates.customer[of], return_inverse=True)
    hair = 1 - HAIR * np.arange(len(candidates)) / max(len(candidates), 1)
    return Options(
        origin=origin,
        candidate=np.unique(of, return_inverse=True)[1],
        customer=customer,
        week=candidates.option_week[origin],
        minutes=candidates.minutes[of],
        cost=candidates.cost[of] / money if money > 0 else np.zeros(len(of)),
        value=candidates.option_value[origin] * hair[of],
        shielded=np.isin(customers, candidates.customer[candidates.protected]),
    )


def starts(numbers: Ints) -> Ints:
    """Give where each run of equal numbers begins.

    >>> import numpy as np
    >>> starts(np.array([4, 4, 7])).tolist()
    [0, 2]
    """
    import numpy as np

    if not len(numbers):
        return np.zeros(0, dtype=np.int64)
    return np.flatnonzero(np.concatenate([[True], numbers[1:] != numbers[:-1]]))


def take(options: Options, used: Ints, room: Room, *, whole: bool, near: float = 1e-6) -> Taken:
    """Take what is worth most of the options in use; one week at most for each candidate.

    Falling short of the need costs more than all else could bring, so that it happens only where nothing else fits.
    """
    import numpy as np

    layout = _Layout.of(options, used, room)
    penalty = _penalty(options, used)
    program = _program(options, used, room, layout=layout, whole=whole, penalty=penalty)
    solved = solve(program, near=near)
    if solved is None:
        return Taken(
            x=np.zeros(len(used)),
            bound=float("inf"),
            week_price=np.zeros(len(room.minutes)),
            money_price=0.0,
            cover_price=0.0,
            missing=float(room.need),
        )
    return _read(solved, layout, penalty)


def _penalty(options: Options, used: Ints) -> float:
    """Give more than reaching one customer more can ever cost: all there is, or all that his time and money could buy instead."""
    value, minutes, cost = options.value[used], options.minutes[used], options.cost[used]
    paid = cost[cost > 0]
    instead = minutes.max(initial=1) / minutes.min(initial=minutes.max(initial=1))
    if len(paid):
        instead += paid.max() / paid.min()
    return 1 + min(float(value.sum()), 4 * float(value.max(initial=0)) * (1 + float(instead)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layout:
    """Where the unknowns and the limits of a programme stand.

    Unknowns: the options in use, then "gets something" for each open customer among them, then how many are missing.
    Limits: one week per candidate, minutes of each week, money, "something" only with an option, the need.
    """

    options: int
    open: int
    candidates: int
    weeks: int
    candidate_row: Ints
    open_row: Ints  # by option, -1 where its customer is not open

    @classmethod
    def of(cls, options: Options, used: Ints, room: Room) -> _Layout:
        import numpy as np

        rows, candidate_row = np.unique(options.candidate[used], return_inverse=True)
        customer = options.customer[used]
        opened, open_row = np.unique(customer[room.open[customer]], return_inverse=True)
        by_option = np.full(len(used), -1, dtype=np.int64)
        by_option[room.open[customer]] = open_row
        return cls(
            options=len(used),
            open=len(opened),
            candidates=len(rows),
            weeks=len(room.minutes),
            candidate_row=candidate_row,
            open_row=by_option,
        )

    @property
    def money_row(self) -> int:
        return self.candidates + self.weeks

    @property
    def need_row(self) -> int:
        return self.money_row + 1 + self.open


def _program(
    options: Options, used: Ints, room: Room, *, layout: _Layout, whole: bool, penalty: float
) -> Program:
    import numpy as np

    n, opened = layout.options, layout.open
    at, ones, something = np.arange(n), np.ones(n), n + np.arange(opened)
    linked, link_rows = layout.open_row >= 0, layout.money_row + 1 + np.arange(opened)
    missing = np.array([n + opened])
    rows = (
        (layout.candidate_row, at, ones),
        (layout.candidates + options.week[used], at, options.minutes[used]),
        (np.full(n, layout.money_row), at, options.cost[used]),
        (layout.money_row + 1 + layout.open_row[linked], at[linked], ones[linked]),
        (link_rows, something, -np.ones(opened)),
        (np.full(opened, layout.need_row), something, np.ones(opened)),
        (np.array([layout.need_row]), missing, np.ones(1)),
    )
    return Program(
        worth=np.concatenate([options.value[used], np.zeros(opened), [-penalty]]),
        upper=np.concatenate([ones, np.ones(opened), [float(max(room.need, 0))]]),
        whole=np.concatenate([np.full(n, whole), np.zeros(opened + 1, dtype=bool)]),
        row=np.concatenate([row for row, _, _ in rows]),
        column=np.concatenate([column for _, column, _ in rows]),
        entry=np.concatenate([entry for _, _, entry in rows]),
        low=np.concatenate([np.full(layout.money_row + 1, -np.inf), np.zeros(opened), [float(room.need)]]),
        high=np.concatenate(
            [
                np.ones(layout.candidates),
                np.maximum(room.minutes, 0),
                [max(room.money, 0.0)],
                np.full(opened + 1, np.inf),
            ]
        ),
    )


def _read(solved: Solved, layout: _Layout, penalty: float) -> Taken:
    missing = float(solved.x[-1])
    return Taken(
        x=solved.x[: layout.options],
        bound=solved.bound + penalty * missing,
        week_price=solved.price[layout.candidates : layout.money_row],
        money_price=float(solved.price[layout.money_row]),
        cover_price=float(solved.price[layout.need_row]),
        missing=missing,
    )
