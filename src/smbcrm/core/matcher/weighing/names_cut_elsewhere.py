"""Mend how names of two rows were held together that are one, but for where they are cut into first, middle and last name."""

from __future__ import annotations

from smbcrm.core.matcher.reading.codes import Array
from smbcrm.core.matcher.reading.traits import Traits
from smbcrm.core.matcher.weighing.levels import (
    CONFLICT,
    INITIAL,
    NEAR,
    PARTIAL,
    SAME,
    VARIANT,
    is_one_of,
)
from smbcrm.core.matcher.weighing.likeness import likeness
from smbcrm.core.matcher.weighing.name_likeness import ONE_NAME
from smbcrm.core.matcher.weighing.rarity import Rarity
from smbcrm.core.naming.sounds import is_both, word_sound

_GLUED_LENGTH, _GLUED_BITS = 6, 5.0  # letters that two scripts may differ by, and bits
_SECOND_NAME_BITS = -1.0


def mend_whole_names(
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


def mend_glued(
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


def mend_last_names_of_two_words(
    traits: Traits, rarity: Rarity, given: Array, surname: Array, surname_w: Array, a: Array, b: Array
) -> None:
    """Mend last names of which one script writes in two words what the other writes in one: Behrouz Vosoughi Rad, بهروز وثوقی‌راد.

    The first of them was taken for a middle name. Of two last names, as in Spain, only the first may be told: José Pérez Ruiz.
    """
    import numpy as np

    words, middle = traits.words, traits.middle
    clash = (
        (surname == CONFLICT) & is_one_of(given, (SAME, VARIANT, NEAR, INITIAL)) & (middle[a] != middle[b])
    )
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


def mend_the_last_of_two(
    traits: Traits, rarity: Rarity, given: Array, surname: Array, surname_w: Array, a: Array, b: Array
) -> None:
    """Mend last names of which one row tells the second alone, as in Brazil: Manuella Teixeira Vieira is Manuella Vieira."""
    import numpy as np

    words, ends, last = traits.words, traits.surname_end, traits.surname
    open_ = np.flatnonzero((surname == CONFLICT) & is_one_of(given, (SAME, VARIANT, NEAR, INITIAL)))
    one, two = a[open_], b[open_]
    held = np.where(ends[one] == last[two], ends[one], np.where(ends[two] == last[one], ends[two], 0))
    mended = (held > 0) & ~words.short[held] & ~words.persian[held]
    surname[open_[mended]] = VARIANT
    surname_w[open_[mended]] = rarity.word[held[mended]] - 2


def mark_called_by_the_second(
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
