"""What codes that are nearly the same are worth: by how often those of strangers are, and of relatives.

Of four digits many are one apart. Ids that were given out in a row are a few digits apart, those of twins among others, and so are
numbers of a household with one for each member: there, such ids are two people's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from smbcrm.core.matcher.reading.codes import Array, Column, joined_key
from smbcrm.core.matcher.reading.traits import Traits
from smbcrm.core.matcher.weighing.likeness import FEW_DIGITS, NEARLY_ONE, ONE_DIGIT, likeness

# Rows beside which strangers' codes are looked at, and for each how many; the same of relatives, and how many alike may be chance.
_STRANGERS, _STRANGER_STEPS = 20_000, 5
_RELATIVE_STEPS, _BY_CHANCE = 3, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearly:
    """Which two codes are nearly the same: how alike they are, how often one customer's are, and pairs in which no strangers' are."""

    least: float
    most: float = 1.0
    of_one: float
    none_in: int


_CODES = Nearly(least=NEARLY_ONE, of_one=0.04, none_in=1_000)
# Ids that are one digit apart, and those that are a few.
_IDS = (
    Nearly(least=ONE_DIGIT, of_one=0.03, none_in=3_000),
    Nearly(least=FEW_DIGITS, most=ONE_DIGIT, of_one=0.01, none_in=3_000),
)


def near_code_bits(traits: Traits, column: Column) -> float:
    """Weigh codes that are nearly the same by how often those of strangers are."""
    (bits,) = _against_strangers(traits, column, [_CODES])
    return bits


def near_id_bits(traits: Traits) -> tuple[float, float]:
    """Weigh ids that are one digit apart, and those that are a few, by how often those of strangers are, and those of two relatives."""
    import numpy as np

    ids = traits.national_id
    counts, pairs = _count(ids, _IDS, _relatives(traits))
    one, few = (
        bits if near <= _BY_CHANCE else min(bits, max(float(np.log2(nearly.of_one * pairs / near)), 0.0))
        for nearly, bits, near in zip(_IDS, _against_strangers(traits, ids, _IDS), counts)
    )
    return one, few


def _against_strangers(traits: Traits, column: Column, kinds: Sequence[Nearly]) -> list[float]:
    """Give the bits of codes of each kind by how often those of rows are that have nothing to do with each other."""
    import numpy as np

    filled = np.flatnonzero(column.codes)
    rows = filled[np.argsort(traits.mix[filled], kind="stable")][:_STRANGERS]
    steps = range(1, min(_STRANGER_STEPS, len(rows) - 1) + 1)
    counts, pairs = _count(column, kinds, ((rows[:-step], rows[step:]) for step in steps))
    return [
        max(float(np.log2(nearly.of_one * (pairs + nearly.none_in) / (near + 1))), 0.0)
        for nearly, near in zip(kinds, counts)
    ]


def _count(
    column: Column, kinds: Sequence[Nearly], beside: Iterator[tuple[Array, Array]]
) -> tuple[list[int], int]:
    """Count for each kind which of the pairs have such codes, and all pairs that have two."""
    near, pairs = [0] * len(kinds), 0
    for a, b in beside:
        alike = likeness(column.values, column.codes[a], column.codes[b])
        near = [
            count + int(((alike >= nearly.least) & (alike < nearly.most)).sum())
            for count, nearly in zip(near, kinds)
        ]
        pairs += len(alike)
    return near, pairs


def _relatives(traits: Traits) -> Iterator[tuple[Array, Array]]:
    """Give pairs of one last name at one home or on one line whose first names are known, and two."""
    import numpy as np

    ident, words, given = traits.national_id.codes, traits.words, traits.given
    for place in (traits.home, traits.phones[:, 0]):
        key = joined_key(place, traits.surname)
        rows = np.flatnonzero((key > 0) & (ident > 0) & words.known[given])
        rows = rows[np.lexsort((traits.mix[rows], key[rows]))]
        for step in range(1, _RELATIVE_STEPS + 1):
            a, b = rows[:-step], rows[step:]
            two = (key[a] == key[b]) & (words.initial[given[a]] != words.initial[given[b]])
            two &= ident[a] != ident[b]
            yield a[two], b[two]
