"""The lines of one customer's score, which add up to the score shown to the last hundredth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import floor, isnan

from smbcrm.core.say import Say, say
from smbcrm.core.scores.score_facts import Facts, Frame
from smbcrm.core.scores.score_model import PARTS, Part
from smbcrm.core.scores.score_words import WHY, plain


def lines(facts: Facts, frame: Frame, *, id: int, shown: float | None, own: float | None) -> tuple[Part, ...]:
    """Give every line of one customer's score; the points add up to the score shown.

    `shown` is the suggestion with one decimal, `own` the owner's score, which counts instead.
    """
    parts = _parts(facts, frame, id)
    if own is not None and isnan(own):
        own = None
    if shown is None:
        silent = [replace(part, points=None) for part in parts]
        return (*silent, _own_line(own, round(100 * own))) if own is not None else tuple(silent)
    told = _suggestion(parts, facts, frame)
    missing = round(100 * shown) - sum(round(100 * (line.points or 0)) for line in told)
    if missing:
        told.append(_line("rounding", missing, say("rounded to one decimal: {score}", score=plain(shown))))
    if own is not None:
        told.append(_own_line(own, round(100 * own) - round(100 * shown)))
    return tuple(told)


def _suggestion(parts: Sequence[Part], facts: Facts, frame: Frame) -> list[Part]:
    """Give the lines up to the unrounded suggestion, in hundredths that add up to it."""
    whole = frame.k + sum(part.weight for part in parts if part.known)
    told = [_line("base", 100, Say("every score starts at 1")), *parts, _shrinkage(frame)]
    points = [1.0, *(9 * part.weight * (part.value or 0) / whole for part in parts)]
    points.append(9 * frame.k * frame.median / whole)
    if frame.rated:
        why = say("carried over to the scale of your {rated} own {rated:score|scores}", rated=frame.rated)
        told.append(_line("own_scale", 0, why))
        points.append(facts.suggested - facts.unmapped)
    shares = _in_hundredths(points, round(100 * facts.suggested))
    return [
        replace(line, points=share / 100 if line.known else None)
        for line, share in zip(told, shares, strict=True)
    ]


def _parts(facts: Facts, frame: Frame, id: int) -> list[Part]:
    parts = []
    for name, weight, value in zip(PARTS, frame.weights, facts.values, strict=True):
        if weight:
            known = not isnan(value)
            number, why = value if known else None, WHY[name](facts, frame, id)
            parts.append(Part(part=name, value=number, weight=weight, points=None, known=known, why=why))
    return parts


def _shrinkage(frame: Frame) -> Part:
    why = say(
        "the middle of your list counts as {k} more weight, so that one fact alone decides little",
        k=plain(frame.k),
    )
    return Part(part="shrinkage", value=frame.median, weight=frame.k, points=0.0, known=True, why=why)


def _line(part: str, hundredths: int, why: Say) -> Part:
    return Part(part=part, value=None, weight=0.0, points=hundredths / 100, known=True, why=why)


def _own_line(own: float, hundredths: int) -> Part:
    return _line("own", hundredths, say("your own score: {score}", score=plain(own)))


def _in_hundredths(points: Sequence[float], total: int) -> list[int]:
    """Cut numbers to whole hundredths that add up to the total; the largest remainders are rounded up first.

    >>> _in_hundredths([1.0, 0.336, 0.337, 0.328], 200)
    [100, 33, 34, 33]
    >>> _in_hundredths([1.0, 2.504, -0.502], 300)
    [100, 250, -50]
    """
    shares = [floor(100 * number + 1e-9) for number in points]
    by_remainder = sorted(range(len(points)), key=lambda at: (shares[at] - 100 * points[at], at))
    missing = total - sum(shares)
    for step in range(abs(missing)):
        shares[by_remainder[step % len(points)]] += 1 if missing > 0 else -1
    return shares
