"""How alike two spellings are, worked out once for each distinct pair of values."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise, product

from smbcrm.core.matcher.reading.codes import Array, Column
from smbcrm.core.matcher.reading.name_traits import Words
from smbcrm.core.matcher.weighing.levels import (
    CONFLICT,
    INITIAL,
    MISTYPED,
    NEAR,
    NONE,
    PARTIAL,
    SAME,
    SWAPPED,
    VARIANT,
    WEAK,
)
from smbcrm.core.naming.given_names import (
    are_two_names,
    are_two_names_across,
    known_given_names,
    of_husband_and_wife,
)

_LAST_NAMES_END = frozenset(
    [
        "son",
        "sen",
        "sson",
        "ov",
        "ova",
        "ev",
        "zadeh",
        "zade",
        "pour",
        "poor",
        "nejad",
        "nia",
        "oglu",
        "زاده",
        "پور",
        "نژاد",
        "نیا",
        "یان",
        "ian",
        "yan",
    ]
)
NEARLY_ONE = 0.75  # how alike two codes or towns are at least that may be one mistyped
# Letters of two parts at least, and how alike they are in another order, in a hundred.
_TWO_PARTS, _TURNED = 8, 85
_GENERATION = 15  # years
_LONG_ENOUGH = 5  # letters
_LONGEST = 200  # letters: what is longer is no name or street, and would take minutes


def likeness(values: list[str], one: Array, two: Array, part: bool = False) -> Array:
    """Give for each pair of value numbers how alike they are spelled, 0 to 1; nothing is like nothing.

    With `part`, a value that is contained in the other counts as alike.
    """
    import numpy as np
    from rapidfuzz import fuzz, process
    from rapidfuzz.distance import OSA

    out = np.where((one == two) & (one > 0), 1.0, 0.0).astype(np.float32)
    open_ = np.flatnonzero((one != two) & (one > 0) & (two > 0))
    if not len(open_):
        return out
    left, right, back = distinct_pairs(one[open_], two[open_])
    texts = np.array([value[:_LONGEST] for value in values], dtype=object)
    lefts, rights = texts[left].tolist(), texts[right].tolist()
    alike = process.cpdist(lefts, rights, scorer=OSA.normalized_similarity, dtype=np.float32)
    if part:
        shorter = np.fromiter(
            (min(len(x), len(y)) for x, y in zip(lefts, rights)), dtype=np.int32, count=len(left)
        )
        inside = process.cpdist(lefts, rights, scorer=fuzz.partial_ratio, dtype=np.float32) / 100
        begins = np.fromiter(
            (x.startswith(y) or y.startswith(x) for x, y in zip(lefts, rights)), dtype=bool, count=len(left)
        )
        # Nearly contained is enough for one house, where the number agrees, too.
        alike = np.maximum(alike, np.where((shorter >= 8) & (inside >= 0.8), 0.7, 0))
        alike = np.maximum(
            alike, np.where(((shorter >= 5) & (inside >= 0.9)) | (begins & (shorter >= 3)), 0.85, 0)
        )
    out[open_] = alike[back]
    return out


def turned_about(values: list[str], one: Array, two: Array) -> Array:
    """Tell which pairs of value numbers are the same two parts in another order: a house's name before or behind its street."""
    import numpy as np
    from rapidfuzz import fuzz, process

    left, right, back = distinct_pairs(one, two)
    texts = np.array([value[:_LONGEST] for value in values], dtype=object)
    length = np.array([len(value) for value in texts])
    short, long_ = np.where(length[left] <= length[right], (left, right), (right, left))
    found = np.zeros(len(left), dtype=bool)
    open_ = np.flatnonzero((length[short] >= _TWO_PARTS) & (length[short] >= NEARLY_ONE * length[long_]))
    twice = [text + text for text in texts[long_[open_]]]
    alike = process.cpdist(texts[short[open_]].tolist(), twice, scorer=fuzz.partial_ratio, dtype=np.float32)
    found[open_] = alike >= _TURNED
    return found[back]


def distinct_pairs(one: Array, two: Array) -> tuple[Array, Array, Array]:
    """Give the distinct unordered pairs, and for each pair given the place of its own among them."""
    import numpy as np

    low, high = np.minimum(one, two).astype(np.int64), np.maximum(one, two)
    distinct, back = np.unique((low << 32) | high, return_inverse=True)
    return distinct >> 32, distinct & 0xFFFFFFFF, back


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
    left, right, back = distinct_pairs(one[open_], two[open_])
    level[open_] = _word_pair_levels(words, left, right)[back]
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
    level[(level == CONFLICT) & _is_second_half(words, left, right)] = PARTIAL
    for told, two_names in ((~across, are_two_names), (across, are_two_names_across)):
        close = np.flatnonzero(np.isin(level, (NEAR, VARIANT, PARTIAL)) & told)
        texts = zip(words.texts[left[close]].tolist(), words.texts[right[close]].tolist())
        level[close[[two_names(*pair) for pair in texts]]] = WEAK
    # One name in one script, spelled with other letters of one sound: داود and داوود, طاهره and تاهره.
    level[(words.spelled[left] == words.spelled[right]) & ~short] = VARIANT
    # Another number is another one, however alike they look.
    level[words.numbered[left] | words.numbered[right]] = CONFLICT
    return level


