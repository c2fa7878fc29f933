"""Pairs that no closer look can save, left out before they are weighed."""

from __future__ import annotations

from smbcrm.core.matcher.reading.codes import Array
from smbcrm.core.matcher.reading.traits import Traits, oriented
from smbcrm.core.matcher.weighing.date_likeness import birth_levels
from smbcrm.core.matcher.weighing.levels import CONFLICT, NONE, is_one_of
from smbcrm.core.matcher.weighing.name_likeness import name_levels

_LONG_LIST = 30_000  # rows; only shorter lists can afford to look at every unlikely pair


def hopeless(traits: Traits, a: Array, b: Array, *, single: bool) -> Array:
    """Tell which pairs no closer look can save: person and firm, different first names, in long lists also strangers.

    In a list without relatives (`single`) two first names at one home may be one customer's.
    """
    import numpy as np

    lost = traits.firm[a] != traits.firm[b]
    tests = [_strangers] if traits.count > _LONG_LIST else []
    for test in tests if single else [*tests, _unlike]:
        open_ = np.flatnonzero(~lost)
        lost[open_] = test(traits, *oriented(traits, a[open_], b[open_]))
    return lost


def _unlike(traits: Traits, a: Array, b: Array) -> Array:
    """Tell which pairs have different first names while neither birth date nor id may agree.

    Birth dates that differ speak against a pair as much as if none was told, and more.
    """
    import numpy as np

    words = traits.words
    ga, gb, sa, sb = traits.given[a], traits.given[b], traits.surname[a], traits.surname[b]
    lost = (ga > 0) & (gb > 0) & (ga != gb) & (sa != gb) & (sb != ga)
    lost &= traits.full.codes[a] != traits.full.codes[b]
    lost &= (sa > 0) == (sb > 0)  # a word alone may be both names in one
    lost &= (traits.middle[a] != gb) & (traits.middle[b] != ga)  # some are called by their second name
    lost &= (traits.national_id.codes[a] == 0) | (traits.national_id.codes[b] == 0)
    # A name may be the same letters, cut in two at another place.
    lost &= (np.abs(words.length[ga] - words.length[gb]) < 2) | (sa == sb)
    open_ = np.flatnonzero(lost)
    lost[open_] = name_levels(words, ga[open_], gb[open_]) == CONFLICT
    # First and last name may be exchanged.
    rest = np.flatnonzero(lost & (words.sound[sa] != words.sound[sb]))
    crossed = name_levels(words, ga[rest], sb[rest]), name_levels(words, sa[rest], gb[rest])
    lost[rest] = (crossed[0] == CONFLICT) & (crossed[1] == CONFLICT)
    open_ = np.flatnonzero(lost)
    born = birth_levels(traits, traits.birth.codes[a[open_]], traits.birth.codes[b[open_]])
    lost[open_] = is_one_of(born, (NONE, CONFLICT))
    return lost


def _strangers(traits: Traits, a: Array, b: Array) -> Array:
    """Tell which pairs have surnames that sound different and share no phone, e-mail, id, birth date or home."""
    import numpy as np

    sounds, surname = traits.words.sound, traits.surname
    apart = (surname[a] > 0) & (surname[b] > 0) & (sounds[surname[a]] != sounds[surname[b]])
    apart &= (traits.given[a] != surname[b]) & (surname[a] != traits.given[b])
    open_ = np.flatnonzero(apart)
    one, two = a[open_], b[open_]
    shared = np.zeros(len(open_), dtype=bool)
    for column in (
        traits.phones[:, 0],
        traits.emails[:, 0],
        traits.national_id.codes,
        traits.birth.codes,
        traits.home if traits.home.any() else traits.postal.codes,
        traits.code.codes,
        traits.bag,
    ):
        shared |= (column[one] == column[two]) & (column[one] > 0)
    shared |= (traits.phones[one, 1] > 0) | (traits.phones[two, 1] > 0)
    apart[open_] = ~shared
    return apart
