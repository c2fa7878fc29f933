"""Ids, codes, dates and places in the form in which those of two rows are compared."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from smbcrm.core.matcher.reading.codes import Array, Column, Distinct
from smbcrm.core.naming.addresses import parse_address
from smbcrm.core.naming.sounds import name_words, word_sound
from smbcrm.core.text import fold

_NOT_DIGITS = re.compile(r"\D+")
_DIGITS = re.compile(r"\d+")
_A_DAY = re.compile(r"\d{4}-\d\d-\d\d|\d{8}")
_NO_DATES = ("19000101", "18991230", "18991231", "00010101", "00000000")
_A_YEAR = re.compile(r"1[3-9]\d\d|20\d\d", re.ASCII)
_NEW_YEARS = 10
_SHORT_CODE, _LONG_CODE = 4, 9  # letters and digits of a postal code
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[\W_]+(?=\d)")
_NOT_ALNUM = re.compile(r"[\W_]+")
_NO_STREETS = 0.1  # of the addresses: a list of house numbers with some that are mistyped
ONE_STREET = "-"
"""The street of all houses where a list gives their numbers only."""
OF_A_FLAT = "#"
"""What stands before the number of a flat that stands for the house's."""
MISTYPED = "~"
"""What stands before a birth date that is none as it was typed."""


def id_key(text: str) -> str:
    """Give the letters and digits of a number that names something; nothing for `0000`."""
    key = text.lower() if _is_bare(text) else _NOT_ALNUM.sub("", fold(text))
    return "" if len(set(key)) < 2 and len(key) > 3 else key


def _is_bare(text: str) -> bool:
    """Tell whether a text is nothing but plain letters and digits, as most numbers of a list are."""
    return text.isascii() and text.isalnum()


def postal_area(text: str) -> str:
    """Give what a postal code begins with, and so do those of the neighbourhood.

    >>> postal_area("SW1A 1AA"), postal_area("90210"), postal_area("1234567890"), postal_area("123")
    ('sw1a', '902', '12345', '')
    """
    key = id_key(text)
    if len(key) <= _SHORT_CODE:
        return ""
    return key[: max(3, len(key) - 3)] if len(key) < _LONG_CODE else key[: len(key) // 2]


def code_key(text: str) -> str:
    """Give the letters and digits of a customer's code, and what parts two numbers in it: 12-3 is not 123.

    >>> code_key("C-0012"), code_key("Q12-3"), code_key("Q1-23")
    ('c0012', 'q12-3', 'q1-23')
    """
    key = id_key(text)
    if not key or _is_bare(text):
        return key
    return "-".join(_NOT_ALNUM.sub("", part) for part in _BETWEEN_DIGITS.split(fold(text)))


def birth_key(text: str) -> str:
    """Give the digits of a date: eight, `0000MMDD` or `YYYY0000` for a part of one; behind a `~` what was typed and is no date.

    The dates that programs write for none are none.

    >>> birth_key("1975-03-15"), birth_key("--03-15"), birth_key("1975"), birth_key("1975-033-15"), birth_key("8.31.1961")
    ('19750315', '00000315', '19750000', '~1975-033-15', '~8-31-1961')
    """
    plain = text if text.isascii() else fold(text)
    digits = _NOT_DIGITS.sub("", plain)
    if text.startswith("--") and len(digits) == 4:
        return "0000" + digits
    if len(digits) == 4 and _A_YEAR.fullmatch(digits):
        return digits + "0000"
    if not 5 <= len(digits) <= 9 or digits in _NO_DATES:
        return ""
    if _A_DAY.fullmatch(plain):
        return digits
    return MISTYPED + "-".join(_DIGITS.findall(plain))


def years_alone(keys: Sequence[str]) -> list[str]:
    """Take the first of January for a year alone where far more people are born on it than on any day: programs write it for that."""
    new_year = sum(key.endswith("0101") and len(key) == 8 for key in keys)
    if new_year < _NEW_YEARS or new_year * 365 < 5 * sum(map(bool, keys)):
        return list(keys)
    return [key[:4] + "0000" if key.endswith("0101") and len(key) == 8 else key for key in keys]


def days_as_numbers(keys: Sequence[str]) -> Array:
    """Give dates, as `birth_key` gives them, as whole numbers: 0 for none, -1 for what is no date but a mistyped one."""
    import numpy as np

    return np.array([-1 if key[:1] == MISTYPED else int(key or 0) for key in keys], dtype=np.int64)


def place_key(text: str) -> str:
    """Give the words that name a place, joined."""
    return "".join(word for word in name_words(text) if word not in ("city", "شهر", "استان", "شهرستان", "of"))


def site_key(text: str) -> str:
    """Give the host of a website."""
    site = fold(text).partition("//")[2] or fold(text)
    return site.removeprefix("www.").split("/")[0].strip()


def read_addresses(texts: Sequence[str]) -> tuple[Column, Column, Column, Column]:
    """Give house number, street, unit and kind of street of every address; numbers alone are houses of one street.

    Where a flat of a named house has a number and the house none, as in Flat 2, Elm Court, the flat's number tells the home.
    """
    import numpy as np

    distinct = Distinct.of(texts)
    made = {text: parse_address(text) for text in distinct.values}
    street = distinct.column(lambda text: made[text].street)
    if np.count_nonzero(street.codes) <= _NO_STREETS * sum(map(bool, texts)):
        made = {
            text: replace(one, number=_NOT_ALNUM.sub("", fold(text)).lstrip("0"), street=ONE_STREET)
            if text
            else one
            for text, one in made.items()
        }
        street = distinct.column(lambda text: made[text].street)
    house = distinct.column(
        lambda text: made[text].number or (made[text].unit and OF_A_FLAT + made[text].unit)
    )
    unit = distinct.column(lambda text: made[text].unit)
    return house, street, unit, distinct.column(lambda text: made[text].kind)


def in_one_script(places: Sequence[str]) -> list[str]:
    """Write a place as the list has it in Latin letters, where one place there sounds so: مشهد beside Mashhad.

    >>> in_one_script(["مشهد", "mashhad", "قم", ""])
    ['mashhad', 'mashhad', 'قم', '']
    """
    distinct = set(places) - {""}
    latin: dict[str, list[str]] = {}
    for place in filter(str.isascii, distinct):
        latin.setdefault(word_sound(place), []).append(place)
    others = [place for place in distinct if not place.isascii()] if latin else []
    named = {place: found[0] for place in others if len(found := latin.get(word_sound(place), [])) == 1}
    return [named.get(place, place) for place in places] if named else list(places)
