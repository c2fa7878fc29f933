"""Which phones and e-mails several people share, by the names they stand beside."""

from __future__ import annotations

from typing import TypeAlias

from smbcrm.core.matcher.reading.codes import Array
from smbcrm.core.matcher.reading.name_traits import HARDLY_ANYBODY
from smbcrm.core.matcher.reading.traits import Traits
from smbcrm.core.matcher.weighing.levels import CONFLICT, NONE, WEAK, is_one_of
from smbcrm.core.matcher.weighing.name_likeness import name_levels

_SINGLE_ROWS = 40  # in longer blocks not every pair is looked at
CROWD = 40  # names


Pairs: TypeAlias = tuple[Array, Array]  # the rows of pairs, side by side


def contested(table: Array, pairs: Pairs, traits: Traits) -> tuple[Array, Array]:
    """Tell which phones or e-mails stand on rows with different first names, and on which two begin with one letter.

    `pairs` are those of rows that share one. The second answer is a sorted list of `value * letters + letter`.
    """
    import numpy as np

    words = traits.words
    letters = int(words.initial.max(initial=0)) + 1
    found = np.zeros(int(table.max(initial=0)) + 1, dtype=bool)
    one, two = pairs
    given = name_levels(words, traits.given[one], traits.given[two])
    clash = (given == CONFLICT) | (given == WEAK)
    one, two = one[clash], two[clash]
    # First and last name may be exchanged, or one row hold a surname only.
    for x, y in ((traits.given, traits.surname), (traits.surname, traits.given)):
        crossed = name_levels(words, x[one], y[two])
        clash = (crossed == CONFLICT) | (crossed == NONE) | (crossed == WEAK)
        one, two = one[clash], two[clash]
    twins = []
    for i in range(table.shape[1]):
        for j in range(table.shape[1]):
            both = (table[one, i] == table[two, j]) & (table[one, i] > 0)
            value = table[one, i][both].astype(np.int64)
            found[value] = True
            letter, other = words.initial[traits.given[one[both]]], words.initial[traits.given[two[both]]]
            whole = ~words.short[traits.given[one[both]]] & ~words.short[traits.given[two[both]]]
            twins.append((value * letters + letter)[(letter == other) & whole])
    return found, np.unique(np.concatenate(twins))


def of_relatives(traits: Traits, pairs: Pairs) -> Array:
    """Tell which phones stand on rows of one last name with two first names that are both in use."""
    import numpy as np

    words, table, given, surname = traits.words, traits.phones, traits.given, traits.surname
    whole = (words.known | (words.people > HARDLY_ANYBODY)) & ~words.short
    one, two = pairs
    g1, g2, s1, s2 = given[one], given[two], surname[one], surname[two]
    clash = (words.sound[s1] == words.sound[s2]) & (g1 != g2) & whole[g1] & whole[g2]
    # First and last name may be exchanged, and two scripts spell one name in two ways.
    clash &= (g1 != s2) & (g2 != s1) & (words.persian[g1] == words.persian[g2])
    one, two = one[clash], two[clash]
    clash = name_levels(words, given[one], given[two]) == CONFLICT
    one, two = one[clash], two[clash]
    found = np.zeros(int(table.max(initial=0)) + 1, dtype=bool)
    for i in range(table.shape[1]):
        for j in range(table.shape[1]):
            found[table[one, i][table[one, i] == table[two, j]]] = True
    found[0] = False
    return found


def of_one_customer(traits: Traits, pairs: Pairs) -> Array:
    """Tell which phones stand on rows that one customer can have written: no two with different names, no firm beside a person."""
    import numpy as np

    words, table = traits.words, traits.phones
    single = bearers(table, np.arange(traits.count, dtype=np.int64)) <= _SINGLE_ROWS
    one, two = pairs
    named = (traits.given > 0) | (traits.surname > 0) | traits.firm
    clash = (traits.firm[one] != traits.firm[two]) & named[one] & named[two]
    clash |= (
        traits.firm[one] & traits.firm[two] & (traits.firm_name.codes[one] != traits.firm_name.codes[two])
    )
    g1, g2, s1, s2 = traits.given[one], traits.given[two], traits.surname[one], traits.surname[two]
    straight = (name_levels(words, g1, g2), name_levels(words, s1, s2))
    crossed = (name_levels(words, g1, s2), name_levels(words, s1, g2))
    unlike = [
        is_one_of(first, (CONFLICT, WEAK)) | is_one_of(last, (CONFLICT, WEAK))
        for first, last in (straight, crossed)
    ]
    agreed = [is_one_of(level, (NONE, CONFLICT, WEAK)) for level in crossed]
    clash |= unlike[0] & (unlike[1] | (agreed[0] & agreed[1]))
    for i in range(table.shape[1]):
        for j in range(table.shape[1]):
            both = clash & (table[one, i] == table[two, j])
            single[table[one[both], i]] = False
    single[0] = False
    return single


def crowded(traits: Traits) -> Array:
    """Tell which rows have a phone or an address that stands beside very many names: a switchboard's, a school's, the shop's own.

    Whoever is compared there is alike in something, for there are too many to hold all against all: such pairs tell nothing of who shares a home.
    """
    import numpy as np

    found = np.zeros(traits.count, dtype=bool)
    for codes in (traits.phones, traits.home[:, None]):
        often = np.bincount(codes.ravel()) > CROWD
        often[0] = False
        rows = np.flatnonzero(often[codes].any(axis=1))  # in most lists none
        if len(rows):
            names = np.unique(
                (traits.given[rows].astype(np.int64) << 32) | traits.surname[rows], return_inverse=True
            )[1]
            found[rows] |= (bearers(codes[rows], names) > CROWD)[codes[rows]].any(axis=1)
    return found


def bearers(codes: Array, people: Array, size: int = 0) -> Array:
    """Count for every value (at least `size` of them) the different people (numbered from 0) it stands beside."""
    import numpy as np

    if codes.ndim > 1:
        people = np.repeat(people, codes.shape[1])
        codes = codes.ravel()
    kept = codes > 0
    size = max(int(codes.max(initial=0)) + 1, size)
    distinct = (codes[kept].astype(np.int64) << 32) | people[kept]
    distinct.sort()
    first = (
        np.concatenate([[True], distinct[1:] != distinct[:-1]]) if len(distinct) else np.empty(0, dtype=bool)
    )
    return np.bincount(distinct[first] >> 32, minlength=size).astype(np.float32)
