"""How many customers are new, active, slipping or lost, and who."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from smbcrm.core.say import say
from smbcrm.core.scores.lifecycle import STATES
from smbcrm.errors import UsageError
from smbcrm.usecases.ports import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One state, how many customers are in it, and what they spent in the last year (None: not known)."""

    state: str
    customers: int
    share: float
    spend: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A customer in his state."""

    id: str
    name: str
    tier: str | None
    state: str
    last_purchase: str | None
    days: int | None  # since the last purchase
    expected: int | None  # days after which the next one was expected


def lifecycle_stages(
    store: Store, *, today: datetime.date, state: str = ""
) -> tuple[list[Stage], list[Member]]:
    """Count the customers of each state, and list those of one, the best first; without one, those of none."""
    import numpy as np

    from smbcrm.usecases.dealings.buying_habits import read_habits

    habits = read_habits(store, today=today)
    total = len(habits.ids)
    stages = []
    for at, name in enumerate(STATES):
        inside = habits.state == at
        lately = habits.spend_lately[inside]
        known = lately[~np.isnan(lately)]
        stages.append(
            Stage(
                state=name,
                customers=int(inside.sum()),
                share=float(inside.sum()) / total if total else 0.0,
                spend=round(float(known.sum()), 2) if len(known) else None,
            )
        )
    if not state:
        return stages, []
    place = {habits.ids[at]: at for at in np.flatnonzero(habits.state == STATES.index(state)).tolist()}
    return stages, list(_members(store, place, habits.since_last.tolist(), habits.expected.tolist(), state))


def _members(
    store: Store, place: dict[int, int], since: Sequence[float], expected: Sequence[float], state: str
) -> list[Member]:
    rows = store.read(
        "SELECT c.id, CASE WHEN c.name <> '' THEN c.name ELSE c.company END, t.tier, c.last_purchase FROM customer c "
        "LEFT JOIN tier t ON t.id = c.id WHERE c.id IN (SELECT value FROM json_each(?)) ORDER BY t.rank IS NULL, t.rank, c.id",
        [sorted(place)],
    )
    return [
        Member(
            id=f"C{number}",
            name=name,
            tier=tier,
            state=state,
            last_purchase=last,
            days=None if since[place[number]] != since[place[number]] else int(since[place[number]]),
            expected=round(expected[place[number]]) if since[place[number]] == since[place[number]] else None,
        )
        for number, name, tier, last in rows
    ]


def state_named(text: str) -> str:
    """Read a state as typed (`won-back` is `won back`); raises UsageError for one there is not."""
    state = text.strip().lower().replace("-", " ").replace("_", " ")
    if state and state not in STATES:
        raise UsageError(
            say("there is no state {state}", state=text),
            say("choose one of: {names}", names=", ".join(STATES)),
        )
    return state
