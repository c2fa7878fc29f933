"""Pairs of rows that have nothing to do with each other, and what they say of each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from smbcrm.core.matcher.reading.codes import Array, joined_key
from smbcrm.core.matcher.reading.traits import Traits
from smbcrm.core.matcher.weighing import judged as ev
from smbcrm.core.matcher.weighing.evidence import judge
from smbcrm.core.matcher.weighing.learnt import Learnt
from smbcrm.core.matcher.weighing.levels import NONE
from smbcrm.core.matcher.weighing.rarity import Rarity

_STRANGERS = 20_000  # pairs looked at


@dataclass(frozen=True, slots=True, kw_only=True)
class Strangers:
    """What two rows say of each other that have nothing to do with each other: one column per pair."""

    weights: Array
    dated: Array  # both have a birth date
    housed: Array  # both have an address
    firms: Array  # how many of the two are firms


def strangers_of(traits: Traits, rarity: Rarity, shifts: Mapping[str, Array]) -> Strangers:
    """Judge neighbours in an order that depends on what the rows say, and not on how much."""
    import numpy as np

    order = np.argsort(joined_key(traits.mix), kind="stable")[:_STRANGERS]
    return _judged(traits, rarity, shifts, order[:-1], order[1:])


def such_strangers(
    traits: Traits, rarity: Rarity, shifts: Mapping[str, Array], a: Array, b: Array
) -> Strangers:
    """Judge one row of each pair with one of another pair that comes from the same two lists and is written in the same two ways.

    These pairs may all be of two lists of which one has no phones: nothing ever differs between them, whoever they are, and what
    strangers of the whole list say of each other tells nothing about them.
    """
    import numpy as np

    mix, side = traits.mix, traits.source * 2 + traits.words.persian[traits.given]
    turned = side[a] > side[b]
    a, b = np.where(turned, b, a), np.where(turned, a, b)
    kind = side[a] * (side.max(initial=0) + 1) + side[b]
    key = joined_key(np.minimum(mix[a], mix[b]), np.maximum(mix[a], mix[b]))
    some = np.argsort(key, kind="stable")[:_STRANGERS]
    order = some[np.argsort(kind[some], kind="stable")]
    a, b = a[order], b[order]
    _, first, group, size = np.unique(kind[order], return_index=True, return_inverse=True, return_counts=True)
    first, size = first[group], size[group]
    # The other pair stands half of its kind away: copies of one pair stand beside each other.
    here = np.flatnonzero(size > 1)
    other = (first + (np.arange(len(a)) - first + size // 2) % size)[here]
    return _judged(
        traits, rarity, shifts, np.concatenate([a[here], a[other]]), np.concatenate([b[other], b[here]])
    )


def _judged(traits: Traits, rarity: Rarity, shifts: Mapping[str, Array], a: Array, b: Array) -> Strangers:
    import numpy as np

    every_source = frozenset(np.unique(traits.source).tolist())
    judged = judge(traits, rarity, a, b, learnt=Learnt(shifts=shifts, row_codes=every_source))
    return Strangers(
        weights=judged.weights[[ev.PLACE[name] for name in ev.SAYING]],
        dated=judged.levels[ev.PLACE["birth_date"]] != NONE,
        housed=judged.levels[ev.PLACE["address"]] != NONE,
        firms=traits.firm[a].astype(np.int8) + traits.firm[b],
    )
