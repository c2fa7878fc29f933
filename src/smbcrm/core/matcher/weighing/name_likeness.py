"""How alike two words of people's names are: spellings, pet forms, halves, initials, and names that are two."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from smbcrm.core.matcher.reading.codes import Array
from smbcrm.core.matcher.reading.name_traits import Words
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
from smbcrm.core.matcher.weighing.likeness import bits_set, one_begins
from smbcrm.core.naming.given_names import (
    are_two_names,
    are_two_names_across,
    known_given_names,
    of_husband_and_wife,
    whole_name_groups,
)

_LAST_NAMES_END = frozenset((
    "son", "sen", "sson", "ov", "ova", "ev", "zadeh", "zade", "pour", "poor", "nejad", "nia", "oglu", "زاده", "پور", "نژاد", "نیا", "یان", "ian", "yan",
))  # fmt: skip


_LONG_ENOUGH = 5  # letters
_OFTENER = 12  # times as many people bear a name as any one slip of it
ONE_NAME = 0.88
"""How alike whole names are at least that are one, cut in two at another place."""


def name_levels(words: Words, one: Array, two: Array) -> Array:
    """Give for each pair of name words how they agree: the same, a variant, nearly, an initial, in part, not."""
    import numpy as np

    level = np.where((one > 0) & (two > 0), np.where(one == two, SAME, CONFLICT), NONE).astype(np.int8)
    level[(level == SAME) & words.short[one]] = INITIAL
    # Where no table tells how letters sound in Latin, a name in both is neither the same nor another one.
    level[(level == CONFLICT) & (words.tabled[one] != words.tabled[two])] = NONE
    open_ = np.flatnonzero(level == CONFLICT)
    if not len(open_):
        return level
    level[open_] = words.met.levels(one[open_], two[open_], partial(_word_pair_levels, words))
    return level


def _word_pair_levels(words: Words, left: Array, right: Array) -> Array:
    import numpy as np

    level = np.full(len(left), CONFLICT, dtype=np.int8)
    short = words.short[left] | words.short[right]
    across = words.persian[left] != words.persian[right]
    agree = np.where(
        across,
        words.first_sound[left] == words.first_sound[right],
        words.initial[left] == words.initial[right],
    )
    level[short & agree] = INITIAL
    whole = np.flatnonzero(~short)
    if not len(whole):
        return level
    level[whole] = _spelling_levels(words, left[whole], right[whole])
    level[_pet_forms(words, left, right)] = VARIANT
    alike = (words.sound[left] == words.sound[right]) | (words.other_sound[left] == words.sound[right])
    alike |= words.sound[left] == words.other_sound[right]
    level[across & ~short & alike & (level == CONFLICT)] = VARIANT
    level[_halves_agree(words, left, right) & (level != VARIANT)] = VARIANT
    level[(level == CONFLICT) & _is_half(words, left, right)] = PARTIAL
    for told, two_names in ((~across, are_two_names), (across, are_two_names_across)):
        close = np.flatnonzero(is_one_of(level, (NEAR, VARIANT, PARTIAL)) & told)
        texts = zip(words.texts[left[close]].tolist(), words.texts[right[close]].tolist())
        level[close[[two_names(*pair) for pair in texts]]] = WEAK
    # One name in one script, spelled with other letters of one sound: داود and داوود, طاهره and تاهره.
    level[(words.spelled[left] == words.spelled[right]) & ~short] = VARIANT
    # Another number is another one, however alike they look.
    level[words.numbered[left] | words.numbered[right]] = CONFLICT
    # One of them with a digit that looks like the letter of the other is one name, read by a scanner: Pate1.
    level[
        (words.numbered[left] != words.numbered[right]) & (words.in_letters[left] == words.in_letters[right])
    ] = NEAR
    return level


def _halves_agree(words: Words, left: Array, right: Array) -> Array:
    """Tell which first names of two parts have two spellings of the same parts: Mohd Imran and Mohammad Imran."""
    seconds = (words.second_half[left] > 0) & (words.second_half[left] == words.second_half[right])
    return seconds & (words.first_half[left] == words.first_half[right])


def _is_half(words: Words, left: Array, right: Array) -> Array:
    """Tell where one word is the second part of the other, or in another script the first: many a Gholamreza is called Reza."""
    whole = words.itself
    across = words.persian[left] != words.persian[right]
    found = across & False
    for half, where in ((words.second_half, True), (words.first_half, across)):
        found |= where & (half[left] > 0) & (half[left] == whole[right])
        found |= where & (half[right] > 0) & (half[right] == whole[left])
    return found


def _pet_forms(words: Words, left: Array, right: Array) -> Array:
    """Tell which words are two forms of one name. Lottie is a Charlotte, and so is many a Charlie: these two are rarely one."""
    import numpy as np

    found = np.zeros(len(left), dtype=bool)
    # Two misspellings of one name are like each other as well, or they are none of it.
    open_ = np.flatnonzero(
        (words.pets[left, 0] > 0) & (words.pets[right, 0] > 0) & (words.known[left] | words.known[right])
    )
    left, right = left[open_], right[open_]
    # In another script there is no telling which of the names is meant.
    torn = (words.torn[left] | words.torn[right]) & (words.persian[left] == words.persian[right])
    # Two spellings of one name are no pet forms: Noura is Nora, who may be an Eleonora as well.
    short_forms = len(whole_name_groups())
    for i in range(words.pets.shape[1]):
        here = words.pets[left, i]
        whole = (words.heads[left] == here) | (words.heads[right] == here) | ~torn | (here > short_forms)
        for j in range(words.pets.shape[1]):
            found[open_] |= (here > 0) & (here == words.pets[right, j]) & whole
    return found


def _spelling_levels(words: Words, left: Array, right: Array) -> Array:
    """Judge two whole words by their letters; two names that are both in use are two names."""
    import numpy as np

    level = np.full(len(left), CONFLICT, dtype=np.int8)
    # A slip changes at most two letters of the set: most pairs need no closer look.
    alike = bits_set(words.letters[left] ^ words.letters[right]) <= 6
    open_ = np.flatnonzero(alike & ~words.syllables[left] & ~words.syllables[right])
    level[open_] = _letter_levels(words, left[open_], right[open_])
    return level


def _letter_levels(words: Words, left: Array, right: Array) -> Array:
    import numpy as np
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    lefts, rights = words.texts[left].tolist(), words.texts[right].tolist()
    wrong = process.cpdist(lefts, rights, scorer=OSA.distance, score_cutoff=4, dtype=np.int32)
    short = np.minimum(words.length[left], words.length[right])
    long_ = np.maximum(words.length[left], words.length[right])
    near = ((wrong == 1) & (short >= 3)) | ((wrong == 2) & (short >= 5)) | ((wrong == 3) & (short >= 8))
    begins = one_begins(lefts, rights)
    near |= begins & (short >= 4)
    # What ends as last names end that are made of first names is no first name cut short: John and Johnson, Karim and Karimzadeh.
    slips = np.flatnonzero(near)
    near[slips] = ~_last_name_of_first(words, left[slips], right[slips])
    in_use = words.known | (words.people >= 6)
    both = in_use[left] & in_use[right] & ~_is_slip(words, left, right) & ~_is_slip(words, right, left)
    # Nor is a slip told from another name where no table holds names in such letters, and they are short.
    both |= ~words.tabled[left] & (short < _LONG_ENOUGH)
    level = np.where(near, np.where(both, WEAK, NEAR), CONFLICT).astype(np.int8)
    level[begins & both & (short >= 3) & (long_ - short >= 2)] = PARTIAL
    longer = np.flatnonzero(begins & (short >= 3))
    level[longer[_with_another_name(words, left[longer], right[longer])]] = PARTIAL
    # A word nobody else bears may be a name garbled: no evidence, but no conflict either.
    odd = ~words.known & (words.people <= 2) & words.tabled
    # So may one of two letters that lacks a letter of a name of three.
    cut = (wrong == 1) & (short == 2) & (long_ == 3)
    level[cut & (odd[left] & words.known[right] | odd[right] & words.known[left])] = NEAR
    # Cut to its first two or three letters, a name is an initial, unless these are a name themselves.
    level[(level == CONFLICT) & begins & _cut_short(words, left, right)] = INITIAL
    garbled = (level == CONFLICT) & (odd[left] & (in_use | odd)[right] | odd[right] & in_use[left])
    level[garbled & (wrong <= 2) & (wrong * 2 <= long_)] = PARTIAL
    return level


def _is_slip(words: Words, one: Array, other: Array) -> Array:
    """Tell which words no table holds and far fewer bear than the other: one slip of a frequent name is found again and again."""
    told: Array = ~words.known[one] & (words.people[one] * _OFTENER <= words.people[other])
    return told


def _last_name_of_first(words: Words, left: Array, right: Array) -> Array:
    import numpy as np

    ends = (rest in _LAST_NAMES_END for rest in _rests(words, left, right))
    shorter = np.where(words.length[left] < words.length[right], left, right)
    return np.fromiter(ends, dtype=bool, count=len(left)) & words.known[shorter]


def _with_another_name(words: Words, left: Array, right: Array) -> Array:
    """Tell where the longer of two words goes on with a given name: Mohammad Ahmad is no slip of Mohammad."""
    import numpy as np

    known = known_given_names()
    rests = _rests(words, left, right)
    return np.fromiter((len(rest) >= 3 and rest in known for rest in rests), dtype=bool, count=len(left))


def _rests(words: Words, left: Array, right: Array) -> Iterator[str]:
    """Give for each pair of words what the longer one has behind the length of the shorter."""
    for x, y in zip(words.texts[left].tolist(), words.texts[right].tolist()):
        yield max(x, y, key=len)[min(len(x), len(y)) :]


def is_longer_name(words: Words, one: Array, two: Array) -> Array:
    """Tell where one of two words goes on where the other ends, and both are names: Daniel and Danielle, Amir and Amirhossein.

    Or it goes before: Reza and Gholamreza.
    """
    import numpy as np

    lefts, rights = words.texts[one].tolist(), words.texts[two].tolist()
    begins = one_begins(lefts, rights)
    longer = np.flatnonzero(begins & (one != two))
    left, right = one[longer], two[longer]
    known = words.known[left] & words.known[right]
    goes_on = np.zeros(len(one), dtype=bool)
    goes_on[longer] = known | _with_another_name(words, left, right)
    return goes_on | _is_half(words, one, two)


def has_another_given_name(words: Words, one: Array, two: Array) -> Array:
    """Tell where one of two words is the other with a given name before it."""
    import numpy as np

    known = known_given_names()
    pairs = (sorted(pair, key=len) for pair in zip(words.texts[one].tolist(), words.texts[two].tolist()))
    found = (long_.endswith(short) and long_.removesuffix(short) in known for short, long_ in pairs)
    return np.fromiter(found, dtype=bool, count=len(one))


def are_of_husband_and_wife(words: Words, one: Array, two: Array) -> Array:
    """Tell where two last names are one as a man and as a woman bears it: see core/naming/given_names.py."""
    import numpy as np

    pairs = zip(words.texts[one].tolist(), words.texts[two].tolist())
    return np.fromiter((of_husband_and_wife(*pair) for pair in pairs), dtype=bool, count=len(one))


def _cut_short(words: Words, left: Array, right: Array) -> Array:
    """Tell where one of two words is two or three letters that are no name in use, and the other is longer by two at least."""
    import numpy as np

    shorter = np.where(words.length[left] < words.length[right], left, right)
    longer = np.where(shorter == left, right, left)
    few = (words.length[shorter] >= 2) & (words.length[shorter] <= 3) & ~words.known[shorter]
    return few & (words.length[longer] - words.length[shorter] >= 2)
