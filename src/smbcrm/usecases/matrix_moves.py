"""Which customers went from one cell of the matrix to another since a day.

Nothing is kept for it: the journal has every score, and every customer, as they were before each change. The state after the last
scoring of a day is what the first change after it found.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from smbcrm.core.say import say
from smbcrm.core.scores.matrix import ENOUGH
from smbcrm.errors import NotFoundError
from smbcrm.usecases.nobody import hint_for
from smbcrm.usecases.ports import Store
from smbcrm.usecases.value_matrix import (
    Known,
    Matrix,
    Placed,
    place_all,
    promises_kept,
    read_known,
    value_matrix,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A customer in his cell, and where he was before."""

    before: Placed
    now: Placed


@dataclass(frozen=True, slots=True, kw_only=True)
class Moves:
    """Who changed the cell, the best first; who stayed, who is new since; and the day of the scores before."""

    moved: Sequence[Moved]
    stayed: int
    new: int
    scored_on: str


def matrix_moves(
    store: Store,
    *,
    since: datetime.date,
    today: datetime.date,
    tiers: Sequence[str] = (),
    middle: float | None = None,
    enough: float = ENOUGH,
) -> Moves:
    """Give who is in another cell now than by the scores in force on a day.

    The cells of then are parted by the middle of then. Raises NotFoundError where no scores are that old.
    """
    now = value_matrix(store, today=today, tiers=tiers, middle=middle, enough=enough)
    scoring, scored_on = _scoring_of(store, since)
    before = place_all(
        _known_after(store, scoring),
        promises=promises_kept(store, today=since),
        minutes={},
        middle=middle,
        enough=enough,
    )
    return _compared(before, now, scored_on)


def _compared(before: Matrix, now: Matrix, scored_on: str) -> Moves:
    was = {one.id: one for one in before.placed}
    known = [(was[one.id], one) for one in now.placed if one.id in was]
    moved = [Moved(before=then, now=one) for then, one in known if then.cell != one.cell]
    return Moves(
        moved=moved, stayed=len(known) - len(moved), new=len(now.placed) - len(known), scored_on=scored_on
    )


def _scoring_of(store: Store, since: datetime.date) -> tuple[int, str]:
    """Give the operation that wrote the scores in force on a day, and the day they were worked out."""
    found = list(
        store.read(
            "SELECT (SELECT max(id) + 1 FROM operation), date FROM scoring WHERE date <= ?",
            [since.isoformat()],
        )
    )
    found = found or [row for row in store.read(_REPLACED, [since.isoformat()]) if row[0] is not None]
    for replaced_by, day in found:
        ((operation,),) = store.read(
            "SELECT max(operation) FROM journal WHERE tbl = 'scoring' AND operation < ?", [replaced_by]
        )
        return int(operation), str(day)
    ((first,),) = store.read(
        "SELECT min(date) FROM (SELECT date FROM scoring UNION ALL SELECT date FROM before_scoring)"
    )
    if first is None:
        raise NotFoundError(
            say("nothing was scored yet"), hint_for(store, say("`smbcrm score` scores everybody"))
        )
    raise NotFoundError(
        say("nothing was scored by {date}", date=since.isoformat()),
        say("the first scores are of {date}: `smbcrm matrix --move --since {date}`", date=first),
    )


def _known_after(store: Store, scoring: int) -> list[Known]:
    """Give what was known of today's customers right after a scoring, of those who were in it."""
    scores = {number: (score, packed) for number, score, packed, _ in store.read(_SCORES, [scoring])}
    owners = {number: rest for number, *rest in store.read(_OWNERS, [scoring])}
    own_now = dict(store.read("SELECT id, own_score FROM customer WHERE archived = 0"))
    suggested_now = dict(store.read("SELECT id, suggested FROM score"))
    fresh = [(first, last) for first, last in store.read(_FRESH, [scoring])]
    found = []
    for one in read_known(store):
        number = one.customer
        if any(first <= number <= last for first, last in fresh) and not _there(store, number, scoring):
            continue
        suggested, packed = scores.get(number, (suggested_now.get(number), one.packed))
        own, need, answer = owners.get(number, (own_now.get(number), one.share_of_need, one.answer))
        score = own if own is not None else suggested
        found.append(replace(one, score=score, share_of_need=need, answer=answer, packed=packed))
    return found


def _there(store: Store, customer: int, scoring: int) -> bool:
    """Tell whether a score that was written anew had been there before: the first line about it took it out."""
    for (action,) in store.read(_FIRST_LINE, [customer, scoring]):
        return bool(action != "insert")
    return True


_REPLACED = """
SELECT max(j.operation), b.date FROM before_scoring b JOIN journal j ON j.id = b.entry WHERE b.date <= ?
"""
# With min(), the other columns are those of the smallest entry: how the row was before the first change.
_SCORES = """
SELECT b.id, b.suggested, b.facts, min(b.entry) FROM before_score b JOIN journal j ON j.id = b.entry WHERE j.operation > ? GROUP BY b.id
"""
_OWNERS = """
SELECT id, own_score, json_extract(fields, '$.share_of_need'), json_extract(fields, '$.value_to_customer') FROM (
    SELECT b.id, b.own_score, b.fields, min(b.entry) FROM before_customer b JOIN journal j ON j.id = b.entry WHERE j.operation > ? GROUP BY b.id)
"""
_FRESH = "SELECT first, last FROM journal WHERE tbl = 'score' AND action = 'insert' AND operation > ?"
_FIRST_LINE = """
SELECT j.action FROM journal j WHERE j.tbl = 'score' AND j.operation > ?2 AND j.first <= ?1 AND j.last >= ?1
AND (j.action = 'insert' OR EXISTS (SELECT 1 FROM before_score b WHERE b.entry = j.id AND b.id = ?1)) ORDER BY j.id LIMIT 1
"""
