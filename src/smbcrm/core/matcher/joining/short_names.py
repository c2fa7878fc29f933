"""Whom a short name means among people with different names whom it fits as well: Alex beside Alexander and Alexandra."""

from __future__ import annotations

from smbcrm.core.matcher.joining.links import Links, Standing

_CLEARLY = 4.0  # bits by which more must speak for the one than for the other


def without_rivals(links: Links, pairs: Standing) -> Links:
    """Leave out the proved pairs of a group whose short name fits somebody else with another name hardly less.

    Which of them was meant is for a person to say; what is proved more clearly than by the name and a shared line stays.
    """
    import numpy as np

    if not (links.short.any() and pairs.unlike.any()):
        return links
    unlike = pairs.pairs(pairs.unlike)
    fits: dict[int, dict[int, float]] = {}
    for place in np.flatnonzero(links.short).tolist():
        one, two, bits = int(links.one[place]), int(links.two[place]), float(links.bits[place])
        fits.setdefault(one, {})[two] = bits
        fits.setdefault(two, {})[one] = bits
    kept = np.ones(len(links.one), dtype=bool)
    for place in np.flatnonzero(links.short).tolist():
        one, two, bits = int(links.one[place]), int(links.two[place]), float(links.bits[place])
        for row, other in ((one, two), (two, one)):
            if any(
                said > bits - _CLEARLY and ((other, rival) if other < rival else (rival, other)) in unlike
                for rival, said in fits[row].items()
            ):
                kept[place] = False
    return links.take(kept)
