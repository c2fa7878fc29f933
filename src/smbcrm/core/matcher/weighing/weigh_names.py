"""Weigh how the names of two people agree: first names, last names and what stands between, titles and kin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from smbcrm.core.matcher.reading.codes import Array
from smbcrm.core.matcher.reading.name_traits import HARDLY_ANYBODY, Words
from smbcrm.core.matcher.reading.traits import Traits
from smbcrm.core.matcher.weighing.judged import Judged
from smbcrm.core.matcher.weighing.levels import (
    CONFLICT,
    INITIAL,
    NEAR,
    NONE,
    PARTIAL,
    SAME,
    VARIANT,
    WEAK,
    is_one_of,
)
from smbcrm.core.matcher.weighing.name_likeness import name_levels
from smbcrm.core.matcher.weighing.names_cut_elsewhere import (
    mark_called_by_the_second,
    mend_glued,
    mend_last_names_of_two_words,
    mend_the_last_of_two,
    mend_whole_names,
)
from smbcrm.core.matcher.weighing.rarity import Rarity
from smbcrm.core.naming.kin import TWO_PEOPLE

_LETTER_OF_MANY, _A_LETTER = 0.5, (1.5, 4.0)  # bits of a middle name's first letter
_SOMEBODY_ELSE, _A_COUPLE = -6.0, -0.5  # bits: a woman beside a man or a relative beside him, and a couple


def weigh_names(
    found: Judged, traits: Traits, rarity: Rarity, a: Array, b: Array, *, exchanged: float, single: bool
) -> None:
    """Weigh given names and surnames in the order that fits better, and middle names.

    `exchanged` is told in bits; `single` is where nobody's relatives are listed.
    """
    held = _held_together(traits, rarity, a, b, exchanged=exchanged, single=single)
    given, surname, given_w, surname_w = held.given, held.surname, held.given_w, held.surname_w
    bag = (traits.bag[a] == traits.bag[b]) & (traits.bag[a] > 0) & (given != SAME)
    given[bag], surname[bag], given_w[bag], surname_w[bag] = SAME, SAME, 6.5, 6.5
    mend_whole_names(traits, given, surname, given_w, surname_w, a, b)
    mend_glued(traits, given, surname, given_w, surname_w, a, b)
    mend_last_names_of_two_words(traits, rarity, given, surname, surname_w, a, b)
    mend_the_last_of_two(traits, rarity, given, surname, surname_w, a, b)
    mark_called_by_the_second(traits, given, surname, given_w, a, b)
    found.garbled = _garbled(held, traits.words)
    found.put("given", given, weight=given_w, house=_house_bits(given, surname, given_w))
    found.put("surname", surname, weight=surname_w)
    _middle_and_generation(found, traits, rarity, a, b)
    _titles_and_kin(found, traits, a, b)


@dataclass(slots=True, kw_only=True)
class _Held:
    """How given names and surnames of pairs of rows agree, and by how many bits, in the order that fits better.

    `firsts` and `lasts` are the words that were held against each other, `turned` tells where those as first names are the last names.
    """

    given: Array
    surname: Array
    given_w: Array
    surname_w: Array
    firsts: tuple[Array, Array]
    lasts: tuple[Array, Array]
    turned: Array


def _held_together(
    traits: Traits, rarity: Rarity, a: Array, b: Array, *, exchanged: float, single: bool
) -> _Held:
    import numpy as np

    words = traits.words
    ga, gb, sa, sb = traits.given[a], traits.given[b], traits.surname[a], traits.surname[b]
    given, surname = name_levels(words, ga, gb), name_levels(words, sa, sb)
    swap = np.flatnonzero((given == CONFLICT) | (surname == CONFLICT) | ((surname == NONE) & (given != SAME)))
    cross_g, cross_s = name_levels(words, ga[swap], sb[swap]), name_levels(words, sa[swap], gb[swap])
    better = _name_worth(cross_g, cross_s) > _name_worth(given[swap], surname[swap]) + 1
    if not single:
        # Beside another name, a word that fits crosswise and not quite is another of that home or firm: Jens Holm and Ole Jensen.
        whole = is_one_of(cross_g, (SAME, VARIANT)) | is_one_of(cross_s, (SAME, VARIANT))
        better &= whole | ((cross_g != CONFLICT) & (cross_s != CONFLICT))
    crossed, cross_g, cross_s = swap[better], cross_g[better], cross_s[better]
    firsts, lasts = (ga, gb.copy()), (sa, sb.copy())
    firsts[1][crossed], lasts[1][crossed] = sb[crossed], gb[crossed]
    given[crossed], surname[crossed] = cross_g, cross_s
    held = _Held(
        given=given,
        surname=surname,
        given_w=_name_bits(rarity, words, given, *firsts),
        surname_w=_name_bits(rarity, words, surname, *lasts),
        firsts=firsts,
        lasts=lasts,
        turned=np.zeros(len(a), dtype=bool),
    )
    both = crossed[~is_one_of(cross_g, (NONE, CONFLICT)) & ~is_one_of(cross_s, (NONE, CONFLICT))]
    held.given_w[both] += exchanged / 2
    held.surname_w[both] += exchanged / 2
    _turn(held, _relatives(held, traits, a, b, crossed))
    # A word alone is what it is in the row that has both.
    lone = crossed[(cross_g == NONE) & (ga[crossed] == 0) & (sb[crossed] > 0)]
    _turn(held, np.concatenate([lone, crossed[(cross_s == NONE) & (sa[crossed] == 0) & (gb[crossed] > 0)]]))
    return held


def _relatives(held: _Held, traits: Traits, a: Array, b: Array, crossed: Array) -> Array:
    """Give the pairs in which what was held as first names are the last names, for they bear one, and their first names differ."""
    import numpy as np

    words, given, surname = traits.words, held.given[crossed], held.surname[crossed]
    ga, gb, sa, sb = traits.given[a], traits.given[b], traits.surname[a], traits.surname[b]
    # Crossed and only one part agrees: if that part is a surname here, it is the given names that differ.
    one = crossed[(surname == CONFLICT) & traits.surname_like[ga[crossed]]]
    two = crossed[(given == CONFLICT) & ~traits.surname_like[sa[crossed]]]
    # Straight, and what differs are known given names beside a word that is none: their names are all the other way round.
    odd = (
        (held.surname == CONFLICT)
        & is_one_of(held.given, (SAME, VARIANT, NEAR))
        & words.known[sa]
        & words.known[sb]
    )
    return np.concatenate([one, two, np.flatnonzero(odd & ~words.known[ga] & ~words.known[gb])])


def _turn(held: _Held, places: Array) -> None:
    """Take what was held as first names for last names, and the other way."""
    held.given[places], held.surname[places] = held.surname[places], held.given[places]
    held.given_w[places], held.surname_w[places] = held.surname_w[places], held.given_w[places]
    held.turned[places] ^= True


def _garbled(held: _Held, words: Words) -> Array:
    """Tell where first names differ and one of them is hardly anybody's: rather a slip than somebody else."""
    import numpy as np

    odd = words.short | (~words.known & (words.people <= HARDLY_ANYBODY))
    firsts, lasts = (odd[one] | odd[two] for one, two in (held.firsts, held.lasts))
    return (held.given == CONFLICT) & np.where(held.turned, lasts, firsts)


