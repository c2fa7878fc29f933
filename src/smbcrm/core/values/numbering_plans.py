"""The numbering plans of countries, as quick patterns.

The plans are those of phonenumberslite. It needs 30 microseconds for a number, so a `Plan` takes the patterns of one
country out of it and settles the common shapes itself; whatever is not plain goes to the library. A property test
holds both equal.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Any

from smbcrm.core.say import Say, say


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    """One number of a cell.

    `value` is E.164, with an extension behind `;ext=`, where the number was understood, else the text as typed.
    `valid` is false where it looks wrong, and `why` then says what. `kind` is "mobile", "landline" or "".
    """

    value: str
    valid: bool
    kind: str = ""
    why: Say | None = None


UNKNOWN_RANGE = say("no such number is known in the numbering plan of its country")

# Shorter numbers are service codes or local parts: they say nothing about who is meant.
FEWEST_DIGITS = 8


class Plan:
    """The numbering plan of one country, for numbers in their common shapes."""

    def __init__(self, metadata: Any, siblings: Sequence[str]) -> None:
        """Take the patterns of a country; `siblings` are others with its calling code, which are read only where a number is not its own."""
        self._others = siblings
        self._calling = str(metadata.country_code)
        self._plus = "+" + self._calling
        self._prefix: str = metadata.national_prefix or ""
        parsed = metadata.national_prefix_for_parsing or ""
        # Where the prefix is just some digits a look at them is enough; else its pattern is asked.
        self._parsed = re.compile(parsed) if parsed and parsed != self._prefix else None
        self._idd = re.compile(metadata.international_prefix or "(?!)")
        self._abroad = metadata.international_prefix != "00"
        self._lengths = frozenset(n for n in metadata.general_desc.possible_length if n >= FEWEST_DIGITS)
        types = _types_pattern(metadata)
        self._types = re.compile(types)
        same = metadata.same_mobile_and_fixed_line_pattern
        self._kinds = {"mobile": "" if same else "mobile", "landline": "" if same else "landline", "both": ""}
        self._leading = re.compile(metadata.leading_digits) if siblings and metadata.leading_digits else None
        plain = self._leading is None and self._parsed is None
        self._quick = re.compile(self._whole_pattern(metadata, types) if plain else "(?!)").fullmatch

    @cached_property
    def _siblings(self) -> re.Pattern[str] | None:
        from phonenumbers.phonemetadata import PhoneMetadata

        regions = [PhoneMetadata.metadata_for_region(region, None) for region in self._others]
        known = (*_RARE_KINDS, "fixed_line", "mobile")
        found = [region for region in regions if region is not None]
        return re.compile(_any_pattern(found, known)) if found else None

    @property
    def has_one_length(self) -> bool:
        """Whether all its numbers are equally long, so that one of that length is one number, not two."""
        return len(self._lengths) == 1

    def _whole_pattern(self, metadata: Any, types: str) -> str:
        """Make the pattern of a whole valid number in any of its spellings; the last group is what `types` told."""
        calling, prefix = self._calling, self._prefix or "(?!)"
        idd = f"(?!{metadata.international_prefix})" if self._abroad else ""
        after_prefix = f"(?!{prefix})" if self._prefix else ""
        return rf"(?:(?:\+{calling}|00{calling}|{idd}{prefix}){after_prefix}|(?!00|{calling}|{prefix}){idd}){types}"

    def recognise(self, digits: str) -> Phone | None:
        """Give the number where the text is a plain valid one with nothing around it, else None."""
        whole = self._quick(digits)
        if whole is None or (told := whole.lastgroup) is None or told == "rare":
            return None
        return Phone(value=self._plus + whole[told], valid=True, kind=self._kinds[told])

    @property
    def prefix(self) -> str:
        """What is dialled before a number within its country."""
        return self._prefix

    def settle(self, digits: str) -> Phone | None:
        """Give the number where its shape leaves no doubt, else None.

        `digits` holds digits only, after an optional `+`.
        """
        phone = self.recognise(digits)
        if phone is not None:
            return phone
        number = self._national(digits)
        prefix = self._prefix
        if number is None or len(number) not in self._lengths or (prefix and number.startswith(prefix)):
            return None
        if self._parsed is not None and self._parsed.match(number) is not None:
            return None
        found = self._types.fullmatch(number)
        if found is None:
            return self._unknown(number, digits)
        told = found.lastgroup
        if told == "rare" or (self._leading is not None and self._leading.match(number) is None):
            return None
        return Phone(value=self._plus + number, valid=True, kind=self._kinds[told or "both"])

    def _national(self, digits: str) -> str | None:
        if digits[0] == "+":
            return digits[len(self._plus) :] if digits.startswith(self._plus) else None
        if digits.startswith("00"):
            return digits[len(self._plus) + 1 :] if digits.startswith(self._calling, 2) else None
        if self._abroad and self._idd.match(digits) is not None:
            return None
        if not self._prefix or not digits.startswith(self._prefix):
            return None if digits.startswith(self._calling) else digits
        if self._parsed is not None:
            matched = self._parsed.match(digits)
            if matched is None or matched.end() != len(self._prefix):
                return None
        return digits[len(self._prefix) :]

    def _unknown(self, number: str, digits: str) -> Phone | None:
        if self._siblings is not None and self._siblings.fullmatch(number) is not None:
            return None
        if self._leading is not None or (self._abroad and digits.startswith("00")):
            return None
        if digits[0] == "+" and len(digits) - 1 in self._lengths:
            return None  # the plus may be a mistake: the library tries both readings
        value = self._plus + number
        return Phone(value=value, valid=False, kind=guessed_kind(value), why=UNKNOWN_RANGE)


_RARE_KINDS = (
    "premium_rate", "toll_free", "shared_cost", "voip", "personal_number", "pager", "uan", "voicemail",
)  # fmt: skip


def _types_pattern(metadata: Any) -> str:
    """Make one pattern that tells by its group what a national number is; it fails where the plan has no such number."""
    rare = _any_pattern([metadata], _RARE_KINDS)
    fixed = _any_pattern([metadata], ("fixed_line",))
    mobile = _any_pattern([metadata], ("mobile",))
    general = metadata.general_desc.national_number_pattern
    return (
        rf"(?=(?:{general})\Z)(?:(?P<rare>{rare})|(?P<both>(?=(?:{fixed})\Z)(?:{mobile}))"
        rf"|(?P<mobile>{mobile})|(?P<landline>{fixed}))\Z"
    )


def _any_pattern(regions: list[Any], kinds: tuple[str, ...]) -> str:
    patterns = [
        desc.national_number_pattern
        for region in regions
        for kind in kinds
        if (desc := getattr(region, kind)) is not None and desc.national_number_pattern
    ]
    return "|".join(f"(?:{p})" for p in patterns) if patterns else "(?!)"


def guessed_kind(value: str) -> str:
    """Give the kind of a number in E.164 that no plan knows."""
    # Iran gives out new mobile ranges faster than the plans are published; all of them begin with 9.
    return "mobile" if len(value) == 13 and value.startswith("+989") else ""


@lru_cache(maxsize=100_000)
def kind_of(value: str) -> str:
    """Tell whether a number in E.164 is a mobile or a landline; nothing where its country does not tell them apart.

    >>> kind_of("+989123456789"), kind_of("+982188776655"), kind_of("+905321234567"), kind_of("+12125551234"), kind_of("5321234567")
    ('mobile', 'landline', 'mobile', '', '')
    """
    number = value.partition(";")[0]
    if number[:1] != "+" or not number[1:].isdecimal():
        return ""
    plan = plan_of(main_country(number[1:]))
    phone = plan.settle(number) if plan else None
    return phone.kind if phone else guessed_kind(number)


@cache
def plan_of(country: str) -> Plan | None:
    """Give the plan of a country by its two letters, or None where only the library can tell."""
    from phonenumbers.phonemetadata import PhoneMetadata

    asked = PhoneMetadata.metadata_for_region(country, None) if country else None
    if asked is None:
        return None
    main, siblings = _regions_of(int(asked.country_code or 0))
    same_prefixes = (
        asked.national_prefix == main.national_prefix
        and asked.national_prefix_for_parsing == main.national_prefix_for_parsing
        and asked.international_prefix == main.international_prefix
    )
    if not same_prefixes or main.national_prefix_transform_rule:
        return None
    return Plan(main, siblings)


@cache
def main_country(digits: str) -> str:
    """Give the main country of an international number by its first digits (without `+`), or ""."""
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

    for length in (1, 2, 3):
        regions = COUNTRY_CODE_TO_REGION_CODE.get(int(digits[:length] or 0))
        if regions:
            return str(regions[0])
    return ""


_LONGEST_CALLING_CODE = 3


@cache
def is_calling_code(digits: str) -> bool:
    """Tell whether digits are what numbers of some country begin with abroad.

    >>> is_calling_code("98"), is_calling_code("021"), is_calling_code("999")
    (True, False, False)
    """
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

    short = len(digits) <= _LONGEST_CALLING_CODE  # Python makes no number of thousands of digits
    return short and digits.isdecimal() and digits[0] != "0" and int(digits) in COUNTRY_CODE_TO_REGION_CODE


@cache
def has_leading_zero(country: str) -> bool:
    """Tell whether numbers are dialled with a zero in front within their country."""
    plan = plan_of(country)
    return plan is not None and plan.prefix == "0"


@cache
def has_one_length(country: str) -> bool:
    """Tell whether all numbers of a country are equally long."""
    plan = plan_of(country)
    return plan is not None and plan.has_one_length


def _regions_of(calling_code: int) -> tuple[Any, Sequence[str]]:
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE
    from phonenumbers.phonemetadata import PhoneMetadata

    main, *others = COUNTRY_CODE_TO_REGION_CODE[calling_code]
    return PhoneMetadata.metadata_for_region(main, None), others
