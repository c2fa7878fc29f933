"""Which cells rows fill, and which pairs of rows fill others."""

from __future__ import annotations

from smbcrm.core.matcher.reading.codes import Array
from smbcrm.core.matcher.reading.traits import Traits
from smbcrm.core.matcher.weighing.learnt import Cells

SEVERAL = 2


def filled_otherwise(traits: Traits, a: Array, b: Array, names: tuple[str, ...]) -> Array:
    """Tell which pairs there are of rows of which one fills a cell, in one of these columns, that the other leaves empty."""
    return _otherwise(filled(traits) if names else {}, a, b, names)


def made_up(traits: Traits, a: Array, b: Array, cells: Cells) -> Array:
    """Tell which pairs fill other cells, or both leave most of those empty that nearly every row fills: who made up one such row made up more."""
    import numpy as np

    every = filled(traits)
    empty = np.zeros(len(a), dtype=np.int8)
    for name in cells.due:
        empty += ~every[name][a] & ~every[name][b]
    bare = empty >= max(SEVERAL, len(cells.due) / 2)
    return _otherwise(every, a, b, cells.telling) | bare


def _otherwise(every: dict[str, Array], a: Array, b: Array, names: tuple[str, ...]) -> Array:
    import numpy as np

    found = np.zeros(len(a), dtype=bool)
    for name in names:
        found |= every[name][a] != every[name][b]
    return found


def filled(traits: Traits) -> dict[str, Array]:
    """Tell for each column which rows fill it."""
    found = {
        "phone": traits.phones[:, 0] > 0,
        "email": traits.emails[:, 0] > 0,
        "address": (traits.street.codes > 0) | (traits.house.codes > 0),
        "middle": traits.middle > 0,
    }
    for name in (
        "national_id",
        "birth",
        "postal",
        "city",
        "district",
        "province",
        "company",
        "website",
        "father",
    ):
        found[name] = getattr(traits, name).codes > 0
    found.update({f"other {heading}": column.codes > 0 for heading, column in traits.other.items()})
    return found
