"""Fathers' names as lists write them, to be compared."""

from __future__ import annotations

from smbcrm.core.naming.sounds import name_words
from smbcrm.core.naming.tables.titles import TITLES

_SON_OF = frozenset(["s", "d", "c", "o", "so", "do", "son", "daughter", "of", "late"])


def father_key(text: str) -> str:
    """Give a father's name as it is compared, without what says whose father he is; of a husband's, nothing.

    >>> father_key("S/o Shri Ramesh Kumar"), father_key("Ramesh Kumar"), father_key("Late Ramesh"), father_key("W/o Ramesh")
    ('rameshkumar', 'rameshkumar', 'ramesh', '')
    """
    words = name_words(text)
    if words[:2] == ["w", "o"] or words[:2] == ["wife", "of"]:
        return ""
    while len(words) > 1 and (words[0] in _SON_OF or words[0] in TITLES):
        words = words[1:]
    return "".join(words)
