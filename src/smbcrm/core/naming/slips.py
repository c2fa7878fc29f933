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
