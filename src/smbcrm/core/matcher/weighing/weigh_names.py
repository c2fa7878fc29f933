"""Weigh how the names of two rows agree: people by given name and surname, firms by their own words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from smbcrm.core.matcher.learning.rarity import Rarity
from smbcrm.core.matcher.reading.codes import Array
from smbcrm.core.matcher.reading.name_traits import Words
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
from smbcrm.core.matcher.weighing.likeness import likeness
from smbcrm.core.matcher.weighing.name_likeness import ONE_NAME, name_levels
from smbcrm.core.naming.kin import TWO_PEOPLE
from smbcrm.core.naming.sounds import is_both, word_sound

_GLUED_LENGTH, _GLUED_BITS = 6, 5.0  # letters that two scripts may differ by, and bits
_HARDLY_ANYBODY = 2  # last names that a word stands beside: a slip of the keyboard seldom comes twice
_SECOND_NAME_BITS = -1.0
_LETTER_OF_MANY, _A_LETTER = 0.5, (1.5, 4.0)  # bits of a middle name's first letter
_FIRM_AND_PERSON = -6.0  # bits; such a pair is none, whatever agrees
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
    _whole_names(traits, given, surname, given_w, surname_w, a, b)
    _glued(traits, given, surname, given_w, surname_w, a, b)
    _last_names_of_two_words(traits, rarity, given, surname, surname_w, a, b)
    _called_by_the_second(traits, given, surname, given_w, a, b)
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

    odd = words.short | (~words.known & (words.people <= _HARDLY_ANYBODY))
    firsts, lasts = (odd[one] | odd[two] for one, two in (held.firsts, held.lasts))
    return (held.given == CONFLICT) & np.where(held.turned, lasts, firsts)


def _house_bits(given: Array, surname: Array, given_w: Array) -> Array:
    """Give what the names tell of two rows of one home, where most last names are the same."""
    import numpy as np

    bits = np.array([0, 0, -0.5, -0.8, 0, -7, -1, 0, 0, -3], dtype=np.float32)[given]
    told = np.clip(given_w + 2 * (given == NEAR) + (given == VARIANT), 0, 6)
    bits = np.where(is_one_of(given, (SAME, VARIANT, NEAR, INITIAL)), told, 0) + bits
    return bits + np.array([0, 0.3, 0.3, 0.3, 0.3, -2.5, 0, 0, 0, -1], dtype=np.float32)[surname]


def _whole_names(
    traits: Traits, given: Array, surname: Array, given_w: Array, surname_w: Array, a: Array, b: Array
) -> None:
    """Mend names that are the same letters cut in two at another place."""
    import numpy as np

    full = traits.full
    differ = is_one_of(given, (CONFLICT, PARTIAL)) | (surname == CONFLICT)
    clash = np.flatnonzero(differ & (full.codes[a] > 0) & (full.codes[b] > 0))
    fa, fb = full.codes[a[clash]], full.codes[b[clash]]
    alike = likeness(full.values, fa, fb)
    length = traits.words.length
    cut = np.abs(length[traits.given[a[clash]]] - length[traits.given[b[clash]]]) >= 2
    # The same letters cut in two elsewhere, Anne Marie and Annemarie, are the same name.
    cut |= alike == 1
    one_name = (alike >= ONE_NAME) & cut & ((alike == 1) | ~_first_parts_differ(traits, a[clash], b[clash]))
    mended = clash[one_name]
    level = np.where(alike == 1, SAME, NEAR)[one_name]
    given[mended], surname[mended] = level, SAME
    given_w[mended], surname_w[mended] = np.where(level == SAME, 6, 4.5), 6


def _first_parts_differ(traits: Traits, a: Array, b: Array) -> Array:
    """Tell where one first name of two parts has another one in front than the other row: Mohammad Abdullah is no Mahmoud."""
    words, found = traits.words, a < 0
    for one, two in ((traits.given[a], traits.given[b]), (traits.given[b], traits.given[a])):
        found |= (words.first_half[one] > 0) & words.known[two] & (words.first_half[one] != words.itself[two])
    return found


def _glued(
    traits: Traits, given: Array, surname: Array, given_w: Array, surname_w: Array, a: Array, b: Array
) -> None:
    """Mend names that are one word in one row, as in a name for signing in, and two in the other: NahidMohammadi."""
    import numpy as np

    words, single = traits.words, traits.surname == 0
    clash = is_one_of(given, (CONFLICT, PARTIAL)) & (single[a] != single[b])
    open_ = np.flatnonzero(clash)
    one, two = np.where(single[a[open_]], a[open_], b[open_]), np.where(single[a[open_]], b[open_], a[open_])
    first, last = traits.given[two], traits.surname[two]
    whole = (words.length[first] > 1) & (words.length[last] > 1)
    whole &= (
        np.abs(words.length[traits.given[one]] - words.length[first] - words.length[last]) <= _GLUED_LENGTH
    )
    open_, one, two = open_[whole], one[whole], two[whole]
    texts = zip(
        words.texts[traits.given[one]], words.texts[traits.given[two]], words.texts[traits.surname[two]]
    )
    found = (is_both(*three) for three in texts)
    here = open_[np.fromiter(found, dtype=bool, count=len(open_))]
    given[here] = surname[here] = VARIANT
    given_w[here] = surname_w[here] = _GLUED_BITS


def _last_names_of_two_words(
    traits: Traits, rarity: Rarity, given: Array, surname: Array, surname_w: Array, a: Array, b: Array
) -> None:
    """Mend last names of which one script writes in two words what the other writes in one: Behrouz Vosoughi Rad, بهروز وثوقی‌راد.

    The first of them was taken for a middle name. Of two last names, as in Spain, only the first may be told: José Pérez Ruiz.
    """
    import numpy as np

    words, middle = traits.words, traits.middle
    clash = (surname == CONFLICT) & is_one_of(given, (SAME, VARIANT, NEAR)) & (middle[a] != middle[b])
    open_ = np.flatnonzero(clash & ((middle[a] == 0) | (middle[b] == 0)))
    if not len(open_):
        return
    longer = np.where(middle[a[open_]] > 0, a[open_], b[open_])
    shorter = np.where(longer == a[open_], b[open_], a[open_])
    last, first, second = traits.surname[shorter], middle[longer], traits.surname[longer]
    first_of_two = (last == first) & ~words.short[last]
    across = np.flatnonzero((words.persian[last] != words.persian[second]) & ~words.short[first])
    texts = zip(words.texts[last[across]], words.texts[first[across]], words.texts[second[across]])
    sounds = (word_sound(one) == word_sound(two + three) for one, two, three in texts)
    one_name = first_of_two
    one_name[across] |= np.fromiter(sounds, dtype=bool, count=len(across))
    here = open_[one_name]
    surname[here] = VARIANT
    surname_w[here] = rarity.word[last[one_name]] - 2


def _called_by_the_second(
    traits: Traits, given: Array, surname: Array, given_w: Array, a: Array, b: Array
) -> None:
    """Mark first names of which one is the second one of the other row: many an Elif Nur is called Nur, and so is a sister."""
    import numpy as np

    words, middle = traits.words, traits.middle
    clash = (
        (given == CONFLICT) & is_one_of(surname, (SAME, VARIANT, NEAR)) & ((middle[a] > 0) != (middle[b] > 0))
    )
    open_ = np.flatnonzero(clash)
    longer = np.where(middle[a[open_]] > 0, a[open_], b[open_])
    second, called = middle[longer], traits.given[np.where(longer == a[open_], b[open_], a[open_])]
    here = open_[(second == called) & words.known[called] & ~words.short[called]]
    given[here] = PARTIAL
    given_w[here] = _SECOND_NAME_BITS


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


def weigh_firms(found: Judged, traits: Traits, rarity: Rarity, a: Array, b: Array) -> None:
    """Compare firms by name, and for people the firm they belong to."""
    import numpy as np

    from smbcrm.core.matcher.weighing.firms import firm_levels

    fa, fb = traits.firm[a], traits.firm[b]
    both = np.flatnonzero(fa & fb)
    level = np.zeros(len(a), dtype=np.int8)
    weight = np.zeros(len(a), dtype=np.float32)
    if len(both):
        level[both], weight[both] = firm_levels(traits, rarity, a[both], b[both])
        house = np.zeros(len(a), dtype=np.float32)
        house[both] = np.clip(weight[both], -8, 8)
        found.housemate += house
    mixed = fa != fb
    level[mixed], weight[mixed] = WEAK, _FIRM_AND_PERSON
    found.put("firm", level, weight=weight)
    found.veto |= mixed
    found.doubt |= level == PARTIAL
    company = traits.company
    people = np.flatnonzero((company.codes[a] > 0) & (company.codes[b] > 0) & ~fa & ~fb)
    level = np.zeros(len(a), dtype=np.int8)
    weight = np.zeros(len(a), dtype=np.float32)
    if len(people):
        ca, cb = company.codes[a[people]], company.codes[b[people]]
        alike = likeness(company.values, ca, cb)
        sounds = traits.company_sound.codes
        alike[(sounds[a[people]] == sounds[b[people]]) & (sounds[a[people]] > 0)] = 0.9
        level[people] = np.where(ca == cb, SAME, np.where(alike >= 0.8, NEAR, CONFLICT))
        bits = np.minimum(rarity.company[ca], rarity.company[cb])
        weight[people] = np.where(ca == cb, bits - 1, np.where(alike >= 0.8, bits - 2.5, -1.5))
    found.put("company", level, weight=weight)
