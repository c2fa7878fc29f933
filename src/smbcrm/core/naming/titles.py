"""Titles in front of a name and ranks behind it."""

from __future__ import annotations

import re
from functools import lru_cache

from smbcrm.core.naming.given_names import known_given_names
from smbcrm.core.naming.tables.titles import HER_TITLES, HIS_TITLES, RANKS, TITLES, TITLES_AND_LAST_NAMES
from smbcrm.core.text import fold

MAN, WOMAN = 1, 2
_AND = frozenset(["&", "+", "/", "and", "und", "et", "y", "e", "ve", "و"])
NO_LAST_NAMES = frozenset(["sir", "lord", "lady", "dame", "baronet", "baronetess", "bart", "bt"])
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_RANK = re.compile(
    r"\b(?:\d+(?:st|nd|rd|th)\s+(?:%s)\b|(?:baronet|bart|bt)\b|(?P<of>(?:%s)\s+of\b))"
    % (("|".join(sorted(RANKS)),) * 2),
    re.IGNORECASE,
)


def addressed_as(name: str, first: str = "", prefix: str = "") -> int:
    """Tell by the titles in front of a name whether a man (1), a woman (2) or a couple (3) is meant; 0 where none tells.

    >>> [addressed_as(name) for name in ("Mr Smith", "Smith, Mrs. Jane", "خانم دکتر رضایی", "Dr Smith", "Mr & Mrs Smith")]
    [1, 2, 2, 0, 3]
    """
    found = 0
    for text in (prefix, first, *name.split(",")):
        for word in text.replace(".", " ").split():
            if (meant := _meant_by(word)) is None:
                break
            found |= meant
    return found


@lru_cache(maxsize=1 << 16)
def _meant_by(word: str) -> int | None:
    """Tell who is meant by a title; nothing for a word that is none, nor joins two."""
    title = fold(word)
    if title not in TITLES and title not in _AND:
        return None
    return WOMAN if title in HER_TITLES else MAN if title in HIS_TITLES else 0


def is_in_front(word: str, following: str) -> bool:
    """Tell whether a word is a title, or joins two: Mr and Mrs Smith."""
    return word in TITLES or (word in _AND and following in TITLES)


def are_titles(firsts: list[str]) -> bool:
    """Tell whether a title stands where the first name should."""
    return bool(firsts) and all(word in TITLES and word not in known_given_names() for word in firsts)


def are_ranks(lasts: list[str], *, beside: int) -> bool:
    """Tell whether a rank or a title stands where the last name should, `beside` so many other words of the name.

    Shaun Lord is called so; John Smith, Lord, whose name was cut at its last word, is not.
    """
    if beside < 2 and not TITLES_AND_LAST_NAMES.isdisjoint(lasts):
        return False
    return bool(lasts) and all(word in NO_LAST_NAMES or _ORDINAL.fullmatch(word) for word in lasts)


def before_rank(name: str) -> str:
    """Leave out the rank behind a name.

    >>> before_rank("Sir John Smith, 3rd Baronet"), before_rank("Mary Hill, Countess of Dale"), before_rank("Smith, Earl")
    ('Sir John Smith', 'Mary Hill', 'Smith, Earl')
    """
    for found in _RANK.finditer(name):
        before = name[: found.start()].rstrip()
        if not found["of"] or before.endswith(","):
            return before.rstrip(" ,") or name
    return name
