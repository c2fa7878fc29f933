"""Phones and e-mails of all rows made comparable."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import chain

from smbcrm.core.emails import is_junk_email
from smbcrm.core.matcher.reading.codes import Array, Values, encode
from smbcrm.core.phones import is_junk_phone, phone_key
from smbcrm.core.text import fold
from smbcrm.core.values.phone_keys import KEY_DIGITS, calling_code

_PER_ROW = 3  # phones and e-mails of a row that are compared
_NOT_DIGITS = re.compile(r"\D+")
_PLAIN_PHONE = re.compile(r"\+98\d{10}|\+1\d{10}", re.ASCII)
_RUNS = "12345678901234567890 98765432109876543210"
_LAST_DIGITS = 4
_WITHOUT_AREA = (7, 8)  # digits
_MANY_PHONES = 100_000
_MANY_BESIDE = 5  # one customer's slips are fewer


def encode_several(
    cells: Sequence[tuple[str, ...]],
    key: Callable[[str], str],
    apart: Callable[[dict[str, str]], dict[str, str]] = lambda made: made,
) -> tuple[Array, Values, dict[str, int]]:
    """Number the values of a field that holds several per row, as a table with a few columns; `apart` may mend the keys of all values.

    Give the numbers of the values as they are written, too.
    """
    import numpy as np

    made = apart({value: key(value) for value in set(chain.from_iterable(cells))})
    distinct = sorted(set(made.values()) - {""})
    number = {value: code for code, value in enumerate(distinct, start=1)}
    code_of = {value: number.get(found, 0) for value, found in made.items()}
    codes = np.zeros((len(cells), _PER_ROW), dtype=np.int32)
    codes[:, 0] = [code_of[cell[0]] if cell else 0 for cell in cells]
    for row in np.flatnonzero(np.fromiter(map(len, cells), dtype=np.int32, count=len(cells)) > 1).tolist():
        found = list(dict.fromkeys(code_of[value] for value in cells[row] if code_of[value]))[:_PER_ROW]
        codes[row] = found + [0] * (_PER_ROW - len(found))
    return codes, Values(["", *distinct]), code_of


def whole_numbers(code_of: dict[str, int], count: int) -> Values:
    """Give for every phone the whole number with its country, where a row tells it."""
    whole = Values([""] * count)
    for value, code in code_of.items():
        # Of several ways to write it one is taken, whichever row comes first.
        if value[:1] == "+" and code and (not whole[code] or value < whole[code]):
            whole[code] = value
    return whole


def phone_number(value: str) -> str:
    """Give what a phone is compared by; nothing for a number that only fills a cell."""
    digits = value[-KEY_DIGITS:]
    if _PLAIN_PHONE.fullmatch(value) and len(set(digits[2:])) > 2 and digits not in _RUNS:
        return digits  # what phone_key gives, for the commonest shapes
    return "" if is_junk_phone(value) else phone_key(value)


def by_area(made: dict[str, str]) -> dict[str, str]:
    """Keep all digits of numbers of one country that end alike and are not one: 021 33445566 in Tehran and 071 33445566 in Shiraz."""
    repeated = {key for key, times in Counter(made.values()).items() if key and times > 1}
    wholes: dict[str, set[str]] = {}
    for value, key in made.items() if repeated else ():
        if key in repeated and value[:1] == "+":
            wholes.setdefault(key, set()).add(value.partition(";")[0])
    shared = {key for key, ends in wholes.items() if len(ends) > len(set(map(_country_sign, ends)))}
    if not shared:
        return made
    return {
        value: value[1:].partition(";")[0] if value[:1] == "+" and key in shared else key
        for value, key in made.items()
    }


def _country_sign(number: str) -> tuple[str, int]:
    """Give what numbers of one country share: their calling code, and how long they are."""
    return calling_code(number[1:4]), len(number)


def all_digits(cells: Sequence[tuple[str, ...]], codes: Array, values: list[str]) -> Values:
    """Give for every phone its digits without what stands before the area code, to compare misspelled ones."""
    digits = Values([""] * len(values))
    written: dict[int, str] = {}
    odd: dict[int, str] = {}
    countries: Counter[str] = Counter()
    for cell, code in dict(zip(cells, codes[:, 0].tolist())).items():
        if code:
            # Only the first number of a row is compared in this way; those kept for junk are left out.
            value = next(v for v in cell if _is_kept_as(values[code], v)) if len(cell) > 1 else cell[0]
            # Of several ways to write it one is taken, whichever row comes first.
            before = written.setdefault(code, value)
            if before != value:
                written[code] = max(before, value, key=_how_whole)
    for code, value in written.items():
        whole = value.partition(";")[0]
        if _is_whole(whole):
            country = calling_code(whole[1:4])
            digits[code] = whole[1 + len(country) :].lstrip("0")
            countries[country] += 1
        else:
            digits[code] = odd[code] = _NOT_DIGITS.sub("", fold(value)).lstrip("0")
    if odd and countries:
        home = max(countries, key=lambda code: (countries[code], code))
        heads = {number[:2] for code, number in enumerate(digits) if code not in odd}
        for code, number in odd.items():
            # The country stands before a number that is too long, or that begins as no number here does.
            if home and number.startswith(home) and (len(number) > 10 or number[:2] not in heads):
                digits[code] = number[len(home) :].lstrip("0")
    return digits


def _is_whole(number: str) -> bool:
    return number[:1] == "+" and number[1:].isdecimal()


def _how_whole(value: str) -> tuple[bool, str, str]:
    return _is_whole(value.partition(";")[0]), _NOT_DIGITS.sub("", fold(value)).lstrip("0"), value


def _is_kept_as(key: str, value: str) -> bool:
    end = phone_number(value)
    return bool(end) and key.endswith(end)


def with_area(phones: Array, values: Sequence[str]) -> Array:
    """Give the table of phones with every number that lacks its area code taken for the one longer number that ends in it.

    In a very long list some number ends in it by chance.
    """
    import numpy as np

    local = {
        value: code for code, value in enumerate(values) if len(value) in _WITHOUT_AREA and value.isdecimal()
    }
    whole = [
        code for code, value in enumerate(values) if len(value) > _WITHOUT_AREA[-1] and value.isdecimal()
    ]
    if not local or len(whole) > _MANY_PHONES:
        return phones
    ends: dict[str, list[int]] = {}
    for code in whole:
        for length in _WITHOUT_AREA:
            if (end := values[code][-length:]) in local:
                ends.setdefault(end, []).append(code)
    meant = np.arange(len(values), dtype=phones.dtype)
    for end, codes in ends.items():
        if len(codes) == 1:
            meant[local[end]] = codes[0]
    return _once_a_row(meant[phones])


def _once_a_row(table: Array) -> Array:
    """Leave each value of a row standing once, nothing between the values: a row that has one twice would be a pair with itself."""
    import numpy as np

    for place in range(1, table.shape[1]):
        again = (table[:, :place] == table[:, place : place + 1]).any(axis=1)
        table[again, place] = 0
    return np.take_along_axis(table, np.argsort(table == 0, axis=1, kind="stable"), axis=1)


_MOST_DIGITS = 18  # what fits into a number of 64 bits; no phone is longer


def crowded(digits: Sequence[str]) -> Array:
    """Tell which numbers stand among several that differ from them in one of the last digits, as numbers do that were given out in a row."""
    import numpy as np

    ends = (text[-_MOST_DIGITS:] for text in digits)
    numbers = np.array([int(text) if text.isdecimal() else 0 for text in ends], dtype=np.int64)
    beside = np.zeros(len(numbers), dtype=np.int64)
    for place in range(_LAST_DIGITS):
        one = 10**place
        rest = numbers // (one * 10) * (one * 10) + numbers % one
        _, back, counts = np.unique(rest, return_inverse=True, return_counts=True)
        beside += counts[back.ravel()] - 1
    return (beside >= _MANY_BESIDE) & (numbers > 0)


def email_address(value: str) -> str:
    """Give what an e-mail is compared by; nothing for an address that only fills a cell."""
    return "" if is_junk_email(value) else value if value.isascii() else fold(value).replace(" ", "")


def email_locals(values: Sequence[str], roles: Array) -> Array:
    """Number the parts before the @ of e-mails; 0 for a role address, which many firms share."""
    return encode(
        ["" if role else v.partition("@")[0].partition("+")[0] for v, role in zip(values, roles)]
    ).codes


def email_digits(values: Sequence[str]) -> list[str]:
    """Give the digits before the @ of e-mails: two that differ in them are two."""
    locals_ = (value.partition("@")[0] for value in values)
    return ["" if local.isalpha() else _NOT_DIGITS.sub("", local) for local in locals_]
