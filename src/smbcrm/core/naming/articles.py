"""Arabic as it is written in Latin letters: articles belong to the word behind them, and a silent t is heard before a name."""

from __future__ import annotations

import re

from smbcrm.core.naming.far_east import with_syllables
from smbcrm.core.naming.sounds import name_words, other_sound, word_sound

_ARTICLES = frozenset(["al", "el"])
# With a hyphen, and as it is spoken: Al-Malki, El-Sayed, Ash-Shami, ud-Din.
_ARTICLE = re.compile(r"\b(?:[aeu]l|[aeu](?=([dnrstz])h?-\1)[dnrstz]h?)-(?=\w)", re.IGNORECASE)


def words_of_a_name(name: str, *, behind: bool = False, family: str = "") -> list[str]:
    """Give the words of a name with articles written to the word they belong to; in front without a hyphen only of what stands `behind`.

    A first name alone may have its `family` beside it, which tells one of the East.

    >>> words_of_a_name("Mohammed Al-Malki"), words_of_a_name("Omar Ash-Shami"), words_of_a_name("Al Pacino")
    (['mohammed', 'almalki'], ['omar', 'alshami'], ['al', 'pacino'])
    """
    if "-" in name:
        name = _ARTICLE.sub("al", with_syllables(name, family))
    return with_articles(name_words(name), behind=behind)


def with_articles(words: list[str], *, behind: bool) -> list[str]:
    """Write Arabic articles to the word they belong to; the one in front only of words that stand `behind` others.

    >>> with_articles(["ahmed", "el", "sayed"], behind=False), with_articles(["al", "pacino"], behind=False)
    (['ahmed', 'alsayed'], ['al', 'pacino'])
    """
    if _ARTICLES.isdisjoint(words):
        return words
    kept: list[str] = []
    for place, word in enumerate(words):
        if place and words[place - 1] in _ARTICLES and (behind or place > 1):
            kept[-1] = "al" + word
        else:
            kept.append(word)
    return kept


def sounds_of(word: str) -> set[str]:
    """Give how a word in other letters may sound in Latin ones; before a name the last letter of شركة is heard: Sharikat Al-Noor.

    >>> sorted(sounds_of("شرکه")), sounds_of("ali")
    (['0rk', '0rkt', 'crk'], {'al'})
    """
    found = {sound for sound in (word_sound(word), other_sound(word)) if sound}
    return found | {word_sound(word) + "t"} if word.endswith("ه") else found
