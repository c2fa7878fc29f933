"""What asking for a fact is worth: how far the score could move, and whom it is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import isnan

from smbcrm.core.scores.score_facts import Facts, Frame
from smbcrm.core.scores.score_model import PARTS

SPREAD = 0.29
"""How far a part of which nothing is known lies from the middle as a rule: the standard deviation of a number spread evenly from 0 to 1."""
BOUGHT = ("spend", "frequency", "recency")
"""The parts that purchases tell."""
REACH = 3.0
"""What a way to reach somebody is worth beside points of score: without one, nothing planned can be done."""
NEED = 0.5
"""What the other side of the matrix is worth: it decides what to do, and moves no score."""
BIRTHDAY = 0.2
"""What a birthday is worth: an occasion for one contact a year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A fact that is not known, and what knowing it is worth, in points of the score it could move."""

    fact: str
    worth: float


def score_gaps(facts: Facts, frame: Frame) -> Iterator[Gap]:
    """Give the parts of the score that are unknown, each with how far it could move the score.

    One purchase with its day and amount tells spend, frequency and recency at once: where nothing is known of the three, they are
    one fact.
    """
    missing = {
        part: weight
        for part, weight, value in zip(PARTS, frame.weights, facts.values, strict=True)
        if weight and isnan(value)
    }
    known = sum(frame.weights) - sum(missing.values())
    bought = [part for part in BOUGHT if part in missing]
    if len(bought) == len([part for part in BOUGHT if frame.weights[PARTS.index(part)]]):
        missing["purchases"] = sum(missing.pop(part) for part in bought)
    elif facts.purchases == 0:
        missing.pop("recency", None)  # there is no first purchase yet to count from
    for fact, weight in missing.items():
        if weight:
            yield Gap(fact=fact, worth=round(9 * weight * SPREAD / (known + frame.k + weight), 2))


def other_gaps(has: Mapping[str, bool]) -> Iterator[Gap]:
    """Give the other facts that are missing: a way to reach the customer, the other side of the matrix, a birthday."""
    for fact, worth in (("reach", REACH), ("need", NEED), ("birthday", BIRTHDAY)):
        if not has[fact]:
            yield Gap(fact=fact, worth=worth)
