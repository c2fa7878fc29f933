"""Pairs that no closer look can save, left out before they are weighed."""

from __future__ import annotations

from smbcrm.core.matcher.reading.codes import Array, Column
from smbcrm.core.matcher.reading.traits import Traits
from smbcrm.core.matcher.weighing.levels import CONFLICT
from smbcrm.core.matcher.weighing.likeness import likeness
from smbcrm.core.matcher.weighing.name_likeness import ONE_NAME, name_levels

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
        lost[open_] = test(traits, a[open_], b[open_])
    return lost


def _unlike(traits: Traits, a: Array, b: Array) -> Array:
    """Tell which pairs have different first names while neither birth date nor id agrees: such names exclude a pair.

    So does a birth date that is nearly the same, unless there are ids that are, too.
    """
    import numpy as np

    words = traits.words
    ga, gb, sa, sb = traits.given[a], traits.given[b], traits.surname[a], traits.surname[b]
    lost = (ga > 0) & (gb > 0) & (ga != gb) & (sa != gb) & (sb != ga)
    lost &= traits.full.codes[a] != traits.full.codes[b]
    lost &= (sa > 0) == (sb > 0)  # a word alone may be both names in one
    lost &= (traits.middle[a] != gb) & (traits.middle[b] != ga)  # some are called by their second name
    lost &= (traits.national_id.codes[a] == 0) | (traits.national_id.codes[b] == 0)
    born = traits.birth.codes[a]
    lost &= (born == 0) | (born != traits.birth.codes[b])
    open_ = np.flatnonzero(lost)
    lost[open_] = name_levels(words, ga[open_], gb[open_]) == CONFLICT
    # First and last name may be exchanged.
    rest = np.flatnonzero(lost & (words.sound[sa] != words.sound[sb]))
    crossed = name_levels(words, ga[rest], sb[rest]), name_levels(words, sa[rest], gb[rest])
    lost[rest] = (crossed[0] == CONFLICT) & (crossed[1] == CONFLICT)
    # A name may be the same letters, cut in two at another place.
    cut = np.flatnonzero(lost & (np.abs(words.length[ga] - words.length[gb]) >= 2))
    lost[cut] = ~_nearly_one(traits.full, a[cut], b[cut])
    return lost


def _nearly_one(names: Column, a: Array, b: Array) -> Array:
    """Tell which whole names are nearly the same letters."""
    import numpy as np

    one, two = names.codes[a], names.codes[b]
    length = names.values.lengths
    longer = np.maximum(length[one], length[two])
    # As many letters as one name is longer are wrong at least: most names need no closer look. A hundredth is for rounding.
    found = np.abs(length[one] - length[two]) <= (1.01 - ONE_NAME) * longer
    open_ = np.flatnonzero(found)
    found[open_] = likeness(names.values, one[open_], two[open_]) >= ONE_NAME
    return found


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
