"""The customers who may go: a low rating, an open complaint, away for longer than usual, spending less; each with its reasons."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from smbcrm.core.say import Say, say
from smbcrm.core.scores.lifecycle import SLIPPING
from smbcrm.core.values.calendar_days import days_ago
from smbcrm.core.values.touches import DEEDS, MISSED
from smbcrm.usecases.ports import Store

if TYPE_CHECKING:
    from smbcrm.usecases.dealings.buying_habits import Habits

GONE = 8.0
"""Away for more expected gaps than this, somebody is gone and not at risk any more."""
FALLING = 0.6
"""Spending less than this share of the year before is falling."""
LOW = 0.5
"""A newest rating below this share of the best one is low."""
RATED_DAYS = 730
"""A rating older than this says nothing of today."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AtRisk:
    """A customer who may go, why, and what he spent in the better one of the last two years (None: not known)."""

    id: str
    name: str
    tier: str | None
    score: float | None
    at_stake: float | None
    reasons: tuple[Say, ...]
    command: str


def at_risk(store: Store, *, today: datetime.date, tiers: Sequence[str] = ()) -> list[AtRisk]:
    """Give the customers at risk, the best tier first, then those with most at stake."""
    from smbcrm.usecases.dealings.buying_habits import read_habits

    habits = read_habits(store, today=today)
    reasons: dict[int, list[Say]] = defaultdict(list)
    urgent: set[int] = set()
    for found in (_complaints(store), _low_ratings(store, today)):
        for customer, reason in found:
            reasons[customer].append(reason)
            urgent.add(customer)
    for customer, reason in (*_away(habits), *_falling(habits)):
        reasons[customer].append(reason)
    stake = {
        who: max(lately, before)
        for who, lately, before in zip(
            habits.ids, habits.spend_lately.tolist(), habits.spend_before.tolist(), strict=True
        )
        if lately == lately
    }
    rows = store.read(
        "SELECT c.id, CASE WHEN c.name <> '' THEN c.name ELSE c.company END, t.tier, coalesce(c.own_score, s.suggested) "
        "FROM customer c LEFT JOIN score s ON s.id = c.id LEFT JOIN tier t ON t.id = c.id "
        "WHERE c.archived = 0 AND c.id IN (SELECT value FROM json_each(?))",
        [sorted(reasons)],
    )
    risks = [
        AtRisk(
            id=f"C{number}",
            name=name,
            tier=tier,
            score=score,
            at_stake=stake.get(number),
            reasons=tuple(reasons[number]),
            command=f'smbcrm log C{number} call "WHAT WAS SAID"',
        )
        for number, name, tier, score in rows
        if not tiers or tier in tiers
    ]
    return sorted(
        risks,
        key=lambda r: (
            r.tier or "E",
            int(r.id[1:]) not in urgent,
            -(r.at_stake or 0),
            -(r.score or 0),
            int(r.id[1:]),
        ),
    )


def _complaints(store: Store) -> Iterator[tuple[int, Say]]:
    """Give the complaints after which nobody got in touch."""
    for customer, day, text in store.read(_OPEN_COMPLAINTS):
        yield (
            customer,
            (
                say("complained on {date} and was not answered: {text}", date=day, text=text)
                if text
                else say("complained on {date} and was not answered", date=day)
            ),
        )


def _low_ratings(store: Store, today: datetime.date) -> Iterator[tuple[int, Say]]:
    since = (today - datetime.timedelta(days=RATED_DAYS)).isoformat()
    for customer, value, scale, day in store.read(_NEWEST_RATINGS, [since]):
        if value / scale < LOW:
            yield customer, say("rated you {value} of {scale} on {date}", value=value, scale=scale, date=day)


def _away(habits: Habits) -> Iterator[tuple[int, Say]]:
    import numpy as np

    waited = habits.since_last / habits.expected
    for at in np.flatnonzero((waited > SLIPPING) & (waited <= GONE)).tolist():
        yield (
            habits.ids[at],
            say(
                "last bought {ago}, expected every {gap} {gap:day|days}",
                ago=days_ago(int(habits.since_last[at])),
                gap=max(1, round(float(habits.expected[at]))),
            ),
        )


def _falling(habits: Habits) -> Iterator[tuple[int, Say]]:
    import numpy as np

    lately, before = habits.spend_lately, habits.spend_before
    here = habits.since_last / habits.expected <= GONE
    for at in np.flatnonzero((before > 0) & (lately < FALLING * before) & here).tolist():
        yield (
            habits.ids[at],
            say(
                "spent {lately} in the last year, {before} in the year before",
                lately=round(float(lately[at]), 2),
                before=round(float(before[at]), 2),
            ),
        )


# What he says of himself (praise, a mention) is no answer of the shop; a call or a visit is, whoever began it.
_OPEN_COMPLAINTS = f"""
SELECT r.customer_id, i.date, i.text FROM interaction i JOIN source_row r ON r.id = i.row_id
WHERE i.kind = 'complaint' AND r.customer_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM source_row q JOIN interaction a ON a.row_id = q.id
    WHERE q.customer_id = r.customer_id AND a.kind NOT IN {(MISSED, *DEEDS)}
    AND (a.date > i.date OR (a.date = i.date AND a.id > i.id)))
ORDER BY r.customer_id, i.date
"""
_NEWEST_RATINGS = """
SELECT customer, value, scale, date FROM (
    SELECT r.customer_id AS customer, a.value, a.scale, a.date,
           row_number() OVER (PARTITION BY r.customer_id ORDER BY a.date DESC, a.id DESC) AS place
    FROM rating a JOIN source_row r ON r.id = a.row_id WHERE a.value IS NOT NULL AND a.scale > 0 AND r.customer_id IS NOT NULL)
WHERE place = 1 AND date >= ?
"""
