"""Put every customer into the cell where his value to the shop meets the shop's value to him."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import isnan
from statistics import median

from smbcrm.core.say import say
from smbcrm.core.scores.matrix import CELLS, ENOUGH, cell, value_received
from smbcrm.core.scores.score_facts import unpack
from smbcrm.errors import UsageError
from smbcrm.usecases.ports import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A customer in his cell; `value` is what he gets from the shop, 0 to 10, `minutes` the time spent on him in the last year."""

    id: str
    name: str
    tier: str | None
    score: float | None
    value: float | None
    minutes: float | None
    cell: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """All customers, the best first, and where the cells are parted."""

    placed: Sequence[Placed]
    middle: float
    enough: float


def value_matrix(
    store: Store,
    *,
    today: datetime.date,
    tiers: Sequence[str] = (),
    middle: float | None = None,
    enough: float = ENOUGH,
) -> Matrix:
    """Place the customers; without `middle`, the middle score of the list parts the upper cells from the lower."""
    rows = list(store.read(_CUSTOMERS))
    scores = [row[3] for row in rows if row[3] is not None]
    parted = median(scores) if middle is None and scores else middle if middle is not None else 5.5
    year_ago = (today - datetime.timedelta(days=365)).isoformat()
    minutes = dict(store.read(_MINUTES, [year_ago]))
    placed = []
    for number, name, tier, score, need, packed in rows:
        if tiers and tier not in tiers:
            continue
        rated = unpack(packed).satisfaction_value if packed is not None else float("nan")
        value = value_received(None if isnan(rated) else rated, _share(need))
        placed.append(
            Placed(
                id=f"C{number}",
                name=name,
                tier=tier,
                score=score,
                value=value,
                minutes=minutes.get(number),
                cell=cell(score, value, middle=parted, enough=enough),
            )
        )
    return Matrix(placed=placed, middle=parted, enough=enough)


def _share(percent: object) -> float | None:
    return min(max(float(percent), 0.0), 100.0) / 100 if isinstance(percent, int | float) else None


_CUSTOMERS = """
SELECT c.id, CASE WHEN c.name <> '' THEN c.name ELSE c.company END, t.tier, coalesce(c.own_score, s.suggested),
       json_extract(c.fields, '$.share_of_need'), s.facts
FROM customer c LEFT JOIN score s ON s.id = c.id LEFT JOIN tier t ON t.id = c.id WHERE c.archived = 0
ORDER BY t.rank IS NULL, t.rank, c.id
"""
_MINUTES = """
SELECT r.customer_id, sum(i.minutes) FROM interaction i JOIN source_row r ON r.id = i.row_id
WHERE i.date >= ? AND i.minutes IS NOT NULL AND r.customer_id IS NOT NULL GROUP BY r.customer_id
"""


def only_cell(matrix: Matrix, cell: str, *, limit: int | None) -> Matrix:
    """Give the matrix with the customers of one cell only (empty: of all), and at most so many; raises UsageError for no cell."""
    if cell and cell not in CELLS:
        raise UsageError(
            say("there is no cell {cell}", cell=cell), say("choose one of: {names}", names=", ".join(CELLS))
        )
    kept = [p for p in matrix.placed if not cell or p.cell == cell]
    return replace(matrix, placed=kept[:limit])
