"""Amounts of money as a person types and reads them: with or without a unit, a discount as a sum or a share."""

from __future__ import annotations

import re

from smbcrm.core.money import Amount, parse_amount
from smbcrm.core.say import say
from smbcrm.core.text import fold
from smbcrm.core.values.money_words import UNITS
from smbcrm.errors import UsageError

_CODE = re.compile(r"[A-Za-z]{3}")
_HINT = say('write it like 1250000, 99.5 or "2.5 million toman"')


def read_amount(text: str, unit: str = "") -> Amount:
    """Give an amount and its unit ("" where neither the text nor `unit` names one).

    Raises UsageError for what is no amount, or names two units.

    >>> read_amount("۲ میلیون تومان"), read_amount("250", "euro")
    (Amount(value=2000000.0, unit='IRT'), Amount(value=250.0, unit='EUR'))
    """
    found = parse_amount(text)
    if found is None:
        raise UsageError(say("{value} is no amount of money", value=text), _HINT)
    named = read_unit(unit)
    if named and found.unit and named != found.unit:
        raise UsageError(
            say("{value} is in {unit}, and --unit says {other}", value=text, unit=found.unit, other=named),
            say("name the unit once"),
        )
    return Amount(value=found.value, unit=named or found.unit)


def read_unit(text: str) -> str:
    """Give the code of a unit as typed: a word or sign we know, or any code of three letters.

    >>> read_unit("toman"), read_unit("€"), read_unit("nzd"), read_unit("")
    ('IRT', 'EUR', 'NZD', '')
    """
    typed = text.strip()
    if not typed:
        return ""
    known = UNITS.get(fold(typed), "")
    if known:
        return known
    if _CODE.fullmatch(typed):
        return typed.upper()
    raise UsageError(
        say("{unit} is no unit of money", unit=text), say("write it like toman, IRR, USD or EUR")
    )


def read_discount(text: str, price: float) -> float:
    """Give what a discount takes off a price: a sum, or a share like 10%.

    >>> read_discount("10%", 500.0), read_discount("۵٪", 200.0), read_discount("30", 500.0)
    (50.0, 10.0, 30.0)
    """
    share = "%" in text or "٪" in text
    found = parse_amount(text.replace("%", "").replace("٪", ""))
    off = None if found is None else price * found.value / 100 if share else found.value
    if off is None or off < 0 or off > abs(price):
        raise UsageError(
            say("{value} is no discount on {price}", value=text, price=price),
            say("write it like 50000 or 10%"),
        )
    return off
