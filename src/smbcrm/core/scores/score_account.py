"""The lines of one customer's score, which add up to the score shown to the last hundredth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import floor, isnan
from typing import TYPE_CHECKING

from smbcrm.core.say import Say, say
from smbcrm.core.scores.score_model import PARTS, Part, ScorePolicy, Signals
from smbcrm.core.scores.score_parts import Measures
from smbcrm.core.scores.score_words import WHY, plain

if TYPE_CHECKING:
    from smbcrm.core.scores.score_parts import Floats


def rounded(scores: Floats) -> Floats:
    """Give scores with one decimal."""
    import numpy as np

    return np.round(scores, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What the lines of a customer are worked out from, when somebody asks."""

    signals: Signals
    policy: ScorePolicy
    measures: Measures
    weights: Sequence[float]
    median: float
    unmapped: Floats  # the suggestions before they were carried over to the owner's scale
    suggested: Floats
    rated: int  # how many own scores that scale rests on; 0 when it was left alone

    def lines(self, i: int) -> tuple[Part, ...]:
        """Give every line of one customer's score; the points add up to the score shown."""
        own = self.signals.own_score[i]
        if own is not None and isnan(own):
            own = None
        if isnan(self.suggested[i]):
            parts = [replace(part, points=None) for part in self._parts(i)]
            return (*parts, _own_line(own, round(100 * own))) if own is not None else tuple(parts)
        lines = self._suggestion(i)
        shown = round(100 * float(rounded(self.suggested[i : i + 1])[0]))
        missing = shown - sum(round(100 * (line.points or 0)) for line in lines)
        if missing:
            why = say("rounded to one decimal: {score}", score=plain(shown / 100))
            lines.append(_line("rounding", missing, why))
        if own is not None:
            lines.append(_own_line(own, round(100 * own) - shown))
        return tuple(lines)

    def _suggestion(self, i: int) -> list[Part]:
        """Give the lines up to the unrounded suggestion, in hundredths that add up to it."""
        parts, k = self._parts(i), self.policy.k
        whole = k + sum(part.weight for part in parts if part.known)
        lines = [_line("base", 100, Say("every score starts at 1")), *parts, self._shrinkage()]
        points = [1.0, *(9 * part.weight * (part.value or 0) / whole for part in parts)]
        points.append(9 * k * self.median / whole)
        if self.rated:
            why = say("carried over to the scale of your {rated} own scores", rated=self.rated)
            lines.append(_line("own_scale", 0, why))
            points.append(float(self.suggested[i] - self.unmapped[i]))
        shares = _in_hundredths(points, round(100 * float(self.suggested[i])))
        return [
            replace(line, points=share / 100 if line.known else None)
            for line, share in zip(lines, shares, strict=True)
        ]

    def _parts(self, i: int) -> list[Part]:
        parts = []
        for name, weight, value in zip(PARTS, self.weights, self.measures.values[i].tolist(), strict=True):
            if weight:
                why = WHY[name](self.signals, self.measures, i)
                known = not isnan(value)
                number = value if known else None
                parts.append(Part(part=name, value=number, weight=weight, points=None, known=known, why=why))
        return parts

    def _shrinkage(self) -> Part:
        why = say(
            "the middle of your list counts as {k} more weight, so that one fact alone decides little",
            k=plain(self.policy.k),
        )
        return Part(
            part="shrinkage", value=self.median, weight=self.policy.k, points=0.0, known=True, why=why
        )


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
