"""Judged pairs as they are told and kept: each with its evidence in sentences and in bits."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias, overload

from smbcrm.core.matcher.reading.codes import Array
from smbcrm.core.matcher.telling.evidence_text import evidence_texts
from smbcrm.core.matcher.telling.evidence_words import read_evidence, telling
from smbcrm.core.matcher.weighing.judged import Judged
from smbcrm.core.say import Say

_TOLD_AT_ONCE = 10_000

# A pair as it is kept: positions, verdict, confidence, evidence as JSON.
Stored: TypeAlias = tuple[int, int, str, float, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One thing that speaks for (positive weight, in bits) or against two rows being one customer."""

    what: Say
    weight: float
    field: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two rows judged; `a` and `b` are positions, the older first, and the evidence is strongest first."""

    a: int
    b: int
    verdict: str  # "same", "review" or "different"
    confidence: float
    evidence: tuple[Evidence, ...]


class JudgedPairs(Sequence[Pair]):
    """Pairs kept as arrays; each is told in sentences when it is asked for."""

    def __init__(self, a: Array, b: Array, *, same: Array, judged: Judged) -> None:
        self._a, self._b, self._same, self._judged = a, b, same, judged

    def __len__(self) -> int:
        return len(self._a)

    def __iter__(self) -> Iterator[Pair]:
        return map(_told, self.stored())

    @overload
    def __getitem__(self, place: int) -> Pair: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Pair]: ...
    def __getitem__(self, place: int | slice) -> Pair | Sequence[Pair]:
        if isinstance(place, slice):
            return list(self)[place]
        if not -len(self) <= place < len(self):
            raise IndexError(place)
        return _told(next(self.stored(place % len(self))))

    def places(self) -> Iterator[tuple[int, int]]:
        """Give the positions of each pair."""
        return zip(self._a.tolist(), self._b.tolist())

    def stored(self, first: int = 0) -> Iterator[Stored]:
        """Give each pair as it is kept: positions, verdict, confidence, and its evidence as JSON (see `read_evidence`)."""
        for start in range(first, len(self), _TOLD_AT_ONCE):
            here = slice(start, start + _TOLD_AT_ONCE)
            weights, confidence = _weights_told(self._judged.take(here))
            yield from zip(
                self._a[here].tolist(), self._b[here].tolist(),
                ["same" if same else "review" for same in self._same[here].tolist()],
                confidence.tolist(), evidence_texts(self._judged.levels[:, here], weights),
            )  # fmt: skip


def _weights_told(judged: Judged) -> tuple[Array, Array]:
    """Give the weights as they are told, two digits behind the point, and the confidence that they add up to."""
    import numpy as np

    said = np.take_along_axis(telling(), judged.levels.astype(np.intp), axis=1)
    weights = np.where(said, np.round(judged.weights.astype(np.float64), 2), 0.0)
    return weights, np.round(1 / (1 + 2.0 ** -weights.sum(axis=0)), 4)


def _told(stored: Stored) -> Pair:
    a, b, verdict, confidence, text = stored
    evidence = [
        Evidence(what=what, weight=bits, field=field) for field, what, bits in read_evidence(json.loads(text))
    ]
    return Pair(a=a, b=b, verdict=verdict, confidence=confidence, evidence=tuple(evidence))
