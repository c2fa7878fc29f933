"""Addresses taken apart and made comparable: house number, street, unit."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from smbcrm.core.naming.street_kinds import kind_and_name, numbers_joined, with_plain_signs
from smbcrm.core.naming.tables.streets import (
    BUILDING_WORDS,
    NUMBER_WORDS,
    PLACE_WORDS,
    STREET_WORDS,
    UNIT_WORDS,
)
from smbcrm.core.text import fold

_ORDINAL = re.compile(r"\b(\d+)(?:st|nd|rd|th)\b")
_DIGIT_LETTER = re.compile(r"(?<=\d)(?=[^\W\d_]{2,})|(?<=[^\W\d_])(?=\d)")
# A scanner reads digits as the letters they look like: between two digits they are digits, 43O1 and 19|9, but 12 B 5 is house 12 B.
_READ_AS_LETTER = re.compile(r"(?<=\d)[ol|is](?=\d)", re.IGNORECASE)
_MEANT = {"o": "0", "l": "1", "|": "1", "i": "1", "s": "5"}
_TWO_NUMBERS = re.compile(r"(?<=\d) (?=\d)")
_NOT_WORD = re.compile(r"[^\w#]+|_+")
_CROSS_WORDS = frozenset(
    [
        "at",
        "near",
        "between",
        "btwn",
        "bet",
        "off",
        "corner",
        "cnr",
        "opposite",
        "opp",
        "نبش",
        "روبروی",
        "جنب",
        "بین",
    ]
)
_CROSS_STREET = re.compile(rf"\s(?:{'|'.join(sorted(_CROSS_WORDS))})\s.*|[(].*")
_LONG_KIND, _SHORTEST_NAME = 6, 3  # letters
_LONG_KINDS = sorted(word for word in STREET_WORDS if len(word) >= _LONG_KIND)
_LONGEST_KIND = max(map(len, _LONG_KINDS)) + 1
_KNOWN = frozenset((*STREET_WORDS, *PLACE_WORDS, *UNIT_WORDS, *NUMBER_WORDS))
_IN_FRONT = frozenset(["rue", "calle", "via", "rua"])
_ARTICLES = frozenset(["the"])
_TURKISH_FLAT = "d"  # daire, behind the number of a house
_APOSTROPHE = re.compile(r"['\u200c]")


@dataclass(frozen=True, slots=True)
class Address:
    """The parts of an address, folded: `street` holds the words that name it, joined; its `kind` stands apart, and may be left out."""

    number: str = ""
    street: str = ""
    unit: str = ""
    kind: str = field(default="", compare=False)


NO_ADDRESS = Address()


@lru_cache(maxsize=100_000)
def parse_address(text: str) -> Address:
    """Take an address apart.

    >>> parse_address("12 Bridge Road, Apt 5") == parse_address("12 bridge rd #5")
    True
    >>> parse_address("خیابان حافظ، پلاک ۲۷۷ واحد ۲۱")
    Address(number='277', street='حافظ', unit='21', kind='st')
    >>> parse_address("43O1 Broadway") == parse_address("4301 broadway"), parse_address("12B Hill Road").number
    (True, '12b')
    >>> parse_address("Hauptstraße 7")
    Address(number='7', street='haupt', unit='', kind='st')
    """
    if not text:
        return NO_ADDRESS
    words = _kinds_mended(numbers_joined(_words(with_plain_signs(text))))
    number, unit, rest = _numbers(words)
    kind, named = _named(rest)
    return Address(number, _joined(named), unit, kind)


def _joined(words: list[str]) -> str:
    """Join the words of a street; two numbers beside each other stay two."""
    joined = "".join(words)
    if len(words) < 2 or not any(char.isdigit() for char in joined):
        return joined
    return _TWO_NUMBERS.sub("-", " ".join(words)).replace(" ", "")


def _kinds_mended(words: list[str]) -> list[str]:
    """Write kinds of streets as they are meant: mistyped, run into the name, or parted: mackie crecsent, mackiecrescent, mackie c rescent."""
    if len(words) < 2 or not any(word.isalpha() and word not in _KNOWN for word in words):
        return words
    found: list[str] = []
    has_kind = _has_kind(words)
    rest = iter(zip(words, [*words[1:], "1"]))
    for word, follows in rest:
        if word in _KNOWN or not word.isalpha() or (has_kind and word.isascii()):
            found.append(word)
            continue
        before = found[-1] if found else ""
        parted = _parted_kind(word + follows) if follows not in _KNOWN else ""
        if parted and _is_named(parted, before, ""):
            found.append(parted)
            next(rest)
        else:
            found += _with_its_kind(word, before, follows)
    return found


def _has_kind(words: list[str]) -> bool:
    """Tell whether a Latin kind of street stands where it does: behind a name, or in front of it where that is usual. Squire Lane is no square."""
    named = [word for word in words if word.isalpha()]
    return any(word in STREET_WORDS for word in named[1:]) or named[0] in _IN_FRONT


def _is_named(kind: str, before: str, follows: str) -> bool:
    """Tell whether a kind of street has a name beside it: before it in Latin letters, behind it in Persian ones."""
    if kind.isascii():
        return before.isalpha() and before not in _ARTICLES
    # خیابان خیابانی is the street of Mr Khiabani.
    return follows.isalpha() and follows not in _KNOWN and before not in STREET_WORDS


def _parted_kind(joined: str) -> str:
    """Give the kind of street that two words are when written as one; a Park Way is none."""
    likely = _LONG_KIND - 1 <= len(joined) <= _LONGEST_KIND and joined.isalpha()
    return _kind_meant(joined) if likely else ""


@lru_cache(maxsize=100_000)
def _with_its_kind(word: str, before: str, follows: str) -> tuple[str, ...]:
    """Give a word and the kind of street that was run into it, or the kind that it is mistyped for beside a name."""
    if len(word) < _LONG_KIND - 1 or not word.isalpha() or word in STREET_WORDS:
        return (word,)
    for kind in _LONG_KINDS:
        # Persian has the kind in front, and writes the names in its own letters.
        name = word.removesuffix(kind) if kind.isascii() else word.removeprefix(kind)
        if name != word and len(name) >= _SHORTEST_NAME:
            return (name, kind) if kind.isascii() else (kind, name)
    meant = _kind_meant(word)
    return (meant if meant and _is_named(meant, before, follows) else word,)


@lru_cache(maxsize=100_000)
def _kind_meant(word: str) -> str:
    """Give the kind of street that a word is, one slip aside."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    meant = process.extractOne(word, _LONG_KINDS, scorer=OSA.distance, score_cutoff=1)
    return meant[0] if meant else ""


