"""How two values may agree: the levels that evidence is told in."""

from __future__ import annotations

from collections.abc import Sequence

from smbcrm.core.matcher.reading.codes import Array

NONE, SAME, VARIANT, NEAR, INITIAL, CONFLICT, PARTIAL, SHARED, SWAPPED, WEAK = range(10)
LEVELS = 10


def is_one_of(level: Array, levels: Sequence[int]) -> Array:
    """Tell where a level is one of a few: each is compared by itself, which takes a tenth of what `numpy.isin` does."""
    found = level == levels[0]
    for other in levels[1:]:
        found |= level == other
    return found
