"""The lines a customer's score is made of, as they were when it was computed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from smbcrm.core.say import Say, from_data, say
from smbcrm.core.scoring import Part
from smbcrm.errors import NotFoundError
from smbcrm.usecases.ports import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """A customer, his score (None: unknown, with the reason), and the parts that add up to it."""

    id: str
    name: str
    score: float | None
    reason: Say | None
    parts: Sequence[Part]


def explain_score(store: Store, customer: int) -> Explained:
    """Give the parts of a customer's score.

    Raises NotFoundError when the customer was not scored yet.
    """
    found = list(
        store.read(
            "SELECT c.name, s.score, c.own_score, s.parts, s.reason FROM customer c JOIN score s ON s.id = c.id WHERE c.id = ?",
            [customer],
        )
    )
    if not found:
        raise NotFoundError(
            say("{id} has not been scored yet", id=f"C{customer}"), say("`smbcrm score` scores everybody")
        )
    name, score, own, parts, reason = found[0]
    lines = [
        Part(part=part, value=value, weight=weight, points=points, known=bool(known), why=from_data(why))
        for part, value, weight, points, known, why in json.loads(parts)
    ]
    if own is not None and own != score:  # set after the last scoring
        lines = [line for line in lines if line.part != "own"]
        points = round(own - sum(line.points or 0.0 for line in lines), 2)
        why = say("your own score, {score}, counts instead", score=own)
        lines.append(Part(part="own", value=None, weight=0.0, points=points, known=True, why=why))
        score = own
    return Explained(
        id=f"C{customer}",
        name=name,
        score=score,
        reason=from_data(json.loads(reason)) if reason and score is None else None,
        parts=lines,
    )
