"""The figures of the summary sheet: tiers, how scores are spread, and what the plan asks of each week."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from smbcrm.usecases.ports import Store

WEEKS = 13
"""So many weeks of a plan have a row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Three small tables. None is what is not known.

    `tiers`: tier, customers, lowest and highest score. `scores`: from, to, customers; the last one counts those without a score.
    `weeks`: first day, minutes planned, minutes there are.
    """

    tiers: tuple[tuple[str, int, float | None, float | None], ...]
    scores: tuple[tuple[int | None, int | None, int], ...]
    weeks: tuple[tuple[str, int, int], ...]


def summary_now(store: Store) -> Summary:
    """Give the summary as the store stands."""
    found = {
        tier: (customers, lowest, highest)
        for tier, customers, lowest, highest in store.read(
            "SELECT tier, count(*), min(score), max(score) FROM list_records WHERE archived = 0 AND tier IS NOT NULL GROUP BY tier"
        )
    }
    counts: dict[int | None, int] = dict(
        store.read(
            "SELECT CASE WHEN score IS NULL THEN NULL ELSE min(9, CAST(score AS INTEGER)) END, count(*) FROM list_records "
            "WHERE archived = 0 GROUP BY 1"
        )
    )
    return Summary(
        tiers=tuple((tier, *found.get(tier, (0, None, None))) for tier in "ABCD"),
        scores=(
            *((low, low + 1, counts.get(low, 0)) for low in range(1, 10)),
            (None, None, counts.get(None, 0)),
        ),
        weeks=tuple(_weeks(store)),
    )


def _weeks(store: Store) -> list[tuple[str, int, int]]:
    for plan, start, weeks, minutes in store.read(
        "SELECT id, start, weeks, minutes FROM plan ORDER BY id DESC LIMIT 1"
    ):
        first = datetime.date.fromisoformat(start)
        used = dict(
            store.read(
                "SELECT CAST((julianday(date) - julianday(?)) / 7 AS INTEGER), sum(minutes) FROM plan_item "
                "WHERE plan_id = ? AND status IN ('open', 'done') GROUP BY 1",
                [start, plan],
            )
        )
        return [
            ((first + datetime.timedelta(weeks=week)).isoformat(), round(used.get(week, 0)), minutes)
            for week in range(min(weeks, WEEKS))
        ]
    return []
