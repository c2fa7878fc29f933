"""Phone numbers of whole columns: read fast, looked up by any spelling, and the country they are read for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from smbcrm.core.phone_cells import parse_phones
from smbcrm.core.phone_chunks import squeeze
from smbcrm.core.phone_numbers import Phone, has_one_length, main_country, plan_of, read_number, settler
from smbcrm.core.say import Say, say
from smbcrm.core.text import clean, fold_digits

__all__ = [
    "Phone",
    "decide_country",
    "is_junk_phone",
    "parse_phone_column",
    "parse_phones",
    "phone_key",
]

_SEPARATOR = "\x1e"
_DIGIT_SCRIPTS = {ord(zero) + n: str(n) for zero in "۰٠" for n in range(10)}
_UNSEEN = dict.fromkeys(
    (0xA0, 0x200B, 0x200C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF)
)
_COMMON_MARKS = _DIGIT_SCRIPTS | _UNSEEN | dict.fromkeys(map(ord, " -()/"))
_COMMON = re.compile(r"\+?\d{8,15}")
_EXTENSION = re.compile(r"(?<=\d)[\s)]*(?:;ext=|ext|x|داخلی|داخلي|#).*$", re.IGNORECASE | re.DOTALL)

_LOCAL = re.compile(r"(?!00)\d{7,11}")
_PLAIN_CELL = re.compile(r"\(?[0-9][0-9 ().\-/]*[0-9]")
_PLAIN = re.compile(r"\+?\d{7,15}")
_IRANIAN_MOBILE = re.compile(r"09\d{9}")
_IRANIAN_WITHOUT_PLUS = re.compile(r"989\d{9}")
_SAMPLE = 600  # numbers looked at to decide a country
_FEW = 5  # numbers that prove nothing against the language of the list
_FEWEST_NATIONAL = 8  # up to this length a number may lack its area code and fits nowhere

# Calling codes of one and of two digits; all others have three.
_ONE_DIGIT = frozenset("17")
_TWO_DIGIT_CODES = """
    20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86
    90 91 92 93 94 95 98
    """
_TWO_DIGITS = frozenset(_TWO_DIGIT_CODES.split())


def parse_phone_column(values: Sequence[str], country: str | None) -> list[tuple[Phone, ...]]:
    """Give the numbers of every cell of a column; the same as `parse_phones` for each, only faster."""
    plan, settle = plan_of(country or ""), settler(country or "")
    recognise = plan.recognise if plan is not None else _recognise_nothing
    one_length = has_one_length(country or "")
    odd: dict[str, tuple[Phone, ...]] = {"": ()}
    found: list[tuple[Phone, ...]] = []
    for value, digits in zip(values, _squeezed(values), strict=True):
        phone = recognise(digits)
        if phone is not None:
            found.append((phone,))
            continue
        phones = odd.get(value)
        if phones is None:
            if (
                not country
                and _LOCAL.fullmatch(digits) is not None
                and _PLAIN_CELL.fullmatch(value) is not None
            ):
                phone = Phone(value=" ".join(value.split()), valid=True)
            elif _COMMON.fullmatch(digits) is not None:
                phone = settle(digits)
            settled = phone is not None and (phone.valid or one_length)
            phones = odd[value] = (phone,) if settled and phone is not None else parse_phones(value, country)
        found.append(phones)
    return found


def _recognise_nothing(digits: str) -> Phone | None:
    return None


def _squeezed(values: Sequence[str]) -> list[str]:
    """Give every cell without the common marks; all at once, for the table is asked once for each letter."""
    joined = _SEPARATOR.join(values).translate(_COMMON_MARKS)
    cells = joined.split(_SEPARATOR)
    if len(cells) != len(values):
        cells = [value.translate(_COMMON_MARKS).replace(_SEPARATOR, "?") for value in values]
    if "." in joined:
        # Between groups a full stop is only a mark; at the end of a whole number it is a spreadsheet's ".0".
        cells = [cell.replace(".", "") if cell.count(".") > 1 else cell for cell in cells]
    return cells


def phone_key(value: str) -> str:
    """Give what a number is looked up by: its last nine digits without country code; empty under five digits.

    >>> {phone_key(t) for t in ("+989123456789", "0912 345 6789", "00989123456789", "۹۱۲۳۴۵۶۷۸۹")}
    {'123456789'}
    """
    significant = _significant(value)
    return significant[-9:] if len(significant) >= 5 else ""


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
        digits = (
            digits[1:]
            if digits[:1] in _ONE_DIGIT
            else digits[2:]
            if digits[:2] in _TWO_DIGITS
            else digits[3:]
        )
    return digits.lstrip("0")


def decide_country(values: Sequence[str], *, persian: bool, hint: str = "") -> tuple[str, Say]:
    """Give the country that a list's numbers are read for, in two letters ("" when unknown), and why.

    `hint` is what the owner set. Else the countries of numbers written with `+` or `00`, and Iran where a number looks
    like an Iranian mobile or the list is written in Persian, are tried on the numbers written without: the best wins
    if it fits most of them.
    """
    if hint:
        return hint.upper(), say("phone numbers are read as those of {country}, as set", country=hint.upper())
    local, abroad, mobiles = _sorted_sample(values)
    candidates = dict.fromkeys(sorted(abroad, key=lambda country: (-abroad[country], country))[:6])
    if persian or mobiles:
        candidates["IR"] = None
    best, highest = "", -1.0
    for country in candidates:
        share = _share_that_fits(local, country)
        said = abroad[country] / (abroad.total() or 1)
        score = share + 0.3 * said + (0.1 if persian and country == "IR" else 0.0)
        few = persian and country == "IR" and len(local) < _FEW
        fits = share >= 0.5 if local else abroad[country] * 2 > abroad.total()
        if (fits or few) and score > highest:
            best, highest = country, score
    return best, _why(best, abroad, mobiles, persian=persian)


def _sorted_sample(values: Sequence[str]) -> tuple[list[str], Counter[str], int]:
    """Sort single numbers: those without calling code, the countries of the others, how many look like Iranian mobiles."""
    local: list[str] = []
    abroad: Counter[str] = Counter()
    mobiles = 0
    for digits in _single_numbers(values):
        if digits[0] == "+" or digits.startswith("00") or _IRANIAN_WITHOUT_PLUS.fullmatch(digits):
            country = main_country(digits.lstrip("+0")[:3])
            if country and read_number("+" + digits.lstrip("+0"), "") is not None:
                abroad[country] += 1
        elif len(digits) > _FEWEST_NATIONAL:
            local.append(digits)
            mobiles += _IRANIAN_MOBILE.fullmatch(digits) is not None
    return local, abroad, mobiles


def _single_numbers(values: Sequence[str]) -> list[str]:
    distinct = list(dict.fromkeys(value for value in values if value))
    step = max(1, len(distinct) // _SAMPLE)
    sample = (squeeze(clean(fold_digits(value)).lstrip("'")) for value in distinct[::step])
    return [digits for digits in sample if _PLAIN.fullmatch(digits)]


def _share_that_fits(local: list[str], country: str) -> float:
    """Give how well numbers fit a country: a valid one counts whole, one of a possible length half."""
    worth = 0.0
    for digits in local:
        phone = read_number(digits, country)
        worth += 0.0 if phone is None else 1.0 if phone.valid else 0.5
    return worth / len(local) if local else 0.0


def _why(country: str, abroad: Counter[str], mobiles: int, *, persian: bool) -> Say:
    if not country:
        return say("phone numbers are kept as they are typed: nothing tells their country")
    if abroad[country]:
        reason = say("{n} of them are written with its calling code", n=abroad[country])
    elif mobiles:
        reason = say("{n} of them look like its mobiles", n=mobiles)
    elif persian:
        reason = say("the list is written in Persian")
    return say("phone numbers are read as those of {country}: {reason}", country=country, reason=reason)
