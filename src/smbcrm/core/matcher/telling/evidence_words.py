"""The sentences for what speaks for and against a match."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from smbcrm.core.matcher.reading.codes import Array
from smbcrm.core.matcher.weighing.judged import ALLOWANCES, FIELDS
from smbcrm.core.matcher.weighing.levels import (
    CONFLICT,
    INITIAL,
    LEVELS,
    NEAR,
    PARTIAL,
    SAME,
    SHARED,
    SWAPPED,
    VARIANT,
    WEAK,
)
from smbcrm.core.say import Say, from_data, say

_NAMED = {
    ("given", SAME): "same first name",
    ("given", VARIANT): "first names are two forms of one name",
    ("given", NEAR): "first names are spelled nearly the same",
    ("given", INITIAL): "the initial fits the first name",
    ("given", CONFLICT): "different first names",
    ("given", PARTIAL): "one first name is part of the other",
    ("given", WEAK): "first names look alike, but both are common names",
    ("surname", SAME): "same last name",
    ("surname", VARIANT): "last names sound the same, or one holds the other",
    ("surname", NEAR): "last names are spelled nearly the same",
    ("surname", INITIAL): "the initial fits the last name",
    ("surname", CONFLICT): "different last names",
    ("surname", PARTIAL): "one last name is part of the other",
    ("surname", WEAK): "last names look alike, but both are common names",
    ("middle", SAME): "same middle name",
    ("middle", VARIANT): "middle names are two forms of one name",
    ("middle", NEAR): "middle names are spelled nearly the same",
    ("middle", INITIAL): "the middle initial fits",
    ("middle", CONFLICT): "different middle names",
    ("generation", SAME): "same mark of generation in the name",
    ("generation", CONFLICT): "one is senior, the other junior",
    ("generation", PARTIAL): "only one is marked junior or senior",
    ("title", PARTIAL): "one is addressed as a couple",
    ("title", CONFLICT): "one is addressed as a man, the other as a woman",
    ("kin", CONFLICT): "one is named as the relative of somebody with that name",
    ("kin", PARTIAL): "one row names two people, the other one of them",
    ("firm", SAME): "same firm name",
    ("firm", VARIANT): "one firm name is contained in the other",
    ("firm", NEAR): "firm names are spelled nearly the same",
    ("firm", SHARED): "firm names at one place share the words that tell it from others",
    ("firm", PARTIAL): "firm names share some words",
    ("firm", CONFLICT): "different firm names",
    ("firm", WEAK): "one is a firm, the other a person",
    ("company", SAME): "same company",
    ("company", NEAR): "companies are spelled nearly the same",
    ("company", CONFLICT): "different companies",
    ("phone", SAME): "same phone number",
    ("phone", SHARED): "same phone number, which several people use",
    ("phone", NEAR): "phone numbers differ by one digit",
    (
        "phone",
        PARTIAL,
    ): "phone numbers are neighbours: one digit apart, and nothing shows that it was mistyped",
    ("phone", VARIANT): "same phone number, which one customer only uses, and no name",
    ("phone", CONFLICT): "different phone numbers",
    ("email", SAME): "same e-mail address",
    ("email", SHARED): "same e-mail address, which several people use",
    ("email", NEAR): "e-mail addresses are spelled nearly the same",
    ("email", PARTIAL): "e-mail addresses are the same before the @",
    ("email", CONFLICT): "different e-mail addresses",
    ("national_id", SAME): "same national id",
    ("national_id", NEAR): "national ids differ by one digit",
    ("national_id", PARTIAL): "national ids differ by a few digits",
    ("national_id", CONFLICT): "different national ids",
    ("birth_date", SAME): "same birth date",
    ("birth_date", SWAPPED): "same birth date with day and month exchanged or the year left out",
    ("birth_date", NEAR): "birth dates differ by one digit",
    ("birth_date", INITIAL): "of one birth date only the year is known, and it fits",
    ("birth_date", PARTIAL): "birth dates agree in two of day, month and year",
    ("birth_date", WEAK): "birth dates agree in one of day, month and year",
    ("birth_date", CONFLICT): "different birth dates",
    ("address", SAME): "same address",
    ("address", NEAR): "addresses are spelled nearly the same",
    ("address", VARIANT): "same house, different unit or kind of street",
    ("address", WEAK): "same street, a house number is missing",
    ("address", INITIAL): "same house number, a street is missing",
    ("address", SWAPPED): "same street, house numbers look alike",
    ("address", PARTIAL): "same street, different house number",
    ("address", SHARED): "addresses are alike as a whole, their letters and digits run together",
    ("address", CONFLICT): "different addresses",
    ("postal_code", SAME): "same postal code",
    ("postal_code", NEAR): "postal codes are nearly the same",
    ("postal_code", PARTIAL): "postal codes of one neighbourhood",
    ("postal_code", CONFLICT): "different postal codes",
    ("city", SAME): "same city",
    ("city", NEAR): "cities are spelled nearly the same",
    ("city", CONFLICT): "different cities",
    ("province", SAME): "same province",
    ("province", NEAR): "provinces are spelled nearly the same",
    ("province", CONFLICT): "different provinces",
    ("website", SAME): "same website",
    ("website", NEAR): "websites are nearly the same",
    ("website", CONFLICT): "different websites",
    ("father_name", SAME): "same father's name",
    ("father_name", NEAR): "fathers' names are spelled nearly the same",
    ("father_name", CONFLICT): "different fathers' names",
    ("customer_code", SAME): "same customer code in one list",
    ("customer_code", CONFLICT): "different customer codes in one list",
    ("own_id", CONFLICT): "two customers in one list that this program wrote",
    ("other", SAME): "other columns agree",
    ("other", CONFLICT): "other columns differ",
    ("household", SHARED): "allowance for people or firms that share a phone or an address",
    ("alone", SAME): "hardly two people of this list share such a name",
    ("alone", WEAK): "a name alone proves nothing",
    ("alone", CONFLICT): "what stands in brackets tells one from the other",
    ("alone", SHARED): "what agrees could be a relative's, too, and something differs",
}
_OF_FIRMS = {
    SAME: "same registration or tax number",
    NEAR: "registration or tax numbers differ by one digit",
    CONFLICT: "different registration or tax numbers",
}
_SOMETHING = 0.005  # bits: less is told as 0
PRIOR = "allowance for how seldom two rows of a list are one customer"


def describe(field: str, level: int, *, firms: bool = False) -> Say | None:
    """Give the sentence for one field of a judged pair; None when the field says nothing.

    What names a person in a register is an id, what names one of two `firms` a number.
    """
    if field == "prior":
        return say(PRIOR)
    template = _NAMED.get((field, level))
    if firms and field == "national_id":
        template = _OF_FIRMS.get(level)
    return say(template) if template else None


def telling() -> Array:
    """Tell for every field and level whether there is a sentence for it: what has none has no part in the sum."""
    import numpy as np

    return np.array([[describe(field, level) is not None for level in range(LEVELS)] for field in FIELDS])


def read_evidence(data: Sequence[Sequence[Any]]) -> list[tuple[str, Say, float]]:
    """Give stored evidence in sentences, strongest first and allowances last: field, sentence, weight in bits.

    Every piece is `[field, level, weight]`, or `[sentence, weight, field]` where a person gave it. What weighs nothing says nothing.

    >>> [(field, str(what), bits) for field, what, bits in read_evidence([["prior", 0, -11.0], ["phone", 1, 15.5]])]
    [('phone', 'same phone number', 15.5), ('prior', 'allowance for how seldom two rows of a list are one customer', -11.0)]
    >>> [str(what) for _, what, _ in read_evidence([["national_id", 1, 15.9], ["firm", 1, 9.0]])]
    ['same registration or tax number', 'same firm name']
    """
    told: list[tuple[str, Say, float]] = []
    firms = any(piece[0] == "firm" and piece[1] not in (0, WEAK) for piece in data)
    for piece in data:
        if isinstance(piece[0], list):
            told.append((piece[2], from_data(piece[0]), piece[1]))
        elif _says_something(*piece) and (what := describe(piece[0], piece[1], firms=firms)) is not None:
            told.append((piece[0], what, piece[2]))
    return sorted(told, key=lambda one: (one[0] in ALLOWANCES, -abs(one[2]), one[0]))


def _says_something(field: str, level: int, weight: float) -> bool:
    """Tell whether a piece of evidence has a part in the sum, or says why the names are proof."""
    return abs(weight) >= _SOMETHING or (field, level) == ("alone", SAME)
