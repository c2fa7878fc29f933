"""What a phone number is looked up by, and which numbers are no one's. Light: commands that look up need no plans."""

from __future__ import annotations

import re

from smbcrm.core.text import fold_digits

_EXTENSION = re.compile(r"(?<=\d)[\s)]*(?:;ext=|ext|x|داخلی|داخلي|#).*$", re.IGNORECASE | re.DOTALL)

# Calling codes of one and of two digits; all others have three.
_ONE_DIGIT = frozenset("17")
_TWO_DIGIT_CODES = """
    20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86
    90 91 92 93 94 95 98
    """
_TWO_DIGITS = frozenset(_TWO_DIGIT_CODES.split())


KEY_DIGITS = 9


def phone_key(value: str) -> str:
    """Give what a number is looked up by: its last nine digits without country code; empty under five digits.

    >>> {phone_key(t) for t in ("+989123456789", "0912 345 6789", "00989123456789", "۹۱۲۳۴۵۶۷۸۹")}
    {'123456789'}
    """
    significant = _significant(value)
    return significant[-KEY_DIGITS:] if len(significant) >= 5 else ""


def is_junk_phone(value: str) -> bool:
    """Tell whether a number only fills a required cell (`0000000`, `1111111`, `1234567`) and tells nobody apart.

    >>> [is_junk_phone(t) for t in ("0000000", "+981111111111", "1234567", "+989123456789")]
    [True, True, True, False]
    """
    typed = fold_digits(value).lstrip("+0 ")
    digits = _significant(value)
    if len(digits) < 5 or len(set(digits)) == 1 or len(set(digits[-7:])) == 1:
        return True
    return any(_is_run(one) for one in (digits, "".join(c for c in typed if c.isdigit())))


def _is_run(digits: str) -> bool:
    return digits in "12345678901234567890" or digits in "98765432109876543210"


def _significant(value: str) -> str:
    plain = fold_digits(_EXTENSION.sub("", value) if not value.isdigit() else value)
    digits = "".join(c for c in plain if c.isdigit())
    international = plain.lstrip().startswith("+")
    if not international and digits.startswith("00"):
        digits = digits[2:]
        international = True
    if international and digits[:1] != "0":
        digits = digits[len(calling_code(digits)) :]
    return digits.lstrip("0")


def calling_code(digits: str) -> str:
    """Give the calling code that the digits of a whole number begin with.

    >>> [calling_code(digits) for digits in ("989123456789", "12025550123", "96812345678")]
    ['98', '1', '968']
    """
    return digits[: 1 if digits[:1] in _ONE_DIGIT else 2 if digits[:2] in _TWO_DIGITS else 3]
