"""Customers as wholes: the rows of each put together in one, so that what one row leaves out another says.

One row holds a name and a phone, another of the same customer the name and an address; a third, with a name and an address only, is
held against both at once.
"""

from __future__ import annotations

from dataclasses import replace

from smbcrm.core.matcher.reading.codes import Array, Column
from smbcrm.core.matcher.reading.traits import Traits

_OF_THE_NAME = (
    "firm", "given", "surname", "middle", "surname_end", "generation", "addressed", "kin", "full", "bag", "turned", "in_columns", "person", "firm_name", "firm_word_codes", "firm_word_placed", "firm_town", "firm_sound", "firm_forms",
    "source", "code", "own_id", "mix",
)  # fmt: skip
_OF_THE_PLACE = ("house", "street", "street_kind", "unit", "home")
_ALONE = (
    "company", "company_sound", "company_trade", "remark", "national_id", "birth", "city", "district", "province", "postal", "postal_area", "website", "father",
)  # fmt: skip
_SEVERAL = ("phones", "emails")


def with_wholes(traits: Traits, cluster: Array, chosen: Array) -> tuple[Traits, Array]:
    """Add one row for each of the `chosen` customers, made of all of theirs; give the traits and for every customer its row.

    A customer of a single row is that row.
    """
    import numpy as np

    sizes = np.bincount(cluster, minlength=traits.count)
    several = chosen[sizes[chosen] > 1]
    number = np.full(traits.count, -1, dtype=np.int64)
    number[several] = np.arange(len(several))
    rows = np.flatnonzero(number[cluster] >= 0)
    group = number[cluster[rows]]
    named, placed = _fullest_names(traits, rows, group), _fullest_places(traits, rows, group)
    changed: dict[str, object] = {}
    for name in (*_OF_THE_NAME, *_OF_THE_PLACE):
        best = named if name in _OF_THE_NAME else placed
        changed[name] = _longer(getattr(traits, name), _codes(getattr(traits, name))[best])
    for name in _ALONE:
        column = getattr(traits, name)
        changed[name] = _longer(column, _commonest(column.codes[rows], group, len(several))[:, 0])
    for name in _SEVERAL:
        table = getattr(traits, name)
        most = table.shape[1]
        values = _commonest(table[rows].ravel(), np.repeat(group, most), len(several), most=most)
        changed[name] = np.concatenate([table, values])
    changed["other"] = {
        heading: _longer(column, _commonest(column.codes[rows], group, len(several))[:, 0])
        for heading, column in traits.other.items()
    }
    place = np.arange(traits.count)
    place[several] = traits.count + np.arange(len(several))
    return replace(traits, count=traits.count + len(several), **changed), place  # type: ignore[arg-type]


def _codes(column: Array | Column) -> Array:
    return column.codes if isinstance(column, Column) else column


def _longer(column: Array | Column, more: Array) -> Array | Column:
    import numpy as np

    both = np.concatenate([_codes(column), more.astype(_codes(column).dtype)])
    return Column(both, column.values) if isinstance(column, Column) else both


def _commonest(codes: Array, group: Array, groups: int, *, most: int = 1) -> Array:
    """Give for each group its commonest values, up to so many."""
    import numpy as np

    held = codes > 0
    pairs, counts = np.unique((group[held].astype(np.int64) << 32) | codes[held], return_counts=True)
    of, value = pairs >> 32, pairs & 0xFFFFFFFF
    order = np.lexsort((value, -counts, of))
    of, value = of[order], value[order]
    rank = np.arange(len(of)) - np.searchsorted(of, of)
    found = np.zeros((groups, most), dtype=codes.dtype)
    kept = rank < most
    found[of[kept], rank[kept]] = value[kept]
    return found


def _fullest_names(traits: Traits, rows: Array, group: Array) -> Array:
    """Give for each group the row whose name says most, the one that most of its rows bear first."""
    import numpy as np

    words = traits.words
    given, surname = traits.given[rows], traits.surname[rows]
    whole = (given > 0) & ~words.short[given] & (surname > 0) & ~words.short[surname]
    said = 2 * whole.astype(np.int64) + ((given > 0) | (surname > 0) | traits.firm[rows])
    who = (given.astype(np.int64) << 32) | surname
    who = np.where(traits.firm[rows], -traits.firm_name.codes[rows].astype(np.int64), who)
    _, back, counts = np.unique(np.stack([group, who]), axis=1, return_inverse=True, return_counts=True)
    return _first_of_each(rows, group, (traits.mix[rows], -counts[back.ravel()], -said))


def _fullest_places(traits: Traits, rows: Array, group: Array) -> Array:
    """Give for each group the row whose address says most, the one that most of its rows bear first."""
    import numpy as np

    home, street = traits.home[rows], traits.street.codes[rows]
    said = 2 * (home > 0).astype(np.int64) + (street > 0)
    _, back, counts = np.unique(
        np.stack([group, home.astype(np.int64)]), axis=1, return_inverse=True, return_counts=True
    )
    unit = traits.unit.codes[rows] > 0
    return _first_of_each(
        rows, group, (traits.mix[rows], -unit.astype(np.int64), -counts[back.ravel()], -said)
    )


def _first_of_each(rows: Array, group: Array, ranks: tuple[Array, ...]) -> Array:
    import numpy as np

    order = np.lexsort((*ranks, group))
    sorted_group = group[order]
    first = (
        np.concatenate([[True], sorted_group[1:] != sorted_group[:-1]]) if len(order) else order.astype(bool)
    )
    return rows[order[first]]