def _halves_agree(words: Words, left: Array, right: Array) -> Array:
    """Tell which first names of two parts have two spellings of the same parts: Mohd Imran and Mohammad Imran."""
    seconds = (words.second_half[left] > 0) & (words.second_half[left] == words.second_half[right])
    return seconds & (words.first_half[left] == words.first_half[right])


def _is_second_half(words: Words, left: Array, right: Array) -> Array:
    """Tell where one word is the second part of the other: many a Gholamreza and Mohammadreza is called Reza."""
    one, two = words.second_half, words.itself
    return ((one[left] > 0) & (one[left] == two[right])) | ((one[right] > 0) & (one[right] == two[left]))


def _pet_forms(words: Words, left: Array, right: Array) -> Array:
    """Tell which words are two forms of one name. Lottie is a Charlotte, and so is many a Charlie: these two are rarely one."""
    import numpy as np

    found = np.zeros(len(left), dtype=bool)
    # In another script there is no telling which of the names is meant.
    torn = (words.torn[left] | words.torn[right]) & (words.persian[left] == words.persian[right])
    for i in range(words.pets.shape[1]):
        here = words.pets[left, i]
        whole = (words.heads[left] == here) | (words.heads[right] == here) | ~torn
        for j in range(words.pets.shape[1]):
            found |= (here > 0) & (here == words.pets[right, j]) & whole
    # Two misspellings of one name are like each other as well, or they are none of it.
    return found & (words.known[left] | words.known[right])


def _spelling_levels(words: Words, left: Array, right: Array) -> Array:
    """Judge two whole words by their letters; two names that are both in use are two names."""
    import numpy as np

    level = np.full(len(left), CONFLICT, dtype=np.int8)
    # A slip changes at most two letters of the set: most pairs need no closer look.
    alike = bits_set(words.letters[left] ^ words.letters[right]) <= 6
    open_ = np.flatnonzero(alike & ~words.syllables[left] & ~words.syllables[right])
    level[open_] = _letter_levels(words, left[open_], right[open_])
    return level


def bits_set(numbers: Array) -> Array:
    """Count the bits that are set in numbers below 2**32."""
    import numpy as np

    if hasattr(np, "bitwise_count"):
        return np.bitwise_count(numbers)
    low = np.array([bin(i).count("1") for i in range(1 << 16)], dtype=np.uint8)
    return low[numbers & 0xFFFF] + low[numbers >> 16]


def _letter_levels(words: Words, left: Array, right: Array) -> Array:
    import numpy as np
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    lefts, rights = words.texts[left].tolist(), words.texts[right].tolist()
    wrong = process.cpdist(lefts, rights, scorer=OSA.distance, score_cutoff=4, dtype=np.int32)
    short = np.minimum(words.length[left], words.length[right])
    long_ = np.maximum(words.length[left], words.length[right])
    near = ((wrong == 1) & (short >= 3)) | ((wrong == 2) & (short >= 5)) | ((wrong == 3) & (short >= 8))
    begins = np.fromiter(
        (x.startswith(y) or y.startswith(x) for x, y in zip(lefts, rights)), dtype=bool, count=len(left)
    )
    near |= begins & (short >= 4)
    # What ends as last names end that are made of first names is no first name cut short: John and Johnson, Karim and Karimzadeh.
    near &= ~_last_name_of_first(words, left, right, lefts, rights)
    in_use = words.known | (words.people >= 6)
    both = in_use[left] & in_use[right]
    # Nor is a slip told from another name where no table holds names in such letters, and they are short.
    both |= ~words.tabled[left] & (short < _LONG_ENOUGH)
    level = np.where(near, np.where(both, WEAK, NEAR), CONFLICT).astype(np.int8)
    level[begins & both & (short >= 3) & (long_ - short >= 2)] = PARTIAL
    level[begins & (short >= 3) & _with_another_name(lefts, rights)] = PARTIAL
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


def _last_name_of_first(
    words: Words, left: Array, right: Array, lefts: list[str], rights: list[str]
) -> Array:
    import numpy as np

    ends = (max(x, y, key=len)[min(len(x), len(y)) :] in _LAST_NAMES_END for x, y in zip(lefts, rights))
    shorter = np.where(words.length[left] < words.length[right], left, right)
    return np.fromiter(ends, dtype=bool, count=len(lefts)) & words.known[shorter]


def _with_another_name(lefts: list[str], rights: list[str]) -> Array:
    """Tell where the longer of two words goes on with a given name: Mohammad Ahmad is no slip of Mohammad."""
    import numpy as np

    known = known_given_names()
    rests = (max(x, y, key=len)[min(len(x), len(y)) :] for x, y in zip(lefts, rights))
    return np.fromiter((len(rest) >= 3 and rest in known for rest in rests), dtype=bool, count=len(lefts))


