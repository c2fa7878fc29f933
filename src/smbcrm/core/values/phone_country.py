"""The country that the phone numbers of one list are read for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

from smbcrm.core.say import Say, say
from smbcrm.core.text import clean, fold_digits
from smbcrm.core.values.numbering_plans import has_leading_zero, main_country
from smbcrm.core.values.phone_chunks import squeeze
from smbcrm.core.values.phone_numbers import read_number

_PLAIN = re.compile(r"\+?\d{7,15}")
_IRANIAN_MOBILE = re.compile(r"09\d{9}")
_IRANIAN_WITHOUT_PLUS = re.compile(r"989\d{9}")
_SAMPLE = 600  # numbers looked at to decide a country
_FEW = 5  # numbers that prove nothing against the language of the list
_SELDOM, _VALID = 10, 0.75
_MOBILES = 0.2  # so many numbers at least are mobile ones in a list of people
_FEWEST_NATIONAL = 8  # up to this length a number may lack its area code and fits nowhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What stands beside the numbers of a list and tells of its country.

    `persian` tells that the list is written in Persian, `elsewhere` that it is written in the language of a country other than Iran.
    `named` counts the rows with a number by the country that they name, `domains` the addresses under the domain of a country.
    """

    persian: bool = False
    elsewhere: bool = False
    named: Mapping[str, int] = field(default_factory=dict)
    domains: Mapping[str, int] = field(default_factory=dict)


def decide_country(
    values: Sequence[str],
    *,
    persian: bool,
    elsewhere: bool = False,
    hint: str = "",
    named: Mapping[str, int] | None = None,
    domains: Mapping[str, int] | None = None,
) -> tuple[str, Say]:
    """Give the country that a list's numbers are read for, in two letters ("" when unknown), and why.

    `hint` is what the owner set. Else the countries of numbers written with `+` or `00`, those that the rows name, and Iran
    where a number looks like an Iranian mobile or the list is written in Persian, are tried on the numbers written without:
    the best wins if it fits most of them. Where one number, or hardly any, is written so, that may be the one customer from
    abroad: the others must then be valid in its country, not only as long as numbers there, and written as there, and
    something beside them must speak for it, too. Of `elsewhere`: Nuremberg's 0911 and Japan's 090 look like Iranian mobiles.
    """
    if hint:
        return hint.upper(), say("phone numbers are read as those of {country}, as set", country=hint.upper())
    beside = Beside(persian=persian, elsewhere=elsewhere, named=named or {}, domains=domains or {})
    seen = _Seen(_sample(values), beside)
    best, highest = "", -1.0
    for country in seen.candidates():
        score = seen.score(country)
        if score > highest:
            best, highest = country, score
    return best, seen.why(best)


class _Seen:
    """What a sample of single numbers shows: long and short ones without calling code, and where the others are from."""

    def __init__(self, sample: Sequence[str], beside: Beside) -> None:
        self._beside = beside
        self._local: list[str] = []
        self._short: list[str] = []
        self._written: Counter[str] = Counter()
        self._mobiles = 0
        for text in sample:
            self._sort_in(squeeze(text))
        self._in_groups = _in_groups(sample)
        self._abroad = self._written + Counter(beside.named)

    def _sort_in(self, digits: str) -> None:
        if not _PLAIN.fullmatch(digits):
            return
        if digits[0] == "+" or digits.startswith("00") or _IRANIAN_WITHOUT_PLUS.fullmatch(digits):
            country = main_country(digits.lstrip("+0")[:3])
            if country and read_number("+" + digits.lstrip("+0"), "") is not None:
                self._written[country] += 1
        elif len(digits) > _FEWEST_NATIONAL:
            self._local.append(digits)
            self._mobiles += _is_iranian_mobile(digits)
        else:
            self._short.append(digits)

    def candidates(self) -> list[str]:
        """Give the countries to try, those told most often first."""
        told = self._abroad
        found = dict.fromkeys(sorted(told, key=lambda country: (-told[country], country))[:6])
        # 09 and nine digits is an Iranian mobile first, even where the plan of another country has such numbers, too.
        if self._beside.persian or (self._mobiles and not self._beside.elsewhere):
            found["IR"] = None
        return list(found)

    def score(self, country: str) -> float:
        """Give how much speaks for a country; less than nothing where the numbers are hardly its own."""
        told, local, persian = self._abroad, self._local, self._beside.persian
        at_home = country == "IR" and (persian or self._mobiles > 0)
        numbers = len(local) + len(self._short) + told.total()
        # A country that one number, hardly any or a few other rows tell must be that of these numbers beyond doubt.
        seldom = told[country] * _SELDOM < numbers
        only_named = not self._written[country] and told[country] * 2 <= numbers
        alone = told[country] == 1 and numbers > 2
        weak = not at_home and (seldom or alone or only_named)
        unproven = not at_home and (weak or not self._written[country])
        strange = self._in_groups if unproven and has_leading_zero(country) else frozenset()
        share = _share_that_fits(local, country, strange=strange)
        fits = share >= 0.5 if local else told[country] * 2 > told.total()
        # Where nearly all numbers are short ones, as in Denmark, a few long ones do not speak for the list.
        others = local if len(local) * _SELDOM >= len(self._short) else local + self._short
        if weak and (seldom or others):
            fits = fits and self._fit_well(others, country, strange=strange)
        few = persian and country == "IR" and len(local) < _FEW
        if not (fits or few):
            return -1.0
        score = share + 0.3 * told[country] / (told.total() or 1)
        if country == "IR":
            score += (0.15 * self._mobiles / len(local) if local else 0.0) + (0.1 if persian else 0.0)
        return score

    def _fit_well(self, others: Sequence[str], country: str, *, strange: Set[str]) -> bool:
        """Tell whether numbers are valid in a country, and mobile ones there or beside addresses that are of it.

        Plans are so full that most numbers of one country are valid ones of some other; hardly any are mobile in both.
        """
        if _share_that_fits(others, country, possible=0.0, strange=strange) < _VALID:
            return False
        domains = self._beside.domains
        if domains.get(country, 0) * 2 > sum(domains.values()):
            return True
        kinds = [phone.kind for digits in others if (phone := read_number(digits, country)) is not None]
        told = [kind for kind in kinds if kind]
        return not told or told.count("mobile") >= _MOBILES * len(told)

    def why(self, country: str) -> Say:
        """Say what decided for a country."""
        if not country:
            return say(
                "phone numbers are kept as they are typed: nothing tells their country;"
                " `smbcrm config set country=GB`, with yours, does"
            )
        if self._written[country]:
            reason = say("{n} of them {n:is|are} written with its calling code", n=self._written[country])
        elif self._beside.named.get(country):
            reason = say("{n} {n:row names|rows name} it", n=self._beside.named[country])
        elif self._mobiles:
            reason = say("{n} of them {n:looks like one of|look like} its mobiles", n=self._mobiles)
        else:
            reason = say("the list is written in Persian")
        return say("phone numbers are read as those of {country}: {reason}", country=country, reason=reason)


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
    distinct = list(dict.fromkeys(filter(None, values)))
    step = max(1, len(distinct) // _SAMPLE)
    return [clean(fold_digits(value)).lstrip("'") for value in distinct[::step]]


def _share_that_fits(
    local: Sequence[str], country: str, *, possible: float = 0.5, strange: Set[str] = frozenset()
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
