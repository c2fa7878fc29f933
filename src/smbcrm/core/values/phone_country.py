"""The country that the phone numbers of one list are read for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set

from smbcrm.core.say import Say, say
from smbcrm.core.text import clean, fold_digits
from smbcrm.core.values.phone_chunks import squeeze
from smbcrm.core.values.phone_numbers import has_leading_zero, main_country, read_number

_PLAIN = re.compile(r"\+?\d{7,15}")
_IRANIAN_MOBILE = re.compile(r"09\d{9}")
_IRANIAN_WITHOUT_PLUS = re.compile(r"989\d{9}")
_SAMPLE = 600  # numbers looked at to decide a country
_FEW = 5  # numbers that prove nothing against the language of the list
_SELDOM, _VALID = 10, 0.75
_FEWEST_NATIONAL = 8  # up to this length a number may lack its area code and fits nowhere


def decide_country(
    values: Sequence[str], *, persian: bool, elsewhere: bool = False, hint: str = ""
) -> tuple[str, Say]:
    """Give the country that a list's numbers are read for, in two letters ("" when unknown), and why.

    `hint` is what the owner set. Else the countries of numbers written with `+` or `00`, and Iran where a number looks
    like an Iranian mobile or the list is written in Persian, are tried on the numbers written without: the best wins
    if it fits most of them. Where hardly any number is written so, that may be the one customer from abroad: the others must
    then be valid in its country, not only as long as numbers there, and written as there. `elsewhere` tells that the list is written in the language of another country: Nuremberg's
    0911 and Japan's 090 look like Iranian mobiles, too.
    """
    if hint:
        return hint.upper(), say("phone numbers are read as those of {country}, as set", country=hint.upper())
    sample = _sample(values)
    local, short, abroad, mobiles = _sorted_sample(sample)
    numbers = len(local) + len(short) + abroad.total()
    candidates = dict.fromkeys(sorted(abroad, key=lambda country: (-abroad[country], country))[:6])
    if persian or (mobiles and not elsewhere):
        candidates["IR"] = None
    # 09 and nine digits is an Iranian mobile first, even where the plan of another country has such numbers, too.
    in_groups = _in_groups(sample)
    looks = 0.15 * mobiles / len(local) if local else 0.0
    best, highest = "", -1.0
    for country in candidates:
        at_home = country == "IR" and (persian or mobiles)
        seldom = abroad[country] * _SELDOM < numbers and not at_home
        alone = abroad[country] == 1 and not at_home
        strange = in_groups if (seldom or alone) and has_leading_zero(country) else frozenset()
        share = _share_that_fits(local, country, strange=strange)
        said = abroad[country] / (abroad.total() or 1)
        score = share + 0.3 * said
        if country == "IR":
            score += looks + (0.1 if persian else 0.0)
        few = persian and country == "IR" and len(local) < _FEW
        fits = share >= 0.5 if local else abroad[country] * 2 > abroad.total()
        if seldom:
            # Where nearly all numbers are short ones, as in Denmark, a few long ones do not speak for the list.
            others = local if len(local) * _SELDOM >= len(short) else local + short
            fits = fits and _share_that_fits(others, country, possible=0.0, strange=strange) >= _VALID
        if (fits or few) and score > highest:
            best, highest = country, score
    return best, _why(best, abroad, mobiles, persian=persian)


def _sorted_sample(sample: Sequence[str]) -> tuple[list[str], list[str], Counter[str], int]:
    """Sort single numbers: long and short ones without calling code, the countries of the others, how many look like Iranian mobiles."""
    local: list[str] = []
    short: list[str] = []
    abroad: Counter[str] = Counter()
    mobiles = 0
    for text in sample:
        digits = squeeze(text)
        if not _PLAIN.fullmatch(digits):
            continue
        if digits[0] == "+" or digits.startswith("00") or _IRANIAN_WITHOUT_PLUS.fullmatch(digits):
            country = main_country(digits.lstrip("+0")[:3])
            if country and read_number("+" + digits.lstrip("+0"), "") is not None:
                abroad[country] += 1
        elif len(digits) > _FEWEST_NATIONAL:
            local.append(digits)
            mobiles += _is_iranian_mobile(digits)
        else:
            short.append(digits)
    return local, short, abroad, mobiles


def _is_iranian_mobile(digits: str) -> bool:
    if _IRANIAN_MOBILE.fullmatch(digits) is None:
        return False
    phone = read_number(digits, "IR")
    return phone is not None and phone.valid


def _in_groups(sample: Sequence[str]) -> frozenset[str]:
    """Give the numbers that a person wrote in groups and without a zero in front.

    A spreadsheet takes the zero from bare digits only: these are not of a country where it is dialled.
    """
    return frozenset(
        digits for text in sample if (digits := squeeze(text)) != text and digits[:1] not in ("+", "0")
    )


def _sample(values: Sequence[str]) -> list[str]:
    distinct = list(dict.fromkeys(value for value in values if value))
    step = max(1, len(distinct) // _SAMPLE)
    return [clean(fold_digits(value)).lstrip("'") for value in distinct[::step]]


def _share_that_fits(
    local: list[str], country: str, *, possible: float = 0.5, strange: Set[str] = frozenset()
) -> float:
    """Give how well numbers fit a country: a valid one counts whole, one of a possible length half, or as told.

    Those that are `strange` there count for nothing.
    """
    worth = 0.0
    for digits in local:
        if digits in strange:
            continue
        phone = read_number(digits, country)
        worth += 0.0 if phone is None else 1.0 if phone.valid else possible
    return worth / len(local) if local else 0.0


def _why(country: str, abroad: Counter[str], mobiles: int, *, persian: bool) -> Say:
    if not country:
        return say("phone numbers are kept as they are typed: nothing tells their country")
    if abroad[country]:
        reason = say("{n} of them {n:is|are} written with its calling code", n=abroad[country])
    elif mobiles:
        reason = say("{n} of them {n:looks like one of|look like} its mobiles", n=mobiles)
    elif persian:
        reason = say("the list is written in Persian")
    return say("phone numbers are read as those of {country}: {reason}", country=country, reason=reason)