def is_longer_name(words: Words, one: Array, two: Array) -> Array:
    """Tell where one of two words goes on where the other ends, and both are names: Daniel and Danielle, Amir and Amirhossein.

    Or it goes before: Reza and Gholamreza.
    """
    import numpy as np

    lefts, rights = words.texts[one].tolist(), words.texts[two].tolist()
    begins = np.fromiter(
        (x.startswith(y) or y.startswith(x) for x, y in zip(lefts, rights)), dtype=bool, count=len(lefts)
    )
    known = words.known[one] & words.known[two]
    longer = begins & (one != two) & (known | _with_another_name(lefts, rights))
    return longer | _is_second_half(words, one, two)


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


def birth_levels(values: list[str], one: Array, two: Array) -> Array:
    """Give for each pair of dates how they agree: the same, day and month swapped, one digit off, two parts, not.

    Of a year alone (`INITIAL`), and of what is no date but a mistyped one, it is told how far it fits.
    """
    import numpy as np

    level = np.where((one > 0) & (two > 0), np.where(one == two, SAME, CONFLICT), NONE).astype(np.int8)
    open_ = np.flatnonzero(level == CONFLICT)
    if not len(open_):
        return level
    typed = np.array([v.startswith(MISTYPED) for v in values])
    number = np.array([int(v) if v and not v.startswith(MISTYPED) else 0 for v in values], dtype=np.int64)
    x, y = number[one[open_]], number[two[open_]]
    digits = [(x // 10**p % 10, y // 10**p % 10) for p in range(8)]
    wrong = sum((p != q).astype(np.int8) for p, q in digits)
    turned = np.zeros(len(x), dtype=bool)
    for (p, q), (r, s) in pairwise(digits):
        turned |= (wrong == 2) & (p == s) & (r == q) & (p != q)
    years, months, days = (x // 10000, y // 10000), (x // 100 % 100, y // 100 % 100), (x % 100, y % 100)
    same_year, same_month, same_day = (p == q for p, q in (years, months, days))
    swapped = same_year & (months[0] == days[1]) & (days[0] == months[1])
    parts = same_year.astype(np.int8) + same_month + same_day
    found = np.where(parts == 2, PARTIAL, np.where(parts == 1, WEAK, CONFLICT))
    # A day or a month alone agrees by chance as well.
    found[(parts == 1) & ~same_year & (wrong >= 4)] = CONFLICT
    found[
        (np.abs(years[0] - years[1]) >= _GENERATION) & (_wrong_digits(*years) > 1) & (years[0] * years[1] > 0)
    ] = CONFLICT
    found[(wrong == 1) | turned] = NEAR
    found[swapped] = SWAPPED
    no_year = ((years[0] == 0) | (years[1] == 0)) & (parts < 3)
    found[no_year] = np.where(same_month & same_day, SWAPPED, CONFLICT)[no_year]
    year_only = (x % 10000 == 0) | (y % 10000 == 0)
    found[year_only] = np.where(same_year, INITIAL, np.where(wrong == 1, WEAK, CONFLICT))[year_only]
    mistyped = np.flatnonzero(typed[one[open_]] | typed[two[open_]])
    found[mistyped] = _mistyped_levels(values, one[open_][mistyped], two[open_][mistyped])
    level[open_] = found
    return level


def a_generation_apart(column: Column, a: Array, b: Array) -> Array:
    """Tell which rows have birth dates that are as far from each other as those of parents and children."""
    import numpy as np

    years = np.array(
        [int(text[:4]) if text and text[0] != MISTYPED else 0 for text in column.values], dtype=np.int64
    )
    one, two = years[column.codes[a]], years[column.codes[b]]
    return (one > 0) & (two > 0) & (np.abs(one - two) >= _GENERATION)


def _wrong_digits(one: Array, two: Array) -> Array:
    import numpy as np

    return sum((one // 10**p % 10 != two // 10**p % 10).astype(np.int8) for p in range(4))


def _mistyped_levels(values: list[str], one: Array, two: Array) -> Array:
    """Judge dates of which one is none by the slips between them, whichever of day and year was written first.

    A month or day of one digit may lack its zero, or its other digit.
    """
    import numpy as np
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    lefts, rights = ([_ways_to_type(values[code]) for code in codes] for codes in (one, two))
    least = np.full(len(one), 9, dtype=np.int32)
    for left, right in product(range(_WAYS), repeat=2):
        wrong = process.cpdist(
            [ways[left] for ways in lefts],
            [ways[right] for ways in rights],
            scorer=OSA.distance,
            dtype=np.int32,
        )
        least = np.minimum(least, wrong)
    return np.where(least <= 1, NEAR, np.where(least == 2, PARTIAL, NONE)).astype(np.int8)


_WAYS = 3


@lru_cache(maxsize=100_000)
def _ways_to_type(value: str) -> tuple[str, str, str]:
    """Give the digits of a date in the orders it may be typed in; of what is none as they are, and with zeros filled in."""
    if not value.startswith(MISTYPED):
        year, month, day = value[:4], value[4:6], value[6:]
        return value, day + month + year, month + day + year
    groups = value.removeprefix(MISTYPED).split("-")
    typed = "".join(groups)
    return typed, "".join(group.zfill(2) for group in groups), typed
