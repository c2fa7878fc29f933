"""Do the customers come back: who bought again, who stayed from one year to the next, who is slipping, and what that is worth."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from smbcrm.core.intervals import share
from smbcrm.core.say import Say, say
from smbcrm.core.scores.lifecycle import STATES
from smbcrm.usecases.ports import Store
from smbcrm.usecases.reports.measures import Measure, rate

if TYPE_CHECKING:
    from smbcrm.usecases.dealings.buying_habits import Habits


def report_retention(store: Store, *, today: datetime.date) -> list[Measure]:
    """Give how many customers come back, with the year before beside it."""
    from smbcrm.usecases.dealings.buying_habits import read_habits

    habits = read_habits(store, today=today)
    year_ago = today - datetime.timedelta(days=365)
    return [
        rate(
            "repeat rate",
            share(int((habits.purchases > 1).sum()), int((habits.purchases > 0).sum())),
            what=say("bought more than once, of all who ever bought"),
            command="smbcrm report top --by count",
        ),
        rate(
            "kept",
            share(*_stayed(store, today)),
            share(*_stayed(store, year_ago)),
            what=say("bought in the last year, of those who bought in the year before"),
            command="smbcrm at-risk",
        ),
        Measure(
            measure="buyers",
            value=float((habits.days_lately > 0).sum()),
            before=_buyers(store, year_ago),
            what=say("customers who bought in the last year"),
            command="smbcrm lifecycle",
        ),
        _those_who_are(habits, "slipping", say("away for more than twice their usual gap")),
        _value_at_risk(habits),
        _those_who_are(habits, "lost", say("away for more than four times their usual gap")),
        _those_who_are(habits, "won back", say("came back within the last year after having been lost")),
    ]


def _those_who_are(habits: Habits, state: str, what: Say) -> Measure:
    """Give how many are in a state of the lifecycle."""
    word = f"'{state}'" if " " in state else state
    count = float((habits.state == STATES.index(state)).sum())
    return Measure(measure=state, value=count, what=what, command=f"smbcrm lifecycle --state {word}")


def _value_at_risk(habits: Habits) -> Measure:
    import numpy as np

    slipping = habits.state == STATES.index("slipping")
    at_stake = np.fmax(habits.spend_lately, habits.spend_before)[slipping]
    known = at_stake[~np.isnan(at_stake)]
    return Measure(
        measure="value at risk",
        value=round(float(known.sum()), 2) if len(known) or not slipping.any() else None,
        what=say("what the slipping ones spent in the better of the last two years"),
        command="smbcrm at-risk --tier A,B",
    )


def _stayed(store: Store, today: datetime.date) -> tuple[int, int]:
    """Give how many bought in the year up to a day, of those who had bought in the year before it."""
    year, two = (today - datetime.timedelta(days=365 * years) for years in (1, 2))
    ((stayed, had),) = store.read(
        "SELECT coalesce(sum(now), 0), count(*) FROM (SELECT max(p.date > ? AND p.date <= ?) AS now, max(p.date > ? AND p.date <= ?) AS was "
        "FROM purchase p JOIN source_row r ON r.id = p.row_id JOIN customer c ON c.id = r.customer_id AND c.archived = 0 "
        "WHERE p.date > ? AND (p.amount IS NULL OR p.amount >= 0) "
        "GROUP BY r.customer_id) WHERE was",
        [
            year.isoformat(),
            today.isoformat(),
            two.isoformat(),
            year.isoformat(),
            two.isoformat(),
        ],
    )
    return int(stayed), int(had)


def _buyers(store: Store, today: datetime.date) -> float:
    ((count,),) = store.read(
        "SELECT count(DISTINCT c.id) FROM purchase p JOIN source_row r ON r.id = p.row_id "
        "JOIN customer c ON c.id = r.customer_id AND c.archived = 0 "
        "WHERE p.date > ? AND p.date <= ? AND (p.amount IS NULL OR p.amount >= 0)",
        [(today - datetime.timedelta(days=365)).isoformat(), today.isoformat()],
    )
    return float(count)
