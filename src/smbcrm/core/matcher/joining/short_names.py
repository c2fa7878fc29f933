"""Whom a short name means among people with different names whom it fits as well: Alex beside Alexander and Alexandra."""

from __future__ import annotations

from smbcrm.core.matcher.joining.links import Links, Standing, in_order
from smbcrm.core.matcher.reading.codes import Array

_CLEARLY = 4.0  # bits by which more must speak for the one than for the other


def without_rivals(links: Links, pairs: Standing) -> Links:
    """Leave out the proved pairs of a group whose short name fits somebody else with another name hardly less.

    Which of them was meant is for a person to say; what is proved more clearly than by the name and a shared line stays. A first
    name alone, Ali, may mean either of two friends, Ali Rezaei and Ali Karimi.
    """
    kept = ~_fits_two(links, links.short, pairs.pairs(pairs.unlike))
    kept &= ~_fits_two(links, links.bare, pairs.pairs(pairs.friends))
    return links if kept.all() else links.take(kept)


def _fits_two(links: Links, short: Array, rivals: set[tuple[int, int]]) -> Array:
    import numpy as np

    found = np.zeros(len(links.one), dtype=bool)
    if not rivals:
        return found
    places = np.flatnonzero(short).tolist()
    fits: dict[int, dict[int, float]] = {}
    for place in places:
        one, two, bits = int(links.one[place]), int(links.two[place]), float(links.bits[place])
        fits.setdefault(one, {})[two] = bits
        fits.setdefault(two, {})[one] = bits
    for place in places:
        one, two, bits = int(links.one[place]), int(links.two[place]), float(links.bits[place])
        for row, other in ((one, two), (two, one)):
            if any(
                said > bits - _CLEARLY and in_order(other, rival) in rivals
                for rival, said in fits[row].items()
            ):
                found[place] = True
    return found
