"""Which word of a name is the first one: some lists write last names in front, and some write both orders."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace

from smbcrm.core.matcher.reading.codes import Array
from smbcrm.core.matcher.reading.name_traits import Words

_FEW_TURNED = 10  # a first name behind a last one is a slip, or one that is both
_LEAST_ORDER, _MIXED, _IN_ORDER = 0.5, 1.5, 2.0  # bits by which a name rather stands in the order of the list
_PASSES = 4
_AS_GIVEN = 1.0  # bits by which a word is rather used as a given name
_A_HOME = 20  # rows; more share the phone of a shop
_FAMILIES = 2  # so many that share a word show that it is a last name
_INITIALS = 16  # bits for the number of a letter


def leaning_of(given: Array, surname: Array, words: Words, weight: Array) -> Array:
    """Tell for every word how much more it is used as a given name than as a surname, in bits."""
    import numpy as np

    size = len(words.values)
    first = np.bincount(given, weights=weight, minlength=size) + 1 + 4 * words.known
    last = np.bincount(surname, weights=weight, minlength=size) + 1
    leaning = np.log2(first / last)
    leaning[0] = 0
    return leaning


def in_order(
    given: Array,
    middle: Array,
    surname: Array,
    words: Words,
    trusted: Array,
    fair: Array,
    homes: Callable[[], Sequence[Array]],
) -> tuple[Array, Array, Array]:
    """Put given, middle and last names in order where they were written the other way round.

    What stands beside names that tell it is known better once those are in order, and tells more of the others. `homes` gives where
    rows have their phone and their house.
    """
    import numpy as np

    whole = (given > 0) & (surname > 0) & ~words.short[given] & ~words.short[surname] & ~trusted
    usual = _usual_order(given, surname, words, fair & whole)
    if usual < _MIXED:
        # The Emmanuels and the Peters of Lagos bear first names that the tables know, behind others that they do not.
        of_families = _of_families(given, surname, words, whole, homes())
        words = replace(words, known=words.known & ~of_families)
        usual = _usual_order(given, surname, words, fair & whole)
    mixed = usual < _MIXED
    behind = whole & (usual < 0)  # most last names stand in front
    one, two = _exchanged(behind, given, surname)
    usual = max(abs(usual), _LEAST_ORDER)
    lone = ((given > 0) != (surname > 0)) & ~words.short[np.maximum(given, surname)]
    # A word alone stands where it was found first, which says nothing about what it is.
    weight = fair * np.where(trusted, 2.0, np.where(lone, 0.0, 1.0))
    least, first, last = (-np.inf if mixed else _AS_GIVEN), one, two
    for _ in range(_PASSES if mixed else 1):
        leaning = leaning_of(first, last, words, weight)
        turn = _is_turned(one, two, words, trusted, leaning, usual=usual, least=least)
        (first, last), least = _exchanged(turn, one, two), _AS_GIVEN
    # Fekete János István is called János, and García López María is not called López.
    second = ~trusted & (first == surname) & (first != given)
    second &= words.known[middle] | (leaning[middle] > _AS_GIVEN)
    return *_exchanged(second, first, middle), last


def _exchanged(which: Array, one: Array, other: Array) -> tuple[Array, Array]:
    import numpy as np

    return np.where(which, other, one), np.where(which, one, other)


def _usual_order(given: Array, surname: Array, words: Words, whole: Array) -> float:
    """Tell by how many bits first names rather stand in front here, by those names of which one word alone is a known first name.

    Both the rows and the words are counted: a few frequent last names are first names, too, and where few of the first names are known, most
    rows have a known one behind.
    """
    import numpy as np

    known, size = words.known, len(words.values)
    front = np.bincount(given[whole & known[given] & ~known[surname]], minlength=size)
    behind = np.bincount(surname[whole & known[surname] & ~known[given]], minlength=size)
    if behind.sum() < _FEW_TURNED:
        return _IN_ORDER
    every = front + behind
    share = front / np.maximum(every, 1)
    kinds = share.sum(), ((every > 0) - share).sum()
    bits = [math.log2((one + 1) / (other + 1)) for one, other in ((front.sum(), behind.sum()), kinds)]
    return float(min(max(*bits, -_IN_ORDER), _IN_ORDER))


def _of_families(given: Array, surname: Array, words: Words, whole: Array, homes: Sequence[Array]) -> Array:
    """Tell for every word whether those who live together mostly share it, beside other names: then it is a last name here.

    Names that begin alike may be one that was mistyped.
    """
    import numpy as np

    size = len(words.values)
    shared, seen = np.zeros(size, dtype=np.int64), np.zeros(size, dtype=np.int64)
    for home in homes:
        rows = np.flatnonzero(whole & (home > 0))
        rows = rows[np.bincount(home[rows], minlength=1)[home[rows]] <= _A_HOME] if len(rows) else rows
        word = np.concatenate([given[rows], surname[rows]])
        beside = words.initial[np.concatenate([surname[rows], given[rows]])].astype(np.int64)
        at = np.tile(home[rows].astype(np.int64), 2) * size + word
        places, names = np.unique(np.unique((at << _INITIALS) | beside) >> _INITIALS, return_counts=True)
        several = names > 1
        families = np.isin(places // size, np.unique(places[several] // size))
        shared += np.bincount(places[several] % size, minlength=size)
        seen += np.bincount(places[families] % size, minlength=size)
    return (shared >= _FAMILIES) & (2 * shared > seen)


def _is_turned(
    given: Array, surname: Array, words: Words, trusted: Array, leaning: Array, *, usual: float, least: float
) -> Array:
    """Tell which names were written the other way round, by how much each word is used as a given name.

    `usual` are the bits for the order of the list, `least` those by which a known one behind a word that is none is used as one.
    """
    import numpy as np

    lone = ((given > 0) != (surname > 0)) & ~words.short[np.maximum(given, surname)]
    both = (given > 0) & (surname > 0) & ~words.short[given] & ~words.short[surname]
    turn = both & (leaning[surname] - leaning[given] > np.where(trusted, 4.0, usual))
    # A known given name behind a word that is none: a family all written the other way round makes its name look like a given one.
    turn |= both & ~trusted & words.known[surname] & ~words.known[given] & (leaning[surname] > least)
    # So does one of two syllables behind a last name of the East: Kim Minjun.
    turn |= both & ~trusted & words.eastern[surname] & ~words.eastern[given]
    # A lone initial stands for the given name.
    turn |= ~trusted & words.short[surname] & ~words.short[given] & (given > 0) & (surname > 0)
    turn |= lone & (surname == 0) & (leaning[given] <= np.where(trusted, -2.0, -0.5))
    return turn | (lone & (given == 0) & (leaning[surname] >= np.where(trusted, 4.0, 2.0)))


def surname_like(given: Array, surname: Array, words: Words, fair: Array) -> Array:
    """Tell for every name word whether it is rather a surname in this table."""
    return leaning_of(given, surname, words, fair.astype(float)) < 0.5
