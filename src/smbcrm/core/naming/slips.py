"""Words one slip of the keyboard away from known ones: a letter missing, added or wrong, or two neighbours exchanged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

_SHORTEST = 4  # letters: a shorter word is like too many others
_LONGEST = 40  # and a longer one is none that somebody typed


def by_shape(words: Iterable[str]) -> dict[str, list[str]]:
    """Give words of four letters or more by themselves and by what is left of them without one of their letters."""
    found: dict[str, list[str]] = {}
    for word in words:
        if _SHORTEST <= len(word) <= _LONGEST:
            for shape in _shapes(word):
                found.setdefault(shape, []).append(word)
    return found


def one_slip_away(word: str, shaped: Mapping[str, Sequence[str]]) -> list[str]:
    """Give those of the words, as `by_shape` gives them, that are one slip away from this one, in order.

    >>> one_slip_away("shriaz", by_shape(["shiraz", "tabriz"]))
    ['shiraz']
    """
    from rapidfuzz.distance import OSA

    if not _SHORTEST <= len(word) <= _LONGEST:
        return []
    near = {other for shape in _shapes(word) for other in shaped.get(shape, ())}
    return sorted(other for other in near if OSA.distance(word, other) == 1)


def _shapes(word: str) -> set[str]:
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


_LETTERS_LIKE_DIGITS = str.maketrans("0158", "olsb")


def in_letters(word: str) -> str:
    """Give a word with letters for the digits that a scanner reads for them.

    >>> in_letters("rachae1"), in_letters("carrill0")
    ('rachael', 'carrillo')
    """
    return word.translate(_LETTERS_LIKE_DIGITS)


_SYLLABLE = re.compile(
    "[\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]"
)
_TABLED = re.compile("[\u0000-\u052f\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\u1e00-\u1fff\ufb50-\ufdff]*")


def writes_syllables(word: str) -> bool:
    """Tell whether a sign of a word is a syllable or a word itself, so that another sign is no slip but another name.

    >>> writes_syllables("王小明"), writes_syllables("김민준"), writes_syllables("ali")
    (True, True, False)
    """
    return not word.isascii() and _SYLLABLE.search(word) is not None


def in_letters_of_a_table(word: str) -> bool:
    """Tell whether a word is in letters for which the tables hold names: Latin, Greek, Cyrillic and Arabic ones.

    >>> in_letters_of_a_table("ali"), in_letters_of_a_table("علی"), in_letters_of_a_table("राम")
    (True, True, False)
    """
    return word.isascii() or _TABLED.fullmatch(word) is not None
