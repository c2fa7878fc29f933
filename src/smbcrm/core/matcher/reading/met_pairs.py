"""What was told of pairs of words before: a few thousand words make nearly all pairs of names, which come again in every slice of pairs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from smbcrm.core.matcher.reading.codes import Array

_PLACES_BITS = 20  # a pair has one of so many places; who comes later to a place takes it
_SPREAD = 0x9E3779B97F4A7C15


class MetPairs:
    """Numbers of pairs of words, each asked for once unless another pair took its place since.

    Looking a pair up costs a tenth of sorting the pairs for the distinct ones: of two million pairs of first names in a list of
    100,000 rows 29,000 are distinct.
    """

    __slots__ = ("_levels", "_pairs")

    def __init__(self) -> None:
        self._pairs: Array = None  # made when a pair is first asked for: what holds words may be sent to another process before
        self._levels: Array = None

    def levels(self, one: Array, two: Array, tell: Callable[[Array, Array], Array]) -> Array:
        """Give for each pair of words (by number) what `tell` gives for it, the lower number first."""
        import numpy as np

        if self._pairs is None:
            self._pairs = np.zeros(1 << _PLACES_BITS, dtype=np.int64)
            self._levels = np.zeros(1 << _PLACES_BITS, dtype=np.int8)
        pairs = (np.minimum(one, two).astype(np.int64) << 32) | np.maximum(one, two)
        place = (pairs.view(np.uint64) * np.uint64(_SPREAD)) >> np.uint64(64 - _PLACES_BITS)
        found = self._levels[place]
        new = np.flatnonzero(self._pairs[place] != pairs)
        if len(new):
            distinct, back = np.unique(pairs[new], return_inverse=True)
            told = tell(distinct >> 32, distinct & 0xFFFFFFFF)
            found[new] = told[back]
            at = place[new]
            self._pairs[at], self._levels[at] = pairs[new], found[new]
        return found

    def __reduce__(self) -> tuple[Any, ...]:
        """Send no levels to another process."""
        return MetPairs, ()
