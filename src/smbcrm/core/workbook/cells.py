"""What a cell says, whatever way it is written in: two ways of writing one thing are no edit."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from smbcrm.core.dates import parse_date
from smbcrm.core.edits import NO, YES
from smbcrm.core.money import parse_amount
from smbcrm.core.phones import phone_key
from smbcrm.core.text import fold, fold_digits

_BETWEEN = {"list": re.compile(r"\s*[;؛\n]\s*"), "tags": re.compile(r"\s*[;؛\n,،]\s*")}
_ILLEGAL = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
LONGEST = 32_000
"""So much of a text goes into a cell, which holds hardly more; the store keeps all of it."""
_TICKS = frozenset({"x", "✓", "✔", "☑", "+", "done", "انجام شد", "شد", "آری"})
_TIME = re.compile(r"[T ]00:00(:00)?$")


def settled(text: str, holds: str) -> str:
    """Give what a cell says in the one spelling that is compared and kept; what cannot be read stays as it was typed.

    >>> settled("8.0", "score"), settled("۸٫۵", "score"), settled("1405/09/01", "date"), settled(" yes ", "yesno")
    ('8', '8.5', '2026-11-22', 'yes')
    >>> settled("often", "score"), settled("vip , new", "tags"), settled("no", "yesno")
    ('often', 'vip; new', '')
    """
    plain = text if text.isascii() and text.isprintable() else _clean(text)
    plain = plain.strip()[:LONGEST]
    return _SETTLE.get(holds, _same)(plain) if plain else ""


def _clean(text: str) -> str:
    return _ILLEGAL.sub("", unicodedata.normalize("NFC", text).replace("\r\n", "\n"))


def _same(text: str) -> str:
    return text


def _number(text: str) -> str:
    try:
        return f"{float(text):.15g}"
    except ValueError:
        amount = parse_amount(text)
        return text if amount is None else f"{float(amount.value):.15g}"


def _date(text: str) -> str:
    bare = _TIME.sub("", text)
    return parse_date(bare).iso or bare


def _yes_or_no(text: str) -> str:
    word = fold(text)
    if word in YES or text in _TICKS or word in _TICKS:
        return "yes"
    return "" if word in NO else text


def _list(text: str) -> str:
    return "; ".join(parts(text, "list"))


def _tags(text: str) -> str:
    return "; ".join(parts(text, "tags"))


_SETTLE: dict[str, Callable[[str], str]] = {
    "number": _number,
    "score": _number,
    "date": _date,
    "yesno": _yes_or_no,
    "list": _list,
    "tags": _tags,
}


def alike(one: str, other: str, holds: str) -> bool:
    """Tell whether two settled cells say the same.

    >>> alike("09121234567", "+989121234567", "phone"), alike("vip; new", "new; vip", "tags"), alike("Ali", "ali", "text")
    (True, True, False)
    """
    if one == other:
        return True
    if not one or not other:
        return False
    if holds == "phone":
        return _phone_parts(one) == _phone_parts(other)
    if holds in _BETWEEN:
        return {value_key(part) for part in parts(one, holds)} == {
            value_key(part) for part in parts(other, holds)
        }
    return False


def value_key(text: str) -> str:
    """Give what two ways of writing one value of several share."""
    key = "" if any(char.isalpha() for char in text) else phone_key(text)
    return key or fold(text)


def _phone_parts(text: str) -> tuple[str, str]:
    head, _, extension = fold_digits(text).lower().partition(";ext=")
    return phone_key(head) or fold(head), extension.strip()


def parts(text: str, holds: str) -> list[str]:
    """Give the several values of one cell.

    >>> parts("vip; new, old", "tags"), parts("a, b; c", "list")
    (['vip', 'new', 'old'], ['a, b', 'c'])
    """
    return [part for part in _BETWEEN[holds].split(text) if part]
