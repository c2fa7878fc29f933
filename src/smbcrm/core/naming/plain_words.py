"""The words of a person's name that are the name: without titles in front, degrees, ranks and remarks behind."""

from __future__ import annotations

from smbcrm.core.naming.given_names import known_given_names
from smbcrm.core.naming.slips import in_letters
from smbcrm.core.naming.tables.firms import FIRM_WORDS, STRONG_LEGAL_FORMS
from smbcrm.core.naming.tables.titles import (
    DEGREES,
    GENERATIONS,
    LAST_NAME_TAILS,
    LAST_NAME_TAILS_OR_NAMES,
    POLITE_WORDS,
    REMARKS,
    TITLES,
    TITLES_AND_LAST_NAMES,
    TITLES_OF_WHOLE_NAMES,
)
from smbcrm.core.naming.titles import is_in_front

# Words that are no plain part of a person's name.
SPECIAL_WORDS = TITLES | DEGREES | GENERATIONS.keys() | FIRM_WORDS | STRONG_LEGAL_FORMS
# Second halves of first names: Nour Al-Din, نور الدين.
_OF_THE_FAITH = frozenset(["aldin", "aldeen", "uddin", "eddin", "eddine", "uddeen", "الدین"])
_BEHIND = DEGREES | REMARKS
_TITLES_BEHIND = TITLES - TITLES_AND_LAST_NAMES


def _in_letters(word: str) -> str:
    """Give a word with the letters that were read as digits: a scanner's E1ise is Elise, but a guest numbered 10 is no other name.

    >>> [_in_letters(word) for word in ("e1ise", "8arbara", "m1chael", "guest10", "b2b", "7eleven")]
    ['elise', 'barbara', 'michael', 'guest10', 'b2b', '7eleven']
    """
    letters = in_letters(word)
    digits = sum(map(str.isdecimal, word))
    if not letters.isalpha() or digits * 3 > len(word) or word[-1].isdecimal():
        return word
    with_i = word.replace("1", "i")
    return with_i if letters != with_i and with_i in known_given_names() else letters


def plain_words(words: list[str]) -> tuple[list[str], int]:
    """Leave out titles in front, degrees and generations behind, and write the second half of a last name to the first."""
    kept, generation, titled = bare_words(words)
    return _with_tail(kept, least=2 if titled else 3), generation


def bare_words(words: list[str]) -> tuple[list[str], int, bool]:
    """Leave out titles in front, degrees and generations behind; tell, too, whether there was a title."""
    words = [word if word.isalpha() else _in_letters(word) for word in words]
    start, end, generation = 0, len(words), 0
    while end - start > 1 and (
        is_in_front(words[start], words[start + 1])
        or (end - start > 2 and words[start] in TITLES_OF_WHOLE_NAMES)
    ):
        if words[start] in TITLES_AND_LAST_NAMES and max(map(len, words[start + 1 : end])) == 1:
            break  # Lord S.
        start += 1
    if end - start > 1 and (rest := words[start].removeprefix("سید")) in known_given_names():
        words[start] = rest  # a title that was written to the name
    while end - start > 1:
        word = words[end - 1]
        if word in GENERATIONS:
            generation = generation or GENERATIONS[word]
        elif not (word in _BEHIND and end - start > 2) and word not in _TITLES_BEHIND:
            break
        end -= 1
    for place in range(end - 2, start, -1):
        if words[place] in _OF_THE_FAITH:
            words[place - 1 : place + 1], end = [words[place - 1] + words[place]], end - 1
    between = [word for word in words[start + 1 : end - 1] if word not in POLITE_WORDS]
    kept = [words[start], *between, *words[max(start + 1, end - 1) : end]] if end > start else []
    return kept, generation, start > 0


def _with_tail(words: list[str], *, least: int) -> list[str]:
    """Write the second half of a last name to the first, in names of so many words at least; behind a title that is the last name alone.

    >>> _with_tail("علی محمدی نژاد".split(), least=3), _with_tail("Ali Nejad".lower().split(), least=3)
    (['علی', 'محمدینژاد'], ['ali', 'nejad'])
    """
    if len(words) < least or len(words[-2]) < 2:
        return words
    known = words[-2] in known_given_names()
    if words[-1] in LAST_NAME_TAILS or (words[-1] in LAST_NAME_TAILS_OR_NAMES and not known):
        return [*words[:-2], words[-2] + words[-1]]
    return words