def _named(words: list[str]) -> tuple[str, list[str]]:
    """Part the kind of a street from the words that name it."""
    words = [PLACE_WORDS[word] if PLACE_WORDS.get(word, "").isdigit() else word for word in words]
    if len(words) == 2 and words[0] in _ARTICLES and words[1] in STREET_WORDS:
        return "", words  # in one village are The Avenue and The Close
    kind, named = kind_and_name(words)
    named = [word for word in named if STREET_WORDS.get(word, word)]
    if len(named) < 2:
        return kind, named
    first = PLACE_WORDS.get(named[0], named[0])
    return kind, [first, *(PLACE_WORDS.get(word) or STREET_WORDS.get(word, word) for word in named[1:])]


def _words(text: str) -> list[str]:
    plain = fold(text.replace("\u200c", ""))
    words = plain.split()
    # Most addresses are plain words and numbers, with a comma here and there.
    bare = plain.replace(",", " ").split() if "," in plain else words
    if not (all(word.isalpha() or word.isdecimal() for word in bare) and _CROSS_WORDS.isdisjoint(words)):
        bare = _taken_apart(plain)
    return bare


def _taken_apart(plain: str) -> list[str]:
    plain = _READ_AS_LETTER.sub(lambda found: _MEANT[found[0]], _APOSTROPHE.sub("", plain))
    plain = _ORDINAL.sub(r"\1", plain)
    shorter = _CROSS_STREET.sub("", plain)
    plain = _DIGIT_LETTER.sub(" ", shorter if len(shorter) > 5 else plain).replace("#", " # ")
    return _NOT_WORD.sub(" ", plain).split()


def _numbers(words: list[str]) -> tuple[str, str, list[str]]:
    """Find the house number and the unit among the words; what is left names the street."""
    number = unit = part = ""
    rest: list[str] = []
    place = 0
    while place < len(words):
        word = words[place]
        follows = words[place + 1] if place + 1 < len(words) else ""
        if word in UNIT_WORDS and follows and not unit and (follows[0].isdigit() or len(follows) == 1):
            unit, place = follows, place + 2
            continue
        if word in NUMBER_WORDS and follows[:1].isdigit() and not number:
            number, place = follows, place + 2
            continue
        if word == _TURKISH_FLAT and number and not unit and follows.isdecimal():
            unit, place = follows, place + 2
            continue
        if word in BUILDING_WORDS and number and follows:
            part, place = part or follows, place + 2
            continue
        rest.append(word)
        place += 1
    if not number:
        number, rest = _bare_number(rest)
    return number.lstrip("0") or number, (unit or part).lstrip("0"), rest


def _bare_number(words: list[str]) -> tuple[str, list[str]]:
    """Take the house number from the front, else from the end; a number alone is the house number."""
    for place in (0, len(words) - 1):
        if words and words[place][:1].isdigit() and (len(words) > 1 or place == 0):
            return words[place], words[:place] + words[place + 1 :]
    return "", words
