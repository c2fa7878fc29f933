"""Words one slip of the keyboard away from known ones: a letter missing, added or wrong, or two neighbours exchanged."""

from __future__ import annotations

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


_SYLLABLES = (
    (0x3040, 0x30FF),
    (0x31F0, 0x31FF),
    (0x3400, 0x9FFF),
    (0xAC00, 0xD7AF),
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)
_TABLED = (
    (0x0000, 0x052F),
    (0x0600, 0x06FF),
    (0x0750, 0x077F),
    (0x08A0, 0x08FF),
    (0x1E00, 0x1FFF),
    (0xFB50, 0xFDFF),
)


def writes_syllables(word: str) -> bool:
    """Tell whether a sign of a word is a syllable or a word itself, so that another sign is no slip but another name.

    >>> writes_syllables("王小明"), writes_syllables("김민준"), writes_syllables("ali")
    (True, True, False)
    """
    return not word.isascii() and _any_in(word, _SYLLABLES)


def in_letters_of_a_table(word: str) -> bool:
    """Tell whether a word is in letters for which the tables hold names: Latin, Greek, Cyrillic and Arabic ones.

    >>> in_letters_of_a_table("ali"), in_letters_of_a_table("علی"), in_letters_of_a_table("राम")
    (True, True, False)
    """
    return word.isascii() or all(any(low <= ord(letter) <= high for low, high in _TABLED) for letter in word)


def _any_in(word: str, spans: Sequence[tuple[int, int]]) -> bool:
    return any(low <= ord(letter) <= high for letter in word for low, high in spans)
