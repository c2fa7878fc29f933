"""Put every customer into the cell where his value to the shop meets the shop's value to him."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import isnan
from statistics import median

from smbcrm.core.say import Say, say
from smbcrm.core.scores.matrix import ASK, CELLS, ENOUGH, Received, cell, pulled, value_received
from smbcrm.core.scores.score_facts import unpack
from smbcrm.errors import UsageError
from smbcrm.usecases.ports import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of a customer for the matrix: the score in force, what tells what he gets, and the facts of his score."""

    customer: int
    name: str
    tier: str | None
    score: float | None
    share_of_need: object
    answer: object
    packed: bytes | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A customer in his cell; `value` is what he gets from the shop, 0 to 10, `told` what tells it, `minutes` the time of the last year."""

    id: str
    name: str
    tier: str | None
    score: float | None
    value: float | None
    told: tuple[Say, ...]
    minutes: float | None
    cell: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """All customers, the best first, and where the cells are parted; how many there are, and of how many a side is not known."""

    placed: Sequence[Placed]
    middle: float
    enough: float
    customers: int
    asked: int


def value_matrix(
    store: Store,
    *,
    today: datetime.date,
    tiers: Sequence[str] = (),
    middle: float | None = None,
    enough: float = ENOUGH,
) -> Matrix:
    """Place the customers; without `middle`, the middle score of the list parts the upper cells from the lower."""
    people = read_known(store)
    year_ago = (today - datetime.timedelta(days=365)).isoformat()
    matrix = place_all(
        people,
        promises=promises_kept(store, today=today),
        minutes=dict(store.read(_MINUTES, [year_ago])),
        middle=middle,
        enough=enough,
    )
    return of_tiers(matrix, tiers)


def place_all(
    people: Sequence[Known],
    *,
    promises: Mapping[int, tuple[int, int]],
    minutes: Mapping[int, float],
    middle: float | None,
    enough: float,
) -> Matrix:
    """Place customers by what is known of them."""
    scores = [one.score for one in people if one.score is not None]
    parted = median(scores) if middle is None and scores else middle if middle is not None else 5.5
    shares = pulled(promises)
    placed = []
    for one in people:
        received = _received(one, promises.get(one.customer), shares.get(one.customer))
        placed.append(
            Placed(
                id=f"C{one.customer}",
                name=one.name,
                tier=one.tier,
                score=one.score,
                value=received.value,
                told=received.told,
                minutes=minutes.get(one.customer),
                cell=cell(one.score, received.value, middle=parted, enough=enough),
            )
        )
    return Matrix(placed=placed, middle=parted, enough=enough, customers=len(placed), asked=_asked(placed))


def of_tiers(matrix: Matrix, tiers: Sequence[str]) -> Matrix:
    """Give the customers of some tiers, all of them where none is named."""
    if not tiers:
        return matrix
    kept = [one for one in matrix.placed if one.tier in tiers]
    return replace(matrix, placed=kept, customers=len(kept), asked=_asked(kept))


def _asked(placed: Sequence[Placed]) -> int:
    return sum(one.cell == ASK for one in placed)


def read_known(store: Store) -> list[Known]:
    """Give what is known of every active customer, the best first."""
    return [
        Known(
            customer=number,
            name=name,
            tier=tier,
            score=score,
            share_of_need=need,
            answer=answer,
            packed=packed,
        )
        for number, name, tier, score, need, answer, packed in store.read(_CUSTOMERS)
    ]


def promises_kept(store: Store, *, today: datetime.date) -> dict[int, tuple[int, int]]:
    """Give how many promises were kept by their day, and how many were due or settled by now, of those who had any."""
    day = today.isoformat()
    return {
        customer: (kept, count)
        for customer, kept, count in store.read(_PROMISES, [day])
        if count and customer is not None
    }


def _received(one: Known, promised: tuple[int, int] | None, kept: float | None) -> Received:
    rated = unpack(one.packed).satisfaction_value if one.packed is not None else float("nan")
    return value_received(
        satisfaction=None if isnan(rated) else rated,
        share_of_need=_up_to(one.share_of_need, 100.0),
        promises=kept,
        promised=promised or (0, 0),
        answer=_up_to(one.answer, 10.0),
    )


def _up_to(number: object, most: float) -> float | None:
    return min(max(float(number), 0.0), most) / most if isinstance(number, int | float) else None


_CUSTOMERS = """
SELECT c.id, CASE WHEN c.name <> '' THEN c.name ELSE c.company END, t.tier, coalesce(c.own_score, s.suggested),
       json_extract(c.fields, '$.share_of_need'), json_extract(c.fields, '$.value_to_customer'), s.facts
FROM customer c LEFT JOIN score s ON s.id = c.id LEFT JOIN tier t ON t.id = c.id WHERE c.archived = 0
ORDER BY t.rank IS NULL, t.rank, c.id
"""
_MINUTES = """
SELECT r.customer_id, sum(i.minutes) FROM interaction i JOIN source_row r ON r.id = i.row_id
WHERE i.date >= ? AND i.minutes IS NOT NULL AND r.customer_id IS NOT NULL GROUP BY r.customer_id
"""
# Kept: done by its day. Broken: its day has passed, or it was skipped.
_PROMISES = """
SELECT customer, sum(kept), sum(kept OR passed) FROM (
    SELECT r.customer_id AS customer, t.status = 'done' AND t.settled <= min(t.date, ?1) AS kept,
           t.date < ?1 OR (t.status = 'skipped' AND t.settled <= ?1) AS passed
    FROM task t JOIN source_row r ON r.id = t.row_id WHERE t.kind = 'promise' AND r.customer_id IS NOT NULL)
GROUP BY customer
"""


def only_cell(matrix: Matrix, cell: str, *, limit: int | None) -> Matrix:
    """Give the matrix with the customers of one cell only (empty: of all), and at most so many; raises UsageError for no cell."""
    if cell and cell not in CELLS:
        raise UsageError(
            say("there is no cell {cell}", cell=cell), say("choose one of: {names}", names=", ".join(CELLS))
        )
    kept = [p for p in matrix.placed if not cell or p.cell == cell]
    return replace(matrix, placed=kept[:limit])
