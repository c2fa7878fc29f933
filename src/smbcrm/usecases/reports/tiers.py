"""What each tier brings and gets: customers, spending, contacts, and how many of them are active."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from smbcrm.core.intervals import Rate, share
from smbcrm.core.scores.lifecycle import STATES
from smbcrm.usecases.ports import Store

ACTIVE = ("new", "active", "won back")


@dataclass(frozen=True, slots=True, kw_only=True)
class TierReport:
    """One tier."""

    tier: str
    customers: int
    score: float | None  # the mean
    spend: float | None  # in the last year
    share: float | None  # of the spending of all tiers
    contacts: int  # in the last year
    contacted: Rate  # customers spoken to in the last year
    active: Rate  # of those who ever bought


def report_tiers(store: Store, *, today: datetime.date) -> Sequence[TierReport]:
    """Give the tiers side by side."""
    import numpy as np

    from smbcrm.usecases.dealings.buying_habits import read_habits

    habits = read_habits(store, today=today)
    rows = {
        number: (tier, score)
        for number, tier, score in store.read(
            "SELECT t.id, t.tier, coalesce(c.own_score, s.suggested) FROM tier t JOIN customer c ON c.id = t.id "
            "LEFT JOIN score s ON s.id = t.id"
        )
    }
    year_ago = (today - datetime.timedelta(days=365)).isoformat()
    contacts = dict(
        store.read(
            "SELECT r.customer_id, count(*) FROM interaction i JOIN source_row r ON r.id = i.row_id "
            "WHERE i.date >= ? AND i.date <= ? AND i.kind <> 'missed call' AND r.customer_id IS NOT NULL GROUP BY r.customer_id",
            [year_ago, today.isoformat()],
        )
    )
    lately = np.nan_to_num(habits.spend_lately)
    known = ~np.isnan(habits.spend_lately)
    places = {number: at for at, number in enumerate(habits.ids)}
    whole = float(lately.sum())
    states = [STATES.index(state) for state in ACTIVE]
    found = []
    for tier in ("A", "B", "C", "D"):
        members = [number for number, (level, _) in rows.items() if level == tier and number in places]
        at = np.array([places[number] for number in members], dtype=int)
        scores = [rows[number][1] for number in members if rows[number][1] is not None]
        spoken = [contacts[number] for number in members if number in contacts]
        spend = float(lately[at].sum()) if len(at) and known[at].any() else None
        found.append(
            TierReport(
                tier=tier,
                customers=len(members),
                score=round(sum(scores) / len(scores), 2) if scores else None,
                spend=None if spend is None else round(spend, 2),
                share=spend / whole if spend is not None and whole > 0 else None,
                contacts=sum(spoken),
                contacted=share(len(spoken), len(members)),
                active=share(
                    int(np.isin(habits.state[at], states).sum()), int((habits.purchases[at] > 0).sum())
                ),
            )
        )
    return found
