"""Who buys the most, or the most often, or bought last."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from smbcrm.core.say import say
from smbcrm.errors import UsageError
from smbcrm.usecases.ports import Store

BY = {"spend": "spend DESC", "count": "purchases DESC", "recency": "last_purchase DESC"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Best:
    """A customer at his place; `running` is the share of all spending of him and everybody before him (only by spend)."""

    rank: int
    id: str
    name: str
    tier: str | None
    score: float | None
    spend: float | None
    purchases: int | None
    last_purchase: str | None
    running: float | None


def report_top(
    store: Store, *, by: str = "spend", since: datetime.date | None = None, until: datetime.date | None = None
) -> Iterator[Best]:
    """Give the customers who bought, the first one first; with days, only by what was bought from then to then.

    Equal ones are told apart by what they spent, then by who came to the list first. Raises UsageError for what is nothing to sort by.
    """
    if by not in BY:
        raise UsageError(
            say("{by} is nothing to sort by", by=by), say("choose one of: {names}", names=", ".join(BY))
        )
    return _best(store, by, since=since, until=until)


def _best(
    store: Store, by: str, *, since: datetime.date | None, until: datetime.date | None
) -> Iterator[Best]:
    source, given = "SELECT * FROM customer", []
    if since is not None or until is not None:
        source = _BETWEEN
        given = [(since or datetime.date.min).isoformat(), (until or datetime.date.max).isoformat()]
    ((whole,),) = store.read(f"SELECT sum(max(spend, 0)) FROM ({_BOUGHT.format(source)})", given)
    rows = store.read(
        f"SELECT b.id, b.name, t.tier, coalesce(b.own_score, s.suggested), b.spend, b.purchases, b.last_purchase "
        f"FROM ({_BOUGHT.format(source)}) b LEFT JOIN score s ON s.id = b.id LEFT JOIN tier t ON t.id = b.id "
        f"WHERE b.{BY[by].split()[0]} IS NOT NULL ORDER BY b.{BY[by]}, b.spend DESC, b.id",
        given,
    )
    running = 0.0
    for rank, (number, name, tier, score, spend, purchases, last) in enumerate(rows, start=1):
        running += max(spend or 0.0, 0.0)
        yield Best(
            rank=rank,
            id=f"C{number}",
            name=name,
            tier=tier,
            score=score,
            spend=spend,
            purchases=purchases,
            last_purchase=last,
            running=running / whole if by == "spend" and whole else None,
        )


_BOUGHT = (
    "SELECT id, CASE WHEN name <> '' THEN name ELSE company END AS name, own_score, spend, purchases, last_purchase "
    "FROM ({}) WHERE archived = 0 AND (spend IS NOT NULL OR purchases IS NOT NULL OR last_purchase IS NOT NULL)"
)
# Several lines of one bill are one purchase; what was taken back is none, and lowers the spending.
_BETWEEN = """
SELECT c.id, c.name, c.company, c.own_score, c.archived, sum(p.amount) AS spend,
       count(DISTINCT CASE WHEN p.amount < 0 THEN NULL WHEN p.order_id <> '' THEN p.order_id || ' ' || p.date ELSE p.id END) AS purchases,
       max(CASE WHEN p.amount < 0 THEN NULL ELSE p.date END) AS last_purchase
FROM purchase p JOIN source_row r ON r.id = p.row_id JOIN customer c ON c.id = r.customer_id
WHERE p.date BETWEEN ? AND ? GROUP BY c.id
"""
