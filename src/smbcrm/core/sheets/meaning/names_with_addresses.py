"""Names and addresses that stand in one column, as on a label: told apart where nearly all of its cells hold both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from smbcrm.core.headers import HeaderTable
from smbcrm.core.naming.tables.streets import NUMBER_WORDS, STREET_WORDS, UNIT_WORDS
from smbcrm.core.sheets.meaning.said import LOOKED_AT
from smbcrm.core.text import clean, fold

_JOINED_BY = re.compile(r"\s*[&+/,،;]\s*|\s+(?:and|und|et|y|e|ve|и|و)\s+", re.IGNORECASE)
_PARTS = re.compile(r"\s*[\n\r]+\s*|\s*[,،;|]\s*")
_GERMAN_STREET = re.compile(r"\w{2,}(?:str|straße|strasse|gasse|weg|platz|allee|damm|ufer)|\w{3,}ring")
_BEFORE_NUMBERS = UNIT_WORDS | NUMBER_WORDS
_NEARLY_ALL, _LEAST = 0.8, 3
_LONGEST_NAME = 6  # words
_LETTERS = 3  # beside each digit that a scanner read in a word
_BEFORE_A_STREET = 2  # words at least of a name that no sign parts from the street behind it


def heads_names_and_addresses(heading: str, headers: HeaderTable) -> bool:
    """Tell whether a heading names a name and an address beside it: "Name and address", "نام و نشانی"."""
    parts = [part for part in _JOINED_BY.split(heading.strip()) if part]
    if len(parts) < 2:
        return False
    fields = [headers.fields(part) for part in parts]
    first, rest = fields[0], fields[1:]
    return bool({"name", "company"}.intersection(first)) and any("address" in meant for meant in rest)


def told_apart(cells: Sequence[str], *, headed: bool) -> tuple[Mapping[int, str], Mapping[int, str]] | None:
    """Give the names and the addresses of a column by row, or nothing where its cells do not hold both.

    A name alone stays one. `headed`: the heading says so; else a line or a comma must part each name from its address, and the words
    of most addresses must name streets: what stands behind a name may be a year, a room or an order as well.

    >>> told_apart(["Ann Lee, 3 Elm Rd, Leeds", "Bo Day, 9 Oak St, York", "Cy Fox"], headed=True)
    ({0: 'Ann Lee', 1: 'Bo Day', 2: 'Cy Fox'}, {0: '3 Elm Rd, Leeds', 1: '9 Oak St, York'})
    >>> told_apart(["Acme, Ltd", "Lee, Ann", "Day, Bo"], headed=True)
    """
    filled = [(i, cell) for i, cell in enumerate(cells) if cell.strip()]
    if not headed and not _hold_both(cell for _, cell in islice(filled, LOOKED_AT)):
        return None
    found = {i: _split(cell, blanks=headed) for i, cell in filled}
    both = [part for part in found.values() if part is not None]
    if len(both) < max(1 if headed else _LEAST, (0.5 if headed else _NEARLY_ALL) * len(filled)):
        return None
    if not headed and sum(_names_a_street(address) for _, address in both) <= len(both) / 2:
        return None
    names: dict[int, str] = {}
    addresses: dict[int, str] = {}
    for i, cell in filled:
        parts = found[i]
        if parts is not None:
            names[i], addresses[i] = parts
        elif headed and _begins_an_address(cell):
            addresses[i] = cell
        else:
            names[i] = cell
    return names, addresses


def _hold_both(cells: Iterator[str]) -> bool:
    """Tell at a glance whether a column may hold addresses behind names: most of its cells hold a number behind a sign."""
    told = [bool(_PARTS.search(cell)) and any(map(str.isdecimal, cell)) for cell in cells]
    return sum(told) >= max(_LEAST, _NEARLY_ALL * len(told))


def _split(cell: str, *, blanks: bool) -> tuple[str, str] | None:
    """Give the name that a cell begins with and the address behind it."""
    sign = _PARTS.search(cell.strip())
    if sign is not None:
        text = cell.strip()
        name, rest = text[: sign.start()], text[sign.end() :]
        # "Lee, Ann, 3 Elm Road": the last name stands in front.
        more = _PARTS.search(rest)
        if more is not None and _is_word(name) and _is_word(rest[: more.start()]):
            name, rest = f"{name}, {rest[: more.start()]}", rest[more.end() :]
        if _is_name(name, numbered=_names_a_street(rest)) and _is_address(rest):
            return clean(name), rest.strip()
    return _split_at_a_street(cell) if blanks else None


def _split_at_a_street(cell: str) -> tuple[str, str] | None:
    words = cell.split()
    at = next(
        (i for i, word in enumerate(words) if i >= _BEFORE_A_STREET and _begins_a_street(word)), len(words)
    )
    name, rest = " ".join(words[:at]), " ".join(words[at:])
    return (name.rstrip(",،;"), rest) if _is_name(name) and _is_address(rest) else None


def _begins_an_address(text: str) -> bool:
    """Tell whether a text is an address without a name before it."""
    first = fold(text).split()[0]
    return _is_number(first) or first in _BEFORE_NUMBERS or _names_a_street(text)


def _begins_a_street(word: str) -> bool:
    key = fold(word).strip(".,،#")
    if _is_number(word) or _GERMAN_STREET.fullmatch(key):
        return True
    # Behind a name in Latin letters a word such as court or place may be a part of it.
    return key in STREET_WORDS and not key.isascii() and len(key) > 1


def _is_number(word: str) -> bool:
    """Tell whether a word is a number or has one, as 12B; a scanner's Pate1 is a name."""
    digits, letters = sum(map(str.isdecimal, word)), sum(map(str.isalpha, word))
    return digits > 0 and (word[0].isdecimal() or letters < _LETTERS * digits)


def _is_word(text: str) -> bool:
    return text.replace("-", "").replace("'", "").isalpha()


def _is_name(text: str, *, numbered: bool = False) -> bool:
    """Tell whether a text may be a name; `numbered`: a number may stand in it, as in Kiosk 24."""
    words = fold(text).replace(".", " ").split()
    if not 1 <= len(words) <= _LONGEST_NAME or "@" in text:
        return False
    if any(map(_is_number, words[:1] if numbered else words)):
        return False
    return words[0] not in _BEFORE_NUMBERS and (words[0] not in STREET_WORDS or len(words[0]) < 3)


def _names_a_street(text: str) -> bool:
    """Tell whether a text has a word for streets beside a name, as in Elm Court; court 3 is none."""
    words = _words(text)
    named = [len(word) > 1 and word.isalpha() and word not in STREET_WORDS for word in words]
    return any(
        _GERMAN_STREET.fullmatch(word) or (word in STREET_WORDS and any(named[max(i - 1, 0) : i + 2]))
        for i, word in enumerate(words)
    )


def _words(text: str) -> list[str]:
    return re.sub(r"[,،;|.]", " ", fold(text)).split()


def _is_address(text: str) -> bool:
    words = _words(text)
    number = any(map(str.isdecimal, text))
    return len(words) > 1 and (number or not STREET_WORDS.keys().isdisjoint(words))
