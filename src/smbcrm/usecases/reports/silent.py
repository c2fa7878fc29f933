"""Good customers of whom nothing was heard for a year: neither a contact nor a rating."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from smbcrm.core.values.touches import MISSED
from smbcrm.usecases.ports import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Silent:
    """A customer, the last contact and the last rating (None: never), and what he spent."""

    id: str
    name: str
    tier: str
    score: float | None
    last_contact: str | None
    last_rating: str | None
    last_purchase: str | None
    spend: float | None


def report_silent(
    store: Store, *, today: datetime.date, tiers: Sequence[str] = ("A", "B"), days: int = 365
) -> list[Silent]:
    """Give the silent customers of some tiers, the best first."""
    since = (today - datetime.timedelta(days=days)).isoformat()
    rows = store.read(_SILENT, [list(tiers or ("A", "B", "C", "D")), since, since])
    return [
        Silent(
            id=f"C{number}",
            name=name,
            tier=tier,
            score=score,
            last_contact=contact,
            last_rating=rating,
            last_purchase=purchase,
            spend=spend,
        )
        for number, name, tier, score, contact, rating, purchase, spend in rows
    ]


def anybody_in(store: Store, tiers: Sequence[str]) -> bool:
    """Tell whether there is a customer in one of some tiers (none: of all), so that who is silent can be told."""
    wanted = list(tiers or ("A", "B", "C", "D"))
    ((found,),) = store.read(
        "SELECT EXISTS (SELECT 1 FROM tier WHERE tier IN (SELECT value FROM json_each(?)))", [wanted]
    )
    return bool(found)


_SILENT = f"""
WITH rated AS (SELECT r.customer_id AS id, max(a.date) AS day FROM rating a JOIN source_row r ON r.id = a.row_id GROUP BY r.customer_id),
spoke AS (SELECT r.customer_id AS id, max(i.date) AS day FROM interaction i JOIN source_row r ON r.id = i.row_id
          WHERE i.kind <> '{MISSED}' GROUP BY r.customer_id)
SELECT c.id, CASE WHEN c.name <> '' THEN c.name ELSE c.company END, t.tier, coalesce(c.own_score, s.suggested),
       coalesce(spoke.day, c.last_interaction), rated.day, c.last_purchase, c.spend
FROM tier t JOIN customer c ON c.id = t.id LEFT JOIN score s ON s.id = c.id
     LEFT JOIN rated ON rated.id = c.id LEFT JOIN spoke ON spoke.id = c.id
WHERE c.archived = 0 AND t.tier IN (SELECT value FROM json_each(?))
  AND coalesce(max(coalesce(spoke.day, ''), coalesce(c.last_interaction, '')), '') < ? AND coalesce(rated.day, '') < ?
ORDER BY t.rank
"""