def _house_bits(given: Array, surname: Array, given_w: Array) -> Array:
    """Give what the names tell of two rows of one home, where most last names are the same."""
    import numpy as np

    bits = np.array([0, 0, -0.5, -0.8, 0, -7, -1, 0, 0, -3], dtype=np.float32)[given]
    told = np.clip(given_w + 2 * (given == NEAR) + (given == VARIANT), 0, 6)
    bits = np.where(is_one_of(given, (SAME, VARIANT, NEAR, INITIAL)), told, 0) + bits
    return bits + np.array([0, 0.3, 0.3, 0.3, 0.3, -2.5, 0, 0, 0, -1], dtype=np.float32)[surname]


def _name_worth(given: Array, surname: Array) -> Array:
    """Rank how well two names fit in one of the two orders."""
    import numpy as np

    worth = np.array([0, 6, 5, 4, 2, -5, 0, 0, 0, -3], dtype=np.int8)
    return worth[given] + worth[surname]


def _name_bits(rarity: Rarity, words: Any, level: Array, one: Array, two: Array) -> Array:
    """Weigh an agreement of names by the more common of the two."""
    import numpy as np

    bits = np.minimum(rarity.word[one], rarity.word[two])
    initial = rarity.initial[words.initial[one]] - 0.5
    of_level = [level == value for value in (SAME, VARIANT, NEAR, INITIAL, PARTIAL, WEAK, CONFLICT)]
    against = np.zeros(len(level), dtype=np.float32)
    worth = [bits - 0.3, bits - 2, bits - 2.5, initial, against - 1, against - 3, against - 4.5]
    return np.select(of_level, worth, 0).astype(np.float32)


def _middle_and_generation(found: Judged, traits: Traits, rarity: Rarity, a: Array, b: Array) -> None:
    import numpy as np

    ma, mb = traits.middle[a], traits.middle[b]
    both = np.flatnonzero((ma > 0) & (mb > 0))
    level = np.zeros(len(a), dtype=np.int8)
    if len(both):
        level[both] = name_levels(traits.words, ma[both], mb[both])
    weight = np.array([0, 3, 2, 2, 0, -3, 0, 0, 0, 0], dtype=np.float32)[level]
    letter = rarity.middle[traits.words.initial[ma]] - _LETTER_OF_MANY
    weight = np.where(level == INITIAL, np.clip(letter, *_A_LETTER), weight)
    found.put("middle", level, weight=weight, house=weight)
    ja, jb = traits.generation[a], traits.generation[b]
    level = np.where(
        (ja > 0) & (jb > 0), np.where(ja == jb, SAME, CONFLICT), np.where(ja != jb, PARTIAL, NONE)
    )
    weight = np.array([0, 2, 0, 0, 0, -10, -1.5, 0, 0, 0], dtype=np.float32)[level]
    found.put("generation", level, weight=weight, house=weight)
    found.veto |= level == CONFLICT


def _titles_and_kin(found: Judged, traits: Traits, a: Array, b: Array) -> None:
    """Weigh what tells that two people are named: titles of a man and a woman, a relative beside his kin, a couple in one row."""
    import numpy as np

    people = ~traits.firm[a] & ~traits.firm[b]
    one, two = traits.addressed[a], traits.addressed[b]
    differs = people & (one > 0) & (two > 0) & (one != two)
    title = np.where(differs, np.where(one & two, PARTIAL, CONFLICT), NONE)
    one, two = traits.kin[a], traits.kin[b]
    couple = (one == TWO_PEOPLE) | (two == TWO_PEOPLE)
    kin = np.where(people & (one != two), np.where(couple, PARTIAL, CONFLICT), NONE)
    kin[title != NONE] = NONE  # the titles say it already
    for name, level in (("title", title), ("kin", kin)):
        against = np.select([level == CONFLICT, level == PARTIAL], [_SOMEBODY_ELSE, _A_COUPLE], 0)
        found.put(name, level, weight=against, house=against)
