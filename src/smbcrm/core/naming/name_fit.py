"""How well a part of a name, as somebody typed it, fits a name: written so, heard so in the other script, or only a piece of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TypeVar

from smbcrm.core.naming.sounds import end_apart, name_words, vowels_apart, word_sound
from smbcrm.core.text import fold

WHOLE, HEARD, WORDS, ACROSS, NEAR, PIECE = range(6)
"""The whole name as it is written or as it is heard; whole words of it as written, in the other script, heard so; pieces of words."""

_Key = TypeVar("_Key")
_SEATS = str.maketrans("ئ", "ی")  # one letter on two keyboards: رضائی and رضایی
_VOWELS = "aeiouwyاآعءویh"
_END = re.compile(f"[{_VOWELS.replace('h', '')}]*$")
_LONG = re.compile("ee|e[iy]|oo|ou")
_ONE_VOWEL = re.compile("ee|ie|e[iy]$|oo|ou|یی")


def name_fit(typed: str, name: str) -> int | None:
    """Give how well a name fits what was typed, the best first; None where it does not.

    >>> [name_fit("رضایی", name) for name in ("علی رضایی", "Ali Rezaei", "رضا مرادی", "رضایی‌نیا", "سارا")] == [WORDS, ACROSS, PIECE, WORDS, None]
    True
    """
    asked, folded = fold(typed), fold(name)
    several = " " in asked
    if several and folded == asked:
        return WHOLE
    readings = [asked.split(), name_words(typed)]
    theirs = {*folded.split(), *name_words(name)}
    fits = [_words_fit(words, theirs) for words in readings if words]
    best = min((fit for fit in fits if fit is not None), default=None)
    if several and best in (ACROSS, NEAR) and _sounds(readings[1]) == _sounds(name_words(name)):
        return HEARD
    if best is None and all(word in folded for word in asked.split()):
        return PIECE
    return best


def best_fits(fits: Mapping[_Key, int]) -> list[_Key]:
    """Give those who are meant: whoever fits best, and beside words as they are written the same in the other script."""
    best = min(fits.values(), default=PIECE)
    together = {WORDS: (WORDS, ACROSS), ACROSS: (ACROSS, NEAR)}.get(best, (best,))
    return [key for key, fit in fits.items() if fit in together]


def heard_longer(typed: str, word: str) -> bool:
    """Tell whether a typed word goes on where another of the same sounds ends: رضایی and رضا.

    >>> heard_longer("رضایی", "رضا"), heard_longer("rezaei", "رضایی"), heard_longer("رضا", "rezaei")
    (True, False, False)
    """
    return _end(typed) > _end(word)


def _words_fit(words: Sequence[str], theirs: set[str]) -> int | None:
    """Give how well the worst of some words fits the best of others."""
    worst = WORDS
    for word in words:
        fits = [fit for other in theirs if (fit := _word_fit(word, other)) is not None]
        if not fits:
            return None
        worst = max(worst, min(fits))
    return worst


def _word_fit(word: str, other: str) -> int | None:
    if word == other or word.translate(_SEATS) == other.translate(_SEATS):
        return WORDS
    sound = word_sound(word)
    if not sound or sound != word_sound(other):
        return None
    if word.isascii() == other.isascii():
        return NEAR if _end(word) == _end(other) else PIECE
    apart = end_apart(word, other) or vowels_apart(word, other) or _is_short(word, other)
    return PIECE if apart or _end(word) != _end(other) else ACROSS


def _is_short(word: str, other: str) -> bool:
    """Tell whether a long vowel is heard in Latin letters for which nothing stands in the other word: Hossein is not حسن."""
    latin, written = (word, other) if word.isascii() else (other, word)
    return _LONG.search(latin) is not None and not any(letter in "ویئع" for letter in written)


def _end(word: str) -> tuple[bool, bool]:
    """Give whether a word ends in several vowels, and whether a v stands between them: رضا, رضایی, رضوی."""
    end = _END.search(_ONE_VOWEL.sub("i", word.replace("v", "w").removesuffix("h")).translate(_SEATS))
    vowels = end.group() if end else ""
    return len(vowels) > 1, any(letter in "wو" for letter in vowels[:-1])


def _sounds(words: Sequence[str]) -> list[str]:
    return [sound for word in words if (sound := word_sound(word))]
