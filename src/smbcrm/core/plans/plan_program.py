"""A plan as a programme of 0 and 1: one unknown for every contact in every week it could be made in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from smbcrm.core.plans.plan_room import Options, Room
from smbcrm.core.plans.plan_solver import Program, Solved, solve

if TYPE_CHECKING:
    from smbcrm.core.plans.plan_model import Floats, Ints


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A solution over some options: how much of each is taken, and what the room is worth."""

    x: Floats
    bound: float
    week_price: Floats
    money_price: Floats  # by period
    cap_price: Floats  # by option in use: what its place among the customer's contacts is worth
    cover_price: float
    missing: float  # shielded customers short of the need


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
            money_price=np.zeros(len(room.money)),
            cap_price=np.zeros(len(used)),
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
    Limits: one week per candidate, minutes of each week, money of each period, "something" only with an option, the need, and how
    often a customer may be met, where his contacts in use could be more.
    """

    options: int
    open: int
    candidates: int
    weeks: int
    periods: int
    candidate_row: Ints
    open_row: Ints  # by option, -1 where its customer is not open
    cap_option: Ints  # which option counts in which limit on meetings
    cap_row: Ints
    cap_high: Floats

    @classmethod
    def of(cls, options: Options, used: Ints, room: Room) -> _Layout:
        import numpy as np

        rows, candidate_row = np.unique(options.candidate[used], return_inverse=True)
        customer = options.customer[used]
        opened, open_row = np.unique(customer[room.open[customer]], return_inverse=True)
        by_option = np.full(len(used), -1, dtype=np.int64)
        by_option[room.open[customer]] = open_row
        cap_option, cap_row, cap_high = _caps(options, used, room)
        return cls(
            options=len(used),
            open=len(opened),
            candidates=len(rows),
            weeks=len(room.minutes),
            periods=len(room.money),
            candidate_row=candidate_row,
            open_row=by_option,
            cap_option=cap_option,
            cap_row=cap_row,
            cap_high=cap_high,
        )

    @property
    def money_row(self) -> int:
        return self.candidates + self.weeks

    @property
    def link_row(self) -> int:
        return self.money_row + self.periods

    @property
    def need_row(self) -> int:
        return self.link_row + self.open


def _caps(options: Options, used: Ints, room: Room) -> tuple[Ints, Ints, Floats]:
    """Give the limits on meetings that could be broken by the options in use."""
    import numpy as np

    if room.windows is None:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64), np.zeros(0)
    at, window = room.windows.entries(options.customer[used], options.week[used])
    left = room.left.reshape(-1)
    narrow = np.bincount(window, minlength=len(left)) > left
    at, window = at[narrow[window]], window[narrow[window]]
    rows, row = np.unique(window, return_inverse=True)
    return at, row, np.maximum(left[rows], 0).astype(np.float64)


def _program(
    options: Options, used: Ints, room: Room, *, layout: _Layout, whole: bool, penalty: float
) -> Program:
    import numpy as np

    n, opened = layout.options, layout.open
    at, ones, something = np.arange(n), np.ones(n), n + np.arange(opened)
    linked, link_rows = layout.open_row >= 0, layout.link_row + np.arange(opened)
    missing = np.array([n + opened])
    rows = (
        (layout.candidate_row, at, ones),
        (layout.candidates + options.week[used], at, options.minutes[used]),
        (layout.money_row + options.period[used], at, options.cost[used]),
        (layout.link_row + layout.open_row[linked], at[linked], ones[linked]),
        (link_rows, something, -np.ones(opened)),
        (np.full(opened, layout.need_row), something, np.ones(opened)),
        (np.array([layout.need_row]), missing, np.ones(1)),
        (layout.need_row + 1 + layout.cap_row, layout.cap_option, np.ones(len(layout.cap_row))),
    )
    meetings = len(layout.cap_high)
    return Program(
        worth=np.concatenate([options.value[used], np.zeros(opened), [-penalty]]),
        upper=np.concatenate([ones, np.ones(opened), [float(max(room.need, 0))]]),
        whole=np.concatenate([np.full(n, whole), np.zeros(opened + 1, dtype=bool)]),
        row=np.concatenate([row for row, _, _ in rows]),
        column=np.concatenate([column for _, column, _ in rows]),
        entry=np.concatenate([entry for _, _, entry in rows]),
        low=np.concatenate(
            [
                np.full(layout.link_row, -np.inf),
                np.zeros(opened),
                [float(room.need)],
                np.full(meetings, -np.inf),
            ]
        ),
        high=np.concatenate(
            [
                np.ones(layout.candidates),
                np.maximum(room.minutes, 0),
                np.maximum(room.money, 0.0),
                np.full(opened + 1, np.inf),
                layout.cap_high,
            ]
        ),
    )


def _read(solved: Solved, layout: _Layout, penalty: float) -> Taken:
    import numpy as np

    missing = float(solved.x[-1])
    cap_price = np.zeros(layout.options)
    np.add.at(cap_price, layout.cap_option, solved.price[layout.need_row + 1 + layout.cap_row])
    return Taken(
        x=solved.x[: layout.options],
        bound=solved.bound + penalty * missing,
        week_price=solved.price[layout.candidates : layout.money_row],
        money_price=solved.price[layout.money_row : layout.link_row],
        cap_price=cap_price,
        cover_price=float(solved.price[layout.need_row]),
        missing=missing,
    )
