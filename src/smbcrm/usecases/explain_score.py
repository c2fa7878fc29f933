"""The lines a customer's score is made of, as they were when it was computed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from smbcrm.core.say import Say, from_data, say
from smbcrm.core.scores.score_account import lines
from smbcrm.core.scores.score_facts import Facts, Frame, frame_from, unpack
from smbcrm.core.scores.score_model import Part
from smbcrm.errors import NotFoundError
from smbcrm.usecases.ports import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """A customer, his score (None: unknown, with the reason), the parts that add up to it, and what they were made from."""

    id: str
    name: str
    score: float | None
    coverage: float
    reason: Say | None
    parts: Sequence[Part]
    facts: Facts
    frame: Frame


def read_frame(store: Store) -> Frame | None:
    """Give what the scores in force have in common; None while nothing was scored."""
    for (text,) in store.read("SELECT frame FROM scoring"):
        return frame_from(json.loads(text))
    return None


def explain_score(store: Store, customer: int) -> Explained:
    """Give the parts of a customer's score.

    Raises NotFoundError when the customer was not scored yet.
    """
    found = store.read(
        "SELECT c.name, s.suggested, s.score, c.own_score, s.coverage, s.reason, s.facts FROM customer c "
        "JOIN score s ON s.id = c.id WHERE c.id = ?",
        [customer],
    )
    frame = read_frame(store)
    for name, suggested, score, own, coverage, reason, packed in found:
        if packed is None or frame is None:
            break
        facts = unpack(packed)
        return Explained(
            id=f"C{customer}",
            name=name,
            score=own if own is not None else suggested if score is not None else None,
            coverage=coverage,
            reason=from_data(json.loads(reason)) if reason and own is None else None,
            parts=lines(facts, frame, id=customer, shown=suggested, own=own),
            facts=facts,
            frame=frame,
        )
    raise NotFoundError(
        say("{id} has not been scored yet", id=f"C{customer}"), say("`smbcrm score` scores everybody")
    )
